/* What the words of an argument name: things with their states, and sites. */
#include "anaphora.h"
#include "draft.h"

enum {
  DEPTH_MOST = 4
};

static unsigned want_of(pq_entity_kind kind) {
  switch (kind) {
  case PQ_ENTITY_PLACE: return PQ_WANT_PLACES;
  case PQ_ENTITY_PATHWAY:
  case PQ_ENTITY_PROCESS: return PQ_WANT_PROCESSES;
  case PQ_ENTITY_GROUP: return PQ_WANT_GROUPS;
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL: return PQ_WANT_LIVING;
  case PQ_ENTITY_CLASS: return 0;
  default: return PQ_WANT_THINGS;
  }
}

/* "oncogenic ALK fusion proteins": adjectives belong to the name of a fusion.
 */
static void widen_fusion(const pq_parse *p, const pq_chunk *c, uint32_t unit,
                         pq_named *n) {
  if (pq_entity_at(p->r, n->entity)->kind != PQ_ENTITY_FUSION) return;
  uint32_t i = unit;
  while (i > c->begin && p->units.at[i - 1].kind == PQ_UNIT_WORD &&
         p->units.at[i - 1].tag == PQ_TAG_NOUN) {
    --i;
  }
  n->span.begin = p->units.at[i].span.begin;
  n->reach.begin = n->span.begin;
}

/* "MAPK pathways": the noun belongs to what is said. */
static void widen_pathway(const pq_parse *p, const pq_chunk *c, uint32_t unit,
                          pq_named *n) {
  if (pq_entity_at(p->r, n->entity)->kind != PQ_ENTITY_PATHWAY) return;
  for (uint32_t i = unit + 1; i < c->end; ++i) {
    if (!(p->units.at[i].classes & PQ_W_GENERIC)) return;
    n->reach.end = p->units.at[i].span.end;
  }
}

/* The word behind the names of a group that says that genes are meant, or 0. */
static uint32_t gene_word(const pq_parse *p, const pq_chunk *c) {
  for (uint32_t i = c->name_end; c->name_end && i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_GENE) return i;
  }
  return 0;
}

/* "The promoter of MYC" */
static bool is_of_gene(const pq_parse *p, uint32_t chunk) {
  if (chunk < 3 || p->chunks.at[chunk - 2].of != chunk) return false;
  const pq_chunk *const c = &p->chunks.at[chunk - 2];
  if (c->kind != PQ_CHUNK_NOUN) return false;
  /* "the promoter region of" */
  const bool part =
      c->end > c->begin + 1 && (p->units.at[c->end - 1].classes & PQ_W_PART);
  return ((p->units.at[c->end - 1].classes |
           (part ? p->units.at[c->end - 2].classes : 0)) &
          PQ_W_GENE) != 0;
}

/* "The protein product of the MYC gene" is no gene. */
static bool is_product(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[chunk - 1].begin, "of") &&
         pq_chunk_is(p, chunk - 2, PQ_CHUNK_NOUN) &&
         pq_unit_means(p, p->chunks.at[chunk - 2].end - 1, PQ_M_PRODUCT);
}

/* "mutations in the BRCA2 gene": what they do, its mutant protein does. */
static bool is_mutated(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk - 1, PQ_CHUNK_PREPOSITION) && chunk > 2 &&
         p->chunks.at[chunk - 2].of == chunk &&
         (p->units.at[p->chunks.at[chunk - 2].end - 1].classes & PQ_W_MUTANT);
}

/* "The MYC and BCL2 genes" says it of both. */
static bool ends_in_genes(const pq_parse *p, uint32_t chunk) {
  while (p->chunks.at[chunk].next) {
    chunk = p->chunks.at[chunk].next;
  }
  const uint32_t at = gene_word(p, &p->chunks.at[chunk]);
  const pq_view word = pq_unit_text(p, at);
  return at && word.ptr[word.len - 1] == 's';
}

