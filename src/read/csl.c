/* CSL-JSON, as Zotero and others export it: a list of items, or an object that
 * has one.  The text is cut into items first, so that a broken one costs
 * itself, and memory is that of one item.
 *
 *   [{"author": [{"family": "Zhang", "given": "Q"}], "PMID": "11751994",
 *     "issued": {"date-parts": [[2002, 1]]}, "DOI": "10.1000/x"}]
 */
#include "item.h"
#include "json.h"

#include "base/utf8.h"

enum {
  ITEM_MOST = 4 << 20,
  MARK_MOST = 100
};

static pq_view text_at(const pq_json *object, const char *key) {
  const pq_json *const value = pq_json_at(object, key);
  const bool good =
      value && (value->kind == PQ_JSON_TEXT || value->kind == PQ_JSON_INTEGER);
  return good ? value->text : (pq_view){"", 0};
}

static pq_status take_author(pq_items *e, const pq_json *person) {
  pq_status st = PQ_OK;
  pq_view name = text_at(person, "family");
  const pq_view particle = text_at(person, "non-dropping-particle");
  if (!name.len) name = pq_person_surname(text_at(person, "literal"));
  if (particle.len) {
    const pq_view parts[] = {particle, PQ_LIT(" "), name};
    PQ_TRY(st, pq_arena_join(&e->arena, parts, 3, &name));
  }
  return pq_item_author(e, name);
}

static pq_status take_authors(pq_items *e, const pq_json *item) {
  pq_status st = PQ_OK;
  const pq_json *const list = pq_json_at(item, "author");
  if (!list || list->kind != PQ_JSON_LIST) return PQ_OK;
  for (const pq_json *c = list->child; c; c = c->next) {
    PQ_TRY(st, take_author(e, c));
  }
  return PQ_OK;
}

/* [[2002, 1, 15]], or words. */
static pq_status take_date(pq_items *e, const pq_json *item) {
  pq_status st = PQ_OK;
  const pq_json *const date = pq_json_at(item, "issued");
  const pq_json *part = pq_json_at(date, "date-parts");
  while (part && part->kind == PQ_JSON_LIST) {
    part = part->child;
  }
  if (part && part->kind != PQ_JSON_OBJECT) {
    PQ_TRY(st, pq_item_set(e, PQ_ITEM_YEAR, part->text));
  }
  PQ_TRY(st, pq_item_set(e, PQ_ITEM_YEAR, text_at(date, "raw")));
  PQ_TRY(st, pq_item_set(e, PQ_ITEM_YEAR, text_at(date, "literal")));
  const pq_view suffix = text_at(item, "year-suffix");
  if (suffix.len == 1 && pq_is_lower(suffix.ptr[0])) e->letter = suffix.ptr[0];
  return pq_item_set(e, PQ_ITEM_YEAR, text_at(item, "issued"));
}

/* Bytes of a mark of CSL's rich text at the beginning: "<i>", "</span>". */
static size_t mark_at(pq_view text) {
  static const char *const names[] = {"i",  "b",    "sup", "sub",
                                      "sc", "span", NULL};
  text = pq_view_head(text, MARK_MOST);
  const size_t end = pq_view_find(text, '>');
  if (!pq_view_starts(text, PQ_LIT("<")) || end == text.len) return 0;
  pq_view name = pq_view_skip(pq_view_head(text, end), 1);
  if (pq_view_starts(name, PQ_LIT("/"))) name = pq_view_skip(name, 1);
  const bool styled = pq_view_starts(name, PQ_LIT("span "));
  return styled || pq_view_says_any(name, names) ? end + 1 : 0;
}

/* The words of a title, without marks. */
static pq_status take_title(pq_items *e, pq_view title) {
  size_t n = 0;
  char *const room = pq_arena_room(&e->arena, title.len);
  if (!room) return e->arena.status;
  while (title.len) {
    const size_t mark = mark_at(title);
    if (!mark) room[n++] = title.ptr[0];
    title = pq_view_skip(title, mark ? mark : 1);
  }
  return pq_item_set(e, PQ_ITEM_TITLE, (pq_view){room, n});
}

static pq_status take_item(pq_items *e, const pq_json *item) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_authors(e, item));
  PQ_TRY(st, take_date(e, item));
  PQ_TRY(st, take_title(e, text_at(item, "title")));
  PQ_TRY(st, pq_item_set(e, PQ_ITEM_DOI, text_at(item, "DOI")));
  PQ_TRY(st, pq_item_set(e, PQ_ITEM_PMID, text_at(item, "PMID")));
  PQ_TRY(st, pq_item_hint(e, text_at(item, "note")));
  PQ_TRY(st, pq_item_hint(e, text_at(item, "URL")));
  return pq_item_end(e);
}

