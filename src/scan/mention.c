#include "mention.h"

#include "affix.h"
#include "body.h"
#include "bracketed.h"
#include "chemical.h"
#include "illness.h"
#include "shape.h"
#include "site.h"

enum {
  MENTIONS_MOST = 500,
  LOCANT_MOST = 2 /* "O", "12", "N1": where an enzyme acts */
};

/* Annotation with names of its own marks what has no identifier, too. */
static bool marks_all(const pq_record *r) {
  return r->wants_happenings && !r->only_given;
}

static bool is_group(const pq_reading *reading) {
  return reading->type == PQ_CONCEPT_GROUP;
}

static bool has_group(const pq_found *f) {
  for (uint32_t i = 0; i < f->n_readings; ++i) {
    if (is_group(&f->readings[i])) return true;
  }
  return false;
}

/* "cell cycle and anti-apoptotic GENES": the token of the noun that a group of
 * genes needs, or l->n. */
static uint32_t genes_after(const pq_line *l, uint32_t i) {
  for (uint32_t k = i; k < i + 7 && k < l->n; ++k) {
    if (pq_line_says(l, k, "gene") || pq_line_says(l, k, "genes")) return k;
    if ((l->at[k].classes & PQ_TOKEN_MARK) && !pq_line_mark(l, k, ',') &&
        !pq_line_dash(l, k)) {
      return l->n;
    }
    static const char *const ends[] = {
        "of",  "in",   "by",      "at",    "on",   "to", "is",
        "are", "with", "through", "which", "that", NULL};
    if (pq_line_says_any(l, k, ends)) return l->n;
  }
  return l->n;
}

/* Keep groups of genes where "genes" follows, and only there. */
static void choose_group(pq_found *f, bool genes) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < f->n_readings; ++i) {
    if (is_group(&f->readings[i]) == genes) {
      f->readings[n++] = f->readings[i];
    }
  }
  if (genes && n == 0) return; /* no group is listed: keep the others */
  f->n_readings = n;
  f->tied = n > 1 && f->tied;
}

/* The readings that are as good as the best, of its layer. */
static pq_status candidates_of(const pq_scanner *s, const pq_found *f,
                               pq_entity *e) {
  pq_arena *const arena = s->l->r->arena;
  pq_tie *const ties = pq_arena_take(arena, f->n_readings * sizeof *ties);
  if (!ties) return arena->status;
  const pq_reading *const best = &f->readings[0];
  for (uint32_t i = 0; i < f->n_readings; ++i) {
    const pq_reading *const r = &f->readings[i];
    if (r->layer != best->layer || r->score + PQ_TIE <= best->score) continue;
    ties[e->n_candidates++] = (pq_tie){r->id, r->label, r->score};
  }
  e->candidates = ties;
  return PQ_OK;
}

pq_status pq_mention_ground(const pq_scanner *s, const pq_found *f,
                            pq_mention *m) {
  pq_status st = PQ_OK;
  pq_arena *const arena = s->l->r->arena;
  m->readings = pq_arena_take(arena, f->n_readings * sizeof *m->readings);
  if (!m->readings) return arena->status;
  memcpy(m->readings, f->readings, f->n_readings * sizeof *m->readings);
  m->n_readings = f->n_readings;
  m->may_name_pathway = (f->flags & PQ_NAME_PATHWAY) != 0;
  if (!f->tied) return pq_mention_read(s, &f->readings[0], &m->entity);
  pq_entity e = {.kind = PQ_ENTITY_UNGROUNDED,
                 .label = pq_span_text(s->l->text, m->span)};
  PQ_TRY(st, candidates_of(s, f, &e));
  return pq_store_entity(s->l->r, &e, &m->entity);
}

pq_mention pq_mention_of(const pq_scanner *s, uint32_t begin, uint32_t n) {
  const pq_line *const l = s->l;
  return (pq_mention){
      .span = {l->at[begin].span.begin, l->at[begin + n - 1].span.end},
      .sentence = l->id,
      .token = l->first + begin,
      .n_tokens = n};
}

pq_status pq_mention_keep(pq_scanner *s, pq_mention m, uint32_t *next) {
  *next = pq_mention_end(s->l, &m);
  PQ_PUSH(s->l->r->arena, &s->found, m);
  return PQ_OK;
}

/* A name that the record itself has defined. */
static bool find_local(const pq_scanner *s, uint32_t i, pq_mention *m,
                       bool *hinted) {
  if (!s->locals.n) return false;
  const pq_view word = pq_line_word(s->l, i);
  const pq_local_name *const local = pq_local_find(s, word);
  if (!local) return false;
  *m = pq_mention_of(s, i, 1);
  m->entity = local->entity;
  m->body = local->body;
  m->said = PQ_SAID_ABBREVIATION;
  *hinted = local->hinted && !marks_all(s->l->r);
  return true;
}

