#include "docin/xlsx_number.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* -- formats ---------------------------------------------------------------------------------------- */

/* Where the piece that begins at `at` ends when it is no pattern but text: "…", [Red], \x, _x, *x; at itself otherwise. */
static size_t past_text(str code, size_t at)
{
	char c = code.p[at];
	if (c == '"')
		return str_find(code, S("\""), at + 1) + 1;
	if (c == '[')
		return str_find(code, S("]"), at + 1) + 1;
	return c == '\\' || c == '_' || c == '*' ? at + 2 : at;
}

/* "[h]", "[mm]", "[s]": time that does not stop at a day */
static bool is_elapsed(str code, size_t at)
{
	return at + 1 < code.n && code.p[at] == '[' && strchr("hHmMsS", code.p[at + 1]) && code.p[at + 1] &&
	       str_find(code, S("]"), at) <= at + 3;
}

static unsigned shown(char c)
{
	switch (c | 32) {
	case 'd': return XLSX_DAY;
	case 'm': return XLSX_MONTH;
	case 'y': return XLSX_YEAR;
	case 'h':
	case 's': return XLSX_TIME;
	case '%': return XLSX_PERCENT;
	default: return 0;
	}
}

static unsigned bare(char c) { return (c | 32) == 'd' ? XLSX_BARE_DAY : (c | 32) == 'm' ? XLSX_BARE_MONTH : 0; }

unsigned xlsx_format(str code)
{
	unsigned f = 0;
	if (code.n >= 7 && !strncasecmp(code.p, "General", 7))
		return XLSX_PLAIN;
	for (size_t at = 0; at < code.n && code.p[at] != ';';) {
		size_t end = past_text(code, at);
		if (is_elapsed(code, at))
			f |= XLSX_TIME | XLSX_ELAPSED;
		if (end != at) {
			at = end;
			continue;
		}
		bool first = !(f & shown(code.p[at]));
		for (end = at + 1; end < code.n && (code.p[end] | 32) == (code.p[at] | 32);)
			end++;
		f |= shown(code.p[at]);
		if (first && end == at + 1)
			f |= bare(code.p[at]);
		at = end;
	}
	if (f & XLSX_TIME && !(f & (XLSX_DAY | XLSX_YEAR)))
		f &= ~(unsigned)(XLSX_MONTH | XLSX_BARE_MONTH);        /* minutes */
	return f & (XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_TIME) ? f & ~(unsigned)XLSX_PERCENT : f;
}

unsigned xlsx_format_known(int id)
{
	switch (id) {
	case 9:
	case 10: return XLSX_PERCENT;
	case 17: return XLSX_MONTH | XLSX_YEAR;
	case 18:
	case 19:
	case 20:
	case 21:
	case 45:
	case 47: return XLSX_TIME;
	case 46: return XLSX_TIME | XLSX_ELAPSED;
	case 22: return XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_TIME;
	default: return id >= 14 && id <= 16 ? XLSX_DAY | XLSX_MONTH | XLSX_YEAR : XLSX_PLAIN;
	}
}

/* -- decimals --------------------------------------------------------------------------------------- */

enum { DIGITS = 17, ORDINARY = 20 };    /* digits of a double; zeros that may be written out before or after them */

struct decimal { char digits[DIGITS + 1]; int n, exponent; bool minus; };     /* 0.DIGITS times ten to the exponent */

/* The fewest digits that read back as the same double. */
static struct decimal shortest(double v)
{
	char text[40];
	struct decimal d = { .minus = v < 0 };
	for (int digits = 15; digits <= DIGITS; digits++) {
		snprintf(text, sizeof text, "%.*e", digits - 1, fabs(v));
		if (strtod(text, NULL) == fabs(v))
			break;
	}
	const char *p = text;
	for (; *p != 'e'; p++)
		if (*p != '.')
			d.digits[d.n++] = *p;
	d.exponent = atoi(p + 1) + 1;
	while (d.n > 1 && d.digits[d.n - 1] == '0')
		d.n--;
	return d;
}

static void put_zeros(struct buf *b, int n)
{
	for (; n > 0; n--)
		buf_put(b, S("0"));
}

static str decimal_text(struct arena *a, const struct decimal *d, const char *after)
{
	struct buf b = buf_open(a);
	int point = d->exponent;
	if (d->minus)
		buf_put(&b, S("-"));
	if (point > d->n + ORDINARY || point < -ORDINARY) {
		buf_fmt(&b, "%c%s%.*sE%+03d", d->digits[0], d->n > 1 ? "." : "", d->n - 1, d->digits + 1, point - 1);
	} else if (point <= 0) {
		buf_put(&b, S("0."));
		put_zeros(&b, -point);
		buf_put(&b, (str){ d->digits, (size_t)d->n });
	} else {
		int whole = point < d->n ? point : d->n;
		buf_put(&b, (str){ d->digits, (size_t)whole });
		put_zeros(&b, point - whole);
		if (d->n > whole)
			buf_fmt(&b, ".%.*s", d->n - whole, d->digits + whole);
	}
	buf_put(&b, str_c(after));
	return buf_str(&b);
}

