/* A table whose columns are known: its rows.
 *
 * A piece is a line of a cell. Anchors are what tells rows: the codes of the first column, figures that stand alone in their
 * columns. Between two anchors one border is drawn. Whether cells stand at the top or in the middle of their rows is
 * found out for the whole table: the borders are drawn both ways by a dynamic programme, and the way that costs less is
 * taken. A border costs where it cuts lines that follow each other at the pitch of lines, a row where its anchor does
 * not stand at its top (in its middle). */
#include "docin/page_table.h"
#include <limits.h>
#include <stdlib.h>

enum { CUT_LINE = 300, CUT_THROUGH = 300, LOOSE_ROW = 250, CUTS_MAX = 60 };

struct anchor { int top, last, middle; bool code; };
typedef VEC(struct anchor) anchors;
struct plan { size_t *at; size_t n; long long cost; };      /* the first piece of each row */

/* -- what is true of the whole table ------------------------------------------------------------------------ */

static int by_number(const void *a, const void *b)
{
	int l = *(const int *)a, r = *(const int *)b;
	return l < r ? -1 : l > r;
}

static struct plan plan_by_gaps(struct table *t, const pieces *p);

static size_t columns_at(const pieces *p, size_t from, size_t end)
{
	size_t n = 0;
	for (size_t i = from; i < end && p->at[i].l.y - p->at[from].l.y <= p->at[i].l.em / 3; i++)
		n += p->at[i].c0 == p->at[i].c1;
	return n;
}

/* Rows that the white around them shows: at least three cells begin at one height, and there is no code. */
static size_t rows_without_code(struct table *t)
{
	size_t n = 0;
	for (size_t k = 0; k < t->n; k++) {
		const pieces *p = &t->part[k];
		struct plan l = plan_by_gaps(t, p);
		for (size_t i = 0; i < l.n; i++) {
			size_t end = i + 1 < l.n ? l.at[i + 1] : p->n, coded = 0;
			for (size_t j = l.at[i]; j < end; j++)
				coded += p->at[j].code;
			n += !coded && columns_at(p, l.at[i], end) >= 3;
		}
	}
	return n;
}

static void find_roles(struct table *t)
{
	size_t codes = 0, others = 0, figures[COLUMNS] = { 0 }, texts[COLUMNS] = { 0 };
	for (size_t k = 0; k < t->n; k++) {
		bool body = false;
		for (size_t i = 0; i < t->part[k].n; i++) {
			const struct piece *p = &t->part[k].at[i];
			body |= p->code || p->figure;
			codes += p->code;
			others += body && p->c0 == 0 && p->c1 == 0 && !p->code;
			if (body && p->c0 == p->c1)
				(p->figure ? figures : texts)[p->c0]++;
		}
	}
	t->coded = codes && codes * 2 >= others && codes + t->n >= rows_without_code(t);
	for (int c = codes ? 1 : 0; c < t->columns; c++)
		t->figure[c] = figures[c] && figures[c] >= texts[c] * 2;
}

/* -- anchors ------------------------------------------------------------------------------------------ */

static void extend(struct anchor *x, int y)
{
	x->last = y;
	x->middle = x->top + (y - x->top) / 2;
}

static void anchor_add(struct arena *a, anchors *to, int y, bool code)
{
	*vec_add(a, to) = (struct anchor){ y, y, y, code };
}

/* The first column: each code is a row; the heading ("Số" above "TT") and what is set over several columns too. */
static void anchors_coded(struct table *t, const pieces *p, anchors *to)
{
	const struct piece *last = NULL;
	for (size_t i = 0; i < p->n; i++) {
		const struct piece *q = &p->at[i];
		if (q->c0 != 0 || q->tail)
			continue;
		struct anchor *x = to->n ? &to->at[to->n - 1] : NULL;
		bool goes_on = last && q->l.y - x->last <= q->l.em * 9 / 5 &&
		               (q->code ? piece_code_cut(t, last, q) : q->c1 == 0 ? true : last->c1 > 0 && !q->figure && !last->code);
		if (goes_on)
			extend(x, q->l.y);
		else
			anchor_add(t->a, to, q->l.y, q->code);
		last = q;
	}
}

static struct piece *first_in_front(pieces *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].c0 == 0)
			return &p->at[i];
	return NULL;
}

