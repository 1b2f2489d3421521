/* Small molecules that no lexicon knows.  What is converted, and what comes
 * out, is told with all that takes part: a name that looks like that of a
 * chemical stands for itself, ungrounded.
 *
 *   "converts odd-ulose and ATP to odd-ulose 5-phosphate and ADP"
 */
#include "seek.h"

enum {
  WORDS_MOST = 4 /* of a name */
};

/* "leucine", "xylulose", "oxaloacetate", "methanol", "aldehyde". */
static bool has_chemical_end(pq_view w) {
  static const char *const ends[] = {"ine",  "ate", "ose",  "ol",  "one",
                                     "ide",  "oyl", "acid", "oid", "ene",
                                     "hyde", "CoA", "ane"};
  for (size_t k = 0; k < sizeof ends / sizeof ends[0]; ++k) {
    if (w.len > 4 && pq_view_ends(w, pq_view_of(ends[k]))) return true;
  }
  return pq_view_same(w, PQ_LIT("acid")) || pq_view_same(w, PQ_LIT("CoA"));
}

/* "NMN", "D-xylulose", "PGH2", but not "C297": a capital or a digit that no
 * sentence asks for. */
static bool has_signs(pq_view w, bool first) {
  uint32_t signs = 0;
  uint32_t digits = 0;
  for (size_t i = 0; i < w.len; ++i) {
    const bool capital = w.ptr[i] >= 'A' && w.ptr[i] <= 'Z';
    digits += pq_is_digit(w.ptr[i]);
    signs += (capital && !(first && i == 0)) || pq_is_digit(w.ptr[i]);
  }
  return signs > 0 && digits + 1 < w.len;
}

/* Words that are no part of a chemical's name. */
static bool is_other_word(const pq_parse *p, const pq_unit *u) {
  const uint32_t other = PQ_W_PRONOUN | PQ_W_DEMONSTRATIVE | PQ_W_GENERIC |
                         PQ_W_PART | PQ_W_SITE | PQ_W_HAPPENING | PQ_W_ASPECT |
                         PQ_W_AND | PQ_W_GENE | PQ_W_NOUN | PQ_W_ADVERB;
  if (u->kind == PQ_UNIT_NAME) { /* "nicotinate mononucleotide" */
    const pq_mention *const m = &p->r->mentions.at[u->first];
    return pq_entity_at(p->r, m->entity)->kind != PQ_ENTITY_MOLECULE;
  }
  return u->kind != PQ_UNIT_MARK &&
         (u->kind != PQ_UNIT_WORD || (u->classes & other) || u->class_noun ||
          u->compound || u->forms);
}

/* A space, or an arrow between what reacts and what comes out. */
static bool is_break(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '<' ||
         c == '=' || c == '>';
}

/* The stretch without a space that a span stands in, less the marks around it:
 * "13(S),14(S)-epoxy-DHA" is one name. */
static pq_span run_of(const pq_parse *p, pq_span s) {
  const char *const t = p->text.ptr;
  int32_t open = 0;
  while (s.begin > p->s->span.begin && !is_break(t[s.begin - 1])) {
    --s.begin;
  }
  while (s.end < p->s->span.end && !is_break(t[s.end])) {
    ++s.end;
  }
  for (uint32_t i = s.begin; i < s.end; ++i) {
    open += (t[i] == '(') - (t[i] == ')');
  }
  while (s.end > s.begin &&
         (t[s.end - 1] == ',' || t[s.end - 1] == '.' || t[s.end - 1] == ';' ||
          t[s.end - 1] == ':' || (open < 0 && t[s.end - 1] == ')'))) {
    open += t[s.end - 1] == ')';
    --s.end;
  }
  if (open > 0 && t[s.begin] == '(') ++s.begin;
  return s;
}

/* Does a noun group end where the span ends, or in a bracket before? */
static bool ends_group(const pq_parse *p, pq_span s) {
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->span.begin < s.end && c->span.end > s.end) return false;
  }
  return true;
}

/* "inosine 5'-monophosphate" whose first word is a name, or is left out. */
static bool is_tail(pq_view w) {
  return pq_view_ends(w, PQ_LIT("phosphate")) && w.len > 1 &&
         pq_is_digit(w.ptr[0]) && (w.ptr[1] == '\'' || (w.ptr[1] & 0x80));
}

