#include "silence.h"

static const pq_silence nothing = {
    "nothing in it is a name that is known",
    "If it names something, add the name with --lexicon."};
static const pq_silence only_site = {
    "a site, but no name that it could belong to",
    "Add the name of the protein with --lexicon."};
static const pq_silence no_roles = {
    "a word that a rule reads, but not of whom or what it is said",
    "Name who acts and what is acted on in this sentence, or add a rule."};
static const pq_silence unknown_names = {"its names are not in the lexicon",
                                         "Add its names with --lexicon."};
static const pq_silence one_name = {
    "one name, and no event or relation of it that a rule reads",
    "If it tells of an event, add its verb to the grammar."};
static const pq_silence no_word = {
    "names, but no word between them that a rule reads",
    "If it tells how they relate, add its verb to the grammar."};

pq_silence pq_silence_of(const pq_record *r, const pq_shelves *shelves,
                         pq_sentence_id s) {
  const uint32_t names = pq_shelf_count(&shelves->mentions, s);
  const bool sites = pq_shelf_count(&shelves->sites, s) > 0;
  uint32_t unknown = 0;
  for (uint32_t i = 0; i < names; ++i) {
    const pq_mention *const m =
        &r->mentions.at[pq_shelf_at(&shelves->mentions, s, i)];
    unknown += pq_entity_at(r, m->entity)->kind == PQ_ENTITY_UNGROUNDED;
  }
  if (!names) return sites ? only_site : nothing;
  if (r->sentences.at[s].has_trigger) return no_roles;
  if (unknown == names) return unknown_names;
  return names == 1 ? one_name : no_word;
}
