#include "core/rule_shape.h"

_Static_assert(WORD_EQUAL - WORD_FROM == 6, "FROM TO OVER BELOW ATLEAST ATMOST EQUAL stand together in rule_grammar.y");
static bool is_operator(int k) { return k >= WORD_FROM && k <= WORD_EQUAL; }

/* A figure behind words, after another figure, belongs to them: "từ 2 báo cáo quý 2". */
static bool in_name(const struct shaper *s, size_t b, size_t i)
{
	int before = i > b ? s->w[i - 1].kind : WORD_FROM;
	bool earlier = false;
	for (size_t k = b; k < i; k++)
		earlier |= s->w[k].kind == WORD_NUMBER || s->w[k].kind == WORD_PERCENT;
	return earlier && !is_operator(before) && before != WORD_DASH && before != WORD_MAX && before != RAW_EQUALS;
}

/* "từ 80% và dưới 95%", "≥ 80%, < 95%": one band, said by its two bounds. */
static bool joins_bounds(const struct shaper *s, size_t b, size_t i, size_t e)
{
	return i > b && is_number(s, i - 1, e) && (is(s, i + 1, e, WORD_BELOW) || is(s, i + 1, e, WORD_ATMOST)) && is_number(s, i + 2, e);
}

/* The kind that the word i of the label [b, e) has; NAME: part of a name. 0: it says nothing ("đạt từ 90%"). */
static int label_kind(const struct shaper *s, size_t b, size_t i, size_t e)
{
	int k = s->w[i].kind;
	bool number_next = is_number(s, i + 1, e), number_before = i > b && is_number(s, i - 1, e), sign;
	switch (k) {
	case WORD_NUMBER: case WORD_PERCENT:
		return in_name(s, b, i) ? WORD_NAME : k;
	case WORD_UP: case WORD_DOWN:
		return k;
	case WORD_FROM:
		if (is(s, i + 1, e, WORD_OVER) && is_number(s, i + 2, e))
			return 0;
		return number_next ? k : WORD_NAME;
	case WORD_OVER: case WORD_BELOW: case WORD_ATMOST: case WORD_ATLEAST:
		sign = (s->r->text.p[s->w[i].from] & 0x80) || s->r->text.p[s->w[i].from] < 'A';
		return number_next || (sign && number_before) ? k : WORD_NAME;
	case WORD_TO:
		return number_next || (is(s, i + 1, e, WORD_BELOW) && is_number(s, i + 2, e)) ? k : WORD_NAME;
	case WORD_MAX:
		return number_next && s->w[i].to - s->w[i].from <= sizeof "tối đa" - 1 ? WORD_ATMOST : WORD_NAME;
	case WORD_EQUAL: case RAW_EQUALS:
		if (number_next)
			return WORD_EQUAL;
		return i + 2 < e && is_number(s, i + 2, e) && label_kind(s, b, i + 1, e) != WORD_NAME ? 0 : WORD_NAME;
	case WORD_DASH:
		return (number_next || (is(s, i + 1, e, WORD_BELOW) && is_number(s, i + 2, e))) ? k : WORD_NAME;
	case RAW_COMMA:
		return joins_bounds(s, b, i, e) ? 0 : WORD_NAME;
	default:
		return shape_says(s, i, e, "va") && joins_bounds(s, b, i, e) ? 0 : WORD_NAME;
	}
}

/* Whether the grammar reads a label of these kinds as a bound; anything else is words. Names: at most one before, one behind each number,
 * one at the end. */
static bool is_range(const int *k, size_t n)
{
	size_t i = 0, numbers = 0, names = 0;
	bool up = false, awaits = true;
	if (i < n && k[i] == WORD_NAME)
		i++;
	for (; i < n; i++) {
		if (k[i] == WORD_NUMBER || k[i] == WORD_PERCENT) {
			if (!awaits || up || ++numbers > 2)
				return false;
			awaits = false;
			names = 0;
		} else if (k[i] == WORD_NAME) {
			if ((awaits && numbers != 1) || ++names > 1)
				return false;
		} else if (k[i] == WORD_UP || k[i] == WORD_DOWN) {
			if (numbers != 1 || up || awaits)
				return false;
			up = true;
			names = 0;
		} else {
			awaits = true;
		}
	}
	return numbers && !awaits;
}

enum { LABEL_WORDS = 64 };

static bool label_shape(const struct shaper *s, size_t i, size_t e, int *kinds, size_t *n)
{
	*n = 0;
	for (size_t b = i; i < e; i++) {
		int k = label_kind(s, b, i, e);
		if (!k || (k == WORD_NAME && *n && kinds[*n - 1] == WORD_NAME))
			continue;
		if (*n == LABEL_WORDS)
			return false;
		kinds[(*n)++] = k;
	}
	return is_range(kinds, *n);
}

void shape_label(struct shaper *s, size_t i, size_t e)
{
	int kinds[LABEL_WORDS];
	size_t n, first = i;
	if (i < e && s->w[i].kind == WORD_REST && i + 1 == e) {
		shape_put_one(s, WORD_REST, i);
	} else if (!label_shape(s, i, e, kinds, &n)) {
		if (n && is_operator(kinds[0])) {
			rule_fault(s->r, s->w[i].from, s->w[e - 1].to, "Không đọc được khoảng “%.*s”.", SF(rule_src(s->r, s->w[i].from, s->w[e - 1].to)));
			rule_hint(s->r, "Viết ví dụ “từ 80%% đến dưới 90%%”, “từ 2 văn bản trở lên”, “dưới 80%%”.");
		}
		if (shape_plain_name(s, i, e, NAME_LABEL))
			shape_put_name(s, i, e);
	} else if (shape_plain_name(s, i, e, NAME_RANGE)) {
		for (size_t name = i; i <= e; i++) {
			int k = i < e ? label_kind(s, first, i, e) : -1;
			if (k == WORD_NAME)
				continue;
			shape_put_name(s, name, i);
			if (k > 0)
				shape_put_one(s, k, i);
			name = i + 1;
		}
	}
	shape_put_all(s, WORD_COLON, first, e);
}
