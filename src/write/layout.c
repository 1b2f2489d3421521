#include "layout.h"

#include "out.h"

static const struct {
  const char *title;
  bool apart;     /* blank lines between subjects */
  uint8_t indent; /* of a line that is wrapped */
} sections[] = {
    [PQ_SECTION_RECORD] = {"record and document", true, 4},
    [PQ_SECTION_PROTEINS] = {"proteins, families, complexes", false, 4},
    [PQ_SECTION_STATES] = {"states and fusions", false, 4},
    [PQ_SECTION_RESIDUES] = {"residues", false, 4},
    [PQ_SECTION_PROCESSES] = {"pathways, processes, gene groups", false, 4},
    [PQ_SECTION_MOLECULES] = {"small molecules and drugs", false, 4},
    [PQ_SECTION_PLACES] = {"places, cells, species", false, 4},
    [PQ_SECTION_UNGROUNDED] = {"names that the lexicon does not know", false,
                               4},
    [PQ_SECTION_TERMS] = {"names of terms", false, 4},
    [PQ_SECTION_EVENTS] = {"kinds of event (no truth value)", false, 4},
    [PQ_SECTION_CLAIMS] = {"claims, in the order of the text (no truth value)",
                           true, 8},
    [PQ_SECTION_DISPUTES] = {"disputes", true, 8},
    [PQ_SECTION_QUESTIONS] = {"open questions", true, 8},
    [PQ_SECTION_EVIDENCE] = {"evidence, in the order of the text", true, 8},
    [PQ_SECTION_PASSAGES] = {"passages that cite works and give no claim", true,
                             8},
    [PQ_SECTION_WORKS] = {"works cited", false, 4},
    [PQ_SECTION_MENTIONS] = {"mentions", false, 8},
    [PQ_SECTION_PROVENANCE] = {"provenance", false, 4},
};

/* Predicates that begin a line, and those that end one. */
static const struct {
  pq_section section;
  pq_term predicate;
  bool before, after;
} breaks[] = {
    {PQ_SECTION_RECORD, PQ_TERM_LABEL, true, true},
    {PQ_SECTION_EVENTS, PQ_TERM_LABEL, false, true},
    {PQ_SECTION_CLAIMS, PQ_TERM_LABEL, true, true},
    {PQ_SECTION_CLAIMS, PQ_TERM_OBJECT, false, true},
    {PQ_SECTION_DISPUTES, PQ_TERM_LABEL, true, true},
    {PQ_SECTION_QUESTIONS, PQ_TERM_LABEL, true, true},
    {PQ_SECTION_QUESTIONS, PQ_TERM_OBJECT, false, true},
    {PQ_SECTION_EVIDENCE, PQ_TERM_STATES, true, false},
    {PQ_SECTION_EVIDENCE, PQ_TERM_REFERENCE_CONTEXT, true, false},
    {PQ_SECTION_EVIDENCE, PQ_TERM_ANCHOR_OF, true, false},
    {PQ_SECTION_EVIDENCE, PQ_TERM_CITES_EVIDENCE, true, false},
    {PQ_SECTION_EVIDENCE, PQ_TERM_CITES_AUTHORITY, true, false},
    {PQ_SECTION_EVIDENCE, PQ_TERM_RULE, true, false},
    {PQ_SECTION_PASSAGES, PQ_TERM_REFERENCE_CONTEXT, true, false},
    {PQ_SECTION_PASSAGES, PQ_TERM_ANCHOR_OF, true, false},
    {PQ_SECTION_PASSAGES, PQ_TERM_CITES_EVIDENCE, true, false},
    {PQ_SECTION_PASSAGES, PQ_TERM_CITES_AUTHORITY, true, false},
    {PQ_SECTION_MENTIONS, PQ_TERM_REFERENCE_CONTEXT, true, false},
    {PQ_SECTION_MENTIONS, PQ_TERM_ANCHOR_OF, true, false},
    {PQ_SECTION_MENTIONS, PQ_TERM_HAS_UNIT, true, false},
};

enum {
  N_BREAKS = sizeof breaks / sizeof breaks[0]
};

pq_status pq_layout_begin(pq_layout *layout, const pq_graph *g,
                          pq_alloc *alloc) {
  pq_status st = PQ_OK;
  *layout = (pq_layout){.g = g};
  pq_buf_init(&layout->body, alloc);
  pq_buf_init(&layout->tokens, alloc);
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_prefix *const p = pq_prefix_at((pq_prefix_id)i);
    const pq_view pieces[] = {p->own ? g->maker->base : PQ_LIT(""), p->space};
    PQ_TRY(st, pq_arena_join(g->arena, pieces, 2, &layout->spaces[i]));
  }
  return PQ_OK;
}

