#include "extract/book.h"
#include "docin/read.h"
#include "extract/extract.h"
#include "pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

static struct node *tree_of(struct arena *a, str bytes)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_bytes(a, bytes, &r, &e))
		print_message("%s\n", e.message);
	assert_non_null(r.root);
	restore(a, r.root);
	return r.root;
}

static bool says(const strs *list, const char *what)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_find(list->at[i], str_c(what), 0) < list->at[i].n)
			return true;
	return false;
}

static void show(const char *label, const struct told *t)
{
	print_message("%s:\n", label);
	for (size_t i = 0; i < t->wrong.n; i++)
		print_message("  wrong: %.*s\n", SF(t->wrong.at[i]));
	for (size_t i = 0; i < t->notes.n; i++)
		print_message("  note: %.*s\n", SF(t->notes.at[i]));
}

/* -- sets -------------------------------------------------------------------------------------------- */

#define SETTINGS "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | Bộ A |\n| Cấp | xã |\n| Năm | 2025 |\n| Số chữ số thập phân | 3 |\n"
#define HEADS    "## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Số liệu |\n|---|---|---|---|---|\n"
#define LEAF     "| 1 | Lĩnh vực | | | |\n| 1.1 | Kế hoạch | 1,5 | Có: điểm tối đa; không: 0 điểm | có kế hoạch |\n"
#define PLAIN    "# Quyết định\n\n" SETTINGS "\n" HEADS LEAF

static struct criteria_set *set_of(struct arena *a, const char *text, struct told *t)
{
	struct criteria_set *s = NULL;
	bool ok = book_set(a, tree_of(a, str_c(text)), false, &s, t);
	assert_true(ok == !t->wrong_n);
	return s;
}

static void test_set(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	const struct criteria_set *s = set_of(a, PLAIN "| 1.2 | Báo cáo | 2 | Tỷ lệ báo cáo đúng hạn × điểm tối đa | đúng hạn; phải gửi |\n"
	                                              "| 1.3 | Lại kế hoạch | 1 | Có: điểm tối đa; không: 0 điểm | CÓ KẾ HOẠCH |\n", &t);
	if (t.wrong_n)
		show("set", &t);
	assert_int_equal(t.wrong_n, 0);
	assert_true(str_eq(s->name, S("Bộ A")));
	assert_int_equal(s->year, 2025);
	assert_int_equal(s->decimals, 3);
	assert_int_equal(s->criteria.n, 4);
	assert_int_equal(s->criteria.at[0].max, 45000);        /* the sum of its leaves */
	assert_int_equal(s->criteria.at[1].max, 15000);
	assert_int_equal(s->criteria.at[3].parent, 0);
	assert_int_equal(s->inputs.n, 3);                      /* one name in two rows is one input */
	assert_int_equal(s->criteria.at[3].inputs.at[0], s->criteria.at[1].inputs.at[0]);
}

/* Headings in another order, without marks, in other words, with units; settings and criteria told by their columns alone. */
static void test_headings(void **state)
{
	(void)state;
	static const char text[] =
	    "# Phụ lục\n\n| cach tinh | Mã tiêu chí | ĐIỂM TỐI ĐA (điểm) | Tên tiêu chí: | Ghi chú |\n|---|---|---|---|---|\n"
	    "| (1) | (2) | (3) | (4) | (5) |\n"
	    "| Có: điểm tối đa; không: 0 điểm | 1 | 1.5 | Kế hoạch | giữ lại |\n| | | 1.5 | Tổng cộng | |\n";
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	const struct criteria_set *s = set_of(a, text, &t);
	if (t.wrong_n)
		show("headings", &t);
	assert_int_equal(t.wrong_n, 0);
	assert_int_equal(s->criteria.n, 1);
	assert_int_equal(s->criteria.at[0].max, 15000);
	assert_int_equal(s->unknown.n, 1);
	assert_true(says(&t.notes, "Ghi chú"));
	assert_true(says(&t.notes, "Không có sheet “Bộ tiêu chí”"));
}

