/* What goes into a process and comes out of it, by the kind of its event. */
#include "plan_sketch.h"

#include "graph/name.h"

static const pq_event *event_of(const pq_sketch *s, pq_event_id id) {
  return pq_event_at(s->g->record, id);
}

static const pq_kind *kind_of(const pq_sketch *s, pq_event_id id) {
  return &s->g->record->kinds[event_of(s, id)->kind];
}

static void put_in(pq_process *p, uint32_t node) {
  for (uint32_t i = 0; i < p->n_inputs; ++i) {
    if (p->inputs[i] == node) return;
  }
  if (p->n_inputs < PQ_THEMES_MOST) p->inputs[p->n_inputs++] = node;
}

static void put_out(pq_process *p, uint32_t node) {
  for (uint32_t i = 0; i < p->n_outputs; ++i) {
    if (p->outputs[i] == node) return;
  }
  if (p->n_outputs < PQ_THEMES_MOST) p->outputs[p->n_outputs++] = node;
}

pq_status pq_process_take_in(pq_sketch *s, pq_process *p,
                             const pq_entity_id *ids, uint32_t n) {
  pq_status st = PQ_OK;
  if (pq_is_folded(s)) return PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t node = s->bare[ids[i]];
    if (!node) PQ_TRY(st, pq_sketch_entity(s, ids[i], &node));
    put_in(p, node);
  }
  return PQ_OK;
}

static pq_status give_out(pq_sketch *s, pq_process *p, const pq_entity_id *ids,
                          uint32_t n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t node = 0;
    PQ_TRY(st, pq_sketch_entity(s, ids[i], &node));
    put_out(p, node);
  }
  return PQ_OK;
}

/* The theme, with a badge that says what became of it, or what it was. */
static pq_status add_form(pq_sketch *s, pq_process *p, const char *head,
                          pq_view badge, pq_view words) {
  pq_status st = PQ_OK;
  uint32_t node = 0;
  const pq_form form = {event_of(s, p->event)->themes[0], head, p->event, badge,
                        words};
  if (head[0] == 'f' && pq_is_folded(s)) return PQ_OK;
  PQ_TRY(st, pq_sketch_form(s, &form, &node));
  if (head[0] == 'f') {
    put_in(p, node);
  } else {
    put_out(p, node);
  }
  return PQ_OK;
}

static pq_status site_badge(pq_sketch *s, pq_view head, pq_site site,
                            pq_view *out) {
  pq_buf_put(&s->room, head);
  pq_put_site(&s->room, site);
  return pq_sketch_keep(s, out);
}

/* What became of the theme, in a word. */
static pq_status word_badge(pq_sketch *s, const pq_kind *kind, pq_view *out) {
  pq_buf_char(&s->room, '+');
  pq_buf_put(&s->room, kind->participle.len ? kind->participle : kind->name);
  return pq_sketch_keep(s, out);
}

/* The kind whose work this one undoes: phosphorylation for dephosphorylation;
 * NULL if there is none. */
static const pq_kind *undone(const pq_sketch *s, const pq_kind *kind) {
  const pq_record *const r = s->g->record;
  pq_view rest = kind->name;
  if (!pq_view_starts(rest, PQ_LIT("de"))) return NULL;
  rest = pq_view_skip(rest, 2);
  if (pq_view_starts(rest, PQ_LIT("-"))) rest = pq_view_skip(rest, 1);
  for (uint32_t i = 0; i < r->n_kinds; ++i) {
    if (r->kinds[i].badge.len && pq_view_same(r->kinds[i].name, rest)) {
      return &r->kinds[i];
    }
  }
  return NULL;
}

/* The theme that "Y705" or "dephosphorylated" is written at. */
static pq_status remove_folded(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  pq_view badge = {"", 0};
  if (e->site.residue || e->site.position) {
    PQ_TRY(st, site_badge(s, PQ_LIT("-"), e->site, &badge));
  } else {
    PQ_TRY(st, word_badge(s, kind_of(s, p->event), &badge));
  }
  return add_form(s, p, "to.", badge, kind_of(s, p->event)->participle);
}

