/* Arcs of claims, with their chips. */
#include "plan_sketch.h"

static bool needed_together(const pq_group *group) {
  return group->n > 1 && group->at[0]->predicate == PQ_TERM_DEPENDS_ON &&
         !pq_same_node(group->at[0]->actor, group->at[1]->actor);
}

typedef struct spot {
  uint32_t node, box, process;
} spot;

typedef struct spots {
  spot *at;
  uint32_t n;
} spots;

/* Lanes decide on which side of a process arcs come in. */
static char side_of(const pq_sketch *s, spot to) {
  const pq_draw_kind kind = s->plan->nodes.at[to.node].kind;
  if (kind == PQ_DRAW_EFFECT || kind == PQ_DRAW_AND) return '\0';
  return to.process && !pq_is_folded(s) ? '\0' : 'w';
}

static pq_status add_arc(pq_sketch *s, const pq_link *link, const pq_say *say,
                         spot from, spot to) {
  enum {
    INTO_PROCESS = 12,
    INTO_PRODUCT = 16,
    PLAIN = 4
  };
  const uint32_t into = pq_is_folded(s) ? INTO_PRODUCT : INTO_PROCESS;
  const pq_verb *const verb = pq_verb_of(say->predicate);
  const bool head = !link->chip || from.node == link->chip || !link->target;
  const pq_draw_arc arc = {
      .from = from.node,
      .to = to.node,
      .from_box = from.box,
      .to_box = to.box,
      .to_side = side_of(s, to),
      .head = head && verb ? verb->head : PQ_HEAD_NONE,
      .line = pq_line_of(say->stance),
      .weight = to.process || (to.box && !link->chip) ? into : PLAIN,
      .n = link->n,
      .link = s->links.n,
      .says = link->says};
  return pq_sketch_arc(s, &arc);
}

/* "n=9", or AND. */
static pq_status describe_count(pq_sketch *s, const pq_group *group,
                                pq_papers papers, pq_draw_node *chip) {
  if (needed_together(group)) {
    chip->kind = PQ_DRAW_AND;
    chip->label = PQ_LIT("AND");
    return PQ_OK;
  }
  pq_put_count(&s->room, s, papers);
  return pq_sketch_keep(s, &chip->label);
}

/* What a chip says that stands for its target. */
static pq_status describe_loop(pq_sketch *s, const pq_say *say, pq_view object,
                               pq_papers papers, pq_draw_node *chip) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_sketch_verb(s, say, NULL, object, &chip->label));
  if (!pq_papers_count(s, papers)) return PQ_OK;
  pq_buf_put(&s->room, chip->label);
  pq_buf_char(&s->room, '\n');
  pq_put_count(&s->room, s, papers);
  return pq_sketch_keep(s, &chip->label);
}

static pq_status make_chip(pq_sketch *s, const pq_group *group,
                           pq_papers papers, bool tell, pq_link *link) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  pq_draw_node chip = {.kind = PQ_DRAW_CHIP, .says = link->says};
  const pq_view object =
      link->target ? (pq_view){"", 0} : pq_sketch_label(s, say->target);
  if (s->view == PQ_PLAN_EVIDENCE) {
    const pq_view event = link->process && say->target.kind == PQ_NODE_EVENT
                              ? pq_sketch_label(s, say->target)
                              : object;
    return pq_evidence_group(s, group, papers, event, &link->chip);
  }
  if (s->view == PQ_PLAN_OVERVIEW && link->target) {
    PQ_TRY(st, describe_count(s, group, papers, &chip));
  } else if (s->view == PQ_PLAN_OVERVIEW) {
    PQ_TRY(st, describe_loop(s, say, object, papers, &chip));
  } else {
    PQ_TRY(st,
           pq_sketch_verb(s, say, tell ? &papers : NULL, object, &chip.label));
  }
  pq_buf_text(&s->room, "say.");
  pq_put_short(&s->room, s->g->claims[say->claim].iri);
  PQ_TRY(st, pq_sketch_keep(s, &chip.name));
  pq_put_sentence(s, group, papers);
  PQ_TRY(st, pq_sketch_keep(s, &chip.tooltip));
  return pq_sketch_add(s, &chip, &link->chip);
}

