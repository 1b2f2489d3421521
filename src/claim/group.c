/* What a noun group is about: the noun in it that happens, or the names. */
#include "parse.h"

/* May the unit stand behind a name without changing what is meant? */
static bool keeps_name(const pq_unit *u) {
  if (u->kind == PQ_UNIT_SITE || u->kind == PQ_UNIT_MARK) return true;
  if (u->glued && u->n_tokens == 1 && !u->classes && !u->forms) {
    return u->span.end - u->span.begin <= 2; /* ROBO3.1 */
  }
  return (u->classes & (PQ_W_GENERIC | PQ_W_GENE | PQ_W_SITE | PQ_W_SAME)) != 0;
}

/* "form a complex": the noun happens only as the object of such a verb. */
static bool is_carried(const pq_parse *p) {
  if (p->chunks.n < 3) return false;
  const pq_chunk *const verb = &p->chunks.at[p->chunks.n - 2];
  return verb->kind == PQ_CHUNK_VERB && verb->hit &&
         p->hits.at[verb->hit].trigger->type == PQ_TRIGGER_CARRIER;
}

/* "DNA binding activity": the noun before a weak one, if it happens. */
static uint32_t happens_before(const pq_parse *p, const pq_chunk *c,
                               uint32_t weak) {
  const pq_unit *const u = &p->units.at[weak - 1];
  if (weak <= c->begin || u->kind != PQ_UNIT_WORD || u->compound || !u->noun) {
    return 0;
  }
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  if (t->type != PQ_TRIGGER_EVENT || t->weak || t->carried) return 0;
  /* What binds less is no claim that it binds. */
  const bool bind = p->r->kinds[t->kind].binding;
  return bind && !p->r->wants_happenings ? 0 : weak - 1;
}

/* "the reaction of A with B", and not "this reaction", "the phosphorylation
 * reaction". */
static bool names_reaction(const pq_parse *p, const pq_chunk *c) {
  const pq_unit *const u = &p->units.at[c->end - 1];
  if (!u->noun || !(u->classes & PQ_W_HAPPENING)) return false;
  const bool follows =
      pq_unit_says(p, c->end, "of") || pq_unit_says(p, c->end, "between");
  return follows && (c->end == c->begin + 1 || (!p->units.at[c->end - 2].noun &&
                                                !p->units.at[c->end - 2].verb));
}

/* "t(9;22) translocation", "translocation (8;21)", "translocation t(8;21)": do
 * the numbers of chromosomes stand beside the word? */
static bool is_numbered(const pq_parse *p, uint32_t unit) {
  enum {
    BEFORE_MOST = 20 /* bytes: "t(11;14)(q13;q32) " */
  };
  const pq_span s = p->units.at[unit].span;
  const pq_view behind = pq_view_skip(p->text, s.end);
  const size_t t = pq_view_starts(behind, PQ_LIT(" t("));
  if ((t || pq_view_starts(behind, PQ_LIT(" ("))) && behind.len > 3 &&
      pq_is_digit(behind.ptr[2 + t])) {
    return true;
  }
  const uint32_t from = s.begin > BEFORE_MOST ? s.begin - BEFORE_MOST : 0;
  for (uint32_t i = from; i + 3 < s.begin; ++i) {
    const pq_view at = pq_view_skip(p->text, i);
    if (pq_view_starts(at, PQ_LIT("t(")) && pq_is_digit(at.ptr[2])) return true;
  }
  return false;
}

/* "chromosomal translocation", "translocations", "translocation events",
 * "translocation or inversion": of genes, and nothing is carried. */
