/* A criteria set out of a table in a test: code, maximum, rule, inputs parted by ';'. */
#ifndef TESTS_CORE_SET_OF_H
#define TESTS_CORE_SET_OF_H
#include "core/score.h"

struct row_of { const char *code, *max, *rule, *inputs; };

static inline void inputs_of(struct arena *a, struct criteria_set *s, struct set_criterion *c, str names)
{
	for (size_t at = 0; names.n && at <= names.n;) {
		size_t end = str_find(names, S(";"), at);
		size_t input = set_input(a, s, str_trim(str_sub(names, at, end)));
		*vec_add(a, &c->inputs) = input;
		at = end + 1;
	}
}

static inline struct criteria_set *set_of(struct arena *a, const struct row_of *rows, size_t n, int decimals)
{
	struct criteria_set *s = make(a, struct criteria_set);
	s->decimals = decimals;
	for (size_t i = 0; i < n; i++) {
		struct set_criterion *c = set_add(a, s);
		c->code = str_c(rows[i].code);
		c->name = str_fmt(a, "Tiêu chí %s", rows[i].code);
		c->evidence.text = S("Báo cáo");
		c->rule_text = str_c(rows[i].rule);
		c->max_printed = rows[i].max && points_of_figure(figure_parse(str_c(rows[i].max)), &c->max);
		inputs_of(a, s, c, str_c(rows[i].inputs));
	}
	return s;
}

static inline void enter(struct arena *a, struct criteria_set *s, struct sheet *t, const char *input, const char *value)
{
	size_t n = s->inputs.n, at = set_input(a, s, str_c(input));
	if (at < n)
		t->values[at] = value_parse(a, str_c(value));
}

#endif
