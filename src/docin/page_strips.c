/* Words to strips of print; what stands on every page goes. */
#include "docin/page_parts.h"
#include <stdlib.h>

/* -- strips ------------------------------------------------------------------------------------------ */

struct spot { int y; word_at w; };

static int middle(word_at w) { return w->y0 + (w->y1 - w->y0) / 2; }
static int height(word_at w) { return w->y1 > w->y0 ? w->y1 - w->y0 : 1; }

static int by_height(const void *a, const void *b)
{
	const struct spot *l = a, *r = b;
	if (l->y != r->y)
		return l->y < r->y ? -1 : 1;
	return l->w < r->w ? -1 : l->w > r->w;
}

static int by_left(const void *a, const void *b)
{
	word_at l = *(const word_at *)a, r = *(const word_at *)b;
	if (l->x0 != r->x0)
		return l->x0 < r->x0 ? -1 : 1;
	return l < r ? -1 : l > r;
}

/* The middle height of the words says how large the type is, whatever one odd word does. */
static int type_size(const struct spot *at, size_t n)
{
	long long sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += height(at[i].w);
	int em = (int)(sum / (long long)n) * 3 / 4;
	return em < 100 ? 100 : em;
}

static void add_strip(struct arena *a, strips *s, int page, const struct spot *at, size_t n)
{
	struct strip *t = vec_add(a, s);
	*t = (struct strip){ .page = page, .at = make_n(a, word_at, n), .n = n, .em = type_size(at, n), .x0 = at->w->x0 };
	long long y = 0;
	for (size_t i = 0; i < n; i++) {
		t->at[i] = at[i].w;
		t->x0 = at[i].w->x0 < t->x0 ? at[i].w->x0 : t->x0;
		t->x1 = at[i].w->x1 > t->x1 ? at[i].w->x1 : t->x1;
		y += at[i].y;
	}
	t->y = (int)(y / (long long)n);
	qsort(t->at, n, sizeof *t->at, by_left);
}

static int by_number(const void *a, const void *b)
{
	int l = *(const int *)a, r = *(const int *)b;
	return l < r ? -1 : l > r;
}

/* The space between words, by the narrower of all that is white: in tables much of it is wide. */
static int space_of(struct arena *a, const strips *s)
{
	enum { SAMPLE = 4000 };
	int *gap = make_n(a, int, SAMPLE);
	size_t n = 0;
	for (size_t i = 0; i < s->n && n < SAMPLE; i++)
		for (size_t k = 1; k < s->at[i].n && n < SAMPLE; k++)
			if (words_gap(&s->at[i], k) > s->at[i].em / 12)
				gap[n++] = words_gap(&s->at[i], k);
	qsort(gap, n, sizeof *gap, by_number);
	return n ? gap[n / 4] : 0;
}

static void set_widths(struct arena *a, strips *s)
{
	int space = space_of(a, s);
	for (size_t i = 0; i < s->n; i++) {
		struct strip *t = &s->at[i];
		int own = space < t->em ? space : t->em;
		t->lane = t->em * 3 / 8 > own * 3 / 2 ? t->em * 3 / 8 : own * 3 / 2;
		t->wide = t->em * 4 / 5 > own * 2 ? t->em * 4 / 5 : own * 2;
	}
}

strips page_strips(struct arena *a, const pages *p)
{
	strips s = { 0 };
	for (size_t i = 0; i < p->n; i++) {
		const struct page *g = &p->at[i];
		struct spot *at = make_n(a, struct spot, g->words.n + 1);
		for (size_t k = 0; k < g->words.n; k++)
			at[k] = (struct spot){ middle(&g->words.at[k]), &g->words.at[k] };
		qsort(at, g->words.n, sizeof *at, by_height);
		for (size_t k = 0, end; k < g->words.n; k = end) {
			for (end = k + 1; end < g->words.n && at[end].y - at[k].y <= height(at[k].w) / 4; end++)
				;
			add_strip(a, &s, (int)i, at + k, end - k);
		}
	}
	set_widths(a, &s);
	return s;
}

bool words_close(word_at left, word_at right, int em) { return right->x0 - left->x1 < em / 12; }

int words_gap(const struct strip *s, size_t i) { return s->at[i]->x0 - s->at[i - 1]->x1; }

