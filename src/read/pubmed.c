/* PubMed's XML (PubmedArticleSet); the only door to expat.
 *
 *   PubmedArticle -+- MedlineCitation -+- PMID
 *                  |                   +- Article: title, authors, date, DOI
 *                  +- PubmedData: ArticleIdList
 * What lies elsewhere (references, comments, corrections) are other papers.
 * A document with declarations of its own is refused: none of PubMed's has any,
 * and a few lines of entities can grow to gigabytes.
 */
#include "pubmed.h"

#include "item.h"

#include "model/plain_part.h"

#include <expat.h>

enum {
  DEPTH_MOST = 64
};

typedef enum element {
  E_OTHER,
  E_SET,
  E_ARTICLE_SET,
  E_CITATION,
  E_PMID,
  E_ARTICLE,
  E_TITLE,
  E_AUTHORS,
  E_AUTHOR,
  E_LAST,
  E_COLLECTIVE,
  E_INITIALS,
  E_LOCATION,
  E_JOURNAL,
  E_ISSUE,
  E_DATE,
  E_YEAR,
  E_MEDLINE_DATE,
  E_DATA,
  E_IDS,
  E_ID,
  E_ABSTRACT,
  E_ABSTRACT_TEXT,
  E_TYPES,
  E_TYPE
} element;

/* Whose texts are taken. */
enum {
  NOBODY,
  ALL,
  SOME /* those who want all */
};

/* Which element may stand in which, and for whom its text is. */
static const struct step {
  element in;
  const char *name;
  element is;
  int text;
} steps[] = {
    {E_OTHER, "PubmedArticleSet", E_SET, NOBODY},
    {E_SET, "PubmedArticle", E_ARTICLE_SET, NOBODY},
    {E_ARTICLE_SET, "MedlineCitation", E_CITATION, NOBODY},
    {E_CITATION, "PMID", E_PMID, ALL},
    {E_CITATION, "Article", E_ARTICLE, NOBODY},
    {E_ARTICLE, "ArticleTitle", E_TITLE, ALL},
    {E_ARTICLE, "AuthorList", E_AUTHORS, NOBODY},
    {E_AUTHORS, "Author", E_AUTHOR, NOBODY},
    {E_AUTHOR, "LastName", E_LAST, ALL},
    {E_AUTHOR, "CollectiveName", E_COLLECTIVE, ALL},
    {E_AUTHOR, "Initials", E_INITIALS, SOME},
    {E_ARTICLE, "ELocationID", E_LOCATION, ALL},
    {E_ARTICLE, "Journal", E_JOURNAL, NOBODY},
    {E_JOURNAL, "JournalIssue", E_ISSUE, NOBODY},
    {E_ISSUE, "PubDate", E_DATE, NOBODY},
    {E_DATE, "Year", E_YEAR, ALL},
    {E_DATE, "MedlineDate", E_MEDLINE_DATE, ALL},
    {E_ARTICLE_SET, "PubmedData", E_DATA, NOBODY},
    {E_DATA, "ArticleIdList", E_IDS, NOBODY},
    {E_IDS, "ArticleId", E_ID, ALL},
    {E_ARTICLE, "Abstract", E_ABSTRACT, NOBODY},
    {E_ABSTRACT, "AbstractText", E_ABSTRACT_TEXT, SOME},
    {E_ARTICLE, "PublicationTypeList", E_TYPES, NOBODY},
    {E_TYPES, "PublicationType", E_TYPE, SOME},
};

typedef struct reading {
  const pq_pubmed_taker *to;
  XML_Parser parser;
  element outside; /* what the bytes stand in */
  element path[DEPTH_MOST];
  uint32_t depth;
  uint32_t text_depth;   /* of the element whose text is taken; 0: none */
  uint32_t script_depth; /* of <sup> or <sub> in it; 0: in none */
  bool upper;            /* it is <sup> */
  size_t script_at;      /* where it begins in the text */
  bool doi;              /* the identifier that is read is one */
  pq_status status;
} reading;

static pq_pubmed_place place_of(const reading *d) {
  return (pq_pubmed_place){(uint32_t)XML_GetCurrentLineNumber(d->parser),
                           (uint32_t)XML_GetCurrentColumnNumber(d->parser) + 1};
}

static void stop(reading *d, pq_status st) {
  if (!d->status) d->status = st;
  (void)XML_StopParser(d->parser, XML_FALSE);
}

static void refuse(reading *d, pq_status st, const char *text) {
  stop(d, d->to->fail(d->to->user, st, place_of(d), text));
}

