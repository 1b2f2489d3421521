/* What is less, or more, where something is lacking tells what that does; what
 * increases in response to something is brought about by it.
 *
 *   Phosphorylation of STAT3 is reduced in JAK2-deficient cells.
 *   In cells lacking JAK2, phosphorylation of STAT3 was increased.
 *   JAK2 knockout cells show reduced phosphorylation of STAT3.
 *   Transcription of RUNX1 increases in response to WNT signaling.
 */
#include "doubt.h"
#include "draft.h"

/* A verb that says that there is less, or more, of what happens; NULL for any
 * other word. */
static const pq_trigger *change_of(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = pq_unit_at(p, unit);
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  if (!u->verb || u->compound || !(u->forms & PQ_FORM_EN) ||
      t->type != PQ_TRIGGER_REGULATION || t->relation != PQ_REL_UPSTREAM ||
      t->to.len) {
    return NULL;
  }
  const pq_change change = pq_change_at(p, unit);
  return change == PQ_CHANGE_LESS || change == PQ_CHANGE_MORE ? t : NULL;
}

/* Does something else act, or is it denied? */
static bool is_told_otherwise(const pq_parse *p, const pq_hit *h) {
  return pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM) ||
         pq_hit_arg(h, PQ_AS_LACKING) || p->chunks.at[h->chunk].negated;
}

static void add_lacking(pq_parse *p, uint32_t hit, const pq_lacking *l) {
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_LACKING,
                      .chunk = l->chunk,
                      .begin = l->unit,
                      .end = l->unit + 1,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}

/* "is reduced in JAK2-deficient cells" */
static void look_at_verb(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_lacking l = pq_lacking_in(p, h->chunk);
  if (!l.unit || l.more || is_told_otherwise(p, h)) return;
  add_lacking(p, hit, &l);
}

/* The word before the noun of a hit that says that there is less of it, or
 * more; 0 if none does. */
static uint32_t change_before(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = h->unit; i-- > p->chunks.at[h->chunk].begin;) {
    if (change_of(p, i)) return i;
  }
  return 0;
}

/* "no reduced phosphorylation" */
static bool is_none(const pq_parse *p, const pq_chunk *c) {
  return c->negated || pq_unit_says(p, c->begin, "no");
}

/* "show reduced phosphorylation of STAT3": the word is a verb then, said by the
 * verb before, which tells how firmly. */
static pq_status look_at_noun(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t chunk = h->chunk;
  const uint32_t verb = p->chunks.at[chunk].verb;
  const uint32_t unit = change_before(p, h);
  const bool taken =
      h->used_by && p->hits.at[h->used_by].trigger->type != PQ_TRIGGER_CARRIER;
  if (!unit || taken || is_told_otherwise(p, h) ||
      is_none(p, &p->chunks.at[chunk])) {
    return PQ_OK;
  }
  const pq_lacking l = pq_lacking_in(p, chunk);
  if (!l.unit || l.more || l.chunk == chunk) return PQ_OK;
  PQ_TRY(st, pq_hit_new(p, change_of(p, unit), verb ? verb : chunk, unit,
                        PQ_PASSIVE));
  const uint32_t made = p->hits.n - 1;
  p->hits.at[hit].used_by = made;
  p->hits.at[hit].carrier = 0;
  pq_hit_add(p, made,
             (pq_arg){.role = PQ_AS_THEME, .chunk = chunk, .hit = hit});
  add_lacking(p, made, &l);
  return PQ_OK;
}

/* "increases", "decreased", of itself: the subject is what there is more of. */
static void look_at_change(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  if (pq_hit_arg(h, PQ_AS_THEME) || !pq_hit_arg(h, PQ_AS_UPSTREAM) ||
      h->other_theme || !pq_unit_means(p, h->unit, PQ_M_CHANGING)) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_AGENT) {
      pq_hit_turn(h, &h->args[i], PQ_AS_THEME);
    }
  }
}

pq_status pq_wane_read(pq_parse *p) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.n;
  if (p->r->wants_happenings) return PQ_OK;
  for (uint32_t i = 1; i < n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
    const bool event = theme && theme->hit;
    if (h->voice == PQ_PASSIVE && theme &&
        (change_of(p, h->unit) ||
         (event && (h->trigger->more || h->trigger->less)))) {
      look_at_verb(p, i);
    } else if (h->voice == PQ_ACTIVE_VOICE &&
               h->trigger->type == PQ_TRIGGER_REGULATION) {
      look_at_change(p, i);
    } else if (h->voice == PQ_NOMINAL && pq_event_has_kind(h) &&
               h->trigger->type == PQ_TRIGGER_EVENT) {
      PQ_TRY(st, look_at_noun(p, i));
    }
  }
  return PQ_OK;
}
