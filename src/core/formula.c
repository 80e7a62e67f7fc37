#include "core/formula.h"

/* Enough for any sum an appraiser writes; hostile text stays linear. */
enum { DEPTH_MAX = 24, RUN_MAX = 400, STARTS_MAX = 8, SCRATCH = 64 * 1024 * 1024 };

struct parser {
	const struct scan *s;
	size_t             at, end;
	int                depth, operators, pluses;
	bool               percent_is_hundredth, failed, percent;
};

/* -- what may stand in an expression ------------------------------------------------------------- */

static const char *const unit_words[] = {
	"diem",     "d",     "ho so", "van ban", "nhiem vu", "tieu chi", "tthc",   "thu tuc",  "ton tai",
	"chi tieu", "nguoi", "ngay",  "lan",     "bao cao",  "don vi",   "cbccvc", "he thong",
};

static size_t unit_length(const struct scan *s, size_t i)
{
	for (size_t u = 0; i < s->n && s->at[i].kind == TOKEN_WORD && u < COUNT(unit_words); u++)
		if (scan_words(s, i, unit_words[u]))
			return strchr(unit_words[u], ' ') ? 2 : 1;
	return 0;
}

/* A colon that ends a label is no division: "Kết quả 2024: 5 + 4". */
static bool is_division_colon(const struct scan *s, size_t i)
{
	return scan_sign(s, i, ':') && i + 1 < s->n && s->at[i].spaced == s->at[i + 1].spaced;
}

static char operator_at(const struct scan *s, size_t i)
{
	if (scan_word(s, i, "x"))
		return '*';
	if (is_division_colon(s, i))
		return '/';
	if (i < s->n && s->at[i].kind == TOKEN_SIGN && strchr("+-*/", s->at[i].sign))
		return s->at[i].sign;
	return 0;
}

static bool is_paren(const struct scan *s, size_t i) { return scan_sign(s, i, '(') || scan_sign(s, i, ')'); }

/* The token before i that belongs to the same run of arithmetic begins at the index returned. */
static size_t step_back(const struct scan *s, size_t i)
{
	if (operator_at(s, i - 1) || is_paren(s, i - 1) || scan_sign(s, i - 1, '%') ||
	    scan_sign(s, i - 1, ':') || scan_number(s, i - 1))
		return i - 1;
	if (i >= 2 && unit_length(s, i - 2) == 2 && i >= 3 && scan_number(s, i - 3))
		return i - 2;
	return unit_length(s, i - 1) == 1 && i >= 2 && scan_number(s, i - 2) ? i - 1 : i;
}

/* -- the grammar: sum of products of numbers and brackets ------------------------------------------ */

static struct exact parse_sum(struct parser *p);

static struct exact no_value(struct parser *p)
{
	p->failed = true;
	return (struct exact){ 0, 0 };
}

static struct exact parse_percent(struct parser *p, struct exact v)
{
	if (p->at < p->end && scan_sign(p->s, p->at, '%')) {
		p->at++;
		p->percent = true;
		if (p->percent_is_hundredth)
			v = exact_div(v, exact_int(100));
	}
	size_t unit = unit_length(p->s, p->at);
	if (p->at + unit <= p->end)
		p->at += unit;
	return v;
}

static struct exact parse_operand(struct parser *p)
{
	if (p->at >= p->end)
		return no_value(p);
	if (scan_number(p->s, p->at))
		return parse_percent(p, exact_of(p->s->at[p->at++].number));
	if (!scan_sign(p->s, p->at, '(') || p->depth >= DEPTH_MAX)
		return no_value(p);
	p->at++;
	p->depth++;
	struct exact v = parse_sum(p);
	p->depth--;
	if (p->failed || p->at >= p->end || !scan_sign(p->s, p->at, ')'))
		return no_value(p);
	p->at++;
	return parse_percent(p, v);
}

static char next_operator(struct parser *p, char one, char other)
{
	char c = p->at < p->end ? operator_at(p->s, p->at) : 0;
	return c && (c == one || c == other) ? c : 0;
}

