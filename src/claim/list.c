/* Lists of noun groups: "A, B and C", "phosphorylation of A and activation of
 * B". */
#include "list.h"

enum {
  MEMBERS_MOST = 40
};

/* "guanine and hypoxanthine salvage": of a thing that has no name, but for two
 * names before it; then neither is meant. */
static bool shares_head(const pq_parse *p, uint32_t a, uint32_t b) {
  const pq_chunk *const c = &p->chunks.at[a];
  const pq_chunk *const d = &p->chunks.at[b];
  if (b != a + 2 || !pq_chunk_is(p, a + 1, PQ_CHUNK_AND) || d->name_end ||
      d->hit || c->name_end != c->end || c->end != c->begin + 1 ||
      d->end != d->begin + 2 || p->units.at[d->begin].kind != PQ_UNIT_NAME) {
    return false;
  }
  return p->units.at[d->begin + 1].kind == PQ_UNIT_WORD &&
         pq_is_lower(pq_unit_text(p, d->begin + 1).ptr[0]) &&
         !p->units.at[d->begin + 1].classes;
}

/* The last word of a group, but for a number: "phosphotransferase 1". */
static pq_view last_word(const pq_parse *p, const pq_chunk *c) {
  const pq_view word = pq_unit_text(p, c->end - 1);
  const bool number = word.len && pq_is_digit(word.ptr[0]);
  return number && c->end > c->begin + 1 ? pq_unit_text(p, c->end - 2) : word;
}

/* "choline/ethanolamine phosphotransferase 1": is group i the first half of
 * what an enzyme or a transporter that nobody knows is called after? */
static bool is_half_of_enzyme(const pq_parse *p, uint32_t i) {
  static const char *const tails[] = {"ase", "ases", "transporter",
                                      "transporters", NULL};
  if (!pq_chunk_is(p, i + 1, PQ_CHUNK_AND) ||
      !pq_unit_is_mark(p, p->chunks.at[i + 1].begin, '/') ||
      !pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN) || p->chunks.at[i + 2].name_end ||
      !pq_argument_is_molecule(p, i, false)) {
    return false;
  }
  const pq_view word = last_word(p, &p->chunks.at[i + 2]);
  for (size_t k = 0; tails[k]; ++k) {
    const pq_view tail = pq_view_of(tails[k]);
    if (word.len > tail.len + 2 &&
        pq_view_alike(pq_view_skip(word, word.len - tail.len), tail)) {
      return true;
    }
  }
  return false;
}

static void link(pq_parse *p, uint32_t first, uint32_t last, uint32_t more,
                 bool is_or) {
  p->chunks.at[last].next = more;
  p->chunks.at[more].prior = first;
  p->chunks.at[first].list_or |= is_or;
}

/* Past the commas of "and, to a lesser extent, B", which are all that is left
 * of it. */
static uint32_t past_aside(const pq_parse *p, uint32_t k) {
  const bool aside = pq_chunk_is(p, k, PQ_CHUNK_COMMA) &&
                     pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA);
  return aside ? k + 2 : k;
}

/* The noun group behind the joint at k, 0 if there is no joint.  `*closed`
 * says that an "and" stood there. */
static uint32_t past_joint(const pq_parse *p, uint32_t k, bool *closed,
                           bool *is_or) {
  *closed = false;
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  if (pq_chunk_is(p, k, PQ_CHUNK_AND)) {
    *closed = true;
    *is_or = p->chunks.at[k].is_or;
    k = past_aside(p, k + 1);
  }
  return pq_chunk_is(p, k, PQ_CHUNK_NOUN) &&
                 (pq_chunk_is(p, k - 1, PQ_CHUNK_COMMA) ||
                  pq_chunk_is(p, k - 1, PQ_CHUNK_AND))
             ? k
             : 0;
}

/* "as well as", "along with": the list goes on behind its "and". */
static bool is_long_and(const pq_parse *p, uint32_t k) {
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  return pq_chunk_is(p, k, PQ_CHUNK_AND) &&
         p->units.at[p->chunks.at[k].begin].n_tokens > 1;
}

/* "A and B, but not C" */
static bool is_but_not(const pq_parse *p, uint32_t k) {
  if (pq_chunk_is(p, k, PQ_CHUNK_COMMA)) ++k;
  return pq_chunk_is(p, k, PQ_CHUNK_AND) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) && p->chunks.at[k + 1].negated;
}

/* "Along with A, B binds", "Along with A and B, C and D bind": all. */
static bool is_along(const pq_parse *p, uint32_t i) {
  return i == 2 && is_long_and(p, 1);
}

/* "A, but not B and C, binds": does a comma close the list before a verb? */
static bool is_set_off(const pq_parse *p, uint32_t last) {
  return pq_chunk_is(p, last + 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, last + 2, PQ_CHUNK_VERB);
}

