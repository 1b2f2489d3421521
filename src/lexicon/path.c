#include "path.h"

#include "filter.h"

enum {
  ENDING_MOST = 3
}; /* bytes that a plural may be longer */

/* ---- plurals ---- */

static bool is_hissing(pq_view stem) {
  return pq_view_ends(stem, PQ_LIT("x")) || pq_view_ends(stem, PQ_LIT("ch")) ||
         pq_view_ends(stem, PQ_LIT("sh")) || pq_view_ends(stem, PQ_LIT("ss")) ||
         pq_view_ends(stem, PQ_LIT("z"));
}

/* "STAT3s", "kinases", "antibodies", "complexes"; never -ss, -us, -is. */
bool pq_path_plural(pq_view word, pq_ending *out) {
  const size_t n = word.len;
  if (n < 3 || word.ptr[n - 1] != 's') return false;
  const char before = word.ptr[n - 2];
  *out = (pq_ending){.cut = 1};
  if (before == 's' || before == 'u' || before == 'i') return false;
  if (n > 4 && pq_view_ends(word, PQ_LIT("ies"))) {
    *out = (pq_ending){.cut = 3, .y = true};
  } else if (n > 4 && before == 'e' && is_hissing(pq_view_head(word, n - 2))) {
    out->cut = 2;
  }
  return n - out->cut >= 3 || !pq_is_lower(before);
}

pq_view pq_path_cut(pq_view text, pq_ending e, char *room, size_t size) {
  const size_t n = text.len - e.cut;
  if (!e.y || n + 1 > size) return pq_view_head(text, n);
  memcpy(room, text.ptr, n);
  room[n] = 'y';
  return (pq_view){room, n + 1};
}

/* ---- the way through the tokens ---- */

static uint32_t longest(const pq_lexicon *lex, pq_view run) {
  uint32_t most = 0;
  for (uint8_t l = 0; l < lex->n; ++l) {
    const uint32_t n = pq_image_longest(&lex->layers[l].image, run);
    if (n > most) most = n;
  }
  return most;
}

/* The same for a run that may be a plural: as much longer as its ending. */
static uint32_t longest_plural(const pq_lexicon *lex, pq_view run) {
  pq_ending e;
  char room[PQ_KEY_MOST];
  const uint32_t most = longest(lex, run);
  if (!pq_path_plural(run, &e)) return most;
  const uint32_t n = longest(lex, pq_path_cut(run, e, room, sizeof room));
  return n > most ? n : most;
}

static bool is_dash_token(const pq_look *look, uint32_t i) {
  size_t at = look->tokens[i].span.begin;
  const char first = look->text.ptr[at];
  if ((unsigned char)first < 0x80) return first == '-';
  return pq_fold_next(look->text, &at).is == PQ_FOLD_DASH;
}

/* What is known of the token's spelling, or NULL. */
static pq_spelling *spelling_of(const pq_look *look, uint32_t i) {
  const uint32_t id = look->tokens[i].spelling;
  return look->spellings && id ? &look->spellings[id] : NULL;
}

/* Does a space stay before the word in a key? */
static bool keeps_apart(pq_view word) {
  size_t n = 0;
  while (n < word.len && pq_is_alpha(word.ptr[n])) {
    ++n;
  }
  const bool ascii = n == word.len || (unsigned char)word.ptr[n] < 0x80;
  return n > 1 && ascii && !pq_normal_greek(pq_view_head(word, n));
}

/* Does a run that reaches up to token i end before it?  So it is before a mark
 * that is no dash, and where a space stays before a word. */
static bool begins_apart(const pq_look *look, uint32_t i) {
  if (i >= look->n_tokens) return true;
  const pq_view word = pq_span_text(look->text, look->tokens[i].span);
  const char first = word.ptr[0];
  if (look->tokens[i].classes & PQ_TOKEN_MARK) {
    return first > ' ' && first <= '~' && first != '-';
  }
  if (word.ptr[-1] != ' ') return false;
  const pq_spelling *const s = spelling_of(look, i);
  return s ? (s->is & PQ_SPELLED_APART) != 0 : keeps_apart(word);
}

/* Is it known of the first token that no name begins there? */
static bool is_barren(const pq_look *look) {
  const pq_spelling *const s = spelling_of(look, look->at);
  if (!s || !(s->is & PQ_SPELLED_BARREN)) return false;
  return !(s->is & PQ_SPELLED_OPEN) || begins_apart(look, look->at + 1);
}