static bool is_of_chromosome(const pq_parse *p, const pq_chunk *c,
                             uint32_t unit) {
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[unit].noun];
  if (t->type != PQ_TRIGGER_EVENT || !p->r->kinds[t->kind].transport ||
      !pq_view_starts(pq_unit_text(p, unit), PQ_LIT("translocation"))) {
    return false;
  }
  for (uint32_t i = c->begin; i < unit; ++i) {
    if (pq_unit_means(p, i, PQ_M_CHROMOSOMAL)) return true;
  }
  return pq_unit_says(p, unit, "translocations") ||
         pq_unit_says(p, unit + 1, "events") ||
         pq_unit_means(p, unit + 1, PQ_M_CHROMOSOMAL) ||
         (pq_unit_says(p, unit + 1, "or") &&
          pq_unit_means(p, unit + 2, PQ_M_CHROMOSOMAL)) ||
         is_numbered(p, unit);
}

/* "is required for the activity of X", "depends on the activity of X": what is
 * needed happens. */
static bool is_needed(const pq_parse *p, const pq_chunk *c) {
  const uint32_t link = c->begin - 1;
  if (link < 2 || !pq_unit_says(p, c->end, "of") ||
      !(pq_unit_says(p, link, "for") || pq_unit_says(p, link, "on"))) {
    return false;
  }
  const pq_unit *const u = &p->units.at[link - 1];
  return p->g->triggers.at[u->verb].type == PQ_TRIGGER_DEPENDENCE ||
         p->g->triggers.at[u->noun].type == PQ_TRIGGER_DEPENDENCE;
}

/* "activity" at unit at happens only to what is told of it: its own unit
   number, or that of what happens right before it. */
static uint32_t weak_event(const pq_parse *p, const pq_chunk *c, uint32_t at) {
  /* "the GTPase activity of X", "its intrinsic GTPase activity" */
  const bool told_which = p->units.at[at].n_tokens > 1;
  if ((told_which && pq_unit_says(p, c->end, "of")) || is_needed(p, c)) {
    return at;
  }
  for (uint32_t k = at; k-- > c->begin;) {
    const pq_unit *const b = &p->units.at[k];
    if (b->kind == PQ_UNIT_NAME || pq_unit_says(p, k, "its")) return at;
    if (pq_unit_means(p, k, PQ_M_DEGREE)) continue;
    if (!keeps_name(b) && !told_which) return happens_before(p, c, at);
  }
  return 0;
}

uint32_t pq_group_event(const pq_parse *p, const pq_chunk *c) {
  uint32_t i = c->end;
  while (i > c->begin && (p->units.at[i - 1].classes & PQ_W_HAPPENING)) {
    --i;
  }
  if (names_reaction(p, c)) return c->end - 1;
  if (i == c->begin) return 0;
  const pq_unit *const u = &p->units.at[i - 1];
  if (u->kind != PQ_UNIT_WORD || u->compound || !u->noun) return 0;
  const pq_trigger *const t = &p->g->triggers.at[u->noun];
  if (t->carried) return is_carried(p) ? i - 1 : 0;
  if (is_of_chromosome(p, c, i - 1)) return 0;
  /* "GDP to GTP exchange" */
  const bool told = t->when_other.len && i - 1 > c->begin &&
                    p->units.at[i - 2].kind == PQ_UNIT_NAME;
  if (t->needs_theme && !told && !pq_unit_says(p, c->end, "of")) return 0;
  /* "the RelA subunit" is RelA, "a subunit of X" is part of X */
  if (t->type == PQ_TRIGGER_STATE && t->relation == PQ_REL_PART_OF &&
      i - 1 > c->begin && p->units.at[i - 2].kind == PQ_UNIT_NAME) {
    return 0;
  }
  return t->weak ? weak_event(p, c, i - 1) : i - 1;
}

uint32_t pq_group_noun(const pq_parse *p, uint32_t unit) {
  const uint32_t noun = p->units.at[unit].noun;
  const pq_view before = pq_unit_text(p, unit - 1);
  const pq_view tail = PQ_LIT("gtpase");
  if (!p->g->triggers.at[noun].weak || before.len < tail.len ||
      p->units.at[unit - 1].kind != PQ_UNIT_NAME ||
      !pq_view_alike(pq_view_skip(before, before.len - tail.len), tail)) {
    return noun;
  }
  const pq_word *const w = pq_rules_word(p->g, PQ_LIT("gtpase-activity"));
  return w && w->noun ? w->noun : noun;
}

