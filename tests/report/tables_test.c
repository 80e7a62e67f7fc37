#include "report/report.h"
#include "report/tables.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

/* The kinds that are tables: tracking, self_score, evidence, ranking. */

static struct arena *a;

static struct facts *letter(void)
{
	struct facts *f = make(a, struct facts);
	f->document = (struct document){ .issuer = S("Sở Tư pháp"), .parent = S("UBND tỉnh Trường Giang"), .place = S("Trường Giang"),
		                         .date = { 2026, 2, 0 }, .signatory = { true, S(""), S("GIÁM ĐỐC"), S("Trần Văn Bình") } };
	return f;
}

static struct report_months months(void)
{
	struct report_months m = { .year = 2026, .cycle_year = 2025 };
	struct report_months_row row = { .codes = S("3.2"), .text = S("Số hóa hồ sơ"), .lead = S("Văn phòng"), .due = S("Quý II/2026"),
		                         .state = STATUS_IN_PROGRESS };
	row.cell[2] = (struct month_cell){ .kind = MONTH_TOLD, .state = STATUS_IN_PROGRESS, .percent = 30 };
	row.cell[3] = (struct month_cell){ .kind = MONTH_MISSING };
	row.cell[5] = (struct month_cell){ .kind = MONTH_TOLD, .state = STATUS_DONE, .percent = 100, .due = { 2026, 6, 30 } };
	row.cell[6] = (struct month_cell){ .kind = MONTH_MISSING, .late = true };
	*vec_add(a, &m.rows) = row;
	*vec_add(a, &m.fields) = (struct report_months_field){ S("3"), S("Thủ tục"), 0, 1 };
	m.quarter[0] = (struct month_check){ .from = { 2025, 12, 15 }, .to = { 2026, 3, 14 }, .begun = true, .over = true, .all = 1,
	        .told = 1 };
	return m;
}

