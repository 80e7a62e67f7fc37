#include "core/check.h"
#include "core/mend.h"
#include "core/ratio.h"
#include "core/wording.h"

/* Points that a formula made must follow from the rate that the reason names. */

static str advice(struct arena *a, const struct facts *f, const struct sums *s, size_t i, struct figure points)
{
	const struct criterion *c = &f->criteria.at[i];
	struct figure mended = exact_round(exact_of(points), c->points.scale);
	str agrees = mend_agrees(a, f, s, false, i, difference_of(c->max, mended));
	return agrees.n ? str_fmt(a, "; với %.*s thì %.*s", SF(figure_vi(a, mended)), SF(agrees)) : agrees;
}

static void run(struct arena *a, struct facts *f)
{
	const struct sums *s = f->sums;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		const struct ratio *by = s->ratios[i];
		if (!by)
			continue;
		struct source at = source_or(c->points_source, c->source);
		struct check_result *r = check_add(a, f, &check_ratio, SEVERITY_WARNING, c->code, at);
		r->printed = dot_printed(a, c->points);
		r->computed = figure_dot(a, by->points);
		str sum = by->formula ? by->words : str_fmt(a, "%.*s × %.*s = %.*s", SF(by->words), SF(figure_vi(a, c->max)),
		                                          SF(figure_vi(a, by->points)));
		r->message = str_fmt(a, "Tiêu chí %.*s: %.*s nhưng văn bản ghi đạt %.*s điểm%.*s.", SF(c->code), SF(sum),
		                     SF(say_printed(a, c->points)), SF(advice(a, f, s, i, by->points)));
	}
}

const struct check check_ratio = {
	.name = "ratio", .help = "Điểm đạt phải tính ra được từ tỷ lệ nêu trong lý do.",
	.source = "domain.md 4 (R4, R8, R11), 5; seeds 000 (7a.3.3.3), 002 (7.1.1.4), 003 (1.3, 3.2.2)", .run = run,
};
