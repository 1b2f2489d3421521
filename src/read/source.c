/* Files, folders, lists and standard input as one stream of raw records.
 *
 *   paths -> the next one: inlet -> form -+-> whole file: a record
 *                                         +-> each line: a record
 *                                         +-> each article: a record
 */
#include "articles.h"
#include "read.h"
#include "walk.h"

#include "base/alloc.h"
#include "base/inlet.h"

#include <errno.h>

enum {
  HEAD = 32 /* bytes that tell a form */
};

/* What of an input is a record. */
typedef enum unit {
  U_FILE,
  U_LINE,
  U_ARTICLE
} unit;

/* A way to keep records in files. */
typedef struct form {
  pq_view ending;
  pq_raw_format format;
  unit unit;
  pq_packing packing;
} form;

static const form forms[] = {
    {PQ_LIT_INIT(".md"), PQ_RAW_MARKDOWN, U_FILE, PQ_PACKED_NOT},
    {PQ_LIT_INIT(".txt"), PQ_RAW_MARKDOWN, U_FILE, PQ_PACKED_NOT},
    {PQ_LIT_INIT(".jsonl"), PQ_RAW_JSONL, U_LINE, PQ_PACKED_NOT},
    {PQ_LIT_INIT(".jsonl.gz"), PQ_RAW_JSONL, U_LINE, PQ_PACKED_GZIP},
    {PQ_LIT_INIT(".jsonl.zst"), PQ_RAW_JSONL, U_LINE, PQ_PACKED_ZSTD},
    {PQ_LIT_INIT(".xml"), PQ_RAW_PUBMED, U_ARTICLE, PQ_PACKED_NOT},
    {PQ_LIT_INIT(".xml.gz"), PQ_RAW_PUBMED, U_ARTICLE, PQ_PACKED_GZIP},
    {PQ_LIT_INIT(".xml.zst"), PQ_RAW_PUBMED, U_ARTICLE, PQ_PACKED_ZSTD},
};

static const form *form_of(pq_view name) {
  for (size_t i = 0; i < sizeof forms / sizeof *forms; ++i) {
    if (pq_view_ends(name, forms[i].ending)) return &forms[i];
  }
  return NULL;
}

static bool is_wanted(pq_view name) {
  return form_of(name);
}

struct pq_stream {
  pq_alloc *alloc;
  const pq_sink *sink;
  pq_arena arena;
  pq_paths paths;
  uint32_t next; /* in paths */
  bool plain;
  bool open;    /* the inlet has an input */
  form form;    /* of this input */
  pq_view name; /* of this input, as told */
  bool some;    /* it has given a record, or told why not */
  pq_inlet inlet;
  pq_articles articles; /* of this input, where it has such */
};

static pq_status add_inputs(pq_stream *s, const pq_inputs *inputs) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < inputs->n_paths; ++i) {
    PQ_TRY(st, pq_paths_add(&s->paths, pq_view_of(inputs->paths[i])));
  }
  if (inputs->files_from) {
    return pq_paths_add_list(&s->paths, inputs->files_from);
  }
  return inputs->n_paths ? PQ_OK : pq_paths_add(&s->paths, PQ_LIT("-"));
}

pq_status pq_stream_open(pq_alloc *alloc, const pq_inputs *inputs,
                         const pq_sink *sink, pq_stream **out) {
  if (!inputs || (inputs->n_paths && !inputs->paths)) return PQ_BAD_ARG;
  pq_stream *const s = pq_calloc(alloc, sizeof *s);
  if (!s) return PQ_NO_MEM;
  s->alloc = alloc;
  s->sink = sink;
  s->plain = inputs->plain;
  pq_arena_init(&s->arena, alloc, 0);
  pq_inlet_init(&s->inlet, alloc);
  s->paths = (pq_paths){.arena = &s->arena, .sink = sink, .wanted = is_wanted};
  const pq_status st = add_inputs(s, inputs);
  if (st) {
    pq_stream_close(s);
    return st;
  }
  *out = s;
  return PQ_OK;
}

