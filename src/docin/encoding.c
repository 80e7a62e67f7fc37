#include "docin/encoding.h"
#include "base/fold.h"
#include "docin/legacy.h"
#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define HINT_TEXT "Hãy mở tệp bằng chương trình đã tạo ra nó và lưu thành văn bản .txt (UTF-8) hoặc .md."

enum { SEGMENT = 4096, SEGMENT_MAX = 64 * 1024, MARKS_MAX = 30, NOISE_FREE = 8, NOISE_SHARE = 200 };

void utf8_put(struct buf *b, uint32_t c)
{
	char p[4];
	size_t n = 0;
	if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		c = 0xFFFD;
	if (c < 0x80)
		p[n++] = (char)c;
	else if (c < 0x800)
		p[n++] = (char)(0xC0 | c >> 6);
	else if (c < 0x10000)
		p[n++] = (char)(0xE0 | c >> 12);
	else
		p[n++] = (char)(0xF0 | c >> 18);
	if (c >= 0x10000)
		p[n++] = (char)(0x80 | (c >> 12 & 0x3F));
	if (c >= 0x800)
		p[n++] = (char)(0x80 | (c >> 6 & 0x3F));
	if (c >= 0x80)
		p[n++] = (char)(0x80 | (c & 0x3F));
	buf_put(b, (str){ p, n });
}

/* -- from bytes to UTF-8 -------------------------------------------------------------------------- */

static uint32_t unit16(const unsigned char *p, bool big)
{
	return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static str from_utf16(struct arena *a, str s, bool big)
{
	struct buf b = buf_open(a);
	const unsigned char *p = (const unsigned char *)s.p;
	for (size_t i = 0; i + 1 < s.n; i += 2) {
		uint32_t c = unit16(p + i, big), low = i + 3 < s.n ? unit16(p + i + 2, big) : 0;
		if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			i += 2;
		}
		utf8_put(&b, c);
	}
	return buf_str(&b);
}

/* Windows-1252 is what programs mean by Latin-1; its five holes stay control characters. */
static str from_latin1(struct arena *a, str s)
{
	static const uint16_t high[32] = {
		0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
		0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
		0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
	};
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		utf8_put(&b, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
	}
	return buf_str(&b);
}

struct counts { size_t good, bad; };                        /* characters past ASCII, bytes that are none */

static struct counts utf8_counts(str s)
{
	struct counts n = { 0 };
	if (!u8_check((const uint8_t *)s.p, s.n))              /* nearly every file: how many no longer matters */
		return (struct counts){ .good = s.n };
	for (size_t at = 0; at < s.n;) {
		if ((unsigned char)s.p[at] < 0x80) {
			at++;
			continue;
		}
		size_t from = at;
		bool bad = utf8_next(s, &at) == 0xFFFD && at == from + 1;
		n.bad += bad;
		n.good += !bad;
	}
	return n;
}

static bool refuse_nul(str s, struct err *e)
{
	size_t nul[2] = { 0 };
	for (size_t i = 0; i < s.n; i++)
		nul[i & 1] += !s.p[i];
	if (s.n > 16 && (nul[0] * 8 > s.n || nul[1] * 8 > s.n) && (nul[0] > 4 * nul[1] || nul[1] > 4 * nul[0])) {
		fail(e, ERR_FORMAT, "Tệp có vẻ là văn bản UTF-16 nhưng thiếu dấu hiệu (BOM) ở đầu "
		                    "nên không chắc đọc đúng.");
		return err_hint(e, "Hãy mở tệp bằng Notepad hoặc Word và lưu lại với bảng mã UTF-8.");
	}
	fail(e, ERR_FORMAT, "Tệp là dữ liệu nhị phân (có byte 0), không phải văn bản.");
	return err_hint(e, HINT_TEXT);
}

static bool refuse_encoding(struct err *e)
{
	fail(e, ERR_FORMAT, "Không nhận ra bảng mã của văn bản: không phải Unicode (UTF-8, UTF-16), TCVN3 hay VNI.");
	return err_hint(e, "Hãy mở tệp bằng chương trình đã tạo ra nó và lưu lại với bảng mã Unicode (UTF-8).");
}

/* Valid UTF-8, or a broken byte here and there in what is clearly UTF-8, or else bytes of a font encoding. */
static bool to_utf8(struct arena *a, str s, str *ret, struct err *e)
{
	struct counts n = utf8_counts(s);
	bool utf8 = n.good >= 20 * n.bad;
	if (!utf8)
		s = from_latin1(a, s);
	enum legacy from = n.good || !utf8 ? legacy_tell(s) : LEGACY_NONE;
	if (!utf8 && from == LEGACY_NONE)
		return refuse_encoding(e);
	*ret = from == LEGACY_NONE ? s : legacy_decode(a, from, s);
	return true;
}

/* -- tidying -------------------------------------------------------------------------------------- */

enum what { KEEP, SPACE, DROP, CONTROL, COMPOSE };

static enum what what_ascii(uint32_t c)
{
	if (c >= ' ' && c != 0x7F)
		return KEEP;
	return c == '\n' || c == '\t' || c == '\f' ? KEEP : c == '\v' || c == '\r' ? SPACE : CONTROL;
}

/* KEEP only where NFC can change nothing: the letters of Latin and Vietnamese, signs, Han. */
static enum what what_of(uint32_t c)
{
	if (c < 0x80)
		return what_ascii(c);
	if (c < 0xA0)
		return CONTROL;
	if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000)
		return SPACE;
	if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF)
		return DROP;
	if (c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2126) || (c >= 0x2190 && c < 0x2300) ||
	    (c >= 0x2460 && c < 0x2800) || (c >= 0x3400 && c < 0xA000) || (c >= 0xE000 && c < 0xF900) || c == 0xFFFD)
		return KEEP;
	return COMPOSE;
}

