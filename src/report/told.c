#include "report/told.h"
#include "report/findings.h"
#include "report/states.h"

const struct letter report_letter = { .type = "BÁO CÁO", .kind = "Báo cáo", .symbol = "BC", .title = WORD_report_title, .upward = true };

/* -- findings ------------------------------------------------------------------------------------------ */

static bool in_remarks(const struct facts *f, str text)
{
	for (size_t i = 0; i < f->remarks.n; i++)
		if (text.n && str_find(f->remarks.at[i].text, text, 0) < f->remarks.at[i].text.n)
			return true;
	return false;
}

static size_t count_of(const struct facts *f, enum finding_origin origin)
{
	size_t n = 0;
	for (size_t i = 0; i < f->findings.n; i++)
		n += f->findings.at[i].origin == origin;
	return n;
}

static void put_findings(struct writer *w, enum finding_origin origin, enum word_id title, enum word_id intro, int *number)
{
	const struct facts *f = w->f;
	if (!count_of(f, origin))
		return;
	write_heading(w, 2, str_fmt(w->a, "%d. %.*s", (*number)++, SF(sentence(w, title))));
	write_para(w, FORMAL_BODY, sentence(w, intro));
	for (size_t i = 0; i < f->findings.n; i++) {
		const struct finding *d = &f->findings.at[i];
		if (d->origin != origin)
			continue;
		str state = word_progress(&d->progress);
		write_item(w, 1, "-", d->text);
		if (state.n && !in_remarks(f, state))
			write_item(w, 2, "+", str_fmt(w->a, "%.*s: %.*s", SF(sentence(w, WORD_finding_state)), SF(state)));
	}
}

void told_findings(struct writer *w, int *number)
{
	put_findings(w, FINDING_SELF_CHECK, WORD_report_self, WORD_report_self_intro, number);
	put_findings(w, FINDING_INSPECTION, WORD_report_inspection, WORD_report_inspection_intro, number);
	for (size_t i = 0; i < w->f->remarks.n; i++)
		write_para(w, FORMAL_BODY, w->f->remarks.at[i].text);
}

void told_requests(struct writer *w, int level, str heading)
{
	if (w->f->requests.n)
		write_heading(w, level, heading);
	for (size_t i = 0; i < w->f->requests.n; i++)
		write_item(w, 1, "-", w->f->requests.at[i].text);
}

/* -- the annex ----------------------------------------------------------------------------------------- */

void told_annex(struct writer *w, const struct letter *l)
{
	if (!w->f->criteria.n)
		return;
	letter_annex(w, l, 0, BEGINS_LANDSCAPE, sentence(w, WORD_report_annex_title));
	write_findings(w, ANNEX(REMEDY) | ANNEX(DUE) | ANNEX(PROGRESS) | ANNEX(NOTE), false);
}
