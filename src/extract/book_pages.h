/* extract/book_pages.h -- the pages of a workbook, their columns found
 *
 * SHAPE    pages_find gives the page of a kind: names and values that stand before its headings, and its rows, each with a text by column
 *          of core/book.def. A row that repeats the headings or numbers the columns is left out.
 * UNITS    .row: see extract/book.h
 * ERRORS   .found false
 * MEMORY   arena; texts are those of the tree
 * SOURCE   sets.md
 */
#ifndef EXTRACT_BOOK_PAGES_H
#define EXTRACT_BOOK_PAGES_H
#include "core/book.h"
#include "doc/node.h"

struct book_row { const struct node *node; int row; str *cell; };          /* by column, from the first of the page */
struct book_pair { str name, value; int row; };
struct page_of {
	bool found;
	enum book_page page;
	str title;                                 /* as the page is called */
	int first;                                 /* column of .cell[0] */
	bool has[BOOK_COLUMNS];
	VEC(struct book_row) rows;
	VEC(struct book_pair) pairs;
	strs unknown;                              /* headings that are not known */
};

/* The row that has most headings of such a page: to say which it lacks. .seen empty: no row has any. */
struct near_heads { strs seen; bool has[BOOK_COLUMNS]; };
struct near_heads pages_near(struct arena *a, const struct node *root, enum book_page p);

bool           pages_named(struct arena *a, const struct node *root, enum book_page p);      /* there is a heading of that name */
struct page_of pages_find(struct arena *a, const struct node *root, enum book_page p);
static inline str row_text(const struct page_of *p, const struct book_row *r, int column) { return r->cell[column - p->first]; }

#endif
