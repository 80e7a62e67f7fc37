#include "core/rule_words.h"
#include <stdlib.h>

/* A cut lies just before a value, or just after it. A band is what lies between two cuts, so neighbours that share a cut leave no gap and
 * do not overlap. far: below or above all values. Counts are whole: "trên 2" begins just before 3. */
struct cut { int far; struct exact at; int after; struct portion shown; };
struct span { struct cut low, high; size_t clause; };

static struct exact value_of(struct portion p)
{
	struct exact v = exact_of(p.at);
	return p.percent ? exact_div(v, exact_int(100)) : v;
}

static int cut_cmp(struct cut x, struct cut y)
{
	if (x.far || y.far)
		return x.far < y.far ? -1 : x.far > y.far;
	int c = exact_cmp(x.at, y.at);
	return c ? c : x.after < y.after ? -1 : x.after > y.after;
}

static struct cut cut_of(struct bound b, bool low, bool count)
{
	if (!b.at.at.present)
		return (struct cut){ .far = low ? -1 : 1 };
	struct cut c = { .at = value_of(b.at), .after = low != b.closed, .shown = b.at };
	if (count && c.after) {
		c.at = exact_add(c.at, exact_int(1));
		c.after = 0;
		c.shown.at = exact_figure(c.at);
	}
	return c;
}

/* The bound that ends at the cut: seen from above it (low), or from below. */
static struct bound bound_at(struct cut c, bool low)
{
	return c.far ? (struct bound){ 0 } : (struct bound){ c.shown, low ? !c.after : c.after };
}

static str range_text(struct arena *a, struct cut low, struct cut high, str unit, bool count)
{
	struct buf b = buf_open(a);
	struct bound x = bound_at(low, true), y = bound_at(high, false);
	if (count && y.at.at.present) {          /* the count before it is the last one */
		y = (struct bound){ { exact_figure(exact_sub(value_of(y.at), exact_int(1))), false }, true };
		if (x.at.at.present && !exact_cmp(value_of(x.at), value_of(y.at)))
			y = x;
	}
	rule_print_range(&b, x, y, unit, count);
	return buf_str(&b);
}

static str portion_text(struct arena *a, struct portion p)
{
	struct buf b = buf_open(a);
	rule_print_portion(&b, p);
	return buf_str(&b);
}

static bool is_point(struct cut low, struct cut high)
{
	return !low.far && !high.far && !exact_cmp(low.at, high.at) && !low.after && high.after;
}

/* -- what can be wrong ----------------------------------------------------------------------------------- */

static bool gap(struct reading *r, const struct rule *rule, struct span below, struct span above, struct fault at, bool count)
{
	struct cut low = below.high, high = above.low;
	if (is_point(low, high)) {
		str point = portion_text(r->a, low.shown);
		struct cut low_closed = high, high_closed = low;
		low_closed.after = 0;
		high_closed.after = 1;
		rule_fault(r, at.from, at.to, "Không rõ đúng %.*s được mấy điểm: không mức nào tính cả %.*s.", SF(point), SF(point));
		return rule_hint(r, "Viết “%.*s” hoặc “%.*s”.", SF(range_text(r->a, below.low, high_closed, rule->unit, count)),
		                 SF(range_text(r->a, low_closed, above.high, rule->unit, count)));
	}
	str range = range_text(r->a, low, high, rule->unit, count);
	rule_fault(r, at.from, at.to, "Không rõ %.*s được mấy điểm.", SF(range));
	if (!count && above.low.far > 0 && is_point(below.low, below.high)) {                 /* "đạt 90%" mostly means from there upwards */
		str upwards = range_text(r->a, below.low, above.low, rule->unit, count);
		return rule_hint(r, "Viết “%.*s” nếu ý là thế, hoặc thêm mức “%.*s: … điểm”.", SF(upwards), SF(range));
	}
	return rule_hint(r, "Thêm mức “%.*s: … điểm”.", SF(range));
}

static bool overlap(struct reading *r, const struct rule *rule, struct span x, struct span y, const struct fault *place, bool count)
{
	struct fault at = place[x.clause > y.clause ? x.clause : y.clause];
	struct cut low = y.low, high = cut_cmp(x.high, y.high) < 0 ? x.high : y.high;
	if (!count && is_point(low, high)) {
		str point = portion_text(r->a, low.shown);
		struct cut low_open = low, high_open = high;
		low_open.after = 1;
		high_open.after = 0;
		rule_fault(r, at.from, at.to, "Đúng %.*s có hai kết quả: hai mức cùng tính cả %.*s.", SF(point), SF(point));
		return rule_hint(r, "Viết “%.*s” hoặc “%.*s”.", SF(range_text(r->a, x.low, high_open, rule->unit, count)),
		                 SF(range_text(r->a, low_open, y.high, rule->unit, count)));
	}
	str range = range_text(r->a, low, high, rule->unit, count);
	rule_fault(r, at.from, at.to, "“%.*s” có hai kết quả: hai mức chồng lên nhau.", SF(range));
	return rule_hint(r, "Sửa cận của một trong hai mức để mỗi giá trị chỉ thuộc một mức.");
}

