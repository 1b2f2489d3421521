/* The whole way of a record: any bytes, in each of the formats, through all
 * rooms and every writer of text.  The first byte chooses the format, whether
 * mentions and texts are written, and whether it is a text to annotate; then
 * what stands behind a form feed are its given entities. */
#include "engine.h"
#include "fuzz.h"

#include "write/page.h"
#include "write/standoff.h"
#include "write/write.h"

static pq_engine *engines[2]; /* without and with mentions and texts */
static pq_desk desks[2];
static pq_buf out;

/* NOLINTNEXTLINE(readability-non-const-parameter): libFuzzer's signature. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  for (size_t i = 0; i < 2; ++i) {
    const pq_options options = {.mentions = i > 0, .text = i > 0};
    pq_fuzz_insist(!pq_engine_open(&options, NULL, &engines[i]),
                   "the engine opens");
    pq_desk_open(&desks[i], engines[i], NULL);
  }
  pq_buf_init(&out, NULL);
  return 0;
}

static void write_all(const pq_graph *g) {
  for (size_t i = 0; pq_writer_at(i); ++i) {
    const pq_writer *const w = pq_writer_at(i);
    if (w->kind != PQ_WRITER_TEXT) continue;
    pq_buf_reset(&out);
    const pq_status st = w->write(g, &out);
    pq_fuzz_insist(st != PQ_INTERNAL && st != PQ_BAD_ARG, w->name);
    if (!w->stream) continue;
    pq_buf_reset(&out);
    const pq_status again = w->stream(g, &out);
    pq_fuzz_insist(again != PQ_INTERNAL && again != PQ_BAD_ARG, w->name);
  }
  pq_buf_reset(&out);
  const pq_status page = pq_page_put(g, PQ_LIT(""), &out);
  pq_fuzz_insist(page != PQ_INTERNAL && page != PQ_BAD_ARG, "page");
}

static void look(const pq_record *r) {
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    const pq_span s = r->sentences.at[e->sentence].span;
    pq_fuzz_insist(s.begin <= e->span.begin && e->span.end <= s.end,
                   "evidence lies within its sentence");
  }
}

static void write_events(const pq_record *r) {
  for (size_t i = 0; i < PQ_N_SCHEMES; ++i) {
    pq_buf_reset(&out);
    const pq_status st = pq_write_standoff(r, (pq_scheme)i, &out);
    pq_fuzz_insist(st != PQ_INTERNAL && st != PQ_BAD_ARG, "standoff");
  }
}

/* A text to annotate, and its entities behind a form feed. */
static void set_titled(pq_raw *raw) {
  raw->format = PQ_RAW_TITLED;
  const size_t feed = pq_view_find(raw->bytes, '\f');
  if (feed == raw->bytes.len) return;
  raw->has_given = true;
  raw->given = pq_view_skip(raw->bytes, feed + 1);
  raw->bytes = pq_view_head(raw->bytes, feed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const pq_raw_format formats[] = {PQ_RAW_PLAIN, PQ_RAW_MARKDOWN,
                                          PQ_RAW_JSONL, PQ_RAW_PLAIN};
  if (!size) return 0;
  pq_desk *const desk = &desks[(data[0] >> 2U) & 1U];
  const bool titled = (data[0] & 8U) != 0;
  pq_raw raw = {.bytes = pq_fuzz_view(data + 1, size - 1),
                .format = formats[data[0] & 3U],
                .place = {.file = PQ_LIT("input"), .line = 1}};
  if (titled) set_titled(&raw);
  desk->happenings = titled;
  const pq_status st = pq_desk_run(desk, &raw);
  pq_fuzz_insist(st != PQ_INTERNAL, "no mistake of ours");
  if (st) return 0;
  look(&desk->record);
  pq_fuzz_insist(pq_graph_is_sound(&desk->graph), "the graph is sound");
  write_all(&desk->graph);
  if (titled) write_events(&desk->record);
  return 0;
}
