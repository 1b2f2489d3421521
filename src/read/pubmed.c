/* PubMed's XML (PubmedArticleSet); the only door to expat.
 *
 *   PubmedArticle -+- MedlineCitation -+- PMID
 *                  |                   +- Article: title, authors, date, DOI
 *                  +- PubmedData: ArticleIdList
 * What lies elsewhere (references, comments, corrections) are other papers.
 * A document with declarations of its own is refused: none of PubMed's has any,
 * and a few lines of entities can grow to gigabytes.
 */
#include "item.h"

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
  E_LOCATION,
  E_JOURNAL,
  E_ISSUE,
  E_DATE,
  E_YEAR,
  E_MEDLINE_DATE,
  E_DATA,
  E_IDS,
  E_ID
} element;

/* Which element may stand in which, and what its text is. */
static const struct step {
  element in;
  const char *name;
  element is;
  bool text;
} steps[] = {
    {E_OTHER, "PubmedArticleSet", E_SET, false},
    {E_SET, "PubmedArticle", E_ARTICLE_SET, false},
    {E_ARTICLE_SET, "MedlineCitation", E_CITATION, false},
    {E_CITATION, "PMID", E_PMID, true},
    {E_CITATION, "Article", E_ARTICLE, false},
    {E_ARTICLE, "ArticleTitle", E_TITLE, true},
    {E_ARTICLE, "AuthorList", E_AUTHORS, false},
    {E_AUTHORS, "Author", E_AUTHOR, false},
    {E_AUTHOR, "LastName", E_LAST, true},
    {E_AUTHOR, "CollectiveName", E_COLLECTIVE, true},
    {E_ARTICLE, "ELocationID", E_LOCATION, true},
    {E_ARTICLE, "Journal", E_JOURNAL, false},
    {E_JOURNAL, "JournalIssue", E_ISSUE, false},
    {E_ISSUE, "PubDate", E_DATE, false},
    {E_DATE, "Year", E_YEAR, true},
    {E_DATE, "MedlineDate", E_MEDLINE_DATE, true},
    {E_ARTICLE_SET, "PubmedData", E_DATA, false},
    {E_DATA, "ArticleIdList", E_IDS, false},
    {E_IDS, "ArticleId", E_ID, true},
};

typedef struct reading {
  pq_items *e;
  XML_Parser parser;
  element path[DEPTH_MOST];
  uint32_t depth;
  uint32_t text_depth; /* of the element whose text is taken; 0: none */
  bool doi;            /* the identifier that is read is one */
  pq_status status;
} reading;

static uint32_t line_of(const reading *d) {
  return (uint32_t)XML_GetCurrentLineNumber(d->parser);
}

static uint32_t column_of(const reading *d) {
  return (uint32_t)XML_GetCurrentColumnNumber(d->parser) + 1;
}

static void stop(reading *d, pq_status st) {
  if (!d->status) d->status = st;
  (void)XML_StopParser(d->parser, XML_FALSE);
}

