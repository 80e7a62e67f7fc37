#include "core/rule_shape.h"

/* What a name may not hold. Names are free, so whatever stands there would be read as one: a sign of arithmetic, another price, a second
 * condition. Such a rule would be run as something else than was written, hence it is refused, with what to write. */

/* -- the name of a rate: no arithmetic --------------------------------------------------------------------- */

/* "tỷ lệ B", "số trễ hạn", "tổng số", a figure: what can stand behind a word for a sign. */
static bool is_quantity(const struct shaper *s, size_t i, size_t e)
{
	return is_number(s, i, e) || is(s, i, e, WORD_RATE) || is(s, i, e, WORD_LP) || is(s, i, e, WORD_MAX) || is(s, i, e, RAW_TOTAL) ||
	       is(s, i, e, WORD_FRACTION) || shape_says(s, i, e, "so") || shape_says(s, i, e, "tong");
}

/* The sign that the word i of [b, e) stands for: '+', '-', '*', '/'; 0: none. A dash or stroke within a word ("một-cửa", "TTHC/DVC") is none. */
static char sign_at(const struct shaper *s, size_t b, size_t i, size_t e)
{
	bool near_bracket = (i > b && s->w[i - 1].kind == WORD_RP) || is(s, i + 1, e, WORD_LP);
	bool between = (s->w[i].spaced && i + 1 < e && s->w[i + 1].spaced) || near_bracket || is_quantity(s, i + 1, e) ||
	               (i > b && is_number(s, i - 1, e));
	switch (s->w[i].kind) {
	case WORD_PLUS: return '+';
	case WORD_TIMES: return '*';
	case WORD_DASH: return between ? '-' : 0;
	case WORD_SLASH: return (shape_says(s, i, e, "/") ? between : is_quantity(s, i + 1, e)) ? '/' : 0;
	case RAW_X: return is_quantity(s, i + 1, e) ? '*' : 0;
	case WORD_LOSES: return is_quantity(s, i + 1, e) ? '-' : 0;
	case WORD_GETS: return is_quantity(s, i + 1, e) && (shape_says(s, i, e, "cong") || is_number(s, i + 1, e)) ? '+' : 0;
	default: return 0;
	}
}

static bool holds_sign(const struct shaper *s, size_t i, size_t e)
{
	for (size_t b = i; i < e; i++)
		if (sign_at(s, b, i, e))
			return true;
	return false;
}

/* The same as a formula: names in square brackets, signs between them. A bracket around words alone belongs to the name. */
static void put_formula(const struct shaper *s, struct buf *b, size_t i, size_t e)
{
	for (size_t first = i, end; i < e; i = end) {
		char sign = sign_at(s, first, i, e);
		end = i + 1;
		if (sign) {
			buf_put(b, sign == '*' ? S(" × ") : sign == '/' ? S(" / ") : sign == '+' ? S(" + ") : S(" - "));
		} else if (s->w[i].kind == WORD_LP && shape_closing(s, i, e) < e && holds_sign(s, i + 1, shape_closing(s, i, e))) {
			end = shape_closing(s, i, e) + 1;
			buf_put(b, S("("));
			put_formula(s, b, i + 1, end - 1);
			buf_put(b, S(")"));
		} else if (is_number(s, i, e) && (end == e || sign_at(s, first, end, e))) {
			buf_put(b, rule_src(s->r, s->w[i].from, s->w[i].to));
		} else {
			while (end < e && !sign_at(s, first, end, e))
				end++;
			if (s->w[i].kind == WORD_MAX && end == i + 1)
				buf_put(b, S("điểm tối đa"));
			else
				buf_fmt(b, "[%.*s]", SF(rule_clean(s->r->a, str_trim(rule_src(s->r, s->w[i].from, s->w[end - 1].to)))));
		}
	}
}

static bool refuse_sum(struct shaper *s, size_t i, size_t e)
{
	struct buf b = buf_open(s->r->a);
	bool factor = shape_find(s, i, e, WORD_MAX) == e && (e == s->r->words.n || s->w[e].kind != WORD_SLASH);
	bool brackets = s->w[i].kind == WORD_LP && shape_closing(s, i, e) + 1 == e, sum = false;
	for (size_t k = i; k < e; k++)
		sum |= sign_at(s, i, k, e) == '-' || sign_at(s, i, k, e) == '+';
	bool around = sum && !brackets && shape_find(s, i, e, WORD_LP) == e;
	put_formula(s, &b, i, e);
	rule_fault(s->r, s->w[i].from, s->w[e - 1].to, "Tên của một tỷ lệ không chứa phép tính: “%.*s”.",
	           SF(rule_src(s->r, s->w[i].from, s->w[e - 1].to)));
	if (!factor || b.n > 200)
		return rule_hint(s->r, "Viết như: “%s”.", rule_formula.example);
	return rule_hint(s->r, around ? "Viết “Công thức: (%.*s) × điểm tối đa”." : "Viết “Công thức: %.*s × điểm tối đa”.", SF(buf_str(&b)));
}

/* Of part over whole one stroke may stand: "số đúng hạn / tổng số", "(b / a)". */
bool shape_rate_name(struct shaper *s, size_t i, size_t e)
{
	size_t strokes = 0, b = i;
	for (; i < e; i++) {
		char sign = sign_at(s, b, i, e);
		strokes += sign == '/';
		if (sign && (sign != '/' || strokes > 1 || is(s, i + 1, e, WORD_RATE) || (i > b && is_number(s, i - 1, e) && i == b + 1)))
			return refuse_sum(s, b, e);
	}
	return true;
}