static struct exact parse_product(struct parser *p)
{
	struct exact v = parse_operand(p);
	for (char c; !p->failed && (c = next_operator(p, '*', '/')) != 0;) {
		p->at++;
		p->operators++;
		struct exact w = parse_operand(p);
		v = c == '*' ? exact_mul(v, w) : exact_div(v, w);
	}
	return v;
}

static struct exact parse_sum(struct parser *p)
{
	bool minus = next_operator(p, '-', '-') != 0;
	p->at += minus;
	struct exact v = parse_product(p);
	v.num = minus ? -v.num : v.num;
	for (char c; !p->failed && (c = next_operator(p, '+', '-')) != 0;) {
		p->at++;
		p->operators++;
		p->pluses += c == '+';
		struct exact w = parse_product(p);
		v = c == '+' ? exact_add(v, w) : exact_sub(v, w);
	}
	return v;
}

static struct parser parser_at(const struct scan *s, size_t from, size_t end, bool hundredth)
{
	return (struct parser){ .s = s, .at = from, .end = end, .percent_is_hundredth = hundredth };
}

/* -- one side ------------------------------------------------------------------------------------ */

struct side {
	bool         there, percent;
	int          operators, pluses;
	size_t       from, to;
	struct exact value, plain;           /* percentages as hundredths, and as they stand */
};

static struct side side_of(const struct scan *s, size_t from, size_t end, bool whole)
{
	struct parser p = parser_at(s, from, end, true), q = parser_at(s, from, end, false);
	struct side side = { .from = from };
	side.value = parse_sum(&p);
	side.plain = parse_sum(&q);
	side.there = !p.failed && exact_defined(side.value) && exact_defined(side.plain) && (!whole || p.at == end);
	side.percent = p.percent;
	side.operators = p.operators;
	side.pluses = p.pluses;
	side.to = p.at;
	return side;
}

static bool ends_operand(const struct scan *s, size_t i)
{
	return scan_number(s, i) || scan_sign(s, i, ')') || scan_sign(s, i, '%');
}
static bool opens_operand(const struct scan *s, size_t i) { return scan_number(s, i) || scan_sign(s, i, '('); }

/* An expression may begin at the start of the run, after a bullet, after a label's colon, and where
 * two operands stand side by side; never behind an operator, which would cut it. */
static bool may_begin(const struct scan *s, size_t run, size_t i)
{
	if (!opens_operand(s, i) && !scan_sign(s, i, '-'))
		return false;
	if (i == run || (i == run + 1 && scan_sign(s, run, '-')))
		return true;
	return (scan_sign(s, i - 1, ':') && !is_division_colon(s, i - 1)) ||
	       (ends_operand(s, i - 1) && opens_operand(s, i)) || (i == run + 1 && scan_sign(s, run, ')'));
}

static bool is_word_like(const struct scan *s, size_t i)
{
	return s->at[i].kind == TOKEN_CODE || s->at[i].kind == TOKEN_WORD;
}

static struct side left_side(const struct scan *s, size_t equals)
{
	size_t run = equals, tries = 0;
	for (size_t back; run > 0 && equals - run < RUN_MAX && (back = step_back(s, run)) < run;)
		run = back;
	/* "53/QĐ-5 = ": the run was cut out of a number of a document */
	if (run > 0 && run < equals && is_word_like(s, run - 1) && operator_at(s, run) && !s->at[run].spaced)
		return (struct side){ 0 };
	for (size_t i = run; i < equals && tries < STARTS_MAX; i++) {
		if (!may_begin(s, run, i))
			continue;
		struct side side = side_of(s, i, equals, true);
		if (side.there)
			return side;
		tries++;
	}
	return (struct side){ 0 };
}

/* The bullet of a list looks like a sign: "- 2 + 3 = 5". */
static struct side without_bullet(const struct scan *s, struct side side, size_t end)
{
	return scan_sign(s, side.from, '-') ? side_of(s, side.from + 1, end, true) : side;
}

static struct side right_side(const struct scan *s, size_t from)
{
	struct side side = side_of(s, from, s->n, false);
	char cut = operator_at(s, side.to);
	side.there = side.there && cut != '*' && cut != '/' && cut != '+' && !scan_sign(s, side.to, '=');
	return side;
}

/* -- true or false ------------------------------------------------------------------------------- */

struct value { struct figure figure; bool percent; };