static pq_status tell(pq_sketch *s, const pq_group *group, pq_papers papers) {
  pq_status st = PQ_OK;
  pq_view sentence = {"", 0};
  pq_put_sentence(s, group, papers);
  PQ_TRY(st, pq_sketch_keep(s, &sentence));
  pq_sketch_tell(s, "", sentence);
  for (uint32_t i = 0; i < group->n; ++i) {
    group->at[i]->done = true;
  }
  return PQ_OK;
}

static bool box_tells(const pq_sketch *s, uint32_t box, const pq_group *group,
                      pq_papers papers) {
  const pq_box_says *const says = &s->box_says.at[box];
  return box && says->papers.bits &&
         pq_same_place(says->where, group->at[0]->where) &&
         pq_papers_same(s, says->papers, papers) &&
         group->at[0]->stance == PQ_ASSERTED;
}

/* Sources of a group: a box, or nodes of their own. */
static pq_status find_sources(pq_sketch *s, const pq_group *group,
                              const pq_link *link, spots *out) {
  pq_status st = PQ_OK;
  out->at = pq_arena_take(s->arena, group->n * sizeof *out->at);
  if (!out->at) return s->arena->status;
  if (link->from_box) {
    const uint32_t member = pq_box_first(s, link->from_box);
    out->at[out->n++] = (spot){member, link->from_box, 0};
    return PQ_OK;
  }
  for (uint32_t i = 0; i < group->n; ++i) {
    pq_origin origin = {0};
    if (i && pq_same_node(group->at[i]->actor, group->at[0]->actor)) break;
    PQ_TRY(st, pq_sketch_origin(s, group->at[i]->actor, link->target, &origin));
    out->at[out->n++] = (spot){origin.node, origin.box, 0};
  }
  return PQ_OK;
}

/* A target that leads back to a source is told in the chip's words. */
static bool is_loop(const pq_sketch *s, const spots *sources, uint32_t target) {
  for (uint32_t i = 0; i < sources->n; ++i) {
    if (pq_sketch_leads(s, target, sources->at[i].node)) return true;
  }
  return false;
}

static pq_status add_arcs(pq_sketch *s, const pq_link *link, const pq_say *say,
                          const spots *sources, spot target) {
  pq_status st = PQ_OK;
  const spot chip = {link->chip, 0, 0};
  for (uint32_t i = 0; i < sources->n; ++i) {
    PQ_TRY(st,
           add_arc(s, link, say, sources->at[i], link->chip ? chip : target));
  }
  if (!link->chip || !link->target) return PQ_OK;
  return add_arc(s, link, say, chip, target);
}

/* Are the papers behind the names of the members already? */
static bool names_tell(const pq_sketch *s, const pq_link *link, bool same) {
  if (!link->from_box || same) return false;
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    const pq_draw_node *const n = &s->plan->nodes.at[i];
    if (n->box == link->from_box) return n->papers.len > 0;
  }
  return false;
}

/* The box at its tail, or at its head, may tell all. */
static bool needs_chip(const pq_sketch *s, const pq_group *group,
                       const pq_link *link, pq_papers papers, bool tells) {
  if (!link->target) return true;
  if (s->view == PQ_PLAN_EVIDENCE && link->to_box && !tells) return true;
  if (!tells || box_tells(s, link->from_box, group, papers)) return false;
  return s->view != PQ_PLAN_OVERVIEW || link->n > 0 || needed_together(group);
}

/* What a link says, and on how many papers. */
static pq_status begin_link(pq_sketch *s, const pq_group *group, pq_link *link,
                            pq_papers *papers, bool *same) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_group_papers(s, group, papers, same));
  link->n = pq_papers_count(s, *papers);
  return pq_sketch_classes(s, group, &link->says);
}

/* The arcs of a link whose ends are known, and its chip if it needs one. */
static pq_status connect(pq_sketch *s, const pq_group *group, pq_link *link,
                         spot target, bool tells) {
  pq_status st = PQ_OK;
  bool same = true;
  pq_papers papers = {NULL};
  spots sources = {NULL, 0};
  PQ_TRY(st, begin_link(s, group, link, &papers, &same));
  link->target = target.node;
  PQ_TRY(st, find_sources(s, group, link, &sources));
  if (is_loop(s, &sources, target.node)) link->target = link->process = 0;
  if (needs_chip(s, group, link, papers, tells)) {
    PQ_TRY(st, make_chip(s, group, papers, !names_tell(s, link, same), link));
  }
  link->source = sources.at[0].node;
  PQ_TRY(st, add_arcs(s, link, group->at[0], &sources, target));
  if (link->process) {
    s->processes.at[link->process].met = true;
    pq_papers_add(s, s->processes.at[link->process].told, papers);
  }
  PQ_PUSH(s->arena, &s->links, *link);
  return tell(s, group, papers);
}

