/* A verb that is said once for two: "A is phosphorylated on S1 and B on S2",
 * "A phosphorylates B at S1 and C at S2", "at S1 by A and at S2 by B"; "A
 * phosphorylates B, and so does C", "whereas C does not". */
#include "clause.h"
#include "recast.h"
#include "tag.h"

/* The verb once more, without what stands differently the second time. */
static uint32_t repeat(pq_walker *w, uint32_t before, const pq_frame_role *keep,
                       uint32_t n_keep) {
  pq_parse *const p = w->p;
  if (p->hits.n >= PQ_HITS_MOST) return 0;
  const pq_hit old = p->hits.at[before];
  pq_hit again = old;
  again.n_args = 0;
  again.shares = before;
  again.gap = true;
  again.used_by = 0;
  void *const more = p->hits.n < p->hits.cap
                         ? p->hits.at
                         : pq_vec_grow(p->r->arena, p->hits.at, p->hits.n,
                                       &p->hits.cap, sizeof *p->hits.at);
  if (!more) {
    w->status = p->r->arena->status;
    return 0;
  }
  p->hits.at = more;
  p->hits.at[p->hits.n++] = again;
  const uint32_t hit = p->hits.n - 1;
  for (uint32_t i = 0; i < old.n_args; ++i) {
    for (uint32_t k = 0; k < n_keep; ++k) {
      if (old.args[i].role == keep[k]) pq_hit_add(p, hit, old.args[i]);
    }
  }
  return hit;
}

/* The verb of the clause, if it has a site already. */
static uint32_t sited_verb(const pq_parse *p, const pq_clause *now) {
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  if (!hit || !pq_hit_arg(&p->hits.at[hit], PQ_AS_SITE)) return 0;
  return hit;
}

/* The verb of the clause, if it tells of an event. */
static uint32_t told_verb(const pq_parse *p, const pq_clause *now) {
  const uint32_t hit = now->verb ? p->chunks.at[now->verb].hit : 0;
  return hit && p->hits.at[hit].trigger->type == PQ_TRIGGER_EVENT ? hit : 0;
}

static bool has_site_behind(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) &&
         pq_argument_content(p, i + 2).sites;
}

/* Are noun group i and the one behind it a thing and its site: "B at S2"? */
static bool is_sited(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i, PQ_CHUNK_NOUN) && p->chunks.at[i].name_end &&
         has_site_behind(p, i);
}

/* ", the latter at S2" */
static bool is_latter(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) &&
         pq_unit_says(p, p->chunks.at[i].end - 1, "latter") &&
         has_site_behind(p, i);
}

/* "A at S1, B at S2 and C at S3": does what begins with B, behind a comma, go
 * on up to an "and"? */
static bool goes_on_sited(const pq_parse *p, uint32_t i) {
  while (is_sited(p, i)) {
    uint32_t k = i + 2;
    while (p->chunks.at[k].next) {
      k = p->chunks.at[k].next;
    }
    const bool comma = pq_chunk_is(p, ++k, PQ_CHUNK_COMMA);
    if (comma) ++k;
    const bool last = pq_chunk_is(p, k, PQ_CHUNK_AND);
    if (last) return is_sited(p, k + 1);
    if (!comma) return false;
    i = k;
  }
  return false;
}

/* "A phosphorylates S1 and | B S2", ", the latter S2": is noun group i who acts
 * and the residue that it is of? */
static bool is_doer_and_site(const pq_parse *p, uint32_t i, uint32_t site) {
  const pq_chunk *const c = &p->chunks.at[i];
  const uint32_t last = c->end - 1;
  if (!c->sites || c->end < c->begin + 2 || c->prior ||
      p->units.at[last].kind != PQ_UNIT_SITE ||
      !(pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
        pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA))) {
    return false;
  }
  /* "phosphorylates X at S1 and Y S2" may be of Y */
  const bool object =
      pq_chunk_is(p, site - 1, PQ_CHUNK_VERB) && !p->chunks.at[site].name_end;
  return pq_unit_says(p, last - 1, "latter") ||
         (object && c->name_end == last && c->begin == c->name_begin);
}

