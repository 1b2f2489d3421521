#include "names.h"
#include "run.h"

#include "base/note.h"
#include "write/silence.h"

typedef struct telling {
  pq_output *out;
  pq_names names;
  pq_buf text;
  pq_buf trace;
  bool traced;
  pq_desk *desk;
  pq_shelves shelves;
} telling;

/* Words as they stand, but with each run of white space as one space. */
static void put_words(pq_buf *b, pq_view words) {
  bool gap = false;
  for (size_t i = 0; i < words.len; ++i) {
    const char c = words.ptr[i];
    const bool control = (unsigned char)c < 0x20 || c == 0x7F;
    if (!control && c != ' ') pq_buf_char(b, c);
    if ((control || c == ' ') && !gap) pq_buf_char(b, ' ');
    gap = control || c == ' ';
  }
}

static void put_span(telling *t, pq_sentence_id s, pq_span span) {
  const pq_record *const r = &t->desk->record;
  const pq_text *const text = &r->texts.at[r->sentences.at[s].text];
  const pq_span points = pq_text_points(text, span);
  pq_buf_format(&t->text, "%lu-%lu", (unsigned long)points.begin,
                (unsigned long)points.end);
}

/* A line of a sentence: "  name      STAT3  (1252-1257)  ". */
static void begin_line(telling *t, const char *head, pq_sentence_id s,
                       pq_span span) {
  pq_buf_format(&t->text, "   %-9s ", head);
  put_words(&t->text, pq_record_words(&t->desk->record, s, span));
  pq_buf_text(&t->text, "  (");
  put_span(t, s, span);
  pq_buf_text(&t->text, ")  ");
}

static void put_reading(pq_buf *b, const pq_reading *reading) {
  pq_buf_put(b, reading->id);
  pq_buf_text(b, " \"");
  put_words(b, reading->label);
  pq_buf_format(b, "\" %u.%03u", reading->score / 1000U,
                reading->score % 1000U);
}

static void put_entity(telling *t, const pq_entity *e) {
  if (e->kind == PQ_ENTITY_UNGROUNDED) {
    pq_buf_text(&t->text, e->n_candidates ? "not decided" : "not known");
  } else if (e->id.len) {
    pq_buf_put(&t->text, e->id);
  } else {
    pq_buf_text(&t->text, "composed");
  }
  if (e->of) {
    pq_buf_text(&t->text, ", a state of ");
    pq_buf_put(&t->text, pq_entity_at(&t->desk->record, e->of)->id);
  }
  for (uint32_t i = 0; i < e->n_members; ++i) {
    pq_buf_text(&t->text, i ? " + " : " of ");
    pq_buf_put(&t->text, pq_entity_at(&t->desk->record, e->members[i])->id);
  }
}

static const char *said_words(pq_said said) {
  switch (said) {
  case PQ_SAID_NAME: return "";
  case PQ_SAID_ABBREVIATION: return ", defined in this record";
  case PQ_SAID_MEMBER: return ", member of a list";
  case PQ_SAID_COMPOSED: return ", composed";
  case PQ_SAID_UNKNOWN: return ", looks like a name";
  }
  return "";
}

static const char *effect_words(pq_effect effect) {
  switch (effect) {
  case PQ_EFFECT_NONE:
  case PQ_EFFECT_TAG:
  case PQ_EFFECT_SPECIES: return "";
  case PQ_EFFECT_PHOSPHO: return ", phosphorylated";
  case PQ_EFFECT_ACTIVE: return ", active";
  case PQ_EFFECT_INACTIVE: return ", inactive";
  case PQ_EFFECT_NOT_ACTOR: return ", does not act";
  }
  return "";
}

static void tell_mention(telling *t, const pq_mention *m) {
  begin_line(t, "name", m->sentence, m->span);
  put_entity(t, pq_entity_at(&t->desk->record, m->entity));
  pq_buf_text(&t->text, said_words(m->said));
  pq_buf_text(&t->text, effect_words(m->effect));
  pq_buf_char(&t->text, '\n');
  for (uint32_t i = 0; i < m->n_readings; ++i) {
    pq_buf_text(&t->text, i ? "               or " : "             read ");
    put_reading(&t->text, &m->readings[i]);
    pq_buf_char(&t->text, '\n');
  }
}