void pq_layout_clear(pq_layout *layout) {
  pq_buf_clear(&layout->body);
  pq_buf_clear(&layout->tokens);
}

/* A local name that Turtle takes as it is. */
static bool is_plain_local(pq_view local) {
  if (!local.len || local.ptr[0] == '-' || local.ptr[0] == '.') return false;
  for (size_t i = 0; i < local.len; ++i) {
    const char c = local.ptr[i];
    const bool plain =
        pq_is_alpha(c) || pq_is_digit(c) || c == '_' || c == '-' || c == '.';
    if (!plain) return false;
  }
  return local.ptr[local.len - 1] != '.';
}

/* The last byte first: most spaces begin alike. */
static bool is_in(pq_view iri, pq_view space) {
  return iri.len > space.len && space.len &&
         iri.ptr[space.len - 1] == space.ptr[space.len - 1] &&
         pq_view_starts(iri, space);
}

void pq_layout_iri(pq_layout *layout, pq_buf *out, pq_view iri) {
  size_t best = PQ_N_PREFIXES;
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_view space = layout->spaces[i];
    if (is_in(iri, space) && is_plain_local(pq_view_skip(iri, space.len)) &&
        (best == PQ_N_PREFIXES || space.len > layout->spaces[best].len)) {
      best = i;
    }
  }
  if (best == PQ_N_PREFIXES) {
    pq_out_iri(out, iri);
    return;
  }
  layout->used[best] = true;
  pq_buf_put(out, pq_prefix_at((pq_prefix_id)best)->name);
  pq_buf_char(out, ':');
  pq_buf_put(out, pq_view_skip(iri, layout->spaces[best].len));
}

static bool is_listed(const pq_view *at, uint32_t n, pq_view iri) {
  for (uint32_t i = n; i > 0; --i) {
    if (pq_view_same(at[i - 1], iri)) return true;
  }
  return false;
}

/* Remember a public IRI whose name is a number. */
static pq_status note_use(pq_layout *layout, pq_view iri) {
  pq_status st = PQ_OK;
  pq_view copy = {NULL, 0};
  if (!pq_view_starts(iri, PQ_LIT("http://purl.obolibrary.org/obo/")) ||
      is_listed(layout->numbered.at, layout->numbered.n, iri)) {
    return PQ_OK;
  }
  PQ_TRY(st, pq_arena_copy(layout->g->arena, iri, &copy));
  PQ_PUSH(layout->g->arena, &layout->numbered, copy);
  return PQ_OK;
}

static pq_status note_uses(pq_layout *layout, const pq_triple *t,
                           pq_term predicate) {
  pq_status st = PQ_OK;
  PQ_TRY(st, note_use(layout, t->subject));
  PQ_TRY(st, note_use(layout, t->predicate));
  if (t->literal == PQ_IRI) PQ_TRY(st, note_use(layout, t->object));
  if (predicate == PQ_TERM_LABEL) {
    pq_view copy = {NULL, 0};
    PQ_TRY(st, pq_arena_copy(layout->g->arena, t->subject, &copy));
    PQ_PUSH(layout->g->arena, &layout->labelled, copy);
  }
  return PQ_OK;
}

static void put_object(pq_layout *layout, const pq_triple *t) {
  pq_buf *const out = &layout->tokens;
  switch (t->literal) {
  case PQ_IRI: pq_layout_iri(layout, out, t->object); break;
  case PQ_PLAIN: pq_out_string(out, t->object); break;
  case PQ_INTEGER:
  case PQ_DECIMAL: /* it has a point and no exponent */
  case PQ_BOOLEAN: pq_buf_put(out, t->object); break;
  case PQ_YEAR:
    pq_out_string(out, t->object);
    pq_buf_text(out, "^^");
    pq_layout_iri(layout, out, pq_term_iri(PQ_TERM_YEAR));
    break;
  }
}

/* Keep one more object of the statement at hand. */
static pq_status add_piece(pq_layout *layout, const pq_triple *t,
                           pq_term predicate) {
  pq_status st = PQ_OK;
  pq_buf *const out = &layout->tokens;
  pq_piece piece = {.begin = (uint32_t)out->len, .predicate = predicate};
  piece.first = !pq_view_same(layout->predicate, t->predicate);
  if (piece.first) {
    PQ_TRY(st,
           pq_arena_copy(layout->g->arena, t->predicate, &layout->predicate));
    if (piece.predicate == PQ_TERM_TYPE) {
      pq_buf_char(out, 'a');
    } else {
      pq_layout_iri(layout, out, t->predicate);
    }
    pq_buf_char(out, ' ');
  }
  put_object(layout, t);
  if (out->status) return out->status;
  if (out->len > UINT32_MAX / 2) return PQ_LIMIT;
  piece.len = (uint32_t)out->len - piece.begin;
  PQ_PUSH(layout->g->arena, &layout->pieces, piece);
  return PQ_OK;
}

