#include "seed_record.h"

#include "seed_text.inc"

const pq_view pq_seed_file = PQ_LIT_INIT(SEED_TEXT);

#define NOTHING \
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

const pq_maker pq_sample_maker = {
    .version = PQ_LIT_INIT("0.1.0"),
    .lexicon = PQ_LIT_INIT(NOTHING),
    .grammar = PQ_LIT_INIT(NOTHING),
    .base = PQ_LIT_INIT("https://w3id.org/pathquill/"),
};

#define WORDS(name_, term_, participle_, badge_)          \
  .name = PQ_LIT_INIT(name_), .term = PQ_LIT_INIT(term_), \
  .participle = PQ_LIT_INIT(participle_), .badge = PQ_LIT_INIT(badge_)

const pq_kind pq_sample_kinds[PQ_N_SAMPLE_KINDS] = {
    [PQ_KIND_PHOSPHORYLATION] = {WORDS("phosphorylation", "MI:0217",
                                       "phosphorylated", "p"),
                                 .product = {['S' - 'A'] = 46,
                                             ['T' - 'A'] = 47,
                                             ['Y' - 'A'] = 48,
                                             ['H' - 'A'] = 890},
                                 .product_else = 696, .product_unsaid = 696},
    [PQ_KIND_ACTIVATION] = {WORDS("activation", "MI:2236", "activated", ""),
                            .leaves = PQ_ACTIVE},
    [PQ_KIND_EXPRESSION] = {WORDS("expression", "GO:0010467", "expressed", ""),
                            .of_label = true, .needs_gene = true,
                            .output_theme = true},
    [PQ_KIND_BINDING] = {WORDS("binding", "MI:0915", "bound", ""),
                         .of_label = true, .binding = true},
    [PQ_KIND_ASSEMBLY] = {WORDS("assembly", "GO:0065003", "assembled", ""),
                          .of_label = true, .assembly = true},
    [PQ_KIND_DISSOCIATION] = {WORDS("dissociation", "GO:0032984", "dissociated",
                                    ""),
                              .of_label = true, .dissociation = true},
    [PQ_KIND_TRANSLOCATION] = {WORDS("translocation", "GO:0051234",
                                     "translocated", ""),
                               .transport = true},
    [PQ_KIND_CONVERSION] = {WORDS("conversion", "MI:0414", "converted", ""),
                            .of_label = true, .conversion = true},
    [PQ_KIND_UBIQUITINATION] = {WORDS("ubiquitination", "MI:0220",
                                      "ubiquitinated", "Ub"),
                                .product = {['K' - 'A'] = 1148},
                                .product_unsaid = 1148},
    [PQ_KIND_DEGRADATION] = {WORDS("degradation", "GO:0030163", "degraded", ""),
                             .destruction = true},
};

/* Slots of the record's tables, in the order in which they are filled. */
enum {
  STAT3 = 1,
  ALK,
  JAK3,
  MTOR,
  PI3K,
  MAPK,
  ACTIVE_ALK,
  FUSION_ALK,
  PATHWAY_PI3K,
  PATHWAY_MTOR,
  PATHWAY_MAPK,
  SURVIVAL,
  CYCLE_GENES,
  APOPTOTIC_GENES
};

static const pq_entity_id alk_only[] = {ALK};

#define PROTEIN(symbol, hgnc, uniprot)                                     \
  {                                                                        \
    .kind = PQ_ENTITY_PROTEIN, .id = PQ_LIT_INIT(hgnc),                    \
    .label = PQ_LIT_INIT(symbol), .accession = PQ_LIT_INIT(uniprot),       \
    .xrefs = PQ_LIT_INIT("UniProt:" uniprot), .taxon = PQ_LIT_INIT("9606") \
  }
#define THING(kind_, id_, label_, xrefs_)                                  \
  {                                                                        \
    .kind = (kind_), .id = PQ_LIT_INIT(id_), .label = PQ_LIT_INIT(label_), \
    .xrefs = PQ_LIT_INIT(xrefs_)                                           \
  }
#define PATHWAY(id_, label_, after_, close_, after_id)          \
  {                                                             \
    .kind = PQ_ENTITY_PATHWAY, .id = PQ_LIT_INIT(id_),          \
    .label = PQ_LIT_INIT(label_), .after = PQ_LIT_INIT(after_), \
    .close = PQ_LIT_INIT(close_), .after_entity = {             \
      after_id                                                  \
    }                                                           \
  }

