/* "the receptor itself", "it", "this phosphorylation": what was named before.
 * Nothing is guessed: where the class of the noun fits no earlier thing, the
 * words refer to nothing. */
#include "anaphora.h"

#include "draft.h"

enum {
  BACK_MOST = 3 /* sentences */
};

/* What a noun group without a name says of what it means. */
typedef struct wanted {
  uint32_t class_noun; /* 0: any thing ("it") */
  uint32_t enzyme;     /* and of a part: "the ligase complex"; 0: nothing */
  bool pronoun, definite, same, plural;
  bool molecule; /* small ones, too: "the latter" */
  bool active;   /* "the active enzyme" */
} wanted;

static bool is_plural_text(pq_view w) {
  return w.len > 2 && w.ptr[w.len - 1] == 's' && w.ptr[w.len - 2] != 's';
}

/* "the same kinase", "the resulting complex" */
static bool says_again(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_AGAIN) && !p->r->wants_happenings;
}

static wanted wanted_of(const pq_parse *p, const pq_chunk *c) {
  wanted w = {.class_noun = 0};
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->class_noun) {
      const pq_view before = pq_unit_text(p, w.class_noun ? i - 1 : i);
      w.enzyme = pq_view_ends(before, PQ_LIT("ase")) ? w.class_noun : 0;
      w.class_noun = u->class_noun;
      w.plural = is_plural_text(pq_unit_text(p, i));
    }
    if ((u->classes & PQ_W_SAME) || says_again(p, i)) {
      w.same = true;
      continue;
    }
    w.active =
        w.active || ((u->classes & PQ_W_ACTIVE) && !p->r->wants_happenings);
    if (pq_unit_says(p, i, "it") || pq_unit_says(p, i, "its") ||
        pq_unit_says(p, i, "they") || pq_unit_says(p, i, "them")) {
      w.pronoun = true;
    }
    if ((u->classes & PQ_W_DEMONSTRATIVE) || pq_unit_says(p, i, "the")) {
      w.definite = true;
    }
    if (u->classes & PQ_W_PLURAL) w.plural = true;
  }
  return w;
}

/* "the phosphorylated receptor": what was put on it may have been told. */
static bool is_modified(const pq_parse *p, const pq_unit *u) {
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  return u->verb && (u->forms & (PQ_FORM_ED | PQ_FORM_EN)) &&
         t->type == PQ_TRIGGER_EVENT && p->r->kinds[t->kind].product_unsaid &&
         !p->r->wants_happenings;
}

/* A word that tells another thing apart: "the upstream kinase". */
static bool is_told_apart(const pq_parse *p, const pq_chunk *c) {
  /* "the kinase that phosphorylates X", "the enzyme catalysing E" */
  const uint32_t next = (uint32_t)(c - p->chunks.at) + 1;
  const bool doing = pq_chunk_is(p, next, PQ_CHUNK_VERB) &&
                     p->chunks.at[next].form == PQ_VERB_ING &&
                     p->units.at[c->end - 1].class_noun != 0;
  if (doing || pq_chunk_is(p, next, PQ_CHUNK_RELATIVE)) return true;
  const bool own = pq_unit_says(p, c->begin, "its") && !p->r->wants_happenings;
  /* "its intracellular domain" */
  if (own && pq_unit_means(p, c->end - 1, PQ_M_LIMB)) return false;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const uint32_t known = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE | PQ_W_SAME |
                           PQ_W_PRONOUN | PQ_W_GENERIC | PQ_W_ACTIVE;
    if (u->class_noun || u->kind == PQ_UNIT_MARK || says_again(p, i)) continue;
    if (own && (u->classes & PQ_W_PART)) continue; /* "its tail" */
    if (!(u->classes & known) && !is_modified(p, u)) return true;
  }
  return false;
}

static bool wants_complex(const pq_parse *p, const wanted *w) {
  return w->class_noun && pq_view_same(p->g->class_ids.at[w->class_noun],
                                       PQ_LIT("PQ:class.complex"));
}

/* Is the thing of a class of nouns: "kinase"? */
static bool is_of_class(const pq_parse *p, pq_entity_id id, uint32_t noun) {
  const pq_entity *const e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  const pq_view class_id = p->g->class_ids.at[noun];
  return pq_view_same(class_id, PQ_LIT("*")) ||
         (p->classes && p->classes->under &&
          p->classes->under(p->classes->user, e->id, class_id));
}

