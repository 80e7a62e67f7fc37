#include "app/due.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "extract/lex.h"
#include <stdlib.h>

static enum rhythm rhythm_in(struct pats *ps, str t)
{
	static const struct { const char *pattern; enum rhythm r; } forms[] = {
		{ "\\b(?:hang|moi) tuan\\b", RHYTHM_WEEKLY },   { "\\b(?:hang|moi) thang\\b", RHYTHM_MONTHLY },
		{ "\\b(?:hang|moi) quy\\b", RHYTHM_QUARTERLY }, { "\\b(?:6|sau) thang\\b", RHYTHM_HALF_YEARLY },
		{ "\\b(?:hang|moi) nam\\b", RHYTHM_YEARLY },
	};
	for (size_t i = 0; i < COUNT(forms); i++)
		if (pat_has(ps, forms[i].pattern, t))
			return forms[i].r;
	return RHYTHM_NONE;
}

enum rhythm rhythm_said(struct arena *a, str text) { return rhythm_in(pats_open(a), fold_open(a, text).text); }

static void working_days(struct pats *ps, str t, const struct holidays *h, struct due_kept *k)
{
	struct match m;
	size_t at, end;
	if (pat_find(ps, "(\\d{1,3}) ngay", t, 0, &m))
		k->days = atoi(match_str(&m, 1, t).p);
	if (!date_find(ps, t, 0, &at, &end, &k->event) || !date_day_known(k->event))
		k->event = (struct date){ 0 };
	k->to = k->event.year && k->days > 0 ? working_days_after(h, k->event, k->days, NULL) : (struct date){ 0 };
	k->from = k->event;
}

bool due_kept_of(struct arena *a, str text, int year, struct date begins, const struct holidays *h, struct due_kept *ret, struct err *e)
{
	struct pats *ps = pats_open(a);
	str t = str_trim(text);
	struct flow w = { .text = t, .fold = fold_open(a, t) };
	struct due d = due_parse(a, ps, &w, year);
	*ret = (struct due_kept){ .text = t, .kind = d.kind, .from = d.from, .to = d.to };
	if (d.kind == DUE_NONE && d.text.n)
		return fail(e, ERR_INPUT, "Thời hạn “%.*s” không phải là một ngày, tháng hay quý có thật.", SF(t));
	if (d.kind == DUE_NONE) {
		fail(e, ERR_INPUT, "Không hiểu thời hạn “%.*s”.", SF(t));
		return err_hint(e, "Viết như: Quý II/2026; tháng 6/2026; 30/6/2026; 10 ngày làm việc kể từ 01/6/2026; thường xuyên, rà soát hàng tháng.");
	}
	if (d.kind == DUE_ONGOING) {
		ret->review = rhythm_in(ps, w.fold.text);
		ret->from = begins;
		ret->to = review_after(ret->review, begins);
	} else if (d.kind == DUE_WORKING_DAYS)
		working_days(ps, w.fold.text, h, ret);
	else
		ret->to = date_end(d.to);
	if (!ret->to.year)
		ret->told = d.kind == DUE_ONGOING ? S("Thời hạn thường xuyên chưa có kỳ rà soát (như “rà soát hàng tháng”) nên không được nhắc.") :
		            S("Thời hạn chưa xác định được ngày cuối (thiếu năm, hay thiếu ngày bắt đầu tính) nên không được nhắc.");
	return true;
}

str due_understood(struct arena *a, const struct due_kept *k)
{
	str day = day_vi(a, k->to);
	if (!k->to.year)
		return k->told;
	return str_fmt(a, k->kind == DUE_ONGOING ? "Thời hạn “%.*s”: kỳ rà soát tới là %.*s." : "Thời hạn “%.*s”: hết ngày %.*s.", SF(k->text), SF(day));
}
