#include "line.h"

/* What each relation makes of the ends of its claim. */
typedef enum role {
  NOBODY,
  SUBJECT,
  OBJECT
} role;

static const struct {
  role agent, effect;   /* who acts; what happens, or is acted upon */
  role theme;           /* where it is not a part of the effect */
  const char *relation; /* REGULATES adds the sign */
  const char *kind;     /* where the effect is no event */
} relations[] = {
    [PQ_REL_HAPPENS] = {NOBODY, OBJECT, SUBJECT, NULL, "regulation"},
    [PQ_REL_DIRECT] = {SUBJECT, OBJECT, NOBODY, "direct", "regulation"},
    [PQ_REL_UPSTREAM] = {SUBJECT, OBJECT, NOBODY, "upstream", "regulation"},
    [PQ_REL_REGULATES] = {SUBJECT, OBJECT, NOBODY, "regulates", "regulation"},
    [PQ_REL_DEPENDS_ON] = {OBJECT, SUBJECT, NOBODY, "depends_on", "regulation"},
    [PQ_REL_INTERACTS] = {SUBJECT, OBJECT, NOBODY, "direct", "binding"},
    [PQ_REL_INFLUENCES] = {SUBJECT, OBJECT, NOBODY, "upstream", "regulation"},
    [PQ_REL_LOCATED_IN] = {NOBODY, OBJECT, SUBJECT, NULL, "localization"},
    [PQ_REL_PART_OF] = {NOBODY, OBJECT, SUBJECT, NULL, "membership"},
    [PQ_REL_OUTPUT_OF] = {NOBODY, OBJECT, SUBJECT, NULL, "assembly"},
};

static const char *const statuses[PQ_N_STANCES] = {
    "asserted",      "presupposed", "hedged", "alternative",
    "controversial", "unclear",     "denied"};

static const char *const sources[] = {[PQ_SOURCE_DISPLAY_NAME] = "display_name",
                                      [PQ_SOURCE_SUMMARY] = "summary",
                                      [PQ_SOURCE_FILE] = "file"};

static const char *const polarities[] = {[PQ_POLARITY_UNSAID] = "unspecified",
                                         [PQ_POSITIVE] = "positive",
                                         [PQ_NEGATIVE] = "negative"};

static const char *const directs[] = {[PQ_DIRECT_UNSAID] = "unspecified",
                                      [PQ_DIRECTLY] = "direct",
                                      [PQ_INDIRECTLY] = "indirect"};

static pq_node end_of(const pq_claim *c, role r) {
  if (r == SUBJECT) return c->subject;
  if (r == OBJECT) return c->object;
  return (pq_node){PQ_NODE_NONE, 0};
}

/* Does a mention name the entity, or a state of it, by just these words, or
 * somewhere among them? */
static bool is_named_at(const pq_record *r, pq_entity_id id,
                        pq_sentence_id sentence, pq_span span, bool just) {
  for (uint32_t i = pq_first_mention(r, sentence);
       i < r->mentions.n && r->mentions.at[i].sentence == sentence; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    const bool at = m->span.begin == span.begin && m->span.end == span.end;
    if ((just ? at : pq_span_holds(span, m->span)) &&
        pq_entity_base(r, m->entity) == pq_entity_base(r, id)) {
      return true;
    }
  }
  return false;
}

/* What is acted upon: of an event the theme that the evidence points at. */
static pq_node theme_of(const pq_record *r, pq_node effect,
                        const pq_evidence *e) {
  if (effect.kind != PQ_NODE_EVENT) return effect;
  const pq_event *const event = pq_event_at(r, effect.id);
  for (uint32_t i = 0; i < event->n_themes; ++i) {
    if (is_named_at(r, event->themes[i], e->theme_sentence, e->theme, true)) {
      return (pq_node){PQ_NODE_ENTITY, event->themes[i]};
    }
  }
  if (!event->n_themes) return (pq_node){PQ_NODE_NONE, 0};
  /* "links the receptor to dynein": what is not named there but meant */
  for (uint32_t i = 0; i < event->n_themes; ++i) {
    if (!is_named_at(r, event->themes[i], e->sentence, e->span, false)) {
      return (pq_node){PQ_NODE_ENTITY, event->themes[i]};
    }
  }
  return (pq_node){PQ_NODE_ENTITY, event->themes[0]};
}

