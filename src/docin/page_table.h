/* docin/page_table.h -- what the files of page_table share: a table whose columns are known
 *
 * SHAPE    piece: a line of a cell, with the columns it takes. row: the pieces of a row, and what its cells take besides.
 *          page_pieces.c makes pieces of strips, page_rows.c (page_ruled.c) rows of pieces, page_table.c the tree of rows.
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

/* tail: of a code that the page's end cut; row: of its grid, where rules are drawn */
struct piece { struct flow_line l; int c0, c1, row; bool code, figure, tail; };
typedef VEC(struct piece) pieces;

/* down: rows below that the cell of a column reaches into; covered: by one from above; wide: columns it takes besides, as far as rules
 * tell; part, ruled: the grid the row ends in, and which of its rows it is */
struct row {
	bool   header, anchored, covered[COLUMNS];
	int    middle, ruled, down[COLUMNS], wide[COLUMNS];
	size_t part;
	VEC(const struct piece *) at;
};
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
	int                 white[COLUMNS];     /* where rules are drawn: left of the words of a cell, and right of them */
};

/* -- page_pieces.c */
void                table_pieces(struct table *t);          /* by lanes, and the pitch of their lines */
void                piece_add(struct table *t, pieces *to, const struct piece *p);    /* or joins it to one of the same line and cell */
void                pieces_close(struct table *t, pieces *p);
void                pieces_pitch(struct table *t);
const struct piece *piece_above(const pieces *p, size_t i, int by);   /* in the same cells, if it is near */
bool                piece_code_cut(const struct table *t, const struct piece *up, const struct piece *down);   /* "7a.1." / "1" */

/* -- page_rows.c: by the places of the words */
rows table_rows(struct table *t);
bool row_numbers_columns(const struct row *r);
bool row_begins_within(const struct table *t, const struct row *r);

/* -- page_ruled.c: by the rules drawn; the sheet has grids */
rows ruled_rows(struct table *t);

#endif
