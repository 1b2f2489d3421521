/* Brackets among the units of a sentence: another name of what stands before
 * them, its residues, or a remark of its own, which waits in `spare`.
 *
 *   "STAT3 (Y705) rests (while JAK2 acts)" --> STAT3 Y705 rests;  JAK2 acts
 */
#include "unit.h"

enum {
  BRACKET_MOST = 24 /* units that another name may take */
};

/* The unit that closes the bracket at i, or 0. */
static uint32_t closing(const pq_parse *p, uint32_t i) {
  const char close = p->units.at[i].mark == '(' ? ')' : ']';
  uint32_t depth = 0;
  for (uint32_t k = i; k < p->units.n; ++k) {
    if (pq_unit_is_mark(p, k, p->units.at[i].mark)) ++depth;
    if (pq_unit_is_mark(p, k, close) && --depth == 0) return k;
  }
  return 0;
}

typedef struct content {
  uint32_t names, sites, others;
  uint32_t links; /* "of", "in": between a site and its protein */
} content;

static content content_of(const pq_parse *p, uint32_t from, uint32_t to) {
  content c = {0, 0, 0, 0};
  for (uint32_t i = from; i < to; ++i) {
    const pq_unit *const u = &p->units.at[i];
    const bool joint = u->kind == PQ_UNIT_MARK || (u->classes & PQ_W_AND) ||
                       (u->classes & PQ_W_GENERIC) ||
                       pq_unit_says(p, i, "aka") || pq_unit_says(p, i, "or") ||
                       pq_view_same(u->slot, PQ_LIT("known as")) ||
                       pq_unit_says(p, i, "also") || pq_unit_says(p, i, "as");
    c.names += u->kind == PQ_UNIT_NAME;
    c.sites += u->kind == PQ_UNIT_SITE;
    const bool link = pq_unit_says(p, i, "of") || pq_unit_says(p, i, "in");
    c.links += link;
    c.others += u->kind == PQ_UNIT_WORD && !joint && !link;
  }
  return c;
}

static bool is_known(const pq_parse *p, const pq_unit *u) {
  const pq_mention *const m = &p->r->mentions.at[u->first];
  return pq_entity_at(p->r, m->entity)->kind != PQ_ENTITY_UNGROUNDED;
}

static pq_entity_kind kind_of(const pq_parse *p, const pq_unit *u) {
  const pq_mention *const m = &p->r->mentions.at[u->first];
  return pq_entity_at(p->r, m->entity)->kind;
}

/* "superoxide dismutase (SOD2)": a protein in brackets, behind words that are
 * read as its family or, cut, as another thing. */
static bool is_exact(const pq_parse *p, uint32_t open) {
  const pq_unit *const before = pq_unit_at(p, open - 1);
  const pq_unit *const inside = pq_unit_at(p, open + 1);
  const pq_entity_kind outer = kind_of(p, before);
  return kind_of(p, inside) == PQ_ENTITY_PROTEIN && before->n == 1 &&
         inside->n == 1 && before->n_tokens > 1 &&
         (outer == PQ_ENTITY_FAMILY || outer == PQ_ENTITY_MOLECULE ||
          outer == PQ_ENTITY_PROCESS);
}

/* What becomes of a bracket. */
typedef enum fate {
  FATE_DROP,    /* another name of what stands before it */
  FATE_OPEN,    /* its content stands in the flow: "STAT3 (Y705)" */
  FATE_SITES,   /* the same residues once more: "Y189 (Y179 in UniProt)" */
  FATE_REPLACE, /* the name inside is the better one */
  FATE_FIRST,   /* its first name stands for all: "(SLC2A1, also GLUT1)" */
  FATE_APART    /* it says something of its own */
} fate;

/* "STAT3 (Y705)", "the residue (Y705)", "its turn motif (T641)": the site of
 * what stands before it; "autophosphorylates (Y397)": of what is done. */
