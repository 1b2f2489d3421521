/* Who acts in a happening: causes, and words that tell of them. */
#include "happen.h"

/* How an agent is led in. */
typedef enum lead {
  LEAD_CAUSE, /* a subject, or by, through, via */
  LEAD_WORD,  /* "-induced", "in response to": a word that tells of it */
  LEAD_NONE
} lead;

static bool says(const pq_parse *p, pq_span span, const char *word) {
  return pq_view_alike(pq_span_text(p->text, span), pq_view_of(word));
}

static lead lead_of(const pq_parse *p, const pq_hit *h, const pq_arg *a) {
  static const char *const plain[] = {"by",  "through", "via",
                                      "for", "of",      "with"};
  switch (a->role) {
  case PQ_AS_AGENT:
  case PQ_AS_UPSTREAM:
  case PQ_AS_DEPENDS: break;
  case PQ_AS_INDEPENDENT: /* "X is dispensable for" */
    return pq_span_empty(a->how) ? LEAD_CAUSE : LEAD_WORD;
  default: return LEAD_NONE;
  }
  if (pq_span_empty(a->how)) return LEAD_CAUSE;
  const pq_view to = h->trigger->to; /* "depends on" */
  if (to.len && pq_view_alike(pq_span_text(p->text, a->how), to)) {
    return LEAD_CAUSE;
  }
  for (size_t i = 0; i < sizeof plain / sizeof plain[0]; ++i) {
    if (says(p, a->how, plain[i])) return LEAD_CAUSE;
  }
  return LEAD_WORD;
}

static bool is_means(const pq_parse *p, const pq_hit *h, const pq_arg *a) {
  return (a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM) && a->hit &&
         !pq_span_empty(a->how) && lead_of(p, h, a) == LEAD_CAUSE;
}

pq_status pq_happen_causes(pq_happener *w, uint32_t hit, pq_fill *out) {
  pq_status st = PQ_OK;
  const uint32_t n = w->p->hits.at[hit].n_args;
  bool means = false;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (!is_means(w->p, &w->p->hits.at[hit], &a) ||
        w->p->hits.at[hit].voice != PQ_ACTIVE_VOICE) {
      continue;
    }
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, out));
    means = means || out->n;
  }
  for (uint32_t i = 0; i < n && !means; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (lead_of(w->p, &w->p->hits.at[hit], &a) != LEAD_CAUSE) continue;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, out));
  }
  return PQ_OK;
}

void pq_happen_use(pq_happener *w, pq_span trigger) {
  for (uint32_t i = 1; i < w->p->units.n; ++i) {
    const pq_span s = w->p->units.at[i].span;
    if (s.begin < trigger.end && trigger.begin < s.end) w->used[i] = true;
  }
}

/* The name that ends at a byte, but for white space; 0 none. */
static pq_mention_id name_up_to(const pq_parse *p, uint32_t at) {
  const pq_record *const r = p->r;
  while (at && p->text.ptr[at - 1] == ' ') {
    --at;
  }
  for (uint32_t i = p->first_mention; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    if (m->sentence != p->sentence || m->span.begin >= at) break;
    if (m->span.end == at) return i;
  }
  return 0;
}

/* "X (an inhibitor of Y)": who stands before the bracket that is being read. */
static pq_mention_id named_before(const pq_parse *p, const pq_hit *h) {
  if (!p->nested || h->chunk > 2 || p->units.n < 2) return 0;
  uint32_t open = p->units.at[1].span.begin;
  if (p->text.ptr[open] != '(' && open) --open;
  return p->text.ptr[open] == '(' ? name_up_to(p, open) : 0;
}

