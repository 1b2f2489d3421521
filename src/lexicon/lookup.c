#include "lookup.h"

#include "filter.h"
#include "path.h"
#include "score.h"

/* A reading and what is kept of its name. */
typedef struct hit {
  pq_reading reading;
  uint32_t flags;
  uint32_t entry; /* of the layer's image */
} hit;

/* One surface, and what it may be read as. */
typedef struct ask {
  const pq_lexicon *lex;
  pq_view taxon;
  pq_surface surface;
  bool has_traits;
  bool leans; /* other words of the sentence may have decided */
  hit hits[PQ_READINGS_MOST];
  uint32_t n;
  pq_refusals *refusals;
} ask;

/* ---- readings ---- */

/* What people wrote comes before what was imported, whatever the scores: an
 * official symbol of some gene must not push away what the shipped tables say
 * of this text. */
static int32_t order_hits(const ask *q, const hit *a, const hit *b) {
  const bool x_late = a->reading.layer >= q->lex->n_written;
  const bool y_late = b->reading.layer >= q->lex->n_written;
  if (x_late != y_late) return x_late ? 1 : -1;
  if (a->reading.score != b->reading.score) {
    return (int32_t)b->reading.score - (int32_t)a->reading.score;
  }
  if (a->reading.layer != b->reading.layer) {
    return (int32_t)a->reading.layer - (int32_t)b->reading.layer;
  }
  const uint32_t x = pq_score_space(a->reading.id);
  const uint32_t y = pq_score_space(b->reading.id);
  if (x != y) return x < y ? -1 : 1;
  const int c = pq_view_order(a->reading.id, b->reading.id);
  return c ? c : pq_view_order(a->reading.name, b->reading.name);
}

/* Keep the hits sorted, one per id, the worst dropped when there is no room. */
static void add_hit(ask *q, hit h) {
  for (uint32_t i = 0; i < q->n; ++i) {
    if (!pq_view_same(q->hits[i].reading.id, h.reading.id)) continue;
    if (order_hits(q, &h, &q->hits[i]) >= 0) return;
    memmove(&q->hits[i], &q->hits[i + 1], (q->n - i - 1) * sizeof h);
    --q->n;
    break;
  }
  uint32_t at = q->n;
  while (at > 0 && order_hits(q, &h, &q->hits[at - 1]) < 0) {
    --at;
  }
  if (at == PQ_READINGS_MOST) return;
  if (q->n == PQ_READINGS_MOST) --q->n;
  memmove(&q->hits[at + 1], &q->hits[at], (q->n - at) * sizeof h);
  q->hits[at] = h;
  ++q->n;
}

static uint16_t score(const ask *q, const pq_candidate *c, pq_view taxon) {
  const pq_view own = q->taxon.len ? q->taxon : PQ_LIT("9606");
  int32_t terms = q->surface.plural ? PQ_TERM_PLURAL : 0;
  if (pq_view_same(own, taxon)) terms += PQ_TERM_OWN_SPECIES;
  return pq_score(c->status,
                  pq_score_string(q->surface.text, c->name, q->surface.initial),
                  terms);
}

static void refuse(ask *q, const pq_candidate *c, pq_refusal why) {
  if (!q->refusals || q->refusals->n == PQ_REFUSED_MOST) return;
  q->refusals->at[q->refusals->n++] =
      (pq_refused){c->id, c->name, c->status, why};
}

/* May other words of the sentence decide on this one? */
static bool leans(const ask *q, const pq_candidate *c) {
  if ((c->flags & PQ_NAME_CONTEXT) || c->type == PQ_CONCEPT_CELL) return true;
  for (uint8_t l = 0; l <= c->layer; ++l) {
    if (pq_image_may_deny(&q->lex->layers[l].image, q->surface.key)) {
      return true;
    }
  }
  return false;
}

static void weigh(ask *q, uint8_t layer, uint32_t index) {
  pq_concept concept;
  const pq_image *const im = &q->lex->layers[layer].image;
  const pq_image_entry *const e = &im->entries[index];
  if (e->how & PQ_ENTRY_CONTEXT) return;
  if (!pq_layer_concept(q->lex, layer, e->concept, &concept)) return;
  const pq_candidate c = {.name = pq_image_text(im, e->text),
                          .context = pq_image_context(im, index),
                          .id = concept.id,
                          .type = concept.type,
                          .flags = e->flags,
                          .status = e->status,
                          .layer = layer};
  if (!q->has_traits) {
    pq_traits_of(q->surface.text, &q->surface.traits);
    q->has_traits = true;
  }
  q->leans = q->leans || leans(q, &c);
  const pq_refusal why = pq_filter(q->lex, &q->surface, &c);
  if (why) {
    refuse(q, &c, why);
    return;
  }
  add_hit(q, (hit){.reading = {.id = concept.id,
                               .label = concept.label,
                               .name = c.name,
                               .score = score(q, &c, concept.taxon),
                               .status = c.status,
                               .layer = layer,
                               .type = (uint8_t) concept.type,
                               .concept = e->concept},
                   .flags = c.flags,
                   .entry = index});
}

