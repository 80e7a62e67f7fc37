/* What must hold for every rule and every sheet, tried on random ones; the same every time, for the seed is fixed. */
#include "core/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { TRIALS = 4000, INPUTS = 24, CLAUSES = 6 };

static uint64_t dice;

static int64_t below(int64_t n)                  /* 0 .. n - 1 */
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return n > 0 ? (int64_t)(dice % (uint64_t)n) : 0;
}

static size_t some(size_t n) { return (size_t)below((int64_t)n); }

/* -- random rules and values ------------------------------------------------------------------------- */

/* One rule, one body; what it takes lives as long as the trial. */
struct trial {
	struct rule      r, sub[3];
	struct clause    clauses[CLAUSES], groups[2];
	struct rule     *subs[3];
	struct expr      nodes[8];
	struct value     values[INPUTS];
	struct rule_case c;
	bool             rising;                  /* more achieved is worth no less */
};

static const char *const words[CLAUSES] = { "Kịp thời", "không ban hành", "Đạt một phần", "chậm", "đúng quy định", "quá hạn" };
static const char *const folded[CLAUSES] = { "kip thoi", "khong ban hanh", "dat mot phan", "cham", "dung quy dinh", "qua han" };

static struct figure figure(int64_t digits, int scale) { return figure_make(digits, scale); }
static struct portion percent(int64_t p) { return (struct portion){ figure(p, 0), true }; }
static struct value number(int64_t n) { return (struct value){ .kind = VALUE_NUMBER, .num = figure(n, 0) }; }
static struct value rate(int64_t part, int64_t whole)
{
	return (struct value){ .kind = VALUE_RATE, .num = figure(part, 0), .den = figure(whole, 0) };
}
static struct value hundredths(int64_t n) { return (struct value){ .kind = VALUE_PERCENT, .num = figure(n, 2) }; }
static struct value yes(bool is) { return (struct value){ .kind = is ? VALUE_YES : VALUE_NO, .words = is ? S("co") : S("khong") }; }

static struct gives worth(points p) { return (struct gives){ .kind = GIVES_POINTS, .points = figure(p, POINTS_DECIMALS) }; }

static struct gives any_gives(points max)
{
	switch (below(4)) {
	case 0: return (struct gives){ .kind = GIVES_MAX };
	case 1: return (struct gives){ .kind = GIVES_SHARE, .share = percent(below(101)) };
	default: return worth(below(max + 1));
	}
}

static void add_clauses(struct trial *t, size_t n)
{
	t->r.clauses.at = t->clauses;
	t->r.clauses.n = n;
	for (size_t i = 0; i < n; i++)
		t->clauses[i] = (struct clause){ .words = str_c(words[i]), .folded = str_c(folded[i]), .gives = any_gives(t->c.max) };
}

static void add_value(struct trial *t, struct value v) { t->values[t->c.n++] = v; }

static void add_rate(struct trial *t)
{
	int64_t whole = 1 + below(200), part = below(whole + 1);
	switch (below(3)) {
	case 0: add_value(t, rate(part, whole)); return;
	case 1: add_value(t, hundredths(below(10001))); return;
	default:
		add_value(t, number(part));
		add_value(t, number(whole));
	}
}

static void make_yes_no(struct trial *t)
{
	add_clauses(t, 2);
	t->clauses[0].words = S("có");
	t->clauses[0].folded = S("co");
	t->clauses[1].words = S("không");
	t->clauses[1].folded = S("khong");
	add_value(t, yes(below(2)));
}

static void make_options(struct trial *t)
{
	size_t n = 2 + some(CLAUSES - 1);
	add_clauses(t, n);
	add_value(t, (struct value){ .kind = VALUE_WORDS, .words = str_c(folded[some(n)]) });
}