static pq_status draw_fan_in(pq_sketch *s, const pq_group *group) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  pq_link link = {.predicate = say->predicate};
  pq_papers papers = {NULL};
  spot target = {0};
  bool same = true;
  PQ_TRY(st, pq_group_papers(s, group, &papers, &same));
  if (group->n > 1) link.from_box = pq_group_box(s, group, true);
  if (!link.from_box && s->view != PQ_PLAN_OVERVIEW &&
      pq_group_is_new(s, group, true)) {
    PQ_TRY(st, pq_group_set(s, group, !same, &link.from_box));
  }
  PQ_TRY(st, pq_sketch_target(s, say->target, &target.node, &target.process));
  link.process = target.process;
  return connect(s, group, &link, target, true);
}

/* One source, several things that it acts on alike: an arc to their box. */
static pq_status draw_fan_out(pq_sketch *s, const pq_group *group,
                              bool *drawn) {
  pq_status st = PQ_OK;
  const pq_say *const say = group->at[0];
  pq_link link = {.predicate = say->predicate};
  link.to_box = pq_group_box(s, group, false);
  const bool tells = link.to_box > 0;
  *drawn = tells || pq_group_is_new(s, group, false);
  if (!*drawn) return PQ_OK;
  pq_origin origin = {0};
  PQ_TRY(st, pq_sketch_origin(s, say->actor, 0, &origin));
  if (!tells) PQ_TRY(st, pq_group_goal(s, group, &link.to_box));
  const uint32_t member = pq_box_first(s, link.to_box);
  link.from_box = origin.box;
  return connect(s, group, &link, (spot){member, link.to_box, 0}, tells);
}

static pq_status draw_say(pq_sketch *s, uint32_t index, pq_group *group) {
  pq_status st = PQ_OK;
  bool drawn = false;
  group->at[0] = &s->says.at[index];
  group->n = 1;
  pq_group_actors(s, index, group);
  if (group->n > 1) return draw_fan_in(s, group);
  pq_group_targets(s, index, group);
  if (group->n > 1) PQ_TRY(st, draw_fan_out(s, group, &drawn));
  if (drawn) return PQ_OK;
  group->n = 1;
  return draw_fan_in(s, group);
}

static const char *left_out(const pq_sketch *s, const pq_say *say) {
  const pq_claim *const c = pq_say_claim(s, say);
  if (s->view == PQ_PLAN_EVIDENCE) return NULL;
  if (pq_is_event_claim(s, say)) return "event without agent";
  if (c->relation == PQ_REL_LOCATED_IN) return "location";
  return c->relation == PQ_REL_PART_OF ? "membership" : NULL;
}

/* What happens is seen in what it leaves. */
static bool is_drawn_event(const pq_sketch *s, const pq_say *say) {
  const pq_event_id event =
      pq_graph_claim_event(s->g->record, pq_say_claim(s, say));
  return s->view == PQ_PLAN_OVERVIEW && pq_is_event_claim(s, say) && event &&
         s->by_event[event];
}

pq_status pq_sketch_links(pq_sketch *s) {
  pq_status st = PQ_OK;
  pq_group group = {pq_arena_take(s->arena, (s->says.n + 1) * sizeof(pq_say *)),
                    0};
  if (!group.at) return s->arena->status;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    if (!pq_say_is_drawn(s, say)) continue;
    const char *const word = left_out(s, say);
    if (s->view == PQ_PLAN_EVIDENCE && pq_is_event_claim(s, say)) continue;
    if (is_drawn_event(s, say)) {
      say->done = true;
    } else if (word) {
      say->done = true;
      PQ_TRY(st, pq_sketch_leave(s, word));
    } else {
      PQ_TRY(st, draw_say(s, i, &group));
    }
  }
  return PQ_OK;
}
