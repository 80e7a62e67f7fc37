#include "core/rule_shape.h"
#include "base/fold.h"

/* -- prices and formulas --------------------------------------------------------------------------------- */

/* "mỗi văn bản chậm trừ 0,25 điểm": the last word for gaining or losing before a figure. A number of them is not read, but "01". */
static bool shape_every(struct shaper *s, size_t i, size_t name, size_t e)
{
	size_t at = e;
	for (size_t k = name; k + 1 < e; k++)
		if ((s->w[k].kind == WORD_GETS || s->w[k].kind == WORD_LOSES) && shape_value_begins(s, k + 1, e))
			at = k;
	if (at == e)
		return false;
	while (at > name && (s->w[at - 1].kind == RAW_THEN || s->w[at - 1].kind == RAW_COMMA || s->w[at - 1].kind == WORD_COLON))
		at--;
	size_t does = at;
	while (s->w[does].kind != WORD_GETS && s->w[does].kind != WORD_LOSES)
		does++;
	while (does + 1 < e && (s->w[does + 1].kind == WORD_GETS || s->w[does + 1].kind == WORD_LOSES))
		does++;
	while (is(s, name, at, WORD_EVERY))
		name++;
	if (is(s, name, at, WORD_NUMBER) && at > name + 1) {
		if (exact_cmp(exact_of(s->w[name].number), exact_int(1))) {
			rule_fault(s->r, s->w[name].from, s->w[name].to, "Chỉ đọc được số điểm cho từng một, không phải cho mỗi %.*s.",
			           SF(rule_src(s->r, s->w[name].from, s->w[name].to)));
			rule_hint(s->r, "Viết số điểm của mỗi một, ví dụ “Mỗi văn bản trừ 0,25 điểm”, hoặc dùng “Công thức: …”.");
			return true;
		}
		name++;
	}
	if (!shape_plain_name(s, name, at, NAME_UNIT))
		return true;
	shape_put_all(s, WORD_EVERY, i, i + 1);
	shape_put_name(s, name, at);
	shape_put_one(s, s->w[does].kind, does);
	shape_value(s, does + 1, e);
	return true;
}

/* "trừ 0,25 điểm/văn bản chậm", "trừ 0,25 điểm cho mỗi văn bản chậm"; name_i to name_e: words before it that say of what. */
bool shape_price(struct shaper *s, size_t i, size_t e, size_t name_i, size_t name_e)
{
	size_t per = i + 1;
	while (per < e && s->w[per].kind != WORD_SLASH && s->w[per].kind != WORD_PER && s->w[per].kind != WORD_EVERY)
		per++;
	if (per >= e)
		return false;
	if (!shape_plain_name(s, name_i, name_e, NAME_UNIT) || !shape_plain_name(s, per + 1, e, NAME_UNIT))
		return true;
	shape_put_one(s, s->w[i].kind, i);
	shape_value(s, i + 1, per);
	shape_put_one(s, WORD_PER, per);
	size_t name = per + 1;
	if (is(s, name, e, WORD_NUMBER) && !exact_cmp(exact_of(s->w[name].number), exact_int(1)))
		name++;
	if (name_i == name_e) {
		shape_put_name(s, name, e);
		return true;
	}
	/* "văn bản chậm: trừ 0,25 điểm/văn bản": the longer name holds the shorter */
	str long_name = fold_plain(s->r->a, rule_src(s->r, s->w[name_i].from, s->w[name_e - 1].to));
	str short_name = name < e ? fold_plain(s->r->a, rule_src(s->r, s->w[name].from, s->w[e - 1].to)) : (str){ 0 };
	if (short_name.n && !str_starts(long_name, short_name)) {
		rule_fault(s->r, s->w[name].from, s->w[e - 1].to, "Không rõ điểm trừ tính cho mỗi “%.*s” nào.",
		           SF(rule_src(s->r, s->w[name].from, s->w[e - 1].to)));
		rule_hint(s->r, "Viết “Mỗi … trừ … điểm”.");
		return true;
	}
	shape_put_name(s, name_i, name_e);
	return true;
}

