#include "docout/grid.h"
#include "docout/advance.h"
#include <stdint.h>

enum { SLACK = 20, SHORT_LINES = 12 };         /* twips that another program's measure may differ */

/* -- what stands where in a row ------------------------------------------------------------ */

/* Spans that reach into a cell from above are cut there; false: there are more cells than columns. */
bool grid_row(struct grid *g, const struct node *row, struct grid_spot *ret, int *n)
{
	const struct node *c = row->first;
	*n = 0;
	for (int col = 0; col < g->n;) {
		struct grid_hang *h = &g->hang[col];
		struct grid_spot s = { .at = col, .span = 1, .goes_on = h->rows > 0 };
		int wanted = c ? c->colspan : g->n;
		if (s.goes_on) {
			s.span = h->span;
			h->rows--;
		} else {
			while (s.span < wanted && col + s.span < g->n && !g->hang[col + s.span].rows)
				s.span++;
			s.cell = c;
			*h = c && c->rowspan > 1 ? (struct grid_hang){ c->rowspan - 1, s.span } : (struct grid_hang){ 0 };
			c = c ? c->next : NULL;
		}
		ret[(*n)++] = s;
		col += s.span;
	}
	return !c;
}

static bool count_columns(struct grid *g, const struct node *table)
{
	struct grid_spot s[GRID_COLUMNS_MAX + 1];
	int n, columns = 1;
	g->n = GRID_COLUMNS_MAX + 1;
	for (const struct node *row = table->first; row; row = row->next) {
		bool all = grid_row(g, row, s, &n);
		for (int i = 0; i < n; i++)
			if ((s[i].cell || s[i].goes_on) && s[i].at + s[i].span > columns)
				columns = s[i].at + s[i].span;
		if (!all || columns > GRID_COLUMNS_MAX)
			return false;
	}
	*g = (struct grid){ .n = columns, .around = g->around };
	return true;
}

/* -- widths ------------------------------------------------------------------------------------------ */

/* As wide as its texts on one line; least: no word is broken. */
static void measure(struct arena *a, const struct grid_spot *s, int around, int *width, int *least)
{
	for (const struct node *p = s->cell && s->span == 1 ? s->cell->first : NULL; p; p = p->next) {
		if (p->kind == NODE_TABLE)
			continue;
		struct style look = style_of(p);
		look.weight = p->first && p->first->kind == NODE_RUN && p->first->bold ? BOLD : look.weight;
		str text = node_text(a, p, NULL);
		int marker = p->kind == NODE_ITEM ? advance(p->marker, look.size, look.weight, look.slant) + look.size * 10 / 4 : 0;
		struct advance_lines line = advance_lines(text, look.size, look.weight, look.slant, ADVANCE_ENDLESS);
		int all = line.last + marker + around + SLACK, word = line.word + around + SLACK;
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

static void measure_all(struct arena *a, struct grid *g, const struct node *table, int *wished, int *least)
{
	struct grid_spot s[GRID_COLUMNS_MAX + 1];
	int n;
	for (int i = 0; i < g->n; i++)
		wished[i] = least[i] = g->around + 10 * SLACK;
	for (const struct node *row = table->first; row; row = row->next) {
		grid_row(g, row, s, &n);
		for (int i = 0; i < n; i++)
			measure(a, &s[i], g->around, wished, least);
	}
	memset(g->hang, 0, sizeof g->hang);
}

static void widths_needed(struct grid *g, int *least, int room)
{
	for (int i = 0; i < g->n; i++) {
		g->width[i] = g->width[i] > room ? room : g->width[i];
		least[i] = least[i] > g->width[i] ? g->width[i] : least[i];
	}
	share(g, least, room);
}

static int more(int a, int b) { return a > b ? a - b : 0; }

/* Widths that are given are kept but where a word would be broken: what is missing there is taken where there is room. */
static void widths_given(struct grid *g, int *least, int room)
{
	int64_t missing = 0, spare = 0;
	for (int i = 0; i < g->n; i++) {
		least[i] = least[i] > room / 6 ? room / 6 : least[i];            /* an address may be a word without an end */
		missing += more(least[i], g->width[i]);
		spare += more(g->width[i], least[i]);
	}
	int64_t moved = missing < spare ? missing : spare;
	for (int i = 0; i < g->n && moved; i++) {
		int from = g->width[i];
		g->width[i] += (int)(more(least[i], from) * moved / missing);
		g->width[i] -= (int)(more(from, least[i]) * moved / spare);
	}
}

bool grid_open(struct arena *a, const struct node *table, int room, int around, struct grid *ret)
{
	int wished[GRID_COLUMNS_MAX], least[GRID_COLUMNS_MAX];
	*ret = (struct grid){ .around = around };
	if (!count_columns(ret, table))
		return false;
	bool given = table->widths.n == (size_t)ret->n;
	measure_all(a, ret, table, wished, least);
	for (int i = 0; i < ret->n; i++)
		ret->width[i] = given ? room * table->widths.at[i] / 1000 : wished[i];
	if (!given)
		widths_needed(ret, least, room);
	else if (!table->plain)
		widths_given(ret, least, room);
	return true;
}

int grid_wide(const struct grid *g, int at, int span) { return (int)sum(g->width + at, span); }

int grid_room(const struct grid *g, const struct grid_spot *s)
{
	int room = grid_wide(g, s->at, s->span) - g->around;
	return room > 1 ? room : 1;
}

/* -- rows that stay together -------------------------------------------------------------------------- */

static int lines_of(struct arena *a, const struct node *cell, int room)
{
	int lines = 0;
	for (const struct node *p = cell ? cell->first : NULL; p; p = p->next) {
		struct style s = style_of(p);
		lines += p->kind == NODE_TABLE ? SHORT_LINES + 1 : advance_lines(node_text(a, p, NULL), s.size, s.weight, s.slant, room).n;
	}
	return lines;
}

bool grid_short(struct arena *a, const struct grid *g, const struct grid_spot *s, int n)
{
	for (int i = 0; i < n; i++)
		if (lines_of(a, s[i].cell, grid_room(g, &s[i])) > SHORT_LINES)
			return false;
	return true;
}
