/* Noun groups that only lead to another: "a number of A", "the linker region of
 * A", "an element in the A promoter", "substrates such as A". */
#include "list.h"

/* Is a residue said to lie in group i: "Y1073 of the conserved motif"? */
static bool holds_site(const pq_parse *p, uint32_t i) {
  return i > 2 && pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, i - 2, PQ_CHUNK_NOUN) &&
         pq_list_about(p, i - 2) == PQ_ABOUT_SITES;
}

/* "at Y694 in the cytosol", "in S. cerevisiae", "in HeLa cells", "in mitosis":
 * a place has no residues, nor has who lives, or what happens. */
static bool is_place(const pq_parse *p, uint32_t i) {
  const pq_content c = pq_argument_content(p, i);
  if (c.places && !c.things) return true;
  const pq_chunk *const in = &p->chunks.at[i];
  if (!in->name_end && !in->hit && pq_unit_means(p, in->end - 1, PQ_M_MILIEU)) {
    return true;
  }
  const pq_unit *const u = &p->units.at[in->name_begin];
  if (!in->name_end || u->kind != PQ_UNIT_NAME) return false;
  const pq_entity_kind kind =
      pq_entity_at(p->r, p->r->mentions.at[u->first].entity)->kind;
  return kind == PQ_ENTITY_SPECIES || kind == PQ_ENTITY_CELL ||
         kind == PQ_ENTITY_PROCESS;
}

/* "p53 response elements", "E2F binding sites": stretches of DNA. */
static bool is_element(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return pq_unit_means(p, c->end - 1, PQ_M_ELEMENT) && !c->hit && !c->sites;
}

/* "II", "IV" */
static bool is_roman(pq_view word) {
  for (size_t i = 0; i < word.len; ++i) {
    if (!strchr("IVX", word.ptr[i])) return false;
  }
  return word.len > 0;
}

/* Behind the last word of a group, but for a number: "intron 29", "promoter
 * II". */
static uint32_t word_end(const pq_parse *p, const pq_chunk *c) {
  const pq_view word = pq_unit_text(p, c->end - 1);
  const bool number = word.len && (pq_is_digit(word.ptr[0]) || is_roman(word));
  return number && c->end > c->begin + 1 ? c->end - 1 : c->end;
}

/* "an element in the promoter of MYC", "a site in the MYC gene": what has no
 * name of its own is meant by the gene that it lies in. */
static bool lies_in_gene(const pq_parse *p, uint32_t i, uint32_t in) {
  const pq_chunk *const whole = &p->chunks.at[in + 1];
  const uint32_t last = word_end(p, whole) - 1;
  /* "the promoter region of MYC" */
  const uint32_t of = whole->of ? p->chunks.at[whole->of].end - 1 : 0;
  const bool region =
      of && last > whole->begin &&
      ((p->units.at[last - 1].classes | p->units.at[of].classes) & PQ_W_GENE);
  const bool gene_part =
      (p->units.at[word_end(p, &p->chunks.at[i]) - 1].classes & PQ_W_GENE) &&
      !p->chunks.at[i].name_end;
  return (pq_argument_is_other(p, i) || is_element(p, i) || gene_part) &&
         ((p->units.at[last].classes & PQ_W_GENE) || region) &&
         (pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) ||
          pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION));
}

/* Does a group end in "sites", "residues"? */
static bool ends_in_site(const pq_parse *p, uint32_t i) {
  return (p->units.at[p->chunks.at[i].end - 1].classes & PQ_W_SITE) != 0;
}

/* "Nine sites in STAT3 are phosphorylated": sites of a thing before a verb in
 * the passive; but "binding sites" are no residues, nor are "sites in cells".
 */
static bool are_modified(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (!ends_in_site(p, i) || !pq_chunk_is(p, i + 3, PQ_CHUNK_VERB) ||
      !p->chunks.at[i + 2].name_end || is_place(p, i + 2)) {
    return false;
  }
  for (uint32_t k = c->begin; k < c->end; ++k) {
    const pq_unit *const u = &p->units.at[k];
    if (u->noun || u->kind == PQ_UNIT_NAME) return false;
  }
  const uint32_t hit = p->chunks.at[i + 3].hit;
  return hit && p->hits.at[hit].voice == PQ_PASSIVE;
}

/* "a conserved region in NOX1", "a motif in the tail of EGFR": a stretch of
 * what is named. */
