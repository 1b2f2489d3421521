#include "rules.h"

#include "base/hash.h"

enum {
  FIRST_SLOTS = 1024,
  WORD_MOST = 60
};

static uint32_t slot_of(const pq_grammar *g, pq_view text) {
  uint32_t at = (uint32_t)pq_hash(text) & (g->n_slots - 1);
  while (g->slots[at] && !pq_view_same(g->words.at[g->slots[at]].text, text)) {
    at = (at + 1) & (g->n_slots - 1);
  }
  return at;
}

const pq_word *pq_rules_word(const pq_grammar *g, pq_view lower) {
  if (!g->n_slots) return NULL;
  const uint32_t i = g->slots[slot_of(g, lower)];
  return i ? &g->words.at[i] : NULL;
}

const pq_word *pq_rules_word_of(const pq_grammar *g, pq_view text) {
  char small[WORD_MOST];
  if (!text.len || text.len > sizeof small) return NULL;
  for (size_t i = 0; i < text.len; ++i) {
    small[i] = pq_to_lower(text.ptr[i]);
  }
  return pq_rules_word(g, (pq_view){small, text.len});
}

bool pq_text_means(const pq_grammar *g, pq_view text, pq_meaning m) {
  const pq_word *const w = pq_rules_word_of(g, text);
  return w && pq_meanings_have(&w->meanings, m);
}

static pq_status grow_slots(pq_grammar *g) {
  const uint32_t n = g->n_slots ? 2 * g->n_slots : FIRST_SLOTS;
  uint32_t *const slots = pq_arena_take(&g->arena, n * sizeof *slots);
  if (!slots) return g->arena.status;
  g->slots = slots;
  g->n_slots = n;
  for (uint32_t i = 1; i < g->words.n; ++i) {
    g->slots[slot_of(g, g->words.at[i].text)] = i;
  }
  return PQ_OK;
}

static pq_status push_word(pq_grammar *g, pq_view text) {
  pq_status st = PQ_OK;
  pq_word w = {.classes = 0};
  if (g->words.n > UINT16_MAX) return PQ_LIMIT; /* see pq_unit.word */
  PQ_TRY(st, pq_arena_copy(&g->arena, text, &w.text));
  PQ_PUSH(&g->arena, &g->words, w);
  if (2 * g->words.n >= g->n_slots) return grow_slots(g);
  g->slots[slot_of(g, w.text)] = g->words.n - 1;
  return PQ_OK;
}

pq_word *pq_rules_add_word(pq_grammar *g, pq_view text) {
  if (g->n_slots) {
    const uint32_t i = g->slots[slot_of(g, text)];
    if (i) return &g->words.at[i];
  }
  if (push_word(g, text)) return NULL;
  return &g->words.at[g->words.n - 1];
}

static bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static pq_status add_form(pq_grammar *g, pq_view stem, const char *ending,
                          uint8_t form, uint32_t trigger) {
  char text[WORD_MOST];
  const pq_view tail = pq_view_of(ending);
  if (stem.len + tail.len > sizeof text) return PQ_LIMIT;
  memcpy(text, stem.ptr, stem.len);
  if (tail.len) memcpy(text + stem.len, tail.ptr, tail.len);
  pq_word *const w = pq_rules_add_word(g, (pq_view){text, stem.len + tail.len});
  if (!w) return g->arena.status;
  w->forms = (uint8_t)(w->forms | form);
  if (!w->verb || g->triggers.at[w->verb].type == PQ_TRIGGER_PLAIN) {
    w->verb = trigger;
  }
  return PQ_OK;
}

/* "permitted", "trapped": a last letter that is written twice behind a single
 * vowel.  Where it is not, nobody writes the word; and "overlapping" is an
 * adjective more often than not. */
static pq_status add_doubled(pq_grammar *g, pq_view base, uint32_t trigger) {
  char stem[WORD_MOST];
  const char last = base.ptr[base.len - 1];
  const bool closed = !is_vowel(last) && last != 'w' && last != 'x' &&
                      last != 'y' && last != 'h' && last != 'c' && last != 'l';
  if (base.len < 3 || base.len + 1 > sizeof stem || !closed ||
      !is_vowel(base.ptr[base.len - 2]) || is_vowel(base.ptr[base.len - 3])) {
    return PQ_OK;
  }
  memcpy(stem, base.ptr, base.len);
  stem[base.len] = last;
  const pq_view twice = {stem, base.len + 1};
  return add_form(g, twice, "ed", PQ_FORM_ED | PQ_FORM_EN, trigger);
}