static const struct step *step_of(element in, const char *name) {
  for (size_t i = 0; i < sizeof steps / sizeof *steps; ++i) {
    if (steps[i].in == in && strcmp(steps[i].name, name) == 0) {
      return &steps[i];
    }
  }
  return NULL;
}

static bool says_doi(const char **attributes) {
  for (; attributes[0]; attributes += 2) {
    if (strcmp(attributes[0], "EIdType") == 0 ||
        strcmp(attributes[0], "IdType") == 0) {
      return strcmp(attributes[1], "doi") == 0;
    }
  }
  return false;
}

/* The value of an attribute, or nothing. */
static const char *value_of(const char **attributes, const char *name) {
  for (; attributes[0]; attributes += 2) {
    if (strcmp(attributes[0], name) == 0) return attributes[1];
  }
  return "";
}

/* PubMed keeps a misspelled author, or a wrong DOI, beside the right one. */
static bool is_withdrawn(const char **attributes) {
  return strcmp(value_of(attributes, "ValidYN"), "N") == 0;
}

/* What an element is, where it stands; NULL: nothing of ours. */
static const struct step *find_step(const reading *d, const char *name,
                                    const char **attributes) {
  const element in = d->depth ? d->path[d->depth - 1] : d->outside;
  if (d->depth && in == E_OTHER) return NULL;
  if (in == E_SET && strcmp(name, "PubmedBookArticle") == 0 && d->to->book) {
    d->to->book(d->to->user, place_of(d));
  }
  return is_withdrawn(attributes) ? NULL : step_of(in, name);
}

static pq_status hand_over(reading *d, pq_pubmed_part part, const char *text) {
  return d->to->take(d->to->user, part, pq_view_of(text));
}

/* What elements say by their attributes, and by being there. */
static pq_status enter(reading *d, element is, const char **attributes) {
  if (is == E_ARTICLE_SET) return d->to->begin(d->to->user, place_of(d));
  if (!d->to->wants_all) return PQ_OK;
  if (is == E_ABSTRACT_TEXT) {
    return hand_over(d, PQ_PUBMED_LABEL, value_of(attributes, "Label"));
  }
  const bool cut =
      is == E_AUTHORS && strcmp(value_of(attributes, "CompleteYN"), "N") == 0;
  return cut ? hand_over(d, PQ_PUBMED_OTHERS, "") : PQ_OK;
}

/* Of what is written higher or lower in a text, small digits tell that. */
static void note_script(reading *d, const char *name) {
  const bool upper = strcmp(name, "sup") == 0;
  if (!d->text_depth || d->script_depth) return;
  if (!upper && strcmp(name, "sub") != 0) return;
  d->script_depth = d->depth + 1;
  d->upper = upper;
  d->script_at = d->to->room->len;
}

static void XMLCALL on_start(void *user, const char *name,
                             const char **attributes) {
  reading *const d = user;
  if (d->status) return;
  if (d->depth == DEPTH_MOST) {
    refuse(d, PQ_LIMIT, "elements are nested more than 64 deep");
    return;
  }
  note_script(d, name);
  const struct step *const step = find_step(d, name, attributes);
  if (!step && d->depth == 0) {
    refuse(d, PQ_BAD_SYNTAX,
           "the XML of PubMed is a PubmedArticleSet; other kinds of XML are not"
           " read");
    return;
  }
  d->path[d->depth++] = step ? step->is : E_OTHER;
  if (!step) return;
  const pq_status st = enter(d, step->is, attributes);
  if (st) stop(d, st);
  if (step->text != ALL && !(step->text == SOME && d->to->wants_all)) return;
  d->text_depth = d->depth;
  d->doi = says_doi(attributes);
  pq_buf_reset(d->to->room);
}

static pq_status take_text(reading *d, element is) {
  static const struct {
    element is;
    pq_pubmed_part part;
  } parts[] = {{E_PMID, PQ_PUBMED_PMID},
               {E_TITLE, PQ_PUBMED_TITLE},
               {E_LAST, PQ_PUBMED_AUTHOR},
               {E_COLLECTIVE, PQ_PUBMED_AUTHOR},
               {E_INITIALS, PQ_PUBMED_INITIALS},
               {E_YEAR, PQ_PUBMED_YEAR},
               {E_MEDLINE_DATE, PQ_PUBMED_YEAR},
               {E_LOCATION, PQ_PUBMED_DOI},
               {E_ID, PQ_PUBMED_DOI},
               {E_TYPE, PQ_PUBMED_TYPE},
               {E_ABSTRACT_TEXT, PQ_PUBMED_ABSTRACT}};
  const pq_view text = pq_view_trim(pq_buf_view(d->to->room));
  if (d->to->room->status) return d->to->room->status;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
    if (parts[i].is != is) continue;
    if (parts[i].part == PQ_PUBMED_DOI && !d->doi) return PQ_OK;
    return d->to->take(d->to->user, parts[i].part, text);
  }
  return PQ_OK;
}

