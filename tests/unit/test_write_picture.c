#include "test_write_chance.h"

#include "base/child.h"
#include "write/easel.h"
#include "write/picture.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static pq_buf view_of(const sample *s, pq_plan_view view) {
  pq_buf b;
  pq_buf_init(&b, NULL);
  assert_int_equal(pq_write_view(&s->graph, view, &b), PQ_OK);
  return b;
}

static pq_buf dot_of(const sample *s) {
  return view_of(s, PQ_PLAN_CARD);
}

/* ---- is it XML? ---- */

static bool is_name(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || c == ':' || c == '-' || c == '_';
}

/* Entities that XML knows by itself. */
static bool good_entity(pq_view at) {
  static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    if (pq_view_starts(at, pq_view_of(names[i]))) return true;
  }
  return false;
}

/* Tags nest, attributes are quoted, entities are known, no control is there. */
static void check_xml(pq_view xml) {
  pq_view open[64];
  size_t depth = 0;
  for (size_t i = 0; i < xml.len; ++i) {
    const unsigned char c = (unsigned char)xml.ptr[i];
    assert_true(c >= 0x20 || c == '\n' || c == '\t');
    if (c == '&') assert_true(good_entity(pq_view_skip(xml, i)));
    if (c != '<' || xml.ptr[i + 1] == '?') continue;
    const bool close = xml.ptr[i + 1] == '/';
    const size_t from = i + 1 + close;
    size_t end = from;
    while (end < xml.len && is_name(xml.ptr[end])) {
      ++end;
    }
    const pq_view name = {xml.ptr + from, end - from};
    assert_true(name.len > 0);
    bool quoted = false;
    for (i = end; i < xml.len && (quoted || xml.ptr[i] != '>'); ++i) {
      if (xml.ptr[i] == '"') quoted = !quoted;
      assert_true(xml.ptr[i] != '<');
    }
    assert_true(i < xml.len);
    if (close) {
      assert_true(depth > 0 && pq_view_same(open[depth - 1], name));
      --depth;
    } else if (xml.ptr[i - 1] != '/') {
      assert_true(depth < 64);
      open[depth++] = name;
    }
  }
  assert_int_equal(depth, 0);
}

/* ---- the easel ---- */

typedef struct heard {
  uint32_t n;
  char code[32];
} heard;

static void hear(void *user, const pq_note *note) {
  heard *const h = user;
  ++h->n;
  (void)snprintf(h->code, sizeof h->code, "%s", note->code);
}

static pq_easel *open_easel(heard *h, pq_sink *sink, uint32_t milliseconds) {
  static const size_t bytes = (size_t)1024 * 1024 * 1024;
  static pq_easel_limits limits; /* the easel's process has a copy */
  limits = (pq_easel_limits){milliseconds, bytes, 3};
  pq_easel *easel = NULL;
  *h = (heard){0};
  *sink = (pq_sink){h, hear};
  assert_int_equal(pq_easel_start(NULL, sink, &limits, &easel), PQ_OK);
  return easel;
}

static void test_svg(void **state) {
  void (*const records[])(sample *) = {sample_seed, sample_nfat, sample_sncaip,
                                       sample_nasty, sample_bare};
  (void)state;
  heard h;
  pq_sink sink;
  pq_easel *const easel = open_easel(&h, &sink, 10000);
  for (size_t i = 0; i < 3 * (sizeof records / sizeof records[0]); ++i) {
    sample s;
    pq_buf svg[2];
    records[i / 3](&s);
    pq_buf dot = view_of(&s, (pq_plan_view)(i % 3));
    for (int k = 0; k < 2; ++k) {
      pq_buf_init(&svg[k], NULL);
      assert_int_equal(
          pq_easel_draw(easel, pq_buf_view(&dot), PQ_LIT("svg"), &svg[k]),
          PQ_OK);
      check_xml(pq_buf_view(&svg[k]));
    }
    assert_int_equal(svg[0].len, svg[1].len);
    assert_memory_equal(svg[0].ptr, svg[1].ptr, svg[0].len);
    pq_buf_clear(&svg[0]);
    pq_buf_clear(&svg[1]);
    pq_buf_clear(&dot);
    pq_arena_clear(&s.arena);
  }
  assert_int_equal(h.n, 0);
  pq_easel_close(easel);
}