void pq_stream_close(pq_stream *s) {
  if (!s) return;
  pq_inlet_clear(&s->inlet);
  pq_arena_clear(&s->arena);
  pq_free(s->alloc, s);
}

bool pq_stream_waits(const pq_stream *s) {
  if (!s->open || s->form.unit != U_ARTICLE) {
    return s->open && pq_inlet_waits(&s->inlet);
  }
  return !pq_articles_ready(&s->articles) && pq_inlet_is_dry(&s->inlet);
}

uint64_t pq_stream_total(const pq_stream *s) {
  for (uint32_t i = 0; i < s->paths.all.n; ++i) {
    const form *const f = form_of(s->paths.all.at[i].name);
    if (!f || f->unit != U_FILE) return 0;
  }
  return s->paths.all.n;
}

/* ---- opening the next input ---- */

static pq_place here(const pq_stream *s, uint32_t line) {
  return (pq_place){.file = s->name, .line = line};
}

static pq_status tell_packed(const pq_stream *s) {
  if (pq_inlet_is_wide(&s->inlet)) {
    return pq_fail(s->sink, PQ_BAD_READ, "input.zstd", here(s, 0),
                   "packed with a window of over 64 MiB (--long, --ultra);"
                   " unpack it first: zstd -dc --long=31 FILE | pathquill ...");
  }
  const bool zstd = s->inlet.zstd;
  return pq_fail(s->sink, PQ_BAD_READ, zstd ? "input.zstd" : "input.gzip",
                 here(s, 0),
                 "the %s data are damaged or cut off; records from here on are"
                 " not read",
                 zstd ? "zstd" : "gzip");
}

/* Before the input is shut. */
static pq_status tell_unread(const pq_stream *s, pq_status st, int error) {
  if (st == PQ_BAD_SYNTAX) return tell_packed(s);
  if (st != PQ_BAD_READ) return st;
  return pq_fail(s->sink, st, "input.unreadable", here(s, 0),
                 "cannot be read: %s", pq_file_why(error));
}

/* The first bytes behind white space and a byte order mark. */
static pq_status peek(pq_stream *s, pq_view *out) {
  pq_status st = PQ_OK;
  char first = '\0';
  pq_view all = {"", 0};
  PQ_TRY(st, pq_inlet_peek(&s->inlet, &first));
  const size_t at = pq_view_find(pq_buf_view(&s->inlet.hold), first);
  PQ_TRY(st, pq_inlet_ahead(&s->inlet, at + HEAD, &all));
  *out = pq_view_skip(all, at);
  return PQ_OK;
}

/* What the name does not tell, the first bytes do. */
static pq_status sniff(pq_stream *s, form *out) {
  pq_status st = PQ_OK;
  pq_view head = {"", 0};
  const pq_packing packing = pq_inlet_packing(&s->inlet);
  if (packing) out->packing = packing;
  if (s->inlet.hold.len) PQ_TRY(st, pq_inlet_unpack(&s->inlet, out->packing));
  if (out->ending.len || s->plain) return PQ_OK;
  PQ_TRY(st, peek(s, &head));
  if (pq_view_starts(head, PQ_LIT("{"))) {
    out->unit = U_LINE;
    out->format = PQ_RAW_JSONL;
  } else if (pq_articles_begin(head)) {
    out->unit = U_ARTICLE;
    out->format = PQ_RAW_PUBMED;
  }
  return PQ_OK;
}

static pq_status open_inlet(pq_stream *s, const pq_path *path) {
  pq_status st = PQ_OK;
  const bool input = pq_view_same(path->name, PQ_LIT("-"));
  const form *const known = input ? NULL : form_of(path->name);
  form found = {{"", 0}, PQ_RAW_MARKDOWN, U_FILE, PQ_PACKED_NOT};
  if (known) found = *known;
  s->name = input ? PQ_LIT("(standard input)") : path->name;
  if (path->error) {
    errno = path->error;
    return PQ_BAD_READ;
  }
  PQ_TRY(st,
         pq_inlet_open(&s->inlet, input ? NULL : path->name.ptr, path->trust));
  PQ_TRY(st, sniff(s, &found));
  if (s->plain && found.unit == U_FILE) found.format = PQ_RAW_PLAIN;
  s->form = found;
  s->articles = (pq_articles){.in = &s->inlet,
                              .sink = s->sink,
                              .file = s->name,
                              .other_is_fine = path->trust == PQ_FILE_FOUND};
  return PQ_OK;
}

