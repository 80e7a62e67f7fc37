/* The tree of a table whose rows are known. */
#include "docin/page_table.h"
#include <limits.h>

/* -- the tree ------------------------------------------------------------------------------------------ */

struct span { int to; size_t n; const struct piece **at; };

/* The cell that begins at column c: as far as its pieces reach. */
static struct span span_at(struct arena *a, const struct row *r, int c)
{
	struct span s = { .to = c + r->wide[c] };
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < r->at.n; i++)
			if (r->at.at[i]->c0 >= c && r->at.at[i]->c0 <= s.to && r->at.at[i]->c1 > s.to) {
				s.to = r->at.at[i]->c1;
				more = true;
			}
	}
	s.at = make_n(a, const struct piece *, r->at.n + 1);
	for (size_t i = 0; i < r->at.n; i++)
		if (r->at.at[i]->c0 >= c && r->at.at[i]->c0 <= s.to)
			s.at[s.n++] = r->at.at[i];
	return s;
}

static void fill_cell(struct page_tree *o, const struct table *t, struct node *cell, const struct span *s, int c)
{
	struct flow_line *l = make_n(t->a, struct flow_line, s->n + 1);
	int width = 0;
	for (size_t i = 0; i < s->n; i++)
		l[i] = s->at[i]->l;
	for (int i = c; i <= s->to; i++)
		width += t->width[i];
	int room = t->s->grids.n ? t->s->grids.at[0]->x[s->to + 1] - t->s->grids.at[0]->x[c] - 2 * t->white[c] : 0;
	if (s->n)
		flow_cell(o, cell, l, s->n, (struct cell_setting){ room > width ? room : width, t->pitch, room > 0 });
}

static struct node *row_node(struct page_tree *o, struct node *table, const struct row *r, int number)
{
	struct place from = { .page = r->at.n ? r->at.at[0]->l.page + 1 : 0, .table = table->from.table, .row = number };
	struct node *n = node_add(o->a, table, NODE_ROW, from);
	n->header = r->header;
	return n;
}

static struct node *cell_node(struct page_tree *o, struct node *row, int number, int colspan, int rowspan)
{
	struct place from = row->from;
	from.cell = number;
	from.line = 0;
	struct node *n = node_add(o->a, row, NODE_CELL, from);
	n->colspan = colspan;
	n->rowspan = rowspan;
	return n;
}

static void close_row(struct page_tree *o, struct node *row)
{
	row->from.line = row->from.line ? row->from.line : o->lines;
	for (struct node *c = row->first; c; c = c->next)
		c->from.line = c->from.line ? c->from.line : row->from.line;
}

static void plain_row(struct page_tree *o, const struct table *t, struct node *table, const struct row *r, int number)
{
	struct node *row = row_node(o, table, r, number);
	for (int c = 0, n = 1; c < t->columns;) {
		if (r->covered[c]) {
			c++;
			continue;
		}
		struct span s = span_at(t->a, r, c);
		fill_cell(o, t, cell_node(o, row, n++, s.to - c + 1, 1 + r->down[c]), &s, c);
		c = s.to + 1;
	}
	close_row(o, row);
}

/* -- a heading over two rows ---------------------------------------------------------------------------- */

struct group { int c0, c1; const struct piece *over; };
struct heading { int top[COLUMNS], bottom[COLUMNS], y0, y1; struct group of[COLUMNS]; bool any; };

static void extents(struct heading *h, const struct row *r)
{
	h->y0 = INT_MAX;
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		h->y0 = p->l.y < h->y0 ? p->l.y : h->y0;
		h->y1 = p->l.y > h->y1 ? p->l.y : h->y1;
	}
}

/* Without the piece that stands above, does column c stand in the lower part of the heading only? */
static bool lower(const struct heading *h, const struct row *r, int c, const struct piece *over, int apart)
{
	int top = INT_MAX, bottom = 0;
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		if (p == over || p->c0 > c || p->c1 < c)
			continue;
		if (p->c0 != p->c1)
			return false;
		top = p->l.y < top ? p->l.y : top;
		bottom = p->l.y > bottom ? p->l.y : bottom;
	}
	return bottom && top > over->l.y + apart && top + (bottom - top) / 2 > h->y0 + (h->y1 - h->y0) / 2 + over->l.em / 5;
}

/* Headings that stand above several others: "Điểm" above "Tối đa", "Đạt". */
static struct heading heading_of(const struct table *t, const struct row *r)
{
	struct heading h = { 0 };
	extents(&h, r);
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		int c0 = p->c0, c1 = p->c1;
		bool under = true;
		for (int c = c0; c <= c1; c++)
			under = under && !h.of[c].over && lower(&h, r, c, p, t->pitch + EXCESS);
		if (!under)
			continue;
		while (c0 > 0 && !h.of[c0 - 1].over && lower(&h, r, c0 - 1, p, p->l.em / 3))
			c0--;
		while (c1 + 1 < t->columns && lower(&h, r, c1 + 1, p, p->l.em / 3))
			c1++;
		if (c0 == c1)
			continue;
		h.any = true;
		for (int c = c0; c <= c1; c++)
			h.of[c] = (struct group){ c0, c1, p };
	}
	return h;
}

static struct span only(struct arena *a, const struct row *r, int c, const struct piece *without)
{
	struct span s = { .to = c, .at = make_n(a, const struct piece *, r->at.n + 1) };
	for (size_t i = 0; i < r->at.n; i++)
		if (r->at.at[i] != without && r->at.at[i]->c0 <= c && r->at.at[i]->c1 >= c)
			s.at[s.n++] = r->at.at[i];
	return s;
}

static void heading_rows(struct page_tree *o, const struct table *t, struct node *table, const struct row *r, int *number)
{
	struct heading h = heading_of(t, r);
	if (!h.any)
		return plain_row(o, t, table, r, (*number)++);
	struct node *up = row_node(o, table, r, (*number)++);
	for (int c = 0, n = 1; c < t->columns; n++) {
		const struct group *g = &h.of[c];
		struct span s = g->over ? (struct span){ g->c1, 1, (const struct piece *[]){ g->over } } : span_at(t->a, r, c);
		fill_cell(o, t, cell_node(o, up, n, s.to - c + 1, g->over ? 1 : 2), &s, c);
		c = s.to + 1;
	}
	close_row(o, up);
	struct node *down = row_node(o, table, r, (*number)++);
	for (int c = 0, n = 1; c < t->columns; c++)
		if (h.of[c].over) {
			struct span s = only(t->a, r, c, h.of[c].over);
			fill_cell(o, t, cell_node(o, down, n++, 1, 1), &s, c);
		}
	close_row(o, down);
}

void page_table(struct page_tree *o, const struct sheet *s, const strips *all)
{
	struct table *t = make(o->a, struct table);
	*t = (struct table){ .a = o->a, .s = s, .all = all, .n = s->parts.n, .columns = s->lanes.n + 1 };
	t->part = make_n(t->a, pieces, t->n);
	if (!s->grids.n)
		table_pieces(t);
	rows r = s->grids.n ? ruled_rows(t) : table_rows(t);
	struct place from = { .table = ++o->tables, .page = all->at[s->parts.at[0].first].page + 1 };
	struct node *table = node_add(o->a, o->root, NODE_TABLE, from);
	int number = 1;
	for (size_t i = 0; i < r.n; i++) {
		if (i == 0 && r.at[i].header && !s->grids.n)
			heading_rows(o, t, table, &r.at[i], &number);
		else
			plain_row(o, t, table, &r.at[i], number++);
	}
	table->from.line = table->from.line ? table->from.line : o->lines;
}
