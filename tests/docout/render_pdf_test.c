#include "docout/measure.h"
#include "docout/pdf_sample.h"
#include "docout/pdf.h"
#include "docout/render.h"
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM   ((size_t)1 << 30)
#define WITHIN 0.5                   /* mm */

static str drawn(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str bytes = { 0 };
	if (!render_pdf.render(a, root, &bytes, &e))
		fail_msg("%s %s", e.message, e.detail);
	return bytes;
}

static struct err refused(const struct node *root)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	str bytes;
	assert_false(render_pdf.render(a, root, &bytes, &e));
	return e;
}

static struct word found(const struct measured *m, const char *text)
{
	struct word w = line_of(m, text, 0);
	if (!w.page)
		fail_msg("no line “%s”", text);
	return w;
}

static void assert_at(const char *what, double is, double should)
{
	if (fabs(is - should) > WITHIN)
		fail_msg("%s: %.2f mm, not %.2f", what, is, should);
}

/* -- the form of an official document ------------------------------------------------------------------ */

/* The table of domain.md 7 and Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, read by eye: sizes in points. */
enum on { LEFT_HALF, RIGHT_HALF, MIDDLE, FIRST_LINE, AT_MARGIN };
static const struct { const char *line; double least, most; enum on on; } parts[] = {
	{ "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, RIGHT_HALF },
	{ "Độc lập - Tự do - Hạnh phúc", 13, 14, RIGHT_HALF },
	{ "UBND TỈNH TRƯỜNG GIANG", 12, 13, LEFT_HALF },
	{ "SỞ CÔNG THƯƠNG", 12, 13, LEFT_HALF },
	{ "Số: 07/KH-SCT", 13, 13, LEFT_HALF },
	{ "Trường Giang, ngày 09 tháng 02 năm 2026", 13, 14, RIGHT_HALF },
	{ "KẾ HOẠCH", 13, 14, MIDDLE },
	{ "của Sở Công Thương", 13, 14, MIDDLE },
	{ "Căn cứ Quyết định số 112/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy", 13, 14, FIRST_LINE },
	{ "Sở Công Thương ban hành Kế hoạch", 13, 14, FIRST_LINE },
	{ "I. MỤC ĐÍCH, YÊU CẦU", 13, 14, FIRST_LINE },
	{ "- Mỗi tồn tại có ít nhất", 13, 14, FIRST_LINE },
	{ "không trước ngày ban hành.", 13, 14, AT_MARGIN },
	{ "KT. GIÁM ĐỐC", 13, 14, RIGHT_HALF },
	{ "Nguyễn Thị Hồng Ánh", 13, 14, RIGHT_HALF },
	{ "Nơi nhận:", 12, 12, AT_MARGIN },
	{ "- UBND tỉnh (để báo cáo);", 11, 11, AT_MARGIN },
	{ "Phụ lục I", 14, 14, MIDDLE },
	{ "KẾT QUẢ KHẮC PHỤC TỒN TẠI, HẠN CHẾ", 13, 14, MIDDLE },
	{ "(Kèm theo Kế hoạch số 07/KH-SCT ngày 09 tháng 02 năm 2026 của Sở Công Thương)", 13, 14, MIDDLE },
};

static void assert_place(const struct measured *m, const struct word *w, enum on on)
{
	double width = m->pages.at[w->page - 1].width, middle = (30 + width - 20) / 2, centre = (w->x + w->right) / 2;
	const char *text = str_copy(m->a, w->text).p;
	switch (on) {
	case LEFT_HALF:  assert_true(w->x >= 29.5 && centre < middle); break;
	case RIGHT_HALF: assert_true(w->right <= width - 19.5 && centre > middle); break;
	case MIDDLE:     assert_at(text, centre, middle); break;
	case FIRST_LINE: assert_at(text, w->x, 30 + 12.7); break;
	case AT_MARGIN:  assert_at(text, w->x, 30); break;
	}
}

static void test_parts(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct measured m = measured(a, drawn(a, paper_plan(a, 3, 8)));
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct word w = found(&m, parts[i].line);
		if (w.size < parts[i].least - 0.05 || w.size > parts[i].most + 0.05)
			fail_msg("“%s”: %.2f points", parts[i].line, w.size);
		assert_place(&m, &w, parts[i].on);
	}
	struct word nation = found(&m, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto = found(&m, "Độc lập - Tự do - Hạnh phúc");
	struct word date = found(&m, "Trường Giang, ngày 09 tháng 02 năm 2026"), number = found(&m, "Số: 07/KH-SCT");
	assert_at("the motto", (motto.x + motto.right) / 2, (nation.x + nation.right) / 2);
	assert_at("the date", (date.x + date.right) / 2, (nation.x + nation.right) / 2);
	assert_true(fabs(number.bottom - date.bottom) < 1.5);                                  /* on one line */
	struct word right = found(&m, "KT. GIÁM ĐỐC"), left = found(&m, "Nơi nhận:");
	assert_at("Nơi nhận beside the authority", left.y, right.y);
}

/* 20–25 above and below, 30–35 left, 15–20 right; what fills a page reaches both sides. */
static void test_margins(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct measured m = measured(a, drawn(a, paper_plan(a, 12, 12)));
	assert_true(m.pages.n >= 6);
	for (size_t page = 1; page <= m.pages.n; page++) {
		double left = 999, right = 0, top = 999, bottom = 0;
		bool across = m.pages.at[page - 1].width > 250;
		assert_at("width", m.pages.at[page - 1].width, across ? 297 : 210);
		assert_at("height", m.pages.at[page - 1].height, across ? 210 : 297);
		for (size_t i = 0; i < m.words.n; i++) {
			const struct word *w = &m.words.at[i];
			if (w->page != (int)page || w->bottom < 19)               /* the number of the page */
				continue;
			left = fmin(left, w->x), right = fmax(right, w->right), top = fmin(top, w->y), bottom = fmax(bottom, w->bottom);
		}
		for (size_t i = 0; i < m.rules.n; i++)
			top = m.rules.at[i].page == (int)page ? fmin(top, m.rules.at[i].y) : top;
		assert_true(left >= 29.9 && right <= (across ? 277.1 : 190.1) && bottom <= (across ? 190 : 277));
		if (!across)
			assert_at("left", left, 30), assert_at("right", right, 190);
		assert_at("top", top, 20);
	}
}

/* Centred in the top margin, not on the first page, from 1 again in the annex. */
static void test_page_numbers(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct measured m = measured(a, drawn(a, paper_plan(a, 12, 12)));
	int of_part = 0;
	for (size_t page = 1; page <= m.pages.n; page++) {
		double width = m.pages.at[page - 1].width;
		of_part = page > 1 && (width > 250) != (m.pages.at[page - 2].width > 250) ? 1 : of_part + 1;
		int numbers = 0;
		for (size_t i = 0; i < m.words.n; i++) {
			const struct word *w = &m.words.at[i];
			if (w->page != (int)page || w->bottom > 19.5)
				continue;
			numbers++;
			assert_string_equal(str_copy(a, w->text).p, str_fmt(a, "%d", of_part).p);
			assert_at("number", (w->x + w->right) / 2, (30 + width - 20) / 2);
			assert_true(w->y > 5 && w->size > 12.95 && w->size < 14.05);
		}
		assert_int_equal(numbers, of_part > 1);
	}
	assert_true(of_part > 1);
}

/* Below the motto as long as it; below the issuer, the subject and the reference of the annex a third to a half of the last line. */
static const struct { const char *line; double least, most; } ruled[] = {
	{ "Độc lập - Tự do - Hạnh phúc", 0.995, 1.005 },
	{ "SỞ CÔNG THƯƠNG", 1 / 3.0, 1 / 2.0 },
	{ "của Sở Công Thương", 1 / 3.0, 1 / 2.0 },
	{ "(Kèm theo Kế hoạch số 07/KH-SCT ngày 09 tháng 02 năm 2026 của Sở Công Thương)", 1 / 3.0, 1 / 2.0 },
};

static bool stands_below(const struct rule *r, const struct word *w)
{
	return r->page == w->page && r->thick > 0.7 && r->y > w->bottom - 0.5 && r->y < w->bottom + 2 &&
	       fabs(r->x + r->right - w->x - w->right) < 2 * WITHIN;
}

static void test_rules(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct measured m = measured(a, drawn(a, paper_plan(a, 1, 2)));
	for (size_t i = 0; i < COUNT(ruled); i++) {
		struct word w = found(&m, ruled[i].line);
		const struct rule *below = NULL;
		for (size_t k = 0; k < m.rules.n && !below; k++)
			if (stands_below(&m.rules.at[k], &w))
				below = &m.rules.at[k];
		if (!below)
			fail_msg("no rule below “%s”", ruled[i].line);
		double part = (below->right - below->x) / (w.right - w.x);
		if (part < ruled[i].least || part > ruled[i].most)
			fail_msg("“%s”: %.3f of it", ruled[i].line, part);
	}
	struct word number = found(&m, "Số: 07/KH-SCT");
	for (size_t k = 0; k < m.rules.n; k++)                                 /* a letterhead has no rules of a table */
		assert_false(m.rules.at[k].page == 1 && m.rules.at[k].thick < 0.6 && m.rules.at[k].y < number.bottom);
}

/* -- text, title, outline ------------------------------------------------------------------------------ */

static str squeezed(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(" \n\t\f", s.p[i]))
			buf_put(&b, str_sub(s, i, i + 1));
	return buf_str(&b);
}

