#include "core/mark.h"
#include "base/fold.h"
#include "base/sha256.h"

enum { MARK_DIGITS = 32 };

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

str text_mark(struct arena *a, const char *kind, str key)
{
	char sum[65];
	sha256_hex(key, sum);
	return str_fmt(a, "%s%.*s", kind, MARK_DIGITS, sum);
}
