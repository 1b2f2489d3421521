#include "engine.h"

#include "base/note.h"

/* Where works are looked up: first the record's own list, then, for what it
 * does not have, the bibliography. */
typedef struct desk_shelf {
  pq_record *r;
  pq_buf *folded;
  pq_shelf own;
  const pq_bibliography *others;
  uint32_t n_own; /* references of the record itself */
} desk_shelf;

static pq_status list_one(const desk_shelf *s, uint32_t index,
                          pq_shelved *out) {
  pq_status st = PQ_OK;
  pq_arena *const arena = s->r->arena;
  const pq_reference *const ref = &s->r->references.at[index];
  const bool semicolons = pq_view_find(ref->authors, ';') < ref->authors.len;
  pq_view rest = pq_view_trim(ref->authors);
  pq_shelved made = {.index = index};
  made.year = pq_person_year(ref->year, &made.letter);
  uint32_t n = 0;
  for (; rest.len && n < 3; ++n) {
    const pq_view name =
        pq_person_surname(pq_view_cut(&rest, semicolons ? ';' : ','));
    if (n > 1) continue;
    PQ_TRY(st, pq_person_fold(arena, s->folded, name,
                              n ? &made.second : &made.first));
  }
  made.n_authors = n;
  *out = made;
  return PQ_OK;
}

static pq_status fill_shelf(desk_shelf *s) {
  pq_status st = PQ_OK;
  pq_arena *const arena = s->r->arena;
  pq_shelved *const rows = pq_arena_take(arena, s->n_own * sizeof *rows);
  if (!rows) return arena->status;
  for (uint32_t i = 0; i < s->n_own; ++i) {
    PQ_TRY(st, list_one(s, i, &rows[i]));
  }
  return pq_shelf_fill(&s->own, arena, rows, s->n_own);
}

/* The year that the bibliography has for one of the record's own references. */
static uint32_t year_elsewhere(const desk_shelf *s, uint32_t index) {
  const pq_reference *const other =
      pq_bibliography_of_pmid(s->others, s->r->references.at[index].pmid);
  return other ? pq_person_year(other->year, NULL) : 0;
}

/* Several references of a list without years fit: where the bibliography has
 * the year of each, and one is of the year of the work, it is that one. */
static void narrow(const desk_shelf *s, pq_work *work) {
  uint32_t only = 0;
  uint32_t n = 0;
  for (uint32_t i = 0; i < work->n_fits; ++i) {
    const uint32_t year = year_elsewhere(s, work->fits[i]);
    if (!year) return;
    if (year != work->year) continue;
    only = work->fits[i];
    ++n;
  }
  if (n != 1) return;
  work->fits[0] = only;
  work->n_fits = 1;
}

/* What the record's list does not say of its papers, and another does. */
static void complete(const desk_shelf *s) {
  for (uint32_t i = 0; s->others && i < s->n_own; ++i) {
    pq_reference *const ref = &s->r->references.at[i];
    const pq_reference *const other =
        pq_bibliography_of_pmid(s->others, ref->pmid);
    if (!other) continue;
    if (!ref->doi.len) ref->doi = other->doi;
    if (!ref->title.len) ref->title = other->title;
  }
}

static void take_fits(const pq_fitting *found, pq_work *work) {
  work->maybe = found->n > PQ_FITS_MOST || (found->n && found->maybe);
  if (found->n > PQ_FITS_MOST) return; /* the first ones would be any */
  work->n_fits = found->n;
  memcpy(work->fits, found->fits, found->n * sizeof *found->fits);
}

/* An entry of the bibliography as one of the record's references, once. */
static pq_status borrow(desk_shelf *s, uint32_t entry, uint32_t *index) {
  pq_record *const r = s->r;
  uint32_t i = s->n_own;
  while (i < r->references.n && r->references.at[i].found != entry + 1) {
    ++i;
  }
  if (i == r->references.n) {
    PQ_PUSH(r->arena, &r->references, *pq_bibliography_at(s->others, entry));
  }
  *index = i;
  return PQ_OK;
}

static pq_status find_elsewhere(desk_shelf *s, const pq_wanted *w,
                                pq_work *work) {
  pq_status st = PQ_OK;
  pq_fitting found;
  pq_shelf_find(pq_bibliography_shelf(s->others), w, &found);
  take_fits(&found, work);
  for (uint32_t i = 0; i < work->n_fits; ++i) {
    PQ_TRY(st, borrow(s, work->fits[i], &work->fits[i]));
  }
  return PQ_OK;
}