/* "The E3 ligase complex": a complex of a ligase. */
static bool has_enzyme(const pq_parse *p, const wanted *w, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  if (!w->enzyme) return true;
  for (uint32_t i = 0; i < e->n_members; ++i) {
    if (is_of_class(p, e->members[i], w->enzyme)) return true;
  }
  return is_of_class(p, id, w->enzyme);
}

static bool fits(const pq_parse *p, const wanted *w, pq_entity_id id) {
  const pq_entity *e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  switch (e->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX: break;
  case PQ_ENTITY_MOLECULE: return w->molecule;
  default: return false;
  }
  if (w->pronoun || !w->class_noun) return w->pronoun;
  if (wants_complex(p, w)) {
    return e->kind == PQ_ENTITY_COMPLEX && has_enzyme(p, w, id);
  }
  return is_of_class(p, id, w->class_noun);
}

bool pq_anaphor_is_a(const pq_parse *p, uint32_t class_noun, pq_entity_id id) {
  const wanted w = {.class_noun = class_noun};
  return fits(p, &w, id);
}

/* "A binds B.  This complex ...": of what bound last, `since` a sentence; 0
 * none.  `whole`: it was said to be a complex. */
static pq_status bound_before(pq_parse *p, pq_sentence_id since, bool whole,
                              pq_entity_id *out) {
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in < since) return PQ_OK;
    if (m->kind == PQ_OF_ANY_KIND) continue;
    const pq_kind *const kind = &p->r->kinds[m->kind];
    const pq_event *const e = pq_event_at(p->r, m->event);
    const bool may = kind->assembly || (kind->binding && !whole);
    if (may && e->n_themes > 1) {
      return pq_bond_complex(p, e->themes, e->n_themes, out);
    }
  }
  return PQ_OK;
}

/* "is phosphorylated by kinase 2 (K2) and stabilizes the protein": who does it
 * is not what the sentence is about. */
static bool is_by(const pq_parse *p, const pq_mention *m) {
  const pq_view by = PQ_LIT(" by ");
  if (m[-1].sentence == m->sentence && m[-1].entity == m->entity) --m;
  if (m->span.begin < by.len) return false;
  const pq_span before = {m->span.begin - (uint32_t)by.len, m->span.begin};
  return pq_view_same(pq_span_text(p->text, before), by);
}

/* The nearest fitting mention before byte `at` of this sentence; one behind
 * "by" if there is no other. */
static pq_entity_id in_sentence(const pq_parse *p, const wanted *w,
                                uint32_t at) {
  pq_entity_id by = 0;
  for (uint32_t i = pq_mentions_end(p); i-- > p->first_mention;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence != p->sentence || m->span.end > at) continue;
    if (m->effect == PQ_EFFECT_NOT_ACTOR || !fits(p, w, m->entity)) continue;
    if (!is_by(p, m)) return m->entity;
    if (!by) by = m->entity;
  }
  return by;
}

/* "The TSC1:TSC2 complex", "CCNE1:CDK2", and not "Gq". */
static bool is_called_complex(const pq_parse *p, const pq_mention *m) {
  const pq_view text = pq_span_text(p->text, m->span);
  const pq_view behind = pq_view_skip(p->text, m->span.end);
  return pq_view_find(text, ':') < text.len ||
         pq_view_ends(text, PQ_LIT("complex")) ||
         pq_view_starts(behind, PQ_LIT(" complex"));
}

/* The thing that fits of a sentence before; of two that do the one that it was
 * about, or none: "CD14 hands it to TLR4.  The receptor ...". */
