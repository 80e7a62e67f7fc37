#include "whole.h"
#include "extract/grid.h"

#define POINTS { .role = { ROLE_ordinal, ROLE_name, ROLE_max, ROLE_points, ROLE_reason, ROLE_lost }, .n = 6 }
#define STACKED { .role = { ROLE_ordinal, ROLE_finding, ROLE_remedy, ROLE_due, ROLE_note }, .n = 5 }
#define UNITS { .role = { ROLE_ordinal, ROLE_lead, ROLE_finding, ROLE_due, ROLE_progress, ROLE_remedy }, .n = 6 }
#define WORDS { .role = { ROLE_finding, ROLE_remedy, ROLE_lead }, .n = 3 }

/* A row a line; cells parted by "|", lines of a cell by "/". NULL: refused. blanks: empty lines above the first that are cells. */
static const struct { const char *label; struct columns c; int blanks; const char *lines, *rows; } rows[] = {
	{ "points like codes, a reason like points", POINTS, 0,
	  "1\nCHỈ ĐẠO, ĐIỀU HÀNH\n\n\n\n\n1.1\nKế hoạch\n1.5\n1.2\n03 nhiệm vụ chậm\n- 0.3\n1.2.1\nBáo cáo\n1\n0.5\n\n- 0.5\n",
	  "1|CHỈ ĐẠO, ĐIỀU HÀNH||||\n1.1|Kế hoạch|1.5|1.2|03 nhiệm vụ chậm|- 0.3\n1.2.1|Báo cáo|1|0.5||- 0.5\n" },
	{ "paragraphs stacked in a cell", STACKED, 0,
	  "1\nTiêu chí 1: Chỉ đạo đạt 8/10 điểm\n- Tiêu chí 1.3: Kế hoạch đạt 1/2 điểm\nKết quả: 8/10 nhiệm vụ\n- Tiêu chí 1.5: Tin bài đạt 0/1 điểm\n"
	  "Giao việc từng tháng.\nViết hai tin một tháng.\nThường xuyên\nQuý III/2026\n\n2\nTiêu chí 2: Thể chế đạt 4/5 điểm\n- Tiêu chí 2.1: Rà soát đạt 1/2 điểm\n"
	  "- Rà soát theo quý\n- Lấy ý kiến chuyên gia\nNăm 2026\n\n",
	  "1|Tiêu chí 1: Chỉ đạo đạt 8/10 điểm / - Tiêu chí 1.3: Kế hoạch đạt 1/2 điểm / Kết quả: 8/10 nhiệm vụ / - Tiêu chí 1.5: Tin bài đạt 0/1 điểm"
	  "|Giao việc từng tháng. / Viết hai tin một tháng.|Thường xuyên / Quý III/2026|\n"
	  "2|Tiêu chí 2: Thể chế đạt 4/5 điểm / - Tiêu chí 2.1: Rà soát đạt 1/2 điểm|- Rà soát theo quý / - Lấy ý kiến chuyên gia|Năm 2026|\n" },
	{ "no ordinals; the empty lines at the end are not kept", STACKED, 1,
	  "Tiêu chí 1.2: Báo cáo đạt 1/2 điểm\nLập lịch báo cáo\nThường xuyên\n\n\nTiêu chí 2.1: Rà soát đạt 1/2 điểm\nRà soát theo quý\nQuý II/2026\n",
	  "|Tiêu chí 1.2: Báo cáo đạt 1/2 điểm|Lập lịch báo cáo|Thường xuyên|\n|Tiêu chí 2.1: Rà soát đạt 1/2 điểm|Rà soát theo quý|Quý II/2026|\n" },
	{ "units first, progress before the remedy", UNITS, 0,
	  "1\nPhòng Kỹ thuật\nTiêu chí 2.1: Rà soát đạt 1/2 điểm\nQuý II/2026\nĐã hoàn thành\nRà soát theo quý\n"
	  "2\n\nTiêu chí 2.3: Kiến nghị đạt 0/1 điểm\nĐoàn kiểm tra đã nhắc\nThường xuyên\n\nTrả lời kiến nghị\nCông khai kết quả\n",
	  "1|Phòng Kỹ thuật|Tiêu chí 2.1: Rà soát đạt 1/2 điểm|Quý II/2026|Đã hoàn thành|Rà soát theo quý\n"
	  "2||Tiêu chí 2.3: Kiến nghị đạt 0/1 điểm / Đoàn kiểm tra đã nhắc|Thường xuyên||Trả lời kiến nghị / Công khai kết quả\n" },
	{ "a field over all columns, a total over two", POINTS, 0,
	  "I. CHỈ ĐẠO, ĐIỀU HÀNH\n1\n1.1. Kế hoạch\n2\n1\nChậm\n1\nII. THỂ CHẾ\n1\n2.1. Rà soát\n1\n0,5\nThiếu\n0,5\nTổng cộng\n3\n1,5\n\n1,5\nPhòng họp số 2.\n",
	  "I. CHỈ ĐẠO, ĐIỀU HÀNH|||||\n1|1.1. Kế hoạch|2|1|Chậm|1\nII. THỂ CHẾ|||||\n1|2.1. Rà soát|1|0,5|Thiếu|0,5\n|Tổng cộng|3|1,5||1,5\n" },
	{ "an empty paragraph in a cell", POINTS, 0,
	  "1\n1.1. Kế hoạch\n2\n1\nBan hành chậm\n\nThiếu hai nội dung\n1\n2\n1.2. Báo cáo\n1\n0,5\nGửi chậm\n0,5\n",
	  "1|1.1. Kế hoạch|2|1|Ban hành chậm / Thiếu hai nội dung|1\n2|1.2. Báo cáo|1|0,5|Gửi chậm|0,5\n" },
	{ "a deadline that a line cut", STACKED, 0,
	  "1\nTiêu chí 1.2: Báo cáo đạt 1/2 điểm\nLập lịch báo cáo\nQuý III,\nIV/2026\n\n2\nTiêu chí 2.1: Rà soát đạt 1/2 điểm\nRà soát theo quý\nThường xuyên\n\n",
	  "1|Tiêu chí 1.2: Báo cáo đạt 1/2 điểm|Lập lịch báo cáo|Quý III, / IV/2026|\n2|Tiêu chí 2.1: Rà soát đạt 1/2 điểm|Rà soát theo quý|Thường xuyên|\n" },
	{ "one row, most of it told by its kind", POINTS, 0, "1\n1.1. Kế hoạch\n2\n1\n02 nhiệm vụ chậm\n1\n", "1|1.1. Kế hoạch|2|1|02 nhiệm vụ chậm|1\n" },
	/* refused */
	{ "an empty line between cells", POINTS, 0, "1\n\n1.1. Kế hoạch\n\n2\n\n1\n\nChậm\n\n1\n\n2\n\n1.2. Báo cáo\n\n1\n\n0,5\n\nChậm\n\n0,5\n\n", NULL },
	{ "figures of several cells on a line", POINTS, 0, "1\n1.1. Kế hoạch\n2 1\nChậm\n1\n2\n1.2. Báo cáo\n1 0,5\nChậm\n0,5\n", NULL },
	{ "the lines of a page", STACKED, 0,
	  "1\nTiêu chí 1.2: Báo cáo định kỳ về cải\ncách hành chính đạt 1/2 điểm\nLập lịch báo cáo và nhắc việc từng\ntháng đối với từng phòng\nThường xuyên\n\n"
	  "2\nTiêu chí 2.1: Rà soát văn bản quy\nphạm pháp luật đạt 1/2 điểm\nRà soát theo quý, báo cáo kết quả\nvề Văn phòng\nThường xuyên\n\n", NULL },
	{ "prose", POINTS, 0, "1. Văn phòng theo dõi.\n2. Các phòng thực hiện.\n3. Thanh tra kiểm tra.\n", NULL },
	{ "words alone, nothing that tells rows", WORDS, 0, "Báo cáo chậm\nLập lịch\nVăn phòng\nRà soát thiếu\nRà soát đủ\nPhòng Pháp chế\n", NULL },
	{ "a row that was not understood, and more below it", POINTS, 0,
	  "1\n1.1. Kế hoạch\n2\n1\nChậm\n1\n2\n1.2. Báo cáo\n1\n0,5\nChậm\n0,5\n3\n1.3. Tin bài\nmột điểm\n0,5\nThiếu\n0,5\n4\n1.4. Sáng kiến\n1\n0\nKhông\n1\n", NULL },
	{ "a lone row of words", STACKED, 0, "1\nKế hoạch năm\nLập kế hoạch\n\nKhông\n", NULL },
	{ "nothing", POINTS, 0, "A\n", NULL },
};

