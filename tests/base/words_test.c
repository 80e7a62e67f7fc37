#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistr.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

/* "plain", then "+marked" and "=joined" where there are; "~" where the next word is linked. */
static str told(struct arena *a, str text)
{
	struct buf b = buf_open(a);
	struct words all = words_open(text);
	struct word w;
	size_t before = 0;
	while (words_next(&all, &w)) {
		assert_true(w.from >= before && w.to > w.from && w.to <= text.n && w.joined_to >= w.to && w.joined_to <= text.n);
		assert_true(w.plain.n > 0 && w.plain.n <= WORD_BYTES && w.marked.n <= WORD_BYTES && w.joined.n <= WORD_BYTES);
		assert_int_equal(w.exact.n, w.marked.n ? w.marked.n + 1 : 0);
		before = w.to;
		buf_put(&b, b.n ? S(" ") : S(""));
		buf_put(&b, w.plain);
		buf_put(&b, w.exact);
		if (w.joined.n)
			buf_fmt(&b, "=%.*s", SF(w.joined));
		buf_put(&b, w.linked ? S("~") : S(""));
	}
	return buf_str(&b);
}

static const struct { const char *text, *words; } texts[] = {
	{ "", "" },
	{ " .,/- “”… ", "" },
	{ "Quyết định", "quyet+quyết dinh+định" },
	{ "QUYẾT ĐỊNH", "quyet+quyết dinh+định" },
	{ "đi Đà", "di+đi da+đà" },
	{ "ha noi", "ha noi" },
	{ "Que\u0302\u0301 d\u0323i\u0323nh", "que+quế dinh+ḍịnh" },
	{ "Quyê\u0301t đi\u0323nh xa\u0303", "quyet+quyết dinh+định xa+xã" },
	{ "ê\u0323 o\u0302\u0323 u\u031B\u0301 \u0301a", "e+ệ o+ộ u+ứ a" },                    /* in any order of marks */
	{ "hoà hòa thuý thúy khoẻ khỏe uỷ ủy", "hoa+hòa hoa+hòa thuy+thúy thuy+thúy khoe+khỏe khoe+khỏe uy+ủy uy+ủy" },
	{ "hòan hoàn qúy quý thùyên khuỷu ngóay", "hoan+hoàn hoan+hoàn quy+quý quy+quý thuyen+thuỳên khuyu+khuỷu ngoay+ngoáy" },
	{ "HOÀ Hoa\u0300", "hoa+hòa hoa+hòa" },
	{ "7a.1.3.2 8b.4", "7a=7a.1.3.2~ 1~ 3~ 2 8b=8b.4~ 4" },
	{ "0,158 0.158 14,5%", "0=0.158~ 158 0=0.158~ 158 14=14.5~ 5" },
	{ "Số 81/KH-SNgV", "so+số 81~ kh~ sngv" },
	{ "ngày 15/9/2026.Kế", "ngay+ngày 15~ 9~ 2026~ ke+kế" },
	{ "1.2.", "1=1.2~ 2" },
	{ "I.2 1.a 1. 2 1..2", "i~ 2 1~ a 1 2 1 2" },
	{ "2/1.3-4", "2~ 1=1.3~ 3~ 4" },
	{ "7đ.1", "7d+7đ=7d.1~ 1" },
	{ "so\u00ADft\u200B zero", "soft zero" },
	{ "Привет 漢字 ΑΒ ß", "привет 漢字 αβ s+ß" },
	{ "a\xFFz\xC3 é", "a z e+é" },
	{ "x_y a+b C&D 2²", "x y a b c d 2" },
};

static void test_words(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(texts); i++) {
		str got = told(a, str_c(texts[i].text));
		if (!str_eq(got, str_c(texts[i].words)))
			fail_msg("%s: %s", texts[i].text, got.p);
	}
}

/* Where the words stand in the text, marks and signs of no width with their letter. */
static void test_places(void **state)
{
	(void)state;
	str text = S("Mục 7a.1.3: ho\u0300a");
	static const struct { size_t from, to, joined_to; } at[] = {
		{ 0, 5, 5 }, { 6, 8, 12 }, { 9, 10, 10 }, { 11, 12, 12 }, { 14, 19, 19 },
	};
	struct words all = words_open(text);
	struct word w;
	for (size_t i = 0; i < COUNT(at); i++) {
		assert_true(words_next(&all, &w));
		if (w.from != at[i].from || w.to != at[i].to || w.joined_to != at[i].joined_to)
			fail_msg("word %zu: %zu %zu %zu", i, w.from, w.to, w.joined_to);
	}
	assert_false(words_next(&all, &w));
	assert_false(words_next(&all, &w));
}

/* A long word is cut, whole characters only, and stays one word; a long list of numbers has no joined form. */
static void test_long(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	for (int i = 0; i < 100; i++)
		buf_put(&b, S("ệ"));
	struct words all = words_open(buf_str(&b));
	struct word w;
	assert_true(words_next(&all, &w));
	assert_int_equal(w.to, b.n);
	assert_int_equal(w.plain.n, WORD_BYTES);
	assert_int_equal(w.marked.n, WORD_BYTES / 3 * 3);
	assert_false(words_next(&all, &w));

	struct buf list = buf_open(a);
	for (int i = 1; i <= 40; i++)
		buf_fmt(&list, "%s%d", i > 1 ? "," : "", i);
	all = words_open(buf_str(&list));
	int n = 0;
	while (words_next(&all, &w)) {
		assert_int_equal(w.joined.n, 0);
		n++;
	}
	assert_int_equal(n, 40);
}

/* What a form gives when it is read again is that form, and none can end a quotation: for every character. */
static void test_again(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x30000; c++) {
		char text[16] = "a1.";
		int n = u8_uctomb((uint8_t *)text + 3, c, 8);
		if (n <= 0)
			continue;
		struct words all = words_open((str){ text, (size_t)n + 3 });
		struct word w, again;
		while (words_next(&all, &w)) {
			str forms[] = { w.plain, w.marked, w.joined };
			for (size_t i = 0; i < COUNT(forms); i++) {
				if (!forms[i].n)
					continue;
				for (size_t k = 0; k < forms[i].n; k++)
					if ((unsigned char)forms[i].p[k] <= ' ' || strchr("'\"\\+*", forms[i].p[k]))
						fail_msg("U+%04X", c);
				struct words one = words_open(forms[i]);
				assert_true(words_next(&one, &again));
				str same = i == 2 ? again.joined : i == 1 && again.marked.n ? again.marked : again.plain;
				if (!str_eq(same, forms[i]))
					fail_msg("U+%04X: %.*s, then %.*s", c, SF(forms[i]), SF(same));
			}
		}
	}
}

int base_words_tests(void);
int base_words_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_words), cmocka_unit_test(test_places), cmocka_unit_test(test_long),
		                            cmocka_unit_test(test_again) };
	return cmocka_run_group_tests_name("base/words", tests, NULL, NULL);
}
