#include "scheme_process.h"

#include "model/store.h"

/* "cell cycle progression", "mitotic cell cycle": the first row of the grammar
 * whose words begin or end it; NULL if none does. */
static const pq_living *living_of(const pq_record *r, pq_view words) {
  for (uint32_t i = 0; i < r->n_livings; ++i) {
    const pq_view w = r->livings[i].word;
    if (words.len < w.len) continue;
    const size_t rest = words.len - w.len;
    const bool first = pq_view_alike(pq_view_head(words, w.len), w) &&
                       (!rest || words.ptr[w.len] == ' ');
    const bool last = pq_view_alike(pq_view_skip(words, rest), w) &&
                      (!rest || words.ptr[rest - 1] == ' ');
    if (first || last) return &r->livings[i];
  }
  return NULL;
}

/* The type of the name that the process is told of. */
static pq_view type_of(pq_scheme scheme, const pq_record *r,
                       const pq_happening *h) {
  const pq_mention_id id = h->n_fillers ? h->fillers[0].mention : 0;
  const pq_mention *const m = &r->mentions.at[id];
  if (!id) return (pq_view){"", 0};
  return m->given ? r->given.at[m->given - 1].type
                  : pq_scheme_entity(scheme, r, m);
}

/* Cells proliferate, tumors grow. */
static pq_view growth_of(pq_view type, bool cells) {
  const bool grows = pq_view_same(type, PQ_LIT("Growth")) ||
                     pq_view_same(type, PQ_LIT("Cell_proliferation"));
  if (!grows) return type;
  return cells ? PQ_LIT("Cell_proliferation") : PQ_LIT("Growth");
}

pq_scheme_event pq_scheme_process(pq_scheme scheme, const pq_record *r,
                                  const pq_happening *h) {
  pq_scheme_event out = {.cause = PQ_CAUSE_DROP, .living = PQ_LIVING_NAMED};
  const pq_living *const l =
      living_of(r, pq_record_words(r, h->sentence, h->trigger));
  if (!l) return out;
  const pq_view of = type_of(scheme, r, h);
  const bool cells = pq_view_same(of, PQ_LIT("Cell"));
  const bool tumor = pq_view_same(of, PQ_LIT("Cancer"));
  if (scheme == PQ_SCHEME_PC) out.type = l->pc;
  if (scheme == PQ_SCHEME_CG) out.type = growth_of(l->cg, cells);
  out.living = PQ_LIVING_THEME;
  const bool at = l->of == PQ_OF_PLACE || (l->of == PQ_OF_CELLS && !cells) ||
                  (l->of == PQ_OF_TUMOR && !tumor);
  if (at) out.living = PQ_LIVING_PLACE;
  const bool done = l->of == PQ_OF_PATIENT || l->of == PQ_OF_RECEIVER;
  if (l->of == PQ_OF_NAMED || done || !out.type.len) {
    out.living = PQ_LIVING_NAMED;
  }
  if (out.type.len && l->of == PQ_OF_THEME) out.living = PQ_LIVING_WHOLE;
  return out;
}
