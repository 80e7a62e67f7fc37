#include "core/lacks.h"

/* A criterion without a remedy has nothing that could be due; missing_remedy says so. */
static bool asked(const struct criterion *c) { return c->form.due && (c->remedies.n || !c->form.remedy); }
static bool has(const struct criterion *c) { return c->due.kind != DUE_NONE || c->due.text.n; }
static bool field_asked(const struct field *d) { return d->form.due; }
static bool field_has(const struct field *d) { return d->due.kind != DUE_NONE || d->due.text.n; }

/* Words that stand where the deadline belongs and are none: 31/11, "as soon as it is issued". */
static bool is_obscure(const struct due *d) { return d->kind == DUE_NONE && d->text.n; }

static void report(struct arena *a, struct facts *f, str where, const char *subject, str code, const struct due *d, struct source at)
{
	struct check_result *r = check_add(a, f, &check_missing_due, SEVERITY_WARNING, where, source_or(d->source, at));
	r->printed = d->text;
	r->message = str_fmt(a, "%s %.*s: thời hạn “%.*s” không xác định được ngày nào có thật; ghi như 30/6/2026, tháng 6/2026, Quý II/2026.",
	                     subject, SF(code), SF(d->text));
}

/* What a criterion takes from its field is said once, of the field. */
static bool is_of_field(const struct facts *f, const struct due *d)
{
	for (size_t i = 0; i < f->fields.n; i++)
		if (str_eq(f->fields.at[i].due.text, d->text) && f->fields.at[i].due.source.line == d->source.line)
			return true;
	return false;
}

static void report_obscure(struct arena *a, struct facts *f)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (is_obscure(&c->due) && !is_of_field(f, &c->due))
			report(a, f, c->code, "Tiêu chí", c->code, &c->due, c->source);
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		if (is_obscure(&d->due))
			report(a, f, d->section.n ? str_fmt(a, "section %.*s", SF(d->section)) : d->code, "Lĩnh vực", d->code, &d->due,
			       source_or(d->body_source, d->source));
	}
}

static void run(struct arena *a, struct facts *f)
{
	report_lacks(
	    a, f,
	    &(struct lack){ &check_missing_due, "thời hạn thực hiện", asked, has, field_asked, field_has });
	report_obscure(a, f);
}

const struct check check_missing_due = {
	.name = "missing_due", .help = "Mỗi tiêu chí bị trừ điểm phải có thời hạn khắc phục hiểu được.",
	.source = "domain.md 5; seeds 001 (II.1), 004 (1.6, 3.3.2)", .run = run,
};
