#include "abbreviation.h"

#include "body.h"

enum {
  SHORT_MOST = 12,
  LONG_MOST = 4 /* words that a long form has beyond the letters */
};

/* Do the letters of a short form stand in this order in the long one, the first
 * at the start of a word?  (Schwartz and Hearst, PSB 2003.) */
static bool spells(pq_view brief, pq_view full) {
  size_t k = full.len;
  for (size_t i = brief.len; i-- > 0;) {
    const char c = pq_to_lower(brief.ptr[i]);
    if (!pq_is_alpha(c) && !pq_is_digit(c)) continue;
    while (k > 0 && (pq_to_lower(full.ptr[k - 1]) != c ||
                     (i == 0 && k > 1 && pq_is_alpha(full.ptr[k - 2])))) {
      --k;
    }
    if (k == 0) return false;
    --k;
  }
  return true;
}

static bool looks_short(pq_view w) {
  if (w.len < 2 || w.len > SHORT_MOST) return false;
  for (size_t i = 0; i < w.len; ++i) {
    if (pq_is_upper(w.ptr[i])) return true;
  }
  return false;
}

static pq_mention *mention_at(pq_scanner *s, uint32_t token) {
  for (uint32_t i = 0; i < s->found.n; ++i) {
    if (pq_mention_begin(s->l, &s->found.at[i]) == token) {
      return &s->found.at[i];
    }
  }
  return NULL;
}

static bool is_known(const pq_record *r, const pq_mention *m) {
  return pq_entity_at(r, m->entity)->kind != PQ_ENTITY_UNGROUNDED;
}

/* Put a new mention behind `after`, in text order. */
static pq_status insert(pq_scanner *s, uint32_t after, pq_mention m) {
  PQ_PUSH(s->l->r->arena, &s->found, m);
  for (uint32_t k = s->found.n - 1; k > after + 1; --k) {
    s->found.at[k] = s->found.at[k - 1];
  }
  s->found.at[after + 1] = m;
  return PQ_OK;
}

/* "paxillin (PXN)" spells it; "SNF2H (SMARCA5)" is one symbol for another.  But
 * the last word of a longer name that nobody knows stands for nothing:
 * "nicotinic acid adenine dinucleotide phosphate (NAADP)". */
static bool may_mean(pq_view brief, pq_view full) {
  for (size_t i = 0; i < full.len; ++i) {
    if (pq_is_upper(full.ptr[i]) || pq_is_digit(full.ptr[i])) return true;
  }
  return spells(brief, full);
}

/* "cobalamin (Cbl)": the record says that this Cbl is no protein; so it is
 * further on. */
static bool is_redefined(const pq_record *r, const pq_mention *full,
                         const pq_mention *known, pq_view brief,
                         pq_view words) {
  const pq_entity_kind a = pq_entity_at(r, full->entity)->kind;
  const pq_entity_kind b = pq_entity_at(r, known->entity)->kind;
  return a == PQ_ENTITY_MOLECULE &&
         (b != PQ_ENTITY_MOLECULE || known->entity == full->entity) &&
         spells(brief, words);
}

/* Past "also known as", "also called", "aka"; i if there is no such thing. */
static uint32_t past_also(const pq_line *l, uint32_t i) {
  if (pq_line_says(l, i, "aka")) return i + 1;
  if (!pq_line_says(l, i, "also")) return i;
  if (pq_line_lists(l, i + 1, PQ_LIST_ALSO_CALLED)) return i + 2;
  return pq_line_says(l, i + 1, "known") && pq_line_says(l, i + 2, "as") ? i + 3
                                                                         : i;
}

/* The other symbol behind the one at `outer`: "A (B)", "A (also called B)", "A,
 * also known as B"; or NULL. */
static pq_mention *other_symbol(pq_scanner *s, const pq_mention *outer) {
  const pq_line *const l = s->l;
  const uint32_t mark = pq_mention_end(l, outer);
  const bool bracket = pq_line_mark(l, mark, '(');
  if (!bracket && !pq_line_mark(l, mark, ',')) return NULL;
  const uint32_t at = past_also(l, mark + 1);
  if (at == mark + 1 && !(bracket && pq_line_mark(l, at + 1, ')'))) return NULL;
  pq_mention *const inner = mention_at(s, at);
  return inner && inner->n_tokens == 1 && outer->n_tokens == 1 ? inner : NULL;
}