/* Bands without gaps, the lowest first, worth ever more; of rates, or of counts. */
static void add_bands(struct trial *t, bool counts)
{
	size_t n = 2 + some(CLAUSES - 1);
	int64_t at = 0, step = counts ? 3 : 99 / (int64_t)n;
	points least = 0;
	add_clauses(t, n);
	for (size_t i = 0; i < n; i++) {
		struct clause *k = &t->clauses[i];
		points more = below(t->c.max - least + 1);
		k->gives = i + 1 == n && below(2) ? (struct gives){ .kind = GIVES_MAX } : worth(least += more);
		if (i)
			k->from = (struct bound){ t->clauses[i - 1].to.at, !t->clauses[i - 1].to.closed };
		at += 1 + below(step);
		if (i + 1 < n)
			k->to = (struct bound){ counts ? (struct portion){ figure(at, 0), false } : percent(at), below(2) };
	}
}

static void make_bands(struct trial *t)
{
	add_bands(t, false);
	add_rate(t);
	t->rising = true;
}

/* The middle band gives the rate, between 0 below and the maximum above. */
static void make_mixed(struct trial *t)
{
	int64_t low = 1 + below(60), high = low + 1 + below(30);
	add_clauses(t, 3);
	t->clauses[0].gives = worth(0);
	t->clauses[1].gives = (struct gives){ .kind = GIVES_RATE };
	t->clauses[2].gives = (struct gives){ .kind = GIVES_MAX };
	t->clauses[0].to = (struct bound){ percent(low), below(2) };
	t->clauses[1].from = (struct bound){ percent(low), !t->clauses[0].to.closed };
	t->clauses[1].to = (struct bound){ percent(high), below(2) };
	t->clauses[2].from = (struct bound){ percent(high), !t->clauses[1].to.closed };
	add_rate(t);
	t->rising = true;
}

static void make_thresholds(struct trial *t)
{
	add_bands(t, true);
	add_value(t, number(below(20)));
	t->rising = true;
}

static void make_rate(struct trial *t)
{
	t->r.what = S("hồ sơ đúng hạn");
	add_rate(t);
	t->rising = true;
}

static void make_floor(struct trial *t)
{
	make_rate(t);
	t->r.floor = below(2) ? percent(below(101)) : (struct portion){ figure(below(100), 2), false };
}

static void make_target(struct trial *t)
{
	make_rate(t);
	t->r.target = percent(1 + below(100));
}

static void make_imported(struct trial *t)
{
	add_value(t, hundredths(below(12000)));
	t->rising = true;
}

static void make_items(struct trial *t)
{
	add_clauses(t, 1 + some(CLAUSES));
	if (below(2))
		t->r.scale = figure(1 + below(100), 0);
	for (size_t i = 0; i < t->r.clauses.n; i++)
		add_value(t, yes(below(2)));
	t->rising = true;
}

static void make_counts(struct trial *t)
{
	add_clauses(t, 1 + some(CLAUSES));
	for (size_t i = 0; i < t->r.clauses.n; i++)
		add_value(t, number(below(6)));
	t->rising = true;
}

static void make_sample(struct trial *t)
{
	add_clauses(t, 1);
	t->r.sample = 20;
	int64_t drawn = 1 + below(30), faults = below(drawn + 1);
	add_value(t, below(2) ? number(below(21)) : rate(faults, drawn));
	t->rising = true;
}

static void make_weighted(struct trial *t)
{
	int64_t all = 0;
	add_clauses(t, 1 + some(CLAUSES));
	for (size_t i = 0; i < t->r.clauses.n; i++) {
		t->clauses[i].gives = (struct gives){ .kind = GIVES_SHARE, .share = { figure(below(5) * 25, 2), false } };
		add_value(t, number(below(50)));
		all += t->values[i].num.digits;
	}
	if (below(2))
		add_value(t, number(all + below(5)));
	if (below(2))
		t->r.floor = percent(below(101));
	t->rising = true;
}

static void make_derived(struct trial *t)
{
	int64_t most = 1 + below(1000000);
	t->c.share = exact_div(exact_int(below(most + 1)), exact_int(most));
}

static void make_growth(struct trial *t)
{
	add_clauses(t, 3);
	t->clauses[0] = (struct clause){ .words = S("tăng"), .folded = S("tang"), .gives = { .kind = GIVES_MAX } };
	t->clauses[1] = (struct clause){ .words = S("bằng"), .folded = S("bang"), .gives = worth(t->c.max / 2) };
	t->clauses[2] = (struct clause){ .words = S("giảm"), .folded = S("giam"), .gives = worth(below(t->c.max / 2 + 1)) };
	add_value(t, number(below(6)));
	add_value(t, number(below(6)));
	t->rising = true;
}

