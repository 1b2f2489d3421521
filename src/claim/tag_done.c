/* -ed: is it what was done, what it did, or what it is? */
#include "tag.h"

/* Does another verb follow in the clause: "A, B, activated C and D | bind"? */
bool pq_tag_verb_follows(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i + 1; k < p->units.n; ++k) {
    const pq_unit *const u = &p->units.at[k];
    if (u->classes & (PQ_W_RELATIVE | PQ_W_SUBORDINATE)) return false;
    if (u->kind == PQ_UNIT_MARK && !u->glued && u->mark != ',') return false;
    if ((u->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL)) ||
        ((u->forms & ~PQ_FORM_ING) && !u->noun &&
         !(u->classes & PQ_W_PREPOSITION))) {
      return true;
    }
  }
  return false;
}

/* "A, but not B, activated C": behind what is only said by the way. */
static bool is_behind_denial(const pq_parse *p, uint32_t i, pq_tag prev) {
  const uint32_t at = pq_tag_before(p, i);
  const uint32_t first = prev == PQ_TAG_COMMA ? pq_tag_aside(p, at) : 0;
  return first && pq_unit_says(p, first + 1, "but") &&
         !pq_tag_verb_follows(p, i);
}

/* "X, a kinase, activated the", "which abolished binding": no adjective stands
 * before an article, or right behind "which"; but "a complex called the". */
static bool did_it(const pq_parse *p, uint32_t i, uint32_t next, pq_tag prev) {
  static const char *const leads[] = {"which", "that", "who", NULL};
  if (!(p->units.at[i].forms & PQ_FORM_ED) || pq_tag_is_naming(p, i)) {
    return false;
  }
  if (prev == PQ_TAG_RELATIVE) {
    const uint32_t at = pq_tag_before(p, i);
    return pq_view_says_any(pq_unit_text(p, at), leads) &&
           !pq_tag_is_preposition(p, at - 1);
  }
  if (is_behind_denial(p, i, prev)) return true;
  return (prev == PQ_TAG_NOUN || prev == PQ_TAG_COMMA || prev == PQ_TAG_AND) &&
         (pq_unit_at(p, next)->classes & PQ_W_DETERMINER);
}

/* "X, an inhibitor of Y, prevented Z": an article leads in what is said by the
 * way, and no other verb follows. */
static bool is_behind_aside(const pq_parse *p, uint32_t i, pq_tag prev) {
  const uint32_t first =
      prev == PQ_TAG_COMMA ? pq_tag_aside(p, pq_tag_before(p, i)) : 0;
  return first && (p->units.at[i].forms & PQ_FORM_ED) &&
         p->units.at[first + 1].tag == PQ_TAG_DETERMINER &&
         !pq_tag_has_verb(p, first) && !pq_tag_verb_follows(p, i);
}

bool pq_tag_is_of_itself(const pq_parse *p, uint32_t i) {
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[i].verb];
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, t->frame, PQ_ACTIVE_VOICE, PQ_LIT("subject"), &at);
  return t->type == PQ_TRIGGER_EVENT && row && row->role == PQ_AS_THEME;
}

/* ", stabilized B and", ", led to E and", ", moved to B and": what it did, of
 * several things. */
static bool is_listed(const pq_parse *p, uint32_t k) {
  const uint32_t next = pq_tag_behind(p, k);
  return p->units.at[k - 1].tag == PQ_TAG_COMMA &&
         (pq_tag_leads(p, k, next) || pq_tag_begins_noun(p, next) ||
          pq_tag_is_of_itself(p, k));
}

/* Does what is tagged as a verb tell what somebody did, "bound", and not what
 * he had, "expressed", or what was done, "bound by"? */
static bool did_act(const pq_parse *p, uint32_t k) {
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[k].verb];
  const bool expresses =
      t->type == PQ_TRIGGER_EVENT && p->r->kinds[t->kind].needs_gene;
  const pq_tag before = p->units.at[k - 1].tag;
  return (p->units.at[k].forms & PQ_FORM_ED) && t->type != PQ_TRIGGER_CARRIER &&
         !expresses && p->units.at[k].verb &&
         (before == PQ_TAG_NOUN || before == PQ_TAG_ADVERB ||
          before == PQ_TAG_AND || before == PQ_TAG_RELATIVE || is_listed(p, k));
}

/* "was bound and caused E": no thing is called so for what was done to it, as
 * "activated" and "increased" ones are. */
