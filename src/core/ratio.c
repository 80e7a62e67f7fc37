#include "core/ratio.h"
#include "core/formula.h"

enum {
	READINGS_MAX = 24, COUNTS_MAX = 24, COUNT_LIMIT = 100000, WINDOW = 6, SCRATCH = 64 * 1024 * 1024,
	YEAR_FIRST = 1900, YEAR_LAST = 2100, DECIMALS_SHOWN = 4, DECIMALS_ROUNDED = 3,
};

enum reading_kind { FRACTION, PERCENT, STATUSES, SCALE, FORMULA,
	            BOUND };         /* a target or threshold, never what was reached */

struct one {
	enum reading_kind kind;
	struct exact      value;
	bool              judged;               /* the words say that this is what was reached */
	size_t            from, end;            /* tokens */
	int64_t           done, half, of;       /* STATUSES */
};
struct rates { struct one at[READINGS_MAX]; size_t n; };

struct reason {
	struct scan             s;
	const struct criterion *c;
	struct rates            rates;
	struct formula          formula;        /* of a reading FORMULA */
};

static void add_rate(struct rates *r, struct one v)
{
	if (r->n < READINGS_MAX && exact_defined(v.value))
		r->at[r->n++] = v;
}

/* -- words around a figure ----------------------------------------------------------------------- */

static bool one_of(const struct scan *s, size_t i, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (scan_words(s, i, words[k]))
			return true;
	return false;
}
#define ONE_OF(s, i, words) one_of((s), (i), (words), COUNT(words))

static bool ends_clause(const struct scan *s, size_t i)
{
	return s->at[i].kind == TOKEN_SIGN && strchr(",;:.()\"", s->at[i].sign);
}

/* The clause of token i begins here. */
static size_t clause_start(const struct scan *s, size_t i, size_t window)
{
	size_t from = i;
	while (from > 0 && i - from < window && !ends_clause(s, from - 1))
		from--;
	return from;
}

static bool said_before(const struct scan *s, size_t i, size_t window, const char *const *words, size_t n)
{
	for (size_t k = clause_start(s, i, window); k < i; k++)
		if (one_of(s, k, words, n))
			return true;
	return false;
}

static bool said_anywhere(const struct scan *s, const char *const *words, size_t n)
{
	for (size_t k = 0; k < s->n; k++)
		if (one_of(s, k, words, n))
			return true;
	return false;
}

static const char *const negative[] = { "chua", "khong", "qua han", "tre", "cham", "muon", "thieu", "con", "sai" };
static const char *const late[] = { "cham", "muon", "tre" };
static const char *const reached[] = { "dat", "la", "chi", "duoc", "hoan thanh", "ty le", "ti le", "co", "da" };
static const char *const about_goal[] = { "chua dat", "khong dat" };

static const char *const turning[] = { "chua", "khong" };
static const char *const fulfilled[] = { "co", "duoc", "dung", "da", "hoan thanh" };

/* "3% hồ sơ chưa được số hóa" is what was missed; "77,9% không đạt điểm tối đa" and "293/391 hồ sơ trễ hạn có
 * văn bản xin lỗi" are what was reached: the last word of the clause that says so decides. */
static bool is_missed(const struct scan *s, size_t from, size_t end)
{
	bool missed = said_before(s, from, 4, negative, COUNT(negative));
	for (size_t k = end; k < s->n && k - end < WINDOW && !ends_clause(s, k); k++) {
		if (ONE_OF(s, k, about_goal))
			break;
		if (ONE_OF(s, k, negative)) {
			missed = true;
			k += ONE_OF(s, k, turning) && ONE_OF(s, k + 1, fulfilled);
		} else if (ONE_OF(s, k, fulfilled)) {
			missed = false;
		}
	}
	return missed;
}

/* Where the words do not tell, what is near the points does. */
static bool is_reached(const struct reason *r, size_t from, size_t end, struct exact value)
{
	if (!is_missed(&r->s, from, end) && said_before(&r->s, from, WINDOW, reached, COUNT(reached)))
		return true;
	struct exact gap = exact_sub(value, exact_div(exact_of(r->c->points), exact_of(r->c->max)));
	gap.num = gap.num < 0 ? -gap.num : gap.num;
	return exact_cmp(gap, (struct exact){ 15, 100 }) <= 0;
}

