#include "docin/page.h"
#include "docin/page_parts.h"
#include <limits.h>
#include <stdlib.h>

/* -- text in two columns side by side: letterhead, signature ----------------------------------------------- */

/* The widest gap of a strip, if it is wider than words ever are apart. Behind the dash or number of a list item stands a tab. */
static struct lane widest(const struct strip *s)
{
	struct lane l = { 0 };
	struct flow_line line = line_of_words(s->at, s->n, s->page);
	for (size_t i = line_labelled(&line) ? 2 : 1; i < s->n; i++)
		if (words_gap(s, i) > l.x1 - l.x0)
			l = (struct lane){ s->at[i - 1]->x1, s->at[i]->x0 };
	return l.x1 - l.x0 >= s->em * 6 / 5 ? l : (struct lane){ 0 };
}

static struct lane meet(struct lane a, struct lane b)
{
	struct lane l = { a.x0 > b.x0 ? a.x0 : b.x0, a.x1 < b.x1 ? a.x1 : b.x1 };
	return l.x1 > l.x0 ? l : (struct lane){ 0 };
}

/* The part of the lane that is white in the strip, though another gap of it may be wider. */
static struct lane leaves(const struct strip *s, struct lane l)
{
	struct lane best = { 0 };
	for (size_t i = 0; i <= s->n; i++) {
		struct lane gap = { i ? s->at[i - 1]->x1 : 0, i < s->n ? s->at[i]->x0 : l.x1 };
		struct lane both = meet(gap, l);
		best = both.x1 - both.x0 > best.x1 - best.x0 ? both : best;
	}
	return best.x1 - best.x0 >= s->em / 2 ? best : (struct lane){ 0 };
}

enum { SIDE_LINES = 120 };

struct sides { size_t first, last; struct lane lane; };
typedef VEC(struct sides) sides_list;

/* What a strip has on one side of the lane: from where to where; x1 0: nothing. */
static struct lane side_of(const struct strip *o, const struct lane *l, bool left)
{
	struct lane in = { INT_MAX, 0 };
	for (size_t k = 0; k < o->n; k++)
		if ((o->at[k]->x1 <= l->x1) == left) {
			in.x0 = o->at[k]->x0 < in.x0 ? o->at[k]->x0 : in.x0;
			in.x1 = o->at[k]->x1 > in.x1 ? o->at[k]->x1 : in.x1;
		}
	return in;
}

static bool same_middle(const struct lane *l, const struct strip *t) { return abs(l->x0 + l->x1 - t->x0 - t->x1) < t->em; }

/* A strip on one side stands below another of that side: left edges or middles agree. */
static bool stands_below(const strips *s, const struct sides *d, const struct strip *t)
{
	for (size_t i = d->last; i-- > d->first;) {
		struct lane in = side_of(&s->at[i], &d->lane, t->x1 <= d->lane.x1);
		if (in.x1 && (abs(in.x0 - t->x0) < t->em / 2 || same_middle(&in, t)))
			return true;
	}
	return false;
}

static bool two_sided(const struct strip *t, const struct lane *l) { return t->x0 < l->x0 + 1 && t->x1 > l->x1 - 1; }

/* Lines above two columns may be the first of one of them, where the other begins lower: set around the same middle. */
static size_t begins_above(const strips *s, const struct sides *d, size_t floor)
{
	size_t first = d->first;
	while (first > floor && d->first - first < 4 && !s->at[first - 1].dropped) {
		const struct strip *t = &s->at[first - 1];
		struct lane l = leaves(t, d->lane), in = side_of(&s->at[d->first], &d->lane, t->x1 <= d->lane.x1);
		if (!l.x1 || two_sided(t, &l) || s->at[first].y - t->y > t->em * 9 / 4 || !in.x1 || !same_middle(&in, t))
			break;
		first--;
	}
	return first;
}

/* Lines on the left alone below the last that has both sides are text, if text goes on below them at their edge and pitch: "BÁO CÁO"
 * right below a letterhead. */
static size_t sides_end(const strips *s, const struct sides *d, size_t end)
{
	size_t both = d->last;
	while (both > d->first + 1 && (s->at[both - 1].dropped || !two_sided(&s->at[both - 1], &d->lane)))
		both--;
	if (both == d->last || d->last >= end)
		return d->last;
	const struct strip *next = &s->at[d->last], *above = &s->at[d->last - 1];
	bool text = abs(next->x0 - above->x0) <= above->em / 8 && next->y - above->y <= above->em * 7 / 4;
	for (size_t i = both; i < d->last; i++)
		text = text && abs(s->at[i].x0 - next->x0) <= next->em / 8;
	return text ? both : d->last;
}

