/* The rules of a page to grids of cells.
 *
 * Rules that touch are one drawing. Where its rules across and down stand are the lines of a grid; what two neighbouring squares have no
 * rule between is one cell. A drawing may be several tables set right below each other: they part at a rule over all columns where few of
 * the rules down go on. */
#include "docin/page_parts.h"
#include "docin/page_rules.h"
#include <limits.h>
#include <stdlib.h>

/* hundredths of a point. TOUCH: between ends of rules that meet; NEAR: rules meant to stand at one place; OUT: rules that reach out further
 * than this end where none was drawn; STEMS: two letters are no higher; SPACE: between words; WITHIN: on this side of a rule and on that */
enum { TOUCH = 250, NEAR = 300, OUT = 500, STEMS = 3000, SPACE = 450, WITHIN = 100 };

/* ROUNDS: a rule that hangs on one that hangs on one … that hangs on none */
enum { LINES_MAX = GRID_ROWS + 1, LINES_LEAST = 3, ROUNDS = 8 };

struct lines { int n, at[LINES_MAX]; };

/* The drawing that is looked at, on lines x and y: is there a rule left of square (row, x), above square (y, column)? */
struct drawing {
	struct arena *a;
	int           page;
	const struct page *shows;
	page_rules    across, down;
	struct lines  x, y;
	int          *left, *above;             /* length of what is drawn there */
};

/* -- rules of tables ------------------------------------------------------------------------------------ */

static bool touch(const struct page_rule *across, const struct page_rule *down)
{
	return down->at >= across->from - TOUCH && down->at <= across->to + TOUCH && across->at >= down->from - TOUCH &&
	       across->at <= down->to + TOUCH;
}

/* The stem of a letter, or a bracket: most of it stands within words. In tight rows one may touch the next across a rule. */
static bool in_words(const struct page_rule *r, const struct page *p)
{
	long long within = 0, all = r->to - r->from;
	for (size_t i = 0; i < p->words.n && all <= STEMS; i++) {
		const struct page_word *w = &p->words.at[i];
		int from = w->y0 > r->from ? w->y0 : r->from, to = w->y1 < r->to ? w->y1 : r->to;
		within += w->x0 < r->at && w->x1 > r->at && to > from ? to - from : 0;
	}
	return within * 5 > all * 3;
}

static size_t meets(const struct page_rule *r, const page_rules *others, bool across)
{
	size_t n = 0;
	for (size_t i = 0; i < others->n; i++)
		n += across ? touch(r, &others->at[i]) : touch(&others->at[i], r);
	return n;
}

/* Those that meet two others at least. */
static bool keep_meeting(page_rules *r, const page_rules *others, bool across)
{
	size_t n = 0, all = r->n;
	for (size_t i = 0; i < all; i++)
		if (meets(&r->at[i], others, across) >= 2)
			r->at[n++] = r->at[i];
	r->n = n;
	return n < all;
}

static page_rules copy_of(struct arena *a, const page_rules *r, const struct page *without_letters)
{
	page_rules ret = { 0 };
	for (size_t i = 0; i < r->n; i++)
		if (!without_letters || !in_words(&r->at[i], without_letters))
			*vec_add(a, &ret) = r->at[i];
	return ret;
}

/* Takes from the rules those that hang together with the first. */
static void take_drawing(struct drawing *d, page_rules *across, page_rules *down)
{
	d->across = d->down = (page_rules){ 0 };
	*vec_add(d->a, &d->across) = across->at[--across->n];
	for (size_t i = 0, k = 0; i < d->across.n || k < d->down.n;) {
		bool is_across = i < d->across.n;
		struct page_rule r = is_across ? d->across.at[i++] : d->down.at[k++];
		page_rules *from = is_across ? down : across, *to = is_across ? &d->down : &d->across;
		size_t n = 0;
		for (size_t j = 0; j < from->n; j++)
			if (is_across ? touch(&r, &from->at[j]) : touch(&from->at[j], &r))
				*vec_add(d->a, to) = from->at[j];
			else
				from->at[n++] = from->at[j];
		from->n = n;
	}
}

/* -- lines and squares ------------------------------------------------------------------------------------- */

