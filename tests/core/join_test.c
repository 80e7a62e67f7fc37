#include "core/join.h"
#include "core/codes.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail
#include <cmocka.h>

#define ROW(code, name, max) { S(code), S(name), { 0 }, max, (max) > 0 }

/* What makes a pair sure, seen from both sides of each bound. In each, the other year has but one row. */
static void sure_or_not(void **state)
{
	static const struct { struct join_row was, is; bool pair, sure; } rows[] = {
		/* the code moved, the maximum too */
		{ ROW("1.7", "Sáng kiến về công tác CCHC", 20000), ROW("1.5.1", "Sáng kiến về công tác CCHC", 15000), true, true },
		{ ROW("3.2.1", "Số hóa hồ sơ năm 2024", 10000), ROW("3.6.1", "Số hóa hồ sơ năm 2025", 10000), true, true },
		/* not told apart by maxima that no document prints */
		{ ROW("3.2.1", "Số hoá hồ sơ", 0), ROW("3.6.1", "Số hóa hồ sơ", 10000), true, true },
		/* written out, under the same code */
		{ ROW("1.1", "Thực hiện kế hoạch CCHC", 10000), ROW("1.1", "Thực hiện kế hoạch cải cách hành chính", 10000), true, true },
		/* a number in the name differs */
		{ ROW("7.1", "Dịch vụ công trực tuyến mức độ 3", 10000), ROW("7.1", "Dịch vụ công trực tuyến mức độ 4", 10000), true, false },
		/* a sister: like it, under another code */
		{ ROW("3.4.1", "Tỷ lệ hồ sơ giải quyết đúng hạn của các phòng thuộc sở", 10000),
		  ROW("3.4.2", "Tỷ lệ hồ sơ giải quyết đúng hạn của các trung tâm thuộc sở", 10000), true, false },
		/* nothing in common but the code */
		{ ROW("2.1", "Theo dõi thi hành pháp luật", 10000), ROW("2.1", "Tinh giản biên chế viên chức", 10000), false, false },
	};
	(void)state;
	struct arena *a = arena_open(1 << 24);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct join *j = join_rows(a, &rows[i].was, 1, &rows[i].is, 1);
		bool pair = j[0].was != NO_INDEX;
		if (pair != rows[i].pair || (pair && j[0].sure) != rows[i].sure)
			fail_msg("row %zu: pair %d, score %d, sure %d", i, pair, j[0].score, pair && j[0].sure);
	}
	arena_free(a);
}

/* Rows come in any order; an identity is sure whatever the names say, and its row is not given twice. */
static void by_identity(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 24);
	struct join_row was[] = { ROW("3.1", "Công khai thủ tục", 10000), ROW("1.7", "Sáng kiến", 10000), ROW("1", "Chỉ đạo", 0) };
	struct join_row is[] = { ROW("2.2", "Giải pháp mới", 10000), ROW("1.9", "Sáng kiến", 10000), ROW("1", "Chỉ đạo", 0) };
	was[1].id = is[0].id = S("sang-kien");
	struct join *j = join_rows(a, was, COUNT(was), is, COUNT(is));
	assert_true(j[0].sure && j[0].was == 1);
	assert_true(j[1].was == NO_INDEX);
	assert_true(j[2].sure && j[2].was == 2);
	j = join_rows(a, was, 0, is, COUNT(is));
	assert_true(j[0].was == NO_INDEX && j[2].was == NO_INDEX);
	arena_free(a);
}

int core_join_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(sure_or_not), cmocka_unit_test(by_identity) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
