#include "docin/legacy.h"
#include "base/fold.h"
#include "docin/encoding.h"
#include <uchar.h>

enum { SIGN_FROM = 0xA1, SIGN_TO = 0xFF, TCVN3_TO = 0xFE, WORD_MAX = 10, WORDS_MAX = 4000, WORDS_MIN = 3 };

/* -- Vietnamese letters: quality and tone --------------------------------------------------------- */

enum tone { PLAIN, GRAVE, HOOK, TILDE, ACUTE, DOT, TONES };
enum quality { A, A_BREVE, A_HAT, E, E_HAT, I, O, O_HAT, O_HORN, U, U_HORN, Y, VOWELS };

static const char16_t vowels[2][VOWELS][TONES + 1] = {
	{ u"aàảãáạ", u"ăằẳẵắặ", u"âầẩẫấậ", u"eèẻẽéẹ", u"êềểễếệ", u"iìỉĩíị",
	  u"oòỏõóọ", u"ôồổỗốộ", u"ơờởỡớợ", u"uùủũúụ", u"ưừửữứự", u"yỳỷỹýỵ" },
	{ u"AÀẢÃÁẠ", u"ĂẰẲẴẮẶ", u"ÂẦẨẪẤẬ", u"EÈẺẼÉẸ", u"ÊỀỂỄẾỆ", u"IÌỈĨÍỊ",
	  u"OÒỎÕÓỌ", u"ÔỒỔỖỐỘ", u"ƠỜỞỠỚỢ", u"UÙỦŨÚỤ", u"ƯỪỬỮỨỰ", u"YỲỶỸÝỴ" },
};

struct letter { uint32_t plain; enum tone tone; };         /* lower case, its tone taken off */

static struct letter letter_of(uint32_t c)
{
	if (c < 0x80)
		return (struct letter){ c >= 'A' && c <= 'Z' ? c | 0x20 : c, PLAIN };
	if (c == 0x110 || c == 0x111)
		return (struct letter){ 0x111, PLAIN };
	for (int upper = 0; upper < 2; upper++)
		for (int v = 0; v < VOWELS; v++)
			for (int t = 0; t < TONES; t++)
				if (vowels[upper][v][t] == c)
					return (struct letter){ vowels[0][v][0], (enum tone)t };
	return (struct letter){ 0, PLAIN };
}

/* -- one syllable --------------------------------------------------------------------------------- */

static const char rhymes[] =
	" a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
	" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"
	" o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong"
	" ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
	" u ua uâ uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ up ut uôc uôi uôm uôn uông uôt"
	" ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
	" uy uya uych uyên uyêt uynh uyt uyu uan uang uai uao uay uăn uăng uăt uat uac uach uanh ue uen ueo uet uit"
	" y yêm yên yêng yêt yêu ";

static const char *const onsets[] = { "ngh", "ng", "gh", "gi", "kh", "nh", "ph", "th", "tr", "ch", "qu", "q",
	                              "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t",
	                              "v", "x", "" };

static bool one_of(const char *what, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(what, list[i]))
			return true;
	return false;
}

/* k, gh, ngh stand before i e ê y, and c, g, ng never do (but gì, gìn). */
static bool spelled(const char *onset, str rest)
{
	static const char *const before_front[] = { "k", "gh", "ngh" }, *const before_back[] = { "c", "g", "ng" };
	bool i = str_starts(rest, S("i")), front = i || str_starts(rest, S("y")) || str_starts(rest, S("e")) ||
	                                           str_starts(rest, S("ê"));
	if (one_of(onset, before_front, COUNT(before_front)))
		return front;
	if (one_of(onset, before_back, COUNT(before_back)))
		return !front || (i && !strcmp(onset, "g"));
	return strcmp(onset, "q") || str_starts(rest, S("u"));
}

static bool rhyme_known(str rest)
{
	char key[8 * WORD_MAX];
	key[0] = key[rest.n + 1] = ' ';
	memcpy(key + 1, rest.p, rest.n);
	return rest.n && memmem(rhymes, sizeof rhymes - 1, key, rest.n + 2);
}

static bool stops(str s)
{
	return str_ends(s, S("c")) || str_ends(s, S("ch")) || str_ends(s, S("p")) || str_ends(s, S("t"));
}

static size_t utf8_of(uint32_t c, char *p)                  /* up to U+FFFF */
{
	if (c < 0x80)
		return *p = (char)c, 1;
	if (c < 0x800)
		return p[0] = (char)(0xC0 | c >> 6), p[1] = (char)(0x80 | (c & 0x3F)), 2;
	p[0] = (char)(0xE0 | c >> 12), p[1] = (char)(0x80 | (c >> 6 & 0x3F)), p[2] = (char)(0x80 | (c & 0x3F));
	return 3;
}