static bool take_turn(pq_walker *w, uint32_t i) {
  static const pq_frame_role theme[] = {PQ_AS_THEME};
  pq_parse *const p = w->p;
  const uint32_t before = sited_verb(p, pq_walk_top(w));
  const pq_hit *const h = &p->hits.at[before];
  const pq_arg *const said = pq_hit_arg(h, PQ_AS_SITE);
  if (!before || h->voice != PQ_ACTIVE_VOICE || !pq_hit_arg(h, PQ_AS_AGENT) ||
      !said || !is_doer_and_site(p, i, said->chunk)) {
    return false;
  }
  const uint32_t hit = repeat(w, before, theme, 1);
  const uint32_t end = p->chunks.at[i].end;
  const pq_arg agent = {.role = PQ_AS_AGENT,
                        .chunk = i,
                        .begin = p->chunks.at[i].name_begin,
                        .end = p->chunks.at[i].name_end,
                        .relation = PQ_REL_DIRECT,
                        .polarity = PQ_POSITIVE};
  const pq_arg site = {
      .role = PQ_AS_SITE, .chunk = i, .begin = end - 1, .end = end};
  if (hit) {
    pq_hit_add(p, hit, agent);
    pq_hit_add(p, hit, site);
    p->chunks.at[i].sites = false; /* the residue is no such one of Y's */
  }
  return true;
}

bool pq_gap_noun(pq_walker *w, uint32_t i) {
  const pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  if (pq_walk_has_verb(p, i)) return false;
  if (take_turn(w, i)) return true;
  if (is_latter(p, i) && told_verb(p, now)) {
    now->gap = i;
    return true;
  }
  const bool joined =
      pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      (pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA) && goes_on_sited(p, i));
  if (!joined || !is_sited(p, i) || !sited_verb(p, now)) return false;
  now->gap = i;
  return true;
}

/* "is done by A at S1 and | B at S2": who acts has its site behind it.  Then B
 * acts too, if it is such an enzyme; else A acts on it. */
static bool is_by_at(const pq_hit *h) {
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  const pq_arg *const site = pq_hit_arg(h, PQ_AS_SITE);
  return h->voice == PQ_PASSIVE && by && site && by->chunk + 2 == site->chunk;
}

static bool is_doer(const pq_parse *p, const pq_hit *h, uint32_t noun) {
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  return h->trigger->type == PQ_TRIGGER_EVENT && kind->doer.len &&
         pq_argument_is_doer(p, p->chunks.at[noun].name_begin, kind);
}

/* "by A (at S1) and B | (at S2)": a bracket tells of who acts. */
static bool is_bracketed(const pq_parse *p, uint32_t noun) {
  const uint32_t at = p->chunks.at[noun].span.end;
  const pq_view rest = pq_view_skip(p->text, at);
  return rest.len > 1 && rest.ptr[0] == ' ' && rest.ptr[1] == '(';
}

/* "... on S2" behind the noun whose verb is left out. */
static bool fill_noun(pq_walker *w, uint32_t i) {
  static const pq_frame_role agents[] = {PQ_AS_AGENT, PQ_AS_UPSTREAM};
  static const pq_frame_role theme[] = {PQ_AS_THEME};
  pq_parse *const p = w->p;
  pq_clause *const now = pq_walk_top(w);
  if (!now->gap || now->gap + 2 != i) return false;
  const uint32_t noun = now->gap;
  const uint32_t before = p->chunks.at[now->verb].hit;
  now->gap = 0;
  const pq_hit *const b = &p->hits.at[before];
  const bool by_at = is_by_at(b);
  const bool acts = by_at && (is_doer(p, b, noun) || is_bracketed(p, noun));
  const bool shares = by_at || b->voice == PQ_ACTIVE_VOICE;
  const uint32_t hit = acts ? repeat(w, before, theme, 1)
                            : repeat(w, before, agents, shares ? 2 : 0);
  if (!hit) return true;
  pq_hit_add(p, hit,
             (pq_arg){.role = acts ? PQ_AS_AGENT : PQ_AS_THEME,
                      .chunk = noun,
                      .relation = acts ? PQ_REL_DIRECT : PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = i, .all = true});
  return true;
}