/* "The MYC gene" is no protein. */
static pq_status apply_gene(pq_parse *p, uint32_t chunk, pq_named *n) {
  pq_status st = PQ_OK;
  pq_entity e = *pq_entity_at(p->r, n->entity);
  const uint32_t word = gene_word(p, &p->chunks.at[chunk]);
  const bool coding =
      e.kind == PQ_ENTITY_PROTEIN && pq_view_starts(e.id, PQ_LIT("HGNC:"));
  if (is_product(p, chunk) || is_mutated(p, chunk)) return PQ_OK;
  if (e.of || (!coding && e.kind != PQ_ENTITY_UNGROUNDED) ||
      (!word && !ends_in_genes(p, chunk) && !is_of_gene(p, chunk))) {
    return PQ_OK;
  }
  if (word) {
    n->span.end = p->units.at[word].span.end;
    n->reach.end = n->span.end;
  }
  const pq_view label[] = {e.label, PQ_LIT(" gene")};
  if (coding) e.kind = PQ_ENTITY_GENE;
  e.accession = (pq_view){"", 0};
  PQ_TRY(st, pq_arena_join(p->r->arena, label, 2, &e.label));
  return pq_store_entity(p->r, &e, &n->entity);
}

static pq_status add_mention(pq_parse *p, uint32_t chunk, uint32_t unit,
                             uint32_t mention, unsigned want, pq_names *out) {
  pq_status st = PQ_OK;
  const pq_mention *const m = &p->r->mentions.at[mention];
  const pq_chunk *const c = &p->chunks.at[chunk];
  const pq_entity_kind kind = pq_entity_at(p->r, m->entity)->kind;
  if (m->effect == PQ_EFFECT_NOT_ACTOR || !(want_of(kind) & want) ||
      out->n == PQ_NAMED_MOST) {
    return PQ_OK;
  }
  pq_named n = {.entity = m->entity,
                .span = m->span,
                .reach = m->span,
                .sentence = p->sentence,
                .chunk = chunk,
                .negated = c->negated,
                .not_span = c->not_span};
  for (uint32_t i = 0; i < out->n && !(want & PQ_WANT_PIECES); ++i) {
    if (out->at[i].entity == m->entity) return PQ_OK; /* named twice */
  }
  PQ_TRY(st, apply_gene(p, chunk, &n));
  if (!p->bare) PQ_TRY(st, pq_named_state(p, c, unit, &n));
  if (!(want & PQ_WANT_SINGLE)) PQ_TRY(st, pq_bond_copies(p, c, unit, &n));
  widen_fusion(p, c, unit, &n);
  widen_pathway(p, c, unit, &n);
  out->at[out->n++] = n;
  return PQ_OK;
}

static pq_status add_units(pq_parse *p, uint32_t chunk, uint32_t begin,
                           uint32_t end, unsigned want, pq_names *out) {
  pq_status st = PQ_OK;
  for (uint32_t i = begin; i < end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind != PQ_UNIT_NAME) continue;
    for (uint32_t k = 0; k < u->n; ++k) {
      PQ_TRY(st, add_mention(p, chunk, i, u->first + k, want, out));
    }
  }
  return PQ_OK;
}

static void put_referent(const pq_parse *p, uint32_t chunk, unsigned want,
                         pq_entity_id entity, pq_names *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (out->n == PQ_NAMED_MOST ||
      !(want_of(pq_entity_at(p->r, entity)->kind) & want)) {
    return;
  }
  const pq_span span = c->hit ? p->units.at[c->begin].span : c->span;
  out->at[out->n++] = (pq_named){.entity = entity,
                                 .span = span,
                                 .reach = span,
                                 .sentence = p->sentence,
                                 .chunk = chunk,
                                 .negated = c->negated,
                                 .not_span = c->not_span};
}

/* What a pronoun refers to: a group with names. */
/* NOLINTNEXTLINE(misc-no-recursion): p->referring keeps the depth at two. */
static pq_status referred(pq_parse *p, uint32_t chunk, unsigned want,
                          pq_names *out) {
  pq_status st = PQ_OK;
  const uint32_t to = p->chunks.at[chunk].refers;
  const pq_hit *const h = &p->hits.at[p->chunks.at[to].hit];
  const pq_arg *const theme =
      p->chunks.at[to].hit ? pq_hit_arg(h, PQ_AS_THEME) : NULL;
  const pq_arg arg =
      theme && theme->end ? *theme : (pq_arg){.chunk = to, .all = true};
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  if (p->referring) return PQ_OK;
  p->referring = true;
  st = pq_named_collect(p, &arg, want, names);
  p->referring = false;
  if (st) return st;
  for (uint32_t i = 0; i < names->n; ++i) {
    put_referent(p, chunk, want, pq_entity_base(p->r, names->at[i].entity),
                 out);
  }
  return PQ_OK;
}

