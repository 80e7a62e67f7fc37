/* report/table.h -- tables of official documents, and paragraphs around them, by one who fills them
 *
 * SHAPE    table_begin with the widths of its columns; table_head: a heading row; table_open a row, then its cells from left to right.
 *          A text of several lines is as many paragraphs. table_numbered: the row "(1) (2) …" below the heads.
 *          table_over: a heading cell over several columns or rows of heads.
 * UNITS    widths per mille of the text's width; figures with a comma, as few decimals as hold them, and marked as numbers
 * ERRORS   none; NO_FIGURE leaves the cell empty
 * MEMORY   arena; texts are borrowed
 * SOURCE   issue 7
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H
#include "core/points.h"
#include "doc/node.h"

#define NO_FIGURE INT64_MIN

struct table_to { struct arena *a; struct node *table, *row; bool strong; };       /* strong: the cells that follow are bold */

struct table_to table_begin(struct arena *a, struct node *parent, const int *widths, size_t n);
void            table_head(struct table_to *t, const char *const *heads, size_t n);
void            table_numbered(struct table_to *t, size_t n);
void            table_open(struct table_to *t, bool header);
void            table_over(struct table_to *t, const char *head, int colspan, int rowspan);
void            table_text(struct table_to *t, str text);
void            table_centre(struct table_to *t, str text);
void            table_wide(struct table_to *t, str text, int colspan);
void            table_points(struct table_to *t, points p);
void            table_int(struct table_to *t, int n);

struct node    *part_begin(struct arena *a, struct node *root, enum begins begins, enum formal formal, str text);
void            part_say(struct arena *a, struct node *parent, enum formal formal, str text);

#endif
