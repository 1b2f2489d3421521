/* Names of a sheet: T lines, what they are in databases, and which are equal.
 */
#include "out.h"
#include "standoff_sheet.h"

#include "model/store.h"

void pq_sheet_bound(const pq_sheet *s, pq_buf *out, uint32_t id, pq_view type,
                    pq_sentence_id sentence, pq_span span) {
  const pq_text *const t = &s->r->texts.at[s->r->sentences.at[sentence].text];
  const pq_span points = pq_text_points(t, span);
  pq_buf_char(out, 'T');
  pq_buf_number(out, id);
  pq_buf_char(out, '\t');
  pq_buf_put(out, type);
  pq_buf_char(out, ' ');
  pq_buf_number(out, points.begin);
  pq_buf_char(out, ' ');
  pq_buf_number(out, points.end);
  pq_buf_char(out, '\t');
  pq_out_standoff(out, pq_text_quote(t, span));
  pq_buf_char(out, '\n');
}

uint32_t pq_sheet_number(pq_view id) {
  uint32_t n = 0;
  for (size_t i = 1; i < id.len; ++i) {
    n = 10 * n + (uint32_t)(id.ptr[i] - '0');
  }
  return n;
}

void pq_sheet_given(pq_sheet *s) {
  const pq_record *const r = s->r;
  for (uint32_t i = 0; i < r->given.n; ++i) {
    const uint32_t n = pq_sheet_number(r->given.at[i].id);
    if (n >= s->next) s->next = n + 1;
  }
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const uint32_t given = r->mentions.at[i].given;
    if (given) s->names[i] = pq_sheet_number(r->given.at[given - 1].id);
  }
}

static void put_reference(pq_sheet *s, uint32_t n, uint32_t id,
                          const pq_entity *e) {
  const bool protein = e->accession.len > 0;
  pq_buf_char(s->out, 'N');
  pq_buf_number(s->out, n);
  pq_buf_text(s->out, "\tReference T");
  pq_buf_number(s->out, id);
  pq_buf_text(s->out, protein ? " UniProt:" : " ");
  pq_out_standoff(s->out, protein ? e->accession : e->id);
  pq_buf_char(s->out, '\t');
  pq_out_standoff(s->out, e->label);
  pq_buf_char(s->out, '\n');
}

/* Members of a list may stand at the same words. */
static uint32_t same_before(const pq_sheet *s, uint32_t i) {
  const pq_mention *const m = &s->r->mentions.at[i];
  for (uint32_t k = i; k-- > 1;) {
    const pq_mention *const o = &s->r->mentions.at[k];
    if (o->sentence != m->sentence) break;
    if (o->span.begin == m->span.begin && o->span.end == m->span.end) return k;
  }
  return 0;
}

/* To which things something happens: by entity. */
static bool *acted_on(const pq_record *r) {
  bool *const out = pq_arena_take(r->arena, r->entities.n + 1);
  for (uint32_t i = 1; out && i < r->happenings.n; ++i) {
    const pq_happening *const h = &r->happenings.at[i];
    for (uint32_t k = 0; k < h->n_fillers; ++k) {
      const pq_filler *const f = &h->fillers[k];
      if (f->role == PQ_PART_THEME && f->mention) {
        out[r->mentions.at[f->mention].entity] = true;
      }
    }
  }
  return out;
}

pq_status pq_sheet_names(pq_sheet *s) {
  const pq_record *const r = s->r;
  const bool *const acted = acted_on(r);
  uint32_t n = 0;
  if (!acted) return r->arena->status;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_mention *const m = &r->mentions.at[i];
    const pq_view type = pq_scheme_entity(s->scheme, r, m);
    const bool known = pq_entity_at(r, m->entity)->kind != PQ_ENTITY_UNGROUNDED;
    const bool sure =
        known || acted[m->entity] || !pq_scheme_doubts_strangers(s->scheme);
    if (!type.len || !sure) continue;
    const uint32_t before = same_before(s, i);
    if (before && s->names[before]) {
      s->names[i] = s->names[before];
    } else {
      s->names[i] = s->next++;
      pq_sheet_bound(s, s->out, s->names[i], type, m->sentence, m->span);
    }
    const pq_entity *const e = pq_entity_at(r, pq_entity_base(r, m->entity));
    if (e->id.len) put_reference(s, ++n, s->names[i], e);
  }
  return PQ_OK;
}

/* ---- equal names ---- */

static uint32_t name_at(const pq_sheet *s, pq_span span) {
  const pq_record *const r = s->r;
  uint32_t low = 1;
  uint32_t high = r->mentions.n;
  while (low < high) { /* names are in text order */
    const uint32_t mid = (low + high) / 2;
    if (r->mentions.at[mid].span.begin < span.begin) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  if (low == r->mentions.n) return 0;
  const pq_mention *const m = &r->mentions.at[low];
  const bool same = m->span.begin == span.begin && m->span.end == span.end;
  return same ? s->names[low] : 0;
}

/* "anaplastic lymphoma kinase (ALK)": two names of one thing that the lexicon
 * knows, the second in brackets. */
static bool says_again(const pq_sheet *s, pq_mention_id i) {
  const pq_record *const r = s->r;
  const pq_mention *const a = &r->mentions.at[i];
  const pq_mention *const b = &r->mentions.at[i + 1];
  if (a->sentence != b->sentence || a->entity != b->entity ||
      !pq_entity_at(r, a->entity)->id.len || a->span.end > b->span.begin) {
    return false;
  }
  const pq_view text =
      r->texts.at[r->sentences.at[a->sentence].text].plain.bytes;
  const pq_view between =
      pq_span_text(text, (pq_span){a->span.end, b->span.begin});
  return pq_view_same(pq_view_trim(between), PQ_LIT("(")) &&
         b->span.end < text.len && text.ptr[b->span.end] == ')';
}

static void put_pair(pq_sheet *s, uint32_t a, uint32_t b) {
  if (!a || !b || a == b) return;
  pq_buf_text(s->out, "*\tEquiv T");
  pq_buf_number(s->out, a);
  pq_buf_text(s->out, " T");
  pq_buf_number(s->out, b);
  pq_buf_char(s->out, '\n');
}

void pq_sheet_equal(pq_sheet *s) {
  for (uint32_t i = 0; i < s->r->definitions.n; ++i) {
    const pq_definition *const d = &s->r->definitions.at[i];
    put_pair(s, name_at(s, d->long_form), name_at(s, d->short_form));
  }
  for (pq_mention_id i = 1; i + 1 < s->r->mentions.n; ++i) {
    const bool defined = s->r->mentions.at[i + 1].said == PQ_SAID_ABBREVIATION;
    if (!defined && says_again(s, i)) {
      put_pair(s, s->names[i], s->names[i + 1]);
    }
  }
}
