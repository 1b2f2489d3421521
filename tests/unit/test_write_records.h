/* Records for the tests of drawings, built by hand: what the rooms below the
 * graph might have found in two more reactions, and in nasty ones. */

#ifndef PQ_TESTS_UNIT_WRITE_RECORDS_H
#define PQ_TESTS_UNIT_WRITE_RECORDS_H

#include "seed_record.h"
#include "unit.h"

#include "model/store.h"

#include <stdio.h>

/* A record in the making.  Sentences are given first, then what they say. */
typedef struct sample {
  pq_arena arena;
  pq_record record;
  pq_graph graph;
  pq_buf out; /* of sample_write */
  pq_status status;
} sample;

enum {
  KIND_DEPHOSPHORYLATION = PQ_N_SAMPLE_KINDS,
  KIND_STABILIZATION,
  KIND_INACTIVATION,
  KIND_DOWNREGULATION,
  N_KINDS
};

static pq_kind kinds[N_KINDS];

static inline void sample_begin(sample *s, const char *id, const char *title,
                                const char *const *sentences, size_t n) {
  memcpy(kinds, pq_sample_kinds, sizeof pq_sample_kinds);
  kinds[KIND_DEPHOSPHORYLATION] =
      (pq_kind){.name = PQ_LIT("dephosphorylation"),
                .term = PQ_LIT("MI:0203"),
                .participle = PQ_LIT("dephosphorylated")};
  kinds[KIND_STABILIZATION] = (pq_kind){.name = PQ_LIT("stabilization"),
                                        .term = PQ_LIT("GO:0050821"),
                                        .participle = PQ_LIT("stabilized")};
  kinds[KIND_INACTIVATION] = (pq_kind){.name = PQ_LIT("inactivation"),
                                       .term = PQ_LIT("MI:2241"),
                                       .participle = PQ_LIT("inactivated"),
                                       .leaves = PQ_INACTIVE};
  kinds[KIND_DOWNREGULATION] = (pq_kind){.name = PQ_LIT("downregulation"),
                                         .term = PQ_LIT("MI:2240"),
                                         .participle = PQ_LIT("downregulated"),
                                         .undoes = true};
  pq_arena_init(&s->arena, NULL, 0);
  pq_buf_init(&s->out, NULL);
  pq_record *const r = &s->record;
  s->status = pq_store_begin(r, &s->arena, NULL);
  r->stable_id = pq_view_of(id);
  r->title = pq_view_of(title);
  r->species = PQ_LIT("Homo sapiens");
  r->taxon = PQ_LIT("9606");
  r->kinds = kinds;
  r->n_kinds = N_KINDS;
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_span spans[16];
  assert_true(n <= 16);
  for (size_t i = 0; i < n; ++i) {
    spans[i].begin = (uint32_t)text.len;
    pq_buf_text(&text, sentences[i]);
    spans[i].end = (uint32_t)text.len;
    pq_buf_char(&text, '\n');
  }
  assert_int_equal(pq_arena_copy(&s->arena, pq_buf_view(&text), &r->bytes),
                   PQ_OK);
  pq_buf_clear(&text);
  pq_digest_of(r->bytes, &r->digest);
  pq_text_id where = 0;
  assert_int_equal(pq_store_text(r, PQ_SOURCE_FILE, r->bytes, &where), PQ_OK);
  pq_sentence *const table = pq_arena_take(&s->arena, 16 * sizeof *table);
  assert_non_null(table);
  for (size_t i = 0; i < n; ++i) {
    table[i] = (pq_sentence){
        .part = i ? PQ_PART_SUMMARY : PQ_PART_TITLE,
        .span = pq_plain_span(&r->texts.at[where].plain, spans[i])};
  }
  r->sentences.at = table;
  r->sentences.n = (uint32_t)n;
  r->sentences.cap = 16;
}

static inline pq_node sample_entity(sample *s, pq_entity e) {
  pq_entity_id id = 0;
  assert_int_equal(pq_store_entity(&s->record, &e, &id), PQ_OK);
  return (pq_node){PQ_NODE_ENTITY, id};
}

