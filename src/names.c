#include "names.h"

#include "base/hash.h"
#include "base/note.h"
#include "write/line.h"
#include "write/out.h"

#include <stdlib.h>

enum {
  SLOTS_LEAST = 256
};

void pq_names_init(pq_names *names, pq_alloc *alloc) {
  *names = (pq_names){.slots = NULL};
  pq_arena_init(&names->arena, alloc, 0);
  pq_buf_init(&names->room, alloc);
}

void pq_names_clear(pq_names *names) {
  pq_arena_clear(&names->arena);
  pq_buf_clear(&names->room);
}

/* ---- words ---- */

static void put_score(pq_buf *out, uint32_t thousandths) {
  pq_buf_format(out, "%u.%03u", (unsigned)(thousandths / 1000),
                (unsigned)(thousandths % 1000));
}

static void put_candidates(pq_buf *out, const pq_entity *e) {
  for (uint32_t i = 0; i < e->n_candidates; ++i) {
    const pq_tie *const t = &e->candidates[i];
    if (i) pq_buf_text(out, "; ");
    pq_buf_put(out, t->id);
    pq_buf_char(out, ' ');
    pq_buf_put(out, t->label);
    pq_buf_char(out, ' ');
    put_score(out, t->score);
  }
}

static pq_status keep_room(pq_names *names, pq_view *out) {
  if (names->room.status) return names->room.status;
  return pq_arena_copy(&names->arena, pq_buf_view(&names->room), out);
}

/* ---- counting ---- */

/* What a mention is counted under: its name and the ids of its candidates. */
typedef struct topic {
  const pq_record *r;
  const pq_mention *mention;
  const pq_entity *entity;
  pq_view name, ids;
} topic;

static bool is_open(const pq_record *r, const pq_mention *m,
                    const pq_entity **out) {
  *out = pq_entity_at(r, pq_entity_base(r, m->entity));
  return (*out)->kind == PQ_ENTITY_UNGROUNDED;
}

/* Fill `name` and `ids`, which live in the record's arena. */
static pq_status fill_topic(pq_names *names, topic *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_arena_line(t->r->arena, t->entity->label, &t->name));
  pq_buf_reset(&names->room);
  for (uint32_t i = 0; i < t->entity->n_candidates; ++i) {
    if (i) pq_buf_char(&names->room, '|');
    pq_buf_put(&names->room, t->entity->candidates[i].id);
  }
  if (names->room.status) return names->room.status;
  return pq_arena_copy(t->r->arena, pq_buf_view(&names->room), &t->ids);
}

static bool is_row(const pq_open_name *row, const topic *t, uint64_t hash) {
  return row->hash == hash && pq_view_same(row->name, t->name) &&
         pq_view_same(row->ids, t->ids);
}

/* The slot of a topic: its own, or the free one for it. */
static uint32_t *slot_of(const pq_names *names, const topic *t, uint64_t hash) {
  uint32_t at = (uint32_t)hash & (names->n_slots - 1);
  while (names->slots[at] &&
         !is_row(&names->rows.at[names->slots[at] - 1], t, hash)) {
    at = (at + 1) & (names->n_slots - 1);
  }
  return &names->slots[at];
}

/* Twice as many slots, if half of them are taken. */
static pq_status make_room(pq_names *names) {
  if (names->rows.n < names->n_slots / 2) return PQ_OK;
  const uint32_t n = names->n_slots ? 2 * names->n_slots : SLOTS_LEAST;
  uint32_t *const slots = pq_arena_take(&names->arena, n * sizeof *slots);
  if (!slots) return names->arena.status;
  for (uint32_t i = 0; i < names->rows.n; ++i) {
    uint32_t at = (uint32_t)names->rows.at[i].hash & (n - 1);
    while (slots[at]) {
      at = (at + 1) & (n - 1);
    }
    slots[at] = i + 1;
  }
  names->slots = slots;
  names->n_slots = n;
  return PQ_OK;
}