static void make_conditions(struct trial *t)
{
	make_items(t);
	t->r.scale = (struct figure){ 0 };
}

static void make_survey(struct trial *t)
{
	size_t groups = some(3);
	add_clauses(t, 2 + some(3));
	t->r.groups.at = t->groups;
	t->r.groups.n = groups;
	for (size_t i = 0; i < t->r.clauses.n; i++)
		t->clauses[i].gives = (struct gives){ .kind = GIVES_SHARE, .share = percent(below(101)) };
	for (size_t g = 0; g < groups; g++)
		t->groups[g] = (struct clause){ .words = S("nhóm"), .gives = { .kind = GIVES_SHARE, .share = percent(1 + below(100)) } };
	for (size_t i = 0; i < t->r.clauses.n * (groups ? groups : 1); i++)
		add_value(t, number(below(40)));
	t->rising = true;
}

static void make_marks(struct trial *t)
{
	add_clauses(t, 1 + some(CLAUSES));
	for (size_t i = 0; i < t->r.clauses.n; i++)
		add_value(t, (struct value){ .kind = VALUE_NUMBER, .num = figure(below(t->c.max + 1), POINTS_DECIMALS) });
	t->rising = true;
}

static void make_group(struct trial *t)
{
	t->c.best = exact_int(1 + below(30));
	add_value(t, number(below(35)));
	t->rising = true;
}

/* (a + 0,5 × b) / c × M, least of it and b, most of that and a − M; c is 0 now and then. */
static void make_formula(struct trial *t)
{
	struct expr *n = t->nodes;
	for (int i = 0; i < 3; i++) {
		n[i] = (struct expr){ .kind = EXPR_INPUT, .input = i, .name = S("số") };
		add_value(t, number(below(i < 2 ? 30 : 20)));
	}
	n[3] = (struct expr){ .kind = EXPR_MAX };
	n[4] = (struct expr){ .kind = (enum expr_kind)(EXPR_ADD + below(6)), .left = &n[0], .right = &n[1] };
	n[5] = (struct expr){ .kind = EXPR_DIV, .left = &n[4], .right = &n[2] };
	n[6] = (struct expr){ .kind = EXPR_MUL, .left = &n[5], .right = &n[3] };
	n[7] = (struct expr){ .kind = (enum expr_kind)(EXPR_ADD + below(6)), .left = &n[6], .right = &n[0] };
	t->r.expr = &n[7];
}

static void make_hand(struct trial *t)
{
	t->r.most = figure(t->c.max, POINTS_DECIMALS);
	t->r.least = figure(0, 0);
	if (below(2))
		add_value(t, (struct value){ .kind = VALUE_NUMBER, .num = figure(below(t->c.max + 1), POINTS_DECIMALS) });
}

static void make_best(struct trial *t)
{
	t->r.sub.at = t->subs;
	t->r.sub.n = 2 + some(2);
	for (size_t i = 0; i < t->r.sub.n; i++) {
		t->sub[i] = (struct rule){ .type = i == 1 ? &rule_floor : &rule_ratio, .what = S("hồ sơ"), .none = (enum none_arose)below(4) };
		t->sub[i].floor = i == 1 ? percent(below(101)) : (struct portion){ 0 };
		t->subs[i] = &t->sub[i];
		add_value(t, hundredths(below(10001)));
	}
	t->rising = true;
}

