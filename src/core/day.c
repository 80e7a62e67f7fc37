#include "core/calendar.h"
#include "core/day.h"

enum { YEAR_DIGITS = 4, DAY_DIGITS = 2, PARTS = 3 };

/* Up to three numbers with one kind of mark between them; how many. */
static int numbers(str s, const char *marks, int ret[static PARTS], size_t digits[static PARTS])
{
	int n = 0;
	char mark = 0;
	for (size_t i = 0; i < s.n; n++) {
		if (n == PARTS)
			return 0;
		ret[n] = 0;
		for (digits[n] = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && digits[n] < YEAR_DIGITS; digits[n]++)
			ret[n] = ret[n] * 10 + (s.p[i++] - '0');
		if (!digits[n] || (i < s.n && (!strchr(marks, s.p[i]) || (mark && mark != s.p[i]) || i + 1 == s.n)))
			return 0;
		mark = i < s.n ? s.p[i++] : mark;
	}
	return n;
}

struct date day_iso(str s)
{
	int at[PARTS] = { 0 };
	size_t digits[PARTS] = { 0 };
	int n = numbers(s, "-", at, digits);
	struct date d = { at[0], at[1], at[2] };
	bool formed = n && digits[0] == YEAR_DIGITS && (n < 2 || digits[1] == DAY_DIGITS) && (n < PARTS || digits[2] == DAY_DIGITS);
	return formed && date_valid(d) ? d : (struct date){ 0 };
}

struct date day_read(str s)
{
	int at[PARTS] = { 0 };
	size_t digits[PARTS] = { 0 };
	s = str_trim(s);
	struct date d = day_iso(s);
	if (!d.year && numbers(s, "/-.", at, digits) == PARTS && digits[0] <= DAY_DIGITS && digits[1] <= DAY_DIGITS &&
	    digits[2] == YEAR_DIGITS)
		d = (struct date){ at[2], at[1], at[0] };
	return date_day_known(d) ? d : (struct date){ 0 };
}

str day_vi(struct arena *a, struct date d)
{
	if (!d.year)
		return S("");
	return d.day ? str_fmt(a, "%02d/%02d/%04d", d.day, d.month, d.year) : d.month ? str_fmt(a, "%02d/%04d", d.month, d.year) : str_fmt(a, "%04d", d.year);
}
