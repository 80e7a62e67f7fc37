#include "core/calendar.h"

enum { YEAR_MAX = 9999, MONTHS = 12, WEEK = 7, FRIDAY = 5, DAYS_MAX = (YEAR_MAX + 1) * 366 };

/* -- the table ------------------------------------------------------------------------------------ */

enum { OFF = false, WORK = true, EXPECTED = HOLIDAYS_EXPECTED, ANNOUNCED = HOLIDAYS_ANNOUNCED };

static const struct holiday rows[] = {
#define HOLIDAY_YEAR(year, known)
#define HOLIDAY(year, month, day, work, name) { { year, month, day }, work, name },
#include "core/holidays.def"
#undef HOLIDAY
#undef HOLIDAY_YEAR
};

static const struct holidays_of years[] = {
#define HOLIDAY_YEAR(year, known) { year, (enum holiday_year)known },
#define HOLIDAY(year, month, day, work, name)
#include "core/holidays.def"
#undef HOLIDAY
#undef HOLIDAY_YEAR
};

static const struct holidays vietnam = { rows, COUNT(rows), years, COUNT(years) };

const struct holidays *holidays_vn(void) { return &vietnam; }

enum holiday_year holidays_known(const struct holidays *h, int year)
{
	for (size_t i = 0; i < h->years_n; i++)
		if (h->years[i].year == year)
			return h->years[i].known;
	return HOLIDAYS_UNKNOWN;
}

const struct holiday *holiday_on(const struct holidays *h, struct date on)
{
	size_t from = 0, to = h->n;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = date_cmp(h->at[middle].on, on);
		if (!order)
			return &h->at[middle];
		from = order < 0 ? middle + 1 : from;
		to = order < 0 ? to : middle;
	}
	return NULL;
}

str holidays_doubt_vi(struct arena *a, const struct holidays *h, int year)
{
	switch (holidays_known(h, year)) {
	case HOLIDAYS_UNKNOWN: return str_fmt(a, "chưa có lịch nghỉ lễ năm %d", year);
	case HOLIDAYS_EXPECTED: return str_fmt(a, "lịch nghỉ lễ năm %d là dự kiến, chưa có thông báo chính thức", year);
	case HOLIDAYS_ANNOUNCED: break;
	}
	return S("");
}

/* -- days ----------------------------------------------------------------------------------------- */

bool date_day_known(struct date d) { return d.year > 0 && d.month && d.day && date_valid(d); }

/* Days since 1/3/0000; a year that begins in March ends with the leap day. */
static int day_number(struct date d)
{
	int y = d.month > 2 ? d.year : d.year - 1, m = (d.month + 9) % MONTHS;
	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + d.day - 1;
}

static struct date day_of(int number)
{
	int in_400 = number % 146097;
	int y = (in_400 - in_400 / 1460 + in_400 / 36524 - in_400 / 146096) / 365;
	int in_year = in_400 - (y * 365 + y / 4 - y / 100);
	int m = (in_year * 5 + 2) / 153;
	int month = m < 10 ? m + 3 : m - 9;
	return (struct date){ number / 146097 * 400 + y + (month <= 2), month, in_year - (m * 153 + 2) / 5 + 1 };
}

struct date date_end(struct date d)
{
	if (!d.year || !date_valid(d) || (d.day && !d.month))
		return (struct date){ 0 };
	d.month = d.month ? d.month : MONTHS;
	d.day = d.day ? d.day : date_last_day(d.year, d.month);
	return d;
}

static struct date only_if_day(struct date d) { return date_day_known(d) ? d : (struct date){ 0 }; }

struct date date_add_days(struct date d, int n)
{
	if (!date_day_known(d) || n > DAYS_MAX || n < -day_number(d))
		return (struct date){ 0 };
	return only_if_day(day_of(day_number(d) + n));
}

struct date date_add_months(struct date d, int n)
{
	if (!date_day_known(d) || n > YEAR_MAX * MONTHS || n < -YEAR_MAX * MONTHS)
		return (struct date){ 0 };
	int months = d.year * MONTHS + d.month - 1 + n;
	if (months < MONTHS || months >= (YEAR_MAX + 1) * MONTHS)
		return (struct date){ 0 };
	struct date to = { months / MONTHS, months % MONTHS + 1, d.day };
	int last = date_last_day(to.year, to.month);
	to.day = to.day > last ? last : to.day;
	return to;
}

int date_weekday(struct date d) { return date_day_known(d) ? (day_number(d) + 2) % WEEK + 1 : 0; }

int days_between(struct date from, struct date to)
{
	return date_day_known(from) && date_day_known(to) ? day_number(to) - day_number(from) : 0;
}

/* -- working days --------------------------------------------------------------------------------- */

bool working_day(const struct holidays *h, struct date d)
{
	if (!date_day_known(d))
		return false;
	const struct holiday *row = holiday_on(h, d);
	return row ? row->work : date_weekday(d) <= FRIDAY;
}

static void doubt(const struct holidays *h, int year, int *ret_doubt)
{
	if (ret_doubt && !*ret_doubt && holidays_known(h, year) != HOLIDAYS_ANNOUNCED)
		*ret_doubt = year;
}

/* The day itself counts for nothing, so its year is not in doubt when the count begins in the next. */
struct date working_days_after(const struct holidays *h, struct date from, int n, int *ret_doubt)
{
	struct date d = from;
	if (ret_doubt)
		*ret_doubt = 0;
	if (!date_day_known(from) || n < 0)
		return (struct date){ 0 };
	while (n && (d = date_add_days(d, 1)).year) {
		doubt(h, d.year, ret_doubt);
		n -= working_day(h, d);
	}
	return d;
}

int working_days_between(const struct holidays *h, struct date from, struct date to, int *ret_doubt)
{
	int days = days_between(from, to), n = 0;
	if (ret_doubt)
		*ret_doubt = 0;
	struct date d = days < 0 ? to : from;
	for (int left = days < 0 ? -days : days; left; left--) {
		d = date_add_days(d, 1);
		doubt(h, d.year, ret_doubt);
		n += working_day(h, d);
	}
	return days < 0 ? -n : n;
}