static void shape_formula(struct shaper *s, size_t i, size_t e)
{
	for (; i < e; i++) {
		struct word w = s->w[i];
		size_t end;
		switch (w.kind) {
		case WORD_COLON: case WORD_SLASH: shape_put_one(s, WORD_SLASH, i); break;
		case WORD_DASH: shape_put_one(s, WORD_MINUS, i); break;
		case RAW_X: shape_put_one(s, WORD_TIMES, i); break;
		case RAW_LINE: break;
		case WORD_FRACTION:
			shape_put_one(s, WORD_NUMBER, i);
			w.kind = WORD_SLASH;
			shape_put(s, w);
			w.kind = WORD_NUMBER;
			w.number = w.under;
			shape_put(s, w);
			break;
		case WORD_LB:
			end = shape_closing(s, i, e);
			if (end == i + 1 || end >= e) {
				rule_fault(s->r, w.from, w.to, "Thiếu tên số liệu trong ngoặc vuông.");
				rule_hint(s->r, "Viết như: “%s”.", rule_formula.example);
				return;
			}
			shape_put(s, (struct word){ .kind = WORD_INPUT, .from = w.from, .to = s->w[end].to,
			                      .text = rule_clean(s->r->a, str_trim(rule_src(s->r, w.to, s->w[end].from))) });
			i = end;
			break;
		case WORD_NUMBER: case WORD_PERCENT: case WORD_MAX: case WORD_PLUS: case WORD_TIMES: case WORD_LP: case WORD_RP:
		case WORD_SEMI: case WORD_LEAST: case WORD_MOST:
			shape_put_one(s, w.kind, i);
			break;
		default:
			rule_fault(s->r, w.from, w.to, "Không đọc được “%.*s” trong công thức.", SF(rule_src(s->r, w.from, w.to)));
			rule_hint(s->r, "Tên số liệu đặt trong ngoặc vuông, ví dụ “Công thức: [đúng hạn] / [tổng] × điểm tối đa”.");
			return;
		}
	}
}


/* -- derived: codes ------------------------------------------------------------------------------------- */

static bool is_code(str s)
{
	bool digit = false, roman = s.n > 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = fold_char((unsigned char)s.p[i]);
		digit |= c >= '0' && c <= '9';
		roman &= c == 'i' || c == 'v' || c == 'x';
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '.' && i && i + 1 < s.n)))
			return false;
	}
	return digit || roman;
}

/* "1; 2; 3", "1, 2 và 3", "7a.1": what stands together is a code, and a comma always parts two. */
static void read_codes(struct shaper *s, size_t i, size_t e, strs *ret)
{
	for (size_t end; i < e && !s->r->failed; i = end) {
		end = i + 1;
		if (s->w[i].kind == RAW_COMMA || s->w[i].kind == WORD_SEMI || s->w[i].kind == RAW_LINE || shape_says(s, i, e, "va"))
			continue;
		while (end < e && !s->w[end].spaced && s->w[end].kind != RAW_COMMA && s->w[end].kind != WORD_SEMI)
			end++;
		size_t from = s->w[i].from, to = s->w[end - 1].to;
		while (from < to) {
			size_t comma = str_find(str_sub(s->r->text, 0, to), S(","), from);
			str code = rule_src(s->r, from, comma < to ? comma : to);
			if (!is_code(code)) {
				rule_fault(s->r, from, from + code.n, "“%.*s” không phải mã tiêu chí.", SF(code));
				rule_hint(s->r, "Viết ví dụ “%s”.", rule_derived.example);
				return;
			}
			*vec_add(s->r->a, ret) = str_copy(s->r->a, code);
			from += code.n + 1;
		}
	}
}

static bool shape_derived(struct shaper *s, size_t i, size_t e)
{
	size_t times = shape_find_times(s, i, e), except = shape_find(s, i, times, WORD_LP);
	if (times == e)
		return false;
	s->r->codes = s->r->except = (strs){ 0 };
	if (shape_says(s, i + 1, except, "khac")) {
		if (i + 2 != except)
			return false;
	} else {
		read_codes(s, i + 1, except, &s->r->codes);
		if (!s->r->codes.n) {
			rule_fault(s->r, s->w[i].from, s->w[i].to, "Thiếu mã của các tiêu chí.");
			rule_hint(s->r, "Viết ví dụ “%s”.", rule_derived.example);
		}
	}
	if (except < times) {
		size_t end = shape_closing(s, except, times);
		if (!is(s, except + 1, end, WORD_LOSES) || end + 1 != times)
			return false;
		read_codes(s, except + 2, end, &s->r->except);
	}
	shape_put_one(s, WORD_DERIVED, i);
	shape_product(s, times, e);
	return true;
}

