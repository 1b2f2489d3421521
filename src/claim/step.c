/* What an event is called by another word, and what it waits for:
 *
 *   "X is cleaved, a process that requires Y"     the cleavage requires Y
 *   "X binds Y only when Z is active"             the binding depends on Z
 *   "X has a motif to which Y binds"              Y binds X
 */
#include "clause.h"

/* "a step", "a process", "an event": nothing but the word for what happens. */
static bool is_step(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_unit *const last = &p->units.at[c->end - 1];
  if (c->name_end || c->hit || c->refers || c->end != c->begin + 2 ||
      !(last->classes & PQ_W_HAPPENING) || last->forms) {
    return false;
  }
  return pq_unit_says(p, c->begin, "a") || pq_unit_says(p, c->begin, "an");
}

/* Does the verb group tell of something that happens? */
static bool tells(const pq_parse *p, uint32_t verb) {
  const uint32_t hit = p->chunks.at[verb].hit;
  return hit && p->hits.at[hit].trigger->type == PQ_TRIGGER_EVENT;
}

uint32_t pq_step_told(const pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  if (!now->verb || !is_step(p, noun)) return 0;
  if (p->chunks.at[now->verb].copula && now->verb + 1 == noun) {
    return p->chunks.at[now->subject].hit ? now->subject : 0;
  }
  const bool in = pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_unit_says(p, p->chunks.at[noun - 1].begin, "in");
  return (in || pq_chunk_is(p, noun - 1, PQ_CHUNK_COMMA)) && tells(p, now->verb)
             ? now->verb
             : 0;
}

/* ---- "only when" ---- */

/* "only when", "only after", "is only bound when", "can only bind if": does the
 * word `only` lead in the clause, or stand in the verb that it hangs on?  Not
 * "only weakly". */
static bool says_only(const pq_parse *p, uint32_t verb, uint32_t when) {
  static const char *const words[] = {"when", "if", "once", NULL};
  const pq_chunk *const v = &p->chunks.at[verb];
  const pq_chunk *const c = &p->chunks.at[when];
  if (c->kind == PQ_CHUNK_PREPOSITION) return true; /* see phrases.yaml */
  if (!pq_view_says_any(pq_unit_text(p, c->begin), words)) return false;
  if (pq_unit_says(p, c->begin - 1, "only")) return true;
  if (verb + 1 != when) return false;
  for (uint32_t i = v->begin; i + 1 < v->end; ++i) {
    if (pq_unit_says(p, i, "only")) {
      return p->units.at[i + 1].tag != PQ_TAG_ADVERB;
    }
  }
  return false;
}

/* "is active", "is present": is no more said of the thing? */
static bool is_there(const pq_parse *p, uint32_t verb) {
  const pq_chunk *const v = &p->chunks.at[verb];
  const pq_chunk *const c = &p->chunks.at[verb + 1];
  const bool over = !pq_chunk_is(p, verb + 1, PQ_CHUNK_PREPOSITION);
  if (v->hit && pq_unit_means(p, v->head, PQ_M_PRESENT)) return over;
  return v->copula && pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN) &&
         c->end == c->begin + 1 && pq_unit_means(p, c->begin, PQ_M_PRESENT);
}

void pq_step_only(pq_walker *w, uint32_t when) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t noun = when + 1;
  const uint32_t verb = when + 2;
  if (!now->verb || !pq_chunk_is(p, noun, PQ_CHUNK_NOUN) ||
      !pq_chunk_is(p, verb, PQ_CHUNK_VERB) || p->chunks.at[noun].hit ||
      !p->chunks.at[noun].name_end || /* "it": nobody can tell */
      p->chunks.at[verb].negated || p->chunks.at[now->verb].negated ||
      !says_only(p, now->verb, when)) {
    return;
  }
  const uint32_t hit = pq_walk_told(w);
  if (!hit || p->hits.at[hit].trigger->type != PQ_TRIGGER_EVENT) return;
  const bool there = is_there(p, verb);
  if (!there && !tells(p, verb)) return;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_DEPENDS,
                      .chunk = there ? noun : verb,
                      .hit = there ? 0 : p->chunks.at[verb].hit,
                      .all = there,
                      .how = p->chunks.at[when].span});
  p->hits.at[hit].said = true;
}

/* ---- "to which", "which ... does" ---- */

/* "X contains a motif to which", "phosphorylates X at S5, to which": X. */
static uint32_t owner(const pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const pq_clause *const now = &w->stack[w->depth - 1];
  const uint32_t verb = now->verb;
  const pq_arg *const theme =
      verb && p->chunks.at[verb].hit
          ? pq_hit_arg(&p->hits.at[p->chunks.at[verb].hit], PQ_AS_THEME)
          : NULL;
  if (p->chunks.at[noun].sites) {
    return theme && !theme->hit && !theme->end ? theme->chunk : 0;
  }
  const pq_chunk *const v = &p->chunks.at[verb];
  const bool holds =
      verb && !v->hit &&
      (pq_unit_means(p, v->head, PQ_M_OFFERING) ||
       (v->begin + 1 == v->end && (p->units.at[v->begin].classes & PQ_W_HAVE)));
  const bool part =
      p->units.at[p->chunks.at[noun].end - 1].classes & (PQ_W_SITE | PQ_W_PART);
  return holds && part && p->chunks.at[noun].verb == verb ? now->subject : 0;
}

uint32_t pq_step_site_of(const pq_walker *w, uint32_t noun) {
  const pq_parse *const p = w->p;
  const uint32_t prior = p->chunks.at[noun].prior;
  const uint32_t first = prior ? prior : noun;
  const pq_content c = pq_argument_content(p, first);
  if (c.things || c.owner || c.anaphor) return first;
  return c.event || c.places ? 0 : owner(w, first);
}

void pq_step_which(pq_walker *w, uint32_t verb) {
  static const char *const slots[] = {"to", "onto", "with", "from", "by", NULL};
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[verb].hit;
  const bool phrase = pq_chunk_is(p, now->first - 1, PQ_CHUNK_PREPOSITION);
  if (!hit || p->hits.at[hit].trigger->type != PQ_TRIGGER_EVENT ||
      (phrase && !pq_view_says_any(p->chunks.at[now->first - 1].slot, slots))) {
    return;
  }
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("object")};
  const pq_place_for behind = pq_phrase_place(p, hit, now->first - 1);
  (void)pq_argument_attach(p, phrase ? &behind : &where, now->about);
}
