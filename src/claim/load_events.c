#include "load.h"

static const pq_load_word voices[] = {{"any", PQ_VOICE_ANY},
                                      {"active", PQ_ACTIVE_VOICE},
                                      {"passive", PQ_PASSIVE},
                                      {"nominal", PQ_NOMINAL},
                                      {NULL, 0}};

static const pq_load_word roles[] = {{"none", PQ_AS_NONE},
                                     {"agent", PQ_AS_AGENT},
                                     {"upstream", PQ_AS_UPSTREAM},
                                     {"depends", PQ_AS_DEPENDS},
                                     {"theme", PQ_AS_THEME},
                                     {"partner", PQ_AS_PARTNER},
                                     {"product", PQ_AS_PRODUCT},
                                     {"site", PQ_AS_SITE},
                                     {"from", PQ_AS_FROM},
                                     {"to", PQ_AS_TO},
                                     {"in", PQ_AS_IN},
                                     {"independent", PQ_AS_INDEPENDENT},
                                     {"lacking", PQ_AS_LACKING},
                                     {NULL, 0}};

static const pq_load_word relations[] = {{"direct", PQ_REL_DIRECT},
                                         {"upstream", PQ_REL_UPSTREAM},
                                         {"regulates", PQ_REL_REGULATES},
                                         {"depends", PQ_REL_DEPENDS_ON},
                                         {"located", PQ_REL_LOCATED_IN},
                                         {"part", PQ_REL_PART_OF},
                                         {NULL, 0}};

static const pq_load_word polarities[] = {{"unspecified", PQ_POLARITY_UNSAID},
                                          {"positive", PQ_POSITIVE},
                                          {"negative", PQ_NEGATIVE},
                                          {NULL, 0}};

/* ---- frames ---- */

static pq_status load_row(const pq_loader *d, const pq_tree *t,
                          pq_frame_row *out) {
  pq_status st = PQ_OK;
  uint32_t voice = 0;
  uint32_t role = 0;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_LIST));
  const pq_tree *const slot = t->child ? t->child->next : NULL;
  if (!slot || !slot->next || slot->next->next) {
    return pq_load_wrong(d, t, "a row of a frame is [voice, slot, role]");
  }
  PQ_TRY(st, pq_load_choice(d, t->child, voices, &voice));
  PQ_TRY(st, pq_load_expect(d, slot, PQ_TREE_TEXT));
  PQ_TRY(st, pq_load_choice(d, slot->next, roles, &role));
  *out = (pq_frame_row){(pq_voice)voice, slot->text, (pq_frame_role)role};
  return PQ_OK;
}

static pq_status load_frame(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  pq_arena *const arena = &d->g->arena;
  const pq_tree *list = NULL;
  PQ_TRY(st, pq_load_list(d, t, "rows", &list));
  if (pq_rules_frame(d->g, t->key) != PQ_NO_FRAME) {
    return pq_load_wrong(d, t, "there is a frame of this name already");
  }
  PQ_VEC(pq_frame_row) rows = {NULL, 0, 0};
  pq_frame_rule frame = {.name = t->key};
  for (const pq_tree *r = list->child; r; r = r->next) {
    pq_frame_row row = {.role = PQ_AS_NONE};
    if (rows.n == PQ_ROWS_MOST) {
      return pq_load_wrong(d, r, "a frame has at most %d rows", PQ_ROWS_MOST);
    }
    PQ_TRY(st, load_row(d, r, &row));
    pq_rules_mark_row(&frame, &row, rows.n);
    PQ_PUSH(arena, &rows, row);
  }
  frame.rows = rows.at;
  frame.n_rows = rows.n;
  PQ_PUSH(arena, &d->g->frames, frame);
  return PQ_OK;
}

pq_status pq_load_frames(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_expect(d, t, PQ_TREE_MAP));
  for (const pq_tree *f = t->child; f; f = f->next) {
    PQ_TRY(st, load_frame(d, f));
  }
  return PQ_OK;
}

static pq_status find_frame(const pq_loader *d, const pq_tree *block,
                            const char *usual, uint32_t *out) {
  const pq_tree *const t = pq_tree_at(block, "frame");
  *out = pq_rules_frame(d->g, t ? t->text : pq_view_of(usual));
  if (*out != PQ_NO_FRAME) return PQ_OK;
  return pq_load_wrong(d, t ? t : block, "there is no frame %s",
                       t ? "of this name" : usual);
}

