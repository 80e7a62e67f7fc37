/* extract/align.h -- the lines of one table row, dealt out to its columns
 *
 * SHAPE    A converter leaves a row as the lines of its cells, cell by cell from left to right; a cell's last
 *          line and the next cell's first may have become one line; a page that ends inside the row makes
 *          it start again from the left with what was left of each cell. align finds the most likely
 *          cuts: a dynamic programme over words and columns, in which figures must stand in the columns of
 *          figures, deadlines in the deadline's, and a cut between two columns of words is likelier
 *          where the text jumps, ends a sentence, or begins with the words that such a column begins with.
 * UNITS    pieces come in order; from, to: characters of the folded line. Scores are tenths, they only compare.
 * ERRORS   a row of more than ALIGN_WORDS words goes undivided into its widest column
 * MEMORY   arena
 * SOURCE   seeds 000 and 003
 */
#ifndef EXTRACT_ALIGN_H
#define EXTRACT_ALIGN_H
#include "extract/columns.h"
#include "extract/lines.h"

enum { ALIGN_WORDS = 2000 };

struct piece { size_t column, line, from, to; };
typedef VEC(struct piece) pieces;

/* Lines [first, last) of ls. widths: characters a full line of each column has; zero where not known. */
void align(struct arena *a, struct pats *ps, const struct lines *ls, size_t first, size_t last,
           const struct columns *c, const int *widths, pieces *out);

#endif
