#include "core/check.h"

/* What a picture shows unclearly is asked for, never believed. */

static str where_of(const struct facts *f, struct source at)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		struct source s = f->criteria.at[i].source;
		if (s.page == at.page && s.table == at.table && s.row == at.row && s.line == at.line)
			return f->criteria.at[i].code;
	}
	return (str){ 0 };
}

static void run(struct arena *a, struct facts *f)
{
	for (size_t i = 0; i < f->unsure.n; i++) {
		const struct unsure *u = &f->unsure.at[i];
		struct check_result *r = check_add(a, f, &check_unsure, SEVERITY_WARNING, where_of(f, u->source), u->source);
		r->printed = u->text;
		r->message = str_fmt(a, "Ảnh không rõ: “%.*s” chỉ chắc %d%%, nên chưa dùng. Hãy nhìn bản gốc và nhập con số này.",
		                     SF(u->text), u->source.sure);
	}
}

const struct check check_unsure = {
	.name = "unsure", .help = "Con số nhận dạng từ ảnh mà không chắc thì hỏi lại, không dùng.",
	.source = "issue 3 (scans); blueprint.md (OCR)", .run = run,
};
