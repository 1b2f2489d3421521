/* What puts what a word tells in doubt without being a claim of its own. */
#ifndef PQ_CLAIM_DOUBT_H
#define PQ_CLAIM_DOUBT_H

#include "parse.h"

/** The first verb group of the chain that ends with this one: "is thought | to
 * be able | to promote", and "may be bound and | phosphorylated". */
uint32_t pq_doubt_chain(const pq_parse *p, uint32_t chunk);

/** Does a stop stand between two units? */
bool pq_doubt_is_cut(const pq_parse *p, uint32_t from, uint32_t to);

/** Is it a noun that a verb of no claim denies, "no X was seen", "X was not
 * seen", or something else: "the absence of X"? */
bool pq_doubt_is_unseen(const pq_parse *p, const pq_hit *h);

/** "suggests that X binds Y", "suggesting a role of X": is the hit the first
 * verb behind the cue, or its object? */
bool pq_doubt_suggests(const pq_parse *p, const pq_hit *h, const pq_cue *cue);

/** "We examined the expression of X": does nobody say what came of it? */
bool pq_doubt_asks(const pq_parse *p, const pq_cue *cue);

/** Is a verb group denied, or led in by a word that denies it: "is unable to
 * target X"? */
bool pq_doubt_is_unable(const pq_parse *p, uint32_t verb);

/** "to determine the effect of X": is it the object of what is yet to be done?
 */
bool pq_doubt_is_aim(const pq_parse *p, const pq_hit *h);

/** "the phosphorylation status of X": does nobody say what it is? */
bool pq_doubt_is_status(const pq_parse *p, const pq_hit *h);

/** What the sentence says later of what a hit tells: asserted, if nothing. */
typedef struct pq_amendment {
  pq_stance stance;
  pq_span cue;
} pq_amendment;
pq_amendment pq_amend_of(const pq_parse *p, const pq_hit *h);

/** What the clause at chunk `at` says of what was told before it, "this has not
 * been seen", "others found no evidence"; false if nothing. */
bool pq_amend_takes_back(const pq_parse *p, uint32_t at, pq_amendment *out);

/** Is the chunk whoever found something, "others", "a later study", or a verb
 * right behind a cited work, which stands in no chunk? */
bool pq_amend_is_people(const pq_parse *p, uint32_t chunk);

/** Note which drafts from `first` on the next sentence may be a remark on. */
void pq_remark_mark(pq_parse *p, uint32_t first);

/** Such a draft has become evidence. */
void pq_remark_keep(pq_parse *p, uint32_t evidence);

/** "This has been disputed": a sentence that gives no draft of its own and only
 * says what is thought of the one before it.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_remark_read(pq_parse *p);

/** The word that says that what a noun names is gone: "phosphorylation of X is
 * absent in these cells"; empty if none does. */
pq_span pq_amend_gone(const pq_parse *p, const pq_hit *h);

/** What is lacking, and where that is said: "JAK2-deficient cells". */
typedef struct pq_lacking {
  uint32_t chunk; /* noun group; 0: nothing is lacking */
  uint32_t unit;  /* its name */
  pq_entity_id thing;
  pq_span span;
  bool more; /* than one thing: of which of them it is, nobody says */
} pq_lacking;

/** What is lacking in the clause of a chunk. */
pq_lacking pq_lacking_in(const pq_parse *p, uint32_t at);

/** "In X-deficient cells, E is not seen": E depends on X.  What it is with a
 * draft that denies: nothing is lacking, it is turned into that, or it says
 * nothing. */
typedef enum pq_lack {
  PQ_LACK_NONE,
  PQ_LACK_TOLD, /* what the claim is of: "is not reduced without X" */
  PQ_LACK_TURNS,
  PQ_LACK_DROPS
} pq_lack;
pq_lack pq_lack_judge(const pq_parse *p, pq_draft *draft);

/** Drop the drafts from `first` on of which only a condition speaks: "if X is
 * phosphorylated". */
void pq_condition_drop(pq_parse *p, uint32_t first);

/** "The mutant does not phosphorylate X", "is not cleaved by an odd thing":
 * does the draft deny only what is told here, where another may do it? */
bool pq_condition_is_here(const pq_parse *p, const pq_draft *draft);

/** "fails to bind A, leading to B": is the cause something that does not
 * happen? What follows is no effect of it. */
bool pq_condition_is_missed(const pq_parse *p, const pq_draft *draft);

/** "is unable to bind in the absence of X", "does not bind unless": is what the
 * draft denies left open? */
bool pq_condition_denies(const pq_parse *p, const pq_draft *draft);

#endif
