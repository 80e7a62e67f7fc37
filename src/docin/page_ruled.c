/* Tables whose rules are drawn: which grids are one table, and its rows.
 *
 * A grid that ends a page goes on with the one that begins the next, if their columns stand at the same places. Its first row there goes on
 * with the last one above, if it has no code where rows have codes, and if each of its texts can have come from above: the cell above is
 * full to its end. */
#include "docin/page_table.h"
#include <stdlib.h>

/* hundredths of a point: lines of two grids meant to stand at one place, words beside a grid */
enum { SAME_LINE = 300, BESIDE = 300 };

enum { HEADING_MOST = 4 };                      /* rows */

/* -- grids to sheets ------------------------------------------------------------------------------------- */

static bool inside(const struct grid *g, const struct strip *t) { return t->y > g->y[0] && t->y < g->y[g->rows]; }

static struct stretch stretch_of(const struct grid *g, const strips *s, size_t from)
{
	struct stretch r = { from, from };
	while (r.first < s->n && (s->at[r.first].page < g->page || (s->at[r.first].page == g->page && s->at[r.first].y <= g->y[0])))
		r.first++;
	for (r.last = r.first; r.last < s->n && s->at[r.last].page == g->page && inside(g, &s->at[r.last]);)
		r.last++;
	return r;
}

static int middle_of(word_at w) { return w->x0 + (w->x1 - w->x0) / 2; }

/* Nearly all words at its height stand in it, and in more than one column. */
static bool holds_words(const struct grid *g, const strips *s, const struct stretch *r)
{
	size_t in = 0, out = 0;
	int first = g->columns, last = 0;
	for (size_t i = r->first; i < r->last; i++)
		for (size_t k = 0; k < s->at[i].n; k++) {
			int x = middle_of(s->at[i].at[k]), c = 0;
			bool here = x > g->x[0] - BESIDE && x < g->x[g->columns] + BESIDE;
			in += here;
			out += !here;
			while (c + 1 < g->columns && x > g->x[c + 1])
				c++;
			first = c < first ? c : first;
			last = c > last ? c : last;
		}
	return in && out * 20 <= in && (last > first || g->rows == 1);
}

/* Which of its lines stands there; -1: none */
static int line_at(const struct grid *g, int x)
{
	for (int i = 0; i <= g->columns; i++)
		if (abs(g->x[i] - x) <= SAME_LINE)
			return i;
	return -1;
}

/* The columns of one are among those of the other, and both end at the same places. */
static bool same_columns(const struct grid *a, const struct grid *b)
{
	const struct grid *few = a->columns < b->columns ? a : b, *many = few == a ? b : a;
	bool same = abs(a->x[0] - b->x[0]) <= SAME_LINE && abs(a->x[a->columns] - b->x[b->columns]) <= SAME_LINE;
	for (int i = 0, last = -1; i <= few->columns && same; i++) {
		int at = line_at(many, few->x[i]);
		same = at > last;
		last = at;
	}
	return same;
}

static size_t skip_dropped(const strips *s, size_t i)
{
	while (i < s->n && s->at[i].dropped)
		i++;
	return i;
}

/* Nothing stands between the end of the table on its page and the grid on the next. */
static bool follows(const struct sheet *t, const struct grid *g, const struct stretch *r, const strips *s)
{
	return g->page == t->grids.at[t->grids.n - 1]->page + 1 && skip_dropped(s, t->parts.at[t->parts.n - 1].last) == r->first;
}

static bool goes_on(const struct sheet *t, const struct grid *g, const pages *p)
{
	return p->at[g->page].width == t->width && same_columns(t->grids.at[t->grids.n - 1], g);
}

