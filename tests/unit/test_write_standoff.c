#include "failing.h"
#include "test_claim_text.h"

#include "write/standoff.h"

/* A text and its given entities (NULL: none are given) as annotation. */
static void annotate(told *t, void *const *state, const char *text,
                     const char *given, pq_scheme scheme) {
  pq_raw raw = {.bytes = pq_view_of(text),
                .format = PQ_RAW_TITLED,
                .place = {.file = PQ_LIT("a"), .line = 1}};
  if (given) {
    raw.has_given = true;
    raw.given = pq_view_of(given);
  }
  *t = (told){.heard = {.n = 0}};
  pq_heard_init(&t->heard);
  pq_buf_init(&t->out, NULL);
  pq_desk_open(&t->desk, *state, &t->heard.sink);
  t->desk.happenings = true;
  assert_int_equal(pq_desk_run(&t->desk, &raw), PQ_OK);
  assert_int_equal(pq_write_standoff(&t->desk.record, scheme, &t->out), PQ_OK);
}

static void assert_lines(void *const *state, pq_scheme scheme, const char *text,
                         const char *given, const char *want) {
  told t;
  annotate(&t, state, text, given, scheme);
  ASSERT_VIEW(pq_buf_view(&t.out), want);
  drop_told(&t);
}

static void test_given(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "JAK2 phosphorylates STAT3 at Y705.\n",
               "T1\tGene_or_gene_product 0 4\tJAK2\n"
               "T2\tGene_or_gene_product 20 25\tSTAT3\n"
               "T7\tSimple_chemical 29 33\tY705\n",
               "T8\tPhosphorylation 5 19\tphosphorylates\n"
               "E1\tPhosphorylation:T8 Theme:T2 Cause:T1 Site:T7\n");
}

static void test_own(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "JAK2 phosphorylates STAT3 at Y705.\n",
               NULL,
               "T1\tGene_or_gene_product 0 4\tJAK2\n"
               "N1\tReference T1 UniProt:O60674\tJAK2\n"
               "T2\tGene_or_gene_product 20 25\tSTAT3\n"
               "N2\tReference T2 UniProt:P40763\tSTAT3\n"
               "T3\tEntity 29 33\tY705\n"
               "T4\tPhosphorylation 5 19\tphosphorylates\n"
               "E1\tPhosphorylation:T4 Theme:T2 Cause:T1 Site:T3\n");
}

/* Only what is given acts: STAT3 is not, and so there is no event. */
static void test_only_given(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "JAK2 phosphorylates STAT3.\n",
               "T1\tGene_or_gene_product 0 4\tJAK2\n", "");
}

/* A given name need not be in a lexicon, nor be a word. */
static void test_unknown_names(void **state) {
  assert_lines(state, PQ_SCHEME_GE, "fooXase binds the barlike thing.\n",
               "T1\tProtein 0 4\tfooX\nT2\tProtein 18 25\tbarlike\n", "");
  assert_lines(state, PQ_SCHEME_GE, "XYZfoo binds barlike.\n",
               "T1\tProtein 0 6\tXYZfoo\nT2\tProtein 13 20\tbarlike\n",
               "T3\tBinding 7 12\tbinds\n"
               "E1\tBinding:T3 Theme:T1 Theme2:T2\n");
}

static void test_nested(void **state) {
  assert_lines(state, PQ_SCHEME_PC,
               "IL6 promotes phosphorylation of STAT3 and STAT5A.\n",
               "T1\tGene_or_gene_product 0 3\tIL6\n"
               "T2\tGene_or_gene_product 32 37\tSTAT3\n"
               "T3\tGene_or_gene_product 42 48\tSTAT5A\n",
               "T4\tPhosphorylation 13 28\tphosphorylation\n"
               "T5\tPositive_regulation 4 12\tpromotes\n"
               "E1\tPhosphorylation:T4 Theme:T2\n"
               "E2\tPhosphorylation:T4 Theme:T3\n"
               "E3\tPositive_regulation:T5 Theme:E1 Cause:T1\n"
               "E4\tPositive_regulation:T5 Theme:E2 Cause:T1\n");
}

