#include "scan.h"

#include "abbreviation.h"
#include "affix.h"
#include "citation.h"
#include "compose.h"
#include "given.h"
#include "illness.h"
#include "mention.h"
#include "shape.h"
#include "site.h"
#include "species.h"

/* Which tokens belong to sites. */
static pq_status take_sites(pq_scanner *s, uint32_t first_site) {
  const pq_line *const l = s->l;
  pq_record *const r = l->r;
  s->taken = pq_arena_take(r->arena, l->n + 1);
  if (!s->taken) return r->arena->status;
  for (uint32_t i = first_site; i < r->sites.n; ++i) {
    const pq_site_mention *const m = &r->sites.at[i];
    for (uint32_t k = 0; k < m->n_tokens; ++k) {
      s->taken[m->token - l->first + k] = 1;
    }
  }
  return PQ_OK;
}

/* A name of several words may hold what looked like a site. */
static void drop_named_sites(const pq_scanner *s, uint32_t first_site) {
  pq_record *const r = s->l->r;
  uint32_t n = first_site;
  for (uint32_t i = first_site; i < r->sites.n; ++i) {
    bool named = false;
    for (uint32_t k = 0; k < s->found.n; ++k) {
      named = named || pq_span_holds(s->found.at[k].span, r->sites.at[i].span);
    }
    if (!named) r->sites.at[n++] = r->sites.at[i];
  }
  r->sites.n = n;
}

static pq_status keep_found(const pq_scanner *s) {
  for (uint32_t i = 0; i < s->found.n; ++i) {
    PQ_PUSH(s->l->r->arena, &s->l->r->mentions, s->found.at[i]);
  }
  return PQ_OK;
}

/* What is made of the mentions of the line: lists, states, compounds. */
static pq_status compose_found(pq_scanner *s) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_compose_lists(s));
  PQ_TRY(st, pq_affix_scan(s));
  PQ_TRY(st, pq_compose_bonds(s));
  PQ_TRY(st, pq_abbreviation_scan(s));
  return pq_compose_pathways(s);
}

/* The names of the line, found or given, and what is made of them. */
static pq_status scan_names(pq_scanner *s, uint32_t first_site) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_mention_scan(s));
  if (s->l->r->only_given) return pq_given_scan(s);
  if (!s->l->r->wants_happenings) PQ_TRY(st, pq_illness_scan(s));
  drop_named_sites(s, first_site);
  return compose_found(s);
}

static pq_status scan_sentence(pq_scanner *s) {
  pq_status st = PQ_OK;
  const uint32_t first_site = s->l->r->sites.n;
  PQ_TRY(st, pq_citation_scan(s->l));
  PQ_TRY(st, pq_site_scan(s->l, s->lex));
  PQ_TRY(st, take_sites(s, first_site));
  PQ_TRY(st, scan_names(s, first_site));
  PQ_TRY(st, pq_species_scan(s));
  return keep_found(s);
}

static void know(const pq_record *r, const pq_lexicon *lex, pq_spelling *s) {
  pq_lexicon_spell(lex, s);
  s->residue = pq_site_residue(lex, pq_spelling_text(s));
  if (pq_shape_is_name(lex, pq_spelling_text(s), s->classes)) {
    s->is |= PQ_SPELLED_NAME;
  }
  if (pq_illness_is_word(r, pq_spelling_text(s))) s->is |= PQ_SPELLED_ILL;
  if (pq_site_is_cue(r, pq_spelling_text(s))) s->is |= PQ_SPELLED_CUE;
  if (pq_site_may_begin(s)) s->is |= PQ_SPELLED_SITE;
  if (pq_lexicon_leads_species(lex, pq_spelling_text(s))) {
    s->is |= PQ_SPELLED_SPECIES;
  }
}

/* The tokens of all sentences; what is known of new spellings is asked once. */
static pq_status read_tokens(pq_record *r, const pq_lexicon *lex) {
  pq_status st = PQ_OK;
  pq_spellings *const all = r->spellings;
  const uint32_t n = all && all->all.n ? all->all.n : 1;
  for (uint32_t i = 0; i < r->sentences.n && !st; ++i) {
    st = pq_token_sentence(r, &r->sentences.at[i]);
  }
  /* They stay when this record fails. */
  for (uint32_t i = n; all && i < all->all.n; ++i) {
    know(r, lex, &all->all.at[i]);
  }
  return st;
}

pq_status pq_scan_record(pq_record *r, const pq_lexicon *lex) {
  pq_status st = PQ_OK;
  PQ_TRY(st, read_tokens(r, lex));
  pq_scanner s = {.lex = lex};
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    pq_token_mask(r, &r->sentences.at[i]);
    const pq_line l = pq_token_line(r, i);
    s.l = &l;
    s.found.n = 0;
    PQ_TRY(st, scan_sentence(&s));
  }
  return PQ_OK;
}