static const struct making { const struct rule_type *type; void (*fill)(struct trial *t); bool ordered; } makings[] = {
	{ &rule_yes_no, make_yes_no, false },      { &rule_options, make_options, false },
	{ &rule_bands, make_bands, false },        { &rule_ratio, make_rate, true },
	{ &rule_floor, make_floor, true },         { &rule_mixed, make_mixed, false },
	{ &rule_target, make_target, true },       { &rule_checklist, make_items, false },
	{ &rule_count, make_counts, false },       { &rule_deduction, make_counts, false },
	{ &rule_weighted, make_weighted, false },  { &rule_derived, make_derived, true },
	{ &rule_imported, make_imported, true },   { &rule_growth, make_growth, false },
	{ &rule_thresholds, make_thresholds, false }, { &rule_sample, make_sample, true },
	{ &rule_conditions, make_conditions, false }, { &rule_best, make_best, true },
	{ &rule_survey, make_survey, false },      { &rule_marks, make_marks, false },
	{ &rule_group, make_group, true },         { &rule_formula, make_formula, true },
	{ &rule_hand, make_hand, true },
};

static void make_trial(const struct making *m, struct trial *t)
{
	*t = (struct trial){ .r = { .type = m->type } };
	points max = below(2) ? POINT / 4 * (1 + below(40)) : 1 + below(5 * POINT);
	t->c = (struct rule_case){ .max = max, .decimals = 2 + (int)below(2), .at = t->values };
	m->fill(t);
}

/* -- laws -------------------------------------------------------------------------------------------- */

static void say_trial(const struct trial *t, const char *what)
{
	struct arena *a = arena_open(1 << 20);
	struct rule_score s;
	rule_score(&t->r, &t->c, &s);
	str why = rule_why(a, &t->r, &t->c, &s, points_round(s.points, 3));
	print_error("%s, max %lld: %s: %.*s\n", t->r.type->name, (long long)t->c.max, what, SF(why));
	arena_free(a);
	fail();
}

static void check_within(const struct trial *t)
{
	struct rule_score s;
	rule_score(&t->r, &t->c, &s);
	if (s.state != RULE_SCORED) {
		if (exact_defined(s.points) || s.input > t->c.n || (s.state == RULE_WRONG) != !!s.wrong)
			say_trial(t, "not scored, but with points, without a place or without words");
		return;
	}
	if (!exact_defined(s.points) || s.points.num < 0 || exact_cmp(s.points, points_exact(t->c.max)) > 0)
		say_trial(t, "beyond 0 or the maximum");
	/* what cannot be shortened any more */
	struct exact reduced = exact_mul(s.points, exact_int(1));
	if (reduced.num != s.points.num || reduced.den != s.points.den)
		say_trial(t, "not reduced");
}

static struct value junk(void)
{
	static const char *const texts[] = { "", "không phát sinh", "có", "không", "tốt", "-3", "2,5", "1.250", "3/0", "0/0", "10/9", "-1/9",
		                             "120%", "-5%", "999999999999999", "0,000000001", "999999999999999/0,000000001", "90" };
	static struct value all[COUNT(texts)];
	static struct arena *a;
	if (!a) {
		a = arena_open(1 << 16);
		for (size_t i = 0; i < COUNT(texts); i++)
			all[i] = value_parse(a, str_c(texts[i]));
	}
	return all[some(COUNT(all))];
}

/* Points within 0 and the maximum, a state that says what it must, and a sentence, whatever was entered. */
static void test_within(void **state)
{
	(void)state;
	struct trial t;
	int scored = 0, not_scored = 0;
	dice = 88172645463325252;
	assert_int_equal(COUNT(makings), rule_types_all().n);
	for (size_t i = 0; i < COUNT(makings) * TRIALS; i++) {
		make_trial(&makings[i % COUNT(makings)], &t);
		check_within(&t);
		for (int64_t k = below(3); t.c.n && k > 0; k--)
			t.values[some(t.c.n)] = junk();
		t.c.n -= below(20) == 0 && t.c.n;
		t.r.bucket = (enum bucket)below(3);
		check_within(&t);
		struct arena *a = arena_open(1 << 20);
		struct rule_score s;
		rule_score(&t.r, &t.c, &s);
		str why = rule_why(a, &t.r, &t.c, &s, points_round(s.points, t.c.decimals));
		if (why.n < 10 || why.p[why.n - 1] != '.' || str_find(why, S("(null)"), 0) < why.n || str_find(why, S("  "), 0) < why.n)
			say_trial(&t, "no sentence");
		scored += s.state == RULE_SCORED;
		not_scored += s.state != RULE_SCORED;
		arena_free(a);
	}
	assert_true(scored > TRIALS * 8 && not_scored > TRIALS * 4);       /* both are tried */
}

