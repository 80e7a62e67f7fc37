#include "core/rule_shape.h"
#include "base/fold.h"
#include <stdarg.h>
#include <stdio.h>

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

/* A sign between two words, or a word for one: "(a - b) / c". A dash at the head of a clause is a bullet. */
static bool is_sign(const struct reading *r, size_t i)
{
	int k = r->words.at[i].kind, before = i ? r->words.at[i - 1].kind : RAW_LINE;
	return (k == WORD_PLUS && before != RAW_LINE && before != WORD_SEMI) ||
	       (k == WORD_DASH && before != RAW_LINE && before != WORD_SEMI && r->words.at[i].spaced);
}

/* The type whose wording comes nearest to what stands there. */
static const struct rule_type *nearest(const struct reading *r)
{
	bool times = false, percent = false, every = false, loses = false, colon = false, formula = false, sign = false, slash = false;
	for (size_t i = 0; i < r->words.n; i++) {
		int k = r->words.at[i].kind;
		times |= k == WORD_TIMES || k == RAW_X;
		percent |= k == WORD_PERCENT;
		every |= k == WORD_EVERY || k == WORD_PER;
		loses |= k == WORD_LOSES;
		colon |= k == WORD_COLON;
		formula |= k == WORD_FORMULA || k == WORD_BYFORMULA;
		sign |= is_sign(r, i);
		slash |= k == WORD_SLASH;
	}
	if (formula)
		return &rule_formula;
	if (every || loses)
		return loses ? &rule_deduction : &rule_count;
	if (times)
		return sign && !percent ? &rule_formula : &rule_ratio;
	return percent ? &rule_bands : colon ? &rule_options : sign || slash ? &rule_formula : &rule_yes_no;
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

static void feed(struct reading *r, void *parser)
{
	struct shaper s = { .r = r, .w = r->words.at, .parser = parser };
	shape_text(&s, 0, r->words.n);
	if (!r->failed && r->clauses)
		rule_grammar(parser, 0, (struct word){ .from = r->text.n, .to = r->text.n });
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
	rule_grammar_run(r, feed);
	if (!r->failed && !r->root) {
		rule_fault(r, 0, r->text.n, "Chưa có cách tính điểm.");
		rule_hint(r, "Ví dụ: “%s”.", rule_yes_no.example);
	}
	return !r->failed;
}

/* What is printed must read as what was read: names are free, and one may hold words that mean something elsewhere. Such a rule is refused,
 * for what people see would not be what is run. */
static bool reads_again(const struct reading *r, str printed)
{
	CLEANUP(arena_close) struct arena *scratch = arena_open(RULE_SCRATCH);
	struct err e = { 0 };
	struct fault where;
	struct reading again = { .a = scratch, .text = printed, .max = r->max, .err = &e, .where = &where };
	return read_text(&again) && rule_same(r->root, again.root) && str_eq(rule_print(scratch, again.root), printed);
}

bool rule_parse(struct arena *a, str text, points max, struct rule **ret, struct fault *where, struct err *e)
{
	struct reading r = { .a = a, .text = text, .max = max, .err = e, .where = where };
	*ret = NULL;
	if (!read_text(&r))
		return false;
	str printed = rule_print(a, r.root);
	if (printed.n > RULE_TEXT_MAX) {
		rule_fault(&r, 0, text.n, "Viết đủ chữ thì cách tính điểm này dài hơn %d byte.", RULE_TEXT_MAX);
		return rule_hint(&r, "Rút gọn tên các mức, hoặc tách thành nhiều tiêu chí thành phần.");
	}
	if (!reads_again(&r, printed)) {
		rule_fault(&r, 0, text.n, "Cách viết này có thể hiểu khác đi: tên gọi lẫn với từ của cách tính.");
		return rule_hint(&r, "Đổi tên gọi. Kiểu gần nhất viết như: “%s”.", r.root->type->example);
	}
	rule_fold(a, r.root);
	*ret = r.root;
	return true;
}