/* "7a.3." was the last code of the page before. */
static void find_tail(struct table *t, size_t k)
{
	struct piece *down = first_in_front(&t->part[k]);
	const pieces *before = &t->part[k - 1];
	size_t i = before->n;
	while (i > 0 && before->at[i - 1].c0 > 0)
		i--;
	if (i && down)
		down->tail = piece_code_cut(t, &before->at[i - 1], down);
}

struct level { int y; size_t figures; };
typedef VEC(struct level) levels;

/* Heights at which figures stand in columns of figures. */
static void read_levels(struct table *t, const pieces *p, levels *to)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct piece *q = &p->at[i];
		if (!q->figure || !t->figure[q->c0])
			continue;
		if (to->n && q->l.y - to->at[to->n - 1].y <= q->l.em / 3)
			to->at[to->n - 1].figures++;
		else
			*vec_add(t->a, to) = (struct level){ q->l.y, 1 };
	}
}

static int by_top(const void *a, const void *b)
{
	const struct anchor *l = a, *r = b;
	return l->top < r->top ? -1 : l->top > r->top;
}

/* Both rise: *at goes on from one call to the next. */
static bool has_anchor(const anchors *x, size_t *at, int y, int by)
{
	while (*at < x->n && x->at[*at].last < y - by)
		++*at;
	return *at < x->n && x->at[*at].top <= y + by;
}

static size_t figure_columns(const struct table *t)
{
	size_t n = 0;
	for (int c = 0; c < t->columns; c++)
		n += t->figure[c];
	return n;
}

/* Do figures stand where the codes stand? Only then do figures alone make a row. */
static void find_aligned(struct table *t)
{
	size_t codes = 0, together = 0;
	for (size_t k = 0; k < t->n; k++) {
		anchors x = { 0 };
		levels l = { 0 };
		anchors_coded(t, &t->part[k], &x);
		read_levels(t, &t->part[k], &l);
		for (size_t i = 0, j = 0; i < x.n; i++) {
			codes += x.at[i].code;
			while (j < l.n && l.at[j].y < x.at[i].top - 400)
				j++;
			together += x.at[i].code && j < l.n && l.at[j].y <= x.at[i].top + 400;
		}
	}
	t->aligned = together * 2 >= codes;
}

/* Two rows are at least a line apart. */
static int row_room(const struct table *t, const pieces *p)
{
	return p->n && t->pitch * 4 / 5 < p->at[0].l.em / 2 ? p->at[0].l.em / 2 : t->pitch * 4 / 5;
}

static void add_anchors(struct arena *a, anchors *to, const anchors *more)
{
	for (size_t i = 0; i < more->n; i++)
		*vec_add(a, to) = more->at[i];
	if (more->n)
		qsort(to->at, to->n, sizeof *to->at, by_top);
}

/* A row without a code is told by what parts it from the row above. */
static void anchors_by_seams(struct table *t, const pieces *p, anchors *to)
{
	anchors more = { 0 };
	size_t at = 0;
	for (size_t i = 1; i < p->n && t->coded && t->seam; i++)
		if (p->at[i].l.y - p->at[i - 1].l.y >= t->seam - EXCESS && !has_anchor(to, &at, p->at[i].l.y, row_room(t, p)))
			anchor_add(t->a, &more, p->at[i].l.y, true);
	add_anchors(t->a, to, &more);
}

static anchors anchors_of(struct table *t, const pieces *p)
{
	anchors x = { 0 }, more = { 0 };
	levels l = { 0 };
	if (t->coded)
		anchors_coded(t, p, &x);
	anchors_by_seams(t, p, &x);
	read_levels(t, p, &l);
	size_t least = t->coded || figure_columns(t) > 1 ? 2 : 1, at = 0;
	for (size_t i = 0; i < l.n && (!t->coded || t->aligned); i++)
		if (l.at[i].figures >= least && !has_anchor(&x, &at, l.at[i].y, row_room(t, p)))
			anchor_add(t->a, &more, l.at[i].y, true);
	add_anchors(t->a, &x, &more);
	return x;
}

/* The least that parts paragraphs of a cell or rows: more than lines of a paragraph are apart. */
static int least_gap(const struct table *t)
{
	int least = INT_MAX;
	for (size_t k = 0; k < t->n; k++)
		for (size_t i = 0; i < t->part[k].n; i++) {
			const struct piece *p = &t->part[k].at[i], *q = piece_above(&t->part[k], i, p->l.em * 4);
			int d = q ? p->l.y - q->l.y : 0;
			least = d * 4 > t->pitch * 5 && d < least ? d : least;
		}
	return least;
}

