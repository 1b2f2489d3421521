#include "probe.h"

#include "base/alloc.h"
#include "base/digest.h"

#include <stdlib.h>

/* Nodes whose IRI is a hash of what they say. */
typedef enum what {
  CLAIM,
  QUESTION,
  DISPUTE,
  EVIDENCE,
  N_WHATS
} what;

static const struct {
  pq_prefix_id prefix;
  pq_term type; /* of evidence: see below */
  const char *name, *iri_code, *form_code;
} whats[N_WHATS] = {
    [CLAIM] = {PQ_PREFIX_CLAIM, PQ_TERM_CLAIM, "claim", "check.claim-iri",
               "check.claim-form"},
    [QUESTION] = {PQ_PREFIX_QUESTION, PQ_TERM_OPEN_QUESTION, "open question",
                  "check.question-iri", "check.question-form"},
    [DISPUTE] = {PQ_PREFIX_DISPUTE, PQ_TERM_DISPUTE, "dispute",
                 "check.dispute-iri", "check.dispute-form"},
    [EVIDENCE] = {PQ_PREFIX_EVIDENCE, PQ_N_TERMS, "evidence",
                  "check.evidence-iri", "check.evidence-form"},
};

static bool has(const pq_probe *p, pq_rdf_id id, pq_term predicate) {
  uint32_t n = 0;
  return pq_probe_all(p, id, predicate, &n) != NULL;
}

/* What a node says it is, else what its IRI says; N_WHATS: neither. */
static what what_of(const pq_probe *p, pq_rdf_id id) {
  pq_view local;
  for (int w = CLAIM; w < EVIDENCE; ++w) {
    if (pq_probe_says(p, id, PQ_TERM_TYPE, pq_rdf_of(whats[w].type))) {
      return (what)w;
    }
  }
  if (has(p, id, PQ_TERM_STATES) || has(p, id, PQ_TERM_STATUS) ||
      has(p, id, PQ_TERM_CUE)) {
    return EVIDENCE;
  }
  for (int w = CLAIM; w < N_WHATS; ++w) {
    if (pq_probe_local(p, pq_rdf_text(p->rdf, id), whats[w].prefix, &local)) {
      return (what)w;
    }
  }
  return N_WHATS;
}

/* ---- the canonical string, line by line ---- */

static void put_line(pq_probe *p, pq_view text) {
  pq_buf_char(&p->room, '\n');
  pq_buf_put(&p->room, text);
}

/* The value of a field that may be missing. */
static void put_field(pq_probe *p, pq_rdf_id id, pq_term predicate) {
  const pq_rdf_id value = pq_probe_only(p, id, predicate);
  put_line(p, value ? pq_rdf_text(p->rdf, value) : PQ_LIT(""));
}

/* A line for each value, sorted, each behind a word. */
static pq_status put_group(pq_probe *p, pq_rdf_id id, pq_term predicate,
                           const char *word) {
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_probe_all(p, id, predicate, &n);
  if (!n) return PQ_OK;
  pq_view *const sorted = pq_calloc(p->rdf->alloc, n * sizeof *sorted);
  if (!sorted) return PQ_NO_MEM;
  for (uint32_t i = 0; i < n; ++i) {
    sorted[i] = pq_rdf_text(p->rdf, t[i].object);
  }
  qsort(sorted, n, sizeof *sorted, pq_view_compare);
  for (uint32_t i = 0; i < n; ++i) {
    put_line(p, pq_view_of(word));
    pq_buf_put(&p->room, sorted[i]);
  }
  pq_free(p->rdf->alloc, sorted);
  return PQ_OK;
}

static void put_claim(pq_probe *p, pq_rdf_id id, const char *head) {
  static const pq_term fields[] = {PQ_TERM_SUBJECT, PQ_TERM_PREDICATE,
                                   PQ_TERM_OBJECT,  PQ_TERM_DIRECT,
                                   PQ_TERM_NEGATED, PQ_TERM_SPECIES_CONTEXT};
  pq_buf_text(&p->room, head);
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; ++i) {
    put_field(p, id, fields[i]);
  }
}

static pq_status put_evidence(pq_probe *p, pq_rdf_id id) {
  static const pq_term fields[] = {PQ_TERM_STATES, PQ_TERM_REFERENCE_CONTEXT,
                                   PQ_TERM_BEGIN_INDEX, PQ_TERM_END_INDEX,
                                   PQ_TERM_STATUS};
  pq_status st = PQ_OK;
  pq_buf_text(&p->room, "evidence 1");
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; ++i) {
    put_field(p, id, fields[i]);
  }
  PQ_TRY(st, put_group(p, id, PQ_TERM_CUE, "cue "));
  PQ_TRY(st, put_group(p, id, PQ_TERM_CITES_EVIDENCE, "evidence "));
  PQ_TRY(st, put_group(p, id, PQ_TERM_CITES_AUTHORITY, "authority "));
  return put_group(p, id, PQ_TERM_SETTING, "setting ");
}