/* "synthase", "deacetylases" */
static bool is_enzyme(const pq_parse *p, uint32_t unit) {
  pq_view word = pq_unit_text(p, unit);
  if (word.len && word.ptr[word.len - 1] == 's') --word.len;
  return word.len > 5 &&
         pq_view_alike(pq_view_skip(word, word.len - 3), PQ_LIT("ase"));
}

/* "AMP-activated protein kinase kinase": does the
 * name end in the word behind it, which is another one's then? */
static bool ends_alike(const pq_parse *p, uint32_t name) {
  const pq_view said = pq_unit_text(p, name);
  const pq_view word = pq_unit_text(p, name + 1);
  return said.len > word.len &&
         pq_view_alike(pq_view_skip(said, said.len - word.len), word);
}

/* "myosin phosphatase", "tubulin deacetylases": a word that is no symbol, and
 * the name of no enzyme, is what the enzyme acts on. */
static bool is_substrate(const pq_parse *p, uint32_t name, const pq_entity *e) {
  const pq_view said = pq_unit_text(p, name);
  for (size_t i = 1; i < said.len; ++i) { /* "Myosin" at the start */
    if (pq_is_upper(said.ptr[i]) || pq_is_digit(said.ptr[i])) return false;
  }
  if (!e->id.len || !p->classes || !p->classes->under ||
      pq_view_ends(said, PQ_LIT("ase"))) {
    return false;
  }
  pq_view word = pq_unit_text(p, name + 1);
  if (word.ptr[word.len - 1] == 's') --word.len;
  const pq_view class_id = pq_view_same(word, PQ_LIT("kinase"))
                               ? PQ_LIT("PQ:class.kinase")
                           : pq_view_same(word, PQ_LIT("phosphatase"))
                               ? PQ_LIT("PQ:class.phosphatase")
                               : PQ_LIT("PQ:class.enzyme");
  return !p->classes->under(p->classes->user, e->id, class_id);
}

bool pq_group_is_ligand(const pq_parse *p, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(p->r, pq_entity_base(p->r, id));
  return p->classes && p->classes->under && e->id.len &&
         (p->classes->under(p->classes->user, e->id,
                            PQ_LIT("PQ:class.ligand")) ||
          p->classes->under(p->classes->user, e->id,
                            PQ_LIT("PQ:class.cytokine")));
}

/* "Glucose transporters", "ATP synthase", "BMP receptors": what a molecule or a
 * ligand passes through, is made by or binds to, and not that itself. */
static bool is_for_name(const pq_parse *p, const pq_chunk *c, uint32_t name) {
  const pq_unit *const u = &p->units.at[name];
  const uint32_t next = name + (pq_unit_is_mark(p, name + 1, '-') ? 2 : 1);
  const bool enzyme = next < c->end && is_enzyme(p, next);
  if (next >= c->end || !(enzyme || pq_unit_means(p, next, PQ_M_FOR_NAME))) {
    return false;
  }
  const pq_mention *const m = &p->r->mentions.at[u->first];
  const pq_entity *const e = pq_entity_at(p->r, m->entity);
  if (e->kind == PQ_ENTITY_MOLECULE || enzyme) {
    return e->kind == PQ_ENTITY_MOLECULE || ends_alike(p, name) ||
           is_substrate(p, name, e);
  }
  return pq_group_is_ligand(p, m->entity);
}

static pq_entity_kind kind_of(const pq_parse *p, uint32_t unit) {
  const pq_mention *const m = &p->r->mentions.at[p->units.at[unit].first];
  return pq_entity_at(p->r, m->entity)->kind;
}

/* "FLT3", "p53", and not "protectins". */
static bool is_symbol(pq_view w) {
  for (size_t i = 0; i < w.len; ++i) {
    if (pq_is_upper(w.ptr[i]) || pq_is_digit(w.ptr[i])) return true;
  }
  return false;
}

