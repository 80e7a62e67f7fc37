#include "whole.h"
#include "extract/entry.h"

static struct cx cx_of(struct arena *a) { return (struct cx){ .a = a, .ps = pats_open(a), .f = make(a, struct facts) }; }

static void draw_entry(struct buf *b, const struct entry *e)
{
	buf_put(b, e->code);
	draw_str(b, "name", e->name);
	draw_figure(b, "points", e->points);
	draw_figure(b, "max", e->max);
	draw_figure(b, "lost", e->printed_lost);
	draw_figure(b, "percent", e->percent);
	draw_str(b, "reason", e->reason);
	if (e->heads)
		buf_fmt(b, " heads=%d", e->count);
}

/* One criterion each; what is drawn stands behind it. */
static const struct { const char *text, *drawn; } rows[] = {
	{ "Tiêu chí 1.2: Báo cáo định kỳ đạt 1,5/2 điểm do gửi chậm", "1.2 name=[Báo cáo định kỳ] points=1.5 max=2 reason=[do gửi chậm]" },
	{ "Tiêu chí 1.2: Báo cáo định kỳ đạt 1.50/2.00 điểm. Lý do: gửi chậm", "1.2 name=[Báo cáo định kỳ] points=1.50 max=2.00 reason=[gửi chậm]" },
	{ "Tiêu chí 1.2: Báo cáo định kỳ đạt 1/2 điểm. Lý do: Tiêu chí 7.2.4: chưa có tin bài",
	  "1.2 name=[Báo cáo định kỳ] points=1 max=2 reason=[Tiêu chí 7.2.4: chưa có tin bài]" },
	{ "Tiêu chí 3.1 Công khai thủ tục được 0.5/1", "3.1 name=[Công khai thủ tục] points=0.5 max=1" },
	{ "Tiêu chí 3.1: Công khai thủ tục đạt 1,5 điểm trên 2 điểm", "3.1 name=[Công khai thủ tục] points=1.5 max=2" },
	{ "Tiêu chí 3.1: Công khai thủ tục, điểm tối đa 2, đạt 1,5, trừ 0,5", "3.1 name=[Công khai thủ tục] points=1.5 max=2 lost=0.5" },
	{ "Tiêu chí 3.1: Công khai thủ tục bị trừ 0,5 điểm", "3.1 name=[Công khai thủ tục] lost=0.5" },
	{ "Tiêu chí 3.1: Công khai thủ tục (-0,25 điểm)", "3.1 name=[Công khai thủ tục] lost=-0.25" },
	{ "Tiêu chí 3.1: Công khai thủ tục (- 0.25 điểm)", "3.1 name=[Công khai thủ tục] lost=-0.25" },
	{ "Tiêu chí 3.1: Công khai thủ tục bị mất 0,125 điểm, do niêm yết chậm", "3.1 name=[Công khai thủ tục] lost=0.125 reason=[do niêm yết chậm]" },
	{ "Tiêu chí 3.1: Công khai thủ tục đạt 1,5/2 điểm (trừ 0,5 điểm) do niêm yết chậm",
	  "3.1 name=[Công khai thủ tục] points=1.5 max=2 lost=0.5 reason=[do niêm yết chậm]" },
	{ "Tiêu chí 7a.1.2: Chữ ký số. Hội đồng thẩm định chấm đạt 1.275/1.50 điểm, đạt 85%",
	  "7a.1.2 name=[Chữ ký số] points=1.275 max=1.50 percent=85" },
	{ "TCTP 2.1.3: Rà soát văn bản đạt 0/0,5đ", "2.1.3 name=[Rà soát văn bản] points=0 max=0.5" },
	{ "Tiêu chí thành phần 2.1.3: Rà soát văn bản đạt 0/0,5 điểm", "2.1.3 name=[Rà soát văn bản] points=0 max=0.5" },
	{ "1.4.3. Sáng kiến cải cách đạt 0/1 điểm", "1.4.3 name=[Sáng kiến cải cách] points=0 max=1" },
	{ "Đối với tiêu chí 5. 6: Đánh giá công chức đạt 0,95/1 điểm", "5.6 name=[Đánh giá công chức] points=0.95 max=1" },
	/* who says it is no part of the name; a body's name begins a word */
	{ "Tiêu chí 7.1: Áp dụng ISO, Sở Nội vụ chấm được 1/2 điểm", "7.1 name=[Áp dụng ISO] points=1 max=2" },
	{ "Tiêu chí 7.1: Áp dụng ISO (Đoàn kiểm tra) : 1/2 điểm", "7.1 name=[Áp dụng ISO (Đoàn kiểm tra)] points=1 max=2" },
	{ "Tiêu chí 7.1: Áp dụng ISO đạt là 1/2 điểm", "7.1 name=[Áp dụng ISO đạt] points=1 max=2" },
	{ "Tiêu chí 7.1: Áp dụng ISO - kết quả: 1/2 điểm", "7.1 name=[Áp dụng ISO] points=1 max=2" },
	{ "Tiêu chí 7.1: Áp dụng ISO :  1/2 điểm", "7.1 name=[Áp dụng ISO] points=1 max=2" },
	/* ratios that are no points */
	{ "Tiêu chí 3.2: Giải quyết hồ sơ đúng hạn 8/9 hồ sơ", "3.2 name=[Giải quyết hồ sơ đúng hạn 8/9 hồ sơ]" },
	{ "Tiêu chí 3.2: Giải quyết hồ sơ đạt 8/9 hồ sơ", "3.2 name=[Giải quyết hồ sơ đạt 8/9 hồ sơ]" },
	{ "Tiêu chí 3.2: Giải quyết hồ sơ đạt 1,5/2 điểm do có 8/9 hồ sơ đúng hạn", "3.2 name=[Giải quyết hồ sơ] points=1.5 max=2 reason=[do có 8/9 hồ sơ đúng hạn]" },
	{ "Tiêu chí 3.2: Giải quyết hồ sơ có 8/9 hồ sơ đúng hạn nên đạt 1,5/2 điểm", "3.2 name=[Giải quyết hồ sơ có 8/9 hồ sơ đúng hạn nên] points=1.5 max=2" },
	{ "Tiêu chí 3.2: Báo cáo ngày 14/6 của phòng", "3.2 name=[Báo cáo ngày 14/6 của phòng]" },
	{ "Tiêu chí 3.2: Báo cáo đạt 3/2 điểm", "3.2 name=[Báo cáo đạt 3/2 điểm]" },              /* more than the maximum */
	/* what heads a list tells no points of its own reason */
	{ "Lĩnh vực 2: Thể chế đạt 9,25/10 điểm. Bị trừ 02 tiêu chí sau:", "2 name=[Thể chế] points=9.25 max=10 heads=2" },
	{ "Tiêu chí 6.2: Tài sản công. Bị trừ các tiêu chí cụ thể sau:", "6.2 name=[Tài sản công] heads=0" },
};

