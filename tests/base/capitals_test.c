#include "base/capitals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static const struct { const char *text, *want; } rows[] = {
	{ "", "" },
	{ "Sở Ngoại vụ", "SỞ NGOẠI VỤ" },
	{ "đã, ữ, ị, ẫ, ợ, ý", "ĐÃ, Ữ, Ị, Ẫ, Ợ, Ý" },
	{ "Văn phòng – Thống kê 2026", "VĂN PHÒNG – THỐNG KÊ 2026" },
	{ "CCHC", "CCHC" },
	{ "a\xff" "b", "a\xff" "b" },                          /* no UTF-8: as it is */
};

static void test_capitals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
		str have = capitals(a, str_c(rows[i].text));
		if (!str_eq(have, str_c(rows[i].want)))
			fail_msg("have [%.*s] want [%s]", SF(have), rows[i].want);
	}
}

int base_capitals_tests(void);
int base_capitals_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_capitals) };
	return cmocka_run_group_tests_name("base/capitals", tests, NULL, NULL);
}
