/* Diseases, by the word that they end in, and by the number of OMIM that is
 * written behind them:
 *
 *   causes congenital disorder of glycosylation 2M (CDG2M; MIM:300896)
 *          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~         ~~~~~~~~~~
 *   Mutations in KMT2D cause Kabuki syndrome 1
 *                            ~~~~~~~~~~~~~~~~~
 * Without a number only where the sentence tells of defects, and what follows
 * shows that the name ends there: "breast cancer cells" are none.  A disease is
 * a process, whose id is that number, or nothing. */
#include "illness.h"

enum {
  WORDS_BEFORE = 8,  /* of a name, before the word that tells it */
  WORDS_BEHIND = 10, /* up to the bracket */
  IN_BRACKET = 16    /* tokens up to the number */
};

static bool is_head(const pq_line *l, uint32_t i) {
  const pq_spelling *const known = pq_line_spelling(l, i);
  if (known) return (known->is & PQ_SPELLED_ILL) != 0;
  return (l->at[i].classes & PQ_TOKEN_WORD) &&
         pq_illness_is_word(l->r, pq_line_word(l, i));
}

/* ---- its number ---- */

static bool is_number(pq_view w) {
  for (size_t i = 0; i < w.len; ++i) {
    if (!pq_is_digit(w.ptr[i])) return false;
  }
  return w.len == 6;
}

/* "MIM:253260", "OMIM 600373" at token i: the number, or nothing. */
static pq_view mim_at(const pq_line *l, uint32_t i) {
  static const char *const names[] = {"MIM", "OMIM", NULL};
  if (!pq_line_says_any(l, i, names)) return PQ_LIT("");
  const uint32_t at = pq_line_mark(l, i + 1, ':') ? i + 2 : i + 1;
  const pq_view w = pq_line_word(l, at);
  return is_number(w) ? w : PQ_LIT("");
}

/* The only number in the bracket at token `open`; nothing if there are more,
 * or none. */
static pq_view mim_in(const pq_line *l, uint32_t open) {
  pq_view one = PQ_LIT("");
  if (!pq_line_mark(l, open, '(')) return one;
  for (uint32_t i = open + 1; i < l->n && i < open + IN_BRACKET; ++i) {
    const pq_view w = mim_at(l, i);
    if (pq_line_mark(l, i, ')')) return one;
    if (w.len && one.len) return PQ_LIT("");
    if (w.len) one = w;
  }
  return one;
}

/* ---- where it begins ---- */

static bool is_border(const pq_line *l, uint32_t i) {
  const uint32_t classes = l->at[i].classes;
  if (classes & PQ_TOKEN_MASKED) return true;
  if (classes & PQ_TOKEN_MARK) {
    return !pq_line_dash(l, i) && !pq_line_mark(l, i, '/') &&
           !pq_line_mark(l, i, '\'');
  }
  /* "storage diseases GM1 gangliosidosis": the name begins behind the kind */
  return pq_line_lists(l, i, PQ_LIST_DISEASE_KIND) ||
         pq_line_lists(l, i, PQ_LIST_DISEASE_BEFORE);
}

static uint32_t begin_of(const pq_line *l, uint32_t head) {
  uint32_t i = head;
  while (i > 0 && head - i < WORDS_BEFORE && !is_border(l, i - 1)) {
    --i;
  }
  while (i < head && (l->at[i].classes & PQ_TOKEN_MARK)) {
    ++i;
  }
  return i;
}

/* ---- where it ends ---- */

/* "1", "2M", "IIIB", "IId": what tells diseases of one name apart. */
static bool is_tail(const pq_line *l, uint32_t i) {
  const pq_view w = pq_line_word(l, i);
  if (!w.len || w.len > 4 || (l->at[i].classes & PQ_TOKEN_MASKED)) return false;
  return pq_is_digit(w.ptr[0]) || strchr("IVX", w.ptr[0]) ||
         (w.len == 1 && pq_is_upper(w.ptr[0]));
}

/* Behind "of glycosylation", "type", a number: the end of a name whose bracket
 * tells nothing. */
static uint32_t plain_end(const pq_line *l, uint32_t head) {
  uint32_t end = head + 1;
  if (pq_line_mark(l, end, '/') && is_head(l, end + 1)) end += 2;
  if (pq_line_says(l, end, "of") && pq_line_says(l, end + 1, "glycosylation")) {
    end += 2;
  }
  if (pq_line_dash(l, end) && is_tail(l, end + 1)) ++end; /* "syndrome-2" */
  const bool type = pq_line_says(l, end, "type");
  if (is_tail(l, end + (type ? 1 : 0))) end += type ? 2 : 1;
  return end;
}

/* May a name go on with the token: "of the young 2", ", primary, autosomal
 * recessive, 2"? */
static bool goes_on(const pq_line *l, uint32_t i) {
  static const char *const inside[] = {"of", "the", "with", "a", NULL};
  if (l->at[i].classes & PQ_TOKEN_MASKED) return false;
  if (l->at[i].classes & PQ_TOKEN_MARK) {
    return pq_line_mark(l, i, ',') || pq_line_dash(l, i) ||
           pq_line_mark(l, i, '/');
  }
  return pq_line_says_any(l, i, inside) ||
         !pq_line_lists(l, i, PQ_LIST_DISEASE_BEFORE);
}

/* The bracket with a number that ends the name; 0 none. */
static uint32_t bracket_of(const pq_line *l, uint32_t head) {
  const bool kind = pq_line_lists(l, head, PQ_LIST_DISEASE_KIND);
  uint32_t open = head + 1;
  while (open < l->n && open <= head + WORDS_BEHIND &&
         !pq_line_mark(l, open, '(')) {
    ++open;
  }
  if (!mim_in(l, open).len) return 0;
  for (uint32_t i = head + 1; i < open; ++i) {
    /* "the disorder X syndrome" */
    if (!goes_on(l, i) || (kind && is_head(l, i))) return 0;
  }
  return open;
}

