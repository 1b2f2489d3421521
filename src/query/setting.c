#include "setting.h"

#include "base/buf.h"

enum {
  TOLD_MOST = 5 /* of things with one name */
};

/* One word in the making. */
typedef struct reading {
  const pq_index *index;
  pq_view base;
  const pq_sink *sink;
  const char *parameter;
  pq_view value;
} reading;

/* ---- which parameter ---- */

static const pq_parameter *parameter_named(const pq_question *question,
                                           pq_view name) {
  for (const pq_parameter *p = question->parameters; p->variable; ++p) {
    if (p->name && pq_view_same(pq_view_of(p->name), name)) return p;
  }
  return NULL;
}

/* "protein=STAT3" -> protein; `*value` is STAT3, or has no pointer. */
static pq_view name_of(const char *setting, pq_view *value) {
  *value = pq_view_of(setting);
  return pq_view_cut(value, '=');
}

static pq_status check(const pq_question *question, const pq_settings *all,
                       size_t i, const pq_sink *sink) {
  pq_view value;
  const char *const setting = all->at[i];
  const pq_view name = name_of(setting, &value);
  const pq_place nowhere = {.line = 0};
  if (!value.len) {
    return pq_fail(sink, PQ_BAD_ARG, "ask.setting", nowhere,
                   "'%s' sets nothing; write NAME=VALUE", setting);
  }
  if (!parameter_named(question, name)) {
    return pq_fail(sink, PQ_BAD_ARG, "ask.setting", nowhere,
                   "%s has no parameter '%.*s'; see ask --list", question->name,
                   pq_view_width(name), name.ptr);
  }
  for (size_t k = 0; k < i; ++k) {
    pq_view other;
    if (!pq_view_same(name_of(all->at[k], &other), name)) continue;
    return pq_fail(sink, PQ_BAD_ARG, "ask.setting", nowhere,
                   "'%.*s' is set twice", pq_view_width(name), name.ptr);
  }
  return PQ_OK;
}

static const pq_parameter *file_of(const pq_question *question) {
  return question->compares ? question->parameters : NULL;
}

const char *pq_settings_file(const pq_question *question,
                             const pq_settings *settings) {
  const pq_parameter *const p = file_of(question);
  for (size_t i = 0; p && i < settings->n; ++i) {
    pq_view value;
    const pq_view name = name_of(settings->at[i], &value);
    if (pq_view_same(name, pq_view_of(p->name))) return value.ptr;
  }
  return NULL;
}

pq_status pq_settings_check(const pq_question *question,
                            const pq_settings *settings, const pq_sink *sink) {
  pq_status st = PQ_OK;
  for (size_t i = 0; !st && i < settings->n; ++i) {
    st = check(question, settings, i, sink);
  }
  const pq_parameter *const p = file_of(question);
  if (st || !p || pq_settings_file(question, settings)) return st;
  return pq_fail(sink, PQ_BAD_ARG, "ask.setting", (pq_place){.line = 0},
                 "%s wants what to compare with: --set %s=%s", question->name,
                 p->name, p->value);
}

/* ---- which term ---- */

static bool is_number(pq_view text) {
  size_t n = 0;
  while (n < text.len && pq_is_digit(text.ptr[n])) {
    ++n;
  }
  return n && n == text.len;
}

/* The IRI that is meant, in `room`; false if it is none. */
static bool spell_iri(const reading *r, pq_buf *room) {
  pq_view local = r->value;
  const pq_prefix *const prefix = pq_prefix_named(pq_view_cut(&local, ':'));
  pq_buf_reset(room);
  if (pq_view_starts(r->value, PQ_LIT("<")) &&
      pq_view_ends(r->value, PQ_LIT(">"))) {
    pq_buf_put(room, pq_view_skip(pq_view_head(r->value, r->value.len - 1), 1));
  } else if (local.ptr && prefix) {
    if (prefix->own) pq_buf_put(room, r->base);
    pq_buf_put(room, prefix->space);
    pq_buf_put(room, local);
  } else if (pq_view_starts(local, PQ_LIT("//"))) {
    pq_buf_put(room, r->value);
  }
  return room->len > 0;
}

/* What may be meant: each once, and no more than are told. */
typedef struct owners {
  pq_rdf_id at[TOLD_MOST + 1];
  uint32_t n;
} owners;

static void note_owner(owners *o, pq_rdf_id id) {
  for (uint32_t i = 0; i < o->n; ++i) {
    if (o->at[i] == id) return;
  }
  if (o->n <= TOLD_MOST) o->at[o->n++] = id;
}