static bool tells_no_state(const pq_parse *p, uint32_t i) {
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[i].verb];
  if (t->type != PQ_TRIGGER_EVENT) {
    return t->type == PQ_TRIGGER_REGULATION && !t->has_thing_kind;
  }
  return p->r->kinds[t->kind].transport;
}

/* "X bound A and phosphorylated B": what it did goes on, where the object
 * before has no such word: "caused increased A and reduced B". */
bool pq_tag_goes_on_in_past(const pq_parse *p, uint32_t i) {
  if (!(p->units.at[i].forms & PQ_FORM_ED)) return false;
  uint32_t k = pq_tag_before(p, i);
  const bool comma = p->units.at[k - 1].tag == PQ_TAG_COMMA;
  /* ", but phosphorylated X binds": it is X that does */
  const bool but =
      pq_unit_says(p, k, "but") && !(comma && pq_tag_verb_follows(p, i));
  if (but || tells_no_state(p, i)) return true;
  if (comma) --k;
  while (k-- > 1) {
    const pq_unit *const u = &p->units.at[k];
    if (u->adjective || u->tag == PQ_TAG_AUXILIARY || u->tag == PQ_TAG_STOP ||
        u->tag == PQ_TAG_COMMA || u->tag == PQ_TAG_RELATIVE) {
      return false;
    }
    const bool done = pq_unit_says(p, k + 1, "by"); /* "A bound by B" */
    if (u->tag == PQ_TAG_VERB && !done) return did_act(p, k);
  }
  return false;
}

/* Behind "and", or a comma of "inhibited A, stabilized B and activated C": what
 * it did, too?  "Binds and activated X" is rare, "X and activated Y" common. */
static bool goes_on(const pq_parse *p, uint32_t i, pq_tag prev) {
  if (prev == PQ_TAG_COMMA) return pq_tag_goes_on_in_past(p, i);
  const uint32_t at = pq_tag_before(p, i);
  return prev == PQ_TAG_AND && pq_tag_has_verb(p, i) &&
         ((at > 1 && p->units.at[at - 1].tag == PQ_TAG_VERB) ||
          pq_tag_goes_on_in_past(p, i));
}

/* ", but only X phosphorylated Y": behind "but", and what it leads. */
static bool is_behind_but(const pq_parse *p, uint32_t i) {
  uint32_t k = i - 1;
  while (k > 1 && (p->units.at[k].tag == PQ_TAG_NOUN ||
                   p->units.at[k].tag == PQ_TAG_ADVERB)) {
    --k;
  }
  return pq_unit_says(p, k, "but");
}

/* -ed: what was done to a thing ("is activated"), what it did ("activated X"),
 * or what it is ("activated ERK"). */
bool pq_tag_done_is_verb(pq_parse *p, uint32_t i, pq_tag prev) {
  pq_unit *const u = &p->units.at[i];
  const uint32_t next = pq_tag_behind(p, i);
  const bool noun_follows = pq_tag_begins_noun(p, next);
  if (prev == PQ_TAG_AUXILIARY || did_it(p, i, next, prev) ||
      is_behind_aside(p, i, prev)) {
    return true;
  }
  if (prev == PQ_TAG_VERB) {
    u->adjective = noun_follows; /* "binds phosphorylated X" */
    return !noun_follows;
  }
  if (prev == PQ_TAG_DETERMINER || prev == PQ_TAG_PREPOSITION) {
    u->adjective = true;
    return false;
  }
  if (prev == PQ_TAG_NOUN) {
    if (!noun_follows) return true;
    if (pq_tag_is_bound(p, i)) {
      u->adjective = true;
      return false;
    }
    /* "JAK2 phosphorylated STAT5", unless the clause has its verb already. */
    /* ", but others found no X", and not ", and tyrosine phosphorylated X" */
    const bool own =
        (pq_unit_at(p, next)->kind == PQ_UNIT_WORD || is_behind_but(p, i)) &&
        pq_tag_begins_clause(p, i);
    const bool has = own ? pq_tag_has_own_verb(p, i) : pq_tag_has_verb(p, i);
    /* "does A after B bound C": B did */
    const uint32_t at = pq_tag_before(p, i);
    const bool clause =
        p->units.at[at].kind == PQ_UNIT_NAME && pq_tag_begins_own(p, at);
    u->adjective = (has && !clause) || !(u->forms & PQ_FORM_ED);
    if (u->adjective) pq_compound_mark_open(p, i);
    return !u->adjective;
  }
  if (prev == PQ_TAG_AND && !noun_follows) return true;
  u->adjective = noun_follows && !goes_on(p, i, prev);
  return !u->adjective;
}