static int by_low(const void *x, const void *y)
{
	const struct span *a = x, *b = y;
	int c = cut_cmp(a->low, b->low);
	return c ? c : a->clause < b->clause ? -1 : 1;
}

static struct span *sorted(struct arena *a, const struct rule *rule, size_t n, bool count)
{
	struct span *s = make_n(a, struct span, n + 1);
	for (size_t i = 0; i < n; i++)
		s[i] = (struct span){ cut_of(rule->clauses.at[i].from, true, count), cut_of(rule->clauses.at[i].to, false, count), i };
	qsort(s, n, sizeof *s, by_low);
	return s;
}

/* Where values begin and end: 0; for a rate 100 % closed, or the highest bound. */
static struct cut bottom(bool percent)
{
	return (struct cut){ .at = exact_int(0), .shown = { figure_make(0, 0), percent } };
}

static struct cut top(bool percent, bool count)
{
	if (count)
		return (struct cut){ .far = 1 };
	return (struct cut){ .at = exact_int(1), .after = 1, .shown = { figure_make(percent ? 100 : 1, 0), percent } };
}

bool rule_bounds(struct reading *r, const struct rule *rule, const struct fault *place, bool count)
{
	size_t n = rule->clauses.n;
	struct span *s = sorted(r->a, rule, n, count);
	bool percent = false;
	for (size_t i = 0; i < n; i++) {
		percent |= s[i].low.shown.percent || s[i].high.shown.percent;
		if (cut_cmp(s[i].low, s[i].high) < 0)
			continue;
		struct fault at = place[s[i].clause];
		rule_fault(r, at.from, at.to, "Mức này không có giá trị nào: cận dưới không nhỏ hơn cận trên.");
		return rule_hint(r, "Viết cận nhỏ trước, ví dụ “từ 80%% đến dưới 90%%”.");
	}
	for (size_t i = 1; i < n; i++) {
		int c = cut_cmp(s[i - 1].high, s[i].low);
		if (c > 0)
			return overlap(r, rule, s[i - 1], s[i], place, count);
		if (c < 0)
			return gap(r, rule, s[i - 1], s[i], place[s[i].clause], count);
	}
	struct span all = { .low = { .far = -1 }, .high = { .far = 1 } };
	struct cut first = bottom(percent), last = top(percent, count);
	if (cut_cmp(s[0].low, first) > 0) {
		all.high = (struct cut){ .far = -1 };
		return gap(r, rule, all, s[0], place[s[0].clause], count);
	}
	if (cut_cmp(s[n - 1].high, last) < 0) {
		all.low = (struct cut){ .far = 1 };
		return gap(r, rule, s[n - 1], all, place[s[n - 1].clause], count);
	}
	return true;
}

/* What the others leave must be one piece: below all of them, above, or the one gap between. */
bool rule_rest(struct reading *r, struct rule *rule, size_t clause, struct fault at)
{
	bool count = rule->type == &rule_thresholds;
	struct span *s = sorted(r->a, rule, clause, count);
	struct clause *c = &rule->clauses.at[clause];
	size_t gaps = 0;
	bool percent = false;
	for (size_t i = 0; i < clause; i++) {
		percent |= s[i].low.shown.percent || s[i].high.shown.percent;
		if (!i || cut_cmp(s[i - 1].high, s[i].low) >= 0)
			continue;
		gaps++;
		c->from = bound_at(s[i - 1].high, true);
		c->to = bound_at(s[i].low, false);
	}
	if (clause && cut_cmp(s[0].low, bottom(percent)) > 0) {
		gaps++;
		c->from = (struct bound){ 0 };
		c->to = bound_at(s[0].low, false);
	}
	if (clause && cut_cmp(s[clause - 1].high, top(percent, count)) < 0) {
		gaps++;
		c->from = bound_at(s[clause - 1].high, true);
		c->to = (struct bound){ 0 };
	}
	if (gaps == 1)
		return true;
	rule_fault(r, at.from, at.to, gaps ? "Các mức kia để trống nhiều khoảng, nên không rõ “còn lại” là khoảng nào."
	                                 : "Các mức kia đã đủ mọi giá trị, không còn gì cho “còn lại”.");
	return rule_hint(r, "Viết rõ cận thay cho “còn lại”, ví dụ “dưới 80%%: 0 điểm”.");
}