static inline pq_node sample_thing(sample *s, pq_entity_kind kind,
                                   const char *id, const char *label) {
  return sample_entity(s, (pq_entity){.kind = kind,
                                      .id = pq_view_of(id),
                                      .label = pq_view_of(label)});
}

static inline pq_node sample_protein(sample *s, const char *accession,
                                     const char *label) {
  return sample_entity(s, (pq_entity){.kind = PQ_ENTITY_PROTEIN,
                                      .id = pq_view_of(accession),
                                      .label = pq_view_of(label),
                                      .accession = pq_view_of(accession),
                                      .taxon = PQ_LIT("9606")});
}

static inline pq_node sample_pair(sample *s, pq_node a, pq_node b) {
  pq_entity_id *const members = pq_arena_take(&s->arena, 2 * sizeof *members);
  assert_non_null(members);
  members[0] = a.id;
  members[1] = b.id;
  return sample_entity(s, (pq_entity){.kind = PQ_ENTITY_COMPLEX,
                                      .members = members,
                                      .n_members = 2});
}

static inline pq_node sample_event(sample *s, pq_event e) {
  pq_event_id id = 0;
  assert_int_equal(pq_store_event(&s->record, &e, &id), PQ_OK);
  return (pq_node){PQ_NODE_EVENT, id};
}

static inline pq_node sample_happening(sample *s, uint32_t kind,
                                       pq_node theme) {
  return sample_event(
      s, (pq_event){.kind = kind, .themes = {theme.id}, .n_themes = 1});
}

static inline pq_work_id sample_work(sample *s, const char *author,
                                     uint32_t year) {
  const pq_work w = {.authors = {pq_view_of(author)},
                     .n_authors = 1,
                     .et_al = true,
                     .year = year};
  pq_work_id id = 0;
  assert_int_equal(pq_store_work(&s->record, &w, &id), PQ_OK);
  return id;
}

typedef struct saying {
  pq_sentence_id sentence;
  pq_stance stance;
  const char *cue;
  const pq_work_id *works;
  uint32_t n_works;
} saying;

#define SAID(sentence_) ((saying){.sentence = (sentence_)})
#define CITED(sentence_, ...)                                      \
  ((saying){.sentence = (sentence_),                               \
            .works = (const pq_work_id[]){__VA_ARGS__},            \
            .n_works = sizeof((const pq_work_id[]){__VA_ARGS__}) / \
                       sizeof(pq_work_id)})

static inline pq_status push_citation(sample *s, pq_citation c, uint32_t *out) {
  pq_record *const r = &s->record;
  PQ_PUSH(&s->arena, &r->citations, c);
  *out = r->citations.n - 1;
  return PQ_OK;
}

static inline pq_status push_evidence(sample *s, pq_evidence e) {
  PQ_PUSH(&s->arena, &s->record.evidence, e);
  return PQ_OK;
}

static inline pq_span find_words(const sample *s, pq_sentence_id sentence,
                                 const char *words) {
  const pq_span span = s->record.sentences.at[sentence].span;
  const size_t n = strlen(words);
  for (uint32_t i = span.begin; i + n <= span.end; ++i) {
    if (memcmp(s->record.bytes.ptr + i, words, n) == 0) {
      return (pq_span){i, i + (uint32_t)n};
    }
  }
  fail_msg("no such cue: %s", words);
  return span;
}

static inline void sample_evidence(sample *s, pq_stated states, uint32_t id,
                                   saying how) {
  pq_span *const cue = pq_arena_take(&s->arena, sizeof *cue);
  uint32_t *const cites =
      pq_arena_take(&s->arena, (how.n_works + 1) * sizeof *cites);
  assert_true(cue && cites);
  const pq_span span = s->record.sentences.at[how.sentence].span;
  for (uint32_t i = 0; i < how.n_works; ++i) {
    const pq_citation c = {.span = {span.end - 1, span.end},
                           .sentence = how.sentence,
                           .work = how.works[i]};
    assert_int_equal(push_citation(s, c, &cites[i]), PQ_OK);
  }
  if (how.cue) *cue = find_words(s, how.sentence, how.cue);
  const pq_evidence e = {.states = states,
                         .id = id,
                         .sentence = how.sentence,
                         .span = span,
                         .stance = how.stance,
                         .cues = cue,
                         .n_cues = how.cue != NULL,
                         .citations = cites,
                         .n_citations = how.n_works,
                         .rule = PQ_LIT("sample")};
  assert_int_equal(push_evidence(s, e), PQ_OK);
}

