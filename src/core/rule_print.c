#include "core/rule_words.h"
#include "base/fold.h"

/* The unit of a count, or words that follow a rate, stand behind the last number: "từ 2 sáng kiến trở lên". */

static void put_figure(struct buf *b, struct figure f) { buf_put(b, figure_vi(b->a, f)); }

void rule_print_portion(struct buf *b, struct portion p)
{
	put_figure(b, p.at);
	if (p.percent)
		buf_put(b, S("%"));
}

static void put_words(struct buf *b, str words)
{
	if (words.n)
		buf_fmt(b, " %.*s", SF(words));
}

static bool is_zero(struct portion p) { return p.at.present && !p.at.digits; }

static bool same_portion(struct portion x, struct portion y)
{
	return x.percent == y.percent && x.at.present == y.at.present && (!x.at.present || figure_same(x.at, y.at));
}

void rule_print_range(struct buf *b, struct bound low, struct bound high, str unit, bool count)
{
	bool from = low.at.at.present, to = high.at.at.present;
	if (from && to && same_portion(low.at, high.at)) {
		if (count && unit.n && is_zero(low.at)) {
			buf_fmt(b, "không có %.*s", SF(unit));
			return;
		}
		buf_put(b, count ? unit.n ? S("có ") : S("bằng ") : S("đạt "));
		rule_print_portion(b, low.at);
	} else if (from && to) {
		buf_put(b, low.closed ? S("từ ") : S("trên "));
		rule_print_portion(b, low.at);
		buf_put(b, high.closed ? S(" đến ") : S(" đến dưới "));
		rule_print_portion(b, high.at);
	} else if (from) {
		buf_put(b, low.closed ? S("từ ") : S("trên "));
		rule_print_portion(b, low.at);
	} else if (to) {
		buf_put(b, high.closed ? S("đến ") : S("dưới "));
		rule_print_portion(b, high.at);
	}
	put_words(b, unit);
	if (from && !to && low.closed)
		buf_put(b, S(" trở lên"));
}

/* -- what a clause gives ------------------------------------------------------------------------------------ */

static void put_rate(struct buf *b, str what, struct gives g)
{
	(void)g;
	buf_put(b, S("tỷ lệ"));
	put_words(b, what);
	buf_put(b, S(" × điểm tối đa"));
}

static void put_gives(struct buf *b, struct gives g, str what)
{
	switch (g.kind) {
	case GIVES_POINTS:
		put_figure(b, g.points);
		buf_put(b, S(" điểm"));
		break;
	case GIVES_MAX: buf_put(b, S("điểm tối đa")); break;
	case GIVES_SHARE:
		rule_print_portion(b, g.share);
		buf_put(b, g.share.percent ? S(" điểm tối đa") : S(" × điểm tối đa"));
		break;
	case GIVES_RATE: put_rate(b, what, g); break;
	case GIVES_NOTHING: break;
	}
}

static void put_clauses(struct buf *b, const clauses *c, void (*one)(struct buf *b, const struct clause *c))
{
	for (size_t i = 0; i < c->n; i++) {
		if (i)
			buf_put(b, S("; "));
		one(b, &c->at[i]);
	}
}

static void put_label(struct buf *b, const struct clause *c)
{
	buf_fmt(b, "%.*s: ", SF(c->words));
	put_gives(b, c->gives, (str){ 0 });
}

static void put_item(struct buf *b, const struct clause *c)
{
	buf_put(b, c->words);
	if (c->gives.kind == GIVES_POINTS) {
		buf_put(b, S(" "));
		put_figure(b, c->gives.points);
	} else if (c->gives.kind != GIVES_NOTHING) {
		buf_put(b, S(": "));
		put_gives(b, c->gives, (str){ 0 });
	}
}

static void put_name(struct buf *b, const struct clause *c) { buf_put(b, c->words); }

static void put_weight(struct buf *b, const struct clause *c)
{
	buf_fmt(b, "%.*s ", SF(c->words));
	rule_print_portion(b, c->gives.share);
}

static void put_gain(struct buf *b, const struct clause *c)
{
	buf_fmt(b, "mỗi %.*s được ", SF(c->words));
	put_gives(b, c->gives, (str){ 0 });
}

static void put_loss(struct buf *b, const struct clause *c)
{
	buf_fmt(b, "mỗi %.*s trừ ", SF(c->words));
	put_gives(b, c->gives, (str){ 0 });
}

static void put_growth(struct buf *b, const struct clause *c)
{
	buf_put(b, c->words);
	buf_put(b, str_eq(c->words, S("bằng")) ? S(" năm trước: ") : S(" so với năm trước: "));
	put_gives(b, c->gives, (str){ 0 });
}