static fate fate_of_sites(const pq_parse *p, uint32_t open) {
  const pq_unit *const before = pq_unit_at(p, open - 1);
  const bool word = before->kind == PQ_UNIT_WORD &&
                    ((before->classes & PQ_W_SITE) ||
                     pq_unit_means(p, open - 1, PQ_M_STRETCH));
  const bool verb = before->kind == PQ_UNIT_WORD &&
                    (before->forms & PQ_FORM_S) && !before->noun;
  return before->kind == PQ_UNIT_NAME || word || verb ? FATE_OPEN : FATE_DROP;
}

/* Does a word say that what follows is in, or part of, what stands before? */
static bool leads_into(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "of") || pq_unit_says(p, i, "in") ||
         pq_unit_says(p, i, "within") || pq_unit_says(p, i, "on");
}

/* "S276 in the homology domain (RHD) of RELA": a short name for the stretch
 * in which the residue lies. */
static bool names_stretch(const pq_parse *p, uint32_t open, uint32_t close) {
  if (is_known(p, pq_unit_at(p, open + 1)) || !leads_into(p, close + 1) ||
      !(pq_unit_at(p, open - 1)->classes & PQ_W_PART)) {
    return false;
  }
  uint32_t i = open - 1;
  while (i > 1 && !leads_into(p, i)) {
    if (pq_unit_at(p, i)->kind == PQ_UNIT_MARK) return false;
    --i;
  }
  if (pq_unit_is_mark(p, i - 1, ')')) --i;
  return pq_unit_at(p, i - 1)->kind == PQ_UNIT_SITE;
}

/* "SRF binding elements (SBEs)": elements, whatever they are called. */
static bool names_elements(const pq_parse *p, uint32_t open) {
  return open > 2 && pq_unit_means(p, open - 1, PQ_M_ELEMENT) &&
         pq_unit_says(p, open - 2, "binding") &&
         !is_known(p, pq_unit_at(p, open + 1));
}

/* "(SLC2A1, also known as GLUT1)": several names of one thing. */
static bool names_one(const pq_parse *p, uint32_t open, uint32_t close) {
  pq_entity_id one = 0;
  for (uint32_t i = open + 1; i < close; ++i) {
    const pq_unit *const u = pq_unit_at(p, i);
    if (u->kind != PQ_UNIT_NAME) continue;
    const pq_entity_id id = p->r->mentions.at[u->first].entity;
    if (u->n != 1 || (one && id != one)) return false;
    one = id;
  }
  return one != 0;
}

/* "A in complex with cyclin T (A:B)": the bracket names the complex, and not
 * what stands before it. */
static bool names_whole(const pq_parse *p, const pq_unit *inside) {
  const pq_mention *const m = &p->r->mentions.at[inside->first];
  return pq_entity_at(p->r, m->entity)->n_members > 0;
}

/* Another name behind a name: the better of the two stays. */
static fate fate_of_name(const pq_parse *p, uint32_t open, bool one) {
  const pq_unit *const before = pq_unit_at(p, open - 1);
  const pq_unit *const inside = pq_unit_at(p, open + 1);
  const bool better = inside->kind == PQ_UNIT_NAME && one &&
                      is_known(p, inside) && !names_whole(p, inside) &&
                      (!is_known(p, before) || is_exact(p, open));
  return better ? FATE_REPLACE : FATE_DROP;
}

/* "several proteins (STAT1, STAT3 and MYC)", "three markers (A, B, C)": the
 * members of a kind, whatever it is called. */
static fate fate_of_many(const pq_parse *p, uint32_t open, const content *c) {
  const pq_unit *const u = pq_unit_at(p, open - 1);
  const pq_view word = pq_unit_text(p, open - 1);
  const bool kind = u->kind == PQ_UNIT_WORD && !u->forms && word.len > 3 &&
                    word.ptr[word.len - 1] == 's' && !(u->classes & PQ_W_PART);
  return open > 1 && c->names > 1 && !c->sites && kind ? FATE_OPEN : FATE_DROP;
}

/* "glucose transporter 1 (SLC2A1)": a name behind words that are none. */
static bool names_words(const pq_parse *p, uint32_t open) {
  const pq_unit *const before = pq_unit_at(p, open - 1);
  return open > 1 && before->kind == PQ_UNIT_WORD && !before->forms &&
         pq_unit_at(p, open + 1)->kind == PQ_UNIT_NAME &&
         !(before->classes & (PQ_W_PREPOSITION | PQ_W_AND));
}