/* A number of rows is the code only where no column is headed so; a heading of our own wins over what else people write, in any order. */
static void test_order_of_headings(void **state)
{
	(void)state;
	static const struct { const char *heads, *row; } cases[] = {
		{ "| STT | Mã | Tên | Điểm tối đa |", "| 7 | 1.1 | Kế hoạch | 2 |" },
		{ "| TT | Tiêu chí | Mã số | Thang điểm | Tên | Điểm tối đa |", "| 7 | khác | 1.1 | 9 | Kế hoạch | 2 |" },
		{ "| STT | Tên | Điểm tối đa |", "| 1.1 | Kế hoạch | 2 |" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		const struct criteria_set *s =
		    set_of(a, str_fmt(a, "## Tiêu chí\n\n%s\n|---|---|---|---|---|---|\n%s\n", cases[i].heads, cases[i].row).p, &t);
		assert_int_equal(s->criteria.n, 1);
		assert_true(str_eq(s->criteria.at[0].code, S("1.1")));
		assert_true(str_eq(s->criteria.at[0].name, S("Kế hoạch")));
		assert_int_equal(s->criteria.at[0].max, 20000);
		assert_false(says(&t.notes, "STT"));
	}
}

/* Points of an appraiser stay with their criterion, whatever numbers the rows. */
static void test_numbered_form(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	struct criteria_set *s = set_of(a, PLAIN, &t);
	struct sheet *sheet = NULL;
	assert_true(book_sheet(a, tree_of(a, S("## Phiếu\n\n| STT | Mã | Áp dụng | Thẩm định 1 |\n|---|---|---|---|\n| 1 | 1.1 | x | 0,5 |\n")), s, &sheet, &t));
	assert_true(sheet->rows.at[0].by[ROUND_ONE].given);
	assert_int_equal(sheet->rows.at[0].by[ROUND_ONE].points, 5000);
}

/* Cells beyond the last heading belong to no column. */
static void test_wide_row(void **state)
{
	(void)state;
	static const char html[] = "# A\n\n## Số liệu\n\n<table><tr><td>Tên số liệu</td><td>Giá trị</td></tr>"
	                           "<tr><td>có kế hoạch</td><td>có</td><td>1</td><td>2</td><td>3</td></tr></table>\n";
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	struct criteria_set *s = set_of(a, PLAIN, &t);
	struct sheet *sheet = NULL;
	assert_true(book_sheet(a, tree_of(a, str_c(html)), s, &sheet, &t));
	assert_int_equal(sheet->values[0].kind, VALUE_YES);
}

static const struct { const char *what, *text, *wrong; } wrong_sets[] = {
	{ "no criteria", "# A\n\nchữ\n", "Không thấy sheet “Tiêu chí”" },
	{ "no rows", SETTINGS "\n" HEADS, "không có tiêu chí nào" },
	{ "maximum", HEADS "| 1.1 | Kế hoạch | 1,5x | | |\n", "cột Điểm tối đa: “1,5x” không phải là điểm" },
	{ "negative maximum", HEADS "| 1.1 | Kế hoạch | -1 | | |\n", "“-1” không phải là điểm" },
	{ "five decimals", HEADS "| 1.1 | Kế hoạch | 0,00001 | | |\n", "“0,00001” không phải là điểm" },
	{ "no code", HEADS "| | Kế hoạch | 1 | | |\n", "thiếu mã của tiêu chí “Kế hoạch”" },
	{ "year", "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | A |\n| Cấp | xã |\n| Năm | hai nghìn |\n\n" HEADS LEAF, "mục Năm: “hai nghìn” không phải là năm" },
	{ "date", "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | A |\n| Ngày | 30/2/2025 |\n\n" HEADS LEAF, "mục Ngày: “30/2/2025”" },
	{ "rank", "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | A |\n| Xếp hạng | tùy |\n\n" HEADS LEAF, "“tùy” không phải là một trong: liền, nhảy" },
	{ "class", "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | A |\n| Xếp loại: Tốt | cao |\n\n" HEADS LEAF, "“cao” không phải là mức dưới của loại" },
	{ "twice", "## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Năm | 2025 |\n| Năm | 2026 |\n\n" HEADS LEAF, "mục Năm có hai lần" },
	{ "source", "## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Nguồn số liệu |\n|---|---|---|---|---|\n| 1 | A | 1 | | báo chí |\n",
	  "“báo chí” không phải là một trong: đơn vị, thẩm định, hệ thống, khảo sát" },
};

static void test_wrong_sets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong_sets); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		set_of(a, wrong_sets[i].text, &t);
		if (!says(&t.wrong, wrong_sets[i].wrong))
			show(wrong_sets[i].what, &t);
		assert_true(says(&t.wrong, wrong_sets[i].wrong));
	}
}

