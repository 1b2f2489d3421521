#include "emit.h"

#include "rules.h"

#include <stdio.h>

/* Members are written in the order of their structs and without names: what is
 * forgotten here the compiler finds missing there. */

static void put_text(pq_buf *out, pq_view text) {
  pq_buf_char(out, '"');
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    if (pq_is_alpha(c) || pq_is_digit(c) || c == ' ' || c == '-') {
      pq_buf_char(out, c);
    } else {
      pq_buf_format(out, "\\%03o", (unsigned)(unsigned char)c);
    }
  }
  pq_buf_char(out, '"');
}

static void put_view(pq_buf *out, pq_view text) {
  if (!text.ptr) {
    pq_buf_text(out, "{0,0},");
    return;
  }
  pq_buf_char(out, '{');
  put_text(out, text);
  pq_buf_format(out, ",%lu},", (unsigned long)text.len);
}

static void put_views(pq_buf *out, const pq_view *views, uint32_t n) {
  pq_buf_char(out, '{');
  for (uint32_t i = 0; i < n; ++i) {
    put_view(out, views[i]);
  }
  pq_buf_text(out, "},");
}

static void put_number(pq_buf *out, uint32_t n) {
  pq_buf_number(out, n);
  pq_buf_text(out, "U,");
}

static void put_numbers(pq_buf *out, const uint32_t *numbers, uint32_t n) {
  pq_buf_char(out, '{');
  for (uint32_t i = 0; i < n; ++i) {
    put_number(out, numbers[i]);
  }
  pq_buf_char(out, '}');
}

static void put_flags(pq_buf *out, const bool *flags, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    pq_buf_text(out, flags[i] ? "1," : "0,");
  }
}

#define PUT_FLAGS(out, ...)                     \
  put_flags((out), (const bool[]){__VA_ARGS__}, \
            sizeof((const bool[]){__VA_ARGS__}) / sizeof(bool))

static void put_mask(pq_buf *out, uint64_t mask) {
  pq_buf_format(out, "0x%llxU,", (unsigned long long)mask);
}

static void put_masks(pq_buf *out, const uint64_t *masks, uint32_t n) {
  pq_buf_char(out, '{');
  for (uint32_t i = 0; i < n; ++i) {
    put_mask(out, masks[i]);
  }
  pq_buf_text(out, "},");
}

/* ---- one row of each table ---- */

static void put_kind(pq_buf *out, const pq_kind *k) {
  put_view(out, k->name);
  put_view(out, k->term);
  put_view(out, k->participle);
  put_view(out, k->badge);
  put_view(out, k->into);
  put_view(out, k->only);
  put_view(out, k->doer);
  put_numbers(out, k->product, sizeof k->product / sizeof k->product[0]);
  pq_buf_char(out, ',');
  put_number(out, k->product_else);
  put_number(out, k->product_unsaid);
  put_number(out, k->leaves);
  PUT_FLAGS(out, k->of_label, k->needs_gene, k->output_theme, k->binding,
            k->assembly, k->dissociation, k->conversion, k->transport,
            k->destruction, k->undoes, k->held, k->strangers);
}

static void put_living(pq_buf *out, const pq_living *l) {
  put_view(out, l->word);
  put_view(out, l->pc);
  put_view(out, l->cg);
  put_number(out, l->of);
  PUT_FLAGS(out, l->negated, l->of_things);
}

static void put_body(pq_buf *out, const pq_body *b) {
  put_view(out, b->word);
  put_view(out, b->cg);
  PUT_FLAGS(out, b->ends, b->alone);
}

static void put_trigger(pq_buf *out, const pq_trigger *t) {
  put_view(out, t->lemma);
  put_number(out, t->type);
  put_number(out, t->kind);
  put_number(out, t->frame);
  put_number(out, t->relation);
  put_number(out, t->polarity);
  put_number(out, t->thing_kind);
  PUT_FLAGS(out, t->has_thing_kind, t->self, t->actor, t->needs_place,
            t->consequence, t->stands, t->causative, t->weak, t->carried,
            t->needs_theme, t->puts, t->takes, t->to_agent, t->stays,
            t->potential, t->more, t->less, t->loose, t->back, t->untold);
  put_view(out, t->to);
  put_view(out, t->when_for);
  put_view(out, t->when_from);
  put_view(out, t->when_to);
  put_view(out, t->when_other);
  put_view(out, t->when_bare);
  put_view(out, t->when_whole);
  put_view(out, t->when_rna);
}

