/* A table whose columns are known: its pieces, and how far apart lines of a cell stand. */
#include "docin/page_table.h"
#include <stdlib.h>

/* -- pieces -------------------------------------------------------------------------------------------- */

static bool is_figure(const struct flow_line *l)
{
	size_t digits = 0, n = 0;
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->at[i]->text.n; k++, n++) {
			char c = l->at[i]->text.p[k];
			digits += c >= '0' && c <= '9';
			if (!(c >= '0' && c <= '9') && !strchr(".,%-+()/", c))
				return false;
		}
	return digits && n <= 12;
}

/* "1", "1.2", "IV", "a)", "(3)", "7a.1" */
static bool is_code(str s)
{
	size_t i = 0, parts = 0;
	if (s.n && strchr("([", s.p[0]))
		i++;
	while (i < s.n && parts < 8) {
		size_t from = i;
		while (i < s.n && i - from < 5 && strchr("IVX", s.p[i]))
			i++;
		if (i == from)
			while (i < s.n && i - from < 3 && s.p[i] >= '0' && s.p[i] <= '9')
				i++;
		if ((i > from || !parts) && i < s.n && ((s.p[i] >= 'a' && s.p[i] <= 'z') || (i == from && s.p[i] >= 'A' && s.p[i] <= 'H')))
			i++;
		if (i == from)
			return false;
		parts++;
		if (i == s.n || s.p[i] != '.')
			break;
		i++;
	}
	while (i < s.n && strchr(".)]:", s.p[i]))
		i++;
	return parts && i == s.n;
}

static bool code_of(struct arena *a, const struct piece *p)
{
	if (p->c1 > p->c0)
		return is_code(p->l.at[0]->text);
	if (p->l.n > 2)
		return false;
	return is_code(p->l.n == 1 ? p->l.at[0]->text
	                           : str_fmt(a, "%.*s%.*s", SF(p->l.at[0]->text), SF(p->l.at[1]->text)));
}

static int by_left(const void *a, const void *b)
{
	word_at l = *(const word_at *)a, r = *(const word_at *)b;
	return l->x0 < r->x0 ? -1 : l->x0 > r->x0 ? 1 : l < r ? -1 : l > r;
}

/* Words of one line that came in two strips. */
static bool joins(struct table *t, struct piece *p, const struct piece *q)
{
	const struct flow_line *l = &q->l;
	if (p->c0 != q->c0 || p->c1 != q->c1 || p->row != q->row || l->y - p->l.y > l->em / 2 || (l->x0 < p->l.x1 && p->l.x0 < l->x1))
		return false;
	word_at *both = make_n(t->a, word_at, p->l.n + l->n);
	memcpy(both, p->l.at, p->l.n * sizeof *both);
	memcpy(both + p->l.n, l->at, l->n * sizeof *both);
	qsort(both, p->l.n + l->n, sizeof *both, by_left);
	p->l = line_of_words(both, p->l.n + l->n, p->l.page);
	return true;
}

void piece_add(struct table *t, pieces *to, const struct piece *p)
{
	for (size_t i = to->n; i > 0 && to->n - i < COLUMNS; i--)
		if (joins(t, &to->at[i - 1], p))
			return;
	*vec_add(t->a, to) = *p;
}

/* The white between two words is most of what is white at the lane. */
static bool at_lane(word_at left, word_at right, const struct lane *l)
{
	int from = left->x1 > l->x0 ? left->x1 : l->x0, to = right->x0 < l->x1 ? right->x0 : l->x1;
	return to > from && (to - from) * 3 >= (l->x1 - l->x0) * 2;
}

/* Which columns the words [from, to) of a strip take: a word that lies over a lane takes both sides. */
static void add_fragment(struct table *t, pieces *to, const struct strip *s, size_t from, size_t end)
{
	const struct lanes *l = &t->s->lanes;
	int c0 = COLUMNS, c1 = 0;
	for (size_t i = from; i < end; i++) {
		int c = lane_column(l, s->at[i]->x0 + (s->at[i]->x1 - s->at[i]->x0) / 2), left = c, right = c;
		while (left > 0 && s->at[i]->x0 < l->at[left - 1].x0)
			left--;
		while (right < l->n && s->at[i]->x1 > l->at[right].x1)
			right++;
		c0 = left < c0 ? left : c0;
		c1 = right > c1 ? right : c1;
	}
	piece_add(t, to, &(struct piece){ line_of_words(s->at + from, end - from, s->page), .c0 = c0, .c1 = c1 });
}

