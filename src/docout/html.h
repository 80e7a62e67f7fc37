/* docout/html.h -- a document tree as HTML: a file of its own, or a piece of a page
 *
 * SHAPE    html_fragment: <div class="paper">, one <section class="sheet"> for each part with pages of its own; looks by classes alone
 *          (docout/paper.h), widths of columns by <col width>, charts as SVG: what a policy without inline styles and scripts allows.
 *          render_html: the same within a whole document that brings its style sheet along. Text is escaped wherever it stands; a run
 *          is never an attribute but as the title of a chart.
 *          html_table: one table without classes and boxes, no line of it empty, as it may stand in Markdown.
 *          chart_svg: bars by whole numbers; told apart by pattern and by the figures in them too.
 * UNITS    UTF-8
 * ERRORS   none: every tree can be written; .title of the root is that of the file
 * MEMORY   arena
 * SOURCE   HTML Living Standard; SVG 1.1
 */
#ifndef DOCOUT_HTML_H
#define DOCOUT_HTML_H
#include "doc/chart.h"
#include "doc/node.h"
#include <stdint.h>

/* Of the series, in every format that draws charts itself; over them CHART_MARKS, a pattern each. */
extern const unsigned chart_colours[CHART_SERIES_MAX];
enum { CHART_MARKS = 0x222222 };

MUST_CHECK bool html_fragment(struct arena *a, const struct node *root, str *ret, struct err *e);
void            html_table(struct buf *b, const struct node *table);
void            chart_svg(struct buf *b, const struct chart *c, int nth);     /* nth chart of the document: its patterns need names */
str             chart_figure(struct arena *a, int64_t value, int decimals);   /* "1,5"; empty: not known */

#endif