static const pq_entity entities[] = {
    PROTEIN("STAT3", "HGNC:11364", "P40763"),
    PROTEIN("ALK", "HGNC:427", "Q9UM73"),
    PROTEIN("JAK3", "HGNC:6193", "P52333"),
    PROTEIN("mTOR", "HGNC:3942", "P42345"),
    THING(PQ_ENTITY_COMPLEX, "FPLX:PI3K", "PI3K", ""),
    THING(PQ_ENTITY_FAMILY, "FPLX:MAPK", "MAPK", ""),
    {.kind = PQ_ENTITY_PROTEIN, .of = ALK, .active = PQ_ACTIVE},
    {.kind = PQ_ENTITY_FUSION, .members = alk_only, .n_members = 1},
    PATHWAY("PQ:pathway.PI3K", "PI3K pathway", "FPLX:PI3K", "GO:0043491", PI3K),
    PATHWAY("PQ:pathway.mTOR", "mTOR pathway", "HGNC:3942", "GO:0031929", MTOR),
    PATHWAY("PQ:pathway.MAPK", "MAPK pathway", "FPLX:MAPK", "GO:0000165", MAPK),
    THING(PQ_ENTITY_PROCESS, "PQ:process.cell-survival", "cell survival",
          "~GO:0043066"),
    THING(PQ_ENTITY_GROUP, "PQ:genes.cell-cycle", "cell cycle genes",
          "~GO:0007049"),
    THING(PQ_ENTITY_GROUP, "PQ:genes.anti-apoptotic", "anti-apoptotic genes",
          "~GO:0043066"),
};

enum {
  PHOSPHO = 1,
  PHOSPHO_Y705,
  ACTIVATION,
  RIVAL,
  PHOSPHO_S727,
  CYCLE,
  APO
};

static const pq_event events[] = {
    {.kind = PQ_KIND_PHOSPHORYLATION, .themes = {STAT3}, .n_themes = 1},
    {.kind = PQ_KIND_PHOSPHORYLATION,
     .themes = {STAT3},
     .n_themes = 1,
     .site = {'Y', 705}},
    {.kind = PQ_KIND_ACTIVATION, .themes = {STAT3}, .n_themes = 1},
    {.kind = PQ_KIND_ACTIVATION,
     .themes = {STAT3},
     .n_themes = 1,
     .downstream_of = ALK},
    {.kind = PQ_KIND_PHOSPHORYLATION,
     .themes = {STAT3},
     .n_themes = 1,
     .site = {'S', 727}},
    {.kind = PQ_KIND_EXPRESSION, .themes = {CYCLE_GENES}, .n_themes = 1},
    {.kind = PQ_KIND_EXPRESSION, .themes = {APOPTOTIC_GENES}, .n_themes = 1},
};

#define NODE(kind_, id) \
  { PQ_NODE_##kind_, id }
#define CLAIM(relation_, polarity_, kind_1, id_1, kind_2, id_2)  \
  {                                                              \
    .subject = NODE(kind_1, id_1), .object = NODE(kind_2, id_2), \
    .relation = PQ_REL_##relation_, .polarity = (polarity_)      \
  }
#define PROMOTES(kind_1, id_1, kind_2, id_2) \
  CLAIM(UPSTREAM, PQ_POSITIVE, kind_1, id_1, kind_2, id_2)
#define DEPENDS(id_1, id_2) \
  CLAIM(DEPENDS_ON, PQ_POSITIVE, EVENT, id_1, ENTITY, id_2)
#define HAPPENS(id_1, id_2) \
  CLAIM(HAPPENS, PQ_POLARITY_UNSAID, ENTITY, id_1, EVENT, id_2)

static const pq_claim claims[] = {
    PROMOTES(ENTITY, ACTIVE_ALK, EVENT, PHOSPHO),      /* 1: T1 */
    HAPPENS(STAT3, PHOSPHO_Y705),                      /* 2: C0 */
    PROMOTES(ENTITY, ACTIVE_ALK, EVENT, PHOSPHO_Y705), /* 3: C1 */
    PROMOTES(ENTITY, FUSION_ALK, EVENT, PHOSPHO_Y705), /* 4: C2 */
    PROMOTES(ENTITY, STAT3, ENTITY, SURVIVAL),         /* 5: C3 */
    PROMOTES(ENTITY, ALK, EVENT, ACTIVATION),          /* 6: C4 */
    {.subject = NODE(ENTITY, ALK),                     /* 7: A */
     .object = NODE(EVENT, ACTIVATION),
     .relation = PQ_REL_DIRECT,
     .polarity = PQ_POSITIVE,
     .direct = PQ_DIRECTLY},
    {.subject = NODE(EVENT, RIVAL), /* 8: B */
     .object = NODE(ENTITY, JAK3),
     .relation = PQ_REL_DEPENDS_ON,
     .polarity = PQ_POSITIVE,
     .direct = PQ_INDIRECTLY},
    HAPPENS(STAT3, PHOSPHO_S727),        /* 9: C5 */
    DEPENDS(PHOSPHO_S727, PATHWAY_PI3K), /* 10 */
    DEPENDS(PHOSPHO_S727, PATHWAY_MTOR), /* 11 */
    DEPENDS(PHOSPHO_S727, PATHWAY_MAPK), /* 12 */
    {.subject = NODE(EVENT, PHOSPHO_S727),
     .relation = PQ_REL_UPSTREAM},            /* 13: Q9 */
    PROMOTES(ENTITY, STAT3, EVENT, CYCLE),    /* 14: C11 */
    PROMOTES(ENTITY, STAT3, EVENT, APO),      /* 15: C12 */
    PROMOTES(EVENT, CYCLE, ENTITY, SURVIVAL), /* 16: M1 */
    PROMOTES(EVENT, APO, ENTITY, SURVIVAL),   /* 17: M2 */
};

/* Sentences: the title, then offsets from the start of the summary. */
static const pq_span sentences[] = {{0, 48},    {0, 334},   {335, 584},
                                    {585, 689}, {690, 784}, {785, 927}};

/* Works, and the references that fit each in the JSON line. */
#define WORK(author, year_, ...)                                     \
  {                                                                  \
    .authors = {PQ_LIT_INIT(author)}, .n_authors = 1, .et_al = true, \
    .year = (year_), .fits = {__VA_ARGS__},                          \
    .n_fits = sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t)   \
  }