static int by_at(const void *a, const void *b)
{
	const struct page_rule *l = a, *r = b;
	return l->at < r->at ? -1 : l->at > r->at;
}

static void add_line(struct lines *l, int at)
{
	if (!l->n || at - l->at[l->n - 1] > NEAR) {
		if (l->n < LINES_MAX)
			l->at[l->n++] = at;
	}
}

/* Where most of the crossing rules end that reach out beyond the first (last) line; -1: few do, a letter hangs on one. */
static int open_end(const page_rules *crossing, int line, bool last)
{
	int end = last ? INT_MAX : -1;
	size_t out = 0;
	for (size_t i = 0; i < crossing->n; i++) {
		const struct page_rule *r = &crossing->at[i];
		if (last ? r->to <= line + OUT : r->from >= line - OUT)
			continue;
		out++;
		end = last ? (r->to < end ? r->to : end) : r->from > end ? r->from : end;
	}
	return out >= 2 && out * 2 >= crossing->n ? end : -1;
}

/* Where rules stand; the ends of what crosses them, where no rule was drawn outside. */
static void find_lines(struct lines *l, page_rules *r, const page_rules *crossing)
{
	l->n = 0;
	if (!r->n)
		return;
	qsort(r->at, r->n, sizeof *r->at, by_at);
	int first = open_end(crossing, r->at[0].at, false), last = open_end(crossing, r->at[r->n - 1].at, true);
	if (first >= 0)
		add_line(l, first);
	for (size_t i = 0; i < r->n; i++)
		add_line(l, r->at[i].at);
	if (last >= 0)
		add_line(l, last);
}

static int line_near(const struct lines *l, int at)
{
	int low = 0, high = l->n - 1;
	while (low < high) {
		int mid = low + (high - low + 1) / 2;
		if (l->at[mid] <= at)
			low = mid;
		else
			high = mid - 1;
	}
	return low;
}

/* How much of each square of the line its rules draw. */
static void draw(int *side, const struct page_rule *r, const struct lines *along)
{
	for (int i = line_near(along, r->from); i + 1 < along->n && along->at[i] < r->to; i++) {
		int from = r->from > along->at[i] ? r->from : along->at[i], to = r->to < along->at[i + 1] ? r->to : along->at[i + 1];
		side[i] += to > from ? to - from : 0;
	}
}

static bool read_squares(struct drawing *d)
{
	find_lines(&d->x, &d->down, &d->across);
	find_lines(&d->y, &d->across, &d->down);
	if (d->x.n < LINES_LEAST || d->x.n > LANES_MAX + 2 || d->y.n < 2)
		return false;
	d->left = make_n(d->a, int, (size_t)(d->x.n * d->y.n));
	d->above = make_n(d->a, int, (size_t)(d->x.n * d->y.n));
	for (size_t i = 0; i < d->down.n; i++)
		draw(d->left + line_near(&d->x, d->down.at[i].at) * d->y.n, &d->down.at[i], &d->y);
	for (size_t i = 0; i < d->across.n; i++)
		draw(d->above + line_near(&d->y, d->across.at[i].at) * d->x.n, &d->across.at[i], &d->x);
	return true;
}

static bool ruled_left(const struct drawing *d, int row, int x)
{
	return d->left[x * d->y.n + row] * 2 > d->y.at[row + 1] - d->y.at[row];
}

static bool ruled_above(const struct drawing *d, int y, int column)
{
	return d->above[y * d->x.n + column] * 2 > d->x.at[column + 1] - d->x.at[column];
}

/* -- letters between two rules ------------------------------------------------------------------------------ */

/* Words of a row that stand on both sides of x with no more than a space between. */
static bool flows_through(const struct page *p, int top, int bottom, int x)
{
	for (size_t i = 0; i < p->words.n; i++) {
		const struct page_word *w = &p->words.at[i], *v = i + 1 < p->words.n ? w + 1 : NULL;
		int middle = w->y0 + (w->y1 - w->y0) / 2, end = w->x1;
		if (middle <= top || middle >= bottom)
			continue;
		if (v && v->y0 < middle && v->y1 > middle && v->x0 >= w->x1 && v->x0 - w->x1 <= SPACE)
			end = v->x1;
		if (w->x0 < x - WITHIN && end > x + WITHIN)
			return true;
	}
	return false;
}

