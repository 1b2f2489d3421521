/* Rows of a short table are looked at one by one; those of a long one have a
 * catalog by what makes them the same, so that a record may be as long as it
 * likes. */
#include "store.h"

#include "key.h"

#include "base/utf8.h"

enum {
  LONG_TABLE = 32 /* rows: up to here a look costs less than a key */
};

/* Fill slot 0 of a table, which is no item. */
#define SKIP_ZERO(r, table, type) PQ_PUSH((r)->arena, &(r)->table, ((type){0}))

/* The tables of things, of happenings, of where they stand. */
static pq_status begin_things(pq_record *r) {
  SKIP_ZERO(r, works, pq_work);
  SKIP_ZERO(r, entities, pq_entity);
  SKIP_ZERO(r, events, pq_event);
  SKIP_ZERO(r, mentions, pq_mention);
  return PQ_OK;
}

pq_status pq_store_begin(pq_record *r, pq_arena *arena, const pq_sink *sink) {
  pq_status st = PQ_OK;
  *r = (pq_record){.arena = arena, .sink = sink};
  PQ_TRY(st, begin_things(r));
  SKIP_ZERO(r, claims, pq_claim);
  SKIP_ZERO(r, disputes, pq_dispute);
  SKIP_ZERO(r, happenings, pq_happening);
  return PQ_OK;
}

static pq_status make_marks(pq_arena *arena, pq_view bytes,
                            const uint32_t **out) {
  const size_t n = bytes.len / PQ_MARK_STEP + 1;
  uint32_t *const marks = pq_arena_take(arena, n * sizeof *marks);
  if (!marks) return arena->status;
  uint32_t points = 0;
  for (size_t i = 0; i < n; ++i) {
    marks[i] = points;
    const pq_view rest = pq_view_skip(bytes, i * PQ_MARK_STEP);
    points += (uint32_t)pq_utf8_count(pq_view_head(rest, PQ_MARK_STEP));
  }
  *out = marks;
  return PQ_OK;
}

pq_status pq_store_text(pq_record *r, pq_source source, pq_view bytes,
                        pq_text_id *out) {
  pq_status st = PQ_OK;
  pq_text text = {.source = source, .bytes = bytes};
  pq_digest_of(bytes, &text.digest);
  PQ_TRY(st, pq_plain_make(r->arena, bytes, &text.plain));
  PQ_TRY(st, make_marks(r->arena, bytes, &text.marks));
  PQ_PUSH(r->arena, &r->texts, text);
  *out = r->texts.n - 1;
  return PQ_OK;
}

/* ---- rows that may be the same ---- */

/* A table, and how its rows are kept apart. */
typedef struct table {
  pq_catalog *catalog;
  const void *rows;
  uint32_t n;
  size_t size;
  pq_key_of *key;
  bool (*same)(const void *a, const void *b); /* NULL: not by find_row */
} table;

static const void *row_at(const table *t, uint32_t i) {
  return (const char *)t->rows + i * t->size;
}

/* The catalog of the table with the rows that came since it was last asked. */
static pq_status catch_up(pq_record *r, const table *t) {
  pq_status st = PQ_OK;
  if (t->catalog->hashes.n >= t->n) pq_catalog_empty(t->catalog); /* a cut */
  for (uint32_t i = t->catalog->hashes.n + 1; i < t->n; ++i) {
    uint32_t key = 0;
    PQ_TRY(st, t->key(row_at(t, i), r->arena, &key));
    PQ_TRY(st, pq_catalog_put(t->catalog, r->arena, key));
  }
  return PQ_OK;
}

/* A walk over the rows of a long table that may be the same as `sought`. */
typedef struct walk {
  const pq_catalog *catalog;
  uint32_t key, at;
} walk;

static pq_status walk_to(pq_record *r, const table *t, const void *sought,
                         walk *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, catch_up(r, t));
  *out = (walk){.catalog = t->catalog};
  PQ_TRY(st, t->key(sought, r->arena, &out->key));
  out->at = out->key;
  return PQ_OK;
}

static uint32_t next_row(walk *w) {
  return pq_catalog_next(w->catalog, w->key, &w->at);
}

/* The row that is the same as `sought`; 0 none. */
static pq_status find_row(pq_record *r, const table *t, const void *sought,
                          uint32_t *out) {
  pq_status st = PQ_OK;
  walk w;
  if (t->n > LONG_TABLE) {
    PQ_TRY(st, walk_to(r, t, sought, &w));
    do {
      *out = next_row(&w);
    } while (*out && !t->same(row_at(t, *out), sought));
    return PQ_OK;
  }
  for (*out = 1; *out < t->n; ++*out) {
    if (t->same(row_at(t, *out), sought)) return PQ_OK;
  }
  *out = 0;
  return PQ_OK;
}

/* ---- things ---- */