typedef VEC(int) numbers;

/* The white above the codes of a page. */
static void seams_coded(struct table *t, const pieces *p, numbers *d)
{
	anchors x = { 0 };
	anchors_coded(t, p, &x);
	for (size_t i = 0, j = 0; i < x.n; i++) {
		while (j < p->n && p->at[j].l.y < x.at[i].top)
			j++;
		if (j && x.at[i].code)
			*vec_add(t->a, d) = x.at[i].top - p->at[j - 1].l.y;
	}
}

/* The white above rows of which three cells at least begin at one height. */
static void seams_by_gaps(struct table *t, const pieces *p, numbers *d)
{
	struct plan l = plan_by_gaps(t, p);
	for (size_t i = 1; i < l.n; i++)
		if (columns_at(p, l.at[i], p->n) >= 3)
			*vec_add(t->a, d) = p->at[l.at[i]].l.y - p->at[l.at[i] - 1].l.y;
}

/* Rows set apart by one distance, and paragraphs of cells by a smaller one: the seam. */
static void find_seam(struct table *t)
{
	numbers d = { 0 };
	for (size_t k = 0; k < t->n; k++)
		(t->coded ? seams_coded : seams_by_gaps)(t, &t->part[k], &d);
	if (d.n < 2 || !t->pitch)
		return;
	qsort(d.at, d.n, sizeof *d.at, by_number);
	if (d.at[d.n / 2] - d.at[0] <= EXCESS && d.at[0] > least_gap(t) + 2 * EXCESS)
		t->seam = d.at[0];
}

/* -- borders ------------------------------------------------------------------------------------------- */

/* A border before piece i: the lines it parts that belong together, the lines it runs through. */
static int cut_cost(const struct table *t, const pieces *p, size_t i)
{
	int y = p->at[i - 1].l.y + (p->at[i].l.y - p->at[i - 1].l.y) / 2, cost = 0, em = p->at[i].l.em;
	for (size_t k = i; k-- > 0 && y - p->at[k].l.y < em * 2 / 5;)
		cost += CUT_THROUGH;
	for (size_t k = i; k < p->n && p->at[k].l.y - y < em * 2 / 5; k++)
		cost += CUT_THROUGH;
	for (size_t k = i; t->pitch && k < p->n && p->at[k].l.y - y <= em * 2; k++) {
		const struct piece *q = piece_above(p, k, t->pitch + EXCESS);
		cost += q && q < &p->at[i] ? CUT_LINE * (line_begins_small(&p->at[k].l) ? 2 : 1) : 0;
	}
	return cost;
}

struct cut { size_t at, from; int own; long long cost; };

static int row_cost(const pieces *p, size_t from, size_t to, const struct anchor *x, bool middle)
{
	int top = p->at[from].l.y, bottom = p->at[to - 1].l.y;
	return abs(middle ? top + (bottom - top) / 2 - x->middle : top - x->top);
}