/* ---- without a number ---- */

/* "Defects in", "mutations of": it is of genes that the sentence tells. */
static bool tells_defects(const pq_line *l) {
  const pq_wordlist *const lists = l->r->lists;
  for (uint32_t i = 0; lists && i < l->n; ++i) {
    if (pq_wordlist_begins(&lists[PQ_LIST_DEFECT], pq_line_word(l, i))) {
      return true;
    }
  }
  return false;
}

/* Does what follows the name show that it ends there? */
static bool ends_at(const pq_line *l, uint32_t end) {
  if (end >= l->n) return true;
  if (l->at[end].classes & PQ_TOKEN_MARK) return !pq_line_dash(l, end);
  return pq_line_lists(l, end, PQ_LIST_DISEASE_BEHIND);
}

/* "the disease", "a deficiency": which, nobody says. */
static bool is_vague(const pq_line *l, uint32_t begin, uint32_t end) {
  return end == begin + 1 && pq_line_lists(l, begin, PQ_LIST_DISEASE_VAGUE);
}

/* "a rare blood disorder": which, nobody says. */
static bool is_kind(const pq_line *l, uint32_t begin, uint32_t head) {
  return pq_line_lists(l, head, PQ_LIST_DISEASE_KIND) && begin > 0 &&
         pq_line_lists(l, begin - 1, PQ_LIST_DISEASE_SOME);
}

/* May it be a name though no number says so?  Of "X deficiency" it is not said
 * whether it is a disease, or a lack. */
static bool is_plain(const pq_line *l, uint32_t head, uint32_t end) {
  return ends_at(l, end) &&
         !(pq_line_says(l, head, "deficiency") && end == head + 1) &&
         tells_defects(l);
}

/* ---- putting ---- */

/* The disease that the record has called by these words, or numbered so; 0
 * none. */
static pq_entity_id told(const pq_record *r, pq_view mim, pq_view words) {
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    const pq_entity *const e = pq_entity_at(r, i);
    const bool same = pq_entity_is_disease(e) &&
                      (words.len ? pq_view_same(e->label, words)
                                 : e->id.len && pq_view_ends(e->id, mim));
    if (same) return i;
  }
  return 0;
}

static pq_status put_number(pq_record *r, pq_view mim, pq_view *out) {
  const pq_view parts[] = {PQ_LIT("MIM:"), mim};
  return pq_arena_join(r->arena, parts, 2, out);
}

/* A number that has been given to other words is nobody's. */
static pq_status store(pq_record *r, pq_view mim, pq_view words,
                       pq_entity_id *out) {
  pq_status st = PQ_OK;
  pq_entity e = {.kind = PQ_ENTITY_PROCESS};
  *out = told(r, mim, words);
  if (*out) return PQ_OK;
  PQ_TRY(st, pq_arena_line(r->arena, words, &e.label));
  if (mim.len && !told(r, mim, PQ_LIT(""))) {
    PQ_TRY(st, put_number(r, mim, &e.id));
  }
  return pq_store_entity(r, &e, out);
}

/* Does a name of the lexicon cross the border of the words, or is it all of
 * them? */
static bool is_crossed(const pq_scanner *s, uint32_t begin, uint32_t end) {
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const uint32_t from = pq_mention_begin(s->l, &s->found.at[i]);
    const uint32_t to = pq_mention_end(s->l, &s->found.at[i]);
    if (from >= end || to <= begin) continue;
    if (from < begin || to > end || (from == begin && to == end)) return true;
  }
  return false;
}

/* In place of the names that lie in it. */
static pq_status put(pq_scanner *s, const pq_mention *m, uint32_t end) {
  uint32_t n = 0;
  uint32_t at = 0;
  const uint32_t begin = pq_mention_begin(s->l, m);
  for (uint32_t i = 0; i < s->found.n; ++i) {
    const pq_mention o = s->found.at[i];
    const uint32_t from = pq_mention_begin(s->l, &o);
    if (from >= begin && from < end) continue;
    if (from < begin) at = n + 1;
    s->found.at[n++] = o;
  }
  s->found.n = n;
  PQ_PUSH(s->l->r->arena, &s->found, *m);
  for (; n > at; --n) {
    s->found.at[n] = s->found.at[n - 1];
  }
  s->found.at[at] = *m;
  return PQ_OK;
}

/* The disease whose name the token tells; `*next` is behind it then. */
static pq_status read_at(pq_scanner *s, uint32_t head, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const uint32_t open = bracket_of(l, head);
  const uint32_t end = open ? open : plain_end(l, head);
  if (!open && !is_plain(l, head, end)) return PQ_OK;
  const uint32_t begin = begin_of(l, head);
  if (is_vague(l, begin, end) || (!open && is_kind(l, begin, head)) ||
      is_crossed(s, begin, end)) {
    return PQ_OK;
  }
  pq_mention m = pq_mention_of(s, begin, end - begin);
  PQ_TRY(st, store(l->r, mim_in(l, open), pq_span_text(l->text, m.span),
                   &m.entity));
  *next = end;
  return put(s, &m, end);
}

pq_status pq_illness_scan(pq_scanner *s) {
  pq_status st = PQ_OK;
  if (!(s->spelled & PQ_SPELLED_ILL)) return PQ_OK;
  for (uint32_t i = 0; i < s->l->n; ++i) {
    if (s->l->at[i].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED)) continue;
    uint32_t next = i + 1;
    if (is_head(s->l, i)) PQ_TRY(st, read_at(s, i, &next));
    i = next - 1;
  }
  return PQ_OK;
}
