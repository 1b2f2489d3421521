/* The one door to raptor: its functions as a table, for it is opened only where
 * RDF/XML is written or RDF is read; see module.h. */
#ifndef PQ_BASE_RAPTOR_H
#define PQ_BASE_RAPTOR_H

#include "base/status.h"

#include <raptor2.h>

/** What is called, without "raptor_". */
#define PQ_RAPTOR_CALLS(F)            \
  F(free_iostream)                    \
  F(free_parser)                      \
  F(free_serializer)                  \
  F(free_uri)                         \
  F(free_world)                       \
  F(new_iostream_from_handler)        \
  F(new_parser)                       \
  F(new_serializer)                   \
  F(new_term_from_counted_literal)    \
  F(new_term_from_counted_uri_string) \
  F(new_uri)                          \
  F(new_uri_from_counted_string)      \
  F(new_world_internal)               \
  F(parser_get_locator)               \
  F(parser_parse_abort)               \
  F(parser_parse_chunk)               \
  F(parser_parse_start)               \
  F(parser_set_option)                \
  F(parser_set_statement_handler)     \
  F(serializer_serialize_end)         \
  F(serializer_serialize_statement)   \
  F(serializer_set_namespace)         \
  F(serializer_set_option)            \
  F(serializer_start_to_iostream)     \
  F(statement_clear)                  \
  F(statement_init)                   \
  F(uri_as_counted_string)            \
  F(world_open)                       \
  F(world_set_flag)                   \
  F(world_set_log_handler)

#define PQ_RAPTOR_MEMBER(name) __typeof__ (&raptor_##name)(name);
typedef struct pq_raptor {
  PQ_RAPTOR_CALLS(PQ_RAPTOR_MEMBER)
} pq_raptor;

/** Fill the table.  PQ_OK, or PQ_BAD_READ: raptor is not installed. */
PQ_NODISCARD pq_status pq_raptor_find(pq_raptor *out);

/** Tell that raptor is not installed.  Returns `st`. */
pq_status pq_raptor_miss(const pq_sink *sink, pq_status st);

#endif