bool syllable_valid(const uint32_t *word, size_t n)
{
	char p[4 * WORD_MAX];
	str s = { p, 0 };
	enum tone tone = PLAIN;
	if (n > WORD_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		struct letter l = letter_of(word[i]);
		if (!l.plain || (l.tone && tone))
			return false;
		tone = l.tone ? l.tone : tone;
		s.n += utf8_of(l.plain, p + s.n);
	}
	if (stops(s) && tone != ACUTE && tone != DOT)
		return false;
	for (size_t i = 0; i < COUNT(onsets); i++) {
		str onset = str_c(onsets[i]), rest = str_sub(s, onset.n, s.n);
		if (str_starts(s, onset) && spelled(onsets[i], rest) && rhyme_known(rest))
			return true;
	}
	return false;
}

/* -- the two tables ------------------------------------------------------------------------------- */

/* 0xA1 .. 0xFE of TCVN 5712; 0xB0 .. 0xB4 are marks on their own, which NFC joins to their letter. */
static const char16_t tcvn3[] =
	u"ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323"
	u"àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ";
_Static_assert(COUNT(tcvn3) - 1 == TCVN3_TO - SIGN_FROM + 1, "one character for each byte");

static bool is_sign(uint32_t c) { return c >= SIGN_FROM && c <= SIGN_TO; }

static size_t tcvn3_next(const uint32_t *c, size_t n, uint32_t *ret)
{
	(void)n;
	*ret = *c >= SIGN_FROM && *c <= TCVN3_TO ? tcvn3[*c - SIGN_FROM] : *c;
	return 1;
}

/* VNI writes a vowel and, behind it, a sign for its marks; nine letters are signs of their own. */
enum group { ON_ANY, ON_HAT, ON_BREVE };
static const struct { uint32_t sign; enum group group; enum tone tone; } vni_signs[] = {
	{ 0xF8, ON_ANY, GRAVE },   { 0xFB, ON_ANY, HOOK },   { 0xF5, ON_ANY, TILDE },   { 0xF9, ON_ANY, ACUTE },
	{ 0xEF, ON_ANY, DOT },     { 0xE2, ON_HAT, PLAIN },  { 0xE0, ON_HAT, GRAVE },   { 0xE5, ON_HAT, HOOK },
	{ 0xE3, ON_HAT, TILDE },   { 0xE1, ON_HAT, ACUTE },  { 0xE4, ON_HAT, DOT },     { 0xEA, ON_BREVE, PLAIN },
	{ 0xE8, ON_BREVE, GRAVE }, { 0xFA, ON_BREVE, HOOK }, { 0xFC, ON_BREVE, TILDE }, { 0xE9, ON_BREVE, ACUTE },
	{ 0xEB, ON_BREVE, DOT },
};
static const struct { uint32_t sign; char16_t letter[2]; } vni_alone[] = {
	{ 0xF1, u"đĐ" }, { 0xE6, u"ỉỈ" }, { 0xF3, u"ĩĨ" }, { 0xF2, u"ịỊ" }, { 0xED, u"íÍ" },
	{ 0xEC, u"ìÌ" }, { 0xEE, u"ỵỴ" }, { 0xF4, u"ơƠ" }, { 0xF6, u"ưƯ" },
};
static const struct { uint32_t base; enum quality on[3]; } vni_bases[] = {
	{ 'a', { A, A_HAT, A_BREVE } }, { 'e', { E, E_HAT, VOWELS } },        { 'o', { O, O_HAT, VOWELS } },
	{ 'u', { U, VOWELS, VOWELS } }, { 'y', { Y, VOWELS, VOWELS } },       { 'i', { I, VOWELS, VOWELS } },
	{ 0xF4, { O_HORN, VOWELS, VOWELS } }, { 0xF6, { U_HORN, VOWELS, VOWELS } },
};

static uint32_t vni_lower(uint32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0xDF) ? c | 0x20 : c; }

static uint32_t vni_pair(uint32_t base, uint32_t sign)
{
	size_t b = 0, s = 0;
	while (b < COUNT(vni_bases) && vni_bases[b].base != vni_lower(base))
		b++;
	while (s < COUNT(vni_signs) && vni_signs[s].sign != vni_lower(sign))
		s++;
	if (b == COUNT(vni_bases) || s == COUNT(vni_signs))
		return 0;
	enum quality q = vni_bases[b].on[vni_signs[s].group];
	return q == VOWELS ? 0 : vowels[base != vni_lower(base)][q][vni_signs[s].tone];
}