static const pq_work works[] = {
    WORK("Zamo", 2002, 0),
    WORK("Zhang", 2002, 1),
    WORK("Amin", 2003, 2),
    WORK("Chiarle", 2003, 3, 4, 7),
    WORK("Chiarle", 2005, 3, 4, 7),
    WORK("Sattu", 2013, 5),
    {.authors = {PQ_LIT_INIT("Turner"), PQ_LIT_INIT("Alexander")},
     .n_authors = 2,
     .year = 2006,
     .fits = {6},
     .n_fits = 1},
    WORK("Chiarle", 2008, 3, 4, 7),
    WORK("Palmer", 2009, 8),
    WORK("Han", 2006, 9, 10),
    WORK("Han", 2006, 9, 10),
    WORK("Lai", 2005, 11),
    WORK("Marzec", 2005, 12),
    WORK("Shi", 2006, 13),
    WORK("Gambi", 2019, 14),
};

static const struct {
  pq_span span;
  pq_sentence_id sentence;
  pq_work_id work;
  pq_role role;
} citations[] = {
    {{137, 153}, 1, 1, PQ_ROLE_PRIMARY},  {{155, 172}, 1, 2, PQ_ROLE_PRIMARY},
    {{174, 190}, 1, 3, PQ_ROLE_PRIMARY},  {{192, 211}, 1, 4, PQ_ROLE_PRIMARY},
    {{213, 232}, 1, 5, PQ_ROLE_PRIMARY},  {{234, 251}, 1, 6, PQ_ROLE_PRIMARY},
    {{265, 291}, 1, 7, PQ_ROLE_REVIEW},   {{293, 312}, 1, 8, PQ_ROLE_REVIEW},
    {{314, 332}, 1, 9, PQ_ROLE_REVIEW},   {{459, 476}, 2, 2, PQ_ROLE_PRIMARY},
    {{478, 496}, 2, 10, PQ_ROLE_PRIMARY}, {{478, 496}, 2, 11, PQ_ROLE_PRIMARY},
    {{498, 513}, 2, 12, PQ_ROLE_PRIMARY}, {{515, 533}, 2, 13, PQ_ROLE_PRIMARY},
    {{535, 550}, 2, 14, PQ_ROLE_PRIMARY}, {{564, 582}, 2, 9, PQ_ROLE_REVIEW},
    {{765, 782}, 4, 15, PQ_ROLE_PRIMARY}, {{906, 925}, 5, 8, PQ_ROLE_REVIEW},
};

static const uint32_t numbers[] = {0, 1,  2,  3,  4,  5,  6,  7,  8,
                                   9, 10, 11, 12, 13, 14, 15, 16, 17};

