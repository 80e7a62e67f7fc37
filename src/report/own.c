#include "report/own.h"

static const struct field *field_called(const struct facts *f, str code)
{
	for (size_t i = 0; i < f->fields.n; i++)
		if (code.n && str_eq(f->fields.at[i].code, code))
			return &f->fields.at[i];
	return NULL;
}

const struct field *field_of(const struct facts *f, str code)
{
	const struct field *d = NULL;
	for (str above = code_above(code); above.n && !d; above = code_above(above))
		d = field_called(f, above);
	return d;
}

const struct field *field_over(const struct facts *f, const struct field *d) { return field_of(f, d->code); }

bool field_lost_any(const struct facts *f, const struct field *d)
{
	for (size_t i = 0; i < f->criteria.n; i++)
		if (code_under(f->criteria.at[i].code, d->code))
			return true;
	return false;
}

static bool same_texts(const strs *a, const strs *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (!str_eq(a->at[i], b->at[i]))
			return false;
	return a->n == b->n;
}

str own_lead(const struct facts *f, const struct criterion *c, bool told)
{
	const struct field *d = field_of(f, c->code);
	while (d && !d->lead.n)
		d = field_over(f, d);
	return told && d && str_eq(d->lead, c->lead) ? (str){ 0 } : c->lead;
}

strs own_support(const struct facts *f, const struct criterion *c, bool told)
{
	const struct field *d = field_of(f, c->code);
	while (d && !d->support.n)
		d = field_over(f, d);
	return told && d && same_texts(&d->support, &c->support) ? (strs){ 0 } : c->support;
}

strs own_remedies(const struct facts *f, const struct criterion *c, bool told)
{
	const struct field *d = field_of(f, c->code);
	while (d && !d->remedies.n)
		d = field_over(f, d);
	return told && d && same_texts(&d->remedies, &c->remedies) ? (strs){ 0 } : c->remedies;
}

static bool has_due(const struct due *d) { return d->text.n || d->kind != DUE_NONE; }

struct due own_due(const struct facts *f, const struct criterion *c, bool told)
{
	const struct field *d = field_of(f, c->code);
	while (d && !has_due(&d->due))
		d = field_over(f, d);
	bool same = told && d && str_eq(d->due.text, c->due.text) && d->due.kind == c->due.kind && !date_cmp(d->due.to, c->due.to);
	return same ? (struct due){ 0 } : c->due;
}
