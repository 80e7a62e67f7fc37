#include "app/examine.h"
#include "app/layout.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

static int open_arena(void **state) { return (*state = arena_open(ROOM)) ? 0 : -1; }

static int close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static struct facts *plan(struct arena *a)
{
	struct facts *f = make(a, struct facts);
	f->file.name = S("kehoach.txt");
	f->document = (struct document){
		.kind = DOC_PLAN, .number = S("12/KH-SCT"), .issuer = S("Sở Công Thương"), .parent = S("UBND tỉnh X"),
		.place = S("X"), .title = S("Khắc phục tồn tại, hạn chế"), .date = { 2026, 3, 5 }, .cycle_year = 2025,
	};
	f->result = (struct result){
		.present = true, .points = figure_parse(S("70.301")), .max = figure_parse(S("95.25")), .rank = 18, .group_size = 23,
	};
	*vec_add(a, &f->fields) = (struct field){
		.code = S("3"), .name = S("Cải cách thủ tục hành chính"), .max = figure_parse(S("16")), .points = figure_parse(S("14.5")),
	};
	*vec_add(a, &f->criteria) = (struct criterion){
		.code = S("3.1"), .name = S("Công khai thủ tục"), .max = figure_parse(S("2")), .points = figure_parse(S("1,5")),
		.due = { .text = S("Quý II/2026"), .kind = DUE_QUARTER }, .lead = S("Văn phòng"),
		.progress = { .text = S("đang làm"), .status = STATUS_IN_PROGRESS },
	};
	*vec_add(a, &f->criteria) = (struct criterion){
		.code = S("3.2"), .name = S("Giải quyết đúng hạn"), .printed_lost = figure_parse(S("- 0,25")),
	};
	return f;
}

static void add_check(struct arena *a, struct facts *f, enum severity s, int line, const char *message)
{
	*vec_add(a, &f->checks) = (struct check_result){
		.check = "difference", .where = S("3.1"), .message = str_c(message), .severity = s, .source = { .line = line },
	};
}

static void test_plan(void **state)
{
	struct layout l = { .columns = 100 };
	struct facts *f = plan(*state);
	add_check(*state, f, SEVERITY_ERROR, 812, "Dòng 3.1: 2 − 1,5 = 0,5 nhưng văn bản ghi 0,7.");
	assert_string_equal(facts_text(*state, f, &l).p,
	                    "Kế hoạch: Khắc phục tồn tại, hạn chế\n"
	                    "  Tệp           kehoach.txt\n"
	                    "  Số            12/KH-SCT\n"
	                    "  Cơ quan       Sở Công Thương, thuộc UBND tỉnh X\n"
	                    "  Ngày          X, 05/03/2026\n"
	                    "  Năm chỉ số    2025\n"
	                    "  Kết quả       đạt 70,301/95,25 điểm; bị trừ 24,949 điểm; xếp hạng 18/23\n"
	                    "\n"
	                    "Lĩnh vực (1)\n"
	                    "  Mã  Lĩnh vực                     Tối đa   Đạt  Mất\n"
	                    "  3   Cải cách thủ tục hành chính      16  14,5  1,5\n"
	                    "\n"
	                    "Tiêu chí bị trừ điểm (2)\n"
	                    "  Mã   Tiêu chí             Tối đa  Đạt   Mất  Thời hạn     Tình trạng       Chủ trì\n"
	                    "  3.1  Công khai thủ tục         2  1,5   0,5  Quý II/2026  đang triển khai  Văn phòng\n"
	                    "  3.2  Giải quyết đúng hạn               0,25\n"
	                    "\n"
	                    "Những chỗ không khớp (1)\n"
	                    "kehoach.txt:812: lỗi: Dòng 3.1: 2 − 1,5 = 0,5 nhưng văn bản ghi 0,7. [difference]\n");
}

