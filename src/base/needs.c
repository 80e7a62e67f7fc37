#include "base/needs.h"
#include <stdint.h>

struct reader { const char *p; bool lost; };               /* what is left of the pattern; lost: not understood */

static bool is_letter(char c) { return c == ' ' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* How much a text is narrowed down: by the shortest. A lone letter stands everywhere, a lone sign does not. */
static size_t worth(const struct needs *n)
{
	size_t least = n->n ? SIZE_MAX : 0;
	for (size_t i = 0; i < n->n; i++) {
		str s = n->at[i];
		size_t w = s.n == 1 ? (is_letter(*s.p) ? 0 : 2) : s.n;
		least = w < least ? w : least;
	}
	return least;
}

/* Of two demands that both hold, the sharper. */
static void sharpen(struct needs *best, const struct needs *n)
{
	size_t x = worth(best), y = worth(n);
	if (n->n && (y > x || (y == x && n->n < best->n)))
		*best = *n;
}

static void either(struct needs *n, const struct needs *other)
{
	if (!n->n || !other->n || n->n + other->n > NEEDS_MAX)
		n->n = 0;
	for (size_t i = 0; n->n && i < other->n; i++)
		n->at[n->n++] = other->at[i];
}

static void skip_class(struct reader *r)
{
	r->p += r->p[1] == '^' ? 2 : 1;
	do
		r->p += *r->p == '\\' && r->p[1] ? 2 : *r->p != 0;
	while (*r->p && *r->p != ']');
	r->p += *r->p == ']';
}

/* After an atom: may it be missing (0), does it stand once (1), or at least once (2)? */
static int repeats(struct reader *r)
{
	int times = 1;
	if (*r->p == '?' || *r->p == '*')
		times = 0, r->p++;
	else if (*r->p == '+')
		times = 2, r->p++;
	else if (*r->p == '{' && r->p[1] >= '0' && r->p[1] <= '9')
		times = r->p[1] == '0' ? 0 : 2, r->p += strcspn(r->p, "}"), r->p += *r->p == '}';
	if (times != 1 && (*r->p == '?' || *r->p == '+'))         /* lazy, possessive */
		r->p++;
	return times;
}

static void choice(struct reader *r, struct needs *ret);

/* "(…)": what looks back or denies says nothing about what follows. */
static void group(struct reader *r, struct needs *ret)
{
	bool plain = r->p[1] != '?', back = !plain && r->p[2] == '<', denied = !plain && r->p[2 + back] == '!';
	if (!plain && !back && !strchr(":=!", r->p[2]))
		r->lost = true;
	r->p += plain ? 1 : back ? 4 : 3;
	choice(r, ret);
	r->p += *r->p == ')';
	if (back || denied)
		ret->n = 0;
}

/* One atom that is no group: the letter it stands for, NULL where it may be several. */
static const char *letter(struct reader *r)
{
	bool escaped = *r->p == '\\' && r->p[1];
	if (*r->p == '[')
		return skip_class(r), NULL;
	r->p += escaped;
	r->lost = r->lost || (escaped && *r->p == 'Q');
	const char *c = r->p++;
	return (escaped ? is_letter(*c) && *c != ' ' : *c == '.' || *c == '^' || *c == '$') ? NULL : c;
}

/* The demand of each group and of each run of letters, side by side in the pattern, holds: the sharpest is kept. */
static void sequence(struct reader *r, struct needs *best)
{
	best->n = 0;
	struct needs run, inner;
	run.n = 0;
	while (*r->p && *r->p != '|' && *r->p != ')') {
		bool is_group = *r->p == '(';
		const char *c = NULL;
		if (is_group)
			group(r, &inner);
		else
			c = letter(r);
		int times = repeats(r);
		if (c && times && run.n && run.at[0].p + run.at[0].n == c) {
			run.at[0].n++;
		} else {
			sharpen(best, &run);
			run.n = c && times;
			run.at[0] = (str){ c, 1 };
		}
		if (is_group && times)
			sharpen(best, &inner);
		if (times == 2) {
			sharpen(best, &run);
			run.n = 0;
		}
	}
	sharpen(best, &run);
}

static void choice(struct reader *r, struct needs *ret)
{
	struct needs other;
	sequence(r, ret);
	while (*r->p == '|') {
		r->p++;
		sequence(r, &other);
		either(ret, &other);
	}
}

struct needs needs_of(const char *pattern)
{
	struct reader r = { .p = pattern };
	struct needs n;
	choice(&r, &n);
	return r.lost || *r.p || worth(&n) < 2 ? (struct needs){ 0 } : n;
}

bool needs_met(const struct needs *n, str subject, size_t from)
{
	bool met = !n->n;
	for (size_t i = 0; i < n->n && !met; i++)
		met = str_find(subject, n->at[i], from) < subject.n;
	return met;
}
