#include "plain.h"

#include "plain_part.h"

#include "base/utf8.h"
#include "base/vec.h"

enum {
  SCRIPT_MOST = 80 /* bytes of what is written higher, at most */
};

typedef PQ_VEC(pq_seam) seams;

/* A plain text in the making. */
typedef struct maker {
  pq_arena *arena;
  pq_view text; /* as written */
  size_t at;    /* up to here it is done */
  char *out;    /* no plain text is longer than the written one */
  size_t n;
  seams seams;
  size_t link_at, link_to; /* behind a link's words: what is left out; 0: no */
  size_t bracket_at;       /* the end of "3-" in "PO4(3-)"; 0: none */
} maker;

/* ---- making ---- */

static pq_status seam(maker *m, size_t before, size_t after) {
  const pq_seam made = {(uint32_t)m->n, (uint32_t)before, (uint32_t)after};
  const uint32_t n = m->seams.n;
  if (n && m->seams.at[n - 1].plain == made.plain) {
    m->seams.at[n - 1].after = made.after;
    return PQ_OK;
  }
  PQ_PUSH(m->arena, &m->seams, made);
  return PQ_OK;
}

static pq_status drop(maker *m, size_t len) {
  const size_t from = m->at;
  m->at += len;
  return seam(m, from, m->at);
}

static void copy(maker *m, size_t len) {
  memcpy(m->out + m->n, m->text.ptr + m->at, len);
  m->n += len;
  m->at += len;
}

/* The next `len` bytes are this; 0: it is not written at all. */
static pq_status put(maker *m, pq_view plain, size_t len) {
  pq_status st = PQ_OK;
  PQ_TRY(st, seam(m, m->at, m->at));
  memcpy(m->out + m->n, plain.ptr, plain.len);
  m->n += plain.len;
  m->at += len;
  return seam(m, m->at, m->at);
}

static pq_view rest_of(const maker *m) {
  return pq_view_skip(m->text, m->at);
}

/* ---- higher and lower ---- */

/* A line or minus, as "-". */
static bool is_dash(uint32_t code) {
  return code == 0x2212 || (code >= 0x2010 && code <= 0x2014);
}

/* What a script says, without marks of its own; less if it is long. */
static pq_view script_text(pq_view raw, char *room) {
  size_t n = 0;
  for (size_t at = 0; at < raw.len && n + 4 <= SCRIPT_MOST;) {
    size_t len = 0;
    pq_view within;
    const pq_view rest = pq_view_skip(raw, at);
    if (pq_plain_tag(rest, &len, &within) != PQ_TAG_NONE) {
      at += len;
      continue;
    }
    uint32_t code = pq_plain_entity(rest, &len);
    if (code) {
      at += len;
    } else {
      code = pq_utf8_next(raw, &at);
    }
    n += pq_utf8_put(is_dash(code) ? '-' : code, room + n);
  }
  return pq_view_trim((pq_view){room, n});
}

/* `script` stands higher or lower, from here to `end`; behind it `behind`
 * begins.  `*gone`: it was left out. */
static pq_status place(maker *m, bool upper, pq_view script, size_t end,
                       size_t behind, bool *gone) {
  const pq_view before = {m->out, m->n};
  const pq_script how =
      upper ? pq_plain_higher(before, script, pq_view_skip(m->text, behind))
            : pq_plain_lower(before, script);
  *gone = how == PQ_SCRIPT_DROP;
  switch (how) {
  case PQ_SCRIPT_GLUE: return PQ_OK;
  case PQ_SCRIPT_DROP: return drop(m, behind - m->at);
  case PQ_SCRIPT_JOIN: return put(m, PQ_LIT("-"), 0);
  case PQ_SCRIPT_PART: return put(m, PQ_LIT(" "), 0);
  case PQ_SCRIPT_POWER: return put(m, PQ_LIT("^"), 0);
  case PQ_SCRIPT_BRACKET: m->bracket_at = end; return put(m, PQ_LIT("("), 0);
  }
  return PQ_INTERNAL;
}

/* "<sup>", `len` bytes; `within` stands up to its end. */
static pq_status script_tag(maker *m, bool upper, size_t len, pq_view within) {
  pq_status st = PQ_OK;
  char room[SCRIPT_MOST];
  size_t close = 0;
  pq_view none;
  bool gone = false;
  const size_t end = m->at + len + within.len;
  (void)pq_plain_tag(pq_view_skip(m->text, end), &close, &none);
  PQ_TRY(st,
         place(m, upper, script_text(within, room), end, end + close, &gone));
  return gone ? PQ_OK : drop(m, len);
}