static int inner_rules(const struct drawing *d, int r)
{
	int n = 0;
	for (int x = 1; x + 1 < d->x.n; x++)
		n += ruled_left(d, r, x);
	return n;
}

/* A stem that stands in line with the rules above and below looks like a piece of them. Where words flow through, what leaves a gap in
   its row is one; what leaves none, only in a row whose cells are then mostly one. */
static void take_stems(struct drawing *d)
{
	for (int r = 0; r + 1 < d->y.n; r++)
		for (int whole = 0; whole < 2; whole++) {
			int top = d->y.at[r], bottom = d->y.at[r + 1], inner = inner_rules(d, r);
			for (int x = 1; x + 1 < d->x.n && (!whole || inner * 2 < d->x.n - 2); x++) {
				int *drawn = &d->left[x * d->y.n + r];
				bool may = ruled_left(d, r, x) && (whole || bottom - top - *drawn > WITHIN);
				if (may && flows_through(d->shows, top, bottom, d->x.at[x]))
					*drawn = 0;
			}
		}
}

/* -- tables right below each other ---------------------------------------------------------------------- */

static bool ruled_left_in(const struct drawing *d, int first, int end, int x)
{
	for (int r = first; r < end; r++)
		if (ruled_left(d, r, x))
			return true;
	return false;
}

/* A rule over all columns, at which some rules down end, others begin that no row from `first` on had, and not more than half go on. */
static bool parts_tables(const struct drawing *d, int first, int y)
{
	int above = 0, below = 0, both = 0, begin = 0;
	for (int c = 0; c + 1 < d->x.n; c++)
		if (!ruled_above(d, y, c))
			return false;
	for (int x = 1; x + 1 < d->x.n; x++) {
		bool up = ruled_left(d, y - 1, x), down = ruled_left(d, y, x);
		above += up;
		below += down;
		both += up && down;
		begin += down && !ruled_left_in(d, first, y, x);
	}
	return begin && above > both && both * 2 <= (above < below ? above : below);
}

/* Lines of the rows [first, end) alone: those that have a rule there. */
struct band { int first, end; struct lines x, y; };

static void keep_lines(const struct drawing *d, struct band *b)
{
	b->x.n = b->y.n = 0;
	for (int x = 0; x < d->x.n; x++) {
		bool any = ruled_left_in(d, b->first, b->end, x);
		for (int r = b->first; r < b->end && !any; r++)
			any = (x == 0 && ruled_above(d, r, 0)) || (x == d->x.n - 1 && ruled_above(d, r, x - 1));
		if (any)
			b->x.at[b->x.n++] = x;
	}
	for (int y = b->first; y <= b->end; y++) {
		bool any = y == b->first || y == b->end;
		for (int c = 0; c + 1 < d->x.n && !any; c++)
			any = ruled_above(d, y, c);
		if (any)
			b->y.at[b->y.n++] = y;
	}
}

/* -- cells ------------------------------------------------------------------------------------------------ */

static struct grid_cell *cell_at(struct grid *g, int row, int column) { return &g->of[row * g->columns + column]; }

static bool ruled(const struct drawing *d, const struct band *b, bool left, int row, int column)
{
	return left ? ruled_left(d, b->y.at[row], b->x.at[column]) : ruled_above(d, b->y.at[row], b->x.at[column]);
}

/* Free below: no cell yet, and no rule above any of its squares, nor between them. */
static bool free_below(const struct drawing *d, const struct band *b, struct grid *g, const struct grid_cell *o, int row)
{
	for (int c = o->c0; c <= o->c1; c++)
		if (cell_at(g, row, c)->c1 >= 0 || ruled(d, b, false, row, c) || (c > o->c0 && ruled(d, b, true, row, c)))
			return false;
	return true;
}

