/* Verbs and nouns that are joined share what only one of them says. */
#include "seek.h"

static bool lacks(const pq_parse *p, uint32_t hit, pq_frame_role role) {
  return pq_hit_arg(&p->hits.at[hit], role) == NULL;
}

/* "is ubiquitinated and degraded by the proteasome", which degrades it only. */
static bool is_by_proteasome(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const a = pq_hit_arg(h, PQ_AS_AGENT);
  const uint32_t last = a ? p->chunks.at[a->chunk].end - 1 : 0;
  return pq_unit_says(p, last, "proteasome") ||
         pq_unit_says(p, last, "proteasomes");
}

static bool binds(const pq_parse *p, const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT &&
         p->r->kinds[h->trigger->kind].binding;
}

/* Does who is named behind "by" do it himself? */
static bool does_by(const pq_parse *p, const pq_hit *h) {
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, h->voice, PQ_LIT("by"), &at);
  return h->trigger->type == PQ_TRIGGER_EVENT && row &&
         row->role == PQ_AS_AGENT;
}

/* "is degraded and is phosphorylated by X": "by X" is the second one's. */
static bool says_be(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = p->chunks.at[h->chunk].begin; i < h->unit; ++i) {
    if (p->units.at[i].classes & PQ_W_BE) return true;
  }
  return false;
}

/* "phosphorylates and activates X", "is bound and phosphorylated by X". */
static void share_verbs(pq_parse *p, uint32_t hit) {
  const uint32_t before = p->hits.at[hit].shares;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_hit *const b = &p->hits.at[before];
  if (!before || b->voice != h->voice) return;
  if (h->voice == PQ_PASSIVE && lacks(p, before, PQ_AS_AGENT) &&
      lacks(p, before, PQ_AS_UPSTREAM) && !is_by_proteasome(p, h) &&
      (h->gap || (b->chunk + 2 == h->chunk && !says_be(p, h)))) {
    const uint32_t first = b->n_args;
    pq_hit_copy(p, hit, before, PQ_AS_AGENT);
    pq_hit_copy(p, hit, before, PQ_AS_UPSTREAM);
    for (uint32_t i = first; i < b->n_args; ++i) {
      pq_arg *const a = &p->hits.at[before].args[i];
      if (binds(p, b)) { /* who binds it */
        pq_hit_turn(&p->hits.at[before], a, PQ_AS_PARTNER);
      }
      if (!binds(p, b) && does_by(p, b) &&
          pq_view_alike(pq_span_text(p->text, a->how), PQ_LIT("by"))) {
        a->relation = PQ_REL_DIRECT; /* and not "in response to X" */
      }
    }
  }
}

/* "binding of X and Y-mediated transcription": Y has its share in the second
 * alone. */
static bool is_own(const pq_parse *p, uint32_t hit, pq_frame_role role) {
  const pq_arg *const a = pq_hit_arg(&p->hits.at[hit], role);
  return role != PQ_AS_THEME && a && a->end;
}

/* "NF-kappaB activation and X release": of something else than X.  "X
 * dimerization and DNA binding": X binds DNA. */
static bool is_of_class(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const bool dna = binds(p, h) && h->unit == p->chunks.at[h->chunk].begin + 1 &&
                   pq_view_ends(pq_unit_text(p, h->unit - 1), PQ_LIT("NA"));
  return !dna && pq_event_has_kind(h) && pq_seek_is_of_class(p, h);
}

/* "X-mediated phosphorylation of A and its degradation": by X, the first. */
static bool is_its(const pq_parse *p, uint32_t hit) {
  const uint32_t first = p->chunks.at[p->hits.at[hit].chunk].begin;
  return pq_unit_says(p, first, "its") || pq_unit_says(p, first, "their");
}

/* What one has, the other has; "recognition and ubiquitination by X": X binds.
 */
static void lend(pq_parse *p, uint32_t from, uint32_t to, pq_frame_role role) {
  const uint32_t first = p->hits.at[to].n_args;
  pq_hit_copy(p, from, to, role);
  pq_hit *const h = &p->hits.at[to];
  for (uint32_t i = first; i < h->n_args; ++i) {
    if (role == PQ_AS_AGENT && binds(p, h)) {
      pq_hit_turn(h, &h->args[i], PQ_AS_PARTNER);
    }
  }
}

/* "recruitment and activation of X", "X phosphorylation and activation". */
static void share_nouns(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t next = p->chunks.at[h->chunk].next;
  const uint32_t other = next ? p->chunks.at[next].hit : 0;
  const uint32_t most =
      h->chunk + (pq_chunk_is(p, next - 1, PQ_CHUNK_AND) ? 3 : 2);
  if (!other || most < next) return;
  /* "autoubiquitination and ubiquitination of X": only the latter is of X */
  if (h->trigger->self && !p->hits.at[other].trigger->self) return;
  static const pq_frame_role shared[] = {PQ_AS_THEME, PQ_AS_AGENT,
                                         PQ_AS_UPSTREAM};
  for (size_t i = 0; i < sizeof shared / sizeof shared[0]; ++i) {
    const bool theme = shared[i] == PQ_AS_THEME;
    if (lacks(p, hit, shared[i])) {
      if (is_own(p, other, shared[i]) || (theme && is_of_class(p, hit))) {
        continue;
      }
      lend(p, other, hit, shared[i]);
    } else if (lacks(p, other, shared[i])) {
      if (theme ? is_of_class(p, other) : is_its(p, other)) continue;
      lend(p, hit, other, shared[i]);
    }
  }
}