/* -- lists, conditions, samples, the best of several ------------------------------------------------------- */

bool shape_none(struct shaper *s, size_t i, size_t e)
{
	size_t value = i + 1;
	if (is(s, value, e, WORD_COLON) || is(s, value, e, WORD_DASH) || is(s, value, e, RAW_EQUALS) || is(s, value, e, RAW_COMMA))
		value++;
	else if (!shape_value_begins(s, value, e))
		return false;
	if (is(s, value, e, RAW_NOTHING) && (shape_says(s, value, e, "khong tinh diem") || shape_says(s, value, e, "khong cham diem"))) {
		rule_fault(s->r, s->w[value].from, s->w[value].to, "Không phát sinh thì được 0 điểm hay được loại khỏi mẫu số: không rõ.");
		rule_hint(s->r, "Viết “không phát sinh: 0 điểm” hoặc “không phát sinh: loại khỏi mẫu số”.");
		return true;
	}
	shape_put_one(s, WORD_NONE, i);
	shape_put_all(s, WORD_COLON, i, i + 1);
	while (value + 1 < e && is(s, shape_value_at(s, value, e), e, WORD_EXCLUDE) && s->w[value].kind != WORD_EXCLUDE)
		value++;
	shape_value(s, value, e);
	return true;
}

static bool shape_best(struct shaper *s, size_t i, size_t e)
{
	size_t k = i + 1 + is(s, i + 1, e, WORD_COLON);
	if (!is(s, k, e, WORD_LB))
		return false;
	shape_put_one(s, WORD_BEST, i);
	shape_put_all(s, WORD_COLON, i, i + 1);
	while (k < e && !s->r->failed) {
		if (!is(s, k, e, WORD_LB)) {
			shape_put_one(s, s->w[k].kind == WORD_OR ? WORD_OR : WORD_NAME, k);
			k++;
			continue;
		}
		size_t end = shape_closing(s, k, e);
		shape_put_one(s, WORD_LB, k);
		shape_text(s, k + 1, end);
		shape_put_all(s, WORD_RB, end, end + 1);
		k = end + 1;
	}
	return true;
}

static void shape_hand(struct shaper *s, size_t i, size_t e)
{
	for (; i < e; i++)
		if (s->w[i].kind != RAW_COMMA)
			shape_put_one(s, s->w[i].kind >= RAW_WORD ? WORD_NAME : s->w[i].kind, i);
}

/* A head of its own: CHECKLIST, SURVEY, … up to its colon, then the first item. */
static bool shape_list(struct shaper *s, size_t i, size_t e)
{
	size_t k = i + 1;
	bool survey = s->w[i].kind == WORD_SURVEY;
	if (survey && !is(s, k, e, WORD_COLON) && !is(s, k, e, WORD_LP))
		return false;
	if (is(s, k, e, WORD_LP)) {
		size_t end = shape_closing(s, k, e);
		shape_put_one(s, s->w[i].kind, i);
		shape_put_one(s, WORD_LP, k);
		if (survey)
			shape_items(s, k + 1, end, true);
		else
			shape_hand(s, k + 1, end);
		shape_put_all(s, WORD_RP, end, end + 1);
		k = end + 1;
	} else {
		shape_put_one(s, s->w[i].kind, i);
	}
	if (k == e)
		return true;
	if (!is(s, k, e, WORD_COLON)) {
		shape_put_name(s, k, e);
		return true;
	}
	shape_put_one(s, WORD_COLON, k);
	if (survey && is(s, k + 1, e, WORD_RATE) && shape_find_times(s, k + 1, e) < e) {
		shape_product(s, k + 1, e);
		return true;
	}
	s->list = s->w[i].kind;
	if (survey)
		shape_item(s, k + 1, e);
	else
		shape_check(s, k + 1, e);
	return true;
}