static void tell_site(telling *t, const pq_site_mention *m) {
  begin_line(t, "site", m->sentence, m->span);
  if (m->mutant.len) {
    pq_buf_text(&t->text, "mutant ");
    pq_buf_put(&t->text, m->mutant);
  } else {
    pq_buf_char(&t->text, (char)(m->site.residue ? m->site.residue : '?'));
    if (m->site.position) pq_buf_number(&t->text, m->site.position);
  }
  pq_buf_char(&t->text, '\n');
}

/* Which paper it is, and which list tells so. */
static void put_paper(telling *t, const pq_work *work) {
  const pq_record *const r = &t->desk->record;
  pq_buf *const out = &t->text;
  const pq_reference *const ref =
      work->n_fits ? &r->references.at[work->fits[0]] : NULL;
  if (pq_work_is_known(work)) {
    const bool doi = !ref->pmid.len && ref->doi.len;
    pq_buf_text(out, doi ? "DOI " : "PMID ");
    put_words(out, doi ? ref->doi : ref->pmid);
  } else if (work->n_fits) {
    pq_buf_format(
        out, work->n_fits == 1 ? "%lu reference may fit" : "%lu references fit",
        (unsigned long)work->n_fits);
  } else if (!r->references.n && !t->desk->engine->bibliography) {
    pq_buf_text(out, "the record lists no references");
  } else {
    pq_buf_text(out, work->maybe ? "too many references fit"
                                 : "no reference fits for certain");
  }
  if (ref && ref->found) pq_buf_text(out, ", in the bibliography");
}

static void tell_citation(telling *t, const pq_citation *c) {
  const pq_record *const r = &t->desk->record;
  const pq_work *const work = &r->works.at[c->work];
  begin_line(t, "cites", c->sentence, c->span);
  pq_buf_text(&t->text, c->role == PQ_ROLE_REVIEW ? "review, " : "");
  put_paper(t, work);
  pq_buf_char(&t->text, '\n');
}

static const char *stance_word(pq_stance stance) {
  static const char *const words[PQ_N_STANCES] = {
      "asserted",      "presupposed", "hedged", "alternative",
      "controversial", "unclear",     "denied"};
  return words[stance];
}

static const char *stated_word(pq_stated states) {
  switch (states) {
  case PQ_STATES_CLAIM: return "claim";
  case PQ_STATES_QUESTION: return "question";
  case PQ_STATES_DISPUTE: return "dispute";
  case PQ_STATES_NOTHING: return "passage";
  }
  return "";
}

static void tell_cues(telling *t, const pq_evidence *ev) {
  for (uint32_t i = 0; i < ev->n_cues; ++i) {
    pq_buf_text(&t->text, i ? "\", \"" : ", cue \"");
    put_words(&t->text,
              pq_record_words(&t->desk->record, ev->sentence, ev->cues[i]));
  }
  if (ev->n_cues) pq_buf_char(&t->text, '"');
}

static void tell_settings(telling *t, const pq_evidence *ev) {
  for (uint32_t i = 0; i < ev->n_settings; ++i) {
    pq_buf_text(&t->text, i ? "\", \"" : ", setting \"");
    put_words(&t->text,
              pq_record_words(&t->desk->record, ev->sentence, ev->settings[i]));
  }
  if (ev->n_settings) pq_buf_char(&t->text, '"');
}

static void tell_verdict(telling *t, pq_entity_id thing, pq_site site) {
  const pq_record *const r = &t->desk->record;
  const pq_checked *const c = pq_checked_of(r, thing, site);
  if (!c) return;
  pq_buf_text(&t->text, "             site ");
  pq_verdict_put(&t->text, pq_entity_at(r, c->protein)->accession, site,
                 &c->verdict);
  pq_buf_char(&t->text, '\n');
}