static bool agrees(struct value printed, struct side by, struct figure max)
{
	struct exact hundred = exact_int(100);
	if (figure_is(printed.figure, by.value) || figure_is(printed.figure, by.plain))
		return true;
	if (printed.percent || by.percent)
		if (figure_is(printed.figure, exact_mul(by.value, hundred)) ||
		    figure_is(printed.figure, exact_mul(by.plain, hundred)) ||
		    figure_is(printed.figure, exact_div(by.plain, hundred)))
			return true;
	return max.present && figure_is(printed.figure, exact_mul(by.value, exact_of(max)));
}

static struct value printed_at(const struct scan *s, size_t i)
{
	size_t sign = scan_sign(s, i, '-') && scan_number(s, i + 1);
	struct value v = { s->at[i + sign].number, scan_sign(s, i + sign + 1, '%') };
	v.figure.digits = sign ? -v.figure.digits : v.figure.digits;
	return v;
}

/* "80-90 = 0,5" is a band, "1/3 = 0,5 điểm" a price list, "14/6/2024" a date. */
static bool is_other_notation(const struct scan *s, struct side by, size_t printed)
{
	size_t i = by.from;
	bool pair = by.operators == 1 && scan_number(s, i);
	if (pair && by.value.num < 0)
		return true;
	if (pair && scan_sign(s, i + 1, '/') && unit_length(s, printed + 1))
		return true;
	return by.operators == 2 && scan_number(s, i) && scan_sign(s, i + 1, '/') && scan_number(s, i + 2) &&
	       scan_sign(s, i + 3, '/') && scan_number(s, i + 4) && s->at[i + 4].number.digits > 1900;
}

static struct exact computed_of(struct value printed, struct side by)
{
	return printed.percent && !by.percent ? exact_mul(by.value, exact_int(100))
	       : printed.percent              ? by.plain
	                                      : by.value;
}

static bool judge(const struct scan *s, struct side by, size_t at, size_t end, struct figure max, struct formula *ret)
{
	struct value printed = printed_at(s, at);
	if (!printed.figure.present || is_other_notation(s, by, at))
		return false;
	size_t from = by.from < at ? by.from : at;
	*ret = (struct formula){
		.text = scan_src(s, from, by.to > end ? by.to : end),
		.printed = printed.figure,
		.percent = printed.percent,
		.computed = computed_of(printed, by),
		.holds = agrees(printed, by, max),
		.addends = by.pluses == by.operators && by.pluses ? by.pluses + 1 : 0,
	};
	return true;
}

/* "= 1,39/1,50 điểm": the points and their maximum, not a division. */
static bool is_score(const struct scan *s, struct side right)
{
	return right.operators == 1 && scan_number(s, right.from) && scan_sign(s, right.from + 1, '/');
}

static bool formula_at(const struct scan *s, size_t equals, struct figure max, struct formula *ret)
{
	struct side left = left_side(s, equals), right = right_side(s, equals + 1);
	if (!left.there || !right.there)
		return false;
	if (left.operators && (!right.operators || is_score(s, right))) {
		if (!judge(s, left, equals + 1, equals + 2, max, ret))
			return false;
		struct side bare = without_bullet(s, left, equals);
		ret->holds = ret->holds || (bare.there && agrees(printed_at(s, equals + 1), bare, max)) ||
		             (right.operators && !exact_cmp(left.value, right.value));
		return true;
	}
	if (!left.operators && right.operators)
		return judge(s, right, left.from, equals, max, ret);
	return false;
}

bool formula_next(const struct scan *s, size_t *at, struct figure max, struct formula *ret)
{
	while (*at < s->n) {
		size_t i = (*at)++;
		if (i && scan_sign(s, i, '=') && formula_at(s, i, max, ret))
			return true;
	}
	return false;
}

bool formula_false(str text, struct figure max, struct formula *ret)
{
	if (!text.n || !memchr(text.p, '=', text.n))
		return false;
	struct arena *scratch CLEANUP(arena_close) = arena_open(SCRATCH);
	struct scan s = scan_open(scratch, text);
	for (size_t at = 0; formula_next(&s, &at, max, ret);)
		if (!ret->holds)
			return true;
	return false;
}