/* Words of another text cannot be given: then those of the claim stand in. */
static pq_span words_of(const pq_record *r, const pq_evidence *e, pq_span span,
                        pq_sentence_id sentence) {
  const pq_text_id text = r->sentences.at[e->sentence].text;
  const bool here =
      !pq_span_empty(span) && r->sentences.at[sentence].text == text;
  return here ? span : e->span;
}

static const char *relation_of(const pq_claim *c) {
  if (c->relation != PQ_REL_REGULATES) return relations[c->relation].relation;
  if (c->polarity == PQ_POSITIVE) return "regulates+";
  return c->polarity == PQ_NEGATIVE ? "regulates-" : "regulates";
}

static const char *polarity_of(const pq_claim *c) {
  const bool plain =
      c->relation == PQ_REL_DIRECT || c->relation == PQ_REL_DEPENDS_ON;
  const pq_polarity said = c->polarity;
  return polarities[plain && said == PQ_POLARITY_UNSAID ? PQ_POSITIVE : said];
}

static void fill_claim(const pq_graph *g, pq_claim_line *line) {
  const pq_record *const r = g->record;
  const pq_evidence *const e = line->evidence;
  const pq_claim *const c = &r->claims.at[e->id];
  const bool question = g->claims[e->id].question;
  const pq_node known =
      c->subject.kind != PQ_NODE_NONE ? c->subject : c->object;
  const pq_node effect =
      question ? known : end_of(c, relations[c->relation].effect);
  const pq_node theme = end_of(c, relations[c->relation].theme);
  line->id = g->claims[e->id].iri;
  line->label = g->claims[e->id].label;
  line->kind = pq_view_of(relations[c->relation].kind);
  line->negated = c->negated;
  if (effect.kind == PQ_NODE_EVENT) {
    const pq_event *const event = pq_event_at(r, effect.id);
    line->kind = r->kinds[event->kind].name;
    line->site = event->site;
  }
  line->theme =
      theme.kind != PQ_NODE_NONE && !question ? theme : theme_of(r, effect, e);
  if (question) {
    line->kind = PQ_LIT("open_question");
  } else {
    line->agent = end_of(c, relations[c->relation].agent);
    line->directness =
        directs[c->direct == PQ_DIRECT_UNSAID && c->relation == PQ_REL_DIRECT
                    ? PQ_DIRECTLY
                    : c->direct];
  }
  if (line->agent.kind != PQ_NODE_NONE) {
    line->relation = relation_of(c);
    line->polarity = polarity_of(c);
  }
}

/* Behind the evidence come the passages. */
static const pq_evidence *row_at(const pq_record *r, uint32_t index) {
  return index < r->evidence.n ? &r->evidence.at[index]
                               : &r->passages.at[index - r->evidence.n];
}

static void fill_passage(const pq_graph *g, uint32_t index,
                         pq_claim_line *line) {
  const pq_name *const name = &g->passages[index - g->record->evidence.n];
  line->id = name->iri;
  line->label = name->label;
  line->kind = PQ_LIT("passage");
  if (line->evidence->id) {
    line->theme = (pq_node){PQ_NODE_ENTITY, line->evidence->id};
  }
}

const char *pq_stance_word(pq_stance stance) {
  return statuses[stance];
}

const char *pq_source_word(pq_source source) {
  return sources[source];
}