static bool covers_site(const pq_scanner *s, uint32_t i, uint32_t n) {
  for (uint32_t k = i; k < i + n; ++k) {
    if (s->taken[k]) return true;
  }
  return false;
}

static pq_status try_tail(pq_scanner *s, uint32_t i, uint32_t begin,
                          uint32_t *next) {
  pq_status st = PQ_OK;
  const uint32_t last = s->found.n;
  const bool joins =
      last && pq_mention_end(s->l, &s->found.at[last - 1]) > begin;
  const uint32_t from =
      joins ? pq_mention_begin(s->l, &s->found.at[last - 1]) : begin;
  pq_mention m = pq_mention_of(s, from, i + 1 - from);
  m.said = PQ_SAID_UNKNOWN;
  PQ_TRY(st, pq_store_unknown(s->l->r, pq_span_text(s->l->text, m.span),
                              &m.entity));
  s->found.n -= joins;
  return pq_mention_keep(s, m, next);
}

/* "GR" that a word of its sentence tells apart means the same further on.  Not
 * so in records what may be a place or stand for a thing there, "NPC", or a
 * part of a longer name, "17(S)-Hp-DHA". */
static pq_status know_further_on(pq_scanner *s, uint32_t i, const pq_found *f,
                                 const pq_mention *m) {
  const pq_view word = pq_line_word(s->l, i);
  const pq_entity_kind kind = pq_entity_at(s->l->r, m->entity)->kind;
  const bool other = kind == PQ_ENTITY_PLACE || kind == PQ_ENTITY_MOLECULE;
  if (!(f->flags & PQ_NAME_CONTEXT) || (other && !marks_all(s->l->r)) ||
      f->n_tokens != 1 || f->tied) {
    return PQ_OK;
  }
  if (pq_local_has(s, word)) return PQ_OK;
  return pq_local_keep(s, &(pq_local_name){word, m->entity, 0, true});
}

static bool is_molecule(const pq_found *f) {
  return f->readings[0].type == PQ_CONCEPT_MOLECULE;
}

/* "ubiquitin ligase", "histone acetyltransferase", "glucose phosphatase": what
 * acts on the thing, and not the thing. */
static bool names_enzyme(const pq_line *l, uint32_t i, uint32_t end,
                         const pq_found *f) {
  if (l->at[i].classes & (PQ_TOKEN_CAPITALS | PQ_TOKEN_DIGITS)) return false;
  if (i > 0 && pq_line_mark(l, i - 1, '/')) return false;
  uint32_t at = pq_line_dash(l, end) ? end + 1 : end;
  if (pq_line_says(l, at, "protein")) ++at;
  /* "diacylglycerol O-acyltransferase", "arachidonate 12-lipoxygenase" */
  if (pq_line_dash(l, at + 1) && pq_line_word(l, at).len <= LOCANT_MOST) {
    at += 2;
  }
  if (pq_line_lists(l, at, PQ_LIST_ENZYME)) return true;
  const pq_view w = at < l->n ? pq_line_word(l, at) : (pq_view){"", 0};
  if (!pq_view_ends(w, PQ_LIT("ase")) && !pq_view_ends(w, PQ_LIT("ases"))) {
    return false;
  }
  return is_molecule(f);
}

/* "HMG-CoA synthase", "alpha-ketoglutarate dehydrogenase": the next word. */
static bool is_enzyme(const pq_line *l, uint32_t i) {
  const pq_view w = i < l->n ? pq_line_word(l, i) : (pq_view){"", 0};
  return w.len > 5 && !pq_view_same(w, PQ_LIT("increase")) &&
         !pq_view_same(w, PQ_LIT("decrease")) &&
         !pq_view_same(w, PQ_LIT("release")) &&
         (pq_view_ends(w, PQ_LIT("ase")) || pq_view_ends(w, PQ_LIT("ases")));
}

/* "SOCS3 gene expression": what happens to that gene, and not the process of
 * this name. */
static bool is_of_gene(const pq_scanner *s, uint32_t i, const pq_found *f) {
  const pq_line *const l = s->l;
  if (!s->found.n || f->n_tokens < 2 || !pq_line_says(l, i, "gene") ||
      f->readings[0].type != PQ_CONCEPT_PROCESS) {
    return false;
  }
  const pq_mention *const m = &s->found.at[s->found.n - 1];
  const pq_entity_kind kind = pq_entity_at(l->r, m->entity)->kind;
  return pq_mention_end(l, m) == i &&
         (kind == PQ_ENTITY_PROTEIN || kind == PQ_ENTITY_GENE ||
          kind == PQ_ENTITY_FAMILY || kind == PQ_ENTITY_UNGROUNDED);
}

