#include "base/fold.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 20 };

static const struct { const char *src, *folded, *plain; } texts[] = {
	{ "", "", "" },
	{ "Cộng hòa xã hội chủ nghĩa Việt Nam", "cong hoa xa hoi chu nghia viet nam", "cong hoa xa hoi chu nghia viet nam" },
	{ "ĐƯỜNG đường", "duong duong", "duong duong" },
	{ "hoà hòa thuý thúy khoẻ khỏe", "hoa hoa thuy thuy khoe khoe", "hoa hoa thuy thuy khoe khoe" },
	{ "a\u00A0b\tc\nd\u3000e", "a b c d e", "a b c d e" },
	{ " \u2003 a  \n b ", "   a    b ", "a b" },
	{ "1\u20132\u20143\u22124\u00AD5-6", "1-2-3-4-5-6", "1-2-3-4-5-6" },
	{ "“a” ‘b’ «c» d…", "\"a\" 'b' \"c\" d.", "\"a\" 'b' \"c\" d." },
	{ "€ 漢 \U0001F600 ß Ø × ÷", "? ? ? s o ? ?", "? ? ? s o ? ?" },
	{ "\xFFx\xC0\xAFy\xE1\xBA", "?x??y??", "?x??y??" },
	{ "\xED\xA0\x80 \xF4\x90\x80\x80", "??? ????", "??? ????" },
	{ "\x01\x7F", "??", "??" },
	{ "ẴẫẶỵỸ Ǻ ȿ", "aaayy a s", "aaayy a s" },
};

static void test_texts(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(texts); i++) {
		str src = str_c(texts[i].src);
		struct fold f = fold_open(a, src);
		assert_string_equal(f.text.p, texts[i].folded);
		assert_int_equal(f.text.n, strlen(texts[i].folded));
		assert_string_equal(fold_plain(a, src).p, texts[i].plain);
		assert_int_equal(f.at[f.text.n], src.n);
		assert_true(str_eq(fold_src(&f, 0, f.text.n), src));
	}
	arena_free(a);
}

/* A hit in the folded text is read back in the source, with its marks. */
static void test_back_to_source(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct fold f = fold_open(a, S("Sở Nội vụ – tỉnh Hà Tĩnh"));
	size_t at = str_find(f.text, S("noi vu"), 0);
	assert_true(str_eq(fold_src(&f, at, at + 6), S("Nội vụ")));
	assert_true(str_eq(fold_src(&f, f.text.n - 4, 1000), S("Tĩnh")));
	assert_int_equal(fold_src(&f, 1000, 2000).n, 0);
	assert_int_equal(fold_src(&f, 5, 2).n, 0);
	arena_free(a);
}

/* A part is what folding its source alone gives, offsets and all. */
static void test_parts(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct fold f = fold_open(a, S("“Điểm” – 0,5\xA0\xE2\x80 đ…"));
	for (size_t from = 0; from <= f.text.n + 2; from++)
		for (size_t to = 0; to <= f.text.n + 2; to++) {
			struct fold part = fold_sub(a, &f, from, to), alone = fold_open(a, fold_src(&f, from, to));
			assert_true(str_eq(part.src, alone.src));
			assert_true(str_eq(part.text, alone.text));
			assert_memory_equal(part.at, alone.at, (alone.text.n + 1) * sizeof *alone.at);
		}
	arena_free(a);
}

/* Every letter of the alphabet with its six tones, in both cases. */
static void test_alphabet(void **state)
{
	static const struct { const char *lower, *upper; char letter; } rows[] = {
		{ "aàảãáạăằẳẵắặâầẩẫấậ", "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", 'a' }, { "eèẻẽéẹêềểễếệ", "EÈẺẼÉẸÊỀỂỄẾỆ", 'e' },
		{ "iìỉĩíị", "IÌỈĨÍỊ", 'i' }, { "oòỏõóọôồổỗốộơờởỡớợ", "OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", 'o' },
		{ "uùủũúụưừửữứự", "UÙỦŨÚỤƯỪỬỮỨỰ", 'u' }, { "yỳỷỹýỵ", "YỲỶỸÝỴ", 'y' }, { "dđ", "DĐ", 'd' },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int upper = 0; upper < 2; upper++) {
			str s = str_c(upper ? rows[i].upper : rows[i].lower);
			for (size_t at = 0; at < s.n;) {
				uint32_t c = utf8_next(s, &at);
				assert_int_equal(fold_char(c), rows[i].letter);
				assert_int_equal(char_is_upper(c), upper);
			}
		}
	assert_false(char_is_upper('1'));
	assert_false(char_is_upper(0x6F22));
}

static void test_decoding(void **state)
{
	static const struct { const char *s; uint32_t first; size_t step; } rows[] = {
		{ "a", 'a', 1 }, { "\xC3\xA9", 0xE9, 2 }, { "\xE1\xBB\x99", 0x1ED9, 3 }, { "\xF0\x9F\x98\x80", 0x1F600, 4 },
		{ "\xC3", 0xFFFD, 1 }, { "\xE1\xBB", 0xFFFD, 1 }, { "\xC1\x81", 0xFFFD, 1 }, { "\xE0\x80\x80", 0xFFFD, 1 },
		{ "\x80", 0xFFFD, 1 }, { "\xEF\xBF\xBD", 0xFFFD, 3 }, { "\xF8\x88\x80\x80", 0xFFFD, 1 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t at = 0;
		assert_int_equal(utf8_next(str_c(rows[i].s), &at), rows[i].first);
		assert_int_equal(at, rows[i].step);
	}
}

int base_fold_tests(void);
int base_fold_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts), cmocka_unit_test(test_back_to_source), cmocka_unit_test(test_parts),
		cmocka_unit_test(test_alphabet),
		cmocka_unit_test(test_decoding),
	};
	return cmocka_run_group_tests_name("base/fold", tests, NULL, NULL);
}
