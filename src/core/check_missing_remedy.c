#include "core/lacks.h"

static bool asked(const struct criterion *c) { return c->form.remedy; }
static bool has(const struct criterion *c) { return c->remedies.n > 0; }
/* The yearly tasks of a field (001, part a) stand for its remedies in the body, but mend no criterion. */
static bool field_asked(const struct field *d) { return d->form.remedy && !d->tasks.n; }
static bool field_has(const struct field *d) { return d->remedies.n > 0; }

static void run(struct arena *a, struct facts *f)
{
	report_lacks(a, f,
	             &(struct lack){ &check_missing_remedy, "giải pháp khắc phục", asked, has, field_asked,
	                             field_has });
}

const struct check check_missing_remedy = {
	.name = "missing_remedy", .help = "Mỗi tiêu chí bị trừ điểm phải có ít nhất một giải pháp khắc phục.",
	.source = "domain.md 5; seeds 001 (1.2.2, 1.7, 7.2.3), 002 (7.1.1.7)", .run = run,
};
