/* The overview of many claims: things and what acts on what, with the papers
 * behind each arc counted.  No rules place it; Graphviz does.
 *
 *   claim   JAK2 enables phosphorylation of STAT5A [3]  \
 *   claim   active JAK2 promotes STAT5A activation [2]  / JAK2 --n=5--> STAT5A
 */
#include "plan_sketch.h"

#include "graph/claim_name.h"

enum {
  NAME_BREAK = 14,
  WORDS_MOST = 300 /* bytes of a tool tip */
};

/* Claims that are one arc. */
typedef struct stream {
  uint32_t from, to; /* nodes */
  pq_draw_head head;
  pq_draw_line line;
  pq_papers papers;
  uint32_t n_claims;
  pq_buf words;
  pq_view says;  /* classes of its first claims */
  uint32_t next; /* of one source: 1 + index, or 0 */
} stream;

typedef struct flow {
  pq_sketch *s;
  const uint32_t *fold; /* by entity, or NULL */
  uint32_t *things;     /* by entity: its node */
  uint32_t *events;     /* by event that undoes: its node */
  PQ_VEC(stream) streams;
  PQ_VEC(uint32_t) first; /* by node: 1 + its first stream */
} flow;

/* ---- nodes ---- */

static pq_status thing_node(flow *f, pq_entity_id id, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_entity_id base = pq_entity_base(f->s->g->record, id);
  if (f->fold) base = f->fold[base];
  if (!f->things[base]) {
    PQ_TRY(st, pq_sketch_entity(f->s, base, &f->things[base]));
  }
  *out = f->things[base];
  return PQ_OK;
}

/* An event as what it leaves, as in a small overview; what undoes its theme
 * stands by itself. */
static pq_status event_node(flow *f, pq_event_id id, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_sketch *const s = f->s;
  const pq_event *const e = pq_event_at(s->g->record, id);
  if (e->n_products) return thing_node(f, e->products[0], out);
  if (e->n_themes && !pq_undoes(s, id)) {
    return thing_node(f, e->themes[0], out);
  }
  if (!f->events[id]) {
    pq_draw_node node = {.kind = PQ_DRAW_OTHER,
                         .tooltip = s->g->events[id].label};
    pq_put_curie(&s->room, s->g, s->g->events[id].iri);
    PQ_TRY(st, pq_sketch_keep(s, &node.name));
    pq_put_lines(&s->room, node.tooltip, NAME_BREAK);
    PQ_TRY(st, pq_sketch_keep(s, &node.label));
    PQ_TRY(st, pq_sketch_add(s, &node, &f->events[id]));
  }
  *out = f->events[id];
  return PQ_OK;
}

static pq_status end_node(flow *f, pq_node node, uint32_t *out) {
  return node.kind == PQ_NODE_ENTITY ? thing_node(f, node.id, out)
                                     : event_node(f, node.id, out);
}

/* ---- streams ---- */

static bool fits(const stream *a, const stream *b) {
  return a->to == b->to && a->head == b->head && a->line == b->line;
}

static pq_status make_firsts(flow *f, uint32_t node) {
  while (f->first.n <= node) {
    PQ_PUSH(f->s->arena, &f->first, 0);
  }
  return PQ_OK;
}

static pq_status find_stream(flow *f, const stream *wanted, stream **out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, make_firsts(f, wanted->from));
  uint32_t *const first = &f->first.at[wanted->from];
  for (uint32_t i = *first; i; i = f->streams.at[i - 1].next) {
    *out = &f->streams.at[i - 1];
    if (fits(*out, wanted)) return PQ_OK;
  }
  stream made = *wanted;
  made.next = *first;
  PQ_TRY(st, pq_papers_new(f->s, &made.papers));
  pq_buf_init(&made.words, f->s->arena->alloc);
  PQ_PUSH(f->s->arena, &f->streams, made);
  *first = f->streams.n;
  *out = &f->streams.at[f->streams.n - 1];
  return PQ_OK;
}

/* A claim more: its class too, but for endless lists. */
static pq_status add_class(flow *f, stream *one, const pq_say *say) {
  enum {
    CLASSES_MOST = 40
  };
  pq_sketch *const s = f->s;
  if (++one->n_claims > CLASSES_MOST) return PQ_OK;
  pq_buf_put(&s->room, one->says);
  pq_put_say_class(&s->room, s->g->claims[say->claim].iri);
  return pq_sketch_keep(s, &one->says);
}