static pq_status put_content(pq_probe *p, pq_rdf_id id, what w) {
  switch (w) {
  case CLAIM: put_claim(p, id, "claim 1"); break;
  case QUESTION: put_claim(p, id, "question 1"); break;
  case DISPUTE:
    pq_buf_text(&p->room, "dispute 1");
    return put_group(p, id, PQ_TERM_ALTERNATIVE_OF, "");
  case EVIDENCE: return put_evidence(p, id);
  case N_WHATS: break;
  }
  return PQ_OK;
}

/* ---- form: without it there is nothing to hash ---- */

enum {
  MANY = 255
};

/* How often a field must be there, by kind of node.  Labels of names that the
 * lexicon does not know come from the text: records may spell them apart. */
static const struct {
  what of;
  pq_term predicate;
  uint8_t least, most;
  const char *name;
} fields[] = {
    {CLAIM, PQ_TERM_SUBJECT, 1, 1, "rdf:subject"},
    {CLAIM, PQ_TERM_PREDICATE, 1, 1, "rdf:predicate"},
    {CLAIM, PQ_TERM_OBJECT, 1, 1, "rdf:object"},
    {CLAIM, PQ_TERM_LABEL, 1, MANY, "rdfs:label"},
    {CLAIM, PQ_TERM_DIRECT, 0, 1, "pq:direct"},
    {CLAIM, PQ_TERM_NEGATED, 0, 1, "biolink:negated"},
    {CLAIM, PQ_TERM_SPECIES_CONTEXT, 0, 1, "biolink:species_context_qualifier"},
    {CLAIM, PQ_TERM_STATUS, 0, 0, "pq:status"},
    {CLAIM, PQ_TERM_CUE, 0, 0, "pq:cue"},
    {CLAIM, PQ_TERM_SETTING, 0, 0, "pq:setting"},
    {CLAIM, PQ_TERM_CITES_EVIDENCE, 0, 0, "cito:citesAsEvidence"},
    {CLAIM, PQ_TERM_CITES_AUTHORITY, 0, 0, "cito:citesAsAuthority"},
    {QUESTION, PQ_TERM_SUBJECT, 0, 1, "rdf:subject"},
    {QUESTION, PQ_TERM_PREDICATE, 1, 1, "rdf:predicate"},
    {QUESTION, PQ_TERM_OBJECT, 0, 1, "rdf:object"},
    {QUESTION, PQ_TERM_LABEL, 1, MANY, "rdfs:label"},
    {QUESTION, PQ_TERM_DIRECT, 0, 1, "pq:direct"},
    {QUESTION, PQ_TERM_NEGATED, 0, 1, "biolink:negated"},
    {QUESTION, PQ_TERM_SPECIES_CONTEXT, 0, 1,
     "biolink:species_context_qualifier"},
    {DISPUTE, PQ_TERM_ALTERNATIVE_OF, 2, MANY, "pq:alternative"},
    {DISPUTE, PQ_TERM_LABEL, 1, MANY, "rdfs:label"},
    {EVIDENCE, PQ_TERM_TYPE, 1, 1, "rdf:type"},
    {EVIDENCE, PQ_TERM_STATES, 1, 1, "pq:states"},
    {EVIDENCE, PQ_TERM_STATUS, 1, 1, "pq:status"},
    {EVIDENCE, PQ_TERM_REFERENCE_CONTEXT, 1, 1, "nif:referenceContext"},
    {EVIDENCE, PQ_TERM_BEGIN_INDEX, 1, 1, "nif:beginIndex"},
    {EVIDENCE, PQ_TERM_END_INDEX, 1, 1, "nif:endIndex"},
    {EVIDENCE, PQ_TERM_ANCHOR_OF, 1, 1, "nif:anchorOf"},
};

static const char *how_often(uint8_t least, uint8_t most) {
  if (most == MANY) return least > 1 ? "twice or more" : "once or more";
  if (least) return "once";
  return most ? "once at the most" : "never";
}

static bool check_fields(pq_probe *p, pq_rdf_id id, what w) {
  bool whole = true;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; ++i) {
    uint32_t n = 0;
    const uint8_t most = fields[i].most;
    if (fields[i].of != w) continue;
    (void)pq_probe_all(p, id, fields[i].predicate, &n);
    if (n >= fields[i].least && (n <= most || most == MANY)) continue;
    whole = false;
    pq_probe_tell(p, whats[w].form_code, id,
                  "has %s %lu times, and should have it %s; write the file"
                  " anew from its record",
                  fields[i].name, (unsigned long)n,
                  how_often(fields[i].least, most));
  }
  return whole;
}

static bool check_ends(pq_probe *p, pq_rdf_id id) {
  const bool subject = has(p, id, PQ_TERM_SUBJECT);
  if (subject != has(p, id, PQ_TERM_OBJECT)) return true;
  pq_probe_tell(p, "check.question-form", id,
                "is an open question and has %s; write the file anew from its"
                " record",
                subject ? "both ends" : "no end");
  return false;
}