pq_claim_line pq_claim_line_of(const pq_graph *g, uint32_t index) {
  const pq_record *const r = g->record;
  const pq_evidence *const e = row_at(r, index);
  pq_claim_line line = {.evidence = e,
                        .polarity = polarities[PQ_POLARITY_UNSAID],
                        .directness = directs[PQ_DIRECT_UNSAID],
                        .status = statuses[e->stance]};
  line.text = &r->texts.at[r->sentences.at[e->sentence].text];
  line.source = pq_source_word(line.text->source);
  line.agent_span = words_of(r, e, e->agent, e->agent_sentence);
  line.theme_span = words_of(r, e, e->theme, e->theme_sentence);
  if (e->states == PQ_STATES_NOTHING) {
    fill_passage(g, index, &line);
  } else if (e->states == PQ_STATES_DISPUTE) {
    line.id = g->disputes[e->id].iri;
    line.label = g->disputes[e->id].label;
    line.kind = PQ_LIT("dispute");
  } else {
    fill_claim(g, &line);
  }
  return line;
}

static pq_view id_of(const pq_graph *g, uint32_t index) {
  const pq_evidence *const e = row_at(g->record, index);
  if (e->states == PQ_STATES_NOTHING) {
    return g->passages[index - g->record->evidence.n].iri;
  }
  if (e->states == PQ_STATES_DISPUTE) return g->disputes[e->id].iri;
  return g->claims[e->id].iri;
}

static pq_source source_of(const pq_record *r, const pq_evidence *e) {
  return r->texts.at[r->sentences.at[e->sentence].text].source;
}

static int line_order(const pq_graph *g, uint32_t a, uint32_t b) {
  const pq_evidence *const x = row_at(g->record, a);
  const pq_evidence *const y = row_at(g->record, b);
  const pq_source first = source_of(g->record, x);
  const pq_source second = source_of(g->record, y);
  if (first != second) return first < second ? -1 : 1;
  if (x->span.begin != y->span.begin) {
    return x->span.begin < y->span.begin ? -1 : 1;
  }
  if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
  return pq_view_order(id_of(g, a), id_of(g, b));
}

bool pq_claim_line_same(const pq_graph *g, uint32_t a, uint32_t b) {
  return line_order(g, a, b) == 0;
}

typedef struct rows {
  uint32_t *at;
  uint32_t n;
} rows;

/* Put a row in its place; the same claim at the same words only once.  Rows
 * come nearly in order, so that little has to be moved. */
static void insert(const pq_graph *g, rows *all, uint32_t row) {
  uint32_t k = all->n;
  while (k > 0 && line_order(g, all->at[k - 1], row) > 0) {
    --k;
  }
  if (k > 0 && line_order(g, all->at[k - 1], row) == 0) return;
  memmove(&all->at[k + 1], &all->at[k], (all->n - k) * sizeof *all->at);
  all->at[k] = row;
  ++all->n;
}

/* Two that are in order become one. */
static void merge(const pq_graph *g, const rows *a, const rows *b, rows *out) {
  uint32_t i = 0;
  uint32_t k = 0;
  while (i < a->n || k < b->n) {
    const bool second =
        i == a->n || (k < b->n && line_order(g, a->at[i], b->at[k]) > 0);
    insert(g, out, second ? b->at[k++] : a->at[i++]);
  }
}

static pq_status take_rows(const pq_graph *g, size_t most, rows *out) {
  *out = (rows){.at = pq_arena_take(g->arena, (most + 1) * sizeof *out->at)};
  return out->at ? PQ_OK : g->arena->status;
}