/* Every paragraph can be copied as it was written. */
static void test_text(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = paper_plan(a, 6, 12);
	str pdf = drawn(a, root), text = squeezed(a, asked(a, pdf, "pdftotext -raw", "-"));
	str fonts = asked(a, pdf, "pdffonts", ""), info = asked(a, pdf, "pdfinfo", "");
	for (const struct node *n = root->first; n; n = n->next) {
		str own = n->kind == NODE_TABLE || n->kind == NODE_CHART ? (str){ 0 } : squeezed(a, node_text(a, n, NULL));
		if (str_find(text, own, 0) >= text.n && own.n && n->next)
			fail_msg("lost: %.*s", SF(own));
	}
	assert_true(str_find(text, S("KTGIÁMĐỐC"), 0) == text.n && str_find(text, S("KT.GIÁMĐỐC"), 0) < text.n);
	for (size_t at = str_find(fonts, S("Liberation"), 0); at < fonts.n; at = str_find(fonts, S("Liberation"), at + 1))
		assert_true(str_find(fonts, S("yes yes yes"), at) < str_find(fonts, S("\n"), at));         /* embedded, a subset, mapped to Unicode */
	assert_true(str_find(fonts, S("Serif"), 0) < fonts.n || str_find(fonts, S("Times"), 0) < fonts.n);
	assert_true(str_find(fonts, S("DejaVu"), 0) == fonts.n);
	assert_true(str_find(info, S("Kế hoạch khắc phục tồn tại, hạn chế năm 2025 của Sở Công Thương"), 0) < info.n);
	assert_true(str_find(info, S("CreationDate"), 0) == info.n);
	assert_true(str_find(info, S("PDF version:     1.5"), 0) < info.n);
	assert_true(str_find(pdf, S("/Lang (vi)"), 0) < pdf.n);
}