static bool lies_in_protein(const pq_parse *p, uint32_t i) {
  const pq_chunk *const in = &p->chunks.at[i + 2];
  const bool part =
      in->of && (p->units.at[in->end - 1].classes & PQ_W_PART) != 0;
  const uint32_t whole = part ? in->of : i + 2;
  return pq_unit_means(p, p->chunks.at[i].end - 1, PQ_M_STRETCH) &&
         pq_list_about(p, whole) == PQ_ABOUT_NAMES && !is_place(p, whole);
}

/* "elements located in the MYC gene": the gene, if it lies in one, or 0. */
static uint32_t gene_around(const pq_parse *p, uint32_t i) {
  const uint32_t in = i + 2;
  if (!is_element(p, i)) return 0;
  const uint32_t hit =
      pq_chunk_is(p, i + 1, PQ_CHUNK_VERB) ? p->chunks.at[i + 1].hit : 0;
  const pq_trigger *const t = p->hits.at[hit].trigger;
  return hit && t->relation == PQ_REL_LOCATED_IN &&
                 t->type == PQ_TRIGGER_STATE &&
                 pq_chunk_is(p, in, PQ_CHUNK_PREPOSITION) &&
                 pq_chunk_is(p, in + 1, PQ_CHUNK_NOUN) && lies_in_gene(p, i, in)
             ? in + 1
             : 0;
}

/* "the complex between A and B" */
static bool is_between(const pq_parse *p, uint32_t i) {
  return pq_view_same(p->chunks.at[i + 1].slot, PQ_LIT("between")) &&
         pq_unit_means(p, p->chunks.at[i].end - 1, PQ_M_WHOLE);
}

/* "is caused by | mutations in X", but not "mutations of X at Y823" */
static bool is_done_by(const pq_parse *p, uint32_t i) {
  const uint32_t last = p->chunks.at[i].end - 1;
  return i > 2 && pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
         pq_chunk_is(p, i - 2, PQ_CHUNK_VERB) &&
         (pq_unit_says(p, last, "mutations") ||
          pq_unit_says(p, last, "defects")) &&
         !pq_chunk_is(p, i + 3, PQ_CHUNK_PREPOSITION) &&
         pq_view_same(p->chunks.at[i - 1].slot, PQ_LIT("by"));
}

/* Can what the unit names be a mutant? */
static bool is_of_mutants(const pq_parse *p, uint32_t unit) {
  return pq_unit_is_kind(p, unit, PQ_ENTITY_PROTEIN) ||
         pq_unit_is_kind(p, unit, PQ_ENTITY_FAMILY) ||
         pq_unit_is_kind(p, unit, PQ_ENTITY_COMPLEX);
}

/* "loss-of-function mutations in TSC2 | activate", "... | that activate": what
 * they do, the mutant does.  Where a residue is named, see mutated.c. */
static bool are_mutations(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  const pq_chunk *const thing = &p->chunks.at[i + 2];
  const uint32_t classes = p->units.at[c->end - 1].classes;
  const bool are = (classes & PQ_W_MUTANT) && !(classes & PQ_W_PART) &&
                   !c->sites && !thing->sites && !thing->next &&
                   pq_list_about(p, i + 2) == PQ_ABOUT_NAMES &&
                   is_of_mutants(p, thing->name_begin);
  /* "in the BRCA2 gene", but not "in the MYC promoter" */
  const bool whole = !(p->units.at[thing->end - 1].classes & PQ_W_GENE) ||
                     pq_unit_says(p, thing->end - 1, "gene");
  return are && whole &&
         !pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) && /* "activating mutations" */
         (pq_chunk_is(p, i + 3, PQ_CHUNK_VERB) || is_done_by(p, i) ||
          (pq_chunk_is(p, i + 3, PQ_CHUNK_RELATIVE) &&
           pq_unit_says(p, c->end - 1, "mutations")));
}

/* "inclusion of exon 7 of X": what happens to the exon is not done to X; "an
 * element of exon 7" is one of X. */
static bool is_of_exon(const pq_parse *p, uint32_t i) {
  const pq_view word = pq_unit_text(p, p->chunks.at[i + 2].begin);
  return !is_element(p, i) && (pq_view_starts(word, PQ_LIT("exon")) ||
                               pq_view_starts(word, PQ_LIT("intron")));
}