/* ---- words that lead to triggers ---- */

/* A word belongs to one rule of a section, or the order of the rules would
 * decide.  Between sections the first that is no plain verb counts. */
static pq_status check_free(const pq_loader *d, const pq_tree *t,
                            uint32_t before, uint32_t trigger) {
  const pq_trigger *const all = d->g->triggers.at;
  if (!before || before == trigger || all[before].type != all[trigger].type ||
      all[trigger].type == PQ_TRIGGER_PLAIN) {
    return PQ_OK;
  }
  const pq_view lemma = all[before].lemma;
  return pq_load_wrong(d, t, "this word stands in the rule of \"%.*s\", too",
                       pq_view_width(lemma), lemma.len ? lemma.ptr : "");
}

static pq_status add_verb(pq_loader *d, const pq_tree *t, uint32_t trigger) {
  pq_view rest = t->text;
  const pq_word *const w = pq_rules_word(d->g, pq_view_cut(&rest, ' '));
  pq_status st =
      check_free(d, t, w && (w->forms & PQ_FORM_BASE) ? w->verb : 0, trigger);
  if (st) return st;
  st = pq_rules_add_verb(d->g, t->text, trigger);
  if (st == PQ_BAD_SYNTAX) return pq_load_wrong(d, t, "this is no verb");
  return st;
}

static pq_status add_noun(pq_loader *d, const pq_tree *t, uint32_t trigger) {
  const pq_word *const w = pq_rules_word(d->g, t->text);
  const pq_status st = check_free(d, t, w ? w->noun : 0, trigger);
  if (st) return st;
  return pq_rules_add_noun(d->g, t->text, trigger);
}

static pq_status add_told(pq_loader *d, const pq_tree *t, uint32_t trigger) {
  return pq_rules_add_told(d->g, t->text, trigger);
}

static pq_status add_adjective(pq_loader *d, const pq_tree *t,
                               uint32_t trigger) {
  pq_status st = PQ_OK;
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  if (!w) return d->g->arena.status;
  PQ_TRY(st, check_free(d, t, w->verb, trigger));
  w->forms |= PQ_FORM_EN;
  w->verb = trigger;
  return PQ_OK;
}

/* A trigger with the words under three keys of its block. */
static pq_status add_trigger(pq_loader *d, const pq_tree *block,
                             pq_trigger trigger, const char *const keys[3]) {
  pq_status st = PQ_OK;
  pq_grammar *const g = d->g;
  const pq_tree *const verbs = pq_tree_at(block, keys[0]);
  const pq_tree *const nouns = pq_tree_at(block, keys[1]);
  const pq_tree *const adjectives = keys[2] ? pq_tree_at(block, keys[2]) : NULL;
  const pq_tree *const told = keys[2] ? pq_tree_at(block, "told-nouns") : NULL;
  const pq_tree *const first = verbs        ? verbs
                               : nouns      ? nouns
                               : adjectives ? adjectives
                                            : told;
  if (!first) return PQ_OK;
  if (first->child) trigger.lemma = first->child->text;
  PQ_PUSH(&g->arena, &g->triggers, trigger);
  const uint32_t id = g->triggers.n - 1;
  PQ_TRY(st, pq_load_each(d, verbs, id, add_verb));
  PQ_TRY(st, pq_load_each(d, nouns, id, add_noun));
  PQ_TRY(st, pq_load_each(d, told, id, add_told));
  return pq_load_each(d, adjectives, id, add_adjective);
}

/* ---- events ---- */

static pq_status take_group(const pq_loader *d, const pq_tree *t,
                            uint32_t trigger, uint16_t *slot) {
  if (*slot) return pq_load_wrong(d, t, "this group stands in another rule");
  if (trigger > UINT16_MAX) return PQ_LIMIT;
  *slot = (uint16_t)trigger;
  return PQ_OK;
}

static pq_status add_put(pq_loader *d, const pq_tree *t, uint32_t trigger) {
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  return w ? take_group(d, t, trigger, &w->put) : d->g->arena.status;
}

static pq_status add_taken(pq_loader *d, const pq_tree *t, uint32_t trigger) {
  pq_word *const w = pq_rules_add_word(d->g, t->text);
  return w ? take_group(d, t, trigger, &w->taken) : d->g->arena.status;
}

