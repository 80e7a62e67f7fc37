/* draw/bars.h -- the bars of one label of a chart, with their figures
 *
 * SHAPE    bars_draw: those of a label, from x to the right, from y down, bars_height high; each bar with its figure behind it, in a
 *          stack each part with its own inside, where it has room, and the sum behind. bars_key: a square of a series, with its
 *          colour and pattern. bars_longest: what the longest bar stands for; how wide the widest figure behind one is.
 * UNITS    points; per_unit: points of a bar for 1 of the chart's whole numbers
 * ERRORS   none
 * MEMORY   figures in the plot's arena
 * SOURCE   doc/chart.h
 */
#ifndef DRAW_BARS_H
#define DRAW_BARS_H
#include "doc/chart.h"
#include "draw/page.h"
#include "draw/text.h"

#define VALUE_GAP 3.0                                         /* before and behind a figure */

struct plot {
	const struct face  *face;
	const struct chart *chart;
	struct arena       *a;
	double              width, label_width, bar_left, value_width, per_unit;
	bool                together;                         /* on one page: it is no higher than a good part of one */
};

double bars_height(const struct chart *c);
double bars_longest(const struct plot *p, double *widest);
void   bars_draw(const struct plot *p, struct page *on, size_t label, double x, double y);
void   bars_key(cairo_t *to, size_t series, double x, double y, double width, double height);

#endif
