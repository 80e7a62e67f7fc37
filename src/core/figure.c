#include "core/figure.h"

enum { DIGITS_MAX = 15, SCALE_MAX = 9, SCALE_ROUNDED = 3 };
#define EXACT_LIMIT ((__int128)1 << 126)

/* -- reading ------------------------------------------------------------------------------------- */

/* The bytes of a sign at the head of s: hyphen, minus, en dash; 0 where there is none. */
static size_t sign_length(str s)
{
	if (str_starts(s, S("-")))
		return 1;
	return str_starts(s, S("\xE2\x88\x92")) || str_starts(s, S("\xE2\x80\x93")) ? 3 : 0;
}

static size_t space_length(str s)
{
	if (s.n && (s.p[0] == ' ' || s.p[0] == '\t' || s.p[0] == '\n'))
		return 1;
	return str_starts(s, S("\xC2\xA0")) ? 2 : 0;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct figure figure_parse(str text)
{
	struct figure f = { .printed = text }, none = { 0 };
	size_t at = sign_length(text), digits = 0;
	bool minus = at > 0, mark = false;

	for (size_t n = 1; minus && (n = space_length(str_sub(text, at, text.n))) > 0;)
		at += n;
	if (at >= text.n || !is_digit(text.p[at]) || !is_digit(text.p[text.n - 1]))
		return none;
	for (; at < text.n; at++) {
		char c = text.p[at];
		if ((c == '.' || c == ',') && !mark) {
			mark = true;
			f.comma = c == ',';
			continue;
		}
		digits += f.digits || c != '0';
		if (!is_digit(c) || digits > DIGITS_MAX || (mark && f.scale == SCALE_MAX))
			return none;
		f.digits = f.digits * 10 + (c - '0');
		f.scale += mark;
	}
	f.digits = minus ? -f.digits : f.digits;
	f.present = true;
	return f;
}

struct figure figure_make(int64_t digits, int scale)
{
	return (struct figure){ .digits = digits, .scale = scale, .present = true };
}

/* -- exact arithmetic ---------------------------------------------------------------------------- */

static const struct exact undefined = { 0, 0 };

static __int128 magnitude(__int128 v) { return v < 0 ? -v : v; }

bool has_digit(str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (is_digit(text.p[i]))
			return true;
	return false;
}

/* Of two that are not negative. Nearly all figures fit into 64 bits, where a division is one instruction. */
static __int128 common_divisor(__int128 a, __int128 b)
{
	while (b > INT64_MAX || (b && a > INT64_MAX)) {
		__int128 rest = a % b;
		a = b;
		b = rest;
	}
	uint64_t x = (uint64_t)a, y = (uint64_t)b;
	while (y) {
		uint64_t rest = x % y;
		x = y;
		y = rest;
	}
	return b ? (__int128)x : a;
}

/* By hand: clang has no __int128 overflow builtin without its own run-time library. */
static bool product(__int128 a, __int128 b, __int128 *ret)
{
	bool small = magnitude(a) <= INT64_MAX && magnitude(b) <= INT64_MAX;
	if (!small && a && magnitude(b) > EXACT_LIMIT / magnitude(a))
		return false;
	*ret = a * b;
	return true;
}

static struct exact reduced(__int128 num, __int128 den)
{
	if (!den || magnitude(num) > EXACT_LIMIT || magnitude(den) > EXACT_LIMIT)
		return undefined;
	__int128 by = common_divisor(magnitude(num), magnitude(den));
	num = den < 0 ? -num : num;
	return by == 1 ? (struct exact){ num, magnitude(den) } : (struct exact){ num / by, magnitude(den) / by };
}

static int64_t power_of_ten(int n)
{
	int64_t p = 1;
	while (n-- > 0)
		p *= 10;
	return p;
}

struct exact exact_of(struct figure f)
{
	if (!f.present || f.scale < 0 || f.scale > SCALE_MAX)
		return undefined;
	return reduced(f.digits, power_of_ten(f.scale));
}

struct exact exact_add(struct exact a, struct exact b)
{
	__int128 left, right, den;
	if (!exact_defined(a) || !exact_defined(b))
		return undefined;
	__int128 by = common_divisor(a.den, b.den);
	if (!product(a.num, b.den / by, &left) || !product(b.num, a.den / by, &right) ||
	    !product(a.den, b.den / by, &den))
		return undefined;
	/* each is at most 2^126, so the sum fits before reduced() looks at it */
	return left > 0 && right > EXACT_LIMIT - left ? undefined :
	       left < 0 && right < -EXACT_LIMIT - left ? undefined : reduced(left + right, den);
}

struct exact exact_sub(struct exact a, struct exact b)
{
	b.num = -b.num;
	return exact_add(a, b);
}

struct exact exact_mul(struct exact a, struct exact b)
{
	__int128 num, den;
	if (!exact_defined(a) || !exact_defined(b) || !product(a.num, b.num, &num) || !product(a.den, b.den, &den))
		return undefined;
	return reduced(num, den);
}

struct exact exact_div(struct exact a, struct exact b)
{
	if (!exact_defined(b) || !b.num)
		return undefined;
	return exact_mul(a, b.num < 0 ? (struct exact){ -b.den, -b.num } : (struct exact){ b.den, b.num });
}

static bool fits_64(struct exact a) { return a.den > 0 && a.den == (int64_t)a.den && a.num == (int64_t)a.num; }

/* Nearly all figures are small enough to be compared crosswise, without a common divisor. */
int exact_cmp(struct exact a, struct exact b)
{
	if (fits_64(a) && fits_64(b)) {
		__int128 left = a.num * b.den, right = b.num * a.den;
		return (left > right) - (left < right);
	}
	struct exact d = exact_sub(a, b);
	return d.num < 0 ? -1 : d.num > 0;
}

/* -- back to decimals ---------------------------------------------------------------------------- */

static struct figure decimal(struct exact a, int decimals, bool half_up)
{
	struct figure f = { .scale = decimals };
	__int128 scaled;
	if (!exact_defined(a) || decimals < 0 || decimals > SCALE_MAX ||
	    !product(magnitude(a.num), power_of_ten(decimals), &scaled))
		return (struct figure){ 0 };
	__int128 rest = scaled % a.den;
	scaled = scaled / a.den + (half_up && rest >= a.den - rest);
	if (scaled >= power_of_ten(DIGITS_MAX))
		return (struct figure){ 0 };
	f.digits = (int64_t)(a.num < 0 ? -scaled : scaled);
	f.present = true;
	return f;
}

struct figure exact_round(struct exact a, int decimals) { return decimal(a, decimals, true); }
struct figure exact_cut(struct exact a, int decimals) { return decimal(a, decimals, false); }

struct figure exact_figure(struct exact a)
{
	for (int decimals = 0; exact_defined(a) && decimals <= SCALE_MAX; decimals++)
		if (power_of_ten(decimals) % a.den == 0)
			return exact_round(a, decimals);
	return exact_round(a, SCALE_ROUNDED);
}

/* -- comparing and printing ---------------------------------------------------------------------- */

bool figure_is(struct figure printed, struct exact computed)
{
	if (!printed.present || !exact_defined(computed))
		return false;
	struct figure rounded = exact_round(computed, printed.scale), cut = exact_cut(computed, printed.scale);
	return (rounded.present && rounded.digits == printed.digits) || (cut.present && cut.digits == printed.digits);
}

bool figure_same(struct figure a, struct figure b)
{
	return a.present && b.present && !exact_cmp(exact_of(a), exact_of(b));
}

/* Written from the last digit on: a check prints many figures, and formats take longer than this. */
static str print(char room[FIGURE_ROOM], struct figure f, const char *minus, char mark)
{
	size_t at = FIGURE_ROOM;
	if (!f.present)
		return (str){ 0 };
	uint64_t left = f.digits < 0 ? 0 - (uint64_t)f.digits : (uint64_t)f.digits;
	for (int k = 0; left || k <= f.scale; k++, left /= 10) {
		if (k && k == f.scale)
			room[--at] = mark;
		room[--at] = (char)('0' + left % 10);
	}
	str sign = str_c(f.digits < 0 ? minus : "");
	memcpy(room + (at -= sign.n), sign.p, sign.n);
	return (str){ room + at, FIGURE_ROOM - at };
}

str figure_in_dot(char room[FIGURE_ROOM], struct figure f) { return print(room, f, "-", '.'); }
str figure_in_vi(char room[FIGURE_ROOM], struct figure f) { return print(room, f, "\xE2\x88\x92", ','); }

static str kept(struct arena *a, str s) { return s.n ? str_copy(a, s) : s; }

str figure_dot(struct arena *a, struct figure f) { return kept(a, figure_in_dot((char[FIGURE_ROOM]){ 0 }, f)); }
str figure_vi(struct arena *a, struct figure f) { return kept(a, figure_in_vi((char[FIGURE_ROOM]){ 0 }, f)); }
