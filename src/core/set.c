#include "core/set.h"
#include "base/fold.h"

enum { CODE_MAX = 64 };

/* -- codes ------------------------------------------------------------------------------------------- */

/* As it is compared: without spaces and a last dot. */
static str code_key(str code, char *room)
{
	size_t n = 0;
	for (size_t i = 0; i < code.n; i++) {
		if (code.p[i] == ' ' || code.p[i] == '\t')
			continue;
		if (n == CODE_MAX)
			return (str){ 0 };
		room[n++] = code.p[i];
	}
	while (n && room[n - 1] == '.')
		n--;
	return (str){ room, n };
}

static str code_kept(struct arena *a, str code)
{
	char room[CODE_MAX];
	return str_copy(a, code_key(code, room));
}

size_t set_find(const struct criteria_set *s, str code)
{
	char room[CODE_MAX];
	return codes_find(&s->codes, code_key(code, room));
}

/* "1", "I", "A": how a code begins. */
enum start { START_NUMBER, START_ROMAN, START_LETTER, STARTS };

static enum start start_of(str code)
{
	if (code.n && code.p[0] >= '0' && code.p[0] <= '9')
		return START_NUMBER;
	size_t n = str_find(code, S("."), 0);
	for (size_t i = 0; i < n; i++)
		if (!strchr("IVXLC", code.p[i]))
			return START_LETTER;
	return START_ROMAN;
}

static int parent_by_code(const struct criteria_set *s, str code)
{
	for (str up = code_above(code); up.n; up = code_above(up)) {
		size_t at = codes_find(&s->codes, up);
		if (at != NO_INDEX)
			return (int)at;
	}
	return NO_PARENT;
}

/* Kinds of numbering stand below each other in the order in which they first come: A, I, 1. */
struct levels { int last[STARTS]; int level[STARTS]; int n; };

static int parent_by_level(struct levels *l, enum start start, int row)
{
	int parent = NO_PARENT, above = NO_PARENT;
	if (l->level[start] < 0)
		l->level[start] = l->n++;
	for (int k = 0; k < STARTS; k++)
		if (l->level[k] >= 0 && l->level[k] < l->level[start] && l->last[k] != NO_PARENT && l->level[k] > above) {
			above = l->level[k];
			parent = l->last[k];
		}
	for (int k = 0; k < STARTS; k++)                       /* what stood below the one before is over */
		if (l->level[k] > l->level[start])
			l->last[k] = NO_PARENT;
	l->last[start] = row;
	return parent;
}

static void find_parents(struct arena *a, struct criteria_set *s)
{
	struct levels l = { .last = { NO_PARENT, NO_PARENT, NO_PARENT }, .level = { -1, -1, -1 } };
	for (size_t i = 0; i < s->criteria.n; i++) {
		struct set_criterion *c = &s->criteria.at[i];
		str code = code_kept(a, c->code);
		if (c->parent == NO_PARENT)
			c->parent = parent_by_code(s, code);
		if (c->parent == NO_PARENT)
			c->parent = parent_by_level(&l, start_of(code), (int)i);
		codes_add(a, &s->codes, code, i);
	}
}

/* -- building ---------------------------------------------------------------------------------------- */

struct set_criterion *set_add(struct arena *a, struct criteria_set *s)
{
	struct set_criterion *c = vec_add(a, &s->criteria);
	c->parent = NO_PARENT;
	return c;
}

size_t set_input(struct arena *a, struct criteria_set *s, str name)
{
	int *number = map_put(a, &s->names, fold_plain(a, name));
	if (!*number) {
		*vec_add(a, &s->inputs) = str_copy(a, name);
		*number = (int)s->inputs.n;
	}
	return (size_t)*number - 1;
}

strs set_names(struct arena *a, const struct criteria_set *s, const struct set_criterion *c)
{
	strs names = { 0 };
	for (size_t i = 0; i < c->inputs.n; i++)
		*vec_add(a, &names) = fold_plain(a, s->inputs.at[c->inputs.at[i]]);
	return names;
}

static void read_rule(struct arena *a, const struct criteria_set *s, struct set_criterion *c)
{
	struct err e = { 0 };
	if (!str_trim(c->rule_text).n)
		return;
	if (rule_parse(a, c->rule_text, c->max, &c->rule, &c->rule_fault, &e)) {
		strs names = set_names(a, s, c);
		rule_bind(a, c->rule, &names);
		return;
	}
	c->rule = NULL;
	c->rule_error = make(a, struct err);
	*c->rule_error = e;
}

static bool in_sum(const struct set_criterion *c) { return !c->rule || c->rule->bucket == BUCKET_SUM; }

static void add_up(struct criteria_set *s)
{
	points *sum = NULL;
	CLEANUP(arena_close) struct arena *a = arena_open(s->criteria.n * sizeof *sum + (1 << 16));
	sum = make_n(a, points, s->criteria.n + 1);
	for (size_t i = s->criteria.n; i-- > 0;) {
		struct set_criterion *c = &s->criteria.at[i];
		if (c->below && !c->max_printed)
			c->max = sum[i];
		if (c->parent != NO_PARENT && (c->below || in_sum(c)))
			sum[c->parent] += c->below ? sum[i] : c->max;
	}
}

void set_finish(struct arena *a, struct criteria_set *s)
{
	s->codes = (struct codes){ 0 };
	find_parents(a, s);
	for (size_t i = 0; i < s->criteria.n; i++)
		s->criteria.at[i].below = 0;
	for (size_t i = 0; i < s->criteria.n; i++)
		for (int up = s->criteria.at[i].parent; up != NO_PARENT; up = s->criteria.at[up].parent)
			s->criteria.at[up].below++;
	for (size_t i = 0; i < s->criteria.n; i++)
		if (set_leaf(&s->criteria.at[i]))
			read_rule(a, s, &s->criteria.at[i]);
	add_up(s);
}

points set_max(const struct criteria_set *s)
{
	points sum = 0;
	for (size_t i = 0; i < s->criteria.n; i++)
		if (set_leaf(&s->criteria.at[i]) && in_sum(&s->criteria.at[i]))
			sum += s->criteria.at[i].max;
	return sum;
}
