#include "core/deadline.h"

enum { WEEK = 7, CUT = 14, MONTHS_QUARTER = 3, MONTHS_HALF = 6, MONTHS_NINE = 9, MONTHS_YEAR = 12 };

struct date review_after(enum rhythm r, struct date reviewed)
{
	switch (r) {
	case RHYTHM_WEEKLY: return date_add_days(reviewed, WEEK);
	case RHYTHM_MONTHLY: return date_add_months(reviewed, 1);
	case RHYTHM_QUARTERLY: return date_add_months(reviewed, MONTHS_QUARTER);
	case RHYTHM_HALF_YEARLY: return date_add_months(reviewed, MONTHS_HALF);
	case RHYTHM_YEARLY: return date_add_months(reviewed, MONTHS_YEAR);
	case RHYTHM_NONE: break;
	}
	return (struct date){ 0 };
}

static struct date last_day(const struct term *t, const struct holidays *h, int *ret_doubt)
{
	switch (t->kind) {
	case DUE_YEAR: case DUE_QUARTER: case DUE_MONTH: case DUE_DATE: return date_end(t->to);
	case DUE_WORKING_DAYS: return t->days > 0 ? working_days_after(h, t->event, t->days, ret_doubt) : (struct date){ 0 };
	case DUE_ONGOING: return review_after(t->rhythm, t->reviewed);
	case DUE_NONE: break;
	}
	return (struct date){ 0 };
}

struct deadline deadline_on(const struct term *t, struct date today, int soon, const struct holidays *h)
{
	struct deadline d = { .kind = t->kind };
	d.last = last_day(t, h, &d.doubt);
	if (!d.last.year || !date_day_known(today))
		return d;
	int left = days_between(today, d.last);
	d.days = left < 0 ? -left : left;
	d.state = left < 0 ? DEADLINE_LATE : !left ? DEADLINE_TODAY : left <= soon ? DEADLINE_SOON : DEADLINE_AHEAD;
	return d;
}

str deadline_vi(struct arena *a, const struct deadline *d)
{
	bool review = d->kind == DUE_ONGOING;
	switch (d->state) {
	case DEADLINE_LATE: return str_fmt(a, "%s %d ngày", review ? "quá kỳ rà soát" : "quá hạn", d->days);
	case DEADLINE_TODAY: return review ? S("hôm nay đến kỳ rà soát") : S("hôm nay là hạn cuối");
	case DEADLINE_AHEAD: case DEADLINE_SOON: return str_fmt(a, "còn %d ngày%s", d->days, review ? " đến kỳ rà soát" : "");
	case DEADLINE_NO_DAY: break;
	}
	return review ? S("thường xuyên, chưa có kỳ rà soát") : S("chưa xác định được hạn");
}

/* From the 15th of the month before `first` to the 14th of the month `last`. */
static bool cut(int year, int first, int last, struct date *ret_from, struct date *ret_to)
{
	*ret_to = (struct date){ year, last, CUT };
	*ret_from = date_add_days(date_add_months((struct date){ year, first, CUT }, -1), 1);
	return date_day_known(*ret_from) && date_day_known(*ret_to);
}

bool report_period(enum period p, int year, int n, struct date *ret_from, struct date *ret_to)
{
	switch (p) {
	case PERIOD_MONTH: return n >= 1 && n <= MONTHS_YEAR && cut(year, n, n, ret_from, ret_to);
	case PERIOD_QUARTER:
		return n >= 1 && n <= MONTHS_YEAR / MONTHS_QUARTER &&
		       cut(year, (n - 1) * MONTHS_QUARTER + 1, n * MONTHS_QUARTER, ret_from, ret_to);
	case PERIOD_SIX_MONTHS: return cut(year, 1, MONTHS_HALF, ret_from, ret_to);
	case PERIOD_NINE_MONTHS: return cut(year, 1, MONTHS_NINE, ret_from, ret_to);
	case PERIOD_YEAR: return cut(year, 1, MONTHS_YEAR, ret_from, ret_to);
	}
	return false;
}
