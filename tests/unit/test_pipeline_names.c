#include "engine_group.h"
#include "failing.h"
#include "heard.h"
#include "names.h"
#include "unit.h"

/* Records as lines of JSON: FOOB1 and QUXA2 are in no lexicon, p40 is the alias
 * of several genes. */
static const char *const records[] = {
    "{\"stable_id\": \"R-2\", \"display_name\": \"FOOB1 binds\", \"summary\": "
    "\"STAT3 binds FOOB1. p40 binds FOOB1.\"}",
    "{\"stable_id\": \"R-10\", \"display_name\": \"x\", \"summary\": "
    "\"QUXA2 binds STAT3.\"}",
    "{\"stable_id\": \"R-1\", \"display_name\": \"x\", \"summary\": "
    "\"JAK2 binds   FOOB1 and QUXA2 here.\"}",
    "{\"display_name\": \"x\", \"summary\": \"QUXA2 binds JAK2.\"}",
};

enum {
  N_RECORDS = sizeof records / sizeof records[0]
};

static pq_status count(pq_names *names, const pq_engine *engine,
                       const char *record) {
  pq_desk desk;
  const pq_raw raw = {.bytes = pq_view_of(record), .format = PQ_RAW_JSONL};
  pq_desk_open(&desk, engine, NULL);
  pq_status st = pq_desk_run(&desk, &raw);
  if (!st) st = pq_names_add(names, &desk);
  pq_desk_close(&desk);
  return st;
}

static const pq_open_name *row_of(const pq_names *names, const char *name) {
  for (uint32_t i = 0; i < names->rows.n; ++i) {
    if (pq_view_same(names->rows.at[i].name, pq_view_of(name))) {
      return &names->rows.at[i];
    }
  }
  fail_msg("no row %s", name);
  return NULL;
}

static void test_rows(void **state) {
  pq_names names;
  pq_names_init(&names, NULL);
  for (size_t i = 0; i < 3; ++i) {
    assert_int_equal(count(&names, *state, records[i]), PQ_OK);
  }
  pq_names_settle(&names, NULL);
  assert_int_equal(names.rows.n, 3);
  /* The most frequent first. */
  ASSERT_VIEW(names.rows.at[0].name, "FOOB1");
  ASSERT_VIEW(names.rows.at[1].name, "QUXA2");
  ASSERT_VIEW(names.rows.at[2].name, "p40");
  const pq_open_name *row = row_of(&names, "FOOB1");
  assert_int_equal(row->mentions, 4);
  assert_int_equal(row->records, 2);
  ASSERT_VIEW(row->ids, "");
  /* "R-1" comes before "R-2" and "R-10": the order of bytes. */
  ASSERT_VIEW(row->record, "R-1");
  assert_int_equal(row->source, PQ_SOURCE_SUMMARY);
  assert_int_equal(row->begin, 13);
  assert_int_equal(row->end, 18);
  ASSERT_VIEW(row->sentence, "JAK2 binds FOOB1 and QUXA2 here.");
  row = row_of(&names, "p40");
  assert_int_equal(row->mentions, 1);
  assert_true(pq_view_find(row->ids, '|') < row->ids.len);
  assert_true(pq_view_find(row->candidates, ';') < row->candidates.len);
  pq_names_clear(&names);
}

/* The same table whatever the order of the records. */
static void test_order_of_records(void **state) {
  pq_buf want;
  pq_buf_init(&want, NULL);
  for (size_t turn = 0; turn < (size_t)2 * N_RECORDS; ++turn) {
    pq_names names;
    pq_buf got;
    pq_names_init(&names, NULL);
    pq_buf_init(&got, NULL);
    for (size_t i = 0; i < N_RECORDS; ++i) {
      const size_t k = turn < N_RECORDS ? i : N_RECORDS - 1 - i;
      assert_int_equal(count(&names, *state, records[(k + turn) % N_RECORDS]),
                       PQ_OK);
    }
    pq_names_settle(&names, NULL);
    pq_names_table(&names, turn ? &got : &want);
    if (turn) {
      assert_true(pq_view_same(pq_buf_view(&got), pq_buf_view(&want)));
    }
    pq_buf_clear(&got);
    pq_names_clear(&names);
  }
  /* The record without an id is named by its digest, 64 hex digits. */
  assert_true(want.len > 200);
  pq_buf_clear(&want);
}