static bool same_state(const pq_entity *a, const pq_entity *b) {
  if (a->of != b->of || a->active != b->active || a->n_mods != b->n_mods ||
      a->in_place != b->in_place || !pq_view_same(a->mutant, b->mutant)) {
    return false;
  }
  for (uint32_t i = 0; i < a->n_mods; ++i) {
    if (a->mods[i].site.residue != b->mods[i].site.residue ||
        a->mods[i].site.position != b->mods[i].site.position ||
        a->mods[i].term != b->mods[i].term) {
      return false;
    }
  }
  return true;
}

static bool same_members(const pq_entity *a, const pq_entity *b) {
  if (a->n_members != b->n_members) return false;
  for (uint32_t i = 0; i < a->n_members; ++i) {
    if (a->members[i] != b->members[i]) return false;
  }
  return true;
}

static bool same_entity(const void *row, const void *sought) {
  const pq_entity *const a = row;
  const pq_entity *const b = sought;
  if (a->kind != b->kind || !pq_view_same(a->id, b->id) || !same_state(a, b) ||
      !same_members(a, b)) {
    return false;
  }
  const bool by_label =
      a->kind == PQ_ENTITY_UNGROUNDED || pq_entity_is_disease(a);
  return !by_label || pq_view_same(a->label, b->label);
}

pq_status pq_store_entity(pq_record *r, const pq_entity *entity,
                          pq_entity_id *out) {
  pq_status st = PQ_OK;
  const table all = {&r->entities_catalog,   r->entities.at, r->entities.n,
                     sizeof *r->entities.at, pq_key_entity,  same_entity};
  PQ_TRY(st, find_row(r, &all, entity, out));
  if (*out) return PQ_OK;
  PQ_PUSH(r->arena, &r->entities, *entity);
  *out = r->entities.n - 1;
  return PQ_OK;
}

pq_status pq_store_unknown(pq_record *r, pq_view words, pq_entity_id *out) {
  pq_status st = PQ_OK;
  pq_entity e = {.kind = PQ_ENTITY_UNGROUNDED};
  PQ_TRY(st, pq_arena_line(r->arena, words, &e.label));
  return pq_store_entity(r, &e, out);
}

/* ---- happenings and claims ---- */

static pq_view sort_key(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  if (e->accession.len) return e->accession;
  return e->id.len ? e->id : e->label;
}

static void sort_themes(const pq_record *r, pq_event *e) {
  for (uint32_t i = 1; i < e->n_themes; ++i) {
    const pq_entity_id id = e->themes[i];
    uint32_t k = i;
    for (; k > 0 &&
           pq_view_order(sort_key(r, e->themes[k - 1]), sort_key(r, id)) > 0;
         --k) {
      e->themes[k] = e->themes[k - 1];
    }
    e->themes[k] = id;
  }
}

