#include "base/str.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

bool str_starts(str s, str with) { return s.n >= with.n && str_eq(str_sub(s, 0, with.n), with); }

bool str_ends(str s, str with) { return s.n >= with.n && str_eq(str_sub(s, s.n - with.n, s.n), with); }

enum { LANES = 16, NEEDLE_SHORT = 32 };
typedef signed char lanes __attribute__((vector_size(LANES)));

/* Sixteen places at once: does the first byte stand at one of them, and the last as far behind it as it must? */
static bool maybe_here(const char *p, size_t apart, lanes firsts, lanes lasts)
{
	lanes first, last;
	uint64_t half[2];
	memcpy(&first, p, LANES);
	memcpy(&last, p + apart, LANES);
	lanes hit = (first == firsts) & (last == lasts);
	memcpy(half, &hit, LANES);
	return half[0] | half[1];
}

/* What is looked for is mostly short, and so is the text: memmem would prepare for longer than it searches. */
static size_t find_short(str s, str what, size_t from)
{
	size_t end = s.n - what.n + 1;                         /* it stands before */
	char first = what.p[0], last = what.p[what.n - 1];
	bool wide = end - from >= LANES;
	const lanes firsts = (lanes){ 0 } + first, lasts = (lanes){ 0 } + last;
	for (size_t i = from; i < end;) {
		size_t stop = i + LANES < end ? i + LANES : end;
		if (wide && !maybe_here(s.p + stop - LANES, what.n - 1, firsts, lasts)) {
			i = stop;
			continue;
		}
		for (; i < stop; i++)
			if (s.p[i] == first && s.p[i + what.n - 1] == last && !memcmp(s.p + i, what.p, what.n))
				return i;
	}
	return s.n;
}

size_t str_find(str s, str what, size_t from)
{
	if (from >= s.n || !what.n || what.n > s.n - from)
		return s.n;
	if (what.n > 1 && what.n <= NEEDLE_SHORT)
		return find_short(s, what, from);
	const char *hit = what.n == 1 ? memchr(s.p + from, *what.p, s.n - from) : memmem(s.p + from, s.n - from, what.p, what.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t opens_word(str s, size_t from, const char *word)
{
	size_t at = from;
	for (; *word && at < s.n; word++) {
		char c = s.p[at++];
		if (*word == '#' ? !is_digit(c) : *word == '~' ? c == ' ' : c != *word)
			return 0;
		while (*word == '~' && at < s.n && s.p[at] != ' ')
			at++;
	}
	return *word ? 0 : at - from;
}

size_t str_opens(str s, size_t from, const char *const *words, size_t n)
{
	for (size_t i = 0; from < s.n && i < n; i++) {
		char first = words[i][0];
		size_t length = first == s.p[from] || first == '#' || first == '~' ? opens_word(s, from, words[i]) : 0;
		if (length)
			return length;
	}
	return 0;
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

/* Where there is not much room the text is printed aside first: printing into too little costs more than printing twice. */
static void put_va(struct buf *b, const char *fmt, va_list ap)
{
	char aside[1024];
	va_list again;
	va_copy(again, ap);
	bool tight = b->cap - b->n < sizeof aside;
	size_t room = tight ? sizeof aside : b->cap - b->n;
	int n = vsnprintf(tight ? aside : b->p + b->n, room, fmt, ap);
	if (n > 0 && (tight || (size_t)n >= room)) {
		reserve(b, (size_t)n);
		if ((size_t)n < room)
			memcpy(b->p + b->n, aside, (size_t)n + 1);
		else
			vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	}
	b->n += n > 0 ? (size_t)n : 0;
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
