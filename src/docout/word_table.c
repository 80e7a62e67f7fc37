#include "docout/advance.h"
#include "docout/word.h"

enum { SLACK = 20, SHORT_LINES = 12 };         /* twips that Word's own measure may differ; a row of so few lines is not broken */

/* -- the grid: what stands where in a row ------------------------------------------------------------ */

struct hang { int rows, span; };               /* of a cell above that goes on into this row, by its first column */
struct spot { const struct node *cell; int at, span; bool goes_on; };      /* no cell, and not from above: nothing is there */
struct grid { int n, width[WORD_COLUMNS_MAX + 1]; struct hang hang[WORD_COLUMNS_MAX + 1]; };

/* Spans that reach into a cell from above are cut there; false: there are more cells than columns. */
static bool spots(struct grid *g, const struct node *row, struct spot *ret, int *n)
{
	const struct node *c = row->first;
	*n = 0;
	for (int col = 0; col < g->n;) {
		struct hang *h = &g->hang[col];
		struct spot s = { .at = col, .span = 1, .goes_on = h->rows > 0 };
		int wanted = c ? c->colspan : g->n;
		if (s.goes_on) {
			s.span = h->span;
			h->rows--;
		} else {
			while (s.span < wanted && col + s.span < g->n && !g->hang[col + s.span].rows)
				s.span++;
			s.cell = c;
			*h = c && c->rowspan > 1 ? (struct hang){ c->rowspan - 1, s.span } : (struct hang){ 0 };
			c = c ? c->next : NULL;
		}
		ret[(*n)++] = s;
		col += s.span;
	}
	return !c;
}

static bool count_columns(struct word *w, struct grid *g, const struct node *table)
{
	struct spot s[WORD_COLUMNS_MAX + 1];
	int n, columns = 1;
	g->n = WORD_COLUMNS_MAX + 1;
	for (const struct node *row = table->first; row; row = row->next) {
		bool all = spots(g, row, s, &n);
		for (int i = 0; i < n; i++)
			if ((s[i].cell || s[i].goes_on) && s[i].at + s[i].span > columns)
				columns = s[i].at + s[i].span;
		if (!all || columns > WORD_COLUMNS_MAX)
			return word_fails(w, "có bảng quá nhiều cột", WORD_COLUMNS_MAX), false;
	}
	*g = (struct grid){ .n = columns };
	return true;
}

/* -- widths ------------------------------------------------------------------------------------------ */

static int beside(const struct node *table) { return table->plain ? 0 : 2 * WORD_CELL_BESIDE; }

/* As wide as its texts on one line; least: no word is broken. */
static void measure(struct arena *a, const struct spot *s, int around, int *width, int *least)
{
	for (const struct node *p = s->cell && s->span == 1 ? s->cell->first : NULL; p; p = p->next) {
		if (p->kind == NODE_TABLE)
			continue;
		struct style look = style_of(p);
		str text = node_text(a, p, NULL);
		int marker = p->kind == NODE_ITEM ? advance(p->marker, look.size, look.weight, look.slant) + look.size * 10 / 4 : 0;
		int all = advance(text, look.size, look.weight, look.slant) + marker + around + SLACK;
		int word = advance_word(text, look.size, look.weight, look.slant) + around + SLACK;
		width[s->at] = all > width[s->at] ? all : width[s->at];
		least[s->at] = word > least[s->at] ? word : least[s->at];
	}
}

static int64_t sum(const int *of, int n)
{
	int64_t all = 0;
	for (int i = 0; i < n; i++)
		all += of[i];
	return all;
}

/* What room there is above the least is shared out as the columns want more than that. */
static void share(struct grid *g, const int *least, int room)
{
	int64_t all = sum(g->width, g->n), narrow = sum(least, g->n), wishes = all - narrow;
	for (int i = 0; i < g->n; i++) {
		int64_t wish = g->width[i] - least[i];
		if (narrow >= room)
			g->width[i] = (int)(least[i] * (int64_t)room / narrow);
		else if (all > room)
			g->width[i] = least[i] + (int)((room - narrow) * wish / wishes);
		else
			g->width[i] = (int)(g->width[i] * (int64_t)room / all);
	}
}

