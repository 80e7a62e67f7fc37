#include "core/lacks.h"

static bool field_gives(const struct lack *l, const struct facts *f, const struct outline *o, size_t field)
{
	enum { LEVELS_MAX = 16 };
	for (int level = 0; l->field_has && field != NO_INDEX && level < LEVELS_MAX;
	     level++, field = o->field_parent[field])
		if (l->field_has(&f->fields.at[field]))
			return true;
	return false;
}

static void report_criterion(struct arena *a, struct facts *f, const struct lack *l, const struct criterion *c)
{
	struct check_result *r = check_add(a, f, l->check, SEVERITY_WARNING, c->code, c->source);
	r->message = str_fmt(a, "Tiêu chí %.*s bị trừ điểm nhưng chưa có %s.", SF(c->code), l->what);
}

static void report_field(struct arena *a, struct facts *f, const struct lack *l, const struct field *d)
{
	struct source at = source_or(d->body_source, d->source);
	str where = d->section.n ? str_fmt(a, "section %.*s", SF(d->section)) : d->code;
	struct check_result *r = check_add(a, f, l->check, SEVERITY_WARNING, where, at);
	if (d->section.n)
		r->message = str_fmt(a, "Mục %.*s (lĩnh vực %.*s) chưa ghi %s.", SF(d->section), SF(d->code), l->what);
	else
		r->message = str_fmt(a, "Lĩnh vực %.*s chưa ghi %s.", SF(d->code), l->what);
}

/* A parent is mended through its children. */
static bool is_asked(const struct lack *l, const struct facts *f, const struct outline *o, size_t i)
{
	const struct criterion *c = &f->criteria.at[i];
	struct exact lost = criterion_lost(c);
	return l->criterion_asked(c) && !o->has_children[i] && (!exact_defined(lost) || lost.num > 0);
}

void report_lacks(struct arena *a, struct facts *f, const struct lack *l)
{
	const struct outline *o = &f->sums->outline;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (is_asked(l, f, o, i) && !l->criterion_has(c) && !field_gives(l, f, o, o->criterion_field[i]))
			report_criterion(a, f, l, c);
	}
	for (size_t i = 0; l->field_asked && i < f->fields.n; i++)
		if (l->field_asked(&f->fields.at[i]) && !l->field_has(&f->fields.at[i]))
			report_field(a, f, l, &f->fields.at[i]);
}
