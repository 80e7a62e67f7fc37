/* draw/cell.h -- a cell of a table: paragraphs that may go on over pages
 *
 * SHAPE    A cell is open from the row where it stands to the last it reaches; .top is where it begins on this page. cell_draw draws as
 *          many of its lines as fit above a bottom; cell_rest is the height that what is left needs.
 * UNITS    points; high: rows it still reaches, this one included
 * ERRORS   none
 * MEMORY   cell_close
 * SOURCE   none
 */
#ifndef DRAW_CELL_H
#define DRAW_CELL_H
#include "draw/columns.h"
#include "draw/text.h"

struct cell {
	int           column, wide, high;
	bool          centre, begun;                          /* centre: between its top and bottom, if it stands on one page */
	double        left, width, pad, pad_high, top;
	struct text **at;
	size_t        n, next;
};

struct cell *cell_open(const struct face *f, const struct spot *s, const struct columns *c, bool plain);
double       cell_rest(const struct face *f, const struct cell *c);
void         cell_draw(const struct face *f, struct cell *c, cairo_t *to, double x, double bottom);
void         cell_close(struct cell *c);

#endif