static char script_at(pq_view text, size_t *at, bool *upper) {
  if (*at >= text.len || (unsigned char)text.ptr[*at] < 0x80) return '\0';
  return pq_plain_script(pq_utf8_next(text, at), upper);
}

/* "²⁺", "₂": characters that are all higher, or all lower. */
typedef struct run {
  char text[SCRIPT_MOST]; /* one byte for each of them */
  size_t n, end;
  bool upper;
} run;

/* "¹²,¹³", "¹², ¹³", "¹²–¹⁴": these marks have no small form. */
static void add_joint(run *r, pq_view text) {
  size_t next = r->end;
  bool upper = false;
  if (!r->upper || next >= text.len) return;
  const uint32_t code = pq_utf8_next(text, &next);
  if (code != ',' && code != '/' && !is_dash(code)) return;
  size_t digit = next;
  const bool space = code == ',' && next < text.len && text.ptr[next] == ' ';
  digit += space;
  if (!script_at(text, &digit, &upper) || !upper) return;
  r->text[r->n++] = "-,/"[code == ',' ? 1 : code == '/' ? 2 : 0];
  if (space) r->text[r->n++] = ' ';
  r->end = next + space;
}

static void read_run(run *r, pq_view text) {
  while (r->n + 3 < SCRIPT_MOST) {
    size_t next = r->end;
    bool upper = false;
    const char c = script_at(text, &next, &upper);
    if (!c || (r->n && upper != r->upper)) return;
    r->upper = upper;
    r->text[r->n++] = c;
    r->end = next;
    add_joint(r, text);
  }
}

static pq_status take_run(maker *m, bool *done) {
  pq_status st = PQ_OK;
  bool gone = false;
  run r = {.end = m->at};
  read_run(&r, m->text);
  *done = r.n > 0;
  if (!r.n) return PQ_OK;
  PQ_TRY(st, place(m, r.upper, (pq_view){r.text, r.n}, r.end, r.end, &gone));
  for (size_t i = 0; i < r.n && !gone; ++i) {
    size_t next = m->at;
    (void)pq_utf8_next(m->text, &next);
    PQ_TRY(st, put(m, (pq_view){r.text + i, 1}, next - m->at));
  }
  if (m->bracket_at) PQ_TRY(st, put(m, PQ_LIT(")"), 0));
  m->bracket_at = 0;
  return PQ_OK;
}

/* ---- marks ---- */

static pq_status take_tag(maker *m, bool *done) {
  pq_status st = PQ_OK;
  size_t len = 0;
  pq_view within = {"", 0};
  const pq_tag tag = pq_plain_tag(rest_of(m), &len, &within);
  *done = tag != PQ_TAG_NONE;
  switch (tag) {
  case PQ_TAG_NONE: return PQ_OK;
  case PQ_TAG_LOOK: return drop(m, len);
  case PQ_TAG_BREAK:
    PQ_TRY(st, put(m, PQ_LIT("\n"), 0));
    PQ_TRY(st, put(m, PQ_LIT("\n"), 0));
    return drop(m, len);
  case PQ_TAG_LOWER:
  case PQ_TAG_UPPER: return script_tag(m, tag == PQ_TAG_UPPER, len, within);
  }
  return PQ_INTERNAL;
}

/* A soft hyphen, a space without width: nothing at all. */
static bool is_nothing(uint32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 ||
         code == 0xFEFF;
}

static pq_status take_entity(maker *m, bool *done) {
  size_t len = 0;
  char room[4];
  bool upper = false;
  const uint32_t code = pq_plain_entity(rest_of(m), &len);
  *done = code != 0;
  if (!code) return PQ_OK;
  if (is_nothing(code)) return drop(m, len);
  const char script = pq_plain_script(code, &upper);
  const size_t n = pq_utf8_put(code, room);
  const pq_view plain = script ? (pq_view){&script, 1} : (pq_view){room, n};
  if (!script) return put(m, plain, len);
  pq_status st = PQ_OK;
  bool gone = false;
  PQ_TRY(st, place(m, upper, plain, 0, m->at + len, &gone));
  m->bracket_at = 0;
  return gone ? PQ_OK : put(m, plain, len);
}