/* "(at sites equivalent to Ser32)", "(T774 of PKN1, T816 of PKN2)" */
static bool places_sites(const pq_parse *p, uint32_t open, const content *c) {
  const bool at =
      pq_unit_says(p, open + 1, "at") || pq_unit_says(p, open + 1, "on");
  return c->sites && (at || (c->names && c->links && !c->others));
}

/* "(and also FOXO1)", "(but not AKT2)": the list before the bracket goes on in
 * it.  "(or PKB)" may be another name, a verb says something of its own, and
 * "binding of SIN3A (and probably SIN3B)" is no event of which all is so. */
static bool goes_on(const pq_parse *p, uint32_t open, uint32_t close) {
  const pq_unit *const first = pq_unit_at(p, open + 1);
  if (open < 2 || !(first->classes & PQ_W_AND) || (first->classes & PQ_W_OR)) {
    return false;
  }
  const bool event = pq_unit_says(p, open - 2, "of");
  for (uint32_t i = open + 2; i < close; ++i) {
    const pq_unit *const u = pq_unit_at(p, i);
    if (event && (u->classes & PQ_W_ADVERB)) return false;
    const bool list = u->kind != PQ_UNIT_WORD ||
                      (u->classes & (PQ_W_NOT | PQ_W_ADVERB | PQ_W_DETERMINER |
                                     PQ_W_PREPOSITION | PQ_W_AND));
    if (!list) return false;
  }
  return true;
}

/* "S428 (S431 in mouse)": is it said of another species? */
static bool is_elsewhere(const pq_parse *p, uint32_t open, uint32_t close) {
  const uint32_t begin = p->units.at[open].span.begin;
  const uint32_t end = p->units.at[close].span.end;
  for (uint32_t i = p->first_said; i < p->r->species_said.n; ++i) {
    const pq_species_mention *const s = &p->r->species_said.at[i];
    if (s->sentence != p->sentence || s->span.begin > end) return false;
    const bool own = pq_view_same(s->taxon, p->r->taxon);
    if (s->span.begin > begin && !own) return true;
  }
  return false;
}

/* "Y189 (Y179 in UniProt)": the same residues once more? */
static bool repeats_sites(const pq_parse *p, uint32_t open, const content *c) {
  return open > 1 && pq_unit_at(p, open - 1)->kind == PQ_UNIT_SITE &&
         !c->names && pq_unit_at(p, open + 1)->kind == PQ_UNIT_SITE;
}

/* What a bracket names that words before it already tell of. */
static fate fate_of_words(const pq_parse *p, uint32_t open, uint32_t close,
                          const content *c) {
  if (c->names > 1) return FATE_FIRST;
  const bool drop = names_stretch(p, open, close) || names_elements(p, open);
  return drop ? FATE_DROP : FATE_OPEN;
}

static fate fate_of(const pq_parse *p, uint32_t open, uint32_t close) {
  const content c = content_of(p, open + 1, close);
  if (!c.names && !c.sites && !c.others) return FATE_DROP;
  if ((c.names || c.sites) && goes_on(p, open, close)) return FATE_OPEN;
  if (places_sites(p, open, &c)) return FATE_OPEN;
  const pq_unit *const before = pq_unit_at(p, open - 1);
  if (repeats_sites(p, open, &c)) {
    return is_elsewhere(p, open, close) ? FATE_APART : FATE_SITES;
  }
  if (c.others || close - open > BRACKET_MOST) {
    return c.names || c.sites ? FATE_APART : FATE_DROP;
  }
  if (c.sites && !c.names) return fate_of_sites(p, open);
  const bool one = c.names && (c.names == 1 || names_one(p, open, close));
  if (before->kind == PQ_UNIT_NAME && open > 1) {
    return fate_of_name(p, open, one);
  }
  return one && names_words(p, open) ? fate_of_words(p, open, close, &c)
                                     : fate_of_many(p, open, &c);
}

static pq_status set_apart(pq_parse *p, uint32_t open, uint32_t close) {
  for (uint32_t i = open; i < close; ++i) {
    PQ_PUSH(p->r->arena, &p->spare, p->units.at[i]);
  }
  return PQ_OK;
}