/* From strip i down: as long as all leave a lane between them. */
static struct sides sides_at(const strips *s, size_t i, size_t end, size_t floor)
{
	struct sides d = { i, i + 1, widest(&s->at[i]) };
	size_t both = 1;
	int last = s->at[i].y;
	if (!d.lane.x1)
		return (struct sides){ i, i, { 0 } };
	end = end - i > SIDE_LINES ? i + SIDE_LINES : end;
	for (size_t k = i + 1; k < end; k++) {
		const struct strip *t = &s->at[k];
		if (t->dropped)
			continue;
		struct lane l = leaves(t, d.lane);
		if (!l.x1 || t->y - last > t->em * 9)
			break;
		bool two = two_sided(t, &l);
		if (!two && !stands_below(s, &d, t))
			break;
		both += two;
		d.lane = l;
		d.last = k + 1;
		last = t->y;
	}
	d.last = sides_end(s, &d, end);
	/* one line with one gap may be anything; two are two columns */
	bool wide = d.lane.x1 - d.lane.x0 > s->at[i].em * 5;
	if (both < 2 && !wide)
		return (struct sides){ i, i, { 0 } };
	d.first = begins_above(s, &d, floor);
	return d;
}

static void add_side(struct page_tree *t, const strips *s, const struct sides *d, bool left)
{
	VEC(struct flow_line) l = { 0 };
	int middle = d->lane.x0 + (d->lane.x1 - d->lane.x0) / 2;
	for (size_t i = d->first; i < d->last; i++) {
		const struct strip *o = &s->at[i];
		size_t k = 0;
		while (k < o->n && o->at[k]->x0 < middle)
			k++;
		word_at *at = left ? o->at : o->at + k;
		size_t n = left ? k : o->n - k;
		if (n && !o->dropped)
			*vec_add(t->a, &l) = line_of_words(at, n, o->page);
	}
	flow_side(t, l.at, l.n);
}

/* -- text over the whole page -------------------------------------------------------------------------- */

/* Of LINES lines the left margin is where the third begins: one may stick out. The right one is where two lines end, for there paragraphs
 * are set out to it; else where the longest line ends. */
enum { OUTER = 3, LINES = 12, TOGETHER = 200 };

struct margins { int n, lines, left[OUTER], right[OUTER]; };

static void margin_line(struct margins *m, int left, int right)
{
	for (int i = 0; i < OUTER; i++) {
		if (i >= m->n || left < m->left[i]) {
			int x = i < m->n ? m->left[i] : INT_MAX;
			m->left[i] = left;
			left = x;
		}
		if (i >= m->n || right > m->right[i]) {
			int x = i < m->n ? m->right[i] : 0;
			m->right[i] = right;
			right = x;
		}
	}
	m->n = m->n < OUTER ? m->n + 1 : m->n;
	m->lines++;
}

enum use { USE_PROSE, USE_SIDE, USE_SHEET };

struct layout {
	struct page_tree t;
	const pages     *p;
	strips           s;
	sheets           tables;
	unsigned char   *use;                   /* of each strip */
	struct margins  *margin;                /* of each page, from all pages as wide */
};

static void read_margins(struct layout *l)
{
	struct margins *own = make_n(l->t.a, struct margins, l->p->n);
	l->margin = make_n(l->t.a, struct margins, l->p->n);
	for (size_t i = 0; i < l->s.n; i++)
		if (l->use[i] == USE_PROSE && !l->s.at[i].dropped)
			margin_line(&own[l->s.at[i].page], l->s.at[i].x0, l->s.at[i].x1);
	for (size_t i = 0; i < l->p->n; i++)
		for (size_t k = 0; k < l->p->n; k++) {
			if (l->p->at[i].width != l->p->at[k].width)
				continue;
			for (int j = 0; j < own[k].n; j++)
				margin_line(&l->margin[i], own[k].left[j], own[k].right[j]);
			l->margin[i].lines += own[k].lines - own[k].n;
		}
}

static int margin_right(const struct margins *m)
{
	bool out = m->n == OUTER && m->lines >= LINES && m->right[0] - m->right[1] > TOGETHER && m->right[1] - m->right[2] <= TOGETHER;
	return m->right[out ? 1 : 0];
}

static void add_prose(struct layout *l, flow_lines *f)
{
	for (size_t i = 0, end; i < f->n; i = end) {
		const struct margins *m = &l->margin[f->at[i].page];
		for (end = i + 1; end < f->n && l->p->at[f->at[end].page].width == l->p->at[f->at[i].page].width;)
			end++;
		int outer = m->lines < LINES ? 0 : m->n - 1;
		flow_prose(&l->t, f->at + i, end - i, m->left[outer], margin_right(m));
	}
	f->n = 0;
}

/* What each strip is part of. */
static void divide(struct layout *l)
{
	l->use = make_n(l->t.a, unsigned char, l->s.n + 1);
	for (size_t k = 0; k < l->tables.n; k++)
		for (size_t j = 0; j < l->tables.at[k].parts.n; j++)
			for (size_t i = l->tables.at[k].parts.at[j].first; i < l->tables.at[k].parts.at[j].last; i++)
				l->use[i] = USE_SHEET;
}

