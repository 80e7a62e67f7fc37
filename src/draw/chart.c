#include "draw/chart.h"
#include "draw/bars.h"

#define BEFORE     6.0
#define GAP        8.0                                        /* between labels, between a label and its bars */
#define KEY        9.0                                        /* the square before the name of a series */
#define KEY_GAP    6.0
#define KEYS_APART 16.0
#define TITLE_SIZE 26                                         /* half points, as all sizes of a style */
enum { LABEL_SIZE = 24, LABEL_PART_OF_100 = 34, TOGETHER_OF_100 = 60 };

struct piece { const struct plot *plot; struct text *text; size_t label; };

/* -- drawing ------------------------------------------------------------------------------------------ */

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
	bars_draw(p, on, piece->label, x, on->y + (high - bars) / 2);
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

/* A key behind the last, on the next line where there is no room; where it stands: from the left edge, and on which line. */
struct key { double x, width; int line; };

static struct key key_after(const struct plot *p, struct key last, size_t series)
{
	double wide = KEY + KEY_GAP + face_width(p->face, p->chart->of[series].name, UPRIGHT, LABEL_SIZE / 2.0) + KEYS_APART;
	struct key k = { series ? last.x + last.width : 0, wide < p->width ? wide : p->width, last.line };
	if (k.x + k.width > p->width + KEYS_APART)
		k = (struct key){ 0, k.width, last.line + 1 };
	return k;
}

static void draw_keys(void *what, struct page *on)
{
	struct piece *piece = what;
	const struct plot *p = piece->plot;
	const struct style style = { .size = LABEL_SIZE };
	double pitch = p->face->pitch * LABEL_SIZE / 2, top = on->y;
	struct key k = { .x = 0 };
	for (size_t i = 0; i < p->chart->series; i++) {
		k = key_after(p, k, i);
		on->y = top + k.line * pitch;
		bars_key(on->to, i, on->left + k.x, on->y + (pitch - KEY) / 2, KEY, KEY);
		struct text *t = text_plain(p->face, p->chart->of[i].name, style, k.width);
		text_line(t, on->to, on->left + k.x + KEY + KEY_GAP, on->y);
		text_close(t);
	}
	on->y += pitch;
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

static double keys_height(const struct plot *p)
{
	struct key k = { .x = 0 };
	for (size_t i = 0; i < p->chart->series; i++)
		k = key_after(p, k, i);
	return p->chart->series > 1 ? (k.line + 1) * p->face->pitch * LABEL_SIZE / 2 : 0;
}

static void add_keys(struct flow *f, const struct plot *p)
{
	struct strip s = { .before = BEFORE, .height = keys_height(p), .keep = true, .draw = draw_keys };
	if (s.height > 0)
		add_piece(f, p, (struct piece){ .label = 0 }, s);
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

static double height_of(const struct plot *p)
{
	double sum = 3 * p->face->pitch * TITLE_SIZE / 2 + keys_height(p);
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
	struct plot p = {
		.face = f->page->face, .chart = c, .a = a, .width = f->page->width, .label_width = label, .bar_left = label + GAP,
	};
	double most = bars_longest(&p, &widest), room = f->page->width - p.bar_left - widest - 2 * VALUE_GAP;
	p.value_width = widest + 2 * VALUE_GAP;
	p.per_unit = most > 0 && room > 0 ? room / most : 0;
	p.together = height_of(&p) < (f->page->bottom - f->page->top) * TOGETHER_OF_100 / 100;
	add_title(f, &p);
	add_keys(f, &p);
	for (size_t i = 0; i < c->labels; i++)
		add_label(f, &p, i);
	flow_add(f, (struct strip){ .height = GAP, .draw = draw_nothing });
	flow_flush(f);
}