/* -- what stands on every page -------------------------------------------------------------------------- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "3", "- 3 -", "Trang 3/5": a number and next to nothing else */
static bool page_number(const struct strip *s)
{
	size_t digits = 0, others = 0;
	for (size_t i = 0; i < s->n; i++) {
		str t = s->at[i]->text;
		if (str_eq(t, S("Trang")) || str_eq(t, S("trang")) || str_eq(t, S("/")))
			continue;
		for (size_t k = 0; k < t.n; k++) {
			digits += is_digit(t.p[k]);
			others += !is_digit(t.p[k]) && !strchr("-/|", t.p[k]);
		}
	}
	return digits && digits <= 8 && !others && s->n <= 4;
}

/* Alike but for figures: "Trang 2", "Trang 3". */
static bool alike(str a, str b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.n && is_digit(a.p[i]))
			i++;
		while (k < b.n && is_digit(b.p[k]))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (a.p[i++] != b.p[k++])
			return false;
	}
}

static bool same_words(const struct strip *a, const struct strip *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!alike(a->at[i]->text, b->at[i]->text))
			return false;
	return true;
}

static bool same_strip(const struct strip *a, const struct strip *b) { return abs(a->y - b->y) <= a->em / 2 && same_words(a, b); }

/* Text that began (ended) two pages by chance: an item, a sentence that goes on, … */
static bool goes_with_text(const struct strip *s)
{
	struct flow_line l = line_of_words(s->at, s->n, s->page);
	return line_labelled(&l) || line_begins_small(&l);
}

/* … a line that stands within a page, too. */
static bool stands_within(const strips *s, size_t i, const struct stretch *on, size_t n)
{
	for (size_t p = 0; p < n; p++)
		for (size_t k = on[p].first + 1; k + 1 < on[p].last; k++)
			if (!s->at[k].dropped && abs(s->at[k].x0 - s->at[i].x0) <= s->at[i].em / 2 &&
			    abs(s->at[k].y - s->at[i].y) > s->at[i].em && same_words(&s->at[k], &s->at[i]))
				return true;
	return false;
}

/* One piece of text: the heading of a table that comes again has several. */
static bool one_piece(const struct strip *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (words_gap(s, i) > s->em * 2)
			return false;
	return true;
}

/* The first and the last strip of each page that is left; n: pages */
static size_t edge_of(const strips *s, const struct stretch *page, bool bottom)
{
	size_t i = bottom ? page->last : page->first;
	while (bottom ? i > page->first : i < page->last) {
		size_t at = bottom ? i - 1 : i;
		if (!s->at[at].dropped)
			return at;
		i = bottom ? i - 1 : i + 1;
	}
	return s->n;
}

/* In the outer eighth of the page, and apart from what is next to it. */
static bool in_margin(const strips *s, size_t i, const struct stretch *on, const struct page *p, bool bottom)
{
	const struct strip *t = &s->at[i];
	if (bottom ? t->y < p->height - p->height / 8 : t->y > p->height / 8)
		return false;
	size_t next = bottom ? i - 1 : i + 1;
	if (bottom ? i == on->first : next >= on->last)
		return true;
	return abs(s->at[next].y - t->y) * 4 > t->em * 5;
}

static void drop_edge(strips *s, const pages *p, const struct stretch *on, bool bottom)
{
	for (size_t i = 0; i < p->n; i++) {
		size_t at = edge_of(s, &on[i], bottom), next = i + 1 < p->n ? edge_of(s, &on[i + 1], bottom) : s->n;
		if (at == s->n || !in_margin(s, at, &on[i], &p->at[i], bottom))
			continue;
		size_t before = i ? edge_of(s, &on[i - 1], bottom) : s->n;
		bool again = (next < s->n && same_strip(&s->at[at], &s->at[next])) ||
		             (before < s->n && same_strip(&s->at[at], &s->at[before]));
		bool text = !one_piece(&s->at[at]) || goes_with_text(&s->at[at]);
		if (page_number(&s->at[at]) || (again && !text && !stands_within(s, at, on, p->n)))
			s->at[at].page = -1 - s->at[at].page;          /* marked; dropped below, when all have been compared */
	}
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i].page < 0) {
			s->at[i].page = -1 - s->at[i].page;
			s->at[i].dropped = true;
		}
}

void page_drop_running(strips *s, const pages *p)
{
	struct arena *own = arena_open((size_t)1 << 20);
	struct stretch *on = make_n(own, struct stretch, p->n + 1);
	for (size_t i = 0, k = 0; i < p->n; i++) {
		on[i].first = k;
		while (k < s->n && s->at[k].page == (int)i)
			k++;
		on[i].last = k;
	}
	for (int again = 0; again < 2; again++) {              /* a page number may stand above or below a running head */
		drop_edge(s, p, on, false);
		drop_edge(s, p, on, true);
	}
	arena_free(own);
}
