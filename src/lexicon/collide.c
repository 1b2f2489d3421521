/* Names that are English words: english.tsv must know those. */
#include "image.h"
#include "lexicon.h"

#include "base/inlet.h"
#include "base/note.h"

#include <errno.h>

enum {
  WORD_MOST = 60
};

/* The word of a line in lower case; empty if it is none of letters only. */
static pq_view word_of(pq_view line, char out[WORD_MOST]) {
  const pq_view none = {"", 0};
  const pq_view word =
      pq_view_trim(pq_view_head(line, pq_view_find(line, '\t')));
  if (word.len > WORD_MOST) return none;
  for (size_t i = 0; i < word.len; ++i) {
    if (!pq_is_alpha(word.ptr[i])) return none;
    out[i] = pq_to_lower(word.ptr[i]);
  }
  return (pq_view){out, word.len};
}

/* A name that is this word but for case, and that nobody has thought of; its
 * index, or UINT32_MAX. */
static uint32_t name_like(const pq_image *im, pq_view word) {
  const uint32_t thought_of = PQ_NAME_ANY_CASE | PQ_NAME_CASE | PQ_NAME_CONTEXT;
  uint32_t first = 0;
  const uint32_t n = pq_image_entries(im, word, &first);
  for (uint32_t i = first; i < first + n; ++i) {
    const pq_image_entry *const e = &im->entries[i];
    if ((e->how & PQ_ENTRY_CONTEXT) || (e->flags & thought_of)) continue;
    if (pq_view_alike(pq_image_text(im, e->text), word)) return i;
  }
  return UINT32_MAX;
}

static void tell(const pq_image *im, uint32_t entry, pq_view word, pq_place at,
                 const pq_sink *sink) {
  const pq_image_entry *const e = &im->entries[entry];
  const pq_image_concept *const c = pq_image_concept_at(im, e->concept);
  const pq_view text = pq_image_text(im, e->text);
  const pq_view id = c ? pq_image_text(im, c->id) : PQ_LIT("?");
  pq_warn(sink, "lexicon.english", at,
          "%.*s is %.*s, a name of %.*s, when case is folded; add it to"
          " english.tsv",
          pq_view_width(word), word.ptr, pq_view_width(text), text.ptr,
          pq_view_width(id), id.ptr);
}

static void look_at(const pq_image *im, pq_view line, pq_place at,
                    const pq_sink *sink) {
  char small[WORD_MOST];
  const pq_view word = word_of(line, small);
  if (!word.len || pq_image_english(im, word)) return;
  const uint32_t entry = name_like(im, word);
  if (entry != UINT32_MAX) tell(im, entry, word, at, sink);
}

static pq_status read_words(const pq_image *im, const char *path, pq_inlet *in,
                            const pq_sink *sink) {
  for (;;) {
    pq_view line = {"", 0};
    pq_place at = {.file = pq_view_of(path), .column = 1};
    const pq_status st = pq_inlet_line(in, &line, &at.line);
    if (!st) look_at(im, line, at, sink);
    if (st == PQ_END || st == PQ_NO_MEM) return st == PQ_END ? PQ_OK : st;
    if (st && st != PQ_LIMIT) {
      return pq_fail(sink, PQ_BAD_READ, "lexicon.words", at,
                     "the list of words cannot be read on");
    }
  }
}

static pq_status open_words(pq_inlet *in, const char *path,
                            const pq_sink *sink) {
  pq_status st = pq_inlet_open(in, path, PQ_FILE_NAMED);
  if (!st) st = pq_inlet_unpack(in, pq_inlet_packing(in));
  if (!st || st == PQ_NO_MEM) return st;
  return pq_fail(sink, PQ_BAD_READ, "lexicon.words",
                 (pq_place){.file = pq_view_of(path)},
                 "cannot read the list of words: %s", pq_file_why(errno));
}

pq_status pq_lexicon_collide(pq_view image, const char *words,
                             const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_image im;
  pq_inlet in;
  PQ_TRY(st, pq_image_open(PQ_LIT("lexicon"), image, sink, &im));
  pq_inlet_init(&in, NULL);
  st = open_words(&in, words, sink);
  if (!st) st = read_words(&im, words, &in, sink);
  pq_inlet_clear(&in);
  return st;
}
