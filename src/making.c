#include "making.h"

#include "web_run.h"

#include "base/note.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum {
  NAME_ROOM = PQ_STEM_MOST + 16 /* and the ending of any type */
};

static void hear_easel(void *user, const pq_note *note) {
  const pq_making *const m = user;
  pq_note told = *note;
  told.record = m->key->id;
  told.at = (pq_place){.file = m->key->file, .line = m->key->line};
  (void)pq_tell(&m->told.sink, &told);
}

void pq_making_open(pq_making *m, const pq_wants *wants) {
  pq_alloc *const alloc = wants->engine->alloc;
  *m = (pq_making){.wants = wants, .folder = *wants->folder};
  pq_arena_init(&m->arena, alloc, 0); /* a record has its own limit */
  pq_told_open(&m->told, &m->arena);
  m->pictures = (pq_sink){.user = m, .note = hear_easel};
  m->folder.sink = &m->told.sink;
  if (wants->pages) m->pages = *wants->pages;
  m->pages.sink = &m->told.sink;
  pq_desk_open(&m->desk, wants->engine, &m->told.sink);
  pq_buf_init(&m->raw, alloc);
  pq_buf_init(&m->bytes, alloc);
  pq_buf_init(&m->dot, alloc);
  pq_buf_init(&m->svg, alloc);
  pq_buf_init(&m->quads, alloc);
}

void pq_making_close(pq_making *m) {
  pq_desk_close(&m->desk);
  pq_arena_clear(&m->arena);
  pq_buf_clear(&m->raw);
  pq_buf_clear(&m->bytes);
  pq_buf_clear(&m->dot);
  pq_buf_clear(&m->svg);
  pq_buf_clear(&m->quads);
}

static void begin(pq_making *m, pq_easel *easel, pq_spellings *spellings) {
  pq_arena_reset(&m->arena);
  pq_told_reset(&m->told);
  pq_buf_reset(&m->dot);
  pq_buf_reset(&m->svg);
  pq_buf_reset(&m->quads);
  m->easel = easel;
  m->desk.lent = spellings;
  m->drawn = m->lost = false;
  if (easel) pq_easel_hear(easel, &m->pictures);
}

static pq_status fetch(pq_making *m, pq_raw *raw) {
  pq_status st = PQ_OK;
  const pq_key *const key = m->key;
  pq_buf_reset(&m->raw);
  PQ_TRY(st, pq_buf_reserve(&m->raw, (size_t)key->len + 1));
  while (m->raw.len < key->len) {
    const ssize_t n =
        pread(m->wants->scratch, m->raw.ptr + m->raw.len, key->len - m->raw.len,
              (off_t)(key->at + m->raw.len));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      return pq_fail(&m->told.sink, PQ_BAD_WRITE, "output.scratch",
                     (pq_place){0}, "the kept records cannot be read again");
    }
    m->raw.len += (size_t)n;
  }
  *raw = (pq_raw){.bytes = pq_buf_view(&m->raw),
                  .format = key->format,
                  .place = {.file = key->file, .line = key->line}};
  return PQ_OK;
}

/* ---- pictures ---- */

static pq_status draw(pq_making *m, pq_view format, pq_buf *out) {
  pq_status st = PQ_OK;
  if (!m->dot.len) PQ_TRY(st, pq_write_dot(&m->desk.graph, &m->dot));
  if (m->dot.status) return m->dot.status;
  return pq_easel_draw(m->easel, pq_buf_view(&m->dot), format, out);
}

/* Draw the SVG, once; without one it stays empty. */
static pq_status draw_svg(pq_making *m) {
  if (m->drawn) return PQ_OK;
  m->drawn = true;
  const pq_status st = draw(m, PQ_LIT("svg"), &m->svg);
  if (st) pq_buf_reset(&m->svg);
  return st == PQ_LIMIT ? PQ_OK : st;
}

