#include "base/fold.h"

/* The letter under the marks, in its own case; '.' where there is none. Compact strings and no ICU:
 * folding runs over every character of every document. */
static const char latin[] =           /* U+00C0..U+024F */
	"AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
	"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk.LlLlLlL"
	"lLlNnNnNnn..OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
	"bBBb...Cc.DDd....FfG...IKkl..NnOOo..Pp.....tTtTUu.VYyZz........."
	".....D..L..N.AaIiOoUuUuUuUuUu.AaAa..GgGgKkOoOo..j.D.Gg..NnAa..Oo"
	"AaAaEeEeIiIiOoOoRrRrUuUuSsTt..HhNd..ZzAaEeOoOoOoOoYylntj..ACcLTs"
	"z..BU.EeJj.qRrYy";

static const char vietnamese[] =           /* U+1E00..U+1EFF */
	"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
	"MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
	"WwWwWwWwWwXxXxYyZzZzZzhtwyasss..AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
	"EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy....Yy";

static const char ascii[] =
	"?????????     ??????????????????"
	" !\"#$%&'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~?";

enum { LATIN = 0xC0, LATIN_END = 0x24F, VIETNAMESE = 0x1E00, VIETNAMESE_END = 0x1EFF };
_Static_assert(sizeof ascii - 1 == 0x80, "one sign for each character");
_Static_assert(sizeof latin - 1 == LATIN_END - LATIN + 1, "one letter for each character");
_Static_assert(sizeof vietnamese - 1 == VIETNAMESE_END - VIETNAMESE + 1, "one letter for each character");

static bool is_tail(unsigned char c) { return (c & 0xC0) == 0x80; }

/* Overlong forms, surrogates and what is past U+10FFFF are no characters. */
uint32_t utf8_next(str s, size_t *at)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t left = s.n - *at;
	size_t n = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
	if (n == 1)
		return (*at)++, p[0];
	uint32_t c = n ? p[0] & (0xFFU >> (n + 1)) : 0;
	for (size_t i = 1; i < n; i++) {
		if (i >= left || !is_tail(p[i]))
			return (*at)++, 0xFFFD;
		c = c << 6 | (p[i] & 0x3F);
	}
	if (!n || c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return (*at)++, 0xFFFD;
	*at += n;
	return c;
}

/* The letter under the marks in its own case, or 0. */
static char letter(uint32_t c)
{
	char l = '.';
	if (c < 0x80)
		l = (char)c;
	else if (c >= LATIN && c <= LATIN_END)
		l = latin[c - LATIN];
	else if (c >= VIETNAMESE && c <= VIETNAMESE_END)
		l = vietnamese[c - VIETNAMESE];
	return (l >= 'a' && l <= 'z') || (l >= 'A' && l <= 'Z') ? l : 0;
}

bool char_is_upper(uint32_t c)
{
	char l = letter(c);
	return l >= 'A' && l <= 'Z';
}

static bool is_space(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0x205F || c == 0x3000;
}

static char fold_sign(uint32_t c)
{
	if (is_space(c))
		return ' ';
	if (c == 0xAD || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D)
		return '-';
	if ((c >= 0x2018 && c <= 0x201B) || c == 0xB4 || c == 0x2032)
		return '\'';
	if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033)
		return '"';
	return c == 0x2026 ? '.' : '?';
}

char fold_char(uint32_t c)
{
	if (c < 0x80)
		return ascii[c];
	char l = letter(c);
	return l ? (char)(l | 0x20) : fold_sign(c);
}

/* Seven of ten characters are ASCII, most others stand in the two tables: these need no general decoding. */
static inline char next_folded(str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t left = s.n - *at;
	if (p[0] < 0x80)
		return (*at)++, ascii[p[0]];
	char l = '.';
	if (p[0] == 0xE1 && left > 2 && (p[1] & 0xFC) == 0xB8 && is_tail(p[2])) {           /* U+1E00..U+1EFF */
		l = vietnamese[(p[1] & 3) << 6 | (p[2] & 0x3F)];
		*at += l == '.' ? 0 : 3;
	} else if (p[0] >= 0xC3 && p[0] <= 0xC8 && left > 1 && is_tail(p[1])) {              /* U+00C0..U+023F */
		l = latin[((p[0] & 0x1F) << 6 | (p[1] & 0x3F)) - LATIN];
		*at += l == '.' ? 0 : 2;
	}
	return l == '.' ? fold_char(utf8_next(s, at)) : (char)(l | 0x20);
}

/* Decoded once: how many characters there are is known at the end, and the room that was too much is given back. */
struct fold fold_open(struct arena *a, str nfc)
{
	char *text = make_n(a, char, nfc.n + 1);
	uint32_t *from = make_n(a, uint32_t, nfc.n + 1);
	size_t n = 0;
	for (size_t at = 0; at < nfc.n; n++) {
		from[n] = (uint32_t)at;
		text[n] = next_folded(nfc, &at);
	}
	from[n] = (uint32_t)nfc.n;
	arena_trim(a, from + n + 1);
	return (struct fold){ .src = nfc, .text = { text, n }, .at = from };
}

struct fold fold_sub(struct arena *a, const struct fold *f, size_t from, size_t to)
{
	from = from > f->text.n ? f->text.n : from;
	struct fold s = { .src = fold_src(f, from, to), .text = str_sub(f->text, from, to), .at = f->at };
	if (!from)                                     /* the offsets are the same */
		return s;
	uint32_t *at = make_n(a, uint32_t, s.text.n + 1);
	for (size_t i = 0; i <= s.text.n; i++)
		at[i] = f->at[from + i] - f->at[from];
	s.at = at;
	return s;
}

str fold_plain(struct arena *a, str nfc)
{
	char *p = make_n(a, char, nfc.n + 1);
	size_t n = 0;
	for (size_t at = 0; at < nfc.n;) {
		char c = next_folded(nfc, &at);
		if (c != ' ' || (n && p[n - 1] != ' '))
			p[n++] = c;
	}
	if (n && p[n - 1] == ' ')
		n--;
	p[n] = 0;
	return (str){ p, n };
}

str fold_src(const struct fold *f, size_t from, size_t to)
{
	to = to > f->text.n ? f->text.n : to;
	from = from > to ? to : from;
	return str_sub(f->src, f->at[from], f->at[to]);
}
