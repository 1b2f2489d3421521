#include "scheme_process.h"

#include "model/store.h"

#define NONE \
  { "", 0 }
#define IS(s) PQ_LIT_INIT(s)

/* What the cells or tissues are of which a process is told. */
typedef enum rule {
  THEME, /* it is no event without them */
  CELLS, /* its theme, if they are cells */
  TUMOR, /* its theme, if they are a tumor */
  NAMED, /* its theme, where the words say so */
  PLACE  /* where it happens */
} rule;

static const struct process {
  pq_view word, pc, cg;
  rule rule;
} processes[] = {
    {IS("apoptosis"), IS("Pathway"), IS("Cell_death"), CELLS},
    {IS("apoptotic"), NONE, IS("Cell_death"), CELLS},
    {IS("cell death"), IS("Pathway"), IS("Cell_death"), CELLS},
    {IS("cell cycle"), IS("Pathway"), NONE, PLACE},
    {IS("cell-cycle"), IS("Pathway"), NONE, PLACE},
    {IS("killing"), NONE, IS("Cell_death"), CELLS},
    {IS("necrosis"), NONE, IS("Cell_death"), CELLS},
    {IS("angiogenesis"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("angiogenic"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("neoangiogenesis"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("neovascularization"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("neovascularisation"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("vascularization"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("vascularisation"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("revascularization"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("vascularized"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("arteriogenesis"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("vasculogenesis"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("lymphangiogenesis"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("proangiogenic"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("pro-angiogenic"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("antiangiogenic"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("anti-angiogenic"), NONE, IS("Blood_vessel_development"), PLACE},
    {IS("proliferation"), NONE, IS("Cell_proliferation"), THEME},
    {IS("proliferative"), NONE, IS("Cell_proliferation"), THEME},
    {IS("proliferating"), NONE, IS("Cell_proliferation"), THEME},
    {IS("growth"), NONE, IS("Growth"), THEME},
    {IS("grow"), NONE, IS("Growth"), THEME},
    {IS("grows"), NONE, IS("Growth"), THEME},
    {IS("grew"), NONE, IS("Growth"), THEME},
    {IS("grown"), NONE, IS("Growth"), THEME},
    {IS("growing"), NONE, IS("Growth"), THEME},
    {IS("proliferate"), NONE, IS("Cell_proliferation"), THEME},
    {IS("proliferates"), NONE, IS("Cell_proliferation"), THEME},
    {IS("proliferated"), NONE, IS("Cell_proliferation"), THEME},
    {IS("metastasize"), NONE, IS("Metastasis"), TUMOR},
    {IS("metastasizes"), NONE, IS("Metastasis"), TUMOR},
    {IS("metastasized"), NONE, IS("Metastasis"), TUMOR},
    {IS("differentiate"), NONE, IS("Cell_differentiation"), THEME},
    {IS("differentiates"), NONE, IS("Cell_differentiation"), THEME},
    {IS("die"), NONE, IS("Death"), THEME},
    {IS("died"), NONE, IS("Death"), THEME},
    {IS("survive"), NONE, IS("Death"), THEME},
    {IS("survived"), NONE, IS("Death"), THEME},
    {IS("outgrowth"), NONE, IS("Growth"), THEME},
    {IS("regrowth"), NONE, IS("Growth"), THEME},
    {IS("metastasis"), NONE, IS("Metastasis"), TUMOR},
    {IS("metastases"), NONE, IS("Metastasis"), TUMOR},
    {IS("metastatic"), NONE, IS("Metastasis"), TUMOR},
    {IS("metastasizing"), NONE, IS("Metastasis"), TUMOR},
    {IS("micrometastases"), NONE, IS("Metastasis"), TUMOR},
    {IS("micrometastasis"), NONE, IS("Metastasis"), TUMOR},
    {IS("tumorigenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("tumourigenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("carcinogenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("oncogenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("leukemogenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("lymphomagenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("hepatocarcinogenesis"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("tumorigenic"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("tumorigenicity"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("carcinogenic"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("oncogenic"), NONE, IS("Carcinogenesis"), PLACE},
    {IS("transformation"), NONE, IS("Cell_transformation"), CELLS},
    {IS("transformed"), NONE, IS("Cell_transformation"), THEME},
    {IS("transforming"), NONE, IS("Cell_transformation"), THEME},
    {IS("immortalization"), NONE, IS("Cell_transformation"), THEME},
    {IS("immortalized"), NONE, IS("Cell_transformation"), THEME},
    {IS("differentiation"), NONE, IS("Cell_differentiation"), THEME},
    {IS("differentiated"), NONE, IS("Cell_differentiation"), THEME},
    {IS("undifferentiated"), NONE, IS("Cell_differentiation"), THEME},
    {IS("differentiating"), NONE, IS("Cell_differentiation"), THEME},
    {IS("development"), NONE, IS("Development"), THEME},
    {IS("progression"), NONE, IS("Development"), THEME},
    {IS("formation"), NONE, IS("Development"), THEME},
    {IS("morphogenesis"), NONE, IS("Development"), THEME},
    {IS("regeneration"), NONE, IS("Development"), THEME},
    {IS("maturation"), NONE, IS("Development"), THEME},
    {IS("sprouting"), NONE, IS("Development"), THEME},
    {IS("migration"), NONE, IS("Localization"), THEME},
    {IS("motility"), NONE, IS("Localization"), THEME},
    {IS("migrating"), NONE, IS("Localization"), THEME},
    {IS("invasion"), NONE, IS("Localization"), THEME},
    {IS("invasiveness"), NONE, IS("Localization"), THEME},
    {IS("dissemination"), NONE, IS("Localization"), THEME},
    {IS("death"), NONE, IS("Death"), THEME},
    {IS("survival"), NONE, IS("Death"), THEME},
    {IS("damage"), NONE, IS("Breakdown"), THEME},
    {IS("injury"), NONE, IS("Breakdown"), THEME},
    {IS("fragmentation"), NONE, IS("Breakdown"), THEME},
    {IS("degeneration"), NONE, IS("Breakdown"), THEME},
    {IS("destruction"), NONE, IS("Breakdown"), THEME},
    {IS("remodeling"), NONE, IS("Remodeling"), THEME},
    {IS("remodelling"), NONE, IS("Remodeling"), THEME},
    {IS("treatment"), NONE, IS("Planned_process"), NAMED},
    {IS("treatments"), NONE, IS("Planned_process"), NAMED},
    {IS("treated"), NONE, IS("Planned_process"), NAMED},
    {IS("therapies"), NONE, IS("Planned_process"), NAMED},
    {IS("injected"), NONE, IS("Planned_process"), NAMED},
    {IS("exposure"), NONE, IS("Planned_process"), NAMED},
    {IS("exposed"), NONE, IS("Planned_process"), NAMED},
    {IS("administration"), NONE, IS("Planned_process"), NAMED},
    {IS("administered"), NONE, IS("Planned_process"), NAMED},
    {IS("transfected"), NONE, IS("Planned_process"), NAMED},
    {IS("mutation"), NONE, IS("Mutation"), NAMED},
    {IS("mutations"), NONE, IS("Mutation"), NAMED},
    {IS("mutated"), NONE, IS("Mutation"), NAMED},
    {IS("metabolism"), NONE, IS("Metabolism"), NAMED},
    {IS("adhesion"), NONE, IS("Binding"), THEME},
    {IS("cycle"), NONE, IS("Pathway"), NAMED},
    {IS("glycolysis"), IS("Pathway"), IS("Glycolysis"), PLACE},
    {IS("glycolytic"), IS("Pathway"), IS("Glycolysis"), PLACE},
};

/* "cell cycle progression", "mitotic cell cycle". */
static const struct process *process_of(pq_view words) {
  for (size_t i = 0; i < sizeof processes / sizeof processes[0]; ++i) {
    const pq_view w = processes[i].word;
    if (words.len < w.len) continue;
    const size_t rest = words.len - w.len;
    const bool first = pq_view_alike(pq_view_head(words, w.len), w) &&
                       (!rest || words.ptr[w.len] == ' ');
    const bool last = pq_view_alike(pq_view_skip(words, rest), w) &&
                      (!rest || words.ptr[rest - 1] == ' ');
    if (first || last) return &processes[i];
  }
  return NULL;
}

/* The type of the given name that the process is told of. */
static pq_view type_of(const pq_record *r, const pq_happening *h) {
  const pq_mention_id m = h->n_fillers ? h->fillers[0].mention : 0;
  const uint32_t given = m ? r->mentions.at[m].given : 0;
  return given ? r->given.at[given - 1].type : (pq_view){"", 0};
}

/* Cells proliferate, tumors grow. */
static pq_view growth_of(pq_view type, bool cells) {
  const bool grows = pq_view_same(type, PQ_LIT("Growth")) ||
                     pq_view_same(type, PQ_LIT("Cell_proliferation"));
  if (!grows) return type;
  return cells ? PQ_LIT("Cell_proliferation") : PQ_LIT("Growth");
}

pq_scheme_event pq_scheme_process(pq_scheme scheme, const pq_record *r,
                                  const pq_happening *h) {
  pq_scheme_event out = {{"", 0}, PQ_CAUSE_DROP, PQ_LIVING_NAMED};
  const struct process *const p =
      process_of(pq_record_words(r, h->sentence, h->trigger));
  if (!p) return out;
  const pq_view of = type_of(r, h);
  const bool cells = pq_view_same(of, PQ_LIT("Cell"));
  const bool tumor = pq_view_same(of, PQ_LIT("Cancer"));
  if (scheme == PQ_SCHEME_PC) out.type = p->pc;
  if (scheme == PQ_SCHEME_CG) out.type = growth_of(p->cg, cells);
  out.living = PQ_LIVING_THEME;
  const bool at = p->rule == PLACE || (p->rule == CELLS && !cells) ||
                  (p->rule == TUMOR && !tumor);
  if (at) out.living = PQ_LIVING_PLACE;
  if (p->rule == NAMED || !out.type.len) out.living = PQ_LIVING_NAMED;
  if (out.type.len && p->rule == THEME) out.living = PQ_LIVING_WHOLE;
  return out;
}
