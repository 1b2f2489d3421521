#include "jsonl.h"

#include "field.h"

#include "base/utf8.h"

#include <jansson.h>

#include <stdio.h>

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

static pq_status copy(pq_record *r, const json_t *value, pq_view *out) {
  const pq_view text = {json_string_value(value), json_string_length(value)};
  return pq_arena_copy(r->arena, text, out);
}

/* A text, or nothing at all. */
static pq_status text_of(pq_record *r, const json_t *object, const char *key,
                         pq_view *out) {
  const json_t *const value = json_object_get(object, key);
  if (!value || json_is_null(value)) return PQ_OK;
  if (!json_is_string(value)) return refuse(r, key, "a text");
  return copy(r, value, out);
}

static pq_status trimmed(pq_record *r, const json_t *object, const char *key,
                         pq_view *out) {
  pq_status st = PQ_OK;
  pq_view text = {"", 0};
  PQ_TRY(st, text_of(r, object, key, &text));
  *out = pq_view_trim(text);
  return PQ_OK;
}

/* A number may stand as number or text: 2002, "2002". */
static pq_status number_of(pq_record *r, const json_t *object, const char *key,
                           pq_view *out) {
  const json_t *const value = json_object_get(object, key);
  if (!json_is_integer(value)) return trimmed(r, object, key, out);
  char digits[32];
  const int n = snprintf(digits, sizeof digits, "%lld",
                         (long long)json_integer_value(value));
  return pq_arena_copy(r->arena, (pq_view){digits, n > 0 ? (size_t)n : 0}, out);
}

/* "A B, C D" or a list of them. */
static pq_status authors_of(pq_record *r, const json_t *ref, pq_view *out) {
  pq_status st = PQ_OK;
  const json_t *const value = json_object_get(ref, "authors");
  if (!json_is_array(value)) return trimmed(r, ref, "authors", out);
  pq_view all = {"", 0};
  for (size_t i = 0; i < json_array_size(value); ++i) {
    const json_t *const one = json_array_get(value, i);
    if (!json_is_string(one)) return refuse(r, "authors", "a list of texts");
    const pq_view name = {json_string_value(one), json_string_length(one)};
    const pq_view parts[] = {all, all.len ? PQ_LIT(", ") : PQ_LIT(""), name};
    PQ_TRY(st, pq_arena_join(r->arena, parts, 3, &all));
  }
  *out = all;
  return PQ_OK;
}

/* ---- lists ---- */

static pq_status take_reference(pq_record *r, const json_t *value) {
  pq_status st = PQ_OK;
  pq_reference ref = {0};
  if (!json_is_object(value)) {
    pass_over(r, "a reference is an object of pmid, authors, title, year");
    return PQ_OK;
  }
  PQ_TRY(st, number_of(r, value, "pmid", &ref.pmid));
  PQ_TRY(st, number_of(r, value, "year", &ref.year));
  PQ_TRY(st, trimmed(r, value, "title", &ref.title));
  PQ_TRY(st, authors_of(r, value, &ref.authors));
  ref.pmid = pq_field_pmid(ref.pmid);
  PQ_PUSH(r->arena, &r->references, ref);
  return PQ_OK;
}

static pq_status take_references(pq_record *r, const json_t *root) {
  pq_status st = PQ_OK;
  const json_t *const list = json_object_get(root, "references");
  if (!list || json_is_null(list)) return PQ_OK;
  if (!json_is_array(list)) return refuse(r, "references", "a list");
  r->has_references = true;
  for (size_t i = 0; i < json_array_size(list); ++i) {
    PQ_TRY(st, take_reference(r, json_array_get(list, i)));
  }
  return PQ_OK;
}

static pq_status take_pathway(pq_record *r, const json_t *value) {
  pq_status st = PQ_OK;
  pq_view id = {"", 0};
  const json_t *const text =
      json_is_object(value) ? json_object_get(value, "stable_id") : value;
  if (!json_is_string(text)) {
    pass_over(r, "a pathway is its stable_id");
    return PQ_OK;
  }
  PQ_TRY(st, copy(r, text, &id));
  if (id.len) PQ_PUSH(r->arena, &r->pathways, id);
  return PQ_OK;
}

static pq_status take_pathways(pq_record *r, const json_t *root) {
  pq_status st = PQ_OK;
  const json_t *const list = json_object_get(root, "pathways");
  if (!list || json_is_null(list)) return PQ_OK;
  if (!json_is_array(list)) return take_pathway(r, list);
  for (size_t i = 0; i < json_array_size(list); ++i) {
    PQ_TRY(st, take_pathway(r, json_array_get(list, i)));
  }
  return PQ_OK;
}

/* ---- the object ---- */

/* Whatever else an exporter calls a type is no type of ours. */
static void take_type(pq_record *r, const json_t *root) {
  static const char *const keys[] = {"type", "kind"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i) {
    const char *const text = json_string_value(json_object_get(root, keys[i]));
    const pq_record_type type = pq_field_type(pq_view_of(text));
    if (type != PQ_RECORD_UNSAID) r->type = type;
  }
}

static pq_status take_all(pq_record *r, const json_t *root, pq_view *summary) {
  pq_status st = PQ_OK;
  if (!json_is_object(root)) {
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

pq_status pq_jsonl_read(pq_record *r, pq_view *summary) {
  json_error_t error;
  pq_view made = {"", 0};
  json_t *const root =
      json_loadb(r->bytes.ptr, r->bytes.len,
                 JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
  if (!root) return tell_syntax(r, &error);
  const pq_status st = take_all(r, root, &made);
  json_decref(root);
  if (!st) *summary = made;
  return st;
}
