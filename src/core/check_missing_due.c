#include "core/lacks.h"

/* A criterion without a remedy has nothing that could be due; missing_remedy says so. */
static bool asked(const struct criterion *c) { return c->form.due && (c->remedies.n || !c->form.remedy); }
static bool has(const struct criterion *c) { return c->due.kind != DUE_NONE || c->due.text.n; }
static bool field_asked(const struct field *d) { return d->form.due; }
static bool field_has(const struct field *d) { return d->due.kind != DUE_NONE || d->due.text.n; }

static void run(struct arena *a, struct facts *f)
{
	report_lacks(
	    a, f,
	    &(struct lack){ &check_missing_due, "thời hạn thực hiện", asked, has, field_asked, field_has });
}

const struct check check_missing_due = {
	.name = "missing_due", .help = "Mỗi tiêu chí bị trừ điểm phải có thời hạn khắc phục.",
	.source = "domain.md 5; seeds 001 (II.1), 004 (1.6, 3.3.2)", .run = run,
};
