/* The names in a formula and the names of the inputs: who writes both means the same by the same name, in whatever order. */
#include "core/rule_input.h"
#include "base/fold.h"
#include "core/codes.h"

struct binding { struct arena *a; const struct rule_case *c; struct expr **first; size_t n; };

/* Of each name the place where it stands first; numbered as the parser numbers them, by the names alone. */
static void collect(struct binding *b, struct expr *e)
{
	if (!e)
		return;
	if (e->kind == EXPR_INPUT) {
		size_t i = 0;
		while (i < b->n && !str_eq(b->first[i]->name, e->name))
			i++;
		if (i == b->n)
			b->first[b->n++] = e;
	}
	collect(b, e->left);
	collect(b, e->right);
}

static size_t nodes(const struct expr *e) { return e ? 1 + nodes(e->left) + nodes(e->right) : 0; }

static struct binding names_of(struct arena *a, const struct rule *r, const struct rule_case *c)
{
	struct binding b = { .a = a, .c = c, .first = make_n(a, struct expr *, nodes(r->expr) + 1) };
	collect(&b, r->expr);
	return b;
}

/* Of two names that differ only in their marks each has its own input. */
static size_t input_named(const struct binding *b, str name, bool *taken)
{
	str folded = fold_plain(b->a, name);
	for (size_t i = 0; i < b->c->n; i++)
		if (!taken[i] && str_eq(b->c->names[i], folded)) {
			taken[i] = true;
			return i;
		}
	return NO_INDEX;
}

static size_t *places(const struct binding *b, size_t *found)
{
	size_t *at = make_n(b->a, size_t, b->n + 1);
	bool *taken = make_n(b->a, bool, b->c->n + 1);
	*found = 0;
	for (size_t i = 0; i < b->n; i++) {
		at[i] = input_named(b, b->first[i]->name, taken);
		*found += at[i] != NO_INDEX;
	}
	return at;
}

static void number(struct expr *e, const struct binding *b, const size_t *at)
{
	if (!e)
		return;
	for (size_t i = 0; e->kind == EXPR_INPUT && i < b->n; i++)
		if (str_eq(b->first[i]->name, e->name))
			e->input = (int)at[i];
	number(e->left, b, at);
	number(e->right, b, at);
}

static void bind(struct arena *a, struct rule *r, const struct rule_case *c)
{
	struct binding b = names_of(a, r, c);
	size_t found, *at = places(&b, &found);
	if (b.n && found == b.n && b.n == c->n)
		number(r->expr, &b, at);
	for (size_t i = 0; i < r->sub.n; i++) {
		struct rule_case part = best_part(r, c, i);
		bind(a, r->sub.at[i], &part);
	}
}

static void unbound(struct arena *a, const struct rule *r, const struct rule_case *c, strs *ret)
{
	struct binding b = names_of(a, r, c);
	size_t found, *at = places(&b, &found);
	for (size_t i = 0; found && i < b.n; i++)
		if (at[i] == NO_INDEX)
			*vec_add(a, ret) = b.first[i]->name;
	for (size_t i = 0; i < r->sub.n; i++) {
		struct rule_case part = best_part(r, c, i);
		unbound(a, r->sub.at[i], &part, ret);
	}
}

static struct rule_case case_of(struct arena *a, const strs *names)
{
	return (struct rule_case){ .at = make_n(a, struct value, names->n + 1), .names = names->at, .n = names->n };
}

void rule_bind(struct arena *a, struct rule *r, const strs *names)
{
	struct rule_case c = case_of(a, names);
	bind(a, r, &c);
}

strs rule_unbound(struct arena *a, const struct rule *r, const strs *names)
{
	struct rule_case c = case_of(a, names);
	strs ret = { 0 };
	unbound(a, r, &c, &ret);
	return ret;
}
