#include "report/plan.h"

const struct letter plan_letter = { .type = "KẾ HOẠCH", .kind = "Kế hoạch", .symbol = "KH", .title = WORD_plan_title };

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };

str plan_section(struct writer *w, int *count, enum word_id title)
{
	return str_fmt(w->a, "%s. %.*s", romans[(size_t)(*count)++ % COUNT(romans)], SF(sentence(w, title)));
}

/* -- aims ---------------------------------------------------------------------------------------------- */

static strs aims_of(struct writer *w, enum aim_kind kind, enum word_id own)
{
	strs all = { 0 };
	for (size_t i = 0; i < w->f->aims.n; i++)
		if (w->f->aims.at[i].kind == kind)
			*vec_add(w->a, &all) = w->f->aims.at[i].text;
	return w->f->aims.n ? all : sentence_lines(w, own);
}

void plan_aims(struct writer *w, int *count)
{
	strs all[] = { aims_of(w, AIM_PURPOSE, WORD_purposes), aims_of(w, AIM_REQUIREMENT, WORD_requirements) };
	static const char *const titles[] = { "Mục đích", "Yêu cầu" };
	int n = 0;
	if (!all[0].n && !all[1].n)
		return;
	write_heading(w, 1, plan_section(w, count, WORD_plan_aims));
	for (size_t k = 0; k < COUNT(all); k++) {
		if (all[k].n)
			write_heading(w, 2, str_fmt(w->a, "%d. %s", ++n, titles[k]));
		for (size_t i = 0; i < all[k].n; i++)
			write_item(w, 1, "-", all[k].at[i]);
	}
}

/* -- duties -------------------------------------------------------------------------------------------- */

/* "Giao Văn phòng Sở theo dõi …": the text names the unit itself. */
static bool names_unit(str text, str unit)
{
	static const char *const before[] = { "Giao ", "Đề nghị ", "Yêu cầu " };
	return str_starts(str_sub(text, STR_OPENS(text, 0, before), text.n), unit);
}

static void put_lines(struct writer *w, str text)
{
	for (size_t from = 0, end; from < text.n; from = end + 1) {
		end = str_find(text, S("\n"), from);
		write_para(w, FORMAL_BODY, str_sub(text, from, end));
	}
}

static void put_duty(struct writer *w, const struct duty *d, const struct duty *above, int *n)
{
	if (names_unit(d->text, d->unit)) {
		put_lines(w, str_fmt(w->a, "%d. %.*s", ++*n, SF(d->text)));
		return;
	}
	if (!above || !str_eq(above->unit, d->unit))
		write_heading(w, 2, str_fmt(w->a, "%d. %.*s", ++*n, SF(d->unit)));
	put_lines(w, d->text);
}

void plan_duties(struct writer *w, int *count)
{
	strs own = w->f->duties.n ? (strs){ 0 } : sentence_lines(w, WORD_duties);
	int n = 0;
	if (!w->f->duties.n && !own.n)
		return;
	write_heading(w, 1, plan_section(w, count, WORD_plan_duties));
	for (size_t i = 0; i < w->f->duties.n; i++)
		put_duty(w, &w->f->duties.at[i], i ? &w->f->duties.at[i - 1] : NULL, &n);
	for (size_t i = 0; i < own.n; i++)
		write_para(w, FORMAL_BODY, str_fmt(w->a, "%d. %.*s", ++n, SF(own.at[i])));
}

/* -- the result ---------------------------------------------------------------------------------------- */

static str number_or_nothing(struct writer *w, int n) { return n ? str_fmt(w->a, "%d", n) : (str){ 0 }; }

void plan_result(struct writer *w)
{
	const struct result *r = &w->f->result;
	if (!r->present)
		return;
	str lost = figure_vi(w->a, r->printed_lost);
	write_para(w, FORMAL_BODY, SENTENCE(w, WORD_result, { S("points"), figure_vi(w->a, r->points) }, { S("max"), figure_vi(w->a, r->max) },
	                               { S("percent"), figure_vi(w->a, r->percent) }, { S("rank"), number_or_nothing(w, r->rank) },
	                               { S("group"), number_or_nothing(w, r->group_size) },
	                               { S("lost"), str_starts(lost, S("-")) ? str_sub(lost, 1, lost.n) : lost },
	                               { S("criteria"), number_or_nothing(w, r->criteria_lost) },
	                               { S("fields"), number_or_nothing(w, r->fields_lost) }));
}

/* -- labels -------------------------------------------------------------------------------------------- */

/* What a person wrote ends as it was written; what is only named ends with a full stop. */
void plan_label(struct writer *w, enum word_id label, str text)
{
	if (text.n)
		write_item(w, 1, "-", str_fmt(w->a, "%.*s: %.*s", SF(sentence(w, label)), SF(text)));
}

void plan_named(struct writer *w, enum word_id label, str text)
{
	bool ended = text.n && text.p[text.n - 1] == '.';
	plan_label(w, label, text.n ? str_fmt(w->a, "%.*s%s", SF(text), ended ? "" : ".") : text);
}

void plan_remedies(struct writer *w, const strs *remedies)
{
	if (remedies->n == 1)
		plan_label(w, WORD_label_remedy, remedies->at[0]);
	if (remedies->n > 1)
		write_item(w, 1, "-", str_fmt(w->a, "%.*s:", SF(sentence(w, WORD_label_remedy))));
	for (size_t i = 0; remedies->n > 1 && i < remedies->n; i++)
		write_item(w, 2, "+", remedies->at[i]);
}

void plan_labels(struct writer *w, const struct labels *l)
{
	struct buf support = buf_open(w->a);
	for (size_t i = 0; i < l->support.n; i++)
		buf_fmt(&support, "%s%.*s", i ? "; " : "", SF(l->support.at[i]));
	plan_named(w, WORD_label_lead, l->lead);
	plan_named(w, WORD_label_support, buf_str(&support));
	plan_named(w, WORD_label_due, word_due(w->a, &l->due));
	plan_remedies(w, &l->remedies);
}
