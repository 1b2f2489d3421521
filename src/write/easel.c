#include "easel.h"

#include "picture.h"

#include "base/alloc.h"
#include "base/child.h"
#include "base/note.h"

#include <unistd.h>

struct pq_easel {
  pq_alloc *alloc;
  const pq_sink *sink;
  pq_child child;
  bool greeted; /* it has said that it is ready, or why not */
  bool lost;    /* the easel itself is gone, and that was told */
};

static const pq_easel_limits usual = {.milliseconds = 10 * 1000,
                                      .bytes = (size_t)1024 * 1024 * 1024,
                                      .pictures = 50};

/* What a reply says. */
enum {
  DRAWN,
  NO_DRAWING, /* no DOT of ours */
  TOO_LARGE,
  FAILED, /* Graphviz, or memory */
  CRASHED,
  TOO_SLOW,
  NO_FONTS, /* also what the easel says at first */
  SMALL     /* drawn, but letters are below six points */
};

/* ---- the worker: DOT in, picture out ---- */

typedef struct studio {
  const pq_easel_limits *limits;
  pq_painter *painter; /* opened by the easel, warm */
  pq_child worker;
  uint32_t n_drawn;        /* by this worker */
  int line;                /* to the caller */
  pq_easel *const *others; /* whose lines are not ours to hold */
  uint32_t n_others;
} studio;

static uint32_t answer_of(const pq_painter *painter, pq_status st) {
  switch (st) {
  case PQ_OK: return pq_painter_was_small(painter) ? SMALL : DRAWN;
  case PQ_BAD_SYNTAX: return NO_DRAWING;
  case PQ_LIMIT: return TOO_LARGE;
  default: return FAILED;
  }
}

/* A request is the format, a LF and DOT. */
static uint32_t draw_request(const studio *s, pq_view request, pq_buf *out) {
  pq_view rest = request;
  const pq_view format = pq_view_cut(&rest, '\n');
  pq_buf_reset(out);
  const pq_status st = pq_painter_draw(s->painter, rest, format, out);
  if (st) pq_buf_reset(out);
  return answer_of(s->painter, st);
}

static void work(void *user, int line) {
  const studio *const s = user;
  pq_buf in;
  pq_buf out;
  uint32_t number = 0;
  pq_buf_init(&in, NULL);
  pq_buf_init(&out, NULL);
  while (!pq_line_receive(line, 0, &number, &in)) {
    const uint32_t answer = draw_request(s, pq_buf_view(&in), &out);
    if (pq_line_send(line, answer, pq_buf_view(&out))) break;
    pq_buf_reset(&in);
  }
  pq_buf_clear(&in);
  pq_buf_clear(&out);
}

/* ---- the easel: keeps a worker, and ends one that does not answer ---- */

static pq_status hire(studio *s) {
  /* processor time of all pictures: a second belt */
  const uint32_t seconds =
      (s->limits->milliseconds / 1000 + 1) * s->limits->pictures;
  const pq_child_limits limits = {s->limits->bytes, seconds};
  if (s->worker.pid && s->n_drawn < s->limits->pictures) return PQ_OK;
  pq_child_finish(&s->worker);
  s->n_drawn = 0;
  return pq_child_start(&s->worker, &limits, work, s, s->line);
}

static uint32_t ask_worker(studio *s, pq_view request, pq_buf *out) {
  uint32_t answer = FAILED;
  pq_buf_reset(out);
  if (hire(s)) return FAILED;
  ++s->n_drawn;
  pq_status st = pq_line_send(s->worker.line, 0, request);
  if (!st) {
    st = pq_line_receive(s->worker.line, s->limits->milliseconds, &answer, out);
  }
  if (!st) return answer;
  pq_child_kill(&s->worker);
  pq_buf_reset(out);
  return st == PQ_LIMIT ? TOO_SLOW : CRASHED;
}