/* Removal of a group: the bare form is the theme itself.  It is drawn as a
 * form of its own, from which later events go on; what the text says of the
 * theme elsewhere is not said of this form. */
static pq_status remove_group(pq_sketch *s, pq_process *p,
                              const pq_kind *group) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  const pq_entity *const theme = pq_entity_at(s->g->record, e->themes[0]);
  const pq_entity_id base = pq_entity_base(s->g->record, e->themes[0]);
  pq_view badge = {"", 0};
  uint32_t node = 0;
  if (pq_is_folded(s)) return remove_folded(s, p);
  if (theme->n_mods > 0) {
    PQ_TRY(st, pq_process_take_in(s, p, e->themes, 1));
  } else {
    pq_buf_char(&s->room, '+');
    pq_buf_put(&s->room, group->badge);
    pq_put_site(&s->room, e->site);
    PQ_TRY(st, pq_sketch_keep(s, &badge));
    PQ_TRY(st, add_form(s, p, "from.", badge, group->participle));
  }
  badge = (pq_view){"", 0};
  if (e->site.residue || e->site.position) {
    PQ_TRY(st, site_badge(s, PQ_LIT("-"), e->site, &badge));
  }
  const pq_form form = {base, "to.", p->event, badge,
                        kind_of(s, p->event)->participle};
  PQ_TRY(st, pq_sketch_form(s, &form, &node));
  put_out(p, node);
  if (!s->bare[base]) s->bare[base] = node;
  return PQ_OK;
}

static pq_status move(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_graph *const g = s->g;
  const pq_event *const e = event_of(s, p->event);
  const pq_kind *const kind = kind_of(s, p->event);
  pq_view badge = {"", 0};
  if (e->from) {
    pq_buf_char(&s->room, '@');
    pq_buf_put(&s->room, g->entities[e->from].label);
    PQ_TRY(st, pq_sketch_keep(s, &badge));
    PQ_TRY(st, add_form(s, p, "from.", badge, g->entities[e->from].label));
  } else {
    PQ_TRY(st, pq_process_take_in(s, p, e->themes, e->n_themes));
  }
  pq_buf_text(&s->room, e->to ? "@" : "+");
  pq_buf_put(&s->room, e->to ? g->entities[e->to].label : kind->participle);
  PQ_TRY(st, pq_sketch_keep(s, &badge));
  return add_form(s, p, "to.", badge, pq_view_skip(badge, 1));
}

static pq_status come_apart(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_record *const r = s->g->record;
  const pq_event *const e = event_of(s, p->event);
  uint32_t node = 0;
  if (pq_is_folded(s)) {
    return add_form(s, p, "to.", PQ_LIT("+apart"), kind_of(s, p->event)->name);
  }
  if (e->n_themes > 1) {
    pq_entity_id *themes = NULL;
    PQ_TRY(st, pq_sketch_sorted(s, e->themes, e->n_themes, &themes));
    PQ_TRY(st, pq_sketch_complex(s, themes, e->n_themes, &node));
    put_in(p, node);
    return give_out(s, p, themes, e->n_themes);
  }
  const pq_entity *const whole = pq_entity_at(r, e->themes[0]);
  PQ_TRY(st, pq_process_take_in(s, p, e->themes, 1));
  if (whole->kind == PQ_ENTITY_COMPLEX && whole->n_members) {
    pq_entity_id *members = NULL;
    PQ_TRY(st, pq_sketch_sorted(s, whole->members, whole->n_members, &members));
    return give_out(s, p, members, whole->n_members);
  }
  return add_form(s, p, "to.", PQ_LIT("+apart"), kind_of(s, p->event)->name);
}

static pq_status come_together(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  pq_entity_id *themes = NULL;
  uint32_t node = 0;
  PQ_TRY(st, pq_sketch_sorted(s, e->themes, e->n_themes, &themes));
  PQ_TRY(st, pq_process_take_in(s, p, themes, e->n_themes));
  if (e->n_themes < 2) {
    return add_form(s, p, "to.", PQ_LIT("+bound"), PQ_LIT("bound"));
  }
  PQ_TRY(st, pq_sketch_complex(s, themes, e->n_themes, &node));
  put_out(p, node);
  return PQ_OK;
}

