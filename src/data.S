/* The bytes of the lexicon's image, linked in: data.h tells what C sees of it.
 *
 *   .rodata   bytes NUL
 *   image     {bytes, length}, a pq_view
 */
  .section .rodata
  .balign 64
1: .incbin PQ_LEXICON_IMAGE
2: .byte 0

  .section .data.rel.ro, "aw", %progbits
  .balign 8
  .globl pq_data_image
  .hidden pq_data_image
pq_data_image:
  .dc.a 1b, 2b - 1b

  .section .note.GNU-stack, "", %progbits
