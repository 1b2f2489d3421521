#include "report.h"

void pq_report_head(pq_buf *out) {
  pq_buf_text(out, "record\tfiles\tstate\tsentences\tsilent_sentences\tmentions"
                   "\tungrounded\tclaims\tquestions\tdisputes\tevidence"
                   "\tasserted\tpresupposed\thedged\talternative"
                   "\tcontroversial\tunclear\tdenied"
                   "\tcitations\tresolved\tunresolved"
                   "\tverified_sites\tmismatched_sites\tunverified_sites"
                   "\terrors\twarnings\n");
}

/* An id may hold anything; a field holds neither tabs nor line ends. */
static void put_field(pq_buf *out, pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    const bool control = (unsigned char)c < 0x20 || c == 0x7F;
    pq_buf_char(out, (char)(control ? ' ' : c));
  }
}

static void put_number(pq_buf *out, uint64_t n) {
  pq_buf_char(out, '\t');
  pq_buf_number(out, n);
}

void pq_report_row(const pq_key *key, const pq_desk *desk, const pq_tally *sum,
                   pq_buf *out) {
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(key, stem);
  put_field(out, key->id);
  pq_buf_char(out, '\t');
  pq_buf_put(out, (pq_view){stem, n});
  pq_buf_text(out, sum->failed ? "\tfailed" : "\tdone");
  put_number(out, sum->sentences);
  put_number(out, sum->silent);
  put_number(out, sum->mentions);
  put_number(out, sum->ungrounded);
  put_number(out, sum->claims);
  put_number(out, sum->questions);
  put_number(out, sum->disputes);
  put_number(out, sum->evidence);
  for (size_t i = 0; i < PQ_N_STANCES; ++i) {
    put_number(out, sum->by_status[i]);
  }
  put_number(out, sum->citations);
  put_number(out, sum->resolved);
  put_number(out, sum->citations - sum->resolved);
  put_number(out, sum->sites[PQ_SITE_VERIFIED]);
  put_number(out, sum->sites[PQ_SITE_MISMATCH]);
  put_number(out, sum->sites[PQ_SITE_UNVERIFIED]);
  put_number(out, desk->errors);
  put_number(out, desk->warnings);
  pq_buf_char(out, '\n');
}
