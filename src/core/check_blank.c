#include "core/check.h"

/* A number or a day left open is filled in before the document goes out. */

static const char *what_is_open(const struct blank *b) { return !strcmp(b->what, "day") ? "Ngày" : "Số"; }

static void run(struct arena *a, struct facts *f)
{
	str where = f->document.kind == DOC_ANNEX ? S("annex title") : S("title");
	for (size_t i = 0; i < f->blanks.n; i++) {
		const struct blank *b = &f->blanks.at[i];
		struct check_result *r = check_add(a, f, &check_blank, SEVERITY_WARNING, where, b->source);
		r->printed = b->text;
		r->message = str_fmt(a, "%s văn bản còn để trống: “%.*s”.", what_is_open(b), SF(b->text));
	}
}

const struct check check_blank = {
	.name = "blank", .help = "Số và ngày của văn bản không được để trống.",
	.source = "facts.md; seed 000 (Báo cáo số        /BC-SNgV)", .run = run,
};
