/* draw/columns.h -- the grid of a table: which cell stands in which columns, and how wide they are
 *
 * SHAPE    grid_row places the cells of a row beside those that reach down from above; rows are given in order. columns_of: as .widths
 *          says, or as the texts need; a column is at least as wide as its longest word where the others have room to give, and the
 *          lines of the letterhead that may not be broken are one word.
 * UNITS    points; x: from the left edge of the table, .n + 1 of them
 * ERRORS   ERR_LIMIT columns_fit: more columns than a page has room for
 * MEMORY   none
 * SOURCE   none
 */
#ifndef DRAW_COLUMNS_H
#define DRAW_COLUMNS_H
#include "draw/face.h"

enum { COLUMNS_MAX = 64 };
#define COLUMN_LEAST  14.2                                    /* 5 mm */
#define CELL_PAD      4.25                                    /* 1.5 mm, left and right of the text of a ruled table */
#define CELL_PAD_HIGH 1.5
#define PLAIN_GAP     4.0                                     /* between the two halves of a letterhead */

struct columns { int n; double x[COLUMNS_MAX + 1]; };
struct spot    { const struct node *cell; int column, wide; };
struct grid    { int hang[COLUMNS_MAX]; };                    /* rows that a cell from above still covers */

int  grid_row(struct grid *g, const struct node *row, struct spot spots[COLUMNS_MAX], int *columns);      /* how many spots */
void columns_of(const struct face *f, const struct node *table, double width, struct columns *ret);
MUST_CHECK bool columns_fit(const struct node *table, double width, struct err *e);

/* The paragraphs of a cell, one after another, those of a table in it too. before NULL: the first; NULL: no more */
const struct node *paragraph_after(const struct node *cell, const struct node *before);

#endif
