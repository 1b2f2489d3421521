#include "image.h"

#include "normal.h"
#include "pool.h"

#include "base/hash.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint8_t grains[PQ_N_SECTIONS] = {
    [PQ_SECTION_STRINGS] = 1,
    [PQ_SECTION_CONCEPTS] = sizeof(pq_image_concept),
    [PQ_SECTION_ENTRIES] = sizeof(pq_image_entry),
    [PQ_SECTION_HASH] = sizeof(pq_image_slot),
    [PQ_SECTION_FIRST] = sizeof(pq_image_slot),
    [PQ_SECTION_MEMBERS] = sizeof(pq_image_member),
    [PQ_SECTION_FUSIONS] = sizeof(pq_image_fusion),
    [PQ_SECTION_PATHWAYS] = sizeof(uint32_t),
    [PQ_SECTION_AFFIXES] = sizeof(pq_image_affix),
    [PQ_SECTION_DENY] = sizeof(pq_image_deny),
    [PQ_SECTION_ENGLISH] = sizeof(uint32_t),
    [PQ_SECTION_RESIDUES] = sizeof(pq_image_residue),
    [PQ_SECTION_SITES] = sizeof(pq_image_site),
    [PQ_SECTION_SPECIES] = sizeof(pq_image_species),
    [PQ_SECTION_SOURCES] = 1,
    [PQ_SECTION_SEQUENCES] = sizeof(pq_image_sequence),
    [PQ_SECTION_ACIDS] = 1,
    [PQ_SECTION_HEADS] = sizeof(uint64_t),
    [PQ_SECTION_FILTER] = sizeof(uint64_t)};

enum {
  IMAGE_MOST = 1 << 30,
  LONGER_MOST = 32, /* keys with one beginning that are looked at */
  START_SHIFT = 40  /* what is left of a head are its first three bytes */
};

size_t pq_section_grain(pq_section section) {
  return grains[section];
}

/* What is wrong with the header, or NULL. */
static const char *header_fault(const pq_image_header *h, pq_view bytes) {
  if (memcmp(h->magic, "PQLX", 4) != 0) return "this is no lexicon image";
  if (h->order != PQ_IMAGE_ORDER) {
    return "this image was made on a machine of another byte order";
  }
  if (h->version != PQ_IMAGE_VERSION || h->n_sections != PQ_N_SECTIONS) {
    return "this image is of another version; compile it again";
  }
  if (h->length != bytes.len) return "this image is cut off or has a tail";
  pq_image_header copy = *h;
  copy.checksum = 0;
  const pq_view head = {(const char *)(const void *)&copy, sizeof copy};
  return pq_hash(head) == h->checksum ? NULL : "its header is damaged";
}

/* Is the section's place in the image sound? */
static const char *place_fault(const pq_image_header *h, pq_section i,
                               pq_view bytes) {
  const pq_image_section *const s = &h->sections[i];
  if (s->offset < PQ_IMAGE_HEADER || s->offset % 8 || s->offset > bytes.len ||
      s->length > bytes.len - s->offset || s->length % grains[i]) {
    return "a section does not lie inside the image";
  }
  const bool table =
      i == PQ_SECTION_HASH || i == PQ_SECTION_FIRST || i == PQ_SECTION_FILTER;
  return table && !s->length ? "a table is empty" : NULL;
}

static const char *section_fault(const pq_image_header *h, pq_section i,
                                 pq_view bytes) {
  const pq_image_section *const s = &h->sections[i];
  const pq_view section = {bytes.ptr + s->offset, (size_t)s->length};
  return pq_hash(section) == s->checksum ? NULL : "a section is damaged";
}

static const void *section_at(const pq_image_header *h, pq_section i,
                              pq_view bytes) {
  return bytes.ptr + h->sections[i].offset;
}

/* Are the keys there, and their heads? */
static bool keeps_keys(const pq_image *im) {
  return im->n[PQ_SECTION_HEADS] == im->n[PQ_SECTION_ENTRIES];
}

