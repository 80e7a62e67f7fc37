#include "base/fold.h"
#include "docin/encoding.h"
#include "docin/legacy.h"
#include "docin/entity.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20 };

#define BYTES(lit) { "" lit, sizeof(lit) - 1 }

static const struct { const char *what; str bytes; const char *text; } rows[] = {
	{ "UTF-8", BYTES("Sở Nội vụ"), "Sở Nội vụ" },
	{ "UTF-8, BOM", BYTES("\xEF\xBB\xBFSở"), "Sở" },
	{ "UTF-16 LE", BYTES("\xFF\xFES\0\xDF\x1E\n\0\x3D\xD8\x00\xDE"), "Sở\n\U0001F600" },
	{ "UTF-16 BE", BYTES("\xFE\xFF\0S\x1E\xDF\0\n"), "Sở\n" },
	{ "UTF-16, half a pair", BYTES("\xFE\xFF\xD8\x3D\0a"), "\uFFFDa" },
	{ "UTF-16, odd end", BYTES("\xFE\xFF\0a\0"), "a" },
	{ "NFD", BYTES("Co\u0323\u0302ng hoa\u0300 DU\u031BO\u031B\u0300NG"), "Cộng hoà DƯỜNG" },
	{ "NFD, marks in the other order", BYTES("Co\u0302\u0323ng"), "Cộng" },
	{ "half composed", BYTES("C\u00F4\u0323ng Vi\u1EC7t"), "Cộng Việt" },
	{ "a mark after a line end", BYTES("a\n\u0301b\nc"), "a\n\u0301b\nc" },
	{ "a mark at the start", BYTES("\u0301a"), "\u0301a" },
	{ "both placings stay", BYTES("hoà hòa thuý thúy"), "hoà hòa thuý thúy" },
	{ "spaces", BYTES("a\u00A0b\u2003c\u202Fd\u3000e\u2028f\tg"), "a b c d e f\tg" },
	{ "without width", BYTES("kh\u00ADắc\u200B ph\u200Dục\uFEFF\u2060"), "khắc phục" },
	{ "line ends", BYTES("a\r\nb\r\nc\rd\n"), "a\nb\nc d\n" },
	{ "old Mac line ends", BYTES("a\rb\r\rc"), "a\nb\n\nc" },
	{ "a form feed stays, controls go", BYTES("a\fb\vc\x01" "d"), "a\fb c d" },
	{ "Ohm sign", BYTES("\u2126"), "Ω" },
	{ "other scripts stay", BYTES("漢字 кни́га \U0001F600"), "漢字 кни́га \U0001F600" },
	{ "TCVN3", BYTES("C\xE9ng h\xDF" "a x\xB7 h\xE9i ch\xF1 ngh\xDC" "a Vi\xD6t Nam\n"
	                 "\xA7\xE9" "c l\xCBp - T\xF9 do - H\xB9nh ph\xF3" "c"),
	  "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc" },
	{ "TCVN3 taken for Latin-1", BYTES("Céng hßa x· héi chñ nghÜa ViÖt Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam" },
	{ "VNI", BYTES("Co\xE4ng ho\xF8" "a xa\xF5 ho\xE4i chu\xFB ngh\xF3" "a Vie\xE4t Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam" },
	{ "VNI taken for Latin-1", BYTES("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do"),
	  "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do" },
	{ "VNI capitals", BYTES("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM ÑÖÔØNG LOÁI"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ĐƯỜNG LỐI" },
	{ "Vietnamese of Latin-1 letters alone", BYTES("là toà án có tài, cá và bà"), "là toà án có tài, cá và bà" },
	{ "French", BYTES("école élève français déjà vu, été à la carte"), "école élève français déjà vu, été à la carte" },
	{ "signs, no letters", BYTES("5 × 3 ÷ 2 ± 1 « x » ° ·"), "5 × 3 ÷ 2 ± 1 « x » ° ·" },
	{ "one bad byte in much UTF-8", BYTES("Sở Nội vụ tỉnh báo cáo kết quả thẩm định đạt điểm tối đa của lĩnh vực\xFF hạn chế"),
	  "Sở Nội vụ tỉnh báo cáo kết quả thẩm định đạt điểm tối đa của lĩnh vực\uFFFD hạn chế" },
	{ "empty", BYTES(""), "" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		str got = { 0 };
		if (!encoding_decode(a, rows[i].bytes, &got, &e))
			fail_msg("%s: %s", rows[i].what, e.message);
		if (!str_eq(got, str_c(rows[i].text)))
			fail_msg("%s: [%.*s]", rows[i].what, SF(got));
		str again = { 0 };
		assert_true(encoding_decode(a, got, &again, &e));        /* what came out stays as it is */
		assert_true(str_eq(again, got));
		arena_free(a);
	}
}

static const struct { const char *what; str bytes; const char *says; } refusals[] = {
	{ "NUL", BYTES("abc\0def ghi jkl mno pqr"), "byte 0" },
	{ "UTF-16 without BOM", BYTES("S\0o\0 \0n\0o\0i\0 \0v\0u\0 \0t\0i\0n\0h\0"), "thiếu dấu hiệu (BOM)" },
	{ "Latin-1 French", BYTES("\xE9" "cole \xE9l\xE8ve fran\xE7" "ais d\xE9j\xE0 vu"), "bảng mã" },
	{ "too little to tell", BYTES("C\xE9ng"), "bảng mã" },
	{ "controls", BYTES("\1\2\3\4\5\6\7\1\2\3\4\5\6\7 abc"), "ký tự điều khiển" },
	{ "marks piled up", BYTES("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
	                          "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"),
	  "chồng hơn 30 dấu" },
};

static void test_refusals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refusals); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		str got = { 0 };
		if (encoding_decode(a, refusals[i].bytes, &got, &e))
			fail_msg("%s: read as [%.*s]", refusals[i].what, SF(got));
		assert_int_equal(e.code, ERR_FORMAT);
		if (!strstr(e.message, refusals[i].says))
			fail_msg("%s: %s", refusals[i].what, e.message);
		assert_true(e.hint[0]);
		arena_free(a);
	}
}

/* Every letter of the alphabet survives each font encoding. The signs are found by decoding all there are. */
static const char small[] =
	"đảng đã đạt được điểm cao nhất; kỹ thuật số; ỷ lại; mỵ nương; ưu tiên xử lý hồ sơ trễ hạn; nghĩa vụ; "
	"thẳng thắn; lẵng hoa; chặt chẽ; gắn bó; bằng; cẩn trọng; lẫn nhau; gần; cấp; cập nhật; tẻ; vẽ; nghè; hé; hẹ; "
	"kể; lễ; về; kế; hệ; ỉ; nghĩ; gì; í; thị; nhỏ; õng; bò; có; họ; hổ; hỗ; hồ; số; hộ; nghỉ; sở; mỡ; giờ; hớ; chợ; "
	"phủ; mũ; cù; thú; vụ; sử; hữu; từ; thứ; tự; quỹ; quỳ; quý; thuỷ; ăn năn; âm; ê; ông; ơn; ư; ổi; ẩm; ẵm; ẳng";

static size_t encode_letter(uint32_t c, enum legacy k, char *ret)
{
	struct arena *a = arena_open(ROOM);
	static const char vowels[] = "aeouyi\xF4\xF6";
	size_t n = 0;
	for (int first = 0; !n && first < 256; first++)
		for (int sign = 0; !n && sign < 256; sign += sign ? 1 : 0xA1) {
			if (first && (k == LEGACY_TCVN3 || !sign || !strchr(vowels, first)))
				continue;
			struct buf b = buf_open(a);
			if (first)
				utf8_put(&b, (uint32_t)first);
			utf8_put(&b, (uint32_t)sign);
			str back = legacy_decode(a, k, buf_str(&b));
			size_t at = 0;
			if (sign && utf8_next(back, &at) == c && at == back.n)
				n = b.n, memcpy(ret, b.p, b.n);
		}
	arena_free(a);
	return n;
}

static void test_round_trip(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	for (enum legacy k = LEGACY_TCVN3; k <= LEGACY_VNI; k++) {
		struct buf b = buf_open(a);
		str s = str_c(small), got = { 0 };
		for (size_t at = 0, from = 0; at < s.n; from = at) {
			char p[8];
			uint32_t c = utf8_next(s, &at);
			size_t n = c < 0x80 ? 0 : encode_letter(c, k, p);
			if (c >= 0x80 && !n)
				fail_msg("no sign for U+%04X in %d", c, k);
			buf_put(&b, n ? (str){ p, n } : str_sub(s, from, at));
		}
		struct err e = { 0 };
		assert_int_equal(legacy_tell(buf_str(&b)), k);
		assert_true(encoding_decode(a, buf_str(&b), &got, &e));
		if (!str_eq(got, s))
			fail_msg("%d: %.*s", k, SF(got));
	}
	assert_int_equal(legacy_tell(str_c(small)), LEGACY_NONE);
	arena_free(a);
}

static void test_syllables(void **state)
{
	static const struct { const char *word; bool valid; } words[] = {
		{ "nghiêng", true }, { "quyết", true }, { "gì", true }, { "giếng", true }, { "Đường", true }, { "thuỷ", true },
		{ "khuỷu", true }, { "ươm", true }, { "quýnh", true }, { "céng", false }, { "kang", false }, { "ngiên", false },
		{ "hat", false }, { "hảt", false }, { "tóán", false }, { "hoøa", false }, { "b", false }, { "", false },
		{ "nghiêngnghiêng", false }, { "wa", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		uint32_t w[32];
		size_t n = 0;
		for (size_t at = 0; at < strlen(words[i].word);)
			w[n++] = utf8_next(str_c(words[i].word), &at);
		if (syllable_valid(w, n) != words[i].valid)
			fail_msg("%s", words[i].word);
	}
}

static void test_entities(void **state)
{
	static const struct { const char *s; uint32_t is; size_t n; } all[] = {
		{ "&amp;x", '&', 5 }, { "&nbsp;", ' ', 6 }, { "&#7841;", 0x1EA1, 7 }, { "&#x1EA1;", 0x1EA1, 8 },
		{ "&#XA0;", 0xA0, 6 }, { "&agrave;", 0xE0, 8 }, { "&Agrave;", 0xC0, 8 }, { "&#0;", 0xFFFD, 4 },
		{ "&#xD800;", 0xFFFD, 8 }, { "&#9999999;", 0xFFFD, 10 }, { "&#99999999;", 0, 0 }, { "&amp", 0, 0 },
		{ "&;", 0, 0 }, { "&#;", 0, 0 }, { "&#x;", 0, 0 }, { "&unknown;", 0, 0 }, { "&", 0, 0 }, { "a", 0, 0 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(all); i++) {
		uint32_t c = 0;
		assert_int_equal(entity_next(str_c(all[i].s), &c), all[i].n);
		assert_int_equal(c, all[i].is);
	}
}

int docin_encoding_tests(void);
int docin_encoding_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows), cmocka_unit_test(test_refusals), cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_syllables), cmocka_unit_test(test_entities),
	};
	return cmocka_run_group_tests_name("docin/encoding", tests, NULL, NULL);
}
