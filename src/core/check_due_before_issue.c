#include "core/check.h"

/* A plan cannot set a deadline that has passed. A report may: it tells what became of it. */

static bool is_plan(const struct document *d)
{
	return d->kind == DOC_PLAN || d->kind == DOC_DECISION ||
	       (d->kind == DOC_ANNEX && d->attached_to.present &&
	        (d->attached_to.kind == DOC_PLAN || d->attached_to.kind == DOC_DECISION));
}

static bool has_passed(const struct facts *f, const struct due *d)
{
	return d->kind != DUE_NONE && d->kind != DUE_ONGOING && d->to.year && f->document.date.year &&
	       date_cmp(d->to, f->document.date) < 0;
}

static void report(struct arena *a, struct facts *f, str where, str subject, const struct due *d, struct source at)
{
	struct check_result *r =
	    check_add(a, f, &check_due_before_issue, SEVERITY_WARNING, where, source_or(d->source, at));
	str text = d->text.n ? d->text : date_iso(a, d->to);
	r->printed = date_iso(a, d->to);
	r->computed = date_iso(a, f->document.date);
	r->message = str_fmt(a, "%.*s: thời hạn “%.*s” đã qua khi văn bản được ban hành.", SF(subject), SF(text));
}

/* What a criterion takes from its field is said once, of the field. */
static bool is_of_field(const struct facts *f, const struct criterion *c)
{
	const struct field *d = NULL;
	for (size_t i = 0; !d && i < f->fields.n; i++)
		d = str_eq(f->fields.at[i].code, c->field) ? &f->fields.at[i] : NULL;
	return d && d->due.kind == c->due.kind && str_eq(d->due.text, c->due.text) &&
	       d->due.source.line == c->due.source.line;
}

static void run(struct arena *a, struct facts *f)
{
	if (!is_plan(&f->document))
		return;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (has_passed(f, &c->due) && !is_of_field(f, c))
			report(a, f, c->code, str_fmt(a, "Tiêu chí %.*s", SF(c->code)), &c->due, c->source);
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		if (has_passed(f, &d->due))
			report(a, f, d->section.n ? str_fmt(a, "section %.*s", SF(d->section)) : d->code,
			       str_fmt(a, "Lĩnh vực %.*s", SF(d->code)), &d->due,
			       source_or(d->body_source, d->source));
	}
}

const struct check check_due_before_issue = {
	.name = "due_before_issue", .help = "Thời hạn khắc phục không được sớm hơn ngày ban hành kế hoạch.",
	.source = "domain.md 5", .run = run,
};