static void test_nothing_is_open(void **state) {
  pq_names names;
  pq_buf out;
  pq_names_init(&names, NULL);
  pq_buf_init(&out, NULL);
  assert_int_equal(count(&names, *state,
                         "{\"stable_id\": \"R-1\", \"summary\": "
                         "\"JAK2 phosphorylates STAT3.\"}"),
                   PQ_OK);
  pq_names_settle(&names, NULL);
  pq_names_tell(&names, &out);
  assert_int_equal(out.len, 0);
  pq_names_table(&names, &out);
  ASSERT_VIEW(pq_buf_view(&out),
              "name\tstate\tmentions\trecords\tcandidates\trecord\tsource"
              "\tbegin\tend\tsentence\n");
  pq_buf_clear(&out);
  pq_names_clear(&names);
}

/* More names than the first slots hold. */
static void test_many_names(void **state) {
  pq_names names;
  pq_buf text;
  pq_names_init(&names, NULL);
  for (unsigned round = 0; round < 2; ++round) {
    for (unsigned i = 0; i < 40; ++i) {
      pq_buf_init(&text, NULL);
      pq_buf_format(&text, "{\"stable_id\": \"R-%u\", \"summary\": \"", i);
      for (unsigned k = 0; k < 10; ++k) {
        pq_buf_format(&text, "STAT3 binds QQ%uZB%u. ", i + 1, k + 1);
      }
      pq_buf_text(&text, "\"}");
      pq_buf_char(&text, '\0');
      assert_int_equal(count(&names, *state, text.ptr), PQ_OK);
      pq_buf_clear(&text);
    }
  }
  pq_names_settle(&names, NULL);
  assert_int_equal(names.rows.n, 400);
  for (uint32_t i = 0; i < names.rows.n; ++i) {
    assert_int_equal(names.rows.at[i].mentions, 2);
  }
  ASSERT_VIEW(names.rows.at[0].name, "QQ10ZB1"); /* the order of bytes */
  pq_names_clear(&names);
}

static void test_ties_are_told_once(void **state) {
  pq_desk desk;
  pq_heard heard;
  const pq_raw raw = {.bytes = PQ_LIT("STAT3 binds p40.\nJAK2 binds p40."),
                      .format = PQ_RAW_PLAIN,
                      .place = {.file = PQ_LIT("a"), .line = 1}};
  pq_heard_init(&heard);
  pq_desk_open(&desk, *state, &heard.sink);
  assert_int_equal(pq_desk_run(&desk, &raw), PQ_OK);
  assert_int_equal(heard.n, 1);
  assert_string_equal(heard.at[0].code, "name.tied");
  assert_int_equal(heard.at[0].severity, PQ_NOTE_WARN);
  assert_int_equal(heard.at[0].line, 1);
  assert_int_equal(heard.at[0].column, 13);
  assert_non_null(strstr(heard.at[0].text, "'p40' is tied between HGNC:"));
  assert_non_null(strstr(heard.at[0].text, "HGNC:6029 IL9 0."));
  pq_desk_close(&desk);
}

typedef struct trial {
  const pq_desk *desk;
} trial;

static pq_status add_with(void *user, pq_alloc *alloc) {
  const trial *const t = user;
  pq_names names;
  pq_buf out;
  pq_names_init(&names, alloc);
  pq_buf_init(&out, alloc);
  pq_status st = pq_names_add(&names, t->desk);
  if (!st) {
    pq_names_settle(&names, NULL);
    pq_names_table(&names, &out);
    st = out.status;
  }
  pq_buf_clear(&out);
  pq_names_clear(&names);
  return st;
}

static void test_out_of_memory(void **state) {
  pq_desk desk;
  const pq_raw raw = {.bytes = pq_view_of(records[0]), .format = PQ_RAW_JSONL};
  pq_desk_open(&desk, *state, NULL);
  assert_int_equal(pq_desk_run(&desk, &raw), PQ_OK);
  trial t = {&desk};
  assert_true(pq_fail_each(add_with, &t, PQ_OK) > 2);
  pq_desk_close(&desk);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_order_of_records),
      cmocka_unit_test(test_nothing_is_open),
      cmocka_unit_test(test_many_names),
      cmocka_unit_test(test_ties_are_told_once),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
