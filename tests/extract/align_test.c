#include "whole.h"
#include "extract/align.h"

#define FIVE { .role = { ROLE_ordinal, ROLE_finding, ROLE_remedy, ROLE_due, ROLE_progress }, .n = 5 }
#define SEVEN { .role = { ROLE_code, ROLE_name, ROLE_max, ROLE_points, ROLE_lost, ROLE_reason, ROLE_lead }, .n = 7 }
#define DUE_FIRST { .role = { ROLE_code, ROLE_name, ROLE_due, ROLE_lead, ROLE_remedy }, .n = 5 }

/* The lines of one row; cells parted by " | ", lines of a cell by " / ". */
static const struct { const char *label; struct columns c; const char *lines, *cells; } rows[] = {
	{ "each cell its own lines", FIVE,
	  "1\nTiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm\ndo gửi chậm.\nLập lịch gửi báo cáo và nhắc\nviệc hằng tuần.\nThường xuyên\nĐang triển khai\n",
	  "1 | Tiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm / do gửi chậm. | Lập lịch gửi báo cáo và nhắc / việc hằng tuần. | Thường xuyên | Đang triển khai" },
	{ "deadline and progress met on one line", FIVE,
	  "1\nTiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm\ndo gửi chậm.\nLập lịch gửi báo cáo và nhắc\nviệc hằng tuần.\nQuý II/2026 Đã hoàn thành\nngày 20/5/2026\n",
	  "1 | Tiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm / do gửi chậm. | Lập lịch gửi báo cáo và nhắc / việc hằng tuần. | Quý II/2026 | "
	  "Đã hoàn thành / ngày 20/5/2026" },
	{ "no progress", FIVE,
	  "2\nTiêu chí 1.3: Tin bài đạt 0/1 điểm do thiếu.\nGiao phòng viết tin bài.\nTrong năm 2026\n",
	  "2 | Tiêu chí 1.3: Tin bài đạt 0/1 điểm do thiếu. | Giao phòng viết tin bài. | Trong năm 2026 | " },
	{ "figures on a line of their own", SEVEN,
	  "1.2\nBáo cáo định kỳ\n2 1,64 0,36\nGửi chậm hai kỳ\nVăn phòng\n",
	  "1.2 | Báo cáo định kỳ | 2 | 1,64 | 0,36 | Gửi chậm hai kỳ | Văn phòng" },
	{ "a torn figure", SEVEN,
	  "1.2\nBáo cáo định kỳ\n2\n1.632\n- 0.36\n8\nGửi chậm hai kỳ\nVăn phòng\n",
	  "1.2 | Báo cáo định kỳ | 2 | 1.632 | - 0.36 / 8 | Gửi chậm hai kỳ | Văn phòng" },
	{ "a sign apart from its figure", SEVEN,
	  "1.2\nBáo cáo định kỳ\n2\n1,5\n- 0,5\nGửi chậm hai kỳ\nVăn phòng\n",
	  "1.2 | Báo cáo định kỳ | 2 | 1,5 | - 0,5 | Gửi chậm hai kỳ | Văn phòng" },
	{ "no reason", SEVEN,
	  "1.2\nBáo cáo định kỳ\n2\n1,5\n0,5\nVăn phòng\n",
	  "1.2 | Báo cáo định kỳ | 2 | 1,5 | 0,5 |  | Văn phòng" },
	{ "ordinal and finding on one line", FIVE,
	  "1 Tiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm do gửi chậm.\nLập lịch gửi báo cáo.\nThường xuyên\nĐang triển khai\n",
	  "1 | Tiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm do gửi chậm. | Lập lịch gửi báo cáo. | Thường xuyên | Đang triển khai" },
	{ "the deadline in the middle", DUE_FIRST,
	  "3.1\nCông khai thủ tục\nQuý III/2026\nVăn phòng\nNiêm yết đủ danh mục.\n",
	  "3.1 | Công khai thủ tục | Quý III/2026 | Văn phòng | " "Niêm yết đủ danh mục." },
	{ "no deadline", FIVE,
	  "2\nTiêu chí 1.3: Tin bài đạt 0/1 điểm do thiếu.\nGiao phòng viết tin bài.\nĐang triển khai đến hết năm\n",
	  "2 | Tiêu chí 1.3: Tin bài đạt 0/1 điểm do thiếu. | Giao phòng viết tin bài. |  | Đang triển khai đến hết năm" },
	{ "a page ended inside the row", FIVE,
	  "1\n\nTiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm do gửi chậm\n\nLập lịch gửi báo cáo và nhắc việc\n\nThường xuyên Đang triển khai\n\n\n\n\n"
	  "so với thời hạn và thiếu phụ lục\n",
	  "1 | Tiêu chí 1.2: Báo cáo định kỳ đạt 0,5/1 điểm do gửi chậm / so với thời hạn và thiếu phụ lục | Lập lịch gửi báo cáo và nhắc việc | "
	  "Thường xuyên | Đang triển khai" },
};

