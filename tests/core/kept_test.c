#include "core/day.h"
#include "core/kept.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void days(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 20);
	static const struct { const char *typed, *iso, *vi; } rows[] = {
		{ "30/6/2026", "2026-06-30", "30/06/2026" }, { "30-06-2026", "2026-06-30", "30/06/2026" }, { " 1.2.2026 ", "2026-02-01", "01/02/2026" },
		{ "2026-06-30", "2026-06-30", "30/06/2026" }, { "29/2/2028", "2028-02-29", "29/02/2028" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date d = day_read(str_c(rows[i].typed));
		assert_true(str_eq(date_iso(a, d), str_c(rows[i].iso)) && str_eq(day_vi(a, d), str_c(rows[i].vi)));
	}
	static const char *const none[] = { "", "30/6", "6/2026", "2026", "31/6/2026", "29/2/2027", "30/6/26", "30/6-2026", "30/6/2026x", "/6/2026", "30//2026", "1/2/3/2026" };
	for (size_t i = 0; i < COUNT(none); i++)
		if (day_read(str_c(none[i])).year)
			fail_msg("%s", none[i]);
	assert_string_equal(day_vi(a, day_iso(S("2026-06"))).p, "06/2026");
	assert_int_equal(day_iso(S("30/6/2026")).year + day_iso(S("26-06-30")).year + day_iso(S("2026-6-3")).year, 0);
}

static void words(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 20);
	for (enum status x = STATUS_UNKNOWN; x <= STATUS_DONE; x++) {
		assert_int_equal(state_of(str_c(state_kept(x))), x);
		assert_int_equal(state_typed(a, str_c(state_vi(x))), x);
	}
	for (enum due_kind k = DUE_ONGOING; k <= DUE_WORKING_DAYS; k++)
		assert_int_equal(due_of(str_c(due_kept(k))), k);
	for (enum rhythm r = RHYTHM_WEEKLY; r <= RHYTHM_YEARLY; r++)
		assert_int_equal(rhythm_of(str_c(rhythm_kept(r))), r);
	assert_int_equal(state_typed(a, S("Da hoan thanh")), STATUS_DONE);
	assert_int_equal(state_typed(a, S("gần xong")), STATUS_NONE);
	assert_int_equal(due_of(S("")), DUE_NONE);
}

int core_kept_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(days), cmocka_unit_test(words) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
