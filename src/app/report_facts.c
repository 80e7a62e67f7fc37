#include "app/report_facts.h"
#include "app/report_parts.h"
#include "core/day.h"
#include "report/report.h"
#include "store/repo_plan.h"
#include <stdlib.h>

/* -- the period --------------------------------------------------------------------------------------- */

bool report_cut_of(str word, struct report_cut *ret)
{
	static const struct { const char *word; enum period period; int most; } words[] = {
		{ "6-thang", PERIOD_SIX_MONTHS, 0 }, { "9-thang", PERIOD_NINE_MONTHS, 0 }, { "nam", PERIOD_YEAR, 0 },
		{ "quy-", PERIOD_QUARTER, 4 }, { "thang-", PERIOD_MONTH, 12 },
	};
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t n = strlen(words[i].word);
		int part = 0;
		if (!str_starts(word, str_c(words[i].word)))
			continue;
		for (size_t k = n; k < word.n && part <= words[i].most; k++)
			part = word.p[k] >= '0' && word.p[k] <= '9' ? part * 10 + (word.p[k] - '0') : words[i].most + 1;
		if (words[i].most ? part < 1 || part > words[i].most : word.n > n)
			return false;
		*ret = (struct report_cut){ true, words[i].period, part };
		return true;
	}
	return false;
}

/* The year in which the plan is carried out: the next one, or that of its issue where this is later. */
static bool put_period(struct report_reading *k, const struct report_cut *cut, struct err *e)
{
	struct document *d = &k->f->document;
	int year = k->p.issued.year > k->p.year ? k->p.issued.year : k->p.year + 1;
	d->cycle_year = k->p.year;
	k->to = record_today();
	if (cut && cut->cut) {
		if (!report_period(cut->period, year, cut->part, &d->period_from, &d->period_to))
			return fail(e, ERR_INPUT, "Không có kỳ báo cáo này."), err_hint(e, "Kỳ: quy-1 … quy-4, 6-thang, 9-thang, nam.");
		k->to = d->period_to;
	}
	if (d->kind == DOC_REPORT || (cut && cut->cut))
		d->as_of = k->to;
	return true;
}

/* -- figures ------------------------------------------------------------------------------------------ */

static struct figure figure_of(points p)
{
	struct figure f = p == NO_POINTS ? (struct figure){ 0 } : points_figure(p);
	f.comma = f.present;
	return f;
}

static points lost_of(points max, points reached, points lost)
{
	return lost != NO_POINTS ? lost : max != NO_POINTS && reached != NO_POINTS ? max - reached : NO_POINTS;
}

static void put_result(struct report_reading *k, int64_t percent)
{
	const struct plan *p = &k->p;
	struct result *r = &k->f->result;
	*r = (struct result){ .points = figure_of(p->points), .max = figure_of(p->max), .rank = p->rank, .group_size = p->group_size,
		              .lost = figure_of(lost_of(p->max, p->points, p->lost)) };
	r->printed_lost = r->lost;
	r->present = r->points.present || r->lost.present || r->rank;
	if (percent < 0 && p->points != NO_POINTS && p->max != NO_POINTS && p->max > 0)
		percent = percent_of(p->points, p->max);
	if (percent >= 0)
		r->percent = figure_make(percent, 2);
	for (size_t i = 0; i < p->findings.n; i++)
		r->criteria_lost += k->criterion[i] != NO_INDEX && (p->findings.at[i].lost == NO_POINTS || p->findings.at[i].lost > 0);
}

/* -- remedies ----------------------------------------------------------------------------------------- */

void report_join(struct arena *a, str *to, str text)
{
	size_t at = text.n ? str_find(*to, text, 0) : 0;
	bool there = text.n && at < to->n && (!at || to->p[at - 1] == ' ') && (at + text.n == to->n || to->p[at + text.n] == ';');
	if (text.n && !there)
		*to = to->n ? str_fmt(a, "%.*s; %.*s", SF(*to), SF(text)) : text;
}

