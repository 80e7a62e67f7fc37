#include "draw/bars.h"
#include "docout/html.h"

#define BAR         11.0
#define STACK       15.0
#define BETWEEN     2.0
#define MARKS_APART 4.0
#define MARK_WIDTH  0.5
enum { PATTERNS = 4, VALUE_SIZE = 20 };                       /* half points, as all sizes of a style */

/* -- figures ------------------------------------------------------------------------------------------ */

static int64_t value(const struct chart *c, size_t series, size_t label) { return c->of[series].values[label]; }

static int64_t length_of(int64_t v) { return v == CHART_NONE || v < 0 ? 0 : v; }

static int64_t sum(const struct chart *c, size_t label)
{
	int64_t all = 0;
	for (size_t i = 0; i < c->series; i++)
		all += length_of(value(c, i, label));
	return all;
}

/* -- drawing ------------------------------------------------------------------------------------------ */

static void words(const struct plot *p, struct page *on, str s, double x, double y, double centred)
{
	struct style style = { .size = VALUE_SIZE, .place = centred > 0 ? CENTRE : LEFT };
	struct text *t = text_plain(p->face, s, style, centred > 0 ? centred : p->value_width);
	text_line(t, on->to, x, y);
	text_close(t);
}

/* What is drawn over the colour of a series: nothing, strokes, dots, lines. */
static void put_marks(cairo_t *to, size_t series, double x, double y, double width, double height)
{
	static const double none[] = { 0, MARKS_APART }, dash[] = { MARKS_APART / 4, MARKS_APART * 3 / 4 };
	cairo_save(to);
	cairo_rectangle(to, x, y, width, height);
	cairo_clip(to);
	if (series % PATTERNS == 1)
		for (double at = 0; at < width + height; at += MARKS_APART) {
			cairo_move_to(to, x + at, y);
			cairo_rel_line_to(to, -height, height);
		}
	if (series % PATTERNS > 1)
		for (double at = MARKS_APART / 2; at < height; at += MARKS_APART) {
			cairo_move_to(to, x, y + at);
			cairo_rel_line_to(to, width, 0);
		}
	cairo_set_dash(to, series % PATTERNS == 2 ? dash : none, series % PATTERNS == 2 ? 2 : 0, 0);
	cairo_set_line_width(to, series % PATTERNS == 2 ? MARKS_APART / 4 : MARK_WIDTH);
	cairo_stroke(to);
	cairo_restore(to);
}

static void set_colour(cairo_t *to, unsigned rgb)
{
	cairo_set_source_rgb(to, (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
}

void bars_key(cairo_t *to, size_t series, double x, double y, double width, double height)
{
	cairo_rectangle(to, x, y, width, height);
	set_colour(to, chart_colours[series % CHART_SERIES_MAX]);
	cairo_fill(to);
	set_colour(to, CHART_MARKS);
	put_marks(to, series, x, y, width, height);
	set_colour(to, 0);
	cairo_rectangle(to, x, y, width, height);
	cairo_set_line_width(to, MARK_WIDTH);
	cairo_stroke(to);
}

static double words_top(const struct plot *p, double y, double height) { return y + (height - p->face->pitch * VALUE_SIZE / 2) / 2; }

double bars_height(const struct chart *c)
{
	return c->kind == CHART_STACKED ? STACK : (double)c->series * (BAR + BETWEEN) - (c->series ? BETWEEN : 0);
}

static str figure(const struct plot *p, int64_t v) { return v == CHART_NONE ? S("–") : chart_figure(p->a, v, p->chart->decimals); }

static double figure_width(const struct face *f, str s) { return face_width(f, s, UPRIGHT, VALUE_SIZE / 2.0); }

static void draw_bars(const struct plot *p, struct page *on, size_t label, double x, double y)
{
	for (size_t i = 0; i < p->chart->series; i++, y += BAR + BETWEEN) {
		int64_t v = value(p->chart, i, label);
		double width = (double)length_of(v) * p->per_unit;
		if (width > 0)
			bars_key(on->to, i, x, y, width, BAR);
		words(p, on, figure(p, v), x + width + VALUE_GAP, words_top(p, y, BAR), 0);
	}
}

/* Behind a figure no marks. */
static void put_inside(const struct plot *p, struct page *on, size_t series, str s, double x, double y, double width)
{
	double wide = figure_width(p->face, s) + VALUE_GAP;
	if (wide > width)
		return;
	cairo_rectangle(on->to, x + (width - wide) / 2, y + 2, wide, STACK - 4);
	set_colour(on->to, chart_colours[series % CHART_SERIES_MAX]);
	cairo_fill(on->to);
	set_colour(on->to, 0);
	words(p, on, s, x, words_top(p, y, STACK), width);
}

static void draw_stack(const struct plot *p, struct page *on, size_t label, double x, double y)
{
	for (size_t i = 0; i < p->chart->series; i++) {
		int64_t v = length_of(value(p->chart, i, label));
		double width = (double)v * p->per_unit;
		if (width <= 0)
			continue;
		bars_key(on->to, i, x, y, width, STACK);
		put_inside(p, on, i, figure(p, v), x, y, width);
		x += width;
	}
	words(p, on, figure(p, sum(p->chart, label)), x + VALUE_GAP, words_top(p, y, STACK), 0);
}

void bars_draw(const struct plot *p, struct page *on, size_t label, double x, double y)
{
	(p->chart->kind == CHART_STACKED ? draw_stack : draw_bars)(p, on, label, x, y);
}

double bars_longest(const struct plot *p, double *widest)
{
	const struct chart *c = p->chart;
	double most = 0;
	for (size_t label = 0; label < c->labels; label++)
		for (size_t i = 0; i < c->series; i++) {
			int64_t v = c->kind == CHART_STACKED ? sum(c, label) : value(c, i, label);
			double wide = figure_width(p->face, figure(p, v));
			most = (double)length_of(v) > most ? (double)length_of(v) : most;
			*widest = wide > *widest ? wide : *widest;
		}
	return most;
}