/* "cleaves | a peptide bond | in X": X. */
static bool is_cleaved_bond(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  const bool bond = pq_unit_says(p, c->end - 1, "bond") ||
                    pq_unit_says(p, c->end - 1, "bonds");
  if (!bond || !pq_chunk_is(p, i - 1, PQ_CHUNK_VERB)) return false;
  const pq_trigger *const t = p->hits.at[p->chunks.at[i - 1].hit].trigger;
  return t->type == PQ_TRIGGER_EVENT && p->r->kinds[t->kind].into.len &&
         pq_list_about(p, i + 2) == PQ_ABOUT_NAMES && !is_place(p, i + 2);
}

/* "the cytoplasmic face of the plasma membrane": there. */
static bool is_side_of(const pq_parse *p, uint32_t i) {
  const pq_content c = pq_argument_content(p, i + 2);
  return pq_unit_means(p, p->chunks.at[i].end - 1, PQ_M_SIDE) && c.places &&
         !c.things;
}

static bool are_changed(const pq_parse *p, uint32_t i) {
  return are_modified(p, i) || are_mutations(p, i);
}

/* "the linker region of SMAD3", "serine 3 of CFL1", "Y1073 of the conserved
 * motif in ROBO1". */
static void find_whole(pq_parse *p, uint32_t i) {
  pq_chunk *const c = &p->chunks.at[i];
  if (!pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN)) {
    return;
  }
  const pq_topic what = pq_list_about(p, i);
  if (what == PQ_ABOUT_EVENT || what == PQ_ABOUT_NAMES) return;
  const pq_view slot = p->chunks.at[i + 1].slot;
  const bool of = pq_view_same(slot, PQ_LIT("of"));
  const bool in = pq_view_same(slot, PQ_LIT("in")) ||
                  pq_view_same(slot, PQ_LIT("within")) ||
                  pq_view_same(slot, PQ_LIT("on"));
  const pq_unit *const last = &p->units.at[word_end(p, c) - 1];
  /* Annotation takes "phosphorylated tyrosines of STAT3" for STAT3, too. */
  const bool gene =
      p->r->wants_happenings && (last->classes & (PQ_W_OF_GENE | PQ_W_SITE));
  const bool part = gene || (last->classes & (PQ_W_PART | PQ_W_GENERIC));
  /* "the protein known as STAT3" */
  const bool called = pq_view_same(slot, PQ_LIT("known as"));
  const bool whole = of || (in && !is_place(p, i + 2) &&
                            (what == PQ_ABOUT_SITES || holds_site(p, i)));
  const bool gene_has =
      (of || in) && lies_in_gene(p, i, i + 1) && !(of && is_of_exon(p, i));
  const bool has = (in && what == PQ_ABOUT_OTHER && lies_in_protein(p, i)) ||
                   ((of || in) && are_changed(p, i)) ||
                   (of && what == PQ_ABOUT_OTHER && is_side_of(p, i)) ||
                   (in && is_cleaved_bond(p, i));
  if (called || gene_has || has || is_between(p, i) ||
      (whole && (what == PQ_ABOUT_SITES || part))) {
    c->of = i + 2;
  }
}

/* The first example of group `i`, or 0: "such as A", ", including A", "three
 * residues: S10". */
static uint32_t first_example(const pq_parse *p, uint32_t i) {
  uint32_t k = i + 1;
  if (pq_chunk_is(p, k, PQ_CHUNK_STOP) &&
      pq_unit_is_mark(p, p->chunks.at[k].begin, ':') && ends_in_site(p, i)) {
    return pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) ? k + 1 : 0;
  }
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  if (!pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN)) {
    return 0;
  }
  const pq_view slot = p->chunks.at[k].slot;
  const bool leads = pq_view_same(slot, PQ_LIT("such as")) ||
                     pq_view_same(slot, PQ_LIT("including"));
  return leads ? k + 1 : 0;
}

/* "the following effectors: A, B and C", "the following kinases act: A": the
 * first behind the colon; 0 none. */
static uint32_t first_following(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  uint32_t k = i + 1;
  if (c->end < c->begin + 3 || !pq_unit_says(p, c->begin + 1, "following")) {
    return 0;
  }
  while (k < p->chunks.n && p->chunks.at[k].kind != PQ_CHUNK_STOP) {
    ++k;
  }
  const bool colon =
      k + 1 < p->chunks.n && pq_unit_is_mark(p, p->chunks.at[k].begin, ':');
  return colon && pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) &&
                 pq_list_about(p, k + 1) == PQ_ABOUT_NAMES
             ? k + 1
             : 0;
}

