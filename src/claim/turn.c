/* What a sentence tells of by turns: agents and residues, verbs and things.
 *
 *   by A at S1 and by B at S2
 *   at S1 by A and at S2 by B
 *   activates and inhibits A and B, respectively
 */
#include "draft.h"

/* Agents and residues that take turns: their chunks. */
typedef struct turns {
  uint32_t chunks[8];
  uint32_t n;
  bool site_first;
} turns;

/* "by A at S1 and by B at S2", "at S1 by A and at S2 by B" */
static bool take_turns(const pq_hit *h, turns *t) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    const bool site = a->role == PQ_AS_SITE;
    if (!site && a->role != PQ_AS_AGENT) continue;
    if (t->n == 0) t->site_first = site;
    const bool due = site == (t->site_first == (t->n % 2 == 0));
    const uint32_t last = t->n ? t->chunks[t->n - 1] : h->chunk;
    if (!due || !a->all || a->chunk <= last || t->n == 8) return false;
    t->chunks[t->n++] = a->chunk;
  }
  return t->n > 2 && t->n % 2 == 0;
}

bool pq_turn_is_other(const pq_parse *p, const pq_hit *h, const pq_arg *a,
                      const pq_made *m) {
  turns t = {.n = 0};
  uint32_t site = 0; /* of the event, and of the agent */
  uint32_t own = 0;
  if (a->role != PQ_AS_AGENT || pq_span_empty(m->site) || !take_turns(h, &t)) {
    return false;
  }
  for (uint32_t i = t.site_first ? 0 : 1; i < t.n; i += 2) {
    const uint32_t agent = t.site_first ? i + 1 : i - 1;
    if (p->chunks.at[t.chunks[i]].span.begin <= m->site.begin) {
      site = t.chunks[i];
    }
    if (t.chunks[agent] == a->chunk) own = t.chunks[i];
  }
  return site != own;
}

/* ---- "respectively" ---- */

enum {
  VERBS_MOST = 4
};

bool pq_turn_pairs(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (pq_unit_says(p, i, "respectively")) return true;
  }
  return false;
}

/* The hits of "activates, binds and inhibits" up to that of chunk `last`, the
 * last first; how many, or 0 if they are no such list. */
static uint32_t verbs_to(const pq_parse *p, uint32_t last, uint32_t *hits) {
  uint32_t k = last;
  uint32_t n = 0;
  for (;;) {
    if (n == VERBS_MOST || !p->chunks.at[k].hit) return 0;
    hits[n++] = p->chunks.at[k].hit;
    const bool last_two = pq_chunk_is(p, k - 1, PQ_CHUNK_AND);
    if (n == 1 && !last_two) return 0;
    uint32_t joint = k - 1;
    if (last_two && pq_chunk_is(p, joint - 1, PQ_CHUNK_COMMA)) --joint;
    const bool joined = last_two || pq_chunk_is(p, joint, PQ_CHUNK_COMMA);
    if (!joined || !pq_chunk_is(p, joint - 1, PQ_CHUNK_VERB)) return n;
    k = joint - 1;
  }
}

/* The names between two units. */
static uint32_t names_in(const pq_parse *p, uint32_t begin, uint32_t end) {
  uint32_t n = 0;
  for (uint32_t i = begin; i < end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    n += u->kind == PQ_UNIT_NAME ? u->n : 0;
  }
  return n;
}

uint32_t pq_turn_members(const pq_parse *p, const pq_arg *a) {
  uint32_t n = names_in(p, a->begin, a->end); /* "A and B expression" */
  for (uint32_t i = a->end ? 0 : a->chunk; i; i = p->chunks.at[i].next) {
    const pq_chunk *const c = &p->chunks.at[i];
    const uint32_t named = names_in(p, c->name_begin, c->name_end);
    n += named ? named : 1;
  }
  return n;
}

/* The same, or of what a list is that it happens to: "expression of A and B".
 */
static uint32_t listed(const pq_parse *p, const pq_arg *a) {
  const uint32_t n = pq_turn_members(p, a);
  const pq_arg *const inner =
      a->hit ? pq_hit_arg(&p->hits.at[a->hit], PQ_AS_THEME) : NULL;
  return n == 1 && inner ? pq_turn_members(p, inner) : n;
}

/* Does the verb say more, or less, of what it is told of? */
static pq_polarity sign_of(const pq_parse *p, const pq_hit *h) {
  const pq_trigger *const t = h->trigger;
  if (t->type == PQ_TRIGGER_REGULATION) return pq_hit_sign(p, h);
  if (t->type != PQ_TRIGGER_EVENT) return PQ_POLARITY_UNSAID;
  const pq_activity leaves = p->r->kinds[t->kind].leaves;
  if (t->more || leaves == PQ_ACTIVE) return PQ_POSITIVE;
  if (t->less || leaves == PQ_INACTIVE) return PQ_NEGATIVE;
  return PQ_POLARITY_UNSAID;
}

/* "A and B activate and inhibit C and D": verbs that say the contrary are
 * paired with both lists; "bind and activate" is what each of both does. */
static bool are_paired(const pq_parse *p, const uint32_t *hits, uint32_t n) {
  const pq_hit *const last = &p->hits.at[hits[0]];
  const pq_hit *const first = &p->hits.at[hits[n - 1]];
  uint32_t lists = 0;
  for (uint32_t i = 0; i < last->n_args; ++i) {
    const uint32_t m = listed(p, &last->args[i]);
    /* "binds and phosphorylates A and B at S1 and S2, respectively" */
    if (last->args[i].role == PQ_AS_SITE || (m > 1 && m != n)) return false;
    lists += m == n;
  }
  return lists == 1 || (lists > 1 && sign_of(p, first) != sign_of(p, last));
}

void pq_turn_mark(pq_parse *p, uint32_t hit) {
  uint32_t hits[VERBS_MOST];
  const uint32_t chunk = p->hits.at[hit].chunk;
  if (!pq_chunk_is(p, chunk - 1, PQ_CHUNK_AND) ||
      p->chunks.at[chunk].hit != hit || p->hits.at[hit].gap) {
    return;
  }
  const uint32_t n = verbs_to(p, chunk, hits);
  if (n < 2 || !pq_turn_pairs(p) || !are_paired(p, hits, n)) return;
  for (uint32_t i = 0; i < n; ++i) {
    p->hits.at[hits[i]].turn = n - i;
  }
}
