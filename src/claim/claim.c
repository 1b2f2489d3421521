/* Sentence by sentence: units, tags, chunks, clauses, drafts, evidence. */
#include "claim.h"

#include "anaphora.h"
#include "coin.h"
#include "doubt.h"
#include "draft.h"
#include "unit.h"

/* ---- drafts -> evidence ---- */

static bool same_claim(const pq_draft *a, const pq_draft *b) {
  return a->dispute == b->dispute && a->id == b->id && a->stance == b->stance;
}

/* Of the same claim twice in one sentence the shorter one is kept. */
static bool is_better(const pq_draft *a, const pq_draft *b, uint32_t i,
                      uint32_t k) {
  const uint32_t x = a->span.end - a->span.begin;
  const uint32_t y = b->span.end - b->span.begin;
  return x != y ? x < y : i < k;
}

static bool is_repeated(const pq_parse *p, uint32_t i) {
  const pq_draft *const d = &p->drafts.at[i];
  for (uint32_t k = 0; k < p->drafts.n; ++k) {
    const pq_draft *const other = &p->drafts.at[k];
    if (k != i && same_claim(d, other) && is_better(other, d, k, i)) {
      return true;
    }
    /* What is said need not be taken for granted. */
    if (k != i && d->stance == PQ_PRESUPPOSED && !d->dispute &&
        !other->dispute && d->id == other->id &&
        other->stance != PQ_PRESUPPOSED) {
      return true;
    }
  }
  return false;
}

/* A claim that a thing stands to itself says nothing; so does one without its
 * ends. */
static bool is_empty(const pq_draft *d) {
  const pq_claim *const c = &d->claim;
  if (d->dispute) return false;
  if (d->cut_off) {
    return c->subject.kind == PQ_NODE_NONE && c->object.kind == PQ_NODE_NONE;
  }
  if (c->subject.kind == PQ_NODE_NONE || c->object.kind == PQ_NODE_NONE) {
    return true;
  }
  return c->subject.kind == c->object.kind && c->subject.id == c->object.id &&
         c->relation != PQ_REL_INTERACTS;
}

/* From its first word to its last, but for what it takes from a clause before:
 * that has papers of its own. */
static pq_span own_words(const pq_parse *p, const pq_draft *d) {
  const uint32_t since = d->dispute ? 0 : p->hits.at[d->hit].since;
  pq_span own = d->span;
  if (since > own.begin && since < own.end) own.begin = since;
  return own;
}

static pq_evidence evidence_of(const pq_parse *p, const pq_draft *d) {
  return (pq_evidence){
      .states = d->dispute   ? PQ_STATES_DISPUTE
                : d->cut_off ? PQ_STATES_QUESTION
                             : PQ_STATES_CLAIM,
      .id = d->dispute ? d->dispute : d->id,
      .sentence = p->sentence,
      .span = own_words(p, d),
      .stance = d->stance,
      .cues = d->cues,
      .n_cues = d->n_cues,
      .settings = d->settings,
      .n_settings = d->n_settings,
      .rule = d->rule,
      .no_cites = d->no_cites && !d->dispute,
      .agent = d->agent,
      .theme = d->theme,
      .agent_sentence = d->agent_sentence,
      .theme_sentence = d->theme_sentence,
  };
}

static pq_status name_drafts(pq_parse *p) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    if (!is_empty(&p->drafts.at[i])) p->drafts.at[n++] = p->drafts.at[i];
  }
  p->drafts.n = n;
  for (uint32_t i = 0; i < n; ++i) {
    pq_draft *const d = &p->drafts.at[i];
    if (!d->dispute) PQ_TRY(st, pq_store_claim(p->r, &d->claim, &d->id));
  }
  return PQ_OK;
}

static pq_status put_evidence(pq_parse *p) {
  pq_status st = PQ_OK;
  const uint32_t first = p->r->evidence.n;
  PQ_TRY(st, name_drafts(p));
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    if (is_repeated(p, i)) continue;
    const pq_evidence e = evidence_of(p, &p->drafts.at[i]);
    PQ_PUSH(p->r->arena, &p->r->evidence, e);
    if (p->drafts.at[i].last) pq_remark_keep(p, p->r->evidence.n - 1);
  }
  return pq_attach_citations(p, first);
}

/* ---- sentences ---- */

/* "... in mouse. (Joo et al, 2016)": a sentence of nothing but citations backs
 * the claims of the one before it that have none. */
static pq_status lend_citations(pq_parse *p) {
  pq_record *const r = p->r;
  const pq_sentence_id own = p->sentence;
  if (own == 0 || r->sentences.at[own - 1].text != p->s->text) return PQ_OK;
  const uint32_t first = p->citation;
  const uint32_t n = pq_first_citation(r, own + 1) - first;
  uint32_t *const list =
      pq_arena_take(r->arena, ((size_t)n + 1) * sizeof *list);
  if (!list) return r->arena->status;
  for (uint32_t k = 0; k < n; ++k) {
    list[k] = first + k;
  }
  for (uint32_t i = r->evidence.n; i-- > 0;) {
    pq_evidence *const e = &r->evidence.at[i];
    if (e->sentence + 1 < own) break; /* evidence is in their order, too */
    if (e->sentence + 1 != own || e->n_citations || e->no_cites) continue;
    e->citations = list;
    e->n_citations = n;
  }
  return PQ_OK;
}