/* -- a/b ------------------------------------------------------------------------------------------- */

static const char *const before_numbers[] = {
	"ngay", "thang", "quy", "nam", "so", "dieu", "khoan",  "tu",
	"den",  "luat",  "qd",  "kh",  "bc", "cv",   "muc do", "hien hanh",
};

static bool is_integer(struct figure f) { return f.present && !f.scale; }
static bool is_year(struct figure f) { return is_integer(f) && f.digits >= YEAR_FIRST && f.digits <= YEAR_LAST; }

static bool follows(const struct scan *s, size_t i, const char *const *words, size_t n)
{
	return i &&
	       (one_of(s, i - 1, words, n) || (i > 1 && one_of(s, i - 2, words, n) &&
	                                       strchr("/-", s->at[i - 1].sign ? s->at[i - 1].sign : 'x')));
}

static bool is_printed_score(const struct reason *r, struct figure a, struct figure b)
{
	return figure_same(a, r->c->points) && figure_same(b, r->c->max);
}

static bool is_fraction(const struct reason *r, size_t i)
{
	const struct scan *s = &r->s;
	if (!scan_number(s, i) || !scan_sign(s, i + 1, '/') || !scan_number(s, i + 2) || scan_sign(s, i + 3, '/'))
		return false;
	if (i && (scan_sign(s, i - 1, '/') || (scan_sign(s, i - 1, '-') && !s->at[i].spaced)))
		return false;
	if (scan_sign(s, i + 3, '-') && !s->at[i + 3].spaced)
		return false;
	struct figure a = s->at[i].number, b = s->at[i + 2].number;
	return !is_year(b) && exact_cmp(exact_of(a), exact_of(b)) < 0 && b.digits > 1 && !is_printed_score(r, a, b) &&
	       !follows(s, i, before_numbers, COUNT(before_numbers));
}

static void read_fractions(struct reason *r)
{
	for (size_t i = 0; i < r->s.n; i++) {
		if (!is_fraction(r, i))
			continue;
		size_t end = i + 3 + scan_sign(&r->s, i + 3, '%');
		struct exact value = exact_div(exact_of(r->s.at[i].number), exact_of(r->s.at[i + 2].number));
		add_rate(&r->rates, (struct one){ FRACTION, value, is_reached(r, i, end, value), i, end, 0, 0, 0 });
		i = end - 1;
	}
}

/* -- n % ------------------------------------------------------------------------------------------- */

static const char *const bounds[] = {
	"duoi",    "tren",     "tu",       "den",           "toi thieu", "it nhat",  "toi da",    "phai",
	"yeu cau", "muc tieu", "chi tieu", "ke hoach giao", "quy dinh",  "chua dat", "khong dat", "tang",
	"giam",    "so voi",   "vuot",     "tru",           "dam bao",   "bao dam",  "hon",
};
static const char *const bounds_after[] = { "tro len", "tro xuong", "den", "tro di" };

static bool is_bound(const struct scan *s, size_t i)
{
	if (said_before(s, i, 3, bounds, COUNT(bounds)) || ONE_OF(s, i + 2, bounds_after))
		return true;
	if (i && s->at[i - 1].kind == TOKEN_SIGN && strchr("<>=-/", s->at[i - 1].sign))
		return true;
	return scan_sign(s, i + 2, '-') || scan_sign(s, i + 2, '/');
}

static bool is_percent(const struct reason *r, size_t i)
{
	const struct scan *s = &r->s;
	if (!scan_number(s, i) || !scan_sign(s, i + 1, '%') || figure_same(s->at[i].number, r->c->percent))
		return false;
	struct exact v = exact_of(s->at[i].number);
	return v.num > 0 && exact_cmp(v, exact_int(100)) < 0;
}

static void read_percents(struct reason *r)
{
	for (size_t i = 0; i < r->s.n; i++) {
		if (!is_percent(r, i))
			continue;
		struct exact value = exact_div(exact_of(r->s.at[i].number), exact_int(100));
		bool bound = is_bound(&r->s, i);
		add_rate(&r->rates,
		         (struct one){ bound ? BOUND : PERCENT, value,
		                       !bound && is_reached(r, i, i + 2, value), i, i + 2, 0, 0, 0 });
	}
}

