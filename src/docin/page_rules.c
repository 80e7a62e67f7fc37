#include "docin/page_rules.h"
#include "docin/pgm.h"
#include <stdint.h>
#include <stdlib.h>

/* dots. ASIDE: as far aside a rule is lighter; CROSSED: what crosses it hides no more of it; HOLE: between dots of a dotted rule; ACROSS,
 * DOWN: the least, a narrow column and a low row; RUNS_MAX: letters make some, too */
enum { DOT = 7200 / RULES_DPI, ASIDE = 3, CROSSED = 4, HOLE = 1, ACROSS = 14, DOWN = 7, RUNS_MAX = 1500, CHUNK = 8 };
enum { LIGHTER = 40, DARK = 215 };              /* of 255 */

/* Dark dots of one row or column that may be a rule: from -1: there are none */
struct dark { int from, last; };

struct scan {
	struct arena *a;
	struct pgm    g;
	struct dark  *column;                  /* of each column of dots */
	int          *open;                    /* of each CHUNK columns: how many have dark dots */
	page_rules    across, down;
	bool          full;
};

static int dot_at(const struct pgm *g, int x, int y)
{
	return x < 0 || y < 0 || x >= g->width || y >= g->height ? 255 : g->dots[(size_t)y * (size_t)g->width + (size_t)x];
}

enum kind { LIGHT, THICK, THIN };

/* Thin: darker than what is on one side; letters may touch the other. */
static enum kind kind_of(const struct pgm *g, int x, int y, bool across)
{
	int v = dot_at(g, x, y), dx = across ? 0 : ASIDE, dy = across ? ASIDE : 0;
	if (v > DARK)
		return LIGHT;
	return v + LIGHTER <= dot_at(g, x - dx, y - dy) || v + LIGHTER <= dot_at(g, x + dx, y + dy) ? THIN : THICK;
}

static void add(struct scan *s, bool across, int at, int from, int last)
{
	page_rules *to = across ? &s->across : &s->down;
	s->full = s->full || to->n >= RUNS_MAX;
	if (!s->full)
		*vec_add(s->a, to) = (struct page_rule){ at * DOT + DOT / 2, from * DOT, (last + 1) * DOT };
}

/* The rules among the dark dots of row (column) `at`: where thick ones follow each other it is an area. */
static void close_run(struct scan *s, struct dark *d, bool across, int at)
{
	int least = across ? ACROSS : DOWN, from = d->from, last = d->from, thin = 0, thick = 0;
	for (int i = d->from; d->last - d->from + 1 >= least && i <= d->last + 1; i++) {
		enum kind k = i > d->last ? LIGHT : kind_of(&s->g, across ? i : at, across ? at : i, across);
		thick = k == THICK ? thick + 1 : k == THIN ? 0 : thick;
		if (thick > CROSSED || i > d->last) {
			if (thin >= least)
				add(s, across, at, from, last);
			thin = 0;
			from = i + 1;
		}
		thin += k == THIN;
		last = k == LIGHT ? last : i;
	}
	d->from = -1;
}

static void read_dot(struct scan *s, struct dark *row, int x, int y, bool dark)
{
	struct dark *column = &s->column[x];
	if (dark) {
		s->open[x / CHUNK] += column->from < 0;
		*column = (struct dark){ column->from < 0 ? y : column->from, y };
		*row = (struct dark){ row->from < 0 ? x : row->from, x };
		return;
	}
	if (row->from >= 0 && x - row->last > HOLE)
		close_run(s, row, true, y);
	if (column->from >= 0 && y - column->last > HOLE) {
		close_run(s, column, false, x);
		s->open[x / CHUNK]--;
	}
}

static bool white(const unsigned char *dots)
{
	uint64_t eight;
	memcpy(&eight, dots, CHUNK);
	return eight == UINT64_MAX;
}

/* Most of a page is white: where nothing dark goes on eight dots are passed at once. */
static void read_row(struct scan *s, int y)
{
	struct dark row = { .from = -1 };
	const unsigned char *dots = s->g.dots + (size_t)y * (size_t)s->g.width;
	for (int x = 0; x < s->g.width;) {
		int end = x + CHUNK < s->g.width ? x + CHUNK : s->g.width;
		if (row.from < 0 && !s->open[x / CHUNK] && end - x == CHUNK && white(dots + x)) {
			x = end;
			continue;
		}
		for (; x < end; x++)
			read_dot(s, &row, x, y, dots[x] <= DARK);
	}
	if (row.from >= 0)
		close_run(s, &row, true, y);
}

/* -- runs beside each other are one rule ------------------------------------------------------------------ */

static int by_place(const void *a, const void *b)
{
	const struct page_rule *l = a, *r = b;
	if (l->at != r->at)
		return l->at < r->at ? -1 : 1;
	return l->from < r->from ? -1 : l->from > r->from;
}

static void join(struct arena *a, page_rules *runs, page_rules *ret)
{
	if (runs->n)
		qsort(runs->at, runs->n, sizeof *runs->at, by_place);
	for (size_t i = 0; i < runs->n; i++) {
		const struct page_rule *r = &runs->at[i];
		struct page_rule *same = NULL;
		for (size_t k = ret->n; k-- > 0 && r->at - ret->at[k].at <= DOT * 2 && !same;)
			if (ret->at[k].from <= r->to + DOT && ret->at[k].to >= r->from - DOT)
				same = &ret->at[k];
		if (!same) {
			*vec_add(a, ret) = *r;
			continue;
		}
		same->from = r->from < same->from ? r->from : same->from;
		same->to = r->to > same->to ? r->to : same->to;
	}
	if (ret->n > RULES_MAX)
		ret->n = 0;
}

static bool as_large(const struct pgm *g, const struct page *p)
{
	return abs(g->width * DOT - p->width) <= 2 * DOT && abs(g->height * DOT - p->height) <= 2 * DOT;
}

static void read_picture(struct arena *a, const struct pgm *g, struct page *p)
{
	CLEANUP(arena_close) struct arena *own = arena_open((size_t)16 << 20);
	struct scan s = { .a = own, .g = *g, .column = make_n(own, struct dark, (size_t)g->width),
	                  .open = make_n(own, int, (size_t)g->width / CHUNK + 1) };
	for (int x = 0; x < g->width; x++)
		s.column[x].from = -1;
	for (int y = 0; y < g->height && !s.full; y++)
		read_row(&s, y);
	for (int x = 0; x < g->width; x++)
		if (s.column[x].from >= 0)
			close_run(&s, &s.column[x], false, x);
	if (s.full)
		return;
	join(a, &s.across, &p->across);
	join(a, &s.down, &p->down);
}

void page_rules_read(struct arena *a, str pictures, pages *p)
{
	struct pgm g;
	for (size_t i = 0, at = 0; i < p->n && i < RULES_PAGES && pgm_next(pictures, &at, &g); i++)
		if (as_large(&g, &p->at[i]))
			read_picture(a, &g, &p->at[i]);
}