/* ---- hints ---- */

/* Letters one by one, what comes before and behind them together. */
static uint32_t rank(pq_view text, size_t at) {
  if (at >= text.len || (unsigned char)text.ptr[at] < 'a') return 0;
  return pq_is_lower(text.ptr[at]) ? 1 + (uint32_t)(text.ptr[at] - 'a') : 27;
}

/* The first three bytes of a text, in the order of texts: what comes behind one
 * that is no letter does not count. */
static uint32_t start_of(pq_view text) {
  uint32_t start = 0;
  bool letters = true;
  for (size_t i = 0; i < 3; ++i) {
    const uint32_t r = letters ? rank(text, i) : 0;
    start = 28 * start + r;
    letters = letters && r % 27;
  }
  return start;
}

/* Of keys whose heads begin alike only the first is read. */
static void hint_starts(pq_image *im) {
  const uint32_t n = im->n[PQ_SECTION_ENTRIES];
  uint32_t next = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (i && (im->heads[i] ^ im->heads[i - 1]) >> START_SHIFT == 0) continue;
    const uint32_t start = start_of(pq_image_text(im, im->entries[i].key));
    while (next <= start) {
      im->hints.starts[next++] = i;
    }
  }
  while (next <= PQ_HINT_STARTS) {
    im->hints.starts[next++] = n;
  }
}

static void hint_species(pq_image *im) {
  const uint32_t n = im->n[PQ_SECTION_SPECIES];
  uint32_t next = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view name = pq_image_text(im, im->species[i].text);
    im->hints.species[pq_image_letter(name, 0)] |= (uint32_t)1
                                                   << pq_image_letter(name, 1);
    const unsigned char first = name.len ? (unsigned char)name.ptr[0] : 0;
    while (next < PQ_HINT_BYTES && next <= first) {
      im->hints.species_from[next++] = i;
    }
  }
  while (next <= PQ_HINT_BYTES) {
    im->hints.species_from[next++] = n;
  }
}

/* A dash at the beginning may be any dash, which has no letter of its own. */
static void hint_prefixes(pq_image *im) {
  const uint32_t n = im->n[PQ_SECTION_AFFIXES];
  while (im->hints.prefix_from < n &&
         im->affixes[im->hints.prefix_from].suffix) {
    ++im->hints.prefix_from;
  }
  for (uint32_t i = im->hints.prefix_from; i < n; ++i) {
    if (im->affixes[i].suffix) continue;
    const uint64_t row = pq_image_prefix_row(im, i);
    const pq_view pattern = pq_image_text(im, im->affixes[i].pattern);
    const bool any = pq_view_starts(pattern, PQ_LIT("-"));
    for (uint32_t k = 0; k < 32; ++k) {
      if (any || k == pq_image_letter(pattern, 0)) im->hints.prefixes[k] |= row;
    }
  }
}

static void set_hints(pq_image *im) {
  im->hints = (pq_image_hints){.starts = {0}};
  if (keeps_keys(im)) hint_starts(im);
  for (uint32_t i = 0; i < im->n[PQ_SECTION_DENY]; ++i) {
    const bool none =
        pq_view_same(pq_image_text(im, im->deny[i].id), PQ_LIT("-"));
    const uint32_t bit = pq_image_denial(
        pq_image_text(im, none ? im->deny[i].text : im->deny[i].key));
    uint64_t *const hints = none ? im->hints.nothing : im->hints.denied;
    hints[bit / 64] |= (uint64_t)1 << (bit % 64);
  }
  for (uint32_t i = 0; i < im->n[PQ_SECTION_RESIDUES]; ++i) {
    const pq_view name = pq_image_text(im, im->residues[i].name);
    uint16_t *const lengths = &im->hints.residues[pq_image_letter(name, 0)];
    *lengths = (uint16_t)(*lengths | 1U << name.len % 16);
  }
  hint_species(im);
  hint_prefixes(im);
}

/* ---- opening ---- */

