#include "core/check.h"
#include "core/mend.h"
#include "core/wording.h"

/* A parent's points are those of its children. Where rows are leaves as a rule, a parent among them is
 * deducted twice; where rows are a hierarchy and totals count leaves only, it is a subtotal. */

static bool children_lost(const struct facts *f, const struct outline *o, size_t parent, size_t at)
{
	for (size_t k = at + 1; k < f->criteria.n &&
	                        code_under(f->criteria.at[o->criteria[k]].code, f->criteria.at[parent].code);
	     k++)
		if (criterion_lost(&f->criteria.at[o->criteria[k]]).num <= 0)
			return false;
	return true;
}

static str children_names(struct arena *a, const struct facts *f, const struct outline *o, size_t parent, size_t at)
{
	enum { NAMED = 4 };
	struct buf b = buf_open(a);
	size_t n = 0;
	for (size_t k = at + 1; k < f->criteria.n; k++) {
		str code = f->criteria.at[o->criteria[k]].code;
		if (!code_under(code, f->criteria.at[parent].code))
			break;
		if (o->criterion_parent[o->criteria[k]] != parent)
			continue;
		if (n++ == NAMED) {
			buf_put(&b, S(", …"));
			break;
		}
		buf_fmt(&b, "%s%.*s", n > 1 ? ", " : "", SF(code));
	}
	return buf_str(&b);
}

static size_t rows_lost(const struct facts *f, const struct outline *o, bool leaves)
{
	size_t n = 0;
	for (size_t i = 0; i < f->criteria.n; i++)
		n += criterion_lost(&f->criteria.at[i]).num > 0 && !(leaves && o->has_children[i]);
	return n;
}

/* One figure of the sum that is wrong in itself explains it; looked for once a sum. */
enum answer { NOT_ASKED, YES, NO };

static bool is_explained(struct arena *a, const struct facts *f, const struct sums *s, enum answer *answers, size_t sum)
{
	if (answers[sum] == NOT_ASKED)
		answers[sum] = mend_explains(a, f, &s->at[sum]).n ? YES : NO;
	return answers[sum] == YES;
}

/* What the document itself adds up tells whether the parent was counted. */
static bool is_counted(struct arena *a, const struct facts *f, const struct sums *s, enum answer *answers,
                       size_t i, enum severity *ret)
{
	size_t over = s->over_criterion[i];
	*ret = SEVERITY_WARNING;
	if (over == NO_INDEX || !s->at[over].parts.n || !s->at[over].whole) {
		size_t stated = (size_t)f->result.criteria_lost;
		return stated && stated == rows_lost(f, &s->outline, false) &&
		       stated != rows_lost(f, &s->outline, true);
	}
	const struct sum *sum = &s->at[over];
	if (sum->state == SUM_HOLDS || sum->state == SUM_ROUNDED || sum->below)
		return false;
	*ret = SEVERITY_ERROR;
	return sum->state == SUM_WITH_PARENT || !is_explained(a, f, s, answers, over);
}

static void run(struct arena *a, struct facts *f)
{
	const struct sums *s = f->sums;
	const struct outline *o = &s->outline;
	enum answer *answers = make_n(a, enum answer, s->n + 1);
	for (size_t k = 0; !o->lists_parents && k < f->criteria.n; k++) {
		size_t i = o->criteria[k];
		const struct criterion *c = &f->criteria.at[i];
		struct exact lost = criterion_lost(c);
		enum severity severity;
		if (!o->has_children[i] || lost.num <= 0 || !children_lost(f, o, i, k) ||
		    !is_counted(a, f, s, answers, i, &severity))
			continue;
		struct check_result *r = check_add(a, f, &check_double_count, severity, c->code, c->source);
		r->printed = c->printed_lost.present ? dot_printed(a, c->printed_lost) : dot(a, lost);
		r->computed = S("0");
		r->message = str_fmt(
		    a,
		    "Tiêu chí %.*s (bị trừ %.*s) đứng cùng danh sách với các tiêu chí con của nó (%.*s) "
		    "nên điểm bị trừ hai lần; chỉ tính các tiêu chí con.",
		    SF(c->code), SF(say(a, lost)), SF(children_names(a, f, o, i, k)));
	}
}

const struct check check_double_count = {
	.name = "double_count", .help = "Tiêu chí cha và các tiêu chí con của nó không được cùng tính điểm bị trừ.",
	.source = "domain.md 3, 5; seed 003 (7b.2.1)", .run = run,
};
