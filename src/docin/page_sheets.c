/* Where tables are, and the lanes of white between their columns.
 *
 * A strip with two wide gaps may be the row of a table. From there the lanes are followed up and down: a strip whose words leave
 * them free goes on with the table; one that crosses them all is text, unless the lanes go on soon behind it (a row
 * over all columns). The lanes are then measured again over all strips of the table, on all its pages. */
#include "docin/page_parts.h"
#include <limits.h>
#include <stdlib.h>

enum { SPANS_MAX = 3, LONE_MAX = 60, PROFILE = 1024, EVEN_LEAST = 8 };     /* EVEN_LEAST: words */

/* -- lanes ------------------------------------------------------------------------------------------- */

int lane_column(const struct lanes *l, int x)
{
	int c = 0;
	while (c < l->n && x > l->at[c].x0 + (l->at[c].x1 - l->at[c].x0) / 2)
		c++;
	return c;
}

static int column_of(const struct lanes *l, word_at w) { return lane_column(l, w->x0 + (w->x1 - w->x0) / 2); }

/* The widest part of the lane that the strip leaves white. */
static struct lane white(const struct strip *s, const struct lane *l)
{
	struct lane best = { l->x0, l->x0 };
	int from = l->x0;
	for (size_t i = 0; i <= s->n && from < l->x1; i++) {
		int to = i < s->n ? s->at[i]->x0 : l->x1;
		to = to > l->x1 ? l->x1 : to;
		if (to - from > best.x1 - best.x0)
			best = (struct lane){ from, to };
		if (i < s->n && s->at[i]->x1 > from)
			from = s->at[i]->x1;
	}
	return best;
}

bool lane_crossed(const struct strip *s, const struct lane *l)
{
	struct lane w = white(s, l);
	int all = l->x1 - l->x0;
	return w.x1 - w.x0 < (s->lane < all ? s->lane : all);
}

static int crossed(const struct strip *s, const struct lanes *l)
{
	int n = 0;
	for (int i = 0; i < l->n; i++)
		n += s->x0 < l->at[i].x1 && s->x1 > l->at[i].x0 && lane_crossed(s, &l->at[i]);
	return n;
}

static int columns_used(const struct strip *s, const struct lanes *l)
{
	int n = 0, last = -1;
	for (size_t i = 0; i < s->n; i++) {
		int c = column_of(l, s->at[i]);
		n += c != last;
		last = c;
	}
	return n;
}

/* A line of text set out to both margins: the same white between all its words. */
static bool is_even(const struct strip *s)
{
	int least = INT_MAX, most = 0;
	for (size_t i = 1; i < s->n; i++) {
		int gap = words_gap(s, i);
		least = gap < least ? gap : least;
		most = gap > most ? gap : most;
	}
	return s->n >= EVEN_LEAST && (most - least) * 8 <= s->em;
}

/* Words on both sides of a wide lane with no more than a space between them are a line of text. */
static bool in_cells(const struct strip *s, const struct lanes *l)
{
	if (is_even(s))
		return false;
	for (size_t i = 1; i < s->n; i++)
		if (column_of(l, s->at[i]) != column_of(l, s->at[i - 1]) && words_gap(s, i) * 9 >= s->lane * 8)
			return true;
	return false;
}

/* A wide gap stands right where a lane is. */
static bool parted(const struct strip *s, const struct lanes *l)
{
	for (size_t i = 1; i < s->n; i++) {
		if (words_gap(s, i) < s->em * 6 / 5)
			continue;
		for (int k = 0; k < l->n; k++)
			if (s->at[i - 1]->x1 <= l->at[k].x0 + s->lane && s->at[i]->x0 >= l->at[k].x1 - s->lane)
				return true;
	}
	return false;
}

static void narrow(struct lanes *l, const struct strip *s)
{
	for (int i = 0; i < l->n; i++)
		l->at[i] = white(s, &l->at[i]);
}

