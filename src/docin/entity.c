#include "docin/entity.h"

enum { NAME_MAX_N = 10 };

static const struct { const char *name; uint32_t is; } names[] = {
	{ "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },      { "apos", '\'' },
	{ "nbsp", ' ' },      { "ensp", ' ' },      { "emsp", ' ' },      { "thinsp", ' ' },    { "shy", 0xAD },
	{ "zwnj", 0x200C },   { "zwj", 0x200D },    { "ndash", 0x2013 },  { "mdash", 0x2014 },  { "minus", 0x2212 },
	{ "hellip", 0x2026 }, { "lsquo", 0x2018 },  { "rsquo", 0x2019 },  { "sbquo", 0x201A },  { "ldquo", 0x201C },
	{ "rdquo", 0x201D },  { "bdquo", 0x201E },  { "laquo", 0xAB },    { "raquo", 0xBB },    { "bull", 0x2022 },
	{ "middot", 0xB7 },   { "times", 0xD7 },    { "divide", 0xF7 },   { "deg", 0xB0 },      { "plusmn", 0xB1 },
	{ "le", 0x2264 },     { "ge", 0x2265 },     { "ne", 0x2260 },     { "sect", 0xA7 },     { "para", 0xB6 },
	{ "copy", 0xA9 },     { "reg", 0xAE },      { "euro", 0x20AC },   { "frac12", 0xBD },   { "frac14", 0xBC },
	{ "frac34", 0xBE },   { "sup2", 0xB2 },     { "sup3", 0xB3 },     { "rarr", 0x2192 },   { "trade", 0x2122 },
	{ "Agrave", 0xC0 },   { "Aacute", 0xC1 },   { "Acirc", 0xC2 },    { "Atilde", 0xC3 },   { "Egrave", 0xC8 },
	{ "Eacute", 0xC9 },   { "Ecirc", 0xCA },    { "Igrave", 0xCC },   { "Iacute", 0xCD },   { "Ograve", 0xD2 },
	{ "Oacute", 0xD3 },   { "Ocirc", 0xD4 },    { "Otilde", 0xD5 },   { "Ugrave", 0xD9 },   { "Uacute", 0xDA },
	{ "Yacute", 0xDD },   { "agrave", 0xE0 },   { "aacute", 0xE1 },   { "acirc", 0xE2 },    { "atilde", 0xE3 },
	{ "egrave", 0xE8 },   { "eacute", 0xE9 },   { "ecirc", 0xEA },    { "igrave", 0xEC },   { "iacute", 0xED },
	{ "ograve", 0xF2 },   { "oacute", 0xF3 },   { "ocirc", 0xF4 },    { "otilde", 0xF5 },   { "ugrave", 0xF9 },
	{ "uacute", 0xFA },   { "yacute", 0xFD },   { "Abreve", 0x102 },  { "abreve", 0x103 },  { "Dstrok", 0x110 },
	{ "dstrok", 0x111 },  { "Itilde", 0x128 },  { "itilde", 0x129 },  { "Utilde", 0x168 },  { "utilde", 0x169 },
};

static int digit(char c, bool hex)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static size_t numbered(str s, uint32_t *ret)
{
	bool hex = s.n > 2 && (s.p[2] | 0x20) == 'x';
	size_t i = hex ? 3 : 2, from = i;
	uint32_t c = 0;
	for (; i < s.n && i < from + 7 && digit(s.p[i], hex) >= 0; i++)
		c = c * (hex ? 16 : 10) + (uint32_t)digit(s.p[i], hex);
	if (i == from || i >= s.n || s.p[i] != ';')
		return 0;
	bool none = !c || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000);
	*ret = none ? 0xFFFD : c;
	return i + 1;
}

size_t entity_next(str s, uint32_t *ret)
{
	if (s.n < 3 || s.p[0] != '&')
		return 0;
	if (s.p[1] == '#')
		return numbered(s, ret);
	size_t end = str_find(str_sub(s, 0, NAME_MAX_N), S(";"), 1);
	str name = str_sub(s, 1, end);
	for (size_t i = 0; end < s.n && i < COUNT(names); i++)
		if (str_eq(name, str_c(names[i].name))) {
			*ret = names[i].is;
			return end + 1;
		}
	return 0;
}
