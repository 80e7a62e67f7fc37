/* draw/table.h -- a table as strips of a flow: rows, with their rules, that go on over pages
 *
 * SHAPE    Each row is a strip. Heading rows are repeated on each page that the table goes on to (unless they take too much of it) and
 *          stay with the first row; the rows of a plain table stay together. A row is parted only if it is higher than a part of a page
 *          (PART_OF_PAGE), where it does not fit; cells over several rows are drawn as far as the page goes and go on on the next.
 *          keep: the last row stays with what follows.
 * UNITS    points
 * ERRORS   none: columns_fit was asked before
 * MEMORY   a row at a time
 * SOURCE   none
 */
#ifndef DRAW_TABLE_H
#define DRAW_TABLE_H
#include "draw/flow.h"

void table_add(struct flow *f, const struct node *table, bool keep);

#endif
