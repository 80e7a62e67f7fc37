/* Sets out of small decisions in other forms, and out of the one of samples/ in three formats. */
#include "extract/decision.h"
#include "whole.h"
#include "base/file.h"
#include <stdlib.h>

static const char *source_root(void)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	return root ? root : ".";
}

/* code | name | maximum | rule (a '?' where a person must look, "-" where it is not read) | inputs | evidence | appraiser */
static str drawn(struct arena *a, const struct criteria_set *s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s->criteria.n; i++) {
		const struct set_criterion *c = &s->criteria.at[i];
		str p = points_vi(a, c->max);
		buf_fmt(&b, "%.*s | %.*s | %.*s%s", SF(c->code), SF(c->name), SF(p), c->max_printed ? "" : "*");
		if (c->parent != NO_PARENT)
			buf_fmt(&b, " < %.*s", SF(s->criteria.at[c->parent].code));
		if (c->rule_text.n)
			buf_fmt(&b, " | %s%s%.*s", c->rule ? "" : "- ", c->guessed ? "? " : "", SF(c->rule_text));
		for (size_t k = 0; k < c->inputs.n; k++)
			buf_fmt(&b, "%s%.*s", k ? "; " : " # ", SF(s->inputs.at[c->inputs.at[k]]));
		if (c->evidence.text.n)
			buf_fmt(&b, " | %s%.*s", c->evidence.required ? "!" : "", SF(c->evidence.text));
		if (c->appraiser.n)
			buf_fmt(&b, " @ %.*s", SF(c->appraiser));
		buf_put(&b, S("\n"));
	}
	return buf_str(&b);
}

#define HEAD "# QUYẾT ĐỊNH\n\n## Ban hành Bộ tiêu chí chấm điểm cải cách hành chính của các sở, ban, ngành năm 2026\n\n"

