/* References by first author and year, to look up what a text cites.
 *
 *   [alexander 2006] [devries 1999] [han 2006] [han 2006] [zhang 2002]
 *                                    ^-- "Han et al, 2006": two fit
 * A list of the record's own is what its author had in mind: a reference
 * without year fits any.  A shared shelf holds what others cite as well: what
 * has no year, or whose letter (2006a) means another list, is a candidate
 * there and never certain.
 */
#ifndef PQ_READ_SHELF_H
#define PQ_READ_SHELF_H

#include "person.h"

#include "model/record.h"

typedef struct pq_shelved {
  pq_view key; /* where it stands: its first author, or the core of the name */
  pq_person first, second; /* second: empty where there is one author */
  uint32_t n_authors;      /* 3: three or more */
  uint32_t year;           /* 0: none */
  uint32_t index;          /* of the reference */
  char letter;             /* 'a' of 2006a, or 0 */
} pq_shelved;

typedef struct pq_shelf {
  const pq_shelved *at;
  uint32_t n;
  bool shared;
} pq_shelf;

/** What a work is looked up by. */
typedef struct pq_wanted {
  pq_person first, second; /* second empty: not asked for */
  bool pair;               /* "A and B": exactly these two */
  uint32_t year;
  char letter;
} pq_wanted;

/** What fits. */
typedef struct pq_fitting {
  uint32_t fits[PQ_FITS_MOST];
  uint32_t n; /* all of them; those beyond PQ_FITS_MOST are not in `fits` */
  bool maybe; /* candidates only */
} pq_fitting;

/** Put `n` rows in order, in the arena; a name with particles stands there
 * twice.  Rows without a first author are left out; keys need not be set.
 * PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_shelf_fill(pq_shelf *shelf, pq_arena *arena,
                                     const pq_shelved *rows, uint32_t n);

/** Names that are the same are asked first; only if none fits, those that are
 * alike.  Nothing is allocated. */
void pq_shelf_find(const pq_shelf *shelf, const pq_wanted *wanted,
                   pq_fitting *out);

/** Where nothing fits: whose first author is spelled nearly so, a letter more
 * or less, another, or two exchanged ("Zimmerman" for Zimmermann).  Candidates,
 * all of them: a slip of the pen, or another person.  Short names are too often
 * others'. */
void pq_shelf_near(const pq_shelf *shelf, const pq_wanted *wanted,
                   pq_fitting *out);

/** Fold what a work is looked up by.  PQ_OK (`out->first.name` is empty if it
 * has no author), PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_wanted_of(pq_arena *arena, pq_buf *room,
                                    const pq_work *work, pq_wanted *out);

#endif