pq_status pq_claim_line_order(const pq_graph *g, bool all, uint32_t **out,
                              uint32_t *n) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  const size_t most = (size_t)g->n_evidence + r->passages.n;
  rows told;
  rows passages;
  PQ_TRY(st, take_rows(g, most, &told));
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    insert(g, &told, g->evidence_order[i]);
  }
  PQ_TRY(st, take_rows(g, r->passages.n, &passages));
  for (uint32_t i = 0; i < r->passages.n; ++i) {
    if (all || r->passages.at[i].id) insert(g, &passages, r->evidence.n + i);
  }
  if (passages.n) {
    const rows claims = told;
    PQ_TRY(st, take_rows(g, most, &told));
    merge(g, &claims, &passages, &told);
  }
  *out = told.at;
  *n = told.n;
  return PQ_OK;
}

const char *pq_claim_line_type(const pq_record *r, pq_node node) {
  if (node.kind != PQ_NODE_ENTITY) return "process";
  switch (pq_entity_at(r, pq_entity_base(r, node.id))->kind) {
  case PQ_ENTITY_PROTEIN: return "protein";
  case PQ_ENTITY_GENE: return "gene";
  case PQ_ENTITY_FAMILY: return "family";
  case PQ_ENTITY_COMPLEX: return "complex";
  case PQ_ENTITY_FUSION: return "fusion";
  case PQ_ENTITY_PATHWAY: return "pathway";
  case PQ_ENTITY_PROCESS: return "process";
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return "chemical";
  case PQ_ENTITY_GROUP: return "gene_group";
  case PQ_ENTITY_CELL: return "cell";
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_UNGROUNDED: break;
  }
  return "other";
}

/* Name spaces by the head of an id, and whether the value keeps that head. */
static const struct {
  pq_view head, space;
  bool whole;
} spaces[] = {
    {PQ_LIT_INIT("HGNC:"), PQ_LIT_INIT("hgnc"), true},
    {PQ_LIT_INIT("FPLX:"), PQ_LIT_INIT("fplx"), false},
    {PQ_LIT_INIT("CHEBI:"), PQ_LIT_INIT("chebi"), true},
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT("go"), true},
    {PQ_LIT_INIT("MIM:"), PQ_LIT_INIT("mim"), false},
    {PQ_LIT_INIT("MESH:"), PQ_LIT_INIT("mesh"), false},
    {PQ_LIT_INIT("NCBIGene:"), PQ_LIT_INIT("ncbigene"), false},
    {PQ_LIT_INIT("NCBITaxon:"), PQ_LIT_INIT("ncbitaxon"), false},
    {PQ_LIT_INIT("CVCL_"), PQ_LIT_INIT("cellosaurus"), true},
};

static size_t put_id(pq_view id, size_t n, pq_claim_line_id *out) {
  for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; ++i) {
    if (!pq_view_starts(id, spaces[i].head)) continue;
    const size_t cut = spaces[i].whole ? 0 : spaces[i].head.len;
    out[n++] = (pq_claim_line_id){spaces[i].space, pq_view_skip(id, cut)};
    break;
  }
  return n;
}

size_t pq_claim_line_ids(const pq_record *r, pq_node node,
                         pq_claim_line_id out[PQ_LINE_IDS_MOST]) {
  if (node.kind != PQ_NODE_ENTITY) return 0;
  const pq_entity *e = pq_entity_at(r, pq_entity_base(r, node.id));
  if (e->kind == PQ_ENTITY_PATHWAY) {
    const bool one = e->after_entity[0] && !e->after_entity[1];
    if (!one) {
      const bool plain = !e->after_entity[0] && e->after.len &&
                         pq_view_find(e->after, '|') == e->after.len;
      return plain ? put_id(e->after, 0, out) : 0;
    }
    e = pq_entity_at(r, pq_entity_base(r, e->after_entity[0]));
  }
  if (e->kind == PQ_ENTITY_UNGROUNDED || e->kind == PQ_ENTITY_FUSION ||
      e->kind == PQ_ENTITY_CLASS) {
    return 0;
  }
  size_t n = 0;
  if (e->accession.len) {
    out[n++] = (pq_claim_line_id){PQ_LIT("uniprot"), e->accession};
  }
  return put_id(e->id, n, out);
}
