/* draw/document.h -- a whole tree on pages
 *
 * SHAPE    Children of the document one below another; one that .begins opens a part. Headings, and what introduces something, stay with
 *          what follows; the last line of a text stays with the signature. Headings and annexes become entries of the outline.
 *          A table in a cell is drawn as its paragraphs.
 * UNITS    none
 * ERRORS   document_fits: a table has more columns than its page has room for. After it nothing is refused
 * MEMORY   about a page at a time
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I
 */
#ifndef DRAW_DOCUMENT_H
#define DRAW_DOCUMENT_H
#include "draw/page.h"

MUST_CHECK bool document_fits(const struct node *root, struct err *e);
void            document_draw(const struct face *f, const struct node *root, cairo_surface_t *surface);

#endif