static size_t vni_next(const uint32_t *c, size_t n, uint32_t *ret)
{
	if (n > 1 && is_sign(c[1]) && (*ret = vni_pair(c[0], c[1])))
		return 2;
	*ret = c[0];
	for (size_t i = 0; is_sign(c[0]) && i < COUNT(vni_alone); i++)
		if (vni_alone[i].sign == vni_lower(c[0]))
			*ret = vni_alone[i].letter[c[0] != vni_lower(c[0])];
	return 1;
}

typedef size_t next_fn(const uint32_t *c, size_t n, uint32_t *ret);

static size_t as_it_is(const uint32_t *c, size_t n, uint32_t *ret)
{
	(void)n;
	return *ret = *c, 1;
}

static next_fn *const next_of[] = { [LEGACY_NONE] = as_it_is, [LEGACY_TCVN3] = tcvn3_next, [LEGACY_VNI] = vni_next };

/* -- telling -------------------------------------------------------------------------------------- */

/* Counts by lead bytes alone: letters that only Unicode Vietnamese has, and those of Latin-1. */
static bool surely_unicode(str s)
{
	size_t own = 0, latin1 = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0xC2)
			continue;
		own += c == 0xE1 || (c >= 0xC4 && c <= 0xC6);
		latin1 += c == 0xC2 || c == 0xC3;
	}
	return !latin1 || own * 4 > latin1;
}

static bool in_word(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_sign(c) || (c >= 0x100 && c < 0x1B1) ||
	       (c >= 0x1EA0 && c < 0x1EFA);
}

/* The next word; its length may be more than WORD_MAX * 2, of which no more is kept. */
static size_t word_next(str s, size_t *at, uint32_t *word, bool *sign)
{
	size_t n = 0, here = *at;
	for (*sign = false; *at < s.n; here = *at) {
		uint32_t c = utf8_next(s, at);
		if (!in_word(c)) {
			if (n)
				return *at = here, n;
			continue;
		}
		*sign |= is_sign(c);
		if (n < 2 * WORD_MAX)
			word[n] = c;
		n++;
	}
	return n;
}

static bool reads_as(enum legacy k, const uint32_t *word, size_t n)
{
	uint32_t w[2 * WORD_MAX];
	size_t len = 0;
	if (n > 2 * WORD_MAX)
		return false;
	for (size_t i = 0; i < n;)
		i += next_of[k](word + i, n - i, &w[len++]);
	return syllable_valid(w, len);
}

enum legacy legacy_tell(str utf8)
{
	size_t all = 0, good[3] = { 0 };
	uint32_t word[2 * WORD_MAX];
	bool sign;
	if (surely_unicode(utf8))
		return LEGACY_NONE;
	for (size_t at = 0, n; all < WORDS_MAX && (n = word_next(utf8, &at, word, &sign));) {
		all += sign;
		for (int k = 0; sign && k < 3; k++)
			good[k] += reads_as((enum legacy)k, word, n);
	}
	enum legacy best = good[LEGACY_TCVN3] > good[LEGACY_VNI] ? LEGACY_TCVN3 : LEGACY_VNI;
	size_t other = good[best == LEGACY_VNI ? LEGACY_TCVN3 : LEGACY_VNI];
	bool many = good[best] >= WORDS_MIN && good[best] * 10 >= all * 7;
	bool clear = good[best] * 2 >= other * 3 && good[best] * 2 >= good[LEGACY_NONE] * 3;
	return many && clear ? best : LEGACY_NONE;
}

/* Letters past Latin-1 were typed in Unicode; signs that are no letters (a dash, a quotation mark) say nothing. */
static bool has_unicode_letter(str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		if ((c >= 0x100 && c < 0x1B1) || (c >= 0x1EA0 && c < 0x1EFA) || (c >= 0x300 && c < 0x370))
			return true;
	}
	return false;
}

bool legacy_fits(enum legacy from, str utf8)
{
	size_t as_it_stands = 0, decoded = 0, n;
	uint32_t word[2 * WORD_MAX];
	bool sign;
	if (has_unicode_letter(utf8))
		return false;
	for (size_t at = 0, all = 0; all < WORDS_MAX && (n = word_next(utf8, &at, word, &sign)); all++) {
		as_it_stands += sign && reads_as(LEGACY_NONE, word, n);
		decoded += sign && reads_as(from, word, n);
	}
	return decoded >= as_it_stands;
}

str legacy_decode(struct arena *a, enum legacy from, str utf8)
{
	struct buf out = buf_open(a);
	uint32_t two[2], c;
	size_t n = 0, at = 0;
	while (at < utf8.n || n) {
		while (n < 2 && at < utf8.n)
			two[n++] = utf8_next(utf8, &at);
		size_t used = next_of[from](two, n, &c);
		utf8_put(&out, c);
		two[0] = two[1];
		n -= used;
	}
	return buf_str(&out);
}