/* -- dates ------------------------------------------------------------------------------------------ */

struct day { int year, month, day; };

static bool is_leap(int y) { return (y % 4 == 0 && y % 100) || y % 400 == 0; }

static int days_of_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return days[m - 1] + (m == 2 && is_leap(y));
}

/* n days after 01/01/`year` */
static struct day day_of(int n, int year)
{
	struct day d = { year, 1, 1 };
	for (; n >= 365 + is_leap(d.year); d.year++)
		n -= 365 + is_leap(d.year);
	for (; n >= days_of_month(d.year, d.month); d.month++)
		n -= days_of_month(d.year, d.month);
	d.day = n + 1;
	return d;
}

static struct day day_at(int serial, bool from_1904)
{
	if (from_1904)
		return day_of(serial, 1904);
	if (serial == 60)
		return (struct day){ 1900, 2, 29 };        /* a day that never was */
	return serial > 60 ? day_of(serial - 2, 1900) : serial ? day_of(serial - 1, 1900) : (struct day){ 1900, 1, 0 };
}

static void put_day(struct buf *b, struct day d, unsigned format)
{
	int month = format & XLSX_BARE_MONTH ? 1 : 2;
	if (format & XLSX_DAY || (format & (XLSX_MONTH | XLSX_YEAR)) == XLSX_MONTH)
		buf_fmt(b, "%0*d/%0*d/%d", format & XLSX_BARE_DAY ? 1 : 2, d.day, month, d.month, d.year);
	else if (format & XLSX_MONTH)
		buf_fmt(b, "%0*d/%d", month, d.month, d.year);
	else
		buf_fmt(b, "%d", d.year);
}

static void put_time(struct buf *b, long long seconds)
{
	buf_fmt(b, "%s%02lld:%02lld", b->n ? " " : "", seconds / 3600, seconds / 60 % 60);
	if (seconds % 60)
		buf_fmt(b, ":%02lld", seconds % 60);
}

static str date_text(struct arena *a, double v, unsigned format, bool from_1904)
{
	enum { DAY = 24 * 60 * 60 };
	struct buf b = buf_open(a);
	long long seconds = (long long)(v * DAY + 0.5);      /* not llround, which alone would want libm */
	if (format & (XLSX_DAY | XLSX_MONTH | XLSX_YEAR)) {
		put_day(&b, day_at((int)(seconds / DAY), from_1904), format);
		seconds %= DAY;
	} else if (!(format & XLSX_ELAPSED)) {
		seconds %= DAY;
	}
	if (format & XLSX_TIME)
		put_time(&b, seconds);
	return buf_str(&b);
}

str xlsx_date(struct arena *a, str iso)
{
	int y, m, d;
	char c;
	struct buf b = buf_open(a);
	str day = str_copy(a, str_sub(iso, 0, 10));
	if (day.n < 10 || sscanf(day.p, "%4d-%2d-%2d%c", &y, &m, &d, &c) != 3)
		return str_copy(a, iso);
	buf_fmt(&b, "%02d/%02d/%d", d, m, y);
	str clock = str_sub(iso, 11, 16);
	if (clock.n == 5 && clock.p[2] == ':' && !str_eq(clock, S("00:00")))
		buf_fmt(&b, " %.*s", SF(clock));
	return buf_str(&b);
}

/* -- the number of a cell ---------------------------------------------------------------------------- */

/* Short enough to be the shortest already, as nearly every number of nearly every file: at most 15 digits, no zero too many. */
static bool is_short(str s)
{
	if (str_eq(s, S("0")))
		return true;
	if (s.n && s.p[0] == '-')
		s = str_sub(s, 1, s.n);
	size_t point = str_find(s, S("."), 0);
	if (!point || s.n > 15 || str_eq(s, S("0")) || (s.p[0] == '0' && point != 1))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (i != point && (s.p[i] < '0' || s.p[i] > '9'))
			return false;
	return point == s.n || (s.p[s.n - 1] != '0' && s.p[s.n - 1] != '.');
}

str xlsx_number(struct arena *a, str text, unsigned format, bool from_1904)
{
	enum { LAST_DAY = 2958465 };           /* 31/12/9999 */
	text = str_trim(text);
	if (format == XLSX_PLAIN && is_short(text))
		return str_copy(a, text);
	char copy[64], *end;
	if (!text.n || text.n >= sizeof copy)
		return str_copy(a, text);
	memcpy(copy, text.p, text.n);
	copy[text.n] = 0;
	double v = strtod(copy, &end);
	if (*end || !isfinite(v) || strchr("nNiI", copy[0]) || strpbrk(copy, "xX"))
		return str_copy(a, text);
	if (format & ~(unsigned)XLSX_PERCENT && v >= 0 && v <= LAST_DAY)
		return date_text(a, v, format, from_1904);
	struct decimal d = shortest(v);
	if (v == 0)
		d = (struct decimal){ .digits = "0", .n = 1, .exponent = 1 };
	else if (format & XLSX_PERCENT)
		d.exponent += 2;
	return decimal_text(a, &d, format & XLSX_PERCENT ? "%" : "");
}
