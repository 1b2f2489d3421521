#include "unpack.h"

typedef struct unpacker {
  pq_arena *arena;
  const pq_image *im;
  pq_tables *tables;
} unpacker;

static pq_view text(const unpacker *u, uint32_t offset) {
  return pq_image_text(u->im, offset);
}

/* The id of a concept; empty for an index that is none. */
static pq_view id_of(const unpacker *u, uint32_t index) {
  const pq_image_concept *const c = pq_image_concept_at(u->im, index);
  return c ? text(u, c->id) : (pq_view){"", 0};
}

static pq_status add(const unpacker *u, pq_table_id id, const pq_row *row) {
  PQ_PUSH(u->arena, &u->tables->at[id].rows, *row);
  return PQ_OK;
}

static pq_status digits(const unpacker *u, uint32_t number, pq_view *out) {
  enum {
    MOST = 10
  };
  char *const room = pq_arena_take(u->arena, MOST);
  if (!room) return u->arena->status;
  size_t at = MOST;
  do {
    room[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  *out = (pq_view){room + at, MOST - at};
  return PQ_OK;
}

static pq_status unpack_concept(const unpacker *u, uint32_t i) {
  const pq_image_concept *const c = &u->im->concepts[i];
  const pq_view type = pq_view_of(pq_entry_type_word((pq_concept_type)c->type));
  const bool pathway = c->type == PQ_CONCEPT_PATHWAY && (c->after || c->close);
  if (c->type > PQ_CONCEPT_MODIFICATION || c->type == PQ_CONCEPT_FUSION) {
    return PQ_OK;
  }
  if (pathway) {
    const pq_row row = {.cell = {text(u, c->id), text(u, c->after),
                                 text(u, c->label), text(u, c->close)}};
    return add(u, PQ_TABLE_PATHWAYS, &row);
  }
  const pq_row row = {.cell = {text(u, c->id), type, text(u, c->label),
                               text(u, c->taxon), text(u, c->xrefs)}};
  return add(u, PQ_TABLE_CONCEPTS, &row);
}

static pq_status unpack_entry(const unpacker *u, uint32_t i) {
  pq_status st = PQ_OK;
  const pq_image_entry *const e = &u->im->entries[i];
  pq_view flags = {"", 0};
  if (e->how & PQ_ENTRY_CONTEXT) return PQ_OK;
  const pq_view status = pq_view_of(pq_entry_status_word(e->status));
  const pq_view form =
      e->how & PQ_ENTRY_SPACED ? PQ_LIT("spaced") : PQ_LIT("plain");
  if (e->flags) {
    PQ_TRY(st, pq_entry_flag_words(u->arena, e->flags,
                                   pq_image_context(u->im, i), &flags));
  }
  const pq_row row = {.cell = {text(u, e->text),
                               id_of(u, e->concept),
                               status,
                               flags,
                               {"", 0},
                               form}};
  if (!row.cell[PQ_NAMES_ID].len || !pq_entry_status(status)) return PQ_OK;
  return add(u, PQ_TABLE_NAMES, &row);
}

static pq_status unpack_member(const unpacker *u, uint32_t i) {
  const pq_image_member *const m = &u->im->members[i];
  const pq_row row = {
      .cell = {id_of(u, m->child), PQ_LIT("isa"), id_of(u, m->parent)}};
  return add(u, PQ_TABLE_MEMBERS, &row);
}

static pq_status unpack_fusion(const unpacker *u, uint32_t i) {
  const pq_image_fusion *const f = &u->im->fusions[i];
  const pq_image_concept *const c = pq_image_concept_at(u->im, f->concept);
  if (!c) return PQ_OK;
  const pq_row row = {.cell = {text(u, c->id), text(u, f->five),
                               text(u, f->three), text(u, c->label)}};
  return add(u, PQ_TABLE_FUSIONS, &row);
}

static pq_status unpack_affix(const unpacker *u, uint32_t i) {
  const pq_image_affix *const a = &u->im->affixes[i];
  const pq_view effect = pq_view_of(pq_entry_effect_word(a->effect));
  const pq_row row = {.cell = {text(u, a->pattern),
                               a->suffix ? PQ_LIT("suffix") : PQ_LIT("prefix"),
                               effect, effect}};
  return effect.len ? add(u, PQ_TABLE_AFFIXES, &row) : PQ_OK;
}

static pq_status unpack_deny(const unpacker *u, uint32_t i) {
  const pq_image_deny *const d = &u->im->deny[i];
  const pq_row row = {
      .cell = {text(u, d->text), text(u, d->id), text(u, d->context)}};
  return add(u, PQ_TABLE_DENY, &row);
}

static pq_status unpack_english(const unpacker *u, uint32_t i) {
  const pq_row row = {.cell = {text(u, u->im->english[i])}};
  return add(u, PQ_TABLE_ENGLISH, &row);
}

static pq_status unpack_residue(const unpacker *u, uint32_t i) {
  const pq_image_residue *const r = &u->im->residues[i];
  const pq_row row = {
      .cell = {text(u, r->letter), text(u, r->three), text(u, r->name)}};
  return add(u, PQ_TABLE_RESIDUES, &row);
}

static pq_status unpack_site(const unpacker *u, uint32_t i) {
  pq_status st = PQ_OK;
  const pq_image_site *const s = &u->im->sites[i];
  const pq_view letter = {(const char *)&s->residue, 1};
  pq_row row = {.cell = {[PQ_SITES_ACCESSION] = text(u, s->accession),
                         [PQ_SITES_RESIDUE] = letter,
                         [PQ_SITES_KIND] =
                             s->legacy ? PQ_LIT("legacy") : PQ_LIT("canonical"),
                         [PQ_SITES_CANONICAL] = {"", 0}}};
  PQ_TRY(st, digits(u, s->position, &row.cell[PQ_SITES_POSITION]));
  if (s->canonical) {
    PQ_TRY(st, digits(u, s->canonical, &row.cell[PQ_SITES_CANONICAL]));
  }
  return add(u, PQ_TABLE_SITES, &row);
}

static pq_status unpack_species(const unpacker *u, uint32_t i) {
  const pq_image_species *const s = &u->im->species[i];
  const pq_row row = {.cell = {text(u, s->text), text(u, s->taxon),
                               s->prefix ? PQ_LIT("prefix") : PQ_LIT("name")}};
  return add(u, PQ_TABLE_SPECIES, &row);
}

static uint64_t end_of(const pq_image_sequence *s) {
  return s->begin + ((uint64_t)s->length * PQ_ACID_BITS + 7) / 8;
}

static pq_status unpack_sequence(const unpacker *u, uint32_t i) {
  const pq_image_sequence *const s = &u->im->sequences[i];
  const uint64_t begin = i ? end_of(&s[-1]) : 0;
  /* Two that share residues could ask for any amount of memory. */
  if (s->begin < begin || end_of(s) > u->im->n[PQ_SECTION_ACIDS]) return PQ_OK;
  char *const room = pq_arena_take(u->arena, s->length);
  if (!room) return u->arena->status;
  for (uint32_t k = 0; k < s->length; ++k) {
    room[k] = pq_image_acid(u->im, s, k + 1);
    if (!room[k]) return PQ_OK;
  }
  const pq_sequence row = {.accession = text(u, s->accession),
                           .name = text(u, s->name),
                           .residues = {room, s->length},
                           .signal = s->signal};
  PQ_PUSH(u->arena, &u->tables->sequences, row);
  return PQ_OK;
}

static const struct {
  pq_section section;
  pq_status (*row)(const unpacker *u, uint32_t i);
} parts[] = {{PQ_SECTION_CONCEPTS, unpack_concept},
             {PQ_SECTION_ENTRIES, unpack_entry},
             {PQ_SECTION_MEMBERS, unpack_member},
             {PQ_SECTION_FUSIONS, unpack_fusion},
             {PQ_SECTION_AFFIXES, unpack_affix},
             {PQ_SECTION_DENY, unpack_deny},
             {PQ_SECTION_ENGLISH, unpack_english},
             {PQ_SECTION_RESIDUES, unpack_residue},
             {PQ_SECTION_SITES, unpack_site},
             {PQ_SECTION_SPECIES, unpack_species},
             {PQ_SECTION_SEQUENCES, unpack_sequence}};

pq_status pq_unpack(pq_arena *arena, const pq_image *im, pq_tables *tables) {
  pq_status st = PQ_OK;
  const unpacker u = {.arena = arena, .im = im, .tables = tables};
  for (size_t p = 0; p < sizeof parts / sizeof parts[0]; ++p) {
    for (uint32_t i = 0; i < im->n[parts[p].section]; ++i) {
      PQ_TRY(st, parts[p].row(&u, i));
    }
  }
  return PQ_OK;
}