#define PMID(digits) PQ_LIT_INIT(digits)
static const pq_view pmids[] = {
    PMID("11850821"), PMID("11751994"), PMID("12934099"), PMID("12424201"),
    PMID("15895073"), PMID("23889739"), PMID("16482213"), PMID("18097461"),
    PMID("19459784"), PMID("16825495"), PMID("16871283"), PMID("16153455"),
    PMID("16170336"), PMID("16939498"), PMID("30692217")};

/* Cues by sentence: two in the dispute, one in the question. */
static const pq_span cues[] = {{335, 342}, {444, 457}, {745, 763}};

static const struct {
  pq_stated states;
  uint32_t id;
  pq_sentence_id sentence;
  pq_span span;
  pq_stance stance;
  uint8_t cue, n_cues, citation, n_citations;
  pq_span agent, theme;
} rows[] = {
    {0, 1, 0, {0, 48}, PQ_ASSERTED, 0, 0, 0, 0, {38, 48}, {0, 5}},
    {0, 2, 1, {0, 39}, PQ_ASSERTED, 0, 0, 0, 9, {0, 0}, {0, 5}},
    {0, 3, 1, {0, 64}, PQ_ASSERTED, 0, 0, 0, 9, {54, 64}, {0, 5}},
    {0, 4, 1, {0, 98}, PQ_ASSERTED, 0, 0, 0, 9, {69, 98}, {0, 5}},
    {0, 5, 1, {0, 135}, PQ_ASSERTED, 0, 0, 0, 9, {0, 5}, {118, 135}},
    {PQ_STATES_DISPUTE,
     1,
     2,
     {335, 457},
     PQ_CONTROVERSIAL,
     0,
     2,
     9,
     7,
     {0, 0},
     {0, 0}},
    {0, 6, 2, {343, 377}, PQ_PRESUPPOSED, 0, 0, 0, 0, {374, 377}, {343, 348}},
    {0, 7, 2, {343, 421}, PQ_ALTERNATIVE, 0, 2, 0, 0, {402, 421}, {343, 348}},
    {0, 8, 2, {343, 440}, PQ_ALTERNATIVE, 0, 2, 0, 0, {436, 440}, {343, 348}},
    {0, 9, 3, {585, 627}, PQ_ASSERTED, 0, 0, 0, 0, {0, 0}, {585, 590}},
    {0, 10, 3, {585, 664}, PQ_ASSERTED, 0, 0, 0, 0, {660, 664}, {585, 590}},
    {0, 11, 3, {585, 670}, PQ_ASSERTED, 0, 0, 0, 0, {666, 670}, {585, 590}},
    {0, 12, 3, {585, 688}, PQ_ASSERTED, 0, 0, 0, 0, {675, 679}, {585, 590}},
    {PQ_STATES_QUESTION,
     13,
     4,
     {690, 763},
     PQ_UNCLEAR,
     2,
     1,
     16,
     1,
     {0, 0},
     {585, 590}},
    {0, 5, 5, {785, 813}, PQ_ASSERTED, 0, 0, 17, 1, {785, 790}, {800, 813}},
    {0, 14, 5, {785, 867}, PQ_ASSERTED, 0, 0, 17, 1, {785, 790}, {857, 867}},
    {0, 15, 5, {785, 892}, PQ_ASSERTED, 0, 0, 17, 1, {785, 790}, {872, 892}},
    {0, 16, 5, {791, 867}, PQ_ASSERTED, 0, 0, 17, 1, {831, 867}, {800, 813}},
    {0, 17, 5, {791, 892}, PQ_ASSERTED, 0, 0, 17, 1, {831, 892}, {800, 813}},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
  TITLE_AT = 1080,
  TITLE_END = 1128,
  SUMMARY_AT = 1252,
  SUMMARY_END = 2179
};

/* Where the offsets of a sentence count from. */
static uint32_t start_of(const pq_record *r, pq_sentence_id sentence,
                         bool json) {
  if (json) return 0;
  return pq_plain_from(&r->texts.at[0].plain, sentence ? SUMMARY_AT : TITLE_AT);
}

static pq_span shift(pq_span s, uint32_t by) {
  if (pq_span_empty(s)) return s;
  return (pq_span){s.begin + by, s.end + by};
}

static pq_view slice(uint32_t begin, uint32_t end) {
  return pq_span_text(pq_seed_file, (pq_span){begin, end});
}

