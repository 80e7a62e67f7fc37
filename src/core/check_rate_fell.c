#include "core/check.h"
#include "core/wording.h"

/* A rate below the one that lost the points is no progress. */

static const struct measure *lowest(const struct criterion *c, enum measure_origin origin)
{
	const struct measure *low = NULL;
	for (size_t i = 0; i < c->measures.n; i++) {
		const struct measure *m = &c->measures.at[i];
		if (m->origin == origin && m->unit == UNIT_PERCENT && m->value.present &&
		    (!low || exact_cmp(exact_of(m->value), exact_of(low->value)) < 0))
			low = m;
	}
	return low;
}

static void run(struct arena *a, struct facts *f)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		const struct measure *was = lowest(c, ORIGIN_APPRAISAL), *now = lowest(c, ORIGIN_PROGRESS);
		if (!was || !now || c->progress.status == STATUS_NOT_DONE ||
		    exact_cmp(exact_of(now->value), exact_of(was->value)) >= 0)
			continue;
		struct source at = source_or(now->source, c->source);
		struct check_result *r = check_add(a, f, &check_rate_fell, SEVERITY_WARNING, c->code, at);
		r->printed = str_fmt(a, "%.*s%%", SF(dot_printed(a, now->value)));
		r->computed = str_fmt(a, "%.*s%%", SF(dot_printed(a, was->value)));
		r->message =
		    str_fmt(a, "Tiêu chí %.*s: tỷ lệ nay là %.*s%%, thấp hơn mức %.*s%% đã bị trừ điểm.",
		            SF(c->code), SF(say_printed(a, now->value)), SF(say_printed(a, was->value)));
	}
}

const struct check check_rate_fell = {
	.name = "rate_fell", .help = "Tỷ lệ trong tiến độ không được thấp hơn mức đã làm mất điểm.",
	.source = "domain.md 5; seed 000 (3.2.1)", .run = run,
};
