/* The sets, sheets and results of samples/index/: what their README says of them, and that the workbook says what the text says. */
#include "app/index.h"
#include "extract/book.h"
#include "whole.h"
#include <stdlib.h>

static const char *const levels[] = { "so", "xa" };

static struct node *read_sample(struct arena *a, const char *name)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	struct reading r = { 0 };
	struct err e = { 0 };
	const char *path = str_fmt(a, "%s/samples/index/%s", root ? root : ".", name).p;
	if (!read_path(a, path, &r, &e))
		fail_msg("%s: %s", path, e.message);
	restore(a, r.root);
	return r.root;
}

static struct criteria_set *set_of(struct arena *a, const char *level, const char *ending)
{
	struct criteria_set *s = NULL;
	struct told t = { 0 };
	if (!book_set(a, read_sample(a, str_fmt(a, "bo-tieu-chi-%s.%s", level, ending).p), false, &s, &t))
		fail_msg("%s.%s: %.*s", level, ending, SF(t.wrong.at[0]));
	assert_int_equal(t.notes.n, 0);
	return s;
}

static struct sheet *sheet_of(struct arena *a, const struct criteria_set *s, const char *level, const char *ending)
{
	struct sheet *sheet = NULL;
	struct told t = { 0 };
	if (!book_sheet(a, read_sample(a, str_fmt(a, "phieu-%s.%s", level, ending).p), s, &sheet, &t))
		fail_msg("%s.%s: %.*s", level, ending, SF(t.wrong.at[0]));
	return sheet;
}

static bool uses(const struct set_criterion *c, size_t input)
{
	for (size_t i = 0; i < c->inputs.n; i++)
		if (c->inputs.at[i] == input)
			return true;
	return false;
}

static void test_sets(void **state)
{
	(void)state;
	static const enum rank_method ranks[] = { RANK_DENSE, RANK_COMPETITION };
	static const enum set_without without[] = { WITHOUT_EXCLUDE, WITHOUT_RESCALE };
	for (size_t k = 0; k < COUNT(levels); k++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct criteria_set *s = set_of(a, levels[k], "md");
		struct rule_types types = rule_types_all();
		size_t leaves = 0, required = 0, none = 0, shared = 0, deep = 0, buckets[3] = { 0 };
		bool *used = make_n(a, bool, types.n);
		for (size_t i = 0; i < s->criteria.n; i++) {
			const struct set_criterion *c = &s->criteria.at[i];
			int depth = 1;
			for (int up = c->parent; up != NO_PARENT; up = s->criteria.at[up].parent)
				depth++;
			if (!set_leaf(c))
				continue;
			assert_non_null(c->rule);
			leaves++;
			deep += depth == 4;
			required += c->evidence.required;
			none += c->none != NONE_UNSAID || c->rule->none != NONE_UNSAID;
			buckets[c->rule->bucket]++;
			for (size_t t = 0; t < types.n; t++)
				used[t] = used[t] || types.at[t] == c->rule->type;
		}
		for (size_t t = 0; t < types.n; t++)
			if (!used[t])
				fail_msg("%s: no rule is %s", levels[k], types.at[t]->name);
		for (size_t i = 0; i < s->inputs.n; i++) {
			size_t n = 0;
			for (size_t c = 0; c < s->criteria.n; c++)
				n += uses(&s->criteria.at[c], i);
			assert_true(n > 0);
			shared += n > 1;
		}
		assert_int_equal(leaves, 97);
		assert_int_equal(set_max(s), 100 * POINT);
		assert_true(deep >= 4 && required >= 6 && none >= 20 && shared >= 4);
		assert_int_equal(buckets[BUCKET_BONUS], 1);
		assert_int_equal(buckets[BUCKET_PENALTY], 1);
		assert_int_equal(s->decimals, k ? 2 : 3);
		assert_int_equal(s->rank, ranks[k]);
		assert_int_equal(s->without, without[k]);
		assert_true(s->classes.n >= 4);
		lints l = set_lint(a, s);
		if (l.n)
			fail_msg("%s: %.*s", levels[k], SF(l.at[0].message));
		str text = set_json(a, s), book = set_json(a, set_of(a, levels[k], "xlsx"));
		assert_true(str_eq(text, book));
		arena_free(a);
	}
}

