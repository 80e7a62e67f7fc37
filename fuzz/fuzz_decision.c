/* A criteria set out of any bytes: what is read as a rule is read again from its canonical words, and is the same. */
#include "docin/read.h"
#include "extract/decision.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 30);
	struct reading r = { 0 };
	struct criteria_set *s = NULL;
	lints notes = { 0 };
	struct err e = { 0 };
	if (!read_bytes(a, (str){ (const char *)data, size }, &r, &e) || !r.root || !decision_read(a, r.root, &s, &notes, &e))
		return 0;
	for (size_t i = 0; i < s->criteria.n; i++) {
		const struct set_criterion *c = &s->criteria.at[i];
		struct rule *again = NULL;
		struct fault where = { 0 };
		if (!c->rule)
			continue;
		if (!rule_parse(a, rule_print(a, c->rule), c->max, &again, &where, &e) || !rule_same(c->rule, again))
			abort();
	}
	(void)set_lint(a, s);
	return 0;
}
