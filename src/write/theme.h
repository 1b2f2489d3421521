/* Colours and width of a drawing: a change of its DOT. */
#ifndef PQ_WRITE_THEME_H
#define PQ_WRITE_THEME_H

#include "base/buf.h"

#include <stdbool.h>

typedef enum pq_theme {
  PQ_THEME_LIGHT, /* and dark where the reader's screen is, in an SVG */
  PQ_THEME_DARK,
  PQ_THEME_PRINT, /* grey, for paper */
  PQ_N_THEMES
} pq_theme;

/** Name of a theme: "light"; NULL past the last. */
const char *pq_theme_name(size_t index);

/** The theme of this name; PQ_THEME_LIGHT if there is none. */
pq_theme pq_theme_named(pq_view name);

/** Append our DOT with a word in its head for who draws it: the theme, and the
 * width in millimetres (0: as it is). */
PQ_NODISCARD pq_status pq_theme_tell(pq_view dot, pq_theme theme,
                                     uint32_t millimetres, pq_buf *out);

/** Append DOT in the colours of a theme, and so wide. */
PQ_NODISCARD pq_status pq_theme_paint(pq_view dot, pq_theme theme,
                                      uint32_t millimetres, pq_buf *out);

#endif