static void cut_out(pq_parse *p, uint32_t from, uint32_t to) {
  for (uint32_t i = to; i < p->units.n; ++i) {
    p->units.at[from + i - to] = p->units.at[i];
  }
  p->units.n -= to - from;
}

/* "(STAT1, STAT3, MYC)": all of them, though no "and" says so. */
static void close_list(pq_parse *p, uint32_t open, uint32_t close) {
  uint32_t comma = 0;
  for (uint32_t i = open + 1; i < close; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_NAME) continue;
    if (!pq_unit_is_mark(p, i, ',')) return;
    comma = i;
  }
  if (!comma) return;
  p->units.at[comma].kind = PQ_UNIT_WORD;
  p->units.at[comma].classes = PQ_W_AND;
}

/* Behind "e.g.", "such as" or "including" at the begin of a bracket; 0 if it
 * does not begin so. */
static uint32_t example_end(const pq_parse *p, uint32_t i) {
  static const char *const words[] = {"including", "eg", NULL};
  if (pq_unit_says(p, i, "e") && pq_unit_is_mark(p, i + 1, '.') &&
      pq_unit_says(p, i + 2, "g")) {
    return i + 3;
  }
  return pq_view_says_any(pq_unit_text(p, i), words) ||
                 pq_view_same(pq_unit_at(p, i)->slot, PQ_LIT("such as"))
             ? i + 1
             : 0;
}

/* "several kinases (e.g. JAK1 and JAK2)": as if it were "(JAK1 and JAK2)". */
static void drop_example(pq_parse *p, uint32_t open) {
  uint32_t end = example_end(p, open + 1);
  if (!end || open < 2 || pq_unit_at(p, open - 1)->kind == PQ_UNIT_NAME) return;
  while (pq_unit_is_mark(p, end, '.') || pq_unit_is_mark(p, end, ',')) {
    ++end;
  }
  if (pq_unit_at(p, end)->kind == PQ_UNIT_NAME) cut_out(p, open + 1, end);
}

static pq_status fold_bracket(pq_parse *p, uint32_t i) {
  pq_status st = PQ_OK;
  drop_example(p, i);
  const uint32_t close = closing(p, i);
  if (!close) {
    cut_out(p, i, i + 1); /* unbalanced: as if it were not there */
    return PQ_OK;
  }
  switch (fate_of(p, i, close)) {
  case FATE_OPEN:
    close_list(p, i, close);
    cut_out(p, close, close + 1);
    cut_out(p, i, i + 1);
    return PQ_OK;
  case FATE_SITES: {
    uint32_t end = i + 1;
    while (end < close && (p->units.at[end].kind == PQ_UNIT_SITE ||
                           pq_unit_joins(p, end, PQ_UNIT_SITE))) {
      ++end;
    }
    cut_out(p, end, close + 1);
    cut_out(p, i, i + 1);
    return PQ_OK;
  }
  case FATE_FIRST:
    cut_out(p, i + 2, close + 1);
    cut_out(p, i, i + 1);
    return PQ_OK;
  case FATE_REPLACE:
    p->units.at[i - 1].first = p->units.at[i + 1].first;
    p->units.at[i - 1].n = p->units.at[i + 1].n;
    break;
  case FATE_APART: PQ_TRY(st, set_apart(p, i, close)); break;
  case FATE_DROP: break;
  }
  cut_out(p, i, close + 1);
  return PQ_OK;
}

pq_status pq_units_fold(pq_parse *p) {
  pq_status st = PQ_OK;
  for (uint32_t i = p->units.n; i-- > 1;) {
    if (pq_unit_is_mark(p, i, '(') || pq_unit_is_mark(p, i, '[')) {
      PQ_TRY(st, fold_bracket(p, i));
    }
  }
  uint32_t n = 1;
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (pq_unit_is_mark(p, i, ')') || pq_unit_is_mark(p, i, ']')) continue;
    if (n != i) p->units.at[n] = p->units.at[i];
    ++n;
  }
  p->units.n = n;
  return PQ_OK;
}