/* Must this piece begin a line, whatever room there is? */
static bool breaks_before(const pq_layout *layout, uint32_t i) {
  const pq_piece *const piece = &layout->pieces.at[i];
  if (!piece->first || i == 0) return false;
  const pq_term before = layout->pieces.at[i - 1].predicate;
  for (size_t k = 0; k < N_BREAKS; ++k) {
    if (breaks[k].section != layout->section) continue;
    if (breaks[k].before && breaks[k].predicate == piece->predicate) {
      return true;
    }
    if (breaks[k].after && breaks[k].predicate == before) return true;
  }
  return false;
}

static void new_line(pq_layout *layout, uint32_t indent, size_t *column) {
  pq_buf_char(&layout->body, '\n');
  for (uint32_t i = 0; i < indent; ++i) {
    pq_buf_char(&layout->body, ' ');
  }
  *column = indent;
}

/* Where a piece goes: on this line, or on the next, and how far in. */
static void place_piece(pq_layout *layout, uint32_t i, size_t *column) {
  const pq_piece *const piece = &layout->pieces.at[i];
  const bool last = i + 1 == layout->pieces.n;
  const bool list = !last && !layout->pieces.at[i + 1].first;
  const pq_view tokens = pq_buf_view(&layout->tokens);
  const pq_view text =
      pq_view_head(pq_view_skip(tokens, piece->begin), piece->len);
  size_t width = 0; /* in code points */
  for (size_t k = 0; k < text.len; ++k) {
    width += ((unsigned char)text.ptr[k] & 0xC0U) != 0x80;
  }
  if (breaks_before(layout, i)) {
    new_line(layout, 4, column);
  } else if (i > 0 &&
             *column + 1 + width + (list ? 1 : 2) > PQ_TURTLE_COLUMNS) {
    const uint32_t indent = sections[layout->section].indent;
    new_line(layout, piece->first ? indent : 8, column);
  } else {
    pq_buf_char(&layout->body, ' ');
    ++*column;
  }
  pq_buf_put(&layout->body, text);
  pq_buf_text(&layout->body, list ? "," : last ? " ." : " ;");
  *column += width + (list ? 1 : 2);
}

void pq_layout_end(pq_layout *layout) {
  if (!layout->pieces.n) return;
  if (layout->comment.len) {
    pq_buf_text(&layout->body, "# ");
    pq_out_comment(&layout->body, layout->comment);
    pq_buf_char(&layout->body, '\n');
  }
  const size_t from = layout->body.len;
  pq_layout_iri(layout, &layout->body, layout->subject);
  size_t column = layout->body.len - from;
  for (uint32_t i = 0; i < layout->pieces.n; ++i) {
    place_piece(layout, i, &column);
  }
  pq_buf_char(&layout->body, '\n');
  layout->pieces.n = 0;
  pq_buf_reset(&layout->tokens);
}

/* What stands between the statement before and this one. */
static void put_gap(pq_layout *layout, pq_section section) {
  if (!layout->any || section != layout->section) {
    if (layout->any) pq_buf_char(&layout->body, '\n');
    pq_buf_text(&layout->body, "#### ");
    pq_buf_text(&layout->body, sections[section].title);
    pq_buf_text(&layout->body, "\n\n");
  } else if (sections[section].apart) {
    pq_buf_char(&layout->body, '\n');
  }
  layout->any = true;
  layout->section = section;
}

static pq_status begin_subject(pq_layout *layout, const pq_triple *t) {
  pq_status st = PQ_OK;
  pq_arena *const arena = layout->g->arena;
  pq_layout_end(layout);
  put_gap(layout, t->section);
  PQ_TRY(st, pq_arena_copy(arena, t->subject, &layout->subject));
  PQ_TRY(st, pq_arena_copy(arena, t->comment, &layout->comment));
  layout->predicate = (pq_view){NULL, 0};
  return PQ_OK;
}

pq_status pq_layout_triple(void *user, const pq_triple *t) {
  pq_status st = PQ_OK;
  pq_layout *const layout = user;
  const bool same = layout->any && t->section == layout->section &&
                    pq_view_same(t->subject, layout->subject);
  if (!same) PQ_TRY(st, begin_subject(layout, t));
  const pq_term predicate = pq_term_of(t->predicate);
  PQ_TRY(st, note_uses(layout, t, predicate));
  PQ_TRY(st, add_piece(layout, t, predicate));
  return layout->body.status;
}