/* Let the symbol mean this, here and for the rest of the record. */
static pq_status settle(pq_scanner *s, pq_view symbol, pq_entity_id entity) {
  const pq_line *const l = s->l;
  for (uint32_t k = 0; k < s->found.n; ++k) {
    pq_mention *const m = &s->found.at[k];
    if (is_known(l->r, m) ||
        !pq_view_same(pq_span_text(l->text, m->span), symbol)) {
      continue;
    }
    m->entity = entity;
    m->said = PQ_SAID_ABBREVIATION;
  }
  return pq_local_keep(s, &(pq_local_name){symbol, entity, 0, false});
}

/* "Sli15p": a protein of yeast, whose human relative stands beside it. */
static bool is_of_yeast(pq_view symbol) {
  const size_t n = symbol.len;
  return n > 4 && symbol.ptr[n - 1] == 'p' && pq_is_digit(symbol.ptr[n - 2]) &&
         pq_is_upper(symbol.ptr[0]) && pq_is_lower(symbol.ptr[1]);
}

/* "CDH1 (FZR1)": of two symbols the one that means nothing here means what the
 * other does. */
static pq_status pair(pq_scanner *s, uint32_t i) {
  const pq_line *const l = s->l;
  const pq_mention *const outer = &s->found.at[i];
  const pq_mention *const inner = other_symbol(s, outer);
  if (!inner || is_known(l->r, outer) == is_known(l->r, inner)) return PQ_OK;
  const bool known = is_known(l->r, outer);
  const pq_mention *const sure = known ? outer : inner;
  const pq_view symbol = pq_span_text(l->text, (known ? inner : outer)->span);
  if (pq_entity_at(l->r, sure->entity)->kind != PQ_ENTITY_PROTEIN ||
      !looks_short(symbol) || is_of_yeast(symbol) ||
      !looks_short(pq_span_text(l->text, sure->span))) {
    return PQ_OK;
  }
  return settle(s, symbol, sure->entity);
}

/* "nuclear pore complex (NPC)": where, but the letters name what is there. */
static bool is_place(const pq_record *r, const pq_mention *m) {
  return pq_entity_at(r, m->entity)->kind == PQ_ENTITY_PLACE;
}

/* "estrogen receptor (ER)": every letter begins a word of the long form, and
 * every word has one. */
static bool is_acronym(pq_view brief, pq_view full) {
  size_t k = 0;
  for (size_t i = 0; i < full.len; ++i) {
    const bool begins =
        i == 0 || full.ptr[i - 1] == ' ' || full.ptr[i - 1] == '-';
    if (!begins) continue;
    if (k == brief.len || !pq_is_upper(brief.ptr[k]) ||
        pq_to_lower(full.ptr[i]) != pq_to_lower(brief.ptr[k])) {
      return false;
    }
    ++k;
  }
  return k == brief.len;
}

/* "von Hippel-Lindau disease (VHL; MIM:193300)": in this bracket it is no gene,
 * whatever it is further on. */
static void take_illness(pq_scanner *s, const pq_mention *full) {
  static const char *const numbers[] = {"MIM", "OMIM", NULL};
  const pq_line *const l = s->l;
  const uint32_t at = pq_mention_end(l, full) + 1;
  pq_mention *const known = mention_at(s, at);
  if (known && pq_line_mark(l, at - 1, '(') && pq_line_mark(l, at + 1, ';') &&
      pq_line_says_any(l, at + 2, numbers) &&
      pq_entity_at(l->r, full->entity)->kind == PQ_ENTITY_PROCESS) {
    known->entity = full->entity;
    known->said = PQ_SAID_ABBREVIATION;
  }
}