static void put_row(pq_buf *out, const pq_frame_row *r) {
  put_number(out, r->voice);
  put_view(out, r->slot);
  put_number(out, r->role);
}

static void put_compound(pq_buf *out, const pq_compound *c) {
  put_view(out, c->word);
  put_number(out, c->relation);
  put_number(out, c->polarity);
  PUT_FLAGS(out, c->negated);
}

static void put_cue(pq_buf *out, const pq_cue_rule *c) {
  put_views(out, c->words, PQ_PHRASE_WORDS_MOST);
  put_number(out, c->n_words);
  put_number(out, c->kind);
  PUT_FLAGS(out, c->clause);
  put_number(out, c->next);
  put_number(out, c->other);
  put_number(out, c->alone);
  put_mask(out, c->seconds);
}

static void put_phrase(pq_buf *out, const pq_phrase *p) {
  put_views(out, p->words, PQ_PHRASE_WORDS_MOST);
  put_number(out, p->n_words);
  put_number(out, p->classes);
  put_view(out, p->as);
  put_view(out, p->before);
  put_number(out, p->next);
}

static void put_word(pq_buf *out, const pq_word *w) {
  put_view(out, w->text);
  pq_buf_char(out, '{');
  put_masks(out, w->meanings.bits, 2);
  pq_buf_text(out, "},");
  put_mask(out, w->seconds);
  put_number(out, w->classes);
  put_number(out, w->verb);
  put_number(out, w->noun);
  put_number(out, w->phrases);
  put_number(out, w->told);
  put_number(out, w->put);
  put_number(out, w->taken);
  put_number(out, w->forms);
  put_number(out, w->class_noun);
}

/* ---- tables ---- */

/* A table, never empty: C has no empty arrays.  It begins with a line of the
 * cache, as its rows do if they are of its size. */
static void begin_table(pq_buf *out, const char *type, const char *name,
                        uint32_t n) {
  pq_buf_format(out, "static _Alignas(64) const %s %s[%u] = {\n", type, name,
                (unsigned)(n ? n : 1));
  if (!n) pq_buf_text(out, "{0},\n");
}