static const struct { const char *what, *text, *set, *notes; } decisions[] = {
	{ "columns in another order, headed otherwise", HEAD
	  "| Mã | Cơ quan thẩm định | Nội dung tiêu chí | Tài liệu kiểm chứng | Hướng dẫn chấm điểm | Điểm chuẩn |\n|---|---|---|---|---|---|\n"
	  "| 1 | | Chỉ đạo, điều hành | | | 3 |\n"
	  "| 1.1 | Sở Nội vụ | Báo cáo định kỳ | bắt buộc: Báo cáo năm | Mỗi báo cáo chậm trừ 0,25 điểm | 1 |\n"
	  "| 1.2 | Sở Nội vụ | Kế hoạch năm | Kế hoạch | Có: 2 điểm; không: 0 điểm | 2 |\n",
	  "1 | Chỉ đạo, điều hành | 3\n"
	  "1.1 | Báo cáo định kỳ | 1 < 1 | Mỗi báo cáo chậm trừ 0,25 điểm # số báo cáo chậm | !Báo cáo năm @ Sở Nội vụ\n"
	  "1.2 | Kế hoạch năm | 2 < 1 | Có: 2 điểm; không: 0 điểm # Kế hoạch năm | Kế hoạch @ Sở Nội vụ\n", "" },
	{ "steps of a rule in rows of their own", HEAD
	  "| STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng |\n|---|---|---|---|\n"
	  "| 1 | Cải cách thể chế | 3 | |\n"
	  "| 1.1 | Văn bản được rà soát | 2 | Danh mục văn bản |\n"
	  "| | Từ 90% trở lên | 2 | |\n| | *Từ 80% đến dưới 90%* | 1,5 | |\n| | - Dưới 80%: | 0 | |\n"
	  "| 1.2 | Kế hoạch rà soát | 1 | Kế hoạch |\n| | Kịp thời: 1 điểm | | |\n| | Không kịp thời: 0 điểm | | |\n",
	  "1 | Cải cách thể chế | 3\n"
	  "1.1 | Văn bản được rà soát | 2 < 1 | Từ 90% trở lên: 2 điểm; từ 80% đến dưới 90%: 1,5 điểm; dưới 80%: 0 điểm # Văn bản được rà soát | Danh mục văn bản\n"
	  "1.2 | Kế hoạch rà soát | 1 < 1 | Kịp thời: 1 điểm; không kịp thời: 0 điểm # Kế hoạch rà soát | Kế hoạch\n", "" },
	{ "cells that reach down over the steps", HEAD
	  "<table><tr><td>TT</td><td>Tiêu chí</td><td>Cách tính điểm</td><td>Điểm</td><td>Điểm tối đa</td></tr>"
	  "<tr><td>1</td><td>Cải cách công vụ</td><td></td><td></td><td>3</td></tr>"
	  "<tr><td rowspan=\"2\">1.1</td><td rowspan=\"2\">Đánh giá công chức</td><td>Đúng hạn: 1 điểm</td><td></td><td rowspan=\"2\">1</td></tr>"
	  "<tr><td>Không đúng hạn: 0 điểm</td><td></td></tr>"
	  "<tr><td>1.2</td><td>Bồi dưỡng</td><td>Tỷ lệ công chức được bồi dưỡng × điểm tối đa</td><td></td><td>2</td></tr></table>\n",
	  "1 | Cải cách công vụ | 3\n"
	  "1.1 | Đánh giá công chức | 1 < 1 | Đúng hạn: 1 điểm; không đúng hạn: 0 điểm # Đánh giá công chức\n"
	  "1.2 | Bồi dưỡng | 2 < 1 | Tỷ lệ công chức được bồi dưỡng × điểm tối đa # tỷ lệ công chức được bồi dưỡng\n", "" },
	{ "a table a field, the field above it; counted anew in each", HEAD
	  "## I. Cải cách thể chế (3 điểm)\n\n| TT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n"
	  "| 1 | Kế hoạch | 1 | Có: 1 điểm; không: 0 điểm |\n| 2 | Rà soát | 2 | Tỷ lệ văn bản được rà soát x 2 điểm |\n\n"
	  "## II. Cải cách tài chính công (2 điểm)\n\n| TT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n"
	  "| 1 | Giải ngân | 1 | Tỷ lệ giải ngân x 1 điểm |\n| 2 | Kế hoạch | 1 | Có: 1 điểm; không: 0 điểm |\n",
	  "I | Cải cách thể chế | 3\n"
	  "I.1 | Kế hoạch | 1 < I | Có: 1 điểm; không: 0 điểm # Kế hoạch\n"
	  "I.2 | Rà soát | 2 < I | Tỷ lệ văn bản được rà soát × điểm tối đa # tỷ lệ văn bản được rà soát\n"
	  "II | Cải cách tài chính công | 2\n"
	  "II.1 | Giải ngân | 1 < II | Tỷ lệ giải ngân × điểm tối đa # tỷ lệ giải ngân\n"
	  "II.2 | Kế hoạch | 1 < II | Có: 1 điểm; không: 0 điểm # Kế hoạch (II.2)\n",
	  "Các lĩnh vực đều đánh số lại từ đầu" },
	{ "fields in words, codes before names", HEAD
	  "| Lĩnh vực, tiêu chí | Điểm tối đa | Cách đánh giá |\n|---|---|---|\n"
	  "| **LĨNH VỰC 1: CHỈ ĐẠO, ĐIỀU HÀNH** | **1,5** | |\n"
	  "| 1.1. Kế hoạch CCHC | 1 | Có: 1 điểm; không: 0 điểm |\n"
	  "| 1.2. Tuyên truyền | 0,5 | Hội đồng xem xét, quyết định |\n",
	  "1 | CHỈ ĐẠO, ĐIỀU HÀNH | 1,5\n"
	  "1.1 | Kế hoạch CCHC | 1 < 1 | Có: 1 điểm; không: 0 điểm # Kế hoạch CCHC\n"
	  "1.2 | Tuyên truyền | 0,5 < 1 | - ? Hội đồng xem xét, quyết định\n", "" },
	{ "a table that goes on, a heading again, a row cut by the page", HEAD
	  "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm | Tài liệu kiểm chứng |\n|---|---|---|---|---|\n"
	  "| 1 | Chính quyền số | 2 | | |\n"
	  "| 1.1 | Văn bản ký số | 1 | Từ 90% trở lên: 1 điểm;<br>từ 80% đến | Kết xuất hệ thống |\n"
	  "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm | Tài liệu kiểm chứng |\n"
	  "| | | | dưới 90%: 0,5 điểm; dưới 80%: 0 điểm | quản lý văn bản |\n"
	  "| 1.2 | Họp trực tuyến | 1 | Có: 1 điểm; không: 0 điểm | Kết xuất phần mềm |\n"
	  "| | Tổng cộng | 3 | | |\n",
	  "1 | Chính quyền số | 2\n"
	  "1.1 | Văn bản ký số | 1 < 1 | Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm # Văn bản ký số | Kết xuất hệ thống quản lý văn bản\n"
	  "1.2 | Họp trực tuyến | 1 < 1 | Có: 1 điểm; không: 0 điểm # Họp trực tuyến | Kết xuất phần mềm\n",
	  "Dòng tổng cộng ghi 3 điểm, nhưng các tiêu chí cộng lại 2." },
	{ "points to add and to take away", HEAD
	  "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n"
	  "| 1 | Kế hoạch | 1 | Có: 1 điểm; không: 0 điểm |\n"
	  "| 2 | Điểm thưởng | | |\n| 2.1 | Mô hình mới | 2 | Mỗi mô hình được 1 điểm |\n"
	  "| 3 | Điểm trừ | | |\n| 3.1 | Vi phạm | -1 | Có: 1 điểm; không: 0 điểm |\n",
	  "1 | Kế hoạch | 1 | Có: 1 điểm; không: 0 điểm # Kế hoạch\n"
	  "2 | Điểm thưởng | 0*\n"
	  "2.1 | Mô hình mới | 2 < 2 | ? Điểm thưởng: mỗi mô hình được 1 điểm # số mô hình\n"
	  "3 | Điểm trừ | 0*\n"
	  "3.1 | Vi phạm | 1 < 3 | ? Điểm phạt: có: 1 điểm; không: 0 điểm # Vi phạm\n",
	  "Tiêu chí 2.1: “Điểm thưởng: Mỗi mô hình được 1 điểm” được hiểu là" },
	{ "names told by the rule, each criterion its own figure", HEAD
	  "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n"
	  "| 1 | Hồ sơ | 2 | Tỷ lệ hồ sơ đúng hạn x điểm tối đa |\n"
	  "| 2 | Hồ sơ liên thông | 2 | Tỷ lệ hồ sơ đúng hạn x điểm tối đa |\n",
	  "1 | Hồ sơ | 2 | Tỷ lệ hồ sơ đúng hạn × điểm tối đa # tỷ lệ hồ sơ đúng hạn\n"
	  "2 | Hồ sơ liên thông | 2 | Tỷ lệ hồ sơ đúng hạn × điểm tối đa # tỷ lệ hồ sơ đúng hạn (2)\n", "" },
};