static bool same_ids(const pq_entity_id *a, uint32_t n_a, const pq_entity_id *b,
                     uint32_t n_b) {
  if (n_a != n_b) return false;
  for (uint32_t i = 0; i < n_a; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

static bool same_event(const void *row, const void *sought) {
  const pq_event *const a = row;
  const pq_event *const b = sought;
  return a->kind == b->kind && a->site.residue == b->site.residue &&
         a->site.position == b->site.position && a->from == b->from &&
         a->to == b->to && a->in == b->in &&
         a->downstream_of == b->downstream_of &&
         same_ids(a->themes, a->n_themes, b->themes, b->n_themes) &&
         same_ids(a->products, a->n_products, b->products, b->n_products);
}

pq_status pq_store_event(pq_record *r, const pq_event *event,
                         pq_event_id *out) {
  pq_status st = PQ_OK;
  pq_event e = *event;
  const pq_kind *const kind = &r->kinds[e.kind];
  if (kind->binding || kind->assembly) sort_themes(r, &e);
  const table all = {&r->events_catalog,   r->events.at, r->events.n,
                     sizeof *r->events.at, pq_key_event, same_event};
  PQ_TRY(st, find_row(r, &all, &e, out));
  if (*out) return PQ_OK;
  PQ_PUSH(r->arena, &r->events, e);
  *out = r->events.n - 1;
  return PQ_OK;
}

static bool same_claim(const void *row, const void *sought) {
  const pq_claim *const a = row;
  const pq_claim *const b = sought;
  return pq_same_node(a->subject, b->subject) &&
         pq_same_node(a->object, b->object) && a->relation == b->relation &&
         a->polarity == b->polarity && a->direct == b->direct &&
         a->negated == b->negated && pq_view_same(a->species, b->species);
}

pq_status pq_store_claim(pq_record *r, const pq_claim *claim,
                         pq_claim_id *out) {
  pq_status st = PQ_OK;
  const table all = {&r->claims_catalog,   r->claims.at, r->claims.n,
                     sizeof *r->claims.at, pq_key_claim, same_claim};
  PQ_TRY(st, find_row(r, &all, claim, out));
  if (*out) return PQ_OK;
  PQ_PUSH(r->arena, &r->claims, *claim);
  *out = r->claims.n - 1;
  return PQ_OK;
}

/* ---- works ---- */

/* Surnames are one key if they are equal but for case and diacritics. */
static pq_status same_author(pq_buf *room, pq_view a, pq_view b, bool *out) {
  pq_buf_reset(room);
  pq_utf8_fold(a, room);
  const size_t cut = room->len;
  pq_utf8_fold(b, room);
  if (room->status) return room->status;
  const pq_view both = pq_buf_view(room);
  *out = pq_view_same(pq_view_head(both, cut), pq_view_skip(both, cut));
  return PQ_OK;
}

uint32_t pq_work_key_authors(const pq_work *w) {
  return w->n_authors == 2 && !w->et_al ? 2 : w->n_authors ? 1 : 0;
}

/* How many authors two works must share.  Whoever writes "Lee, Miller et al."
 * tells it from another work of Lee. */
static uint32_t telling_authors(const pq_work *a, const pq_work *b) {
  if (!(a->et_al && a->n_authors > 1) && !(b->et_al && b->n_authors > 1)) {
    return pq_work_key_authors(a);
  }
  return a->n_authors < b->n_authors ? a->n_authors : b->n_authors;
}

static pq_status same_work(pq_buf *room, const pq_work *a, const pq_work *b,
                           bool *out) {
  pq_status st = PQ_OK;
  *out = false;
  if (a->year != b->year || a->letter != b->letter ||
      pq_work_key_authors(a) != pq_work_key_authors(b)) {
    return PQ_OK;
  }
  for (uint32_t i = 0; i < telling_authors(a, b); ++i) {
    PQ_TRY(st, same_author(room, a->authors[i], b->authors[i], out));
    if (!*out) return PQ_OK;
  }
  *out = pq_work_key_authors(a) > 0;
  return PQ_OK;
}

/* The next row of the table that may be the same, by the walk or from `i` on.
 */
static uint32_t next_work(const pq_record *r, walk *w, uint32_t i) {
  if (w->catalog) return next_row(w);
  return i + 1 < r->works.n ? i + 1 : 0;
}

pq_status pq_store_work(pq_record *r, const pq_work *work, pq_work_id *out) {
  pq_status st = PQ_OK;
  walk w = {.catalog = NULL};
  if (r->works.n > LONG_TABLE) {
    const table all = {&r->works_catalog,   r->works.at, r->works.n,
                       sizeof *r->works.at, pq_key_work, NULL};
    PQ_TRY(st, walk_to(r, &all, work, &w));
  }
  pq_buf room;
  pq_buf_init(&room, r->arena->alloc);
  bool same = false;
  uint32_t i = next_work(r, &w, 0);
  while (i && !st) {
    st = same_work(&room, &r->works.at[i], work, &same);
    if (same) break;
    i = next_work(r, &w, i);
  }
  pq_buf_clear(&room);
  if (st) return st;
  if (!i) PQ_PUSH(r->arena, &r->works, *work);
  *out = i ? i : r->works.n - 1;
  return PQ_OK;
}

/* ---- sites ---- */

pq_site pq_mutant_site(const pq_record *r, pq_view mutant) {
  for (uint32_t i = 0; mutant.len && i < r->sites.n; ++i) {
    if (pq_view_same(r->sites.at[i].mutant, mutant)) return r->sites.at[i].site;
  }
  return (pq_site){'\0', 0};
}

pq_status pq_store_checked(pq_record *r, const pq_checked *row) {
  pq_status st = PQ_OK;
  PQ_PUSH(r->arena, &r->checked, *row);
  pq_catalog *const all = &r->checked_catalog;
  while (r->checked.n > LONG_TABLE && all->hashes.n < r->checked.n) {
    const pq_checked *const next = &r->checked.at[all->hashes.n];
    const uint32_t key = pq_key_site(next->protein, next->site);
    PQ_TRY(st, pq_catalog_put(all, r->arena, key));
  }
  return PQ_OK;
}

static bool is_of(const pq_checked *c, pq_entity_id protein, pq_site site) {
  return c->protein == protein && c->site.position == site.position &&
         c->site.residue == site.residue;
}

const pq_checked *pq_checked_of(const pq_record *r, pq_entity_id thing,
                                pq_site site) {
  const pq_entity_id protein = pq_entity_base(r, thing);
  uint32_t row = r->checked.n;
  if (row && r->checked_catalog.hashes.n == row) {
    const uint32_t key = pq_key_site(protein, site);
    walk w = {&r->checked_catalog, key, key};
    do {
      row = next_row(&w);
    } while (row && !is_of(&r->checked.at[row - 1], protein, site));
  } else {
    while (row && !is_of(&r->checked.at[row - 1], protein, site)) {
      --row;
    }
  }
  return row ? &r->checked.at[row - 1] : NULL;
}
