/* docin/xlsx_sheet.h -- the filled cells of one sheet
 *
 * SHAPE    Rows from the top with their cells from the left; what has no text is not there. A merged cell reaches to .to_row and
 *          .to_column; what a merged cell covers is not there either. Values are text as the cell means them (xlsx_number.h).
 *          Merges stand behind the rows in the file, so the filled cells of a sheet are held until it ends.
 * UNITS    rows and columns from 1, as Excel counts them
 * ERRORS   ERR_FORMAT a string that is not there, a row or cell that cannot be; ERR_LIMIT more than XLSX_ROWS_MAX filled rows,
 *          XLSX_CELLS_MAX filled cells of a file, a column beyond XLSX_COLUMNS_MAX, too many cells without text
 * MEMORY   arena of the book
 * SOURCE   ECMA-376 part 1, 18.3
 */
#ifndef DOCIN_XLSX_SHEET_H
#define DOCIN_XLSX_SHEET_H
#include "docin/xlsx_book.h"

enum {
	XLSX_ROWS_MAX = 100 * 1000, XLSX_CELLS_MAX = 320 * 1000, XLSX_EMPTY_MAX = 4 * 1000 * 1000,
	XLSX_ROW_LAST = 1048576, XLSX_COLUMNS_MAX = 16384, XLSX_MERGES_MAX = 65536
};

struct xlsx_cell   { int column, to_column, to_row; str text; };
struct xlsx_row    { int number; bool hidden; size_t first, n; };       /* first: in cells */
struct xlsx_ref    { int row, column; };
struct xlsx_range  { struct xlsx_ref from, to; };
struct xlsx_oddity { size_t n; struct xlsx_ref where; str text; };      /* how many cells, the first of them, what it shows */

struct xlsx_sheet {
	VEC(struct xlsx_cell)  cells;
	VEC(struct xlsx_row)   rows;
	VEC(struct xlsx_range) merges, hidden_columns;
	struct xlsx_oddity     errors, uncomputed;  /* uncomputed: formulas without their value */
};

/* cells: how many the file has had so far */
MUST_CHECK bool xlsx_sheet_read(struct xlsx_book *b, const struct xlsx_tab *tab, size_t *cells, struct xlsx_sheet *ret, struct err *e);

#endif
