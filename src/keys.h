/* The records of a build before they are worked on: who they are, where their
 * bytes wait, and what their files will be called.
 *
 *   stream -> scratch file        keys: id, digest, offset, length, place
 *   sorted by (id, digest)  ->  the order of graph.nq and report.tsv
 * A key takes some hundred bytes, its record none.
 */
#ifndef PQ_KEYS_H
#define PQ_KEYS_H

#include "read/read.h"

enum {
  PQ_KEY_DIGEST = 32,
  PQ_STEM_MOST = 80
};

/** What a record's files are called. */
typedef enum pq_naming {
  PQ_NAMED_ID,    /* R-HSA-9701524 */
  PQ_NAMED_BOTH,  /* R-HSA-9701524.29c72b24: another has this id too */
  PQ_NAMED_DIGEST /* 32 digits: no id, or none that can name a file */
} pq_naming;

typedef struct pq_key {
  pq_view id, file; /* in keys->arena */
  uint64_t at;      /* in the scratch file */
  uint32_t len, line;
  unsigned char digest[PQ_KEY_DIGEST];
  pq_raw_format format;
  pq_naming naming;
} pq_key;

typedef struct pq_keys {
  pq_alloc *alloc;
  pq_arena arena;
  pq_key *at; /* owned */
  size_t n, cap;
} pq_keys;

void pq_keys_init(pq_keys *keys, pq_alloc *alloc);
void pq_keys_clear(pq_keys *keys);

/** The key of a record, for the caller to say `id`, which is empty, and `at`.
 * Its file is that of `raw`.  PQ_OK, PQ_NO_MEM or PQ_LIMIT: it is too long. */
PQ_NODISCARD pq_status pq_key_make(const pq_raw *raw, pq_key *out);

/** Add a copy of a key.  `id` is empty where there is none, or it was not read.
 */
PQ_NODISCARD pq_status pq_keys_put(pq_keys *keys, const pq_key *of);

/** Add a record that was read before, by the digits of its graph's name; `at`
 * is the caller's. */
PQ_NODISCARD pq_status pq_keys_name(pq_keys *keys, pq_view id, pq_view digits,
                                    uint64_t at);

/** Sort, drop records that are there twice byte for byte, which is told to
 * `sink`, and choose names. */
void pq_keys_settle(pq_keys *keys, const pq_sink *sink);

/** May this id name a file?  "PMID:123" may, as PMID-123, and
 * [A-Za-z0-9][A-Za-z0-9._-]*, at most 64 long, without "..", and no name that
 * the run itself uses. */
bool pq_id_names_file(pq_view id);

/** Tell why a record's files are not called by its id alone, if so. */
void pq_key_tell(const pq_key *key, const pq_sink *sink);

/** The name of a record's files, without ending.  Its length. */
size_t pq_key_stem(const pq_key *key, char out[PQ_STEM_MOST]);

#endif