static void set_sections(const pq_image_header *h, pq_view bytes,
                         pq_image *im) {
  for (size_t i = 0; i < PQ_N_SECTIONS; ++i) {
    im->n[i] = (uint32_t)(h->sections[i].length / grains[i]);
  }
  im->bytes = bytes;
  im->strings = (pq_view){section_at(h, PQ_SECTION_STRINGS, bytes),
                          im->n[PQ_SECTION_STRINGS]};
  im->concepts = section_at(h, PQ_SECTION_CONCEPTS, bytes);
  im->entries = section_at(h, PQ_SECTION_ENTRIES, bytes);
  im->hash = section_at(h, PQ_SECTION_HASH, bytes);
  im->first = section_at(h, PQ_SECTION_FIRST, bytes);
  im->members = section_at(h, PQ_SECTION_MEMBERS, bytes);
  im->fusions = section_at(h, PQ_SECTION_FUSIONS, bytes);
  im->pathways = section_at(h, PQ_SECTION_PATHWAYS, bytes);
  im->affixes = section_at(h, PQ_SECTION_AFFIXES, bytes);
  im->deny = section_at(h, PQ_SECTION_DENY, bytes);
  im->english = section_at(h, PQ_SECTION_ENGLISH, bytes);
  im->residues = section_at(h, PQ_SECTION_RESIDUES, bytes);
  im->sites = section_at(h, PQ_SECTION_SITES, bytes);
  im->species = section_at(h, PQ_SECTION_SPECIES, bytes);
  im->sources = (pq_view){section_at(h, PQ_SECTION_SOURCES, bytes),
                          im->n[PQ_SECTION_SOURCES]};
  im->sequences = section_at(h, PQ_SECTION_SEQUENCES, bytes);
  im->acids = section_at(h, PQ_SECTION_ACIDS, bytes);
  im->heads = section_at(h, PQ_SECTION_HEADS, bytes);
  im->filter = section_at(h, PQ_SECTION_FILTER, bytes);
  set_hints(im);
  memcpy(im->digest, h->digest, sizeof im->digest);
}

/* What is wrong with the image, or NULL; with what its sections hold only if
 * they are to be read `whole`. */
static const char *fault(pq_view bytes, bool whole) {
  if ((uintptr_t)(const void *)bytes.ptr % 8) return "it is not aligned";
  if (bytes.len < PQ_IMAGE_HEADER) return "this is no lexicon image";
  if (bytes.len > IMAGE_MOST) return "it is larger than 1 GiB";
  const pq_image_header *const h = (const void *)bytes.ptr;
  const char *what = header_fault(h, bytes);
  for (size_t i = 0; !what && i < PQ_N_SECTIONS; ++i) {
    what = place_fault(h, (pq_section)i, bytes);
    if (!what && whole) what = section_fault(h, (pq_section)i, bytes);
  }
  return what;
}

static pq_status open_image(pq_view file, pq_view bytes, bool whole,
                            const pq_sink *sink, pq_image *out) {
  _Static_assert(sizeof(pq_image_header) <= PQ_IMAGE_HEADER, "header");
  const char *const what = fault(bytes, whole);
  if (what) {
    return pq_fail(sink, PQ_BAD_READ, "lexicon.image", (pq_place){.file = file},
                   "%s", what);
  }
  set_sections((const void *)bytes.ptr, bytes, out);
  return PQ_OK;
}

pq_status pq_image_open(pq_view file, pq_view bytes, const pq_sink *sink,
                        pq_image *out) {
  return open_image(file, bytes, true, sink, out);
}

pq_status pq_image_open_own(pq_view file, pq_view bytes, const pq_sink *sink,
                            pq_image *out) {
  return open_image(file, bytes, false, sink, out);
}

