/* The sites that a record's claims speak of, against what is known of their
 * proteins.  A mismatch is told at the words that give the number. */
#include "engine.h"

#include "base/note.h"

/* Add a site once. */
static pq_status add(const pq_engine *engine, pq_record *r, pq_entity_id thing,
                     pq_site site) {
  const pq_entity_id id = pq_entity_base(r, thing);
  const pq_entity *const protein = pq_entity_at(r, id);
  if (!site.position || !protein->accession.len) return PQ_OK;
  if (pq_checked_of(r, id, site)) return PQ_OK;
  const pq_checked row = {
      id, site, pq_lexicon_site(engine->lexicon, protein->accession, site)};
  return pq_store_checked(r, &row);
}

pq_status pq_sites_look(const pq_engine *engine, const pq_graph *g) {
  pq_status st = PQ_OK;
  pq_record *const r = g->record;
  for (uint32_t i = 0; i < g->n_events; ++i) {
    const pq_event *const e = pq_event_at(r, g->event_order[i]);
    if (e->n_themes) PQ_TRY(st, add(engine, r, e->themes[0], e->site));
  }
  for (uint32_t i = 0; i < g->n_entities; ++i) {
    const pq_entity *const e = pq_entity_at(r, g->entity_order[i]);
    for (uint32_t k = 0; e->of && k < e->n_mods; ++k) {
      PQ_TRY(st, add(engine, r, e->of, e->mods[k].site));
    }
    if (e->of) {
      PQ_TRY(st, add(engine, r, e->of, pq_mutant_site(r, e->mutant)));
    }
  }
  return PQ_OK;
}

/* ---- where it stands ---- */

static bool same_site(pq_site a, pq_site b) {
  return a.position == b.position && a.residue == b.residue;
}

static bool entity_has(const pq_record *r, pq_entity_id id,
                       const pq_checked *c) {
  const pq_entity *const e = pq_entity_at(r, id);
  if (e->of != c->protein) return false;
  for (uint32_t k = 0; k < e->n_mods; ++k) {
    if (same_site(e->mods[k].site, c->site)) return true;
  }
  return same_site(pq_mutant_site(r, e->mutant), c->site);
}

static bool node_has(const pq_record *r, pq_node node, const pq_checked *c) {
  if (node.kind == PQ_NODE_ENTITY) return entity_has(r, node.id, c);
  if (node.kind != PQ_NODE_EVENT) return false;
  const pq_event *const e = pq_event_at(r, node.id);
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    const pq_entity_id theme = e->themes[i];
    if (entity_has(r, theme, c)) return true;
    if (i == 0 && pq_entity_base(r, theme) == c->protein &&
        same_site(e->site, c->site)) {
      return true;
    }
  }
  return false;
}

/* The words for the site in a sentence, or `span` where there are none. */
static pq_span words_of(const pq_record *r, pq_sentence_id sentence,
                        pq_span span, pq_site site) {
  for (uint32_t i = 0; i < r->sites.n; ++i) {
    const pq_site_mention *const m = &r->sites.at[i];
    if (m->sentence == sentence && same_site(m->site, site)) return m->span;
  }
  return span;
}

/* The first place that claims something of the site. */
static pq_place place_of(const pq_record *r, const pq_checked *c) {
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const ev = &r->evidence.at[i];
    if (ev->states == PQ_STATES_DISPUTE) continue;
    const pq_claim *const claim = &r->claims.at[ev->id];
    if (node_has(r, claim->subject, c) || node_has(r, claim->object, c)) {
      const pq_span at = words_of(r, ev->sentence, ev->span, c->site);
      return pq_record_place(r, r->sentences.at[ev->sentence].text, at.begin);
    }
  }
  return r->place;
}

/* ---- telling ---- */

static pq_status tell(pq_desk *desk, const pq_checked *c) {
  const pq_record *const r = &desk->record;
  const pq_entity *const protein = pq_entity_at(r, c->protein);
  pq_buf *const words = &desk->folded;
  const bool wrong = c->verdict.check == PQ_SITE_MISMATCH;
  pq_buf_reset(words);
  pq_verdict_put(words, protein->accession, c->site, &c->verdict);
  if (words->status) return words->status;
  pq_warn(r->sink, wrong ? "site.mismatch" : "site.legacy", place_of(r, c),
          "%.*s %.*s; kept as written", pq_view_width(protein->label),
          protein->label.ptr, pq_view_width(pq_buf_view(words)), words->ptr);
  return PQ_OK;
}

pq_status pq_sites_check(pq_desk *desk) {
  pq_status st = PQ_OK;
  pq_record *const r = &desk->record;
  PQ_TRY(st, pq_sites_look(desk->engine, &desk->graph));
  for (uint32_t i = 0; i < r->checked.n; ++i) {
    if (pq_verdict_warns(&r->checked.at[i].verdict)) {
      PQ_TRY(st, tell(desk, &r->checked.at[i]));
    }
  }
  return PQ_OK;
}