/* The long form is the name at `i`; does "(SF)" follow? */
static pq_status define(pq_scanner *s, uint32_t i) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  pq_record *const r = l->r;
  const pq_mention full = s->found.at[i];
  const uint32_t open = pq_mention_end(l, &full);
  const uint32_t at = open + 1;
  take_illness(s, &full);
  if (!pq_line_mark(l, open, '(') || !pq_line_mark(l, at + 1, ')')) {
    return PQ_OK;
  }
  const pq_view brief = pq_line_word(l, at);
  const pq_view words = pq_span_text(l->text, full.span);
  pq_mention *const known = mention_at(s, at);
  if (!looks_short(brief) || words.len <= brief.len ||
      (known && is_known(r, known) &&
       !is_redefined(r, &full, known, brief, words) &&
       !(is_acronym(brief, words) && !is_place(r, &full))) ||
      !is_known(r, &full) ||
      (known ? !may_mean(brief, words) : !spells(brief, words))) {
    return PQ_OK;
  }
  PQ_PUSH(r->arena, &r->definitions,
          ((pq_definition){full.span, l->at[at].span,
                           r->sentences.at[l->id].text}));
  const pq_local_name local = {brief, full.entity, 0, false};
  PQ_TRY(st, pq_local_keep(s, &local));
  if (known) {
    known->entity = full.entity;
    known->said = PQ_SAID_ABBREVIATION;
    return PQ_OK;
  }
  return insert(s, i,
                (pq_mention){.span = l->at[at].span,
                             .sentence = l->id,
                             .token = l->first + at,
                             .n_tokens = 1,
                             .entity = full.entity,
                             .said = PQ_SAID_ABBREVIATION});
}

/* Where the long form that ends before `end` may begin: at no mark but a dash.
 */
static uint32_t long_begin(const pq_line *l, uint32_t end, size_t letters) {
  uint32_t i = end;
  uint32_t words = 0;
  while (i > 0 && words < letters + LONG_MOST) {
    const bool mark = (l->at[i - 1].classes & PQ_TOKEN_MARK) != 0;
    if (mark && !pq_line_dash(l, i - 1)) break;
    words += !mark;
    --i;
  }
  return i;
}

/* "umbilical vein endothelial cells (HUVEC)", "shift assay (EMSA)": the last
 * word of the long form tells what the short one is, if no lexicon does. */
static pq_status define_body(pq_scanner *s, uint32_t open) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const uint32_t at = open + 1;
  if (!open || !pq_line_mark(l, at + 1, ')')) return PQ_OK;
  const pq_view brief = pq_line_word(l, at);
  uint32_t n = 0;
  const uint32_t body = looks_short(brief) ? pq_body_at(l, open - 1, &n) : 0;
  pq_mention *const known = body ? mention_at(s, at) : NULL;
  if (!body || (known && is_known(l->r, known))) return PQ_OK;
  const uint32_t begin = long_begin(l, open, brief.len);
  const pq_view words = pq_span_text(
      l->text, (pq_span){l->at[begin].span.begin, l->at[open - 1].span.end});
  const bool plural = brief.ptr[brief.len - 1] == 's';
  if (!spells(plural ? pq_view_head(brief, brief.len - 1) : brief, words)) {
    return PQ_OK;
  }
  pq_entity_id entity = 0;
  PQ_TRY(st, pq_body_entity(l->r, body, brief, &entity));
  const pq_local_name local = {brief, entity, body, false};
  PQ_TRY(st, pq_local_keep(s, &local));
  if (!known) return PQ_OK;
  known->entity = entity;
  known->body = body;
  known->said = PQ_SAID_ABBREVIATION;
  return PQ_OK;
}

static pq_status define_bodies(pq_scanner *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->l->n; ++i) {
    if (pq_line_mark(s->l, i, '(')) PQ_TRY(st, define_body(s, i));
  }
  return PQ_OK;
}

pq_status pq_abbreviation_scan(pq_scanner *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->found.n; ++i) {
    PQ_TRY(st, pair(s, i));
    PQ_TRY(st, define(s, i));
  }
  return s->l->r->wants_happenings ? define_bodies(s) : PQ_OK;
}
