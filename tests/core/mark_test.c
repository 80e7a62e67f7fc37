#include "core/mark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* after the above */
#include <cmocka.h>

static const struct { const char *text, *key; } keys[] = {
	{ "  80% thủ tục ĐÃ đồng bộ.", "80 thu tuc da dong bo" },
	{ "– 80 % thủ tục,\nđã đồng-bộ;", "80 thu tuc da dong bo" },
	{ "80 thủ tục đã đồng  bộ", "80 thu tuc da dong bo" },
	{ "…", "" },
	{ "", "" },
};

static void test_keys(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(keys); i++)
		assert_string_equal(str_copy(a, text_key(a, str_c(keys[i].text))).p, keys[i].key);
	assert_true(same_text(a, S("Nhập đủ 100% kết quả"), S("nhập đủ 100 % kết quả.")));
	assert_false(same_text(a, S("Nhập đủ 100% kết quả"), S("Nhập đủ 10% kết quả")));
	arena_close(&a);
}

static const struct { const char *x, *y; bool same; } shorter[] = {
	{ "Rà soát nhiệm vụ hằng tháng, báo cáo lãnh đạo", "rà soát nhiệm vụ hàng tháng", true },
	{ "Rà soát các nhiệm vụ được giao hằng tháng", "Rà soát nhiệm vụ hằng tháng", true },
	{ "Rà soát nhiệm vụ hằng tháng", "Rà soát nhiệm vụ hằng tháng.", true },
	{ "Rà soát nhiệm vụ hằng tháng", "Rà soát nhiệm vụ hằng quý và cả năm", false },
	{ "Nhập đủ 100% kết quả lên hệ thống", "Nhập đủ 10% kết quả", false },
	{ "Họp giao ban", "Họp giao ban hằng tuần", false },                                    /* too few words to tell */
	{ "Ban hành kế hoạch cải cách hành chính và tổ chức thực hiện đúng hạn", "Ban hành kế hoạch đúng", false },
	{ "", "", false },
};

static void test_shortened(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(shorter); i++)
		if (same_shortened(a, str_c(shorter[i].x), str_c(shorter[i].y)) != shorter[i].same ||
		    same_shortened(a, str_c(shorter[i].y), str_c(shorter[i].x)) != shorter[i].same)
			fail_msg("“%s” and “%s”", shorter[i].x, shorter[i].y);
	arena_close(&a);
}

/* Records hold these: other digits would make every finding a new one. */
static void test_marks_stay(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	assert_string_equal(text_mark(a, "t", text_key(a, S("80% thủ tục đã đồng bộ"))).p, "t90ed01cfce6c49dfa73dd582d9744885");
	assert_string_equal(text_mark(a, "", (str){ 0 }).p, "e3b0c44298fc1c149afbf4c8996fb924");
	arena_close(&a);
}

int core_mark_tests(void);
int core_mark_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_keys), cmocka_unit_test(test_shortened),
		                            cmocka_unit_test(test_marks_stay) };
	return cmocka_run_group_tests_name("core/mark", tests, NULL, NULL);
}