/* All that is wrong is told at once, at most twenty of it, with the row. */
static void test_all_wrong(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	struct buf b = buf_open(a);
	buf_put(&b, S(HEADS));
	for (int i = 1; i <= 25; i++)
		buf_fmt(&b, "| %d | Tên | x%d | | |\n", i, i);
	set_of(a, buf_str(&b).p, &t);
	assert_int_equal(t.wrong_n, 25);
	assert_int_equal(t.wrong.n, TOLD_MAX);
	assert_true(says(&t.wrong, "Sheet Tiêu chí, dòng 2, cột Điểm tối đa: “x1”"));
	assert_true(says(&t.wrong, "dòng 21, cột Điểm tối đa: “x20”"));
}

/* -- sheets ------------------------------------------------------------------------------------------ */

#define FORM   "## Phiếu\n\nĐơn vị: Sở A\n\n| Mã | Tên | Áp dụng | Tài liệu | Tự chấm | Giải trình | Thẩm định 1 | Lý do 1 |\n|---|---|---|---|---|---|---|---|\n"
#define INPUTS "\n## Số liệu\n\n| Tên số liệu | Giá trị |\n|---|---|\n"

static struct sheet *sheet_of(struct arena *a, const char *text, struct told *t)
{
	struct told ignored = { 0 };
	struct criteria_set *s = set_of(a, PLAIN "| 1.2 | Báo cáo | 2 | Tỷ lệ đúng hạn × điểm tối đa | đúng hạn; phải gửi |\n", &ignored);
	struct sheet *ret = NULL;
	bool ok = book_sheet(a, tree_of(a, str_c(text)), s, &ret, t);
	assert_true(ok == !t->wrong_n);
	return ret;
}

static void test_sheet(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	const struct sheet *s = sheet_of(a, FORM "| 1 | | | | | | | |\n| 1.1. | | x | 2 | 1,5 | đã gửi | 1.25 | Không có tài liệu kiểm chứng |\n"
	                                        "| 1.2 | | | | | không có báo cáo | | |\n| 9.9 | | x | | 1 | | | |\n"
	                                        INPUTS "| Có kế hoạch | có |\n| ĐÚNG HẠN | 8 |\n| lạ | 3 |\n", &t);
	if (t.wrong_n)
		show("sheet", &t);
	assert_int_equal(t.wrong_n, 0);
	assert_true(str_eq(s->unit, S("Sở A")));
	assert_int_equal(s->rows.n, 2);
	assert_true(s->rows.at[0].applies);
	assert_int_equal(s->rows.at[0].files, 2);
	assert_int_equal(s->rows.at[0].by[ROUND_SELF].points, 15000);
	assert_true(str_eq(s->rows.at[0].explanation, S("đã gửi")));
	assert_int_equal(s->rows.at[0].by[ROUND_ONE].points, 12500);
	assert_string_equal(s->rows.at[0].by[ROUND_ONE].reason_code, "no_evidence");
	assert_false(s->rows.at[0].by[ROUND_TWO].given);
	assert_false(s->rows.at[1].applies);
	assert_true(str_eq(s->rows.at[1].why_not, S("không có báo cáo")));
	assert_int_equal(s->values[0].kind, VALUE_YES);
	assert_int_equal(s->values[1].kind, VALUE_NUMBER);
	assert_int_equal(s->values[2].kind, VALUE_NONE);
	assert_int_equal(s->unknown.n, 2);
	assert_true(says(&t.notes, "mã 9.9"));
	assert_true(says(&t.notes, "số liệu “lạ”"));
}