static pq_status read_item(pq_items *e, pq_view bytes, const pq_item_pen *pen) {
  pq_status st = PQ_OK;
  pq_json *root = NULL;
  bool sure = false;
  pq_item_begin(e, pen->line, pen->column);
  if (bytes.len > ITEM_MOST) {
    pq_item_spoil(e, pen->line, pen->column, "an item of over 4 MiB");
  } else if (pq_utf8_check(bytes) < bytes.len) {
    pq_item_spoil(e, pen->line, pen->column,
                  "not valid UTF-8; save the file as UTF-8");
  } else {
    PQ_TRY(st, pq_json_read(&e->arena, bytes, &root, &sure));
    if (!root) {
      pq_item_spoil(e, pen->line, pen->column, "broken JSON");
    }
  }
  return root ? take_item(e, root) : pq_item_end(e);
}

/* Behind a string that begins at `at`. */
static size_t skip_text(pq_view all, size_t at) {
  for (++at; at < all.len && all.ptr[at] != '"'; ++at) {
    at += all.ptr[at] == '\\';
  }
  return at < all.len ? at + 1 : all.len;
}

/* Behind the object that begins at `at`; past the end if nothing closes it. */
static size_t skip_object(pq_view all, size_t at) {
  size_t depth = 0;
  while (at < all.len) {
    const char c = all.ptr[at];
    if (c == '"') {
      at = skip_text(all, at);
      continue;
    }
    ++at;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (!depth) return at;
  }
  return all.len + 1;
}

/* Where the list of items begins: the text itself, or the value of "items". */
static size_t find_list(pq_view all) {
  static const char key[] = "\"items\"";
  size_t at = 0;
  while (at < all.len && all.ptr[at] != '[' && all.ptr[at] != '{') {
    ++at;
  }
  if (at == all.len || all.ptr[at] == '[') return at;
  const size_t begin = at++;
  while (at < all.len) {
    if (pq_view_starts(pq_view_skip(all, at), PQ_LIT("\"items\""))) {
      at += sizeof key - 1;
      while (at < all.len && (pq_is_space(all.ptr[at]) || all.ptr[at] == ':')) {
        ++at;
      }
      if (at < all.len && all.ptr[at] == '[') return at;
      break;
    }
    const char c = all.ptr[at];
    if (c == '"') {
      at = skip_text(all, at);
    } else {
      at = c == '{' || c == '[' ? skip_object(all, at) : at + 1;
    }
  }
  return begin; /* one item */
}

static pq_status fail_at(const pq_items *e, pq_item_pen *pen, pq_view all,
                         size_t at, const char *text) {
  pq_item_move(pen, all, at);
  return pq_items_fail(e, PQ_BAD_SYNTAX, pen->line, pen->column, text);
}

/* What begins at `*at`: an item, or a sign between items. */
static pq_status take_next(pq_items *e, pq_item_pen *pen, pq_view all,
                           size_t *at) {
  const char c = all.ptr[*at];
  if (c != '{') {
    ++*at;
    return pq_is_space(c) || c == ','
               ? PQ_OK
               : fail_at(e, pen, all, *at - 1,
                         "an item of CSL-JSON is an object, {...}");
  }
  const size_t begin = *at;
  *at = skip_object(all, begin);
  if (*at > all.len) {
    return fail_at(e, pen, all, begin, "the file ends within this item");
  }
  pq_item_move(pen, all, begin);
  return read_item(e, (pq_view){all.ptr + begin, *at - begin}, pen);
}

/* Behind a list that is the whole text nothing may stand: two files in one. */
static pq_status check_rest(const pq_items *e, pq_item_pen *pen, pq_view all,
                            size_t at) {
  while (at < all.len && pq_is_space(all.ptr[at])) {
    ++at;
  }
  return at == all.len ? PQ_OK
                       : fail_at(e, pen, all, at,
                                 "something stands behind the list of items;"
                                 " give two lists as two files");
}

/* A list of items; or items one behind the other. */
pq_status pq_csl_read(pq_items *e) {
  pq_status st = PQ_OK;
  pq_view all = {"", 0};
  pq_item_pen pen = {0};
  PQ_TRY(st, pq_items_whole(e, &all));
  size_t at = find_list(all);
  const bool list = at < all.len && all.ptr[at] == '[';
  const bool inner = pq_view_find(all, '{') < at;
  at += list;
  while (at < all.len) {
    if (list && all.ptr[at] == ']') {
      return inner ? PQ_OK : check_rest(e, &pen, all, at + 1);
    }
    PQ_TRY(st, take_next(e, &pen, all, &at));
  }
  return list ? fail_at(e, &pen, all, all.len, "the list is not closed by ]")
              : PQ_OK;
}