/* "hoàn thành … kế hoạch": words before the bound, and behind its last number. */
static void put_band(struct buf *b, const struct rule *r, const struct clause *c)
{
	size_t gap = str_find(c->words, S("…"), 0);
	bool count = r->type == &rule_thresholds, parted = gap < c->words.n;
	str before = str_trim(parted ? str_sub(c->words, 0, gap) : c->words);
	str after = parted ? str_trim(str_sub(c->words, gap + 3, c->words.n)) : (str){ 0 };
	if (before.n)
		buf_fmt(b, "%.*s ", SF(before));
	if (count && before.n && same_portion(c->from.at, c->to.at) && c->from.at.at.present) {
		rule_print_portion(b, c->from.at);
		put_words(b, r->unit);
	} else {
		rule_print_range(b, c->from, c->to, count ? r->unit : after, count);
	}
	buf_put(b, S(": "));
	put_gives(b, c->gives, r->what);
}

static void put_bands(struct buf *b, const struct rule *r)
{
	for (size_t i = 0; i < r->clauses.n; i++) {
		if (i)
			buf_put(b, S("; "));
		put_band(b, r, &r->clauses.at[i]);
	}
}

/* -- formulas ----------------------------------------------------------------------------------------------- */

static int strength(const struct expr *e)
{
	switch (e->kind) {
	case EXPR_ADD: case EXPR_SUB: return 1;
	case EXPR_MUL: case EXPR_DIV: return 2;
	case EXPR_NUMBER: case EXPR_INPUT: case EXPR_MAX: case EXPR_LEAST: case EXPR_MOST: default: return 3;
	}
}

static void put_expr(struct buf *b, const struct expr *e);

static void put_operand(struct buf *b, const struct expr *e, bool bracket)
{
	if (bracket)
		buf_put(b, S("("));
	put_expr(b, e);
	if (bracket)
		buf_put(b, S(")"));
}

static void put_expr(struct buf *b, const struct expr *e)
{
	static const char *const sign[] = { [EXPR_ADD] = " + ", [EXPR_SUB] = " - ", [EXPR_MUL] = " × ", [EXPR_DIV] = " / " };
	switch (e->kind) {
	case EXPR_NUMBER: rule_print_portion(b, e->number); break;
	case EXPR_INPUT: buf_fmt(b, "[%.*s]", SF(e->name)); break;
	case EXPR_MAX: buf_put(b, S("điểm tối đa")); break;
	case EXPR_ADD: case EXPR_SUB: case EXPR_MUL: case EXPR_DIV:
		put_operand(b, e->left, strength(e->left) < strength(e));
		buf_put(b, str_c(sign[e->kind]));
		put_operand(b, e->right, strength(e->right) <= strength(e));
		break;
	case EXPR_LEAST: case EXPR_MOST:
		buf_put(b, e->kind == EXPR_LEAST ? S("nhỏ nhất(") : S("lớn nhất("));
		put_expr(b, e->left);
		buf_put(b, S("; "));
		put_expr(b, e->right);
		buf_put(b, S(")"));
		break;
	}
}

/* -- the types ---------------------------------------------------------------------------------------------- */

static void put_codes(struct buf *b, const struct rule *r)
{
	buf_put(b, S("tỷ lệ điểm của các tiêu chí "));
	for (size_t i = 0; i < r->codes.n; i++)
		buf_fmt(b, "%s%.*s", i ? "; " : "", SF(r->codes.at[i]));
	if (!r->codes.n)
		buf_put(b, S("khác"));
	for (size_t i = 0; i < r->except.n; i++)
		buf_fmt(b, "%s%.*s", i ? "; " : " (trừ ", SF(r->except.at[i]));
	buf_put(b, r->except.n ? S(") × điểm tối đa") : S(" × điểm tối đa"));
}

static void put_survey(struct buf *b, const struct rule *r)
{
	buf_put(b, S("khảo sát"));
	if (r->groups.n) {
		buf_put(b, S(" ("));
		put_clauses(b, &r->groups, put_weight);
		buf_put(b, S(")"));
	}
	buf_put(b, S(": "));
	if (r->clauses.n)
		put_clauses(b, &r->clauses, put_weight);
	else
		put_rate(b, r->what, (struct gives){ 0 });
}

static void put_hand(struct buf *b, const struct rule *r)
{
	if (!r->most.present)
		return;
	buf_put(b, S("chấm từ "));
	put_figure(b, r->least);
	buf_put(b, S(" đến "));
	put_figure(b, r->most);
	buf_put(b, S(" điểm"));
	if (!r->step.present)
		return;
	buf_put(b, S(", bước "));
	put_figure(b, r->step);
	buf_put(b, S(" điểm"));
}

