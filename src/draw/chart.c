#include "draw/chart.h"
#include "docout/html.h"
#include "draw/text.h"

#define BEFORE      6.0
#define GAP         8.0                                       /* between labels, between a label and its bars */
#define BAR         11.0
#define STACK       15.0
#define BETWEEN     2.0
#define VALUE_GAP   3.0
#define KEY         9.0                                       /* the square before the name of a series */
#define MARKS_APART 4.0
#define MARK_WIDTH  0.5
#define TITLE_SIZE  26                                        /* half points, as all sizes of a style */
enum { PATTERNS = 4, LABEL_SIZE = 24, VALUE_SIZE = 20, LABEL_PART_OF_100 = 34, TOGETHER_OF_100 = 60 };

struct plot {
	const struct face  *face;
	const struct chart *chart;
	struct arena       *a;
	double              label_width, bar_left, value_width, per_unit;
	bool                together;                         /* on one page: it is no higher than a good part of one */
};
struct piece { const struct plot *plot; struct text *text; size_t label; };

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

static void box(cairo_t *to, size_t series, double x, double y, double width, double height)
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

static double bars_height(const struct chart *c)
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
			box(on->to, i, x, y, width, BAR);
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
		box(on->to, i, x, y, width, STACK);
		put_inside(p, on, i, figure(p, v), x, y, width);
		x += width;
	}
	words(p, on, figure(p, sum(p->chart, label)), x + VALUE_GAP, words_top(p, y, STACK), 0);
}

static void finish(struct piece *piece)
{
	if (piece->text)
		text_close(piece->text);
	g_free(piece);
}

static void draw_label(void *what, struct page *on)
{
	struct piece *piece = what;
	const struct plot *p = piece->plot;
	double bars = bars_height(p->chart), text = text_height(piece->text, piece->text->lines), high = bars > text ? bars : text;
	double y = on->y + (high - text) / 2, x = on->left + p->bar_left;
	while (piece->text->lines) {
		text_line(piece->text, on->to, on->left, y);
		y += piece->text->pitch;
	}
	(p->chart->kind == CHART_STACKED ? draw_stack : draw_bars)(p, on, piece->label, x, on->y + (high - bars) / 2);
	cairo_set_line_width(on->to, 0.75);
	cairo_move_to(on->to, x, on->y - GAP / 2);
	cairo_rel_line_to(on->to, 0, high + GAP);
	cairo_stroke(on->to);
	on->y += high;
	finish(piece);
}

static void draw_words(void *what, struct page *on)
{
	struct piece *piece = what;
	while (piece->text->lines) {
		double high = text_height(piece->text, 1);
		text_line(piece->text, on->to, on->left, on->y);
		on->y += high;
	}
	finish(piece);
}

static void draw_key(void *what, struct page *on)
{
	struct piece *piece = what;
	const struct plot *p = piece->plot;
	const struct chart *c = p->chart;
	double x = on->left + p->bar_left, y = on->y + (p->face->pitch * LABEL_SIZE / 2 - KEY) / 2;
	const struct style style = { .size = LABEL_SIZE };
	box(on->to, piece->label, x, y, KEY, KEY);
	struct text *t = text_plain(p->face, c->of[piece->label].name, style, on->width - p->bar_left - KEY - 6);
	for (x += KEY + 6; t->lines; on->y += t->pitch)
		text_line(t, on->to, x, on->y);
	text_close(t);
	finish(piece);
}

static void draw_nothing(void *what, struct page *on)
{
	(void)what;
	on->y += GAP;
}

/* -- strips ------------------------------------------------------------------------------------------- */

static void add_piece(struct flow *f, const struct plot *p, struct piece piece, struct strip s)
{
	struct piece *copy = g_new(struct piece, 1);
	*copy = piece;
	copy->plot = p;
	s.what = copy;
	flow_add(f, s);
}

static void add_title(struct flow *f, const struct plot *p)
{
	const struct chart *c = p->chart;
	const struct style style = { .size = TITLE_SIZE, .weight = BOLD, .place = CENTRE };
	GString *s = g_string_new_len(c->title.p, (gssize)c->title.n);
	if (c->unit.n)
		g_string_append_printf(s, " (%.*s)", SF(c->unit));
	struct text *t = text_plain(p->face, (str){ s->str, s->len }, style, f->page->width);
	g_string_free(s, TRUE);
	add_piece(f, p, (struct piece){ .text = t },
	          (struct strip){ .before = BEFORE, .height = text_height(t, t->lines), .keep = true, .draw = draw_words });
}

static void add_key(struct flow *f, const struct plot *p, size_t series)
{
	double height = p->face->pitch * LABEL_SIZE / 2;
	add_piece(f, p, (struct piece){ .label = series },
	          (struct strip){ .before = series ? 0 : BEFORE, .height = height, .keep = true, .draw = draw_key });
}

static double label_height(const struct plot *p, size_t label, struct text **ret)
{
	const struct style style = { .size = LABEL_SIZE };
	*ret = text_plain(p->face, p->chart->label[label], style, p->label_width);
	double text = text_height(*ret, (*ret)->lines), bars = bars_height(p->chart);
	return text > bars ? text : bars;
}

static void add_label(struct flow *f, const struct plot *p, size_t label)
{
	struct text *t;
	bool last = label + 1 == p->chart->labels;
	double height = label_height(p, label, &t);
	add_piece(f, p, (struct piece){ .text = t, .label = label },
	          (struct strip){ .before = GAP, .height = height, .keep = !last && (!label || p->together), .draw = draw_label });
}

/* The longest bar; the widest figure that is written behind one. */
static double longest(const struct plot *p, double *widest)
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

static double height_of(const struct plot *p)
{
	double sum = 3 * p->face->pitch * TITLE_SIZE / 2 + (double)p->chart->series * p->face->pitch * LABEL_SIZE / 2;
	for (size_t i = 0; i < p->chart->labels; i++) {
		struct text *t;
		sum += label_height(p, i, &t) + GAP;
		text_close(t);
	}
	return sum;
}

void chart_add(struct flow *f, const struct chart *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 24);
	double label = f->page->width * LABEL_PART_OF_100 / 100, widest = 0;
	struct plot p = { .face = f->page->face, .chart = c, .a = a, .label_width = label, .bar_left = label + GAP };
	double most = longest(&p, &widest), room = f->page->width - p.bar_left - widest - 2 * VALUE_GAP;
	p.value_width = widest + 2 * VALUE_GAP;
	p.per_unit = most > 0 && room > 0 ? room / most : 0;
	p.together = height_of(&p) < (f->page->bottom - f->page->top) * TOGETHER_OF_100 / 100;
	add_title(f, &p);
	for (size_t i = 0; c->series > 1 && i < c->series; i++)
		add_key(f, &p, i);
	for (size_t i = 0; i < c->labels; i++)
		add_label(f, &p, i);
	flow_add(f, (struct strip){ .height = GAP, .draw = draw_nothing });
	flow_flush(f);
}