/* The name at `i` that ends before `end`. */
static void find_before(pq_scanner *s, uint32_t i, uint32_t end, pq_found *f) {
  const uint32_t whole = s->look.n_tokens;
  s->look.at = i;
  s->look.n_tokens = end;
  pq_lexicon_find(s->lex, &s->look, f);
  s->look.n_tokens = whole;
}

/* "WNT/beta-catenin": are both sides of the slash names of their own? */
static bool are_two(pq_scanner *s, uint32_t i, uint32_t slash, uint32_t end) {
  pq_found f;
  if (!pq_line_mark(s->l, slash, '/')) return false;
  find_before(s, i, slash, &f);
  if (i + f.n_tokens != slash) return false;
  find_before(s, slash + 1, end, &f);
  return f.n_tokens > 0;
}

/* "ERK1 and ERK2", which the lexicon has as one: annotation marks each of
 * them. */
static void part_two(pq_scanner *s, uint32_t i, pq_found *f) {
  const uint32_t end = i + f->n_tokens;
  for (uint32_t k = i + 1; k + 1 < end; ++k) {
    if (pq_line_says(s->l, k, "and") || are_two(s, i, k, end)) {
      find_before(s, i, k, f);
      break;
    }
  }
  s->look.at = i;
}

/* "tumor growth", "cell migration": what is known as a process is told of the
 * tumor or cells, where these are names. */
static bool is_of_body(const pq_scanner *s, uint32_t i, const pq_found *f) {
  uint32_t n = 0;
  const pq_concept_type type = f->readings[0].type;
  return s->l->r->wants_bodies && f->n_tokens > 1 &&
         (type == PQ_CONCEPT_PROCESS || type == PQ_CONCEPT_GROUP) &&
         pq_body_at(s->l, i, &n) && n < f->n_tokens;
}

/* "Collagen degradation by MMP1", where nothing stands before that may act by
 * something: what is known as a process, too, is done to collagen. */
static void part_deed(pq_scanner *s, uint32_t i, pq_found *f) {
  const uint32_t end = i + f->n_tokens;
  if (i > 0 || f->n_tokens < 2 || f->readings[0].type != PQ_CONCEPT_PROCESS ||
      !pq_line_says(s->l, end, "by")) {
    return;
  }
  pq_found thing;
  find_before(s, i, end - 1, &thing);
  s->look.at = i;
  if (thing.n_tokens == f->n_tokens - 1) *f = thing;
}

static pq_status try_lexicon(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  s->look.at = i;
  pq_found f; /* large: filled by the look-up, as far as it is used */
  pq_lexicon_find(s->lex, &s->look, &f);
  if (l->r->wants_happenings && f.n_tokens > 2) part_two(s, i, &f);
  part_deed(s, i, &f);
  if (!f.n_tokens || i + f.n_tokens > l->n) return PQ_OK;
  if (covers_site(s, i, f.n_tokens) && f.n_tokens == 1) return PQ_OK;
  const uint32_t end = i + f.n_tokens;
  /* Few names may be of groups: for the others no noun matters. */
  const uint32_t noun = has_group(&f) ? genes_after(l, end) : l->n;
  choose_group(&f, noun < l->n);
  if (f.n_readings == 0 || is_of_gene(s, i, &f) || is_of_body(s, i, &f)) {
    return PQ_OK;
  }
  if (f.n_tokens == 1 &&
      (pq_chemical_is_tail(l, i) || pq_chemical_is_salt(s, i))) {
    return try_tail(s, i, i - 1, next);
  }
  const uint32_t begin = is_molecule(&f) ? pq_chemical_begin(s, i) : i;
  if (begin < i) return try_tail(s, i + f.n_tokens - 1, begin, next);
  if ((f.n_tokens == 1 && names_enzyme(l, i, end, &f)) ||
      (f.n_tokens > 1 && is_molecule(&f) && is_enzyme(l, end))) {
    *next = end;
    return PQ_OK;
  }
  if ((f.flags & PQ_NAME_HEAD) && !is_group(&f.readings[0]) &&
      !pq_shape_is_head(l, end)) {
    return PQ_OK;
  }
  const bool own_noun = noun == end && is_group(&f.readings[0]);
  pq_mention m = pq_mention_of(s, i, f.n_tokens + (own_noun ? 1 : 0));
  PQ_TRY(st, pq_mention_ground(s, &f, &m));
  PQ_TRY(st, know_further_on(s, i, &f, &m));
  return pq_mention_keep(s, m, next);
}

static pq_status try_unknown(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  uint32_t end = pq_shape_unknown(s->l, s->lex, i);
  if (end == i && marks_all(s->l->r)) end = pq_shape_numbered(s->l, i);
  if (end == i || covers_site(s, i, end - i)) return PQ_OK;
  pq_mention m = pq_mention_of(s, i, end - i);
  m.said = PQ_SAID_UNKNOWN;
  PQ_TRY(st, pq_store_unknown(s->l->r, pq_span_text(s->l->text, m.span),
                              &m.entity));
  return pq_mention_keep(s, m, next);
}

