#include "docin/mime.h"
#include "docin/encoding.h"
#include <uchar.h>

enum { PIECES_MAX = 100, WORD_MAX = 2000 };

bool mime_is(str s, const char *what) { return s.n == strlen(what) && !strncasecmp(s.p ? s.p : "", what, s.n); }

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* -- fields ----------------------------------------------------------------------------------------- */

static size_t line_end(str s, size_t at)
{
	size_t end = str_find(s, S("\n"), at);
	return end < s.n ? end + 1 : s.n;
}

/* A line that begins with a blank goes on with the one above. */
bool mime_field(struct arena *a, str head, size_t *at, struct mime_field *ret)
{
	if (*at >= head.n)
		return false;
	struct buf value = buf_open(a);
	size_t from = *at, end = line_end(head, from), colon = str_find(str_sub(head, 0, end), S(":"), from);
	ret->name = str_trim(str_sub(head, from, colon));
	buf_put(&value, str_trim(str_sub(head, colon + 1, end)));
	while (end < head.n && is_blank(head.p[end])) {
		from = end;
		end = line_end(head, from);
		buf_put(&value, S(" "));
		buf_put(&value, str_trim(str_sub(head, from, end)));
	}
	*at = end;
	ret->value = buf_str(&value);
	return true;
}

str mime_value(str value) { return str_trim(str_sub(value, 0, str_find(value, S(";"), 0))); }

/* -- encodings -------------------------------------------------------------------------------------- */