/* All entries of a key, in all layers; `from` tells where they would stand in
 * the first one, or is 0. */
static void gather(ask *q, pq_view key, uint32_t from) {
  for (uint8_t l = 0; l < q->lex->n; ++l) {
    const pq_image *const im = &q->lex->layers[l].image;
    uint32_t first = 0;
    const uint32_t n = pq_image_entries_at(im, key, l ? 0 : from, &first);
    for (uint32_t i = first; i < first + n; ++i) {
      weigh(q, l, i);
    }
  }
}

static bool is_near(const hit *a, const hit *b) {
  const int32_t more = (int32_t)a->reading.score - (int32_t)b->reading.score;
  return more < PQ_TIE && -more < PQ_TIE;
}

/* Between near equals the stronger layer has the word: its first goes to the
 * front. */
static void prefer_layer(ask *q) {
  hit *const h = q->hits;
  uint32_t best = 0;
  for (uint32_t i = 1; i < q->n; ++i) {
    if (is_near(&h[0], &h[i]) && h[i].reading.layer < h[best].reading.layer) {
      best = i;
    }
  }
  const hit first = h[best];
  memmove(&h[1], &h[0], best * sizeof *h);
  h[0] = first;
}

static void give(ask *q, uint32_t n_tokens, pq_found *out) {
  const hit *const h = q->hits;
  prefer_layer(q);
  out->n_tokens = n_tokens;
  out->flags = h[0].flags;
  out->n_readings = q->n;
  out->tied = false;
  for (uint32_t i = 0; i < q->n; ++i) {
    out->readings[i] = h[i].reading;
    out->tied =
        out->tied || (i > 0 && h[i].reading.layer == h[0].reading.layer &&
                      is_near(&h[0], &h[i]));
  }
}

/* ---- keys ---- */

static void ask_keys(ask *q, const pq_path *p, uint32_t n) {
  const pq_view plain = {p->plain.text, p->end_plain[n - 1]};
  const pq_view spaced = {p->spaced.text, p->end_spaced[n - 1]};
  q->surface.key = plain;
  gather(q, plain, p->from[n - 1]);
  if (spaced.len && !pq_view_same(plain, spaced)) gather(q, spaced, 0);
}

static void ask_text(ask *q) {
  pq_normal plain;
  pq_normal spaced;
  const pq_view key = pq_normal_of(&plain, q->surface.text, 0);
  q->surface.key = key;
  if (key.len) gather(q, key, 0);
  if (!plain.dashed) return;
  const pq_view other = pq_normal_of(&spaced, q->surface.text, PQ_NORMAL_SPACE);
  if (other.len && !pq_view_same(key, other)) gather(q, other, 0);
}

/* ---- the door's questions ---- */

static bool begins_sentence(const pq_look *look) {
  for (uint32_t i = 0; i < look->at; ++i) {
    if (!(look->tokens[i].classes & PQ_TOKEN_MARK)) return false;
  }
  return true;
}

static void begin(ask *q, const pq_lexicon *lex, pq_view taxon,
                  pq_refusals *refusals) {
  q->lex = lex;
  q->taxon = taxon;
  q->refusals = refusals;
  q->surface = (pq_surface){.look = NULL};
  q->has_traits = q->leans = false;
  q->n = 0;
}

static void set_surface(ask *q, pq_view text, bool plural) {
  q->surface.text = text;
  q->surface.plural = plural;
  q->has_traits = false;
}

/* Do the first `n` tokens make a name?  Singular, then plural. */
static bool try_span(ask *q, const pq_look *look, const pq_path *p,
                     uint32_t n) {
  char room[2 * PQ_KEY_MOST];
  pq_ending e;
  const pq_span first = look->tokens[look->at].span;
  const pq_span last = look->tokens[look->at + n - 1].span;
  const pq_view text =
      pq_span_text(look->text, (pq_span){first.begin, last.end});
  set_surface(q, text, false);
  ask_keys(q, p, n);
  if (q->n || !pq_path_plural(pq_span_text(look->text, last), &e)) {
    return q->n > 0;
  }
  set_surface(q, pq_path_cut(text, e, room, sizeof room), true);
  ask_text(q);
  q->surface.text = text; /* `room` ends here */
  return q->n > 0;
}

