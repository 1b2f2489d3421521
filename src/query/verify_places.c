#include "probe.h"

#include "model/store.h"

static bool is_a(const pq_probe *p, pq_rdf_id id, pq_term type) {
  return pq_probe_says(p, id, PQ_TERM_TYPE, pq_rdf_of(type));
}

static pq_view text_of(const pq_probe *p, pq_rdf_id id, pq_term predicate) {
  const pq_rdf_id value = pq_probe_only(p, id, predicate);
  return value ? pq_rdf_text(p->rdf, value) : (pq_view){NULL, 0};
}

/* ---- documents ---- */

static void check_digest(pq_probe *p, pq_rdf_id id, pq_view local) {
  const pq_view head = PQ_LIT("sha256:");
  const pq_view named = text_of(p, id, PQ_TERM_IDENTIFIER);
  const pq_view hex = pq_view_skip(named, head.len);
  if (named.ptr && pq_view_starts(named, head) && hex.len == PQ_DIGEST_HEX &&
      pq_view_starts(hex, local)) {
    return;
  }
  pq_probe_tell(p, "check.document", id,
                "is not named after its digest (dcterms:identifier); write the"
                " file anew from its record");
}

static pq_status ready_quotes(pq_probe *p) {
  pq_status st = PQ_OK;
  if (p->quotes_ready) return PQ_OK;
  PQ_TRY(st, pq_quotes_add(&p->quotes, p->rdf, p->job->file));
  pq_quotes_settle(&p->quotes);
  p->quotes_ready = true;
  return PQ_OK;
}

static pq_status compare_whole(pq_probe *p, pq_rdf_id id, pq_record *r,
                               pq_view bytes) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  PQ_TRY(st, pq_store_text(r, PQ_SOURCE_FILE, bytes, &text));
  const pq_text *const t = &r->texts.at[text];
  const pq_view named = text_of(p, id, PQ_TERM_IDENTIFIER);
  if (!pq_view_ends(named, pq_view_of(t->digest.hex))) {
    pq_probe_tell(p, "check.document", id,
                  "has a text with another digest; write the file anew from"
                  " its record");
  }
  pq_quotes_compare(&p->quotes, pq_rdf_text(p->rdf, id), t, p->job->sink,
                    &p->n_errors);
  return PQ_OK;
}

/* The whole text stands in the file: its digest and its quotes. */
static pq_status check_whole(pq_probe *p, pq_rdf_id id, pq_view bytes) {
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_record r;
  PQ_TRY(st, ready_quotes(p));
  pq_arena_init(&arena, p->rdf->alloc, 0);
  st = pq_store_begin(&r, &arena, NULL);
  if (!st) st = compare_whole(p, id, &r, bytes);
  pq_arena_clear(&arena);
  return st;
}

static pq_status check_document(pq_probe *p, pq_rdf_id id) {
  pq_view local;
  const pq_view iri = pq_rdf_text(p->rdf, id);
  if (pq_probe_local(p, iri, PQ_PREFIX_DOC, &local)) {
    check_digest(p, id, local);
  }
  const pq_view whole = text_of(p, id, PQ_TERM_IS_STRING);
  return whole.ptr ? check_whole(p, id, whole) : PQ_OK;
}

/* ---- stretches of text ---- */

static void check_span(pq_probe *p, pq_rdf_id id) {
  uint32_t begin = 0;
  uint32_t end = 0;
  const pq_view words = text_of(p, id, PQ_TERM_ANCHOR_OF);
  const bool numbers =
      pq_quote_number(text_of(p, id, PQ_TERM_BEGIN_INDEX), &begin) &&
      pq_quote_number(text_of(p, id, PQ_TERM_END_INDEX), &end);
  if (!words.ptr) return;
  if (numbers && begin < end && pq_quote_points(words) == end - begin) return;
  pq_probe_tell(p, "check.span", id,
                "quotes %lu characters and gives %lu-%lu as their place; write"
                " the file anew from its record",
                (unsigned long)pq_quote_points(words), (unsigned long)begin,
                (unsigned long)end);
}

static void check_mention(pq_probe *p, pq_rdf_id id) {
  pq_view local;
  pq_view document;
  const pq_view context = text_of(p, id, PQ_TERM_REFERENCE_CONTEXT);
  if (!pq_probe_local(p, pq_rdf_text(p->rdf, id), PQ_PREFIX_MENTION, &local) ||
      !context.ptr || !pq_probe_local(p, context, PQ_PREFIX_DOC, &document)) {
    return;
  }
  pq_buf_reset(&p->room);
  pq_buf_put(&p->room, document);
  pq_buf_char(&p->room, '.');
  pq_buf_put(&p->room, text_of(p, id, PQ_TERM_BEGIN_INDEX));
  pq_buf_char(&p->room, '-');
  pq_buf_put(&p->room, text_of(p, id, PQ_TERM_END_INDEX));
  if (pq_view_same(pq_buf_view(&p->room), local)) return;
  pq_probe_tell(p, "check.mention-iri", id,
                "is not named after its document and place; write the file"
                " anew from its record");
}

/* ---- residues ---- */

static bool site_of(const pq_probe *p, pq_rdf_id id, pq_site *out) {
  const pq_view notation = text_of(p, id, PQ_TERM_NOTATION);
  if (notation.len < 2 || !pq_is_upper(notation.ptr[0])) return false;
  out->residue = notation.ptr[0];
  return pq_quote_number(pq_view_skip(notation, 1), &out->position) &&
         out->position > 0;
}

static void check_residue(pq_probe *p, pq_rdf_id id) {
  const pq_view space = pq_prefix_at(PQ_PREFIX_UNIPROT)->space;
  const pq_view protein = text_of(p, id, PQ_TERM_REFERENCE);
  const pq_sequences *const known = &p->job->sequences;
  pq_site site = {0, 0};
  if (!known->ask || !protein.ptr || !pq_view_starts(protein, space) ||
      !site_of(p, id, &site)) {
    return;
  }
  const pq_view accession = pq_view_skip(protein, space.len);
  const pq_verdict v = known->ask(known->user, accession, site);
  if (v.check != PQ_SITE_MISMATCH) return;
  pq_buf_reset(&p->room);
  pq_verdict_put(&p->room, accession, site, &v);
  const pq_place at = {.file = p->job->file, .line = p->lines[id]};
  const bool said =
      pq_probe_all(p, id, PQ_TERM_SEQUENCE_RESIDUE, &(uint32_t){0}) != NULL;
  pq_warn(p->job->sink, "check.residue", at, "%.*s%s",
          pq_view_width(pq_buf_view(&p->room)), p->room.ptr,
          said || !v.there ? "; ask the author of the text"
                           : "; the file does not say so: write it anew");
}

pq_status pq_probe_place(pq_probe *p, pq_rdf_id id) {
  pq_status st = PQ_OK;
  if (is_a(p, id, PQ_TERM_CONTEXT)) PQ_TRY(st, check_document(p, id));
  check_span(p, id);
  check_mention(p, id);
  check_residue(p, id);
  return p->room.status;
}