/* The first piece below the height y. */
static size_t first_below(const pieces *p, int y)
{
	size_t low = 0, high = p->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (p->at[mid].l.y <= y)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Where row k may begin: between its anchor and the one before. */
static size_t cuts_before(const struct table *t, const pieces *p, const anchors *x, size_t k, struct cut *ret)
{
	size_t n = 0, low = k ? first_below(p, x->at[k - 1].last) : 0, high;
	for (high = low; high < p->n && p->at[high].l.y < x->at[k].top; high++)
		;
	while (high < p->n && p->at[high].l.y == x->at[k].top && high < low)
		high++;
	if (!k)
		ret[n++] = (struct cut){ 0, 0, 0, 0 };
	for (size_t i = low; i <= high && i < p->n; i++) {
		bool out = i == 0 || (i - low >= CUTS_MAX / 2 && high - i > CUTS_MAX / 2);
		if (out || (p->at[i].l.y - p->at[i - 1].l.y < p->at[i].l.em / 6 && i < high))
			continue;
		if (n < CUTS_MAX + 4)
			ret[n++] = (struct cut){ i, 0, cut_cost(t, p, i) + (k ? 0 : LOOSE_ROW), 0 };
	}
	return n;
}

struct cuts { size_t n; struct cut *at; };

static bool reached(const struct cut *c) { return c->cost < LLONG_MAX; }

/* The cheapest way to begin row k at each of its cuts, by those of the row above, whose anchor is x. */
static void reach(const pieces *p, const struct cuts *above, struct cuts *here, const struct anchor *x, bool middle)
{
	for (size_t i = 0; i < here->n; i++) {
		struct cut *c = &here->at[i];
		c->cost = above ? LLONG_MAX : c->own;
		for (size_t j = 0; above && j < above->n; j++) {
			const struct cut *o = &above->at[j];
			if (!reached(o) || o->at >= c->at)
				continue;
			long long cost = o->cost + c->own + row_cost(p, o->at, c->at, x, middle);
			c->from = cost < c->cost ? j : c->from;
			c->cost = cost < c->cost ? cost : c->cost;
		}
	}
}

/* The last row may go on on the next page: where its anchor stands counts half. */
static struct plan plan_rows(struct table *t, const pieces *p, const anchors *x, bool middle)
{
	struct cuts *c = make_n(t->a, struct cuts, x->n);
	struct plan ret = { make_n(t->a, size_t, x->n), x->n, LLONG_MAX };
	for (size_t k = 0; k < x->n; k++) {
		struct cut found[CUTS_MAX + 4];
		c[k].n = cuts_before(t, p, x, k, found);
		c[k].at = make_n(t->a, struct cut, c[k].n + 1);
		memcpy(c[k].at, found, c[k].n * sizeof *found);
		reach(p, k ? &c[k - 1] : NULL, &c[k], k ? &x->at[k - 1] : NULL, middle);
	}
	size_t last = x->n - 1, best = 0;
	for (size_t i = 0; i < c[last].n; i++) {
		const struct cut *o = &c[last].at[i];
		long long cost = reached(o) ? o->cost + row_cost(p, o->at, p->n, &x->at[last], middle) / 2 : LLONG_MAX;
		best = cost < ret.cost ? i : best;
		ret.cost = cost < ret.cost ? cost : ret.cost;
	}
	for (size_t k = x->n; k-- > 0 && ret.cost < LLONG_MAX;) {
		ret.at[k] = c[k].at[best].at;
		best = c[k].at[best].from;
	}
	return ret;
}

/* Three cells that had ended begin again at one height, and at most one goes on: no rule was drawn, but rows part here. */
static bool cells_begin(const struct table *t, const pieces *p, size_t i)
{
	size_t n = 0;
	for (size_t k = i; k < p->n && p->at[k].l.y - p->at[i].l.y <= p->at[i].l.em / 3; k++)
		n += p->at[k].c0 == p->at[k].c1 && !piece_above(p, k, t->pitch + EXCESS) && !line_begins_small(&p->at[k].l);
	return n >= 3 && cut_cost(t, p, i) <= CUT_LINE;
}

/* Without anchors: a row ends where nothing goes on at the pitch of lines, or at the seams, if they are known. */
static struct plan plan_by_gaps(struct table *t, const pieces *p)
{
	struct plan ret = { make_n(t->a, size_t, p->n + 1), 0, 0 };
	for (size_t i = 0; i < p->n; i++) {
		int least = t->seam ? t->seam - EXCESS : p->at[i].l.em / 2 + 1;
		if (!i || (p->at[i].l.y - p->at[i - 1].l.y >= least && (!cut_cost(t, p, i) || cells_begin(t, p, i))))
			ret.at[ret.n++] = i;
	}
	return ret;
}

/* No code where every row has one: all that is there goes on with the row above. */
static struct plan plan_whole(struct table *t, const pieces *p)
{
	struct plan ret = { make_n(t->a, size_t, 1), p->n > 0, 0 };
	return ret;
}

/* -- rows ---------------------------------------------------------------------------------------------- */

static void add_rows(struct table *t, const pieces *p, const struct plan *l, const anchors *x, rows *to)
{
	size_t k = 0;
	if (l->n && l->at[0] > 0) {
		struct row *r = vec_add(t->a, to);
		for (size_t i = 0; i < l->at[0]; i++)
			*vec_add(t->a, &r->at) = &p->at[i];
	}
	for (; k < l->n; k++) {
		struct row *r = vec_add(t->a, to);
		r->anchored = x->n || !(t->coded || figure_columns(t));
		r->header = x->n && !x->at[k].code;
		r->middle = x->n ? x->at[k].middle : 0;
		for (size_t i = l->at[k]; i < (k + 1 < l->n ? l->at[k + 1] : p->n); i++)
			*vec_add(t->a, &r->at) = &p->at[i];
	}
}

static rows rows_of_part(struct table *t, size_t k)
{
	rows r = { 0 };
	anchors x = anchors_of(t, &t->part[k]);
	struct plan l = x.n ? plan_rows(t, &t->part[k], &x, t->middle)
	              : t->coded && k ? plan_whole(t, &t->part[k]) : plan_by_gaps(t, &t->part[k]);
	if (l.cost == LLONG_MAX) {
		x.n = 0;
		l = plan_by_gaps(t, &t->part[k]);
	}
	add_rows(t, &t->part[k], &l, &x, &r);
	return r;
}

/* Are the cells set in the middle of their rows? */
static bool find_middle(struct table *t)
{
	long long top = 0, middle = 0;
	for (size_t k = 0; k < t->n && k < 20; k++) {
		anchors x = anchors_of(t, &t->part[k]);
		if (!x.n)
			continue;
		struct plan a = plan_rows(t, &t->part[k], &x, false), b = plan_rows(t, &t->part[k], &x, true);
		if (a.cost < LLONG_MAX && b.cost < LLONG_MAX) {
			top += a.cost;
			middle += b.cost;
		}
	}
	return middle < top;
}

/* "(1) (2) (3)", "1 2 3 4": the row that numbers the columns */
bool row_numbers_columns(const struct row *r)
{
	int last = 0;
	size_t n = 0;
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		str s = p->l.at[0]->text;
		size_t k = s.n && strchr("([", s.p[0]) ? 1 : 0;
		int number = 0;
		for (; k < s.n && s.p[k] >= '0' && s.p[k] <= '9' && number < 100; k++)
			number = number * 10 + (s.p[k] - '0');
		if (p->c0 != p->c1 || !number || (p->l.n > 1 && k == s.n) || number != p->c0 + 1)
			return false;
		n++;
		last = number;
	}
	return n >= 3 && last;
}

