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
	case RAW_X: return is_quantity(s, i + 1, e) || shape_says(s, i, e, "x") || shape_says(s, i + 1, e, "he") ? '*' : 0;         /* "hệ số" */
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

/* -- units, items, labels: no second price -------------------------------------------------------------------- */

static bool is_figure(const struct shaper *s, size_t i, size_t e) { return is_number(s, i, e) || is(s, i, e, WORD_FRACTION); }

/* "được 1 điểm", "trừ tối đa 1": words for gaining or losing, and then how much. */
static bool is_price(const struct shaper *s, size_t i, size_t e, enum name_of of)
{
	bool marks = is_figure(s, i, e) && is(s, i + 1, e, WORD_POINT);
	if (!is(s, i, e, WORD_GETS) && !is(s, i, e, WORD_LOSES))
		return marks && (of != NAME_RANGE || is(s, i + 2, e, RAW_COMMA));          /* "từ 80 điểm trở lên" */
	if (of == NAME_RANGE && is(s, i, e, WORD_GETS))                                    /* "được 2 giải" */
		return is_figure(s, i + 1, e) && is(s, i + 2, e, WORD_POINT);
	while (i < e && (s->w[i].kind == WORD_GETS || s->w[i].kind == WORD_LOSES || s->w[i].kind == WORD_ATMOST ||
	                 s->w[i].kind == WORD_MAX))
		i++;
	return is_figure(s, i, e) || is(s, i - 1, e, WORD_MAX);
}

/* "có kế hoạch 0,5, có báo cáo": a comma instead of a semicolon. A whole number may be of the name ("quý 1, quý 2") but not in a list. */
static bool is_next_item(const struct shaper *s, size_t i, size_t e, enum name_of of)
{
	return is_number(s, i, e) && is(s, i + 1, e, RAW_COMMA) && i + 2 < e &&
	       (s->w[i].number.scale || (of == NAME_ITEM && !is(s, i + 2, e, WORD_NUMBER)));
}

bool shape_plain_name(struct shaper *s, size_t i, size_t e, enum name_of of)
{
	for (size_t k = i; k < e; k++) {
		if (is_next_item(s, k, e, of)) {
			rule_fault(s->r, s->w[k].from, s->w[k + 1].to, "Sau “%.*s” là mục khác hay vẫn là tên này: không rõ.",
			           SF(rule_src(s->r, s->w[k].from, s->w[k].to)));
			return rule_hint(s->r, "Ngăn các mục bằng dấu chấm phẩy, ví dụ “có kế hoạch 0,5; có báo cáo 0,5”.");
		}
		if (is_price(s, k, e, of)) {
			rule_fault(s->r, s->w[i].from, s->w[e - 1].to, "Tên “%.*s” chứa cả số điểm: có hai mức trong một mệnh đề.",
			           SF(rule_src(s->r, s->w[i].from, s->w[e - 1].to)));
			return rule_hint(s->r, of == NAME_UNIT ? "Viết mỗi loại một mệnh đề, ví dụ “Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản chậm trừ 0,25 điểm”."
			                                       : "Ngăn các mức bằng dấu chấm phẩy, mỗi mức một số điểm.");
		}
		if (of == NAME_UNIT && is(s, k, e, WORD_PERCENT)) {
			rule_fault(s->r, s->w[i].from, s->w[e - 1].to, "Chỉ đọc được số điểm cho từng một, không phải cho mỗi phần trăm.");
			return rule_hint(s->r, "Dùng công thức, ví dụ “Công thức: điểm tối đa - [số chậm] / [tổng số] × 100 / 10 × 0,1”, hoặc ghi các mức “từ … đến dưới …”.");
		}
	}
	return true;
}

/* -- a cap on prices -------------------------------------------------------------------------------------------- */

static bool says_cap(const struct shaper *s, size_t i, size_t e)
{
	static const char *const words[] = { "nhung", "tong", "va", "tong cong", "muc", "so", "toi" };
	int k = s->w[i].kind;
	bool known = k == WORD_MAX || k == WORD_ATMOST || k == WORD_LOSES || k == WORD_GETS || k == WORD_POINT || k == RAW_TOTAL ||
	             k == RAW_COMMA || k == WORD_NUMBER;
	for (size_t w = 0; !known && w < COUNT(words); w++)
		known = shape_says(s, i, e, words[w]);
	return known;
}

/* "…, tối đa 2 điểm", "… (trừ không quá điểm tối đa)": where it begins. What is reached stays within the maximum anyway, so a cap of as much
 * says nothing; any other is refused. e: there is none. */
size_t shape_cap(struct shaper *s, size_t i, size_t e)
{
	bool priced = false, cap = false;
	size_t at = i, figure = e;
	for (; at < e && !(priced && (s->w[at].kind == RAW_COMMA || s->w[at].kind == WORD_LP || shape_says(s, at, e, "nhung"))); at++)
		priced |= s->w[at].kind == WORD_GETS || s->w[at].kind == WORD_LOSES;
	if (at == e)
		return e;
	bool bracket = is(s, at, e, WORD_LP);
	size_t end = bracket ? shape_closing(s, at, e) : e;
	if (bracket && end + 1 != e)
		return e;
	for (size_t k = at + bracket; k < end; k++) {
		if (!says_cap(s, k, end))
			return e;
		cap |= s->w[k].kind == WORD_MAX || s->w[k].kind == WORD_ATMOST;
		if (s->w[k].kind == WORD_NUMBER)
			figure = figure == e ? k : i;
	}
	if (!cap || figure == i)
		return e;
	if (figure < e && (s->r->max <= 0 || exact_cmp(exact_of(s->w[figure].number), points_exact(s->r->max)))) {
		rule_fault(s->r, s->w[at].from, s->w[e - 1].to, "Chỉ đọc được giới hạn bằng điểm tối đa của tiêu chí.");
		rule_hint(s->r, "Tách phần có giới hạn riêng thành một tiêu chí thành phần có điểm tối đa bằng giới hạn đó.");
	}
	return at;
}
