#include "read.h"

#include "article.h"
#include "front.h"
#include "given.h"
#include "jsonl.h"
#include "prose.h"
#include "sentence.h"

#include "base/inlet.h"
#include "base/utf8.h"

enum {
  LINE_MOST = 120
};

/* ---- bytes ---- */

static pq_place place_of(const pq_record *r, size_t at) {
  pq_place place = r->place;
  size_t begin = 0;
  if (!place.line) place.line = 1;
  for (size_t i = 0; i < at; ++i) {
    if (r->bytes.ptr[i] != '\n') continue;
    ++place.line;
    begin = i + 1;
  }
  const pq_view line = pq_view_skip(pq_view_head(r->bytes, at), begin);
  place.column = (uint32_t)pq_utf8_count(line) + 1;
  return place;
}

static pq_status check_bytes(const pq_record *r) {
  const size_t bad = pq_utf8_check(r->bytes);
  if (bad == r->bytes.len) return PQ_OK;
  const pq_place at = place_of(r, bad);
  const unsigned byte = (unsigned char)r->bytes.ptr[bad];
  if (pq_view_starts(r->bytes, PQ_LIT("\xFF\xFE")) ||
      pq_view_starts(r->bytes, PQ_LIT("\xFE\xFF"))) {
    return pq_fail(r->sink, PQ_BAD_ENCODING, "record.encoding", at,
                   "this is UTF-16; save the file as UTF-8");
  }
  if (!byte) {
    return pq_fail(r->sink, PQ_BAD_ENCODING, "record.encoding", at,
                   "a NUL byte at offset %zu; no text holds one", bad);
  }
  return pq_fail(r->sink, PQ_BAD_ENCODING, "record.encoding", at,
                 "not valid UTF-8 at byte offset %zu (0x%02X); save the file"
                 " as UTF-8",
                 bad, byte);
}

static pq_status take_bytes(pq_record *r, const pq_raw *raw) {
  pq_status st = PQ_OK;
  r->bytes = raw->bytes;
  if (raw->bytes.len > PQ_RECORD_MOST) {
    return pq_fail(r->sink, PQ_LIMIT, "record.too-long", r->place,
                   "a record may not be longer than %d MiB",
                   (int)(PQ_RECORD_MOST >> 20));
  }
  PQ_TRY(st, check_bytes(r));
  pq_digest_of(r->bytes, &r->digest);
  return PQ_OK;
}

/* ---- findings ---- */

static void tell_news(const pq_record *r, const char *code, pq_place at,
                      const char *text) {
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = code,
                        .at = at,
                        .record = r->stable_id,
                        .text = pq_view_of(text)};
  (void)pq_tell(r->sink, &note);
}

/* Many reactions have no name of their own: that is worth no warning. */
static void tell_missing(const pq_record *r) {
  if (!r->stable_id.len) {
    pq_warn(r->sink, "record.no-id", r->place,
            "no stable_id; the record's digest names it");
  }
  if (!r->species.len) {
    pq_warn(r->sink, "record.no-species", r->place,
            "no species; names are read as human");
  }
  if (!r->title.len) {
    tell_news(r, "record.no-title", r->place, "no display_name");
  }
}

static bool has_summary(const pq_record *r) {
  for (uint32_t i = 0; i < r->sentences.n; ++i) {
    if (r->sentences.at[i].part != PQ_PART_TITLE) return true;
  }
  return false;
}

static void tell_no_summary(const pq_record *r) {
  if (has_summary(r)) return;
  pq_warn(r->sink, "record.no-summary", r->place,
          "no summary; there is nothing to read");
}

/* ---- texts ---- */

static pq_status cut_title(pq_record *r, pq_text_id text, pq_span span) {
  const pq_block block = {
      .text = text, .part = PQ_PART_TITLE, .span = span, .whole = true};
  return pq_span_empty(span) ? PQ_OK : pq_sentence_cut(r, &block, NULL);
}

static pq_span whole(const pq_record *r, pq_text_id text) {
  return (pq_span){0, (uint32_t)r->texts.at[text].plain.bytes.len};
}

/* But for white space: YAML folds lines, Markdown need not. */
static bool same_words(pq_view a, pq_view b) {
  for (;;) {
    a = pq_view_trim(a);
    b = pq_view_trim(b);
    if (!a.len || !b.len) return a.len == b.len;
    if (a.ptr[0] != b.ptr[0]) return false;
    a = pq_view_skip(a, 1);
    b = pq_view_skip(b, 1);
  }
}

/* Where a byte of the plain text stands in the file. */
static uint32_t written_at(const pq_record *r, uint32_t at) {
  return pq_plain_written(&r->texts.at[0].plain, (pq_span){at, at}).begin;
}

static void tell_sections(const pq_record *r, const pq_front *front,
                          const pq_prose *p) {
  if (!p->summary && front->found && has_summary(r)) {
    pq_warn(r->sink, "record.no-heading", r->place,
            "no heading \"## Summary\"; all below the title is read as the"
            " summary");
  }
  if (p->unread) {
    tell_news(r, "record.section-unread", place_of(r, written_at(r, p->unread)),
              "only the section Summary is read");
  }
  if (p->listed && !r->has_references) {
    pq_warn(r->sink, "record.references-unread",
            place_of(r, written_at(r, p->listed)),
            "a section of references is not read; list them in the front"
            " matter, below a line \"references:\": \"- {pmid: 1, authors: A"
            " One, year: 2001}\"");
  }
  if (front->summary.len && p->summary && has_summary(r) &&
      !same_words(front->summary, pq_text_quote(&r->texts.at[0], p->body))) {
    tell_news(r, "record.two-summaries", r->place,
              "the summary in the front matter differs; the one below the"
              " heading is read");
  }
}