/* Easels side by side draw the same; whichever closes first, none waits for
 * another, though each was born holding the lines of those before it. */
static void test_side_by_side(void **state) {
  enum {
    EASELS = 3
  };
  (void)state;
  for (uint32_t first = 0; first < EASELS; ++first) {
    heard h;
    pq_sink sink;
    pq_buf svg[EASELS];
    pq_easel *easels[EASELS] = {open_easel(&h, &sink, 10000)};
    for (uint32_t i = 1; i < EASELS; ++i) {
      assert_int_equal(pq_easel_beside(NULL, easels, i, &easels[i]), PQ_OK);
      pq_easel_hear(easels[i], &sink);
    }
    for (uint32_t i = 0; i < EASELS; ++i) {
      pq_buf_init(&svg[i], NULL);
      assert_int_equal(pq_easel_draw(easels[i], PQ_LIT("digraph { a -> b }"),
                                     PQ_LIT("svg"), &svg[i]),
                       PQ_OK);
      assert_true(pq_view_same(pq_buf_view(&svg[i]), pq_buf_view(&svg[0])));
    }
    for (uint32_t i = 0; i < EASELS; ++i) {
      pq_easel_close(easels[(first + i) % EASELS]);
    }
    for (uint32_t i = 0; i < EASELS; ++i) {
      pq_buf_clear(&svg[i]);
    }
    assert_int_equal(h.n, 0);
  }
}

static size_t find(pq_view text, const char *part) {
  const size_t n = strlen(part);
  for (size_t i = 0; i + n <= text.len; ++i) {
    if (memcmp(text.ptr + i, part, n) == 0) return i;
  }
  return text.len;
}

static void test_png_and_pdf(void **state) {
  (void)state;
  heard h;
  pq_sink sink;
  sample s;
  pq_buf out;
  pq_easel *const easel = open_easel(&h, &sink, 10000);
  sample_seed(&s);
  pq_buf dot = dot_of(&s);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_easel_draw(easel, pq_buf_view(&dot), PQ_LIT("png"), &out),
                   PQ_OK);
  assert_true(pq_view_starts(pq_buf_view(&out), PQ_LIT("\x89PNG")));
  pq_buf_reset(&out);
  assert_int_equal(pq_easel_draw(easel, pq_buf_view(&dot), PQ_LIT("pdf"), &out),
                   PQ_OK);
  const pq_view pdf = pq_buf_view(&out);
  assert_true(pq_view_starts(pdf, PQ_LIT("%PDF")));
  assert_true(find(pdf, "/CreationDate (D:20000101000000") < pdf.len);
  pq_buf_clear(&out);
  pq_buf_clear(&dot);
  pq_arena_clear(&s.arena);
  pq_easel_close(easel);
}

/* What cannot be drawn costs a finding, and the next picture is drawn. */
static void check_trouble(pq_easel *easel, heard *h, pq_view dot,
                          const char *code) {
  pq_buf out;
  pq_buf_init(&out, NULL);
  h->n = 0;
  assert_int_equal(pq_easel_draw(easel, dot, PQ_LIT("svg"), &out), PQ_LIMIT);
  assert_int_equal(h->n, 1);
  assert_string_equal(h->code, code);
  assert_int_equal(out.len, 0);
  assert_int_equal(
      pq_easel_draw(easel, PQ_LIT("digraph { a -> b }"), PQ_LIT("svg"), &out),
      PQ_OK);
  assert_true(out.len > 0);
  assert_int_equal(h->n, 1);
  pq_buf_clear(&out);
}

static void test_no_drawing(void **state) {
  (void)state;
  heard h;
  pq_sink sink;
  pq_buf many;
  pq_easel *const easel = open_easel(&h, &sink, 10000);
  check_trouble(easel, &h, PQ_LIT("digraph { a -> "), "picture.no-dot");
  check_trouble(easel, &h, PQ_LIT(""), "picture.no-dot");
  pq_buf_init(&many, NULL);
  pq_buf_text(&many, "digraph {");
  for (unsigned i = 0; i <= PQ_SCENE_NODES_MOST; ++i) {
    pq_buf_format(&many, " n%u;", i);
  }
  pq_buf_text(&many, "}");
  check_trouble(easel, &h, pq_buf_view(&many), "picture.too-large");
  pq_buf_clear(&many);
  pq_easel_close(easel);
}

