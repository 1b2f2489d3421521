/* Nouns that tell of something that nobody says to happen: "loss of p14
 * expression", "defective binding of A to B", "is unable to undergo E". */
#include "draft.h"

enum {
  KEPT_OFF_MOST = 4 /* units from the word that negates to the verb */
};

/* "without phosphorylation of X"; "with or without" leaves it open. */
static bool is_without(const pq_parse *p, uint32_t noun) {
  const uint32_t before = noun - 1;
  return pq_chunk_is(p, before, PQ_CHUNK_PREPOSITION) &&
         (pq_unit_says(p, p->chunks.at[before].begin, "without") ||
          pq_view_same(p->chunks.at[before].slot, PQ_LIT("in the absence of")));
}

/* "Phosphorylation of X blocks growth": the first acts, whatever it blocks. */
static bool is_cause(const pq_hit *user, uint32_t chunk) {
  for (uint32_t i = 0; i < user->n_args; ++i) {
    const pq_frame_role role = user->args[i].role;
    if (user->args[i].chunk == chunk &&
        (role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM)) {
      return true;
    }
  }
  return false;
}

/* "loss of p14 expression", "X blocks phosphorylation of Y": nothing says that
 * it happens. */
bool pq_silent_lacks(const pq_parse *p, const pq_hit *h) {
  const uint32_t c = h->chunk;
  if (is_without(p, c)) return true;
  if (c > 2 && p->chunks.at[c - 1].kind == PQ_CHUNK_PREPOSITION &&
      p->chunks.at[c - 2].kind == PQ_CHUNK_NOUN) {
    const pq_unit *const last = &p->units.at[p->chunks.at[c - 2].end - 1];
    if (last->classes & PQ_W_LACK) return true;
  }
  for (uint32_t i = p->chunks.at[c].begin; i < h->unit; ++i) {
    if (p->units.at[i].classes & PQ_W_LACK) return true;
  }
  const uint32_t first = p->chunks.at[c].prior; /* "blocks A and B" */
  const uint32_t used_by =
      h->used_by ? h->used_by : p->hits.at[p->chunks.at[first].hit].used_by;
  if (!used_by) return false;
  const pq_hit *const user = &p->hits.at[used_by];
  return user->trigger->type == PQ_TRIGGER_REGULATION && !h->acts &&
         (p->r->wants_happenings || !is_cause(user, first ? first : c)) &&
         (user->trigger->polarity == PQ_NEGATIVE ||
          p->chunks.at[user->chunk].negated);
}

/* "is unable to undergo phosphorylation" */
static bool is_kept_off(const pq_parse *p, const pq_hit *h) {
  const pq_hit *const user = &p->hits.at[h->used_by];
  if (!h->used_by || user->trigger->type != PQ_TRIGGER_CARRIER ||
      user->chunk > h->chunk) {
    return false;
  }
  for (uint32_t i = 0; i < p->cues.n; ++i) {
    const pq_cue *const cue = &p->cues.at[i];
    if (cue->kind == PQ_CUE_NEGATION && cue->unit < user->unit &&
        cue->unit + KEPT_OFF_MOST >= user->unit) {
      return true;
    }
  }
  return false;
}

/* "inhibits PPP1CC-mediated dephosphorylation": that PPP1CC does it is taken
 * for granted. */
static bool has_compound_agent(const pq_hit *h) {
  const pq_arg *a = pq_hit_arg(h, PQ_AS_AGENT);
  if (!a) a = pq_hit_arg(h, PQ_AS_DEPENDS); /* "X-dependent" */
  return a && a->chunk == h->chunk && a->end && !pq_span_empty(a->how);
}

/* "X blocks phosphorylation of Y by Z", "does not block": only what Z does can
 * be blocked. */
static bool has_blocked_agent(const pq_parse *p, const pq_hit *h) {
  const pq_arg *a = pq_hit_arg(h, PQ_AS_AGENT);
  if (!a) a = pq_hit_arg(h, PQ_AS_UPSTREAM);
  const pq_hit *const user = &p->hits.at[h->used_by];
  return a && a->chunk >= h->chunk && h->used_by &&
         user->trigger->polarity == PQ_NEGATIVE;
}

/* "does not involve phosphorylation of X", "is not coupled to transport of X":
 * nobody takes it for granted.  "We did not observe" denies it: a cue tells. */