static void test_rows(void **state)
{
	(void)state;
	size_t bad = 0;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct cx x = cx_of(a);
		struct flow w = flow_of(a, rows[i].text);
		entries es = { 0 };
		struct buf b = buf_open(a);
		entries_find(&x, &w, &es);
		if (es.n == 1) {
			struct entry e = entry_parse(&x, &w, &es.at[0], w.fold.text.n);
			draw_entry(&b, &e);
		} else {
			buf_fmt(&b, "%zu entries", es.n);
		}
		if (!str_eq(buf_str(&b), str_c(rows[i].drawn))) {
			print_error("%s\n  drawn:  %.*s\n  wanted: %s\n", rows[i].text, SF(buf_str(&b)), rows[i].drawn);
			bad++;
		}
		arena_free(a);
	}
	assert_int_equal(bad, 0);
}

/* Where the criteria of one text begin: their codes. */
static const struct { const char *text, *codes; } found[] = {
	{ "Tiêu chí 1.1: A đạt 0/1 điểm\nTiêu chí 1.3: B đạt 0/1 điểm", "1.1 1.3" },
	{ "- Tiêu chí 1.1: A đạt 0/1 điểm.\n- Tiêu chí 1.3: B", "1.1 1.3" },
	{ "Tiêu chí 1.1: A đạt 0/1 điểm; Tiêu chí 1.3: B đạt 0/1 điểm", "1.1 1.3" },
	{ "1.1. Ban hành kế hoạch\n1.3.2. Báo cáo", "1.1 1.3.2" },
	{ "Thực hiện theo tiêu chí 1.1 của Bộ", "" },                        /* inside a sentence */
	{ "Tiêu chí 1.1: làm như Tiêu chí 1.3 đã làm", "1.1" },
	{ "1.5 triệu đồng", "" },
	{ "2025. Năm", "" },
	{ "không có gì", "" },
	{ "", "" },
};

static void test_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(found); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct cx x = cx_of(a);
		struct flow w = flow_of(a, found[i].text);
		entries es = { 0 };
		struct buf b = buf_open(a);
		entries_find(&x, &w, &es);
		for (size_t k = 0; k < es.n; k++)
			buf_fmt(&b, "%s%.*s", k ? " " : "", SF(fold_src(&w.fold, es.at[k].code_from, es.at[k].code_to)));
		if (!str_eq(buf_str(&b), str_c(found[i].codes)))
			fail_msg("\"%s\": codes \"%.*s\", not \"%s\"", found[i].text, SF(buf_str(&b)), found[i].codes);
		arena_free(a);
	}
}

int extract_entry_tests(void);
int extract_entry_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_found) };
	return cmocka_run_group_tests_name("extract/entry", tests, NULL, NULL);
}
