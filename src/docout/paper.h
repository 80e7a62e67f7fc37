/* docout/paper.h -- the style sheet of what render_html writes, made from docout/style.h
 *
 * SHAPE    .paper > .sheet [.across] > p | h2..h6 | .scroll > table | table.plain | figure. A paragraph's class is "p-" and its formal part
 *          ("p-issuer"), of an item "item l2". On a screen sheets lie one below the other; below 180 mm of room they lose their margins,
 *          letterhead and signature stand below each other and tables scroll; printed, each sheet begins a page of its size.
 *          src/web/asset/paper.css is this text, for the pages, which may not have a style sheet within; written by
 *          build/paper > src/web/asset/paper.css, compared by tests/docout/paper_test.c.
 * UNITS    pt and mm, from the units of docout/style.h
 * ERRORS   none
 * MEMORY   appends to the buffer
 * SOURCE   docout/style.def; CSS 2.2, CSS Paged Media 3
 */
#ifndef DOCOUT_PAPER_H
#define DOCOUT_PAPER_H
#include "doc/node.h"

str  paper_class(struct arena *a, enum formal part);       /* "p-issuer" */
void paper_css(struct buf *b);

#endif