static void test_forms(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < COUNT(decisions); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct criteria_set *s = NULL;
		lints notes = { 0 };
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_true(read_bytes(a, str_c(decisions[i].text), &r, &e));
		if (!decision_read(a, r.root, &s, &notes, &e))
			fail_msg("%s: %s", decisions[i].what, e.message);
		str is = drawn(a, s);
		struct buf b = buf_open(a);
		assert_true(notes.n > 0 && str_find(notes.at[0].message, S(" tiêu chí chấm điểm: "), 0) < notes.at[0].message.n);
		for (size_t k = 1; k < notes.n; k++)
			buf_fmt(&b, "%.*s\n", SF(notes.at[k].message));
		bool noted = *decisions[i].notes ? str_find(buf_str(&b), str_c(decisions[i].notes), 0) < b.n : !b.n;
		if (!str_eq(is, str_c(decisions[i].set)) || !noted) {
			print_message("%s\n%.*s--- not\n%s--- notes\n%.*s", decisions[i].what, SF(is), decisions[i].set, SF(buf_str(&b)));
			wrong++;
		}
		assert_string_equal(s->level.p, "sở");
		assert_int_equal(s->year, 2026);
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

static void test_refused(void **state)
{
	(void)state;
	static const struct { const char *text, *says; } refused[] = {
		{ "# QUYẾT ĐỊNH\n\n## Ban hành Bộ tiêu chí\n\nĐiều 1. Ban hành kèm theo Quyết định này Bộ tiêu chí.\n", "không có bảng tiêu chí" },
		{ HEAD "| STT | Tên cơ quan | Địa chỉ |\n|---|---|---|\n| 1 | Sở Nội vụ | Đường A |\n| 2 | Sở Tư pháp | Đường B |\n", "không có bảng tiêu chí" },
		{ HEAD "| STT | Tiêu chí | Điểm tối đa | Điểm bị trừ |\n|---|---|---|---|\n| 1.1 | Kế hoạch | 1 | 0,5 |\n| 1.2 | Báo cáo | 1 | 0,5 |\n", "không có bảng tiêu chí" },
		{ HEAD "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n| 1 | Kế hoạch | | Có |\n| 2 | Báo cáo | | Có |\n", "không có điểm tối đa" },
		{ HEAD "| STT | Tiêu chí | Cách tính điểm |\n|---|---|---|\n| 1 | Kế hoạch | Có |\n| 2 | Báo cáo | Có |\n", "không có bảng tiêu chí" },
	};
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct criteria_set *s = NULL;
		lints notes = { 0 };
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_true(read_bytes(a, str_c(refused[i].text), &r, &e));
		if (decision_read(a, r.root, &s, &notes, &e))
			fail_msg("read: %s\n%.*s", refused[i].text, SF(drawn(a, s)));
		assert_int_equal(e.code, ERR_INPUT);
		if (!strstr(e.message, refused[i].says) || !*e.hint)
			fail_msg("%s / %s", e.message, e.hint);
		arena_free(a);
	}
}