/* What crashed after other pictures may be their fault: once more, alone. */
static uint32_t serve(studio *s, pq_view request, pq_buf *out) {
  const bool fresh = !s->worker.pid || s->n_drawn == s->limits->pictures;
  const uint32_t answer = ask_worker(s, request, out);
  return answer == CRASHED && !fresh ? ask_worker(s, request, out) : answer;
}

/* Without fonts Graphviz may even abort, so a child looks first. */
static void look_for_fonts(void *user, int line) {
  pq_painter *painter = NULL;
  bool found = false;
  (void)user;
  if (!pq_painter_open(&painter)) found = pq_painter_has_fonts(painter);
  if (pq_line_send(line, found ? DRAWN : NO_FONTS, PQ_LIT(""))) return;
}

static uint32_t check_fonts(const studio *s) {
  const pq_child_limits limits = {s->limits->bytes, 0};
  pq_child child = {0, -1};
  pq_buf none;
  uint32_t answer = NO_FONTS;
  pq_buf_init(&none, NULL);
  if (pq_child_start(&child, &limits, look_for_fonts, NULL, s->line)) {
    return NO_FONTS;
  }
  if (pq_line_receive(child.line, usual.milliseconds, &answer, &none)) {
    answer = NO_FONTS;
  }
  pq_child_kill(&child);
  pq_buf_clear(&none);
  return answer;
}

/* Workers are forked from a painter that is warm.  Pango looks for fonts in
 * threads, which go on when the first picture has what it needs. */
static uint32_t open_studio(studio *s) {
  const uint32_t state = check_fonts(s);
  if (state != DRAWN) return state;
  if (pq_painter_open(&s->painter)) return FAILED;
  (void)pq_child_alone(usual.milliseconds);
  return DRAWN;
}

static void keep_studio(void *user, int line) {
  studio *const s = user;
  pq_buf in;
  pq_buf out;
  uint32_t number = 0;
  s->line = line;
  for (uint32_t i = 0; i < s->n_others; ++i) {
    (void)close(s->others[i]->child.line);
  }
  pq_buf_init(&in, NULL);
  pq_buf_init(&out, NULL);
  const uint32_t state = open_studio(s);
  if (pq_line_send(line, state, PQ_LIT(""))) return;
  while (!pq_line_receive(line, 0, &number, &in)) {
    const uint32_t answer =
        state == DRAWN ? serve(s, pq_buf_view(&in), &out) : state;
    if (pq_line_send(line, answer, pq_buf_view(&out))) break;
    pq_buf_reset(&in);
    pq_buf_reset(&out);
  }
  pq_child_finish(&s->worker);
  pq_painter_close(s->painter);
  pq_buf_clear(&in);
  pq_buf_clear(&out);
}

/* ---- the caller ---- */

static pq_status lose(pq_easel *easel) {
  easel->lost = true;
  return pq_fail(easel->sink, PQ_LIMIT, "picture.lost", (pq_place){0},
                 "the process that draws is gone: no more pictures");
}

/* Wait until the process is warm.  One that says nothing must not answer the
 * first request later. */
static uint32_t greet(pq_easel *easel) {
  pq_buf none;
  uint32_t state = FAILED;
  easel->greeted = true;
  pq_buf_init(&none, easel->alloc);
  const pq_status st =
      pq_line_receive(easel->child.line, 3 * usual.milliseconds, &state, &none);
  pq_buf_clear(&none);
  if (st) {
    pq_child_kill(&easel->child);
    (void)lose(easel);
  }
  return state;
}

/* Start the process of an easel; `s` is copied by that. */
static pq_status start(pq_alloc *alloc, studio *s, pq_easel **out) {
  const pq_child_limits none = {0, 0};
  pq_easel *const easel = pq_calloc(alloc, sizeof *easel);
  if (!easel) return PQ_NO_MEM;
  *easel = (pq_easel){.alloc = alloc, .child = {0, -1}};
  const pq_status st = pq_child_start(&easel->child, &none, keep_studio, s, -1);
  if (st) {
    pq_free(alloc, easel);
    return st;
  }
  *out = easel;
  return PQ_OK;
}