/* What is known of the sites at one end of a claim. */
static void tell_sites(telling *t, pq_node node) {
  const pq_record *const r = &t->desk->record;
  pq_entity_id thing = node.kind == PQ_NODE_ENTITY ? node.id : 0;
  if (node.kind == PQ_NODE_EVENT) {
    const pq_event *const e = pq_event_at(r, node.id);
    if (e->n_themes) thing = e->themes[0];
    if (thing) tell_verdict(t, thing, e->site);
  }
  if (!thing) return;
  const pq_entity *const state = pq_entity_at(r, thing);
  for (uint32_t i = 0; state->of && i < state->n_mods; ++i) {
    tell_verdict(t, state->of, state->mods[i].site);
  }
  if (state->of) tell_verdict(t, thing, pq_mutant_site(r, state->mutant));
}

static void tell_evidence(telling *t, const pq_evidence *ev) {
  const pq_record *const r = &t->desk->record;
  const pq_graph *const g = &t->desk->graph;
  pq_buf_format(&t->text, "   %-9s ", stated_word(ev->states));
  pq_buf_put(&t->text, ev->states == PQ_STATES_DISPUTE
                           ? g->disputes[ev->id].label
                           : g->claims[ev->id].label);
  pq_buf_text(&t->text, "\n             rule ");
  pq_buf_put(&t->text, ev->rule);
  pq_buf_format(&t->text, ", %s", stance_word(ev->stance));
  tell_cues(t, ev);
  tell_settings(t, ev);
  pq_buf_text(&t->text, "\n             says \"");
  put_words(&t->text, pq_record_words(r, ev->sentence, ev->span));
  pq_buf_text(&t->text, "\" (");
  put_span(t, ev->sentence, ev->span);
  pq_buf_text(&t->text, ")\n");
  if (ev->states != PQ_STATES_DISPUTE) {
    tell_sites(t, r->claims.at[ev->id].subject);
    tell_sites(t, r->claims.at[ev->id].object);
  }
  for (uint32_t i = 0; i < ev->n_citations; ++i) {
    const pq_citation *const c = &r->citations.at[ev->citations[i]];
    pq_buf_text(&t->text, i ? "; " : "             by   ");
    if (c->own) {
      pq_buf_text(&t->text, "the paper itself, ");
      pq_buf_put(&t->text, t->desk->graph.works[c->work].label);
    } else {
      put_words(&t->text, pq_record_words(r, c->sentence, c->span));
    }
  }
  if (ev->n_citations) pq_buf_char(&t->text, '\n');
}

static const char *part_word(pq_part part) {
  switch (part) {
  case PQ_PART_TITLE: return "title";
  case PQ_PART_SUMMARY: return "summary";
  case PQ_PART_HEADING: return "heading";
  case PQ_PART_ITEM: return "item";
  }
  return "";
}

static void tell_sentence(telling *t, pq_sentence_id s) {
  const pq_record *const r = &t->desk->record;
  const pq_sentence *const sentence = &r->sentences.at[s];
  pq_buf_format(&t->text, "\n%lu. %s (", (unsigned long)s + 1,
                part_word(sentence->part));
  put_span(t, s, sentence->span);
  pq_buf_text(&t->text, ")\n   ");
  put_words(&t->text, pq_record_words(r, s, sentence->span));
  pq_buf_char(&t->text, '\n');
  for (uint32_t i = t->shelves.mentions.start[s];
       i < t->shelves.mentions.start[s + 1]; ++i) {
    tell_mention(t, &r->mentions.at[t->shelves.mentions.items[i]]);
  }
  for (uint32_t i = t->shelves.sites.start[s];
       i < t->shelves.sites.start[s + 1]; ++i) {
    tell_site(t, &r->sites.at[t->shelves.sites.items[i]]);
  }
  for (uint32_t i = t->shelves.citations.start[s];
       i < t->shelves.citations.start[s + 1]; ++i) {
    const pq_citation *const c =
        &r->citations.at[t->shelves.citations.items[i]];
    if (!c->own) tell_citation(t, c);
  }
  for (uint32_t i = t->shelves.evidence.start[s];
       i < t->shelves.evidence.start[s + 1]; ++i) {
    tell_evidence(t, &r->evidence.at[t->shelves.evidence.items[i]]);
  }
  if (!t->desk->heard[s]) {
    pq_buf_format(&t->text, "   no claim: %s\n",
                  pq_silence_of(r, &t->shelves, s).why);
  }
}

