#include "plan_sketch.h"

#include "base/utf8.h"

enum {
  WORD_MOST = 30, /* letters; longer words are broken anyhow */
  LINES_MOST = 12
};

pq_status pq_sketch_keep(pq_sketch *s, pq_view *out) {
  pq_status st = s->room.status;
  if (!st) st = pq_arena_copy(s->arena, pq_buf_view(&s->room), out);
  pq_buf_reset(&s->room);
  return st;
}

/* The next word, or a piece of an endless one. */
static pq_view next_word(pq_view *rest, size_t *letters) {
  while (rest->len && pq_is_space(rest->ptr[0])) {
    *rest = pq_view_skip(*rest, 1);
  }
  size_t at = 0;
  *letters = 0;
  while (at < rest->len && !pq_is_space(rest->ptr[at]) &&
         *letters < WORD_MOST) {
    (void)pq_utf8_next(*rest, &at);
    ++*letters;
  }
  const pq_view word = pq_view_head(*rest, at);
  *rest = pq_view_skip(*rest, at);
  return word;
}

static void put_glued(pq_buf *out, pq_view word) {
  for (size_t i = 0; i < word.len; ++i) {
    const char c = word.ptr[i];
    pq_buf_char(out, (char)(c == PQ_GLUE ? ' ' : c));
  }
}

void pq_put_lines(pq_buf *out, pq_view text, size_t most) {
  size_t used = 0;
  size_t lines = 1;
  size_t letters = 0;
  pq_view rest = text;
  for (;;) {
    const bool glued = rest.len && rest.ptr != text.ptr &&
                       !pq_is_space(rest.ptr[0]); /* broken anyhow */
    const pq_view word = next_word(&rest, &letters);
    if (!word.len) return;
    if (used && (glued || used + 1 + letters > most)) {
      if (++lines > LINES_MOST) {
        pq_buf_text(out, "…");
        return;
      }
      pq_buf_char(out, '\n');
      used = 0;
    } else if (used) {
      pq_buf_char(out, ' ');
      ++used;
    }
    put_glued(out, word);
    used += letters;
  }
}

void pq_put_curie(pq_buf *out, const pq_graph *g, pq_view iri) {
  size_t longest = 0;
  const pq_prefix *best = NULL;
  for (int i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_prefix *const row = pq_prefix_at((pq_prefix_id)i);
    pq_view rest = iri;
    if (row->own) {
      if (!pq_view_starts(iri, g->maker->base)) continue;
      rest = pq_view_skip(iri, g->maker->base.len);
    }
    const size_t len = iri.len - rest.len + row->space.len;
    if (pq_view_starts(rest, row->space) && len > longest) {
      longest = len;
      best = row;
    }
  }
  if (best) {
    pq_buf_put(out, best->name);
    pq_buf_char(out, ':');
  }
  pq_buf_put(out, pq_view_skip(iri, longest));
}

void pq_put_short(pq_buf *out, pq_view iri) {
  enum {
    DIGITS = 32,
    SHORT = 8
  };
  if (iri.len >= DIGITS) iri = pq_view_skip(iri, iri.len - DIGITS);
  pq_buf_put(out, pq_view_head(iri, SHORT));
}

void pq_put_say_class(pq_buf *out, pq_view iri) {
  pq_buf_text(out, out->len ? " c" : "c");
  pq_put_short(out, iri);
}

/* "9-14" with a dash for three or more in a row; returns the last. */
static uint32_t put_run(pq_buf *out, const pq_sketch *s, pq_papers papers,
                        uint32_t from) {
  uint32_t to = from;
  while (to < s->n_works && pq_papers_have(papers, to + 1)) {
    ++to;
  }
  if (to == from + 1) to = from;
  pq_buf_number(out, from);
  if (to > from) {
    pq_buf_text(out, "–");
    pq_buf_number(out, to);
  }
  return to;
}

