/* The tree as text for a person: position on the left, kind, first words; tables drawn as tables. */
#include "base/fold.h"
#include "doc/chart.h"
#include "doc/node.h"

enum { TEXT_MAX = 100, CELL_MAX = 44, TABLE_MAX = 132, CELL_MIN = 3, COLS_MAX = 32, INDENT_MAX = 12 };

/* -- text in a given width ------------------------------------------------------------------------ */

/* A foreign document must not steer the terminal, and each node is one line. */
static void put_char(struct buf *b, str s, size_t from, size_t to, uint32_t c)
{
	if (c == '\n')
		buf_put(b, S(" ¶ "));
	else if (c < ' ' || (c >= 0x7F && c < 0xA0))
		buf_put(b, S(" "));
	else if (c == 0xFFFD)
		buf_put(b, S("�"));
	else
		buf_put(b, str_sub(s, from, to));
}

static int width_of(uint32_t c) { return c == '\n' ? 3 : 1; }

/* How many columns s needs, at most max. */
static int text_width(str s, int max)
{
	int n = 0;
	for (size_t at = 0; at < s.n && n < max;)
		n += width_of(utf8_next(s, &at));
	return n < max ? n : max;
}

static bool fits(str s, int max)
{
	int n = 0;
	for (size_t at = 0; at < s.n;)
		if ((n += width_of(utf8_next(s, &at))) > max)
			return false;
	return true;
}

/* Writes s in at most max columns, cut with "…"; gives the columns used. */
static int put_cut(struct buf *b, str s, int max)
{
	int n = 0, room = fits(s, max) ? max : max - 1;
	for (size_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at);
		if (n + width_of(c) > room)
			return buf_put(b, S("…")), n + 1;
		put_char(b, s, from, at, c);
		n += width_of(c);
	}
	return n;
}

static void pad(struct buf *b, int n)
{
	for (; n > 0; n--)
		buf_put(b, S(" "));
}

static void put_place(struct buf *b, struct place p)
{
	if (p.page)
		buf_fmt(b, "tr. %-3d ", p.page);
	if (p.line)
		buf_fmt(b, "dòng %5d  ", p.line);
	else
		buf_fmt(b, "%12s", "");
}

/* -- tables --------------------------------------------------------------------------------------- */

struct grid { int cols, width[COLS_MAX], hang[COLS_MAX]; };     /* hang: rows a cell above still covers */
struct spot { const struct node *cell; int col, span; };

static int at_most(int n, int max) { return n < max ? n : max; }

/* Places the cells of a row on the grid; a spot without a cell is covered from above. */
static int spots(struct grid *g, const struct node *row, struct spot *ret)
{
	int n = 0, col = 0;
	for (const struct node *c = row->first; col < COLS_MAX && (c || g->hang[col]);) {
		if (g->hang[col]) {
			g->hang[col]--;
			ret[n++] = (struct spot){ NULL, col++, 1 };
			continue;
		}
		int span = at_most(c->colspan > 1 ? c->colspan : 1, COLS_MAX - col);
		for (int i = 0; i < span; i++)
			g->hang[col + i] = c->rowspan > 1 ? c->rowspan - 1 : 0;
		ret[n++] = (struct spot){ c, col, span };
		col += span;
		c = c->next;
	}
	g->cols = col > g->cols ? col : g->cols;
	return n;
}

static void measure(struct arena *a, struct grid *g, const struct node *table)
{
	struct spot s[COLS_MAX];
	for (const struct node *row = table->first; row; row = row->next) {
		int n = spots(g, row, s);
		for (int i = 0; i < n; i++) {
			int w = s[i].cell && s[i].span == 1 ? text_width(node_text(a, s[i].cell, NULL), CELL_MAX) : 0;
			if (w > g->width[s[i].col])
				g->width[s[i].col] = w;
		}
	}
	memset(g->hang, 0, sizeof g->hang);
}

/* Takes from the widest column until the table fits the page. */
static void narrow(struct grid *g)
{
	int sum = 0;
	for (int i = 0; i < g->cols; i++)
		sum += g->width[i] = g->width[i] < CELL_MIN ? CELL_MIN : g->width[i];
	for (; sum + 3 * g->cols > TABLE_MAX; sum--) {
		int widest = 0;
		for (int i = 1; i < g->cols; i++)
			if (g->width[i] > g->width[widest])
				widest = i;
		if (g->width[widest] == CELL_MIN)
			return;
		g->width[widest]--;
	}
}

