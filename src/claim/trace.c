/* The steps of the grammar in words, for those who write rules. */
#include "clause.h"

static const char *const kinds[] = {"noun", "verb",   "prep",    "and", "comma",
                                    "rel",  "clause", "whether", "stop"};
static const char *const forms[] = {"finite", "to", "ing", "participle"};
static const char *const voices[] = {"any", "active", "passive", "noun"};
static const char *const roles[] = {
    "none", "agent", "upstream", "depends", "theme",       "partner", "product",
    "site", "from",  "to",       "in",      "independent", "lacking"};

static void trace_chunk(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  pq_buf *const b = p->trace;
  pq_buf_format(b, "%lu %s", (unsigned long)i, kinds[c->kind]);
  if (c->kind == PQ_CHUNK_VERB) pq_buf_format(b, " %s", forms[c->form]);
  pq_buf_text(b, " [");
  pq_buf_put(b, pq_span_text(p->text, c->span));
  pq_buf_char(b, ']');
  if (c->hit) pq_buf_format(b, " hit %lu", (unsigned long)c->hit);
  if (c->name_end) pq_buf_text(b, " names");
  if (c->prior) pq_buf_format(b, " with %lu", (unsigned long)c->prior);
  if (c->of) pq_buf_format(b, " of %lu", (unsigned long)c->of);
  if (c->refers) pq_buf_format(b, " means %lu", (unsigned long)c->refers);
  if (c->way && !c->refers) pq_buf_text(b, " means none here");
  if (c->way) pq_buf_format(b, " by '%s'", pq_refer_way(c->way));
  if (c->negated) pq_buf_text(b, " not");
  pq_buf_char(b, '\n');
}

static void trace_hit(const pq_parse *p, uint32_t i) {
  const pq_hit *const h = &p->hits.at[i];
  pq_buf *const b = p->trace;
  pq_buf_format(b, "hit %lu ", (unsigned long)i);
  pq_buf_put(b, h->trigger->lemma);
  pq_buf_format(b, " %s:", voices[h->voice]);
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    pq_buf_format(b, " %s=%s%lu", roles[a->role], a->hit ? "hit " : "",
                  (unsigned long)(a->hit ? a->hit : a->chunk));
  }
  if (h->means_of) {
    pq_buf_format(b, " means of %lu", (unsigned long)h->means_of);
  }
  pq_buf_format(b, " events %lu\n", (unsigned long)h->n_events);
}

void pq_trace_stretch(const pq_parse *p) {
  if (!p->trace) return;
  pq_buf_format(p->trace, "sentence %lu%s\n", (unsigned long)p->sentence + 1,
                p->nested ? ", in brackets" : "");
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    trace_chunk(p, i);
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    trace_hit(p, i);
  }
}
