/* Equations, as titles of reactions have them: an arrow is read as "reacts
 * into", a plus as "and", a catalyst in the last bracket as "by" it.
 *
 *   "AMP + ATP <=> 2 ADP (ADK)" --> AMP and ATP reacts into 2 ADP by ADK
 *   "ADK catalyzes AMP + ATP => 2 ADP" --> ADK converts AMP and ATP into 2 ADP
 */
#include "unit.h"

#include "base/utf8.h"

#include <string.h>

enum {
  MARKS_MOST = 5 /* of an arrow: "<--->" */
};

static bool is_mark_of(const pq_parse *p, uint32_t i, const char *marks) {
  const pq_unit *const u = pq_unit_at(p, i);
  return i < p->units.n && u->kind == PQ_UNIT_MARK && u->mark &&
         strchr(marks, u->mark);
}

/* Arrows to the right, to both sides, and pairs of arrows. */
static bool is_drawn(const pq_parse *p, uint32_t i) {
  static const uint32_t arrows[] = {0x2192, 0x2194, 0x21C4, 0x21CC,
                                    0x21D2, 0x21D4, 0x27F6};
  size_t at = 0;
  if (i >= p->units.n || p->units.at[i].kind != PQ_UNIT_MARK) return false;
  const uint32_t c = pq_utf8_mended(pq_unit_text(p, i), &at);
  for (size_t k = 0; k < sizeof arrows / sizeof arrows[0]; ++k) {
    if (arrows[k] == c) return true;
  }
  return false;
}

/* How many units the arrow at i has: "->", "=>", "<=>"; 0: it is none. */
static uint32_t arrow_at(const pq_parse *p, uint32_t i) {
  if (is_drawn(p, i)) return 1;
  uint32_t k = i;
  if (is_mark_of(p, k, "<")) ++k;
  const uint32_t shaft = k;
  while (k < i + MARKS_MOST && is_mark_of(p, k, "-=") &&
         (k == i || p->units.at[k].glued)) {
    ++k;
  }
  const bool head = k > shaft && is_mark_of(p, k, ">") && p->units.at[k].glued;
  return head ? k + 1 - i : 0;
}

/* The only arrow, and not "A->B", which may be anything; 0: there is none. */
static uint32_t find_arrow(const pq_parse *p, uint32_t *n) {
  uint32_t found = 0;
  for (uint32_t i = 2; i + 1 < p->units.n; ++i) {
    const uint32_t len = arrow_at(p, i);
    if (!len) continue;
    const bool thin = is_mark_of(p, i, "-");
    const bool open = !p->units.at[i].glued || !pq_unit_at(p, i + len)->glued;
    if (found || i + len >= p->units.n || (thin && !open)) return 0;
    found = i;
    *n = len;
    i += len - 1;
  }
  return found;
}

/* Does the unit say "catalyzes"? */
static bool catalyzes(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "catalyzes") || pq_unit_says(p, i, "catalyses");
}

static bool is_verb(const pq_unit *u) {
  return u->kind == PQ_UNIT_WORD &&
         ((u->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_MODAL)) ||
          (u->verb && (u->forms & (PQ_FORM_S | PQ_FORM_ED))));
}

/* The unit "catalyzes" before the arrow, or 0; false where another verb shows
 * that the words are no equation: one in a bracket, "(reduced)", does not. */
static bool is_equation(const pq_parse *p, uint32_t arrow,
                        uint32_t *catalyzed) {
  uint32_t depth = 0;
  *catalyzed = 0;
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (is_mark_of(p, i, "([")) ++depth;
    if (depth && is_mark_of(p, i, ")]")) --depth;
    const bool inner = i + 1 < p->units.n && is_mark_of(p, i, "."); /* "O2.-" */
    if (i < arrow && catalyzes(p, i) && !*catalyzed) {
      *catalyzed = i;
    } else if (inner || (!depth && is_verb(&p->units.at[i]))) {
      return false;
    }
  }
  return true;
}

