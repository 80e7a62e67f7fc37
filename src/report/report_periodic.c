/* The report of a quarter, of 6 or 9 months, of the year: how many of how many are done, by field, and the annex of the results. A period
 * ends on the 14th of its last month (domain.md 2). Figures count criteria that nothing stands under, and findings of inspections.
 * Keeps of facts: as report_result, and the period also where no title tells it. */
#include "report/findings.h"
#include "report/own.h"
#include "report/plan.h"
#include "report/states.h"
#include "report/told.h"

static const struct letter periodic = { .type = "BÁO CÁO", .kind = "Báo cáo", .symbol = "BC", .title = WORD_periodic_title, .upward = true };

static str count(struct writer *w, int n) { return str_fmt(w->a, "%d", n); }

static str some(struct writer *w, int n) { return n ? count(w, n) : (str){ 0 }; }

static struct date last_day(const struct document *d) { return d->as_of.day ? d->as_of : d->period_to.day ? d->period_to : d->date; }

static void put_general(struct writer *w)
{
	struct states s = states_of(w->f, (str){ 0 }, last_day(&w->f->document));
	int found = (int)w->f->findings.n;
	if (w->f->document.period_from.day && w->f->document.period_to.day)
		write_para(w, FORMAL_BODY, sentence(w, WORD_periodic_period));
	if (s.all)
		write_para(w, FORMAL_BODY, SENTENCE(w, WORD_periodic_done, { S("done"), count(w, s.done) }, { S("all"), count(w, s.all) },
		                                    { S("doing"), count(w, s.doing) }, { S("open"), count(w, s.open) },
		                                    { S("unknown"), some(w, s.unknown) }, { S("late"), some(w, s.late) },
		                                    { S("appraised"), some(w, s.all - found) }, { S("inspected"), some(w, found) }));
	write_states(w);
	if (w->f->criteria.n)
		write_para(w, FORMAL_BODY, sentence(w, WORD_report_annex));
}

static void put_fields(struct writer *w, int *sections)
{
	bool any = false;
	for (size_t i = 0; i < w->f->fields.n; i++) {
		const struct field *d = &w->f->fields.at[i];
		struct states s = states_of(w->f, d->code, (struct date){ 0 });
		if (field_over(w->f, d) || !s.all)
			continue;
		if (!any)
			write_heading(w, 1, plan_section(w, sections, WORD_periodic_fields));
		any = true;
		write_item(w, 1, "-", SENTENCE(w, WORD_periodic_field, { S("name"), d->name }, { S("done"), count(w, s.done) },
		                               { S("all"), count(w, s.all) }, { S("doing"), some(w, s.doing) }, { S("open"), some(w, s.open) },
		                               { S("unknown"), some(w, s.unknown) }));
	}
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!letter_ready(in, e))
		return false;
	struct writer w = writer_open(a, in);
	int sections = 0, number = 1;
	letter_head(&w, &periodic);
	write_para(&w, FORMAL_BODY, sentence(&w, WORD_report_intro));
	write_heading(&w, 1, plan_section(&w, &sections, WORD_periodic_general));
	put_general(&w);
	put_fields(&w, &sections);
	if (w.f->findings.n) {
		write_heading(&w, 1, plan_section(&w, &sections, WORD_periodic_others));
		told_findings(&w, &number);
	}
	told_requests(&w, 1, plan_section(&w, &sections, WORD_periodic_requests));
	letter_foot(&w, WORD_report_closing);
	told_annex(&w, &periodic);
	*ret = write_done(&w, letter_title(&w, &periodic));
	return true;
}

const struct report_kind report_periodic = {
	.name = "bao-cao-dinh-ky", .title = "Báo cáo định kỳ", .help = "quý, 6 tháng, 9 tháng, năm: hoàn thành n trên m nội dung, theo lĩnh vực; phụ lục",
	.source = "domain.md 2, 11; Nghị định 30/2020/NĐ-CP", .symbol = "BC", .needs = NEEDS_FACTS, .columns = FINDINGS_MAY, .build = build,
};