/* "FLT3 ITD", "STAT3 SH2": what looks like a name and is none, behind the name
 * of a protein. */
static bool names_part(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  return unit > c->begin && !p->r->wants_happenings &&
         p->units.at[unit - 1].kind == PQ_UNIT_NAME &&
         is_symbol(pq_unit_text(p, unit - 1)) &&
         kind_of(p, unit) == PQ_ENTITY_UNGROUNDED &&
         kind_of(p, unit - 1) == PQ_ENTITY_PROTEIN;
}

/* "KAT2B histone acetyltransferase", "ERBB2 receptor tyrosine kinase": what the
 * protein named before is. */
static bool names_class(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  return unit > c->begin && !p->r->wants_happenings && is_enzyme(p, unit) &&
         p->units.at[unit - 1].kind == PQ_UNIT_NAME &&
         !is_symbol(pq_unit_text(p, unit)) &&
         is_symbol(pq_unit_text(p, unit - 1)) &&
         kind_of(p, unit) == PQ_ENTITY_FAMILY &&
         kind_of(p, unit - 1) == PQ_ENTITY_PROTEIN;
}

/* "LONP1 ATP-dependent protease": does the unit say what it depends on? */
static bool says_need(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  return u->compound != UINT32_MAX && unit > c->begin + 2 &&
         !p->r->wants_happenings && pq_unit_is_mark(p, unit - 1, '-') &&
         p->units.at[unit - 2].kind == PQ_UNIT_NAME &&
         p->g->compounds.at[u->compound - 1].relation == PQ_REL_DEPENDS_ON;
}

/* "STAT3 isoform 2", "FGFR2 isoform IIIb", "PKM isoform M2": which of its
 * forms.
 */
static bool is_isoform(const pq_parse *p, uint32_t unit) {
  const pq_view w = pq_unit_text(p, unit);
  return w.len && w.len <= 4 && is_symbol(w) &&
         pq_unit_says(p, unit - 1, "isoform") &&
         p->units.at[unit - 2].kind == PQ_UNIT_NAME;
}

/* "uridine-1369 of 16S rRNA": which of them. */
static bool numbers_base(const pq_parse *p, uint32_t unit) {
  const pq_view w = pq_unit_text(p, unit);
  for (size_t i = 0; i < w.len; ++i) {
    if (!pq_is_digit(w.ptr[i])) return false;
  }
  return pq_unit_is_mark(p, unit - 1, '-') &&
         p->units.at[unit - 2].kind == PQ_UNIT_NAME &&
         kind_of(p, unit - 2) == PQ_ENTITY_MOLECULE;
}

static bool numbers_one(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  return unit > c->begin + 1 && (is_isoform(p, unit) || numbers_base(p, unit));
}

void pq_group_names(const pq_parse *p, pq_chunk *c) {
  for (uint32_t i = c->end; i-- > c->begin;) {
    if (p->units.at[i].compound && says_need(p, c, i)) i -= 3;
    if (numbers_one(p, c, i)) continue;
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_NAME) {
      if (i > c->begin && pq_unit_says(p, i - 1, "low")) return;
      if (!p->r->wants_happenings && is_for_name(p, c, i)) return;
      if (names_part(p, c, i) || names_class(p, c, i)) continue;
      c->name_begin = i;
      c->name_end = i + 1;
      return;
    }
    /* Annotation takes "the STAT3 promoter" for STAT3. */
    const bool gene =
        p->r->wants_happenings && (u->classes & (PQ_W_OF_GENE | PQ_W_ASPECT));
    /* "the STAT3 dominant-negative mutant", "SMAD4 missense mutants", and not
     * "makes STAT3 inactive" */
    const bool state =
        (u->classes & (PQ_W_INACTIVE | PQ_W_MUTANT)) && i + 1 < c->end;
    if (!keeps_name(u) && !gene && !state) return;
  }
}