static bool below(struct pats *ps, const struct line *l)
{
	(void)ps;
	(void)l;
	return false;
}

static str draw(struct arena *a, const struct lines *ls, const struct columns *c, const struct grid *g)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < g->rows.n; i++) {
		const struct piece *p = &g->pieces.at[g->rows.at[i].first];
		for (size_t k = 0; k < c->n; k++) {
			size_t n = 0;
			buf_put(&b, k ? S("|") : S(""));
			for (size_t j = 0; j < g->rows.at[i].n; j++)
				if (p[j].column == k)
					buf_fmt(&b, "%s%.*s", n++ ? " / " : "", SF(ls->at[p[j].line].text));
		}
		buf_put(&b, S("\n"));
	}
	return buf_str(&b);
}

static void test_rows(void **state)
{
	(void)state;
	size_t bad = 0;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(WHOLE_ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		struct grid g = { 0 };
		assert_true(read_bytes(a, str_c(rows[i].lines), &r, &e));
		struct lines ls = lines_of(a, r.root);
		bool taken = grid_rows(a, pats_open(a), &ls, 0, rows[i].blanks, &rows[i].c, below, &g);
		str drawn = taken ? draw(a, &ls, &rows[i].c, &g) : S("(refused)\n");
		if (!str_eq(drawn, rows[i].rows ? str_c(rows[i].rows) : S("(refused)\n"))) {
			print_error("%s\n--- drawn\n%.*s--- wanted\n%s\n", rows[i].label, SF(drawn), rows[i].rows ? rows[i].rows : "(refused)");
			bad++;
		}
		assert_true(ls.looked > 0);
		arena_free(a);
	}
	assert_int_equal(bad, 0);
}