/* Where the text that begins at strip i meets a table or the end of its page. */
static size_t prose_end(const struct layout *l, size_t i)
{
	size_t k = i;
	while (k < l->s.n && l->s.at[k].page == l->s.at[i].page && l->use[k] != USE_SHEET)
		k++;
	return k;
}

static void find_sides(struct layout *l, sides_list *sides)
{
	for (size_t i = 0, end = 0, floor = 0; i < l->s.n; i++) {
		floor = i < end ? floor : i;
		end = i < end ? end : prose_end(l, i);
		if (l->use[i] == USE_SHEET || l->s.at[i].dropped)
			continue;
		struct sides d = sides_at(&l->s, i, end, floor);
		if (d.last == d.first)
			continue;
		for (size_t k = d.first; k < d.last; k++)
			l->use[k] = USE_SIDE;
		*vec_add(l->t.a, sides) = d;
		i = d.last - 1;
		floor = d.last;
	}
}

static void add_all(struct layout *l, const sides_list *sides)
{
	flow_lines f = { 0 };
	size_t side = 0, table = 0;
	for (size_t i = 0; i < l->s.n; i++) {
		const struct strip *s = &l->s.at[i];
		if (side < sides->n && sides->at[side].first == i) {
			add_prose(l, &f);
			add_side(&l->t, &l->s, &sides->at[side], true);
			add_side(&l->t, &l->s, &sides->at[side], false);
			i = sides->at[side++].last - 1;
		} else if (table < l->tables.n && l->tables.at[table].parts.at[0].first == i) {
			add_prose(l, &f);
			page_table(&l->t, &l->tables.at[table++], &l->s);
		} else if (l->use[i] == USE_PROSE && !s->dropped) {
			*vec_add(l->t.a, &f) = line_of_words(s->at, s->n, s->page);
		}
	}
	add_prose(l, &f);
}

/* Words of a line that is no row stand as far from each other as those of two cells, or in three columns beside each other: the rest of a
 * row that the end of a page cut, or a table that was not seen. It is told, for what stands there may be read wrong. */
enum { APART = 3 };                             /* em; words of a justified line stand less than half of one apart */

static bool stands_apart(const struct strip *s, bool side)
{
	int wide = 0, columns = 1;
	for (size_t i = 1; i < s->n; i++) {
		wide += words_gap(s, i) > APART * s->em;
		columns += words_gap(s, i) > s->em * 8 / 10;
	}
	return side ? wide && columns > 2 : wide > 0;
}

static void note_apart(struct layout *l)
{
	struct buf b = buf_open(l->t.a);
	int last = -1;
	for (size_t i = 0; i < l->s.n && b.n < 100; i++) {
		const struct strip *s = &l->s.at[i];
		if (l->use[i] == USE_SHEET || s->dropped || s->page == last || !stands_apart(s, l->use[i] == USE_SIDE))
			continue;
		last = s->page;
		buf_fmt(&b, "%s%d", b.n ? ", " : "", last + 1);
	}
	if (b.n)
		read_note(l->t.r, "Trang %.*s: có dòng chữ đứng cách quãng như hàng của bảng mà không nhận ra là bảng. "
		          "Hãy đối chiếu phần này với bản gốc.", (int)b.n, b.p);
}

static bool small_enough(const pages *p, struct err *e)
{
	size_t words = 0;
	for (size_t i = 0; i < p->n; i++)
		words += p->at[i].words.n;
	if (p->n > PAGES_MAX) {
		fail(e, ERR_LIMIT, "Tệp có quá nhiều trang: %zu trang, trong khi chỉ nhận đến %d trang.", p->n, PAGES_MAX);
		return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
	}
	if (words > PAGE_WORDS_MAX) {
		fail(e, ERR_LIMIT, "Tệp có quá nhiều chữ: %zu từ, trong khi chỉ nhận đến %d từ.", words, PAGE_WORDS_MAX);
		return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
	}
	return true;
}

bool pages_tree(struct reading *r, const pages *p, struct err *e)
{
	if (!small_enough(p, e))
		return false;
	struct layout l = { .t = { .a = r->a, .r = r, .root = node_new(r->a, NODE_DOC, (struct place){ .line = 1 }) }, .p = p };
	sides_list sides = { 0 };
	l.s = page_strips(r->a, p);
	page_drop_running(&l.s, p);
	sheets ruled = ruled_sheets(r->a, &l.s, p);
	l.tables = page_sheets(r->a, &l.s, p, &ruled);
	divide(&l);
	find_sides(&l, &sides);
	read_margins(&l);
	note_apart(&l);
	add_all(&l, &sides);
	r->root = l.t.root;
	return true;
}
