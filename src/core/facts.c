#include "core/facts.h"

struct field *facts_field(struct facts *f, str code)
{
	for (size_t i = 0; code.n && i < f->fields.n; i++)
		if (str_eq(f->fields.at[i].code, code))
			return &f->fields.at[i];
	return NULL;
}

struct criterion *facts_criterion(struct facts *f, str code)
{
	for (size_t i = 0; code.n && i < f->criteria.n; i++)
		if (str_eq(f->criteria.at[i].code, code))
			return &f->criteria.at[i];
	return NULL;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "7a" is under "7" too: a letter after a number opens a part of it. */
bool code_under(str code, str above)
{
	if (!above.n || code.n <= above.n || !str_starts(code, above))
		return false;
	char next = code.p[above.n];
	return next == '.' || (is_digit(above.p[above.n - 1]) && !is_digit(next));
}

str code_above(str code)
{
	for (size_t i = code.n; i-- > 1;)
		if (code.p[i] == '.' || (!is_digit(code.p[i]) && is_digit(code.p[i - 1])))
			return str_sub(code, 0, i);
	return (str){ 0 };
}

str code_field(str code)
{
	size_t n = 0;
	while (n < code.n && is_digit(code.p[n]))
		n++;
	return n ? str_sub(code, 0, n) : code_top(code);
}

str code_top(str code) { return code.n ? str_sub(code, 0, str_find(code, S("."), 0)) : code; }

/* One part of a code: its number without leading zeros, then what follows up to the dot. */
struct part { str number, rest; };

static struct part next_part(str code, size_t *at)
{
	size_t from = *at;
	while (from < code.n && code.p[from] == '0')
		from++;
	size_t to = from;
	while (to < code.n && is_digit(code.p[to]))
		to++;
	size_t end = to;
	while (end < code.n && code.p[end] != '.')
		end++;
	*at = end < code.n ? end + 1 : end;
	return (struct part){ str_sub(code, from, to), str_sub(code, to, end) };
}

static int size_cmp(size_t a, size_t b) { return (a > b) - (a < b); }

static int bytes_cmp(str a, str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	return order ? order : size_cmp(a.n, b.n);
}

static int part_cmp(struct part a, struct part b)
{
	if (a.number.n != b.number.n)
		return size_cmp(a.number.n, b.number.n);
	int order = bytes_cmp(a.number, b.number);
	return order ? order : bytes_cmp(a.rest, b.rest);
}

/* Behind the parts that both codes write alike: neighbours in a list differ in the last one. */
static size_t same_parts(str a, str b)
{
	size_t behind = 0;
	for (size_t i = 0; i < a.n && i < b.n && a.p[i] == b.p[i]; i++)
		behind = a.p[i] == '.' ? i + 1 : behind;
	return behind;
}

int code_cmp(str a, str b)
{
	size_t i = same_parts(a, b), k = i;
	while (i < a.n && k < b.n) {
		int order = part_cmp(next_part(a, &i), next_part(b, &k));
		if (order)
			return order;
	}
	return (i < a.n) - (k < b.n);
}