/* The preposition behind what the verb has as its object, or behind the list of
 * that; 0 none. */
static uint32_t behind_object(const pq_parse *p, const pq_clause *now) {
  uint32_t k = now->object;
  while (k && p->chunks.at[k].next) {
    k = p->chunks.at[k].next;
  }
  return k && pq_chunk_is(p, k + 1, PQ_CHUNK_PREPOSITION) ? k + 1 : 0;
}

/* "binds A through its D1 domain and | B through its D2 domain": B is an object
 * more, and what follows is its own.  Not where it happens: "A in macrophages
 * and B in neurons" would have the place of A. */
bool pq_gap_object(pq_walker *w, uint32_t i) {
  static const pq_frame_role keep[] = {PQ_AS_AGENT, PQ_AS_UPSTREAM};
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t verb = now->verb;
  const uint32_t before = verb ? p->chunks.at[verb].hit : 0;
  const pq_hit *const h = &p->hits.at[before];
  if (!before || !pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      h->voice != PQ_ACTIVE_VOICE || h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->chunks.at[i].name_end || p->chunks.at[i].hit ||
      !pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION)) {
    return false;
  }
  const uint32_t prep = behind_object(p, now);
  if (!prep || pq_view_same(p->chunks.at[prep].slot, PQ_LIT("in")) ||
      !pq_view_same(p->chunks.at[prep].slot, p->chunks.at[i + 1].slot) ||
      pq_walk_has_verb(p, i)) {
    return false;
  }
  const bool binds = p->r->kinds[h->trigger->kind].binding;
  const uint32_t hit = repeat(w, before, keep, 2);
  if (!hit) return false;
  if (binds) pq_hit_copy(p, before, hit, PQ_AS_THEME);
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("object")};
  (void)pq_argument_attach(p, &where, i);
  return true;
}

/* ---- a noun that happens, once for two ---- */

static bool has_slot(const pq_parse *p, uint32_t i, pq_view slot) {
  return pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
         pq_view_same(p->chunks.at[i].slot, slot);
}

/* The noun that happens by, to or with noun group i, or the list that it ends,
 * or the passive that it does; 0 none. */
static uint32_t event_of(const pq_parse *p, uint32_t i, pq_view slot) {
  const uint32_t first = p->chunks.at[i].prior ? p->chunks.at[i].prior : i;
  const bool by = pq_view_same(slot, PQ_LIT("by"));
  if (!has_slot(p, first - 1, slot)) return 0;
  for (uint32_t h = p->hits.n; h-- > 1;) {
    const pq_hit *const hit = &p->hits.at[h];
    for (uint32_t k = 0; k < hit->n_args; ++k) {
      if (hit->args[k].chunk != first) continue;
      return hit->voice == PQ_NOMINAL || (hit->voice == PQ_PASSIVE && by) ? h
                                                                          : 0;
    }
  }
  return 0;
}

/* Take group i out of what the hit has, and out of its list. */
static void take_back(pq_parse *p, uint32_t hit, uint32_t i) {
  pq_hit *const h = &p->hits.at[hit];
  uint32_t n = 0;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    if (h->args[k].chunk != i) h->args[n++] = h->args[k];
  }
  h->n_args = n;
  for (uint32_t k = p->chunks.at[i].prior; k; k = p->chunks.at[k].next) {
    if (p->chunks.at[k].next == i) p->chunks.at[k].next = 0;
  }
  p->chunks.at[i].prior = 0;
}

/* "phosphorylation of A by X and of B by Y", "binding of A to X and B to Y", "A
 * is bound by X and B by Y": at Y.  "of A at S1, of B at S2 and of C at S3" */