/* The stem before -ed and -ing: "promot", "identif" + i, "bind". */
static pq_status add_regular(pq_grammar *g, pq_view base, uint32_t trigger) {
  pq_status st = PQ_OK;
  const char last = base.ptr[base.len - 1];
  const bool silent_e = last == 'e';
  const bool y =
      last == 'y' && base.len > 1 && !is_vowel(base.ptr[base.len - 2]);
  const pq_view cut = pq_view_head(base, base.len - 1);
  const bool hiss = last == 's' || last == 'x' || last == 'z' ||
                    pq_view_ends(base, PQ_LIT("ch")) ||
                    pq_view_ends(base, PQ_LIT("sh"));
  PQ_TRY(st, add_form(g, y ? cut : base,
                      y      ? "ies"
                      : hiss ? "es"
                             : "s",
                      PQ_FORM_S, trigger));
  PQ_TRY(st, add_form(g, y || silent_e ? cut : base, y ? "ied" : "ed",
                      PQ_FORM_ED | PQ_FORM_EN, trigger));
  PQ_TRY(st, add_doubled(g, base, trigger));
  return add_form(g, silent_e ? cut : base, "ing", PQ_FORM_ING, trigger);
}

pq_status pq_rules_add_verb(pq_grammar *g, pq_view forms, uint32_t trigger) {
  pq_status st = PQ_OK;
  pq_view rest = forms;
  const pq_view base = pq_view_cut(&rest, ' ');
  if (base.len < 2) return PQ_BAD_SYNTAX;
  PQ_TRY(st, add_form(g, base, "", PQ_FORM_BASE, trigger));
  if (!rest.len) return add_regular(g, base, trigger);
  /* Irregular: "bind bound bound", "split splitting split split". */
  const pq_view past = pq_view_cut(&rest, ' ');
  const pq_view part = rest.len ? pq_view_cut(&rest, ' ') : past;
  const pq_view ing = rest.len ? pq_view_cut(&rest, ' ') : (pq_view){"", 0};
  PQ_TRY(st, add_form(g, past, "", PQ_FORM_ED, trigger));
  PQ_TRY(st, add_form(g, part, "", PQ_FORM_EN, trigger));
  const char end = base.ptr[base.len - 1];
  PQ_TRY(st, add_form(g, base, end == 'o' || end == 'h' ? "es" : "s", PQ_FORM_S,
                      trigger));
  if (ing.len) return add_form(g, ing, "", PQ_FORM_ING, trigger);
  const bool e = base.ptr[base.len - 1] == 'e';
  return add_form(g, e ? pq_view_head(base, base.len - 1) : base, "ing",
                  PQ_FORM_ING, trigger);
}

/* The plural of a noun; NULL on failure. */
static pq_word *add_plural(pq_grammar *g, pq_view noun) {
  char text[WORD_MOST];
  const bool y = noun.ptr[noun.len - 1] == 'y';
  const pq_view tail = y ? PQ_LIT("ies") : PQ_LIT("s");
  const size_t stem = noun.len - (y ? 1 : 0);
  memcpy(text, noun.ptr, stem);
  memcpy(text + stem, tail.ptr, tail.len);
  return pq_rules_add_word(g, (pq_view){text, stem + tail.len});
}

static bool is_noun(pq_view noun) {
  return noun.len >= 2 && noun.len + 3 <= WORD_MOST;
}

pq_status pq_rules_add_noun(pq_grammar *g, pq_view noun, uint32_t trigger) {
  if (!is_noun(noun)) return PQ_LIMIT;
  pq_word *w = pq_rules_add_word(g, noun);
  if (!w) return g->arena.status;
  w->noun = trigger;
  w = add_plural(g, noun);
  if (!w) return g->arena.status;
  if (!w->noun) w->noun = trigger;
  return PQ_OK;
}