static inline pq_claim_id sample_claim(sample *s, pq_claim c, saying how) {
  pq_claim_id id = 0;
  assert_int_equal(pq_store_claim(&s->record, &c, &id), PQ_OK);
  const bool open =
      c.subject.kind == PQ_NODE_NONE || c.object.kind == PQ_NODE_NONE;
  sample_evidence(s, open ? PQ_STATES_QUESTION : PQ_STATES_CLAIM, id, how);
  return id;
}

static inline void sample_says(sample *s, pq_node a, pq_relation relation,
                               pq_polarity polarity, pq_node b, saying how) {
  (void)sample_claim(s,
                     (pq_claim){.subject = a,
                                .object = b,
                                .relation = relation,
                                .polarity = polarity},
                     how);
}

static inline void sample_end(sample *s) {
  assert_int_equal(s->status, PQ_OK);
  assert_int_equal(pq_graph_fill(&s->graph, &s->record, &pq_sample_maker),
                   PQ_OK);
}

/* What a writer makes of it, until the next one or the end. */
static inline pq_view sample_write(sample *s,
                                   pq_status (*write)(const pq_graph *g,
                                                      pq_buf *out)) {
  pq_buf_reset(&s->out);
  assert_int_equal(write(&s->graph, &s->out), PQ_OK);
  return pq_buf_view(&s->out);
}

static inline void sample_close(sample *s) {
  pq_buf_clear(&s->out);
  pq_arena_clear(&s->arena);
}

static inline void sample_seed(sample *s) {
  pq_arena_init(&s->arena, NULL, 0);
  pq_buf_init(&s->out, NULL);
  s->status = pq_seed_build(&s->record, &s->arena, false);
  sample_end(s);
}

/* A negated claim with two papers. */
static inline void say_not(sample *s, pq_node ppp3, pq_node bare) {
  const pq_work_id takeuchi = sample_work(s, "Takeuchi", 2007);
  const pq_work_id hogan = sample_work(s, "Hogan", 2003);
  (void)sample_claim(s,
                     (pq_claim){.subject = ppp3,
                                .object = bare,
                                .relation = PQ_REL_DIRECT,
                                .polarity = PQ_POSITIVE,
                                .negated = true},
                     CITED(5, takeuchi, hogan));
}