#define PUT_TABLE(out, g, type, table, put)          \
  do {                                               \
    begin_table((out), #type, #table, (g)->table.n); \
    for (uint32_t i = 0; i < (g)->table.n; ++i) {    \
      pq_buf_char((out), '{');                       \
      put((out), &(g)->table.at[i]);                 \
      pq_buf_text((out), "},\n");                    \
    }                                                \
    pq_buf_text((out), "};\n");                      \
  } while (0)

static void put_view_row(pq_buf *out, const pq_view *view) {
  const pq_view text = *view;
  put_text(out, text);
  pq_buf_format(out, ",%lu", (unsigned long)text.len);
}

static void put_rows(pq_buf *out, const pq_frame_rule *f, uint32_t index) {
  pq_buf_format(out, "static const pq_frame_row rows_%u[] = {\n",
                (unsigned)index);
  for (uint32_t k = 0; k < f->n_rows; ++k) {
    pq_buf_char(out, '{');
    put_row(out, &f->rows[k]);
    pq_buf_text(out, "},\n");
  }
  pq_buf_text(out, f->n_rows ? "};\n" : "{0}};\n");
}

static void put_frames(pq_buf *out, const pq_grammar *g) {
  for (uint32_t i = 0; i < g->frames.n; ++i) {
    put_rows(out, &g->frames.at[i], i);
  }
  begin_table(out, "pq_frame_rule", "frames", g->frames.n);
  for (uint32_t i = 0; i < g->frames.n; ++i) {
    pq_buf_char(out, '{');
    put_view(out, g->frames.at[i].name);
    pq_buf_format(out, "rows_%u,", (unsigned)i);
    put_number(out, g->frames.at[i].n_rows);
    put_masks(out, g->frames.at[i].voices, PQ_N_VOICES);
    put_masks(out, g->frames.at[i].drawers, PQ_SLOT_DRAWERS);
    pq_buf_text(out, "},\n");
  }
  pq_buf_text(out, "};\n");
}

static void put_lists(pq_buf *out, const pq_grammar *g) {
  for (uint32_t i = 0; i < PQ_N_LISTS; ++i) {
    const pq_wordlist *const list = &g->lists[i];
    char name[sizeof "list_" + 10];
    (void)snprintf(name, sizeof name, "list_%u", (unsigned)i);
    begin_table(out, "pq_view", name, list->words.n);
    for (uint32_t k = 0; k < list->words.n; ++k) {
      pq_buf_char(out, '{');
      put_view_row(out, &list->words.at[k]);
      pq_buf_text(out, "},\n");
    }
    pq_buf_text(out, "};\n");
  }
}

static void put_slots(pq_buf *out, const pq_grammar *g) {
  static const uint32_t none;
  const uint32_t n = g->n_slots ? g->n_slots : 1;
  pq_buf_format(out, "static const uint32_t slots[%u] = ", (unsigned)n);
  put_numbers(out, g->n_slots ? g->slots : &none, n);
  pq_buf_text(out, ";\n");
}

/* A member that grows, and here does not: nothing is written to it. */
#define PUT_MEMBER(out, g, type, table)                                      \
  pq_buf_format((out), "  .%s = {(%s *)%s,%u,%u},\n", #table, #type, #table, \
                (unsigned)(g)->table.n, (unsigned)(g)->table.n)

static void put_list_members(pq_buf *out, const pq_grammar *g) {
  pq_buf_text(out, "  .lists = {\n");
  for (uint32_t i = 0; i < PQ_N_LISTS; ++i) {
    const pq_wordlist *const list = &g->lists[i];
    const unsigned n = (unsigned)list->words.n;
    pq_buf_format(out, "{{(pq_view *)list_%u,%u,%u},", (unsigned)i, n, n);
    for (size_t k = 0; k <= PQ_LIST_DRAWERS; ++k) {
      pq_buf_format(out, "%s%u", k ? "," : "{", (unsigned)list->from[k]);
    }
    pq_buf_text(out, "}},\n");
  }
  pq_buf_text(out, "},\n");
}

static void put_what_lives(pq_buf *out, const pq_grammar *g) {
  PUT_TABLE(out, g, pq_living, livings, put_living);
  PUT_TABLE(out, g, pq_body, bodies, put_body);
}

static void put_events(pq_buf *out, const pq_grammar *g) {
  PUT_TABLE(out, g, pq_kind, kinds, put_kind);
  PUT_TABLE(out, g, pq_trigger, triggers, put_trigger);
  PUT_TABLE(out, g, pq_compound, compounds, put_compound);
}

static void put_phrases(pq_buf *out, const pq_grammar *g) {
  PUT_TABLE(out, g, pq_cue_rule, cues, put_cue);
  PUT_TABLE(out, g, pq_phrase, phrases, put_phrase);
}

static void put_texts(pq_buf *out, const pq_grammar *g) {
  PUT_TABLE(out, g, pq_view, stops, put_view_row);
  PUT_TABLE(out, g, pq_view, class_ids, put_view_row);
  PUT_TABLE(out, g, pq_word, words, put_word);
}

static void put_members(pq_buf *out, const pq_grammar *g) {
  PUT_MEMBER(out, g, pq_kind, kinds);
  PUT_MEMBER(out, g, pq_living, livings);
  PUT_MEMBER(out, g, pq_body, bodies);
  PUT_MEMBER(out, g, pq_trigger, triggers);
  PUT_MEMBER(out, g, pq_frame_rule, frames);
  PUT_MEMBER(out, g, pq_compound, compounds);
  PUT_MEMBER(out, g, pq_cue_rule, cues);
  PUT_MEMBER(out, g, pq_phrase, phrases);
  PUT_MEMBER(out, g, pq_view, stops);
  PUT_MEMBER(out, g, pq_view, class_ids);
  PUT_MEMBER(out, g, pq_word, words);
}

void pq_grammar_emit(const pq_grammar *g, const char *name, pq_buf *out) {
  pq_buf_text(out, "#include \"claim/rules.h\"\n");
  put_events(out, g);
  put_what_lives(out, g);
  put_frames(out, g);
  put_phrases(out, g);
  put_texts(out, g);
  put_lists(out, g);
  put_slots(out, g);
  pq_buf_format(out, "extern const pq_grammar %s;\nconst pq_grammar %s = {\n",
                name, name);
  pq_buf_format(out, "  .digest = {\"%s\"},\n", g->digest.hex);
  put_members(out, g);
  put_list_members(out, g);
  pq_buf_text(out, "  .cue_drawers =\n");
  put_numbers(out, g->cue_drawers, PQ_DRAWERS);
  pq_buf_format(out, ",\n  .slots = (uint32_t *)slots, .n_slots = %u};\n",
                (unsigned)g->n_slots);
}
