/* What body and annex say of the same thing is joined; what a field has for all its criteria goes to each of
 * them (facts.md: a criterion takes lead, support, due, remedies of its field; its own beat them). */
#include "extract/fill.h"
#include "extract/stack.h"

static struct figure less(struct figure max, struct figure points)
{
	if (!max.present || !points.present)
		return (struct figure){ 0 };
	int scale = max.scale > points.scale ? max.scale : points.scale;
	return exact_round(exact_sub(exact_of(max), exact_of(points)), scale);
}

/* "III" is the field of 3.1, where no field is called 3. */
static bool roman_for(str field, str code)
{
	char low[8];
	size_t n = field.n < sizeof low ? field.n : 0;
	int top = 0;
	for (size_t i = 0; i < n; i++)
		low[i] = field.p[i] >= 'A' && field.p[i] <= 'Z' ? (char)(field.p[i] | 0x20) : '?';
	for (size_t i = 0; i < code.n && i < 3 && code.p[i] >= '0' && code.p[i] <= '9'; i++)
		top = top * 10 + (code.p[i] - '0');
	return top && roman_of((str){ low, n }) == top;
}

/* The nearest field above: the longest code that the criterion's begins with. */
static struct field *field_above(struct facts *f, str code)
{
	struct field *best = NULL;
	for (size_t i = 0; i < f->fields.n; i++) {
		struct field *d = &f->fields.at[i];
		if (!best && roman_for(d->code, code))
			best = d;
		if (code_under(code, d->code) && (!best || d->code.n > best->code.n))
			best = d;
	}
	return best;
}

static void inherit(struct facts *f, struct criterion *c)
{
	bool remedies = c->remedies.n > 0, support = c->support.n > 0;
	for (struct field *d = field_above(f, c->code); d; d = d->parent.n ? facts_field(f, d->parent) : NULL) {
		if (!c->lead.n)
			c->lead = d->lead;
		if (!support && d->support.n) {
			c->support = d->support;
			support = true;
		}
		if (c->due.kind == DUE_NONE)
			c->due = d->due;
		if (!remedies && d->remedies.n) {
			c->remedies = d->remedies;
			remedies = true;
		}
		/* a field's labels are places for its criteria too */
		c->form.lead |= d->form.lead && d->section.n;
	}
}

/* The deductions that a field's section names, in the order of its criteria. */
static void join_items(struct cx *x, struct field *d)
{
	struct facts *f = x->f;
	size_t n = 0;
	struct criterion **cs = make_n(x->a, struct criterion *, f->criteria.n + 1);
	for (size_t i = 0; i < f->criteria.n; i++)
		if (code_under(f->criteria.at[i].code, d->code) && field_above(f, f->criteria.at[i].code) == d)
			cs[n++] = &f->criteria.at[i];
	if (!n || !d->items.n)
		return;
	str *words = make_n(x->a, str, n), *texts = make_n(x->a, str, d->items.n);
	size_t *of = make_n(x->a, size_t, d->items.n);
	for (size_t i = 0; i < n; i++)
		words[i] = fold_plain(x->a, str_fmt(x->a, "%.*s %.*s", SF(cs[i]->name), SF(cs[i]->reason)));
	for (size_t i = 0; i < d->items.n; i++)
		texts[i] = fold_plain(x->a, d->items.at[i].text);
	stack_share(words, n, texts, d->items.n, of);
	for (size_t i = 0; i < d->items.n && d->items.n <= n; i++) {
		struct criterion *c = cs[of[i]];
		if (d->items.n != n && words_shared(words[of[i]], texts[i]) < 50)
			continue;
		c->body_lost = d->items.at[i].lost;
		c->body_source = d->items.at[i].source;
	}
}

static void run(struct cx *x)
{
	struct facts *f = x->f;
	for (size_t i = 0; i < f->fields.n; i++) {
		struct field *d = &f->fields.at[i];
		for (size_t k = 0; k < f->fields.n; k++)
			if (code_under(d->code, f->fields.at[k].code) && f->fields.at[k].code.n > d->parent.n)
				d->parent = f->fields.at[k].code;
		if (!d->printed_lost.present && d->body_lost.present) {
			d->printed_lost = d->body_lost;
			d->lost_source = d->body_source;
			if (!d->source.line)
				d->source = d->body_source;
		}
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		struct field *d = &f->fields.at[i];
		d->lost = less(d->max, d->points);
		join_items(x, d);
	}
	for (size_t i = 0; i < f->criteria.n; i++) {
		struct criterion *c = &f->criteria.at[i];
		const struct field *d = field_above(f, c->code);
		c->field = d ? d->code : code_top(c->code);
		c->lost = less(c->max, c->points);
		if (!c->lost.present && c->printed_lost.present) {
			c->lost = c->printed_lost;
			c->lost.digits = c->lost.digits < 0 ? -c->lost.digits : c->lost.digits;
		}
		inherit(f, c);
	}
	/* codes rise: what is under a code stands behind it */
	for (size_t i = 0; i + 1 < f->criteria.n; i++)
		for (size_t k = i + 1; k < f->criteria.n && k < i + 30 && f->criteria.at[i].leaf; k++)
			if (code_under(f->criteria.at[k].code, f->criteria.at[i].code))
				f->criteria.at[i].leaf = false;
	f->result.lost = less(f->result.max, f->result.points);
}

const struct finder find_joined = { "nối thân văn bản với phụ lục", "facts.md; seeds 001, 003", run };