/* The groups by which the last trigger is told: "phosphate". */
static pq_status load_groups(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  const uint32_t id = d->g->triggers.n - 1;
  PQ_TRY(st, pq_load_each(d, pq_tree_at(block, "put"), id, add_put));
  return pq_load_each(d, pq_tree_at(block, "taken"), id, add_taken);
}

static const char *const usual_words[] = {"verbs", "nouns", "adjectives"};
static const char *const weak_words[] = {"", "weak-nouns", NULL};

static pq_status load_event(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  const pq_tree *const kind = pq_tree_at(block, "kind");
  pq_trigger t = {.type = PQ_TRIGGER_EVENT,
                  .relation = PQ_REL_DIRECT,
                  .polarity = PQ_POSITIVE,
                  .to = pq_tree_text(block, "to"),
                  .when_for = pq_tree_text(block, "when-for"),
                  .when_from = pq_tree_text(block, "when-from"),
                  .when_to = pq_tree_text(block, "when-to"),
                  .when_other = pq_tree_text(block, "when-other"),
                  .when_bare = pq_tree_text(block, "when-bare"),
                  .when_whole = pq_tree_text(block, "when-whole"),
                  .when_rna = pq_tree_text(block, "when-rna"),
                  .needs_place = pq_tree_true(block, "needs-place"),
                  .needs_theme = pq_tree_true(block, "needs-theme"),
                  .causative = pq_tree_true(block, "causative"),
                  .puts = pq_tree_true(block, "puts"),
                  .takes = pq_tree_true(block, "takes"),
                  .to_agent = pq_tree_true(block, "to-agent"),
                  .stays = pq_tree_true(block, "stays"),
                  .potential = pq_tree_true(block, "potential"),
                  .more = pq_tree_true(block, "more"),
                  .less = pq_tree_true(block, "less"),
                  .loose = pq_tree_true(block, "loose")};
  PQ_TRY(st, pq_load_find_kind(d, kind, &t.kind));
  PQ_TRY(st, find_frame(d, block, "", &t.frame));
  uint32_t at = 0; /* "a docking site for X" is who does it */
  t.actor = pq_rules_slot(d->g, t.frame, PQ_NOMINAL, PQ_LIT("subject"), &at);
  static const char *const carried[] = {"", "object-nouns", NULL};
  static const char *const self[] = {"self-verbs", "self-nouns", NULL};
  PQ_TRY(st, add_trigger(d, block, t, usual_words));
  PQ_TRY(st, load_groups(d, block));
  pq_trigger w = t;
  w.weak = true;
  PQ_TRY(st, add_trigger(d, block, w, weak_words));
  w.weak = false;
  w.carried = true;
  PQ_TRY(st, add_trigger(d, block, w, carried));
  t.self = true;
  t.frame = pq_rules_frame(d->g, PQ_LIT("self"));
  return add_trigger(d, block, t, self);
}

pq_status pq_load_events(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_event);
}

/* ---- regulation and dependence ---- */

static const char *const regulation_keys[] = {
    "verbs",      "nouns",  "adjectives", "frame",       "to",     "relation",
    "polarity",   "thing",  "causative",  "consequence", "stands", "when-to",
    "told-nouns", "untold", "weak-nouns", "back",        NULL};

static pq_status load_relation(pq_loader *d, const pq_tree *block,
                               pq_trigger *t) {
  pq_status st = PQ_OK;
  uint32_t relation = t->relation;
  uint32_t polarity = t->polarity;
  const pq_tree *const r = pq_tree_at(block, "relation");
  const pq_tree *const p = pq_tree_at(block, "polarity");
  const pq_tree *const thing = pq_tree_at(block, "thing");
  if (r) PQ_TRY(st, pq_load_choice(d, r, relations, &relation));
  if (p) PQ_TRY(st, pq_load_choice(d, p, polarities, &polarity));
  t->relation = (pq_relation)relation;
  t->polarity = (pq_polarity)polarity;
  t->has_thing_kind = thing != NULL;
  return thing ? pq_load_find_kind(d, thing, &t->thing_kind) : PQ_OK;
}

