#include "spelling.h"

enum {
  ARENA_MOST = 1 << 24,
  ALL_MOST = PQ_SPELLINGS_SLOTS / 2 + 1,
  LINE = 64, /* bytes of the cache that come together */
  PARTS = PQ_SPELLING_MOST / sizeof(uint64_t)
};

void pq_spellings_open(pq_spellings *s, pq_alloc *alloc) {
  *s = (pq_spellings){.slots = NULL};
  pq_arena_init(&s->arena, alloc, ARENA_MOST);
}

void pq_spellings_close(pq_spellings *s) {
  pq_arena_clear(&s->arena);
}

void pq_spellings_turn(pq_spellings *s) {
  if (s->all.n < PQ_SPELLINGS_MOST) return;
  pq_arena *const arena = &s->arena;
  pq_arena_reset(arena);
  s->all.at = NULL;
  s->all.n = s->all.cap = 0;
  s->slots = NULL;
  s->strange = NULL;
}

/* All that may ever be kept, each in a line of the cache: of what is not
 * written no memory is taken. */
static pq_spelling *lines(pq_arena *arena) {
  _Static_assert(sizeof(pq_spelling) == LINE, "one line");
  const size_t size = ALL_MOST * sizeof(pq_spelling);
  char *const room = pq_arena_room(arena, size + LINE);
  if (!room) return NULL;
  const size_t past = (uintptr_t)(void *)room % LINE;
  return (void *)(room + (LINE - past));
}

static pq_status begin(pq_spellings *s) {
  uint16_t *const slots =
      pq_arena_take(&s->arena, PQ_SPELLINGS_SLOTS * sizeof *slots);
  pq_pairs *const strange = pq_arena_take(&s->arena, sizeof *strange);
  pq_spelling *const all = lines(&s->arena);
  if (!slots || !strange || !all) return s->arena.status;
  all[0] = (pq_spelling){.is = 0};
  s->all.at = all;
  s->all.n = 1;
  s->all.cap = ALL_MOST;
  s->slots = slots;
  s->strange = strange;
  return PQ_OK;
}

/* The bytes of a word, and NULs behind it: of one size, so that to compare and
 * to hash them needs no loop. */
typedef struct key {
  uint64_t part[PARTS];
} key;

static key key_of(pq_view text, pq_span at) {
  static const char ones[2 * PQ_SPELLING_MOST] =
      "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
      "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  const uint32_t len = at.end - at.begin;
  key k = {{0}};
  if (text.len - at.begin < PQ_SPELLING_MOST) {
    memcpy(k.part, text.ptr + at.begin, len);
    return k;
  }
  uint64_t mask[PARTS];
  memcpy(k.part, text.ptr + at.begin, PQ_SPELLING_MOST);
  memcpy(mask, ones + PQ_SPELLING_MOST - len, PQ_SPELLING_MOST);
  for (size_t i = 0; i < PARTS; ++i) {
    k.part[i] &= mask[i];
  }
  return k;
}

/* Odd numbers without a pattern, as those of SplitMix64 and MurmurHash. */
static uint32_t slot_of(const key *k) {
  _Static_assert(PARTS == 3 && PQ_SPELLINGS_SLOTS == 1 << 16, "bits");
  const uint64_t sum = k->part[0] * 0x9E3779B97F4A7C15U +
                       k->part[1] * 0xBF58476D1CE4E5B9U +
                       k->part[2] * 0x94D049BB133111EBU;
  return (uint32_t)(((sum ^ (sum >> 29U)) * 0xFF51AFD7ED558CCDU) >> 48U);
}

static bool is_spelled(const pq_spelling *s, const key *k) {
  uint64_t part[PARTS];
  memcpy(part, s->bytes, sizeof part);
  return ((part[0] ^ k->part[0]) | (part[1] ^ k->part[1]) |
          (part[2] ^ k->part[2])) == 0;
}

static void add(pq_spellings *s, const key *k, uint32_t len, uint16_t *slot) {
  pq_spelling *const made = &s->all.at[s->all.n];
  *made = (pq_spelling){.len = (uint8_t)len};
  memcpy(made->bytes, k->part, sizeof made->bytes);
  *slot = (uint16_t)s->all.n++;
}

uint32_t pq_spellings_seek(const pq_spellings *s, pq_view text, pq_span at) {
  assert(at.end - at.begin <= PQ_SPELLING_MOST);
  const key k = key_of(text, at);
  const uint32_t slot = slot_of(&k);
  if (s->slots) __builtin_prefetch(&s->slots[slot]);
  return slot;
}

void pq_spellings_near(const pq_spellings *s, uint32_t slot) {
  if (s->slots) __builtin_prefetch(&s->all.at[s->slots[slot]]);
}

pq_status pq_spellings_find(pq_spellings *s, pq_view text, pq_span at,
                            uint32_t *out) {
  pq_status st = PQ_OK;
  assert(at.end - at.begin <= PQ_SPELLING_MOST);
  const key k = key_of(text, at);
  uint32_t slot = slot_of(&k);
  *out = 0;
  if (!s->slots) PQ_TRY(st, begin(s));
  while (s->slots[slot] && !is_spelled(&s->all.at[s->slots[slot]], &k)) {
    slot = (slot + 1) % PQ_SPELLINGS_SLOTS;
  }
  /* Within one record there may be too many: those are not kept. */
  if (!s->slots[slot] && s->all.n < ALL_MOST) {
    add(s, &k, at.end - at.begin, &s->slots[slot]);
  }
  *out = s->slots[slot];
  return PQ_OK;
}