static const char induced[] = "SOCS3 inhibits IL6-induced expression of FOS.\n";
static const char induced_names[] = "T1\tGene_or_gene_product 0 5\tSOCS3\n"
                                    "T2\tGene_or_gene_product 15 18\tIL6\n"
                                    "T3\tGene_or_gene_product 41 44\tFOS\n";

/* The schemes differ in what is inhibited. */
static void test_by_the_way(void **state) {
  assert_lines(state, PQ_SCHEME_PC, induced, induced_names,
               "T4\tGene_expression 27 37\texpression\n"
               "T5\tPositive_regulation 19 26\tinduced\n"
               "T6\tNegative_regulation 6 14\tinhibits\n"
               "E1\tGene_expression:T4 Theme:T3\n"
               "E2\tPositive_regulation:T5 Theme:E1 Cause:T2\n"
               "E3\tNegative_regulation:T6 Theme:E1 Cause:T1\n");
  assert_lines(state, PQ_SCHEME_GE, induced, induced_names,
               "T4\tGene_expression 27 37\texpression\n"
               "T5\tPositive_regulation 19 26\tinduced\n"
               "T6\tNegative_regulation 6 14\tinhibits\n"
               "E1\tGene_expression:T4 Theme:T3\n"
               "E2\tPositive_regulation:T5 Theme:E1 Cause:T2\n"
               "E3\tNegative_regulation:T6 Theme:E2 Cause:T1\n");
}

/* A cause that an event may not have is that of another, by the same word. */
static void test_catalysis(void **state) {
  assert_lines(state, PQ_SCHEME_EPI, "EP300 acetylates TP53.\n",
               "T1\tProtein 0 5\tEP300\nT2\tProtein 17 21\tTP53\n",
               "T3\tAcetylation 6 16\tacetylates\n"
               "T4\tCatalysis 6 16\tacetylates\n"
               "E1\tAcetylation:T3 Theme:T2\n"
               "E2\tCatalysis:T4 Theme:E1 Cause:T1\n");
}

/* So is what a word of its own tells of: "mediated", but not "increases". */
static void test_catalysis_by_others(void **state) {
  assert_lines(state, PQ_SCHEME_EPI, "EP300-mediated acetylation of TP53.\n",
               "T1\tProtein 0 5\tEP300\nT2\tProtein 30 34\tTP53\n",
               "T3\tAcetylation 15 26\tacetylation\n"
               "T4\tCatalysis 6 14\tmediated\n"
               "E1\tAcetylation:T3 Theme:T2\n"
               "E2\tCatalysis:T4 Theme:E1 Cause:T1\n");
  assert_lines(state, PQ_SCHEME_EPI, "EP300 increases acetylation of TP53.\n",
               "T1\tProtein 0 5\tEP300\nT2\tProtein 31 35\tTP53\n",
               "T3\tAcetylation 16 27\tacetylation\n"
               "E1\tAcetylation:T3 Theme:T2\n");
}

/* Engagement is binding; release without a place is none of PC. */
static void test_words_of_binding(void **state) {
  static const char given[] = "T1\tProtein 14 18\tCD40\n";
  assert_lines(state, PQ_SCHEME_GE, "Engagement of CD40 was seen.\n", given,
               "T2\tBinding 0 10\tEngagement\nE1\tBinding:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_GE, "The release of IL6 was seen.\n",
               "T1\tProtein 15 18\tIL6\n",
               "T2\tLocalization 4 11\trelease\n"
               "E1\tLocalization:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_PC, "The release of IL6 was seen.\n",
               "T1\tGene_or_gene_product 15 18\tIL6\n", "");
}

/* Genes are methylated where the text speaks of DNA, histones never. */
static void test_dna(void **state) {
  assert_lines(state, PQ_SCHEME_EPI, "Methylation of the MLH1 promoter.\n",
               "T1\tProtein 19 23\tMLH1\n",
               "T2\tDNA_methylation 0 11\tMethylation\n"
               "E1\tDNA_methylation:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_EPI, "Methylation of MLH1 was seen.\n",
               "T1\tProtein 15 19\tMLH1\n",
               "T2\tMethylation 0 11\tMethylation\n"
               "E1\tMethylation:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_EPI, "Methylation of H3 at the promoter.\n",
               "T1\tProtein 15 17\tH3\n",
               "T2\tMethylation 0 11\tMethylation\n"
               "E1\tMethylation:T2 Theme:T1\n");
}

