#include "draw/text.h"

#define RULE_GAP   3.0
#define RULE_WIDTH 0.75
#define RULE_ROOM  (RULE_GAP + 3.0)
enum { RULE_PART_OF_5 = 2 };

static bool in_table(const struct node *n) { return n->parent && n->parent->kind == NODE_CELL; }

/* -- what stands in it -------------------------------------------------------------------------------- */

static void put_attribute(PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	pango_attr_list_insert(list, a);
}

static void put_run(GString *s, PangoAttrList *list, const struct node *run)
{
	size_t from = s->len;
	g_string_append_len(s, run->text.p, (gssize)run->text.n);
	if (run->bold)
		put_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, s->len);
	if (run->italic)
		put_attribute(list, pango_attr_style_new(PANGO_STYLE_ITALIC), from, s->len);
}

/* Word sets letters as wide as they are, without kerning and ligatures: so the lines break where its lines do. */
static PangoAttrList *as_in_word(void)
{
	PangoAttrList *list = pango_attr_list_new();
	pango_attr_list_insert(list, pango_attr_font_features_new("kern=0, liga=0, clig=0"));
	return list;
}

static void put_words(PangoLayout *l, const struct node *n)
{
	GString *s = g_string_new(NULL);
	PangoAttrList *list = as_in_word();
	if (n->kind == NODE_ITEM && n->marker.n) {
		g_string_append_len(s, n->marker.p, (gssize)n->marker.n);
		g_string_append_c(s, ' ');
	}
	for (const struct node *r = n->first; r; r = r->next)
		put_run(s, list, r);
	pango_layout_set_text(l, s->str, (int)s->len);
	pango_layout_set_attributes(l, list);
	pango_attr_list_unref(list);
	g_string_free(s, TRUE);
}

/* -- how it stands ------------------------------------------------------------------------------------ */

static void set_font(PangoLayout *l, const struct style *s)
{
	PangoFontDescription *d = pango_font_description_new();
	pango_font_description_set_family_static(d, STYLE_FONT);
	pango_font_description_set_absolute_size(d, s->size * PANGO_SCALE / 2.0);
	pango_font_description_set_weight(d, s->weight == BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(d, s->slant == ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_layout_set_font_description(l, d);
	pango_font_description_free(d);
}

static void set_place(PangoLayout *l, const struct style *s)
{
	static const PangoAlignment places[] = {
		[LEFT] = PANGO_ALIGN_LEFT, [CENTRE] = PANGO_ALIGN_CENTER, [RIGHT] = PANGO_ALIGN_RIGHT, [JUSTIFY] = PANGO_ALIGN_LEFT,
	};
	pango_layout_set_alignment(l, places[s->place]);
	pango_layout_set_justify(l, s->place == JUSTIFY);
	pango_layout_set_indent(l, (int)(POINTS(s->first_line) * PANGO_SCALE));
}

static struct text *open_text(const struct face *f, struct style style, double width)
{
	struct text *t = g_new0(struct text, 1);
	double size = style.size / 2.0;
	t->style = style;
	t->layout = pango_layout_new(f->context);
	t->pitch = f->pitch * size;
	t->ascent = f->ascent * size;
	t->before = style.space_before / 10.0;
	pango_layout_set_wrap(t->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(t->layout, (int)(width * PANGO_SCALE));
	set_font(t->layout, &style);
	set_place(t->layout, &style);
	return t;
}

static struct text *broken(struct text *t)
{
	t->lines = pango_layout_get_line_count(t->layout);
	t->at = pango_layout_get_iter(t->layout);
	return t;
}

/* Running text has the wider lines, all else stands on single ones. The rule of a part of several paragraphs stands below the last. */
struct text *text_open(const struct face *f, const struct node *n, double width)
{
	struct style style = style_of(n);
	double left = n->kind == NODE_ITEM && n->level > 1 && !in_table(n) ? POINTS((n->level - 1) * LIST_INDENT) : 0;
	left = left < width / 2 ? left : width / 2;
	if (n->formal && n->next && n->next->formal == n->formal)
		style.rule = NO_RULE;
	struct text *t = open_text(f, style, width - left);
	t->left = left;
	if (style.place == JUSTIFY)
		t->pitch = t->pitch * LINE_SPACING / 1000;
	put_words(t->layout, n);
	return broken(t);
}

struct text *text_plain(const struct face *f, str words, struct style style, double width)
{
	struct text *t = open_text(f, style, width);
	PangoAttrList *list = as_in_word();
	pango_layout_set_text(t->layout, words.p, (int)words.n);
	pango_layout_set_attributes(t->layout, list);
	pango_attr_list_unref(list);
	return broken(t);
}

void text_close(struct text *t)
{
	pango_layout_iter_free(t->at);
	g_object_unref(t->layout);
	g_free(t);
}

/* -- drawing ------------------------------------------------------------------------------------------ */

double text_height(const struct text *t, int lines)
{
	return lines * t->pitch + (lines == t->lines && lines && t->style.rule != NO_RULE ? RULE_ROOM : 0);
}

static void draw_rule(const struct text *t, cairo_t *to, double x, double width, double y)
{
	double part = t->style.rule == RULE_PART ? width * RULE_PART_OF_5 / 5 : width;
	cairo_set_line_width(to, RULE_WIDTH);
	cairo_move_to(to, x + (width - part) / 2, y + t->pitch + RULE_GAP);
	cairo_rel_line_to(to, part, 0);
	cairo_stroke(to);
}

/* What a line has above its letters' height goes below them: the first line of a page begins at the margin. */
void text_line(struct text *t, cairo_t *to, double x, double y)
{
	PangoRectangle r;
	pango_layout_iter_get_line_extents(t->at, NULL, &r);
	x += t->left + (double)r.x / PANGO_SCALE;
	cairo_move_to(to, x, y + t->ascent);
	pango_cairo_show_layout_line(to, pango_layout_iter_get_line_readonly(t->at));
	pango_layout_iter_next_line(t->at);
	if (!--t->lines && t->style.rule != NO_RULE)
		draw_rule(t, to, x, (double)r.width / PANGO_SCALE, y);
}