static struct report_score score(bool appraised)
{
	struct report_score s = { .year = 2025, .set_name = S("Bộ tiêu chí"), .class = S("Tốt"), .max = 30000, .self = 25000,
	        .points = 25000,
		                  .appraised = appraised ? 25000 : NO_FIGURE, .percent = 8333, .appraised_any = appraised };
	struct report_score_row rows[] = {
		{ .code = S("1"), .name = S("Chỉ đạo"), .max = 30000, .self = 25000, .appraised = appraised ? 25000 : NO_FIGURE,
		        .files = -1 },
		{ .level = 1, .leaf = true, .code = S("1.1"), .name = S("Kế hoạch"), .max = 30000, .self = 25000,
		  .appraised = appraised ? 25000 : NO_FIGURE, .explanation = S("Đã ban hành\nđúng hạn"), .reason = S("Chậm"), .files = 2 },
		{ .level = 1, .leaf = true, .excluded = true, .code = S("1.2"), .name = S("Nợ đọng"), .max = 10000,
		        .reason = S("Không có việc này") },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		*vec_add(a, &s.rows) = rows[i];
	return s;
}

static struct report_evidence evidence(void)
{
	struct report_evidence v = { .year = 2025, .proofs = 2, .without = 1 };
	struct report_evidence_row head = { .code = S("1"), .name = S("Chỉ đạo") }, one = { .level = 1, .leaf = true, .code = S("1.1"),
	        .name = S("Kế hoạch") },
	                           none = { .level = 1, .leaf = true, .code = S("1.2"), .name = S("Báo cáo") };
	*vec_add(a, &one.proofs) = (struct report_proof){ S("5/KH-STP"), S("Kế hoạch năm"), S("Sở Tư pháp"), S("trang 3"), { 2025, 1, 9 } };
	*vec_add(a, &one.proofs) = (struct report_proof){ .title = S("=HYPERLINK(\"x\")") };
	*vec_add(a, &v.rows) = head;
	*vec_add(a, &v.rows) = one;
	*vec_add(a, &v.rows) = none;
	return v;
}

static struct report_ranking ranking(points survey)
{
	static struct standing rows[] = { { .name = S("Sở A"), .group = S("Sở"), .points = 900000, .max = 1000000, .percent = 9000,
	        .rank = 1 },
		                          { .name = S("Sở B"), .group = S("Sở"), .points = 800000, .max = 1000000, .percent = 8000,
		                          .rank = 2 },
		                          { .name = S("Xã C"), .group = S("Xã"), .points = 700000, .max = 955000, .percent = 7330,
		                          .rank = 1,
		                            .printed_class = S("Khá") } };
	static struct standing *at[] = { &rows[0], &rows[1], &rows[2] };
	rows[0].survey = survey;
	return (struct report_ranking){ 2025, at, COUNT(at) };
}

/* Every row covers every column once, with the cells that reach down from above; heads first; widths are the whole. */
static void whole(const char *kind, const struct node *table)
{
	int down[32] = { 0 }, sum = 0;
	size_t columns = table->widths.n;
	bool body = false;
	assert_true(columns && columns < COUNT(down));
	for (size_t i = 0; i < columns; i++)
		sum += table->widths.at[i];
	if (sum != 1000)
		fail_msg("%s: widths are %d", kind, sum);
	for (const struct node *row = table->first; row; row = row->next) {
		size_t at = 0;
		if (row->header && body)
			fail_msg("%s: a heading row below others", kind);
		body |= !row->header;
		for (const struct node *c = row->first; c; c = c->next) {
			while (at < columns && down[at])
				down[at++]--;
			for (int k = 0; k < c->colspan; k++, at++)
				if (at < columns)
					down[at] = c->rowspan - 1;
		}
		while (at < columns && down[at])
			down[at++]--;
		if (at != columns)
			fail_msg("%s: a row of %zu columns of %zu: %s", kind, at, columns, node_text(a, row, NULL).p);
	}
}

static void built(void **state)
{
	(void)state;
	const struct report_months m = months();
	const struct report_score own = score(false), both = score(true);
	struct report_score asked_too = own;
	asked_too.self = 20000;
	const struct report_evidence v = evidence();
	const struct report_ranking k = ranking(0), asked = ranking(50000);
	const struct { const struct report_kind *kind; struct report_in in; const char *says[7]; } rows[] = {
		{ &report_tracking, { .months = &m }, { "BẢNG THEO DÕI", "Số hóa hồ sơ", "Đ\n30", "X\nH", "–\n!",
		        "15/12/2025 – 14/03/2026", "GIÁM ĐỐC" } },
		{ &report_self_score, { .score = &own }, { "BẢNG TỰ ĐÁNH GIÁ", "Điểm tự chấm", "Đã ban hành\nđúng hạn",
		        "Không áp dụng: Không có việc này",
		                                           "2,5/3 điểm, đạt 83,33%, xếp loại Tốt", "TỔNG CỘNG" } },
		{ &report_self_score, { .score = &asked_too }, { "Tính cả điểm điều tra và điểm do người khác chấm: 2,5/3 điểm" } },
		{ &report_self_score, { .score = &both }, { "Điểm thẩm định", "Chậm", "TỔNG CỘNG" } },
		{ &report_evidence, { .evidence = &v }, { "DANH MỤC", "5/KH-STP", "09/01/2025", "trang 3", "=HYPERLINK",
		        "Chưa có tài liệu kiểm chứng",
		                                          "Danh mục có 2 tài liệu; 1 tiêu chí chưa có tài liệu." } },
		{ &report_ranking, { .ranking = &k }, { "Sở (2 đơn vị)", "90,00%", "1/2", "2/2", "Xã (1 đơn vị)", "73,30%", "Khá" } },
		{ &report_ranking, { .ranking = &asked }, { "Điểm XHH", "Tổng điểm" } },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int draft = 0; draft < 2; draft++) {
			struct report_in in = rows[i].in;
			struct node *root = NULL;
			struct err e = { 0 };
			in.facts = letter();
			in.draft = draft;
			if (!rows[i].kind->build(a, &in, &root, &e))
				fail_msg("%s: %s", rows[i].kind->name, e.message);
			str text = node_text(a, root, NULL);
			for (size_t s = 0; s < COUNT(rows[i].says) && rows[i].says[s]; s++)
				if (str_find(text, str_c(rows[i].says[s]), 0) == text.n)
					fail_msg("%s does not say “%s”:\n%.*s", rows[i].kind->name, rows[i].says[s], SF(text));
			assert_true((str_find(text, S("DỰ THẢO"), 0) < text.n) == (draft > 0));
			assert_true(str_find(text, S("UBND TỈNH TRƯỜNG GIANG"), 0) < text.n);
			assert_true(root->title.n > 0 && root->first->begins == BEGINS_LANDSCAPE);
			for (const struct node *n = root->first; n; n = n->next)
				if (n->kind == NODE_TABLE)
					whole(rows[i].kind->name, n);
		}
}

/* Without what it is made of a table is refused, with what to do. */
static void refused(void **state)
{
	static const struct report_months no_months;
	static const struct report_score no_score;
	static const struct report_evidence no_evidence;
	static const struct report_ranking no_ranking;
	const struct { const struct report_kind *kind; struct report_in in; } rows[] = {
		{ &report_tracking, { 0 } },   { &report_tracking, { .months = &no_months } },    { &report_self_score,
		        { .score = &no_score } },
		{ &report_self_score, { 0 } }, { &report_evidence, { .evidence = &no_evidence } }, { &report_evidence, { 0 } },
		{ &report_ranking, { 0 } },    { &report_ranking, { .ranking = &no_ranking } },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct report_in in = rows[i].in;
		struct node *root = NULL;
		struct err e = { 0 };
		in.facts = letter();
		assert_false(rows[i].kind->build(a, &in, &root, &e));
		if (e.code != ERR_NOT_FOUND || !e.hint[0])
			fail_msg("row %zu: %d %s", i, e.code, e.hint);
	}
}

int report_tables_tests(void);
int report_tables_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(built), cmocka_unit_test(refused) };
	CLEANUP(arena_close) struct arena *room = a = arena_open((size_t)1 << 26);
	(void)room;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