/* Title and summary as texts of their own. */
static pq_status read_fields(pq_record *r, pq_view summary,
                             const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  if (r->title.len) {
    PQ_TRY(st, pq_store_text(r, PQ_SOURCE_DISPLAY_NAME, r->title, &text));
    PQ_TRY(st, cut_title(r, text, whole(r, text)));
    r->title = pq_view_trim(r->texts.at[text].plain.bytes);
  }
  if (summary.len) {
    PQ_TRY(st, pq_store_text(r, PQ_SOURCE_SUMMARY, summary, &text));
    const pq_block block = {
        .text = text, .part = PQ_PART_SUMMARY, .span = whole(r, text)};
    PQ_TRY(st, pq_sentence_cut(r, &block, stops));
  }
  tell_no_summary(r);
  return PQ_OK;
}

/* The front matter alone has a summary: as YAML folds and unescapes it, it is
 * no stretch of the file, so the record is read as its JSON line would be. */
static pq_status read_front(pq_record *r, pq_view summary,
                            const pq_stops *stops) {
  tell_news(r, "record.front-summary", r->place,
            "no summary below the front matter; the one in it is read");
  r->texts.n = 0;
  r->sentences.n = 0;
  return read_fields(r, summary, stops);
}

static void tell_front(const pq_record *r, const pq_front *front) {
  if (front->found) {
    tell_missing(r);
  } else {
    pq_warn(r->sink, "record.no-front-matter", r->place,
            "no front matter: the record has no stable_id and no species;"
            " begin the file with lines \"---\", \"stable_id: ...\","
            " \"species: ...\", \"---\"");
  }
}

static pq_status read_markdown(pq_record *r, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  pq_front front = {0};
  PQ_TRY(st, pq_store_text(r, PQ_SOURCE_FILE, r->bytes, &text));
  PQ_TRY(st, pq_front_read(r, &front));
  PQ_TRY(st, pq_plain_text(r->arena, &r->title));
  const pq_plain *const plain = &r->texts.at[text].plain;
  const pq_prose p =
      pq_prose_find(plain->bytes, pq_plain_from(plain, front.end));
  if (!r->title.len) r->title = pq_span_text(plain->bytes, p.title);
  tell_front(r, &front);
  const pq_span title =
      pq_span_empty(p.title) ? pq_plain_span(plain, front.title) : p.title;
  PQ_TRY(st, cut_title(r, text, title));
  PQ_TRY(st, pq_prose_cut(r, text, p.body, stops));
  tell_sections(r, &front, &p);
  if (!has_summary(r) && front.summary.len) {
    return read_front(r, front.summary, stops);
  }
  tell_no_summary(r);
  return PQ_OK;
}

static pq_status read_jsonl(pq_record *r, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_view summary = {0};
  PQ_TRY(st, pq_jsonl_read(r, &summary));
  tell_missing(r);
  return read_fields(r, summary, stops);
}

static pq_status read_plain(pq_record *r, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  PQ_TRY(st, pq_store_text(r, PQ_SOURCE_FILE, r->bytes, &text));
  const pq_block block = {
      .text = text, .part = PQ_PART_SUMMARY, .span = whole(r, text)};
  return pq_sentence_cut(r, &block, stops);
}

/* Where lines are longer than people type them, each is a paragraph. */
static bool has_long_lines(pq_view text) {
  while (text.len) {
    if (pq_view_cut(&text, '\n').len > LINE_MOST) return true;
  }
  return false;
}

/* The first line by itself; then paragraphs, or lines where these are long. */
static pq_status read_titled(pq_record *r, const pq_stops *stops) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  PQ_TRY(st, pq_store_text(r, PQ_SOURCE_FILE, r->bytes, &text));
  const pq_view all = r->texts.at[text].plain.bytes;
  const bool by_line = has_long_lines(all);
  const uint32_t end = (uint32_t)all.len;
  pq_block block = {.text = text, .part = PQ_PART_SUMMARY};
  while (block.span.end < end) {
    const pq_view rest = pq_view_skip(all, block.span.end);
    const bool line = by_line || block.span.end == 0;
    const size_t n = line ? pq_view_find(rest, '\n') : rest.len;
    block.span.begin = block.span.end;
    block.span.end += (uint32_t)(n < rest.len ? n + 1 : n);
    PQ_TRY(st, pq_sentence_cut(r, &block, stops));
  }
  return PQ_OK;
}

static pq_status read_format(pq_record *r, const pq_raw *raw,
                             const pq_stops *stops) {
  switch (raw->format) {
  case PQ_RAW_MARKDOWN: return read_markdown(r, stops);
  case PQ_RAW_JSONL: return read_jsonl(r, stops);
  case PQ_RAW_PLAIN: return read_plain(r, stops);
  case PQ_RAW_TITLED: return read_titled(r, stops);
  case PQ_RAW_PUBMED: return pq_article_read(r, stops);
  }
  return PQ_INTERNAL;
}

pq_status pq_read_record(pq_record *r, const pq_raw *raw,
                         const pq_stops *stops) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_bytes(r, raw));
  PQ_TRY(st, read_format(r, raw, stops));
  return raw->has_given ? pq_given_read(r, raw->given, raw->given_file) : PQ_OK;
}