static int base64_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static str base64(struct arena *a, str s, size_t *damaged)
{
	char *out = make_n(a, char, s.n / 4 * 3 + 4);
	unsigned bits = 0;
	size_t n = 0;
	int have = 0;
	for (size_t i = 0; i < s.n; i++) {
		int v = base64_of(s.p[i]);
		if (s.p[i] == '=')
			have = 0;                  /* what follows is another piece */
		if (v < 0) {
			*damaged += !strchr("=\r\n\t ", s.p[i]) || !s.p[i];
			continue;
		}
		bits = bits << 6 | (unsigned)v;
		have += 6;
		if (have >= 8) {
			have -= 8;
			out[n++] = (char)(bits >> have & 0xFF);
		}
	}
	return (str){ out, n };
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that "=C3" or "%C3" stands for at i; -1: none. */
static int byte_at(str s, size_t i)
{
	int high = i + 2 < s.n ? hex_of(s.p[i + 1]) : -1, low = i + 2 < s.n ? hex_of(s.p[i + 2]) : -1;
	return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static str escaped(struct arena *a, str s, char sign, bool underscore)
{
	char *out = make_n(a, char, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		int byte = s.p[i] == sign ? byte_at(s, i) : -1;
		out[n++] = byte >= 0 ? (char)byte : underscore && s.p[i] == '_' ? ' ' : s.p[i];
		i += byte >= 0 ? 2 : 0;
	}
	return (str){ out, n };
}

/* "=" at the end of a line: the line goes on. */
static str without_soft_breaks(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	size_t from = 0;
	for (size_t at = str_find(s, S("="), 0); at < s.n; at = str_find(s, S("="), at + 1)) {
		size_t end = at + 1;
		while (end < s.n && (is_blank(s.p[end]) || s.p[end] == '\r'))
			end++;
		if (end < s.n && s.p[end] != '\n')
			continue;
		buf_put(&b, str_sub(s, from, at));
		from = end + 1;
	}
	buf_put(&b, str_sub(s, from, s.n));
	return buf_str(&b);
}

str mime_body(struct arena *a, str body, str encoding, size_t *damaged)
{
	if (mime_is(encoding, "base64"))
		return base64(a, body, damaged);
	if (mime_is(encoding, "quoted-printable"))
		return escaped(a, without_soft_breaks(a, body), '=', false);
	return body;
}

/* -- charsets --------------------------------------------------------------------------------------- */

static const struct { unsigned char byte; char16_t to; } in_1258[] = {
	{ 0xC3, u'Ă' }, { 0xCC, 0x300 }, { 0xD0, u'Đ' }, { 0xD2, 0x309 }, { 0xD5, u'Ơ' }, { 0xDD, u'Ư' }, { 0xDE, 0x303 },
	{ 0xE3, u'ă' }, { 0xEC, 0x301 }, { 0xF0, u'đ' }, { 0xF2, 0x323 }, { 0xF5, u'ơ' }, { 0xFD, u'ư' }, { 0xFE, u'₫' },
};

static const char16_t in_1252[] = u"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

static uint32_t windows(unsigned char c, bool vietnamese)
{
	for (size_t i = 0; vietnamese && i < COUNT(in_1258); i++)
		if (in_1258[i].byte == c)
			return in_1258[i].to;
	return c >= 0x80 && c < 0xA0 ? in_1252[c - 0x80] : c;
}

str mime_utf8(struct arena *a, str charset, str s)
{
	bool vietnamese = mime_is(charset, "windows-1258") || mime_is(charset, "cp1258");
	if (!vietnamese && !mime_is(charset, "iso-8859-1") && !mime_is(charset, "windows-1252") && !mime_is(charset, "latin1"))
		return s;
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		utf8_put(&b, windows((unsigned char)s.p[i], vietnamese));
	return buf_str(&b);
}

/* -- encoded words ---------------------------------------------------------------------------------- */

/* "=?charset?B?text?=" at the start of s: how many bytes it takes, 0 where it is none. */
static size_t word(struct arena *a, str s, str *ret)
{
	size_t one = str_find(s, S("?"), 2), two = str_find(s, S("?"), one + 1), end = str_find(s, S("?="), two + 1), damaged = 0;
	if (!str_starts(s, S("=?")) || end >= s.n || two != one + 2)
		return 0;
	str charset = str_sub(s, 2, one), text = str_sub(s, two + 1, end);
	charset = str_sub(charset, 0, str_find(charset, S("*"), 0));       /* "*vi": a language */
	if ((s.p[one + 1] | 32) == 'b')
		text = base64(a, text, &damaged);
	else if ((s.p[one + 1] | 32) == 'q')
		text = escaped(a, text, '=', true);
	else
		return 0;
	*ret = mime_utf8(a, charset, text);
	return end + 2;
}

/* Blanks between two encoded words are none. */
str mime_words(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	size_t after = s.n + 1;                    /* the last word ended here, and only blanks since */
	for (size_t at = 0, n; at < s.n; at += n) {
		str text, rest = str_sub(s, at, s.n);
		n = rest.p[0] == '=' ? word(a, str_sub(rest, 0, WORD_MAX), &text) : 0;
		if (n) {
			b.n -= after <= at ? at - after : 0;
			buf_put(&b, text);
			after = at + n;
			continue;
		}
		n = 1;
		buf_put(&b, str_sub(rest, 0, 1));
		after = is_blank(rest.p[0]) ? after : s.n + 1;
	}
	return buf_str(&b);
}

/* -- parameters ------------------------------------------------------------------------------------- */

struct param { str key, value; };

static str unquoted(struct arena *a, str s, size_t *at)
{
	struct buf b = buf_open(a);
	for (++*at; *at < s.n && s.p[*at] != '"'; ++*at) {
		*at += s.p[*at] == '\\' && *at + 1 < s.n;
		buf_put(&b, str_sub(s, *at, *at + 1));
	}
	++*at;
	return buf_str(&b);
}

/* The next of "; key=value"; false at the end. */
static bool param_next(struct arena *a, str s, size_t *at, struct param *ret)
{
	while (*at < s.n && s.p[*at] != ';')
		++*at;
	if (*at >= s.n)
		return false;
	size_t from = ++*at;
	while (*at < s.n && s.p[*at] != '=' && s.p[*at] != ';')
		++*at;
	*ret = (struct param){ .key = str_trim(str_sub(s, from, *at)) };
	if (*at >= s.n || s.p[*at] == ';')
		return true;
	for (++*at; *at < s.n && is_blank(s.p[*at]);)
		++*at;
	if (*at < s.n && s.p[*at] == '"') {
		ret->value = unquoted(a, s, at);
		return true;
	}
	from = *at;
	while (*at < s.n && s.p[*at] != ';')
		++*at;
	ret->value = str_trim(str_sub(s, from, *at));
	return true;
}

/* "name*2*": which piece (0 where there is but one), and whether it is escaped. -1: another key. */
static int piece_of(str key, const char *name, bool *coded)
{
	size_t n = strlen(name);
	if (key.n < n || strncasecmp(key.p, name, n) != 0)
		return -1;
	str rest = str_sub(key, n, key.n);
	*coded = str_ends(rest, S("*"));
	rest.n -= *coded;
	if (!rest.n)
		return 0;
	int number = 0;
	for (size_t i = 1; i < rest.n; i++) {
		if (rest.p[i] < '0' || rest.p[i] > '9' || number >= PIECES_MAX)
			return -1;
		number = number * 10 + (rest.p[i] - '0');
	}
	return rest.p[0] == '*' && rest.n > 1 && number < PIECES_MAX ? number : -1;
}

/* "utf-8'vi'%E1%BB…" */
static str charset_off(str s, str *charset)
{
	size_t one = str_find(s, S("'"), 0), two = str_find(s, S("'"), one + 1);
	if (two >= s.n)
		return s;
	*charset = str_sub(s, 0, one);
	return str_sub(s, two + 1, s.n);
}

str mime_param(struct arena *a, str value, const char *name)
{
	str pieces[PIECES_MAX] = { 0 }, charset = { 0 };
	struct buf b = buf_open(a);
	struct param p;
	bool coded, any_coded = false;
	for (size_t at = 0; param_next(a, value, &at, &p);) {
		int i = piece_of(p.key, name, &coded);
		if (i < 0 || (pieces[i].n && !coded))
			continue;
		str s = coded && i == 0 ? charset_off(p.value, &charset) : p.value;
		pieces[i] = coded ? escaped(a, s, '%', false) : s;
		any_coded = any_coded || coded;
	}
	for (int i = 0; i < PIECES_MAX && pieces[i].n; i++)
		buf_put(&b, pieces[i]);
	return any_coded ? mime_utf8(a, charset, buf_str(&b)) : mime_words(a, buf_str(&b));
}