/* "suggests that" is a speculation in one scheme only. */
static void test_suggested(void **state) {
  static const char text[] = "This suggests that JAK2 binds STAT3.\n";
  assert_lines(state, PQ_SCHEME_GE, text,
               "T1\tProtein 19 23\tJAK2\nT2\tProtein 30 35\tSTAT3\n",
               "T3\tBinding 24 29\tbinds\n"
               "E1\tBinding:T3 Theme:T1 Theme2:T2\n"
               "M1\tSpeculation E1\n");
  assert_lines(state, PQ_SCHEME_PC, text,
               "T1\tGene_or_gene_product 19 23\tJAK2\n"
               "T2\tGene_or_gene_product 30 35\tSTAT3\n",
               "T3\tBinding 24 29\tbinds\n"
               "E1\tBinding:T3 Theme:T1 Theme2:T2\n");
}

/* What cells and tissues do, with them as themes where the scheme wants so. */
static void test_living(void **state) {
  assert_lines(state, PQ_SCHEME_CG, "VEGFA promotes growth of tumors.\n",
               "T1\tGene_or_gene_product 0 5\tVEGFA\n"
               "T2\tCancer 25 31\ttumors\n",
               "T3\tGrowth 15 21\tgrowth\n"
               "T4\tPositive_regulation 6 14\tpromotes\n"
               "E1\tGrowth:T3 Theme:T2\n"
               "E2\tPositive_regulation:T4 Theme:E1 Cause:T1\n");
  assert_lines(state, PQ_SCHEME_CG, "Fibroblast growth was seen.\n",
               "T1\tCell 0 10\tFibroblast\n",
               "T2\tCell_proliferation 11 17\tgrowth\n"
               "E1\tCell_proliferation:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_CG, "Cell death in fibroblasts was seen.\n",
               "T1\tCell 0 4\tCell\nT2\tCell 14 25\tfibroblasts\n",
               "T3\tDeath 5 10\tdeath\nE1\tDeath:T3 Theme:T2\n");
  assert_lines(state, PQ_SCHEME_CG, "Retinal angiogenesis was seen.\n",
               "T1\tTissue 0 7\tRetinal\n",
               "T2\tBlood_vessel_development 8 20\tangiogenesis\n"
               "E1\tBlood_vessel_development:T2 AtLoc:T1\n");
  assert_lines(state, PQ_SCHEME_CG, "Invasion and motility of melanoma.\n",
               "T1\tCancer 25 33\tmelanoma\n",
               "T2\tLocalization 0 8\tInvasion\n"
               "T3\tLocalization 13 21\tmotility\n"
               "E1\tLocalization:T2 Theme:T1\n"
               "E2\tLocalization:T3 Theme:T1\n");
}

/* A verb is said of the group before it; what is mutated may be a gene; a
 * process that the scheme has not stands for nobody. */
static void test_living_verbs(void **state) {
  assert_lines(state, PQ_SCHEME_CG, "Fibroblasts were treated twice.\n",
               "T1\tCell 0 11\tFibroblasts\n",
               "T2\tPlanned_process 17 24\ttreated\n"
               "E1\tPlanned_process:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_CG, "Mutations of TP53 were seen.\n",
               "T1\tGene_or_gene_product 13 17\tTP53\n",
               "T2\tMutation 0 9\tMutations\n"
               "E1\tMutation:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_CG, "TP53 was lost by mutation.\n",
               "T1\tGene_or_gene_product 0 4\tTP53\n",
               "T2\tMutation 17 25\tmutation\nE1\tMutation:T2 Theme:T1\n");
  /* an exposure of nobody to nothing is none */
  assert_lines(state, PQ_SCHEME_CG, "Fibroblasts are seen, and exposure.\n",
               "T1\tCell 0 11\tFibroblasts\n", "");
  assert_lines(state, PQ_SCHEME_GE, "JAK2 inhibits TP53 signaling.\n",
               "T1\tProtein 0 4\tJAK2\nT2\tProtein 14 18\tTP53\n", "");
}