static void test_rows(void **state)
{
	(void)state;
	size_t bad = 0;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		assert_true(read_bytes(a, str_c(rows[i].lines), &r, &e));
		struct lines ls = lines_of(a, r.root);
		pieces cut = { 0 };
		align(a, pats_open(a), &ls, 0, ls.n, &rows[i].c, NULL, &cut);
		struct buf b = buf_open(a);
		for (size_t c = 0; c < rows[i].c.n; c++) {
			const char *gap = c ? " | " : "";
			if (c)
				buf_fmt(&b, "%s", gap);
			bool first = true;
			for (size_t k = 0; k < cut.n; k++)
				if (cut.at[k].column == c) {
					buf_fmt(&b, "%s%.*s", first ? "" : " / ",
					        SF(fold_src(&ls.at[cut.at[k].line].fold, cut.at[k].from, cut.at[k].to)));
					first = false;
				}
		}
		if (!str_eq(buf_str(&b), str_c(rows[i].cells))) {
			print_error("%s\n  drawn:  %.*s\n  wanted: %s\n", rows[i].label, SF(buf_str(&b)), rows[i].cells);
			bad++;
		}
		arena_free(a);
	}
	assert_int_equal(bad, 0);
}

/* Whatever the row: every word is dealt out, once, in order. */
static void test_nothing_lost(void **state)
{
	(void)state;
	static const char *const words[] = { "1.2", "Văn", "phòng", "0,5", "-", "Quý", "II/2026", "do", "đạt", "Thường", "xuyên", "8/9", "hồ", "sơ.", "Đang" };
	uint32_t seed = 7;
	const struct columns kinds[] = { FIVE, SEVEN, DUE_FIRST };
	for (int round = 0; round < 60; round++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct buf b = buf_open(a);
		for (int k = 0; k < 40; k++) {
			seed = seed * 1664525u + 1013904223u;
			buf_fmt(&b, "%s%s", words[(seed >> 16) % COUNT(words)], (seed >> 8) % 4 ? " " : (seed >> 8) % 12 ? "\n" : "\n\n");
		}
		buf_put(&b, S("hết\n"));
		struct reading r = { 0 };
		struct err e = { 0 };
		assert_true(read_bytes(a, buf_str(&b), &r, &e));
		struct lines ls = lines_of(a, r.root);
		pieces cut = { 0 };
		align(a, pats_open(a), &ls, 0, ls.n, &kinds[round % 3], NULL, &cut);
		size_t line = 0, at = 0;
		for (size_t k = 0; k < cut.n; k++) {
			const struct piece *p = &cut.at[k];
			assert_true(p->column < kinds[round % 3].n && p->from < p->to && p->to <= ls.at[p->line].fold.text.n);
			for (; line < p->line; line++, at = 0)
				assert_int_equal(str_trim(str_sub(ls.at[line].fold.text, at, ls.at[line].fold.text.n)).n, 0);
			assert_int_equal(str_trim(str_sub(ls.at[line].fold.text, at, p->from)).n, 0);
			at = p->to;
		}
		assert_int_equal(line + 1, ls.n);
		assert_int_equal(at, ls.at[line].fold.text.n);
		arena_free(a);
	}
}

static void test_too_long(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct buf b = buf_open(a);
	for (int i = 0; i <= ALIGN_WORDS; i++)
		buf_put(&b, i % 10 == 9 ? S("dòng\n") : S("dài "));
	buf_put(&b, S("hết\n"));
	struct reading r = { 0 };
	struct err e = { 0 };
	assert_true(read_bytes(a, buf_str(&b), &r, &e));
	struct lines ls = lines_of(a, r.root);
	struct columns c = FIVE;
	pieces cut = { 0 };
	align(a, pats_open(a), &ls, 0, ls.n, &c, NULL, &cut);
	assert_int_equal(cut.n, ls.n);
	for (size_t i = 0; i < cut.n; i++)
		assert_int_equal(cut.at[i].column, 1);          /* the finding */
	arena_free(a);
}

int extract_align_tests(void);
int extract_align_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_nothing_lost),
		cmocka_unit_test(test_too_long),
	};
	return cmocka_run_group_tests_name("extract/align", tests, NULL, NULL);
}