static void refuse(reading *d, pq_status st, const char *text) {
  stop(d, pq_items_fail(d->e, st, line_of(d), column_of(d), text));
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

/* PubMed keeps a misspelled author, or a wrong DOI, beside the right one. */
static bool is_withdrawn(const char **attributes) {
  for (; attributes[0]; attributes += 2) {
    if (strcmp(attributes[0], "ValidYN") == 0) {
      return strcmp(attributes[1], "N") == 0;
    }
  }
  return false;
}

/* The year of a book is not the year that its chapters are cited by. */
static void tell_book(const reading *d) {
  const pq_note note = {
      .severity = PQ_NOTE_INFO,
      .code = "bibliography.book",
      .at = {d->e->at.file, line_of(d), column_of(d)},
      .text =
          PQ_LIT("a book of PubMed is not read; give it in another format")};
  (void)pq_tell(d->e->sink, &note);
}

/* What an element is, where it stands; NULL: nothing of ours. */
static const struct step *find_step(const reading *d, const char *name,
                                    const char **attributes) {
  const element in = d->depth ? d->path[d->depth - 1] : E_OTHER;
  if (d->depth && in == E_OTHER) return NULL;
  if (in == E_SET && strcmp(name, "PubmedBookArticle") == 0) tell_book(d);
  return is_withdrawn(attributes) ? NULL : step_of(in, name);
}

static void XMLCALL on_start(void *user, const char *name,
                             const char **attributes) {
  reading *const d = user;
  if (d->status) return;
  if (d->depth == DEPTH_MOST) {
    refuse(d, PQ_LIMIT, "elements are nested more than 64 deep");
    return;
  }
  const struct step *const step = find_step(d, name, attributes);
  if (!step && d->depth == 0) {
    refuse(d, PQ_BAD_SYNTAX,
           "the XML of PubMed is a PubmedArticleSet; other kinds of XML are not"
           " read");
    return;
  }
  d->path[d->depth++] = step ? step->is : E_OTHER;
  if (!step) return;
  if (step->is == E_ARTICLE_SET) {
    pq_item_begin(d->e, line_of(d), column_of(d));
  }
  if (!step->text) return;
  d->text_depth = d->depth;
  d->doi = says_doi(attributes);
  pq_buf_reset(&d->e->room);
}

static pq_status take_text(reading *d, element is) {
  const pq_view text = pq_view_trim(pq_buf_view(&d->e->room));
  if (d->e->room.status) return d->e->room.status;
  switch (is) {
  case E_PMID: return pq_item_set(d->e, PQ_ITEM_PMID, text);
  case E_TITLE: return pq_item_set(d->e, PQ_ITEM_TITLE, text);
  case E_LAST:
  case E_COLLECTIVE: return pq_item_author(d->e, text);
  case E_YEAR:
  case E_MEDLINE_DATE: return pq_item_set(d->e, PQ_ITEM_YEAR, text);
  case E_LOCATION:
  case E_ID: return d->doi ? pq_item_set(d->e, PQ_ITEM_DOI, text) : PQ_OK;
  default: return PQ_OK;
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
  if (!st && is == E_ARTICLE_SET) st = pq_item_end(d->e);
  if (st) stop(d, st);
  --d->depth;
}

static void XMLCALL on_text(void *user, const char *text, int n) {
  reading *const d = user;
  if (!d->text_depth || d->e->room.len > PQ_ITEM_TEXT_MOST) return;
  pq_buf_put(&d->e->room, (pq_view){text, (size_t)n});
}

/* "&uuml;" of a DTD that is not read: a name without it would be another one.
 */
static void XMLCALL on_skipped(void *user, const char *name, int is_parameter) {
  reading *const d = user;
  (void)name;
  if (is_parameter || !d->text_depth) return;
  pq_item_spoil(d->e, line_of(d), column_of(d),
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
      return pq_items_fail(d->e, PQ_BAD_SYNTAX, line_of(d), column_of(d),
                           XML_ErrorString(error));
    }
    if (end) break;
  }
  return PQ_OK;
}

static pq_status read_all(reading *d) {
  pq_status st = PQ_OK;
  pq_view some = {"", 0};
  while ((st = pq_inlet_some(d->e->in, &some)) == PQ_OK) {
    PQ_TRY(st, feed(d, some, false));
  }
  if (st != PQ_END) return st;
  return feed(d, PQ_LIT(""), true);
}

pq_status pq_pubmed_read(pq_items *e) {
  reading d = {.e = e, .parser = XML_ParserCreate(NULL)};
  if (!d.parser) return PQ_NO_MEM;
  XML_SetUserData(d.parser, &d);
  XML_SetElementHandler(d.parser, on_start, on_end);
  XML_SetCharacterDataHandler(d.parser, on_text);
  XML_SetStartDoctypeDeclHandler(d.parser, on_doctype);
  XML_SetSkippedEntityHandler(d.parser, on_skipped);
  const pq_status st = read_all(&d);
  XML_ParserFree(d.parser);
  return st;
}
