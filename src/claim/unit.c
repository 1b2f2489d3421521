#include "unit.h"

#include "tag.h"

#include "base/utf8.h"

enum {
  WORD_MOST = 60
};

/* What a reader of one sentence's tokens looks at. */
typedef struct reader {
  pq_parse *p;
  const pq_token *at; /* tokens of the sentence */
  uint32_t n, first;
} reader;

static pq_view token_text(const reader *d, uint32_t i) {
  return i < d->n ? pq_span_text(d->p->text, d->at[i].span) : PQ_LIT("");
}

static bool has_classes(const reader *d, uint32_t i, uint32_t classes) {
  return i < d->n && (d->at[i].classes & classes) == classes;
}

static bool is_dash(const reader *d, uint32_t i) {
  if (!has_classes(d, i, PQ_TOKEN_MARK)) return false;
  const pq_view w = token_text(d, i);
  if (w.len == 1) return w.ptr[0] == '-';
  size_t at = 0;
  const uint32_t c = pq_utf8_mended(w, &at);
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static pq_view lower(pq_view word, char out[WORD_MOST]) {
  if (word.len > WORD_MOST) return (pq_view){"", 0};
  for (size_t i = 0; i < word.len; ++i) {
    out[i] = pq_to_lower(word.ptr[i]);
  }
  return (pq_view){out, word.len};
}

/* ---- one unit ---- */

/* One more unit, of the tokens from i on.  begin_units made room for it. */
static pq_unit *add_unit(const reader *d, pq_unit_kind kind, uint32_t i,
                         uint32_t n) {
  pq_unit *const u = &d->p->units.at[d->p->units.n++];
  *u = (pq_unit){.kind = kind,
                 .span = {d->at[i].span.begin, d->at[i + n - 1].span.end},
                 .token = d->first + i,
                 .n_tokens = (uint16_t)n,
                 .glued = (d->at[i].classes & PQ_TOKEN_GLUED) != 0,
                 .slot = {"", 0}};
  return u;
}

static void take_word(const reader *d, pq_unit *u, const pq_word *w) {
  u->classes |= w->classes;
  u->verb = w->verb;
  u->noun = w->noun;
  if (w->told && d->p->r->wants_happenings) u->noun = w->told;
  u->forms = w->forms;
  u->class_noun = w->class_noun;
  u->slot = w->text;
}

/* The longest phrase that starts at token i, whose word is w; of equals the
 * first of the file.  Its number of tokens. */
static uint32_t phrase_at(const reader *d, uint32_t i, const pq_word *w,
                          const pq_phrase **out) {
  uint32_t best = 0;
  const pq_phrase *p = NULL;
  for (uint32_t k = w->phrases; k; k = p->next) {
    p = &d->p->g->phrases.at[k - 1];
    uint32_t n = 1;
    while (n < p->n_words && pq_view_alike(token_text(d, i + n), p->words[n])) {
      ++n;
    }
    if (n < p->n_words || n < best) continue;
    if (p->before.len && !pq_view_alike(token_text(d, i + n), p->before)) {
      continue;
    }
    best = n;
    *out = p;
  }
  return best;
}

/* Does a dash stand right behind the token?  Most have none. */
static inline bool has_dash(const reader *d, uint32_t i) {
  return has_classes(d, i + 1, PQ_TOKEN_MARK | PQ_TOKEN_GLUED);
}

/* "auto-phosphorylation", "trans-autophosphorylation": with the dash, or
 * without it, a word of the grammar. */
static const pq_word *dashed_word(const reader *d, uint32_t i) {
  char text[WORD_MOST];
  if (!has_classes(d, i + 2, PQ_TOKEN_GLUED) || !is_dash(d, i + 1)) {
    return NULL;
  }
  const pq_view a = token_text(d, i);
  const pq_view b = token_text(d, i + 2);
  if (a.len + b.len + 1 > sizeof text) return NULL;
  char *const dash = text + a.len;
  memcpy(text, a.ptr, a.len);
  *dash = '-';
  memcpy(dash + 1, b.ptr, b.len);
  char small[WORD_MOST];
  const pq_word *const w =
      pq_rules_word(d->p->g, lower((pq_view){text, a.len + b.len + 1}, small));
  if (w) return w;
  memmove(dash, dash + 1, b.len);
  return pq_rules_word(d->p->g, lower((pq_view){text, a.len + b.len}, small));
}

/* The word of the grammar that a token is. */
static const pq_word *word_of(const pq_parse *p, const pq_token *t) {
  char small[WORD_MOST];
  const pq_grammar *const g = p->g;
  pq_spelling *const s =
      t->spelling ? &p->r->spellings->all.at[t->spelling] : NULL;
  if (s && (s->is & PQ_SPELLED_ASKED)) {
    return s->word ? &g->words.at[s->word] : NULL;
  }
  const pq_word *const w =
      pq_rules_word(g, lower(pq_span_text(p->text, t->span), small));
  if (s) {
    s->is |= PQ_SPELLED_ASKED;
    s->word = w ? (uint32_t)(w - g->words.at) : 0;
  }
  return w;
}

/* Keep which word of the grammar a unit is: of one token, or one with a dash.
 */
static void keep_word(const reader *d, pq_unit *u, const pq_word *w) {
  if (w) u->word = (uint16_t)(w - d->p->g->words.at);
}

/* "rapidly", "twofold": an adverb, by the look of it. */
static bool is_adverb(const pq_unit *u, pq_view text) {
  return !u->classes && !u->forms && !u->noun && text.len > 4 &&
         text.len <= WORD_MOST &&
         (pq_view_alike(pq_view_skip(text, text.len - 2), PQ_LIT("ly")) ||
          pq_view_alike(pq_view_skip(text, text.len - 4), PQ_LIT("fold")));
}

/* "10-fold", "1,000-fold", "2.5 fold": how much, as an adverb tells it.  The
 * number of its tokens; 0: it is none. */
static uint32_t times_at(const reader *d, uint32_t i) {
  uint32_t k = i + 1;
  while (has_classes(d, k, PQ_TOKEN_MARK | PQ_TOKEN_GLUED) &&
         has_classes(d, k + 1, PQ_TOKEN_NUMBER | PQ_TOKEN_GLUED)) {
    k += 2;
  }
  if (is_dash(d, k)) ++k;
  return pq_view_alike(token_text(d, k), PQ_LIT("fold")) ? k + 1 - i : 0;
}

/* All that follow read what begins at token i, and return the number of its
 * tokens. */
static uint32_t read_phrase(const reader *d, uint32_t i, const pq_word *w) {
  const pq_phrase *phrase = NULL;
  const uint32_t n = phrase_at(d, i, w, &phrase);
  if (!n) return 0;
  pq_unit *const u = add_unit(d, PQ_UNIT_WORD, i, n);
  u->classes = phrase->classes;
  u->slot = phrase->as;
  const pq_word *const as =
      phrase->classes ? NULL : pq_rules_word(d->p->g, phrase->as);
  if (as) take_word(d, u, as);
  if (n == 1) keep_word(d, u, w);
  return n;
}

/* "that of": does the word stand for a noun said before? */
static bool stands_in(const reader *d, uint32_t i, const pq_word *w) {
  return (w->classes & PQ_W_DEMONSTRATIVE) &&
         pq_view_alike(token_text(d, i + 1), PQ_LIT("of"));
}

static uint32_t read_word(const reader *d, uint32_t i) {
  const pq_word *w = word_of(d->p, &d->at[i]);
  const bool goes_on = w && (w->seconds & pq_second_mark(token_text(d, i + 1)));
  const uint32_t phrase = goes_on ? read_phrase(d, i, w) : 0;
  if (phrase) return phrase;
  const pq_word *dashed = has_dash(d, i) ? dashed_word(d, i) : NULL;
  if (dashed && pq_meanings_have(&dashed->meanings, PQ_M_LIVING)) {
    dashed = NULL; /* "anti-angiogenic": the second word alone tells of it */
  }
  const uint32_t n = dashed ? 3 : 1;
  pq_unit *const u = add_unit(d, PQ_UNIT_WORD, i, n);
  if (dashed) w = dashed;
  keep_word(d, u, w);
  if (w) take_word(d, u, w);
  if (w && stands_in(d, i, w)) d->p->stands_in = true;
  if (is_adverb(u, token_text(d, i))) u->classes |= PQ_W_ADVERB;
  return n;
}

/* "X--the inhibitor of Y--is bound", but "MEK1--ERK2" */
static bool is_aside(const reader *d, uint32_t i) {
  const uint32_t small = PQ_W_DETERMINER | PQ_W_PREPOSITION | PQ_W_RELATIVE |
                         PQ_W_AND | PQ_W_BE | PQ_W_HAVE | PQ_W_MODAL;
  if (!has_dash(d, i) || i + 2 >= d->n || !is_dash(d, i) ||
      !is_dash(d, i + 1)) {
    return false;
  }
  const pq_word *const w = word_of(d->p, &d->at[i + 2]);
  return w && (w->classes & small);
}

/* "glucono-1,5-lactone": a comma between numbers that tell where. */
static bool is_locants(const reader *d, uint32_t i) {
  const uint32_t number = PQ_TOKEN_NUMBER | PQ_TOKEN_GLUED;
  return i > 1 && has_classes(d, i, PQ_TOKEN_MARK | PQ_TOKEN_GLUED) &&
         has_classes(d, i - 1, number) && has_classes(d, i + 1, number) &&
         has_dash(d, i + 1) && is_dash(d, i - 2);
}

static uint32_t read_mark(const reader *d, uint32_t i) {
  if (is_aside(d, i)) {
    add_unit(d, PQ_UNIT_MARK, i, 2)->mark = ',';
    return 2;
  }
  pq_unit *const u = add_unit(d, PQ_UNIT_MARK, i, 1);
  u->mark = d->p->text.ptr[u->span.begin];
  if (is_dash(d, i) || is_locants(d, i)) u->mark = '-';
  if (u->mark == '&') u->classes = PQ_W_AND;
  if (pq_mark_brackets(u->mark)) d->p->bracketed = true;
  if (u->mark == '>' || (unsigned char)u->mark >= 0x80) d->p->arrows = true;
  return 1;
}

/* Common nouns ("receptor") are words here: the grammar knows their classes. */
static bool is_name_at(const reader *d, uint32_t token) {
  const pq_record *const r = d->p->r;
  if (d->p->mention >= r->mentions.n) return false;
  const pq_mention *const m = &r->mentions.at[d->p->mention];
  return m->token == token &&
         pq_entity_at(r, m->entity)->kind != PQ_ENTITY_CLASS;
}

/* Does a colon stand before? */
static bool is_led(const pq_parse *p) {
  for (uint32_t i = p->units.n; i-- > 1;) {
    if (pq_unit_is_mark(p, i, ':')) return true;
  }
  return false;
}

/* "the following: ANKLE2 (Bagci et al. 2020) EMD (...)": papers between two
 * names of such a list are as good as a comma. */
static void part_names(const reader *d, uint32_t i) {
  const pq_parse *const p = d->p;
  if (!i || !(d->at[i - 1].classes & PQ_TOKEN_MASKED) ||
      p->units.at[p->units.n - 1].kind != PQ_UNIT_NAME || !is_led(p)) {
    return;
  }
  add_unit(d, PQ_UNIT_MARK, i - 1, 1)->mark = ',';
}

/* "... (Gasman et al. 2003) The following": papers in place of a stop. */
static void part_sentences(const reader *d, uint32_t i) {
  const uint32_t none = PQ_TOKEN_MASKED | PQ_TOKEN_MARK;
  if (i + 1 >= d->n || (d->at[i + 1].classes & none) || d->p->units.n <= 1) {
    return;
  }
  const pq_word *const w = word_of(d->p, &d->at[i + 1]);
  if (w && (w->classes & PQ_W_DETERMINER) &&
      pq_is_upper(token_text(d, i + 1).ptr[0])) {
    add_unit(d, PQ_UNIT_MARK, i, 1)->mark = '.';
  }
}

/* All mentions that begin at this token, lists with shared tokens among them.
 */
static uint32_t read_names(const reader *d, uint32_t i) {
  pq_parse *const p = d->p;
  const pq_record *const r = p->r;
  const uint32_t first = p->mention;
  uint32_t n = r->mentions.at[first].n_tokens;
  while (p->mention < r->mentions.n &&
         r->mentions.at[p->mention].sentence == p->sentence &&
         r->mentions.at[p->mention].token < d->first + i + n) {
    ++p->mention;
  }
  if (i + n > d->n) n = d->n - i;
  pq_unit *const u = add_unit(d, PQ_UNIT_NAME, i, n);
  u->first = first;
  u->n = (uint16_t)(p->mention - first);
  if (n == 1) keep_word(d, u, word_of(p, &d->at[i]));
  return n;
}

static uint32_t read_site(const reader *d, uint32_t i) {
  pq_parse *const p = d->p;
  uint32_t n = p->r->sites.at[p->site].n_tokens;
  if (i + n > d->n) n = d->n - i;
  pq_unit *const u = add_unit(d, PQ_UNIT_SITE, i, n);
  u->first = p->site++;
  u->n = 1;
  if (n == 1) keep_word(d, u, word_of(p, &d->at[i]));
  return n;
}

/* "S. cerevisiae", whose stop ends nothing: how many tokens the species has
 * that begins at a token, if it has several, else 0. */
static uint32_t species_at(const reader *d, uint32_t token) {
  const pq_record *const r = d->p->r;
  const uint32_t k = d->p->said;
  if (k >= r->species_said.n || r->species_said.at[k].token != token) return 0;
  const uint32_t n = r->species_said.at[k].n_tokens;
  return n > 1 && token - d->first + n <= d->n ? n : 0;
}

/* ---- the door ---- */

/* What a longer unit, up to the token `end`, has swallowed is not met again. */
static void skip_swallowed(pq_parse *p, uint32_t end) {
  const pq_record *const r = p->r;
  while (p->site < r->sites.n && r->sites.at[p->site].token < end) {
    ++p->site;
  }
  while (p->mention < r->mentions.n && r->mentions.at[p->mention].token < end) {
    ++p->mention;
  }
  while (p->said < r->species_said.n &&
         r->species_said.at[p->said].token < end) {
    ++p->said;
  }
}

/* The next token that is marked: a mention, site or species begins there. */
static uint32_t next_marked(const pq_parse *p) {
  const pq_record *const r = p->r;
  uint32_t token = UINT32_MAX;
  if (p->mention < r->mentions.n) token = r->mentions.at[p->mention].token;
  if (p->site < r->sites.n && r->sites.at[p->site].token < token) {
    token = r->sites.at[p->site].token;
  }
  if (p->said < r->species_said.n &&
      r->species_said.at[p->said].token < token) {
    token = r->species_said.at[p->said].token;
  }
  return token;
}

static uint32_t read_number(const reader *d, uint32_t i) {
  const uint32_t n = times_at(d, i);
  if (!n) return read_word(d, i);
  add_unit(d, PQ_UNIT_WORD, i, n)->classes = PQ_W_ADVERB;
  return n;
}

/* A token that is neither a name nor a site. */
static uint32_t read_plain(const reader *d, uint32_t i) {
  if (d->at[i].classes & PQ_TOKEN_MASKED) { /* it says nothing */
    part_sentences(d, i);
    return 1;
  }
  if (d->at[i].classes & PQ_TOKEN_NUMBER) return read_number(d, i);
  return d->at[i].classes & PQ_TOKEN_MARK ? read_mark(d, i) : read_word(d, i);
}

/* "ADP-ribosylates": a name, but with its dash a word of what happens. */
static uint32_t read_dashed(const reader *d, uint32_t i) {
  if (!has_dash(d, i) || d->p->r->mentions.at[d->p->mention].n_tokens != 1) {
    return 0;
  }
  const pq_word *const w = dashed_word(d, i);
  if (!w || !(w->verb || w->noun)) return 0;
  pq_unit *const u = add_unit(d, PQ_UNIT_WORD, i, 3);
  take_word(d, u, w);
  keep_word(d, u, w);
  return 3;
}

static uint32_t read_marked(const reader *d, uint32_t i) {
  const pq_parse *const p = d->p;
  const uint32_t token = d->first + i;
  const uint32_t species = species_at(d, token);
  if (is_name_at(d, token)) {
    const uint32_t n = read_dashed(d, i);
    if (n) return n;
    part_names(d, i);
    return read_names(d, i);
  }
  if (species) {
    (void)add_unit(d, PQ_UNIT_WORD, i, species);
    return species;
  }
  if (p->site < p->r->sites.n && p->r->sites.at[p->site].token == token) {
    return read_site(d, i);
  }
  return read_plain(d, i);
}

static void read_units(const reader *d) {
  uint32_t marked = next_marked(d->p);
  for (uint32_t i = 0; i < d->n;) {
    const bool plain = d->first + i < marked;
    const uint32_t n = plain ? read_plain(d, i) : read_marked(d, i);
    i += n ? n : 1;
    if (d->first + i <= marked) continue;
    skip_swallowed(d->p, d->first + i);
    marked = next_marked(d->p);
  }
}

/* The heads of all units: each by one load, if the text has four bytes there.
 */
static void set_heads(const pq_parse *p) {
  static const uint32_t parts[] = {0, 0xFF, 0xFFFF, 0xFFFFFF, UINT32_MAX};
  for (uint32_t i = 1; i < p->units.n; ++i) {
    pq_unit *const u = &p->units.at[i];
    const uint32_t len = u->span.end - u->span.begin;
    const char *const at = p->text.ptr + u->span.begin;
    u->head = p->text.len - u->span.begin < 4
                  ? pq_head_of(at, len)
                  : pq_head_of(at, 4) & parts[len < 4 ? len : 4];
  }
}

/* No units but the first, and room for `most` more. */
static pq_status begin_units(pq_parse *p, uint32_t most) {
  const pq_unit none = {
      .kind = PQ_UNIT_MARK, .tag = PQ_TAG_STOP, .slot = {"", 0}};
  p->units.n = 0;
  PQ_RESERVE(p->r->arena, &p->units, most + 1);
  p->units.at[p->units.n++] = none;
  return PQ_OK;
}

pq_status pq_units_read(pq_parse *p) {
  pq_status st = PQ_OK;
  const reader d = {.p = p,
                    .at = p->r->tokens.at + p->s->token,
                    .n = p->s->n_tokens,
                    .first = p->s->token};
  p->spare.n = 0;
  p->nested = false;
  p->bracketed = false;
  p->stands_in = p->arrows = false;
  PQ_TRY(st, begin_units(p, d.n));
  read_units(&d);
  set_heads(p);
  if (p->arrows) PQ_TRY(st, pq_equation_read(p));
  if (p->stands_in) pq_tag_stand_ins(p);
  if (p->bracketed) PQ_TRY(st, pq_units_fold(p));
  pq_units_join(p);
  return PQ_OK;
}

pq_status pq_units_next(pq_parse *p, bool *more) {
  pq_status st = PQ_OK;
  *more = p->spare.n > 0;
  if (!*more) return PQ_OK;
  /* The last bracket that waits: from its opening mark to the end. */
  uint32_t from = p->spare.n;
  while (from > 0) {
    const pq_unit *const u = &p->spare.at[--from];
    if (u->kind == PQ_UNIT_MARK && (u->mark == '(' || u->mark == '[')) break;
  }
  PQ_TRY(st, begin_units(p, p->spare.n - from));
  for (uint32_t i = from + 1; i < p->spare.n; ++i) {
    p->units.at[p->units.n++] = p->spare.at[i];
  }
  p->spare.n = from;
  p->nested = true;
  pq_units_join(p);
  return PQ_OK;
}