static void find_cells(const struct drawing *d, const struct band *b, struct grid *g)
{
	for (int i = 0; i < g->rows * g->columns; i++)
		g->of[i] = (struct grid_cell){ .c1 = -1 };
	for (int r = 0; r < g->rows; r++)
		for (int c = 0; c < g->columns; c++) {
			struct grid_cell o = { c, c, r, r };
			if (cell_at(g, r, c)->c1 >= 0)
				continue;
			while (o.c1 + 1 < g->columns && cell_at(g, r, o.c1 + 1)->c1 < 0 && !ruled(d, b, true, r, o.c1 + 1))
				o.c1++;
			while (o.r1 + 1 < g->rows && free_below(d, b, g, &o, o.r1 + 1))
				o.r1++;
			for (int i = o.r0; i <= o.r1; i++)
				for (int k = o.c0; k <= o.c1; k++)
					*cell_at(g, i, k) = o;
		}
}

static void add_grid(const struct drawing *d, struct arena *a, struct band *b, grids *to)
{
	keep_lines(d, b);
	if (b->x.n < LINES_LEAST || b->y.n < 2)
		return;
	struct grid *g = vec_add(a, to);
	*g = (struct grid){ .page = d->page, .columns = b->x.n - 1, .rows = b->y.n - 1, .x = make_n(a, int, (size_t)b->x.n),
	                    .y = make_n(a, int, (size_t)b->y.n), .of = make_n(a, struct grid_cell, (size_t)((b->x.n - 1) * (b->y.n - 1))) };
	for (int i = 0; i < b->x.n; i++)
		g->x[i] = d->x.at[b->x.at[i]];
	for (int i = 0; i < b->y.n; i++)
		g->y[i] = d->y.at[b->y.at[i]];
	g->touches = b->first > 0 || b->end + 1 < d->y.n;
	find_cells(d, b, g);
}

static void add_grids(struct drawing *d, struct arena *a, grids *to)
{
	if (!read_squares(d))
		return;
	take_stems(d);
	struct band *b = make(d->a, struct band);
	for (int first = 0; first + 1 < d->y.n; first = b->end) {
		for (b->end = first + 1; b->end + 1 < d->y.n && !parts_tables(d, first, b->end); b->end++)
			;
		b->first = first;
		add_grid(d, a, b, to);
	}
}

/* -- of a page --------------------------------------------------------------------------------------------- */

static int by_top(const void *a, const void *b)
{
	const struct grid *l = a, *r = b;
	return l->y[0] < r->y[0] ? -1 : l->y[0] > r->y[0];
}

static long long area(const struct grid *g) { return (long long)(g->x[g->columns] - g->x[0]) * (g->y[g->rows] - g->y[0]); }

static bool beside(const struct grid *a, const struct grid *b)
{
	return a->y[0] < b->y[b->rows] - NEAR && b->y[0] < a->y[a->rows] - NEAR;
}

/* Of two that stand beside or in each other the larger one counts. */
static void add_apart(struct arena *a, grids *all, const grids *of_page)
{
	for (size_t i = 0; i < of_page->n; i++) {
		bool counts = true;
		for (size_t k = 0; k < of_page->n && counts; k++) {
			long long mine = area(&of_page->at[i]), other = area(&of_page->at[k]);
			counts = k == i || !beside(&of_page->at[i], &of_page->at[k]) || mine > other || (mine == other && i < k);
		}
		if (counts)
			*vec_add(a, all) = of_page->at[i];
	}
}

static void read_page(struct arena *a, int number, const struct page *p, grids *all)
{
	CLEANUP(arena_close) struct arena *own = arena_open((size_t)64 << 20);
	page_rules across = copy_of(own, &p->across, NULL), down = copy_of(own, &p->down, p);
	grids here = { 0 };
	struct drawing *d = make(own, struct drawing);
	*d = (struct drawing){ .a = own, .page = number, .shows = p };
	bool fewer = true;
	for (int i = 0; fewer && i < ROUNDS; i++) {
		fewer = keep_meeting(&across, &down, true);
		fewer = keep_meeting(&down, &across, false) || fewer;
	}
	while (across.n) {
		take_drawing(d, &across, &down);
		add_grids(d, a, &here);
	}
	if (here.n)
		qsort(here.at, here.n, sizeof *here.at, by_top);
	add_apart(a, all, &here);
}

grids page_grids(struct arena *a, const pages *p)
{
	grids all = { 0 };
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].across.n >= 2 && p->at[i].down.n >= 2)
			read_page(a, (int)i, &p->at[i], &all);
	return all;
}
