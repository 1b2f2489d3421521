#include "feed.h"

#include <string.h>
#include <sys/stat.h>

static bool is_regular(FILE *in) {
  struct stat about;
  return !fstat(fileno(in), &about) && S_ISREG(about.st_mode);
}

/* A pipe is read once only, and we look before we send. */
static pq_status copy_all(FILE *in, FILE **out) {
  char piece[16384];
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
  pq_status st = PQ_OK;
  *l = (pq_feed){.path = path};
  const bool standard = strcmp(path, "-") == 0;
  FILE *const in = standard ? stdin : fopen(path, "rb");
  if (!in) return PQ_BAD_READ;
  if (!standard && is_regular(in)) {
    l->in = in;
    return PQ_OK;
  }
  st = copy_all(in, &l->in);
  if (!standard) (void)fclose(in);
  return st ? st : pq_feed_rewind(l);
}

void pq_feed_close(pq_feed *l) {
  if (l->in) (void)fclose(l->in);
  pq_bytes_clear(&l->line);
  l->in = NULL;
}

pq_status pq_feed_rewind(pq_feed *l) {
  l->at = l->end = 0;
  l->number = 0;
  return fseek(l->in, 0, SEEK_SET) ? PQ_BAD_READ : PQ_OK;
}

static bool fill(pq_feed *l) {
  l->at = 0;
  l->end = fread(l->piece, 1, sizeof l->piece, l->in);
  return l->end > 0;
}

pq_status pq_feed_next(pq_feed *l, pq_view *out) {
  pq_bytes_reset(&l->line);
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
  if (l->line.failed) return PQ_NO_MEM;
  if (ferror(l->in)) return PQ_BAD_READ;
  if (!any) return PQ_END;
  ++l->number;
  *out = pq_bytes_view(&l->line);
  if (out->len && out->ptr[out->len - 1] == '\r') --out->len;
  return PQ_OK;
}
