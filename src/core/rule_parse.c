#include "core/rule_words.h"
#include "core/rule_grammar.h"
#include "base/fold.h"
#include <stdarg.h>
#include <stdio.h>

void *rule_grammar_open(struct reading *r);
void  rule_grammar(void *parser, int kind, struct word w);

/* -- faults -------------------------------------------------------------------------------------------- */

bool rule_fault(struct reading *r, size_t from, size_t to, const char *fmt, ...)
{
	va_list ap;
	char message[sizeof r->err->message];
	if (r->failed)
		return false;
	va_start(ap, fmt);
	vsnprintf(message, sizeof message, fmt, ap);
	va_end(ap);
	r->failed = true;
	*r->where = (struct fault){ from, to > from ? to : from };
	r->hinted = false;
	return fail(r->err, ERR_INPUT, "%s", message);
}

bool rule_hint(struct reading *r, const char *fmt, ...)
{
	va_list ap;
	char hint[sizeof r->err->hint];
	if (!r->failed || r->hinted)
		return false;
	va_start(ap, fmt);
	vsnprintf(hint, sizeof hint, fmt, ap);
	va_end(ap);
	r->hinted = true;
	return err_hint(r->err, "%s", hint);
}

str rule_src(const struct reading *r, size_t from, size_t to) { return str_sub(r->text, from, to); }

/* -- the shape of clauses: what is a name becomes one word ---------------------------------------------- */

/* w: the words as rule_lex gave them. list: the clauses that follow are items of a checklist, answers of a survey, or assessors. */
struct shaper { struct reading *r; struct word *w; void *parser; int list; };

static bool is(const struct shaper *s, size_t i, size_t e, int kind) { return i < e && s->w[i].kind == kind; }
static bool is_number(const struct shaper *s, size_t i, size_t e) { return is(s, i, e, WORD_NUMBER) || is(s, i, e, WORD_PERCENT); }

static bool says(const struct shaper *s, size_t i, size_t e, const char *folded)
{
	return i < e && str_eq(fold_plain(s->r->a, rule_src(s->r, s->w[i].from, s->w[i].to)), str_c(folded));
}

static void put(struct shaper *s, struct word w)
{
	if (!s->r->failed)
		rule_grammar(s->parser, w.kind, w);
}

/* All words [i, e) as one of that kind. */
static void put_all(struct shaper *s, int kind, size_t i, size_t e)
{
	size_t at = i < e ? s->w[i].from : s->r->text.n;
	put(s, (struct word){ .kind = kind, .from = at, .to = i < e ? s->w[e - 1].to : at });
}

static void put_one(struct shaper *s, int kind, size_t i)
{
	struct word w = s->w[i];
	w.kind = kind;
	put(s, w);
}

/* White space collapsed; "…" means nothing. */
str rule_clean(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	bool space = false;
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);
		if (c == 0x2026 || fold_char(c) == ' ') {
			space = true;
			continue;
		}
		if (space && b.n)
			buf_put(&b, S(" "));
		space = false;
		buf_put(&b, str_sub(s, from, at));
	}
	return buf_str(&b);
}

static bool is_blank(const struct shaper *s, size_t i)
{
	int k = s->w[i].kind;
	return k == RAW_COMMA || k == RAW_LINE || k == RAW_DOT;
}

static void put_name(struct shaper *s, size_t i, size_t e)
{
	while (i < e && is_blank(s, i))
		i++;
	while (i < e && is_blank(s, e - 1))
		e--;
	if (i >= e)
		return;
	put(s, (struct word){ .kind = WORD_NAME, .from = s->w[i].from, .to = s->w[e - 1].to,
	                      .text = rule_clean(s->r->a, rule_src(s->r, s->w[i].from, s->w[e - 1].to)) });
}

static size_t depth_step(const struct shaper *s, size_t i, size_t depth)
{
	int k = s->w[i].kind;
	return k == WORD_LP || k == WORD_LB ? depth + 1 : (k == WORD_RP || k == WORD_RB) && depth ? depth - 1 : depth;
}

/* The first word of that kind in [i, e) outside of brackets; e: none. */
static size_t find(const struct shaper *s, size_t i, size_t e, int kind)
{
	for (size_t depth = 0; i < e; i++) {
		if (!depth && s->w[i].kind == kind)
			return i;
		depth = depth_step(s, i, depth);
	}
	return e;
}

/* The bracket that closes the one at i; e: none. */
static size_t closing(const struct shaper *s, size_t i, size_t e)
{
	for (size_t depth = 0; i < e; i++)
		if (!(depth = depth_step(s, i, depth)))
			return i;
	return e;
}