/* Is it a mark of ASCII?  It folds to itself. */
static bool is_plain_mark(const pq_look *look, uint32_t i) {
  const char c = look->text.ptr[look->tokens[i].span.begin];
  return (look->tokens[i].classes & PQ_TOKEN_MARK) && c > ' ' && c <= '~';
}

/* The bytes from `from` on to the end of token i: a word or a mark, most often,
 * which need no look at their bytes. */
static bool add_bytes(pq_normal *k, const pq_look *look, uint32_t i,
                      size_t from) {
  const pq_span at = look->tokens[i].span;
  const pq_view text = pq_span_text(look->text, at);
  const pq_spelling *const s = spelling_of(look, i);
  const bool gap = from < at.begin;
  if (!gap || (at.begin - from == 1 && look->text.ptr[from] == ' ')) {
    if (s && (s->is & PQ_SPELLED_LETTERS) &&
        pq_normal_word(k, text, gap, (s->is & PQ_SPELLED_APART) != 0)) {
      return true;
    }
    if (!s && is_plain_mark(look, i)) {
      return pq_normal_mark(k, text.ptr[0], gap);
    }
  }
  return pq_normal_add(k, look->text, from, at.end);
}

/* Put the next token into both keys, which are one up to the first dash. */
static bool add_token(pq_path *p, const pq_look *look, uint32_t i,
                      size_t from) {
  if (!p->split && is_dash_token(look, i)) {
    p->split = true;
    p->spaced = p->plain;
    p->spaced.how = PQ_NORMAL_SPACE;
  }
  return add_bytes(&p->plain, look, i, from) &&
         (!p->split || add_bytes(&p->spaced, look, i, from));
}

/* The first run of a key that token i ends, and how far names that begin with
 * it reach, if that was not asked for a run of `before` bytes. */
static size_t run_of(const pq_lexicon *lex, const pq_look *look, uint32_t i,
                     pq_view key, size_t before, uint32_t *most) {
  const pq_spelling *const s = i == look->at ? spelling_of(look, i) : NULL;
  if (s && s->run) {
    *most = s->reach;
    return s->run;
  }
  if (i > look->at && begins_apart(look, i)) return before;
  const pq_view run = pq_normal_run(key);
  const uint32_t n = run.len == before ? 0 : longest_plural(lex, run);
  if (n > *most) *most = n;
  return run.len;
}

/* Where the beginnings of the keys stood in each layer. */
typedef struct reached {
  uint32_t plain[PQ_LAYERS_MOST], spaced[PQ_LAYERS_MOST];
} reached;

/* The names that begin with the first token stand where its spelling says. */
static reached reached_first(const pq_look *look) {
  const pq_spelling *const s = spelling_of(look, look->at);
  return (reached){{s ? s->from : 0}, {0}};
}

/* The keys end with one more token: where they stand is known of the first, and
 * of one that was `sought`. */
static void end_token(pq_path *p, bool sought, const reached *at) {
  p->from[p->n] = sought || !p->n ? at->plain[0] : 0;
  p->end_plain[p->n] = p->plain.len;
  p->end_spaced[p->n++] = p->split ? p->spaced.len : 0;
}

/* Does some name begin with this key? */
static bool begins_name(const pq_lexicon *lex, const pq_normal *k,
                        uint32_t *at) {
  bool any = false;
  for (uint8_t l = 0; l < lex->n; ++l) {
    any =
        pq_image_begins(&lex->layers[l].image, pq_normal_key(k), &at[l]) || any;
  }
  return any;
}

static bool may_reach(const pq_lexicon *lex, const pq_path *p, reached *at) {
  return begins_name(lex, &p->plain, at->plain) ||
         (p->split && begins_name(lex, &p->spaced, at->spaced));
}

/* A plural may lead to a name that its own key does not begin. */
static bool ends_with_s(const pq_look *look, uint32_t i) {
  return look->text.ptr[look->tokens[i].span.end - 1] == 's';
}

/* Walk on to the token `end` as long as some name may reach so far.  A run that
 * goes through the end of a token may go on in the next, so each of its lengths
 * is asked for. */