/* "the Y inhibitor, X, blocks": the group of who is named behind the comma. */
static uint32_t named_behind(const pq_parse *p, const pq_hit *h) {
  const uint32_t k = h->chunk + 2;
  const bool closed = pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA) ||
                      pq_chunk_is(p, k + 1, PQ_CHUNK_STOP);
  return pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_COMMA) &&
                 pq_chunk_is(p, k, PQ_CHUNK_NOUN) && closed &&
                 p->chunks.at[k].name_begin == p->chunks.at[k].begin &&
                 p->chunks.at[k].name_end == p->chunks.at[k].end &&
                 !p->chunks.at[k].next
             ? k
             : 0;
}

pq_status pq_happen_office(pq_happener *w, uint32_t hit, pq_fill *out) {
  const pq_hit *const h = &w->p->hits.at[hit];
  if (out->n || !h->trigger->actor || h->voice != PQ_NOMINAL) return PQ_OK;
  const pq_mention_id name = named_before(w->p, h);
  if (name) {
    out->at[out->n++] = (pq_filler){PQ_PART_CAUSE, name, 0, {0, 0}, false};
    return PQ_OK;
  }
  const pq_arg arg = {.chunk = named_behind(w->p, h)};
  return arg.chunk ? pq_happen_fill(w, &arg, PQ_PART_CAUSE, out) : PQ_OK;
}

/* Happenings as themes of another. */
static void fill_outer(const pq_told *told, pq_fill *out) {
  for (uint32_t i = 0; i < told->n && out->n < PQ_FILL_MOST; ++i) {
    out->at[out->n++] =
        (pq_filler){PQ_PART_THEME, 0, told->first + i, {0, 0}, false};
  }
}

/* Does the argument stand in the group of its noun: "IL6-induced"? */
static bool is_compound(const pq_parse *p, uint32_t hit, const pq_arg *a) {
  return a->end && a->chunk == p->hits.at[hit].chunk;
}

/* "IL6-induced ...", "... in response to IL6": a control of its own over what
 * the hit says. */
pq_status pq_happen_wrap(pq_happener *w, uint32_t hit, pq_told *outer) {
  pq_status st = PQ_OK;
  const uint32_t n = w->p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n && outer->n; ++i) {
    const pq_arg a = w->p->hits.at[hit].args[i];
    if (lead_of(w->p, &w->p->hits.at[hit], &a) != LEAD_WORD) continue;
    pq_fill *const themes = pq_fill_new(w);
    pq_fill *const causes = pq_fill_new(w);
    if (!themes || !causes) return w->p->r->arena->status;
    PQ_TRY(st, pq_happen_fill(w, &a, PQ_PART_CAUSE, causes));
    fill_outer(outer, themes);
    const bool apart = a.role == PQ_AS_INDEPENDENT;
    const pq_grip grip = {
        .trigger = a.how,
        .sign = apart || a.relation == PQ_REL_REGULATES ? PQ_POLARITY_UNSAID
                                                        : PQ_POSITIVE,
        .aside = is_compound(w->p, hit, &a),
        .direct = is_compound(w->p, hit, &a) && a.relation == PQ_REL_DIRECT,
        .negated = apart};
    pq_happen_use(w, a.how);
    PQ_TRY(st, pq_happen_control(w, &grip, themes, causes, outer));
  }
  return PQ_OK;
}

/* The last hit before a group that is told of, verbs first: "binding of X to Y
 * occurs in a ... manner". */
static uint32_t told_before(const pq_happener *w, uint32_t chunk) {
  const pq_parse *const p = w->p;
  uint32_t noun = 0;
  for (uint32_t i = p->hits.n; i-- > 1;) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->chunk >= chunk || !w->told[i].n) continue;
    if (h->voice != PQ_NOMINAL) return i;
    if (!noun) noun = i;
  }
  return noun;
}

/* The "dependent" of "in a phosphorylation-dependent manner", or 0. */
static uint32_t manner_word(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->kind != PQ_CHUNK_NOUN || c->hit ||
      !(p->units.at[c->end - 1].classes & PQ_W_MANNER) ||
      !pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION)) {
    return 0;
  }
  const uint32_t word = c->end - 2;
  return c->end > c->begin + 2 && pq_unit_says(p, word, "dependent") ? word : 0;
}

