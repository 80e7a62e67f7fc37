#include "core/rule_input.h"

/* -- what is there ----------------------------------------------------------------------------------- */

const struct value *input_at(const struct rule_case *c, size_t i)
{
	static const struct value nothing;
	return i < c->n ? &c->at[i] : &nothing;
}

bool input_wrong(struct rule_score *s, size_t input, const char *wrong)
{
	*s = (struct rule_score){ .state = RULE_WRONG, .input = input, .wrong = wrong };
	return false;
}

bool input_missing(struct rule_score *s, size_t input)
{
	*s = (struct rule_score){ .state = RULE_MISSING, .input = input };
	return false;
}

bool input_none(struct rule_score *s, size_t input)
{
	*s = (struct rule_score){ .state = RULE_NOT_ARISEN, .input = input };
	return false;
}

bool input_all(const struct rule_case *c, struct rule_score *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (input_at(c, i)->kind == VALUE_NONE)
			return input_missing(s, i);
	return true;
}

bool input_nothing_arose(const struct rule_case *c, struct rule_score *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (input_at(c, i)->kind != VALUE_NOT_ARISEN)
			return false;
	if (n)
		input_none(s, 0);
	return n > 0;
}

/* -- exact, unreduced -------------------------------------------------------------------------------- */

/* A figure has at most nine decimals. */
static const int64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000 };

struct exact plain(struct figure f) { return (struct exact){ f.digits, f.present ? tens[f.scale] : 0 }; }

struct exact portion_exact(struct portion p)
{
	struct exact v = plain(p.at);
	v.den *= p.percent ? 100 : 1;
	return v;
}

/* Up to 63 bits: products and sums of them fit. */
static bool is_quick(struct exact a)
{
	return a.den > 0 && a.den >> 62 == 0 && (a.num >> 62 == 0 || a.num >> 62 == -1);
}

static struct exact reduced(struct exact a) { return exact_mul(a, exact_int(1)); }

struct exact times(struct exact a, struct exact b)
{
	if (is_quick(a) && is_quick(b))
		return (struct exact){ a.num * b.num, a.den * b.den };
	return exact_mul(reduced(a), reduced(b));
}

/* Decimals nearly all: the longer denominator is a multiple of the shorter. */
struct exact plus(struct exact a, struct exact b)
{
	if (is_quick(a) && is_quick(b)) {
		int64_t x = (int64_t)a.den, y = (int64_t)b.den;
		if (x == y)
			return (struct exact){ a.num + b.num, x };
		if (x % y == 0)
			return (struct exact){ a.num + b.num * (x / y), x };
		if (y % x == 0)
			return (struct exact){ a.num * (y / x) + b.num, y };
	}
	return exact_add(reduced(a), reduced(b));
}

struct exact over(struct exact a, struct exact b) { return times(a, (struct exact){ b.den, b.num }); }

/* -- values ------------------------------------------------------------------------------------------ */

enum { THOUSANDS = 3 };

/* "1.250" is a thousand and more to who writes it; "0,125" is not. */
static bool parted(struct figure f) { return f.scale == THOUSANDS && f.digits / tens[THOUSANDS]; }

static bool together(struct rule_score *s, size_t i, const struct value *v)
{
	bool apart = (v->kind == VALUE_NUMBER && parted(v->num)) || (v->kind == VALUE_RATE && (parted(v->num) || parted(v->den)));
	if (apart)
		input_wrong(s, i, "viết số liền các chữ số, không tách hàng nghìn");
	return !apart;
}

static bool part_of_whole(struct rule_score *s, size_t input, struct figure part, struct figure whole, bool beyond, struct exact *ret)
{
	int scale = part.scale > whole.scale ? part.scale : whole.scale;
	struct exact v = { (__int128)part.digits * tens[scale - part.scale], (__int128)whole.digits * tens[scale - whole.scale] };
	if (part.digits < 0 || whole.digits < 0)
		return input_wrong(s, input, "không được âm");
	if (!whole.digits)
		return part.digits ? input_wrong(s, input, "tổng số bằng 0 mà phần đạt thì không") : input_none(s, input);
	if (v.num > v.den && !beyond)
		return input_wrong(s, input, "phần đạt không được lớn hơn tổng số");
	*ret = v;
	return true;
}

static bool two_inputs(const struct rule_case *c, struct rule_score *s, bool beyond, struct exact *ret)
{
	for (size_t i = 0; i < 2; i++)
		if (c->at[i].kind == VALUE_NOT_ARISEN)
			return input_none(s, i);
	if (!input_all(c, s, 2))
		return false;
	for (size_t i = 0; i < 2; i++)
		if (c->at[i].kind != VALUE_NUMBER)
			return input_wrong(s, i, "phải là một số");
	if (!together(s, 0, &c->at[0]) || !together(s, 1, &c->at[1]))
		return false;
	return part_of_whole(s, 0, c->at[0].num, c->at[1].num, beyond, ret);
}

