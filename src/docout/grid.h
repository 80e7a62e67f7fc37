/* docout/grid.h -- the columns of a table: what stands where in each row, and how wide they are
 *
 * SHAPE    grid_open counts the columns and settles their widths: those that the table has, widened where
 *          a word would be broken, else shared out as its texts need. grid_row
 *          walks the rows from the first to the last, once: it knows from the row before what goes on from above. A cell that reaches into
 *          one from above is cut there; what no cell fills is a spot without one.
 * UNITS    twips; around: what of a cell's width is not its text's
 * ERRORS   grid_open gives false where there are more than GRID_COLUMNS_MAX columns, as many as Word and our reader know
 * MEMORY   none is kept
 * SOURCE   none
 */
#ifndef DOCOUT_GRID_H
#define DOCOUT_GRID_H
#include "docout/style.h"

enum { GRID_COLUMNS_MAX = 63 };

struct grid_hang { int rows, span; };                                      /* of a cell above that goes on here, by its first column */
struct grid_spot { const struct node *cell; int at, span; bool goes_on; };
struct grid {
	int              n, around, width[GRID_COLUMNS_MAX + 1];
	struct grid_hang hang[GRID_COLUMNS_MAX + 1];
};

MUST_CHECK bool grid_open(struct arena *a, const struct node *table, int room, int around, struct grid *ret);
bool            grid_row(struct grid *g, const struct node *row, struct grid_spot *ret, int *n);      /* false: there are cells left over */
int             grid_wide(const struct grid *g, int at, int span);
int             grid_room(const struct grid *g, const struct grid_spot *s);
bool            grid_short(struct arena *a, const struct grid *g, const struct grid_spot *s, int n);  /* need not be broken over pages */

#endif