/* How people mark what applies; any words that are none of these are the reason why not. */
static void test_ticks(void **state)
{
	(void)state;
	static const struct { const char *mark; bool applies; } marks[] = {
		{ "x", true }, { "X", true }, { "✓", true }, { "√", true }, { "✔", true }, { "✔\xEF\xB8\x8F", true }, { "☑", true }, { "R", true },
		{ "\xEF\x81\x92", true }, { "\xEF\x83\xBC", true }, { "Đạt", true }, { "Áp dụng", true }, { "có", true },
		{ "không có báo cáo", false }, { "xã không có chợ", false },
	};
	for (size_t i = 0; i < COUNT(marks); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		const struct sheet *s = sheet_of(a, str_fmt(a, FORM "| 1.1 | | %s | | | | | |\n", marks[i].mark).p, &t);
		if (t.wrong_n || s->rows.at[0].applies != marks[i].applies)
			show(marks[i].mark, &t);
		assert_int_equal(t.wrong_n, 0);
		assert_true(s->rows.at[0].applies == marks[i].applies);
	}
}

static const struct { const char *what, *text, *wrong; } wrong_sheets[] = {
	{ "nothing", "# A\n\nchữ\n", "Không thấy sheet “Phiếu”" },
	{ "points", FORM "| 1.1 | | x | | 1,5x | | | |\n", "Sheet Phiếu, dòng 2, cột Tự chấm: “1,5x” không phải là điểm." },
	{ "above the maximum", FORM "| 1.1 | | x | | 2 | | | |\n", "“2” lớn hơn điểm tối đa 1,5 của tiêu chí 1.1" },
	{ "negative", FORM "| 1.1 | | x | | | | -0,5 | |\n", "cột Thẩm định 1: “-0,5” là điểm âm" },
	{ "files", FORM "| 1.1 | | x | nhiều | | | | |\n", "cột Tài liệu: “nhiều”" },
	{ "twice", FORM "| 1.1 | | x | | | | | |\n| 1.1 | | x | | | | | |\n", "dòng 3: mã 1.1 có hai lần" },
	{ "no reason", FORM "| 1.1 | | | | | | | |\n", "phải ghi lý do không áp dụng" },
	{ "a mark that is no reason", FORM "| 1.1 | | ? | | | | | |\n", "cột Áp dụng: “?” không phải là dấu áp dụng (x)" },
	{ "a cross", FORM "| 1.1 | | ✗ | | | | | |\n", "cột Áp dụng: “✗” không phải là dấu áp dụng (x)" },
	{ "a figure", FORM "| 1.1 | | 12 | | | đã gửi | | |\n", "cột Áp dụng: “12” không phải là dấu áp dụng (x)" },
	{ "a day", INPUTS "| có kế hoạch | 08/09/2026 |\n", "là một ngày" },
	{ "two values", INPUTS "| đúng hạn | 8 |\n| Đúng hạn | 9 |\n", "đã có giá trị “8”" },
	{ "no name", INPUTS "| | 8 |\n| đúng hạn | 9 |\n", "không có tên số liệu" },
};

static void test_wrong_sheets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong_sheets); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		sheet_of(a, wrong_sheets[i].text, &t);
		if (!says(&t.wrong, wrong_sheets[i].wrong))
			show(wrong_sheets[i].what, &t);
		assert_true(says(&t.wrong, wrong_sheets[i].wrong));
	}
}