static void walk(const pq_lexicon *lex, const pq_look *look, uint32_t end,
                 pq_path *p) {
  size_t from = look->tokens[look->at].span.begin;
  uint32_t most = 0;
  uint32_t words = 0;
  size_t run_len = 0;
  reached at = reached_first(look);
  bool open = true;
  p->n = 0;
  p->split = p->strange = false;
  pq_normal_begin(&p->plain, 0);
  for (uint32_t i = look->at; i < end && p->n < PQ_TOKENS_MOST; ++i) {
    words += !(look->tokens[i].classes & PQ_TOKEN_MARK);
    if ((look->tokens[i].classes & PQ_TOKEN_MASKED) ||
        words > PQ_NAME_TOKENS_MOST || !add_token(p, look, i, from)) {
      break;
    }
    const pq_view key = pq_normal_key(&p->plain);
    if (open && key.len) {
      const size_t now = run_of(lex, look, i, key, run_len, &most);
      run_len = now;
      open = now == key.len;
      if (open && !most && begins_apart(look, i + 1)) break;
    }
    if (!open && (!most || key.len > most + ENDING_MOST)) break;
    const bool sought = p->n && !ends_with_s(look, i);
    if (sought && !may_reach(lex, p, &at)) {
      p->strange = p->n == 1;
      break;
    }
    end_token(p, sought, &at);
    from = look->tokens[i].span.end;
  }
  if (!most) p->n = 0;
}

/* ---- words that stand alone ---- */

/* Is it certain that a run ends before the token, so that it begins with what
 * stands behind the run?  Not in a cut word, and not where no space stays: "ab
 * eta" has the key of "a beta". */
static bool is_apart(const pq_look *look, uint32_t i) {
  const pq_spelling *const s = spelling_of(look, i);
  const uint32_t classes = look->tokens[i].classes;
  const char first = look->text.ptr[look->tokens[i].span.begin];
  if (classes & PQ_TOKEN_MARK) return first > ' ' && first <= '~';
  if ((classes & PQ_TOKEN_GLUED) || (unsigned char)first >= 0x80) return false;
  return pq_is_digit(first) || (s && (s->is & PQ_SPELLED_APART));
}

/* May a name go on in token i, by the character that it begins with?  A plural
 * that is hardly more than its ending may be one of the word before. */
static bool goes_on(const pq_look *look, uint32_t i, uint32_t next) {
  if (i >= look->n_tokens || (look->tokens[i].classes & PQ_TOKEN_MASKED)) {
    return false;
  }
  const pq_view word = pq_span_text(look->text, look->tokens[i].span);
  const char first = word.ptr[0];
  if (!is_apart(look, i) || first == '-' ||
      (word.len <= ENDING_MOST && word.ptr[word.len - 1] == 's')) {
    return true;
  }
  return (next & pq_character_mark(pq_to_lower(first))) != 0;
}

/* ---- pairs of words ---- */

/* A number for what is written in a token: its spelling's, or for an ASCII mark
 * one behind those; 0 if there is none. */
static uint32_t written(const pq_look *look, uint32_t i) {
  const pq_token *const t = &look->tokens[i];
  const unsigned char first = (unsigned char)look->text.ptr[t->span.begin];
  if (!(t->classes & PQ_TOKEN_MARK) || first >= 0x80) return t->spelling;
  return PQ_SPELLINGS_SLOTS + first;
}

/* The token and the one behind it as a pair, or 0. */
static uint64_t pair_at(const pq_look *look) {
  const uint32_t next = look->at + 1;
  if (!look->strange || next >= look->n_tokens) return 0;
  const uint32_t first = look->tokens[look->at].spelling;
  const uint32_t second = written(look, next);
  const bool glued = (look->tokens[next].classes & PQ_TOKEN_GLUED) != 0;
  return first && second ? pq_pair_of(first, second, glued) : 0;
}

static bool may_stand_alone(const pq_look *look) {
  const pq_spelling *const s = spelling_of(look, look->at);
  return !s || (s->is & PQ_SPELLED_ALONE);
}

/* Is it remembered that no name begins with the token and the one behind it? */
static bool is_strange(const pq_look *look) {
  const uint64_t pair = pair_at(look);
  return pair && *pq_pair_slot(look->strange, pair) == pair;
}

pq_spelling *pq_path_single(const pq_look *look) {
  pq_spelling *const s = spelling_of(look, look->at);
  if (!s) return NULL;
  return !goes_on(look, look->at + 1, s->next) || is_strange(look) ? s : NULL;
}

/* Walk through the longest name that may be here.  Most words that begin a name
 * of several have another behind them, in the next text as in the last one. */
static void walk_on(const pq_lexicon *lex, const pq_look *look, pq_path *p) {
  const bool single = pq_path_single(look) != NULL;
  const bool alone = may_stand_alone(look);
  p->n = 0;
  if (single && !alone) return;
  walk(lex, look, single ? look->at + 1 : look->n_tokens, p);
  const uint64_t pair = p->strange ? pair_at(look) : 0;
  if (pair) *pq_pair_slot(look->strange, pair) = pair;
  if (p->n == 1 && !alone) p->n = 0;
}

/* ---- the door's questions ---- */

