/* extract/rows.h -- the rows of a table, each with its code
 *
 * SHAPE    row_cell: the cell of a column, folded; row_figure: the one figure of a cell, with its sign ("(-2,5 điểm)"), which is also noted among the
 *          figures of the table. The code of a row stands in a column of its own, before the name, or where the ordinal is: "1.2.1", "7a", "IV"; a
 *          row of a field over all columns ("1. Chỉ đạo, điều hành") has it in the first.
 * UNITS    name_from: characters of the folded cell
 * ERRORS   NULL, an absent figure and an empty code where there is none
 * MEMORY   arena
 * SOURCE   seeds 000-003; domain.md 3
 */
#ifndef EXTRACT_ROWS_H
#define EXTRACT_ROWS_H
#include "extract/cx.h"

/* A row, and what its code is: that is asked again and again. */
struct at {
	struct cx          *x;
	const struct table *t;
	const struct row   *r;
	const str          *places;            /* by column: "annex column 6" */
	str                 code;              /* empty: it has none */
	const struct flow  *where;             /* the cell of the code; NULL: none */
	size_t              name_from;         /* in that cell, where the code stands before the name */
};
struct rows { struct at *at; size_t n; };

struct rows   rows_of(struct cx *x, const struct table *t);
struct flow  *row_at(const struct at *a, size_t column);
struct flow  *row_cell(const struct at *a, enum role role);             /* NULL where there is none or nothing in it */
bool          row_has(const struct at *a, enum role role);              /* has the table such a column? */
struct figure row_figure(const struct at *a, enum role role, struct source *source);
bool          row_total(const struct at *a);                            /* "Tổng cộng" */
bool          row_empty(const struct at *a);                            /* nothing in it but layout */

#endif
