/* docin/docx_table.h -- the tables of a Word file: merged cells, and rows that are not to be seen
 *
 * SHAPE    Word says of a cell how many columns of a common grid it takes and whether it goes on downwards; the builder
 *          (docin/build.h) wants cells with colspan and rowspan. A cell is built when what it holds begins, for only then
 *          is all known of it; what a cell holds that goes on from above is not shown by Word, and swallowed.
 *          Columns of the grid in which no cell begins are taken out of the spans at the end; so are those that a border dragged
 *          by hand in some rows has made.
 * UNITS    columns from 0; width: twips; DOCX_COLUMNS_MAX as in Word; cells further right merge with nothing
 * ERRORS   of build.h
 * MEMORY   arena of the builder
 * SOURCE   ECMA-376 part 1, 17.4
 */
#ifndef DOCIN_DOCX_TABLE_H
#define DOCIN_DOCX_TABLE_H
#include "docin/build.h"

enum { DOCX_COLUMNS_MAX = 63, DOCX_TABLES_MAX = DOC_DEPTH_MAX };   /* tables in each other */

enum docx_merge { MERGE_NONE, MERGE_BEGIN, MERGE_ON };

struct docx_table {
	struct node    *node, *row, *cell;       /* cell: built last in this row */
	struct node    *head[DOCX_COLUMNS_MAX];  /* the cell of which one in that column of the next row may be part */
	int             width[DOCX_COLUMNS_MAX]; /* of the grid's columns, as far as they are said */
	int             columns, column, rows, after, span;
	enum docx_merge down, right;
	bool            in_row, in_cell, waiting, swallowed, gone, headings, spans;   /* waiting: the cell is not built yet */
};

struct docx_tables { struct build *b; struct docx_table *at[DOCX_TABLES_MAX]; int n; };

void docx_table_open(struct docx_tables *t);
void docx_table_close(struct docx_tables *t);
void docx_table_column(struct docx_tables *t, int width);         /* of its grid, before its rows */
void docx_row_open(struct docx_tables *t);
void docx_row_close(struct docx_tables *t);
void docx_cell_open(struct docx_tables *t);
void docx_cell_close(struct docx_tables *t);
struct docx_table *docx_table_now(struct docx_tables *t);        /* NULL outside of tables */

/* Something begins inside the innermost cell: false where it is not to be shown. */
bool docx_cell_begins(struct docx_tables *t);
void docx_row_header(struct docx_tables *t);
void docx_row_gone(struct docx_tables *t);                       /* deleted or hidden */
void docx_row_skips(struct docx_tables *t, int columns);         /* before its first cell */

#endif