/* Binding, removal of a group, translocation, hedge, negation, places. */
static inline void sample_nfat(sample *s) {
  static const char *const text[] = {
      "Calcineurin binds and dephosphorylates NFAT",
      "NFAT induces genes responsible for cytokine production and for "
      "cell-cell interactions.",
      "NFAT is modulated by calcium and calcineurin.",
      "NFAT resides in the cytoplasm.",
      "Serine residues are dephosphorylated by calcineurin, that thought to "
      "trigger translocation of the complex to the nucleus.",
      "One site is not dephosphorylated by calcineurin (Takeuchi et al. 2007, "
      "Hogan et al. 2003)."};
  sample_begin(s, "R-HSA-2730849", text[0], text, 6);
  const pq_node nfat = sample_thing(s, PQ_ENTITY_FAMILY, "FPLX:NFAT", "NFAT");
  const pq_node ppp3 =
      sample_thing(s, PQ_ENTITY_COMPLEX, "FPLX:PPP3", "calcineurin");
  const pq_node calcium =
      sample_thing(s, PQ_ENTITY_MOLECULE, "CHEBI:29108", "calcium");
  const pq_node cytokines =
      sample_thing(s, PQ_ENTITY_GROUP, "PQ:genes.cytokine-production",
                   "genes for cytokine production");
  const pq_node contacts =
      sample_thing(s, PQ_ENTITY_GROUP, "PQ:genes.cell-cell-interaction",
                   "genes for cell-cell interactions");
  const pq_node nucleus =
      sample_thing(s, PQ_ENTITY_PLACE, "GO:0005634", "nucleus");
  const pq_node cytoplasm =
      sample_thing(s, PQ_ENTITY_PLACE, "GO:0005737", "cytoplasm");
  const pq_node pair = sample_pair(s, nfat, ppp3);
  const pq_node dephos =
      sample_event(s, (pq_event){.kind = KIND_DEPHOSPHORYLATION,
                                 .themes = {nfat.id},
                                 .n_themes = 1,
                                 .site = {'S', 0}});
  const pq_node bare = sample_happening(s, KIND_DEPHOSPHORYLATION, nfat);
  const pq_node moving =
      sample_event(s, (pq_event){.kind = PQ_KIND_TRANSLOCATION,
                                 .themes = {pair.id},
                                 .n_themes = 1,
                                 .to = nucleus.id});
  sample_says(s, ppp3, PQ_REL_INTERACTS, 0, nfat, SAID(0));
  sample_says(s, nfat, PQ_REL_UPSTREAM, PQ_POSITIVE,
              sample_happening(s, PQ_KIND_EXPRESSION, cytokines), SAID(1));
  sample_says(s, nfat, PQ_REL_UPSTREAM, PQ_POSITIVE,
              sample_happening(s, PQ_KIND_EXPRESSION, contacts), SAID(1));
  sample_says(s, calcium, PQ_REL_INFLUENCES, 0, nfat, SAID(2));
  sample_says(s, ppp3, PQ_REL_INFLUENCES, 0, nfat, SAID(2));
  sample_says(s, nfat, PQ_REL_LOCATED_IN, 0, cytoplasm, SAID(3));
  sample_says(s, ppp3, PQ_REL_DIRECT, PQ_POSITIVE, dephos, SAID(4));
  sample_says(
      s, nfat, PQ_REL_UPSTREAM, PQ_POSITIVE, moving,
      (saying){.sentence = 4, .stance = PQ_HEDGED, .cue = "thought to"});
  say_not(s, ppp3, bare);
  sample_end(s);
}

/* Inhibition, ubiquitination, degradation, an unknown partner. */
static inline void sample_sncaip(sample *s) {
  static const char *const text[] = {
      "SIAH1, SIAH2 ubiquitinate SNCAIP",
      "SIAH1 and SIAH2 ubiquitinate SNCAIP (Nagano et al. 2003; Liani et al. "
      "2004), which is degraded (Nagano et al. 2003).",
      "SNCAIP-1A inhibits SIAH1 and SIAH2 (Szargel et al. 2009).",
      "UBE2L6 binds SIAH1 (Lee et al. 2008).",
      "Which E2 takes part has not been established.",
      "Parkin and Dorfin also ubiquitinate SNCAIP (Chung et al. 2001; Ito et "
      "al. 2003).",
      "SNCAIP is found in Lewy bodies."};
  sample_begin(s, "R-HSA-5667107", text[0], text, 7);
  const pq_node sncaip = sample_protein(s, "Q9Y6H5", "SNCAIP");
  const pq_node siah1 = sample_protein(s, "Q8IUQ4", "SIAH1");
  const pq_node siah2 = sample_protein(s, "O43255", "SIAH2");
  const pq_node variant = sample_protein(s, "Q9Y6H5-2", "SNCAIP-1A");
  const pq_node ube = sample_protein(s, "O14933", "UBE2L6");
  const pq_node parkin = sample_protein(s, "O60260", "PRKN");
  const pq_node dorfin = sample_protein(s, "Q9NV58", "RNF19A");
  const pq_node body =
      sample_thing(s, PQ_ENTITY_PLACE, "GO:0097413", "Lewy body");
  const pq_node ubiq = sample_happening(s, PQ_KIND_UBIQUITINATION, sncaip);
  const pq_node end = sample_happening(s, PQ_KIND_DEGRADATION, sncaip);
  const pq_work_id nagano = sample_work(s, "Nagano", 2003);
  const pq_work_id liani = sample_work(s, "Liani", 2004);
  const pq_work_id szargel = sample_work(s, "Szargel", 2009);
  const pq_work_id lee = sample_work(s, "Lee", 2008);
  const pq_work_id chung = sample_work(s, "Chung", 2001);
  const pq_work_id ito = sample_work(s, "Ito", 2003);
  sample_says(s, siah1, PQ_REL_DIRECT, PQ_POSITIVE, ubiq,
              CITED(1, nagano, liani));
  sample_says(s, siah2, PQ_REL_DIRECT, PQ_POSITIVE, ubiq,
              CITED(1, nagano, liani));
  sample_says(s, sncaip, PQ_REL_HAPPENS, 0, end, CITED(1, nagano));
  sample_says(s, variant, PQ_REL_UPSTREAM, PQ_NEGATIVE, siah1,
              CITED(2, szargel));
  sample_says(s, variant, PQ_REL_UPSTREAM, PQ_NEGATIVE, siah2,
              CITED(2, szargel));
  sample_says(s, ube, PQ_REL_INTERACTS, 0, siah1, CITED(3, lee));
  sample_says(s, (pq_node){PQ_NODE_NONE, 0}, PQ_REL_DIRECT, PQ_POSITIVE, ubiq,
              (saying){.sentence = 4,
                       .stance = PQ_UNCLEAR,
                       .cue = "has not been established"});
  sample_says(s, parkin, PQ_REL_DIRECT, PQ_POSITIVE, ubiq, CITED(5, chung));
  sample_says(s, dorfin, PQ_REL_DIRECT, PQ_POSITIVE, ubiq, CITED(5, ito));
  sample_says(s, sncaip, PQ_REL_LOCATED_IN, 0, body, SAID(6));
  sample_end(s);
}