static void add_once(struct arena *a, strs *list, str text)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i], text))
			return;
	*vec_add(a, list) = text;
}

static struct date begins(enum due_kind kind, struct date to)
{
	if (!to.year)
		return (struct date){ 0 };
	switch (kind) {
	case DUE_YEAR:
		return (struct date){ to.year, 1, 1 };
	case DUE_QUARTER:
		return (struct date){ to.year, (to.month - 1) / 3 * 3 + 1, 1 };
	case DUE_MONTH:
		return (struct date){ to.year, to.month, 1 };
	case DUE_NONE:
	case DUE_ONGOING:
	case DUE_DATE:
	case DUE_WORKING_DAYS:
		break;
	}
	return (struct date){ 0 };
}

/* Several dues that differ: all are said, the last day counts. */
static void put_due(struct arena *a, struct due *d, const struct plan_remedy *m)
{
	struct date to = m->term.kind == DUE_ONGOING ? (struct date){ 0 } : m->term.to;
	bool first = !d->kind && !d->text.n;
	report_join(a, &d->text, m->due_text.n ? m->due_text : day_vi(a, to));
	if (first || (to.year && (!d->to.year || date_cmp(to, d->to) > 0))) {
		d->kind = m->term.kind;
		d->to = to;
		d->from = begins(m->term.kind, to);
	}
}

static void put_remedies(struct report_reading *k, const struct plan_finding *x, struct criterion *c)
{
	for (size_t i = 0; i < x->remedies.n; i++) {
		const struct plan_remedy *m = &k->p.remedies.at[x->remedies.at[i]];
		*vec_add(k->a, &c->remedies) = m->text;
		report_join(k->a, &c->lead, m->lead);
		for (size_t s = 0; s < m->supports.n; s++)
			add_once(k->a, &c->support, m->supports.at[s]);
		put_due(k->a, &c->due, m);
	}
}

/* -- criteria ----------------------------------------------------------------------------------------- */

static str field_above(const struct report_reading *k, str code)
{
	str best = { 0 };
	for (size_t i = 0; i < k->p.fields.n; i++) {
		str f = k->p.fields.at[i].code;
		if (f.n > best.n && (str_eq(f, code) || code_under(code, f)))
			best = f;
	}
	return best.n ? best : code_top(code);
}

static void put_findings(struct report_reading *k)
{
	const struct plan *p = &k->p;
	k->criterion = make_n(k->a, size_t, p->findings.n + 1);
	k->finding = make_n(k->a, size_t, p->findings.n + 1);
	for (size_t i = 0; i < p->findings.n; i++) {
		const struct plan_finding *x = &p->findings.at[i];
		bool criterion = x->code.n && str_eq(x->origin, S("appraisal"));
		k->criterion[i] = criterion ? k->f->criteria.n : NO_INDEX;
		k->finding[i] = criterion ? NO_INDEX : k->f->findings.n;
		if (!criterion) {
			*vec_add(k->a, &k->f->findings) = (struct finding){ .text = x->text,
				.origin = str_eq(x->origin, S("self_check")) ? FINDING_SELF_CHECK : FINDING_INSPECTION };
			continue;
		}
		struct criterion *c = vec_add(k->a, &k->f->criteria);
		*c = (struct criterion){ .code = x->code, .name = x->name, .field = field_above(k, x->code), .max = figure_of(x->max),
			                 .points = figure_of(x->points), .lost = figure_of(lost_of(x->max, x->points, x->lost)),
			                 .reason = x->text, .cause = x->cause, .note = x->note, .leaf = true };
		c->printed_lost = c->lost;
		put_remedies(k, x, c);
	}
}

/* -- fields ------------------------------------------------------------------------------------------- */

struct of_field { points lost; size_t n, with_lead; bool partly; };       /* partly: the points of one are not known */

