/* The diagram inside a page.
 *
 *   <g id="R-1-say-30d0eec6"       ->  <g class="node chip" data-c="3 4">
 *      class="node chip c30d0eec6 ...">
 *   <g id="a_..."><a xlink:title>  ->  <g><a href="#claim-..." aria-label=...>
 * All ids go, so that none can be one of the page's; so do styles, which the
 * page's policy forbids: style.css has the rules.  What is not listed here as
 * an element of ours is left out. */
#include "dot.h"
#include "out.h"
#include "page_parts.h"
#include "plan_sketch.h"

typedef struct tracer {
  const pq_page *p;
  pq_view rest;
  pq_page_set items; /* of the element at hand */
  bool edge, linked; /* it is an arc; the anchor that is open is a link */
  bool titled;       /* the drawing's own title is behind us */
} tracer;

static bool follows(pq_view rest, const char *head) {
  return pq_view_starts(rest, pq_view_of(head));
}

/* Where `what` stands, or the length of the text. */
static size_t find(pq_view text, const char *what) {
  const pq_view w = pq_view_of(what);
  for (size_t i = 0; i + w.len <= text.len; ++i) {
    i += pq_view_find(pq_view_skip(text, i), w.ptr[0]);
    if (pq_view_starts(pq_view_skip(text, i), w)) return i;
  }
  return text.len;
}

static pq_view cut_tag(tracer *t) {
  const size_t n = pq_view_find(t->rest, '>');
  const pq_view tag = pq_view_head(t->rest, n + 1);
  t->rest = pq_view_skip(t->rest, n + 1);
  return tag;
}

/* The value of an attribute, as it stands in the tag: escaped. */
static pq_view attribute(pq_view tag, const char *key) {
  const size_t at = find(tag, key);
  if (at == tag.len) return (pq_view){"", 0};
  const pq_view value = pq_view_skip(tag, at + strlen(key));
  return pq_view_head(value, pq_view_find(value, '"'));
}

/* ---- which claims an element draws ---- */

/* "c30d0eec6": the class that plan_text.c makes of an IRI's digits. */
static bool is_class_of(pq_view word, pq_view iri) {
  enum {
    DIGITS = 32,
    SHORT = 8
  };
  return word.len == SHORT + 1 && word.ptr[0] == 'c' && iri.len >= DIGITS &&
         memcmp(word.ptr + 1, iri.ptr + iri.len - DIGITS, SHORT) == 0;
}

static pq_status find_items(tracer *t, pq_view classes) {
  pq_status st = PQ_OK;
  const pq_page *const p = t->p;
  t->items.n = 0;
  while (classes.ptr && classes.len) {
    const pq_view word = pq_view_cut(&classes, ' ');
    for (uint32_t i = 1; i < p->items.n; ++i) {
      if (!is_class_of(word, p->items.at[i].iri)) continue;
      PQ_TRY(st, pq_page_set_put(p->arena, &t->items, i));
    }
  }
  return PQ_OK;
}

/* ---- which thing a node is ---- */

/* The end of a node's id without the dashes that Graphviz writes as references.
 */
static void put_plain(pq_buf *out, pq_view id) {
  const pq_view dash = PQ_LIT("&#45;");
  while (id.len) {
    const bool found = pq_view_starts(id, dash);
    pq_buf_put(out, found ? PQ_LIT("-") : pq_view_head(id, 1));
    id = pq_view_skip(id, found ? dash.len : 1);
  }
}