/* Nothing but a title. */
static inline void sample_bare(sample *s) {
  static const char *const text[] = {"Nothing is said here"};
  sample_begin(s, "R-HSA-1", text[0], text, 1);
  sample_end(s);
}

/* Words that break drawings: quotes, marks of XML and DOT, two directions,
 * controls, endless names, none at all. */
static const char nasty[] =
    "a\"b\\N \\l<c>&xmp;'d' ]]> \xD7\x90\xE2\x80\xAE\xD7\x91\xE2\x80\xAC "
    "|x\x01\x7F {y}";

static inline void sample_nasty(sample *s) {
  static const char *const text[] = {
      nasty, "It is may \"<be>\" & so, so <x>said</x> (O'Neil & Sm\"th 2001)."};
  static char endless[400];
  memset(endless, 'x', sizeof endless - 1);
  sample_begin(s, "../<x>\"&", nasty, text, 2);
  s->record.species = pq_view_of(nasty);
  const pq_node a = sample_thing(s, PQ_ENTITY_PROTEIN, "", nasty);
  const pq_node b = sample_thing(s, PQ_ENTITY_UNGROUNDED, "", endless);
  const pq_node c = sample_thing(s, PQ_ENTITY_PROCESS, "PQ:process.x", nasty);
  const pq_node d = sample_thing(s, PQ_ENTITY_PLACE, "GO:1", nasty);
  const pq_node e = sample_pair(s, a, b);
  const pq_event go = {.kind = PQ_KIND_TRANSLOCATION,
                       .themes = {e.id},
                       .n_themes = 1,
                       .to = d.id};
  const pq_node moving = sample_event(s, go);
  const pq_work_id w = sample_work(s, "O'N<e>il & \"x\" ]]>", 2001);
  const saying maybe = {.sentence = 1,
                        .stance = PQ_HEDGED,
                        .cue = "may \"<be>\" &",
                        .works = &w,
                        .n_works = 1};
  sample_says(s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, c, maybe);
  sample_says(s, b, PQ_REL_UPSTREAM, PQ_NEGATIVE, moving, CITED(1, w));
  sample_says(s, a, PQ_REL_DIRECT, PQ_POSITIVE,
              sample_happening(s, PQ_KIND_UBIQUITINATION, b), SAID(1));
  sample_says(s, a, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID, (pq_node){0}, maybe);
  sample_end(s);
}

#endif
