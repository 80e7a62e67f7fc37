#include "core/value.h"
#include "base/fold.h"

/* White space at both ends, the hard one of word processors too. */
static str trimmed(str s)
{
	for (size_t before = s.n + 1; s.n < before;) {
		before = s.n;
		s = str_trim(s);
		if (str_starts(s, S("\xC2\xA0")))
			s = str_sub(s, 2, s.n);
		if (str_ends(s, S("\xC2\xA0")))
			s.n -= 2;
	}
	return s;
}

/* "8/9", "37,5 / 46"; "76.4/100%", as some reports write 76,4 %. */
static bool read_rate(str text, struct value *ret)
{
	size_t slash = str_find(text, S("/"), 0);
	if (slash == text.n)
		return false;
	str below = trimmed(str_sub(text, slash + 1, text.n));
	bool percent = str_ends(below, S("%"));
	ret->num = figure_parse(trimmed(str_sub(text, 0, slash)));
	ret->den = figure_parse(trimmed(str_sub(below, 0, below.n - percent)));
	return ret->num.present && ret->den.present && (!percent || figure_same(ret->den, figure_make(100, 0)));
}

static bool read_percent(str text, struct value *ret)
{
	if (!str_ends(text, S("%")))
		return false;
	ret->num = figure_parse(trimmed(str_sub(text, 0, text.n - 1)));
	return ret->num.present;
}

static const struct { const char *folded; enum value_kind kind; } words[] = {
	{ "co", VALUE_YES },
	{ "x", VALUE_YES },
	{ "khong", VALUE_NO },
	{ "khong phat sinh", VALUE_NOT_ARISEN },
	{ "khong co phat sinh", VALUE_NOT_ARISEN },
	{ "chua phat sinh", VALUE_NOT_ARISEN },
};

static enum value_kind kind_of_words(str folded)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq(folded, str_c(words[i].folded)))
			return words[i].kind;
	return VALUE_WORDS;
}

struct value value_parse(struct arena *a, str text)
{
	struct value v = { .printed = trimmed(text) };
	if (!v.printed.n)
		return v;
	v.words = fold_plain(a, v.printed);
	struct value empty = v;
	v.num = figure_parse(v.printed);
	if (v.num.present) {
		v.kind = VALUE_NUMBER;
	} else if (read_rate(v.printed, &v)) {
		v.kind = VALUE_RATE;
	} else if (v = empty, read_percent(v.printed, &v)) {
		v.kind = VALUE_PERCENT;
	} else {
		v = empty;
		v.kind = kind_of_words(v.words);
	}
	return v;
}

struct exact value_exact(const struct value *v)
{
	switch (v->kind) {
	case VALUE_NUMBER: return exact_of(v->num);
	case VALUE_RATE: return exact_div(exact_of(v->num), exact_of(v->den));
	case VALUE_PERCENT: return exact_div(exact_of(v->num), exact_int(100));
	case VALUE_NONE:
	case VALUE_YES:
	case VALUE_NO:
	case VALUE_NOT_ARISEN:
	case VALUE_WORDS:
	default: return (struct exact){ 0, 0 };
	}
}