/* The small form of a digit or sign, or NULL. */
static const char *small_of(bool is_upper, char c) {
  static const char *const upper[] = {
      "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
      "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
      "\xE2\x81\xB8", "\xE2\x81\xB9", "\xE2\x81\xBA", "\xE2\x81\xBB"};
  static const char *const lower[] = {
      "\xE2\x82\x80", "\xE2\x82\x81", "\xE2\x82\x82", "\xE2\x82\x83",
      "\xE2\x82\x84", "\xE2\x82\x85", "\xE2\x82\x86", "\xE2\x82\x87",
      "\xE2\x82\x88", "\xE2\x82\x89", "\xE2\x82\x8A", "\xE2\x82\x8B"};
  static const char plain[] = "0123456789+-";
  const char *const at = c ? strchr(plain, c) : NULL;
  return at ? (is_upper ? upper : lower)[at - plain] : NULL;
}

static bool has_letters(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    if (pq_is_alpha(text.ptr[i])) return true;
  }
  return false;
}

/* Letters have no small form: where they are no part of the word before them,
 * "AKT1<sup>S473</sup>", they keep their tags. */
static void keep_letters(const reading *d, pq_view before, pq_view letters) {
  pq_buf *const out = d->to->room;
  const pq_script how = pq_plain_higher(before, letters, PQ_LIT(""));
  const bool part = d->upper && how != PQ_SCRIPT_GLUE;
  if (part) pq_buf_text(out, "<sup>");
  pq_buf_put(out, letters);
  if (part) pq_buf_text(out, "</sup>");
}

/* What was written higher or lower ends: digits get their small forms, so that
 * "STAT3<sup>12</sup>" is no STAT312. */
static void end_script(reading *d) {
  enum {
    MOST = 40
  };
  char room[MOST];
  pq_buf *const out = d->to->room;
  const pq_view all = pq_view_skip(pq_buf_view(out), d->script_at);
  d->script_depth = 0;
  if (all.len > MOST || out->status) return;
  memcpy(room, all.ptr, all.len);
  out->len = d->script_at;
  const pq_view script = {room, all.len};
  if (has_letters(script)) {
    keep_letters(d, pq_buf_view(out), script);
    return;
  }
  for (size_t i = 0; i < all.len; ++i) {
    const char *const small = small_of(d->upper, room[i]);
    if (small) {
      pq_buf_text(out, small);
    } else {
      pq_buf_char(out, room[i]);
    }
  }
}

static void XMLCALL on_end(void *user, const char *name) {
  reading *const d = user;
  (void)name;
  if (d->status) return;
  const element is = d->path[d->depth - 1];
  pq_status st = PQ_OK;
  if (d->text_depth == d->depth) {
    st = take_text(d, is);
    d->text_depth = 0;
  }
  if (d->script_depth == d->depth) end_script(d);
  if (!st && is == E_ARTICLE_SET) st = d->to->end(d->to->user);
  if (st) stop(d, st);
  --d->depth;
}

static void XMLCALL on_text(void *user, const char *text, int n) {
  reading *const d = user;
  if (!d->text_depth || d->to->room->len > d->to->most) return;
  pq_buf_put(d->to->room, (pq_view){text, (size_t)n});
}

/* "&uuml;" of a DTD that is not read: a name without it would be another one.
 */
static void XMLCALL on_skipped(void *user, const char *name, int is_parameter) {
  reading *const d = user;
  (void)name;
  if (is_parameter || !d->text_depth) return;
  d->to->spoil(d->to->user, place_of(d),
               "an entity that is not one of XML's five: write the character"
               " in its place");
}

/* PubMed's files name a DTD and declare nothing themselves. */
static void XMLCALL on_doctype(void *user, const char *name, const char *system,
                               const char *public_id, int has_declarations) {
  (void)name;
  (void)system;
  (void)public_id;
  if (!has_declarations) return;
  refuse(user, PQ_BAD_SYNTAX,
         "declarations of entities are not read: write the text in their place"
         " and take them out");
}

