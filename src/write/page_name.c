/* What names stand for; and what a curator can mend: names that nothing knows,
 * sites that a sequence does not have, sentences of which no claim was read. */
#include "link.h"
#include "page_parts.h"
#include "silence.h"

/* ---- names ---- */

/* How often each thing is named, by its number. */
static uint32_t *count_things(const pq_page *p) {
  uint32_t *const n =
      pq_arena_take(p->arena, ((size_t)p->things.n + 1) * sizeof *n);
  for (uint32_t i = 1; n && i < p->r->mentions.n; ++i) {
    ++n[pq_page_thing(p, p->r->mentions.at[i].entity)];
  }
  return n;
}

static bool is_listed(const pq_entity *e) {
  return e->kind != PQ_ENTITY_CLASS && e->kind != PQ_ENTITY_UNGROUNDED;
}

static void put_label(const pq_page *p, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(p->r, id);
  const pq_view label = p->g->entities[id].label;
  if (label.len || e->label.len) {
    pq_page_line(p, label.len ? label : e->label);
    return;
  }
  for (uint32_t i = 0; i < e->n_members; ++i) { /* composed */
    if (i) pq_page_text(p, "–");
    pq_page_line(p, pq_entity_at(p->r, e->members[i])->label);
  }
}

static void put_thing(const pq_page *p, pq_entity_id id, uint32_t n,
                      pq_buf *room) {
  const char *const type = pq_page_type(pq_entity_at(p->r, id)->kind);
  pq_buf_format(p->out,
                "<tr data-e=\"%u\"><th scope=\"row\"><span class=\"m "
                "m-%s\">",
                (unsigned)pq_page_thing(p, id), type);
  put_label(p, id);
  pq_buf_format(p->out, "</span></th><td>%s</td><td>", type);
  pq_link_entity(room, p->r, id);
  const bool link = room->len > 0;
  if (link) {
    pq_page_text(p, "<a href=\"");
    pq_page_words(p, pq_buf_view(room));
    pq_page_text(p, "\" rel=\"noopener\">");
  }
  pq_page_empty(p, room);
  pq_link_curie(room, p->r, id);
  if (!room->len) pq_page_text(p, "<span class=\"quiet\">composed</span>");
  pq_page_words(p, pq_buf_view(room));
  pq_page_empty(p, room);
  pq_buf_format(p->out, "%s</td><td class=\"n\">%u</td></tr>\n",
                link ? "</a>" : "", (unsigned)n);
}

pq_status pq_page_put_names(const pq_page *p) {
  const uint32_t *const n = count_things(p);
  bool any = false;
  pq_buf room;
  if (!n) return p->arena->status;
  pq_buf_init(&room, p->out->alloc);
  pq_page_text(p, "<section id=\"names\" aria-labelledby=\"names-head\">\n"
                  "<h2 id=\"names-head\">Names</h2>\n");
  for (uint32_t k = 1; k < p->things.n; ++k) {
    const pq_entity_id i = p->things.at[k];
    if (!n[k] || !is_listed(pq_entity_at(p->r, i))) continue;
    if (!any) {
      pq_page_text(p, "<table class=\"names\"><thead><tr><th "
                      "scope=\"col\">Name</th><th scope=\"col\">Type</th><th "
                      "scope=\"col\">Identifier</th><th scope=\"col\" "
                      "class=\"n\">Times</th></tr></thead><tbody>\n");
    }
    any = true;
    put_thing(p, i, n[k], &room);
  }
  pq_page_text(p, any ? "</tbody></table>\n</section>\n"
                  : pq_page_lacks(p, PQ_LACKS_MENTIONS)
                      ? "<p class=\"quiet\">The RDF does not tell what the "
                        "text names; <code>build --mentions</code> keeps "
                        "it.</p>\n</section>\n"
                      : "<p>The text names nothing that is known.</p>\n"
                        "</section>\n");
  const pq_status st = room.status;
  pq_buf_clear(&room);
  return st;
}

/* ---- unknown names ---- */

/* A row of a table for --lexicon: the id is for the curator to fill in, or the
 * best of several. */
static void put_lexicon_row(const pq_page *p, const pq_entity *e) {
  pq_page_line(p, e->label);
  pq_page_text(p, "\t");
  if (e->n_candidates) {
    pq_page_words(p, e->candidates[0].id);
  } else {
    pq_page_text(p, "ID");
  }
  pq_page_text(p, "\tcurated\tcs\t\n");
}

static void put_unknown(const pq_page *p, pq_entity_id id, uint32_t n) {
  const pq_entity *const e = pq_entity_at(p->r, id);
  pq_buf_format(p->out, "<li data-e=\"%u\"><span class=\"m m-unknown\">",
                (unsigned)pq_page_thing(p, id));
  pq_page_line(p, e->label);
  pq_buf_format(p->out, "</span> %u×, ", (unsigned)n);
  if (!e->n_candidates) pq_page_text(p, "not known");
  for (uint32_t i = 0; i < e->n_candidates; ++i) {
    pq_page_text(p, i ? ", " : "may be ");
    const bool label = e->candidates[i].label.len > 0;
    pq_page_line(p, e->candidates[i].label);
    pq_page_text(p, label ? " (" : "");
    pq_page_words(p, e->candidates[i].id);
    pq_page_text(p, label ? ")" : "");
  }
  pq_page_text(p, "</li>\n");
}

static bool is_unknown(const pq_page *p, const uint32_t *n, uint32_t number) {
  return n[number] &&
         pq_entity_at(p->r, p->things.at[number])->kind == PQ_ENTITY_UNGROUNDED;
}