/* "A, but not B or C", "but not B, C or D": all behind "not" up to the "or".
 * How many follow group k. */
static uint32_t denied_too(const pq_parse *p, uint32_t k) {
  bool closed = false;
  bool is_or = false;
  uint32_t n = 0;
  while (p->chunks.at[k].negated && n < MEMBERS_MOST) {
    const uint32_t more = past_joint(p, k + 1 + 2 * n, &closed, &is_or);
    if (more != k + 2 + 2 * n || !pq_list_fits(p, k, more)) return 0;
    ++n;
    if (closed) return is_or || is_set_off(p, more) ? n : 0;
  }
  return 0;
}

/* Let what "not" denies be the rest of the list that `last` was the end of. */
static void deny_too(pq_parse *p, uint32_t first, uint32_t last, uint32_t n) {
  for (uint32_t m = 1; m <= n; ++m) {
    pq_chunk *const c = &p->chunks.at[last + 2 * m];
    c->negated = true;
    c->not_span = p->chunks.at[last].not_span;
    link(p, first, last + 2 * m - 2, last + 2 * m, false);
  }
}

/* "A and B or C": another for the last; but not of "the complex of A and B or
 * C". */
static bool is_choice(const pq_parse *p, uint32_t first, uint32_t k) {
  const bool of = pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) &&
                  pq_chunk_is(p, first - 2, PQ_CHUNK_NOUN);
  const pq_chunk *const whole = &p->chunks.at[of ? first - 2 : 0];
  return pq_chunk_is(p, k, PQ_CHUNK_AND) && p->chunks.at[k].is_or &&
         !p->chunks.at[k - 1].negated && !p->chunks.at[k - 2].is_or &&
         !(of && pq_unit_means(p, whole->end - 1, PQ_M_WHOLE));
}

/* "X, in complex with A and B, C and D, does": the aside goes on up to the
 * comma before the verb. */
static bool is_in_aside(const pq_parse *p, uint32_t first, uint32_t k) {
  uint32_t i = first;
  while (i > 1 && !pq_chunk_is(p, i, PQ_CHUNK_COMMA)) {
    --i;
  }
  return pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) && i > 1 &&
         i + 4 >= first && pq_chunk_is(p, k, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, k + 2, PQ_CHUNK_AND) &&
         pq_chunk_is(p, k + 3, PQ_CHUNK_NOUN) &&
         pq_chunk_is(p, k + 4, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 5, PQ_CHUNK_VERB) &&
         p->chunks.at[k + 5].form == PQ_VERB_FINITE;
}

/* "A or B, C and D": the choice is the first of a longer list of names. */
static bool is_first_choice(const pq_parse *p, uint32_t first, uint32_t k) {
  if (k != first + 3 || !pq_chunk_is(p, k - 2, PQ_CHUNK_AND) ||
      !p->chunks.at[k - 2].is_or) {
    return false;
  }
  while (pq_chunk_is(p, k, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) && p->chunks.at[k + 1].name_end &&
         !p->chunks.at[k + 1].hit) {
    k += 2;
  }
  return k > first + 3 && pq_chunk_is(p, k, PQ_CHUNK_AND) &&
         !p->chunks.at[k].is_or && pq_chunk_is(p, k + 1, PQ_CHUNK_NOUN) &&
         p->chunks.at[k + 1].name_end;
}

/* Does a list go on that an "and" has closed?  One that leads in goes on once.
 */
static bool goes_on(const pq_parse *p, uint32_t first, uint32_t k,
                    bool *led_in) {
  const bool more = is_long_and(p, k) || is_but_not(p, k) ||
                    is_choice(p, first, k) || is_in_aside(p, first, k) ||
                    (!p->r->wants_happenings && is_first_choice(p, first, k));
  const bool once = !more && *led_in;
  if (once) *led_in = false;
  return more || once;
}

/* "STAT5A and STAT5B", which is one name of two: the last of its list. */
static bool is_pair(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (!c->name_end) return false;
  return pq_view_names_two(pq_unit_text(p, c->name_begin));
}

/* Where a member of a list ends: "S5 of A and S7 of B", "the A subunit of the
 * clamp and the B subunit of the loader". */
static uint32_t last_of_member(const pq_parse *p, uint32_t i, bool sites) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (sites && c->of) return c->of;
  const bool part = c->name_end && c->end > c->name_end &&
                    (p->units.at[c->end - 1].classes & PQ_W_PART);
  return part && pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
                 pq_unit_says(p, p->chunks.at[i + 1].begin, "of") &&
                 pq_chunk_is(p, i + 2, PQ_CHUNK_NOUN)
             ? i + 2
             : i;
}