/* The thing that a node with this id shows, or 0. */
static pq_entity_id thing_at(const tracer *t, pq_view id) {
  const pq_page *const p = t->p;
  pq_entity_id found = 0;
  size_t most = 0;     /* the name of one may end as that of another */
  if (!p->r) return 0; /* an overview: no text names it */
  pq_buf plain;
  pq_buf slug;
  pq_buf curie;
  pq_buf_init(&plain, p->out->alloc);
  pq_buf_init(&slug, p->out->alloc);
  pq_buf_init(&curie, p->out->alloc);
  put_plain(&plain, id);
  for (pq_entity_id i = 1; i < p->r->entities.n; ++i) {
    if (!p->g->entities[i].iri.len) continue;
    pq_page_empty(p, &slug);
    pq_page_empty(p, &curie);
    pq_put_curie(&curie, p->g, p->g->entities[i].iri);
    pq_buf_char(&slug, '-');
    pq_dot_slug(&slug, pq_buf_view(&curie));
    if (slug.len > most &&
        pq_view_ends(pq_buf_view(&plain), pq_buf_view(&slug))) {
      found = pq_entity_base(p->r, i);
      most = slug.len;
    }
  }
  pq_page_empty(p, &plain);
  pq_page_empty(p, &slug);
  pq_page_empty(p, &curie);
  pq_buf_clear(&plain);
  pq_buf_clear(&slug);
  pq_buf_clear(&curie);
  return found;
}

/* ---- tags ---- */

static pq_status put_group(tracer *t, pq_view tag) {
  pq_status st = PQ_OK;
  pq_buf *const out = t->p->out;
  const pq_view classes = attribute(tag, " class=\"");
  const pq_view moved = attribute(tag, " transform=\"");
  pq_buf_text(out, "<g");
  if (classes.len) {
    PQ_TRY(st, find_items(t, classes));
    t->edge = follows(classes, "edge");
    pq_buf_text(out, " class=\"");
    pq_buf_put(out, classes);
    pq_buf_char(out, '"');
    pq_page_marks(t->p, &t->items);
    const pq_entity_id thing = follows(classes, "node") && !t->items.n
                                   ? thing_at(t, attribute(tag, " id=\""))
                                   : 0;
    if (thing) {
      pq_buf_format(out, " data-e=\"%u\"",
                    (unsigned)pq_page_thing(t->p, thing));
    }
  }
  if (moved.len) {
    pq_buf_text(out, " transform=\"");
    pq_buf_put(out, moved);
    pq_buf_char(out, '"');
  }
  pq_buf_char(out, '>');
  return PQ_OK;
}

/* The words that stand inside of the anchor that begins here, escaped as they
 * are: its name begins with what is seen. */
static void put_shown(const tracer *t) {
  pq_buf *const out = t->p->out;
  pq_view rest = pq_view_head(t->rest, find(t->rest, "</a>"));
  while (rest.len) {
    rest = pq_view_skip(rest, pq_view_find(rest, '>') + 1);
    const size_t n = pq_view_find(rest, '<');
    const pq_view words = pq_view_trim(pq_view_head(rest, n));
    if (words.len) {
      pq_buf_put(out, words);
      pq_buf_char(out, ' ');
    }
    rest = pq_view_skip(rest, n);
  }
}

static void put_address(const tracer *t, const pq_page_item *item) {
  pq_buf *const out = t->p->out;
  pq_buf_text(out, " href=\"");
  pq_page_words(t->p, item->page);
  pq_buf_char(out, '#');
  pq_page_anchor(t->p, item);
  pq_buf_text(out, "\" aria-label=\"");
}

static void put_name(const tracer *t, pq_view words) {
  if (!t->items.n) {
    pq_buf_put(t->p->out, words); /* escaped already */
    return;
  }
  const uint32_t number = t->items.at[0];
  const pq_page_item *const item = &t->p->items.at[number];
  if (!item->page.len) {
    pq_buf_format(t->p->out, "claim %u: ", (unsigned)number);
  }
  pq_page_words(t->p, item->label);
}

/* A link to the claim that the element draws, else to where it led, if that is
 * a public page; else it is no link. */
static void put_anchor(tracer *t, pq_view tag) {
  pq_buf *const out = t->p->out;
  const pq_view there = attribute(tag, " xlink:href=\"");
  const pq_view words = attribute(tag, " xlink:title=\"");
  t->linked = t->items.n || follows(there, "https://");
  if (!t->linked) {
    pq_buf_text(out, "<g>");
    return;
  }
  if (t->items.n) {
    pq_buf_text(out, "<a");
    put_address(t, &t->p->items.at[t->items.at[0]]);
  } else {
    pq_buf_text(out, "<a rel=\"noopener\" href=\"");
    pq_buf_put(out, there);
    pq_buf_text(out, "\" aria-label=\"");
  }
  put_shown(t);
  put_name(t, words);
  pq_buf_text(out, "\">");
}

