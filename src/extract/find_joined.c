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

/* What stands above what. */
enum { ROMANS = 16 };
struct levels {
	struct codes fields;
	size_t       roman[ROMANS];          /* by its number: the first field called so */
	size_t      *field;                  /* by index of criterion: the nearest field above, or NO_INDEX */
};

/* "III" -> 3; 0 where it is none. */
static int roman_code(str code)
{
	char low[8];
	size_t n = code.n < sizeof low ? code.n : 0;
	for (size_t i = 0; i < n; i++)
		low[i] = code.p[i] >= 'A' && code.p[i] <= 'Z' ? (char)(code.p[i] | 0x20) : '?';
	return roman_of((str){ low, n });
}

/* "3.1" -> 3, of three digits at most */
static size_t top_number(str code)
{
	size_t n = 0;
	for (size_t i = 0; i < code.n && i < 3 && code.p[i] >= '0' && code.p[i] <= '9'; i++)
		n = n * 10 + (size_t)(code.p[i] - '0');
	return n;
}

/* The longest code above that is a field's; "III" is the field of 3.1, where no field is called 3. */
static size_t field_above(const struct levels *v, str code)
{
	size_t roman = top_number(code);
	for (str above = code_above(code); above.n; above = code_above(above)) {
		size_t i = codes_find(&v->fields, above);
		if (i != NO_INDEX)
			return i;
	}
	return roman < ROMANS ? v->roman[roman] : NO_INDEX;
}

static struct levels levels_of(struct arena *a, const struct facts *f)
{
	struct levels v = { .field = make_n(a, size_t, f->criteria.n + 1) };
	for (size_t i = 0; i < ROMANS; i++)
		v.roman[i] = NO_INDEX;
	for (size_t i = 0; i < f->fields.n; i++) {
		int number = roman_code(f->fields.at[i].code);
		codes_add(a, &v.fields, f->fields.at[i].code, i);
		if (number && v.roman[number] == NO_INDEX)
			v.roman[number] = i;
	}
	for (size_t i = 0; i < f->criteria.n; i++)
		v.field[i] = field_above(&v, f->criteria.at[i].code);
	return v;
}

static void inherit(struct facts *f, const struct levels *v, struct criterion *c, size_t field)
{
	bool remedies = c->remedies.n > 0, support = c->support.n > 0;
	for (; field != NO_INDEX; field = codes_find(&v->fields, f->fields.at[field].parent)) {
		const struct field *d = &f->fields.at[field];
		if (!c->lead.n)
			c->lead = d->lead;
		if (!support && d->support.n) {
			c->support = d->support;
			support = true;
		}
		if (c->due.kind == DUE_NONE && !c->due.text.n)
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
static void join_items(struct cx *x, const struct levels *v, size_t field)
{
	struct facts *f = x->f;
	const struct field *d = &f->fields.at[field];
	if (!d->items.n)
		return;
	size_t n = 0;
	struct criterion **cs = make_n(x->a, struct criterion *, f->criteria.n + 1);
	for (size_t i = 0; i < f->criteria.n; i++)
		if (v->field[i] == field && code_under(f->criteria.at[i].code, d->code))
			cs[n++] = &f->criteria.at[i];
	if (!n)
		return;
	str *words = make_n(x->a, str, n), *texts = make_n(x->a, str, d->items.n);
	size_t *of = make_n(x->a, size_t, d->items.n);
	for (size_t i = 0; i < n; i++) {
		struct buf b = buf_open(x->a);
		buf_put(&b, cs[i]->name);
		buf_put(&b, S(" "));
		buf_put(&b, cs[i]->reason);
		words[i] = fold_plain(x->a, buf_str(&b));
	}
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

static void join_field(const struct levels *v, struct field *d)
{
	for (str above = code_above(d->code); above.n > d->parent.n; above = code_above(above))
		if (codes_find(&v->fields, above) != NO_INDEX)
			d->parent = above;
	if (!d->printed_lost.present && d->body_lost.present) {
		d->printed_lost = d->body_lost;
		d->lost_source = d->body_source;
		if (!d->source.line)
			d->source = d->body_source;
	}
	d->lost = less(d->max, d->points);
}

static void join_criterion(struct facts *f, const struct levels *v, size_t i)
{
	struct criterion *c = &f->criteria.at[i];
	c->field = v->field[i] != NO_INDEX ? f->fields.at[v->field[i]].code : code_top(c->code);
	c->lost = less(c->max, c->points);
	if (!c->lost.present && c->printed_lost.present) {
		c->lost = c->printed_lost;
		c->lost.digits = c->lost.digits < 0 ? -c->lost.digits : c->lost.digits;
	}
	inherit(f, v, c, v->field[i]);
}

/* Codes rise: what is under a code stands behind it, and not far. */
static void mark_parents(struct cx *x)
{
	enum { BEHIND_MAX = 30 };
	struct facts *f = x->f;
	for (size_t k = 0; k < f->criteria.n; k++)
		for (str above = code_above(f->criteria.at[k].code); above.n; above = code_above(above)) {
			size_t i = codes_find(&x->criteria, above);
			if (i < k && k < i + BEHIND_MAX)
				f->criteria.at[i].leaf = false;
		}
}

static void run(struct cx *x)
{
	struct facts *f = x->f;
	struct levels v = levels_of(x->a, f);
	for (size_t i = 0; i < f->fields.n; i++)
		join_field(&v, &f->fields.at[i]);
	for (size_t i = 0; i < f->fields.n; i++)
		join_items(x, &v, i);
	for (size_t i = 0; i < f->criteria.n; i++)
		join_criterion(f, &v, i);
	mark_parents(x);
	f->result.lost = less(f->result.max, f->result.points);
}

const struct finder find_joined = { "nối thân văn bản với phụ lục", "facts.md; seeds 001, 003", run };