static void widths_needed(struct word *w, struct grid *g, const struct node *table, int room)
{
	struct spot s[WORD_COLUMNS_MAX + 1];
	int least[WORD_COLUMNS_MAX], n, around = beside(table);
	for (int i = 0; i < g->n; i++)
		g->width[i] = least[i] = around + 10 * SLACK;
	for (const struct node *row = table->first; row; row = row->next) {
		spots(g, row, s, &n);
		for (int i = 0; i < n; i++)
			measure(w->a, &s[i], around, g->width, least);
	}
	memset(g->hang, 0, sizeof g->hang);
	for (int i = 0; i < g->n; i++)
		g->width[i] = g->width[i] > room ? room : g->width[i];
	for (int i = 0; i < g->n; i++)
		least[i] = least[i] > g->width[i] ? g->width[i] : least[i];
	share(g, least, room);
}

static void set_widths(struct word *w, struct grid *g, const struct node *table, int room)
{
	if (table->widths.n != (size_t)g->n)
		return widths_needed(w, g, table, room);
	for (int i = 0; i < g->n; i++)
		g->width[i] = room * table->widths.at[i] / 1000;
}

static int room_of(const struct grid *g, const struct spot *s, const struct node *table)
{
	int room = (int)sum(g->width + s->at, s->span) - beside(table);
	return room > 1 ? room : 1;
}

/* -- rows -------------------------------------------------------------------------------------------- */

static int lines_of(struct arena *a, const struct node *cell, int room)
{
	int lines = 0;
	for (const struct node *p = cell ? cell->first : NULL; p; p = p->next) {
		struct style s = style_of(p);
		lines += p->kind == NODE_TABLE ? SHORT_LINES + 1 : advance_lines(node_text(a, p, NULL), s.size, s.weight, s.slant, room).n;
	}
	return lines;
}

static bool is_short(struct word *w, const struct grid *g, const struct node *table, const struct spot *s, int n)
{
	for (int i = 0; i < n; i++)
		if (lines_of(w->a, s[i].cell, room_of(g, &s[i], table)) > SHORT_LINES)
			return false;
	return true;
}

static void put_cell(struct word *w, const struct grid *g, const struct node *table, const struct node *row, const struct spot *s)
{
	struct buf *b = &w->body;
	int room = room_of(g, s, table);
	buf_fmt(b, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", (int)sum(g->width + s->at, s->span));
	if (s->span > 1)
		buf_fmt(b, "<w:gridSpan w:val=\"%d\"/>", s->span);
	if (s->goes_on || (s->cell && s->cell->rowspan > 1))
		buf_put(b, s->goes_on ? S("<w:vMerge/>") : S("<w:vMerge w:val=\"restart\"/>"));
	buf_put(b, row->header ? S("<w:vAlign w:val=\"center\"/></w:tcPr>") : S("</w:tcPr>"));
	const struct node *last = NULL;
	for (const struct node *p = s->cell ? s->cell->first : NULL; p && !w->failed; last = p, p = p->next)
		word_block(w, p, room);
	if (!last)
		buf_fmt(b, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr></w:p>", word_style_id(row->header ? WORD_HEAD_CELL : FORMAL_CELL));
	buf_put(b, S("</w:tc>"));
}

static void put_row(struct word *w, struct grid *g, const struct node *table, const struct node *row, bool repeated)
{
	struct spot s[WORD_COLUMNS_MAX + 1];
	int n;
	spots(g, row, s, &n);
	bool whole = row->header || table->plain || is_short(w, g, table, s, n);
	buf_put(&w->body, S("<w:tr>"));
	if (whole || repeated)
		buf_fmt(&w->body, "<w:trPr>%s%s</w:trPr>", whole ? "<w:cantSplit/>" : "", repeated ? "<w:tblHeader/>" : "");
	for (int i = 0; i < n && !w->failed; i++)
		put_cell(w, g, table, row, &s[i]);
	buf_put(&w->body, S("</w:tr>"));
}

void word_table(struct word *w, const struct node *table, int room)
{
	struct grid g = { 0 };
	if (!table->first || !count_columns(w, &g, table))
		return;
	set_widths(w, &g, table, room);
	int wide = (int)sum(g.width, g.n);
	buf_fmt(&w->body, "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>%s<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
	        table->plain ? "PLAIN" : "GRID", wide, wide + g.n < room ? "<w:jc w:val=\"center\"/>" : "");
	for (int i = 0; i < g.n; i++)
		buf_fmt(&w->body, "<w:gridCol w:w=\"%d\"/>", g.width[i]);
	buf_put(&w->body, S("</w:tblGrid>"));
	bool top = true;
	for (const struct node *row = table->first; row && !w->failed; row = row->next) {
		top = top && row->header;              /* only rows at the top can be repeated */
		put_row(w, &g, table, row, top);
	}
	buf_put(&w->body, S("</w:tbl>"));
	if (!table->next || table->next->kind == NODE_TABLE)       /* a cell ends with a paragraph; two tables would become one */
		word_break(w, "");
}