/* Walk the keys, and take the longest that is a name. */
static void find(ask *q, pq_found *out) {
  const pq_look *const look = q->surface.look;
  pq_path p;
  pq_path_find(q->lex, look, &p);
  for (uint32_t n = p.n; n > 0; --n) {
    const uint32_t before = n > 1 ? p.end_plain[n - 2] : 0;
    if ((look->most && n > look->most) || p.end_plain[n - 1] == before) {
      continue;
    }
    if (try_span(q, look, &p, n)) {
      give(q, n, out);
      return;
    }
  }
}

/* ---- words that are names by themselves ---- */

/* Do the words alone decide, and neither the species nor capitals? */
static bool is_plain(const pq_look *look) {
  return !look->capitals && !look->most &&
         (!look->taxon.len || pq_view_same(look->taxon, PQ_LIT("9606")));
}

/* What the word was found to be, if nothing else has led to it. */
static void remember(const ask *q, pq_spelling *s) {
  if (q->leans || q->n > 1) return;
  s->is |= PQ_SPELLED_SOUGHT;
  s->found = (pq_word_name){.any = false};
  if (!q->n) return;
  const hit *const h = &q->hits[0];
  s->found = (pq_word_name){.entry = h->entry,
                            .score = h->reading.score,
                            .layer = h->reading.layer,
                            .flags = (uint8_t)h->flags,
                            .any = true};
}

/* The reading of an entry, as `weigh` and `give` make it. */
static void give_again(const pq_lexicon *lex, const pq_word_name *name,
                       pq_found *out) {
  if (!name->any) return;
  pq_concept concept;
  const pq_image *const im = &lex->layers[name->layer].image;
  const pq_image_entry *const e = &im->entries[name->entry];
  if (!pq_layer_concept(lex, name->layer, e->concept, &concept)) return;
  out->n_tokens = out->n_readings = 1;
  out->flags = name->flags;
  out->readings[0] = (pq_reading){.id = concept.id,
                                  .label = concept.label,
                                  .name = pq_image_text(im, e->text),
                                  .score = name->score,
                                  .status = e->status,
                                  .layer = name->layer,
                                  .type = (uint8_t) concept.type,
                                  .concept = e->concept};
}

void pq_lookup_find(const pq_lexicon *lex, const pq_look *look,
                    pq_refusals *refusals, pq_found *out) {
  out->n_tokens = out->n_readings = out->flags = 0;
  out->tied = false;
  pq_spelling *const s =
      !refusals && is_plain(look) ? pq_path_single(look) : NULL;
  if (s && !(s->is & PQ_SPELLED_ALONE)) return;
  const bool initial = begins_sentence(look);
  if (s && (s->is & PQ_SPELLED_SOUGHT) && !initial) {
    give_again(lex, &s->found, out);
    return;
  }
  ask q;
  begin(&q, lex, look->taxon, refusals);
  q.surface.look = look;
  q.surface.initial = initial;
  q.surface.capitals = look->capitals;
  find(&q, out);
  if (s && !initial) remember(&q, s);
}

void pq_lookup_text(const pq_lexicon *lex, pq_view name, pq_view taxon,
                    pq_found *out) {
  out->n_tokens = out->n_readings = out->flags = 0;
  out->tied = false;
  ask q;
  begin(&q, lex, taxon, NULL);
  set_surface(&q, name, false);
  ask_text(&q);
  if (q.n) give(&q, 1, out);
}

const char *pq_refusal_words(pq_refusal why) {
  static const char *const words[] = {
      [PQ_REFUSED_NOT] = "not refused",
      [PQ_REFUSED_NUMBER] = "one character, a number or a Roman numeral",
      [PQ_REFUSED_DENIED] = "denied",
      [PQ_REFUSED_CASE] = "its case must be as listed",
      [PQ_REFUSED_PLURAL] = "it has no plural",
      [PQ_REFUSED_SHORT] = "two characters, and only a synonym",
      [PQ_REFUSED_ENGLISH] = "an English word",
      [PQ_REFUSED_LOWER] = "a short word in lower case",
      [PQ_REFUSED_SHOUTED] = "all is in capitals, and it is only a synonym",
      [PQ_REFUSED_CONTEXT] = "no word of its context is there",
      [PQ_REFUSED_CELL] = "nothing says that it is a cell line"};
  return words[why];
}
