#include "base/status.h"

const char *pq_status_text(pq_status st) {
  switch (st) {
  case PQ_OK: return "success";
  case PQ_END: return "no more items";
  case PQ_NO_MEM: return "out of memory";
  case PQ_BAD_ARG: return "wrong argument";
  case PQ_BAD_SYNTAX: return "does not parse";
  case PQ_BAD_ENCODING: return "not valid UTF-8";
  case PQ_BAD_READ: return "cannot be read";
  case PQ_BAD_WRITE: return "cannot be written";
  case PQ_LIMIT: return "a limit was reached";
  case PQ_INTERNAL: return "internal error";
  }
  return "unknown status";
}
