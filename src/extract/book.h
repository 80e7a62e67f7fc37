/* extract/book.h -- document tree in; criteria set, sheet of a body, or results out
 *
 * SHAPE    Pages (sheets of a workbook, or what stands below a heading in a document) are known by their names, else by how their
 *          columns are headed; columns by their headings, without regard to case, marks and order (core/book.def). What precedes
 *          the row of headings is names and values ("Đơn vị"). struct told: what is wrong, all of it, each with page, row and
 *          column; and what was passed over: columns, inputs and codes that are not known.
 * UNITS    rows: of the sheet, as Excel counts them; of the table, in other documents
 * ERRORS   false: struct told says why
 * MEMORY   arena
 * SOURCE   sets.md (workbook)
 */
#ifndef EXTRACT_BOOK_H
#define EXTRACT_BOOK_H
#include "core/book.h"
#include "core/sheet.h"
#include "core/standing.h"
#include "core/told.h"
#include "doc/node.h"

bool book_has_set(struct arena *a, const struct node *root);        /* a page of criteria, or of settings */
/* … and not the table of a decision: it has settings, or names inputs */
bool book_is_set(struct arena *a, const struct node *root);
bool book_named(struct arena *a, const struct node *root, enum book_page p);     /* a page is called so and has its columns */
bool book_has_results(struct arena *a, const struct node *root);

/* settings: a workbook with the settings alone (classes, for results) will do. */
MUST_CHECK bool book_set(struct arena *a, const struct node *root, bool settings, struct criteria_set **ret, struct told *t);
MUST_CHECK bool book_sheet(struct arena *a, const struct node *root, const struct criteria_set *s, struct sheet **ret, struct told *t);
MUST_CHECK bool book_results(struct arena *a, const struct node *root, standings *ret, struct told *t);

/* What one cell, or one text of the JSON, says. false: it does not. */
bool parse_points(str text, points *ret);
bool parse_whole(str text, int *ret);                               /* 0 … 1,000,000 */
bool parse_date(str text, struct date *ret);                        /* 30/6/2026, 6/2026, 2026, 2026-06-30, "tháng 6/2026" */

#endif