static pq_status add_claim(flow *f, pq_node actor, pq_node target,
                           const pq_say *say) {
  pq_status st = PQ_OK;
  const pq_verb *const verb = pq_verb_of(say->predicate);
  stream wanted = {.head = verb ? verb->head : PQ_HEAD_NONE,
                   .line = pq_line_of(say->stance)};
  stream *found = NULL;
  PQ_TRY(st, end_node(f, actor, &wanted.from));
  PQ_TRY(st, end_node(f, target, &wanted.to));
  if (wanted.from == wanted.to) {
    return pq_sketch_leave(f->s, "acting on itself");
  }
  PQ_TRY(st, find_stream(f, &wanted, &found));
  if (!found) return PQ_INTERNAL;
  pq_papers_add(f->s, found->papers, say->papers);
  const pq_view label = f->s->g->claims[say->claim].label;
  if (found->words.len + label.len < WORDS_MOST) {
    if (found->words.len) pq_buf_text(&found->words, "; ");
    pq_buf_put(&found->words, label);
  }
  PQ_TRY(st, found->words.status);
  return add_class(f, found, say);
}

/* Two things that bind without anybody's doing. */
static bool is_binding(const flow *f, const pq_say *say) {
  const pq_record *const r = f->s->g->record;
  const pq_event_id id = pq_graph_claim_event(r, pq_say_claim(f->s, say));
  if (!id) return false;
  const pq_event *const e = pq_event_at(r, id);
  const pq_kind *const kind = &r->kinds[e->kind];
  return (kind->binding || kind->assembly) && e->n_themes == 2 &&
         say->actor.kind == PQ_NODE_ENTITY && say->actor.id == e->themes[0];
}

static pq_status add_binding(flow *f, const pq_say *say) {
  const pq_record *const r = f->s->g->record;
  const pq_event *const e =
      pq_event_at(r, pq_graph_claim_event(r, pq_say_claim(f->s, say)));
  return add_claim(f, (pq_node){PQ_NODE_ENTITY, e->themes[0]},
                   (pq_node){PQ_NODE_ENTITY, e->themes[1]}, say);
}

/* No arc may draw it: a note on what it is about. */
static pq_status add_note(flow *f, const pq_say *say) {
  pq_status st = PQ_OK;
  pq_sketch *const s = f->s;
  pq_draw_node note = {.kind = PQ_DRAW_NOTE,
                       .tooltip = s->g->claims[say->claim].label};
  stream made = {.line = PQ_LINE_OPEN};
  stream *found = NULL;
  PQ_TRY(st, end_node(f, say->target, &made.from));
  pq_buf_text(&s->room, "note.");
  pq_put_short(&s->room, s->g->claims[say->claim].iri);
  PQ_TRY(st, pq_sketch_keep(s, &note.name));
  pq_buf_text(&s->room, say->stance == PQ_UNCLEAR ? "~ " : "✕ ");
  pq_buf_put(&s->room, note.tooltip);
  PQ_TRY(st, pq_sketch_keep_lines(s, 18, &note.label));
  PQ_TRY(st, pq_sketch_add(s, &note, &made.to));
  PQ_TRY(st, find_stream(f, &made, &found));
  if (!found) return PQ_INTERNAL;
  pq_papers_add(s, found->papers, say->papers);
  return PQ_OK;
}

static const char *left_out(const pq_sketch *s, const pq_say *say) {
  const pq_claim *const c = pq_say_claim(s, say);
  if (say->actor.kind == PQ_NODE_NONE || say->target.kind == PQ_NODE_NONE) {
    return "open question";
  }
  if (c->species.len) return "claim about another species";
  if (c->relation == PQ_REL_LOCATED_IN) return "location";
  if (c->relation == PQ_REL_PART_OF) return "membership";
  return pq_is_event_claim(s, say) ? "event without agent" : NULL;
}

