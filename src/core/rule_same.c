#include "core/rule_words.h"
#include "base/fold.h"

/* -- words --------------------------------------------------------------------------------------------------- */

/* Case of the letters Vietnamese is written with. */
static uint32_t small(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
		return c + 32;
	if ((c >= 0x100 && c <= 0x12F) || (c >= 0x1EA0 && c <= 0x1EF9))
		return c | 1;
	return c == 0x168 || c == 0x1A0 ? c + 1 : c == 0x1AF ? 0x1B0 : c;
}

static uint32_t capital(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7))
		return c - 32;
	if ((c >= 0x100 && c <= 0x12F) || (c >= 0x1EA0 && c <= 0x1EF9))
		return c & ~1U;
	return c == 0x169 || c == 0x1A1 ? c - 1 : c == 0x1B0 ? 0x1AF : c;
}

static str utf8_of(struct arena *a, uint32_t c)
{
	if (c < 0x80)
		return str_fmt(a, "%c", (int)c);
	if (c < 0x800)
		return str_fmt(a, "%c%c", (int)(0xC0 | c >> 6), (int)(0x80 | (c & 0x3F)));
	return str_fmt(a, "%c%c%c", (int)(0xE0 | c >> 12), (int)(0x80 | (c >> 6 & 0x3F)), (int)(0x80 | (c & 0x3F)));
}

static str with_first(struct arena *a, str s, uint32_t first, uint32_t was, size_t end)
{
	if (first == was)
		return s;
	str head = utf8_of(a, first);
	return str_fmt(a, "%.*s%.*s", SF(head), SF(str_sub(s, end, s.n)));
}

str rule_small(struct arena *a, str s)
{
	size_t end = 0;
	if (!s.n)
		return s;
	uint32_t c = utf8_next(s, &end), low = small(c);
	size_t second = end;
	uint32_t next = end < s.n ? utf8_next(s, &second) : 0;
	bool acronym = next && (small(next) != next || (next >= '0' && next <= '9'));
	return acronym ? s : with_first(a, s, low, c, end);
}

str rule_capital(struct arena *a, str s)
{
	size_t end = 0;
	if (!s.n)
		return s;
	uint32_t c = utf8_next(s, &end);
	return with_first(a, s, capital(c), c, end);
}

bool rule_same_words(str x, str y)
{
	size_t i = 0, j = 0;
	while (i < x.n && j < y.n)
		if (small(utf8_next(x, &i)) != small(utf8_next(y, &j)))
			return false;
	return i == x.n && j == y.n;
}

/* -- rules ---------------------------------------------------------------------------------------------------- */

static bool same_figure(struct figure x, struct figure y)
{
	return x.present == y.present && (!x.present || figure_same(x, y));
}

static bool same_portion(struct portion x, struct portion y)
{
	return same_figure(x.at, y.at) && (!x.at.present || x.percent == y.percent);
}

static bool same_bound(struct bound x, struct bound y)
{
	return same_portion(x.at, y.at) && (!x.at.at.present || x.closed == y.closed);
}

static bool same_gives(struct gives x, struct gives y)
{
	return x.kind == y.kind && same_figure(x.points, y.points) && same_portion(x.share, y.share);
}

static bool same_clauses(const clauses *x, const clauses *y)
{
	for (size_t i = 0; x->n == y->n && i < x->n; i++) {
		const struct clause *c = &x->at[i], *d = &y->at[i];
		if (!rule_same_words(c->words, d->words) || !same_bound(c->from, d->from) || !same_bound(c->to, d->to) ||
		    !same_gives(c->gives, d->gives))
			return false;
	}
	return x->n == y->n;
}

static bool same_strs(const strs *x, const strs *y)
{
	for (size_t i = 0; x->n == y->n && i < x->n; i++)
		if (!rule_same_words(x->at[i], y->at[i]))
			return false;
	return x->n == y->n;
}

/* Which input a name is follows from the names, or is the set's (rule_bind). */
static bool same_expr(const struct expr *x, const struct expr *y)
{
	if (!x || !y)
		return x == y;
	return x->kind == y->kind && same_portion(x->number, y->number) && rule_same_words(x->name, y->name) &&
	       same_expr(x->left, y->left) && same_expr(x->right, y->right);
}

bool rule_same(const struct rule *x, const struct rule *y)
{
	if (!x || !y)
		return x == y;
	for (size_t i = 0; x->sub.n == y->sub.n && i < x->sub.n; i++)
		if (!rule_same(x->sub.at[i], y->sub.at[i]))
			return false;
	return x->type == y->type && x->none == y->none && x->bucket == y->bucket && rule_same_words(x->what, y->what) &&
	       rule_same_words(x->unit, y->unit) && same_clauses(&x->clauses, &y->clauses) && same_clauses(&x->groups, &y->groups) &&
	       same_portion(x->floor, y->floor) && same_portion(x->target, y->target) && same_figure(x->scale, y->scale) &&
	       same_figure(x->least, y->least) && same_figure(x->most, y->most) && same_figure(x->step, y->step) &&
	       x->sample == y->sample &&
	       same_strs(&x->codes, &y->codes) && same_strs(&x->except, &y->except) && x->sub.n == y->sub.n && same_expr(x->expr, y->expr);
}

/* -- the place of a fault ------------------------------------------------------------------------------------------ */

enum { CARET_WIDTH = 100 };

/* The line in which the fault begins; of a long one, what is around it. */
str rule_caret(struct arena *a, str text, struct fault where)
{
	struct buf line = buf_open(a), marks = buf_open(a);
	size_t from = where.from > text.n ? text.n : where.from, to = where.to > text.n ? text.n : where.to, begin = from, column = 0;
	while (begin && text.p[begin - 1] != '\n')
		begin--;
	for (size_t at = begin; at < from; column++)
		utf8_next(text, &at);
	size_t skip = column > CARET_WIDTH * 3 / 4 ? column - CARET_WIDTH / 2 : 0, shown = 0, at = begin;
	for (size_t k = 0; k < skip; k++)
		utf8_next(text, &at);
	if (skip) {
		buf_put(&line, S("…"));
		buf_put(&marks, S(" "));
	}
	for (; at < text.n && text.p[at] != '\n' && shown < CARET_WIDTH; shown++) {
		size_t here = at;
		uint32_t c = utf8_next(text, &at);
		buf_put(&line, c == '\t' || c == '\r' || c < 0x20 ? S(" ") : str_sub(text, here, at));
		if (here < to || here == from)
			buf_put(&marks, here < from ? S(" ") : S("^"));
	}
	if (at < text.n && text.p[at] != '\n')
		buf_put(&line, S("…"));
	if (from >= at)
		buf_put(&marks, S("^"));
	return str_fmt(a, "%.*s\n%.*s", SF(buf_str(&line)), SF(buf_str(&marks)));
}
