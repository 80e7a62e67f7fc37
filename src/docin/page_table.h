/* docin/page_table.h -- what the files of page_table share: a table whose columns are known
 *
 * SHAPE    piece: a line of a cell, with the columns it takes. row: the pieces of a row, and what its cells take besides.
 *          page_pieces.c makes pieces of strips, page_rows.c rows of pieces, page_table.c the tree of rows.
 * UNITS    hundredths of a point; columns from 0
 * ERRORS   none
 * MEMORY   arena of the table; words are borrowed
 * SOURCE   none
 */
#ifndef DOCIN_PAGE_TABLE_H
#define DOCIN_PAGE_TABLE_H
#include "docin/page_parts.h"

/* EXCESS: what two distances that are meant to be one may differ by */
enum { COLUMNS = LANES_MAX + 1, EXCESS = 20 };

struct piece { struct flow_line l; int c0, c1; bool code, figure, tail; };   /* tail: of a code that the page's end cut */
typedef VEC(struct piece) pieces;

/* down: rows below that the cell of a column reaches into; covered: by one from above */
struct row { bool header, anchored, covered[COLUMNS]; int middle, down[COLUMNS]; VEC(const struct piece *) at; };
typedef VEC(struct row) rows;

struct table {
	struct arena       *a;
	const struct sheet *s;
	const strips       *all;
	pieces             *part;               /* by page, from above */
	size_t              n;
	int                 columns, pitch;     /* pitch: of lines in a cell; 0: not known */
	int                 seam;               /* what parts the last line of a row from the next row; 0: no more than lines */
	bool                coded, figure[COLUMNS], aligned, middle;
	int                 width[COLUMNS];     /* of the longest line */
};

void                table_pieces(struct table *t);          /* and the pitch of their lines */
const struct piece *piece_above(const pieces *p, size_t i, int by);   /* in the same cells, if it is near */
rows                table_rows(struct table *t);

#endif