static void test_outline(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str xml = asked(a, drawn(a, paper_plan(a, 2, 2)), "pdftohtml -xml -i -stdout", "");
	static const char *const entries[] = { "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "III. NHIỆM VỤ, GIẢI PHÁP",
		"Phụ lục I. KẾT QUẢ KHẮC PHỤC TỒN TẠI, HẠN CHẾ" };
	size_t at = str_find(xml, S("<outline>"), 0);
	assert_true(at < xml.n);
	for (size_t i = 0; i < COUNT(entries); i++) {
		at = str_find(xml, str_fmt(a, ">%s</item>", entries[i]), at);
		if (at >= xml.n)
			fail_msg("no entry “%s”", entries[i]);
	}
	size_t below = str_find(xml, S("<outline>"), str_find(xml, S("I. MỤC ĐÍCH"), str_find(xml, S("<outline>"), 0)));
	assert_true(below < str_find(xml, S("1. Mục đích"), below));           /* one level deeper */
}

static void test_same_bytes(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str once = drawn(a, paper_plan(a, 5, 7)), again = drawn(a, paper_plan(a, 5, 7));
	assert_true(str_eq(once, again));
	assert_false(str_eq(once, drawn(a, paper_plan(a, 5, 6))));
}

/* -- tables -------------------------------------------------------------------------------------------- */