/* Who undergoes it is the theme, and what is put in is not; where the scheme
 * has no such event, what is given stands for it. */
static void test_treatments(void **state) {
  static const char *const text = "Treatment of mice with aspirin reduces VEGFA"
                                  " expression.\n";
  static const char *const given = "T1\tOrganism 13 17\tmice\n"
                                   "T2\tSimple_chemical 23 30\taspirin\n"
                                   "T3\tGene_or_gene_product 39 44\tVEGFA\n";
  assert_lines(state, PQ_SCHEME_CG, text, given,
               "T4\tPlanned_process 0 9\tTreatment\n"
               "T5\tGene_expression 45 55\texpression\n"
               "T6\tNegative_regulation 31 38\treduces\n"
               "E1\tPlanned_process:T4 Theme:T1 Instrument:T2\n"
               "E2\tGene_expression:T5 Theme:T3\n"
               "E3\tNegative_regulation:T6 Theme:E2 Cause:E1\n");
  assert_lines(state, PQ_SCHEME_PC, text, given,
               "T4\tGene_expression 45 55\texpression\n"
               "T5\tNegative_regulation 31 38\treduces\n"
               "E1\tGene_expression:T4 Theme:T3\n"
               "E2\tNegative_regulation:T5 Theme:E1 Cause:T2\n");
  assert_lines(state, PQ_SCHEME_CG, "Fibroblasts were injected into mice.\n",
               "T1\tCell 0 11\tFibroblasts\nT2\tOrganism 31 35\tmice\n",
               "T3\tPlanned_process 17 25\tinjected\n"
               "E1\tPlanned_process:T3 Theme:T2 Instrument:T1\n");
}

/* Who survives does not die; what is denied does not happen. */
static void test_living_marks(void **state) {
  assert_lines(state, PQ_SCHEME_CG, "Survival of mice was seen.\n",
               "T1\tOrganism 12 16\tmice\n",
               "T2\tDeath 0 8\tSurvival\nE1\tDeath:T2 Theme:T1\n"
               "M1\tNegation E1\n");
  assert_lines(state, PQ_SCHEME_CG, "The melanoma was not vascularized.\n",
               "T1\tCancer 4 12\tmelanoma\n",
               "T2\tBlood_vessel_development 21 33\tvascularized\n"
               "E1\tBlood_vessel_development:T2 AtLoc:T1\n"
               "M1\tNegation E1\n");
}

/* "overexpression" is an expression, and in one scheme more of it, too. */
static void test_overexpression(void **state) {
  static const char *const text = "Overexpression of TP53 was seen.\n";
  static const char *const given = "T1\tGene_or_gene_product 18 22\tTP53\n";
  assert_lines(state, PQ_SCHEME_CG, text, given,
               "T2\tGene_expression 0 14\tOverexpression\n"
               "T3\tPositive_regulation 0 14\tOverexpression\n"
               "E1\tGene_expression:T2 Theme:T1\n"
               "E2\tPositive_regulation:T3 Theme:E1\n");
  assert_lines(state, PQ_SCHEME_PC, text, given,
               "T2\tGene_expression 0 14\tOverexpression\n"
               "E1\tGene_expression:T2 Theme:T1\n");
}

/* What cells are deficient in, one scheme takes for expression that is not. */
static void test_deficiency(void **state) {
  static const char *const given = "T1\tGene_or_gene_product 0 5\tAPAF1\n";
  assert_lines(state, PQ_SCHEME_CG, "APAF1-deficient cells were seen.\n", given,
               "T2\tGene_expression 6 15\tdeficient\n"
               "E1\tGene_expression:T2 Theme:T1\nM1\tNegation E1\n");
  assert_lines(state, PQ_SCHEME_PC, "APAF1-deficient cells were seen.\n", given,
               "T2\tInactivation 6 15\tdeficient\n"
               "E1\tInactivation:T2 Theme:T1\n");
}

/* A molecule is made, and no gene is expressed. */
static void test_synthesis(void **state) {
  static const char *const given = "T1\tSimple_chemical 13 16\tATP\n";
  assert_lines(state, PQ_SCHEME_CG, "Synthesis of ATP was seen.\n", given,
               "T2\tSynthesis 0 9\tSynthesis\nE1\tSynthesis:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_PC, "Synthesis of ATP was seen.\n", given,
               "T2\tConversion 0 9\tSynthesis\n"
               "E1\tConversion:T2 Product:T1\n");
}