static pq_status load_one_regulation(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_rule(d, block, regulation_keys));
  pq_trigger t = {.type = PQ_TRIGGER_REGULATION,
                  .relation = PQ_REL_UPSTREAM,
                  .to = pq_tree_text(block, "to"),
                  .when_to = pq_tree_text(block, "when-to"),
                  .causative = pq_tree_true(block, "causative"),
                  .consequence = pq_tree_true(block, "consequence"),
                  .stands = pq_tree_true(block, "stands"),
                  .back = pq_tree_true(block, "back"),
                  .untold = pq_tree_true(block, "untold")};
  PQ_TRY(st, load_relation(d, block, &t));
  PQ_TRY(st, find_frame(d, block, "regulate", &t.frame));
  const pq_view frame = pq_tree_text(block, "frame");
  t.actor = pq_view_same(frame, PQ_LIT("actor")) ||
            pq_view_same(frame, PQ_LIT("target"));
  PQ_TRY(st, add_trigger(d, block, t, usual_words));
  t.weak = true;
  return add_trigger(d, block, t, weak_words);
}

pq_status pq_load_regulation(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_one_regulation);
}

static pq_status load_one_dependence(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_rule(d, block, regulation_keys));
  pq_trigger t = {.type = PQ_TRIGGER_DEPENDENCE,
                  .relation = PQ_REL_DEPENDS_ON,
                  .polarity = PQ_POSITIVE,
                  .to = pq_tree_text(block, "to")};
  PQ_TRY(st, find_frame(d, block, "depend", &t.frame));
  return add_trigger(d, block, t, usual_words);
}

static pq_status load_one_state(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_load_rule(d, block, regulation_keys));
  pq_trigger t = {.type = PQ_TRIGGER_STATE, .to = pq_tree_text(block, "to")};
  PQ_TRY(st, load_relation(d, block, &t));
  PQ_TRY(st, find_frame(d, block, "locate", &t.frame));
  return add_trigger(d, block, t, usual_words);
}

pq_status pq_load_states(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_one_state);
}

pq_status pq_load_dependence(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_one_dependence);
}

/* ---- other verbs ---- */

static pq_status load_verbs(pq_loader *d, const pq_tree *t,
                            pq_trigger trigger) {
  pq_status st = PQ_OK;
  const pq_tree *list = NULL;
  PQ_TRY(st, pq_load_list(d, t, "verbs", &list));
  PQ_PUSH(&d->g->arena, &d->g->triggers, trigger);
  return pq_load_each(d, list, d->g->triggers.n - 1, add_verb);
}

pq_status pq_load_carriers(pq_loader *d, const pq_tree *t) {
  pq_status st = PQ_OK;
  pq_trigger carrier = {.type = PQ_TRIGGER_CARRIER};
  PQ_TRY(st, find_frame(d, t, "carry-out", &carrier.frame));
  return load_verbs(d, t, carrier);
}

pq_status pq_load_thoughts(pq_loader *d, const pq_tree *t) {
  return load_verbs(
      d, t, (pq_trigger){.type = PQ_TRIGGER_THOUGHT, .frame = PQ_NO_FRAME});
}

pq_status pq_load_plain(pq_loader *d, const pq_tree *t) {
  return load_verbs(
      d, t, (pq_trigger){.type = PQ_TRIGGER_PLAIN, .frame = PQ_NO_FRAME});
}

static pq_status load_one_compound(pq_loader *d, const pq_tree *block) {
  pq_status st = PQ_OK;
  static const char *const keys[] = {"words", "relation", "polarity", "negated",
                                     NULL};
  PQ_TRY(st, pq_load_rule(d, block, keys));
  pq_trigger as = {.relation = PQ_REL_UPSTREAM};
  PQ_TRY(st, load_relation(d, block, &as));
  const pq_tree *const words = pq_tree_at(block, "words");
  if (!words) return pq_load_wrong(d, block, "a compound has words");
  PQ_TRY(st, pq_load_expect(d, words, PQ_TREE_LIST));
  for (const pq_tree *w = words->child; w; w = w->next) {
    if (pq_rules_compound(d->g, w->text)) {
      return pq_load_wrong(d, w, "this word stands in another rule, too");
    }
    const pq_compound c = {.word = w->text,
                           .relation = as.relation,
                           .polarity = as.polarity,
                           .negated = pq_tree_true(block, "negated")};
    PQ_PUSH(&d->g->arena, &d->g->compounds, c);
  }
  return PQ_OK;
}

pq_status pq_load_compounds(pq_loader *d, const pq_tree *t) {
  return pq_load_blocks(d, t, load_one_compound);
}