/* -- points of a scale of 100 ---------------------------------------------------------------------- */

static bool names_scale(const struct scan *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (scan_words(s, i, "thang diem") ||
		    (scan_word(s, i, "thang") && scan_number(s, i + 1) && s->at[i + 1].number.digits == 100))
			return true;
	return false;
}

static void read_scale(struct reason *r)
{
	if (!names_scale(&r->s))
		return;
	for (size_t i = 0; i < r->s.n; i++) {
		struct figure f = r->s.at[i].number;
		if (!scan_number(&r->s, i) || !scan_word(&r->s, i + 1, "diem") ||
		    exact_cmp(exact_of(f), exact_int(100)) > 0 ||
		    exact_cmp(exact_of(f), exact_of(r->c->max)) <= 0 || (i && scan_sign(&r->s, i - 1, '/')))
			continue;
		struct exact value = exact_div(exact_of(f), exact_int(100));
		add_rate(&r->rates, (struct one){ SCALE, value, true, i, i + 1, 0, 0, 0 });
	}
}

/* -- a formula that ends in the points ------------------------------------------------------------- */

/* "(48*0,5)/100 = 0,24": not a sum of marks, and not beyond the maximum. */
static void read_formula(struct reason *r)
{
	struct formula by;
	struct exact max = exact_of(r->c->max);
	for (size_t i = 0; formula_next(&r->s, &i, (struct figure){ 0 }, &by);) {
		struct exact points = exact_of(by.printed);
		if (by.addends || by.percent || points.num <= 0 || exact_cmp(points, max) > 0)
			continue;
		r->formula = by;
		add_rate(&r->rates, (struct one){ FORMULA, exact_div(points, max), true, i, i, 0, 0, 0 });
	}
}

/* -- statuses of one total --------------------------------------------------------------------------- */

enum label { LABEL_NONE, LABEL_DONE, LABEL_HALF, LABEL_NOT, LABEL_UNCLEAR };

struct count { int64_t n; size_t token; enum label label; };
struct counts { struct count at[COUNTS_MAX]; size_t n; };

static bool touches_sign(const struct scan *s, size_t i)
{
	return (i && s->at[i - 1].kind == TOKEN_SIGN && strchr("+*/=-<>", s->at[i - 1].sign) &&
	        !(s->at[i - 1].sign == '-' && s->at[i].spaced)) ||
	       (i + 1 < s->n && s->at[i + 1].kind == TOKEN_SIGN && strchr("+*/=%<>", s->at[i + 1].sign));
}

/* Clauses of a list of statuses also end at "và". */
static bool ends_item(const struct scan *s, size_t i)
{
	return i >= s->n || ends_clause(s, i) || scan_word(s, i, "va");
}

static enum label label_of(const struct scan *s, size_t token)
{
	static const char *const done[] = { "da", "hoan thanh", "xong" };
	static const char *const half[] = { "dang" };
	static const char *const not_done[] = { "chua", "khong" };
	size_t from = token, end = token + 1;
	bool is_done = false, is_half = false, is_not = false;
	while (from > 0 && token - from < 2 * WINDOW && !ends_item(s, from - 1))
		from--;
	while (end - token < 2 * WINDOW && !ends_item(s, end))
		end++;
	for (size_t i = from; i < end; i++) {
		if (ONE_OF(s, i, late))
			return LABEL_UNCLEAR;
		is_done = is_done || ONE_OF(s, i, done);
		is_half = is_half || ONE_OF(s, i, half);
		is_not = is_not || ONE_OF(s, i, not_done);
	}
	if (is_half)
		return is_not ? LABEL_UNCLEAR : LABEL_HALF;
	return is_not ? LABEL_NOT : is_done ? LABEL_DONE : LABEL_NONE;
}

