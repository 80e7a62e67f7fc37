#include "core/rule_shape.h"

bool shape_value_begins(const struct shaper *s, size_t i, size_t e)
{
	if (i >= e)
		return false;
	switch (s->w[i].kind) {
	case WORD_NUMBER: case WORD_PERCENT: case WORD_FRACTION: case WORD_MAX: case WORD_RATE: case WORD_BYFORMULA: case WORD_GETS:
	case WORD_EXCLUDE: case WORD_LOSES: case WORD_POINT: case RAW_TOTAL: case RAW_IS: case RAW_THEN: case WORD_EQUAL: case RAW_NOTHING:
		return true;
	case WORD_DASH:
		return is_number(s, i + 1, e);
	default:
		return false;
	}
}

/* "điểm đánh giá là 0", "được tính 1 điểm", "số điểm đạt được là …": where the value itself begins. */
size_t shape_value_at(const struct shaper *s, size_t i, size_t e)
{
	size_t value = i;
	if (is(s, i, e, WORD_POINT) || is(s, i, e, RAW_TOTAL))
		for (size_t k = i + 1; k < e && (s->w[k].kind == RAW_WORD || s->w[k].kind == WORD_EQUAL || s->w[k].kind == WORD_GETS ||
		                                 s->w[k].kind == RAW_IS || s->w[k].kind == RAW_EQUALS);)
			if (shape_value_begins(s, ++k, e))
				value = k;
	while (value < e && (s->w[value].kind == WORD_GETS || s->w[value].kind == RAW_IS || s->w[value].kind == RAW_THEN ||
	                     (s->w[value].kind == WORD_EQUAL && value + 1 < e)))
		value++;
	if (is(s, value, e, WORD_BYFORMULA) && (is(s, value + 1, e, WORD_RATE) || is(s, value + 1, e, WORD_COLON)))
		value += 1 + is(s, value + 1, e, WORD_COLON);
	return value;
}

/* The kind of the word i of the product [b, e): signs, figures and words of the language at their places; NAME: part of a name. */
static int product_kind(const struct shaper *s, size_t b, size_t i, size_t e)
{
	bool first = i == b || shape_times(s, i - 1, e), last = i + 1 == e || shape_times(s, i + 1, e);
	int k = s->w[i].kind, before = i > b ? s->w[i - 1].kind : 0;
	bool good = false;
	if (shape_times(s, i, e))
		return WORD_TIMES;
	if (k == WORD_RATE || k == WORD_IMPORTED)
		good = first;
	else if (k == WORD_MAX || k == WORD_GROUP || k == WORD_BYSURVEY)
		good = last;
	else if (k == WORD_NUMBER || k == WORD_PERCENT)
		good = first ? last || is(s, i + 1, e, WORD_POINT) : last && (before == WORD_SLASH || before == WORD_TARGET);
	else if (k == WORD_POINT)
		good = last && before == WORD_NUMBER && (i == b + 1 || shape_times(s, i - 2, e));
	else if (k == WORD_SLASH || k == WORD_TARGET)
		good = is_number(s, i + 1, e) && shape_times(s, i + 2, e);
	return good ? k : WORD_NAME;
}

/* "tỷ lệ A trừ tỷ lệ B": told together with the word for a rate before it, which is of the first operand. */
static void rate_name(struct shaper *s, size_t b, size_t i, size_t e)
{
	size_t from = i > b && s->w[i - 1].kind == WORD_RATE ? i - 1 : i;
	if (i < e && shape_rate_name(s, from, e))
		shape_put_name(s, i, e);
}

void shape_product(struct shaper *s, size_t i, size_t e)
{
	size_t name = i, b = i;
	for (size_t depth = 0; i < e; i++) {
		depth = shape_depth(s, i, depth);
		int k = depth || s->w[i].kind == WORD_RP ? WORD_NAME : product_kind(s, b, i, e);
		if (k == WORD_NAME)
			continue;
		rate_name(s, b, name, i);
		shape_put_one(s, k, i);
		name = i + 1;
	}
	rate_name(s, b, name, e);
}