/* "phosphorylation of A at S1 and of B at S2 by C": C does both. */
static void share_gap(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  if (h->gap && h->shares && lacks(p, h->shares, PQ_AS_AGENT) &&
      lacks(p, h->shares, PQ_AS_UPSTREAM)) {
    pq_hit_copy(p, hit, h->shares, PQ_AS_AGENT);
  }
}

/* The hit that tells what the verb acts on: itself, or the noun in "prevents X
 * activation"; 0 if that is of no one thing. */
static uint32_t acts_on(const pq_parse *p, uint32_t verb) {
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[verb], PQ_AS_THEME);
  if (!verb || !theme || !theme->hit) return theme ? verb : 0;
  const pq_hit *const in = &p->hits.at[theme->hit];
  const bool state = in->voice == PQ_NOMINAL &&
                     in->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[in->trigger->kind].leaves;
  const pq_arg *const of = pq_hit_arg(in, PQ_AS_THEME);
  return state && of && !of->hit ? theme->hit : 0;
}

/* "activates X by phosphorylating Y319": of X; so too "prevents X activation
 * by". */
static void take_whole(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const site = pq_hit_arg(h, PQ_AS_SITE);
  const uint32_t from = h->means_of && site ? acts_on(p, h->means_of) : 0;
  if (from && !h->other_theme && h->trigger->type == PQ_TRIGGER_EVENT &&
      !pq_hit_arg(h, PQ_AS_THEME) && !p->chunks.at[site->chunk].of) {
    pq_hit_copy(p, from, hit, PQ_AS_THEME);
  }
}

/* "X is activated by Y, which phosphorylates S5": of X. */
static void take_suffered(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  if (!by || by->hit || h->voice != PQ_ACTIVE_VOICE || h->other_theme ||
      h->trigger->type != PQ_TRIGGER_EVENT ||
      !pq_chunk_is(p, h->chunk - 1, PQ_CHUNK_RELATIVE) ||
      !pq_hit_arg(h, PQ_AS_SITE) || !lacks(p, hit, PQ_AS_THEME)) {
    return;
  }
  for (uint32_t i = hit; i-- > 1;) {
    const pq_hit *const b = &p->hits.at[i];
    const pq_arg *const theme = pq_hit_arg(b, PQ_AS_THEME);
    const pq_arg *agent = pq_hit_arg(b, PQ_AS_AGENT);
    if (!agent) agent = pq_hit_arg(b, PQ_AS_UPSTREAM);
    if (b->voice != PQ_PASSIVE || !agent || agent->chunk != by->chunk) continue;
    if (theme && !theme->hit) pq_hit_copy(p, i, hit, PQ_AS_THEME);
    return;
  }
}

/* "stimulation of X production by Y": of what happens it says what "induction"
 * says, and who is named is no treatment. */
static void turn_treatment(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t of = h->chunk + 1;
  const uint32_t inner = p->chunks.at[of + 1 < p->chunks.n ? of + 1 : 0].hit;
  const pq_trigger *const as = pq_noun_rule(p, PQ_LIT("induction"));
  uint32_t at = 0;
  if (!as || !h->trigger->stands || h->trigger->polarity != PQ_POSITIVE ||
      !inner || p->hits.at[inner].voice != PQ_NOMINAL ||
      p->hits.at[inner].trigger->stands || p->hits.at[inner].used_by ||
      !pq_chunk_is(p, of, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[of].begin, "of") ||
      pq_rules_slot(p->g, h->trigger->frame, PQ_NOMINAL, PQ_LIT("of"), &at)) {
    return;
  }
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &p->hits.at[hit].args[i];
    if (a->role == PQ_AS_THEME) pq_hit_turn(&p->hits.at[hit], a, PQ_AS_AGENT);
  }
  p->hits.at[hit].trigger = as;
  p->hits.at[inner].used_by = hit;
  pq_hit_add(
      p, hit,
      (pq_arg){
          .role = PQ_AS_THEME, .chunk = of + 1, .hit = inner, .all = true});
}

/* "its loss": that of what "its" means. */
static void take_its(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (!h->trigger->stands || !c->refers || pq_hit_arg(h, PQ_AS_THEME) ||
      !is_its(p, hit)) {
    return;
  }
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME, .chunk = c->refers, .all = true});
}

void pq_share_its(pq_parse *p) {
  if (p->r->wants_happenings) return;
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    take_its(p, i);
  }
}

void pq_event_share(pq_parse *p) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (p->hits.at[i].voice == PQ_NOMINAL) turn_treatment(p, i);
  }
  /* "phosphorylation, ubiquitination and degradation of X": from the last on */
  for (uint32_t i = p->hits.n; i-- > 1;) {
    if (p->hits.at[i].voice != PQ_NOMINAL) continue;
    share_gap(p, i);
    share_nouns(p, i);
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (p->hits.at[i].voice == PQ_NOMINAL) {
      share_nouns(p, i);
    } else {
      take_whole(p, i);
      take_suffered(p, i);
      share_verbs(p, i);
      pq_turn_mark(p, i);
    }
  }
}