/* A group without a name of its own: what it refers to. */
/* NOLINTNEXTLINE(misc-no-recursion): see above. */
static pq_status add_referent(pq_parse *p, uint32_t chunk, unsigned want,
                              pq_names *out) {
  pq_status st = PQ_OK;
  pq_entity_id ids[PQ_TOPICS_MOST];
  uint32_t n = 0;
  if (p->chunks.at[chunk].refers) return referred(p, chunk, want, out);
  PQ_TRY(st, pq_anaphor_find(p, chunk, ids, &n));
  for (uint32_t i = 0; i < n; ++i) {
    put_referent(p, chunk, want, ids[i], out);
  }
  return PQ_OK;
}

void pq_named_whose(const pq_parse *p, uint32_t chunk, unsigned want,
                    pq_names *out) {
  const pq_entity_id id = pq_anaphor_whose(p, chunk);
  if (id) put_referent(p, chunk, want, id, out);
}

/* "The complex of A and B": all that are named are one. */
static bool leads_to_complex(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  return c->of && p->chunks.at[c->of].next && !p->chunks.at[c->of].list_or &&
         pq_unit_means(p, c->end - 1, PQ_M_WHOLE);
}

static pq_status join_complex(pq_parse *p, uint32_t from, pq_names *out) {
  enum {
    MOST = 8
  };
  pq_entity_id ids[MOST];
  uint32_t n = 0;
  for (uint32_t i = from; i < out->n; ++i) {
    const pq_entity_kind kind = pq_entity_at(p->r, out->at[i].entity)->kind;
    if (kind == PQ_ENTITY_COMPLEX && /* "of A and B (A:B)" */
        pq_entity_at(p->r, out->at[i].entity)->n_members) {
      out->at[from] = out->at[i];
      out->n = from + 1;
      return PQ_OK;
    }
    if (n == MOST || out->at[i].negated || kind == PQ_ENTITY_GENE ||
        !(want_of(kind) & PQ_WANT_THINGS)) {
      return PQ_OK;
    }
    ids[n++] = out->at[i].entity;
  }
  if (n < 2) return PQ_OK;
  for (uint32_t i = from + 1; i < out->n; ++i) {
    out->at[from].span = pq_span_join(out->at[from].span, out->at[i].span);
    out->at[from].reach = pq_span_join(out->at[from].reach, out->at[i].reach);
  }
  out->n = from + 1;
  return pq_bond_complex(p, ids, n, &out->at[from].entity);
}

/* The group's names, or those of the group that it leads to. */
/* NOLINTNEXTLINE(misc-no-recursion): see referred. */
static pq_status add_chunk(pq_parse *p, uint32_t chunk, unsigned want,
                           pq_names *out) {
  pq_status st = PQ_OK;
  uint32_t i = chunk;
  const uint32_t before = out->n;
  for (uint32_t depth = 0; i && depth < DEPTH_MOST; ++depth) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->name_end) {
      PQ_TRY(st, add_units(p, i, c->name_begin, c->name_end, want, out));
    } else if (!c->of && (!c->hit || c->refers)) {
      PQ_TRY(st, add_referent(p, i, want, out));
    }
    for (uint32_t k = depth ? c->next : 0; k; k = p->chunks.at[k].next) {
      const pq_chunk *const more = &p->chunks.at[k];
      PQ_TRY(st, add_units(p, k, more->name_begin, more->name_end, want, out));
    }
    if (c->name_end || out->n > before) return PQ_OK;
    i = c->of;
  }
  return PQ_OK;
}

/* NOLINTNEXTLINE(misc-no-recursion): see referred. */
pq_status pq_named_collect(pq_parse *p, const pq_arg *arg, unsigned want,
                           pq_names *out) {
  pq_status st = PQ_OK;
  if (arg->end) {
    return add_units(p, arg->chunk, arg->begin, arg->end, want, out);
  }
  for (uint32_t i = arg->chunk; i; i = arg->all ? p->chunks.at[i].next : 0) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind != PQ_CHUNK_NOUN) break;
    if (c->hit && !c->refers && !pq_hit_is_part(p, c->hit)) {
      continue; /* that happens, and names nothing */
    }
    const uint32_t from = out->n;
    PQ_TRY(st, add_chunk(p, i, want, out));
    if (!(want & PQ_WANT_PARTS) && !p->r->wants_happenings &&
        leads_to_complex(p, i)) {
      PQ_TRY(st, join_complex(p, from, out));
    }
  }
  return PQ_OK;
}