/* -- more achieved is worth no less ------------------------------------------------------------------ */

static bool raise_digits(struct value *v, int64_t most)
{
	if (v->num.digits >= most)
		return false;
	v->num.digits += 1 + below(most - v->num.digits);
	return true;
}

static bool raise_rate(struct trial *t)
{
	struct value *v = t->values;
	if (t->c.n == 2)
		return raise_digits(v, v[1].num.digits);
	return raise_digits(v, v->kind == VALUE_RATE ? v->den.digits : v->kind == VALUE_PERCENT ? 12000 : v->num.digits);
}

/* One of those that stand in a worse place moves to a better one. */
static bool move_up(struct trial *t, size_t from)
{
	size_t x = some(t->r.clauses.n), y = some(t->r.clauses.n);
	struct value *v = t->values + from;
	int64_t better = t->clauses[y].gives.share.at.digits - t->clauses[x].gives.share.at.digits;
	if (better <= 0 || !v[x].num.digits)
		return false;
	v[x].num.digits--;
	v[y].num.digits++;
	return true;
}

static bool achieve_more(struct trial *t)
{
	const struct rule_type *type = t->r.type;
	struct value *v = &t->values[some(t->c.n)];
	size_t groups = t->r.groups.n ? t->r.groups.n : 1;
	if (type == &rule_checklist || type == &rule_conditions) {
		bool was = v->kind == VALUE_YES;
		*v = yes(true);
		return !was;
	}
	if (type == &rule_deduction || type == &rule_sample) {
		v->num.digits -= v->num.digits > 0;
		return true;
	}
	if (type == &rule_weighted)
		return move_up(t, 0);
	if (type == &rule_survey)
		return move_up(t, some(groups) * t->r.clauses.n);
	if (type == &rule_best)
		return raise_digits(v, 12000);
	if (type == &rule_marks)
		return raise_digits(v, t->c.max);
	if (type == &rule_growth || type == &rule_group || type == &rule_thresholds || type == &rule_count)
		return raise_digits(type == &rule_growth ? t->values : v, 40);
	return raise_rate(t);
}

static void test_rising(void **state)
{
	(void)state;
	struct trial t;
	size_t tried[COUNT(makings)] = { 0 }, rose[COUNT(makings)] = { 0 };
	dice = 2463534242;
	for (size_t i = 0; i < COUNT(makings) * TRIALS; i++) {
		size_t m = i % COUNT(makings);
		struct rule_score before, after;
		make_trial(&makings[m], &t);
		if (!t.rising)
			continue;
		rule_score(&t.r, &t.c, &before);
		if (before.state != RULE_SCORED || !achieve_more(&t))
			continue;
		rule_score(&t.r, &t.c, &after);
		tried[m]++;
		if (after.state != RULE_SCORED)
			say_trial(&t, "what was achieved beside it makes it wrong");
		int side = exact_cmp(after.points, before.points);
		if (side < 0)
			say_trial(&t, "more achieved is worth less");
		rose[m] += side > 0;
	}
	for (size_t m = 0; m < COUNT(makings); m++) {
		make_trial(&makings[m], &t);
		if (t.rising && (tried[m] < TRIALS / 5 || rose[m] < TRIALS / 50))
			fail_msg("%s: tried %zu times, rose %zu times", t.r.type->name, tried[m], rose[m]);
	}
}

/* -- the order of clauses says nothing --------------------------------------------------------------- */

/* Inputs go with the clauses where there is one for each. */
static void shuffle(struct trial *t)
{
	size_t n = t->r.clauses.n, groups = t->r.groups.n ? t->r.groups.n : 1;
	bool each = t->c.n >= n && t->r.type != &rule_growth && t->r.type != &rule_bands && t->r.type != &rule_mixed;
	for (size_t i = n; i > 1; i--) {
		size_t k = some(i);
		struct clause c = t->clauses[i - 1];
		t->clauses[i - 1] = t->clauses[k];
		t->clauses[k] = c;
		for (size_t g = 0; each && n > 1 && g < groups; g++) {
			struct value v = t->values[g * n + i - 1];
			t->values[g * n + i - 1] = t->values[g * n + k];
			t->values[g * n + k] = v;
		}
	}
}