static pq_entity_id of_sentence(const pq_parse *p, const wanted *w,
                                pq_sentence_id s, bool called) {
  pq_entity_id one = 0;
  bool several = false;
  bool of_family = true;
  uint32_t i = p->first_mention;
  while (i > 1 && p->r->mentions.at[i - 1].sentence >= s) {
    --i;
  }
  for (; i < p->first_mention; ++i) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence != s || !fits(p, w, m->entity)) continue;
    const pq_entity_id id = pq_entity_base(p->r, m->entity);
    const bool family = pq_entity_at(p->r, id)->kind == PQ_ENTITY_FAMILY;
    if (called && !is_called_complex(p, m)) continue;
    /* "A cleaves B.  The active enzyme ...": not A, where both may be so */
    if (p->n_topics && s + 1 == p->sentence && id == p->topics[0] &&
        !w->active) {
      return id;
    }
    /* "C5AR1, a G protein-coupled receptor": C5AR1 */
    if (one && family && !of_family) continue;
    several = several || (one && id != one && of_family == family);
    if (!one || of_family) one = id;
    of_family = family;
  }
  return several && !p->r->wants_happenings ? 0 : one;
}

/* The fitting thing of the sentences before, `most` at most. */
static pq_entity_id before_sentence(const pq_parse *p, const wanted *w,
                                    uint32_t most, bool called) {
  pq_entity_id one = 0;
  for (uint32_t back = 1; back <= most && back <= p->sentence && !one; ++back) {
    one = of_sentence(p, w, p->sentence - back, called);
  }
  return one;
}

/* "CFTR is a channel.  Opening of it requires PKA.  The protein": of `one`
 * alone, or is another named before whom it may mean? */
static bool is_rivalled(const pq_parse *p, const wanted *w, pq_entity_id one) {
  const pq_view class_id = p->g->class_ids.at[w->class_noun];
  if (!pq_view_same(class_id, PQ_LIT("*")) || w->same) return false;
  if (p->r->wants_happenings) return false;
  if (p->n_topics && p->topics[0] == one) return false;
  for (uint32_t i = p->first_mention; i-- > 1;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence + BACK_MOST < p->sentence) return false;
    if (fits(p, w, m->entity) && pq_entity_base(p->r, m->entity) != one) {
      return true;
    }
  }
  return false;
}

static bool has_member(const pq_parse *p, pq_entity_id whole,
                       pq_entity_id part) {
  const pq_entity *const e = pq_entity_at(p->r, pq_entity_base(p->r, whole));
  for (uint32_t i = 0; i < e->n_members; ++i) {
    if (pq_entity_base(p->r, e->members[i]) == pq_entity_base(p->r, part)) {
      return true;
    }
  }
  return false;
}

/* "MDM2 ubiquitinates TP53.  The ubiquitinated protein": TP53; 0 none. */
static pq_entity_id modified_meant(const pq_parse *p, const wanted *w,
                                   const pq_chunk *c) {
  const pq_unit *by = NULL;
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (is_modified(p, &p->units.at[i])) by = &p->units.at[i];
  }
  for (uint32_t i = p->memory.n; by && i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in + BACK_MOST < p->sentence) return 0;
    if (m->kind == p->g->triggers.at[by->verb].kind && m->theme &&
        fits(p, w, m->theme)) {
      return m->theme;
    }
  }
  return 0;
}

/* What was called a complex last, or bound, where "this" says so; 0 none. */
static pq_status called_so(pq_parse *p, const wanted *w, bool this,
                           pq_entity_id *out) {
  pq_status st = PQ_OK;
  for (uint32_t back = 0; back <= BACK_MOST && !*out; ++back) {
    if (back > p->sentence) break;
    PQ_TRY(st, bound_before(p, p->sentence - back, !this, out));
    if (*out && !has_enzyme(p, w, *out)) *out = 0;
    if (!*out && back) *out = before_sentence(p, w, back, true);
  }
  return PQ_OK;
}

/* "A:B binds C.  The complex ...": the whole of what bound last, if that has
 * the one that was meant, or none was. */
static pq_status take_whole(pq_parse *p, const wanted *w, pq_entity_id *out) {
  pq_status st = PQ_OK;
  const pq_sentence_id first =
      p->sentence > BACK_MOST ? p->sentence - BACK_MOST : 0;
  pq_entity_id bond = 0;
  PQ_TRY(st, bound_before(p, first, false, &bond));
  if (bond && !has_enzyme(p, w, bond)) bond = 0;
  if (!*out || (bond && has_member(p, bond, *out))) *out = bond;
  return PQ_OK;
}

/* "The complex": what was called so last, rather than two that bound later;
 * "this complex": what was called so or bound last. */
