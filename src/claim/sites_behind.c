/* Residues that are listed behind the word for them, or behind who acts:
 *
 *   on three tyrosine residues: Y5, Y7 and Y9
 *   at two sites of the tail, including S5 and S9
 *   on serines in the loop (S5 and S7 in A; S6 and S8 in B)
 *   is phosphorylated by A and B (S5, S9)
 */
#include "draft.h"

enum {
  PHRASES_MOST = 3 /* between the word and its list */
};

bool pq_sites_have_positions(const pq_parse *p, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_SITE && p->r->sites.at[u->first].site.position) {
      return true;
    }
  }
  return false;
}

static bool is_list(const pq_parse *p, uint32_t i) {
  if (!pq_chunk_is(p, i, PQ_CHUNK_NOUN)) return false;
  const pq_chunk *const c = &p->chunks.at[i];
  return c->sites && !c->hit && !c->name_end &&
         pq_sites_have_positions(p, c->begin, c->end);
}

static bool any_has_positions(const pq_parse *p, uint32_t i) {
  for (; i; i = p->chunks.at[i].next) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (pq_sites_have_positions(p, c->begin, c->end)) return true;
  }
  return false;
}

/* May a list follow here: ",", ":", "-", or a word for examples behind it?  The
 * chunk behind it, or 0. */
static uint32_t past_opener(const pq_parse *p, uint32_t i) {
  static const char *const words[] = {"including", "such as", NULL};
  const uint32_t mark = p->chunks.at[i < p->chunks.n ? i : 0].begin;
  const bool comma = pq_chunk_is(p, i, PQ_CHUNK_COMMA);
  const bool stop =
      pq_chunk_is(p, i, PQ_CHUNK_STOP) &&
      (pq_unit_is_mark(p, mark, ':') || pq_unit_is_mark(p, mark, '-'));
  const uint32_t k = i + (comma || stop ? 1 : 0);
  const bool word = pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION) &&
                    pq_view_says_any(p->chunks.at[k].slot, words);
  if (word) return k + 1;
  return comma || stop ? k : 0;
}

/* "; S6 and S8 in B" goes on with "S5 and S7 in A". */
static void go_on(pq_parse *p, uint32_t i) {
  const uint32_t of = p->chunks.at[i].of;
  const uint32_t k = of + 1;
  if (!of || p->chunks.at[i].next || !pq_chunk_is(p, k, PQ_CHUNK_STOP) ||
      !pq_unit_is_mark(p, p->chunks.at[k].begin, ';') || !is_list(p, k + 1) ||
      !p->chunks.at[k + 1].of) {
    return;
  }
  p->chunks.at[i].next = k + 1;
  p->chunks.at[k + 1].prior = i;
}

/* Past "of the tail", "in the loop (S5 and S7)": the residues in a bracket
 * behind such a phrase.  `*end` is the chunk behind all. */
static pq_arg in_phrases(const pq_parse *p, uint32_t word, uint32_t *end) {
  uint32_t i = word + 1;
  pq_arg none = {.role = PQ_AS_SITE};
  for (uint32_t n = 0;
       n < PHRASES_MOST && pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
       pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN) && !past_opener(p, i);
       ++n, i += 2) {
    const pq_chunk *const c = &p->chunks.at[i + 1];
    const uint32_t from = c->name_end ? c->name_end : c->begin;
    if (c->hit || !pq_sites_have_positions(p, from, c->end)) continue;
    if (!c->name_end) {
      return (pq_arg){.role = PQ_AS_SITE, .chunk = i + 1, .all = true};
    }
    return (pq_arg){.role = PQ_AS_SITE,
                    .chunk = i + 1,
                    .begin = c->name_end,
                    .end = c->end};
  }
  *end = i;
  return none;
}

/* The list behind a group that says only what kind of residues.  "on tyrosine,
 * S5 is ..." begins a clause. */
static pq_arg list_behind(const pq_parse *p, uint32_t word) {
  uint32_t i = 0;
  pq_arg list = in_phrases(p, word, &i);
  if (list.chunk) return list;
  const uint32_t first = past_opener(p, i);
  if (!first || !is_list(p, first)) return list;
  uint32_t last = first;
  while (p->chunks.at[last].next) {
    last = p->chunks.at[last].next;
  }
  if (pq_chunk_is(p, last + 1, PQ_CHUNK_VERB)) return list;
  return (pq_arg){.role = PQ_AS_SITE, .chunk = first, .all = true};
}

/* Can what the hit tells happen at a residue that such a word leads to? */
static bool takes_site(const pq_parse *p, const pq_hit *h, pq_view slot) {
  uint32_t at = 0;
  const pq_frame_row *row = NULL;
  if (h->trigger->type != PQ_TRIGGER_EVENT) return false;
  while ((row = pq_rules_slot(p->g, h->trigger->frame, h->voice, slot, &at))) {
    if (row->role == PQ_AS_SITE) return true;
  }
  return false;
}

