#include "greek.h"

enum {
  FIRST = 0x3B1,
  FINAL_SIGMA = 0x3C2, /* has no capital */
  LAST = 0x3C9,
  NAME_MOST = 7, /* "omicron" */
  N_LETTERS = LAST - FIRST + 1
};

static const pq_view names[N_LETTERS] = {
#define PQ_GREEK_LONG(code, first, second, name) \
  [(code)-FIRST] = PQ_LIT_INIT(name),
#define PQ_GREEK_SHORT PQ_GREEK_LONG
#include "greek.def"
};

pq_view pq_greek_name(uint32_t code) {
  const pq_view none = {"", 0};
  if (code >= FIRST - PQ_GREEK_CAPITAL && code <= LAST - PQ_GREEK_CAPITAL) {
    if (code == FINAL_SIGMA - PQ_GREEK_CAPITAL) return none;
    code += PQ_GREEK_CAPITAL;
  }
  if (code < FIRST || code > LAST) return none;
  return names[code == FINAL_SIGMA ? code + 1 - FIRST : code - FIRST];
}

uint32_t pq_greek_code(pq_view name) {
  if (name.len < 2 || name.len > NAME_MOST) return 0;
  for (uint32_t i = 0; i < N_LETTERS; ++i) {
    const pq_view one = names[i];
    if (one.len != name.len || !pq_may_alike(one.ptr[1], name.ptr[1])) continue;
    if (pq_view_alike(one, name)) return FIRST + i;
  }
  return 0;
}
