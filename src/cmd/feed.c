#include "feed.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
  PIECE = 16384
};

static bool is_regular(FILE *in) {
  struct stat about;
  return !fstat(fileno(in), &about) && S_ISREG(about.st_mode);
}

/* A pipe is read once only, and we look before we send. */
static pq_status copy_all(FILE *in, FILE **out) {
  char piece[PIECE];
  FILE *const copy = tmpfile();
  if (!copy) return PQ_BAD_READ;
  for (size_t n = 1; n;) {
    n = fread(piece, 1, sizeof piece, in);
    if (fwrite(piece, 1, n, copy) != n) break;
  }
  if (ferror(in) || ferror(copy) || fflush(copy)) {
    (void)fclose(copy);
    return PQ_BAD_READ;
  }
  *out = copy;
  return PQ_OK;
}

pq_status pq_feed_open(pq_feed *l, const char *path) {
  *l = (pq_feed){.path = path};
  const bool standard = strcmp(path, "-") == 0;
  FILE *const in = standard ? stdin : fopen(path, "rb");
  if (!in) return PQ_BAD_READ;
  l->regular = !standard && is_regular(in);
  const pq_status st = l->regular ? PQ_OK : copy_all(in, &l->in);
  if (!standard) (void)fclose(in);
  return st;
}

static void rest(pq_feed *l) {
  free(l->piece);
  l->piece = NULL;
  l->at = l->end = 0;
  if (l->regular && l->in) {
    (void)fclose(l->in);
    l->in = NULL;
  }
}

void pq_feed_close(pq_feed *l) {
  rest(l);
  if (l->in) (void)fclose(l->in);
  pq_bytes_clear(&l->line);
  l->in = NULL;
}

void pq_feed_rewind(pq_feed *l) {
  rest(l);
  l->ended = false;
  l->number = 0;
}

/* From the beginning: nothing rests in its midst. */
static pq_status wake(pq_feed *l) {
  if (!l->in) l->in = fopen(l->path, "rb");
  if (!l->in || fseek(l->in, 0, SEEK_SET)) return PQ_BAD_READ;
  l->piece = malloc(PIECE);
  return l->piece ? PQ_OK : PQ_NO_MEM;
}

static bool fill(pq_feed *l) {
  l->at = 0;
  l->end = fread(l->piece, 1, PIECE, l->in);
  return l->end > 0;
}

/* Up to the line feed or the end; PQ_END if there is nothing. */
static pq_status read_line(pq_feed *l) {
  bool any = false;
  for (bool whole = false; !whole;) {
    if (l->at == l->end && !fill(l)) break;
    const char *const begin = l->piece + l->at;
    const char *const feed = memchr(begin, '\n', l->end - l->at);
    const size_t n = feed ? (size_t)(feed - begin) : l->end - l->at;
    if (n > PQ_LINE_MOST - l->line.len) return PQ_LIMIT;
    pq_bytes_put(&l->line, (pq_view){begin, n});
    l->at += n + (feed != NULL);
    any = true;
    whole = feed != NULL;
  }
  if (ferror(l->in)) return PQ_BAD_READ;
  return any ? PQ_OK : PQ_END;
}

pq_status pq_feed_next(pq_feed *l, pq_view *out) {
  if (l->ended) return PQ_END;
  pq_status st = l->piece ? PQ_OK : wake(l);
  pq_bytes_reset(&l->line);
  if (!st) st = read_line(l);
  if (!st && l->line.failed) st = PQ_NO_MEM;
  if (st == PQ_END) {
    l->ended = true;
    rest(l);
  }
  if (st) return st;
  ++l->number;
  *out = pq_bytes_view(&l->line);
  if (out->len && out->ptr[out->len - 1] == '\r') --out->len;
  return PQ_OK;
}