/* White to write in, of a draft: "Số:      /KH-STP", "ngày      tháng 5". */
static bool to_fill_in(const struct strip *s, size_t i)
{
	str before = s->at[i - 1]->text, after = s->at[i]->text;
	return (str_eq(before, S("Số:")) && str_starts(after, S("/"))) || (str_eq(before, S("ngày")) && str_eq(after, S("tháng"))) ||
	       (str_eq(before, S("tháng")) && str_eq(after, S("năm")));
}

static struct lanes gaps_of(const struct strip *s)
{
	struct lanes l = { 0 };
	for (size_t i = 1; i < s->n && l.n < LANES_MAX; i++)
		if (words_gap(s, i) >= s->wide && !to_fill_in(s, i))
			l.at[l.n++] = (struct lane){ s->at[i - 1]->x1, s->at[i]->x0 };
	return l;
}

/* -- lanes of many strips ------------------------------------------------------------------------------ */

struct profile { int unit; unsigned count[PROFILE + 1]; };

static int unit_of(const struct profile *p, int x)
{
	int u = x / p->unit;
	return u < 0 ? 0 : u > PROFILE ? PROFILE : u;
}

static void cover(struct profile *p, const struct strip *s)
{
	int done = -1;
	for (size_t i = 0; i < s->n; i++) {
		int from = unit_of(p, s->at[i]->x0), to = unit_of(p, s->at[i]->x1 - 1);
		for (int u = from > done ? from : done + 1; u <= to; u++)
			p->count[u]++;
		done = to > done ? to : done;
	}
}

/* Where at most `most` strips have words, between words. */
static struct lanes lanes_of(const struct profile *p, unsigned most, int least)
{
	struct lanes l = { 0 };
	int from = -1;
	bool seen = false;
	for (int u = 0; u <= PROFILE && l.n < LANES_MAX; u++) {
		bool free = p->count[u] <= most;
		if (!free && seen && from >= 0 && (u - from) * p->unit >= least)
			l.at[l.n++] = (struct lane){ from * p->unit, u * p->unit };
		from = free ? (from < 0 ? u : from) : -1;
		seen = seen || !free;
	}
	return l;
}

typedef bool strip_test(const struct strip *s, const struct lanes *l);

/* Has two wide gaps: what it leaves white is worth more than what a line of one cell does. */
static bool is_voter(const struct strip *s, const struct lanes *l)
{
	size_t n = 0;
	(void)l;
	for (size_t i = 1; i < s->n; i++)
		n += words_gap(s, i) >= s->wide;
	return n >= 2;
}

static bool keeps_voter(const struct strip *s, const struct lanes *l) { return is_voter(s, l) && !crossed(s, l); }
static bool keeps(const struct strip *s, const struct lanes *l) { return !crossed(s, l); }

static bool is_any(const struct strip *s, const struct lanes *l)
{
	(void)s, (void)l;
	return true;
}

static unsigned profile_of(struct profile *p, const struct sheet *t, const strips *s, strip_test *test, const struct lanes *l)
{
	unsigned n = 0;
	*p = (struct profile){ .unit = t->width / PROFILE + 1 };
	for (size_t k = 0; k < t->parts.n; k++)
		for (size_t i = t->parts.at[k].first; i < t->parts.at[k].last; i++)
			if (!s->at[i].dropped && test(&s->at[i], l)) {
				cover(p, &s->at[i]);
				n++;
			}
	return n;
}

/* Lanes of the strips that pass the test; spare > 0: one in so many may have words there. */
static struct lanes lanes_by(const struct sheet *t, const strips *s, strip_test *test, const struct lanes *l, unsigned spare)
{
	struct profile p;
	unsigned n = profile_of(&p, t, s, test, l);
	return lanes_of(&p, spare ? n / spare : 0, s->at[t->parts.at[0].first].lane);
}

