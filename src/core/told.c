#include "core/told.h"
#include <stdarg.h>
#include <stdio.h>

static str said(struct arena *a, const char *fmt, va_list args)
{
	char text[640];
	int n = vsnprintf(text, sizeof text, fmt, args);
	size_t length = n < 0 ? 0 : (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
	while (length && length == sizeof text - 1 && (text[length] & 0xC0) == 0x80)      /* cut: not within a letter */
		length--;
	return str_copy(a, (str){ text, length });
}

void told_wrong(struct arena *a, struct told *t, const char *fmt, ...)
{
	va_list args;
	if (t->wrong_n++ >= TOLD_MAX)
		return;
	va_start(args, fmt);
	*vec_add(a, &t->wrong) = said(a, fmt, args);
	va_end(args);
}

void told_note(struct arena *a, struct told *t, const char *fmt, ...)
{
	va_list args;
	if (t->notes.n >= TOLD_MAX)
		return;
	va_start(args, fmt);
	*vec_add(a, &t->notes) = said(a, fmt, args);
	va_end(args);
}