static pq_status draw_type(pq_making *m, pq_view format) {
  pq_status st = PQ_OK;
  if (!pq_view_same(format, PQ_LIT("svg"))) return draw(m, format, &m->bytes);
  PQ_TRY(st, draw_svg(m));
  pq_buf_put(&m->bytes, pq_buf_view(&m->svg));
  return m->svg.len ? PQ_OK : PQ_LIMIT;
}

/* ---- files ---- */

/* The bytes of one file.  A record without a picture is no failure: the easel
 * told why. */
static pq_status make_bytes(pq_making *m, const pq_writer *type, bool *none) {
  pq_buf_reset(&m->bytes);
  *none = false;
  if (type->kind == PQ_WRITER_PICTURE || type->kind == PQ_WRITER_MAP) {
    const pq_status st =
        type->kind == PQ_WRITER_MAP
            ? pq_write_sbgn(&m->desk.graph, m->easel, &m->bytes)
            : draw_type(m, pq_view_of(type->name));
    *none = st == PQ_LIMIT;
    return *none ? PQ_OK : st;
  }
  if (type->write == pq_write_nquads) { /* they are there for graph.nq */
    pq_buf_put(&m->bytes, pq_buf_view(&m->quads));
    return PQ_OK;
  }
  return type->write(&m->desk.graph, &m->bytes);
}

static void name_file(const pq_making *m, const pq_writer *type,
                      char name[NAME_ROOM]) {
  const size_t n = pq_key_stem(m->key, name);
  (void)snprintf(name + n, NAME_ROOM - n, "%s", type->ending);
}

static pq_status make_file(pq_making *m, const pq_writer *type) {
  pq_status st = PQ_OK;
  bool none = false;
  char name[NAME_ROOM];
  name_file(m, type, name);
  PQ_TRY(st, make_bytes(m, type, &none));
  if (m->bytes.status) return m->bytes.status;
  if (none) {
    pq_folder_drop(&m->folder, name); /* an old one would tell old news */
    return PQ_OK;
  }
  return pq_folder_put(&m->folder, name, pq_buf_view(&m->bytes));
}

/* Those whose writers want to be alone, or all others. */
static pq_status make_files(pq_making *m, bool alone) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < m->wants->n_types; ++i) {
    const pq_writer *const type = m->wants->types[i];
    if (type->kind == PQ_WRITER_RUN || type->alone != alone) continue;
    PQ_TRY(st, make_file(m, type));
  }
  return PQ_OK;
}

static pq_status make_page(pq_making *m) {
  pq_status st = PQ_OK;
  char stem[PQ_STEM_MOST];
  const size_t n = pq_key_stem(m->key, stem);
  if (!m->wants->pages) return PQ_OK;
  PQ_TRY(st, draw_svg(m));
  return pq_web_run_page(&m->pages, &m->desk.graph, (pq_view){stem, n},
                         pq_buf_view(&m->svg), &m->bytes);
}

static pq_status make(pq_making *m, const pq_raw *raw) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_desk_run(&m->desk, raw));
  PQ_TRY(st, pq_write_nquads(&m->desk.graph, &m->quads));
  if (m->quads.status) return m->quads.status;
  PQ_TRY(st, make_files(m, false));
  return make_page(m);
}

void pq_making_run(pq_making *m, pq_easel *easel, pq_spellings *spellings) {
  pq_raw raw = {0};
  begin(m, easel, spellings);
  m->status = fetch(m, &raw);
  m->lost = m->status != PQ_OK;
  if (!m->lost) m->status = make(m, &raw);
}

pq_status pq_making_rest(pq_making *m) {
  return make_files(m, true);
}

void pq_making_drop(const pq_making *m) {
  char name[NAME_ROOM];
  for (size_t i = 0; i < m->wants->n_types; ++i) {
    const pq_writer *const type = m->wants->types[i];
    if (type->kind == PQ_WRITER_RUN) continue;
    name_file(m, type, name);
    pq_folder_drop(&m->folder, name);
  }
}