/* The heading: rows before the first with a code, and the row that numbers the columns. */
static size_t mark_heading(rows *r, bool coded)
{
	size_t n = 0;
	while (n < r->n && (coded ? r->at[n].header || !r->at[n].anchored : n == 0))
		n++;
	n = n == r->n ? 0 : n;
	for (size_t i = n; i < r->n; i++)
		r->at[i].header = false;
	for (size_t i = 0; i < n; i++)
		r->at[i].header = true;
	if (n < r->n && row_numbers_columns(&r->at[n]))
		r->at[n++].header = true;
	return n;
}

static void join_rows(struct arena *a, struct row *to, const struct row *from)
{
	for (size_t i = 0; i < from->at.n; i++)
		*vec_add(a, &to->at) = from->at.at[i];
}

static bool same_piece(struct table *t, const struct piece *a, const struct piece *b)
{
	return a->c0 == b->c0 && a->c1 == b->c1 && str_eq(line_text(t->a, &a->l), line_text(t->a, &b->l));
}

/* A heading that comes again at the top of a page goes, before rows are looked for: the one cut above may go on below
 * it. The end of it may stay behind: its second row, the row that numbers the columns. */
static void drop_heading(struct table *t, pieces *p, const rows *head)
{
	size_t all = 0, n = 0;
	for (size_t i = 0; i < head->n; i++)
		all += head->at[i].at.n;
	while (n < all && n < p->n && same_piece(t, &p->at[n], &t->part[0].at[n]))
		n++;
	if (n < 3 || n * 2 < (size_t)t->columns)
		return;
	p->at += n;
	p->n -= n;
}

/* -- cells over several rows --------------------------------------------------------------------------------- */

struct stack { const struct piece *first, *last; };

/* What stands in column c alone. */
static struct stack stack_of(const struct row *r, int c)
{
	struct stack s = { 0 };
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		if (p->c0 != c || p->c1 != c)
			continue;
		s.first = s.first && s.first->l.y <= p->l.y ? s.first : p;
		s.last = s.last && s.last->l.y >= p->l.y ? s.last : p;
	}
	return s;
}

