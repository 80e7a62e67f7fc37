#include "extract/columns.h"
#include "whole.h"

static const char *role_name(enum role r)
{
	static const char *const names[] = { "-", "ordinal", "code", "name", "finding", "max", "self", "points", "lost", "rate", "reason",
		"cause", "remedy", "lead", "support", "doer", "due", "progress", "note", "evidence", "rule", "appraiser" };
	return names[r];
}

static const struct { const char *heading; enum role role; } headings[] = {
	{ "STT", ROLE_ordinal }, { "TT", ROLE_ordinal }, { "Số TT", ROLE_ordinal }, { "S.T.T", ROLE_ordinal }, { "Số thứ tự", ROLE_ordinal },
	{ "Mã", ROLE_code }, { "Mã số", ROLE_code }, { "Mã tiêu chí", ROLE_code }, { "Mã hiệu", ROLE_code },
	{ "Tiêu chí", ROLE_name }, { "Lĩnh vực, tiêu chí", ROLE_name }, { "Tên tiêu chí", ROLE_name }, { "Nội dung tiêu chí", ROLE_name },
	{ "Các tiêu chí, tiêu chí thành phần", ROLE_name }, { "TCTP", ROLE_name }, { "Nội dung", ROLE_name },
	{ "Tồn tại, hạn chế", ROLE_finding }, { "Hạn chế", ROLE_finding }, { "Nội dung tồn tại", ROLE_finding }, { "Nội dung cần khắc phục", ROLE_finding },
	{ "Điểm tối đa", ROLE_max }, { "Điểm chuẩn", ROLE_max }, { "Thang điểm", ROLE_max }, { "Mức điểm quy định", ROLE_max }, { "Điểm cao nhất", ROLE_max },
	{ "Điểm tự chấm", ROLE_self }, { "Điểm tự đánh giá", ROLE_self }, { "Đơn vị tự chấm", ROLE_self }, { "Tự chấm điểm", ROLE_self },
	{ "Điểm thẩm định", ROLE_points }, { "Điểm đạt được", ROLE_points }, { "Điểm số đạt", ROLE_points }, { "Điểm Hội đồng thẩm định", ROLE_points },
	{ "Kết quả thẩm định", ROLE_points }, { "Điểm thực tế", ROLE_points }, { "Điểm", ROLE_points },
	{ "Điểm trừ", ROLE_lost }, { "Số điểm bị trừ", ROLE_lost }, { "Điểm bị mất", ROLE_lost }, { "Điểm mất", ROLE_lost }, { "Tổng điểm trừ", ROLE_lost },
	{ "Bị trừ", ROLE_lost }, { "Điểm giảm", ROLE_lost },
	{ "Tỷ lệ %", ROLE_rate }, { "Tỉ lệ", ROLE_rate }, { "% đạt", ROLE_rate }, { "Tỷ lệ đạt", ROLE_rate },
	{ "Lý do trừ điểm", ROLE_reason }, { "Nguyên nhân mất điểm", ROLE_reason }, { "Lý do", ROLE_reason }, { "Giải trình", ROLE_reason },
	{ "Nguyên nhân", ROLE_cause }, { "Phân tích nguyên nhân", ROLE_cause },
	{ "Giải pháp", ROLE_remedy }, { "Giải pháp khắc phục", ROLE_remedy }, { "Biện pháp khắc phục", ROLE_remedy }, { "Đề xuất giải pháp", ROLE_remedy },
	{ "Nhiệm vụ, giải pháp", ROLE_remedy }, { "Hướng khắc phục", ROLE_remedy },
	{ "Đơn vị chủ trì", ROLE_lead }, { "Chủ trì", ROLE_lead }, { "Cơ quan chủ trì thực hiện", ROLE_lead }, { "Cơ quan, đơn vị chủ trì", ROLE_lead },
	{ "Đơn vị phối hợp", ROLE_support }, { "Phối hợp", ROLE_support }, { "Cơ quan phối hợp thực hiện", ROLE_support },
	{ "Đơn vị thực hiện", ROLE_doer }, { "Phân công thực hiện", ROLE_doer }, { "Người phụ trách", ROLE_doer }, { "Đơn vị tham mưu", ROLE_doer },
	{ "Thời hạn hoàn thành", ROLE_due }, { "Thời gian thực hiện", ROLE_due }, { "Thời hạn", ROLE_due }, { "Lộ trình thực hiện", ROLE_due },
	{ "Hạn hoàn thành", ROLE_due }, { "Mốc thời gian", ROLE_due }, { "Kỳ hạn", ROLE_due },
	{ "Tiến độ thực hiện", ROLE_progress }, { "Tình hình khắc phục", ROLE_progress }, { "Kết quả thực hiện", ROLE_progress }, { "Tình trạng", ROLE_progress },
	{ "Ghi chú", ROLE_note },
	{ "Tài liệu kiểm chứng", ROLE_evidence }, { "Minh chứng", ROLE_evidence }, { "Sản phẩm", ROLE_evidence },
	{ "Cách tính điểm", ROLE_rule }, { "Phương pháp đánh giá, chấm điểm", ROLE_rule }, { "Hướng dẫn chấm điểm", ROLE_rule },
	{ "Cách khắc phục", ROLE_remedy }, { "Công thức", ROLE_NONE },
	{ "Cơ quan thẩm định", ROLE_appraiser }, { "Đơn vị chủ trì thẩm định", ROLE_appraiser }, { "Cơ quan, đơn vị thẩm định", ROLE_appraiser },
	{ "Họ và tên", ROLE_NONE }, { "Địa chỉ", ROLE_NONE }, { "Mai", ROLE_NONE }, { "", ROLE_NONE }, { "123", ROLE_NONE },
};