/* -- results ----------------------------------------------------------------------------------------- */

#define RESULTS "## Kết quả\n\n| STT | Tên cơ quan | Điểm tối đa | Điểm thẩm định | Điểm XHH | Tổng điểm | Tỷ lệ | Xếp hạng |\n|---|---|---|---|---|---|---|---|\n"

static void test_results(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	standings s = { 0 };
	bool ok = book_results(a, tree_of(a, S(RESULTS "| I | Sở, ban, ngành | | | | | | |\n| 1 | Sở A | 71,5 | 60 | 9,25 | 69,25 | 96,85% | 1/2 |\n"
	                                               "| 2 | Sở B | 100 | 80.5 | | | | 2 |\n| II | Các xã | | | | | | |\n| 1 | Xã C | 100 | | | 70 | | |\n"
	                                               "| | Trung bình | 90 | 73 | | 73 | | |\n")), &s, &t);
	if (!ok)
		show("results", &t);
	assert_true(ok);
	assert_int_equal(s.n, 3);
	assert_true(str_eq(s.at[0].group, S("Sở, ban, ngành")));
	assert_int_equal(s.at[0].points, 692500);
	assert_int_equal(s.at[0].survey, 92500);
	assert_int_equal(s.at[0].printed_rank, 1);
	assert_true(s.at[0].printed_percent.present);
	assert_int_equal(s.at[1].points, 805000);
	assert_true(str_eq(s.at[2].group, S("Các xã")));
}

/* A cell of groups that is merged downward, or left empty below, stands for those below it, until the next. */
static void test_group_cells(void **state)
{
	(void)state;
	static const char text[] = "# A\n\n## Kết quả\n\n<table><tr><td>Tên cơ quan</td><td>Nhóm</td><td>Điểm tối đa</td><td>Tổng điểm</td></tr>"
	                           "<tr><td>Sở A</td><td rowspan=\"2\">Sở</td><td>100</td><td>90</td></tr><tr><td>Sở B</td><td>100</td><td>80</td></tr>"
	                           "<tr><td>Xã A</td><td>Xã</td><td>100</td><td>85</td></tr><tr><td>Xã B</td><td></td><td>100</td><td>80</td></tr></table>\n";
	static const char *const groups[] = { "Sở", "Sở", "Xã", "Xã" };
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	standings s = { 0 };
	assert_true(book_results(a, tree_of(a, str_c(text)), &s, &t));
	assert_int_equal(s.n, COUNT(groups));
	for (size_t i = 0; i < s.n; i++)
		assert_true(str_eq(s.at[i].group, str_c(groups[i])));
}