static const pq_entity *named_by(const pq_parse *p, const pq_chunk *c) {
  const pq_unit *const u = &p->units.at[c->name_begin];
  return pq_entity_at(p->r, p->r->mentions.at[u->first].entity);
}

/* Can the group have examples: several, or a family that the first is of? */
static bool has_examples(const pq_parse *p, uint32_t i, uint32_t example) {
  const pq_chunk *const c = &p->chunks.at[i];
  const pq_view word = pq_unit_text(p, c->end - 1);
  if (!c->name_end || c->end > c->name_end || c->next || c->prior ||
      (word.len && word.ptr[word.len - 1] == 's') ||
      p->units.at[c->name_begin].n > 1) {
    return true;
  }
  const pq_entity *const all = named_by(p, c);
  const pq_entity *const one = named_by(p, &p->chunks.at[example]);
  const bool family =
      all->kind == PQ_ENTITY_FAMILY || all->kind == PQ_ENTITY_MOLECULE;
  return family && p->classes && p->classes->under &&
         p->classes->under(p->classes->user, one->id, all->id);
}

/* "Several kinases | phosphorylate | STAT3, including JAK2": the group before
 * the verb that the examples are of; 0 none. */
static uint32_t subject_with(const pq_parse *p, uint32_t object) {
  uint32_t k = object - 1;
  while (pq_chunk_is(p, k, PQ_CHUNK_NOUN) ||
         pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION)) {
    --k;
  }
  if (!pq_chunk_is(p, k, PQ_CHUNK_VERB)) return 0;
  while (pq_chunk_is(p, k - 1, PQ_CHUNK_VERB)) { /* "have been shown to do" */
    --k;
  }
  const uint32_t noun = k - 1;
  if (!pq_chunk_is(p, noun, PQ_CHUNK_NOUN)) return 0;
  const pq_chunk *const c = &p->chunks.at[noun];
  const pq_view word = pq_unit_text(p, c->end - 1);
  const bool many = word.len && word.ptr[word.len - 1] == 's';
  return many && !c->name_end && !c->hit && !c->of && !c->next ? noun : 0;
}

/* "mitochondrial matrix proteins": no more is named than where they are. */
static bool names_place_of_many(const pq_parse *p, const pq_chunk *c) {
  return c->name_end && c->end == c->name_end + 1 && !c->next && !c->prior &&
         (p->units.at[c->end - 1].classes & PQ_W_GENERIC) &&
         named_by(p, c)->kind == PQ_ENTITY_PLACE;
}

/* "STAT proteins such as STAT1 and STAT3": the examples go with the rest. */
void pq_lead_examples(pq_parse *p, uint32_t i) {
  const uint32_t following = first_following(p, i);
  if (following) {
    p->chunks.at[i].of = following;
    p->chunks.at[i].name_end = 0;
    return;
  }
  const uint32_t example = first_example(p, i);
  if (!example || p->chunks.at[example].prior) return;
  const pq_topic what = pq_list_about(p, example);
  const bool sites = what == PQ_ABOUT_SITES &&
                     pq_list_about(p, i) == PQ_ABOUT_OTHER &&
                     ends_in_site(p, i);
  /* "tyrosine residues, including Y705" */
  const bool exact =
      what == PQ_ABOUT_SITES && pq_list_about(p, i) == PQ_ABOUT_SITES;
  if (what != PQ_ABOUT_NAMES && !sites && !exact) return;
  const pq_chunk *const c = &p->chunks.at[i];
  if (c->hit && p->hits.at[c->hit].trigger->actor && !c->next) {
    p->chunks.at[i].of = example; /* "MEK1 inhibitors such as trametinib" */
    p->chunks.at[i].hit = 0;
    return;
  }
  const uint32_t first = p->chunks.at[i].prior ? p->chunks.at[i].prior : i;
  if (p->chunks.at[i].next) return;
  if (what == PQ_ABOUT_NAMES && !p->r->wants_happenings &&
      !has_examples(p, i, example)) {
    const uint32_t subject = subject_with(p, i);
    if (subject) p->chunks.at[subject].of = example;
    return;
  }
  if (sites) p->chunks.at[i].sites = true; /* "sites, including S727" */
  const bool of_place = what == PQ_ABOUT_NAMES && names_place_of_many(p, c);
  if (of_place) p->chunks.at[i].name_end = 0;
  if (of_place || pq_list_about(p, i) == PQ_ABOUT_OTHER) {
    p->chunks.at[i].of = example; /* "many substrates, including ELK1" */
    return;
  }
  p->chunks.at[i].next = example;
  for (uint32_t m = example; m; m = p->chunks.at[m].next) {
    p->chunks.at[m].prior = first;
  }
}

