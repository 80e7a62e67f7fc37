#include "core/reason.h"
#include "base/fold.h"

static const struct reason rows[] = {
#define REASON(id, words, parts, source) { #id, words, source },
#include "core/reasons.def"
#undef REASON
};

static const char *const parts_of[] = {
#define REASON(id, words, parts, source) parts,
#include "core/reasons.def"
#undef REASON
};

struct reasons reasons_all(void) { return (struct reasons){ rows, COUNT(rows) }; }

static bool holds(str folded, const char *parts)
{
	str all = str_c(parts);
	for (size_t at = 0; at <= all.n;) {
		size_t end = str_find(all, S("|"), at);
		if (str_find(folded, str_sub(all, at, end), 0) < folded.n)
			return true;
		at = end + 1;
	}
	return false;
}

const char *reason_code(str words)
{
	CLEANUP(arena_close) struct arena *a = arena_open(words.n * 8 + (1 << 16));
	str folded = fold_plain(a, words);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(str_trim(words), str_c(rows[i].code)) || (folded.n && holds(folded, parts_of[i])))
			return rows[i].code;
	return NULL;
}