static struct counts read_counts(const struct scan *s)
{
	struct counts c = { .n = 0 };
	for (size_t i = 0; i < s->n && c.n < COUNTS_MAX; i++) {
		if (!scan_number(s, i) || !is_integer(s->at[i].number) || is_year(s->at[i].number) ||
		    touches_sign(s, i) || s->at[i].number.digits <= 0 ||
		    s->at[i].number.digits > COUNT_LIMIT ||
		    follows(s, i, before_numbers, COUNT(before_numbers)))
			continue;
		c.at[c.n++] = (struct count){ s->at[i].number.digits, i, label_of(s, i) };
	}
	return c;
}

static size_t largest(const struct counts *c)
{
	size_t at = 0;
	for (size_t i = 1; i < c->n; i++)
		if (c->at[i].n > c->at[at].n)
			at = i;
	return at;
}

/* Each part of the total stands once, with a word that says its state, and they add up to it. */
static void read_statuses(struct reason *r, const struct counts *c)
{
	if (c->n < 3)
		return;
	size_t total = largest(c);
	int64_t sum[LABEL_UNCLEAR + 1] = { 0 };
	for (size_t i = 0; i < c->n; i++)
		if (i != total)
			sum[c->at[i].label] += c->at[i].n;
	int64_t of = c->at[total].n, done = sum[LABEL_DONE], half = sum[LABEL_HALF];
	if (sum[LABEL_NONE] || sum[LABEL_UNCLEAR] || done + half + sum[LABEL_NOT] != of)
		return;
	struct exact value =
	    exact_div(exact_add(exact_int(done), exact_div(exact_int(half), exact_int(2))), exact_int(of));
	add_rate(&r->rates, (struct one){ STATUSES, value, true, c->at[total].token, c->at[total].token + 1,
	                                  done, half, of });
}

/* -- does anything explain the points? ------------------------------------------------------------- */

static bool fits(const struct reason *r, struct exact rate)
{
	return figure_is(r->c->points, exact_mul(exact_of(r->c->max), rate));
}

static bool any_rate_fits(const struct reason *r)
{
	struct exact sum = exact_int(0), one = exact_int(1);
	const struct rates *v = &r->rates;
	for (size_t i = 0; i < v->n; i++) {
		if (fits(r, v->at[i].value) || fits(r, exact_sub(one, v->at[i].value)))
			return true;
		sum = v->at[i].kind == FRACTION ? exact_add(sum, v->at[i].value) : sum;
		for (size_t k = 0; k < v->n; k++)
			if (fits(r, exact_div(v->at[i].value, v->at[k].value)))
				return true;
	}
	return exact_cmp(sum, one) <= 0 && fits(r, sum);
}

/* "có 9 tồn tại … 02 nhiệm vụ chưa đạt kết quả": seven whole and two half of nine. */
static bool any_count_fits(const struct reason *r, const struct counts *c)
{
	size_t total = c->n ? largest(c) : 0;
	for (size_t i = 0; i < c->n; i++) {
		struct exact of = exact_int(c->at[total].n), part = exact_div(exact_int(c->at[i].n), of),
			     one = exact_int(1);
		if (i != total && (fits(r, part) || fits(r, exact_sub(one, part)) ||
		                   fits(r, exact_sub(one, exact_div(part, exact_int(2))))))
			return true;
	}
	return false;
}

/* Bands give nothing, all, or quarters and tenths of the maximum, or quarters of a point. */
static bool is_level(struct figure points, struct figure max)
{
	static const int parts[] = { 4, 5, 10 };
	struct exact p = exact_of(points), rate = exact_div(p, exact_of(max));
	for (size_t i = 0; i < COUNT(parts); i++)
		if (exact_mul(rate, exact_int(parts[i])).den == 1)
			return true;
	return exact_mul(p, exact_int(4)).den == 1 || points.scale < 2;
}

/* -- the one rate that counts ---------------------------------------------------------------------- */

/* "16/19 (đạt 84%)" says one thing twice. */
static bool same_rate(const struct reason *r, const struct one *a, const struct one *b)
{
	if (!exact_cmp(a->value, b->value))
		return true;
	const struct one *percent = a->kind == PERCENT ? a : b, *other = a->kind == PERCENT ? b : a;
	if (percent->kind != PERCENT)
		return false;
	return figure_is(r->s.at[percent->from].number, exact_mul(other->value, exact_int(100)));
}