static void test_checks(void **state)
{
	struct layout l = { .columns = 60, .path = S("a/b.txt") };
	struct facts *f = plan(*state);
	add_check(*state, f, SEVERITY_ERROR, 7, "Tổng lĩnh vực 3 ghi 4,401 nhưng các dòng cộng lại 4,365.");
	add_check(*state, f, SEVERITY_WARNING, 0, "Thiếu thời hạn.");
	assert_string_equal(checks_text(*state, f, &l).p, "a/b.txt:7: lỗi: Tổng lĩnh vực 3 ghi 4,401 nhưng các dòng\n"
	                                                  "    cộng lại 4,365. [difference]\n"
	                                                  "a/b.txt: xem lại: Thiếu thời hạn. [difference]\n");
}

/* Only a text has lines that people can count. */
static const struct { const char *reader; struct source at; const char *says; } places[] = {
	{ "text", { .line = 7, .table = 1, .row = 2 }, "f:7: " },
	{ "markdown", { .line = 7 }, "f:7: " },
	{ "docx", { .line = 7 }, "f: đoạn 7: " },
	{ "docx", { .line = 7, .table = 1, .row = 2 }, "f: bảng 1, hàng 2: " },
	{ "pdf", { .line = 7, .page = 3, .table = 1, .row = 2 }, "f: trang 3, bảng 1, hàng 2: " },
	{ "pdf", { .line = 7, .page = 3 }, "f: trang 3, đoạn 7: " },
	{ "pdf", { .page = 3 }, "f: trang 3: " },
	{ "xlsx", { 0 }, "f: " },
};

static void test_places(void **state)
{
	struct layout l = { .columns = 100, .path = S("f") };
	for (size_t i = 0; i < COUNT(places); i++) {
		struct facts *f = plan(*state);
		f->file.reader = places[i].reader;
		*vec_add((struct arena *)*state, &f->checks) =
		    (struct check_result){ .check = "sum", .message = S("Sai."), .source = places[i].at };
		char want[128];
		snprintf(want, sizeof want, "%sxem lại: Sai. [sum]\n", places[i].says);
		assert_string_equal(checks_text(*state, f, &l).p, want);
	}
}

static void test_nothing_to_say(void **state)
{
	struct layout l = { .columns = 80 };
	struct facts *f = plan(*state), *none = make((struct arena *)*state, struct facts);
	none->file.name = S("thu.txt");
	assert_string_equal(checks_text(*state, f, &l).p, "kehoach.txt: không thấy chỗ nào không khớp.\n");
	assert_string_equal(checks_text(*state, none, &l).p,
	                    "thu.txt: không nhận ra tiêu chí, lĩnh vực hay kết quả nào để kiểm tra.\n");
	assert_string_equal(facts_text(*state, none, &l).p,
	                    "Chưa rõ loại văn bản\n  Tệp           thu.txt\n\nNhững chỗ không khớp (0)\n"
	                    "thu.txt: không nhận ra tiêu chí, lĩnh vực hay kết quả nào để kiểm tra.\n");
}

static void test_documents_cannot_steer_the_terminal(void **state)
{
	struct layout l = { .columns = 80 };
	struct facts *f = plan(*state);
	f->document.title = S("a\033[2Jb");
	f->criteria.at[0].name = S("c\rd\033]0;x\a");
	f->criteria.at[0].code = S("3\033.1");
	f->criteria.at[0].lead = S("e\x7F" "f");
	add_check(*state, f, SEVERITY_ERROR, 1, "g\033h");
	str s = facts_text(*state, f, &l);
	for (size_t i = 0; i < s.n; i++)
		assert_true(s.p[i] == '\n' || (unsigned char)s.p[i] >= ' ');
	assert_null(strchr(s.p, 0x7F));
}

int app_facts_text_tests(void);
int app_facts_text_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_plan, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_checks, open_arena, close_arena),
cmocka_unit_test_setup_teardown(test_places, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_nothing_to_say, open_arena, close_arena),
		cmocka_unit_test_setup_teardown(test_documents_cannot_steer_the_terminal, open_arena, close_arena),
	};
	return cmocka_run_group_tests_name("app/facts_text", tests, NULL, NULL);
}