/* As provinces head their tables. */
static void test_result_headings(void **state)
{
	(void)state;
	static const struct { const char *heads, *row; points points, max; int rank; } cases[] = {
		{ "| STT | Tên xã, phường | Điểm chuẩn | Điểm đạt được | Thứ hạng |", "| 1 | Xã A | 95,25 | 80,5 | 3 |", 805000, 952500, 3 },
		{ "| STT | UBND xã, phường | Thang điểm | Kết quả điểm | Hạng |", "| 1 | Xã A | 95,25 | 80,5 | 3 |", 805000, 952500, 3 },
		{ "| Hạng | Tên cơ quan, đơn vị | Điểm tối đa áp dụng | Điểm chỉ số | X |", "| 3 | Xã A | 95,25 | 80,5 | |", 805000, 952500, 3 },
		{ "| Điểm | Đơn vị | Điểm tối đa | Tổng điểm đạt được | Hạng |", "| 7 | Xã A | 95,25 | 80,5 | 3 |", 805000, 952500, 3 },
		{ "| TT | Đơn vị | Điểm tối đa | Chỉ số CCHC | Hạng |", "| 1 | Xã A | 95,25 | 80,5 | 3 |", 805000, 952500, 3 },
		{ "| Chỉ số CCHC | Đơn vị | Điểm tối đa | Điểm | Hạng |", "| 84,51 | Xã A | 95,25 | 80,5 | 3 |", 805000, 952500, 3 },
		{ "| TT | Đơn vị | Chỉ số | Xếp loại | Hạng |", "| 1 | Xã A | 80,5% | Tốt | 3 |", 805000, 1000000, 3 },
		{ "| TT | Đơn vị | Chỉ số CCHC | Xếp loại | Hạng |", "| 1 | Xã A | 80,5% | Tốt | 3 |", 805000, 1000000, 3 },
		{ "| TT | Đơn vị | Tỷ lệ (%) | Xếp loại | Hạng |", "| 1 | Xã A | 80,5 | Tốt | 3 |", 805000, 1000000, 3 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		standings s = { 0 };
		const char *text = str_fmt(a, "# Bảng\n\n%s\n|---|---|---|---|---|\n%s\n", cases[i].heads, cases[i].row).p;
		if (!book_results(a, tree_of(a, str_c(text)), &s, &t))
			show(cases[i].heads, &t);
		assert_int_equal(s.n, 1);
		assert_true(str_eq(s.at[0].name, S("Xã A")));
		assert_int_equal(s.at[0].points, cases[i].points);
		assert_int_equal(s.at[0].max, cases[i].max);
		assert_int_equal(s.at[0].printed_rank, cases[i].rank);
	}
}

static const struct { const char *what, *text, *wrong; } wrong_results[] = {
	{ "nothing", "# A\n\nchữ\n", "Không thấy sheet “Kết quả”" },
	{ "no column of points", "# A\n\n| STT | Tên đơn vị | Điểm tối đa | Màu |\n|---|---|---|---|\n| 1 | A | 100 | đỏ |\n",
	  "không thấy cột điểm đạt (Tổng điểm, Điểm đạt được, Chỉ số CCHC, …); các cột thấy được: “STT”, “Tên đơn vị”, “Điểm tối đa”, “Màu”." },
	{ "no column of names", "# A\n\n## Kết quả\n\n| STT | Ai | Điểm tối đa | Điểm |\n|---|---|---|---|\n| 1 | A | 100 | 9 |\n",
	  "Sheet Kết quả: không thấy cột tên cơ quan; các cột thấy được: “STT”, “Ai”" },
	{ "no column of maxima", "# A\n\n| STT | Tên đơn vị | Điểm |\n|---|---|---|\n| 1 | A | 90 |\n",
	  "không thấy cột Điểm tối đa; các cột thấy được: “STT”, “Tên đơn vị”, “Điểm”." },
	{ "an index that is none", "# A\n\n| STT | Tên đơn vị | Chỉ số |\n|---|---|---|\n| 1 | A | cao |\n", "“cao” không phải là tỷ lệ" },
	{ "an index as a share", "# A\n\n| STT | Tên đơn vị | Chỉ số |\n|---|---|---|\n| 1 | A | 0,805 |\n", "“0,805” là phần của 1" },
	{ "an index above 100", "# A\n\n| STT | Tên đơn vị | Chỉ số |\n|---|---|---|\n| 1 | A | 101% |\n", "lớn hơn điểm tối đa 100" },
	{ "no rows", RESULTS, "không có cơ quan nào" },
	{ "points", RESULTS "| 1 | Sở A | 100 | | | bảy mươi | | |\n", "cột Tổng điểm: “bảy mươi” không phải là điểm" },
	{ "above", RESULTS "| 1 | Sở A | 71,5 | | | 72 | | |\n", "72 điểm, lớn hơn điểm tối đa 71,5" },
	{ "no maximum", RESULTS "| 1 | Sở A | | | | 70 | | |\n", "thiếu điểm tối đa" },
	{ "no points", RESULTS "| 1 | Sở A | 100 | | | | | |\n", "thiếu điểm đạt" },
	{ "no name", RESULTS "| 1 | | 100 | | | 70 | | |\n", "không có tên cơ quan" },
	{ "rank", RESULTS "| 1 | Sở A | 100 | | | 70 | | nhất |\n", "“nhất” không phải là thứ hạng" },
};

static void test_wrong_results(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong_results); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		standings s = { 0 };
		assert_false(book_results(a, tree_of(a, str_c(wrong_results[i].text)), &s, &t));
		if (!says(&t.wrong, wrong_results[i].wrong))
			show(wrong_results[i].what, &t);
		assert_true(says(&t.wrong, wrong_results[i].wrong));
	}
}