/* Is noun group i one of sites in which no residue stands, that the hit takes:
 * "at multiple sites", "phosphorylates two serines"? */
static bool is_bare(const pq_parse *p, const pq_hit *h, uint32_t i) {
  const pq_chunk *const c = &p->chunks.at[i];
  if (c->name_end || c->hit || c->sites ||
      !(p->units.at[c->end - 1].classes & PQ_W_SITE)) {
    return false;
  }
  if (pq_chunk_is(p, i - 1, PQ_CHUNK_PREPOSITION)) {
    return takes_site(p, h, p->chunks.at[i - 1].slot);
  }
  return i == h->chunk + 1 && h->voice == PQ_ACTIVE_VOICE &&
         takes_site(p, h, PQ_LIT("object"));
}

/* Such a group behind the hit; 0 none. */
static uint32_t bare_sites(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = h->chunk + 1; i < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    switch (c->kind) {
    case PQ_CHUNK_NOUN:
      if (is_bare(p, h, i)) return i;
      if (c->hit) return 0;
      break;
    case PQ_CHUNK_PREPOSITION:
    case PQ_CHUNK_AND:
    case PQ_CHUNK_COMMA: break;
    default: return 0;
    }
  }
  return 0;
}

/* "by A and B (S5, S9)": the units of a bracket behind the last who acts.  Not
 * where each has its own. */
static pq_arg behind_agent(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const by = pq_hit_arg(h, PQ_AS_AGENT);
  pq_arg none = {.role = PQ_AS_SITE};
  if (!by || by->hit || by->end || h->voice == PQ_ACTIVE_VOICE) return none;
  for (uint32_t i = by->chunk; i; i = p->chunks.at[i].next) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (!c->name_end) continue;
    if (!pq_sites_have_positions(p, c->name_end, c->end)) continue;
    if (c->next) return none;
    return (pq_arg){
        .role = PQ_AS_SITE, .chunk = i, .begin = c->name_end, .end = c->end};
  }
  return none;
}

/* The only residue that the hit has, which may be without a number. */
static pq_arg *only_site(pq_hit *h, uint32_t *n) {
  pq_arg *site = NULL;
  *n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_SITE) continue;
    site = &h->args[i];
    ++*n;
  }
  return site;
}

static void find_sites(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  uint32_t n = 0;
  pq_arg *const site = only_site(h, &n);
  if (n > 1) return;
  if (site && any_has_positions(p, site->chunk)) {
    if (site->all) go_on(p, site->chunk);
    return;
  }
  const bool before = site && (site->end || site->chunk <= h->chunk);
  const uint32_t word = before ? 0 : site ? site->chunk : bare_sites(p, h);
  pq_arg list = {.role = PQ_AS_SITE};
  if (word) list = list_behind(p, word);
  if (!list.chunk && !site) {
    list = behind_agent(p, h);
    if (list.end && !takes_site(p, h, PQ_LIT("at"))) list.chunk = 0;
  }
  if (!list.chunk) return;
  if (list.all) go_on(p, list.chunk);
  if (site) {
    *site = list;
  } else {
    pq_hit_add(p, hit, list);
  }
}

/* "by A at S1 and by B at several sites, including S5": B does it at its own
 * sites, which take their turn; where they are not told, B is left out. */
static void find_turn(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const last = h->n_args ? &h->args[h->n_args - 1] : NULL;
  uint32_t n = 0;
  const pq_arg *const site = only_site(h, &n);
  if (n != 1 || !last || last->role != PQ_AS_AGENT || last->hit || last->end ||
      last->chunk < site->chunk || !pq_hit_arg(h, PQ_AS_AGENT) ||
      pq_hit_find(h, PQ_AS_AGENT)->chunk + 2 != site->chunk) {
    return;
  }
  const uint32_t word = last->chunk + 2;
  if (!pq_chunk_is(p, word - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_chunk_is(p, word, PQ_CHUNK_NOUN) || p->chunks.at[word].name_end ||
      p->chunks.at[word].hit ||
      !takes_site(p, h, p->chunks.at[word - 1].slot)) {
    return;
  }
  const pq_arg list = list_behind(p, word);
  if (list.chunk) {
    pq_hit_add(p, hit, list);
  } else {
    --h->n_args;
  }
}

void pq_sites_behind(pq_parse *p) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (p->hits.at[i].trigger->type != PQ_TRIGGER_EVENT) continue;
    find_sites(p, i);
    find_turn(p, i);
  }
}
