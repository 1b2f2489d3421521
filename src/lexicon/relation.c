/* What concepts have to do with each other: members, fusions, pathways. */
#include "layer.h"

enum {
  DEPTH_MOST = 8,
  ABOVE_MOST = 256
};

/* What stands above an id, found level by level. */
typedef struct climb {
  pq_view at[ABOVE_MOST];
  uint32_t n;
} climb;

static void add(climb *c, pq_view id) {
  for (uint32_t i = 0; i < c->n; ++i) {
    if (pq_view_same(c->at[i], id)) return;
  }
  if (c->n < ABOVE_MOST) c->at[c->n++] = id;
}

static uint32_t first_member(const pq_image *im, uint32_t child) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_MEMBERS];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (im->members[mid].child < child) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static void add_parents(const pq_lexicon *lex, pq_view id, climb *c) {
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    const uint32_t child = pq_image_find(im, id);
    if (child == UINT32_MAX) continue;
    for (uint32_t i = first_member(im, child);
         i < im->n[PQ_SECTION_MEMBERS] && im->members[i].child == child; ++i) {
      const pq_image_concept *const parent =
          pq_image_concept_at(im, im->members[i].parent);
      if (parent) add(c, pq_image_text(im, parent->id));
    }
  }
}

bool pq_lexicon_under(const pq_lexicon *lex, pq_view child, pq_view parent) {
  climb c;
  c.n = 0;
  if (pq_view_same(child, parent)) return true;
  add(&c, child);
  uint32_t from = 0;
  for (uint32_t depth = 0; depth < DEPTH_MOST && from < c.n; ++depth) {
    const uint32_t to = c.n;
    for (; from < to; ++from) {
      add_parents(lex, c.at[from], &c);
    }
    for (uint32_t i = to; i < c.n; ++i) {
      if (pq_view_same(c.at[i], parent)) return true;
    }
  }
  return false;
}

static const pq_image_fusion *find_fusion(const pq_image *im, pq_view five,
                                          pq_view three) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_FUSIONS];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const pq_image_fusion *const row = &im->fusions[mid];
    int c = pq_view_order(pq_image_text(im, row->five), five);
    if (!c) c = pq_view_order(pq_image_text(im, row->three), three);
    if (c == 0) return row;
    if (c < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return NULL;
}

static bool fusion_in_layers(const pq_lexicon *lex, pq_view five, pq_view three,
                             pq_concept *out) {
  for (uint8_t l = 0; l < lex->n; ++l) {
    const pq_image_fusion *const row =
        find_fusion(&lex->layers[l].image, five, three);
    if (row && pq_layer_concept(lex, l, row->concept, out)) return true;
  }
  return false;
}

bool pq_lexicon_fusion(const pq_lexicon *lex, pq_view five, pq_view three,
                       pq_concept *out, bool *exact) {
  *exact = fusion_in_layers(lex, five, three, out);
  return *exact || fusion_in_layers(lex, PQ_LIT("*"), three, out);
}

static pq_view after_of(const pq_image *im, uint32_t i) {
  const pq_image_concept *const c = pq_image_concept_at(im, im->pathways[i]);
  return c ? pq_image_text(im, c->after) : PQ_LIT("");
}

static const pq_image_concept *find_pathway(const pq_image *im, pq_view after) {
  uint32_t low = 0;
  uint32_t high = im->n[PQ_SECTION_PATHWAYS];
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_view_order(after_of(im, mid), after) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (low == im->n[PQ_SECTION_PATHWAYS]) return NULL;
  const pq_image_concept *const c = pq_image_concept_at(im, im->pathways[low]);
  return c && pq_view_same(pq_image_text(im, c->after), after) ? c : NULL;
}

bool pq_lexicon_pathway(const pq_lexicon *lex, pq_view named_after,
                        pq_pathway *out) {
  for (uint8_t l = 0; named_after.len && l < lex->n; ++l) {
    const pq_image *const im = &lex->layers[l].image;
    const pq_image_concept *const c = find_pathway(im, named_after);
    if (c) {
      return pq_lexicon_pathway_by_id(lex, pq_image_text(im, c->id), out);
    }
  }
  return false;
}