static pq_status add_row(pq_names *names, const topic *t, uint64_t hash,
                         pq_open_name **out) {
  pq_status st = PQ_OK;
  pq_open_name row = {.hash = hash};
  PQ_TRY(st, make_room(names));
  PQ_TRY(st, pq_arena_copy(&names->arena, t->name, &row.name));
  PQ_TRY(st, pq_arena_copy(&names->arena, t->ids, &row.ids));
  PQ_PUSH(&names->arena, &names->rows, row);
  *slot_of(names, t, hash) = names->rows.n;
  *out = &names->rows.at[names->rows.n - 1];
  return PQ_OK;
}

/* The row of a topic; NULL if there is no room for one more. */
static pq_status find_row(pq_names *names, const topic *t, pq_open_name **out) {
  const uint64_t hash = pq_hash(t->name) + 31 * pq_hash(t->ids);
  *out = NULL;
  const uint32_t slot = names->n_slots ? *slot_of(names, t, hash) : 0;
  if (slot) {
    *out = &names->rows.at[slot - 1];
    return PQ_OK;
  }
  if (names->rows.n == PQ_OPEN_NAMES_MOST) {
    ++names->n_left_out;
    return PQ_OK;
  }
  return add_row(names, t, hash, out);
}

/* ---- the place ---- */

static pq_view record_name(const pq_record *r) {
  return r->stable_id.len ? r->stable_id : pq_view_of(r->digest.hex);
}

/* Does the row's place come before this record? */
static bool is_earlier(const pq_open_name *row, const pq_record *r) {
  if (!row->record.ptr) return false;
  const int c = pq_view_order(row->record, record_name(r));
  return c ? c < 0 : pq_view_order(row->digest, pq_view_of(r->digest.hex)) <= 0;
}

static pq_status set_place(pq_names *names, const topic *t, pq_open_name *row) {
  pq_status st = PQ_OK;
  const pq_record *const r = t->r;
  const pq_sentence *const s = &r->sentences.at[t->mention->sentence];
  const pq_text *const text = &r->texts.at[s->text];
  pq_open_name place = *row;
  PQ_TRY(st, pq_arena_line(&names->arena, record_name(r), &place.record));
  PQ_TRY(st, pq_arena_copy(&names->arena, pq_view_of(r->digest.hex),
                           &place.digest));
  PQ_TRY(st, pq_arena_line(&names->arena, pq_text_quote(text, s->span),
                           &place.sentence));
  pq_buf_reset(&names->room);
  put_candidates(&names->room, t->entity);
  PQ_TRY(st, keep_room(names, &place.candidates));
  place.source = text->source;
  const pq_span points = pq_text_points(text, t->mention->span);
  place.begin = points.begin;
  place.end = points.end;
  *row = place;
  return PQ_OK;
}

static pq_status add_mention(pq_names *names, topic *t) {
  pq_status st = PQ_OK;
  pq_open_name *row = NULL;
  PQ_TRY(st, fill_topic(names, t));
  PQ_TRY(st, find_row(names, t, &row));
  if (!row) return PQ_OK;
  ++row->mentions;
  if (row->last != names->n_records) ++row->records;
  row->last = names->n_records;
  return is_earlier(row, t->r) ? PQ_OK : set_place(names, t, row);
}

pq_status pq_names_add(pq_names *names, const pq_desk *desk) {
  pq_status st = PQ_OK;
  const pq_record *const r = &desk->record;
  ++names->n_records;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    topic t = {.r = r, .mention = &r->mentions.at[i]};
    if (is_open(r, t.mention, &t.entity)) PQ_TRY(st, add_mention(names, &t));
  }
  return PQ_OK;
}

/* ---- out ---- */

static int by_count(const void *one, const void *two) {
  const pq_open_name *const a = one;
  const pq_open_name *const b = two;
  if (a->mentions != b->mentions) return a->mentions > b->mentions ? -1 : 1;
  if (a->records != b->records) return a->records > b->records ? -1 : 1;
  const int c = pq_view_order(a->name, b->name);
  return c ? c : pq_view_order(a->ids, b->ids);
}