static pq_status complex_meant(pq_parse *p, const wanted *w, const pq_chunk *c,
                               pq_entity_id *out) {
  pq_status st = PQ_OK;
  const bool this =
      (p->units.at[c->begin].classes & PQ_W_DEMONSTRATIVE) || w->same;
  PQ_TRY(st, called_so(p, w, this, out));
  /* "Ca binds calmodulin, and the complex": no Gq of the sentence before */
  if (!*out) PQ_TRY(st, bound_before(p, p->sentence, false, out));
  /* "The heterodimer": no complex that only has such a name */
  if (!*out && pq_unit_says(p, c->end - 1, "complex")) {
    *out = before_sentence(p, w, BACK_MOST, false);
  }
  return this ? PQ_OK : take_whole(p, w, out);
}

/* "..., yielding choline. | The latter": does nothing but marks stand between?
 * Of small molecules many have no name that is known. */
static bool is_last_word(const pq_parse *p, const pq_mention *m, uint32_t at) {
  const pq_span between = {m->span.end, at};
  const pq_view words = pq_span_text(p->text, between);
  for (size_t i = 0; i < words.len; ++i) {
    if (pq_is_alpha(words.ptr[i]) || pq_is_digit(words.ptr[i])) return false;
  }
  return true;
}

/* The last thing named before byte `at`: "the latter". */
static pq_entity_id last_named(const pq_parse *p, uint32_t at) {
  const wanted any = {.pronoun = true};
  const wanted small = {.molecule = true};
  for (uint32_t i = pq_mentions_end(p); i-- > 2;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence + 1 < p->sentence) break;
    if (m->span.end > at) continue;
    /* "A to B by X.  The latter": B */
    if (m->sentence < p->sentence && is_by(p, m) && is_last_word(p, m, at) &&
        fits(p, &small, m[-1].entity) &&
        m[-1].span.end + PQ_LIT(" by ").len == m->span.begin) {
      at = m->span.begin - (uint32_t)PQ_LIT(" by ").len;
      continue;
    }
    if (!fits(p, &small, m->entity)) break;
    return is_last_word(p, m, at) ? m->entity : 0;
  }
  const pq_entity_id here = in_sentence(p, &any, at);
  if (here) return here;
  for (uint32_t i = p->first_mention; i-- > 1;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence + 1 < p->sentence) return 0;
    if (m->span.end <= at && fits(p, &any, m->entity)) return m->entity;
  }
  return 0;
}

static bool says_before(const pq_parse *p, const pq_chunk *c,
                        const char *word) {
  for (uint32_t i = 1; i < c->begin; ++i) {
    if (pq_unit_says(p, i, word)) return true;
  }
  return false;
}

static bool says(const pq_parse *p, const pq_chunk *c, const char *word) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (pq_unit_says(p, i, word)) return true;
  }
  return false;
}

/* "A binds an odd thing, and this depends on the latter": is the last noun
 * group before it, but for what happens, of what has no name? */
static bool is_of_unknown(const pq_parse *p, uint32_t chunk) {
  for (uint32_t i = chunk; i-- > 1;) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_NOUN && !c->hit) return pq_argument_is_other(p, i);
  }
  return false;
}

/* "they", "these kinases", "both proteins": how many, in `out`. */
static uint32_t several(const pq_parse *p, uint32_t chunk, const wanted *w,
                        pq_entity_id *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const bool both = pq_anaphor_says_both(p, chunk);
  const uint32_t pair = both ? pq_anaphor_pair_here(p, c->span.begin) : 0;
  for (uint32_t i = 0; pair && i < 2; ++i) {
    out[i] = pq_entity_base(p->r, p->r->mentions.at[pair + i].entity);
  }
  if (pair) return 2;
  const bool known = w->pronoun || w->definite || w->class_noun || both;
  const uint32_t n = known ? pq_topic_meant(p, chunk, true, out) : 0;
  return n ? n : pq_anaphor_both(p, chunk, out);
}

/* Where what "the latter" may mean ends: "A-dependent degradation of the
 * latter" is none of A. */
static uint32_t before_group(const pq_parse *p, uint32_t chunk) {
  const bool of = pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_chunk_is(p, chunk - 2, PQ_CHUNK_NOUN);
  return p->chunks.at[of && p->chunks.at[chunk - 2].hit ? chunk - 2 : chunk]
      .span.begin;
}