void pq_put_papers(pq_buf *out, const pq_sketch *s, pq_papers papers) {
  bool any = false;
  for (uint32_t i = 1; i <= s->n_works; ++i) {
    if (!pq_papers_have(papers, i)) continue;
    if (any) {
      pq_buf_char(out, ',');
      pq_buf_char(out, PQ_GLUE);
    } else {
      pq_buf_char(out, '[');
    }
    any = true;
    i = put_run(out, s, papers, i);
  }
  if (any) {
    pq_buf_char(out, ']');
  } else {
    pq_buf_text(out, "no");
    pq_buf_char(out, PQ_GLUE);
    pq_buf_text(out, "citation");
  }
}

void pq_put_count(pq_buf *out, const pq_sketch *s, pq_papers papers) {
  pq_buf_text(out, "n=");
  pq_buf_number(out, pq_papers_count(s, papers));
}

void pq_put_citations(pq_buf *out, const pq_sketch *s, pq_papers papers) {
  const uint32_t n = pq_papers_count(s, papers);
  if (n) {
    pq_buf_number(out, n);
  } else {
    pq_buf_text(out, "no");
  }
  pq_buf_text(out, n > 1 ? " citations" : " citation");
}

void pq_put_quoted(pq_buf *out, pq_view words) {
  pq_buf_text(out, "“");
  bool space = false;
  for (size_t i = 0; i < words.len; ++i) {
    if (pq_is_space(words.ptr[i])) {
      space = true;
      continue;
    }
    if (space) pq_buf_char(out, ' ');
    space = false;
    pq_buf_char(out, words.ptr[i]);
  }
  pq_buf_text(out, "”");
}

void pq_put_joined(pq_buf *out, const pq_view *labels, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    if (i) pq_buf_text(out, i + 1 < n ? ", " : " and ");
    pq_buf_put(out, labels[i]);
  }
}

static const pq_verb verbs[] = {
    {"mediates", "mediate", PQ_TERM_ENABLES, PQ_HEAD_CATALYSIS},
    {"promotes", "promote", PQ_TERM_ACTS_UPSTREAM_POSITIVE,
     PQ_HEAD_STIMULATION},
    {"promotes", "promote", PQ_TERM_CAUSALLY_UPSTREAM_POSITIVE,
     PQ_HEAD_STIMULATION},
    {"upregulates", "upregulate", PQ_TERM_INVOLVED_POSITIVE,
     PQ_HEAD_STIMULATION},
    {"upregulates", "upregulate", PQ_TERM_REGULATES_POSITIVE,
     PQ_HEAD_STIMULATION},
    {"inhibits", "inhibit", PQ_TERM_ACTS_UPSTREAM_NEGATIVE, PQ_HEAD_INHIBITION},
    {"inhibits", "inhibit", PQ_TERM_CAUSALLY_UPSTREAM_NEGATIVE,
     PQ_HEAD_INHIBITION},
    {"downregulates", "downregulate", PQ_TERM_INVOLVED_NEGATIVE,
     PQ_HEAD_INHIBITION},
    {"downregulates", "downregulate", PQ_TERM_REGULATES_NEGATIVE,
     PQ_HEAD_INHIBITION},
    {"affects", "affect", PQ_TERM_ACTS_UPSTREAM, PQ_HEAD_MODULATION},
    {"affects", "affect", PQ_TERM_CAUSALLY_UPSTREAM, PQ_HEAD_MODULATION},
    {"regulates", "regulate", PQ_TERM_INVOLVED, PQ_HEAD_MODULATION},
    {"regulates", "regulate", PQ_TERM_REGULATES, PQ_HEAD_MODULATION},
    {"regulates", "regulate", PQ_TERM_INFLUENCES, PQ_HEAD_MODULATION},
    {"needed for", "needed for", PQ_TERM_DEPENDS_ON, PQ_HEAD_NECESSARY},
    {"binds", "bind", PQ_TERM_INTERACTS, PQ_HEAD_NONE},
    {"located in", "located in", PQ_TERM_LOCATED_IN, PQ_HEAD_NONE},
    {"part of", "part of", PQ_TERM_PART_OF, PQ_HEAD_NONE},
};

const pq_verb *pq_verb_of(pq_term predicate) {
  for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; ++i) {
    if (verbs[i].predicate == predicate) return &verbs[i];
  }
  return NULL;
}
