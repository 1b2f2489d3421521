#include "article.h"

#include "field.h"
#include "person.h"
#include "pubmed.h"
#include "sentence.h"

#include "base/inlet.h"

/* An article in the making. */
typedef struct article {
  pq_record *r;
  pq_view pmid, doi, title, year;
  PQ_VEC(pq_view) surnames;
  PQ_VEC(pq_view) names; /* with initials */
  bool others, review, retracted;
  pq_status spoilt;
  pq_view label; /* of the next part */
  PQ_VEC(pq_block) blocks;
  pq_buf summary;
} article;

/* ---- what is wrong ---- */

/* Lines of the XML count from that of the record; so do the columns of all but
 * the first. */
static pq_status fail(void *user, pq_status st, pq_pubmed_place at,
                      const char *text) {
  const article *const a = user;
  pq_place place = a->r->place;
  if (!place.line) place.line = 1;
  place.column = at.line > 1 ? at.column : 0;
  place.line += at.line - 1;
  return pq_fail(a->r->sink, st, "article.syntax", place,
                 "broken XML: %s; the article is left out", text);
}

static void spoil(void *user, pq_pubmed_place at, const char *text) {
  article *const a = user;
  if (!a->spoilt) a->spoilt = fail(user, PQ_BAD_SYNTAX, at, text);
}

static void tell_news(const pq_record *r, const char *code, const char *text) {
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = code,
                        .at = r->place,
                        .record = r->stable_id,
                        .text = pq_view_of(text)};
  (void)pq_tell(r->sink, &note);
}

/* ---- parts ---- */

static pq_status begin(void *user, pq_pubmed_place at) {
  (void)user;
  (void)at;
  return PQ_OK;
}

/* The first one counts. */
static pq_status set(const article *a, pq_view text, pq_view *field) {
  return field->len ? PQ_OK : pq_arena_copy(a->r->arena, text, field);
}

static pq_status take_author(article *a, pq_view text) {
  pq_status st = PQ_OK;
  pq_view name = {"", 0};
  PQ_TRY(st, pq_arena_line(a->r->arena, text, &name));
  PQ_PUSH(a->r->arena, &a->surnames, name);
  PQ_PUSH(a->r->arena, &a->names, name);
  return PQ_OK;
}

/* "Smith" is "Smith JA" in a list. */
static pq_status take_initials(article *a, pq_view text) {
  if (!a->names.n || !text.len) return PQ_OK;
  pq_view *const last = &a->names.at[a->names.n - 1];
  const pq_view parts[] = {*last, PQ_LIT(" "), text};
  return pq_arena_join(a->r->arena, parts, 3, last);
}

static pq_status take_label(article *a, pq_view text) {
  const pq_view none = {"", 0};
  text = pq_view_trim(text);
  a->label = none; /* PubMed's word for none */
  if (pq_view_alike(text, PQ_LIT("UNLABELLED"))) return PQ_OK;
  return pq_arena_line(a->r->arena, text, &a->label);
}

static pq_status put_block(article *a, pq_part part, pq_view text) {
  pq_block block = {.part = part, .whole = part == PQ_PART_HEADING};
  block.span.begin = (uint32_t)a->summary.len;
  pq_buf_put(&a->summary, text);
  block.span.end = (uint32_t)a->summary.len;
  PQ_PUSH(a->r->arena, &a->blocks, block);
  return a->summary.status;
}

static pq_status take_abstract(article *a, pq_view text) {
  pq_status st = PQ_OK;
  if (!text.len) return PQ_OK;
  if (a->summary.len) pq_buf_text(&a->summary, "\n\n");
  if (a->label.len) {
    PQ_TRY(st, put_block(a, PQ_PART_HEADING, a->label));
    pq_buf_char(&a->summary, '\n');
  }
  return put_block(a, PQ_PART_SUMMARY, text);
}

static void take_type(article *a, pq_view text) {
  a->review = a->review || pq_view_alike(text, PQ_LIT("Review")) ||
              pq_view_alike(text, PQ_LIT("Systematic Review"));
  a->retracted =
      a->retracted || pq_view_alike(text, PQ_LIT("Retracted Publication"));
}

static pq_status take(void *user, pq_pubmed_part part, pq_view text) {
  article *const a = user;
  switch (part) {
  case PQ_PUBMED_PMID: return set(a, text, &a->pmid);
  case PQ_PUBMED_DOI: return set(a, text, &a->doi);
  case PQ_PUBMED_TITLE: return set(a, text, &a->title);
  case PQ_PUBMED_YEAR: return set(a, pq_field_year(text), &a->year);
  case PQ_PUBMED_AUTHOR: return take_author(a, text);
  case PQ_PUBMED_INITIALS: return take_initials(a, text);
  case PQ_PUBMED_LABEL: return take_label(a, text);
  case PQ_PUBMED_ABSTRACT: return take_abstract(a, text);
  case PQ_PUBMED_OTHERS: a->others = true; return PQ_OK;
  case PQ_PUBMED_TYPE: take_type(a, text); return PQ_OK;
  }
  return PQ_INTERNAL;
}