bool input_rate(const struct rule_case *c, struct rule_score *s, bool beyond, struct exact *ret)
{
	if (c->n >= 2)
		return two_inputs(c, s, beyond, ret);
	const struct value *v = input_at(c, 0);
	struct exact rate = plain(v->num);
	switch (v->kind) {
	case VALUE_NONE: return input_missing(s, 0);
	case VALUE_NOT_ARISEN: return input_none(s, 0);
	case VALUE_RATE: return together(s, 0, v) && part_of_whole(s, 0, v->num, v->den, beyond, ret);
	case VALUE_PERCENT: rate.den *= 100; break;
	case VALUE_NUMBER:
		/* "90" may be 90 % or a slip: whoever means 120 % writes the sign */
		if (rate.num > rate.den)
			return input_wrong(s, 0, "phải là tỷ lệ, lớn hơn 1 thì viết bằng %");
		break;
	case VALUE_YES:
	case VALUE_NO:
	case VALUE_WORDS:
	default: return input_wrong(s, 0, "phải là tỷ lệ, như 8/9 hoặc 90,63%");
	}
	if (rate.num < 0)
		return input_wrong(s, 0, "không được âm");
	*ret = rate;
	return true;
}

bool input_number(const struct rule_case *c, struct rule_score *s, size_t i, struct exact *ret)
{
	const struct value *v = input_at(c, i);
	if (!together(s, i, v))
		return false;
	switch (v->kind) {
	case VALUE_NONE: return input_missing(s, i);
	case VALUE_NOT_ARISEN: return input_none(s, i);
	case VALUE_NUMBER: *ret = plain(v->num); return true;
	case VALUE_PERCENT: *ret = portion_exact((struct portion){ v->num, true }); return true;
	case VALUE_RATE:
		if (!v->den.digits)
			return v->num.digits ? input_wrong(s, i, "không chia được cho 0") : input_none(s, i);
		*ret = exact_div(plain(v->num), plain(v->den));
		return true;
	case VALUE_YES:
	case VALUE_NO:
	case VALUE_WORDS:
	default: return input_wrong(s, i, "phải là một số");
	}
}

bool input_count(const struct rule_case *c, struct rule_score *s, size_t i, int64_t *ret)
{
	const struct value *v = input_at(c, i);
	*ret = 0;
	if (v->kind == VALUE_NONE)
		return input_missing(s, i);
	if (v->kind == VALUE_NOT_ARISEN)
		return true;
	if (!together(s, i, v))
		return false;
	int64_t unit = tens[v->num.scale];
	if (v->kind != VALUE_NUMBER || v->num.digits < 0 || v->num.digits % unit)
		return input_wrong(s, i, "phải là số đếm, nguyên và không âm");
	*ret = v->num.digits / unit;
	return true;
}

static bool among(str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, str_c(list[i])))
			return true;
	return false;
}

bool value_says(const struct value *v, bool *yes)
{
	static const char *const yeses[] = { "dat", "dung", "du", "day du" };
	static const char *const noes[] = { "khong dat", "khong dung", "khong du", "khong day du", "khong co",
		                            "chua", "chua co", "chua dat", "chua du", "thieu" };
	*yes = v->kind == VALUE_YES || (v->kind == VALUE_WORDS && among(v->words, yeses, COUNT(yeses)));
	return *yes || v->kind == VALUE_NO || (v->kind == VALUE_WORDS && among(v->words, noes, COUNT(noes)));
}

bool input_yes(const struct rule_case *c, struct rule_score *s, size_t i, bool *ret)
{
	const struct value *v = input_at(c, i);
	if (v->kind == VALUE_NONE)
		return input_missing(s, i);
	if (!value_says(v, ret))
		return input_wrong(s, i, "phải là có hoặc không");
	return true;
}

/* -- clauses ----------------------------------------------------------------------------------------- */

bool clause_holds(const struct clause *k, struct exact v)
{
	if (k->from.at.at.present) {
		int side = exact_cmp(v, portion_exact(k->from.at));
		if (side < 0 || (!side && !k->from.closed))
			return false;
	}
	if (k->to.at.at.present) {
		int side = exact_cmp(v, portion_exact(k->to.at));
		if (side > 0 || (!side && !k->to.closed))
			return false;
	}
	return true;
}

const struct clause *clause_of_rate(const struct rule *r, struct exact v)
{
	const struct clause *highest = NULL;
	for (size_t i = 0; i < r->clauses.n; i++) {
		const struct clause *k = &r->clauses.at[i];
		if (clause_holds(k, v))
			return k;
		if (k->to.at.at.present && (!highest || exact_cmp(portion_exact(k->to.at), portion_exact(highest->to.at)) > 0))
			highest = k;
	}
	return v.num > v.den ? highest : NULL;
}

struct exact gives_points(const struct gives *g, const struct rule_case *c, struct exact rate)
{
	switch (g->kind) {
	case GIVES_POINTS: return plain(g->points);
	case GIVES_MAX: return case_max(c);
	case GIVES_SHARE: return times(portion_exact(g->share), case_max(c));
	case GIVES_RATE: return rate.num > rate.den ? case_max(c) : times(rate, case_max(c));
	case GIVES_NOTHING:
	default: return exact_int(0);
	}
}

bool below_floor(const struct rule *r, struct exact rate)
{
	return r->floor.at.present && exact_cmp(rate, portion_exact(r->floor)) < 0;
}
