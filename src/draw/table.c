#include "draw/table.h"
#include "draw/cell.h"
#include <math.h>

#define RULE_WIDTH   0.5
#define ROW_BEGIN    54.0                                     /* three lines: less of a row does not begin on a page */
#define BEFORE_RULED 6.0
#define BEFORE_PLAIN 12.0
#define SLACK        0.01
enum { PART_OF_PAGE = 3 };                                    /* a row up to a third of a page goes to the next rather than in two */
enum { STUCK = 2 };                                           /* pages on which nothing of a row found room: it goes over the edge then */

struct table {
	const struct face *face;
	const struct node *first, *body;                      /* heading rows: from first to body */
	struct columns     columns;
	struct grid        grid;                              /* of the rows made */
	struct cell       *open[COLUMNS_MAX];                 /* of the rows drawn, by their first column */
	bool               ruled[COLUMNS_MAX];                /* a rule stands where the next row begins */
	bool               plain, repeats, begun;             /* repeats: its heading; begun: past it */
	double             x;
};

struct row { struct table *table; struct cell *cell[COLUMNS_MAX]; int cells; bool header, last; };

/* -- rules -------------------------------------------------------------------------------------------- */

static void line(struct page *p, double x, double y, double right, double bottom)
{
	cairo_set_line_width(p->to, RULE_WIDTH);
	cairo_move_to(p->to, x, y);
	cairo_line_to(p->to, right, bottom);
	cairo_stroke(p->to);
}

static void rule_above(struct table *t, const struct cell *c, struct page *p)
{
	for (int i = c->column; p->to && !t->plain && i < c->column + c->wide; i++)
		if (!t->ruled[i])
			line(p, t->x + t->columns.x[i], c->top, t->x + t->columns.x[i + 1], c->top);
}

static void rules_around(const struct table *t, const struct cell *c, struct page *p, double bottom)
{
	double left = t->x + c->left, right = left + c->width;
	if (t->plain)
		return;
	if (!c->column)
		line(p, left, c->top, left, bottom);
	line(p, right, c->top, right, bottom);
	line(p, left, bottom, right, bottom);
}

/* -- cells that are open ------------------------------------------------------------------------------ */

/* What of the cell stands on this page; the page ends here, or the cell. */
static void draw_piece(struct table *t, struct cell *c, struct page *p, double bottom)
{
	if (!p->to)
		return;
	cell_draw(t->face, c, p->to, t->x, bottom);
	rules_around(t, c, p, bottom);
}

static void leave(void *who, struct page *p)
{
	struct table *t = who;
	for (int i = 0; i < t->columns.n; i++)
		if (t->open[i] && t->open[i]->top < p->y)
			draw_piece(t, t->open[i], p, p->y);
}

static void draw_row(struct row *r, struct page *p);
static struct row *row_open(struct table *t, const struct node *n);

/* On a page that draws nothing (.to NULL) this only measures. */
static void put_header(const struct table *of, struct page *p)
{
	struct table t = { .face = of->face, .columns = of->columns, .x = of->x };
	for (const struct node *n = of->first; n != of->body; n = n->next) {
		struct row *r = row_open(&t, n);
		r->last = n->next == of->body;
		draw_row(r, p);
	}
}

static void arrive(void *who, struct page *p)
{
	struct table *t = who;
	memset(t->ruled, 0, sizeof t->ruled);
	if (t->repeats && t->begun) {
		put_header(t, p);
		memset(t->ruled, true, sizeof t->ruled);
	}
	for (int i = 0; i < t->columns.n; i++)
		if (t->open[i]) {
			t->open[i]->top = p->y;
			rule_above(t, t->open[i], p);
		}
}

/* -- rows --------------------------------------------------------------------------------------------- */

/* How far down from here the cells reach that end in this row. */
static double row_need(const struct row *r, const struct page *p)
{
	const struct table *t = r->table;
	double need = 0;
	for (int i = 0; i < t->columns.n; i++) {
		const struct cell *c = t->open[i];
		double reach = c && (c->high <= 1 || r->last) ? c->top + cell_rest(t->face, c) - p->y : 0;
		need = reach > need ? reach : need;
	}
	return need;
}