static struct node *doc(struct arena *a) { return node_new(a, NODE_DOC, NOWHERE); }

/* The heading rows stand on every page of the annex, at the same place; each row is there once; merged cells keep their text. */
static void test_header_repeated(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct measured m = measured(a, drawn(a, paper_plan(a, 0, 20)));
	int pages = 0;
	for (size_t page = 1; page <= m.pages.n; page++)
		pages += m.pages.at[page - 1].width > 250;
	assert_true(pages > 2);
	for (int i = 0; i < pages; i++) {
		assert_true(line_of(&m, "Tiến độ thực hiện", i).page > 0);
		assert_true(line_of(&m, "(6)", i).page == line_of(&m, "Tiến độ thực hiện", i).page);
	}
	assert_true(!line_of(&m, "Tiến độ thực hiện", pages).page);
	for (int i = 0; i < 20; i++) {
		const char *code = str_fmt(a, "%d.%d", i / 5 + 1, i % 5 + 1).p;
		if (!line_of(&m, code, 0).page || line_of(&m, code, 1).page)
			fail_msg("row %s", code);
	}
	assert_true(line_of(&m, "Quý II", 3).page && !line_of(&m, "Quý II", 4).page);
}

static void test_widths(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const int widths[] = { 100, 300, 600 };
	struct node *root = doc(a), *r = paper_row(a, paper_table(a, root, false, widths, 3), false);
	for (int i = 0; i < 3; i++)
		paper_cell(a, r, 1, 1, FORMAL_NONE, "chữ");
	struct measured m = measured(a, drawn(a, root));
	static const double edges[] = { 30, 46, 94, 190 };
	for (size_t i = 0; i < COUNT(edges); i++) {
		bool there = false;
		for (size_t k = 0; k < m.rules.n; k++)
			there = there || (fabs(m.rules.at[k].x - edges[i]) < WITHIN && fabs(m.rules.at[k].right - edges[i]) < WITHIN);
		if (!there)
			fail_msg("no rule at %.0f mm", edges[i]);
	}
}

/* A cell of 100 KB goes on over pages, nothing of it is lost; a row a little too high for the rest of a page goes to the next whole. */
static void test_long_cell(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = doc(a), *t = paper_table(a, root, false, NULL, 0), *r = paper_row(a, t, true);
	paper_cell(a, r, 1, 1, FORMAL_NONE, "Đầu");
	paper_cell(a, r, 1, 1, FORMAL_NONE, "Bảng");
	struct buf b = buf_open(a);
	for (int i = 0; b.n < 100 * 1000; i++)
		buf_fmt(&b, "từ%d ", i);
	r = paper_row(a, t, false);
	paper_cell(a, r, 1, 1, FORMAL_NONE, "trái");
	paper_cell(a, r, 1, 1, FORMAL_NONE, b.p);
	paper_cell(a, paper_row(a, t, false), 2, 1, FORMAL_NONE, "hàng cuối");
	str text = asked(a, drawn(a, root), "pdftotext -raw", "-"), flat = squeezed(a, text);
	size_t at = 0;
	for (size_t from = 0, end; from < b.n; from = end + 1) {
		end = str_find(buf_str(&b), S(" "), from);
		at = str_find(flat, str_sub(buf_str(&b), from, end), at);
		if (at >= flat.n)
			fail_msg("lost: %.*s", (int)(end - from), b.p + from);
	}
	assert_true(str_find(flat, S("hàngcuối"), at) < flat.n);
}

