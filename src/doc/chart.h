/* doc/chart.h -- a picture of figures, as data; its figures also stand in a table beside it
 *
 * SHAPE    CHART_BARS: for each label one horizontal bar of each series, below each other; CHART_STACKED: the series of a label one after
 *          another in one bar.
 *          Colours are those of the renderer, one a series, with a pattern or a label so that they are told apart without colour.
 * UNITS    values: whole numbers of 1/10^decimals of .unit ("điểm", "giải pháp"); CHART_NONE: not known, no bar
 * ERRORS   none
 * MEMORY   arena of the tree
 * SOURCE   issue 7; blueprint.md
 */
#ifndef DOC_CHART_H
#define DOC_CHART_H
#include "base/str.h"
#include "base/arena.h"
#include <stdint.h>

#define CHART_NONE INT64_MIN
enum chart_kind { CHART_BARS, CHART_STACKED };
enum { CHART_LABELS_MAX = 100, CHART_SERIES_MAX = 8 };

struct chart_series { str name; const int64_t *values; };            /* one a label */
struct chart {
	enum chart_kind kind;
	str    title, unit, first;                                   /* first: the heading of the labels ("Lĩnh vực") */
	int    decimals;                                             /* 0..4 */
	size_t labels, series;
	const str *label;
	const struct chart_series *of;
};

#endif