pq_status pq_mapping_open(const char *path, const pq_sink *sink,
                          pq_mapping *out) {
  struct stat about;
  void *at = MAP_FAILED;
  pq_status st = PQ_BAD_READ;
  const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd >= 0 && !fstat(fd, &about) && S_ISREG(about.st_mode) &&
      about.st_size > 0) {
    st = about.st_size > IMAGE_MOST ? PQ_LIMIT : PQ_BAD_READ;
    if (st == PQ_BAD_READ) {
      at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
  }
  if (fd >= 0) (void)close(fd);
  if (at == MAP_FAILED) {
    return pq_fail(sink, st, "lexicon.file",
                   (pq_place){.file = pq_view_of(path)},
                   "this file cannot be read");
  }
  *out = (pq_mapping){at, (size_t)about.st_size};
  return PQ_OK;
}

void pq_mapping_close(pq_mapping *m) {
  if (m->at) (void)munmap(m->at, m->length);
  m->at = NULL;
}

uint32_t pq_image_find(const pq_image *im, pq_view id) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_CONCEPTS];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const int c = pq_view_order(pq_image_text(im, im->concepts[mid].id), id);
    if (c == 0) return mid;
    if (c < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return UINT32_MAX;
}

static bool has_key(const pq_image *im, const pq_image_entry *e, pq_view key) {
  pq_normal made;
  if (keeps_keys(im)) return pq_view_same(pq_image_text(im, e->key), key);
  const pq_view text = pq_image_text(im, e->text);
  const uint32_t how = e->how & PQ_ENTRY_SPACED ? PQ_NORMAL_SPACE : 0;
  return pq_view_same(pq_normal_of(&made, text, how), key);
}

/* How many entries have the key of entry `first`. */
static uint32_t count_same(const pq_image *im, uint32_t first) {
  uint32_t end = first + 1;
  while (end < im->n[PQ_SECTION_ENTRIES] &&
         (im->entries[end].how & PQ_ENTRY_SAME)) {
    ++end;
  }
  return end - first;
}

uint32_t pq_image_entries_at(const pq_image *im, pq_view key, uint32_t at,
                             uint32_t *first) {
  if (!at || !keeps_keys(im)) return pq_image_entries(im, key, first);
  if (at >= im->n[PQ_SECTION_ENTRIES] || !has_key(im, &im->entries[at], key)) {
    return 0;
  }
  *first = at;
  return count_same(im, at);
}

uint32_t pq_image_entries(const pq_image *im, pq_view key, uint32_t *first) {
  const uint64_t hash = pq_hash(key);
  const uint32_t tag = (uint32_t)(hash >> 32U);
  const uint32_t n_slots = im->n[PQ_SECTION_HASH];
  const uint32_t n_entries = im->n[PQ_SECTION_ENTRIES];
  const uint64_t bits = pq_filter_bits(hash);
  const uint32_t word = pq_filter_word(hash, im->n[PQ_SECTION_FILTER]);
  if ((im->filter[word] & bits) != bits) return 0;
  uint32_t at = pq_image_home(hash, n_slots);
  for (uint32_t left = n_slots; left > 0; --left) {
    const pq_image_slot *const slot = &im->hash[at];
    if (!slot->value || slot->value > n_entries) return 0;
    const uint32_t i = slot->value - 1;
    if (slot->tag == tag && has_key(im, &im->entries[i], key)) {
      *first = i;
      return count_same(im, i);
    }
    at = pq_image_next(at, n_slots);
  }
  return 0;
}

pq_view pq_image_context(const pq_image *im, uint32_t index) {
  const uint32_t next = index + 1;
  if (next >= im->n[PQ_SECTION_ENTRIES] ||
      !(im->entries[next].how & PQ_ENTRY_CONTEXT)) {
    return (pq_view){"", 0};
  }
  return pq_image_text(im, im->entries[next].text);
}

/* A beginning that is looked for. */
typedef struct sought {
  pq_view text;
  uint64_t head;
} sought;

/* Is the entry's key before it?  Their heads tell, mostly, and lie together. */
static bool is_before(const pq_image *im, uint32_t entry, const sought *s) {
  const uint64_t head = im->heads[entry];
  if (head != s->head || s->text.len <= sizeof head) return head < s->head;
  return pq_view_order(pq_image_text(im, im->entries[entry].key), s->text) < 0;
}

