#include "compose.h"

#include "affix.h"

enum {
  LIST_MOST = 12,
  TEXT_MOST = 80
};

/* A tail that may stand for a whole name: "3" or "B". */
static bool is_tail(const pq_line *l, uint32_t i) {
  if (i >= l->n || (l->at[i].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED))) {
    return false;
  }
  const pq_view w = pq_line_word(l, i);
  if (l->at[i].classes & PQ_TOKEN_NUMBER) return w.len <= 2;
  return w.len == 1 && pq_is_alpha(w.ptr[0]);
}

/* The head that a name shares with its tails: "SMAD" of "SMAD2", "STAT5" of
 * "STAT5A"; empty if the name does not end as the tail does. */
static pq_view shared_head(pq_view name, pq_view tail) {
  size_t n = name.len;
  const bool digit = pq_is_digit(tail.ptr[0]);
  if (digit) {
    while (n > 0 && pq_is_digit(name.ptr[n - 1])) {
      --n;
    }
  } else if (n > 0 && pq_is_alpha(name.ptr[n - 1]) && tail.len == 1 &&
             pq_is_upper(name.ptr[n - 1]) == pq_is_upper(tail.ptr[0])) {
    --n;
  }
  return n < name.len && n >= 2 ? pq_view_head(name, n) : (pq_view){"", 0};
}

/* The concept of head + tail, if the lexicon is sure of it. */
static bool known(const pq_scanner *s, pq_view head, pq_view tail,
                  pq_found *out) {
  char text[TEXT_MOST];
  if (head.len + tail.len > sizeof text) return false;
  memcpy(text, head.ptr, head.len);
  memcpy(text + head.len, tail.ptr, tail.len);
  pq_lexicon_find_text(s->lex, (pq_view){text, head.len + tail.len},
                       s->l->r->taxon, out);
  return out->n_readings > 0 && !out->tied;
}

static pq_status add_member(pq_scanner *s, uint32_t token, const pq_found *f,
                            bool shared) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  pq_mention m = {.span = l->at[token].span,
                  .sentence = l->id,
                  .token = l->first + token,
                  .n_tokens = 1,
                  .said = PQ_SAID_MEMBER,
                  .same_tokens = shared};
  PQ_TRY(st, pq_mention_entity(s, f->readings[0].id, &m.entity));
  PQ_PUSH(l->r->arena, &s->found, m);
  return PQ_OK;
}

/* "AKT1-3": the members between and the last, all at the last token. */
static pq_status add_range(pq_scanner *s, pq_view name, uint32_t token) {
  pq_status st = PQ_OK;
  const pq_view last = pq_line_word(s->l, token);
  const pq_view head = shared_head(name, last);
  const uint32_t from = pq_number_of(pq_view_skip(name, head.len));
  const uint32_t to = pq_number_of(last);
  if (!head.len || !from || to <= from || to - from > LIST_MOST) return PQ_OK;
  pq_found f;
  char digit[2];
  for (uint32_t k = from + 1; k <= to; ++k) {
    if (k > 99) return PQ_OK;
    const pq_view tail = {digit, k > 9 ? 2U : 1U};
    digit[0] = (char)('0' + (k > 9 ? k / 10 : k));
    digit[1] = (char)('0' + k % 10);
    if (!known(s, head, tail, &f)) return PQ_OK;
  }
  for (uint32_t k = from + 1; k <= to; ++k) {
    const pq_view tail = {digit, k > 9 ? 2U : 1U};
    digit[0] = (char)('0' + (k > 9 ? k / 10 : k));
    digit[1] = (char)('0' + k % 10);
    if (known(s, head, tail, &f)) {
      PQ_TRY(st, add_member(s, token, &f, k > from + 1));
    }
  }
  return PQ_OK;
}

/* Token of the next tail behind i in a list, or 0: "/3", ", 2", " and 3",
 * " and -5". */
static uint32_t next_tail(const pq_line *l, uint32_t i) {
  uint32_t k = i;
  if (pq_line_mark(l, k, '/') && pq_line_glued(l, k)) {
    ++k;
  } else {
    if (pq_line_mark(l, k, ',')) ++k;
    if (pq_line_says(l, k, "and") || pq_line_mark(l, k, '&') ||
        pq_line_says(l, k, "or")) {
      ++k;
    }
    if (pq_line_dash(l, k) && pq_line_glued(l, k + 1)) ++k;
    /* "B" behind "and" is too often something else. */
    if (k > i && k < l->n && !(l->at[k].classes & PQ_TOKEN_NUMBER) &&
        !pq_line_glued(l, k)) {
      return 0;
    }
  }
  return k > i && is_tail(l, k) ? k : 0;
}

static bool is_covered(const pq_scanner *s, uint32_t token) {
  for (uint32_t i = 0; i < s->found.n; ++i) {
    if (pq_mention_begin(s->l, &s->found.at[i]) <= token &&
        token < pq_mention_end(s->l, &s->found.at[i])) {
      return true;
    }
  }
  return s->taken[token] != 0;
}

/* All tails behind the name at index i of `found`. */
static pq_status add_tails(pq_scanner *s, uint32_t i) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  const pq_mention m = s->found.at[i];
  const pq_view name = pq_span_text(l->text, m.span);
  uint32_t end = pq_mention_end(l, &m);
  if (pq_line_dash(l, end) && pq_line_glued(l, end) &&
      pq_line_glued(l, end + 1) && is_tail(l, end + 1) &&
      !is_covered(s, end + 1) && !pq_line_mark(l, end + 2, ':')) {
    return add_range(s, name, end + 1);
  }
  for (uint32_t left = LIST_MOST; left > 0; --left) {
    const uint32_t at = next_tail(l, end);
    if (!at || is_covered(s, at)) return PQ_OK;
    const pq_view tail = pq_line_word(l, at);
    const pq_view head = shared_head(name, tail);
    pq_found f;
    if (!head.len || !known(s, head, tail, &f)) return PQ_OK;
    PQ_TRY(st, add_member(s, at, &f, false));
    end = at + 1;
  }
  return PQ_OK;
}

static void sort_found(pq_scanner *s) {
  for (uint32_t i = 1; i < s->found.n; ++i) {
    const pq_mention m = s->found.at[i];
    uint32_t k = i;
    for (; k > 0 && s->found.at[k - 1].token > m.token; --k) {
      s->found.at[k] = s->found.at[k - 1];
    }
    s->found.at[k] = m;
  }
}

pq_status pq_compose_lists(pq_scanner *s) {
  pq_status st = PQ_OK;
  const uint32_t n = s->found.n;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_mention *const m = &s->found.at[i];
    if (m->said != PQ_SAID_UNKNOWN && pq_mention_is_thing(s->l->r, m)) {
      PQ_TRY(st, add_tails(s, i));
    }
  }
  sort_found(s);
  return PQ_OK;
}
