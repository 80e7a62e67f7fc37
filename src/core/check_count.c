#include "core/check.h"
#include "core/sums.h"
#include "core/wording.h"

/* Stated counts = rows. A parent row, counted or not, may explain the gap. */

struct tally { size_t rows, leaves; };

static bool is_lost(struct exact lost) { return !exact_defined(lost) || lost.num > 0; }

/* Rows under each field, also those of its sub-fields. */
static struct tally *tally_fields(struct arena *a, const struct facts *f, const struct outline *o, struct tally *all)
{
	enum { LEVELS_MAX = 16 };
	struct tally *t = make_n(a, struct tally, f->fields.n + 1);
	for (size_t i = 0; i < f->criteria.n; i++) {
		if (!is_lost(criterion_lost(&f->criteria.at[i])))
			continue;
		all->rows++;
		all->leaves += !o->has_children[i];
		size_t field = o->criterion_field[i];
		for (int level = 0; field != NO_INDEX && level < LEVELS_MAX; level++, field = o->field_parent[field]) {
			t[field].rows++;
			t[field].leaves += !o->has_children[i];
		}
	}
	return t;
}

static void report(struct arena *a, struct facts *f, enum severity severity, str where, int stated,
                   size_t computed, struct source at, str message)
{
	struct check_result *r = check_add(a, f, &check_count, severity, where, at);
	r->printed = str_fmt(a, "%d", stated);
	r->computed = str_fmt(a, "%zu", computed);
	r->message = message;
}

/* A number of criteria can only be wrong where all of them are listed: sums that agree prove it. */
static bool list_is_whole(const struct sums *s)
{
	bool holds = false;
	for (size_t i = 0; i < s->n; i++) {
		const struct sum *sum = &s->at[i];
		bool over_criteria = sum->parts.n && !sum->parts.at[0].is_field && sum->of == SUM_LOST;
		holds = holds || (over_criteria && (sum->state == SUM_HOLDS || sum->state == SUM_ROUNDED));
	}
	return holds;
}

static void compare(struct arena *a, struct facts *f, str where, str subject, int stated, struct tally t,
                    bool whole, struct source at)
{
	size_t n = (size_t)stated;
	if (stated <= 0 || !t.rows || n == t.leaves)
		return;
	if (n == t.rows) {
		report(
		    a, f, SEVERITY_WARNING, where, stated, t.leaves, at,
		    str_fmt(
			a,
			"%.*s: văn bản ghi %d tiêu chí bị trừ điểm, đúng bằng số dòng, nhưng trong đó %zu dòng là tiêu chí cha "
			"của các dòng khác; tính riêng thì còn %zu tiêu chí.",
			SF(subject), stated, t.rows - t.leaves, t.leaves));
		return;
	}
	str parents = t.rows == t.leaves ? S("") : str_fmt(a, " dòng (kể cả %zu tiêu chí cha)", t.rows - t.leaves);
	report(a, f, whole || n < t.leaves ? SEVERITY_ERROR : SEVERITY_WARNING, where, stated, t.rows, at,
	       str_fmt(a, "%.*s: văn bản ghi %d tiêu chí bị trừ điểm nhưng liệt kê %zu%.*s.", SF(subject), stated, t.rows, SF(parents)));
}

static bool all_fields_known(const struct facts *f, const struct outline *o)
{
	for (size_t i = 0; i < f->fields.n; i++)
		if (o->field_parent[i] == NO_INDEX && !exact_defined(field_lost(&f->fields.at[i])))
			return false;
	return f->fields.n > 0;
}

static void note_number(struct arena *a, strs *seen, str number)
{
	for (size_t i = 0; i < seen->n; i++)
		if (str_eq(seen->at[i], number))
			return;
	*vec_add(a, seen) = number;
}

/* The fields that lost points: by their own figures, and by those of the criteria below them. */
static size_t fields_that_lost(struct arena *a, const struct facts *f, const struct outline *o)
{
	strs seen = { 0 };
	for (size_t i = 0; i < f->fields.n; i++)
		if (o->field_parent[i] == NO_INDEX && field_lost(&f->fields.at[i]).num > 0)
			note_number(a, &seen, code_field(f->fields.at[i].code));
	for (size_t i = 0; i < f->criteria.n; i++)
		if (criterion_lost(&f->criteria.at[i]).num > 0)
			note_number(a, &seen, code_field(f->criteria.at[i].code));
	return seen.n;
}

static void compare_fields(struct arena *a, struct facts *f, const struct sums *s, size_t leaves)
{
	const struct outline *o = &s->outline;
	if (f->result.fields_lost <= 0)
		return;
	size_t lost = fields_that_lost(a, f, o), stated = (size_t)f->result.fields_lost;
	/* every field is known, or every criterion that lost points is listed: nothing else can have lost any */
	bool whole = f->result.criteria_lost > 0 && (size_t)f->result.criteria_lost == leaves;
	for (size_t i = 0; i < s->n; i++)
		whole = whole || (s->at[i].is_total && s->at[i].parts.n && s->at[i].parts.at[0].is_field && all_fields_known(f, o));
	if (!lost || stated == lost || (!whole && stated > lost))
		return;
	struct source at = source_or(f->result.fields_lost_source, f->result.source);
	report(a, f, SEVERITY_ERROR, S("fields lost"), f->result.fields_lost, lost, at,
	       str_fmt(a, "Văn bản ghi %d lĩnh vực bị trừ điểm nhưng chỉ %zu lĩnh vực có điểm bị trừ.",
	               f->result.fields_lost, lost));
}

static size_t index_of_field(const struct facts *f, str code)
{
	for (size_t i = 0; i < f->fields.n; i++)
		if (str_eq(f->fields.at[i].code, code))
			return i;
	return NO_INDEX;
}

static void run(struct arena *a, struct facts *f)
{
	const struct sums *s = f->sums;
	struct tally all = { 0, 0 }, *fields = tally_fields(a, f, &s->outline, &all);
	bool whole = list_is_whole(s);
	const struct result *t = &f->result;
	struct source at = source_or(t->criteria_lost_source, t->source);
	if (t->present)
		compare(a, f, S("criteria lost"), S("Tổng số"), t->criteria_lost, all, whole, at);
	compare_fields(a, f, s, all.leaves);
	for (size_t i = 0; i < f->counts.n; i++) {
		const struct stated_count *c = &f->counts.at[i];
		size_t field = c->code.n ? index_of_field(f, c->code) : NO_INDEX;
		if (c->code.n && field == NO_INDEX)
			continue;
		str subject = c->code.n ? str_fmt(a, "Lĩnh vực %.*s", SF(c->code)) : S("Tổng số");
		compare(a, f, c->where, subject, c->stated, c->code.n ? fields[field] : all, whole, c->source);
	}
}

const struct check check_count = {
	.name = "count", .help = "Số tiêu chí, số lĩnh vực bị trừ điểm ghi trong văn bản phải bằng số đã liệt kê.",
	.source = "domain.md 5; seed 003 (40 tiêu chí, 8 lĩnh vực)", .run = run,
};
