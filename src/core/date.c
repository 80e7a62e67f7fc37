#include "core/date.h"

enum { YEAR_MAX = 9999, MONTHS = 12, LEAP_YEAR = 2000 };

static bool is_leap(int year) { return (year % 4 == 0 && year % 100) || year % 400 == 0; }

int date_last_day(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (month < 1 || month > MONTHS)
		return 31;
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(struct date d)
{
	if (d.year < 0 || d.year > YEAR_MAX || d.month < 0 || d.month > MONTHS || d.day < 0)
		return false;
	return d.day <= date_last_day(d.year ? d.year : LEAP_YEAR, d.month);
}

static int sign(int v) { return (v > 0) - (v < 0); }

/* Days of months of which one is not known say nothing about each other. */
int date_cmp(struct date a, struct date b)
{
	if (a.year && b.year && a.year != b.year)
		return sign(a.year - b.year);
	if (!a.month || !b.month || a.month != b.month)
		return a.month && b.month ? sign(a.month - b.month) : 0;
	return a.day && b.day ? sign(a.day - b.day) : 0;
}

str date_iso(struct arena *a, struct date d)
{
	if (!d.year || !date_valid(d))
		return S("");
	if (!d.month)
		return str_fmt(a, "%04d", d.year);
	if (!d.day)
		return str_fmt(a, "%04d-%02d", d.year, d.month);
	return str_fmt(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}