/* Where no process is drawn, what is left says what became of it. */
static pq_status leave_trace(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  pq_view badge = {"", 0};
  const pq_kind *const kind = kind_of(s, p->event);
  PQ_TRY(st, word_badge(s, kind, &badge));
  return add_form(s, p, "to.", badge, pq_view_skip(badge, 1));
}

static pq_status destroy(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  pq_draw_node sink = {.kind = PQ_DRAW_SINK,
                       .label = PQ_LIT_INIT("∅"),
                       .tooltip = kind_of(s, p->event)->participle};
  uint32_t node = 0;
  if (pq_is_folded(s)) return leave_trace(s, p);
  PQ_TRY(st, pq_process_take_in(s, p, e->themes, e->n_themes));
  pq_buf_text(&s->room, "none.");
  pq_put_curie(&s->room, s->g, s->g->events[p->event].iri);
  PQ_TRY(st, pq_sketch_keep(s, &sink.name));
  PQ_TRY(st, pq_sketch_add(s, &sink, &node));
  put_out(p, node);
  return PQ_OK;
}

/* "Ub", "stabilized": what a changed theme is shown with. */
static pq_status put_result(pq_sketch *s, const pq_kind *kind, pq_site site,
                            pq_view *out) {
  const pq_view word = kind->badge.len        ? kind->badge
                       : kind->participle.len ? kind->participle
                                              : kind->name;
  pq_buf_put(&s->room, word);
  if (kind->badge.len) pq_put_site(&s->room, site);
  return pq_sketch_keep(s, out);
}

/* A theme that is changed: to the state that the graph knows, or to the form
 * that the participle names. */
static pq_status change(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  const pq_kind *const kind = kind_of(s, p->event);
  const pq_entity_id product = s->g->events[p->event].product;
  pq_view badge = {"", 0};
  PQ_TRY(st, pq_process_take_in(s, p, e->themes, e->n_themes));
  if (product && product != e->themes[0]) {
    PQ_TRY(st, give_out(s, p, &product, 1));
  } else {
    pq_buf_char(&s->room, '+');
    PQ_TRY(st, put_result(s, kind, e->site, &badge));
    PQ_TRY(st, add_form(s, p, "to.", badge,
                        kind->participle.len ? kind->participle : kind->name));
  }
  if (!e->site.residue && !e->site.position) return PQ_OK;
  if (pq_is_folded(s)) return PQ_OK;
  PQ_TRY(st, site_badge(s, PQ_LIT("-"), e->site, &badge));
  return pq_sketch_badge(s, p->inputs[0], badge);
}

pq_status pq_process_ends(pq_sketch *s, pq_process *p) {
  pq_status st = PQ_OK;
  const pq_event *const e = event_of(s, p->event);
  const pq_kind *const kind = kind_of(s, p->event);
  const pq_kind *const group = undone(s, kind);
  if (!e->n_themes) return give_out(s, p, e->products, e->n_products);
  if (e->n_products) {
    PQ_TRY(st, pq_process_take_in(s, p, e->themes, e->n_themes));
    return give_out(s, p, e->products, e->n_products);
  }
  if (kind->binding || kind->assembly) return come_together(s, p);
  if (kind->dissociation) return come_apart(s, p);
  if (kind->destruction) return destroy(s, p);
  if (kind->transport) return move(s, p);
  if (pq_is_expression(s->g, (pq_node){PQ_NODE_EVENT, p->event})) {
    return give_out(s, p, e->themes, e->n_themes);
  }
  return group ? remove_group(s, p, group) : change(s, p);
}

bool pq_is_removal(const pq_sketch *s, pq_node node) {
  return node.kind == PQ_NODE_EVENT && event_of(s, node.id)->n_themes == 1 &&
         undone(s, kind_of(s, node.id));
}