static void put_unknowns(const pq_page *p, const uint32_t *n) {
  uint32_t found = 0;
  for (uint32_t k = 1; k < p->things.n; ++k) {
    found += is_unknown(p, n, k);
  }
  pq_page_text(p, "<h3 id=\"unknown-names\">Names</h3>\n");
  if (pq_page_lacks(p, PQ_LACKS_MENTIONS)) {
    pq_page_text(p, "<p class=\"quiet\">The RDF tells of names that claims "
                    "speak of, and of no others; <code>build "
                    "--mentions</code> keeps all.</p>\n");
    return;
  }
  if (!found) {
    pq_page_text(p, "<p class=\"good\">Every name is known.</p>\n");
    return;
  }
  pq_page_text(p, "<ul class=\"gap\">\n");
  for (uint32_t k = 1; k < p->things.n; ++k) {
    if (is_unknown(p, n, k)) put_unknown(p, p->things.at[k], n[k]);
  }
  pq_page_text(p, "</ul>\n<p>Save what is a name as <code>my.tsv</code>, with "
                  "its identifier in place of <code>ID</code>, and read the "
                  "record again with <code>--lexicon my.tsv</code>:</p>\n"
                  "<div class=\"paste\"><button type=\"button\" "
                  "data-copy=\"lexicon\" hidden>Copy</button>\n"
                  "<pre class=\"lexicon\" tabindex=\"0\" aria-label=\"Rows for "
                  "a table of names\">text\tid\tstatus\tflags\tnote\n");
  for (uint32_t k = 1; k < p->things.n; ++k) {
    if (!is_unknown(p, n, k)) continue;
    put_lexicon_row(p, pq_entity_at(p->r, p->things.at[k]));
  }
  pq_page_text(p, "</pre></div>\n");
}

/* ---- sites ---- */

static pq_status put_sites(const pq_page *p) {
  bool any = false;
  pq_buf words;
  pq_buf_init(&words, p->out->alloc);
  for (uint32_t i = 0; i < p->r->checked.n; ++i) {
    const pq_checked *const c = &p->r->checked.at[i];
    if (!pq_verdict_warns(&c->verdict)) continue;
    if (!any) pq_page_text(p, "<h3>Sites</h3>\n<ul class=\"gap\">\n");
    any = true;
    pq_page_empty(p, &words);
    pq_verdict_put(&words, pq_entity_at(p->r, c->protein)->accession, c->site,
                   &c->verdict);
    pq_page_text(p, "<li>");
    pq_page_line(p, pq_buf_view(&words));
    pq_page_text(p, ". Compare it with the paper: numbers are never changed "
                    "here.</li>\n");
  }
  if (any) pq_page_text(p, "</ul>\n");
  const pq_status st = words.status;
  pq_buf_clear(&words);
  return st;
}

/* ---- sentences ---- */

static void put_silent(const pq_page *p, pq_sentence_id s) {
  const pq_span span = p->r->sentences.at[s].span;
  const unsigned number = (unsigned)s + 1;
  pq_buf_format(p->out, "<li id=\"silent-%u\"><a href=\"#s%u\">Sentence %u</a>",
                number, number, number);
  if (!pq_page_lacks(p, PQ_LACKS_STEPS)) {
    const pq_silence silence = pq_silence_of(p->r, &p->shelves, s);
    pq_buf_format(p->out, ": %s. %s", silence.why, silence.what);
  }
  pq_page_text(p, "<blockquote>");
  pq_page_line(p, pq_record_words(p->r, s, span));
  pq_page_text(p, "</blockquote></li>\n");
}

static void put_silences(const pq_page *p) {
  bool any = false;
  pq_page_text(p, "<h3>Sentences</h3>\n");
  if (pq_page_lacks(p, PQ_LACKS_TEXT)) {
    pq_page_text(p, "<p class=\"quiet\">Whether there are others, of which "
                    "nothing is claimed, the RDF does not tell; <code>build "
                    "--text</code> keeps the text.</p>\n");
    return;
  }
  if (pq_page_lacks(p, PQ_LACKS_STEPS)) {
    pq_page_text(p, "<p class=\"quiet\">Of these nothing is claimed. Why, no "
                    "RDF tells; <code>pathquill explain</code> does, of the "
                    "record.</p>\n");
  }
  for (pq_sentence_id s = 0; s < p->r->sentences.n; ++s) {
    if (p->heard[s]) continue;
    if (!any) pq_page_text(p, "<ul class=\"gap\">\n");
    any = true;
    put_silent(p, s);
  }
  pq_page_text(p, any ? "</ul>\n<p><code>pathquill explain -v</code> tells for "
                        "each rule what it did with them.</p>\n"
                      : "<p class=\"good\">A claim was read in every "
                        "sentence.</p>\n");
}

static void put_unresolved(const pq_page *p) {
  uint32_t n = 0;
  for (uint32_t i = 1; i <= p->n_works; ++i) {
    n += !pq_work_is_known(&p->r->works.at[p->works[i]]);
  }
  if (!n) return;
  pq_buf_format(p->out,
                "<h3>Papers</h3>\n<p>%u of %u cited works have no PubMed "
                "number or DOI. A list of references in the record, or "
                "<code>--bibliography papers.nbib</code>, gives them "
                "theirs.</p>\n",
                (unsigned)n, (unsigned)p->n_works);
}

pq_status pq_page_put_gaps(const pq_page *p) {
  pq_status st = PQ_OK;
  const uint32_t *const n = count_things(p);
  if (!n) return p->arena->status;
  pq_page_text(p, "<section id=\"gaps\" aria-labelledby=\"gaps-head\">\n"
                  "<h2 id=\"gaps-head\">What to look at</h2>\n");
  put_silences(p);
  put_unknowns(p, n);
  PQ_TRY(st, put_sites(p));
  put_unresolved(p);
  pq_page_text(p, "</section>\n");
  return PQ_OK;
}
