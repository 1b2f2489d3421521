#include "jsonl.h"

#include "field.h"
#include "json.h"

#include "base/utf8.h"

#include <jansson.h>

/* ---- what is wrong ---- */

static pq_place begin_of(const pq_record *r) {
  pq_place at = r->place;
  if (!at.line) at.line = 1;
  at.column = 1;
  return at;
}

static pq_status refuse(const pq_record *r, const char *key,
                        const char *wanted) {
  return pq_fail(r->sink, PQ_BAD_SYNTAX, "json.form", begin_of(r),
                 "\"%s\" must be %s", key, wanted);
}

static void pass_over(const pq_record *r, const char *what) {
  pq_warn(r->sink, "json.form", begin_of(r), "%s; it is passed over", what);
}

static pq_status tell_syntax(const pq_record *r, const json_error_t *error) {
  if (json_error_code(error) == json_error_out_of_memory) return PQ_NO_MEM;
  pq_place at = begin_of(r);
  const size_t byte = error->position > 0 ? (size_t)error->position : 0;
  const size_t points = pq_utf8_count(pq_view_head(r->bytes, byte));
  if (points) at.column = (uint32_t)points;
  return pq_fail(r->sink, PQ_BAD_SYNTAX, "json.syntax", at, "broken JSON: %s",
                 error->text);
}

/* ---- values ---- */

static bool is_text(const pq_json *value) {
  return value && value->kind == PQ_JSON_TEXT;
}

static bool is_nothing(const pq_json *value) {
  return !value || value->kind == PQ_JSON_NULL;
}

static pq_status copy(pq_record *r, const pq_json *value, pq_view *out) {
  return pq_arena_copy(r->arena, value->text, out);
}

/* A text, or nothing at all. */
static pq_status text_of(pq_record *r, const pq_json *object, const char *key,
                         pq_view *out) {
  const pq_json *const value = pq_json_at(object, key);
  if (is_nothing(value)) return PQ_OK;
  if (!is_text(value)) return refuse(r, key, "a text");
  return copy(r, value, out);
}

static pq_status trimmed(pq_record *r, const pq_json *object, const char *key,
                         pq_view *out) {
  pq_status st = PQ_OK;
  pq_view text = {"", 0};
  PQ_TRY(st, text_of(r, object, key, &text));
  *out = pq_view_trim(text);
  return PQ_OK;
}

/* A number may stand as number or text: 2002, "2002". */
static pq_status number_of(pq_record *r, const pq_json *object, const char *key,
                           pq_view *out) {
  const pq_json *const value = pq_json_at(object, key);
  if (!value || value->kind != PQ_JSON_INTEGER) {
    return trimmed(r, object, key, out);
  }
  return copy(r, value, out);
}

/* "A B, C D" or a list of them. */
static pq_status authors_of(pq_record *r, const pq_json *ref, pq_view *out) {
  const pq_json *const value = pq_json_at(ref, "authors");
  if (!value || value->kind != PQ_JSON_LIST) {
    return trimmed(r, ref, "authors", out);
  }
  PQ_VEC(pq_view) names = {NULL, 0, 0};
  for (const pq_json *one = value->child; one; one = one->next) {
    if (!is_text(one)) return refuse(r, "authors", "a list of texts");
    PQ_PUSH(r->arena, &names, one->text);
  }
  return pq_field_authors(r->arena, names.at, names.n, out);
}

/* ---- lists ---- */

static pq_status reference_of(pq_record *r, const pq_json *value,
                              pq_reference *ref) {
  static const char *const codes[] = {"reference.pmid", "reference.doi"};
  pq_status st = PQ_OK;
  PQ_TRY(st, number_of(r, value, "pmid", &ref->pmid));
  PQ_TRY(st, number_of(r, value, "year", &ref->year));
  PQ_TRY(st, trimmed(r, value, "title", &ref->title));
  PQ_TRY(st, authors_of(r, value, &ref->authors));
  PQ_TRY(st, trimmed(r, value, "doi", &ref->doi));
  return pq_field_ids(r->arena, r->sink, begin_of(r), codes, ref);
}