/* -- a workbook as Excel leaves it ------------------------------------------------------------------- */

#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006/relationships"
#define REL(id, kind, target) "<Relationship Id='" id "' Type='" OFFICE "/" kind "' Target='" target "'/>"
#define ROW(n, cells) "<row r='" #n "'>" cells "</row>"
#define C(ref, text)  "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"
#define N(ref, value) "<c r='" ref "'><v>" value "</v></c>"
#define P(ref, value) "<c r='" ref "' s='1'><v>" value "</v></c>"
#define D(ref, value) "<c r='" ref "' s='2'><v>" value "</v></c>"
#define SHEET(rows)   "<worksheet xmlns='" MAIN "'><sheetData>" rows "</sheetData></worksheet>"

/* Names in one column and values in the other, numbers as numbers, a percent, a day, an empty row, the unit above the headings. */
static str excel(struct arena *a)
{
	const struct packed files[] = {
		{ "[Content_Types].xml", S("<Types/>") },
		{ "_rels/.rels", S("<Relationships xmlns='" PACKAGE "'>" REL("1", "officeDocument", "xl/workbook.xml") "</Relationships>") },
		{ "xl/workbook.xml", S("<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets><sheet name='Bộ tiêu chí' r:id='a'/>"
		                       "<sheet name='Tiêu chí' r:id='b'/><sheet name='Phiếu' r:id='c'/><sheet name='Số liệu' r:id='d'/></sheets></workbook>") },
		{ "xl/_rels/workbook.xml.rels", S("<Relationships xmlns='" PACKAGE "'>" REL("a", "worksheet", "a.xml") REL("b", "worksheet", "b.xml")
		                                  REL("c", "worksheet", "c.xml") REL("d", "worksheet", "d.xml") REL("t", "styles", "styles.xml") "</Relationships>") },
		{ "xl/styles.xml", S("<styleSheet xmlns='" MAIN "'><cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/></cellXfs></styleSheet>") },
		{ "xl/a.xml", S(SHEET(ROW(1, C("A1", "Tên") C("B1", "Bộ B")) ROW(2, C("A2", "Cấp") C("B2", "xã")) ROW(3, C("A3", "Năm") N("B3", "2025"))
		                      ROW(4, C("A4", "Ngày") D("B4", "45887")) ROW(5, C("A5", "Quyết định số"))
		                      ROW(7, C("A7", "Xếp loại: Tốt") P("B7", "0.8")) ROW(8, C("A8", "Xếp loại: Kém") N("B8", "0")))) },
		{ "xl/b.xml", S(SHEET(ROW(1, C("A1", "Mã") C("B1", "Tên") C("C1", "Điểm tối đa") C("D1", "Cách tính điểm") C("E1", "Số liệu"))
		                      ROW(2, N("A2", "1") C("B2", "Lĩnh vực")) ROW(3, N("A3", "1.1000000000000001") C("B3", "Kế hoạch") N("C3", "1.5")
		                      C("D3", "Tỷ lệ kế hoạch × điểm tối đa") C("E3", "tỷ lệ kế hoạch"))
		                      ROW(5, C("A5", "1.2") C("B5", "Sau hàng trống") N("C5", "0.27500000000000002")))) },
		{ "xl/c.xml", S(SHEET(ROW(1, C("A1", "Đơn vị") C("B1", "Sở B")) ROW(2, C("A2", "Nhóm") C("B2", "Sở")) ROW(3, C("A3", "Mã") C("B3", "Áp dụng") C("C3", "Tự chấm"))
		                      ROW(4, N("A4", "1.1") C("B4", "x") N("C4", "1.25")))) },
		{ "xl/d.xml", S(SHEET(ROW(1, C("A1", "Tên số liệu") C("B1", "Giá trị")) ROW(2, C("A2", "tỷ lệ kế hoạch") P("B2", "0.90629999999999999")))) },
		{ 0 },
	};
	return pack(a, files);
}