pq_status pq_easel_start(pq_alloc *alloc, const pq_sink *sink,
                         const pq_easel_limits *limits, pq_easel **out) {
  studio s = {.limits = limits, .worker = {0, -1}};
  const pq_status st = start(alloc, &s, out);
  if (st == PQ_NO_MEM) return st;
  if (st) {
    return pq_fail(sink, st, "picture.no-process", (pq_place){0},
                   "no process can be started that draws");
  }
  pq_easel_hear(*out, sink);
  if (greet(*out) == NO_FONTS) {
    pq_warn(sink, "picture.no-fonts", (pq_place){0},
            "no font is found, so no picture can be drawn: install "
            "fonts-liberation2, fonts-dejavu-core and fontconfig");
  }
  return PQ_OK;
}

pq_status pq_easel_beside(pq_alloc *alloc, pq_easel *const *others, uint32_t n,
                          pq_easel **out) {
  studio s = {
      .limits = &usual, .worker = {0, -1}, .others = others, .n_others = n};
  return start(alloc, &s, out);
}

void pq_easel_hear(pq_easel *easel, const pq_sink *sink) {
  easel->sink = sink;
}

pq_status pq_easel_open(pq_alloc *alloc, const pq_sink *sink, pq_easel **out) {
  return pq_easel_start(alloc, sink, &usual, out);
}

static const struct {
  const char *code, *text;
} troubles[] = {
    [DRAWN] = {"", ""},
    [NO_DRAWING] = {"picture.no-dot", "the drawing cannot be read"},
    [TOO_LARGE] = {"picture.too-large",
                   "too many nodes (over 1,000 of a record, 5,000 of an "
                   "overview): there is DOT, but no picture"},
    [FAILED] = {"picture.failed", "the picture could not be drawn"},
    [CRASHED] = {"picture.crash",
                 "the drawing process crashed or ran out of memory"},
    [TOO_SLOW] = {"picture.time", "the picture took too long and was given up"},
    [NO_FONTS] = {"picture.no-fonts", "no picture without fonts"},
};

/* A reply that could not be taken whole would be taken for the next one. */
static pq_status hear_reply(pq_easel *easel, uint32_t *answer, pq_buf *out) {
  const pq_status st = pq_line_receive(easel->child.line, 0, answer, out);
  if (st == PQ_NO_MEM) pq_child_kill(&easel->child);
  easel->lost = st == PQ_NO_MEM;
  return st;
}

static pq_status ask(pq_easel *easel, pq_view dot, pq_view format,
                     uint32_t *answer, pq_buf *out) {
  pq_buf request;
  pq_buf_init(&request, easel->alloc);
  pq_buf_put(&request, format);
  pq_buf_char(&request, '\n');
  pq_buf_put(&request, dot);
  pq_status st = request.status;
  if (!st) st = pq_line_send(easel->child.line, 0, pq_buf_view(&request));
  pq_buf_clear(&request);
  return st ? st : hear_reply(easel, answer, out);
}

pq_status pq_easel_draw(pq_easel *easel, pq_view dot, pq_view format,
                        pq_buf *out) {
  enum {
    KNOWN = sizeof troubles / sizeof troubles[0]
  };
  uint32_t answer = FAILED;
  if (!easel->greeted) (void)greet(easel);
  if (easel->lost) return PQ_LIMIT;
  const pq_status st = ask(easel, dot, format, &answer, out);
  if (st == PQ_NO_MEM) return st;
  if (st) return lose(easel);
  if (answer == DRAWN) return PQ_OK;
  if (answer == SMALL) {
    pq_warn(easel->sink, "picture.small", (pq_place){0},
            "at this width letters are smaller than 6 points");
    return PQ_OK;
  }
  if (answer >= KNOWN) answer = FAILED;
  return pq_fail(easel->sink, PQ_LIMIT, troubles[answer].code, (pq_place){0},
                 "%s", troubles[answer].text);
}

void pq_easel_close(pq_easel *easel) {
  if (!easel) return;
  pq_child_finish(&easel->child);
  pq_free(easel->alloc, easel);
}