/* "p50", "p120": a protein by its weight, for who marks every name. */
static bool is_weight(const pq_scanner *s, uint32_t i) {
  if (!s->l->r->wants_happenings) return false;
  const pq_view w = pq_line_word(s->l, i);
  if (w.len < 3 || w.len > 4 || w.ptr[0] != 'p') return false;
  for (size_t k = 1; k < w.len; ++k) {
    if (!pq_is_digit(w.ptr[k])) return false;
  }
  return true;
}

static pq_status put_weight(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  pq_mention m = pq_mention_of(s, i, 1);
  m.said = PQ_SAID_UNKNOWN;
  PQ_TRY(st, pq_store_unknown(s->l->r, pq_line_word(s->l, i), &m.entity));
  return pq_mention_keep(s, m, next);
}

/* What its form tells of a name that no lexicon has. */
static pq_status try_shape(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  if (s->l->text.ptr[s->l->at[i].span.begin] == 'H') {
    PQ_TRY(st, pq_mention_mark(s, i, next));
  }
  if (is_weight(s, i)) return put_weight(s, i, next);
  if (*next == i) PQ_TRY(st, pq_mention_mutant(s, i, next));
  return *next == i ? try_unknown(s, i, next) : PQ_OK;
}

/* A short form that the record itself defined. */
static pq_status try_local(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_mention m;
  bool hinted = false;
  if (!find_local(s, i, &m, &hinted)) return PQ_OK;
  pq_found f; /* "PI 3-kinase", though PI was explained: the longer name */
  s->look.at = i;
  pq_lexicon_find(s->lex, &s->look, &f);
  const bool told =
      f.n_tokens == 1 && ((f.flags & PQ_NAME_CONTEXT) ||
                          f.readings[0].type == PQ_CONCEPT_MOLECULE);
  if (f.n_tokens > 1 || (hinted && told)) return PQ_OK;
  return pq_mention_keep(s, m, next);
}

/* What no lexicon names. */
static pq_status try_rest(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  if (marks_all(s->l->r)) PQ_TRY(st, pq_body_scan(s, i, next));
  if (*next == i) PQ_TRY(st, pq_mention_affix(s, i, next));
  return *next == i ? try_shape(s, i, next) : PQ_OK;
}

/* The ways to read a mention at token `i`, best first; the first that moves
 * `*next` on wins.  A token of a site may only begin a name of the lexicon. */
static pq_status try_all(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const bool is_free = !s->taken[i];
  if (is_free) PQ_TRY(st, try_local(s, i, next));
  if (is_free && *next == i) PQ_TRY(st, pq_bracketed_scan(s, i, next));
  if (*next == i) PQ_TRY(st, try_lexicon(s, i, next));
  return is_free && *next == i ? try_rest(s, i, next) : PQ_OK;
}

static void begin_line(pq_scanner *s) {
  const pq_line *const l = s->l;
  const pq_spellings *const all = l->r->spellings;
  s->bracketed = pq_bracketed_in(l);
  s->spelled = 0;
  s->look = (pq_look){.text = l->text,
                      .tokens = l->at,
                      .n_tokens = l->n,
                      .capitals = pq_shape_all_capitals(l),
                      .taxon = l->r->taxon,
                      .spellings = all ? all->all.at : NULL,
                      .strange = all ? all->strange : NULL};
}

/* What is known of a word that is too long to be kept. */
static uint32_t of_long_word(const pq_scanner *s, uint32_t i) {
  return pq_illness_is_word(s->l->r, pq_line_word(s->l, i)) ? PQ_SPELLED_ILL
                                                            : 0;
}

/* Is it known that no mention begins at token `i`?  So it is of most words. */
static bool passes(pq_scanner *s, uint32_t i) {
  const pq_spelling *const known = pq_line_spelling(s->l, i);
  s->spelled |= known ? known->is : of_long_word(s, i);
  if (!known || (known->is & PQ_SPELLED_NAME) || s->locals.n || s->bracketed ||
      is_weight(s, i) || marks_all(s->l->r)) {
    return false;
  }
  s->look.at = i;
  return pq_lexicon_passes(&s->look);
}

pq_status pq_mention_scan(pq_scanner *s) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  begin_line(s);
  uint32_t i = 0;
  while (i < l->n && s->found.n < MENTIONS_MOST) {
    uint32_t next = i;
    if (!(l->at[i].classes & (PQ_TOKEN_MASKED | PQ_TOKEN_MARK)) &&
        !passes(s, i)) {
      PQ_TRY(st, try_all(s, i, &next));
    }
    i = next > i ? next : i + 1;
  }
  return PQ_OK;
}