static void remove_units(pq_parse *p, uint32_t from, uint32_t to) {
  memmove(&p->units.at[from], &p->units.at[to],
          (p->units.n - to) * sizeof p->units.at[0]);
  p->units.n -= to - from;
}

/* What may stand in a bracket for who does it. */
static bool is_catalyst(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  if (u->kind != PQ_UNIT_NAME) return false;
  const pq_mention *const m = &p->r->mentions.at[u->first];
  switch (pq_entity_at(p->r, m->entity)->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX: return true;
  default: return false;
  }
}

static void make_preposition(pq_unit *u, pq_view slot) {
  u->kind = PQ_UNIT_WORD;
  u->classes = PQ_W_PREPOSITION;
  u->slot = slot;
}

/* "(ADK)", "[ADK]", "(TF:F7a catalyst)" at the end: by ADK. */
static void read_catalyst(pq_parse *p, uint32_t arrow) {
  uint32_t close = p->units.n - 1;
  if (is_mark_of(p, close, ".")) --close;
  if (close < arrow + 4 || !is_mark_of(p, close, ")]")) return;
  const uint32_t last =
      pq_unit_says(p, close - 1, "catalyst") ? close - 2 : close - 1;
  const uint32_t open = last - 1;
  if (open <= arrow + 1 || !is_mark_of(p, open, "([") ||
      p->units.at[open].glued || !is_catalyst(p, last)) {
    return;
  }
  make_preposition(&p->units.at[open], PQ_LIT("by"));
  remove_units(p, last + 1, close + 1);
}

/* The pluses of a side are commas, and the last one is "and". */
static void read_pluses(const pq_parse *p, uint32_t from, uint32_t to) {
  pq_unit *last = NULL;
  for (uint32_t i = from; i < to; ++i) {
    if (!is_mark_of(p, i, "+")) continue;
    last = &p->units.at[i];
    last->mark = ',';
  }
  if (!last) return;
  last->kind = PQ_UNIT_WORD;
  last->classes = PQ_W_AND;
}

static void make_verb(pq_unit *u, const pq_word *w) {
  u->kind = PQ_UNIT_WORD;
  u->classes = w->classes;
  u->verb = w->verb;
  u->noun = 0;
  u->forms = w->forms;
  u->slot = w->text;
}

pq_status pq_equation_read(pq_parse *p) {
  uint32_t n = 0;
  uint32_t verb = 0;
  const uint32_t arrow = p->r->wants_happenings ? 0 : find_arrow(p, &n);
  if (!arrow || !is_equation(p, arrow, &verb)) return PQ_OK;
  const pq_word *const does =
      pq_rules_word(p->g, verb ? PQ_LIT("converts") : PQ_LIT("reacts"));
  if (!does) return PQ_OK;
  pq_span whole = p->units.at[arrow].span;
  whole.end = p->units.at[arrow + n - 1].span.end;
  read_catalyst(p, arrow);
  read_pluses(p, 1, arrow);
  read_pluses(p, arrow, p->units.n);
  uint32_t into = arrow; /* behind the verb, if the arrow is that as well */
  if (!verb && n > 1) {
    into = arrow + 1;
  } else if (!verb) {
    const pq_unit last = p->units.at[p->units.n - 1];
    PQ_PUSH(p->r->arena, &p->units, last);
    memmove(&p->units.at[arrow + 1], &p->units.at[arrow],
            (p->units.n - arrow - 2) * sizeof p->units.at[0]);
    into = arrow + 1;
    n = 2;
  }
  make_verb(&p->units.at[verb ? verb : arrow], does);
  make_preposition(&p->units.at[into], PQ_LIT("into"));
  if (!verb) p->units.at[arrow].span = whole;
  p->units.at[into].span = whole;
  remove_units(p, into + 1, arrow + n);
  return PQ_OK;
}
