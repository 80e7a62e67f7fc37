#include "core/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

/* num, den: of the exact value; den 0: it has none. */
static const struct { const char *text; enum value_kind kind; int64_t num, den; const char *words, *printed; } rows[] = {
	{ "",                   VALUE_NONE, 0, 0, "", "" },
	{ "  \xC2\xA0 ",        VALUE_NONE, 0, 0, "", "" },
	{ "12",                 VALUE_NUMBER, 12, 1, "12", "12" },
	{ " 0,5 ",              VALUE_NUMBER, 1, 2, "0,5", "0,5" },
	{ "\xC2\xA0" "0.5\xC2\xA0", VALUE_NUMBER, 1, 2, "0.5", "0.5" },
	{ "-3",                 VALUE_NUMBER, -3, 1, "-3", "-3" },
	{ "8/9",                VALUE_RATE, 8, 9, "8/9", "8/9" },
	{ "37,5/46",            VALUE_RATE, 375, 460, "37,5/46", "37,5/46" },
	{ "08 / 09",            VALUE_RATE, 8, 9, "08 / 09", "08 / 09" },
	{ "0/0",                VALUE_RATE, 0, 0, "0/0", "0/0" },
	{ "3/0",                VALUE_RATE, 0, 0, "3/0", "3/0" },
	{ "76.4/100%",          VALUE_RATE, 764, 1000, "76.4/100%", "76.4/100%" },     /* seed 003 */
	{ "90,63%",             VALUE_PERCENT, 9063, 10000, "90,63%", "90,63%" },
	{ "90.63 %",            VALUE_PERCENT, 9063, 10000, "90.63 %", "90.63 %" },
	{ "100%",               VALUE_PERCENT, 1, 1, "100%", "100%" },
	{ "120%",               VALUE_PERCENT, 6, 5, "120%", "120%" },
	{ "Có",                 VALUE_YES, 0, 0, "co", "Có" },
	{ "có",                 VALUE_YES, 0, 0, "co", "có" },
	{ "x",                  VALUE_YES, 0, 0, "x", "x" },
	{ "KHÔNG",              VALUE_NO, 0, 0, "khong", "KHÔNG" },
	{ "Không phát sinh",    VALUE_NOT_ARISEN, 0, 0, "khong phat sinh", "Không phát sinh" },
	{ "không  có phát sinh", VALUE_NOT_ARISEN, 0, 0, "khong co phat sinh", "không  có phát sinh" },
	{ "không phát sinh vi phạm", VALUE_WORDS, 0, 0, "khong phat sinh vi pham", "không phát sinh vi phạm" },
	{ "Kịp  thời",          VALUE_WORDS, 0, 0, "kip thoi", "Kịp  thời" },
	{ "đạt",                VALUE_WORDS, 0, 0, "dat", "đạt" },
	{ "14/6/2024",          VALUE_WORDS, 0, 0, "14/6/2024", "14/6/2024" },         /* a date */
	{ "1.250.000",          VALUE_WORDS, 0, 0, "1.250.000", "1.250.000" },
	{ "8/9 hồ sơ",          VALUE_WORDS, 0, 0, "8/9 ho so", "8/9 hồ sơ" },
	{ "80-90",              VALUE_WORDS, 0, 0, "80-90", "80-90" },
	{ "8/",                 VALUE_WORDS, 0, 0, "8/", "8/" },
	{ "/9",                 VALUE_WORDS, 0, 0, "/9", "/9" },
	{ "%",                  VALUE_WORDS, 0, 0, "%", "%" },
	{ "8/9%",               VALUE_WORDS, 0, 0, "8/9%", "8/9%" },
	{ "5%%",                VALUE_WORDS, 0, 0, "5%%", "5%%" },
	{ "\xFF\xFE",           VALUE_WORDS, 0, 0, "??", "\xFF\xFE" },
};

static void test_rows(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct value v = value_parse(a, str_c(rows[i].text));
		struct exact x = value_exact(&v);
		if (v.kind != rows[i].kind || !str_eq(v.words, str_c(rows[i].words)) || !str_eq(v.printed, str_c(rows[i].printed)))
			fail_msg("\"%s\": kind %d, \"%.*s\", \"%.*s\"", rows[i].text, (int)v.kind, SF(v.words), SF(v.printed));
		if (exact_defined(x) != (rows[i].den > 0) ||
		    (rows[i].den && exact_cmp(x, exact_div(exact_int(rows[i].num), exact_int(rows[i].den)))))
			fail_msg("\"%s\": %lld/%lld", rows[i].text, (long long)x.num, (long long)x.den);
		/* only what has figures has them */
		assert_int_equal(v.num.present, v.kind == VALUE_NUMBER || v.kind == VALUE_RATE || v.kind == VALUE_PERCENT);
		assert_int_equal(v.den.present, v.kind == VALUE_RATE);
	}
	arena_free(a);
}

int core_value_tests(void);
int core_value_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };
	return cmocka_run_group_tests_name("core/value", tests, NULL, NULL);
}