void pq_names_settle(pq_names *names, const pq_sink *sink) {
  if (names->rows.n) {
    qsort(names->rows.at, names->rows.n, sizeof *names->rows.at, by_count);
  }
  names->n_slots = 0; /* rows have moved: nothing is found any more */
  if (!names->n_left_out) return;
  pq_warn(sink, "names.many", (pq_place){.line = 0},
          "more than %d names are not settled; %llu mentions of others are not"
          " in the table",
          (int)PQ_OPEN_NAMES_MOST, (unsigned long long)names->n_left_out);
}

static const char *state_of(const pq_open_name *row) {
  return row->ids.len ? "tied" : "unknown";
}

static void put_number(pq_buf *out, uint64_t n) {
  pq_buf_char(out, '\t');
  pq_buf_number(out, n);
}

static void put_cell(pq_buf *out, pq_view text) {
  pq_buf_char(out, '\t');
  pq_out_tsv(out, text);
}

void pq_names_table(const pq_names *names, pq_buf *out) {
  pq_buf_text(out, "name\tstate\tmentions\trecords\tcandidates\trecord\tsource"
                   "\tbegin\tend\tsentence\n");
  for (uint32_t i = 0; i < names->rows.n; ++i) {
    const pq_open_name *const row = &names->rows.at[i];
    pq_out_tsv(out, row->name);
    put_cell(out, pq_view_of(state_of(row)));
    put_number(out, row->mentions);
    put_number(out, row->records);
    put_cell(out, row->candidates);
    put_cell(out, row->record);
    put_cell(out, pq_view_of(pq_source_word(row->source)));
    put_number(out, row->begin);
    put_number(out, row->end);
    put_cell(out, row->sentence);
    pq_buf_char(out, '\n');
  }
}

void pq_names_tell(const pq_names *names, pq_buf *out) {
  if (!names->rows.n) return;
  pq_buf_format(out, "== names that are not settled: %lu\n",
                (unsigned long)names->rows.n);
  for (uint32_t i = 0; i < names->rows.n; ++i) {
    const pq_open_name *const row = &names->rows.at[i];
    pq_buf_format(out, "%5llu  ", (unsigned long long)row->mentions);
    pq_buf_put(out, row->name);
    pq_buf_text(out, row->ids.len ? "  not decided: " : "  not known");
    pq_buf_put(out, row->candidates);
    pq_buf_text(out, "\n         ");
    pq_buf_put(out, row->record);
    pq_buf_format(out, " (%lu-%lu) ", (unsigned long)row->begin,
                  (unsigned long)row->end);
    pq_buf_put(out, row->sentence);
    pq_buf_char(out, '\n');
  }
}

/* ---- ties ---- */

static bool was_told(const pq_record *r, uint32_t mention) {
  const pq_entity_id id = pq_entity_base(r, r->mentions.at[mention].entity);
  for (uint32_t i = 1; i < mention; ++i) {
    if (pq_entity_base(r, r->mentions.at[i].entity) == id) return true;
  }
  return false;
}

pq_status pq_ties_tell(pq_desk *desk) {
  const pq_record *const r = &desk->record;
  pq_buf *const words = &desk->folded;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_entity *e = NULL;
    const pq_mention *const m = &r->mentions.at[i];
    if (!is_open(r, m, &e) || !e->n_candidates || was_told(r, i)) continue;
    pq_buf_reset(words);
    pq_buf_char(words, '\'');
    pq_buf_put(words, e->label);
    pq_buf_text(words, e->n_candidates > 1 ? "' is tied between "
                                           : "' of another species may be ");
    put_candidates(words, e);
    if (words->status) return words->status;
    const pq_text_id text = r->sentences.at[m->sentence].text;
    pq_warn(r->sink, e->n_candidates > 1 ? "name.tied" : "name.foreign",
            pq_record_place(r, text, m->span.begin), "%.*s; none is taken",
            pq_view_width(pq_buf_view(words)), words->ptr);
  }
  return PQ_OK;
}