/* "TYK2, which binds A, and JAK1, which binds B": JAK1 goes with TYK2. */
static bool has_own_clause(const pq_parse *p, uint32_t i, uint32_t k) {
  if (k < 3 || !pq_chunk_is(p, k - 1, PQ_CHUNK_AND) ||
      !pq_chunk_is(p, k - 2, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA) ||
      !pq_chunk_is(p, k + 2, PQ_CHUNK_RELATIVE)) {
    return false;
  }
  while (i > 1 && !pq_chunk_is(p, i, PQ_CHUNK_STOP) &&
         !pq_chunk_is(p, i, PQ_CHUNK_RELATIVE)) {
    --i;
  }
  return pq_chunk_is(p, i, PQ_CHUNK_RELATIVE) &&
         pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA);
}

/* "In the cytosol, A and B bind C": a phrase leads in, and behind its comma the
 * list of those who do it begins; "in A, B and C, D binds E" goes on with it.
 */
static bool leads_in(const pq_parse *p, uint32_t i, uint32_t k) {
  bool closed = false;
  bool is_or = false;
  if (!pq_lead_ends(p, i)) return false;
  uint32_t more = past_joint(p, k + 1, &closed, &is_or);
  while (more && !closed) {
    k = more;
    more = past_joint(p, k + 1, &closed, &is_or);
  }
  return more && pq_list_leads_verb(p, more);
}

/* "the following: A, B, C": does a colon lead to the group? */
static bool is_led(const pq_parse *p, uint32_t i) {
  return pq_chunk_is(p, i - 1, PQ_CHUNK_STOP) &&
         pq_unit_is_mark(p, p->chunks.at[i - 1].begin, ':') &&
         pq_list_about(p, i) == PQ_ABOUT_NAMES;
}

/* Is group k, behind `n` members of the list that begins with i, none of them?
 */
static bool is_none(const pq_parse *p, uint32_t i, uint32_t k, uint32_t n,
                    bool closed) {
  if (!k || !pq_list_fits(p, i, k)) return true;
  if (!closed && is_led(p, i) && pq_list_leads_verb(p, k)) return true;
  return n == 1 && !is_along(p, i) &&
         (has_own_clause(p, i, k) || (!closed && leads_in(p, i, k)));
}

/* Is the group a name, and no "a kinase" that tells of another? */
static bool is_bare_name(const pq_parse *p, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  return c->name_end == c->end && !c->hit &&
         !(p->units.at[c->begin].classes & PQ_W_DETERMINER);
}

/* "A, B, C phosphorylate D", "phosphorylates A, B, C.": a list that has no
 * "and".  Two that no verb in the plural follows may be one thing twice. */
static bool is_open(const pq_parse *p, const uint32_t *members, uint32_t n) {
  const uint32_t first = members[0];
  const uint32_t next = members[n - 1] + 1;
  for (uint32_t m = 0; m < n; ++m) {
    if (!is_bare_name(p, members[m])) return false;
  }
  const pq_chunk *const c = &p->chunks.at[next < p->chunks.n ? next : 0];
  const bool begins = first == 1 || pq_chunk_is(p, first - 1, PQ_CHUNK_STOP);
  if (n > 1 && begins && pq_chunk_is(p, next, PQ_CHUNK_VERB)) {
    return c->form == PQ_VERB_FINITE && c->head == c->begin &&
           (p->units.at[c->head].forms & PQ_FORM_BASE);
  }
  return n > 2 && pq_chunk_is(p, first - 1, PQ_CHUNK_VERB) &&
         (next >= p->chunks.n || pq_chunk_is(p, next, PQ_CHUNK_STOP));
}

/* "S33 as well as S37 of X": both are of X. */
static void share_whole(const pq_parse *p, const uint32_t *members,
                        uint32_t n) {
  const uint32_t of = p->chunks.at[members[n - 1]].of;
  for (uint32_t m = 0; of && m + 1 < n; ++m) {
    pq_chunk *const c = &p->chunks.at[members[m]];
    if (!c->of && !c->name_end) c->of = of;
  }
}

/* The list that begins with noun group i: members first, so that an open one
 * ("X, a kinase, binds") is left alone. */