/* ---- sites ---- */

static void add_sites(const pq_parse *p, uint32_t begin, uint32_t end,
                      uint32_t of, pq_sites *out) {
  for (uint32_t i = begin; i < end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind != PQ_UNIT_SITE) continue;
    for (uint32_t k = 0; k < u->n && out->n < PQ_NAMED_MOST; ++k) {
      const pq_site_mention *const m = &p->r->sites.at[u->first + k];
      if (m->mutant.len) continue;
      bool again = false; /* "serine 345 (S345)" */
      for (uint32_t j = 0; j < out->n; ++j) {
        again = again || (out->at[j].of == of &&
                          out->at[j].site.residue == m->site.residue &&
                          out->at[j].site.position == m->site.position);
      }
      if (again) continue;
      out->at[out->n++] =
          (pq_placed){.site = m->site, .span = m->span, .of = of};
    }
  }
}

/* A residue without a number says less than the same with one. */
static void drop_vague(pq_sites *s) {
  bool exact = false;
  for (uint32_t i = 0; i < s->n; ++i) {
    exact = exact || s->at[i].site.position;
  }
  if (!exact) return;
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->n; ++i) {
    if (s->at[i].site.position) s->at[n++] = s->at[i];
  }
  s->n = n;
}

/* "but not S5", "but not at S5": the sites from `from` on are denied. */
static void deny_sites(const pq_parse *p, const pq_arg *arg, uint32_t chunk,
                       pq_sites *out, uint32_t from) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const pq_span not_span =
      c->negated ? c->not_span : p->chunks.at[arg->chunk - 1].not_span;
  for (uint32_t i = from; i < out->n; ++i) {
    out->at[i].negated = c->negated || arg->negated;
    if (out->at[i].negated) out->at[i].not_span = not_span;
  }
}

/* Do residues stand right behind the name: "ELK1 (S383)"? */
static bool has_bracket(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  uint32_t k = c->name_end;
  while (k && k < c->end && p->units.at[k].kind == PQ_UNIT_MARK) {
    ++k;
  }
  return k && k < c->end && p->units.at[k].kind == PQ_UNIT_SITE;
}

/* "A (S5) and B (S7)": each has its own, and so has A of "A (S5) and B"; "A
 * and B (S5)" may mean both. */
static bool have_own(const pq_parse *p, const pq_arg *list) {
  uint32_t n = 0;
  uint32_t last = 0;
  for (uint32_t i = list->chunk; i && list->all; i = p->chunks.at[i].next) {
    n += has_bracket(p, i);
    last = i;
  }
  return n > 1 || (n == 1 && !has_bracket(p, last));
}

void pq_named_sites(const pq_parse *p, const pq_arg *arg, pq_sites *out) {
  if (arg->end) {
    add_sites(p, arg->begin, arg->end, 0, out);
  } else {
    const bool own = have_own(p, arg);
    for (uint32_t i = arg->chunk; i; i = arg->all ? p->chunks.at[i].next : 0) {
      const pq_chunk *const c = &p->chunks.at[i];
      const uint32_t from = out->n;
      const uint32_t of = own && has_bracket(p, i) ? i : c->of;
      add_sites(p, c->begin, c->end, of, out);
      for (uint32_t k = from; k < out->n; ++k) {
        out->at[k].its = c->refers; /* "its Y348" */
      }
      pq_anaphor_sites(p, i, out);
      deny_sites(p, arg, i, out, from);
    }
  }
  drop_vague(out);
}

pq_status pq_named_piece(pq_parse *p, const pq_named *n, pq_entity_id *out) {
  enum {
    MORE_MOST = 3 /* letters */
  };
  const pq_view label = pq_entity_at(p->r, n->entity)->label;
  const pq_view said = pq_span_text(p->text, n->span);
  const bool piece =
      n->sentence == p->sentence && label.len > 1 && said.len > label.len &&
      said.len <= label.len + MORE_MOST && pq_view_starts(said, label);
  *out = n->entity;
  return piece ? pq_store_unknown(p->r, said, out) : PQ_OK;
}