/* "the", but not "WAS" in a sentence that is not all capitals, nor the A of
 * "A-kinase". */
static bool is_function_word(const pq_look *look) {
  const pq_token *const t = &look->tokens[look->at];
  const pq_view word = pq_span_text(look->text, t->span);
  const pq_spelling *const s = spelling_of(look, look->at);
  if (s ? !(s->is & PQ_SPELLED_FUNCTION) : !pq_filter_function_word(word)) {
    return false;
  }
  if (word.len > 1 && (t->classes & PQ_TOKEN_CAPITALS) && !look->capitals) {
    return false;
  }
  const uint32_t next = look->at + 1;
  return !(next < look->n_tokens &&
           (look->tokens[next].classes & PQ_TOKEN_GLUED) &&
           is_dash_token(look, next));
}

bool pq_path_passes(const pq_look *look) {
  const pq_spelling *const s = spelling_of(look, look->at);
  if (!s || !(s->is & PQ_SPELLED_BARE)) return false;
  return is_function_word(look) || is_barren(look) ||
         (!may_stand_alone(look) && (pq_path_single(look) || is_strange(look)));
}

void pq_path_find(const pq_lexicon *lex, const pq_look *look, pq_path *p) {
  p->n = 0;
  if (look->at >= look->n_tokens || is_dash_token(look, look->at) ||
      is_function_word(look) || is_barren(look)) {
    return;
  }
  walk_on(lex, look, p);
}

static bool has_entries(const pq_lexicon *lex, pq_view key) {
  uint32_t first = 0;
  for (uint8_t l = 0; l < lex->n && key.len; ++l) {
    if (pq_image_entries(&lex->layers[l].image, key, &first)) return true;
  }
  return false;
}

/* Does some layer list the word, or its singular? */
static bool is_listed(const pq_lexicon *lex, pq_view word, pq_view key) {
  char room[PQ_SPELLING_MOST];
  pq_normal made;
  pq_ending e;
  if (has_entries(lex, key)) return true;
  return pq_path_plural(word, &e) &&
         has_entries(
             lex,
             pq_normal_of(&made, pq_path_cut(word, e, room, sizeof room), 0));
}

static bool only_letters(pq_view word) {
  size_t n = 0;
  while (n < word.len && pq_is_alpha(word.ptr[n])) {
    ++n;
  }
  return n == word.len;
}

/* The key of a word. */
static pq_view key_of(pq_normal *k, pq_view word, bool letters) {
  pq_normal_begin(k, 0);
  if (letters && pq_normal_word(k, word, false, false)) return pq_normal_key(k);
  return pq_normal_of(k, word, 0);
}

/* Where the names that begin with this key stand in the first layer: there the
 * longer key is looked for. */
static uint32_t begin_of(const pq_lexicon *lex, pq_view key) {
  uint32_t at = 0;
  return lex->n && pq_image_begins(&lex->layers[0].image, key, &at) ? at : 0;
}

/* How longer names go on behind this key, whose first run has so many bytes. */
static uint32_t going_on(const pq_lexicon *lex, pq_view key, size_t run) {
  uint32_t marks = 0;
  for (uint8_t l = 0; l < lex->n; ++l) {
    marks |= pq_image_goes_on(&lex->layers[l].image, key, run);
  }
  return marks;
}

void pq_path_spell(const pq_lexicon *lex, pq_spelling *s) {
  pq_normal made;
  const pq_view word = pq_spelling_text(s);
  const bool letters = only_letters(word);
  const pq_view key = key_of(&made, word, letters);
  const pq_view run = key.len ? pq_normal_run(key) : key;
  const uint32_t reach = run.len ? longest_plural(lex, run) : 0;
  s->run = (uint8_t)run.len;
  s->reach = (uint8_t)(reach < PQ_KEY_MOST ? reach : PQ_KEY_MOST);
  if (pq_filter_function_word(word)) s->is |= PQ_SPELLED_FUNCTION;
  if (run.len && !s->reach) s->is |= PQ_SPELLED_BARREN;
  if (run.len == key.len) s->is |= PQ_SPELLED_OPEN;
  if (keeps_apart(word)) s->is |= PQ_SPELLED_APART;
  if (letters) s->is |= PQ_SPELLED_LETTERS;
  if (s->is & PQ_SPELLED_BARREN) return; /* as most words are */
  if (is_listed(lex, word, key)) s->is |= PQ_SPELLED_ALONE;
  s->next = key.len ? going_on(lex, key, run.len) : UINT32_MAX;
  s->from = key.len ? begin_of(lex, key) : 0;
}