/* "×", or a word for it where a product can stand. */
static bool is_times(const struct shaper *s, size_t i, size_t e)
{
	if (is(s, i, e, WORD_TIMES))
		return true;
	if (!is(s, i, e, RAW_X) || i + 1 >= e)
		return false;
	int k = s->w[i + 1].kind;
	return k == WORD_MAX || k == WORD_NUMBER || k == WORD_RATE || k == WORD_LP || k == WORD_IMPORTED || k == RAW_OF;
}

static size_t find_times(const struct shaper *s, size_t i, size_t e)
{
	for (size_t depth = 0; i < e; i++) {
		if (!depth && is_times(s, i, e))
			return i;
		depth = depth_step(s, i, depth);
	}
	return e;
}

/* -- a label: bounds with words around them, or words -------------------------------------------------- */

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
	default:
		return WORD_NAME;
	}
}

/* Whether the grammar reads a label of these kinds as a bound; anything else is words. Names: at most one before, one behind each number,
 * one at the end. */
static bool is_range(const int *k, size_t n)
{
	size_t i = 0, numbers = 0, names = 0;
	bool up = false, operator= true;
	if (i < n && k[i] == WORD_NAME)
		i++;
	for (; i < n; i++) {
		if (k[i] == WORD_NUMBER || k[i] == WORD_PERCENT) {
			if (!operator || up || ++numbers > 2)
				return false;
			operator= false;
			names = 0;
		} else if (k[i] == WORD_NAME) {
			if ((operator && numbers != 1) || ++names > 1)
				return false;
		} else if (k[i] == WORD_UP || k[i] == WORD_DOWN) {
			if (numbers != 1 || up || operator)
				return false;
			up = true;
			names = 0;
		} else {
			operator= true;
		}
	}
	return numbers && !operator;
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

static void shape_label(struct shaper *s, size_t i, size_t e)
{
	int kinds[LABEL_WORDS];
	size_t n, first = i;
	if (i < e && s->w[i].kind == WORD_REST && i + 1 == e) {
		put_one(s, WORD_REST, i);
	} else if (!label_shape(s, i, e, kinds, &n)) {
		if (n && is_operator(kinds[0])) {
			rule_fault(s->r, s->w[i].from, s->w[e - 1].to, "Không đọc được khoảng “%.*s”.", SF(rule_src(s->r, s->w[i].from, s->w[e - 1].to)));
			rule_hint(s->r, "Viết ví dụ “từ 80%% đến dưới 90%%”, “từ 2 văn bản trở lên”, “dưới 80%%”.");
		}
		put_name(s, i, e);
	} else {
		for (size_t name = i; i <= e; i++) {
			int k = i < e ? label_kind(s, first, i, e) : -1;
			if (k == WORD_NAME)
				continue;
			put_name(s, name, i);
			if (k > 0)
				put_one(s, k, i);
			name = i + 1;
		}
	}
	put_all(s, WORD_COLON, first, e);
}

/* -- what it gives, and products ------------------------------------------------------------------------ */

static bool value_begins(const struct shaper *s, size_t i, size_t e)
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
static size_t value_at(const struct shaper *s, size_t i, size_t e)
{
	size_t value = i;
	if (is(s, i, e, WORD_POINT) || is(s, i, e, RAW_TOTAL))
		for (size_t k = i + 1; k < e && (s->w[k].kind == RAW_WORD || s->w[k].kind == WORD_EQUAL || s->w[k].kind == WORD_GETS ||
		                                 s->w[k].kind == RAW_IS || s->w[k].kind == RAW_EQUALS);)
			if (value_begins(s, ++k, e))
				value = k;
	while (value < e && (s->w[value].kind == WORD_GETS || s->w[value].kind == RAW_IS || s->w[value].kind == RAW_THEN ||
	                     (s->w[value].kind == WORD_EQUAL && value + 1 < e)))
		value++;
	if (is(s, value, e, WORD_BYFORMULA) && (is(s, value + 1, e, WORD_RATE) || is(s, value + 1, e, WORD_COLON)))
		value += 1 + is(s, value + 1, e, WORD_COLON);
	return value;
}

/* Words of a product between its signs; names are what is left. */
static void shape_product(struct shaper *s, size_t i, size_t e)
{
	size_t name = i, first = i;
	for (size_t depth = 0; i <= e; i++) {
		int k = -1;
		bool edge = i == first || (i > first && is_times(s, i - 1, e));
		if (i < e) {
			depth = depth_step(s, i, depth);
			k = depth || s->w[i].kind == WORD_RP ? WORD_NAME : is_times(s, i, e) ? WORD_TIMES : s->w[i].kind;
			bool last = i + 1 == e || is_times(s, i + 1, e);
			if (k == WORD_RATE || k == WORD_IMPORTED)
				k = edge ? k : WORD_NAME;
			else if (k == WORD_MAX || k == WORD_GROUP || k == WORD_BYSURVEY)
				k = last ? k : WORD_NAME;
			else if (k == WORD_NUMBER || k == WORD_PERCENT)
				k = (edge && (last || is(s, i + 1, e, WORD_POINT))) ||
				            (last && i > first && (s->w[i - 1].kind == WORD_SLASH || s->w[i - 1].kind == WORD_TARGET))
				        ? k
				        : WORD_NAME;
			else if (k == WORD_POINT)
				k = last && i > first + 0 && s->w[i - 1].kind == WORD_NUMBER && (i == first + 1 || is_times(s, i - 2, e)) ? k : WORD_NAME;
			else if (k == WORD_SLASH || k == WORD_TARGET)
				k = is_number(s, i + 1, e) && is_times(s, i + 2, e) ? k : WORD_NAME;
			else if (k != WORD_TIMES)
				k = WORD_NAME;
		}
		if (k == WORD_NAME)
			continue;
		put_name(s, name, i);
		if (k > 0)
			put_one(s, k, i);
		name = i + 1;
	}
}

static void shape_value(struct shaper *s, size_t i, size_t e)
{
	i = value_at(s, i, e);
	if (i >= e) {
		size_t at = i ? s->w[i - 1].from : 0;
		rule_fault(s->r, at, i ? s->w[i - 1].to : 0, "Thiếu số điểm.");
		rule_hint(s->r, "Ghi số điểm, ví dụ “0,5 điểm” hoặc “điểm tối đa”.");
		return;
	}
	if (is(s, i, e, RAW_NOTHING)) {
		put(s, (struct word){ .kind = WORD_NUMBER, .from = s->w[i].from, .to = s->w[i].to, .number = figure_make(0, 0) });
		put_name(s, i + 1, e);
		return;
	}
	if (is(s, i, e, WORD_DASH) && is_number(s, i + 1, e)) {
		rule_fault(s->r, s->w[i].from, s->w[i + 1].to, "Điểm của một mức không thể âm.");
		rule_hint(s->r, "Muốn trừ điểm, viết “Mỗi … trừ … điểm”.");
		return;
	}
	if (find_times(s, i, e) < e && !(is(s, i, e, WORD_PERCENT) && is_times(s, i + 1, e))) {
		shape_product(s, i, e);
		return;
	}
	size_t name = i;
	for (bool open = true; i <= e; i++) {
		int k = i < e ? s->w[i].kind : -1;
		if (open && i < e) {
			k = is_times(s, i, e) ? WORD_TIMES : k == RAW_TOTAL ? WORD_POINT : k;
			if (k == RAW_OF || (k == WORD_POINT && is(s, i + 1, e, WORD_MAX))) {
				name = i + 1;
				continue;
			}
			open = k == WORD_NUMBER || k == WORD_PERCENT || k == WORD_FRACTION || k == WORD_TIMES;
			if (k == WORD_NUMBER || k == WORD_PERCENT || k == WORD_FRACTION || k == WORD_TIMES || k == WORD_POINT || k == WORD_MAX ||
			    k == WORD_BYFORMULA || k == WORD_EXCLUDE) {
				put_name(s, name, i);
				put_one(s, k, i);
				name = i + 1;
				continue;
			}
		}
		if (i == e)
			put_name(s, name, i);
	}
}

/* -- clauses that begin with a word of their own --------------------------------------------------------- */

static void shape_text(struct shaper *s, size_t i, size_t e);

/* "có báo cáo 0,5 điểm", "có báo cáo" */
static void shape_item(struct shaper *s, size_t i, size_t e)
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
	put_name(s, i, end);
	for (; amount < e; amount++)
		put_one(s, s->w[amount].kind, amount);
}