static void put_rule(struct buf *b, const struct rule *r);

static void put_body(struct buf *b, const struct rule *r)
{
	const struct rule_type *t = r->type;
	if (t == &rule_yes_no || t == &rule_options) {
		put_clauses(b, &r->clauses, put_label);
	} else if (t == &rule_bands || t == &rule_mixed || t == &rule_thresholds) {
		put_bands(b, r);
	} else if (t == &rule_ratio || t == &rule_floor) {
		put_rate(b, r->what, (struct gives){ 0 });
	} else if (t == &rule_target) {
		buf_put(b, S("tỷ lệ"));
		put_words(b, r->what);
		buf_put(b, S(" / "));
		rule_print_portion(b, r->target);
		buf_put(b, S(" × điểm tối đa"));
	} else if (t == &rule_checklist) {
		buf_put(b, S("tổng điểm các mục đạt"));
		if (r->scale.present)
			buf_fmt(b, " (thang điểm %.*s)", SF(figure_vi(b->a, r->scale)));
		if (r->clauses.n)
			buf_put(b, S(": "));
		put_clauses(b, &r->clauses, put_item);
	} else if (t == &rule_count) {
		put_clauses(b, &r->clauses, put_gain);
	} else if (t == &rule_deduction) {
		put_clauses(b, &r->clauses, put_loss);
	} else if (t == &rule_weighted) {
		buf_put(b, S("tỷ lệ có trọng số ("));
		put_clauses(b, &r->clauses, put_weight);
		buf_put(b, S(") × điểm tối đa"));
	} else if (t == &rule_derived) {
		put_codes(b, r);
	} else if (t == &rule_imported) {
		buf_fmt(b, "kết quả %.*s × điểm tối đa", SF(r->what));
	} else if (t == &rule_growth) {
		put_clauses(b, &r->clauses, put_growth);
	} else if (t == &rule_sample) {
		buf_fmt(b, "kiểm tra %d", r->sample);
		put_words(b, r->unit);
		buf_put(b, S(": "));
		put_clauses(b, &r->clauses, put_loss);
	} else if (t == &rule_conditions) {
		buf_put(b, S("đủ các điều kiện ("));
		put_clauses(b, &r->clauses, put_name);
		buf_put(b, S("): điểm tối đa; thiếu một điều kiện: 0 điểm"));
	} else if (t == &rule_best) {
		for (size_t i = 0; i < r->sub.n; i++) {
			buf_put(b, i ? S(" hoặc [") : S("cao nhất trong: ["));
			put_rule(b, r->sub.at[i]);
			buf_put(b, S("]"));
		}
	} else if (t == &rule_survey) {
		put_survey(b, r);
	} else if (t == &rule_marks) {
		buf_put(b, S("trung bình điểm chấm của: "));
		put_clauses(b, &r->clauses, put_name);
	} else if (t == &rule_group) {
		buf_fmt(b, "%.*s so với đơn vị cao nhất trong nhóm × điểm tối đa", SF(r->what));
	} else if (t == &rule_formula) {
		buf_put(b, S("công thức: "));
		put_expr(b, r->expr);
	} else if (t == &rule_hand) {
		put_hand(b, r);
	}
}

static void put_none(struct buf *b, enum none_arose none, bool first)
{
	static const char *const means[] = { [NONE_FULL] = "điểm tối đa", [NONE_EXCLUDE] = "loại khỏi mẫu số", [NONE_ZERO] = "0 điểm" };
	if (none != NONE_UNSAID)
		buf_fmt(b, "%skhông phát sinh: %s", first ? "" : "; ", means[none]);
}

static void put_rule(struct buf *b, const struct rule *r)
{
	struct buf body = buf_open(b->a);
	put_body(&body, r);
	if (r->floor.at.present) {
		buf_put(&body, S("; dưới "));
		rule_print_portion(&body, r->floor);
		buf_put(&body, S(": 0 điểm"));
	}
	put_none(&body, r->none, !body.n);
	if (r->bucket != BUCKET_SUM)
		buf_put(b, r->bucket == BUCKET_BONUS ? S("Điểm thưởng: ") : S("Điểm phạt: "));
	buf_put(b, r->bucket == BUCKET_SUM ? rule_capital(b->a, buf_str(&body)) : buf_str(&body));
}

str rule_print(struct arena *a, const struct rule *r)
{
	struct buf b = buf_open(a);
	if (r)
		put_rule(&b, r);
	return buf_str(&b);
}
