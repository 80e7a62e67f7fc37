/* draw/chart.h -- a chart as strips of a flow: its title, what its bars are, and a strip for each label
 *
 * SHAPE    Bars lie, each with its value beside it (stacked: in each part, where it has room, and their sum beside the bar), so that no
 *          axis with numbers is needed. Series have the colours of every other format
 *          (docout/html.h), and a pattern each: printed grey they stay apart.
 *          A chart longer than a page goes on on the next between two labels.
 * UNITS    points
 * ERRORS   none
 * MEMORY   none is left: all of it is drawn when chart_add ends
 * SOURCE   doc/chart.h
 */
#ifndef DRAW_CHART_H
#define DRAW_CHART_H
#include "doc/chart.h"
#include "draw/flow.h"

void chart_add(struct flow *f, const struct chart *c);

#endif