static void test_headings(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(headings); i++) {
		size_t len = 99;
		enum role r = column_role(ps, fold_plain(a, str_c(headings[i].heading)), 0, &len);
		if (r != headings[i].role)
			fail_msg("\"%s\": %s, not %s", headings[i].heading, role_name(r), role_name(headings[i].role));
		assert_int_equal(len > 0, r != ROLE_NONE);
	}
	/* from the middle of a row of headings, and only as far as the heading goes */
	size_t len = 0;
	assert_int_equal(column_role(ps, S("stt tieu chi diem toi da"), 4, &len), ROLE_name);
	assert_int_equal(len, 8);
	assert_int_equal(column_role(ps, S("stt tieu chi diem toi da"), 13, &len), ROLE_max);
	assert_int_equal(len, 11);
	arena_free(a);
}

enum { SETTLE = 7 };
static const struct { size_t n; enum role in[SETTLE], out[SETTLE]; } settled[] = {
	/* beside a name the shortcoming is the reason */
	{ 3, { ROLE_ordinal, ROLE_name, ROLE_finding }, { ROLE_ordinal, ROLE_name, ROLE_reason } },
	/* alone it names the criterion too */
	{ 3, { ROLE_ordinal, ROLE_finding, ROLE_remedy }, { ROLE_ordinal, ROLE_finding, ROLE_remedy } },
	/* neither: what no one knows must be it */
	{ 4, { ROLE_ordinal, ROLE_NONE, ROLE_remedy, ROLE_due }, { ROLE_ordinal, ROLE_finding, ROLE_remedy, ROLE_due } },
	/* "Kết quả thực hiện" beside maxima tells points, beside points or remedies progress */
	{ 3, { ROLE_name, ROLE_max, ROLE_progress }, { ROLE_name, ROLE_max, ROLE_points } },
	{ 4, { ROLE_name, ROLE_max, ROLE_points, ROLE_progress }, { ROLE_name, ROLE_max, ROLE_points, ROLE_progress } },
	{ 4, { ROLE_name, ROLE_max, ROLE_remedy, ROLE_progress }, { ROLE_name, ROLE_max, ROLE_remedy, ROLE_progress } },
	/* one role, one column; a second name is what is said of the first */
	{ 4, { ROLE_name, ROLE_points, ROLE_points, ROLE_reason }, { ROLE_name, ROLE_points, ROLE_NONE, ROLE_reason } },
	{ 3, { ROLE_code, ROLE_name, ROLE_name }, { ROLE_code, ROLE_name, ROLE_reason } },
	{ 4, { ROLE_code, ROLE_name, ROLE_name, ROLE_reason }, { ROLE_code, ROLE_name, ROLE_NONE, ROLE_reason } },
};

static void test_settle(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(settled); i++) {
		struct columns c = { .n = settled[i].n };
		memcpy(c.role, settled[i].in, sizeof settled[i].in);
		columns_settle(&c);
		for (size_t k = 0; k < c.n; k++)
			if (c.role[k] != settled[i].out[k])
				fail_msg("row %zu, column %zu: %s, not %s", i, k, role_name(c.role[k]), role_name(settled[i].out[k]));
	}
}

static void test_find(void **state)
{
	(void)state;
	struct columns c = { .role = { ROLE_ordinal, ROLE_name, ROLE_max }, .n = 3 };
	assert_int_equal(columns_find(&c, ROLE_max), 2);
	assert_int_equal(columns_find(&c, ROLE_due), 3);
	static const enum role numbers[] = { ROLE_max, ROLE_self, ROLE_points, ROLE_lost, ROLE_rate };
	size_t n = 0;
	for (int r = ROLE_NONE; r <= ROLE_appraiser; r++)
		n += role_is_number((enum role)r);
	for (size_t i = 0; i < COUNT(numbers); i++)
		assert_true(role_is_number(numbers[i]));
	assert_int_equal(n, COUNT(numbers));
}

int extract_columns_tests(void);
int extract_columns_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_headings), cmocka_unit_test(test_settle), cmocka_unit_test(test_find) };
	return cmocka_run_group_tests_name("extract/columns", tests, NULL, NULL);
}
