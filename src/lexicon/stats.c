/* What the layers of a lexicon hold, counted, for people. */
#include "layer.h"

enum {
  N_TYPES = PQ_CONCEPT_MODIFICATION + 1,
  N_ROWS = N_TYPES + 1, /* the last: of a thing that no layer has */
  N_STATUSES = PQ_STATUS_CURATED + 1
};

/* What one layer holds. */
typedef struct counts {
  uint32_t concepts[N_ROWS], names[N_ROWS], keys[N_ROWS]; /* by type */
  uint32_t statuses[N_STATUSES];
  uint32_t n_keys, n_ambiguous;
} counts;

static size_t type_at(const pq_lexicon *lex, uint8_t layer, uint32_t concept) {
  pq_concept c;
  return pq_layer_concept(lex, layer, concept, &c) ? (size_t)c.type : N_TYPES;
}

/* The names of one key: entries from `i` to before `end`. */
static void count_key(const pq_lexicon *lex, uint8_t layer, uint32_t i,
                      uint32_t end, counts *out) {
  const pq_image *const im = &lex->layers[layer].image;
  const uint32_t first = im->entries[i].concept;
  uint32_t seen = 0; /* bits by type */
  bool several = false;
  for (; i < end; ++i) {
    const pq_image_entry *const e = &im->entries[i];
    if (e->how & PQ_ENTRY_CONTEXT) continue;
    const size_t type = type_at(lex, layer, e->concept);
    seen |= 1U << type;
    several = several || e->concept != first;
    ++out->names[type];
    ++out->statuses[e->status < N_STATUSES ? e->status : 0];
  }
  for (size_t type = 0; type < N_ROWS; ++type) {
    out->keys[type] += seen >> type & 1U;
  }
  ++out->n_keys;
  out->n_ambiguous += several;
}

static void count_layer(const pq_lexicon *lex, uint8_t layer, counts *out) {
  const pq_image *const im = &lex->layers[layer].image;
  const uint32_t n = im->n[PQ_SECTION_ENTRIES];
  *out = (counts){.n_keys = 0};
  for (uint32_t i = 0; i < im->n[PQ_SECTION_CONCEPTS]; ++i) {
    const uint32_t type = im->concepts[i].type;
    if (type < N_TYPES) ++out->concepts[type];
  }
  for (uint32_t i = 0; i < n;) {
    uint32_t end = i + 1;
    while (end < n && (im->entries[end].how & PQ_ENTRY_SAME)) {
      ++end;
    }
    count_key(lex, layer, i, end, out);
    i = end;
  }
}

static uint32_t sum(const uint32_t *rows) {
  uint32_t all = 0;
  for (size_t i = 0; i < N_ROWS; ++i) {
    all += rows[i];
  }
  return all;
}

static void put_row(pq_buf *out, const char *word, uint32_t concepts,
                    uint32_t names, uint32_t keys) {
  if (!concepts && !names) return;
  pq_buf_format(out, "  %-14s %9u %9u %9u\n", word, (unsigned)concepts,
                (unsigned)names, (unsigned)keys);
}

static void put_counts(pq_buf *out, const counts *c) {
  pq_buf_text(out, "  type            concepts     names      keys\n");
  for (size_t i = 0; i < N_ROWS; ++i) {
    put_row(out,
            i < N_TYPES ? pq_entry_type_word((pq_concept_type)i) : "unknown",
            c->concepts[i], c->names[i], c->keys[i]);
  }
  put_row(out, "all", sum(c->concepts), sum(c->names), c->n_keys);
  pq_buf_text(out, "  names by status:");
  for (size_t i = PQ_STATUS_CURATED; i > 0; --i) {
    pq_buf_format(out, "%s %u %s", i < PQ_STATUS_CURATED ? "," : "",
                  (unsigned)c->statuses[i], pq_entry_status_word((uint8_t)i));
  }
  pq_buf_format(out, "\n  ambiguous keys: %u\n", (unsigned)c->n_ambiguous);
}

/* The cells of a line of sources, in words. */
static void put_source(pq_buf *out, pq_view line) {
  static const char *const before[] = {
      "  source ",      " ",           ", ",      ", ",
      "\n    SHA-256 ", "\n    rows ", ", used ", ", names "};
  pq_view rest = line;
  for (size_t i = 0; i < sizeof before / sizeof before[0] && rest.ptr; ++i) {
    const pq_view cell = pq_view_cut(&rest, '\t');
    if (!cell.len) continue;
    pq_buf_text(out, before[i]);
    pq_buf_put(out, cell);
  }
  pq_buf_char(out, '\n');
}

static void put_sources(pq_buf *out, const pq_image *im) {
  pq_view rest = im->sources;
  while (rest.len) {
    const pq_view line = pq_view_cut(&rest, '\n');
    if (line.len) put_source(out, line);
  }
}

void pq_lexicon_count(const pq_lexicon *lex, pq_buf *out) {
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    counts c;
    count_layer(lex, l, &c);
    pq_buf_format(out, "layer %u, %s, %.*s\n", (unsigned)l,
                  l < lex->n_written ? "written" : "imported",
                  (int)PQ_DIGEST_SHORT, im->digest);
    put_counts(out, &c);
    pq_buf_format(
        out,
        "  members: %u  fusions: %u  sites: %u  denials: %u"
        "  English words: %u  sequences: %u\n",
        (unsigned)im->n[PQ_SECTION_MEMBERS],
        (unsigned)im->n[PQ_SECTION_FUSIONS], (unsigned)im->n[PQ_SECTION_SITES],
        (unsigned)im->n[PQ_SECTION_DENY], (unsigned)im->n[PQ_SECTION_ENGLISH],
        (unsigned)im->n[PQ_SECTION_SEQUENCES]);
    put_sources(out, im);
  }
}