static pq_status add_say(flow *f, const pq_say *say) {
  const pq_claim *const c = pq_say_claim(f->s, say);
  if (pq_is_event_claim(f->s, say) && !c->negated && !c->species.len &&
      say->stance <= PQ_HEDGED && is_binding(f, say)) {
    return add_binding(f, say);
  }
  const char *const word = left_out(f->s, say);
  if (word) return pq_sketch_leave(f->s, word);
  if (c->negated || say->stance == PQ_UNCLEAR || say->stance == PQ_DENIED) {
    return add_note(f, say);
  }
  return add_claim(f, say->actor, say->target, say);
}

/* Papers of a dispute stand behind each of its sides. */
static pq_status add_disputes(flow *f) {
  pq_status st = PQ_OK;
  pq_sketch *const s = f->s;
  uint32_t *const sayers =
      pq_arena_take(s->arena, (s->g->record->claims.n + 1) * sizeof *sayers);
  if (!sayers) return s->arena->status;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    sayers[s->says.at[i].claim] = i + 1;
  }
  for (uint32_t i = 0; i < s->g->n_disputes; ++i) {
    const pq_dispute_id id = s->g->dispute_order[i];
    const pq_dispute *const d = &s->g->record->disputes.at[id];
    pq_papers papers = {NULL};
    PQ_TRY(st, pq_dispute_papers(s, id, &papers));
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      const uint32_t sayer = sayers[d->alternatives[k]];
      if (!sayer) continue;
      s->says.at[sayer - 1].stance = PQ_ALTERNATIVE;
      pq_papers_add(s, s->says.at[sayer - 1].papers, papers);
    }
  }
  return PQ_OK;
}

/* ---- the plan ---- */

static pq_status finish_stream(flow *f, stream *one) {
  pq_status st = PQ_OK;
  pq_sketch *const s = f->s;
  pq_draw_arc arc = {.from = one->from,
                     .to = one->to,
                     .head = one->head,
                     .line = one->line,
                     .weight = 1,
                     .says = one->says,
                     .n = pq_papers_count(s, one->papers)};
  pq_buf_put(&s->room, pq_buf_view(&one->words));
  if (one->n_claims > 1) {
    pq_buf_format(&s->room, " (%u claims, ", (unsigned)one->n_claims);
  } else {
    pq_buf_text(&s->room, " (");
  }
  pq_put_citations(&s->room, s, one->papers);
  pq_buf_char(&s->room, ')');
  PQ_TRY(st, pq_sketch_keep(s, &arc.tooltip));
  return pq_sketch_arc(s, &arc);
}

/* Leave out things that no arc meets. */
static pq_status drop_lonely(const pq_sketch *s) {
  pq_plan *const plan = s->plan;
  uint32_t n = 1;
  uint32_t *const now =
      pq_arena_take(s->arena, (plan->nodes.n + 1) * sizeof *now);
  if (!now) return s->arena->status;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    now[plan->arcs.at[i].from] = now[plan->arcs.at[i].to] = 1;
  }
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    if (!now[i]) continue;
    plan->nodes.at[n] = plan->nodes.at[i];
    now[i] = n++;
  }
  plan->nodes.n = n;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    plan->arcs.at[i].from = now[plan->arcs.at[i].from];
    plan->arcs.at[i].to = now[plan->arcs.at[i].to];
  }
  return PQ_OK;
}

static pq_status collect(flow *f) {
  pq_status st = PQ_OK;
  PQ_TRY(st, add_disputes(f));
  for (uint32_t i = 0; i < f->s->says.n; ++i) {
    if (!f->s->says.at[i].done) PQ_TRY(st, add_say(f, &f->s->says.at[i]));
  }
  for (uint32_t i = 0; i < f->streams.n; ++i) {
    PQ_TRY(st, finish_stream(f, &f->streams.at[i]));
  }
  return drop_lonely(f->s);
}

pq_status pq_sketch_flow(pq_sketch *s, const uint32_t *fold) {
  const pq_record *const r = s->g->record;
  flow f = {
      .s = s,
      .fold = fold,
      .things = pq_arena_take(s->arena, (r->entities.n + 1) * sizeof(uint32_t)),
      .events = pq_arena_take(s->arena, (r->events.n + 1) * sizeof(uint32_t))};
  if (!f.things || !f.events) return s->arena->status;
  const pq_status st = collect(&f);
  for (uint32_t i = 0; i < f.streams.n; ++i) {
    pq_buf_clear(&f.streams.at[i].words);
  }
  return st;
}