static pq_status find_fits(desk_shelf *s, pq_work *work) {
  pq_status st = PQ_OK;
  pq_wanted w;
  pq_fitting found;
  work->n_fits = 0;
  work->maybe = false;
  PQ_TRY(st, pq_wanted_of(s->r->arena, s->folded, work, &w));
  if (!w.first.name.len) return PQ_OK;
  pq_shelf_find(&s->own, &w, &found);
  take_fits(&found, work);
  if (work->n_fits > 1) narrow(s, work);
  if (found.n || !work->year) return PQ_OK;
  PQ_TRY(st, find_elsewhere(s, &w, work));
  if (work->n_fits || work->maybe) return PQ_OK;
  pq_shelf_near(&s->own, &w, &found);
  take_fits(&found, work);
  return PQ_OK;
}

/* Two works of different years that fit one and the same reference cannot both
 * be it, and nothing says which one is: then neither is. */
static pq_status drop_contested(pq_record *r) {
  const size_t n = r->references.n;
  pq_work_id *const owner = pq_arena_take(r->arena, n * sizeof *owner);
  bool *const contested = pq_arena_take(r->arena, n * sizeof *contested);
  if (!owner || !contested) return r->arena->status;
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    const pq_work *const work = &r->works.at[i];
    if (!pq_work_is_known(work)) continue;
    const uint32_t ref = work->fits[0];
    const pq_work *const other = &r->works.at[owner[ref]];
    if (owner[ref] &&
        (other->year != work->year || other->letter != work->letter)) {
      contested[ref] = true;
    }
    owner[ref] = i;
  }
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    pq_work *const work = &r->works.at[i];
    if (!pq_work_is_known(work) || !contested[work->fits[0]]) continue;
    if (r->references.at[work->fits[0]].found) {
      work->maybe = true;
    } else {
      work->n_fits = 0;
    }
  }
  return PQ_OK;
}

static void tell_news(const pq_record *r, const pq_citation *c,
                      const char *code, const char *words) {
  const pq_text_id text = r->sentences.at[c->sentence].text;
  const pq_note note = {.severity = PQ_NOTE_INFO,
                        .code = code,
                        .at = pq_record_place(r, text, c->span.begin),
                        .text = pq_view_of(words)};
  (void)pq_tell(r->sink, &note);
}

static void tell_findings(const pq_record *r) {
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    const pq_work *const work = &r->works.at[c->work];
    if (!work->year) {
      tell_news(r, c, "citation.no-year", "a work without a year is no node");
    } else if (work->n_fits > 1) {
      tell_news(r, c, "citation.ambiguous",
                "more than one reference fits: none is taken");
    } else if (work->maybe) {
      tell_news(r, c, "citation.ambiguous",
                work->n_fits ? "one reference fits, but not for certain (no"
                               " year, a letter of another list, or a name that"
                               " is spelled otherwise): it is not taken"
                             : "too many references fit: none is named");
    }
  }
}

pq_status pq_resolve_works(pq_record *r, const pq_bibliography *others,
                           pq_buf *folded) {
  pq_status st = PQ_OK;
  desk_shelf s = {.r = r, .folded = folded, .others = others};
  while (s.n_own < r->references.n && !r->references.at[s.n_own].found) {
    ++s.n_own;
  }
  complete(&s);
  PQ_TRY(st, fill_shelf(&s));
  for (pq_work_id i = 1; i < r->works.n; ++i) {
    PQ_TRY(st, find_fits(&s, &r->works.at[i]));
  }
  PQ_TRY(st, drop_contested(r));
  tell_findings(r);
  return PQ_OK;
}

pq_place pq_record_place(const pq_record *r, pq_text_id text, uint32_t at) {
  const pq_text *const t = &r->texts.at[text];
  pq_place place = r->place;
  at = pq_plain_written(&t->plain, (pq_span){at, at}).begin;
  if (t->source != PQ_SOURCE_FILE || at > t->bytes.len) return place;
  uint32_t begin = 0;
  if (!place.line) place.line = 1;
  for (uint32_t i = 0; i < at; ++i) {
    if (t->bytes.ptr[i] == '\n') {
      ++place.line;
      begin = i + 1;
    }
  }
  place.column = pq_text_point(t, at) - pq_text_point(t, begin) + 1;
  return place;
}