static void rule(struct buf *b, const struct grid *g)
{
	pad(b, 14);
	for (int i = 0; i < g->cols; i++) {
		buf_put(b, i ? S("┼") : S("├"));
		for (int k = -2; k < g->width[i]; k++)
			buf_put(b, S("─"));
	}
	buf_put(b, S("┤\n"));
}

static void print_row(struct arena *a, struct buf *b, struct grid *g, const struct node *row)
{
	struct spot s[COLS_MAX];
	int n = spots(g, row, s);
	put_place(b, row->from);
	pad(b, 2);
	for (int i = 0; i < n; i++) {
		int width = 3 * (s[i].span - 1);
		for (int k = 0; k < s[i].span; k++)
			width += g->width[s[i].col + k];
		str text = s[i].cell ? node_text(a, s[i].cell, NULL) : (str){ 0 };
		bool right = s[i].cell && s[i].cell->number && fits(text, width);      /* figures stand right */
		int room = right ? width - text_width(text, width) : 0;
		buf_put(b, S("│ "));
		pad(b, room);
		pad(b, width - room - put_cut(b, text, width) + 1);
	}
	buf_put(b, S("│\n"));
	if (row->header && !(row->next && row->next->header))
		rule(b, g);
}

static void print_table(struct arena *a, struct buf *b, const struct node *t)
{
	struct grid g = { 0 };
	int rows = 0;
	measure(a, &g, t);
	narrow(&g);
	for (const struct node *row = t->first; row; row = row->next)
		rows++;
	put_place(b, t->from);
	buf_put(b, S("bảng"));
	if (t->from.table)
		buf_fmt(b, " %d", t->from.table);
	buf_fmt(b, ": %d hàng, %d cột\n", rows, g.cols);
	for (const struct node *row = t->first; row; row = row->next)
		print_row(a, b, &g, row);
}

/* -- the other kinds ------------------------------------------------------------------------------ */

static void print_text(struct arena *a, struct buf *b, const struct node *n, const char *kind)
{
	put_place(b, n->from);
	buf_put(b, str_c(kind));
	pad(b, 10 - text_width(str_c(kind), 10));
	if (n->kind == NODE_ITEM || n->kind == NODE_HEADING)
		pad(b, 2 * at_most(n->level - 1, INDENT_MAX));
	if (n->marker.n) {
		put_cut(b, n->marker, 12);
		pad(b, 1);
	}
	put_cut(b, node_text(a, n, NULL), TEXT_MAX);
	buf_put(b, S("\n"));
}

static void print_line(struct arena *a, struct buf *b, const struct node *n)
{
	if (n->gap)
		buf_put(b, S("\n"));
	put_place(b, n->from);
	for (size_t i = 0; i < n->lead.n && i < TEXT_MAX; i++)
		buf_put(b, n->lead.p[i] == '\t' ? S("→   ") : S(" "));
	put_cut(b, node_text(a, n, NULL), TEXT_MAX);
	buf_put(b, S("\n"));
}

static void print_chart(struct buf *b, const struct node *n)
{
	put_place(b, n->from);
	buf_put(b, S("hình      "));
	put_cut(b, n->chart->title, TEXT_MAX);
	buf_put(b, S("\n"));
}

struct print { struct arena *a; struct buf *b; };

static enum walk print(void *ctx, const struct node *n, enum edge edge)
{
	struct print *p = ctx;
	if (edge == LEAVE)
		return WALK_ON;
	switch (n->kind) {
	case NODE_DOC:     return WALK_ON;
	case NODE_HEADING: print_text(p->a, p->b, n, str_fmt(p->a, "đề mục %d", n->level).p); break;
	case NODE_PARA:    print_text(p->a, p->b, n, "đoạn"); break;
	case NODE_ITEM:    print_text(p->a, p->b, n, "mục"); break;
	case NODE_RUN:     print_text(p->a, p->b, n, "chữ"); break;
	case NODE_CELL:    print_text(p->a, p->b, n, "ô"); break;
	case NODE_LINE:    print_line(p->a, p->b, n); break;
	case NODE_TABLE:   print_table(p->a, p->b, n); break;
	case NODE_CHART:   print_chart(p->b, n); break;
	case NODE_ROW: {
		struct grid g = { 0 };
		struct spot s[COLS_MAX];
		spots(&g, n, s);
		for (int i = 0; i < g.cols; i++)
			g.width[i] = CELL_MAX / 2, g.hang[i] = 0;
		print_row(p->a, p->b, &g, n);
		break;
	}
	}
	return WALK_SKIP;
}

void node_print(struct buf *b, const struct node *n)
{
	struct print p = { b->a, b };
	doc_walk(n, print, &p);
}
