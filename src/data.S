/* The bytes that are linked in: data.h tells what C sees of them.
 *
 *   .rodata   name | bytes NUL | name | bytes NUL | ...
 *   rows      {name, length, bytes, length}, one pq_data_file for each file
 *   size      of these rows, in bytes
 */
#define PQ_SYMBOL(symbol)                                                      \
  .balign 8; .globl symbol; .hidden symbol; symbol:
#define PQ_FILE(name, path)                                                    \
  .pushsection .rodata; 1: .ascii name; 2: .balign 64; 3: .incbin path;        \
  4: .byte 0; .popsection; .dc.a 1b, 2b - 1b, 3b, 4b - 3b;

  .section .data.rel.ro, "aw", %progbits
PQ_SYMBOL(pq_data_image)
PQ_FILE("lexicon.pqlx", PQ_LEXICON_IMAGE)

PQ_SYMBOL(pq_data_web_rows)
#include "web.def"
5:
PQ_SYMBOL(pq_data_web_size)
  .dc.a 5b - pq_data_web_rows

  .section .note.GNU-stack, "", %progbits
