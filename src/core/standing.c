#include "core/standing.h"
#include <stdlib.h>

void standing_percent(struct standing *s) { s->percent = s->max > 0 ? percent_of(s->points, s->max) : -1; }

/* What is compared lies together: following a pointer to every row costs more than the sorting. */
struct key { int64_t percent; const struct standing *row; size_t came; };

static int by_printed(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	if (x->percent != y->percent)
		return x->percent < y->percent ? 1 : -1;
	return (x->came > y->came) - (x->came < y->came);
}

static int exactly(const struct standing *x, const struct standing *y)
{
	__int128 left = (__int128)x->points * y->max, right = (__int128)y->points * x->max;
	return (left < right) - (left > right);
}

static int by_exact(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order = x->percent >= 0 && y->percent >= 0 ? exactly(x->row, y->row) : 0;
	return order ? order : by_printed(a, b);
}

static bool equal(const struct key *x, const struct key *y, enum set_compare c)
{
	return c == COMPARE_EXACT ? !exactly(x->row, y->row) : x->percent == y->percent;
}

void standing_rank(struct arena *a, struct standing **at, size_t n, enum rank_method m, enum set_compare c)
{
	struct key *keys = make_n(a, struct key, n + 1);
	int rank = 0;
	for (size_t i = 0; i < n; i++)
		keys[i] = (struct key){ at[i]->percent, at[i], i };
	struct standing **came = make_n(a, struct standing *, n + 1);
	memcpy(came, at, n * sizeof *at);
	qsort(keys, n, sizeof *keys, c == COMPARE_EXACT ? by_exact : by_printed);
	for (size_t i = 0; i < n; i++) {
		at[i] = came[keys[i].came];
		if (keys[i].percent < 0)
			at[i]->rank = 0;
		else if (i && equal(&keys[i - 1], &keys[i], c))
			at[i]->rank = rank;
		else
			at[i]->rank = rank = m == RANK_DENSE ? rank + 1 : (int)i + 1;
	}
}
