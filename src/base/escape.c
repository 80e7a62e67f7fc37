#include "base/escape.h"
#include "base/fold.h"
#include <stdint.h>

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_tail(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* The length of the character at i, 0 where there is none. The letters of Vietnamese are told at once. */
static inline size_t character(str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];
	if (c >= 0xC2 && c < 0xE0 && i + 1 < s.n && is_tail(s.p[i + 1]))
		return 2;
	if (c == 0xE1 && i + 2 < s.n && is_tail(s.p[i + 1]) && is_tail(s.p[i + 2]))
		return 3;
	size_t next = i;
	utf8_next(s, &next);
	return next - i > 1 ? next - i : 0;
}

/* What is written for a byte below 0x80; NULL: itself. */
static const char *const html[128] = {
	[0 ... 8] = REPLACEMENT, [11 ... 12] = REPLACEMENT, [14 ... 31] = REPLACEMENT, [127] = REPLACEMENT,
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;", ['\r'] = "&#13;",
};
static const char *const json[128] = {
	[0] = "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b", "\\t", "\\n", "\\u000b", "\\f",
	"\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017", "\\u0018",
	"\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
	['"'] = "\\\"", ['\\'] = "\\\\",
};

static void escape(struct buf *b, str s, const char *const *written)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n;) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x80 && !written[c]) {
			i++;
			continue;
		}
		size_t n = c < 0x80 ? 0 : character(s, i);
		if (n) {
			i += n;
			continue;
		}
		buf_put(b, str_sub(s, from, i));
		buf_put(b, str_c(c < 0x80 ? written[c] : REPLACEMENT));
		from = ++i;
	}
	buf_put(b, str_sub(s, from, s.n));
}

void escape_html(struct buf *b, str s) { escape(b, s, html); }
void escape_json(struct buf *b, str s) { escape(b, s, json); }

void escape_piece(struct buf *b, str s)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
		buf_put(b, plain ? str_sub(s, i, i + 1) : (str){ (char[]){ '%', hex[c >> 4], hex[c & 15] }, 3 });
	}
}
