#include "core/rule_shape.h"
#include "base/fold.h"

/* -- words ---------------------------------------------------------------------------------------------- */

bool shape_says(const struct shaper *s, size_t i, size_t e, const char *folded)
{
	return i < e && str_eq(fold_plain(s->r->a, rule_src(s->r, s->w[i].from, s->w[i].to)), str_c(folded));
}

void shape_put(struct shaper *s, struct word w)
{
	if (!s->r->failed)
		rule_grammar(s->parser, w.kind, w);
}

/* All words [i, e) as one of that kind. */
void shape_put_all(struct shaper *s, int kind, size_t i, size_t e)
{
	size_t at = i < e ? s->w[i].from : s->r->text.n;
	shape_put(s, (struct word){ .kind = kind, .from = at, .to = i < e ? s->w[e - 1].to : at });
}

void shape_put_one(struct shaper *s, int kind, size_t i)
{
	struct word w = s->w[i];
	w.kind = kind;
	shape_put(s, w);
}

bool shape_blank(const struct shaper *s, size_t i)
{
	int k = s->w[i].kind;
	return k == RAW_COMMA || k == RAW_LINE || k == RAW_DOT;
}

void shape_put_name(struct shaper *s, size_t i, size_t e)
{
	while (i < e && shape_blank(s, i))
		i++;
	while (i < e && shape_blank(s, e - 1))
		e--;
	if (i >= e)
		return;
	shape_put(s, (struct word){ .kind = WORD_NAME, .from = s->w[i].from, .to = s->w[e - 1].to,
	                      .text = rule_clean(s->r->a, rule_src(s->r, s->w[i].from, s->w[e - 1].to)) });
}

size_t shape_depth(const struct shaper *s, size_t i, size_t depth)
{
	int k = s->w[i].kind;
	return k == WORD_LP || k == WORD_LB ? depth + 1 : (k == WORD_RP || k == WORD_RB) && depth ? depth - 1 : depth;
}

/* The first word of that kind in [i, e) outside of brackets; e: none. */
size_t shape_find(const struct shaper *s, size_t i, size_t e, int kind)
{
	for (size_t depth = 0; i < e; i++) {
		if (!depth && s->w[i].kind == kind)
			return i;
		depth = shape_depth(s, i, depth);
	}
	return e;
}

/* The bracket that closes the one at i; e: none. */
size_t shape_closing(const struct shaper *s, size_t i, size_t e)
{
	for (size_t depth = 0; i < e; i++)
		if (!(depth = shape_depth(s, i, depth)))
			return i;
	return e;
}

/* "×", or a word for it where a product can stand. */
bool shape_times(const struct shaper *s, size_t i, size_t e)
{
	if (is(s, i, e, WORD_TIMES))
		return true;
	if (!is(s, i, e, RAW_X) || i + 1 >= e)
		return false;
	int k = s->w[i + 1].kind;
	return k == WORD_MAX || k == WORD_NUMBER || k == WORD_RATE || k == WORD_LP || k == WORD_IMPORTED || k == RAW_OF;
}

size_t shape_find_times(const struct shaper *s, size_t i, size_t e)
{
	for (size_t depth = 0; i < e; i++) {
		if (!depth && shape_times(s, i, e))
			return i;
		depth = shape_depth(s, i, depth);
	}
	return e;
}

/* -- the clauses ----------------------------------------------------------------------------------------- */

/* What is behind the dash is points, up to the end, and nothing else: "Kịp thời - 1 điểm". */
static bool dash_divides(const struct shaper *s, size_t i, size_t e)
{
	if (!s->w[i].spaced || i + 1 >= e || !s->w[i + 1].spaced)
		return false;
	i++;
	if (is(s, i, e, WORD_NUMBER))
		return i + 1 == e ? !is_number(s, i - 2, e) : is(s, i + 1, e, WORD_POINT) && i + 2 == e;
	if (is(s, i, e, WORD_PERCENT))
		return i + 2 == e && (s->w[i + 1].kind == WORD_MAX || s->w[i + 1].kind == WORD_POINT || s->w[i + 1].kind == RAW_TOTAL);
	return is(s, i, e, WORD_MAX) && i + 1 == e;
}

/* The sign or word between a label and what it gives; e: none. */
size_t shape_divider(const struct shaper *s, size_t i, size_t e)
{
	static const int words[] = { RAW_THEN, RAW_EQUALS, WORD_GETS, RAW_IS };
	size_t first = shape_find(s, i, e, WORD_COLON);
	for (size_t k = first; k < e; k = shape_find(s, k + 1, e, WORD_COLON))
		if (shape_value_begins(s, k + 1, e))
			return k;
	if (first < e)
		return first;
	for (size_t w = 0; w < COUNT(words); w++)
		for (size_t k = shape_find(s, i + 1, e, words[w]); k < e; k = shape_find(s, k + 1, e, words[w]))
			if (shape_value_begins(s, k + 1, e))
				return k;
	for (size_t k = shape_find(s, i + 1, e, WORD_DASH); k < e; k = shape_find(s, k + 1, e, WORD_DASH))
		if (dash_divides(s, k, e))
			return k;
	/* "từ 90% trở lên đạt 1 điểm", "dưới 80% không có điểm" */
	if (e > i + 3 && is(s, e - 1, e, WORD_POINT) && is(s, e - 2, e, WORD_NUMBER) && is(s, e - 3, e, WORD_EQUAL))
		return e - 3;
	return e > i + 1 && is(s, e - 1, e, RAW_NOTHING) ? e - 2 : e;
}

