#include "core/lacks.h"

static bool asked(const struct criterion *c) { return c->form.lead; }
static bool has(const struct criterion *c) { return c->lead.n > 0; }
static bool field_asked(const struct field *d) { return d->form.lead; }
static bool field_has(const struct field *d) { return d->lead.n > 0; }

static void run(struct arena *a, struct facts *f)
{
	report_lacks(a, f, &(struct lack){ &check_missing_lead, "đơn vị chủ trì", asked, has, field_asked, field_has });
}

const struct check check_missing_lead = {
	.name = "missing_lead", .help = "Mỗi tiêu chí bị trừ điểm phải có đơn vị chủ trì.",
	.source = "domain.md 5", .run = run,
};