/* Does the text so far end within brackets? */
static bool is_bracketed(pq_view text) {
  enum {
    FAR = 200
  };
  for (size_t i = 0; i < FAR && i < text.len; ++i) {
    const char c = text.ptr[text.len - 1 - i];
    if (c == '(' || c == ')') return c == '(';
  }
  return false;
}

static pq_status take_link(maker *m, bool *done) {
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  size_t end = 0;
  const size_t note = pq_plain_footnote(rest_of(m));
  *done = true;
  if (note) return drop(m, note);
  *done = !m->link_to && pq_plain_link(rest_of(m), &words, &end);
  if (!*done) return PQ_OK;
  /* "[Wang 2001](...)" cites in brackets, "([Wang 2001](...))" as well. */
  const bool keeps =
      pq_plain_cites(words) && !is_bracketed((pq_view){m->out, m->n});
  m->link_at = m->at + 1 + words.len + keeps;
  m->link_to = m->at + end;
  if (!keeps) return drop(m, 1);
  copy(m, 1);
  return st;
}

/* Where something ends that was begun before. */
static pq_status take_end(maker *m, bool *done) {
  pq_status st = PQ_OK;
  *done = false;
  if (m->bracket_at && m->at >= m->bracket_at) {
    m->bracket_at = 0;
    PQ_TRY(st, put(m, PQ_LIT(")"), 0));
  }
  if (!m->link_to || m->at < m->link_at) return PQ_OK;
  const size_t to = m->link_to;
  m->link_to = 0;
  *done = true;
  return to > m->at ? drop(m, to - m->at) : PQ_OK;
}

/* "Î²", a beta that was read as Latin-1: no superscript.  Behind it, or `at`.
 */
static size_t past_mended(pq_view text, size_t at) {
  if (at < 2 || (unsigned char)text.ptr[at - 2] != 0xC3) return at;
  size_t end = at - 2;
  (void)pq_utf8_mended(text, &end);
  return end > at ? end : at;
}

static pq_status take_wide(maker *m, bool *done) {
  size_t next = past_mended(m->text, m->at);
  if (next > m->at) {
    copy(m, next - m->at);
    *done = true;
    return PQ_OK;
  }
  const uint32_t code = pq_utf8_next(m->text, &next);
  /* The mark of byte order is before the text, and no part of it. */
  if (!is_nothing(code) || !m->at) return take_run(m, done);
  *done = true;
  return drop(m, next - m->at);
}

/* What may be a mark, or end one. */
static const uint8_t sights[256] = {
    ['<'] = 1, ['&'] = 1, ['['] = 1,  [']'] = 1,  ['('] = 1,
    ['!'] = 1, ['_'] = 1, [0xC2] = 1, [0xE2] = 1, [0xEF] = 1};

static pq_status take(maker *m) {
  pq_status st = PQ_OK;
  bool done = false;
  PQ_TRY(st, take_end(m, &done));
  if (done) return PQ_OK;
  switch (m->text.ptr[m->at]) {
  case '<': st = take_tag(m, &done); break;
  case '&':
    st = take_tag(m, &done);
    if (!st && !done) st = take_entity(m, &done);
    break;
  case '[': st = take_link(m, &done); break;
  case '!': { /* an image: what stands for it is no prose */
    pq_view words;
    size_t end = 0;
    done = pq_plain_link(pq_view_skip(m->text, m->at + 1), &words, &end);
    if (done) return drop(m, 1 + end);
    break;
  }
  case '_': {
    const size_t low = pq_plain_emphasis(m->text, m->at);
    if (low) return drop(m, low);
    break;
  }
  case '(':
  case ']': break;
  default: st = take_wide(m, &done); break;
  }
  if (st || done) return st;
  size_t next = m->at;
  (void)pq_utf8_next(m->text, &next);
  copy(m, next - m->at);
  return PQ_OK;
}

/* Does the byte at `at`, which the table marks, begin a mark?  Only brackets
 * and dashes are frequent. */
static bool may_mark(pq_view text, size_t at) {
  const pq_view rest = pq_view_skip(text, at);
  if (rest.len < 2) return false;
  const unsigned char next = (unsigned char)rest.ptr[1];
  switch ((unsigned char)rest.ptr[0]) {
  case '<': return pq_is_alpha((char)next) || next == '/' || next == '!';
  case '&': return pq_is_alpha((char)next) || next == '#';
  case ']': return next == '(' || next == '[';
  case '[': return next == '^';
  case '_': return pq_plain_emphasis(text, at) > 0;
  case 0xC2:
    return next == 0xAD || next == 0xB2 || next == 0xB3 || next == 0xB9;
  case 0xE2: {
    size_t end = 0;
    bool upper = false;
    const uint32_t code = pq_utf8_next(rest, &end);
    return is_nothing(code) || pq_plain_script(code, &upper);
  }
  case 0xEF: return at > 0 && next == 0xBB;
  default: return false;
  }
}