/* "có báo cáo: 10% điểm tối đa" */
static void shape_check(struct shaper *s, size_t i, size_t e)
{
	size_t colon = find(s, i, e, WORD_COLON);
	for (size_t k = colon; k < e; k = find(s, k + 1, e, WORD_COLON))
		colon = k;
	if (colon == e || !value_begins(s, colon + 1, e)) {
		shape_item(s, i, e);
		return;
	}
	put_name(s, i, colon);
	put_all(s, WORD_COLON, i, colon);
	shape_value(s, colon + 1, e);
}

/* Items between i and e, parted by semicolons. */
static void shape_items(struct shaper *s, size_t i, size_t e, bool amounts)
{
	while (i < e) {
		size_t end = find(s, i, e, WORD_SEMI);
		if (amounts)
			shape_item(s, i, end);
		else
			put_name(s, i, end);
		if (end < e)
			put_one(s, WORD_SEMI, end);
		i = end + 1;
	}
}

/* "mỗi văn bản chậm trừ 0,25 điểm": the last word for gaining or losing before a figure. A number of them is not read, but "01". */
static bool shape_every(struct shaper *s, size_t i, size_t name, size_t e)
{
	size_t at = e;
	for (size_t k = name; k + 1 < e; k++)
		if ((s->w[k].kind == WORD_GETS || s->w[k].kind == WORD_LOSES) && value_begins(s, k + 1, e))
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
	put_all(s, WORD_EVERY, i, i + 1);
	put_name(s, name, at);
	put_one(s, s->w[does].kind, does);
	shape_value(s, does + 1, e);
	return true;
}

