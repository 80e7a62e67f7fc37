#include "docin/font.h"
#include "base/fold.h"
#include "docin/encoding.h"
#include "docin/legacy.h"
#include <unicase.h>
#include <uchar.h>

static bool begins(str s, const char *with) { return s.n >= strlen(with) && !strncasecmp(s.p, with, strlen(with)); }
static bool is_name(str s, const char *name) { return s.n == strlen(name) && begins(s, name); }

enum font font_of(str name)
{
	if (begins(name, ".Vn"))
		return str_ends(name, S("H")) ? FONT_TCVN3_CAPITALS : FONT_TCVN3;
	if (begins(name, "VNI-") || begins(name, "VNI "))
		return FONT_VNI;
	if (is_name(name, "Wingdings 2"))
		return FONT_WINGDINGS_2;
	if (is_name(name, "Wingdings 3"))
		return FONT_WINGDINGS_3;
	if (is_name(name, "Symbol") || is_name(name, "OpenSymbol") || is_name(name, "StarSymbol"))
		return FONT_SYMBOL;
	return is_name(name, "Wingdings") ? FONT_WINGDINGS : name.n ? FONT_UNICODE : FONT_UNSAID;
}

/* -- signs ------------------------------------------------------------------------------------------ */

static const struct { enum font font; unsigned char from; const char16_t *to; } signs[] = {
	{ FONT_SYMBOL, 0x20, u" !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" },
	{ FONT_SYMBOL, 0x61, u"αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~" },
	{ FONT_SYMBOL, 0xA1, u"ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…" },
	{ FONT_SYMBOL, 0xC4, u"⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇" },
	{ FONT_SYMBOL, 0xD5, u"∏√·¬∧∨⇔⇐⇑⇒⇓◊" },
	{ FONT_SYMBOL, 0xE5, u"∑" },
	{ FONT_WINGDINGS, 0x20, u" " },
	{ FONT_WINGDINGS, 0x6C, u"●❍■□" },
	{ FONT_WINGDINGS, 0x71, u"❑❒⬧⧫◆❖⬥" },
	{ FONT_WINGDINGS, 0x9F, u"•" },
	{ FONT_WINGDINGS, 0xA7, u"▪□" },
	{ FONT_WINGDINGS, 0xD8, u"➢" },
	{ FONT_WINGDINGS, 0xDF, u"←→↑↓" },
	{ FONT_WINGDINGS, 0xE8, u"➔" },
	{ FONT_WINGDINGS, 0xEF, u"⇦⇨⇧⇩" },
	{ FONT_WINGDINGS, 0xFB, u"✗✓☒☑" },
	{ FONT_WINGDINGS_2, 0x4F, u"✗✓☒☑☒" },
	{ FONT_WINGDINGS_2, 0x97, u"●" },
	{ FONT_WINGDINGS_2, 0xA3, u"□" },
	{ FONT_WINGDINGS_3, 0x7D, u"▶◀" },
};

static uint32_t sign_in(enum font f, uint32_t c)
{
	for (size_t i = 0; i < COUNT(signs); i++) {
		if (signs[i].font != f || c < signs[i].from)
			continue;
		size_t n = 0;
		while (signs[i].to[n] && n < c - signs[i].from)
			n++;
		if (signs[i].to[n])
			return signs[i].to[n];
	}
	return 0;
}

static bool is_symbol(enum font f) { return f >= FONT_SYMBOL; }
static bool is_private(uint32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

/* A sign whose font got lost is most often a bullet or a check mark. */
uint32_t font_sign(enum font f, uint32_t c)
{
	c = is_private(c) ? c - 0xF000 : c;
	if (is_symbol(f))
		return c < 0x100 ? sign_in(f, c) : c;
	uint32_t to = c > 0x7F ? sign_in(FONT_SYMBOL, c) : 0;
	return to ? to : sign_in(FONT_WINGDINGS, c);
}

static str with_signs(struct arena *a, enum font f, str s, size_t *unknown)
{
	struct buf out = buf_open(a);
	for (size_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at);
		bool sign = is_private(c) || (is_symbol(f) && c >= ' ' && c < 0x100);
		uint32_t to = sign ? font_sign(f, c) : c;
		if (!sign)
			buf_put(&out, str_sub(s, from, at));
		else if (to)
			utf8_put(&out, to);
		*unknown += sign && !to;
	}
	return buf_str(&out);
}

/* -- text ------------------------------------------------------------------------------------------- */

str font_capitals(struct arena *a, str s)
{
	struct buf out = buf_open(a);
	for (size_t at = 0; at < s.n;)
		utf8_put(&out, uc_toupper(utf8_next(s, &at)));
	return buf_str(&out);
}

str font_text(struct arena *a, enum font f, str s, size_t *unknown)
{
	enum legacy old = f == FONT_VNI ? LEGACY_VNI : f == FONT_TCVN3 || f == FONT_TCVN3_CAPITALS ? LEGACY_TCVN3 : LEGACY_NONE;
	if (old != LEGACY_NONE && legacy_fits(old, s)) {
		s = legacy_decode(a, old, s);
		s = f == FONT_TCVN3_CAPITALS ? font_capitals(a, s) : s;
	}
	if (is_symbol(f) || (s.n && memchr(s.p, 0xEF, s.n)))       /* U+F0xx begin with that byte */
		s = with_signs(a, f, s, unknown);
	return s;
}