static void test_rows_whole(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = doc(a), *t = paper_table(a, root, false, NULL, 0);
	for (int i = 0; i < 30; i++) {
		struct node *r = paper_row(a, t, false), *c = paper_cell(a, r, 1, 1, FORMAL_NONE, "");
		for (int k = 0; k < 7; k++)
			paper_para(a, c, FORMAL_NONE, str_fmt(a, "dòng %d.%d", i, k).p);
	}
	struct measured m = measured(a, drawn(a, root));
	for (int i = 0; i < 30; i++)
		assert_int_equal(line_of(&m, str_fmt(a, "dòng %d.0", i).p, 0).page, line_of(&m, str_fmt(a, "dòng %d.6", i).p, 0).page);
}

/* -- charts -------------------------------------------------------------------------------------------- */

static void test_chart(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = doc(a);
	node_add(a, root, NODE_CHART, NOWHERE)->chart = paper_chart(a);
	node_add(a, root, NODE_CHART, NOWHERE)->chart = paper_states(a);
	struct measured m = measured(a, drawn(a, root));
	static const char *const all[] = { "Điểm bị trừ theo lĩnh vực (điểm)", "Năm 2024", "Cải cách thể chế", "1,75", "0,908", "2,125", "–", "Quá hạn" };
	for (size_t i = 0; i < COUNT(all); i++)
		assert_int_equal(found(&m, all[i]).page, 1);
	struct word longest = found(&m, "3"), shorter = found(&m, "1,75"), label = found(&m, "Cải cách thể chế");
	double from = label.x + (190 - 30) * 0.34 + MM(8);                     /* bars are as long as their figures say */
	assert_true(fabs((shorter.x - from) / (longest.x - from) - 1.75 / 3) < 0.02);
	assert_true(longest.right <= 190.1 && found(&m, "8").x > found(&m, "4").x);
}

/* As large as a chart may be: it goes on over pages, each label and figure is there. */
static void test_large_chart(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct chart *c = make(a, struct chart);
	str *labels = make_n(a, str, CHART_LABELS_MAX);
	struct chart_series *of = make_n(a, struct chart_series, CHART_SERIES_MAX);
	struct node *root = doc(a);
	for (int i = 0; i < CHART_LABELS_MAX; i++)
		labels[i] = str_fmt(a, "nhãn%d", i);
	for (int i = 0; i < CHART_SERIES_MAX; i++) {
		int64_t *values = make_n(a, int64_t, CHART_LABELS_MAX);
		for (int k = 0; k < CHART_LABELS_MAX; k++)
			values[k] = i == 7 ? CHART_NONE : i == 6 ? -k : ((int64_t)1 << 52) + k * 8 + i;
		of[i] = (struct chart_series){ str_fmt(a, "dãy số thứ %d", i), values };
	}
	*c = (struct chart){ CHART_BARS, S("Lớn"), S(""), S(""), 4, CHART_LABELS_MAX, CHART_SERIES_MAX, labels, of };
	node_add(a, root, NODE_CHART, NOWHERE)->chart = c;
	struct chart *stacked = make(a, struct chart), *nothing = make(a, struct chart);
	*stacked = *c;
	stacked->kind = CHART_STACKED;
	node_add(a, root, NODE_CHART, NOWHERE)->chart = stacked;
	node_add(a, root, NODE_CHART, NOWHERE)->chart = nothing;               /* no series, no label, no title */
	str text = asked(a, drawn(a, root), "pdftotext -raw", "-");
	for (int i = 0; i < CHART_LABELS_MAX; i++)
		assert_true(str_find(text, labels[i], str_find(text, labels[i], 0) + 1) < text.n);
	for (int i = 0; i < CHART_SERIES_MAX; i++)
		assert_true(str_find(text, of[i].name, 0) < text.n);
	assert_true(str_find(text, S("450359962737,0496"), 0) < text.n && str_find(text, S("-0,0099"), 0) < text.n);
}

/* -- what stays together ------------------------------------------------------------------------------- */

