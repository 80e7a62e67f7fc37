/* report/columns.h -- which columns an annex has, and how wide they are
 *
 * SHAPE    columns_of: those of the kind that always stand, and of the others those of which a criterion has something; without what
 *          report_in leaves out. A column is put by what it is: column_put writes its cell of a criterion.
 *          told: the fields' own lead, support, deadline and remedies stand in sections of the body (report/own.h).
 * UNITS    widths: per mille
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   seeds 000-003
 */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H
#include "report/words.h"

enum annex_column {
	ANNEX_ORDINAL, ANNEX_FINDING, ANNEX_NAME, ANNEX_MAX, ANNEX_POINTS, ANNEX_REASON, ANNEX_LOST, ANNEX_CAUSE, ANNEX_REMEDY,
	ANNEX_LEAD, ANNEX_SUPPORT, ANNEX_DUE, ANNEX_PROGRESS, ANNEX_NOTE, ANNEX_COLUMNS
};
#define ANNEX(id) (1U << ANNEX_##id)

struct annex_columns { enum annex_column at[ANNEX_COLUMNS]; int widths[ANNEX_COLUMNS]; size_t n; };

struct annex_columns columns_of(const struct writer *w, unsigned always, unsigned if_any, bool told);
void columns_heads(struct writer *w, const struct annex_columns *c);           /* the table, its heads and the row (1) (2) … */
void column_put(struct writer *w, enum annex_column column, const struct criterion *c, str ordinal, bool told);

#endif