static pq_status tell_manner(pq_happener *w, uint32_t chunk, uint32_t word,
                             uint32_t hit) {
  pq_status st = PQ_OK;
  pq_fill *const themes = pq_fill_new(w);
  pq_fill *const causes = pq_fill_new(w);
  if (!themes || !causes) return w->p->r->arena->status;
  fill_outer(&w->told[hit], themes);
  PQ_TRY(st, pq_happen_condition(w, chunk, word, themes, causes));
  if (!causes->n) return PQ_OK;
  const pq_grip grip = {.trigger = w->p->units.at[word].span,
                        .sign = PQ_POSITIVE};
  pq_happen_use(w, grip.trigger);
  return pq_happen_control(w, &grip, themes, causes, &w->told[hit]);
}

pq_status pq_happen_manners(pq_happener *w) {
  pq_status st = PQ_OK;
  for (uint32_t c = 2; c < w->p->chunks.n; ++c) {
    const uint32_t word = manner_word(w->p, c);
    const uint32_t hit = word ? told_before(w, c) : 0;
    if (hit) PQ_TRY(st, tell_manner(w, c, word, hit));
  }
  return PQ_OK;
}

/* "... through phosphorylation of Z": what happens by the way, as one more
 * argument of the verb. */
static void find_means(pq_parse *p, uint32_t hit) {
  for (uint32_t c = p->hits.at[hit].chunk + 1; c + 1 < p->chunks.n; ++c) {
    const pq_chunk *const prep = &p->chunks.at[c];
    if (prep->kind == PQ_CHUNK_VERB || prep->kind == PQ_CHUNK_STOP) return;
    const uint32_t other = p->chunks.at[c + 1].hit;
    if (prep->kind != PQ_CHUNK_PREPOSITION || !other ||
        p->chunks.at[c + 1].kind != PQ_CHUNK_NOUN ||
        p->hits.at[other].used_by ||
        !(pq_unit_says(p, prep->begin, "through") ||
          pq_unit_says(p, prep->begin, "via") ||
          pq_unit_says(p, prep->begin, "by"))) {
      continue;
    }
    pq_hit_add(p, hit,
               (pq_arg){.role = PQ_AS_AGENT,
                        .chunk = c + 1,
                        .hit = other,
                        .all = true,
                        .how = prep->span,
                        .relation = PQ_REL_UPSTREAM});
    return;
  }
}

static bool has_agent(const pq_hit *h) {
  return pq_hit_arg(h, PQ_AS_AGENT) || pq_hit_arg(h, PQ_AS_UPSTREAM);
}

/* "X inhibits Y through phosphorylation of Z": X phosphorylates, and that is
 * what inhibits. */
void pq_happen_lend(pq_parse *p, uint32_t hit) {
  uint32_t subject = PQ_ARGS_MOST;
  if (p->hits.at[hit].voice != PQ_ACTIVE_VOICE) return;
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg *const a = &p->hits.at[hit].args[i];
    const bool first =
        lead_of(p, &p->hits.at[hit], a) == LEAD_CAUSE && pq_span_empty(a->how);
    if (first && !a->hit) subject = i;
  }
  if (subject == PQ_ARGS_MOST) return;
  find_means(p, hit);
  const pq_arg lent = p->hits.at[hit].args[subject];
  for (uint32_t i = 0; i < p->hits.at[hit].n_args; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (!is_means(p, &p->hits.at[hit], &a)) continue;
    for (uint32_t c = a.chunk; c; c = a.all ? p->chunks.at[c].next : 0) {
      const uint32_t means = p->chunks.at[c].hit;
      if (means && means != hit && !has_agent(&p->hits.at[means])) {
        pq_hit_add(p, means, lent);
      }
    }
  }
}