static pq_status end(void *user) {
  const article *const a = user;
  return a->spoilt;
}

/* ---- the record ---- */

/* As other texts cite it: both of two authors, or the first one. */
static pq_work work_of(const article *a) {
  pq_work work = {.year = pq_person_year(a->year, NULL)};
  const bool two = a->surnames.n == 2 && !a->others;
  work.et_al = a->others || a->surnames.n > 2;
  work.n_authors = two ? 2 : a->surnames.n > 0;
  for (uint32_t i = 0; i < work.n_authors; ++i) {
    work.authors[i] = a->surnames.at[i];
  }
  return work;
}

static pq_status make_paper(article *a) {
  static const char *const codes[] = {"article.pmid", "article.doi"};
  pq_status st = PQ_OK;
  pq_record *const r = a->r;
  pq_paper *const paper = pq_arena_take(r->arena, sizeof *paper);
  if (!paper) return r->arena->status;
  *paper = (pq_paper){.work = work_of(a),
                      .reference = {.pmid = a->pmid,
                                    .doi = a->doi,
                                    .title = r->title,
                                    .year = a->year},
                      .role = a->review ? PQ_ROLE_REVIEW : PQ_ROLE_PRIMARY};
  PQ_TRY(st, pq_field_authors(r->arena, a->names.at, a->names.n,
                              &paper->reference.authors));
  PQ_TRY(st,
         pq_field_ids(r->arena, r->sink, r->place, codes, &paper->reference));
  if (paper->reference.pmid.len) r->paper = paper;
  return PQ_OK;
}

static pq_status name_record(pq_record *r) {
  if (!r->paper) {
    pq_warn(r->sink, "record.no-id", r->place,
            "no PMID; the record's digest names it, and it is no paper that its"
            " claims could cite");
    return PQ_OK;
  }
  if (!r->paper->work.year) {
    tell_news(r, "article.no-year", "no year; its claims do not cite it");
  }
  const pq_view parts[] = {PQ_LIT("PMID:"), r->paper->reference.pmid};
  return pq_arena_join(r->arena, parts, 2, &r->stable_id);
}

static pq_status cut_title(article *a, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_block block = {.part = PQ_PART_TITLE, .whole = true};
  if (!a->title.len) return PQ_OK;
  PQ_TRY(st,
         pq_store_text(a->r, PQ_SOURCE_DISPLAY_NAME, a->title, &block.text));
  block.span.end = (uint32_t)a->r->texts.at[block.text].plain.bytes.len;
  return pq_sentence_cut(a->r, &block, stops);
}

static pq_status cut_summary(article *a, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_view summary = {"", 0};
  pq_text_id text = 0;
  if (!a->summary.len) {
    tell_news(a->r, "record.no-summary", "no abstract; only the title is read");
    return PQ_OK;
  }
  PQ_TRY(st, pq_arena_copy(a->r->arena, pq_buf_view(&a->summary), &summary));
  PQ_TRY(st, pq_store_text(a->r, PQ_SOURCE_SUMMARY, summary, &text));
  for (uint32_t i = 0; i < a->blocks.n; ++i) {
    a->blocks.at[i].text = text;
    a->blocks.at[i].span =
        pq_plain_span(&a->r->texts.at[text].plain, a->blocks.at[i].span);
    PQ_TRY(st, pq_sentence_cut(a->r, &a->blocks.at[i], stops));
  }
  return PQ_OK;
}

static pq_status fill(article *a, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_view title = a->title;
  PQ_TRY(st, pq_plain_text(a->r->arena, &title));
  PQ_TRY(st, pq_arena_line(a->r->arena, title, &a->r->title));
  PQ_TRY(st, make_paper(a));
  PQ_TRY(st, name_record(a->r));
  if (a->retracted) {
    pq_warn(a->r->sink, "article.retracted", a->r->place,
            "the paper was retracted; what it claims is read all the same");
  }
  PQ_TRY(st, cut_title(a, stops));
  return cut_summary(a, stops);
}

pq_status pq_article_read(pq_record *r, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_buf room;
  article a = {.r = r,
               .pmid = PQ_LIT_INIT(""),
               .doi = PQ_LIT_INIT(""),
               .title = PQ_LIT_INIT(""),
               .year = PQ_LIT_INIT(""),
               .label = PQ_LIT_INIT("")};
  const pq_pubmed_taker to = {.user = &a,
                              .wants_all = true,
                              .most = PQ_RECORD_MOST,
                              .room = &room,
                              .begin = begin,
                              .take = take,
                              .end = end,
                              .spoil = spoil,
                              .fail = fail};
  pq_buf_init(&room, r->arena->alloc);
  pq_buf_init(&a.summary, r->arena->alloc);
  st = pq_pubmed_article(&to, r->bytes);
  if (!st) st = fill(&a, stops);
  pq_buf_clear(&room);
  pq_buf_clear(&a.summary);
  return st;
}