static void test_marks(void **state) {
  static const char names[] = "T1\tGene_or_gene_product 0 4\tJAK2\n"
                              "T2\tGene_or_gene_product 28 33\tSTAT3\n";
  assert_lines(state, PQ_SCHEME_PC, "JAK2 does not phosphorylate STAT3.\n",
               names,
               "T3\tPhosphorylation 14 27\tphosphorylate\n"
               "E1\tPhosphorylation:T3 Theme:T2 Cause:T1\n"
               "M1\tNegation E1\n");
  assert_lines(state, PQ_SCHEME_PC, "JAK2 might   phosphorylate  STAT3.\n",
               names,
               "T3\tPhosphorylation 13 26\tphosphorylate\n"
               "E1\tPhosphorylation:T3 Theme:T2 Cause:T1\n"
               "M1\tSpeculation E1\n");
}

/* What is only looked into is speculation in GENIA, and none in PC. */
static void test_marks_of_questions(void **state) {
  static const char text[] = "We examined STAT3 phosphorylation.\n";
  assert_lines(state, PQ_SCHEME_PC, text,
               "T1\tGene_or_gene_product 12 17\tSTAT3\n",
               "T2\tPhosphorylation 18 33\tphosphorylation\n"
               "E1\tPhosphorylation:T2 Theme:T1\n");
  assert_lines(state, PQ_SCHEME_GE, text, "T1\tProtein 12 17\tSTAT3\n",
               "T2\tPhosphorylation 18 33\tphosphorylation\n"
               "E1\tPhosphorylation:T2 Theme:T1\n"
               "M1\tSpeculation E1\n");
}

static void test_places(void **state) {
  assert_lines(state, PQ_SCHEME_PC,
               "STAT3 translocates from the cytoplasm to the nucleus.\n",
               "T1\tGene_or_gene_product 0 5\tSTAT3\n"
               "T2\tCellular_component 28 37\tcytoplasm\n"
               "T3\tCellular_component 45 52\tnucleus\n",
               "T4\tTransport 6 18\ttranslocates\n"
               "E1\tTransport:T4 Theme:T1 ToLoc:T3 FromLoc:T2\n");
}

static void test_pathways(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "TP53 induces apoptosis.\n",
               "T1\tGene_or_gene_product 0 4\tTP53\n",
               "T2\tPathway 13 22\tapoptosis\n"
               "T3\tPositive_regulation 5 12\tinduces\n"
               "E1\tPathway:T2\n"
               "E2\tPositive_regulation:T3 Theme:E1 Cause:T1\n");
}

static void test_means(void **state) {
  assert_lines(state, PQ_SCHEME_PC,
               "SRC inhibits TP53 through phosphorylation of MDM2.\n",
               "T1\tGene_or_gene_product 0 3\tSRC\n"
               "T2\tGene_or_gene_product 13 17\tTP53\n"
               "T3\tGene_or_gene_product 45 49\tMDM2\n",
               "T4\tPhosphorylation 26 41\tphosphorylation\n"
               "T5\tNegative_regulation 4 12\tinhibits\n"
               "E1\tPhosphorylation:T4 Theme:T3 Cause:T1\n"
               "E2\tNegative_regulation:T5 Theme:T2 Cause:E1\n");
}

static void test_adjectives(void **state) {
  assert_lines(state, PQ_SCHEME_GE,
               "Phosphorylated STAT3 and reduced FOS expression were seen.\n",
               "T1\tProtein 15 20\tSTAT3\nT2\tProtein 33 36\tFOS\n",
               "T3\tGene_expression 37 47\texpression\n"
               "T4\tNegative_regulation 25 32\treduced\n"
               "T5\tPhosphorylation 0 14\tPhosphorylated\n"
               "E1\tGene_expression:T3 Theme:T2\n"
               "E2\tNegative_regulation:T4 Theme:E1\n"
               "E3\tPhosphorylation:T5 Theme:T1\n");
}

