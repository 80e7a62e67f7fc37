#include "core/check.h"
#include "core/wording.h"

/* A percentage beside "a/b points" must be the same thing in other words. The points of a criterion
 * may also have been rounded from it; those of the whole index are a sum. */

struct score { str where, name; struct figure points, max, percent; struct source source; bool is_leaf; };

static bool agrees(const struct score *s, struct exact percent)
{
	struct exact points = exact_div(exact_mul(exact_of(s->max), exact_of(s->percent)), exact_int(100));
	struct figure rounded = exact_round(points, s->points.scale);
	return figure_is(s->percent, percent) || (s->is_leaf && figure_same(rounded, s->points));
}

static void report(struct arena *a, struct facts *f, const struct score *s)
{
	enum { DECIMALS = 2 };
	struct exact percent = exact_mul(exact_div(exact_of(s->points), exact_of(s->max)), exact_int(100));
	struct figure computed = exact_round(percent, DECIMALS);
	if (!s->percent.present || !computed.present || agrees(s, percent))
		return;
	struct check_result *r = check_add(a, f, &check_percent, SEVERITY_WARNING, s->where, s->source);
	r->printed = str_fmt(a, "%.*s%%", SF(dot_printed(a, s->percent)));
	r->computed = str_fmt(a, "%.*s%%", SF(figure_dot(a, computed)));
	r->message = str_fmt(a, "%.*s: %.*s/%.*s điểm là %.*s%% nhưng văn bản ghi %.*s%%.", SF(s->name),
	                     SF(say_printed(a, s->points)), SF(say_printed(a, s->max)),
	                     SF(figure_vi(a, computed)), SF(say_printed(a, s->percent)));
}

static void run(struct arena *a, struct facts *f)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		struct source at = source_or(c->points_source, c->source);
		if (c->percent.present)
			report(a, f,
			       &(struct score){ c->code, str_fmt(a, "Tiêu chí %.*s", SF(c->code)), c->points,
			                        c->max, c->percent, at, true });
	}
	const struct result *t = &f->result;
	if (t->present)
		report(a, f, &(struct score){ S("total"), S("Tổng"), t->points, t->max, t->percent, t->source, false });
}

const struct check check_percent = {
	.name = "percent", .help = "Tỷ lệ phần trăm ghi cạnh điểm phải bằng điểm đạt chia cho điểm tối đa.",
	.source = "domain.md 5; seed 000 (1.1)", .run = run,
};