static void test_excel(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct told t = { 0 };
	struct node *root = tree_of(a, excel(a));
	struct criteria_set *s = NULL;
	struct sheet *sheet = NULL;
	if (!book_set(a, root, false, &s, &t) || !book_sheet(a, root, s, &sheet, &t))
		show("excel", &t);
	assert_int_equal(t.wrong_n, 0);
	assert_true(str_eq(s->name, S("Bộ B")));
	assert_int_equal(s->date.day, 18);
	assert_int_equal(s->date.month, 8);
	assert_int_equal(s->classes.n, 2);
	assert_int_equal(s->classes.at[0].from, 8000);
	assert_int_equal(s->criteria.n, 3);
	assert_true(str_eq(s->criteria.at[1].code, S("1.1")));
	assert_int_equal(s->criteria.at[2].max, 2750);
	assert_int_equal(s->criteria.at[2].from.row, 5);       /* as Excel counts */
	assert_true(str_eq(sheet->unit, S("Sở B")));
	assert_true(str_eq(sheet->group, S("Sở")));
	assert_int_equal(sheet->rows.at[0].by[ROUND_SELF].points, 12500);
	assert_int_equal(sheet->values[0].kind, VALUE_PERCENT);
	assert_true(exact_cmp(value_exact(&sheet->values[0]), exact_of(figure_make(9063, 4))) == 0);
}

static const struct { const char *text; int year, month, day; bool is; } dates[] = {
	{ "30/6/2026", 2026, 6, 30, true }, { "2026-06-30", 2026, 6, 30, true }, { "6/2026", 2026, 6, 0, true }, { "tháng 6/2026", 2026, 6, 0, true },
	{ "2026", 2026, 0, 0, true }, { "năm 2026", 2026, 0, 0, true }, { "30/2/2026", 0, 0, 0, false }, { "13/2026", 0, 0, 0, false },
	{ "6", 0, 0, 0, false }, { "", 0, 0, 0, false }, { "1/2/3/2026", 0, 0, 0, false }, { "30/6/26", 0, 0, 0, false }, { "mai", 0, 0, 0, false },
};

static void test_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(dates); i++) {
		struct date d = { 0 };
		bool is = parse_date(str_c(dates[i].text), &d);
		if (is != dates[i].is)
			print_message("%s\n", dates[i].text);
		assert_true(is == dates[i].is);
		if (is)
			assert_true(d.year == dates[i].year && d.month == dates[i].month && d.day == dates[i].day);
	}
}

int extract_book_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set), cmocka_unit_test(test_headings), cmocka_unit_test(test_order_of_headings),
		cmocka_unit_test(test_numbered_form), cmocka_unit_test(test_wide_row),
		cmocka_unit_test(test_wrong_sets),
		cmocka_unit_test(test_all_wrong),
		cmocka_unit_test(test_sheet), cmocka_unit_test(test_ticks),
		cmocka_unit_test(test_wrong_sheets),
		cmocka_unit_test(test_results), cmocka_unit_test(test_result_headings), cmocka_unit_test(test_group_cells),
		cmocka_unit_test(test_wrong_results),
		cmocka_unit_test(test_excel), cmocka_unit_test(test_dates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