static void open_cells(struct row *r, struct page *p)
{
	struct table *t = r->table;
	for (int i = 0; i < r->cells; i++) {
		struct cell *c = r->cell[i];
		if (t->open[c->column])                        /* spans that overlap: what was there gives way */
			cell_close(t->open[c->column]);
		c->top = p->y;
		rule_above(t, c, p);
		t->open[c->column] = c;
	}
}

static void close_cells(struct row *r, struct page *p)
{
	struct table *t = r->table;
	memset(t->ruled, 0, sizeof t->ruled);
	for (int i = 0; i < t->columns.n; i++) {
		struct cell *c = t->open[i];
		if (!c || (--c->high > 0 && !r->last))
			continue;
		draw_piece(t, c, p, p->y);
		memset(t->ruled + c->column, true, (size_t)c->wide * sizeof *t->ruled);
		cell_close(c);
		t->open[i] = NULL;
	}
}

static void draw_row(struct row *r, struct page *p)
{
	open_cells(r, p);
	double need, before = INFINITY;
	for (int stuck = 0; (need = row_need(r, p)) > page_room(p) + SLACK && p->who == r->table && stuck < STUCK; before = need) {
		stuck = need < before ? 0 : stuck + 1;
		p->y = p->bottom;
		page_next(p);
	}
	p->y += need;
	close_cells(r, p);
	g_free(r);
}

static void strip_draw(void *what, struct page *p)
{
	struct row *r = what;
	struct table *t = r->table;
	bool last = r->last;
	p->leave = leave;
	p->arrive = arrive;
	p->who = t;
	t->begun = !r->header;
	t->x = p->left + (p->width - t->columns.x[t->columns.n]) / 2;
	draw_row(r, p);
	if (!last)
		return;
	p->who = NULL;
	g_free(t);
}

static struct row *row_open(struct table *t, const struct node *n)
{
	struct row *r = g_new0(struct row, 1);
	struct spot spots[COLUMNS_MAX];
	int columns = 0;
	r->table = t;
	r->cells = grid_row(&t->grid, n, spots, &columns);
	for (int i = 0; i < r->cells; i++)
		r->cell[i] = cell_open(t->face, &spots[i], &t->columns, t->plain);
	r->last = !n->next;
	return r;
}

/* Of cells of one row; one that reaches further is drawn as far as there is room. */
static double row_height(const struct row *r)
{
	double height = 0;
	for (int i = 0; i < r->cells; i++) {
		double rest = r->cell[i]->high <= 1 || r->last ? cell_rest(r->table->face, r->cell[i]) : 0;
		height = rest > height ? rest : height;
	}
	return height;
}

/* "Lĩnh vực 1: …", bold or over many columns, first or behind its number, stays with what it heads. */
static bool heads_rows(const struct node *row)
{
	const struct node *c = row->first, *last = row->last;
	for (int i = 0; c && row->next && i < 2; i++, c = c->next) {
		const struct node *p = paragraph_after(c, NULL);
		if ((c == last && c->colspan > 1) || (p && p->first && p->first->bold))
			return true;
	}
	return false;
}

static struct table *open_table(struct flow *f, const struct node *n)
{
	struct table *t = g_new0(struct table, 1);
	t->face = f->page->face;
	t->plain = n->plain;
	t->first = t->body = n->first;
	while (t->body && t->body->header)
		t->body = t->body->next;
	columns_of(t->face, n, f->page->width, &t->columns);
	struct page dry = { .y = 0 };
	put_header(t, &dry);
	t->repeats = t->first != t->body && dry.y <= (f->page->bottom - f->page->top) / PART_OF_PAGE;
	return t;
}

void table_add(struct flow *f, const struct node *n, bool keep)
{
	struct table *t = n->first ? open_table(f, n) : NULL;
	double page = f->page->bottom - f->page->top;
	bool heading = true;
	for (const struct node *row = n->first; row; row = row->next) {
		struct row *r = row_open(t, row);
		double height = row_height(r);
		bool parts = !n->plain && height > page / PART_OF_PAGE;
		heading = heading && row != t->body;
		r->header = heading;
		flow_add(f, (struct strip){
				    .before = row != n->first ? 0 : n->plain ? BEFORE_PLAIN : BEFORE_RULED,
				    .height = height,
				    .least = parts ? ROW_BEGIN : 0,
				    .keep = row->next ? heading || n->plain || heads_rows(row) : keep && !parts,
				    .draw = strip_draw,
				    .what = r,
			    });
	}
}