/* However many lines stand above: a heading is never the last of a page, and the signature has the end of the text above it. */
static void test_together(void **state)
{
	(void)state;
	for (int above = 36; above < 48; above++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct node *root = doc(a);
		for (int i = 0; i < above; i++)
			paper_para(a, root, FORMAL_CELL, "một dòng");
		paper_heading(a, root, 1, "II. ĐỀ MỤC");
		paper_heading(a, root, 2, "1. Đề mục con");
		paper_para(a, root, FORMAL_BODY, "Nội dung ngay dưới đề mục.");
		for (int i = 0; i < above - 14; i++)
			paper_para(a, root, FORMAL_CELL, "một dòng");
		paper_para(a, root, FORMAL_BODY, "Câu cuối của văn bản./.");
		paper_signature(a, root);
		struct measured m = measured(a, drawn(a, root));
		int heading = found(&m, "II. ĐỀ MỤC").page, last = found(&m, "Câu cuối của văn bản./.").page;
		assert_int_equal(heading, found(&m, "1. Đề mục con").page);
		assert_int_equal(heading, found(&m, "Nội dung ngay dưới đề mục.").page);
		assert_int_equal(last, found(&m, "KT. GIÁM ĐỐC").page);
		assert_int_equal(last, found(&m, "Nguyễn Thị Hồng Ánh").page);
		assert_int_equal(last, found(&m, "- Lưu: VT, VP.").page);
	}
}

/* -- hostile, broken, missing -------------------------------------------------------------------------- */

static void test_hostile(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const int none[] = { 0, 0, 0 };
	struct node *root = doc(a), *t, *r;
	assert_int_equal(measured(a, drawn(a, root)).pages.n, 1);              /* nothing: an empty sheet */
	paper_table(a, root, false, NULL, 0);                                  /* no rows */
	paper_row(a, paper_table(a, root, false, NULL, 0), true);              /* no cells, and all of it is heading */
	t = paper_table(a, root, false, none, 3);                              /* no width at all */
	r = paper_row(a, t, false);
	for (int i = 0; i < 3; i++)
		paper_cell(a, r, 1, 1, FORMAL_NONE, "khôngcóbềrộng");
	t = paper_table(a, root, false, NULL, 0);                              /* spans beyond the end, and over each other */
	r = paper_row(a, t, false);
	paper_cell(a, r, 1, 65536, FORMAL_NONE, "xuống mãi");
	paper_cell(a, r, 2, 3, FORMAL_NONE, "rộng hai cột");
	for (int i = 0; i < 200; i++) {
		r = paper_row(a, t, i % 2);
		paper_cell(a, r, 3, 2, FORMAL_NONE, str_fmt(a, "chồng %d", i).p);
	}
	t = paper_table(a, root, false, NULL, 0);                              /* a heading higher than the page */
	for (int i = 0; i < 80; i++)
		paper_cell(a, paper_row(a, t, true), 1, 1, FORMAL_NONE, str_fmt(a, "đầu bảng %d", i).p);
	paper_cell(a, paper_row(a, t, false), 1, 1, FORMAL_NONE, "thân bảng");
	t = paper_table(a, root, false, NULL, 0);                              /* a heading that only its spans make higher than a page */
	r = paper_row(a, t, true);
	struct node *tall = paper_cell(a, r, 1, 9, FORMAL_NONE, "đầu bảng cao");
	for (int i = 0; i < 60; i++)
		paper_para(a, tall, FORMAL_NONE, "đầu bảng cao");
	paper_cell(a, r, 1, 1, FORMAL_NONE, "đầu bảng thấp");
	tall = paper_cell(a, paper_row(a, t, false), 1, 1, FORMAL_NONE, "");
	for (int i = 0; i < 99; i++)
		paper_para(a, tall, FORMAL_NONE, str_fmt(a, "thân cao %d", i).p);
	struct buf b = buf_open(a);
	for (int i = 0; i < 3000; i++)
		buf_put(&b, S("dàidằngdặc"));                                    /* a word over pages */
	paper_para(a, root, FORMAL_BODY, b.p);
	paper_para(a, root, FORMAL_BODY, "\x01\x02\t\r\n\xF0\x9F\x93\x8E xong");
	str text = asked(a, drawn(a, root), "pdftotext -raw", "-");
	static const char *const all[] = { "xuống mãi", "chồng 199", "đầu bảng 0", "đầu bảng 79", "thân bảng", "thân cao 98", "xong" };
	for (size_t i = 0; i < COUNT(all); i++)
		if (str_find(text, str_c(all[i]), 0) >= text.n)
			fail_msg("lost: %s", all[i]);
}