static pq_status feed(reading *d, pq_view bytes, bool last) {
  while (bytes.len || last) {
    const pq_view some = pq_view_head(bytes, 1 << 20);
    bytes = pq_view_skip(bytes, some.len);
    const bool end = last && !bytes.len;
    const enum XML_Status done =
        XML_Parse(d->parser, some.ptr, (int)some.len, end);
    if (d->status) return d->status;
    if (done != XML_STATUS_OK) {
      const enum XML_Error error = XML_GetErrorCode(d->parser);
      if (error == XML_ERROR_NO_MEMORY) return PQ_NO_MEM;
      return d->to->fail(d->to->user, PQ_BAD_SYNTAX, place_of(d),
                         XML_ErrorString(error));
    }
    if (end) break;
  }
  return PQ_OK;
}

/* The caller owns the parser in it. */
static pq_status begin(reading *d) {
  d->parser = XML_ParserCreate(NULL);
  if (!d->parser) return PQ_NO_MEM;
  XML_SetUserData(d->parser, d);
  XML_SetElementHandler(d->parser, on_start, on_end);
  XML_SetCharacterDataHandler(d->parser, on_text);
  XML_SetStartDoctypeDeclHandler(d->parser, on_doctype);
  XML_SetSkippedEntityHandler(d->parser, on_skipped);
  return PQ_OK;
}

pq_status pq_pubmed_article(const pq_pubmed_taker *to, pq_view bytes) {
  pq_status st = PQ_OK;
  reading d = {.to = to, .outside = E_SET};
  PQ_TRY(st, begin(&d));
  st = feed(&d, bytes, true);
  XML_ParserFree(d.parser);
  return st;
}

/* ---- for bibliographies ---- */

static pq_status begin_item(void *user, pq_pubmed_place at) {
  pq_item_begin(user, at.line, at.column);
  return PQ_OK;
}

static pq_status take_field(void *user, pq_pubmed_part part, pq_view text) {
  switch (part) {
  case PQ_PUBMED_PMID: return pq_item_set(user, PQ_ITEM_PMID, text);
  case PQ_PUBMED_DOI: return pq_item_set(user, PQ_ITEM_DOI, text);
  case PQ_PUBMED_TITLE: return pq_item_set(user, PQ_ITEM_TITLE, text);
  case PQ_PUBMED_YEAR: return pq_item_set(user, PQ_ITEM_YEAR, text);
  case PQ_PUBMED_AUTHOR: return pq_item_author(user, text);
  case PQ_PUBMED_INITIALS:
  case PQ_PUBMED_OTHERS:
  case PQ_PUBMED_TYPE:
  case PQ_PUBMED_LABEL:
  case PQ_PUBMED_ABSTRACT: return PQ_OK;
  }
  return PQ_INTERNAL;
}

static pq_status end_item(void *user) {
  return pq_item_end(user);
}

static void spoil_item(void *user, pq_pubmed_place at, const char *text) {
  pq_item_spoil(user, at.line, at.column, text);
}

static pq_status fail_items(void *user, pq_status st, pq_pubmed_place at,
                            const char *text) {
  return pq_items_fail(user, st, at.line, at.column, text);
}

/* The year of a book is not the year that its chapters are cited by. */
static void tell_book(void *user, pq_pubmed_place at) {
  const pq_items *const e = user;
  const pq_note note = {
      .severity = PQ_NOTE_INFO,
      .code = "bibliography.book",
      .at = {.file = e->at.file, .line = at.line, .column = at.column},
      .text =
          PQ_LIT("a book of PubMed is not read; give it in another format")};
  (void)pq_tell(e->sink, &note);
}

static pq_status read_all(reading *d, pq_inlet *in) {
  pq_status st = PQ_OK;
  pq_view some = {"", 0};
  while ((st = pq_inlet_some(in, &some)) == PQ_OK) {
    PQ_TRY(st, feed(d, some, false));
  }
  if (st != PQ_END) return st;
  return feed(d, PQ_LIT(""), true);
}

pq_status pq_pubmed_read(pq_items *e) {
  pq_status st = PQ_OK;
  const pq_pubmed_taker to = {.user = e,
                              .most = PQ_ITEM_TEXT_MOST,
                              .room = &e->room,
                              .begin = begin_item,
                              .take = take_field,
                              .end = end_item,
                              .spoil = spoil_item,
                              .fail = fail_items,
                              .book = tell_book};
  reading d = {.to = &to};
  PQ_TRY(st, begin(&d));
  st = read_all(&d, e->in);
  XML_ParserFree(d.parser);
  return st;
}