static bool shape_conditions(struct shaper *s, size_t i, size_t e)
{
	size_t end = is(s, i + 1, e, WORD_LP) ? shape_closing(s, i + 1, e) : e, value = shape_divider(s, end + 1 < e ? end + 1 : e, e);
	if (end == e)
		return false;
	if (is(s, end + 1, e, WORD_COLON) || is(s, end + 1, e, RAW_THEN))
		value = end + 1;
	shape_put_one(s, WORD_CONDITIONS, i);
	shape_put_one(s, WORD_LP, i + 1);
	shape_items(s, i + 2, end, false);
	shape_put_one(s, WORD_RP, end);
	shape_put_all(s, WORD_COLON, i, i + 1);
	shape_value(s, value == e ? end + 1 : value + 1, e);
	return true;
}

static bool shape_weighted(struct shaper *s, size_t i, size_t e)
{
	size_t end = is(s, i + 1, e, WORD_LP) ? shape_closing(s, i + 1, e) : e;
	if (end == e)
		return false;
	shape_put_one(s, WORD_WEIGHTED, i);
	shape_put_one(s, WORD_LP, i + 1);
	shape_items(s, i + 2, end, true);
	shape_put_one(s, WORD_RP, end);
	shape_product(s, end + 1, e);
	return true;
}

static bool shape_sample(struct shaper *s, size_t i, size_t e)
{
	size_t every = i + 1;
	while (every < e && s->w[every].kind != WORD_EVERY)
		every++;
	if (!is(s, i + 1, e, WORD_NUMBER) || every == e)
		return false;
	size_t end = every;
	while (end > i + 2 && (shape_blank(s, end - 1) || s->w[end - 1].kind == WORD_COLON))
		end--;
	shape_put_one(s, WORD_SAMPLE, i);
	shape_put_one(s, WORD_NUMBER, i + 1);
	shape_put_name(s, i + 2, end);
	shape_put_all(s, WORD_COLON, i, i + 1);
	return shape_every(s, every, every + 1, e);
}

static bool shape_marks(struct shaper *s, size_t i, size_t e)
{
	shape_put_one(s, WORD_MARKS, i);
	shape_put_all(s, WORD_COLON, i, i + 1);
	s->list = WORD_MARKS;
	shape_put_name(s, i + 1 + is(s, i + 1, e, WORD_COLON), e);
	return true;
}

/* "01 cuộc họp được 0,25 điểm" */
static bool shape_one(struct shaper *s, size_t i, size_t e)
{
	bool plain = shape_find(s, i, e, WORD_COLON) == e && shape_find_times(s, i, e) == e && shape_find(s, i, e, WORD_UP) == e;
	return plain && is(s, i + 1, e, RAW_WORD) && !exact_cmp(exact_of(s->w[i].number), exact_int(1)) && shape_every(s, i, i, e);
}

bool shape_own(struct shaper *s, size_t i, size_t e)
{
	switch (s->w[i].kind) {
	case WORD_NONE: return shape_none(s, i, e);
	case WORD_CHECKLIST: case WORD_SURVEY: return shape_list(s, i, e);
	case WORD_MARKS: return shape_marks(s, i, e);
	case WORD_CONDITIONS: return shape_conditions(s, i, e);
	case WORD_WEIGHTED: return shape_weighted(s, i, e);
	case WORD_DERIVED: return shape_derived(s, i, e);
	case WORD_SAMPLE: return shape_sample(s, i, e);
	case WORD_BEST: return shape_best(s, i, e);
	case WORD_EVERY: return shape_every(s, i, i + 1, e);
	case WORD_LOSES: case WORD_GETS: return shape_price(s, i, e, i, i);
	case WORD_HAND: shape_hand(s, i, e); return true;
	case WORD_FORMULA:
		if (!is(s, i + 1, e, WORD_COLON))
			return false;
		shape_put_one(s, WORD_FORMULA, i);
		shape_put_one(s, WORD_COLON, i + 1);
		shape_formula(s, i + 2, e);
		return true;
	case WORD_LACKING:
		if (!is(s, i + 1, e, WORD_COLON) && !is(s, i + 1, e, RAW_THEN))
			return false;
		shape_put_one(s, WORD_LACKING, i);
		shape_put_all(s, WORD_COLON, i, i + 1);
		shape_value(s, i + 2, e);
		return true;
	case WORD_NUMBER: return shape_one(s, i, e);
	default:
		return false;
	}
}
