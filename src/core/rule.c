#include "core/rule.h"
#include "base/fold.h"

static const struct rule_type *const table[] = {
#define RULE(id) &rule_##id,
#include "core/rules.def"
#undef RULE
};

struct rule_types rule_types_all(void) { return (struct rule_types){ table, COUNT(table) }; }

const struct rule_type *rule_type_find(str name)
{
	for (size_t i = 0; i < COUNT(table); i++)
		if (str_eq(name, str_c(table[i]->name)))
			return table[i];
	return NULL;
}

static void fold_clauses(struct arena *a, clauses *list)
{
	for (size_t i = 0; i < list->n; i++)
		list->at[i].folded = fold_plain(a, list->at[i].words);
}

void rule_fold(struct arena *a, struct rule *r)
{
	fold_clauses(a, &r->clauses);
	fold_clauses(a, &r->groups);
	for (size_t i = 0; i < r->sub.n; i++)
		rule_fold(a, r->sub.at[i]);
}
