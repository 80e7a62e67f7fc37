#include "docout/html.h"
#include "docout/xlsx.h"

/* A picture of libxlsxwriter is 480 by 288 of these points before it is scaled; a row that nobody made higher has 20. */
enum { WIDE = 480, HIGH = 288, ROW = 20, EMPTY = 90, A_BAR = 22, APART = 12, LEGEND = 24, CHARACTER = 7 };

static size_t height_of(const struct chart *c)
{
	size_t bars = c->kind == CHART_STACKED ? 1 : c->series;
	return EMPTY + c->labels * (bars * A_BAR + APART) + (c->series > 1 ? c->series * LEGEND : 0);
}

size_t xl_chart_rows(const struct chart *c) { return height_of(c) / ROW + 2; }

/* -- where its figures stand ------------------------------------------------------------------------- */

static const struct spot *spot_at(const struct drawing *d, size_t row, size_t col)
{
	size_t low = 0, high = d->spots.n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct spot *s = &d->spots.at[mid];
		if (s->row == row && s->col == col)
			return s;
		if (s->row < row || (s->row == row && s->col < col))
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static bool says(struct drawing *d, const struct spot *s, str text)
{
	return s && s->cell->colspan <= 1 && s->cell->rowspan <= 1 && str_eq(str_trim(node_text(d->a, s->cell, NULL)), str_trim(text));
}

/* "1,50" is 1,5 */
static bool is_figure(struct drawing *d, const struct spot *s, int64_t value, int decimals)
{
	if (!s || s->cell->colspan > 1 || s->cell->rowspan > 1)
		return false;
	str text = str_trim(node_text(d->a, s->cell, NULL));
	while (str_find(text, S(","), 0) < text.n && (text.p[text.n - 1] == '0' || text.p[text.n - 1] == ','))
		text.n--;
	return (s->cell->number || value == CHART_NONE) && str_eq(text, chart_figure(d->a, value, decimals));
}

static bool column_of(struct drawing *d, const struct chart *c, size_t series, size_t row, size_t *ret)
{
	for (size_t col = 0; col < d->columns; col++) {
		size_t i = 0;
		while (i < c->labels && is_figure(d, spot_at(d, row + i, col), c->of[series].values[i], c->decimals))
			i++;
		if (i == c->labels) {
			*ret = col;
			return true;
		}
	}
	return false;
}

/* Rows that follow each other and hold the labels, and columns that hold the figures. */
struct data { size_t row, labels, series[CHART_SERIES_MAX]; };

static bool find_data(struct drawing *d, const struct chart *c, struct data *ret)
{
	for (size_t i = 0; i < d->spots.n; i++) {
		const struct spot *s = &d->spots.at[i];
		size_t n = 0, k = 0;
		while (n < c->labels && says(d, n ? spot_at(d, s->row + n, s->col) : s, c->label[n]))
			n++;
		while (n == c->labels && k < c->series && column_of(d, c, k, s->row, &ret->series[k]))
			k++;
		if (n == c->labels && k == c->series) {
			ret->row = s->row;
			ret->labels = s->col;
			return true;
		}
	}
	return false;
}

/* -- where they do not: below all else of the sheet --------------------------------------------------- */

static void put_text(struct drawing *d, size_t col, str text, enum weight weight)
{
	lxw_format *f = xl_dress(d, (struct style){ .size = BOOK_SIZE, .weight = weight }, true, -1);
	xl_check(d, d->lib.worksheet_write_string(d->sheet, (lxw_row_t)d->row, (lxw_col_t)col, xl_text(d, text), f));
}

static void put_figure(struct drawing *d, size_t col, int64_t value, int decimals)
{
	double number = 0;
	int places = 0;
	struct style s = { .size = BOOK_SIZE, .place = RIGHT };
	lxw_row_t row = (lxw_row_t)d->row;
	if (value == CHART_NONE || !xl_number(chart_figure(d->a, value, decimals), &number, &places))
		xl_check(d, d->lib.worksheet_write_blank(d->sheet, row, (lxw_col_t)col, xl_dress(d, s, true, 0)));
	else
		xl_check(d, d->lib.worksheet_write_number(d->sheet, row, (lxw_col_t)col, number, xl_dress(d, s, true, places)));
}

static void put_data(struct drawing *d, const struct chart *c, struct data *ret)
{
	d->row++;
	*ret = (struct data){ .row = d->row + 1 };
	put_text(d, 0, c->first.n ? c->first : c->title, BOLD);
	for (size_t k = 0; k < c->series; k++) {
		ret->series[k] = k + 1;
		put_text(d, k + 1, c->of[k].name, BOLD);
	}
	for (size_t i = 0; i < c->labels; i++) {
		d->row++;
		put_text(d, 0, c->label[i], UPRIGHT);
		for (size_t k = 0; k < c->series; k++)
			put_figure(d, k + 1, c->of[k].values[i], c->decimals);
	}
	d->row++;
}

/* -- the picture ------------------------------------------------------------------------------------- */

/* libxlsxwriter takes a name that begins with "=" for the address of a cell. */
static const char *name_for(struct drawing *d, str s) { return xl_text(d, str_starts(s, S("=")) ? str_fmt(d->a, " %.*s", SF(s)) : s); }

static void put_series(struct drawing *d, lxw_chart *chart, const struct chart *c, const struct data *at, size_t k)
{
	static const uint8_t patterns[] = { LXW_CHART_PATTERN_PERCENT_90, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
	                                    LXW_CHART_PATTERN_PERCENT_10, LXW_CHART_PATTERN_LIGHT_HORIZONTAL };
	const struct library *l = &d->lib;
	size_t mark = k % COUNT(patterns);
	lxw_color_t colour = chart_colours[k];
	lxw_chart_pattern pattern = { .fg_color = mark ? CHART_MARKS : colour, .bg_color = colour, .type = patterns[mark] };
	lxw_chart_series *s = l->chart_add_series(chart, NULL, NULL);
	lxw_row_t first = (lxw_row_t)at->row, last = (lxw_row_t)(at->row + c->labels - 1);
	l->chart_series_set_name(s, name_for(d, c->of[k].name));
	l->chart_series_set_categories(s, d->name.p, first, (lxw_col_t)at->labels, last, (lxw_col_t)at->labels);
	l->chart_series_set_values(s, d->name.p, first, (lxw_col_t)at->series[k], last, (lxw_col_t)at->series[k]);
	l->chart_series_set_pattern(s, &pattern);
	l->chart_series_set_labels(s);
}

static void put_chart(struct drawing *d, const struct later *at)
{
	const struct library *l = &d->lib;
	const struct chart *c = at->chart->chart;
	struct data data;
	int wide = 0;
	if (!c->labels || !c->series)
		return;
	if (!find_data(d, c, &data))
		put_data(d, c, &data);
	lxw_chart *chart = l->workbook_add_chart(d->book, c->kind == CHART_STACKED ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR);
	str title = c->unit.n ? str_fmt(d->a, "%.*s (%.*s)", SF(c->title), SF(c->unit)) : c->title;
	l->chart_title_set_name(chart, name_for(d, title));
	for (size_t k = 0; k < c->series; k++)
		put_series(d, chart, c, &data, k);
	l->chart_axis_set_reverse(chart->y_axis);  /* of lying bars the labels are there: the first on top */
	l->chart_axis_set_interval_unit(chart->y_axis, 1);          /* each of them, also where they are many */
	l->chart_axis_off(chart->x_axis);          /* each bar has its figure */
	l->chart_axis_major_gridlines_set_visible(chart->x_axis, false);
	l->chart_legend_set_position(chart, c->series > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
	for (size_t i = 0; i < d->columns; i++)
		wide += (d->width[i].width + 2) * CHARACTER;
	lxw_chart_options options = { .x_scale = (double)wide / WIDE, .y_scale = (double)height_of(c) / HIGH,
	                              .description = (char *)(uintptr_t)xl_text(d, title) };
	xl_check(d, l->worksheet_insert_chart_opt(d->sheet, (lxw_row_t)at->row, 0, chart, &options));
}

void xl_charts(struct drawing *d)
{
	for (size_t i = 0; i < d->charts.n; i++)
		put_chart(d, &d->charts.at[i]);
}
