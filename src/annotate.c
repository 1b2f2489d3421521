/* pq_annotate: texts -> standoff annotation, a file beside its name for each.
 *
 *   in/a.txt + in/a.a1 -> desk -> out/a.a2      given entities
 *   in/a.txt           -> desk -> out/a.ann     entities of its own
 */
#include "folder.h"
#include "run.h"

#include "base/inlet.h"
#include "base/note.h"
#include "write/standoff.h"

#include <errno.h>

typedef struct annotator {
  const pq_engine *engine;
  const pq_annotate_options *options;
  const pq_sink *sink;
  pq_folder folder;
  pq_scheme scheme; /* PQ_N_SCHEMES: as the given entities tell */
  pq_arena arena;   /* names that were written */
  PQ_VEC(pq_view) names;
  pq_inlet inlet;
  pq_buf path, name, bytes;
} annotator;

/* ---- names of files ---- */

static pq_view without_ending(pq_view path) {
  static const pq_view endings[] = {PQ_LIT_INIT(".txt"), PQ_LIT_INIT(".md")};
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; ++i) {
    if (pq_view_ends(path, endings[i]) && path.len > endings[i].len) {
      return pq_view_head(path, path.len - endings[i].len);
    }
  }
  return path;
}

static pq_view last_of(pq_view path) {
  size_t i = path.len;
  while (i > 0 && path.ptr[i - 1] != '/') {
    --i;
  }
  return pq_view_skip(path, i);
}

static void set_path(pq_buf *b, pq_view head, const char *ending) {
  pq_buf_reset(b);
  pq_buf_put(b, head);
  pq_buf_text(b, ending);
  pq_buf_char(b, '\0');
}

/* Two texts of one name would be written to one file. */
static pq_status keep_name(annotator *a, pq_view name, pq_place at) {
  pq_status st = PQ_OK;
  uint32_t low = 0;
  uint32_t high = a->names.n;
  while (low < high) {
    const uint32_t mid = (low + high) / 2;
    if (pq_view_order(a->names.at[mid], name) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (low < a->names.n && pq_view_same(a->names.at[low], name)) {
    return pq_fail(a->sink, PQ_BAD_READ, "annotate.same-name", at,
                   "a text of this name is annotated already; it is left out");
  }
  pq_view kept;
  PQ_TRY(st, pq_arena_copy(&a->arena, name, &kept));
  PQ_PUSH(&a->arena, &a->names, kept);
  for (uint32_t i = a->names.n - 1; i > low; --i) {
    a->names.at[i] = a->names.at[i - 1];
  }
  a->names.at[low] = kept;
  return PQ_OK;
}

/* ---- one text ---- */

static pq_status read_given(annotator *a, pq_raw *raw) {
  set_path(&a->path, without_ending(raw->place.file), ".a1");
  if (a->path.status) return a->path.status;
  pq_view bytes = {"", 0};
  raw->given_file = pq_view_head(pq_buf_view(&a->path), a->path.len - 1);
  pq_inlet_shut(&a->inlet);
  pq_status st = pq_inlet_open(&a->inlet, a->path.ptr, PQ_FILE_NAMED);
  const int error = errno;
  if (!st) st = pq_inlet_whole(&a->inlet, &bytes);
  if (st == PQ_BAD_READ) {
    return pq_fail(a->sink, st, "given.unreadable",
                   (pq_place){.file = raw->given_file},
                   "the given entities cannot be read: %s", pq_file_why(error));
  }
  if (st) {
    return pq_fail(a->sink, st, "given.unreadable",
                   (pq_place){.file = raw->given_file},
                   "the given entities cannot be read: %s", pq_status_text(st));
  }
  raw->given = bytes;
  raw->has_given = true;
  return PQ_OK;
}

static pq_status prepare(void *user, pq_raw *raw) {
  pq_status st = PQ_OK;
  annotator *const a = user;
  const pq_view name = last_of(without_ending(raw->place.file));
  if (raw->format == PQ_RAW_JSONL || raw->format == PQ_RAW_PUBMED ||
      pq_view_starts(name, PQ_LIT("("))) {
    return pq_fail(a->sink, PQ_BAD_READ, "annotate.no-file", raw->place,
                   "a text to annotate is a file of its own, .txt");
  }
  set_path(&a->name, name, a->options->given ? ".a2" : ".ann");
  if (a->name.status) return a->name.status;
  if (a->name.len > PQ_FILE_NAME_MOST) {
    return pq_fail(a->sink, PQ_LIMIT, "annotate.long-name", raw->place,
                   "the name of the file is too long");
  }
  PQ_TRY(st, keep_name(a, name, raw->place));
  raw->format = PQ_RAW_TITLED;
  return a->options->given ? read_given(a, raw) : PQ_OK;
}

static pq_status annotate(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  annotator *const a = user;
  const pq_scheme scheme =
      a->scheme < PQ_N_SCHEMES ? a->scheme : pq_scheme_of_given(&desk->record);
  pq_buf_reset(&a->bytes);
  PQ_TRY(st, pq_write_standoff(&desk->record, scheme, &a->bytes));
  return pq_folder_put(&a->folder, a->name.ptr, pq_buf_view(&a->bytes));
}

/* ---- the run ---- */

static pq_status start(annotator *a) {
  pq_status st = PQ_OK;
  const pq_annotate_options *const o = a->options;
  if (o->scheme) {
    a->scheme = pq_scheme_named(pq_view_of(o->scheme));
    if (a->scheme == PQ_N_SCHEMES) {
      return pq_fail(a->sink, PQ_BAD_ARG, "scheme.unknown", (pq_place){0},
                     "no such scheme: %s", o->scheme);
    }
  }
  PQ_TRY(st,
         pq_folder_open(o->folder ? o->folder : "out", a->sink, &a->folder));
  return PQ_OK;
}

const char *pq_scheme_name_at(size_t index) {
  const pq_view name = pq_scheme_name(index);
  return name.len ? name.ptr : NULL;
}

pq_status pq_annotate(pq_engine *engine, const pq_inputs *inputs,
                      const pq_annotate_options *options, const pq_sink *sink,
                      pq_tally *tally) {
  static const pq_annotate_options usual = {0};
  if (!engine || !pq_inputs_are_sound(inputs)) return PQ_BAD_ARG;
  annotator a = {.engine = engine,
                 .options = options ? options : &usual,
                 .sink = sink,
                 .folder = {.fd = -1},
                 .scheme = PQ_N_SCHEMES};
  pq_buf *const bufs[] = {&a.path, &a.name, &a.bytes};
  for (size_t i = 0; i < 3; ++i) {
    pq_buf_init(bufs[i], engine->alloc);
  }
  pq_arena_init(&a.arena, engine->alloc, 0);
  pq_inlet_init(&a.inlet, engine->alloc);
  pq_inputs plain = *inputs;
  plain.plain = true;
  pq_status st = start(&a);
  const pq_visit visit = {.user = &a,
                          .prepare = prepare,
                          .record = annotate,
                          .happenings = true,
                          .bodies = pq_scheme_marks_bodies(a.scheme)};
  if (!st) st = pq_run_each(engine, &plain, sink, &visit, tally);
  pq_folder_close(&a.folder);
  pq_inlet_clear(&a.inlet);
  pq_arena_clear(&a.arena);
  for (size_t i = 0; i < 3; ++i) {
    pq_buf_clear(bufs[i]);
  }
  return st;
}
