/* extract/grid.h -- a table of which every cell is a line, an empty cell an empty line
 *
 * SHAPE    So LibreOffice writes a table into a text: no tab, nothing between cells or rows; a cell of several paragraphs is
 *          several lines. With n columns every row has n cells, and where each may begin is told by its column: ordinals and
 *          codes, figures, deadlines, words. grid_rows finds the rows and cells that agree best with that: a dynamic
 *          programme over lines and columns in which no column may be skipped, for an empty cell is there as an empty line.
 *          A row may begin with one cell over several columns ("I. CHỈ ĐẠO, ĐIỀU HÀNH", "Tổng cộng").
 * UNITS    line indexes; blanks: empty lines before line `first` that belong to the table. Scores are tenths, they only
 *          compare.
 * ERRORS   false where the lines do not clearly divide so (then they are of another kind of flattened table), and where
 *          there are more than GRID_LINES of them
 * MEMORY   arena
 * SOURCE   tests/formats (LibreOffice 7.4, "Text (encoded)"); domain.md 3
 */
#ifndef EXTRACT_GRID_H
#define EXTRACT_GRID_H
#include "extract/align.h"

enum { GRID_LINES = 1000 * 1000 };                 /* with the empty ones */

struct grid_row { size_t first, n; };              /* its pieces */
struct grid { VEC(struct grid_row) rows; pieces pieces; size_t end; };

/* Lines from `first` on; `ends` says which line is surely below the table. Counts up ls->looked. */
typedef bool grid_ends(struct pats *ps, const struct line *l);
bool grid_rows(struct arena *a, struct pats *ps, struct lines *ls, size_t first, int blanks, const struct columns *c,
               grid_ends *ends, struct grid *out);

#endif
