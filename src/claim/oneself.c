/* Claims that a thing acts on itself, where nobody says so. */
#include "draft.h"

/* "Binding of A and B is mediated by the domain of B": B binds, and mediates
 * nothing. */
static bool binds_itself(const pq_parse *p, pq_entity_id thing, pq_node node) {
  if (node.kind != PQ_NODE_EVENT) return false;
  const pq_event *const e = pq_event_at(p->r, node.id);
  bool own = false;
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    own = own || e->themes[i] == thing;
  }
  return own && (p->r->kinds[e->kind].binding ||
                 p->r->kinds[e->kind].conversion); /* nothing converts itself */
}

/* "A undergoes cleavage to produce active A", in other words: what comes out
 * of a thing is not what it acts on. */
static bool is_renamed(const pq_parse *p, const pq_draft *d, const pq_named *n,
                       pq_node node) {
  return node.kind == PQ_NODE_EVENT && n->sentence == p->sentence &&
         !pq_refer_is_own(p, d->hit) &&
         pq_event_at(p->r, node.id)->n_themes == 1 &&
         p->hits.at[d->hit].trigger->type == PQ_TRIGGER_REGULATION &&
         pq_event_at(p->r, node.id)->themes[0] == n->entity &&
         pq_event_has_kind(&p->hits.at[d->hit]) &&
         !pq_view_alike(pq_span_text(p->text, d->theme),
                        pq_span_text(p->text, n->span));
}

/* "A and B phosphorylate each other": A does not phosphorylate A. */
static bool is_oneself(const pq_parse *p, const pq_draft *d, const pq_named *n,
                       pq_node node) {
  const pq_hit *const h = &p->hits.at[d->hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  return theme && h->n_events > 1 && node.kind == PQ_NODE_EVENT &&
         pq_refer_is_mutual(p, theme->chunk) &&
         pq_event_at(p->r, node.id)->themes[0] == n->entity;
}

/* Does the sentence name the thing within the span? */
static bool is_named_in(const pq_parse *p, pq_entity_id thing, pq_span span) {
  for (uint32_t i = pq_mentions_end(p); i-- > p->first_mention;) {
    const pq_mention *const m = &p->r->mentions.at[i];
    if (m->sentence == p->sentence && m->span.begin < span.end &&
        span.begin < m->span.end && pq_entity_base(p->r, m->entity) == thing) {
      return true;
    }
  }
  return false;
}

/* "itself", "its own", "self-cleavage", "autocleavage", "each other", "its
 * residues" */
static bool says_self(const pq_parse *p, const pq_draft *d) {
  const bool sited = !pq_span_empty(d->site);
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const pq_view head = pq_view_head(pq_unit_text(p, i), 4);
    if ((u->classes & PQ_W_SAME) || pq_unit_says(p, i, "own") ||
        pq_unit_says(p, i, "each") || (sited && pq_unit_says(p, i, "its")) ||
        pq_view_alike(head, PQ_LIT("self")) ||
        pq_view_alike(head, PQ_LIT("auto"))) {
      return true;
    }
  }
  return false;
}

/* "MCM2 allows CDC45 to activate the helicase", where that seems to be CDC45:
 * who acts on himself is said to, or named twice. */
static bool is_meant_back(const pq_parse *p, const pq_draft *d,
                          const pq_named *n, pq_node node) {
  if (node.kind != PQ_NODE_EVENT || p->hits.at[d->hit].trigger->self) {
    return false;
  }
  const pq_event *const e = pq_event_at(p->r, node.id);
  const pq_entity_id thing = pq_entity_base(p->r, n->entity);
  if (e->n_themes != 1 || pq_entity_base(p->r, e->themes[0]) != thing) {
    return false;
  }
  const bool twice =
      n->sentence == p->sentence && d->theme_sentence == p->sentence &&
      (n->span.end <= d->theme.begin || d->theme.end <= n->span.begin) &&
      is_named_in(p, thing, n->span) && is_named_in(p, thing, d->theme);
  return !twice && !says_self(p, d);
}

bool pq_oneself_acts(const pq_parse *p, const pq_draft *d, const pq_named *n,
                     pq_node node, pq_relation relation) {
  return (relation == PQ_REL_DIRECT && binds_itself(p, n->entity, node)) ||
         is_renamed(p, d, n, node) || is_oneself(p, d, n, node) ||
         is_meant_back(p, d, n, node);
}