/* A tangle that takes Graphviz minutes: its child is killed. */
static void test_too_slow(void **state) {
  (void)state;
  heard h;
  pq_sink sink;
  pq_buf tangle;
  uint64_t lots = 7;
  pq_easel *const easel = open_easel(&h, &sink, 3000);
  pq_buf_init(&tangle, NULL);
  pq_buf_text(&tangle, "digraph {");
  for (unsigned i = 0; i < 9000; ++i) {
    const unsigned a = draw_lot(&lots, 900);
    const unsigned b = draw_lot(&lots, 900);
    pq_buf_format(&tangle, " n%u -> n%u;", a < b ? a : b, a < b ? b : a);
  }
  pq_buf_text(&tangle, "}");
  check_trouble(easel, &h, pq_buf_view(&tangle), "picture.time");
  pq_buf_clear(&tangle);
  pq_easel_close(easel);
}

/* The first child of a process, or 0. */
static int child_of(int pid) {
  char path[80];
  int child = 0;
  (void)snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
  FILE *const f = fopen(path, "r");
  if (!f) return 0;
  char line[32] = "";
  if (fgets(line, sizeof line, f)) child = (int)strtol(line, NULL, 10);
  (void)fclose(f);
  return child;
}

/* A worker that dies between pictures costs none; the easel's own process, all
 * that follow, with one finding. */
static void test_killed(void **state) {
  (void)state;
  heard h;
  pq_sink sink;
  pq_buf out;
  const pq_view dot = PQ_LIT("digraph { a }");
  pq_easel *const easel = open_easel(&h, &sink, 10000);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_easel_draw(easel, dot, PQ_LIT("svg"), &out), PQ_OK);
  const int keeper = child_of(getpid());
  const int worker = keeper ? child_of(keeper) : 0;
  if (!worker) skip(); /* no such files here */
  assert_int_equal(kill(worker, SIGKILL), 0);
  assert_int_equal(pq_easel_draw(easel, dot, PQ_LIT("svg"), &out), PQ_OK);
  assert_int_equal(h.n, 0);
  assert_int_equal(kill(keeper, SIGKILL), 0);
  assert_int_equal(pq_easel_draw(easel, dot, PQ_LIT("svg"), &out), PQ_LIMIT);
  assert_int_equal(pq_easel_draw(easel, dot, PQ_LIT("svg"), &out), PQ_LIMIT);
  assert_int_equal(h.n, 1);
  assert_string_equal(h.code, "picture.lost");
  pq_buf_clear(&out);
  pq_easel_close(easel);
}

/* ---- nothing stands on anything ---- */

static bool overlap(pq_scene_rect a, pq_scene_rect b) {
  const double slack = 0.5;
  return a.left + slack < b.right && b.left + slack < a.right &&
         a.bottom + slack < b.top && b.bottom + slack < a.top;
}

static uint32_t count_overlaps(const pq_scene *s) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const a = &s->nodes.at[i];
    if (a->hidden) continue;
    for (uint32_t k = 1; k < i; ++k) {
      const pq_scene_node *const b = &s->nodes.at[k];
      n += !b->hidden && overlap(pq_scene_rect_of(a), pq_scene_rect_of(b));
    }
    for (uint32_t k = 1; k < s->boxes.n; ++k) {
      n += a->box != k && overlap(pq_scene_rect_of(a), s->boxes.at[k].rect);
    }
  }
  return n;
}

static pq_scene_point along(const pq_scene_point *c, double t) {
  const double u = 1 - t;
  const double b[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
  pq_scene_point p = {0, 0};
  for (int i = 0; i < 4; ++i) {
    p.x += b[i] * c[i].x;
    p.y += b[i] * c[i].y;
  }
  return p;
}

static bool is_own(const pq_scene *s, const pq_scene_arc *a, uint32_t node) {
  const uint32_t first = a->way.at[0];
  const uint32_t last = a->way.at[a->way.n - 1];
  const uint32_t box = s->nodes.at[node].box;
  return node == first || node == last ||
         (box &&
          (box == s->nodes.at[first].box || box == s->nodes.at[last].box));
}

static bool runs_through(const pq_scene *s, const pq_scene_arc *a,
                         uint32_t node) {
  const pq_scene_rect r = pq_scene_rect_of(&s->nodes.at[node]);
  for (uint32_t i = 0; i + 3 < a->curve.n; i += 3) {
    for (int k = 0; k <= 16; ++k) {
      const pq_scene_point p = along(&a->curve.at[i], k / 16.0);
      if (p.x > r.left && p.x < r.right && p.y > r.bottom && p.y < r.top) {
        return true;
      }
    }
  }
  return false;
}

static uint32_t count_through(const pq_scene *s) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    const pq_scene_arc *const a = &s->arcs.at[i];
    for (uint32_t k = 1; k < s->nodes.n; ++k) {
      if (s->nodes.at[k].hidden || is_own(s, a, k)) continue;
      n += runs_through(s, a, k);
    }
  }
  return n;
}