/* The grid on columns of the sheet, which has those of all its parts. */
static const struct grid *on_columns(struct arena *a, const struct grid *g, const struct grid *most)
{
	int line[LANES_MAX + 2];
	struct grid *ret = make(a, struct grid);
	if (g->columns == most->columns)
		return g;
	*ret = *g;
	ret->columns = most->columns;
	ret->x = most->x;
	ret->of = make_n(a, struct grid_cell, (size_t)(g->rows * most->columns));
	for (int i = 0; i <= g->columns; i++)
		line[i] = line_at(most, g->x[i]);
	for (int r = 0; r < g->rows; r++)
		for (int c = 0, old = 0; c < most->columns; c++) {
			old += c >= line[old + 1];
			const struct grid_cell *o = &g->of[r * g->columns + old];
			ret->of[r * most->columns + c] = (struct grid_cell){ line[o->c0], line[o->c1 + 1] - 1, o->r0, o->r1 };
		}
	return ret;
}

static void set_columns(struct arena *a, struct sheet *t)
{
	const struct grid *most = t->grids.at[0];
	for (size_t i = 1; i < t->grids.n; i++)
		most = t->grids.at[i]->columns > most->columns ? t->grids.at[i] : most;
	for (size_t i = 0; i < t->grids.n; i++)
		t->grids.at[i] = on_columns(a, t->grids.at[i], most);
	t->lanes.n = most->columns - 1;
	for (int i = 0; i < t->lanes.n; i++)
		t->lanes.at[i] = (struct lane){ most->x[i + 1], most->x[i + 1] };
}

/* One row alone may be a frame around something. */
static bool is_table(const struct sheet *t) { return t->grids.n > 1 || t->grids.at[0]->rows > 1 || t->grids.at[0]->touches; }

static void close_sheet(struct arena *a, sheets *all, strips *s)
{
	if (!all->n)
		return;
	struct sheet *t = &all->at[all->n - 1];
	if (!is_table(t)) {
		all->n--;
		return;
	}
	set_columns(a, t);
	for (size_t k = 0; k < t->parts.n; k++)
		for (size_t i = t->parts.at[k].first; i < t->parts.at[k].last; i++)
			s->at[i].dropped = false;
}

static bool same_strip(const struct strip *a, const struct strip *b)
{
	bool same = a->n == b->n;
	for (size_t i = 0; i < a->n && same; i++)
		same = str_eq(a->at[i]->text, b->at[i]->text);
	return same;
}

/* A page begins with the heading of a table further above, whose last tables have other columns: Word repeats it above them. */
static bool is_heading_again(const sheets *all, const strips *s, const struct stretch *r)
{
	enum { BACK = 6 };
	for (size_t k = all->n; k-- > 0 && all->n - k <= BACK;) {
		const struct stretch *o = &all->at[k].parts.at[0];
		size_t n = 0, all_of_it = r->last - r->first;
		while (n < all_of_it && o->first + n < o->last && o->first + n < r->first &&
		       same_strip(&s->at[o->first + n], &s->at[r->first + n]))
			n++;
		if (n == all_of_it)
			return true;
	}
	return false;
}

static bool begins_page(const strips *s, size_t i)
{
	while (i > 0 && s->at[i - 1].page == s->at[i].page && s->at[i - 1].dropped)
		i--;
	return i == 0 || s->at[i - 1].page != s->at[i].page;
}

static void drop(strips *s, const struct stretch *r)
{
	for (size_t i = r->first; i < r->last; i++)
		s->at[i].dropped = true;
}

sheets ruled_sheets(struct arena *a, strips *s, const pages *p)
{
	sheets all = { 0 };
	grids g = page_grids(a, p);
	for (size_t i = 0, at = 0; i < g.n; i++) {
		struct stretch r = stretch_of(&g.at[i], s, at);
		if (!holds_words(&g.at[i], s, &r))
			continue;
		at = r.last;
		if (g.at[i].touches && begins_page(s, r.first) && is_heading_again(&all, s, &r)) {
			drop(s, &r);
			continue;
		}
		bool after = all.n && follows(&all.at[all.n - 1], &g.at[i], &r, s);
		g.at[i].touches = g.at[i].touches || after;
		if (!after || !goes_on(&all.at[all.n - 1], &g.at[i], p)) {
			close_sheet(a, &all, s);
			*vec_add(a, &all) = (struct sheet){ .width = p->at[g.at[i].page].width };
		}
		*vec_add(a, &all.at[all.n - 1].parts) = r;
		*vec_add(a, &all.at[all.n - 1].grids) = &g.at[i];
	}
	close_sheet(a, &all, s);
	return all;
}