static struct of_field sum_up(const struct report_reading *k, str code)
{
	struct of_field s = { 0 };
	for (size_t i = 0; i < k->p.findings.n; i++) {
		const struct plan_finding *x = &k->p.findings.at[i];
		if (k->criterion[i] == NO_INDEX || !str_eq(k->f->criteria.at[k->criterion[i]].field, code))
			continue;
		points lost = lost_of(x->max, x->points, x->lost);
		s.partly |= lost == NO_POINTS;
		s.lost += lost == NO_POINTS ? 0 : lost;
		s.n++;
	}
	return s;
}

/* What its criteria have, each once, in their order. */
static void share_field(struct report_reading *k, struct field *f)
{
	for (size_t i = 0; i < k->p.findings.n; i++) {
		const struct plan_finding *x = &k->p.findings.at[i];
		if (k->criterion[i] == NO_INDEX || !str_eq(k->f->criteria.at[k->criterion[i]].field, f->code))
			continue;
		for (size_t j = 0; j < x->remedies.n; j++) {
			const struct plan_remedy *m = &k->p.remedies.at[x->remedies.at[j]];
			add_once(k->a, &f->remedies, m->text);
			report_join(k->a, &f->lead, m->lead);
			for (size_t s = 0; s < m->supports.n; s++)
				add_once(k->a, &f->support, m->supports.at[s]);
			put_due(k->a, &f->due, m);
		}
	}
}

static void put_fields(struct report_reading *k)
{
	for (size_t i = 0; i < k->p.fields.n; i++) {
		const struct plan_field *x = &k->p.fields.at[i];
		struct of_field s = sum_up(k, x->code);
		points lost = lost_of(x->max, x->points, x->lost), reached = x->points;
		if (lost == NO_POINTS && s.n && !s.partly)
			lost = s.lost;
		if (reached == NO_POINTS && x->max != NO_POINTS && lost != NO_POINTS)
			reached = x->max - lost;
		if (!s.n && !x->id)                        /* only the set names it: nothing is known of its points */
			continue;
		struct field *f = vec_add(k->a, &k->f->fields);
		*f = (struct field){ .code = x->code, .name = x->name, .max = figure_of(x->max), .points = figure_of(reached),
			             .lost = figure_of(lost) };
		f->printed_lost = f->lost;
		k->f->result.fields_lost += s.n > 0;
		share_field(k, f);
	}
}

static int by_code(const void *x, const void *y) { return code_cmp(((const struct plan_field *)x)->code,
        ((const struct plan_field *)y)->code); }

/* -- all ---------------------------------------------------------------------------------------------- */

static bool nothing(struct report_reading *k, struct err *e)
{
	if (k->p.findings.n)
		return false;
	fail(e, ERR_NOT_FOUND, "Năm %d đơn vị này chưa có tồn tại nào trong hồ sơ nên chưa có gì để viết.", k->p.year);
	err_hint(e, "Nhập kế hoạch hoặc kết quả thẩm định của năm ấy trước.");
	return true;
}

bool report_facts(struct record *r, struct arena *a, int64_t body, int year, const struct report_kind *kind, const struct report_cut *cut,
                  struct report_known *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	struct report_reading k = { .r = r, .a = a, .f = make(a, struct facts) };
	*ret = (struct report_known){ .facts = k.f };
	if (!tx_look(r->db, &look, e) || !plan_load(r->db, a, r->who.person, body, year, &k.p, e) || nothing(&k, e) ||
	    !report_letterhead(r, a, body, k.p.cycle, kind, k.f, &ret->body, e) || !put_period(&k, cut, e))
		return false;
	ret->year = k.p.year;
	if (k.p.fields.n)
		qsort(k.p.fields.at, k.p.fields.n, sizeof *k.p.fields.at, by_code);
	put_findings(&k);
	put_result(&k, ret->body.percent);
	put_fields(&k);
	/* A plan says what will be done. */
	return (k.f->document.kind == DOC_PLAN || report_read_progress(&k, e)) &&
	       report_read_rest(&k, wording_of(&ret->body.own, "basis").n > 0, e);
}