/* Of these the first one stands somewhere. */
static const uint8_t firsts[256] = {
    ['<'] = 1, ['&'] = 1,  ['['] = 1,  [']'] = 1,
    ['_'] = 1, [0xC2] = 1, [0xE2] = 1, [0xEF] = 1};

static bool has_marks(pq_view text) {
  size_t at = pq_view_seek(text, 0, text.len, firsts);
  while (at < text.len && !may_mark(text, at)) {
    at = pq_view_seek(text, at + 1, text.len, firsts);
  }
  return at < text.len;
}

pq_status pq_plain_make(pq_arena *arena, pq_view written, pq_plain *out) {
  pq_status st = PQ_OK;
  maker m = {.arena = arena, .text = written};
  *out = (pq_plain){.bytes = written};
  if (!has_marks(written)) return PQ_OK;
  m.out = pq_arena_room(arena, written.len);
  if (!m.out) return arena->status;
  while (m.at < written.len) {
    copy(&m, pq_view_seek(written, m.at, written.len, sights) - m.at);
    if (m.at < written.len) PQ_TRY(st, take(&m));
  }
  if (!m.seams.n) return PQ_OK;
  *out = (pq_plain){{m.out, m.n}, m.seams.at, m.seams.n};
  return PQ_OK;
}

pq_status pq_plain_text(pq_arena *arena, pq_view *text) {
  pq_status st = PQ_OK;
  pq_plain made;
  PQ_TRY(st, pq_plain_make(arena, *text, &made));
  *text = made.bytes;
  return PQ_OK;
}

/* ---- places ---- */

/* How many seams are not behind byte `at` of the plain text. */
static uint32_t seams_until(const pq_plain *p, uint32_t at) {
  uint32_t low = 0;
  uint32_t high = p->n_seams;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (p->seams[mid].plain <= at) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static uint32_t begin_of(const pq_plain *p, uint32_t at) {
  const uint32_t n = seams_until(p, at);
  if (!n) return at;
  return p->seams[n - 1].after + (at - p->seams[n - 1].plain);
}

static uint32_t end_of(const pq_plain *p, uint32_t at) {
  const uint32_t n = seams_until(p, at);
  return n && p->seams[n - 1].plain == at ? p->seams[n - 1].before
                                          : begin_of(p, at);
}

pq_span pq_plain_written(const pq_plain *p, pq_span span) {
  if (!p->n_seams) return span;
  const pq_span made = {begin_of(p, span.begin), end_of(p, span.end)};
  return made.begin <= made.end ? made : (pq_span){made.begin, made.begin};
}

uint32_t pq_plain_from(const pq_plain *p, uint32_t written) {
  uint32_t low = 0;
  uint32_t high = p->n_seams;
  while (low < high) { /* those that begin before it */
    const uint32_t mid = low + (high - low) / 2;
    if (p->seams[mid].before <= written) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (!low) return written;
  const pq_seam *const s = &p->seams[low - 1];
  if (written <= s->after) return s->plain;
  const uint32_t next =
      low < p->n_seams ? p->seams[low].plain : (uint32_t)p->bytes.len;
  const uint32_t at = s->plain + (written - s->after);
  return at < next ? at : next;
}

/* The same for what ends there: no mark and no space behind it. */
static uint32_t end_from(const pq_plain *p, uint32_t written) {
  uint32_t low = 0;
  uint32_t high = p->n_seams;
  while (low < high) { /* those that begin before it */
    const uint32_t mid = low + (high - low) / 2;
    if (p->seams[mid].before < written) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  const bool there = low < p->n_seams && p->seams[low].before == written;
  return there ? p->seams[low].plain : pq_plain_from(p, written);
}

pq_span pq_plain_span(const pq_plain *p, pq_span written) {
  if (!p->n_seams) return written;
  const pq_span made = {pq_plain_from(p, written.begin),
                        end_from(p, written.end)};
  return made.begin <= made.end ? made : (pq_span){made.end, made.end};
}