/* "761pt" as pixels of the page would be wider than it: the viewBox says how
 * its sides relate. */
static void put_root(tracer *t, pq_view tag) {
  static const char *const keys[] = {"width", "height", "viewBox"};
  pq_buf *const out = t->p->out;
  pq_buf_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "role=\"graphics-document document\" lang=\"en\" "
                   "aria-labelledby=\"fig-title fig-desc\"");
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; ++i) {
    char key[16] = " ";
    memcpy(key + 1, keys[i], strlen(keys[i]));
    memcpy(key + 1 + strlen(keys[i]), "=\"", 3);
    pq_buf_format(out, " %s=\"", keys[i]);
    pq_buf_put(out, attribute(tag, key));
    pq_buf_char(out, '"');
  }
  pq_buf_char(out, '>');
}

/* The first title is the drawing's. */
static void put_title(tracer *t) {
  pq_buf *const out = t->p->out;
  pq_buf_text(out, t->titled ? "<title>" : "<title id=\"fig-title\">");
  t->titled = true;
}

/* An arc is thin: what the pointer meets is a broad and unseen one.  Where the
 * arc is no link yet, that is one; on the page of its claims, which chips and
 * boxes lead to, the Tab key passes it by. */
static void put_hit(const tracer *t, pq_view tag) {
  pq_buf *const out = t->p->out;
  if (!t->linked) {
    const pq_page_item *const item = &t->p->items.at[t->items.at[0]];
    pq_buf_text(out, item->page.len ? "<a" : "<a tabindex=\"-1\"");
    put_address(t, item);
    put_name(t, (pq_view){"", 0});
    pq_buf_text(out, "\">");
  }
  pq_buf_text(out, "<path class=\"hit\" d=\"");
  pq_buf_put(out, attribute(tag, " d=\""));
  pq_buf_text(out, t->linked ? "\"/>" : "\"/></a>");
}

static bool is_shape(pq_view tag) {
  static const char *const shapes[] = {"<polygon ", "<path ",  "<ellipse ",
                                       "<text ",    "</text>", "<polyline "};
  for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; ++i) {
    if (follows(tag, shapes[i])) return find(tag, " style=") == tag.len;
  }
  return false;
}

static bool is_end(pq_view tag) {
  return follows(tag, "</g>") || follows(tag, "</title>") ||
         follows(tag, "</desc>") || follows(tag, "</svg>");
}

static pq_status put_tag(tracer *t, pq_view tag) {
  pq_buf *const out = t->p->out;
  if (follows(tag, "<g ")) return put_group(t, tag);
  if (follows(tag, "<a ")) {
    put_anchor(t, tag);
  } else if (follows(tag, "</a>")) {
    pq_buf_text(out, t->linked ? "</a>" : "</g>");
    t->linked = false;
  } else if (follows(tag, "<svg ")) {
    put_root(t, tag);
  } else if (follows(tag, "<title")) {
    put_title(t);
  } else if (follows(tag, "<desc")) {
    pq_buf_text(out, "<desc id=\"fig-desc\">");
  } else if (is_shape(tag) || is_end(tag)) {
    if (t->edge && t->items.n && follows(tag, "<path ")) put_hit(t, tag);
    pq_buf_put(out, tag);
  }
  return PQ_OK;
}

pq_status pq_page_put_picture(const pq_page *p, pq_view svg) {
  pq_status st = PQ_OK;
  tracer t = {.p = p, .rest = pq_view_skip(svg, find(svg, "<svg "))};
  while (!st && t.rest.len && !p->out->status) {
    const size_t n = pq_view_find(t.rest, '<');
    pq_buf_put(p->out, pq_view_head(t.rest, n));
    t.rest = pq_view_skip(t.rest, n);
    if (follows(t.rest, "<style")) {
      t.rest = pq_view_skip(t.rest, find(t.rest, "</style>"));
      (void)cut_tag(&t);
    } else if (t.rest.len) {
      st = put_tag(&t, cut_tag(&t));
    }
  }
  return st;
}