/* "Điểm = tỷ lệ … × điểm tối đa": where the product begins. */
static size_t behind_equals(const struct shaper *s, size_t i, size_t e)
{
	size_t equals = shape_find(s, i, e, RAW_EQUALS);
	bool about_points = is(s, i, e, WORD_POINT) || is(s, i, e, RAW_TOTAL);
	return about_points && equals < e && equals - i < 5 && shape_find_times(s, equals, e) < e ? equals + 1 : i;
}

/* "Điểm đánh giá: tỷ lệ … × điểm tối đa" */
static bool says_nothing(const struct shaper *s, size_t i, size_t e)
{
	static const char *const labels[] = { "diem", "diem danh gia", "diem so", "cach tinh", "cach tinh diem", "tinh theo cong thuc",
		                              "cong thuc tinh", "tinh diem", "tinh diem theo cong thuc" };
	str label = i < e ? fold_plain(s->r->a, rule_src(s->r, s->w[i].from, s->w[e - 1].to)) : (str){ 0 };
	for (size_t k = 0; k < COUNT(labels); k++)
		if (str_eq(label, str_c(labels[k])))
			return true;
	return false;
}

/* "Kịp thời (1 điểm)": where the bracket opens; e: none. */
static size_t points_in_brackets(const struct shaper *s, size_t i, size_t e)
{
	if (!is(s, e - 1, e, WORD_RP))
		return e;
	if (e > i + 4 && is(s, e - 2, e, WORD_POINT) && is(s, e - 3, e, WORD_NUMBER) && is(s, e - 4, e, WORD_LP))
		return e - 4;
	return e > i + 3 && is(s, e - 2, e, WORD_MAX) && is(s, e - 3, e, WORD_LP) ? e - 3 : e;
}

/* "1 điểm nếu từ 90% trở lên": where "nếu" stands; e: none. */
static size_t points_first(const struct shaper *s, size_t i, size_t e)
{
	size_t k = is(s, i, e, WORD_MAX) ? i + 1 : is(s, i, e, WORD_NUMBER) && is(s, i + 1, e, WORD_POINT) ? i + 2 : e;
	return is(s, k, e, RAW_IF) && k + 1 < e ? k : e;
}

static void shape_clause(struct shaper *s, size_t i, size_t e)
{
	if (s->list) {
		if (is(s, i, e, WORD_NONE) && shape_none(s, i, e))
			return;
		if (s->list == WORD_CHECKLIST)
			shape_check(s, i, e);
		else if (s->list == WORD_SURVEY)
			shape_item(s, i, e);
		else if (shape_find(s, i, e, WORD_COLON) < e || shape_find_times(s, i, e) < e)         /* no name of an assessor */
			rule_unexpected(s->r, &(struct word){ .kind = WORD_NAME, .from = s->w[i].from, .to = s->w[e - 1].to });
		else
			shape_put_name(s, i, e);
		return;
	}
	if ((e = shape_cap(s, i, e)) == i || s->r->failed)
		return;
	size_t bracket = points_in_brackets(s, i, e);
	if (bracket < e && shape_divider(s, i, bracket) == bracket) {
		shape_label(s, i, bracket);
		shape_value(s, bracket + 1, e - 1);
		return;
	}
	size_t if_at = points_first(s, i, e);
	if (if_at < e) {
		shape_label(s, if_at + 1, e);
		shape_value(s, i, if_at);
		return;
	}
	if (shape_own(s, i, e) || s->r->failed)
		return;
	size_t product = behind_equals(s, i, e), at = shape_divider(s, i, e);
	if (product > i || (at == e && shape_find_times(s, i, e) < e)) {
		if (is(s, product, e, WORD_BYFORMULA))
			product++;
		shape_product(s, product, e);
		return;
	}
	if (at < e && says_nothing(s, i, at) && shape_find_times(s, at, e) < e) {
		shape_product(s, shape_value_at(s, at + 1, e), e);
		return;
	}
	if (at < e && is(s, at + 1, e, WORD_LOSES) && shape_price(s, at + 1, e, i, at))
		return;
	if (at < e) {
		bool nothing = is(s, e - 1, e, RAW_NOTHING) && at + 2 == e && s->w[at].kind != WORD_COLON;
		size_t end = at + nothing;
		while (end > i + 1 && s->w[end - 1].kind == RAW_THEN)                /* "dưới 80% thì không có điểm" */
			end--;
		shape_label(s, i, end);
		shape_value(s, at + (s->w[at].kind != WORD_GETS), e);
		return;
	}
	shape_item(s, i, e);
}