/* "It": the subject of the sentence before; as what a verb acts on, "Y binds
 * it", what that sentence was about. */
static uint32_t one_meant(const pq_parse *p, uint32_t chunk,
                          pq_entity_id *out) {
  const bool object = pq_chunk_is(p, chunk - 1, PQ_CHUNK_VERB);
  if (object) {
    const uint32_t n = pq_anaphor_owners(p, chunk, out);
    if (n) return n == 1;
  }
  return pq_topic_meant(p, chunk, false, out);
}

/* "The receptor", "this complex", "the protein". */
static pq_status class_meant(pq_parse *p, const wanted *w, const pq_chunk *c,
                             pq_entity_id *out) {
  pq_status st = PQ_OK;
  if (wants_complex(p, w)) PQ_TRY(st, complex_meant(p, w, c, out));
  if (!*out) *out = modified_meant(p, w, c);
  if (!*out) *out = in_sentence(p, w, c->span.begin);
  if (*out) return PQ_OK;
  const pq_entity_id one = before_sentence(p, w, BACK_MOST, false);
  if (!is_rivalled(p, w, one)) *out = one;
  return PQ_OK;
}

pq_status pq_anaphor_find(pq_parse *p, uint32_t chunk, pq_entity_id *out,
                          uint32_t *n) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const wanted w = wanted_of(p, c);
  *n = 0;
  pq_entity_id one = 0;
  const bool former = says(p, c, "former");
  if (former || (says(p, c, "latter") && says_before(p, c, "former"))) {
    const uint32_t pair = pq_anaphor_last_pair(p, c->span.begin);
    if (pair) one = p->r->mentions.at[pair + !former].entity;
  } else if (says(p, c, "latter")) {
    one = is_of_unknown(p, chunk) ? 0 : last_named(p, before_group(p, chunk));
  } else if ((*n = pq_anaphor_list(p, chunk, out)) || is_told_apart(p, c)) {
    return PQ_OK;
  } else if (w.plural) {
    *n = several(p, chunk, &w, out);
    return PQ_OK;
  } else if (w.pronoun) {
    *n = one_meant(p, chunk, out);
    return PQ_OK;
  } else if (w.class_noun && (w.definite || w.same)) {
    pq_status st = PQ_OK;
    PQ_TRY(st, class_meant(p, &w, c, &one));
  }
  if (!one) return PQ_OK;
  out[(*n)++] = pq_entity_base(p->r, one);
  return PQ_OK;
}

/* What "this" at the start of a sentence means: what the sentence before told
 * last; further on, what this sentence told first. */
static const pq_memory *told_before(const pq_parse *p, bool begins) {
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in == p->sentence || m->kind == PQ_OF_ANY_KIND) continue;
    if (begins && m->told_in + 1 == p->sentence) return m;
    break;
  }
  for (uint32_t i = 0; i < p->memory.n && !begins; ++i) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->told_in == p->sentence && m->kind != PQ_OF_ANY_KIND) return m;
  }
  return NULL;
}

const pq_memory *pq_anaphor_this(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->kind != PQ_CHUNK_NOUN || c->hit || c->name_end || !p->memory.n) {
    return NULL;
  }
  const pq_unit *const first = &p->units.at[c->begin];
  /* "A inactivates B, a reaction that is sped up by C" */
  const bool aside =
      (pq_unit_says(p, c->begin, "a") || pq_unit_says(p, c->begin, "an")) &&
      c->end > c->begin + 1 && pq_chunk_is(p, chunk - 1, PQ_CHUNK_COMMA) &&
      pq_chunk_is(p, chunk + 1, PQ_CHUNK_RELATIVE);
  if (!(first->classes & PQ_W_DEMONSTRATIVE) && !aside) return NULL;
  for (uint32_t i = c->begin + 1; i < c->end; ++i) {
    if (!(p->units.at[i].classes & PQ_W_HAPPENING)) return NULL;
  }
  return told_before(p, chunk <= 2);
}

bool pq_anaphor_event(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  if (h->voice != PQ_NOMINAL) return false;
  const pq_unit *const u = &p->units.at[c->begin];
  return (u->classes & PQ_W_DEMONSTRATIVE) ||
         pq_unit_says(p, c->begin, "the") || pq_unit_says(p, c->begin, "its");
}
