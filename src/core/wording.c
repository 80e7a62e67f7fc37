#include "core/wording.h"

static struct figure magnitude(struct figure f)
{
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return f;
}

enum { DECIMALS_SHOWN = 4, DECIMALS_ROUNDED = 3 };

static struct figure shown(struct exact v)
{
	struct figure f = exact_figure(v);
	return f.scale > DECIMALS_SHOWN ? exact_round(v, DECIMALS_ROUNDED) : f;
}

str say(struct arena *a, struct exact v) { return figure_vi(a, shown(v)); }
str dot(struct arena *a, struct exact v) { return figure_dot(a, shown(v)); }

/* "(-05 điểm)": the slip is the leading zero, so it must be seen. */
static str zeros_of(struct figure f)
{
	size_t from = 0;
	while (from < f.printed.n && (f.printed.p[from] < '0' || f.printed.p[from] > '9'))
		from++;
	size_t end = from;
	while (end + 1 < f.printed.n && f.printed.p[end] == '0' && f.printed.p[end + 1] >= '0' &&
	       f.printed.p[end + 1] <= '9')
		end++;
	return str_sub(f.printed, from, end);
}

str say_printed(struct arena *a, struct figure f)
{
	return f.present ? str_fmt(a, "%.*s%.*s", SF(zeros_of(f)), SF(figure_vi(a, magnitude(f)))) : S("");
}

str dot_printed(struct arena *a, struct figure f)
{
	return f.present ? str_fmt(a, "%.*s%.*s", SF(zeros_of(f)), SF(figure_dot(a, magnitude(f)))) : S("");
}

str say_count(struct arena *a, size_t n)
{
	static const char *const words[] = { "không", "một", "hai", "ba",   "bốn", "năm",
		                             "sáu",   "bảy", "tám", "chín", "mười" };
	return n < COUNT(words) ? str_c(words[n]) : str_fmt(a, "%zu", n);
}