/* Lanes of a few strips are too wide, for long lines stand elsewhere: what is left of each where few of all strips have words. */
static struct lanes cores(const struct sheet *t, const strips *s, const struct lanes *l)
{
	struct profile p;
	struct lanes ret = *l;
	unsigned n = profile_of(&p, t, s, is_any, NULL);
	for (int i = 0; i < l->n; i++) {
		unsigned least = UINT_MAX, most = 0;
		int from = unit_of(&p, l->at[i].x0), to = unit_of(&p, l->at[i].x1), best = from, end = from;
		for (int u = from; u < to; u++) {
			least = p.count[u] < least ? p.count[u] : least;
			most = p.count[u] > most ? p.count[u] : most;
		}
		unsigned few = least + (most - least) / 2 > n / 5 ? least + (most - least) / 2 : n / 5;
		for (int u = from, run = from; u < to; u++) {
			run = p.count[u] > few ? u + 1 : run;
			if (u + 1 - run > end - best) {
				best = run;
				end = u + 1;
			}
		}
		if (end > best)
			ret.at[i] = (struct lane){ best * p.unit, end * p.unit };
	}
	return ret;
}

/* A lane that more than half of the strips on both its sides cross is none. */
static struct lanes proven(const struct sheet *t, const strips *s, const struct lanes *l)
{
	struct lanes ret = { 0 };
	for (int j = 0; j < l->n; j++) {
		size_t both = 0, over = 0;
		for (size_t k = 0; k < t->parts.n; k++)
			for (size_t i = t->parts.at[k].first; i < t->parts.at[k].last; i++) {
				const struct strip *o = &s->at[i];
				bool reaches = !o->dropped && o->x0 < l->at[j].x0 && o->x1 > l->at[j].x1;
				both += reaches;
				over += reaches && lane_crossed(o, &l->at[j]);
			}
		if (over * 2 <= both)
			ret.at[ret.n++] = l->at[j];
	}
	return ret;
}

/* Rows set over several columns cross lanes: these are found without them, first among the strips that have wide gaps. */
static void measure(struct sheet *t, const strips *s)
{
	struct lanes loose = lanes_by(t, s, is_voter, NULL, 8);
	struct lanes firm = lanes_by(t, s, keeps_voter, &loose, 0);
	firm = cores(t, s, &firm);
	firm = proven(t, s, &firm);
	t->lanes = lanes_by(t, s, keeps, &firm, 0);
}

/* -- stretches ---------------------------------------------------------------------------------------- */

struct growth { const strips *s; struct stretch on; struct lanes l; int em; };

/* Cells set in the middle of one row stand in strips of their own, less than a line apart. */
static bool less_than_a_line(const struct growth *g, const struct strip *t, const struct strip *o)
{
	return abs(t->y - o->y) < g->em && !crossed(o, &g->l) && column_of(&g->l, t->at[0]) != column_of(&g->l, o->at[0]);
}

static bool beside(const struct growth *g, size_t i)
{
	const struct strip *t = &g->s->at[i];
	return (i + 1 < g->on.last && less_than_a_line(g, t, t + 1)) || (i > g->on.first && less_than_a_line(g, t, t - 1));
}

/* Too far away to be of the table; a row of it as such may be further: what its neighbour leaves empty at the end of a page. */
static bool too_far(const struct growth *g, const struct strip *t, const struct strip *last)
{
	int d = abs(t->y - last->y);
	bool row = columns_used(t, &g->l) > 2 && !crossed(t, &g->l) && parted(t, &g->l);
	return d > g->em * (row ? 8 : 4);
}

/* The last strip (in the direction) that belongs to the table with the strip `from`. */
static size_t grow(struct growth *g, size_t from, int step)
{
	size_t last = from;
	int spans = 0, lone = 0;
	for (size_t i = from, at = from; (step > 0 ? i + 1 < g->on.last : i > g->on.first);) {
		i = step > 0 ? i + 1 : i - 1;
		const struct strip *t = &g->s->at[i];
		if (t->dropped)
			continue;
		if (too_far(g, t, &g->s->at[at]))
			break;
		at = i;
		int over = crossed(t, &g->l), used = columns_used(t, &g->l);
		bool row = (used > 1 && in_cells(t, &g->l) && (!spans || used > 2 || g->l.n < 3)) || (!over && !spans && beside(g, i));
		if (!over && row) {
			narrow(&g->l, t);
			last = i;
			spans = lone = 0;
		} else if (over && !spans && over * 2 <= g->l.n && abs(t->y - g->s->at[last].y) < g->em * 5 / 2 && parted(t, &g->l)) {
			last = i;
			spans = lone = 0;
		} else if (over ? ++spans > SPANS_MAX : ++lone > LONE_MAX) {
			break;
		}
	}
	return last;
}

