#include "core/lacks.h"

static bool asked(const struct criterion *c) { return c->form.progress; }
static bool has(const struct criterion *c) { return c->progress.text.n > 0; }

static void run(struct arena *a, struct facts *f)
{
	report_lacks(a, f, &(struct lack){ &check_missing_progress, "tiến độ thực hiện", asked, has, NULL, NULL });
}

const struct check check_missing_progress = {
	.name = "missing_progress", .help = "Báo cáo có cột tiến độ thì mỗi tiêu chí phải ghi tiến độ thực hiện.",
	.source = "domain.md 2, 5; seeds 000, 002", .run = run,
};