struct tidy { struct arena *a; struct buf out; uint8_t *nfc; size_t room; bool has_lf; size_t noise; };

/* In UTF-8 the composed form is at most three times as long (Unicode TR 15). */
static void put_nfc(struct tidy *t, str s)
{
	if (s.n > t->room) {
		t->room = s.n < 1024 ? 1024 : s.n * 2;
		t->nfc = make_n(t->a, uint8_t, t->room * 3);
	}
	size_t n = t->room * 3;
	uint8_t *got = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, t->nfc, &n);
	buf_put(&t->out, got ? (str){ (const char *)got, n } : s);
	if (got && got != t->nfc)
		free(got);
}

/* How far the stretch goes that is put into NFC at once. It ends before ASCII, where nothing joins. */
static bool stretch(str s, size_t at, size_t *ret, struct err *e)
{
	size_t from = at, marks = 0;
	while (at < s.n) {
		size_t here = at;
		uint32_t c = utf8_next(s, &at);
		enum what w = what_of(c);
		bool bad = c == 0xFFFD && at == here + 1;
		*ret = here;
		size_t n = here - from;
		bool other = bad || (w != KEEP && w != COMPOSE) || c == '\n';
		if (n && (other || n > SEGMENT_MAX || (c < 0x80 && n > SEGMENT)))
			return true;
		marks = w == COMPOSE && uc_combining_class((ucs4_t)c) ? marks + 1 : 0;
		if (marks > MARKS_MAX) {
			fail(e, ERR_FORMAT, "Văn bản chồng hơn %d dấu lên một chữ: đây không phải là văn bản bình thường.",
			     MARKS_MAX);
			return err_hint(e, "Hãy mở tệp kiểm tra, xóa chỗ hỏng và lưu lại.");
		}
	}
	*ret = s.n;
	return true;
}

static void put_other(struct tidy *t, enum what w, uint32_t c, bool before_lf)
{
	if (c == '\r' && before_lf)
		return;
	if (c == '\r' && !t->has_lf)
		return buf_put(&t->out, S("\n"));
	t->noise += w == CONTROL;
	if (w != DROP)
		buf_put(&t->out, S(" "));
}

/* The bytes of an ASCII or Vietnamese letter or sign, which stays as it is; 0: another. */
static size_t plain_letter(str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t left = s.n - at;
	if (p[0] < 0x80)
		return p[0] >= ' ' && p[0] < 0x7F;
	if (p[0] >= 0xC3 && p[0] <= 0xC6)                      /* U+00C0..U+01BF */
		return left > 1 && (p[1] & 0xC0) == 0x80 ? 2 : 0;
	return p[0] == 0xE1 && left > 2 && (p[1] & 0xFC) == 0xB8 && (p[2] & 0xC0) == 0x80 ? 3 : 0;      /* U+1E00..U+1EFF */
}

static bool tidy(struct tidy *t, str s, str *ret, struct err *e)
{
	size_t from = 0, last = 0;                         /* not yet written: from here; the last character before at */
	for (size_t at = 0; at < s.n;) {
		size_t here = at;
		size_t plain = plain_letter(s, at);                /* nearly every one of every text */
		if (plain) {
			last = at;
			at += plain;
			continue;
		}
		uint32_t c = utf8_next(s, &at);
		bool bad = c == 0xFFFD && at == here + 1;
		enum what w = bad ? CONTROL : what_of(c);
		if (w == KEEP) {
			last = here;
			continue;
		}
		if (w == COMPOSE) {
			here = last >= from ? last : here;
			if (!stretch(s, here, &at, e))
				return false;
		}
		buf_put(&t->out, str_sub(s, from, here));
		if (w == COMPOSE)
			put_nfc(t, str_sub(s, here, at));
		else if (bad)
			t->noise++, buf_put(&t->out, S("\xEF\xBF\xBD"));
		else
			put_other(t, w, c, at < s.n && s.p[at] == '\n');
		from = last = at;
	}
	*ret = from ? (buf_put(&t->out, str_sub(s, from, s.n)), buf_str(&t->out)) : s;
	return true;
}

bool encoding_tidy(struct arena *a, str utf8, str *ret, struct err *e)
{
	struct tidy t = { .a = a, .out = buf_open(a), .has_lf = true };
	return tidy(&t, utf8, ret, e);
}

bool encoding_decode(struct arena *a, str s, str *ret, struct err *e)
{
	struct tidy t = { .a = a, .out = buf_open(a) };
	if (str_starts(s, S("\xFF\xFE")) || str_starts(s, S("\xFE\xFF")))
		s = from_utf16(a, str_sub(s, 2, s.n), s.p[0] == '\xFE');
	else if (str_starts(s, S("\xEF\xBB\xBF")))
		s = str_sub(s, 3, s.n);
	if (s.n && memchr(s.p, 0, s.n))
		return refuse_nul(s, e);
	if (!to_utf8(a, s, &s, e))
		return false;
	t.has_lf = s.n && memchr(s.p, '\n', s.n);
	if (!tidy(&t, s, &s, e))
		return false;
	if (t.noise > NOISE_FREE + s.n / NOISE_SHARE) {
		fail(e, ERR_FORMAT, "Tệp có quá nhiều ký tự điều khiển hoặc byte hỏng: "
		                    "đây là dữ liệu nhị phân, không phải văn bản.");
		return err_hint(e, HINT_TEXT);
	}
	*ret = s;
	return true;
}