/* What is wrong with the places of one card. */
typedef struct faults {
  uint32_t failed, overlaps, through;
} faults;

static faults look_at(pq_painter *painter, sample *s, pq_plan_view view) {
  pq_arena arena;
  pq_scene scene;
  faults f = {0, 0, 0};
  pq_buf dot = view_of(s, view);
  pq_arena_init(&arena, NULL, 0);
  if (pq_painter_place(painter, &arena, pq_buf_view(&dot), &scene)) {
    f.failed = 1;
  } else {
    f.overlaps = count_overlaps(&scene);
    f.through = count_through(&scene);
  }
  pq_arena_clear(&arena);
  pq_buf_clear(&dot);
  pq_arena_clear(&s->arena);
  return f;
}

enum {
  N_RANDOM = 100,
  ARCS_MOST = 5
};

/* Graphviz keeps memory for the life of a process, so this is a child's work:
 * three cards that people might write, and many of chance. */
static void look_at_all(void *user, int line) {
  void (*const records[])(sample *) = {sample_seed, sample_nfat, sample_sncaip};
  faults all[3 + N_RANDOM];
  pq_painter *painter = NULL;
  sample s;
  const pq_plan_view view = *(const pq_plan_view *)user;
  if (pq_painter_open(&painter) || !pq_painter_has_fonts(painter)) return;
  for (size_t i = 0; i < 3; ++i) {
    records[i](&s);
    all[i] = look_at(painter, &s, view);
  }
  for (size_t i = 0; i < N_RANDOM; ++i) {
    sample_random(&s, i + 1);
    all[3 + i] = look_at(painter, &s, view);
  }
  const pq_view bytes = {(const char *)all, sizeof all};
  if (pq_line_send(line, 0, bytes)) return;
}

/* Records of chance are denser than what people write: nodes never overlap,
 * and few arcs find no way. */
static void check_places(pq_plan_view view) {
  const pq_child_limits none = {0, 0};
  faults all[3 + N_RANDOM];
  pq_child child = {0, -1};
  pq_buf bytes;
  uint32_t number = 0;
  uint32_t bad = 0;
  pq_buf_init(&bytes, NULL);
  assert_int_equal(pq_child_start(&child, &none, look_at_all, &view, -1),
                   PQ_OK);
  assert_int_equal(pq_line_receive(child.line, 60000, &number, &bytes), PQ_OK);
  pq_child_finish(&child);
  assert_int_equal(bytes.len, sizeof all);
  memcpy(all, bytes.ptr, sizeof all);
  pq_buf_clear(&bytes);
  for (size_t i = 0; i < 3 + N_RANDOM; ++i) {
    if (all[i].failed || all[i].overlaps) {
      fail_msg("nodes of drawing %u overlap", (unsigned)i);
    }
    if (all[i].through) {
      print_message("arcs of %d/%u\n", (int)view, (unsigned)i);
    }
    if (i < 3) assert_int_equal(all[i].through, 0);
    bad += all[i].through > 0;
  }
  assert_true(bad <= ARCS_MOST);
}

static void test_places(void **state) {
  (void)state;
  for (int view = 0; view < PQ_N_PLAN_VIEWS; ++view) {
    check_places((pq_plan_view)view);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_svg),         cmocka_unit_test(test_side_by_side),
      cmocka_unit_test(test_png_and_pdf), cmocka_unit_test(test_no_drawing),
      cmocka_unit_test(test_too_slow),    cmocka_unit_test(test_killed),
      cmocka_unit_test(test_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