static void test_too_many_columns(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = doc(a), *r = paper_row(a, paper_table(a, root, false, NULL, 0), false);
	for (int i = 0; i < 500; i++)
		paper_cell(a, r, 1, 1, FORMAL_NONE, "x");
	struct err e = refused(root);
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "cột"));
	assert_non_null(strstr(e.message, "nhiều nhất là 31"));
	assert_non_null(strstr(e.hint, "trang ngang"));
}

/* A drawer goes on with the next document after one that was refused, that took too long, and that killed its child. */
static void test_drawer(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(drawer_close) struct drawer d;
	struct node *small = paper_plan(a, 1, 1), *wide = doc(a), *huge = doc(a);
	struct node *r = paper_row(a, paper_table(a, wide, false, NULL, 0), false);
	struct err e = { 0 };
	str first, bytes;
	paper_cell(a, r, 65536, 1, FORMAL_NONE, "rộng");
	for (int i = 0; i < 20000; i++)
		paper_para(a, huge, FORMAL_BODY, "Một đoạn văn dài vừa phải, có dấu tiếng Việt, để việc vẽ không xong ngay trong một giây.");
	assert_true(drawer_open(a, &d, &e) && drawer_draw(a, &d, small, &first, &e));
	pid_t child = d.talk.pid;
	str status = said_by(a, str_fmt(a, "cat /proc/%d/status", (int)child).p);
	assert_true(str_find(status, S("Seccomp:\t2"), 0) < status.n && str_find(status, S("NoNewPrivs:\t1"), 0) < status.n);
	assert_false(drawer_draw(a, &d, wide, &bytes, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_true(drawer_draw(a, &d, small, &bytes, &e) && str_eq(first, bytes));
	assert_int_equal(d.talk.pid, child);                                   /* one child for all of them */
	d.seconds = 1;
	assert_false(drawer_draw(a, &d, huge, &bytes, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "quá 1 giây"));
	d.seconds = PDF_SECONDS;
	assert_true(drawer_draw(a, &d, small, &bytes, &e) && str_eq(first, bytes));
	kill(d.talk.pid, SIGKILL);
	usleep(50 * 1000);
	assert_false(drawer_draw(a, &d, small, &bytes, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_non_null(strstr(e.message, "hỏng giữa chừng"));
	assert_true(drawer_draw(a, &d, small, &bytes, &e) && str_eq(first, bytes));
}

static const struct { const char *program; enum err_code code; const char *says; } endings[] = {
	{ "/bin/true", ERR_SYSTEM, "hỏng giữa chừng" },
	{ "/bin/false", ERR_SYSTEM, "hỏng giữa chừng" },
	{ "/nowhere/khacphuc-pdf", ERR_SYSTEM, "không khởi động được" },
};

static void test_endings(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(endings); i++) {
		CLEANUP(drawer_close) struct drawer d;
		struct err e = { 0 };
		str bytes;
		assert_true(drawer_open(a, &d, &e));
		drawer_close(&d);
		d.program = endings[i].program;
		assert_false(drawer_draw(a, &d, paper_plan(a, 1, 1), &bytes, &e));
		assert_int_equal(e.code, endings[i].code);
		if (!strstr(e.message, endings[i].says))
			fail_msg("%s: %s", endings[i].program, e.message);
	}
}

int docout_render_pdf_tests(void);
int docout_render_pdf_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_margins),
		cmocka_unit_test(test_page_numbers),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_outline),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_header_repeated),
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_long_cell),
		cmocka_unit_test(test_rows_whole),
		cmocka_unit_test(test_chart),
		cmocka_unit_test(test_large_chart),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_too_many_columns),
		cmocka_unit_test(test_drawer),
		cmocka_unit_test(test_endings),
	};
	return cmocka_run_group_tests_name("docout/render_pdf", tests, NULL, NULL);
}