/* "8/9 trực tuyến, 1/9 trực tiếp": the second is the rest of the first. */
static bool is_rest(const struct reason *r, const struct one *a, const struct one *b)
{
	return a->kind == FRACTION && b->kind == FRACTION && !exact_cmp(exact_add(a->value, b->value), exact_int(1)) &&
	       !said_anywhere(&r->s, late, COUNT(late));
}

static const struct one *only_rate(const struct reason *r)
{
	const struct one *only = NULL;
	for (size_t i = 0; i < r->rates.n; i++)
		if (r->rates.at[i].kind == STATUSES || r->rates.at[i].kind == FORMULA)
			return &r->rates.at[i];
	for (size_t i = 0; i < r->rates.n; i++) {
		const struct one *v = &r->rates.at[i];
		if (v->kind == BOUND)
			continue;
		if (!only)
			only = v;
		else if (!same_rate(r, only, v) && !is_rest(r, only, v))
			return NULL;
	}
	return only && only->judged ? only : NULL;
}

/* As a person writes it here: comma decimals, no space before %. */
static str words_of(struct arena *a, const struct reason *r, const struct one *v)
{
	const struct scan *s = &r->s;
	switch (v->kind) {
	case FRACTION:
		return str_fmt(a, "%.*s/%.*s", SF(figure_vi(a, s->at[v->from].number)),
		               SF(figure_vi(a, s->at[v->from + 2].number)));
	case BOUND:
	case PERCENT: return str_fmt(a, "%.*s%%", SF(figure_vi(a, s->at[v->from].number)));
	case FORMULA: return str_copy(a, r->formula.text);
	case SCALE: return str_fmt(a, "%.*s/100", SF(figure_vi(a, s->at[v->from].number)));
	case STATUSES:
		return v->half ? str_fmt(a, "(%lld + %lld/2)/%lld", (long long)v->done, (long long)v->half,
		                         (long long)v->of)
		               : str_fmt(a, "%lld/%lld", (long long)v->done, (long long)v->of);
	}
	return S("");
}

static struct figure shown(struct exact points, int scale)
{
	struct figure f = exact_figure(points);
	return f.scale <= DECIMALS_SHOWN && f.scale != DECIMALS_ROUNDED
	           ? f
	           : exact_round(points, scale > DECIMALS_ROUNDED ? scale : DECIMALS_ROUNDED);
}

/* Some forms give the rate as the reason, some as the cause. */
static str text_of(const struct criterion *c) { return c->reason.n ? c->reason : c->cause; }

/* Without a digit no rate: most reasons are dismissed at once. */
static bool worth_reading(const struct criterion *c)
{
	str text = text_of(c);
	if (!text.n || !c->max.present || !c->points.present || c->max.digits <= 0 || c->points.digits <= 0)
		return false;
	if (exact_cmp(exact_of(c->points), exact_of(c->max)) >= 0)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] >= '0' && text.p[i] <= '9')
			return true;
	return false;
}

bool ratio_disagrees(struct arena *a, const struct criterion *c, struct ratio *ret)
{
	struct formula wrong;
	if (!worth_reading(c) || formula_false(text_of(c), c->max, &wrong))
		return false;
	struct arena *scratch CLEANUP(arena_close) = arena_open(SCRATCH);
	struct reason r = { .s = scan_open(scratch, text_of(c)), .c = c };
	struct counts counts = read_counts(&r.s);
	read_fractions(&r);
	read_percents(&r);
	read_scale(&r);
	read_formula(&r);
	read_statuses(&r, &counts);
	const struct one *only = only_rate(&r);
	if (!only || any_rate_fits(&r) || any_count_fits(&r, &counts))
		return false;
	/* marks out of 100 are scaled, and a formula is a formula: no bands there */
	if (only->kind != SCALE && only->kind != FORMULA && is_level(c->points, c->max))
		return false;
	ret->value = only->value;
	ret->formula = only->kind == FORMULA;
	ret->points = shown(exact_mul(exact_of(c->max), only->value), c->points.scale);
	ret->words = words_of(a, &r, only);
	return true;
}