/* -- rows of one page ------------------------------------------------------------------------------------ */

static int row_at(const struct grid *g, int y)
{
	int r = 0;
	while (r + 1 < g->rows && y > g->y[r + 1])
		r++;
	return r;
}

static const struct grid_cell *cell_of(const struct table *t, const struct grid *g, word_at w)
{
	int row = row_at(g, w->y0 + (w->y1 - w->y0) / 2), column = lane_column(&t->s->lanes, middle_of(w));
	return &g->of[row * g->columns + column];
}

static bool same_cell(const struct grid_cell *a, const struct grid_cell *b) { return a->c0 == b->c0 && a->r0 == b->r0; }

static void add_strip(struct table *t, pieces *to, const struct grid *g, const struct strip *s)
{
	for (size_t i = 0, end; i < s->n; i = end) {
		const struct grid_cell *c = cell_of(t, g, s->at[i]);
		for (end = i + 1; end < s->n && same_cell(c, cell_of(t, g, s->at[end])); end++)
			;
		piece_add(t, to, &(struct piece){ line_of_words(s->at + i, end - i, s->page), .c0 = c->c0, .c1 = c->c1, .row = c->r0 });
	}
}

/* The white that all lines of a column leave in front: its cells have as much behind. */
static void find_white(struct table *t)
{
	const struct grid *g = t->s->grids.at[0];
	for (int c = 0; c < t->columns; c++) {
		int white = g->x[c + 1] - g->x[c];
		for (size_t k = 0; k < t->n; k++)
			for (size_t i = 0; i < t->part[k].n; i++) {
				const struct piece *p = &t->part[k].at[i];
				int in_front = p->l.x0 - g->x[c];
				white = p->c0 == c && p->c1 == c && in_front < white ? in_front : white;
			}
		t->white[c] = white > 0 ? white : 0;
	}
}

static void read_rows(struct table *t, size_t k, rows *to)
{
	const struct grid *g = t->s->grids.at[k];
	size_t first = to->n;
	for (int r = 0; r < g->rows; r++) {
		struct row *o = vec_add(t->a, to);
		*o = (struct row){ .anchored = true, .part = k, .ruled = r };
		for (int c = 0; c < g->columns; c++) {
			const struct grid_cell *cell = &g->of[r * g->columns + c];
			o->covered[c] = cell->r0 < r;
			o->wide[c] = cell->c1 - c;
			o->down[c] = cell->r0 == r && cell->c0 == c ? cell->r1 - r : 0;
		}
	}
	for (size_t i = 0; i < t->part[k].n; i++)
		*vec_add(t->a, &to->at[first + (size_t)t->part[k].at[i].row].at) = &t->part[k].at[i];
}

/* -- what is true of the whole table ----------------------------------------------------------------------- */

static const struct piece *in_front(const struct row *r)
{
	for (size_t i = 0; i < r->at.n; i++)
		if (r->at.at[i]->c0 == 0 && r->at.at[i]->c1 == 0)
			return r->at.at[i];
	return NULL;
}

static const struct piece *last_in_front(const struct row *r)
{
	const struct piece *last = NULL;
	for (size_t i = 0; i < r->at.n; i++)
		last = r->at.at[i]->c0 == 0 && r->at.at[i]->c1 == 0 ? r->at.at[i] : last;
	return last;
}