static void test_order(void **state)
{
	(void)state;
	struct trial t;
	dice = 123456789;
	for (size_t i = 0; i < COUNT(makings) * TRIALS; i++) {
		const struct making *m = &makings[i % COUNT(makings)];
		struct rule_score before, after;
		if (m->ordered)
			continue;
		make_trial(m, &t);
		rule_score(&t.r, &t.c, &before);
		shuffle(&t);
		rule_score(&t.r, &t.c, &after);
		if (before.state != after.state || exact_cmp(before.points, after.points))
			say_trial(&t, "another order, other points");
	}
}

/* -- the same by another way ------------------------------------------------------------------------- */

static points whole_division(int64_t part, int64_t whole, points max, int decimals)
{
	int64_t unit = decimals == 3 ? 10 : 100;
	__int128 above = (__int128)2 * part * max + (__int128)whole * unit, under = (__int128)2 * whole * unit;
	return (points)(above / under) * unit;
}

/* A ratio rounded by whole numbers; part and whole as one figure or as two. */
static void test_ratio(void **state)
{
	(void)state;
	struct rule r = { .type = &rule_ratio };
	dice = 362436069;
	for (int i = 0; i < TRIALS * 10; i++) {
		int64_t whole = 1 + below(below(2) ? 100 : 1000000), part = below(whole + 1);
		struct value one = rate(part, whole), two[] = { number(part), number(whole) };
		struct rule_case c = { .max = 1 + below(200000), .at = &one, .n = 1 };
		struct rule_score x, y;
		rule_score(&r, &c, &x);
		c.at = two;
		c.n = 2;
		rule_score(&r, &c, &y);
		assert_int_equal(exact_cmp(x.points, y.points), 0);
		for (int decimals = 2; decimals <= 3; decimals++)
			if (points_round(x.points, decimals) != whole_division(part, whole, c.max, decimals))
				fail_msg("%lld/%lld of %lld: %lld", (long long)part, (long long)whole, (long long)c.max,
				         (long long)points_round(x.points, decimals));
	}
}

/* 80 %, 0,8 and 4/5 lie in the same band, whichever way its bounds are written. */
static void test_same_rate(void **state)
{
	(void)state;
	dice = 521288629;
	for (int i = 0; i < TRIALS * 5; i++) {
		struct trial t;
		struct rule_score x, y, z;
		make_trial(&makings[2], &t);
		int64_t p = below(101);
		t.c.n = 1;
		t.values[0] = (struct value){ .kind = VALUE_PERCENT, .num = figure(p, 0) };
		rule_score(&t.r, &t.c, &x);
		t.values[0] = (struct value){ .kind = VALUE_NUMBER, .num = figure(p, 2) };
		rule_score(&t.r, &t.c, &y);
		t.values[0] = rate(p * 7, 700);
		for (size_t k = 0; k < t.r.clauses.n; k++) {
			struct clause *clause = &t.clauses[k];
			clause->from.at = (struct portion){ .at = { clause->from.at.at.digits, 2, clause->from.at.at.present } };
			clause->to.at = (struct portion){ .at = { clause->to.at.at.digits, 2, clause->to.at.at.present } };
		}
		rule_score(&t.r, &t.c, &z);
		if (exact_cmp(x.points, y.points) || exact_cmp(x.points, z.points) || x.state != RULE_SCORED || z.state != RULE_SCORED)
			say_trial(&t, "one rate, several points");
	}
}

int core_rule_laws_tests(void);
int core_rule_laws_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_within), cmocka_unit_test(test_rising), cmocka_unit_test(test_order),
		cmocka_unit_test(test_ratio),  cmocka_unit_test(test_same_rate),
	};
	return cmocka_run_group_tests_name("core/rule_laws", tests, NULL, NULL);
}
