#include "scheme_process.h"
#include "scheme_row.h"

#include "model/store.h"

static const pq_view names[PQ_N_SCHEMES] = {IS("pc"), IS("ge"), IS("epi"),
                                            IS("cg")};

/* Kinds of the grammar. */
static const pq_scheme_row kinds[] = {
    {IS("phosphorylation"), SAME("Phosphorylation"), "kkww"},
    {IS("dephosphorylation"),
     {IS("Dephosphorylation"), NONE, IS("Dephosphorylation"),
      IS("Dephosphorylation")},
     "kdww"},
    {IS("ubiquitination"), SAME("Ubiquitination"), "kkww"},
    {IS("deubiquitination"),
     {IS("Deubiquitination"), NONE, IS("Deubiquitination"), NONE},
     "kdwd"},
    {IS("acetylation"),
     {IS("Acetylation"), NONE, IS("Acetylation"), IS("Acetylation")},
     "kdww"},
    {IS("deacetylation"),
     {IS("Deacetylation"), NONE, IS("Deacetylation"), NONE},
     "kdwd"},
    {IS("methylation"),
     {IS("Methylation"), NONE, IS("Methylation"), NONE},
     "kdwd"},
    {IS("demethylation"),
     {IS("Demethylation"), NONE, IS("Demethylation"), NONE},
     "kdwd"},
    {IS("hydroxylation"),
     {IS("Hydroxylation"), NONE, IS("Hydroxylation"), NONE},
     "kdwd"},
    {IS("glycosylation"),
     {NONE, NONE, IS("Glycosylation"), IS("Glycosylation")},
     "ddww"},
    {IS("sumoylation"), {IS("Conversion"), NONE, NONE, NONE}, "wddd"},
    {IS("binding"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("assembly"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "wwdw"},
    {IS("dissociation"),
     {IS("Dissociation"), NONE, NONE, IS("Dissociation")},
     "wddw"},
    {IS("conversion"), {IS("Conversion"), NONE, NONE, NONE}, "wddd"},
    {IS("cleavage"),
     {IS("Conversion"), IS("Protein_catabolism"), NONE,
      IS("Protein_processing")},
     "wwdw"},
    {IS("degradation"),
     {IS("Degradation"), IS("Protein_catabolism"), NONE, IS("Catabolism")},
     "wwdw"},
    {IS("translocation"),
     {IS("Transport"), IS("Localization"), NONE, IS("Localization")},
     "wwdw"},
    {IS("localization"),
     {IS("Localization"), IS("Localization"), NONE, IS("Localization")},
     "dddd"},
    {IS("retention"), {IS("Localization"), NONE, NONE, NONE}, "wddd"},
    {IS("secretion"),
     {IS("Transport"), IS("Localization"), NONE, IS("Localization")},
     "wwdw"},
    {IS("expression"),
     {IS("Gene_expression"), IS("Gene_expression"), NONE,
      IS("Gene_expression")},
     "dddd"},
    {IS("production"),
     {IS("Gene_expression"), IS("Gene_expression"), NONE,
      IS("Gene_expression")},
     "wwdw"},
    {IS("transcription"),
     {IS("Transcription"), IS("Transcription"), NONE, IS("Transcription")},
     "wwdw"},
    {IS("translation"),
     {IS("Translation"), IS("Gene_expression"), NONE, IS("Translation")},
     "wwdw"},
    {IS("activation"),
     {IS("Activation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("inactivation"),
     {IS("Inactivation"), IS("Negative_regulation"), NONE,
      IS("Negative_regulation")},
     "kkdk"},
    {IS("upregulation"),
     {IS("Positive_regulation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("downregulation"),
     {IS("Negative_regulation"), IS("Negative_regulation"), NONE,
      IS("Negative_regulation")},
     "kkdk"},
    {IS("stabilization"),
     {IS("Regulation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
};

static const pq_scheme_row rna = {
    NONE,
    {IS("Transcription"), IS("Transcription"), NONE, IS("Transcription")},
    "dddd"};
/* "synthesis of prostaglandin": a molecule is made, and no gene expressed. */
static const pq_scheme_row made = {
    NONE, {IS("Conversion"), NONE, NONE, IS("Synthesis")}, "wddw"};
/* "IL8 release", without a word of from where. */
static const pq_scheme_row release = {
    NONE, {NONE, IS("Localization"), NONE, IS("Localization")}, "dwdw"};
static const pq_scheme_row dna[] = {
    {IS("methylation"),
     {NONE, NONE, IS("DNA_methylation"), IS("DNA_methylation")},
     "dddd"},
    {IS("demethylation"),
     {NONE, NONE, IS("DNA_demethylation"), IS("DNA_demethylation")},
     "dddd"},
};
static const pq_scheme_row ways = {
    NONE, {IS("Pathway"), NONE, NONE, IS("Pathway")}, "dddd"};
static const pq_scheme_row places = {
    NONE,
    {IS("Localization"), IS("Localization"), NONE, IS("Localization")},
    "dddd"};
static const pq_scheme_row signs[] = {
    [PQ_POLARITY_UNSAID] = {NONE,
                            {IS("Regulation"), IS("Regulation"), NONE,
                             IS("Regulation")},
                            "kkdk"},
    [PQ_POSITIVE] = {NONE,
                     {IS("Positive_regulation"), IS("Positive_regulation"),
                      IS("Catalysis"), IS("Positive_regulation")},
                     "kkkk"},
    [PQ_NEGATIVE] = {NONE,
                     {IS("Negative_regulation"), IS("Negative_regulation"),
                      NONE, IS("Negative_regulation")},
                     "kkdk"},
};
static const pq_scheme_row lacks = {NONE,
                                    {IS("Inactivation"),
                                     IS("Negative_regulation"), NONE,
                                     IS("Negative_regulation")},
                                    "kkdk"};

static const pq_view roles[PQ_N_PART_ROLES] = {
    [PQ_PART_THEME] = IS("Theme"),
    [PQ_PART_CAUSE] = IS("Cause"),
    [PQ_PART_SITE] = IS("Site"),
    [PQ_PART_AT] = IS("AtLoc"),
    [PQ_PART_TO] = IS("ToLoc"),
    [PQ_PART_FROM] = IS("FromLoc"),
    [PQ_PART_PRODUCT] = IS("Product"),
    [PQ_PART_PARTICIPANT] = IS("Participant"),
    [PQ_PART_INSTRUMENT] = IS("Instrument")};

/* Entity types that only one scheme, or a few, give names. */
static const struct {
  const char *type;
  pq_scheme scheme;
} marks[] = {
    {"Simple_chemical", PQ_SCHEME_PC},
    {"Complex", PQ_SCHEME_PC},
    {"Protein", PQ_SCHEME_GE},
    {"Cancer", PQ_SCHEME_CG},
    {"Cell", PQ_SCHEME_CG},
    {"Organism", PQ_SCHEME_CG},
    {"Tissue", PQ_SCHEME_CG},
    {"Organ", PQ_SCHEME_CG},
};

pq_view pq_scheme_name(size_t index) {
  return index < PQ_N_SCHEMES ? names[index] : (pq_view){"", 0};
}

pq_scheme pq_scheme_named(pq_view name) {
  size_t i = 0;
  while (i < PQ_N_SCHEMES && !pq_view_same(names[i], name)) {
    ++i;
  }
  return (pq_scheme)i;
}

pq_scheme pq_scheme_of_given(const pq_record *r) {
  size_t best = sizeof marks / sizeof marks[0];
  size_t at = 0;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; ++k) {
      /* later marks are stronger */
      if (pq_view_same(r->given.at[i].type, pq_view_of(marks[k].type)) &&
          (best == sizeof marks / sizeof marks[0] || k > at)) {
        best = k;
        at = k;
      }
    }
  }
  return best < sizeof marks / sizeof marks[0] ? marks[best].scheme
                                               : PQ_SCHEME_PC;
}

static bool is_way(pq_view words_of) {
  static const char *const ends[] = {"pathway",    "pathways", "signaling",
                                     "signalling", "cascade",  "cascades"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    if (pq_view_ends(words_of, pq_view_of(ends[i]))) return true;
  }
  return false;
}

/* Is it a molecule that is made? */
static bool makes_molecule(const pq_record *r, const pq_happening *h) {
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    const pq_mention_id m = h->fillers[i].mention;
    if (h->fillers[i].role != PQ_PART_THEME || !m) continue;
    const pq_entity_kind kind = pq_entity_at(r, r->mentions.at[m].entity)->kind;
    if (kind == PQ_ENTITY_MOLECULE || kind == PQ_ENTITY_DRUG) return true;
  }
  return false;
}

static bool has(pq_view text, pq_view word) {
  for (size_t i = 0; i + word.len <= text.len; ++i) {
    if (pq_view_same((pq_view){text.ptr + i, word.len}, word)) return true;
  }
  return false;
}

static bool is_histone(pq_view name) {
  static const char *const heads[] = {"histone", "H2A", "H2B", "H3", "H4"};
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    const pq_view head = pq_view_of(heads[i]);
    if (name.len >= head.len &&
        pq_view_alike(pq_view_head(name, head.len), head)) {
      return true;
    }
  }
  return false;
}

/* "hypermethylation of the p16 promoter": of DNA, and of no protein, where the
 * text speaks of DNA at all. */
static bool is_of_dna(const pq_record *r, const pq_happening *h) {
  static const char *const cues[] = {"CpG", "DNA methyl", "hypermethyl",
                                     "promoter", "methylation-specific"};
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    const pq_mention_id m = h->fillers[i].mention;
    if (h->fillers[i].role == PQ_PART_SITE) return false;
    if (h->fillers[i].role != PQ_PART_THEME || !m) continue;
    const pq_view name =
        pq_record_words(r, r->mentions.at[m].sentence, r->mentions.at[m].span);
    if (is_histone(name)) return false;
  }
  for (uint32_t t = 0; t < r->texts.n; ++t) {
    for (size_t k = 0; k < sizeof cues / sizeof cues[0]; ++k) {
      if (has(r->texts.at[t].plain.bytes, pq_view_of(cues[k]))) return true;
    }
  }
  return false;
}

static bool is_bare_release(const pq_record *r, const pq_happening *h,
                            pq_view trigger) {
  if (!r->kinds[h->kind].transport ||
      !pq_view_alike(pq_view_head(trigger, 6), PQ_LIT("releas"))) {
    return false;
  }
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    const pq_part_role role = h->fillers[i].role;
    if (role == PQ_PART_TO || role == PQ_PART_FROM) return false;
  }
  return true;
}

/* "stimulation of X production": what happens is stimulated, and no thing. */
static bool treats(const pq_happening *h, pq_view trigger) {
  return h->sort == PQ_HAPPENING_CONTROL && h->n_fillers &&
         h->fillers[0].happening &&
         pq_view_alike(trigger, PQ_LIT("stimulation"));
}

static const pq_scheme_row *row_of(const pq_record *r, const pq_happening *h) {
  const pq_view trigger = pq_record_words(r, h->sentence, h->trigger);
  const pq_scheme_row *const word = pq_scheme_word_row(trigger);
  if (word && h->sort != PQ_HAPPENING_PROCESS && !treats(h, trigger)) {
    return word;
  }
  switch (h->sort) {
  case PQ_HAPPENING_EVENT:
    if (r->kinds[h->kind].output_theme && makes_molecule(r, h)) return &made;
    if (h->of_rna && r->kinds[h->kind].output_theme) return &rna;
    if (is_bare_release(r, h, trigger)) return &release;
    if (PQ_FIND_ROW(dna, r->kinds[h->kind].name) && is_of_dna(r, h)) {
      return PQ_FIND_ROW(dna, r->kinds[h->kind].name);
    }
    return PQ_FIND_ROW(kinds, r->kinds[h->kind].name);
  case PQ_HAPPENING_CONTROL: return h->lacks ? &lacks : &signs[h->sign];
  case PQ_HAPPENING_PROCESS: return is_way(trigger) ? &ways : NULL;
  case PQ_HAPPENING_PLACE: return &places;
  }
  return NULL;
}

/* "overexpression": expression, and more of it. */
static bool says_more(const pq_record *r, const pq_happening *h) {
  const pq_view word = pq_record_words(r, h->sentence, h->trigger);
  return pq_view_alike(pq_view_head(word, 11), PQ_LIT("overexpress")) ||
         pq_view_alike(pq_view_head(word, 12), PQ_LIT("over-express"));
}

pq_scheme_event pq_scheme_event_of(pq_scheme scheme, const pq_record *r,
                                   const pq_happening *h) {
  const pq_scheme_row *const found = row_of(r, h);
  pq_scheme_event out = {.cause = PQ_CAUSE_DROP, .living = PQ_LIVING_NONE};
  if (!found && h->sort == PQ_HAPPENING_PROCESS) {
    return pq_scheme_process(scheme, r, h);
  }
  if (!found) return out;
  out.type = found->types[scheme];
  out.more = scheme == PQ_SCHEME_CG && says_more(r, h);
  out.denied = h->lacks && pq_view_same(out.type, PQ_LIT("Gene_expression"));
  out.yields = found == &made && scheme == PQ_SCHEME_PC;
  out.filled = found == &ways;
  const char rule = found->causes[scheme];
  out.cause = rule == 'k'   ? PQ_CAUSE_KEEP
              : rule == 'w' ? PQ_CAUSE_WRAP
                            : PQ_CAUSE_DROP;
  return out;
}

pq_view pq_scheme_wrap(pq_scheme scheme) {
  return scheme == PQ_SCHEME_EPI ? PQ_LIT("Catalysis")
                                 : PQ_LIT("Positive_regulation");
}

bool pq_scheme_catalyses(pq_view word) {
  static const char *const stems[] = {"mediat", "cataly", "induc", "stimulat",
                                      "facilitat"};
  for (size_t i = 0; i < sizeof stems / sizeof stems[0]; ++i) {
    const pq_view stem = pq_view_of(stems[i]);
    if (word.len >= stem.len &&
        pq_view_alike(pq_view_head(word, stem.len), stem)) {
      return true;
    }
  }
  return false;
}

pq_view pq_scheme_role(pq_scheme scheme, pq_part_role role) {
  const bool few = role == PQ_PART_FROM || role == PQ_PART_INSTRUMENT;
  return few && scheme != PQ_SCHEME_PC && scheme != PQ_SCHEME_CG
             ? (pq_view){"", 0}
             : roles[role];
}

bool pq_scheme_looks_through(pq_scheme scheme) {
  return scheme == PQ_SCHEME_PC;
}

bool pq_scheme_marks_asked(pq_scheme scheme) {
  return scheme != PQ_SCHEME_PC;
}

bool pq_scheme_tells_remote(pq_scheme scheme) {
  return scheme == PQ_SCHEME_EPI || scheme == PQ_SCHEME_PC;
}

bool pq_scheme_doubts_strangers(pq_scheme scheme) {
  return scheme == PQ_SCHEME_GE;
}

bool pq_scheme_tells_elsewhere(pq_scheme scheme) {
  return scheme == PQ_SCHEME_GE;
}

bool pq_scheme_wants_cause(pq_scheme scheme) {
  return scheme == PQ_SCHEME_CG;
}

bool pq_scheme_tells_loose(pq_scheme scheme) {
  return scheme != PQ_SCHEME_GE;
}

bool pq_scheme_marks_suggested(pq_scheme scheme) {
  return scheme == PQ_SCHEME_GE;
}

bool pq_scheme_marks_bodies(pq_scheme scheme) {
  return scheme == PQ_SCHEME_CG;
}

bool pq_scheme_adds_entities(pq_scheme scheme) {
  return scheme != PQ_SCHEME_PC;
}
