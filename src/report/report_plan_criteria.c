/* A plan by criterion, in words: points, cause, remedies, lead, support, deadline of each (seed 004).
 * Keeps of facts: the document but attached_to and as_of; result; of fields whose points are known: code, name, points, maximum, deduction;
 * criteria: all but the note; aims, duties. */
#include "report/own.h"
#include "report/plan.h"

static str plain(struct writer *w, struct figure f)
{
	str s = figure_vi(w->a, f);
	return str_starts(s, S("-")) ? str_sub(s, 1, s.n) : s;
}

static str head_of(struct writer *w, const struct criterion *c)
{
	bool scored = c->points.present && c->max.present;
	str points = scored ? figure_vi(w->a, c->points) : (str){ 0 };
	return SENTENCE(w, !scored && c->printed_lost.present ? WORD_criterion_lost : WORD_criterion, { S("code"), c->code },
	                { S("name"), c->name }, { S("points"), points }, { S("max"), figure_vi(w->a, c->max) },
	                { S("lost"), plain(w, c->printed_lost) });
}

static void put_criterion(struct writer *w, const struct criterion *c, int level, str number)
{
	write_heading(w, level, str_fmt(w->a, "%.*s %.*s", SF(number), SF(head_of(w, c))));
	plan_label(w, WORD_label_reason, c->reason);
	plan_label(w, WORD_label_cause, c->cause);
	plan_label(w, WORD_label_progress, word_progress(&c->progress));
	plan_labels(w, &(struct labels){ c->lead, c->support, c->remedies, c->due });
}

/* A field with points is told as one; the heading of another only groups. */
static void put_field(struct writer *w, const struct field *d, int number)
{
	write_heading(w, 2, str_fmt(w->a, "%d. %.*s", number,
	                            SF(SENTENCE(w, WORD_criteria_field, { S("code"), d->code }, { S("name"), d->name },
	                                   { S("points"), d->points.present ? figure_vi(w->a, d->points) : (str){ 0 } },
	                                   { S("max"), figure_vi(w->a, d->max) }, { S("lost"), plain(w, d->printed_lost) }))));
}

static const struct field *top_field(const struct facts *f, str code)
{
	const struct field *d = field_of(f, code);
	while (d && field_over(f, d))
		d = field_over(f, d);
	return d;
}

static void put_criteria(struct writer *w)
{
	const struct facts *f = w->f;
	const struct field *open = NULL;
	int fields = 0, n = 0;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		const struct field *d = top_field(f, c->code);
		if (d && d != open) {
			put_field(w, d, ++fields);
			n = 0;
		}
		open = d;
		put_criterion(w, c, fields ? 3 : 2, fields ? str_fmt(w->a, "%d.%d.", fields, ++n) : str_fmt(w->a, "%d.", ++n));
	}
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!letter_ready(in, e))
		return false;
	if (!in->facts->criteria.n) {
		fail(e, ERR_NOT_FOUND, "Chưa có tiêu chí bị trừ điểm nào để lập kế hoạch.");
		return err_hint(e, "Công bố kết quả hoặc nhập văn bản kết quả thẩm định trước, rồi lập lại.");
	}
	struct writer w = writer_open(a, in);
	int count = 0;
	letter_head(&w, &plan_letter);
	write_para(&w, FORMAL_BODY, sentence(&w, WORD_plan_intro));
	plan_aims(&w, &count);
	write_heading(&w, 1, plan_section(&w, &count, WORD_plan_tasks));
	plan_result(&w);
	put_criteria(&w);
	plan_duties(&w, &count);
	letter_foot(&w, WORD_plan_closing);
	*ret = write_done(&w, letter_title(&w, &plan_letter));
	return true;
}

const struct report_kind report_plan_criteria = {
	.name = "ke-hoach-tieu-chi", .title = "Kế hoạch theo tiêu chí", .help = "từng tiêu chí: điểm, nguyên nhân, giải pháp, chủ trì, phối hợp, thời gian",
	.source = "seed 004; Nghị định 30/2020/NĐ-CP", .symbol = "KH", .needs = NEEDS_FACTS, .columns = 0, .build = build,
};
