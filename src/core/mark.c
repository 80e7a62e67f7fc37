#include "core/mark.h"
#include "base/fold.h"
#include "base/sha256.h"

enum { MARK_DIGITS = 32, SHORTEST = 4 };

str text_key(struct arena *a, str text)
{
	str plain = fold_plain(a, text);
	struct buf b = buf_open(a);
	bool gap = false;
	for (size_t i = 0; i < plain.n; i++) {
		char c = plain.p[i];
		bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (word && gap && b.n)
			buf_put(&b, S(" "));
		gap = !word;
		if (word)
			buf_put(&b, str_sub(plain, i, i + 1));
	}
	return buf_str(&b);
}

bool same_text(struct arena *a, str x, str y) { return str_eq(x, y) || str_eq(text_key(a, x), text_key(a, y)); }

static str word_at(str key, size_t from)
{
	size_t end = from;
	while (end < key.n && key.p[end] != ' ')
		end++;
	return str_sub(key, from, end);
}

static size_t words_of(str key)
{
	size_t n = key.n > 0;
	for (size_t i = 0; i < key.n; i++)
		n += key.p[i] == ' ';
	return n;
}

bool same_shortened(struct arena *a, str x, str y)
{
	str brief = text_key(a, x), full = text_key(a, y);
	if (words_of(brief) > words_of(full)) {
		str s = brief;
		brief = full;
		full = s;
	}
	if (words_of(brief) < SHORTEST || words_of(brief) * 2 < words_of(full))
		return false;
	size_t at = 0;
	for (size_t i = 0; i < full.n && at < brief.n; i += word_at(full, i).n + 1)
		if (str_eq(word_at(full, i), word_at(brief, at)))
			at += word_at(brief, at).n + 1;
	return at >= brief.n;
}

str text_mark(struct arena *a, const char *kind, str key)
{
	char sum[65];
	sha256_hex(key, sum);
	return str_fmt(a, "%s%.*s", kind, MARK_DIGITS, sum);
}