/* Does the entry's key begin so? */
static bool begins_so(const pq_image *im, uint32_t entry, const sought *s) {
  const size_t len = s->text.len;
  if (len > sizeof s->head) {
    return pq_view_starts(pq_image_text(im, im->entries[entry].key), s->text);
  }
  const uint64_t differ = im->heads[entry] ^ s->head;
  return len == 0 || differ >> 8 * (sizeof s->head - len) == 0;
}

/* The first of the entries from `low` to `high` whose head is not before this
 * one.  No step is a branch, which could only be guessed. */
static uint32_t first_head(const pq_image *im, uint32_t low, uint32_t high,
                           uint64_t head) {
  uint32_t n = high - low;
  while (n > 1) {
    const uint32_t half = n / 2;
    low += (im->heads[low + half - 1] < head) * half;
    n -= half;
  }
  return low + (n && im->heads[low] < head);
}

/* Entries are sorted by key: from the first with such a head, or from `*at` on
 * in growing steps; then by halves. */
bool pq_image_begins(const pq_image *im, pq_view beginning, uint32_t *at) {
  const uint32_t n = im->n[PQ_SECTION_ENTRIES];
  if (!keeps_keys(im)) return true;
  const sought s = {beginning, pq_pool_head(beginning)};
  const uint32_t *const start = &im->hints.starts[start_of(beginning)];
  uint32_t low = *at ? *at : first_head(im, start[0], start[1], s.head);
  uint32_t high = low;
  for (uint32_t step = 1; high < n && is_before(im, high, &s); step *= 2) {
    low = high + 1;
    high = step < n - high ? high + step : n;
  }
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (is_before(im, mid, &s)) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  *at = low;
  return low < n && begins_so(im, low, &s);
}

/* The value of a first run; 0 if no key begins so. */
static uint32_t first_of(const pq_image *im, pq_view run) {
  const uint64_t hash = pq_hash(run);
  const uint32_t tag = (uint32_t)(hash >> 32U);
  const uint32_t n_slots = im->n[PQ_SECTION_FIRST];
  uint32_t at = pq_image_home(hash, n_slots);
  for (uint32_t left = n_slots; left > 0; --left) {
    const pq_image_slot *const slot = &im->first[at];
    if (!slot->value) return 0;
    if (slot->tag == tag) return slot->value;
    at = pq_image_next(at, n_slots);
  }
  return 0;
}

uint32_t pq_image_longest(const pq_image *im, pq_view run) {
  return first_of(im, run) & PQ_FIRST_LONGEST;
}

/* The same for a beginning that goes on behind its first run. */
static uint32_t marks_behind(const pq_image *im, pq_view beginning) {
  const uint32_t n = im->n[PQ_SECTION_ENTRIES];
  uint32_t at = 0;
  uint32_t marks = 0;
  if (!keeps_keys(im)) {
    const bool any = pq_image_entries(im, beginning, &at) > 0;
    return any ? im->entries[at].key : UINT32_MAX;
  }
  if (!pq_image_begins(im, beginning, &at)) return 0;
  for (uint32_t i = at; i < n; ++i) {
    const pq_view key = pq_image_text(im, im->entries[i].key);
    if (!pq_view_starts(key, beginning)) return marks;
    if (i == at + LONGER_MOST) return UINT32_MAX;
    marks |= pq_mark_behind(key, beginning.len);
  }
  return marks;
}

uint32_t pq_image_goes_on(const pq_image *im, pq_view beginning, size_t run) {
  if (run != beginning.len) return marks_behind(im, beginning);
  return first_of(im, beginning) >> PQ_FIRST_MARKS;
}

bool pq_image_english(const pq_image *im, pq_view word) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_ENGLISH];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const int c = pq_view_order(pq_image_text(im, im->english[mid]), word);
    if (c == 0) return true;
    if (c < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return false;
}