static void test_sheets(void **state)
{
	(void)state;
	static const char *const totals[] = { "81,013", "73,48" };
	for (size_t k = 0; k < COUNT(levels); k++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct criteria_set *s = set_of(a, levels[k], "md");
		struct sheet *t = sheet_of(a, s, levels[k], "md");
		struct scoring g = { 0 };
		struct err e = { 0 };
		size_t given[ROUNDS] = { 0 }, out = 0, bare = 0;
		for (size_t i = 0; i < t->rows.n; i++) {
			const struct sheet_row *r = &t->rows.at[i];
			for (int n = 0; n < ROUNDS; n++) {
				given[n] += r->by[n].given;
				assert_true(!r->by[n].given || n == ROUND_SELF || r->by[n].reason.n);
			}
			out += !r->applies;
			bare += !r->files;
			assert_true(r->applies || r->why_not.n);
		}
		assert_true(given[ROUND_SELF] >= 4 && given[ROUND_ONE] >= 4 && given[ROUND_TWO] >= 1 && out >= 2 && bare >= 1);
		assert_int_equal(t->unknown.n, 0);
		assert_true(score_prepare(a, s, &g, &e));
		struct index_scored scored = index_score(a, &g, t);
		str total = points_vi(a, scored.total.points);
		assert_string_equal(total.p, totals[k]);
		str text = sheet_json(a, s, t), book = sheet_json(a, s, sheet_of(a, s, levels[k], "xlsx"));
		assert_true(str_eq(text, book));
		arena_free(a);
	}
}

/* The percents, ranks and classes that are published come out; by exact percents, as the other set wants, one of them parts. */
static void test_results(void **state)
{
	(void)state;
	static const char *const endings[] = { "md", "xlsx" };
	struct arena *a = arena_open(WHOLE_ROOM);
	struct criteria_set *settings = NULL, *exact = set_of(a, "xa", "md");
	for (size_t k = 0; k < COUNT(endings); k++) {
		standings all = { 0 };
		struct told t = { 0 };
		struct node *root = read_sample(a, str_fmt(a, "ket-qua-xa.%s", endings[k]).p);
		assert_true(book_results(a, root, &all, &t));
		assert_int_equal(all.n, 23);
		if (!k)
			assert_true(book_set(a, root, true, &settings, &t));
		struct standing **at = make_n(a, struct standing *, all.n);
		index_rank(a, settings, &all, at);
		size_t ties = 0;
		for (size_t i = 0; i < all.n; i++) {
			const struct standing *s = at[i];
			str percent = percent_vi(a, s->percent), printed = figure_vi(a, exact_round(exact_of(s->printed_percent), 2));
			if (!str_eq(percent, printed) || s->rank != s->printed_rank || !str_eq(s->class->name, s->printed_class))
				fail_msg("%.*s: %.*s %d, not %.*s %d", SF(s->name), SF(percent), s->rank, SF(printed), s->printed_rank);
			ties += i && at[i]->rank == at[i - 1]->rank;
		}
		assert_int_equal(ties, 3);
		index_rank(a, exact, &all, at);
		ties = 0;
		for (size_t i = 1; i < all.n; i++)
			ties += at[i]->rank == at[i - 1]->rank;
		assert_int_equal(ties, 2);
	}
	arena_free(a);
}

int extract_sets_tests(void);
int extract_sets_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_sets), cmocka_unit_test(test_sheets), cmocka_unit_test(test_results) };
	return cmocka_run_group_tests_name("extract/sets", tests, NULL, NULL);
}
