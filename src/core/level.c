#include "core/level.h"
#include "base/fold.h"

static const struct { str level, words; const char *folded; } levels[] = {
	{ S("ministry"), S("bộ"), "bo" },     { S("province"), S("tỉnh"), "tinh" }, { S("department"), S("sở"), "so" },
	{ S("district"), S("huyện"), "huyen" }, { S("commune"), S("xã"), "xa" },
};

str level_of(struct arena *a, str words)
{
	str s = fold_plain(a, words);
	if (str_starts(s, S("cap ")))
		s = str_sub(s, 4, s.n);
	size_t first = 0;
	while (first < s.n && s.p[first] >= 'a' && s.p[first] <= 'z')
		first++;
	for (size_t i = 0; i < COUNT(levels); i++)
		if (str_eq(s, levels[i].level) || str_eq(str_sub(s, 0, first), str_c(levels[i].folded)))
			return levels[i].level;
	return (str){ 0 };
}

str level_words(str level)
{
	for (size_t i = 0; i < COUNT(levels); i++)
		if (str_eq(level, levels[i].level))
			return levels[i].words;
	return (str){ 0 };
}
