#include "core/rule_why.h"
#include "base/fold.h"
#include "core/rule_input.h"
#include "core/rule_words.h"

void words_figure(struct buf *b, struct figure f) { buf_put(b, figure_vi(b->a, f)); }
void words_points(struct buf *b, points p) { buf_fmt(b, "%.*s điểm", SF(points_vi(b->a, p))); }
void words_quoted(struct buf *b, str s) { buf_fmt(b, "\"%.*s\"", SF(s)); }
void words_max(struct buf *b, const struct rule_case *c) { words_points(b, c->max); }

/* Without the zeros at its end. */
static struct figure shortened(struct figure f)
{
	for (; f.scale && f.digits % 10 == 0; f.scale--)
		f.digits /= 10;
	return f;
}

void words_exact(struct buf *b, struct exact v)
{
	struct figure f = exact_round(v, POINTS_DECIMALS);
	if (f.present)
		words_figure(b, shortened(f));
	else
		buf_put(b, v.num < 0 ? S("âm rất nhiều") : S("rất nhiều"));
}

static void words_sign(struct buf *b, struct exact v, int decimals)
{
	buf_put(b, exact_cmp(v, exact_of(exact_round(v, decimals))) ? S(" ≈ ") : S(" = "));
}

void words_value(struct buf *b, const struct value *v)
{
	if (!v->num.present) {
		buf_put(b, v->printed);
		return;
	}
	words_figure(b, v->num);
	if (v->kind == VALUE_RATE)
		buf_fmt(b, "/%.*s", SF(figure_vi(b->a, v->den)));
	buf_put(b, v->kind == VALUE_PERCENT ? S("%") : S(""));
}

/* Bytes of the folded word at the head of s and the spaces behind it; 0: another word stands there. */
static size_t opens(str s, const char *folded)
{
	size_t at = 0;
	for (; *folded; folded++)
		if (at >= s.n || fold_char(utf8_next(s, &at)) != *folded)
			return 0;
	if (at < s.n && s.p[at] != ' ')
		return 0;
	while (at < s.n && s.p[at] == ' ')
		at++;
	return at;
}

str words_without_rate(str what)
{
	static const char *const heads[] = { "ty le", "ti le", "%", "so" };
	for (size_t i = 0; i < COUNT(heads); i++) {
		size_t n = opens(what, heads[i]);
		if (n < what.n)
			what = str_sub(what, n, what.n);
	}
	return what;
}

static void part_and_whole(struct buf *b, const struct rule_case *c)
{
	words_value(b, &c->at[0]);
	if (c->n >= 2) {
		buf_put(b, S("/"));
		words_value(b, &c->at[1]);
	}
}

void words_rate(struct buf *b, const struct rule_case *c, str what)
{
	what = words_without_rate(what);
	if (c->n == 1 && c->at[0].kind == VALUE_NUMBER && what.n)
		buf_fmt(b, "tỷ lệ %.*s ", SF(what));
	part_and_whole(b, c);
	if (what.n && (c->n != 1 || c->at[0].kind != VALUE_NUMBER))
		buf_fmt(b, " %.*s", SF(what));
}

/* -- rates beside bounds ----------------------------------------------------------------------------- */

static bool same_side(struct exact v, struct exact shown, const struct bound *at)
{
	return !at->at.at.present || exact_cmp(v, portion_exact(at->at)) == exact_cmp(shown, portion_exact(at->at));
}

enum { RATE_DECIMALS = 2, FINEST = 9 };

void words_is_percent(struct buf *b, struct exact rate, int decimals, const struct clause *k)
{
	words_sign(b, exact_mul(rate, exact_int(100)), decimals);
	words_percent(b, rate, decimals, k);
}

void words_percent(struct buf *b, struct exact rate, int decimals, const struct clause *k)
{
	struct exact hundred = exact_mul(rate, exact_int(100));
	struct figure f = exact_round(hundred, decimals);
	for (int n = decimals; k && n < FINEST; f = exact_round(hundred, ++n)) {
		struct exact shown = exact_div(exact_of(f), exact_int(100));
		if (same_side(rate, shown, &k->from) && same_side(rate, shown, &k->to))
			break;
	}
	words_figure(b, shortened(f));
	buf_put(b, S("%"));
}

void words_placed(struct buf *b, const struct rule_case *c, struct exact rate, const struct clause *k)
{
	part_and_whole(b, c);
	if (c->n < 2 && c->at[0].kind != VALUE_RATE)
		return;
	words_is_percent(b, rate, RATE_DECIMALS, k);
}

void words_gives(struct buf *b, const struct rule_case *c, const struct gives *g, struct exact rate)
{
	buf_put(b, S(":"));
	if (g->kind != GIVES_SHARE && g->kind != GIVES_RATE)
		return;
	buf_put(b, S(" "));
	if (g->kind == GIVES_SHARE)
		rule_print_portion(b, g->share);
	else
		part_and_whole(b, c);
	words_times_max(b, c, times(g->kind == GIVES_SHARE ? portion_exact(g->share) : rate, case_max(c)));
}

void words_below(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact rate)
{
	words_placed(b, c, rate, &(struct clause){ .to = { r->floor, false } });
	words_under(b, r);
}

void words_under(struct buf *b, const struct rule *r)
{
	buf_put(b, S(" dưới mức "));
	rule_print_portion(b, r->floor);
	buf_put(b, S(":"));
}

/* -- ends of sentences ------------------------------------------------------------------------------- */

void words_equals(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact v)
{
	if (exact_cmp(v, case_max(c)) <= 0 || (r->bucket != BUCKET_SUM && !c->max)) {
		buf_put(b, S(" ="));
		return;
	}
	words_sign(b, v, POINTS_DECIMALS);
	words_exact(b, v);
	buf_put(b, S(" điểm, nhiều nhất"));
}

void words_times_max(struct buf *b, const struct rule_case *c, struct exact v)
{
	static const struct rule sum;
	buf_put(b, S(" × "));
	words_max(b, c);
	words_equals(b, &sum, c, v);
}

void words_calculation(struct buf *b, const struct rule *r, const struct rule_case *c, const struct rule_score *s, points p)
{
	r->type->why(r, c, s, b);
	buf_put(b, S(" "));
	words_points(b, p);
}

static void words_codes(struct buf *b, const char *before, const strs *codes, const char *after)
{
	for (size_t i = 0; i < codes->n; i++)
		buf_fmt(b, "%s%.*s", i ? "; " : before, SF(codes->at[i]));
	buf_put(b, codes->n ? str_c(after) : S(""));
}

void words_criteria(struct buf *b, const struct rule *r)
{
	if (r->codes.n)
		words_codes(b, r->codes.n > 1 ? "các tiêu chí " : "tiêu chí ", &r->codes, "");
	else
		buf_put(b, S("các tiêu chí khác"));
	words_codes(b, " (trừ ", &r->except, ")");
}