/* The name in a group: from its first word that is no article on, and the whole
 * of what hangs on it without a space.  Empty if it is no name of a chemical.
 */
static pq_span name_of(const pq_parse *p, const pq_chunk *c) {
  const pq_span none = {0, 0};
  uint32_t from = c->begin;
  while (from < c->end && (p->units.at[from].classes & PQ_W_DETERMINER)) {
    if (p->units.at[from].classes & PQ_W_DEMONSTRATIVE) return none;
    ++from;
  }
  uint32_t words = 0;
  for (uint32_t i = from; i < c->end; ++i) {
    words += i == from || !p->units.at[i].glued;
    if (words > WORDS_MOST || is_other_word(p, &p->units.at[i])) return none;
  }
  if (!words) return none;
  pq_span s = {p->units.at[from].span.begin, c->span.end};
  const pq_span first = run_of(p, (pq_span){s.begin, s.begin + 1});
  const pq_span last = run_of(p, (pq_span){s.end - 1, s.end});
  const pq_view word = pq_span_text(p->text, last);
  s = (pq_span){first.begin < s.begin ? first.begin : s.begin, last.end};
  if (is_tail(pq_span_text(p->text, s))) return none;
  const bool looks =
      has_chemical_end(word) || has_signs(word, c->begin == 1 && from == 1);
  return looks && s.begin < s.end && ends_group(p, s) ? s : none;
}

bool pq_substance_is(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->kind == PQ_CHUNK_NOUN && !c->name_end && !c->hit && !c->refers &&
         !c->of && !pq_span_empty(name_of(p, c));
}

/* "Leucine" at the start of a sentence is leucine. */
static pq_status label_of(const pq_parse *p, pq_span s, pq_view *out) {
  pq_status st = PQ_OK;
  *out = pq_span_text(p->text, s);
  const bool first = s.begin == p->s->span.begin && out->len > 1;
  const bool small = first && out->ptr[1] >= 'a' && out->ptr[1] <= 'z';
  if (!small) return PQ_OK;
  const char letter = pq_to_lower(out->ptr[0]);
  const pq_view pieces[] = {{&letter, 1}, pq_view_skip(*out, 1)};
  PQ_TRY(st, pq_arena_join(p->r->arena, pieces, 2, out));
  return PQ_OK;
}

/* What is part of a longer name is no thing of its own. */
static void drop_within(pq_names *out, pq_span whole) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < out->n; ++i) {
    if (pq_span_holds(whole, out->at[i].span)) continue;
    out->at[n++] = out->at[i];
  }
  out->n = n;
}

static pq_status add(pq_parse *p, uint32_t chunk, pq_names *out) {
  pq_status st = PQ_OK;
  const pq_chunk *const c = &p->chunks.at[chunk];
  const pq_span span = name_of(p, c);
  pq_named n = {.span = span,
                .reach = span,
                .sentence = p->sentence,
                .chunk = chunk,
                .negated = c->negated,
                .not_span = c->not_span};
  pq_view label = {"", 0};
  for (uint32_t i = 0; i < out->n; ++i) {
    const pq_span s = out->at[i].span;
    if (s.begin == span.begin && s.end == span.end) return PQ_OK;
  }
  drop_within(out, span);
  PQ_TRY(st, label_of(p, span, &label));
  PQ_TRY(st, pq_store_unknown(p->r, label, &n.entity));
  out->at[out->n++] = n;
  return PQ_OK;
}

pq_status pq_substance_add(pq_parse *p, const pq_hit *h, pq_frame_role role,
                           pq_names *out) {
  pq_status st = PQ_OK;
  for (uint32_t k = 0; k < h->n_args; ++k) {
    const pq_arg *const a = &h->args[k];
    if (a->role != role || a->hit || a->end) continue;
    for (uint32_t i = a->chunk; i && out->n < PQ_NAMED_MOST;
         i = a->all ? p->chunks.at[i].next : 0) {
      if (pq_substance_is(p, i)) PQ_TRY(st, add(p, i, out));
    }
  }
  return PQ_OK;
}