/* "its target, the retinoblastoma protein RB1": the name is behind the comma.
 */
static void find_apposition(pq_parse *p, uint32_t i) {
  pq_chunk *const c = &p->chunks.at[i];
  if (!(p->units.at[c->begin].classes & PQ_W_DETERMINER) ||
      !pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN)) {
    return;
  }
  /* "This inhibitor, NFKBIA, is ..." */
  const bool subject = pq_chunk_is(p, i + 3, PQ_CHUNK_COMMA) &&
                       pq_chunk_is(p, i + 4, PQ_CHUNK_VERB) &&
                       p->chunks.at[i + 4].form == PQ_VERB_FINITE &&
                       !pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION);
  const bool led = subject || pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) ||
                   (pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION) &&
                    (pq_unit_says(p, p->chunks.at[i - 1].begin, "of") ||
                     pq_unit_says(p, p->chunks.at[i - 1].begin, "by")));
  /* "its inhibitor, NFKBIA": who it is, and not what it does */
  const bool actor =
      c->hit && p->hits.at[c->hit].trigger->actor && c->end == c->begin + 2;
  if ((pq_list_about(p, i) != PQ_ABOUT_OTHER && !actor) || c->of || !led ||
      pq_list_about(p, i + 2) != PQ_ABOUT_NAMES) {
    return;
  }
  const uint32_t k = i + 3;
  if (k == p->chunks.n || pq_chunk_is(p, k, PQ_CHUNK_COMMA) ||
      pq_chunk_is(p, k, PQ_CHUNK_STOP)) {
    c->of = i + 2;
    if (actor) c->hit = 0;
  }
}

/* "the AP-1 site of MMP1", "the SGK1 sites of FOXO3": of the latter. */
static void drop_site_name(pq_parse *p, uint32_t i) {
  pq_chunk *const c = &p->chunks.at[i];
  if (!pq_unit_means(p, c->end - 1, PQ_M_ELEMENT) || !c->name_end ||
      c->end == c->name_end || c->hit ||
      !pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[i + 1].begin, "of") ||
      !pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) || !p->chunks.at[i + 2].name_end) {
    return;
  }
  c->name_begin = 0;
  c->name_end = 0;
  c->of = i + 2;
}

void pq_lead_read(pq_parse *p, uint32_t chunk) {
  drop_site_name(p, chunk);
  const uint32_t gene = gene_around(p, chunk);
  if (gene) p->chunks.at[chunk].of = gene;
  find_whole(p, chunk);
  find_apposition(p, chunk);
}

/* "increases the rate of STAT3 phosphorylation", "the progression of
 * apoptosis": what is measured; but "the first step of glycolysis" is less. */
static bool is_measure(const pq_parse *p, uint32_t chunk, uint32_t of) {
  const uint32_t measure = PQ_W_HAPPENING | PQ_W_NOUN;
  const pq_chunk *const d = &p->chunks.at[of];
  const uint32_t classes = p->units.at[p->chunks.at[chunk].end - 1].classes;
  const bool process = d->name_end && pq_unit_is_process(p, d->name_begin);
  return (d->hit || process) &&
         ((classes & PQ_W_PART) || (classes & measure) == measure);
}

uint32_t pq_lead_past(const pq_parse *p, uint32_t chunk, bool binds) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t of = chunk + 2;
  if (c->hit || !pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) ||
      !pq_unit_says(p, p->chunks.at[chunk + 1].begin, "of") ||
      !pq_chunk_is(p, of, PQ_CHUNK_NOUN)) {
    return chunk;
  }
  if (c->name_end) {
    const bool part = binds && !p->chunks.at[of].hit && is_place(p, chunk) &&
                      pq_argument_content(p, of).things;
    return part ? of : chunk;
  }
  return is_measure(p, chunk, of) ? of : chunk;
}

bool pq_lead_has_own_verb(const pq_parse *p, uint32_t noun) {
  static const char *const words[] = {"until", "before", NULL};
  return pq_chunk_is(p, noun - 1, PQ_CHUNK_PREPOSITION) &&
         pq_view_says_any(p->chunks.at[noun - 1].slot, words) &&
         pq_chunk_is(p, noun + 1, PQ_CHUNK_VERB) &&
         p->chunks.at[noun + 1].form == PQ_VERB_FINITE;
}