/* Bullets and "nếu" at the head of a clause say nothing; so do dots at its end. */
static size_t clause_begins(const struct shaper *s, size_t i, size_t e)
{
	for (; i < e; i++) {
		int k = s->w[i].kind;
		bool item_mark = is(s, i + 1, e, WORD_RP) && s->w[i].to - s->w[i].from <= 2;
		if (item_mark)
			i++;
		else if (is(s, i + 1, e, WORD_EVERY) && shape_says(s, i, e, "va"))
			continue;
		else if (!shape_blank(s, i) && k != WORD_DASH && k != WORD_PLUS && k != RAW_MARK && k != WORD_TIMES && k != RAW_IF &&
		         k != WORD_RP)
			break;
	}
	return i;
}

/* A new line ends a clause, but not behind a sign that wants more, and not before one. */
static bool line_goes_on(const struct shaper *s, size_t i, size_t b, size_t e)
{
	int before = i > b ? s->w[i - 1].kind : 0, after = i + 1 < e ? s->w[i + 1].kind : 0;
	return before == WORD_COLON || before == RAW_COMMA || before == WORD_TIMES || before == WORD_OR || after == WORD_COLON ||
	       after == WORD_UP || after == WORD_OR || after == WORD_LB;
}

/* "…: 2 điểm, từ 80% đến dưới 90%: 1 điểm", "mỗi … trừ 0,5 điểm và mỗi … trừ 1 điểm": points end before the word i, and what follows is a
 * clause of its own. b: where this one began. */
static bool parts_clauses(const struct shaper *s, size_t b, size_t i, size_t e)
{
	bool sign = s->w[i].kind == RAW_COMMA || s->w[i].kind == RAW_DOT, and = shape_says(s, i, e, "va");
	if (i < b + 2 || (!sign && !and))
		return false;
	int before = s->w[i - 1].kind;
	size_t next = i + 1 + (sign && shape_says(s, i + 1, e, "va")), end = next;
	bool bare = before == WORD_NUMBER && s->w[i - 2].kind == WORD_COLON;
	if (before != WORD_POINT && before != WORD_MAX && before != RAW_NOTHING && !bare)
		return false;
	if (is(s, next, e, WORD_EVERY))
		return is(s, b, e, WORD_EVERY);
	while (end < e && s->w[end].kind != WORD_SEMI && s->w[end].kind != RAW_LINE)
		end++;
	size_t colon = shape_find(s, next, end, WORD_COLON);
	bool said = shape_divider(s, b, i) < i || shape_find_times(s, b, i) < i;
	bool bound = next < end && s->w[next].kind >= WORD_FROM && s->w[next].kind <= WORD_EQUAL && shape_divider(s, next, end) < end;
	return sign && said && (bound || (colon < end && shape_value_begins(s, colon + 1, end)));
}

static size_t clause_ends(const struct shaper *s, size_t i, size_t e)
{
	size_t depth = 0, b = i;
	bool codes = is(s, i, e, WORD_DERIVED);
	for (; i < e; i++) {
		codes &= !shape_times(s, i, e);
		bool line = s->w[i].kind == RAW_LINE && !line_goes_on(s, i, b, e);
		if (!depth && ((s->w[i].kind == WORD_SEMI && !codes) || line || parts_clauses(s, b, i, e)))
			return i;
		depth = shape_depth(s, i, depth);
	}
	return e;
}

void shape_text(struct shaper *s, size_t i, size_t e)
{
	bool first = true;
	int list = s->list;
	s->list = 0;
	if ((is(s, i, e, WORD_BONUS) || is(s, i, e, WORD_PENALTY)) && is(s, i + 1, e, WORD_COLON)) {
		shape_put_one(s, s->w[i].kind, i);
		shape_put_one(s, WORD_COLON, i + 1);
		i += 2;
	}
	while (i < e && !s->r->failed) {
		i = clause_begins(s, i, e);
		size_t next = clause_ends(s, i, e), end = next;
		while (end > i && (shape_blank(s, end - 1) || s->w[end - 1].kind == WORD_SEMI))
			end--;
		if (end > i) {
			if (++s->r->clauses > RULE_CLAUSES_MAX) {
				rule_fault(s->r, s->w[i].from, s->w[end - 1].to, "Cách tính điểm có hơn %d mức.", RULE_CLAUSES_MAX);
				rule_hint(s->r, "Tách thành nhiều tiêu chí thành phần.");
				return;
			}
			if (!first)
				shape_put_all(s, WORD_SEMI, i, i + 1);
			first = false;
			shape_clause(s, i, end);
		}
		i = next + 1;
	}
	s->list = list;
}