/* Several have what one should have: say which. */
static pq_status tell_several(const reading *r, const owners *o, pq_buf *room) {
  pq_buf_reset(room);
  for (uint32_t i = 0; i < o->n; ++i) {
    pq_buf_text(room, i ? ", " : "");
    if (i == TOLD_MOST) {
      pq_buf_text(room, "...");
    } else {
      pq_buf_put(room, pq_rdf_text(r->index->rdf, o->at[i]));
    }
  }
  if (room->status) return room->status;
  return pq_fail(r->sink, PQ_BAD_ARG, "ask.several", (pq_place){.line = 0},
                 "%s=%.*s may be several, name one by its IRI: %.*s",
                 r->parameter, pq_view_width(r->value), r->value.ptr,
                 pq_view_width(pq_buf_view(room)), room->ptr);
}

/* The one; `*out` stays what it is if there is none. */
static pq_status settle(const reading *r, const owners *o, pq_buf *room,
                        pq_rdf_id *out) {
  if (o->n > 1) return tell_several(r, o, room);
  if (o->n) *out = o->at[0];
  return PQ_OK;
}

/* What has the term `object` as its label, or its match. */
static void find_owners(const reading *r, pq_term predicate, pq_rdf_id object,
                        owners *o) {
  const pq_range range =
      pq_index_find(r->index, 0, pq_rdf_of(predicate), object);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    note_owner(o, pq_index_at(r->index, &range, i)->subject);
  }
}

/* What has a label that differs in case alone. */
static void find_alike(const reading *r, owners *o) {
  const pq_range range =
      pq_index_find(r->index, 0, pq_rdf_of(PQ_TERM_LABEL), 0);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const pq_rdf_triple *const t = pq_index_at(r->index, &range, i);
    if (pq_view_alike(pq_rdf_text(r->index->rdf, t->object), r->value)) {
      note_owner(o, t->subject);
    }
  }
}

static pq_status by_label(const reading *r, pq_buf *room, pq_rdf_id *out) {
  owners o = {.n = 0};
  const pq_rdf_term t = {.kind = PQ_RDF_LITERAL, .text = r->value};
  const pq_rdf_id exact = pq_rdf_id_of(r->index->rdf, &t);
  if (exact) find_owners(r, PQ_TERM_LABEL, exact, &o);
  if (!o.n) find_alike(r, &o);
  if (o.n) return settle(r, &o, room, out);
  return pq_fail(r->sink, PQ_BAD_ARG, "ask.unknown", (pq_place){.line = 0},
                 "nothing here is named '%.*s'; give %s as it is labelled,"
                 " or as an id, such as uniprot:P40763 (lexicon show '%.*s'"
                 " tells the label of a name)",
                 pq_view_width(r->value), r->value.ptr, r->parameter,
                 pq_view_width(r->value), r->value.ptr);
}

static pq_status find(const reading *r, pq_buf *room, pq_rdf_id *out) {
  owners o = {.n = 0};
  pq_rdf_term t = {.kind = PQ_RDF_LITERAL,
                   .text = r->value,
                   .type = pq_rdf_of(PQ_TERM_INTEGER)};
  if (!is_number(r->value)) {
    const bool spelled = spell_iri(r, room);
    if (room->status) return room->status;
    if (!spelled) return by_label(r, room, out);
    t = (pq_rdf_term){.kind = PQ_RDF_IRI, .text = pq_buf_view(room)};
  }
  const pq_rdf_id id = pq_rdf_id_of(r->index->rdf, &t);
  *out = id ? id : PQ_RDF_ABSENT;
  if (id) find_owners(r, PQ_TERM_EXACT_MATCH, id, &o);
  return settle(r, &o, room, out);
}

static pq_view value_of(const pq_parameter *p, const pq_settings *settings) {
  for (size_t i = 0; p->name && i < settings->n; ++i) {
    pq_view value;
    const pq_view name = name_of(settings->at[i], &value);
    if (pq_view_same(name, pq_view_of(p->name))) return value;
  }
  return pq_view_of(p->value);
}

bool pq_settings_has(const pq_settings *settings, const char *name) {
  for (size_t i = 0; i < settings->n; ++i) {
    pq_view value;
    if (pq_view_same(name_of(settings->at[i], &value), pq_view_of(name))) {
      return true;
    }
  }
  return false;
}

pq_status pq_settings_take(const pq_question *question,
                           const pq_settings *settings, const pq_index *index,
                           pq_view base, const pq_sink *sink, pq_row row) {
  pq_status st = PQ_OK;
  pq_buf room;
  pq_buf_init(&room, index->rdf->alloc);
  for (const pq_parameter *p = question->parameters; !st && p->variable; ++p) {
    const reading r = {.index = index,
                       .base = base,
                       .sink = sink,
                       .parameter = p->name ? p->name : "",
                       .value = value_of(p, settings)};
    st = find(&r, &room, &row[p->variable]);
  }
  pq_buf_clear(&room);
  return st;
}
