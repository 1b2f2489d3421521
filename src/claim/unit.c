#include "parse.h"

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

static bool is_dash(const reader *d, uint32_t i) {
  if (i >= d->n || !(d->at[i].classes & PQ_TOKEN_MARK)) return false;
  const pq_view w = token_text(d, i);
  if (w.len == 1) return w.ptr[0] == '-';
  size_t at = 0;
  const uint32_t c = pq_utf8_next(w, &at);
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

static pq_unit unit_of(const reader *d, pq_unit_kind kind, uint32_t i,
                       uint32_t n) {
  return (pq_unit){.kind = kind,
                   .span = {d->at[i].span.begin, d->at[i + n - 1].span.end},
                   .token = d->first + i,
                   .n_tokens = n,
                   .glued = (d->at[i].classes & PQ_TOKEN_GLUED) != 0,
                   .slot = {"", 0}};
}

static void take_word(pq_unit *u, const pq_word *w) {
  u->classes |= w->classes;
  u->verb = w->verb;
  u->noun = w->noun;
  u->forms = w->forms;
  u->class_noun = w->class_noun;
}

/* The longest phrase that starts at token i, of equals the first of the file;
 * its number of tokens. */
static uint32_t phrase_at(const reader *d, uint32_t i, const pq_phrase **out) {
  const pq_grammar *const g = d->p->g;
  uint32_t best = 0;
  const uint32_t drawer = pq_rules_drawer(token_text(d, i));
  for (uint32_t k = g->phrase_drawers[drawer]; k;
       k = g->phrases.at[k - 1].next) {
    const pq_phrase *const p = &g->phrases.at[k - 1];
    uint32_t n = 0;
    while (n < p->n_words && pq_view_alike(token_text(d, i + n), p->words[n])) {
      ++n;
    }
    if (n < p->n_words || n < best) continue;
    best = n;
    *out = p;
  }
  return best;
}

/* "auto-phosphorylation", "trans-autophosphorylation": with the dash, or
 * without it, a word of the grammar. */
static const pq_word *dashed_word(const reader *d, uint32_t i) {
  char text[WORD_MOST];
  if (!is_dash(d, i + 1) || i + 2 >= d->n ||
      !(d->at[i + 1].classes & PQ_TOKEN_GLUED) ||
      !(d->at[i + 2].classes & PQ_TOKEN_GLUED)) {
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

static pq_status push(pq_parse *p, const pq_unit *u) {
  PQ_PUSH(p->r->arena, &p->units, *u);
  return PQ_OK;
}

/* The word of the grammar that a token is. */
static const pq_word *word_of(const reader *d, uint32_t i) {
  char small[WORD_MOST];
  const pq_grammar *const g = d->p->g;
  const uint32_t id = d->at[i].spelling;
  pq_spelling *const s = id ? &d->p->r->spellings->all.at[id] : NULL;
  if (s && (s->is & PQ_SPELLED_ASKED)) {
    return s->word ? &g->words.at[s->word] : NULL;
  }
  const pq_word *const w = pq_rules_word(g, lower(token_text(d, i), small));
  if (s) {
    s->is |= PQ_SPELLED_ASKED;
    s->word = w ? (uint32_t)(w - g->words.at) : 0;
  }
  return w;
}

/* "rapidly": an adverb, by the look of it. */
static bool is_adverb(const pq_unit *u, pq_view text) {
  return !u->classes && !u->forms && !u->noun && text.len > 4 &&
         text.len <= WORD_MOST &&
         pq_view_alike(pq_view_skip(text, text.len - 2), PQ_LIT("ly"));
}

static pq_status read_phrase(const reader *d, uint32_t i, const pq_word *w,
                             uint32_t *n) {
  const pq_phrase *phrase = NULL;
  *n = w && w->begins_phrase ? phrase_at(d, i, &phrase) : 0;
  if (!*n) return PQ_OK;
  pq_unit u = unit_of(d, PQ_UNIT_WORD, i, *n);
  u.classes = phrase->classes;
  u.slot = phrase->as;
  return push(d->p, &u);
}

static pq_status read_word(const reader *d, uint32_t i, uint32_t *n) {
  pq_status st = PQ_OK;
  const pq_word *w = word_of(d, i);
  PQ_TRY(st, read_phrase(d, i, w, n));
  if (*n) return PQ_OK;
  const pq_word *const dashed = dashed_word(d, i);
  *n = dashed ? 3 : 1;
  pq_unit u = unit_of(d, PQ_UNIT_WORD, i, *n);
  if (dashed) w = dashed;
  if (w) {
    take_word(&u, w);
    u.slot = w->text;
  }
  if (is_adverb(&u, token_text(d, i))) u.classes |= PQ_W_ADVERB;
  return push(d->p, &u);
}

static pq_status read_mark(const reader *d, uint32_t i) {
  pq_unit u = unit_of(d, PQ_UNIT_MARK, i, 1);
  u.mark = d->p->text.ptr[u.span.begin];
  if (is_dash(d, i)) u.mark = '-';
  if (u.mark == '&') u.classes = PQ_W_AND;
  return push(d->p, &u);
}

/* Common nouns ("receptor") are words here: the grammar knows their classes. */
static bool is_name_at(const reader *d, uint32_t token) {
  const pq_record *const r = d->p->r;
  if (d->p->mention >= r->mentions.n) return false;
  const pq_mention *const m = &r->mentions.at[d->p->mention];
  return m->token == token &&
         pq_entity_at(r, m->entity)->kind != PQ_ENTITY_CLASS;
}

/* All mentions that begin at this token, lists with shared tokens among them.
 */
static pq_status read_names(const reader *d, uint32_t i, uint32_t *n) {
  pq_parse *const p = d->p;
  const pq_record *const r = p->r;
  const uint32_t first = p->mention;
  *n = r->mentions.at[first].n_tokens;
  while (p->mention < r->mentions.n &&
         r->mentions.at[p->mention].sentence == p->sentence &&
         r->mentions.at[p->mention].token < d->first + i + *n) {
    ++p->mention;
  }
  if (i + *n > d->n) *n = d->n - i;
  pq_unit u = unit_of(d, PQ_UNIT_NAME, i, *n);
  u.first = first;
  u.n = p->mention - first;
  return push(p, &u);
}

static pq_status read_site(const reader *d, uint32_t i, uint32_t *n) {
  pq_parse *const p = d->p;
  const pq_site_mention *const m = &p->r->sites.at[p->site];
  *n = m->n_tokens;
  if (i + *n > d->n) *n = d->n - i;
  pq_unit u = unit_of(d, PQ_UNIT_SITE, i, *n);
  u.first = p->site++;
  u.n = 1;
  return push(p, &u);
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

static pq_status read_species(const reader *d, uint32_t i, uint32_t n) {
  const pq_unit u = unit_of(d, PQ_UNIT_WORD, i, n);
  return push(d->p, &u);
}

/* ---- joining ---- */

bool pq_unit_joins(const pq_parse *p, uint32_t i, pq_unit_kind kind) {
  const pq_unit *const u = pq_unit_at(p, i);
  if (u->kind == PQ_UNIT_MARK) {
    return u->mark == '/' || u->mark == '&' ||
           (kind == PQ_UNIT_SITE && u->mark == ',');
  }
  return kind == PQ_UNIT_SITE && u->kind == PQ_UNIT_WORD &&
         (pq_unit_says(p, i, "and") || pq_unit_says(p, i, "or"));
}

/* Is the unit a name that is only a tail: the "3" of "SMAD2/3"? */
static bool is_member(const pq_parse *p, const pq_unit *u) {
  return u->kind == PQ_UNIT_NAME &&
         p->r->mentions.at[u->first].said == PQ_SAID_MEMBER;
}

/* May unit `next` become part of the list that ends with unit `last`, when
 * `between` units stand there? */
static bool may_join(const pq_parse *p, const pq_unit *last,
                     const pq_unit *next, uint32_t from, uint32_t to) {
  if (last->kind != next->kind || last->first + last->n != next->first) {
    return false;
  }
  if (last->kind != PQ_UNIT_NAME && last->kind != PQ_UNIT_SITE) return false;
  if (is_member(p, next)) return to - from <= 2;
  if (to == from || to - from > 2) return false;
  for (uint32_t i = from; i < to; ++i) {
    if (!pq_unit_joins(p, i, last->kind)) return false;
  }
  return last->kind == PQ_UNIT_SITE || pq_unit_at(p, to)->glued;
}

/* "S22 and S392" is one unit, and so is "AKT1/2". */
static void join_lists(pq_parse *p) {
  uint32_t n = 1;
  for (uint32_t i = 1; i < p->units.n;) {
    pq_unit *const last = n > 1 ? &p->units.at[n - 1] : NULL;
    uint32_t k = i;
    while (k < p->units.n && k < i + 3 &&
           (p->units.at[k].kind == PQ_UNIT_MARK ||
            (p->units.at[k].kind == PQ_UNIT_WORD &&
             (p->units.at[k].classes & PQ_W_AND)))) {
      ++k;
    }
    if (last && k < p->units.n && may_join(p, last, &p->units.at[k], i, k)) {
      const pq_unit *const next = &p->units.at[k];
      last->n += next->n;
      last->span.end = next->span.end;
      last->n_tokens = next->token + next->n_tokens - last->token;
      i = k + 1;
      continue;
    }
    p->units.at[n++] = p->units.at[i++];
  }
  p->units.n = n;
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

/* A token that is neither a name nor a site. */
static pq_status read_plain(const reader *d, uint32_t i, uint32_t *n) {
  if (d->at[i].classes & PQ_TOKEN_MASKED) return PQ_OK; /* it says nothing */
  if (d->at[i].classes & PQ_TOKEN_MARK) return read_mark(d, i);
  return read_word(d, i, n);
}

static pq_status read_unit(const reader *d, uint32_t i, uint32_t *n) {
  const pq_parse *const p = d->p;
  const uint32_t token = d->first + i;
  const uint32_t species = species_at(d, token);
  *n = 1;
  if (is_name_at(d, token)) return read_names(d, i, n);
  if (species) {
    *n = species;
    return read_species(d, i, species);
  }
  if (p->site < p->r->sites.n && p->r->sites.at[p->site].token == token) {
    return read_site(d, i, n);
  }
  return read_plain(d, i, n);
}

static pq_status read_units(const reader *d) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < d->n;) {
    uint32_t n = 1;
    PQ_TRY(st, read_unit(d, i, &n));
    i += n ? n : 1;
    skip_swallowed(d->p, d->first + i);
  }
  return PQ_OK;
}

static pq_status begin_units(pq_parse *p) {
  const pq_unit none = {
      .kind = PQ_UNIT_MARK, .tag = PQ_TAG_STOP, .slot = {"", 0}};
  p->units.n = 0;
  PQ_PUSH(p->r->arena, &p->units, none);
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
  PQ_TRY(st, begin_units(p));
  PQ_TRY(st, read_units(&d));
  PQ_TRY(st, pq_units_fold(p));
  join_lists(p);
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
  PQ_TRY(st, begin_units(p));
  for (uint32_t i = from + 1; i < p->spare.n; ++i) {
    PQ_PUSH(p->r->arena, &p->units, p->spare.at[i]);
  }
  p->spare.n = from;
  p->nested = true;
  join_lists(p);
  return PQ_OK;
}