pq_status pq_rules_add_told(pq_grammar *g, pq_view noun, uint32_t trigger) {
  if (!is_noun(noun) || trigger > UINT16_MAX) return PQ_LIMIT;
  pq_word *w = pq_rules_add_word(g, noun);
  if (!w) return g->arena.status;
  w->told = (uint16_t)trigger;
  w = add_plural(g, noun);
  if (!w) return g->arena.status;
  w->told = (uint16_t)trigger;
  return PQ_OK;
}

static uint32_t drawer_of(pq_view word) {
  const char first = pq_view_first(word);
  return ((unsigned char)first + 16 * (uint32_t)word.len) % PQ_DRAWERS;
}

uint32_t pq_rules_cue(const pq_grammar *g, pq_view word) {
  uint32_t i = g->cue_drawers[drawer_of(word)];
  while (i && !pq_view_alike(g->cues.at[i - 1].words[0], word)) {
    i = g->cues.at[i - 1].other;
  }
  return i;
}

pq_status pq_rules_add_cue(pq_grammar *g, const pq_cue_rule *cue) {
  const uint32_t first = pq_rules_cue(g, cue->words[0]);
  uint32_t *const drawer = &g->cue_drawers[drawer_of(cue->words[0])];
  PQ_PUSH(&g->arena, &g->cues, *cue);
  pq_cue_rule *const added = &g->cues.at[g->cues.n - 1];
  pq_cue_rule *const all = first ? &g->cues.at[first - 1] : added;
  if (cue->n_words > 1) {
    all->seconds |= pq_second_mark(cue->words[1]);
  } else {
    all->alone = g->cues.n;
  }
  if (first) {
    added->next = g->cues.at[first - 1].next;
    g->cues.at[first - 1].next = g->cues.n;
  } else {
    added->other = *drawer;
    *drawer = g->cues.n;
  }
  return PQ_OK;
}

uint32_t pq_rules_frame(const pq_grammar *g, pq_view name) {
  for (uint32_t i = 0; i < g->frames.n; ++i) {
    if (pq_view_same(g->frames.at[i].name, name)) return i;
  }
  return PQ_NO_FRAME;
}

void pq_rules_mark_row(pq_frame_rule *f, const pq_frame_row *row, uint32_t i) {
  const uint64_t bit = (uint64_t)1 << i;
  for (size_t v = 0; v < PQ_N_VOICES; ++v) {
    if (row->voice == PQ_VOICE_ANY || row->voice == v) f->voices[v] |= bit;
  }
  f->drawers[pq_slot_drawer(row->slot)] |= bit;
}

/* Most slots differ in length or in their first letter. */
static bool is_slot(const pq_frame_row *row, pq_view slot) {
  return row->slot.len == slot.len && slot.len &&
         row->slot.ptr[0] == slot.ptr[0] && pq_view_same(row->slot, slot);
}

const pq_trigger *pq_rules_verb(const pq_grammar *g, pq_view lemma) {
  const pq_word *const w = lemma.len ? pq_rules_word(g, lemma) : NULL;
  return w && w->verb ? &g->triggers.at[w->verb] : NULL;
}

const pq_frame_row *pq_rules_slot(const pq_grammar *g, uint32_t frame,
                                  pq_voice voice, pq_view slot, uint32_t *at) {
  if (frame == PQ_NO_FRAME) return NULL;
  const pq_frame_rule *const rule = &g->frames.at[frame];
  const uint64_t sought =
      rule->voices[voice] & rule->drawers[pq_slot_drawer(slot)];
  if (*at >= rule->n_rows) return NULL;
  for (uint64_t left = sought >> *at << *at; left; left &= left - 1) {
    const uint32_t i = (uint32_t)__builtin_ctzll(left);
    const pq_frame_row *const row = &rule->rows[i];
    if (!is_slot(row, slot)) continue;
    *at = i + 1;
    return row;
  }
  *at = rule->n_rows;
  return NULL;
}

const pq_compound *pq_rules_compound(const pq_grammar *g, pq_view word) {
  for (uint32_t i = 0; i < g->compounds.n; ++i) {
    if (pq_view_alike(g->compounds.at[i].word, word)) {
      return &g->compounds.at[i];
    }
  }
  return NULL;
}