static void test_markers(void **state) {
  assert_lines(state, PQ_SCHEME_GE, "CD4-negative cells are here.\n",
               "T1\tProtein 0 3\tCD4\n",
               "T2\tGene_expression 4 12\tnegative\n"
               "E1\tGene_expression:T2 Theme:T1\n"
               "M1\tNegation E1\n");
}

static void test_rna(void **state) {
  assert_lines(state, PQ_SCHEME_GE, "FOS mRNA expression was seen.\n",
               "T1\tProtein 0 3\tFOS\n",
               "T2\tTranscription 9 19\texpression\n"
               "E1\tTranscription:T2 Theme:T1\n");
}

/* Offsets count code points; the title is a line of its own. */
static void test_offsets(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "\xCE\xB1-title\nJAK2 binds STAT3.\n",
               "T1\tGene_or_gene_product 8 12\tJAK2\n"
               "T2\tGene_or_gene_product 19 24\tSTAT3\n",
               "T3\tBinding 13 18\tbinds\n"
               "E1\tBinding:T3 Theme:T1 Theme2:T2\n");
}

static void test_equal_names(void **state) {
  assert_lines(state, PQ_SCHEME_PC, "Anaplastic lymphoma kinase (ALK)\n",
               "T1\tGene_or_gene_product 0 26\tAnaplastic lymphoma kinase\n"
               "T2\tGene_or_gene_product 28 31\tALK\n",
               "*\tEquiv T1 T2\n");
  /* The brackets hold another protein. */
  assert_lines(state, PQ_SCHEME_PC, "Anaplastic lymphoma kinase (SRC)\n",
               "T1\tGene_or_gene_product 0 26\tAnaplastic lymphoma kinase\n"
               "T2\tGene_or_gene_product 28 31\tSRC\n",
               "");
}

static void test_scheme_of_given(void **state) {
  told t;
  annotate(&t, state, "A b.\n", "T1\tProtein 0 1\tA\n", PQ_SCHEME_PC);
  assert_int_equal(pq_scheme_of_given(&t.desk.record), PQ_SCHEME_GE);
  drop_told(&t);
  annotate(&t, state, "A b.\n",
           "T1\tSimple_chemical 0 1\tA\nT2\tCancer 2 3\tb\n", PQ_SCHEME_PC);
  assert_int_equal(pq_scheme_of_given(&t.desk.record), PQ_SCHEME_CG);
  drop_told(&t);
}

static pq_status write_with(void *user, pq_alloc *alloc) {
  const told *const t = user;
  pq_buf out;
  pq_buf_init(&out, alloc);
  const pq_status st = pq_write_standoff(&t->desk.record, PQ_SCHEME_PC, &out);
  pq_buf_clear(&out);
  return st;
}

static void test_out_of_memory(void **state) {
  told t;
  annotate(&t, state, induced, induced_names, PQ_SCHEME_PC);
  (void)pq_fail_each(write_with, &t, PQ_OK);
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_given),
      cmocka_unit_test(test_own),
      cmocka_unit_test(test_only_given),
      cmocka_unit_test(test_unknown_names),
      cmocka_unit_test(test_nested),
      cmocka_unit_test(test_by_the_way),
      cmocka_unit_test(test_catalysis),
      cmocka_unit_test(test_catalysis_by_others),
      cmocka_unit_test(test_words_of_binding),
      cmocka_unit_test(test_dna),
      cmocka_unit_test(test_living),
      cmocka_unit_test(test_living_verbs),
      cmocka_unit_test(test_suggested),
      cmocka_unit_test(test_treatments),
      cmocka_unit_test(test_living_marks),
      cmocka_unit_test(test_overexpression),
      cmocka_unit_test(test_deficiency),
      cmocka_unit_test(test_synthesis),
      cmocka_unit_test(test_marks),
      cmocka_unit_test(test_marks_of_questions),
      cmocka_unit_test(test_places),
      cmocka_unit_test(test_pathways),
      cmocka_unit_test(test_means),
      cmocka_unit_test(test_adjectives),
      cmocka_unit_test(test_markers),
      cmocka_unit_test(test_rna),
      cmocka_unit_test(test_offsets),
      cmocka_unit_test(test_equal_names),
      cmocka_unit_test(test_scheme_of_given),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
