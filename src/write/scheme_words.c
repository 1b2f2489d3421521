/* Words that a scheme takes another way than the grammar, or not at all. */
#include "scheme_row.h"

static const pq_scheme_row words[] = {
    {IS("overexpression"),
     {IS("Gene_expression"), IS("Positive_regulation"), NONE,
      IS("Gene_expression")},
     "dkdd"},
    {IS("activity"), {NONE, NONE, NONE, NONE}, "dddd"},
    {IS("activities"), {NONE, NONE, NONE, NONE}, "dddd"},
    {IS("activator"),
     {IS("Activation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("produce"),
     {IS("Positive_regulation"), IS("Gene_expression"), NONE,
      IS("Positive_regulation")},
     "kddk"},
    {IS("produced"),
     {IS("Positive_regulation"), IS("Gene_expression"), NONE,
      IS("Positive_regulation")},
     "kddk"},
    {IS("producing"),
     {IS("Positive_regulation"), IS("Gene_expression"), NONE,
      IS("Positive_regulation")},
     "kddk"},
    {IS("transactivate"),
     {IS("Positive_regulation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("transactivated"),
     {IS("Positive_regulation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("transactivation"),
     {IS("Positive_regulation"), IS("Positive_regulation"), NONE,
      IS("Positive_regulation")},
     "kkdk"},
    {IS("engagement"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("cross-linking"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("crosslinking"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("co-ligation"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("coligation"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("contribute"), {POSITIVE, POSITIVE, NONE, REGULATION}, "kkdk"},
    {IS("contributed"), {POSITIVE, POSITIVE, NONE, REGULATION}, "kkdk"},
    {IS("contributing"), {POSITIVE, POSITIVE, NONE, REGULATION}, "kkdk"},
    {IS("deficient"),
     {IS("Inactivation"), IS("Negative_regulation"), NONE,
      IS("Gene_expression")},
     "kkdd"},
    {IS("deficiency"),
     {IS("Inactivation"), IS("Negative_regulation"), NONE,
      IS("Gene_expression")},
     "kkdd"},
    {IS("ligation"),
     {IS("Binding"), IS("Binding"), NONE, IS("Binding")},
     "dddd"},
    {IS("overproduction"),
     {IS("Gene_expression"), IS("Gene_expression"), NONE,
      IS("Gene_expression")},
     "dddd"},
    {IS("responsible"), {POSITIVE, REGULATION, NONE, REGULATION}, "kkdk"},
    {IS("involve"), {POSITIVE, REGULATION, NONE, REGULATION}, "kkdk"},
    {IS("involved"), {POSITIVE, REGULATION, NONE, REGULATION}, "kkdk"},
    {IS("involving"), {POSITIVE, REGULATION, NONE, REGULATION}, "kkdk"},
    {IS("treatment"), {NONE, NONE, NONE, NONE}, "dddd"},
    {IS("addition"), {NONE, NONE, NONE, NONE}, "dddd"},
};

const pq_scheme_row *pq_scheme_find(const pq_scheme_row *rows, size_t n,
                                    pq_view word) {
  for (size_t i = 0; i < n; ++i) {
    if (pq_view_alike(rows[i].word, word)) return &rows[i];
  }
  return NULL;
}

const pq_scheme_row *pq_scheme_word_row(pq_view trigger) {
  const pq_scheme_row *const found = PQ_FIND_ROW(words, trigger);
  if (found || !trigger.len || trigger.ptr[trigger.len - 1] != 's') {
    return found;
  }
  return PQ_FIND_ROW(words, pq_view_head(trigger, trigger.len - 1));
}