static bool has_code(const struct row *r)
{
	const struct piece *p = in_front(r);
	return p && p->code;
}

/* A code, also one with words behind it over several columns. */
static bool begins_body(const struct row *r)
{
	for (size_t i = 0; i < r->at.n; i++)
		if (r->at.at[i]->c0 == 0 && r->at.at[i]->code)
			return true;
	return false;
}

/* From the first with a code on rows have codes, but for the ends of pages; above it stands no more than a heading. */
static bool find_coded(const rows *r)
{
	size_t first = 0, codes = 0, others = 0;
	while (first < r->n && !has_code(&r->at[first]))
		first++;
	for (size_t i = first; i < r->n; i++) {
		codes += has_code(&r->at[i]);
		others += !has_code(&r->at[i]) && in_front(&r->at[i]);
	}
	return codes && first <= HEADING_MOST && codes * 2 >= others && codes * 3 >= r->n - first;
}

/* The heading: rows before the first with a code, or the first and those that its cells reach into; the row that numbers the columns. */
static size_t heading_of(const struct table *t, rows *r, size_t end)
{
	size_t n = 0;
	if (t->coded)
		while (n < end && !begins_body(&r->at[n]))
			n++;
	else
		for (int down = 0; n < end && down >= 0; n++, down--)
			for (int c = 0; c < t->columns; c++)
				down = r->at[n].down[c] > down ? r->at[n].down[c] : down;
	n = n == r->n ? 0 : n;
	if (n < end && row_numbers_columns(&r->at[n]))
		n++;
	for (size_t i = 0; i < n; i++)
		r->at[i].header = true;
	return n;
}

/* -- over the end of a page ------------------------------------------------------------------------------- */

static str text_of(struct table *t, const struct row *r)
{
	struct buf b = buf_open(t->a);
	for (size_t i = 0; i < r->at.n; i++)
		buf_fmt(&b, "%d %.*s\n", r->at.at[i]->c0, SF(line_text(t->a, &r->at.at[i]->l)));
	return buf_str(&b);
}

/* Rows at the top of a page that are those of the heading. */
static size_t heading_again(struct table *t, const rows *all, size_t n_head, const rows *r)
{
	size_t n = 0;
	while (n < n_head && n < r->n && str_eq(text_of(t, &all->at[n]), text_of(t, &r->at[n])))
		n++;
	return n;
}

static const struct grid_cell *cell_in(const struct table *t, const struct row *r, int c)
{
	const struct grid *g = t->s->grids.at[r->part];
	return &g->of[r->ruled * g->columns + c];
}

static bool same_cells(const struct table *t, const struct row *up, const struct row *down)
{
	for (int c = 0; c < t->columns; c++)
		if (cell_in(t, up, c)->c0 != cell_in(t, down, c)->c0 || cell_in(t, up, c)->c1 != cell_in(t, down, c)->c1)
			return false;
	return true;
}

/* The row that the cell of column c in row i began in. */
static struct row *owner(rows *all, size_t i, int c)
{
	while (i > 0 && all->at[i].covered[c])
		i--;
	return &all->at[i];
}

struct filled { int n, figures, last; };        /* pieces on the page, figures (but dates) of them; where the lowest stands */

static struct filled filled_in(const struct row *r, int c, int page)
{
	struct filled f = { 0 };
	for (size_t i = 0; i < r->at.n; i++) {
		const struct piece *p = r->at.at[i];
		if (p->c0 != c || p->l.page != page)
			continue;
		f.n++;
		f.figures += p->figure && str_find(p->l.at[0]->text, S("/"), 0) == p->l.at[0]->text.n;
		f.last = p->l.y > f.last ? p->l.y : f.last;
	}
	return f;
}

/* Nothing more had room in the cell at the end of the page: half a line, the white below it, two lines that would not be parted and the
 * space between paragraphs at most. */
