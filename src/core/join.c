#include "core/join.h"
#include "base/fold.h"
#include <stdlib.h>

/* A set has parents before children. */
struct place { str code; size_t index; };

static int by_code(const void *p, const void *q)
{
	const struct place *x = p, *y = q;
	int order = code_cmp(x->code, y->code);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static struct criteria_set *set_of(struct arena *a, const struct join_row *rows, size_t n, struct place *order)
{
	struct criteria_set *s = make(a, struct criteria_set);
	for (size_t i = 0; i < n; i++)
		order[i] = (struct place){ code_plain(a, rows[i].code), i };
	if (n)
		qsort(order, n, sizeof *order, by_code);
	for (size_t i = 0; i < n; i++) {
		const struct join_row *r = &rows[order[i].index];
		struct set_criterion *c = set_add(a, s);
		c->code = order[i].code;
		c->name = r->name;
		c->id = r->id;
		c->max = r->has_max ? r->max : 0;
		c->max_printed = r->has_max;
	}
	set_finish(a, s);
	return s;
}

/* The numbers of a name but for years: "mức độ 3" and "mức độ 4" are two things. */
static str numbers_of(struct arena *a, str name)
{
	str plain = fold_plain(a, name);
	struct buf b = buf_open(a);
	for (size_t i = 0; i < plain.n;) {
		size_t from = i;
		while (i < plain.n && plain.p[i] >= '0' && plain.p[i] <= '9')
			i++;
		str number = str_sub(plain, from, i);
		bool year = number.n == 4 && (str_starts(number, S("19")) || str_starts(number, S("20")));
		if (number.n && !year)
			buf_fmt(&b, "%.*s ", SF(number));
		i += i == from;
	}
	return buf_str(&b);
}

bool join_sure(struct arena *a, const struct pair *p, const struct set_criterion *x, const struct set_criterion *y)
{
	if (p->confirmed || !p->renamed)
		return p->confirmed || (p->score >= SURE_NAMED && x->name.n);
	return p->score >= SURE_CODED && str_eq(x->code, y->code) && str_eq(numbers_of(a, x->name), numbers_of(a, y->name));
}

struct join *join_rows(struct arena *a, const struct join_row *was, size_t n_was, const struct join_row *is, size_t n_is)
{
	struct join *all = make_n(a, struct join, n_is + 1);
	struct place *of_was = make_n(a, struct place, n_was + 1), *of_is = make_n(a, struct place, n_is + 1);
	struct criteria_set *x = set_of(a, was, n_was, of_was), *y = set_of(a, is, n_is, of_is);
	pairs p = mapping_propose(a, x, y);
	for (size_t i = 0; i < p.n; i++) {
		const struct pair *it = &p.at[i];
		if (it->is == NO_INDEX)
			continue;
		all[of_is[it->is].index] = it->was == NO_INDEX
		                               ? (struct join){ .was = NO_INDEX }
		                               : (struct join){ of_was[it->was].index, it->score,
			                                        join_sure(a, it, &x->criteria.at[it->was], &y->criteria.at[it->is]) };
	}
	return all;
}
