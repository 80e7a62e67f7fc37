#include "base/str.h"
#include <stdarg.h>
#include <stdio.h>

bool str_starts(str s, str with) { return s.n >= with.n && str_eq(str_sub(s, 0, with.n), with); }

bool str_ends(str s, str with) { return s.n >= with.n && str_eq(str_sub(s, s.n - with.n, s.n), with); }

size_t str_find(str s, str what, size_t from)
{
	if (from >= s.n || !what.n)
		return s.n;
	const char *hit = memmem(s.p + from, s.n - from, what.p, what.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

str str_trim(str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_sub(s, 1, s.n);
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

str str_copy(struct arena *a, str s)
{
	char *p = make_n(a, char, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	return (str){ p, s.n };
}

struct buf buf_open(struct arena *a)
{
	return (struct buf){ .a = a, .p = make_n(a, char, 64), .cap = 64 };
}

static void reserve(struct buf *b, size_t more)
{
	if (b->n + more < b->cap)
		return;
	size_t cap = (b->n + more + 1) * 2;
	char *p = make_n(b->a, char, cap);
	memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

void buf_put(struct buf *b, str s)
{
	if (!s.n)
		return;
	reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = 0;
}

static void put_va(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		reserve(b, (size_t)n);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	put_va(b, fmt, ap);
	va_end(ap);
}

str buf_str(const struct buf *b) { return (str){ b->p, b->n }; }

str str_fmt(struct arena *a, const char *fmt, ...)
{
	struct buf b = buf_open(a);
	va_list ap;
	va_start(ap, fmt);
	put_va(&b, fmt, ap);
	va_end(ap);
	return buf_str(&b);
}
