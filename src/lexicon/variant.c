#include "variant.h"

#include "generic.h"
#include "normal.h"

static const char *const roman[] = {"I",  "II",  "III",  "IV", "V",
                                    "VI", "VII", "VIII", "IX", "X"};

enum {
  N_ROMAN = sizeof roman / sizeof roman[0]
};

typedef struct variants {
  pq_arena *arena;
  pq_variant *at;
  size_t n;
} variants;

static pq_status add(variants *v, const pq_view *pieces, size_t n, bool lower) {
  pq_status st = PQ_OK;
  pq_view text;
  if (v->n == PQ_VARIANTS_MOST) return PQ_OK;
  PQ_TRY(st, pq_arena_join(v->arena, pieces, n, &text));
  v->at[v->n++] = (pq_variant){text, lower};
  return PQ_OK;
}

/* "anaplastic lymphoma kinase (Ki-1)": what stands before the bracket. */
static pq_status without_bracket(variants *v, pq_variant of) {
  const pq_view text = of.text;
  if (!pq_view_ends(text, PQ_LIT(")"))) return PQ_OK;
  size_t open = text.len;
  while (open > 0 && text.ptr[open - 1] != '(') {
    --open;
  }
  if (open < 3 || text.ptr[open - 2] != ' ') return PQ_OK;
  const pq_view head = pq_view_trim(pq_view_head(text, open - 1));
  return head.len > 2 && !pq_generic(head) ? add(v, &head, 1, true) : PQ_OK;
}

/* The word for the same number in the other digits, or NULL. */
static pq_view other_number(pq_view word, char room[3]) {
  for (size_t i = 0; i < N_ROMAN; ++i) {
    const pq_view arabic = {room, i == 9 ? 2U : 1U};
    room[0] = "1234567891"[i];
    room[1] = '0';
    if (pq_view_same(word, pq_view_of(roman[i]))) return arabic;
    if (pq_view_same(word, arabic)) return pq_view_of(roman[i]);
  }
  return (pq_view){NULL, 0};
}

/* "type II" and "type 2". */
static pq_status renumbered(variants *v, pq_variant of) {
  size_t at = of.text.len;
  while (at > 0 && of.text.ptr[at - 1] != ' ') {
    --at;
  }
  char room[3];
  const pq_view word = other_number(pq_view_skip(of.text, at), room);
  if (at == 0 || !word.ptr) return PQ_OK;
  const pq_view pieces[] = {pq_view_head(of.text, at), word};
  return add(v, pieces, 2, of.lower);
}

/* Length in bytes of a kappa at `at`, or 0. */
static size_t kappa_at(pq_view text, size_t at) {
  const pq_view rest = pq_view_skip(text, at);
  if (pq_view_alike(pq_view_head(rest, 5), PQ_LIT("kappa"))) return 5;
  return pq_view_starts(rest, PQ_LIT("\xCE\xBA")) ? 2 : 0;
}

/* "NF-kB" for "NF-kappaB": where one capital or a dash follows. */
static pq_status brief_kappa(variants *v, pq_variant of) {
  for (size_t at = 1; at < of.text.len; ++at) {
    const size_t n = kappa_at(of.text, at);
    if (!n) continue;
    size_t next = at + n;
    if (next < of.text.len && (of.text.ptr[next] == ' ')) ++next;
    if (next >= of.text.len || !pq_is_upper(of.text.ptr[next])) return PQ_OK;
    const pq_view pieces[] = {pq_view_head(of.text, at), PQ_LIT("k"),
                              pq_view_skip(of.text, next)};
    return add(v, pieces, 3, of.lower);
  }
  return PQ_OK;
}

pq_status pq_variants_of(pq_arena *arena, pq_view name,
                         pq_variant out[PQ_VARIANTS_MOST], size_t *n) {
  pq_status st = PQ_OK;
  variants v = {arena, out, 1};
  out[0] = (pq_variant){name, false};
  PQ_TRY(st, without_bracket(&v, out[0]));
  for (size_t i = 0, end = v.n; i < end; ++i) {
    PQ_TRY(st, renumbered(&v, out[i]));
  }
  for (size_t i = 0, end = v.n; i < end; ++i) {
    PQ_TRY(st, brief_kappa(&v, out[i]));
  }
  *n = v.n;
  return PQ_OK;
}