static pq_status take_reference(pq_record *r, const pq_json *value) {
  pq_status st = PQ_OK;
  pq_reference ref = {0};
  if (value->kind != PQ_JSON_OBJECT) {
    pass_over(r, "a reference is an object of pmid, authors, title, year");
    return PQ_OK;
  }
  PQ_TRY(st, reference_of(r, value, &ref));
  PQ_PUSH(r->arena, &r->references, ref);
  return PQ_OK;
}

static pq_status take_references(pq_record *r, const pq_json *root) {
  pq_status st = PQ_OK;
  const pq_json *const list = pq_json_at(root, "references");
  if (is_nothing(list)) return PQ_OK;
  if (list->kind != PQ_JSON_LIST) return refuse(r, "references", "a list");
  r->has_references = true;
  for (const pq_json *c = list->child; c; c = c->next) {
    PQ_TRY(st, take_reference(r, c));
  }
  return PQ_OK;
}

static pq_status take_pathway(pq_record *r, const pq_json *value) {
  pq_status st = PQ_OK;
  pq_view id = {"", 0};
  const bool is_object = value->kind == PQ_JSON_OBJECT;
  const pq_json *const text =
      is_object ? pq_json_at(value, "stable_id") : value;
  if (!is_text(text)) {
    pass_over(r, "a pathway is its stable_id");
    return PQ_OK;
  }
  PQ_TRY(st, copy(r, text, &id));
  if (id.len) PQ_PUSH(r->arena, &r->pathways, id);
  return PQ_OK;
}

static pq_status take_pathways(pq_record *r, const pq_json *root) {
  pq_status st = PQ_OK;
  const pq_json *const list = pq_json_at(root, "pathways");
  if (is_nothing(list)) return PQ_OK;
  if (list->kind != PQ_JSON_LIST) return take_pathway(r, list);
  for (const pq_json *c = list->child; c; c = c->next) {
    PQ_TRY(st, take_pathway(r, c));
  }
  return PQ_OK;
}

/* ---- the object ---- */

/* Whatever else an exporter calls a type is no type of ours. */
static void take_type(pq_record *r, const pq_json *root) {
  static const char *const keys[] = {"type", "kind"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i) {
    const pq_json *const value = pq_json_at(root, keys[i]);
    const pq_record_type type =
        is_text(value) ? pq_field_type(value->text) : PQ_RECORD_UNSAID;
    if (type != PQ_RECORD_UNSAID) r->type = type;
  }
}

static pq_status take_all(pq_record *r, const pq_json *root, pq_view *summary) {
  pq_status st = PQ_OK;
  if (root->kind != PQ_JSON_OBJECT) {
    return pq_fail(r->sink, PQ_BAD_SYNTAX, "json.form", begin_of(r),
                   "a line must be one JSON object, {...}");
  }
  PQ_TRY(st, trimmed(r, root, "stable_id", &r->stable_id));
  PQ_TRY(st, text_of(r, root, "display_name", &r->title));
  PQ_TRY(st, trimmed(r, root, "species", &r->species));
  PQ_TRY(st, text_of(r, root, "summary", summary));
  take_type(r, root);
  PQ_TRY(st, take_pathways(r, root));
  return take_references(r, root);
}

/* The library's word on what is no JSON, or may be none. */
static pq_status ask_library(const pq_record *r) {
  json_error_t error;
  json_t *const root =
      json_loadb(r->bytes.ptr, r->bytes.len,
                 JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
  if (!root) return tell_syntax(r, &error);
  json_decref(root);
  return PQ_OK;
}

pq_status pq_jsonl_read(pq_record *r, pq_view *summary) {
  pq_status st = PQ_OK;
  pq_json *root = NULL;
  bool sure = false;
  pq_view made = {"", 0};
  PQ_TRY(st, pq_json_read(r->arena, r->bytes, &root, &sure));
  if (!sure) PQ_TRY(st, ask_library(r));
  if (!root) return PQ_INTERNAL; /* they disagree */
  PQ_TRY(st, take_all(r, root, &made));
  *summary = made;
  return PQ_OK;
}
