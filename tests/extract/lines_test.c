#include "whole.h"
#include "extract/lines.h"

static struct lines lines_from(struct arena *a, const char *text)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	assert_true(read_bytes(a, str_c(text), &r, &e));
	assert_string_equal(r.by->name, "text");
	return lines_of(a, r.root);
}

/* What one line is: L label, T terminal, U upper, l lower, C all capitals. */
static const struct { const char *text, *is; } single[] = {
	{ "1. Mục đích", "L" }, { "1.2. Yêu cầu", "L" }, { "1.2.1 Yêu cầu", "L" }, { "a) Nội dung", "Ll" }, { "II. NỘI DUNG", "LUC" }, { "- Giải pháp", "L" },
	{ "+ giải pháp;", "LT" }, { "• Giải pháp", "L" }, { "1.2.3.4.5 Yêu cầu", "L" }, { "1.2.3.4.5.6 Yêu cầu", "" },
	{ "1.5 điểm", "" }, { "1.5", "" }, { "123. Yêu cầu", "" }, { "iv) Nội dung", "Ll" }, { "ab) Nội dung", "l" }, { "1.Mục đích", "L" }, { "1.  Mục đích", "" },
	{ "1.2.  Mục đích", "L" }, { "-  giải pháp", "" }, { "-Giải pháp", "L" }, { "12) \"Yêu cầu\"", "L" }, { "30. những việc", "" },        /* "… ngày 30." of a sentence */
	{ "30. Những việc", "L" }, { "Văn phòng Sở.", "TU" }, { "được giao;", "Tl" }, { "điều hành, cải", "l" }, { "Đơn vị chủ trì:", "TU" },
	{ "ỦY BAN NHÂN DÂN", "UC" }, { "ĐỘC LẬP - TỰ DO", "UC" }, { "UBND tỉnh", "U" }, { "A", "U" }, { "2025", "" }, { "-", "" }, { "(1)", "T" }, { "Ồ!", "TU" },
};

static void test_single(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(single); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct lines ls = lines_from(a, single[i].text);
		const struct line *l = &ls.at[0];
		assert_int_equal(ls.n, 1);
		struct buf b = buf_open(a);
		buf_fmt(&b, "%s%s%s%s%s", line_label(l) ? "L" : "", line_terminal(l) ? "T" : "", line_upper(l) ? "U" : "", line_lower(l) ? "l" : "",
		        line_capitals(l) ? "C" : "");
		if (!str_eq(buf_str(&b), str_c(single[i].is)))
			fail_msg("\"%s\" is \"%.*s\", not \"%s\"", single[i].text, SF(buf_str(&b)), single[i].is);
		arena_free(a);
	}
}

/* Two lines of a document whose lines are some 60 characters wide; the last line is never joined to what is asked. */
#define WRAPPED "Các phòng chuyên môn rà soát toàn bộ tiêu chí được giao theo\nphụ lục, gửi kết quả về Văn phòng trước ngày cuối cùng của\n" \
	"quý để tổng hợp, báo cáo lãnh đạo xem xét, cho ý kiến chỉ đạo\nkịp thời, đúng quy định hiện hành của cấp có thẩm quyền giao.\n\n"

static const struct { const char *a, *b; bool joined; } joins[] = {
	{ "Văn phòng chủ trì, phối hợp với các phòng chuyên môn theo dõi", "việc thực hiện kế hoạch.", true },
	{ "Văn phòng chủ trì, phối hợp với các phòng chuyên môn theo dõi.", "Các phòng gửi báo cáo.", true },      /* the line was full */
	{ "Văn phòng chủ trì theo dõi.", "Các phòng gửi báo cáo.", false },
	{ "Văn phòng chủ trì", "- Các phòng phối hợp", false },
	{ "Văn phòng chủ trì theo dõi việc thực hiện toàn bộ kế hoạch", "1.2. Yêu cầu", false },
	{ "Văn phòng chủ trì theo dõi việc thực hiện toàn bộ kế hoạch", "Đơn vị phối hợp: Các phòng", false },
	{ "Văn phòng chủ trì theo dõi việc thực hiện toàn bộ kế hoạch", "Căn cứ Luật Tổ chức", false },
	{ "Văn phòng chủ trì theo dõi việc thực hiện toàn bộ kế hoạch", "Nơi nhận:", false },
	{ "Văn phòng chủ trì theo dõi việc thực hiện của phòng thuộc", "Sở Nội vụ trong năm", true },
	{ "Thường xuyên", "Văn phòng", false },                               /* the word would have stood above */
	{ "Xử lý hồ sơ trễ hẹn bị trừ (", "- 0.5 điểm) theo quy định", true },
	{ "KẾ HOẠCH", "Khắc phục tồn tại", false },
};

static void test_joins(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(joins); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct pats *ps = pats_open(a);
		struct lines ls = lines_from(a, str_fmt(a, WRAPPED "%s\n%s\n", joins[i].a, joins[i].b).p);
		assert_true(ls.wrapped);
		assert_int_equal(ls.norm, 0);
		bool joined = lines_join(ps, &ls, &ls.at[ls.n - 2], &ls.at[ls.n - 1], ls.width);
		if (joined != joins[i].joined)
			fail_msg("\"%s\" / \"%s\": %s", joins[i].a, joins[i].b, joined ? "joined" : "apart");
		arena_free(a);
	}
}

static void test_settings(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	/* a blank line after each line, sentences that go on below */
	struct lines ls = lines_from(a, "Các phòng rà soát tiêu chí\n\nđược giao theo phụ lục, gửi\n\nkết quả về Văn phòng trước\n\nngày cuối cùng của quý để\n\ntổng hợp.\n");
	assert_int_equal(ls.norm, 1);
	assert_true(ls.wrapped);
	assert_int_equal(ls.n, 5);
	assert_int_equal(ls.at[1].number, 3);
	/* a paragraph a line */
	ls = lines_from(a, "Văn phòng.\n\nCác phòng.\n\nThanh tra.\n\nTrung tâm.\n");
	assert_int_equal(ls.norm, 0);
	assert_false(ls.wrapped);
	/* tabs and indents */
	ls = lines_from(a, "A\n\tB\n  C\n");
	assert_true(!ls.at[0].lead && !ls.at[0].tab);
	assert_true(ls.at[1].lead && ls.at[1].tab);
	assert_true(ls.at[2].lead && !ls.at[2].tab);
	arena_free(a);
}

int extract_lines_tests(void);
int extract_lines_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_single), cmocka_unit_test(test_joins), cmocka_unit_test(test_settings) };
	return cmocka_run_group_tests_name("extract/lines", tests, NULL, NULL);
}