static bool repeat_event(pq_walker *w, uint32_t i) {
  pq_parse *const p = w->p;
  const pq_view slot = p->chunks.at[i - 1].slot;
  if (i < 7 || pq_view_same(slot, PQ_LIT("of")) ||
      !pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) || !p->chunks.at[i - 2].name_end) {
    return false;
  }
  const bool of = has_slot(p, i - 3, PQ_LIT("of"));
  const uint32_t joint = i - (of ? 4 : 3);
  const bool comma = pq_chunk_is(p, joint - 1, PQ_CHUNK_COMMA);
  const uint32_t last = joint - (comma ? 2 : 1);
  const bool listed = of && pq_chunk_is(p, joint, PQ_CHUNK_COMMA);
  if (!(listed || pq_chunk_is(p, joint, PQ_CHUNK_AND)) ||
      !pq_chunk_is(p, last, PQ_CHUNK_NOUN)) {
    return false;
  }
  const uint32_t before = event_of(p, last, slot);
  const bool named = p->chunks.at[i].name_end && !p->chunks.at[i].hit;
  if (before && p->hits.at[before].voice == PQ_PASSIVE && !named) return false;
  const uint32_t hit = before ? repeat(w, before, NULL, 0) : 0;
  if (!hit) return false;
  take_back(p, before, i - 2);
  p->hits.at[hit].used_by = p->hits.at[before].used_by;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = i - 2,
                      .all = true,
                      .how = of ? p->chunks.at[i - 3].span : (pq_span){0, 0}});
  const pq_place_for where = {
      .hit = hit, .slot = slot, .how = p->chunks.at[i - 1].span};
  return pq_argument_attach(p, &where, i);
}

/* "... and at S2 by B": the same theme, another site and agent. */
bool pq_gap_phrase(pq_walker *w, uint32_t i) {
  static const pq_frame_role keep[] = {PQ_AS_THEME};
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  if (fill_noun(w, i) || repeat_event(w, i)) return true;
  const uint32_t before = sited_verb(p, now);
  const bool joined = pq_chunk_is(p, i - 2, PQ_CHUNK_AND) ||
                      pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA);
  if (!before || !joined || !pq_argument_content(p, i).sites ||
      !pq_hit_arg(&p->hits.at[before], PQ_AS_AGENT)) {
    return false;
  }
  const bool agent = pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
                     pq_view_same(p->chunks.at[i + 1].slot, PQ_LIT("by"));
  if (p->hits.at[before].voice != PQ_PASSIVE || !agent) return false;
  const uint32_t hit = repeat(w, before, keep, 1);
  if (hit) {
    pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_SITE, .chunk = i, .all = true});
  }
  return true;
}

/* ---- "does", "is" for a verb said before ---- */

/* Nothing but a form of "do", or of "be", and perhaps "not"? */
static bool is_bare_verb(const pq_parse *p, uint32_t i, uint32_t form) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (c->kind != PQ_CHUNK_VERB || c->hit || c->form != PQ_VERB_FINITE) {
    return false;
  }
  bool found = false;
  for (uint32_t k = c->begin; k < c->end; ++k) {
    const uint32_t classes = p->units.at[k].classes;
    if (!(classes & (form | PQ_W_NOT | PQ_W_ADVERB))) return false;
    found = found || (classes & form);
  }
  return found;
}

/* Does nothing follow that the verb could be of: is the clause over? */
static bool is_over(const pq_parse *p, uint32_t i) {
  return i >= p->chunks.n || (p->chunks.at[i].kind != PQ_CHUNK_NOUN &&
                              p->chunks.at[i].kind != PQ_CHUNK_VERB &&
                              p->chunks.at[i].kind != PQ_CHUNK_PREPOSITION &&
                              p->chunks.at[i].kind != PQ_CHUNK_WHETHER);
}

/* Does the verb group begin with the word, or come right behind it? */
static bool comes_behind(const pq_parse *p, uint32_t verb, const char *word) {
  const uint32_t begin = p->chunks.at[verb].begin;
  return pq_unit_says(p, begin, word) || pq_unit_says(p, begin - 1, word);
}