/* Where the words of column c begin; -1: there are none. */
static int begins_at(const struct strip *s, const struct lanes *l, int c)
{
	for (size_t w = 0; w < s->n; w++)
		if (column_of(l, s->at[w]) == c)
			return s->at[w]->x0;
	return -1;
}

static bool same_type(const struct strip *a, const struct strip *b) { return a->em * 10 >= b->em * 9 && a->em * 9 <= b->em * 10; }

/* Words of the strip stand in one column only, right below (above) words of the same column at the pitch of lines; a paragraph
 * further off in the cell begins exactly where the column does. What follows a table seldom begins at another column than the first. */
static bool hangs_on(const struct growth *g, size_t i, size_t first, size_t last)
{
	const struct strip *t = &g->s->at[i];
	if (crossed(t, &g->l) || t->n == 0)
		return false;
	int c = column_of(&g->l, t->at[0]);
	for (size_t k = first; k < last; k++) {
		const struct strip *o = &g->s->at[k];
		int d = abs(o->y - t->y), x = begins_at(o, &g->l, c);
		bool edge = c > 0 && abs(x - t->x0) <= t->em / 8;
		if (k != i && x >= 0 && same_type(t, o) && d <= t->em * (edge ? 10 : 7) / 4)
			return true;
	}
	return false;
}

static size_t back(size_t i, size_t by, size_t floor) { return i > floor + by ? i - by : floor; }

static struct stretch stretch_of(struct growth *g, size_t seed)
{
	enum { NEAR = 12 };
	struct stretch r;
	r.last = grow(g, seed, 1) + 1;
	r.first = grow(g, seed, -1);
	while (r.last < g->on.last && hangs_on(g, r.last, back(r.last, NEAR, r.first), r.last))
		r.last++;
	while (r.first > g->on.first && hangs_on(g, r.first - 1, r.first, r.first + NEAR < r.last ? r.first + NEAR : r.last))
		r.first--;
	return r;
}

/* Three columns at least, and two rows that use three. */
static bool is_table(const struct sheet *t, const strips *s)
{
	size_t rows = 0;
	for (size_t i = t->parts.at[0].first; i < t->parts.at[0].last; i++)
		rows += !s->at[i].dropped && columns_used(&s->at[i], &t->lanes) >= 3;
	return t->lanes.n >= 2 && rows >= 2;
}

static size_t page_end(const strips *s, size_t i)
{
	int page = s->at[i].page;
	while (i < s->n && s->at[i].page == page)
		i++;
	return i;
}

/* -- over the page -------------------------------------------------------------------------------------- */

static size_t skip_dropped(const strips *s, size_t i)
{
	while (i < s->n && s->at[i].dropped)
		i++;
	return i;
}

static bool same_lanes(const struct sheet *t, const struct sheet *next, const strips *s)
{
	const struct stretch *p = &t->parts.at[t->parts.n - 1], *q = &next->parts.at[0];
	bool more = p->last - p->first >= q->last - q->first;
	const struct lanes *l = more ? &t->lanes : &next->lanes;
	size_t over = 0, n = 0;
	p = more ? q : p;
	for (size_t i = p->first; i < p->last; i++) {
		n += !s->at[i].dropped;
		over += !s->at[i].dropped && crossed(&s->at[i], l);
	}
	return over * 3 <= n;
}

/* Begins exactly where a column (not the first) begins on the page before. */
static bool in_column(const struct sheet *t, const strips *s, const struct strip *o)
{
	const struct stretch *p = &t->parts.at[t->parts.n - 1];
	int c = column_of(&t->lanes, o->at[0]);
	for (size_t i = p->first; i < p->last && c > 0; i++)
		if (same_type(&s->at[i], o) && abs(begins_at(&s->at[i], &t->lanes, c) - o->x0) <= o->em / 8)
			return true;
	return false;
}