/* What is looked at is counted, and a table of too many lines is refused: growth stays linear. */
static void test_bounds(void **state)
{
	(void)state;
	static const struct columns c = { .role = { ROLE_ordinal, ROLE_name, ROLE_max }, .n = 3 };
	struct arena *a = arena_open(WHOLE_ROOM);
	struct buf b = buf_open(a);
	for (int i = 0; i < 300; i++)
		buf_put(&b, S("một dòng chữ\n"));
	struct reading r = { 0 };
	struct err e = { 0 };
	struct grid g = { 0 };
	assert_true(read_bytes(a, buf_str(&b), &r, &e));
	struct lines ls = lines_of(a, r.root);
	assert_false(grid_rows(a, pats_open(a), &ls, 0, GRID_LINES + 1, &c, below, &g));
	assert_true(ls.looked > 0 && ls.looked < 1000);                   /* no row is so long: it stopped */
	ls.at[1].gap = GRID_LINES * 3;
	ls.looked = 0;
	assert_false(grid_rows(a, pats_open(a), &ls, 0, 0, &c, below, &g));
	assert_true(ls.looked <= GRID_LINES + 1);
	arena_free(a);
}

int extract_grid_tests(void);
int extract_grid_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_bounds) };
	return cmocka_run_group_tests_name("extract/grid", tests, NULL, NULL);
}