/* -- the sample ---------------------------------------------------------------------------------------- */

static struct criteria_set *sample(struct arena *a, const char *ending, lints *notes)
{
	struct reading r = { 0 };
	struct criteria_set *s = NULL;
	struct err e = { 0 };
	const char *path = str_fmt(a, "%s/samples/index/quyet-dinh-bo-tieu-chi%s", source_root(), ending).p;
	if (!read_path(a, path, &r, &e) || !decision_read(a, r.root, &s, notes, &e))
		fail_msg("%s: %s", path, e.message);
	return s;
}

static void test_sample(void **state)
{
	(void)state;
	static const char *const endings[] = { ".md", ".docx", ".pdf" };
	struct arena *a = arena_open(WHOLE_ROOM);
	str first = { 0 };
	for (size_t i = 0; i < COUNT(endings); i++) {
		lints notes = { 0 };
		struct criteria_set *s = sample(a, endings[i], &notes);
		size_t leaves = 0, read = 0, marked = 0, left = 0;
		for (size_t k = 0; k < s->criteria.n; k++) {
			const struct set_criterion *c = &s->criteria.at[k];
			leaves += set_leaf(c);
			read += set_leaf(c) && c->rule && !c->guessed;
			marked += set_leaf(c) && c->rule && c->guessed;
			left += set_leaf(c) && !c->rule;
			assert_true(!set_leaf(c) || c->rule || (c->guessed && c->rule_error && c->rule_text.n));
		}
		assert_int_equal(s->criteria.n, 43);
		assert_int_equal(leaves, 32);
		assert_int_equal(read, 17);
		assert_int_equal(marked, 10);
		assert_int_equal(left, 5);
		assert_int_equal(set_max(s), 50 * POINT);
		assert_int_equal(s->bonus_max, POINT);
		assert_int_equal(s->year, 2025);
		assert_int_equal(s->decimals, 2);
		assert_string_equal(s->level.p, "xã");
		assert_true(str_eq(s->number, S("964/QĐ-UBND")));
		assert_true(str_eq(date_iso(a, s->date), S("2025-07-21")));
		assert_true(str_eq(s->issuer, S("Ủy ban nhân dân tỉnh Trường Giang")));
		assert_true(str_eq(s->name, S("Bộ tiêu chí xác định Chỉ số cải cách hành chính của các xã, phường năm 2025")));
		assert_int_equal(s->classes.n, 4);
		assert_int_equal(s->classes.at[0].from, 8500);
		assert_int_equal(s->classes.at[3].from, 0);
		lints l = set_lint(a, s);
		for (size_t k = 0; k < l.n; k++)           /* nothing is wrong but the rules that are left to a person */
			if (l.at[k].severity == SEVERITY_ERROR && (l.at[k].criterion == NO_INDEX || s->criteria.at[l.at[k].criterion].rule))
				fail_msg("%s: %.*s", endings[i], SF(l.at[k].message));
		struct buf b = buf_open(a);
		buf_put(&b, drawn(a, s));
		for (size_t k = 0; k < s->criteria.n; k++) {
			assert_true(s->criteria.at[k].guessed == (s->criteria.at[k].doubt.n > 0));
			buf_fmt(&b, "%.*s\n", SF(s->criteria.at[k].doubt));
		}
		str is = buf_str(&b);
		if (!i)
			first = is;
		else if (!str_eq(is, first))
			fail_msg("%s\n%.*s\n--- not\n%.*s", endings[i], SF(is), SF(first));
	}
	arena_free(a);
}

int extract_decision_tests(void);
int extract_decision_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_forms), cmocka_unit_test(test_refused), cmocka_unit_test(test_sample) };
	return cmocka_run_group_tests_name("extract/decision", tests, NULL, NULL);
}