/* Words of a heading may be wider than what stands below them and reach into the lane: a wide gap that holds some of it. */
static bool wide_over(word_at left, word_at right, const struct lane *l, int wide)
{
	return right->x0 - left->x1 >= wide && left->x1 < l->x1 && right->x0 > l->x0 && left->x0 < l->x0 && right->x1 > l->x1;
}

/* Where a strip parts: at a lane it leaves free, or at a wide gap over one. */
static void add_strip(struct table *t, pieces *to, const struct strip *s)
{
	const struct lanes *l = &t->s->lanes;
	size_t from = 0;
	for (size_t i = 1; i <= s->n; i++) {
		bool parts = i == s->n;
		for (int k = 0; k < l->n && !parts; k++)
			parts = (at_lane(s->at[i - 1], s->at[i], &l->at[k]) && words_gap(s, i) * 9 >= s->lane * 8) ||
			        wide_over(s->at[i - 1], s->at[i], &l->at[k], s->em * 6 / 5);
		if (parts) {
			add_fragment(t, to, s, from, i);
			from = i;
		}
	}
}

static void sort(pieces *p)
{
	for (size_t i = 1; i < p->n; i++)                       /* nearly in order */
		for (size_t k = i; k > 0 && p->at[k].l.y < p->at[k - 1].l.y; k--) {
			struct piece x = p->at[k];
			p->at[k] = p->at[k - 1];
			p->at[k - 1] = x;
		}
}

void pieces_close(struct table *t, pieces *p)
{
	sort(p);
	for (size_t i = 0; i < p->n; i++) {
		struct piece *q = &p->at[i];
		q->figure = q->c0 == q->c1 && is_figure(&q->l);
		q->code = q->c0 == 0 && code_of(t->a, q);
		if (q->c0 == q->c1 && q->l.x1 - q->l.x0 > t->width[q->c0])
			t->width[q->c0] = q->l.x1 - q->l.x0;
	}
}

/* -- lines of a cell ------------------------------------------------------------------------------------ */

/* The piece above in the same cells, if it is near. */
const struct piece *piece_above(const pieces *p, size_t i, int by)
{
	const struct piece *q = &p->at[i];
	for (size_t k = i; k-- > 0 && q->l.y - p->at[k].l.y <= by;)
		if (p->at[k].c0 <= q->c1 && p->at[k].c1 >= q->c0)
			return p->at[k].c0 == q->c0 && p->at[k].c1 == q->c1 ? &p->at[k] : NULL;
	return NULL;
}

static int by_number(const void *a, const void *b)
{
	int l = *(const int *)a, r = *(const int *)b;
	return l < r ? -1 : l > r;
}

/* Of the distances between lines the smallest that comes again and again. */
void pieces_pitch(struct table *t)
{
	VEC(int) d = { 0 };
	for (size_t k = 0; k < t->n; k++)
		for (size_t i = 0; i < t->part[k].n; i++) {
			const struct piece *p = &t->part[k].at[i], *q = piece_above(&t->part[k], i, p->l.em * 9 / 5);
			if (q && p->l.y > q->l.y)
				*vec_add(t->a, &d) = p->l.y - q->l.y;
		}
	if (!d.n)
		return;
	qsort(d.at, d.n, sizeof *d.at, by_number);
	size_t least = d.n / 12 < 2 ? 2 : d.n / 12;
	for (size_t i = 0, end = 0; i < d.n && !t->pitch; i++) {
		while (end < d.n && d.at[end] <= d.at[i] + EXCESS)
			end++;
		if (end - i >= least)
			t->pitch = d.at[i + (end - i) / 2];
	}
}

/* "7a.1." / "1": a code wider than its column. */
bool piece_code_cut(const struct table *t, const struct piece *up, const struct piece *down)
{
	str s = up->l.at[up->l.n - 1]->text;
	int width = up->l.x1 - up->l.x0 + down->l.x1 - down->l.x0;
	bool next = up->l.page != down->l.page || down->l.y - up->l.y <= t->pitch + EXCESS;
	return next && up->code && up->c1 == 0 && down->figure && down->l.n == 1 && str_find(s, S("."), 0) + 1 < s.n &&
	       str_ends(s, S(".")) && !str_ends(down->l.at[0]->text, S(".")) && width > t->width[0];
}

void table_pieces(struct table *t)
{
	for (size_t k = 0; k < t->n; k++) {
		for (size_t i = t->s->parts.at[k].first; i < t->s->parts.at[k].last; i++)
			if (!t->all->at[i].dropped)
				add_strip(t, &t->part[k], &t->all->at[i]);
		pieces_close(t, &t->part[k]);
	}
	pieces_pitch(t);
}
