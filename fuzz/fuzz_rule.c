/* The words of a rule: any bytes are refused with a sentence and a place inside the text, or read. What was read is printed in words that
 * read as the same rule, and print as they are. */
#include "core/rule.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RULE_MEMORY = 64 * 1024 * 1024 };

static void differs(const char *what, str text, str printed)
{
	fprintf(stderr, "%s\n%.*s\n%.*s\n", what, SF(text), SF(printed));
	abort();
}

/* The first byte chooses a maximum; the rest is the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const points maxima[] = { -1, 0, POINT / 2, POINT, 2 * POINT, 100 * POINT };
	CLEANUP(arena_close) struct arena *a = arena_open(RULE_MEMORY);
	struct rule *r, *again;
	struct fault where;
	struct err e = { 0 };
	if (!size)
		return 0;
	points max = maxima[data[0] % COUNT(maxima)];
	str text = { (const char *)data + 1, size - 1 };
	if (!rule_parse(a, text, max, &r, &where, &e)) {
		if (!e.message[0] || !e.hint[0] || where.from > where.to || where.to > text.n)
			differs("refused without a sentence or a place", text, str_c(e.message));
		(void)rule_caret(a, text, where);
		return 0;
	}
	str printed = rule_print(a, r);
	if (!rule_parse(a, printed, max, &again, &where, &e))
		differs(e.message, text, printed);
	if (!rule_same(r, again) || !str_eq(rule_print(a, again), printed))
		differs("read as another rule", printed, rule_print(a, again));
	return 0;
}