static void join_from(pq_parse *p, uint32_t i) {
  uint32_t members[MEMBERS_MOST]; /* the first n are set */
  uint32_t n = 1;
  members[0] = i;
  bool is_or = false;
  if (is_half_of_enzyme(p, i)) p->chunks.at[i].name_end = 0;
  bool led_in = is_along(p, i);
  const bool sites = pq_list_about(p, i) == PQ_ABOUT_SITES;
  bool whole = sites || led_in || is_led(p, i);
  while (n < MEMBERS_MOST) {
    bool closed = false;
    bool alternative = false;
    const uint32_t last = last_of_member(p, members[n - 1], sites);
    const uint32_t k = past_joint(p, last + 1, &closed, &alternative);
    if (is_none(p, i, k, n, closed)) break;
    members[n++] = k;
    is_or = is_or || alternative;
    whole = whole || closed || n == MEMBERS_MOST || is_pair(p, k);
    if (closed && !goes_on(p, i, k + 1, &led_in)) break;
  }
  whole = whole || (!p->r->wants_happenings && is_open(p, members, n));
  for (uint32_t m = 1; whole && m < n; ++m) {
    link(p, i, members[m - 1], members[m], is_or);
  }
  if (whole && sites) share_whole(p, members, n);
  if (whole && n == 2 && shares_head(p, i, members[1])) {
    p->chunks.at[i].name_end = 0;
  }
  const uint32_t last = members[n - 1];
  if (whole && n > 1) deny_too(p, i, last, denied_too(p, last));
}

/* What happens, and has no list that goes on, before the joint at k: "E of A",
 * "E of A and B", "E of A, B and C"; 0 if there is none. */
static uint32_t event_before(const pq_parse *p, uint32_t k) {
  while (
      k > 2 && pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) &&
      (pq_chunk_is(p, k - 2, PQ_CHUNK_PREPOSITION) ||
       pq_chunk_is(p, k - 2, PQ_CHUNK_AND) ||
       (pq_chunk_is(p, k - 2, PQ_CHUNK_COMMA) && p->chunks.at[k - 1].prior))) {
    k -= 2;
    if (pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) &&
        pq_list_about(p, k - 1) == PQ_ABOUT_EVENT &&
        !p->chunks.at[k - 1].next) {
      return k - 1;
    }
  }
  return 0;
}

static bool is_of_something(const pq_parse *p, uint32_t event) {
  return pq_chunk_is(p, event + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[event + 1].begin, "of");
}

/* "E of A, | F of B and G of C": what happens before the comma before event i,
 * but not "upon E of A, F of B and G of C need X". */
static uint32_t listed_before(const pq_parse *p, uint32_t i) {
  if (p->chunks.at[i].prior || !is_of_something(p, i) ||
      !pq_chunk_is(p, i - 1, PQ_CHUNK_COMMA)) {
    return 0;
  }
  const uint32_t event = event_before(p, i - 1);
  const uint32_t lead = event > 0 ? event - 1 : 0;
  const bool leads = lead == 1 || pq_chunk_is(p, lead - 1, PQ_CHUNK_STOP);
  if (!event || !is_of_something(p, event) ||
      (leads && pq_chunk_is(p, lead, PQ_CHUNK_PREPOSITION))) {
    return 0;
  }
  return event;
}

/* "phosphorylation of A and activation of B": the second happening goes with
 * the first, and with those before it. */
static void join_events(pq_parse *p, uint32_t i) {
  if (!pq_chunk_is(p, i - 1, PQ_CHUNK_AND) ||
      (pq_list_about(p, i) != PQ_ABOUT_EVENT && !pq_list_is_process(p, i)) ||
      p->chunks.at[i].prior ||
      (pq_list_leads_verb(p, i) && pq_list_verb_before(p, i - 1))) {
    return;
  }
  const bool comma = pq_chunk_is(p, i - 2, PQ_CHUNK_COMMA);
  uint32_t events[MEMBERS_MOST] = {i, event_before(p, comma ? i - 2 : i - 1)};
  uint32_t n = 2;
  if (!events[1]) return;
  while (n < MEMBERS_MOST && (events[n] = listed_before(p, events[n - 1]))) {
    ++n;
  }
  const uint32_t prior = p->chunks.at[events[n - 1]].prior;
  const uint32_t first = prior ? prior : events[n - 1];
  for (uint32_t m = n - 1; m > 0; --m) {
    link(p, first, events[m], events[m - 1],
         m == 1 && p->chunks.at[i - 1].is_or);
  }
}

void pq_chunk_lists(pq_parse *p) {
  for (uint32_t i = p->chunks.n; i-- > 1;) { /* wholes before their parts */
    if (p->chunks.at[i].kind == PQ_CHUNK_NOUN) pq_lead_read(p, i);
  }
  const pq_chunk *const c = p->chunks.at;
  const uint32_t first = pq_first_noun(p);
  for (uint32_t i = first; i; i = c[i].noun_behind) {
    if (!c[i].prior) join_from(p, i);
  }
  for (uint32_t i = first; i; i = c[i].noun_behind) {
    if (i > 1) join_events(p, i);
  }
  for (uint32_t i = first; i; i = c[i].noun_behind) {
    const bool acts = c[i].hit && p->hits.at[c[i].hit].trigger->actor;
    if (acts || pq_list_about(p, i) != PQ_ABOUT_EVENT) pq_lead_examples(p, i);
  }
}