static void tell_head(telling *t) {
  const pq_record *const r = &t->desk->record;
  uint32_t n_own = 0;
  while (n_own < r->references.n && !r->references.at[n_own].found) {
    ++n_own;
  }
  pq_buf_text(&t->text, "== ");
  put_words(&t->text, r->stable_id.len ? r->stable_id : PQ_LIT("(no id)"));
  pq_buf_text(&t->text, "  ");
  put_words(&t->text, r->title);
  pq_buf_text(&t->text, "\n   ");
  put_words(&t->text, r->place.file);
  pq_buf_format(&t->text, ":%lu", (unsigned long)r->place.line);
  if (r->species.len) {
    pq_buf_text(&t->text, ", ");
    put_words(&t->text, r->species);
  }
  pq_buf_format(&t->text, ", %lu reference%s\n", (unsigned long)n_own,
                n_own == 1 ? "" : "s");
}

static void tell_steps(telling *t) {
  pq_view rest = pq_buf_view(&t->trace);
  if (!t->traced || !rest.len) return;
  pq_buf_text(&t->text, "\nsteps of the grammar\n");
  while (rest.len) {
    const pq_view line = pq_view_cut(&rest, '\n');
    pq_buf_text(&t->text, "   ");
    put_words(&t->text, line);
    pq_buf_char(&t->text, '\n');
  }
}

static pq_status explain_record(void *user, pq_desk *desk) {
  pq_status st = PQ_OK;
  telling *const t = user;
  t->desk = desk;
  pq_buf_reset(&t->text);
  PQ_TRY(st, pq_names_add(&t->names, desk));
  PQ_TRY(st, pq_shelves_fill(&desk->record, &t->shelves));
  tell_head(t);
  for (pq_sentence_id s = 0; s < desk->record.sentences.n; ++s) {
    tell_sentence(t, s);
  }
  tell_steps(t);
  pq_buf_char(&t->text, '\n');
  if (t->text.status) return t->text.status;
  return t->out->write(t->out->user, t->text.ptr, t->text.len);
}

/* What a curator may want to add to the lexicon. */
static pq_status explain_names(telling *t, const pq_sink *sink) {
  pq_names_settle(&t->names, sink);
  pq_buf_reset(&t->text);
  pq_names_tell(&t->names, &t->text);
  if (t->text.status || !t->text.len) return t->text.status;
  return t->out->write(t->out->user, t->text.ptr, t->text.len);
}

pq_status pq_explain(pq_engine *engine, const pq_inputs *inputs, pq_output *out,
                     const pq_sink *sink, pq_tally *tally) {
  if (!engine || !pq_inputs_are_sound(inputs) || !pq_output_is_sound(out)) {
    return PQ_BAD_ARG;
  }
  telling t = {.out = out, .traced = engine->trace};
  pq_buf_init(&t.text, engine->alloc);
  pq_buf_init(&t.trace, engine->alloc);
  pq_names_init(&t.names, engine->alloc);
  const pq_visit visit = {.user = &t,
                          .trace = t.traced ? &t.trace : NULL,
                          .record = explain_record};
  pq_status st = pq_run_each(engine, inputs, sink, &visit, tally);
  if (!st) st = explain_names(&t, sink);
  pq_names_clear(&t.names);
  pq_buf_clear(&t.text);
  pq_buf_clear(&t.trace);
  return st;
}
