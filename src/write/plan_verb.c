#include "plan_sketch.h"

enum {
  CHIP_BREAK = 16,
  BOX_BREAK = 18
};

static const char *direct_word(const pq_claim *c) {
  if (c->relation == PQ_REL_DIRECT) return "";
  if (c->direct == PQ_DIRECTLY) return "directly ";
  return c->direct == PQ_INDIRECTLY ? "indirectly " : "";
}

void pq_put_verb(pq_sketch *s, const pq_say *say) {
  const pq_verb *const verb = pq_verb_of(say->predicate);
  pq_buf_text(&s->room, direct_word(pq_say_claim(s, say)));
  pq_buf_text(&s->room, verb ? verb->one : "relates to");
  if (!pq_is_expression(s->g, say->target)) return;
  const pq_event *const e = pq_event_at(s->g->record, say->target.id);
  pq_buf_char(&s->room, ' ');
  pq_buf_put(&s->room, s->g->record->kinds[e->kind].name);
}

pq_status pq_sketch_keep_lines(pq_sketch *s, size_t most, pq_view *out) {
  pq_status st = PQ_OK;
  pq_view words = {"", 0};
  PQ_TRY(st, pq_sketch_keep(s, &words));
  pq_put_lines(&s->room, words, most);
  return pq_sketch_keep(s, out);
}

/* Append a kept line under what the room holds. */
static pq_status add_line(pq_sketch *s, pq_view *label, pq_view line) {
  if (label->len) {
    pq_buf_put(&s->room, *label);
    pq_buf_char(&s->room, '\n');
  }
  pq_buf_put(&s->room, line);
  return pq_sketch_keep(s, label);
}

static pq_status cue_line(pq_sketch *s, const pq_say *say, pq_view *label) {
  pq_status st = PQ_OK;
  pq_view line = {"", 0};
  if (say->stance == PQ_CONTROVERSIAL) {
    PQ_TRY(st, add_line(s, label, PQ_LIT("controversial")));
  }
  if (say->stance != PQ_HEDGED || !say->cue.len) return PQ_OK;
  pq_put_quoted(&s->room, say->cue);
  PQ_TRY(st, pq_sketch_keep_lines(s, BOX_BREAK, &line));
  return add_line(s, label, line);
}

static pq_status add_broken(pq_sketch *s, size_t most, pq_view *label) {
  pq_status st = PQ_OK;
  pq_view line = {"", 0};
  PQ_TRY(st, pq_sketch_keep_lines(s, most, &line));
  return add_line(s, label, line);
}

pq_status pq_sketch_verb(pq_sketch *s, const pq_say *say,
                         const pq_papers *papers, pq_view object,
                         pq_view *out) {
  pq_status st = PQ_OK;
  pq_view label = {"", 0};
  PQ_TRY(st, cue_line(s, say, &label));
  pq_put_verb(s, say);
  PQ_TRY(st, add_broken(s, CHIP_BREAK, &label));
  if (object.len) {
    pq_buf_put(&s->room, object);
    PQ_TRY(st, add_broken(s, CHIP_BREAK, &label));
  }
  if (papers) {
    pq_put_papers(&s->room, s, *papers);
    PQ_TRY(st, add_broken(s, BOX_BREAK, &label));
  }
  *out = label;
  return PQ_OK;
}

pq_view pq_sketch_label(const pq_sketch *s, pq_node node) {
  if (node.kind == PQ_NODE_ENTITY) return s->g->entities[node.id].label;
  if (node.kind == PQ_NODE_EVENT) return s->g->events[node.id].label;
  return PQ_LIT("what");
}

/* Labels of the actors, or targets, of a group, each once. */
static void put_ends(pq_sketch *s, const pq_group *group, bool actors) {
  for (uint32_t i = 0; i < group->n; ++i) {
    const pq_node node = actors ? group->at[i]->actor : group->at[i]->target;
    const pq_node first = actors ? group->at[0]->actor : group->at[0]->target;
    if (i && pq_same_node(node, first)) return;
    if (i) pq_buf_text(&s->room, i + 1 < group->n ? ", " : " and ");
    pq_buf_put(&s->room, pq_sketch_label(s, node));
  }
}

static void put_status(pq_sketch *s, const pq_say *say, pq_papers papers) {
  pq_buf_text(&s->room, " (");
  if (say->stance == PQ_CONTROVERSIAL) pq_buf_text(&s->room, "controversial, ");
  if (say->stance == PQ_HEDGED) {
    pq_buf_text(&s->room, "hedged with ");
    pq_put_quoted(&s->room, say->cue);
    pq_buf_text(&s->room, ", ");
  }
  pq_put_citations(&s->room, s, papers);
  pq_buf_char(&s->room, ')');
}

void pq_put_sentence(pq_sketch *s, const pq_group *group, pq_papers papers) {
  const pq_say *const say = group->at[0];
  const pq_verb *const verb = pq_verb_of(say->predicate);
  const bool many =
      group->n > 1 && !pq_same_node(say->actor, group->at[1]->actor);
  put_ends(s, group, true);
  pq_buf_char(&s->room, ' ');
  if (say->predicate == PQ_TERM_DEPENDS_ON) {
    pq_buf_text(&s->room, many ? "are " : "is ");
  }
  pq_buf_text(&s->room, direct_word(pq_say_claim(s, say)));
  if (verb) pq_buf_text(&s->room, many ? verb->many : verb->one);
  pq_buf_char(&s->room, ' ');
  put_ends(s, group, false);
  put_status(s, say, papers);
}

pq_status pq_sketch_goal(pq_sketch *s, const pq_say *say,
                         const pq_papers *papers, pq_view *out) {
  pq_status st = PQ_OK;
  pq_view label = {"", 0};
  pq_view lines = {"", 0};
  PQ_TRY(st, cue_line(s, say, &label));
  pq_put_verb(s, say);
  if (papers && s->view == PQ_PLAN_OVERVIEW) {
    pq_buf_char(&s->room, PQ_GLUE);
    pq_buf_char(&s->room, PQ_GLUE);
    pq_put_count(&s->room, s, *papers);
  } else if (papers) {
    pq_buf_char(&s->room, ' ');
    pq_put_papers(&s->room, s, *papers);
  }
  PQ_TRY(st, pq_sketch_keep_lines(s, BOX_BREAK, &lines));
  PQ_TRY(st, add_line(s, &label, lines));
  *out = label;
  return PQ_OK;
}