/* The noun group that does what was said before: "AKT2 does not", ", as does
 * AKT2"; or 0. */
static uint32_t who_else(pq_walker *w, uint32_t verb) {
  const pq_parse *const p = w->p;
  const bool turned =
      comes_behind(p, verb, "as") || comes_behind(p, verb, "so") ||
      comes_behind(p, verb, "nor") || comes_behind(p, verb, "neither");
  if (turned) {
    const bool noun = pq_chunk_is(p, verb + 1, PQ_CHUNK_NOUN);
    return noun && is_over(p, verb + 2) ? verb + 1 : 0;
  }
  const bool noun = pq_chunk_is(p, verb - 1, PQ_CHUNK_NOUN);
  if (!noun || !is_over(p, verb + 1)) return 0;
  const uint32_t first = p->chunks.at[verb - 1].prior; /* "A and B do not" */
  return first ? first : verb - 1;
}

/* The verb that was said last, in this voice. */
static uint32_t verb_before(const pq_parse *p, uint32_t i, pq_voice voice) {
  while (i-- > 1) {
    const pq_chunk *const c = &p->chunks.at[i];
    /* "was able to do X, whereas Y did not" */
    const bool able = c->form == PQ_VERB_INFINITIVE && c->hit &&
                      pq_unit_means(p, c->begin - 1, PQ_M_ABLE);
    if (c->kind != PQ_CHUNK_VERB || !(able || c->form == PQ_VERB_FINITE)) {
      continue;
    }
    return c->hit && p->hits.at[c->hit].voice == voice ? c->hit : 0;
  }
  return 0;
}

/* The verb `before` once more, of noun group `noun`; chunk `at` stands for it.
 */
static void repeat_verb(pq_walker *w, uint32_t before, uint32_t at,
                        uint32_t noun) {
  pq_parse *const p = w->p;
  const uint32_t hit = repeat(w, before, NULL, 0);
  if (!hit) return;
  const pq_hit *const old = &p->hits.at[before];
  for (uint32_t i = 0; i < old->n_args; ++i) {
    if (old->args[i].chunk > old->chunk) pq_hit_add(p, hit, old->args[i]);
  }
  const pq_chunk *const first = &p->chunks.at[noun < at ? noun : at];
  p->hits.at[hit].chunk = at;
  p->hits.at[hit].span = p->chunks.at[at].span;
  p->hits.at[hit].shares = 0;
  p->hits.at[hit].since = first->span.begin;
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("subject")};
  if (!pq_argument_attach(p, &where, noun)) {
    p->hits.at[hit].kept_from = true; /* "but a mutant does not" */
  }
}

void pq_gap_verb(pq_walker *w, uint32_t verb) {
  const pq_parse *const p = w->p;
  const bool does = is_bare_verb(p, verb, PQ_W_DO);
  if (!does && !is_bare_verb(p, verb, PQ_W_BE)) return;
  const uint32_t noun = who_else(w, verb);
  const uint32_t before =
      noun ? verb_before(p, verb, does ? PQ_ACTIVE_VOICE : PQ_PASSIVE) : 0;
  if (before) repeat_verb(w, before, verb, noun);
}

void pq_gap_turned(pq_walker *w, uint32_t lead) {
  const pq_parse *const p = w->p;
  const pq_chunk *const c = &p->chunks.at[lead];
  const uint32_t noun = lead + 1;
  if (!pq_tag_turns(p, c->begin) || !pq_chunk_is(p, noun, PQ_CHUNK_NOUN) ||
      !is_over(p, noun + 1)) {
    return;
  }
  pq_view auxiliary = pq_unit_text(p, c->begin);
  (void)pq_view_cut(&auxiliary, ' ');
  const pq_word *const word = pq_rules_word(p->g, auxiliary);
  const bool is = word && (word->classes & PQ_W_BE);
  const uint32_t before =
      verb_before(p, lead, is ? PQ_PASSIVE : PQ_ACTIVE_VOICE);
  if (before) repeat_verb(w, before, lead, noun);
}