static bool is_of_no_matter(const pq_parse *p, const pq_hit *h) {
  if (h->said && h->trigger->actor) return false; /* "serve as a substrate" */
  uint32_t i = h->chunk - 1;
  if (pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION)) --i;
  if (!pq_chunk_is(p, i, PQ_CHUNK_VERB)) return false;
  const pq_chunk *const verb = &p->chunks.at[i];
  const pq_unit *const head = &p->units.at[verb->head];
  return verb->negated && !verb->hit && verb->head &&
         p->g->triggers.at[head->verb].type == PQ_TRIGGER_PLAIN &&
         !(head->classes & PQ_W_HAPPENING);
}

bool pq_silent_response(const pq_parse *p, const pq_hit *h) {
  const uint32_t to = h->chunk - 1;
  if (pq_chunk_is(p, to, PQ_CHUNK_VERB)) { /* "X is sensitive to E": of X */
    const pq_arg *const own = pq_hit_arg(h, PQ_AS_THEME);
    const pq_view last = pq_unit_text(p, p->chunks.at[to].end - 1);
    return own && own->chunk > h->chunk && !pq_hit_arg(h, PQ_AS_AGENT) &&
           !pq_hit_arg(h, PQ_AS_UPSTREAM) &&
           (pq_view_same(last, PQ_LIT("sensitive to")) ||
            pq_view_same(last, PQ_LIT("susceptible to")));
  }
  return pq_chunk_is(p, to, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[to].begin, "to") &&
         pq_chunk_is(p, to - 1, PQ_CHUNK_NOUN) &&
         pq_unit_means(p, p->chunks.at[to - 1].end - 1, PQ_M_RESPONSIVE);
}

/* "Defective binding of A to B": they do not bind as they should. */
static bool is_defective(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = p->chunks.at[h->chunk].begin; i < h->unit; ++i) {
    if (pq_unit_means(p, i, PQ_M_DEFECTIVE)) return true;
  }
  return false;
}

/* "The lack of binding of A to B": they do not bind. */
static bool is_absent(const pq_parse *p, const pq_hit *h) {
  const uint32_t of = h->chunk - 1;
  return pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[of].begin, "of") &&
         pq_chunk_is(p, of - 1, PQ_CHUNK_NOUN) &&
         pq_unit_means(p, p->chunks.at[of - 1].end - 1, PQ_M_ABSENT);
}

/* "The kinase for X is unknown": nobody holds the office. */
static bool is_vacant(const pq_parse *p, const pq_hit *h) {
  uint32_t at = 0;
  const pq_frame_row *const row = pq_rules_slot(
      p->g, h->trigger->frame, PQ_NOMINAL, PQ_LIT("subject"), &at);
  return h->trigger->type == PQ_TRIGGER_EVENT && row &&
         !p->r->kinds[h->trigger->kind].transport && row->role == PQ_AS_AGENT &&
         !pq_hit_arg(h, PQ_AS_AGENT);
}

bool pq_silent_restricts(const pq_parse *p, const pq_hit *h) {
  const uint32_t that = h->chunk - 1;
  return h->voice != PQ_NOMINAL && p->chunks.at[h->chunk].negated &&
         pq_chunk_is(p, that, PQ_CHUNK_RELATIVE) &&
         pq_unit_says(p, p->chunks.at[that].begin, "that") &&
         pq_chunk_is(p, that - 1, PQ_CHUNK_NOUN) && !p->r->wants_happenings;
}

/* Does a noun say anything of its own? */
bool pq_silent_is(const pq_parse *p, const pq_hit *h) {
  if (h->voice != PQ_NOMINAL || h->trigger->weak || h->trigger->potential ||
      h->trigger->carried || h->trigger->stands ||
      p->chunks.at[h->chunk].negated || pq_contrast_drops(p, h->chunk) ||
      is_kept_off(p, h) || is_of_no_matter(p, h) || is_vacant(p, h) ||
      pq_silent_response(p, h)) {
    return true;
  }
  const bool bond = h->trigger->type == PQ_TRIGGER_EVENT &&
                    pq_kind_is_bond(&p->r->kinds[h->trigger->kind]);
  if (bond && (is_defective(p, h) || is_absent(p, h))) return true;
  return h->told && !h->acts && (bond || pq_silent_lacks(p, h)) &&
         !has_compound_agent(h) && (bond || !has_blocked_agent(p, h));
}