/* "0,5 điểm", "50% của số điểm tối đa", "½ số điểm", and nothing behind it: told here, for the grammar may settle the rule first. */
static void shape_amount(struct shaper *s, size_t i, size_t e)
{
	for (bool open = true; open && i < e; i++) {
		int k = shape_times(s, i, e) ? WORD_TIMES : s->w[i].kind == RAW_TOTAL ? WORD_POINT : s->w[i].kind;
		bool ends = k == WORD_POINT || k == WORD_MAX || k == WORD_BYFORMULA || k == WORD_EXCLUDE;
		if (k == RAW_OF || (k == WORD_POINT && is(s, i + 1, e, WORD_MAX)))
			continue;
		if (!ends && k != WORD_NUMBER && k != WORD_PERCENT && k != WORD_FRACTION && k != WORD_TIMES)
			break;
		shape_put_one(s, k, i);
		open = !ends;
	}
	if (i < e)
		rule_unexpected(s->r, &(struct word){ .kind = WORD_NAME, .from = s->w[i].from, .to = s->w[e - 1].to });
}

void shape_value(struct shaper *s, size_t i, size_t e)
{
	i = shape_value_at(s, i, e);
	if (i >= e) {
		size_t at = i ? s->w[i - 1].from : 0;
		rule_fault(s->r, at, i ? s->w[i - 1].to : 0, "Thiếu số điểm.");
		rule_hint(s->r, "Ghi số điểm, ví dụ “0,5 điểm” hoặc “điểm tối đa”.");
		return;
	}
	if (is(s, i, e, RAW_NOTHING)) {
		shape_put(s, (struct word){ .kind = WORD_NUMBER, .from = s->w[i].from, .to = s->w[i].to, .number = figure_make(0, 0) });
		shape_put_name(s, i + 1, e);
		return;
	}
	if (is(s, i, e, WORD_DASH) && is_number(s, i + 1, e)) {
		rule_fault(s->r, s->w[i].from, s->w[i + 1].to, "Điểm của một mức không thể âm.");
		rule_hint(s->r, "Muốn trừ điểm, viết “Mỗi … trừ … điểm”.");
		return;
	}
	if (shape_find_times(s, i, e) < e && !(is(s, i, e, WORD_PERCENT) && shape_times(s, i + 1, e))) {
		shape_product(s, i, e);
		return;
	}
	shape_amount(s, i, e);
}

/* -- items ---------------------------------------------------------------------------------------------- */

/* "có báo cáo 0,5 điểm", "có báo cáo" */
void shape_item(struct shaper *s, size_t i, size_t e)
{
	size_t amount = e;
	if (e > i && (is_number(s, e - 1, e) || is(s, e - 1, e, WORD_POINT) || is(s, e - 1, e, WORD_MAX))) {
		amount = e - 1;
		if (!is_number(s, amount, e))
			amount = amount > i && (is_number(s, amount - 1, e)) ? amount - 1 : e;
	}
	size_t end = amount;
	while (end > i && (s->w[end - 1].kind == WORD_COLON || s->w[end - 1].kind == RAW_EQUALS || s->w[end - 1].kind == WORD_DASH ||
	                   s->w[end - 1].kind == WORD_GETS) && amount < e)
		end--;
	if (!shape_plain_name(s, i, end, NAME_ITEM))
		return;
	shape_put_name(s, i, end);
	for (; amount < e; amount++)
		shape_put_one(s, s->w[amount].kind, amount);
}

/* "có báo cáo: 10% điểm tối đa" */
void shape_check(struct shaper *s, size_t i, size_t e)
{
	size_t colon = shape_find(s, i, e, WORD_COLON);
	for (size_t k = colon; k < e; k = shape_find(s, k + 1, e, WORD_COLON))
		colon = k;
	if (colon == e || !shape_value_begins(s, colon + 1, e)) {
		shape_item(s, i, e);
		return;
	}
	if (!shape_plain_name(s, i, colon, NAME_ITEM))
		return;
	shape_put_name(s, i, colon);
	shape_put_all(s, WORD_COLON, i, colon);
	shape_value(s, colon + 1, e);
}

/* Items between i and e, parted by semicolons. */
void shape_items(struct shaper *s, size_t i, size_t e, bool amounts)
{
	while (i < e) {
		size_t end = shape_find(s, i, e, WORD_SEMI);
		if (amounts)
			shape_item(s, i, end);
		else if (shape_plain_name(s, i, end, NAME_ITEM))
			shape_put_name(s, i, end);
		if (end < e)
			shape_put_one(s, WORD_SEMI, end);
		i = end + 1;
	}
}