/* How much lower than the middle of its row the text of a cell stands. */
static int below_middle(const struct row *r, const struct stack *s)
{
	return s->first->l.y + (s->last->l.y - s->first->l.y) / 2 - r->middle;
}

/* Nearly all texts of the column stand in the middle of their rows. */
static bool stands_in_middle(const struct table *t, const rows *r, int c)
{
	size_t in = 0, n = 0;
	for (size_t i = 0; i < r->n; i++) {
		struct stack s = stack_of(&r->at[i], c);
		if (!s.first || !r->at[i].middle)
			continue;
		n++;
		in += abs(below_middle(&r->at[i], &s)) <= t->pitch / 4;
	}
	return n && in * 10 >= n * 7;
}

/* In some column the lines above and below the border are further apart than lines of a cell. */
static bool border_shows(const struct table *t, const struct row *up, const struct row *down)
{
	for (int c = 0; c < t->columns; c++) {
		struct stack a = stack_of(up, c), b = stack_of(down, c);
		int d = a.last && b.first ? b.first->l.y - a.last->l.y : 0;
		if (d > t->pitch + EXCESS && d < t->pitch * 2)
			return true;
	}
	return false;
}

/* The cell of column c goes through the border between two rows: its lines follow each other there, or it stands off the
 * middle of its own row, towards the row where the column is empty. */
static bool goes_through(const struct table *t, const struct row *up, const struct row *down, int c, bool middle)
{
	struct stack a = stack_of(up, c), b = stack_of(down, c);
	if (a.last && b.first)
		return b.first->l.y - a.last->l.y <= t->pitch + EXCESS && border_shows(t, up, down);
	if (a.last)
		return middle && below_middle(up, &a) > t->pitch / 4;
	return b.first && middle && below_middle(down, &b) < -t->pitch / 4;
}

static void move_cell(struct arena *a, struct row *from, struct row *to, int c)
{
	size_t n = 0;
	for (size_t i = 0; i < from->at.n; i++) {
		const struct piece *p = from->at.at[i];
		if (p->c0 == c && p->c1 == c)
			*vec_add(a, &to->at) = p;
		else
			from->at.at[n++] = p;
	}
	from->at.n = n;
}

static void find_tall_cells(struct table *t, rows *r, size_t first)
{
	for (int c = 1; c < t->columns && t->pitch; c++) {
		bool middle = t->middle && stands_in_middle(t, r, c);
		for (size_t i = first, owner = first; i + 1 < r->n; i++) {
			struct row *up = &r->at[i], *down = &r->at[i + 1];
			owner = up->covered[c] ? owner : i;
			if (t->figure[c] || !up->anchored || !down->anchored || up->covered[c] || !goes_through(t, up, down, c, middle))
				continue;
			move_cell(t->a, down, &r->at[owner], c);
			r->at[owner].down[c]++;
			down->covered[c] = true;
		}
	}
}

/* Most cells begin small at the top of a page: they go on. */
bool row_begins_within(const struct table *t, const struct row *r)
{
	size_t within = 0, n = 0;
	for (int c = 0; c < t->columns; c++) {
		struct stack s = stack_of(r, c);
		n += s.first != NULL;
		within += s.first && line_begins_small(&s.first->l);
	}
	return n && within * 2 >= n;
}

/* The rows of all pages: headings that come again are left out, a row that a page's end cut is joined. */
rows table_rows(struct table *t)
{
	rows all = { 0 }, head = { 0 };
	find_roles(t);
	find_aligned(t);
	find_seam(t);
	t->middle = find_middle(t);
	for (size_t k = 0; k < t->n; k++) {
		if (k)
			drop_heading(t, &t->part[k], &head);
		if (k)
			find_tail(t, k);
		rows r = rows_of_part(t, k);
		size_t i = 0, n = k ? 0 : mark_heading(&r, t->coded);
		head = k ? head : (rows){ r.at, n, n };
		for (size_t h = n; h < r.n; h++)
			r.at[h].header = false;
		find_tall_cells(t, &r, n);
		if (k && i < r.n && all.n && !all.at[all.n - 1].header &&
		    (!r.at[i].anchored || (!t->coded && row_begins_within(t, &r.at[i]))))
			join_rows(t->a, &all.at[all.n - 1], &r.at[i++]);
		for (; i < r.n; i++)
			*vec_add(t->a, &all) = r.at[i];
	}
	return all;
}