static bool is_full(const struct table *t, rows *all, int c, int em)
{
	const struct row *last = &all->at[all->n - 1];
	const struct grid *g = t->s->grids.at[last->part];
	const struct grid_cell *cell = cell_in(t, last, c);
	struct filled f = filled_in(owner(all, all->n - 1, c), cell->c0, g->page);
	int top = f.n ? f.last : g->y[cell->r0], pitch = t->pitch ? t->pitch : em * 4 / 3;
	return g->y[cell->r1 + 1] - top <= pitch * 5;
}

/* The first row of a page does not go on with the last of all where a text of it would have had room above, or is a figure, which no
 * text stands above. *texts: how many cells of it have words, *above: of the row above. */
static bool has_come_from(const struct table *t, rows *all, const struct row *down, size_t *texts, size_t *above)
{
	const struct row *last = &all->at[all->n - 1];
	for (int c = 0; c < t->columns; c++) {
		if (cell_in(t, down, c)->c0 != c)
			continue;
		struct filled up = filled_in(owner(all, all->n - 1, c), c, t->s->grids.at[last->part]->page);
		struct filled low = filled_in(down, c, t->s->grids.at[down->part]->page);
		bool figures = c > 0 && up.figures == up.n && low.figures == low.n;
		if (low.n && (figures || !is_full(t, all, c, down->at.at[0]->l.em)))
			return false;
		*texts += low.n > 0;
		*above += up.n > 0;
	}
	return *texts > 0;
}

/* Does row `down`, the first of a page, go on with the last of all? Where rows have codes, one without a code does; else one that begins
 * within sentences, or that has half as many texts and none in front. */
static bool row_goes_on(struct table *t, rows *all, const struct row *down)
{
	const struct piece *front = in_front(down), *code = last_in_front(owner(all, all->n - 1, 0));
	bool tail = front && code && piece_code_cut(t, code, front);
	size_t texts = 0, above = 0;
	if (all->at[all->n - 1].header || !same_cells(t, &all->at[all->n - 1], down))
		return false;
	if (t->coded && front && !tail && (front->code || !line_begins_small(&front->l)))
		return false;
	if (!has_come_from(t, all, down, &texts, &above))
		return false;
	return t->coded || row_begins_within(t, down) || (!front && texts * 2 <= above);
}

static void join_rows(struct table *t, rows *all, const struct row *down)
{
	struct row *last = &all->at[all->n - 1];
	for (size_t i = 0; i < down->at.n; i++)
		*vec_add(t->a, &owner(all, all->n - 1, down->at.at[i]->c0)->at) = down->at.at[i];
	for (int c = 0; c < t->columns; c++)
		owner(all, all->n - 1, c)->down[c] += down->down[c];
	last->part = down->part;
	last->ruled = down->ruled;
}

static void add_part(struct table *t, rows *all, size_t n_head, size_t k)
{
	rows r = { 0 };
	read_rows(t, k, &r);
	size_t i = heading_again(t, all, n_head, &r);
	if (i < r.n && row_goes_on(t, all, &r.at[i]))
		join_rows(t, all, &r.at[i++]);
	for (; i < r.n; i++)
		*vec_add(t->a, all) = r.at[i];
}

rows ruled_rows(struct table *t)
{
	rows all = { 0 }, each = { 0 };
	for (size_t k = 0; k < t->n; k++) {
		for (size_t i = t->s->parts.at[k].first; i < t->s->parts.at[k].last; i++)
			add_strip(t, &t->part[k], t->s->grids.at[k], &t->all->at[i]);
		pieces_close(t, &t->part[k]);
		read_rows(t, k, &each);
	}
	find_white(t);
	pieces_pitch(t);
	t->coded = find_coded(&each);
	read_rows(t, 0, &all);
	size_t n_head = heading_of(t, &all, all.n);
	for (size_t k = 1; k < t->n; k++)
		add_part(t, &all, n_head, k);
	return all;
}