static pq_status open_next(pq_stream *s) {
  if (s->next == s->paths.all.n) return PQ_END;
  s->some = false;
  const pq_status st = open_inlet(s, &s->paths.all.at[s->next++]);
  s->open = !st;
  if (!st) return PQ_OK;
  const pq_status told = tell_unread(s, st, errno);
  pq_inlet_shut(&s->inlet);
  return told;
}

/* ---- records ---- */

static bool is_blank(pq_view bytes) {
  return pq_view_trim(bytes).len == 0;
}

static void end_input(pq_stream *s) {
  if (!s->some) {
    pq_warn(s->sink, "input.empty", here(s, 1),
            "the input is empty; no record was read");
  }
  pq_inlet_shut(&s->inlet);
  s->open = false;
}

static pq_status too_long(pq_stream *s, uint32_t line, const char *what) {
  s->some = true;
  return pq_fail(s->sink, PQ_LIMIT, "input.too-long", here(s, line),
                 "%s is longer than %d MiB and is skipped", what,
                 (int)(PQ_RECORD_MOST >> 20));
}

static void give(pq_stream *s, pq_view bytes, uint32_t line, pq_raw *out) {
  s->some = true;
  *out = (pq_raw){
      .bytes = bytes, .format = s->form.format, .place = here(s, line)};
}

/* PQ_END: this input has no more. */
static pq_status next_line(pq_stream *s, pq_raw *out) {
  for (;;) {
    pq_view line = {"", 0};
    uint32_t number = 0;
    const pq_status st = pq_inlet_line(&s->inlet, &line, &number);
    if (st == PQ_LIMIT) return too_long(s, number, "this line");
    if (st) return st;
    if (is_blank(line)) continue;
    give(s, line, number, out);
    return PQ_OK;
  }
}

static pq_status next_article(pq_stream *s, pq_raw *out) {
  pq_view bytes = {"", 0};
  uint32_t line = 0;
  const pq_status st = pq_articles_next(&s->articles, &bytes, &line);
  if (s->articles.told || (st == PQ_END && s->articles.news)) s->some = true;
  if (!st) give(s, bytes, line, out);
  return st;
}

static pq_status next_file(pq_stream *s, pq_raw *out) {
  pq_view all = {"", 0};
  if (s->some) return PQ_END;
  const pq_status st = pq_inlet_whole(&s->inlet, &all);
  if (st == PQ_LIMIT) return too_long(s, 1, "this file");
  if (st) return st;
  pq_view rest = all;
  if (pq_view_starts(all, PQ_LIT("\xEF\xBB\xBF"))) rest = pq_view_skip(all, 3);
  if (is_blank(rest)) return PQ_END;
  give(s, all, 1, out);
  return PQ_OK;
}

static pq_status next_record(pq_stream *s, pq_raw *out) {
  switch (s->form.unit) {
  case U_FILE: return next_file(s, out);
  case U_LINE: return next_line(s, out);
  case U_ARTICLE: return next_article(s, out);
  }
  return PQ_INTERNAL;
}

/* Is it no fault of the whole input's? */
static bool goes_on(const pq_stream *s, pq_status st) {
  return st == PQ_OK || st == PQ_LIMIT ||
         (s->form.unit == U_ARTICLE && s->articles.told);
}

pq_status pq_stream_next(pq_stream *s, pq_raw *out) {
  pq_status st = PQ_OK;
  for (;;) {
    if (!s->open) PQ_TRY(st, open_next(s));
    st = next_record(s, out);
    if (goes_on(s, st)) return st;
    if (st != PQ_END) {
      s->some = true;
      st = tell_unread(s, st, errno);
      end_input(s);
      return st;
    }
    end_input(s);
  }
}
