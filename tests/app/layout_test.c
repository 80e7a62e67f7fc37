#include "app/layout.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

static int open_arena(void **state) { return (*state = arena_open(ROOM)) ? 0 : -1; }

static int close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void test_width(void **state)
{
	static const struct { const char *text; int columns; } rows[] = {
		{ "", 0 }, { "abc", 3 }, { "Tiêu chí bị trừ", 15 }, { "Ỷ ặ ữ đ", 7 },
		{ "e\xCC\x82\xCC\x81", 1 },            /* ế as a letter and two marks */
		{ "a\xE2\x80\x8B" "b", 2 },             /* zero width space */
		{ "漢字", 4 }, { "…–“”", 4 }, { "\xFF", 1 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (layout_width(str_c(rows[i].text)) != rows[i].columns)
			fail_msg("«%s»: %d columns, not %d", rows[i].text, layout_width(str_c(rows[i].text)), rows[i].columns);
}

static void test_cut(void **state)
{
	static const struct { const char *text; int columns; const char *want; } rows[] = {
		{ "Tiêu chí", 8, "Tiêu chí" }, { "Tiêu chí", 7, "Tiêu c…" }, { "Tiêu chí", 6, "Tiêu…" },
		{ "ế\xCC\xA3ế", 1, "…" }, { "漢字漢字", 5, "漢字…" }, { "漢字漢字", 4, "漢…" },
		{ "a\tb\033[1mc", 20, "a b [1mc" }, { "a\xE2\x80\xAE" "b", 20, "a b" }, { "", 3, "" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		str got = layout_cut(*state, str_c(rows[i].text), rows[i].columns);
		assert_string_equal(got.n ? str_copy(*state, got).p : "", rows[i].want);
	}
}

static void test_para(void **state)
{
	static const struct { const char *text; int columns, used, indent; const char *want; } rows[] = {
		{ "một hai ba", 80, 0, 0, "một hai ba\n" },
		{ "một hai ba", 10, 0, 2, "một hai ba\n" },
		{ "một hai ba bốn", 10, 0, 2, "một hai ba\n  bốn\n" },
		{ "một hai ba bốn", 16, 7, 2, "một hai\n  ba bốn\n" },
		{ "abcdefghijklmnop", 10, 0, 2, "abcdefghij\n  klmnop\n" },           /* no space to break at */
		{ "một hai", 10, 9, 1, "\n một hai\n" },                           /* no room beside what stands there */
		{ "", 10, 0, 0, "\n" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct layout l = { .columns = rows[i].columns };
		struct buf b = buf_open(*state);
		layout_para(&b, &l, str_c(rows[i].text), rows[i].used, rows[i].indent);
		assert_string_equal(buf_str(&b).p, rows[i].want);
	}
}

static const struct column columns[] = {
	{ "Mã" }, { "Tên", .wraps = 1 }, { "Điểm", .right = true }, { "Hạn", .wraps = 1 },
};

static str draw(struct arena *a, int width, int lines, const char *const *cells, size_t n)
{
	struct layout l = { .columns = width };
	struct table t = { columns, COUNT(columns), .indent = 1, .lines = lines };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < n; i++)
		*vec_add(a, &t.cells) = str_c(cells[i]);
	layout_table(&b, &l, &t);
	return buf_str(&b);
}

static void test_table(void **state)
{
	static const char *const cells[] = { "1.1", "Kế hoạch cải cách", "0,5", "Quý I", "10.2", "Sáng kiến", "12,25", "" };
	static const char *const empty[] = { "1", "Tên", "", "", "2", "Tên khác", "", "" };
	assert_string_equal(draw(*state, 60, 3, cells, COUNT(cells)).p, " Mã    Tên                 Điểm  Hạn\n"
	                                                                " 1.1   Kế hoạch cải cách    0,5  Quý I\n"
	                                                                " 10.2  Sáng kiến          12,25\n");
	assert_string_equal(draw(*state, 29, 3, cells, COUNT(cells)).p, " Mã    Tên        Điểm  Hạn\n"
	                                                                " 1.1   Kế hoạch    0,5  Quý I\n"
	                                                                "       cải cách\n"
	                                                                " 10.2  Sáng      12,25\n"
	                                                                "       kiến\n");
	assert_string_equal(draw(*state, 29, 1, cells, COUNT(cells)).p, " Mã    Tên        Điểm  Hạn\n"
	                                                                " 1.1   Kế hoạc…    0,5  Quý I\n"
	                                                                " 10.2  Sáng ki…  12,25\n");
	/* what no row has is left out */
	assert_string_equal(draw(*state, 60, 3, empty, COUNT(empty)).p, " Mã  Tên\n 1   Tên\n 2   Tên khác\n");
	assert_string_equal(draw(*state, 60, 3, empty, 0).p, " \n");
}

/* However narrow and however long: no line leaves the page when every column that gives way has room, and it ends. */
static void test_table_fits(void **state)
{
	struct buf text = buf_open(*state);
	for (int i = 0; i < 2000; i++)
		buf_put(&text, i % 7 ? S("ỷ") : S(" dài"));
	const char *cells[] = { "7a.3.3.3", buf_str(&text).p, "123,456", buf_str(&text).p };
	for (int width = 40; width <= 200; width += 13) {
		str drawn = draw(*state, width, 3, cells, COUNT(cells));
		size_t lines = 0;
		for (size_t from = 0; from < drawn.n; lines++) {
			size_t to = str_find(drawn, S("\n"), from);
			assert_true(layout_width(str_sub(drawn, from, to)) <= width);
			from = to + 1;
		}
		assert_int_equal(lines, 4);
	}
}

static void test_ink(void **state)
{
	struct buf plain = buf_open(*state), inked = buf_open(*state);
	layout_ink(&plain, &(struct layout){ .columns = 80 }, INK_ERROR, S("lỗi"));
	layout_ink(&inked, &(struct layout){ .columns = 80, .colour = true }, INK_ERROR, S("lỗi"));
	assert_string_equal(buf_str(&plain).p, "lỗi");
	assert_string_equal(buf_str(&inked).p, "\033[1;31mlỗi\033[0m");
}

int app_layout_tests(void);
int app_layout_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_width, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_cut, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_para, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_table, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_table_fits, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_ink, open_arena, close_arena),
	};
	return cmocka_run_group_tests_name("app/layout", tests, NULL, NULL);
}