static pq_status add_texts(pq_record *r, bool json) {
  pq_status st = PQ_OK;
  pq_text_id id = 0;
  if (json) {
    PQ_TRY(st, pq_store_text(r, PQ_SOURCE_DISPLAY_NAME,
                             slice(TITLE_AT, TITLE_END), &id));
    PQ_TRY(st, pq_store_text(r, PQ_SOURCE_SUMMARY,
                             slice(SUMMARY_AT, SUMMARY_END), &id));
  } else {
    PQ_TRY(st, pq_store_text(r, PQ_SOURCE_FILE, pq_seed_file, &id));
  }
  for (uint32_t i = 0; i < COUNT(sentences); ++i) {
    const pq_sentence s = {.text = i ? id : 0,
                           .part = i ? PQ_PART_SUMMARY : PQ_PART_TITLE,
                           .span = shift(sentences[i], start_of(r, i, json)),
                           .paragraph = i ? 1 : 0};
    PQ_PUSH(r->arena, &r->sentences, s);
  }
  return PQ_OK;
}

static pq_status add_works(pq_record *r, bool json) {
  for (uint32_t i = 0; i < COUNT(works); ++i) {
    pq_work work = works[i];
    if (i == 9) work.letter = 'a'; /* Han 2006 */
    if (i == 10) work.letter = 'b';
    if (!json) work.n_fits = 0;
    PQ_PUSH(r->arena, &r->works, work);
  }
  for (uint32_t i = 0; i < COUNT(citations); ++i) {
    const pq_span span =
        shift(citations[i].span, start_of(r, citations[i].sentence, json));
    const pq_citation c = {.span = span,
                           .sentence = citations[i].sentence,
                           .work = citations[i].work,
                           .role = citations[i].role,
                           .bracket = span,
                           .in_bracket = true};
    PQ_PUSH(r->arena, &r->citations, c);
  }
  for (uint32_t i = 0; json && i < COUNT(pmids); ++i) {
    PQ_PUSH(r->arena, &r->references, ((pq_reference){.pmid = pmids[i]}));
  }
  return PQ_OK;
}

static pq_status add_content(pq_record *r) {
  pq_status st = PQ_OK;
  uint32_t id = 0;
  for (uint32_t i = 0; i < COUNT(entities); ++i) {
    PQ_TRY(st, pq_store_entity(r, &entities[i], &id));
  }
  for (uint32_t i = 0; i < COUNT(events); ++i) {
    PQ_TRY(st, pq_store_event(r, &events[i], &id));
  }
  for (uint32_t i = 0; i < COUNT(claims); ++i) {
    PQ_TRY(st, pq_store_claim(r, &claims[i], &id));
  }
  const pq_dispute dispute = {.alternatives = {7, 8}, .n_alternatives = 2};
  PQ_PUSH(r->arena, &r->disputes, dispute);
  return PQ_OK;
}

static pq_status add_evidence(pq_record *r, bool json) {
  for (uint32_t i = 0; i < COUNT(rows); ++i) {
    const uint32_t start = start_of(r, rows[i].sentence, json);
    pq_span *const own = pq_arena_take(r->arena, 2 * sizeof *own);
    if (!own) return r->arena->status;
    for (uint32_t k = 0; k < rows[i].n_cues; ++k) {
      own[k] = shift(cues[rows[i].cue + k], start);
    }
    const pq_evidence e = {.states = rows[i].states,
                           .id = rows[i].id,
                           .sentence = rows[i].sentence,
                           .span = shift(rows[i].span, start),
                           .stance = rows[i].stance,
                           .cues = own,
                           .n_cues = rows[i].n_cues,
                           .citations = &numbers[rows[i].citation],
                           .n_citations = rows[i].n_citations,
                           .rule = PQ_LIT("sample"),
                           .agent = shift(rows[i].agent, start),
                           .theme = shift(rows[i].theme, start),
                           .agent_sentence = rows[i].sentence,
                           .theme_sentence = rows[i].sentence};
    PQ_PUSH(r->arena, &r->evidence, e);
  }
  return PQ_OK;
}

pq_status pq_seed_build(pq_record *r, pq_arena *arena, bool json) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_store_begin(r, arena, NULL));
  r->bytes = pq_seed_file;
  pq_digest_of(r->bytes, &r->digest);
  r->stable_id = PQ_LIT("R-HSA-9701524");
  r->title = PQ_LIT("STAT3 is phosphorylated downstream of active ALK");
  r->species = PQ_LIT("Homo sapiens");
  r->taxon = PQ_LIT("9606");
  r->kinds = pq_sample_kinds;
  r->n_kinds = PQ_N_SAMPLE_KINDS;
  r->has_references = json;
  PQ_TRY(st, add_texts(r, json));
  PQ_TRY(st, add_works(r, json));
  PQ_TRY(st, add_content(r));
  return add_evidence(r, json);
}
