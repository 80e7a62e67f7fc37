#include "core/formula.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum verdict { NONE, TRUE_ONE, FALSE_ONE };
static const struct row { const char *text; enum verdict verdict; const char *printed, *computed; } rows[] = {
	{ "(90.0*1.5)/100= 1.39 điểm", FALSE_ONE, "1.39", "1.35" },
	{ "Kết quả: (90.0*1.5)/100= 1.35", TRUE_ONE, "1.35", "1.35" },
	{ "Chấm điểm Cổng: 10+4+8+7+5+9+1,5 +2+8+9+19+4+3+3+3 = 95,5 điểm)", TRUE_ONE, "95.5", "95.5" },
	{ "Chấm điểm Cổng: 10+4+8+7+5+9+1,5 +2+8+9+19+4+3+3+4 = 95,5 điểm)", FALSE_ONE, "95.5", "96.5" },
	{ "8/9 × 2 = 1,778", TRUE_ONE, "1.778", "1.778" },
	{ "8/9 x 2 = 1,777", TRUE_ONE, "1.777", "1.778" },                 /* cut */
	{ "8/9x2 = 1,770", FALSE_ONE, "1.770", "1.778" },
	{ "32/46*2=1.39", TRUE_ONE, "1.39", "1.391" },
	{ "2 − 1,937 = 0,063", TRUE_ONE, "0.063", "0.063" },
	{ "2 – 1,937 = 0,027", FALSE_ONE, "0.027", "0.063" },
	{ "0,063 = 2 - 1,937", TRUE_ONE, "0.063", "0.063" },
	{ "0,027 = 2 - 1,937.", FALSE_ONE, "0.027", "0.063" },
	{ "24/25 = 96%", TRUE_ONE, "96", "96" },
	{ "24/25 = 86%", FALSE_ONE, "86", "96" },
	{ "24/25 × 100% = 96%", TRUE_ONE, "96", "96" },
	{ "24/25*100 = 96", TRUE_ONE, "96", "96" },
	{ "77,9% × 3 = 2,337", TRUE_ONE, "2.337", "2.337" },
	{ "77,9% × 3 = 2,412 điểm", FALSE_ONE, "2.412", "2.337" },
	{ "90 : 100 = 0,9", TRUE_ONE, "0.9", "0.9" },
	{ "8 ÷ 16 = 0,25", FALSE_ONE, "0.25", "0.5" },
	{ "(10 điểm + 4 điểm) × 1,5 = 21 điểm", TRUE_ONE, "21", "21" },
	{ "20 hồ sơ + 5 hồ sơ = 26 hồ sơ", FALSE_ONE, "26", "25" },
	{ "- 2 + 3 = 5", TRUE_ONE, "5", "1" },                            /* the dash is a bullet */
	{ "a) 5+4=9", TRUE_ONE, "9", "9" },
	{ "Kết quả 2024: 5+4=9", TRUE_ONE, "9", "9" },
	{ "năm 2024 (5+4)/2 = 4,5", TRUE_ONE, "4.5", "4.5" },
	{ "(90*1.5)/100 = 1.35/1.50 điểm", TRUE_ONE, "1.35", "1.35" },
	{ "(90*1.5)/100 = 1.39/1.50 điểm", FALSE_ONE, "1.39", "1.35" },
	{ "2-(1-0,5)=1,5điểm", TRUE_ONE, "1.5", "1.5" },

	{ "(Tỷ lệ % hoàn thành*1.5)/100= số điểm", NONE, NULL, NULL },
	{ "(Tỷ lệ hoàn thành*1.5)/100= 1.39", NONE, NULL, NULL },
	{ "hoàn thành*1.5/100 = 1.39", NONE, NULL, NULL },
	{ "ngày 14/6/2024 = 5", NONE, NULL, NULL },
	{ "Quyết định 53/2021/QĐ-UBND", NONE, NULL, NULL },
	{ "Từ 80-90 = 0,5 điểm", NONE, NULL, NULL },
	{ "từ 80% - 90% = 0,5 điểm", NONE, NULL, NULL },
	{ "đạt 1/3 = 0,5 điểm", NONE, NULL, NULL },
	{ "nếu b/a<0,8 thì 0", NONE, NULL, NULL },
	{ "b/a = 0,8", NONE, NULL, NULL },
	{ "tối đa = 2 điểm", NONE, NULL, NULL },
	{ "TC 1.2.1 = 0,5", NONE, NULL, NULL },
	{ "5 + = 7", NONE, NULL, NULL },
	{ "5 + 4 =", NONE, NULL, NULL },
	{ "5 + 4 = 3 + x", NONE, NULL, NULL },
	{ "1/0 = 5", NONE, NULL, NULL },
	{ "===", NONE, NULL, NULL },
	{ "=", NONE, NULL, NULL },
	{ "", NONE, NULL, NULL },
};

static enum verdict verdict_of(struct arena *a, const char *text, struct formula *ret)
{
	struct scan s = scan_open(a, str_c(text));
	size_t at = 0;
	return !formula_next(&s, &at, (struct figure){ 0 }, ret) ? NONE : ret->holds ? TRUE_ONE : FALSE_ONE;
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(1 << 20);
		struct formula by = { 0 };
		enum verdict v = verdict_of(a, rows[i].text, &by);
		if (v != rows[i].verdict)
			fail_msg("%s: verdict %d", rows[i].text, (int)v);
		if (v != NONE) {
			str printed = figure_dot(a, by.printed), computed = figure_dot(a, exact_figure(by.computed));
			if (!str_eq(printed, str_c(rows[i].printed)) || !str_eq(computed, str_c(rows[i].computed)))
				fail_msg("%s: %.*s, %.*s", rows[i].text, SF(printed), SF(computed));
		}
		struct formula wrong;
		assert_int_equal(formula_false(str_c(rows[i].text), (struct figure){ 0 }, &wrong), v == FALSE_ONE);
		arena_free(a);
	}
}

static void test_maximum(void **state)
{
	(void)state;
	struct formula by;
	assert_true(formula_false(S("8/9 = 1,778"), (struct figure){ 0 }, &by));
	assert_false(formula_false(S("8/9 = 1,778"), figure_make(2, 0), &by));
}

/* Long, deep and repeated texts end, and soon. */
static void test_hostile(void **state)
{
	(void)state;
	static const char *const pieces[] = { "(", "1+", "1=", "1 1 ", "((1+1)=", "1:1: ", "1/", "9.9.", "-", "1 (1 ", "=" };
	struct formula by;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct arena *a = arena_open(64 << 20);
		struct buf b = buf_open(a);
		while (b.n < 200000)
			buf_put(&b, str_c(pieces[i]));
		buf_put(&b, S("1=2"));
		(void)formula_false(buf_str(&b), (struct figure){ 0 }, &by);
		arena_free(a);
	}
	assert_true(formula_false(S("1+1=3"), (struct figure){ 0 }, &by));
}

int core_formula_tests(void);
int core_formula_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_maximum), cmocka_unit_test(test_hostile) };
	return cmocka_run_group_tests_name("core/formula", tests, NULL, NULL);
}