/* The end of a table at the top of a page may have no row of its own. */
static struct stretch tail(const struct sheet *t, const strips *s, size_t from, size_t end)
{
	struct growth g = { s, { from, end }, t->lanes, s->at[from].em };
	struct stretch r = { from, from };
	if (crossed(&s->at[from], &t->lanes))
		return r;
	size_t last = grow(&g, from, 1);
	if (last == from && columns_used(&s->at[from], &t->lanes) < 2 && !in_column(t, s, &s->at[from]))
		return r;
	r.last = last + 1;
	while (r.last < g.on.last && hangs_on(&g, r.last, back(r.last, 12, r.first), r.last))
		r.last++;
	return r;
}

static bool goes_on(const struct sheet *t, size_t next, const strips *s, const pages *p)
{
	const struct stretch *r = &t->parts.at[t->parts.n - 1];
	return !t->grids.n && skip_dropped(s, r->last) == next && s->at[next].page == s->at[r->first].page + 1 &&
	       p->at[s->at[next].page].width == t->width;
}

static void add_sheet(struct arena *a, sheets *all, const struct sheet *t, const strips *s, const pages *p)
{
	struct sheet *last = all->n ? &all->at[all->n - 1] : NULL;
	if (!last || !goes_on(last, t->parts.at[0].first, s, p) || !same_lanes(last, t, s)) {
		*vec_add(a, all) = *t;
		return;
	}
	size_t n = t->parts.at[0].last - t->parts.at[0].first;
	if (n > last->longest) {
		last->longest = n;
		last->lanes = t->lanes;
	}
	*vec_add(a, &last->parts) = t->parts.at[0];
}

/* The sheet of the list that begins with strip i. */
static const struct sheet *begins_with(const sheets *list, size_t at, size_t i)
{
	return at < list->n && list->at[at].parts.at[0].first == i ? &list->at[at] : NULL;
}

static size_t end_before(const strips *s, const sheets *list, size_t at, size_t i)
{
	size_t end = page_end(s, i), next = at < list->n ? list->at[at].parts.at[0].first : end;
	return next < end ? next : end;
}

sheets page_sheets(struct arena *a, const strips *s, const pages *p, const sheets *ruled)
{
	sheets all = { 0 };
	for (size_t i = 0, floor = 0, end = 0, at = 0; i < s->n; i++) {
		const struct strip *t = &s->at[i];
		const struct sheet *known = begins_with(ruled, at, i);
		if (known) {
			*vec_add(a, &all) = *known;
			end = known->parts.at[known->parts.n - 1].last;
			i = end - 1;
			at++;
			continue;
		}
		if (i >= end) {
			floor = i;
			end = end_before(s, ruled, at, i);
		}
		if (t->dropped)
			continue;
		struct sheet *last = all.n ? &all.at[all.n - 1] : NULL;
		if (last && goes_on(last, i, s, p)) {
			struct stretch r = tail(last, s, i, end);
			if (r.last > r.first) {
				*vec_add(a, &last->parts) = r;
				floor = r.last;
				i = r.last - 1;
				continue;
			}
		}
		struct growth g = { s, { floor, end }, gaps_of(t), t->em };
		if (g.l.n < 2)
			continue;
		struct sheet one = { .width = p->at[t->page].width };
		*vec_add(a, &one.parts) = stretch_of(&g, i);
		measure(&one, s);
		one.longest = one.parts.at[0].last - one.parts.at[0].first;
		if (!is_table(&one, s)) {
			i += one.longest / 8;          /* so that strips made to mislead cost no more than their number */
			continue;
		}
		add_sheet(a, &all, &one, s, p);
		floor = one.parts.at[0].last;
		i = floor - 1;
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].parts.n > 1 && !all.at[i].grids.n)
			measure(&all.at[i], s);
	return all;
}