static bool is_stance(pq_rdf_id id) {
  return id >= pq_rdf_of(PQ_TERM_ASSERTED) && id <= pq_rdf_of(PQ_TERM_DENIED);
}

static bool check_evidence(pq_probe *p, pq_rdf_id id) {
  const pq_rdf_id type = pq_probe_only(p, id, PQ_TERM_TYPE);
  const bool cites =
      has(p, id, PQ_TERM_CITES_EVIDENCE) || has(p, id, PQ_TERM_CITES_AUTHORITY);
  const pq_term wanted = cites ? PQ_TERM_TRACEABLE : PQ_TERM_NOT_TRACEABLE;
  const pq_rdf_id status = pq_probe_only(p, id, PQ_TERM_STATUS);
  const bool reserve = status == pq_rdf_of(PQ_TERM_HEDGED) ||
                       status == pq_rdf_of(PQ_TERM_ALTERNATIVE) ||
                       status == pq_rdf_of(PQ_TERM_CONTROVERSIAL) ||
                       status == pq_rdf_of(PQ_TERM_UNCLEAR);
  const char *wrong = NULL;
  if (type != pq_rdf_of(wanted)) {
    wrong = cites ? "cites works and is not ECO:0000033"
                  : "cites no work and is not ECO:0000034";
  } else if (!is_stance(status)) {
    wrong = "has a status that is none of pathquill's";
  } else if (reserve && !has(p, id, PQ_TERM_CUE)) {
    wrong = "is made with reserve and quotes no cue";
  }
  if (!wrong) return true;
  pq_probe_tell(p, "check.evidence-form", id,
                "%s; write the file anew from its record", wrong);
  return false;
}

static bool check_form(pq_probe *p, pq_rdf_id id, what w) {
  if (!check_fields(p, id, w)) return false;
  if (w == QUESTION) return check_ends(p, id);
  if (w == EVIDENCE) (void)check_evidence(p, id);
  return true;
}

/* ---- the name ---- */

static bool is_hash(pq_view local) {
  if (local.len != PQ_DIGEST_SHORT) return false;
  for (size_t i = 0; i < local.len; ++i) {
    const char c = local.ptr[i];
    if (!pq_is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
  }
  return true;
}

/* The name under its space; told once per file where the base is another. */
static bool name_of(pq_probe *p, pq_rdf_id id, what w, pq_view *out) {
  const pq_view iri = pq_rdf_text(p->rdf, id);
  if (pq_probe_local(p, iri, whats[w].prefix, out)) {
    if (is_hash(*out)) return true;
    pq_probe_tell(p, whats[w].iri_code, id,
                  "ends in no 32 hexadecimal digits; write the file anew from"
                  " its record");
    return false;
  }
  if (!p->base_told) {
    pq_probe_tell(p, "check.iri-form", id,
                  "is not under %.*s%.*s; if the file was written with --base,"
                  " give the same base",
                  pq_view_width(p->job->base), p->job->base.ptr,
                  pq_view_width(pq_prefix_at(whats[w].prefix)->space),
                  pq_prefix_at(whats[w].prefix)->space.ptr);
    p->base_told = true;
  }
  return false;
}

static pq_status check_name(pq_probe *p, pq_rdf_id id, what w) {
  pq_status st = PQ_OK;
  pq_view local;
  pq_digest digest;
  if (!name_of(p, id, w, &local)) return PQ_OK;
  pq_buf_reset(&p->room);
  PQ_TRY(st, put_content(p, id, w));
  if (p->room.status) return p->room.status;
  pq_digest_of(pq_buf_view(&p->room), &digest);
  if (pq_view_same(local, pq_digest_short(&digest))) return PQ_OK;
  pq_probe_tell(p, whats[w].iri_code, id,
                "is not the name of this %s: its content gives %.*s; one of"
                " them was changed by hand: write the file anew from its"
                " record",
                whats[w].name, PQ_DIGEST_SHORT, digest.hex);
  return PQ_OK;
}

static void check_stated(pq_probe *p, pq_rdf_id id, what w) {
  const uint32_t at = pq_probe_stated(p, id, 0);
  if (at < p->n_stated && p->stated[at].stated == id) return;
  pq_probe_tell(p, "check.no-evidence", id,
                "is a %s that no evidence states; give the whole file, or"
                " write it anew from its record",
                whats[w].name);
}

pq_status pq_probe_node(pq_probe *p, pq_rdf_id id) {
  pq_status st = PQ_OK;
  const what w = what_of(p, id);
  if (w == N_WHATS) return PQ_OK;
  if (check_form(p, id, w)) PQ_TRY(st, check_name(p, id, w));
  if (w != EVIDENCE) check_stated(p, id, w);
  if (w == DISPUTE) pq_probe_sides(p, id);
  return PQ_OK;
}