/* "trừ 0,25 điểm/văn bản chậm", "trừ 0,25 điểm cho mỗi văn bản chậm"; name_i to name_e: words before it that say of what. */
static bool shape_price(struct shaper *s, size_t i, size_t e, size_t name_i, size_t name_e)
{
	size_t per = i + 1;
	while (per < e && s->w[per].kind != WORD_SLASH && s->w[per].kind != WORD_PER && s->w[per].kind != WORD_EVERY)
		per++;
	if (per >= e)
		return false;
	put_one(s, s->w[i].kind, i);
	shape_value(s, i + 1, per);
	put_one(s, WORD_PER, per);
	size_t name = per + 1;
	if (is(s, name, e, WORD_NUMBER) && !exact_cmp(exact_of(s->w[name].number), exact_int(1)))
		name++;
	if (name_i == name_e) {
		put_name(s, name, e);
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
	put_name(s, name_i, name_e);
	return true;
}

static void shape_formula(struct shaper *s, size_t i, size_t e)
{
	for (; i < e; i++) {
		struct word w = s->w[i];
		size_t end;
		switch (w.kind) {
		case WORD_COLON: case WORD_SLASH: put_one(s, WORD_SLASH, i); break;
		case WORD_DASH: put_one(s, WORD_MINUS, i); break;
		case RAW_X: put_one(s, WORD_TIMES, i); break;
		case RAW_LINE: break;
		case WORD_FRACTION:
			put_one(s, WORD_NUMBER, i);
			w.kind = WORD_SLASH;
			put(s, w);
			w.kind = WORD_NUMBER;
			w.number = w.under;
			put(s, w);
			break;
		case WORD_LB:
			end = closing(s, i, e);
			if (end == i + 1 || end >= e) {
				rule_fault(s->r, w.from, w.to, "Thiếu tên số liệu trong ngoặc vuông.");
				rule_hint(s->r, "Viết như: “%s”.", rule_formula.example);
				return;
			}
			put(s, (struct word){ .kind = WORD_INPUT, .from = w.from, .to = s->w[end].to,
			                      .text = rule_clean(s->r->a, str_trim(rule_src(s->r, w.to, s->w[end].from))) });
			i = end;
			break;
		case WORD_NUMBER: case WORD_PERCENT: case WORD_MAX: case WORD_PLUS: case WORD_TIMES: case WORD_LP: case WORD_RP: case WORD_SEMI:
		case WORD_LEAST: case WORD_MOST:
			put_one(s, w.kind, i);
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
		if (s->w[i].kind == RAW_COMMA || s->w[i].kind == WORD_SEMI || s->w[i].kind == RAW_LINE || says(s, i, e, "va"))
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
	size_t times = find_times(s, i, e), except = find(s, i, times, WORD_LP);
	if (times == e)
		return false;
	s->r->codes = s->r->except = (strs){ 0 };
	if (says(s, i + 1, except, "khac")) {
		if (i + 2 != except)
			return false;
	} else {
		read_codes(s, i + 1, except, &s->r->codes);
		if (!s->r->codes.n)
			rule_fault(s->r, s->w[i].from, s->w[i].to, "Thiếu mã của các tiêu chí.");
	}
	if (except < times) {
		size_t end = closing(s, except, times);
		if (!is(s, except + 1, end, WORD_LOSES) || end + 1 != times)
			return false;
		read_codes(s, except + 2, end, &s->r->except);
	}
	put_one(s, WORD_DERIVED, i);
	shape_product(s, times, e);
	return true;
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
static size_t divider(const struct shaper *s, size_t i, size_t e)
{
	static const int words[] = { RAW_THEN, RAW_EQUALS, WORD_GETS, RAW_IS };
	size_t first = find(s, i, e, WORD_COLON);
	for (size_t k = first; k < e; k = find(s, k + 1, e, WORD_COLON))
		if (value_begins(s, k + 1, e))
			return k;
	if (first < e)
		return first;
	for (size_t w = 0; w < COUNT(words); w++)
		for (size_t k = find(s, i + 1, e, words[w]); k < e; k = find(s, k + 1, e, words[w]))
			if (value_begins(s, k + 1, e))
				return k;
	for (size_t k = find(s, i + 1, e, WORD_DASH); k < e; k = find(s, k + 1, e, WORD_DASH))
		if (dash_divides(s, k, e))
			return k;
	/* "từ 90% trở lên đạt 1 điểm", "dưới 80% không có điểm" */
	if (e > i + 3 && is(s, e - 1, e, WORD_POINT) && is(s, e - 2, e, WORD_NUMBER) && is(s, e - 3, e, WORD_EQUAL))
		return e - 3;
	return e > i + 1 && is(s, e - 1, e, RAW_NOTHING) ? e - 2 : e;
}

static bool shape_none(struct shaper *s, size_t i, size_t e)
{
	size_t value = i + 1;
	if (is(s, value, e, WORD_COLON) || is(s, value, e, WORD_DASH) || is(s, value, e, RAW_EQUALS) || is(s, value, e, RAW_COMMA))
		value++;
	else if (!value_begins(s, value, e))
		return false;
	put_one(s, WORD_NONE, i);
	put_all(s, WORD_COLON, i, i + 1);
	while (value + 1 < e && is(s, value_at(s, value, e), e, WORD_EXCLUDE) && s->w[value].kind != WORD_EXCLUDE)
		value++;
	shape_value(s, value, e);
	return true;
}

static bool shape_best(struct shaper *s, size_t i, size_t e)
{
	size_t k = i + 1 + is(s, i + 1, e, WORD_COLON);
	if (!is(s, k, e, WORD_LB))
		return false;
	put_one(s, WORD_BEST, i);
	put_all(s, WORD_COLON, i, i + 1);
	while (k < e && !s->r->failed) {
		if (!is(s, k, e, WORD_LB)) {
			put_one(s, s->w[k].kind == WORD_OR || s->w[k].kind == WORD_SEMI ? WORD_OR : WORD_NAME, k);
			k++;
			continue;
		}
		size_t end = closing(s, k, e);
		put_one(s, WORD_LB, k);
		shape_text(s, k + 1, end);
		put_all(s, WORD_RB, end, end + 1);
		k = end + 1;
	}
	return true;
}

static void shape_hand(struct shaper *s, size_t i, size_t e)
{
	for (; i < e; i++)
		if (s->w[i].kind != RAW_COMMA)
			put_one(s, s->w[i].kind >= RAW_WORD ? WORD_NAME : s->w[i].kind, i);
}

/* A head of its own: CHECKLIST, SURVEY, … up to its colon, then the first item. */
static bool shape_list(struct shaper *s, size_t i, size_t e)
{
	size_t k = i + 1;
	bool survey = s->w[i].kind == WORD_SURVEY;
	if (survey && !is(s, k, e, WORD_COLON) && !is(s, k, e, WORD_LP))
		return false;
	if (is(s, k, e, WORD_LP)) {
		size_t end = closing(s, k, e);
		put_one(s, s->w[i].kind, i);
		put_one(s, WORD_LP, k);
		if (survey)
			shape_items(s, k + 1, end, true);
		else
			shape_hand(s, k + 1, end);
		put_all(s, WORD_RP, end, end + 1);
		k = end + 1;
	} else {
		put_one(s, s->w[i].kind, i);
	}
	if (k == e)
		return true;
	if (!is(s, k, e, WORD_COLON)) {
		put_name(s, k, e);
		return true;
	}
	put_one(s, WORD_COLON, k);
	if (survey && is(s, k + 1, e, WORD_RATE) && find_times(s, k + 1, e) < e) {
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
	size_t end = is(s, i + 1, e, WORD_LP) ? closing(s, i + 1, e) : e, value = divider(s, end + 1 < e ? end + 1 : e, e);
	if (end == e)
		return false;
	if (is(s, end + 1, e, WORD_COLON) || is(s, end + 1, e, RAW_THEN))
		value = end + 1;
	put_one(s, WORD_CONDITIONS, i);
	put_one(s, WORD_LP, i + 1);
	shape_items(s, i + 2, end, false);
	put_one(s, WORD_RP, end);
	put_all(s, WORD_COLON, i, i + 1);
	shape_value(s, value == e ? end + 1 : value + 1, e);
	return true;
}

static bool shape_weighted(struct shaper *s, size_t i, size_t e)
{
	size_t end = is(s, i + 1, e, WORD_LP) ? closing(s, i + 1, e) : e;
	if (end == e)
		return false;
	put_one(s, WORD_WEIGHTED, i);
	put_one(s, WORD_LP, i + 1);
	shape_items(s, i + 2, end, true);
	put_one(s, WORD_RP, end);
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
	while (end > i + 2 && (is_blank(s, end - 1) || s->w[end - 1].kind == WORD_COLON))
		end--;
	put_one(s, WORD_SAMPLE, i);
	put_one(s, WORD_NUMBER, i + 1);
	put_name(s, i + 2, end);
	put_all(s, WORD_COLON, i, i + 1);
	return shape_every(s, every, every + 1, e);
}

static bool shape_marks(struct shaper *s, size_t i, size_t e)
{
	put_one(s, WORD_MARKS, i);
	put_all(s, WORD_COLON, i, i + 1);
	s->list = WORD_MARKS;
	put_name(s, i + 1 + is(s, i + 1, e, WORD_COLON), e);
	return true;
}

/* "Điểm = tỷ lệ … × điểm tối đa": where the product begins. */
static size_t behind_equals(const struct shaper *s, size_t i, size_t e)
{
	size_t equals = find(s, i, e, RAW_EQUALS);
	bool about_points = is(s, i, e, WORD_POINT) || is(s, i, e, RAW_TOTAL);
	return about_points && equals < e && equals - i < 5 && find_times(s, equals, e) < e ? equals + 1 : i;
}

static bool shape_own(struct shaper *s, size_t i, size_t e)
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
	case WORD_LOSES: return shape_price(s, i, e, i, i);
	case WORD_HAND: shape_hand(s, i, e); return true;
	case WORD_FORMULA:
		if (!is(s, i + 1, e, WORD_COLON))
			return false;
		put_one(s, WORD_FORMULA, i);
		put_one(s, WORD_COLON, i + 1);
		shape_formula(s, i + 2, e);
		return true;
	case WORD_LACKING:
		if (!is(s, i + 1, e, WORD_COLON) && !is(s, i + 1, e, RAW_THEN))
			return false;
		put_one(s, WORD_LACKING, i);
		put_all(s, WORD_COLON, i, i + 1);
		shape_value(s, i + 2, e);
		return true;
	case WORD_NUMBER:         /* "01 cuộc họp được 0,25 điểm" */
		return !exact_cmp(exact_of(s->w[i].number), exact_int(1)) && is(s, i + 1, e, RAW_WORD) && find(s, i, e, WORD_COLON) == e &&
		       find_times(s, i, e) == e && find(s, i, e, WORD_UP) == e && shape_every(s, i, i, e);
	default:
		return false;
	}
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

static void shape_clause(struct shaper *s, size_t i, size_t e)
{
	if (s->list) {
		if (is(s, i, e, WORD_NONE) && shape_none(s, i, e))
			return;
		if (s->list == WORD_CHECKLIST)
			shape_check(s, i, e);
		else if (s->list == WORD_SURVEY)
			shape_item(s, i, e);
		else
			put_name(s, i, e);
		return;
	}
	size_t bracket = points_in_brackets(s, i, e);
	if (bracket < e && divider(s, i, bracket) == bracket) {
		shape_label(s, i, bracket);
		shape_value(s, bracket + 1, e - 1);
		return;
	}
	if (shape_own(s, i, e) || s->r->failed)
		return;
	size_t product = behind_equals(s, i, e), at = divider(s, i, e);
	if (product > i || (at == e && find_times(s, i, e) < e)) {
		if (is(s, product, e, WORD_BYFORMULA))
			product++;
		shape_product(s, product, e);
		return;
	}
	if (at < e && says_nothing(s, i, at) && find_times(s, at, e) < e) {
		shape_product(s, value_at(s, at + 1, e), e);
		return;
	}
	if (at < e && is(s, at + 1, e, WORD_LOSES) && shape_price(s, at + 1, e, i, at))
		return;
	if (at < e) {
		bool nothing = is(s, e - 1, e, RAW_NOTHING) && at + 2 == e && s->w[at].kind != WORD_COLON;
		shape_label(s, i, at + nothing);
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
		else if (!is_blank(s, i) && k != WORD_DASH && k != WORD_PLUS && k != RAW_MARK && k != WORD_TIMES && k != RAW_IF && k != WORD_RP)
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

static size_t clause_ends(const struct shaper *s, size_t i, size_t e)
{
	size_t depth = 0, b = i;
	bool codes = is(s, i, e, WORD_DERIVED);
	for (; i < e; i++) {
		codes &= !is_times(s, i, e);
		if (!depth && ((s->w[i].kind == WORD_SEMI && !codes) || (s->w[i].kind == RAW_LINE && !line_goes_on(s, i, b, e))))
			return i;
		depth = depth_step(s, i, depth);
	}
	return e;
}

static void shape_text(struct shaper *s, size_t i, size_t e)
{
	bool first = true;
	int list = s->list;
	s->list = 0;
	if ((is(s, i, e, WORD_BONUS) || is(s, i, e, WORD_PENALTY)) && is(s, i + 1, e, WORD_COLON)) {
		put_one(s, s->w[i].kind, i);
		put_one(s, WORD_COLON, i + 1);
		i += 2;
	}
	while (i < e && !s->r->failed) {
		i = clause_begins(s, i, e);
		size_t next = clause_ends(s, i, e), end = next;
		while (end > i && (is_blank(s, end - 1) || s->w[end - 1].kind == WORD_SEMI))
			end--;
		if (end > i) {
			if (++s->r->clauses > RULE_CLAUSES_MAX) {
				rule_fault(s->r, s->w[i].from, s->w[end - 1].to, "Cách tính điểm có hơn %d mức.", RULE_CLAUSES_MAX);
				rule_hint(s->r, "Tách thành nhiều tiêu chí thành phần.");
				return;
			}
			if (!first)
				put_all(s, WORD_SEMI, i, i + 1);
			first = false;
			shape_clause(s, i, end);
		}
		i = next + 1;
	}
	s->list = list;
}

/* -- what the grammar calls ------------------------------------------------------------------------------- */

struct part *part_new(struct reading *r, enum part_kind kind, size_t from, size_t to)
{
	struct part *p = make(r->a, struct part);
	*p = (struct part){ .kind = kind, .from = from, .to = to, .label = { from, to } };
	p->last = p;
	return p;
}

struct part *part_join(struct part *list, struct part *one)
{
	list->last->next = one;
	list->last = one->last;
	return list;
}

enum none_arose rule_none(struct reading *r, const struct gives *g, size_t from, size_t to)
{
	if (g->kind == GIVES_MAX)
		return NONE_FULL;
	if (g->kind == GIVES_POINTS && !g->points.digits)
		return NONE_ZERO;
	if (g->kind == GIVES_POINTS && r->max > 0 && !exact_cmp(exact_of(g->points), points_exact(r->max)))
		return NONE_FULL;
	rule_fault(r, from, to, "Không phát sinh thì được điểm tối đa, 0 điểm hoặc loại khỏi mẫu số.");
	rule_hint(r, "Viết “không phát sinh: điểm tối đa”, “không phát sinh: 0 điểm” hoặc “không phát sinh: loại khỏi mẫu số”.");
	return NONE_UNSAID;
}

/* The type whose wording comes nearest to what stands there. */
static const struct rule_type *nearest(const struct reading *r)
{
	bool times = false, percent = false, every = false, colon = false, formula = false;
	for (size_t i = 0; i < r->words.n; i++) {
		int k = r->words.at[i].kind;
		times |= k == WORD_TIMES;
		percent |= k == WORD_PERCENT;
		every |= k == WORD_EVERY || k == WORD_LOSES;
		colon |= k == WORD_COLON;
		formula |= k == WORD_FORMULA;
	}
	return formula ? &rule_formula : every ? &rule_deduction : times ? &rule_ratio : percent ? &rule_bands : colon ? &rule_options : &rule_yes_no;
}

void rule_unexpected(struct reading *r, const struct word *w)
{
	size_t from = w->kind ? w->from : r->text.n, to = w->kind ? w->to : r->text.n;
	str said = rule_src(r, from, to);
	if (said.n)
		rule_fault(r, from, to, "Không đọc được “%.*s” ở chỗ này.", (int)(said.n > 120 ? 120 : said.n), said.p);
	else
		rule_fault(r, from, to, "Cách tính điểm viết chưa hết.");
	rule_hint(r, "Kiểu gần nhất viết như sau: “%s”.", nearest(r)->example);
}

/* -- reading ---------------------------------------------------------------------------------------------- */

/* Brackets in pairs and not too deep, before anything is built on them. The ")" of "a)" is no bracket. */
static bool brackets(struct reading *r)
{
	size_t depth = 0, open[RULE_DEPTH_MAX];
	for (size_t i = 0; i < r->words.n; i++) {
		const struct word *w = &r->words.at[i];
		if (w->kind == WORD_LP || w->kind == WORD_LB) {
			if (depth == RULE_DEPTH_MAX)
				return rule_fault(r, w->from, w->to, "Ngoặc lồng nhau quá %d lớp.", RULE_DEPTH_MAX),
				       rule_hint(r, "Tách thành nhiều tiêu chí thành phần, hoặc đặt tên cho số liệu trung gian.");
			open[depth++] = i;
		} else if (w->kind == WORD_RP || w->kind == WORD_RB) {
			int pair = w->kind == WORD_RP ? WORD_LP : WORD_LB;
			bool head = i == 1 || (i > 1 && (r->words.at[i - 2].kind == RAW_LINE || r->words.at[i - 2].kind == WORD_SEMI));
			if (!depth && w->kind == WORD_RP && head && i > 0 && r->words.at[i - 1].to - r->words.at[i - 1].from <= 2)
				continue;
			if (!depth || r->words.at[open[depth - 1]].kind != pair)
				return rule_fault(r, w->from, w->to, "Dấu ngoặc này không có dấu mở tương ứng."),
				       rule_hint(r, "Bỏ dấu này, hoặc thêm dấu mở ở trước.");
			depth--;
		}
	}
	if (depth) {
		const struct word *w = &r->words.at[open[depth - 1]];
		rule_fault(r, w->from, w->to, "Dấu ngoặc này không được đóng.");
		return rule_hint(r, "Thêm dấu đóng, hoặc bỏ dấu này.");
	}
	return true;
}

static void grammar(struct reading *r)
{
	struct shaper s = { .r = r, .w = r->words.at, .parser = rule_grammar_open(r) };
	shape_text(&s, 0, r->words.n);
	if (!r->failed && r->clauses)
		rule_grammar(s.parser, 0, (struct word){ .from = r->text.n, .to = r->text.n });
}

static bool read_text(struct reading *r)
{
	*r->where = (struct fault){ 0 };
	if (r->text.n > RULE_TEXT_MAX) {
		rule_fault(r, RULE_TEXT_MAX, r->text.n, "Cách tính điểm dài hơn %d byte.", RULE_TEXT_MAX);
		return rule_hint(r, "Rút gọn cách viết, hoặc tách thành nhiều tiêu chí thành phần.");
	}
	if (!rule_lex(r) || !brackets(r))
		return false;
	grammar(r);
	if (!r->failed && !r->root) {
		rule_fault(r, 0, r->text.n, "Chưa có cách tính điểm.");
		rule_hint(r, "Ví dụ: “%s”.", rule_yes_no.example);
	}
	return !r->failed;
}

/* What is printed must read as what was read: names are free, and one may hold words that mean something elsewhere. Such a rule is refused,
 * for what people see would not be what is run. */
static bool reads_again(struct reading *r, str *printed)
{
	struct err e = { 0 };
	struct fault where;
	*printed = rule_print(r->a, r->root);
	struct reading again = { .a = r->a, .text = *printed, .max = r->max, .err = &e, .where = &where };
	return read_text(&again) && rule_same(r->root, again.root) && str_eq(rule_print(r->a, again.root), *printed);
}

bool rule_parse(struct arena *a, str text, points max, struct rule **ret, struct fault *where, struct err *e)
{
	struct reading r = { .a = a, .text = text, .max = max, .err = e, .where = where };
	str printed;
	*ret = NULL;
	if (!read_text(&r))
		return false;
	if (rule_print(a, r.root).n > RULE_TEXT_MAX) {
		rule_fault(&r, 0, text.n, "Viết đủ chữ thì cách tính điểm này dài hơn %d byte.", RULE_TEXT_MAX);
		return rule_hint(&r, "Rút gọn tên các mức, hoặc tách thành nhiều tiêu chí thành phần.");
	}
	if (!reads_again(&r, &printed)) {
		rule_fault(&r, 0, text.n, "Cách viết này có thể hiểu khác đi: tên gọi lẫn với từ của cách tính.");
		return rule_hint(&r, "Đổi tên gọi. Kiểu gần nhất viết như: “%s”.", r.root->type->example);
	}
	rule_fold(a, r.root);
	*ret = r.root;
	return true;
}