/* Hits that no verb and no noun of their own makes. */
static pq_status read_groups(pq_parse *p) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_dashed_read(p));
  PQ_TRY(st, pq_quality_read(p));
  PQ_TRY(st, pq_needed_read(p));
  PQ_TRY(st, pq_titled_read(p));
  PQ_TRY(st, pq_whole_read(p));
  PQ_TRY(st, pq_holder_read(p));
  pq_share_its(p);
  PQ_TRY(st, pq_wane_read(p));
  return pq_sites_read(p);
}

/* Drafts of claims, and how firmly they are said. */
static pq_status draft_stretch(pq_parse *p) {
  pq_status st = PQ_OK;
  const uint32_t first = p->drafts.n;
  PQ_TRY(st, read_groups(p));
  PQ_TRY(st, pq_draft_all(p));
  PQ_TRY(st, pq_modality_judge(p, first));
  PQ_TRY(st, pq_setting_mark(p, first));
  PQ_TRY(st, pq_dispute_read(p, first));
  if (p->nested) return st;
  pq_remark_mark(p, first);
  return pq_remark_read(p);
}

static pq_status read_stretch(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_contrast_cut(p);
  pq_render_read(p);
  pq_tag_units(p);
  PQ_TRY(st, pq_chunk_units(p));
  PQ_TRY(st, pq_clause_read(p));
  pq_hits_recast(p);
  pq_sites_behind(p);
  PQ_TRY(st, pq_cues_read(p));
  PQ_TRY(st, pq_seek_note_sites(p));
  PQ_TRY(st, draft_stretch(p));
  if (p->r->wants_happenings) PQ_TRY(st, pq_happen_read(p));
  pq_trace_stretch(p);
  return p->nested || p->s->part == PQ_PART_TITLE ? PQ_OK : pq_topic_keep(p);
}

/* The units of the sentence, with names for what only its place tells to be a
 * thing. */
static pq_status read_units(pq_parse *p) {
  pq_status st = PQ_OK;
  const uint32_t site = p->site;
  PQ_TRY(st, pq_units_read(p));
  if (!pq_coin_may(p)) return PQ_OK;
  PQ_TRY(st, pq_coin_read(p));
  p->mention = p->first_mention;
  p->site = site;
  p->said = p->first_said;
  return pq_units_read(p);
}

static pq_status read_sentence(pq_parse *p) {
  pq_status st = PQ_OK;
  p->drafts.n = 0;
  PQ_TRY(st, read_units(p));
  if (p->units.n <= 1 && p->s->n_tokens) return lend_citations(p);
  bool more = true;
  pq_sentence *const s = &p->r->sentences.at[p->sentence];
  while (more) {
    PQ_TRY(st, read_stretch(p));
    s->has_trigger = s->has_trigger || p->hits.n > 1;
    PQ_TRY(st, pq_units_next(p, &more));
  }
  PQ_TRY(st, pq_foreign_sentence(p));
  return put_evidence(p);
}

void pq_parse_turn(pq_parse *p, pq_sentence_id sentence) {
  const pq_record *const r = p->r;
  if (!p->mention) {
    p->mention = 1;
    p->site = 0;
    p->said = 0;
    p->citation = 0;
  } else if (sentence < p->sentence) {
    p->mention = pq_first_mention(r, sentence);
    p->site = pq_first_site(r, sentence);
    p->said = pq_first_species(r, sentence);
    p->citation = pq_first_citation(r, sentence);
  }
  while (p->mention < r->mentions.n &&
         r->mentions.at[p->mention].sentence < sentence) {
    ++p->mention;
  }
  while (p->site < r->sites.n && r->sites.at[p->site].sentence < sentence) {
    ++p->site;
  }
  while (p->said < r->species_said.n &&
         r->species_said.at[p->said].sentence < sentence) {
    ++p->said;
  }
  while (p->citation < r->citations.n &&
         r->citations.at[p->citation].sentence < sentence) {
    ++p->citation;
  }
  p->first_mention = p->mention;
  p->first_said = p->said;
  p->sentence = sentence;
  p->s = &r->sentences.at[sentence];
  p->text = r->texts.at[p->s->text].plain.bytes;
}

pq_status pq_claim_record(pq_record *r, const pq_grammar *g,
                          const pq_classes *classes, pq_buf *trace) {
  pq_status st = PQ_OK;
  pq_parse p = {.r = r, .g = g, .classes = classes, .trace = trace};
  PQ_TRY(st, pq_foreign_record(&p));
  for (pq_sentence_id s = 0; s < r->sentences.n; ++s) {
    pq_parse_turn(&p, s);
    PQ_TRY(st, read_sentence(&p));
  }
  return pq_passages_keep(&p);
}
