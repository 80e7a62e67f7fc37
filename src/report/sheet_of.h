/* report/sheet_of.h -- a workbook as a tree, by one who fills it
 *
 * SHAPE    A page is a heading; below it tables of rows of cells. page_row opens a row of the table that is open; cells follow.
 * UNITS    points are printed with a comma, as few decimals as hold them, and marked as numbers
 * ERRORS   none
 * MEMORY   arena; texts are borrowed
 * SOURCE   sets.md (workbook)
 */
#ifndef REPORT_SHEET_OF_H
#define REPORT_SHEET_OF_H
#include "core/book.h"
#include "core/points.h"
#include "doc/node.h"

struct paper { struct arena *a; struct node *root, *table, *row; bool strong; };   /* strong: the cells that follow are bold */

struct paper paper_new(struct arena *a);
void paper_page(struct paper *p, str name);
void paper_say(struct paper *p, str text);                     /* a paragraph */
void paper_table(struct paper *p);
void paper_row(struct paper *p);
void paper_heads(struct paper *p, const int *columns, size_t n);   /* a heading row of columns of core/book.def */
void paper_cell(struct paper *p, str text);
void paper_wide(struct paper *p, str text, int colspan);
void paper_number(struct paper *p, str figure);                /* "1,50" */
void paper_points(struct paper *p, points at);
void paper_int(struct paper *p, int n);

#endif
