#include "core/sheet.h"

struct sheet *sheet_new(struct arena *a, const struct criteria_set *s)
{
	struct sheet *t = make(a, struct sheet);
	t->values = make_n(a, struct value, s->inputs.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++)
		if (set_leaf(&s->criteria.at[i]))
			*vec_add(a, &t->rows) = (struct sheet_row){ .criterion = i, .applies = true, .files = -1 };
	return t;
}
