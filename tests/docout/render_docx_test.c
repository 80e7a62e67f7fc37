#include "docin/tool.h"
#include "docout/advance.h"
#include "docout/docx_sample.h"
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>
#include "docout/docx_file.h"
#include "docout/same_blocks.h"

enum { CRITERIA = 14 };

/* -- how the parts look: domain.md 7, by hand -------------------------------------------------------- */

/* Sizes in points. */
static const struct { const char *id, *name; int least, most; bool bold, italic; const char *place; } looks[] = {
	{ "NATION", "Quốc hiệu", 12, 13, true, false, "center" },
	{ "MOTTO", "Tiêu ngữ", 13, 14, true, false, "center" },
	{ "PARENT", "Cơ quan chủ quản", 12, 13, false, false, "center" },
	{ "ISSUER", "Cơ quan ban hành", 12, 13, true, false, "center" },
	{ "NUMBER", "Số – ký hiệu", 13, 13, false, false, "center" },
	{ "PLACE_DATE", "Địa danh – ngày tháng", 13, 14, false, true, "center" },
	{ "TYPE", "Tên loại", 13, 14, true, false, "center" },
	{ "SUBJECT", "Trích yếu", 13, 14, true, false, "center" },
	{ "BASIS", "Căn cứ", 13, 14, false, true, "both" },
	{ "BODY", "Nội dung", 13, 14, false, false, "both" },
	{ "Heading2", "heading 2", 13, 14, true, false, "both" },
	{ "SIGN_AUTHORITY", "Quyền hạn – chức vụ", 13, 14, true, false, "center" },
	{ "SIGN_NAME", "Họ tên người ký", 13, 14, true, false, "center" },
	{ "RECIPIENTS", "Nơi nhận", 12, 12, true, true, "left" },
	{ "RECIPIENT", "Nơi nhận – từng dòng", 11, 11, false, false, "left" },
	{ "TO", "Kính gửi", 13, 14, false, false, "center" },
	{ "ANNEX_NO", "Số phụ lục", 14, 14, true, false, "center" },
	{ "ANNEX_TITLE", "Tên phụ lục", 13, 14, true, false, "center" },
	{ "ANNEX_REF", "Kèm theo", 13, 14, false, true, "center" },
};


static void test_looks(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str styles = part(a, rendered(a, sample(a, 1)), "word/styles.xml");
	for (size_t i = 0; i < COUNT(looks); i++) {
		str s = between(styles, str_fmt(a, "w:styleId=\"%s\">", looks[i].id).p, "</w:style>");
		int size = number_in(s, "<w:sz w:val=\"");
		bool right = has(s, str_fmt(a, "<w:name w:val=\"%s\"/>", looks[i].name).p) && size >= 2 * looks[i].least && size <= 2 * looks[i].most &&
		             has(s, "<w:b/>") == looks[i].bold && has(s, "<w:i/>") == looks[i].italic &&
		             has(s, str_fmt(a, "<w:jc w:val=\"%s\"/>", looks[i].place).p);
		if (!right)
			fail_msg("%s: %.*s", looks[i].id, SF(s));
	}
	str body = between(styles, "w:styleId=\"BODY\">", "</w:style>");
	int first = number_in(body, "w:firstLine=\""), gap = number_in(body, "w:before=\""), line = number_in(body, "w:line=\"");
	assert_true(first == 567 || first == 720);                  /* 1 or 1.27 cm */
	assert_true(gap >= 120 && line >= 240 && line <= 360);      /* 6 pt; 1 to 1.5 lines */
	assert_true(has(styles, "w:ascii=\"Times New Roman\"") && has(styles, "<w:lang w:val=\"vi-VN\""));
}

/* Millimetres: A4, top and bottom 20–25, left 30–35, right 15–20. */
static int mm(str s, const char *from) { return (number_in(s, from) * 254 + 720) / 1440; }        /* tenths */

static void test_pages(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str bytes = rendered(a, sample(a, CRITERIA)), text = part(a, bytes, "word/document.xml");
	assert_int_equal(times(text, "<w:sectPr>"), 2);
	size_t second = str_find(text, S("</w:sectPr>"), 0) + 1;
	for (int i = 0; i < 2; i++) {
		str s = between(i ? str_sub(text, second, text.n) : text, "<w:sectPr>", "</w:sectPr>");
		assert_int_equal(mm(s, "w:w=\""), i ? 2970 : 2100);
		assert_int_equal(mm(s, "w:h=\""), i ? 2100 : 2970);
		assert_int_equal(has(s, "w:orient=\"landscape\""), i);
		assert_in_range(mm(s, "w:top=\""), 200, 250);
		assert_in_range(mm(s, "w:bottom=\""), 200, 250);
		assert_in_range(mm(s, "w:left=\""), 300, 350);
		assert_in_range(mm(s, "w:right=\""), 150, 200);
		assert_true(mm(s, "w:header=\"") + 57 < mm(s, "w:top=\""));                     /* the number, of 16 pt, above the text */
		assert_true(has(s, "<w:pgNumType w:start=\"1\"/>") && has(s, "<w:titlePg/>"));
	}
	assert_true(has(part(a, bytes, "word/header1.xml"), " PAGE "));
	assert_false(has(part(a, bytes, "word/header2.xml"), "PAGE"));
	str header = between(part(a, bytes, "word/styles.xml"), "w:styleId=\"Header\">", "</w:style>");
	assert_true(has(header, "<w:jc w:val=\"center\"/>"));
	assert_in_range(number_in(header, "<w:sz w:val=\""), 26, 28);
}

/* The rule below the motto is as long as it, those below the issuer and the subject a third to a half of their last line; in the middle. */
static void test_rules(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const struct { const char *text; int cell, least, most; } rules[] = {
		{ "SỞ NỘI VỤ", 3991, 333, 500 },
		{ "Độc lập - Tự do - Hạnh phúc", 5079, 990, 1010 },
		{ "năm 2025 của Sở Nội vụ tỉnh An Sơn và các đơn vị trực thuộc", 9071, 200, 500 },
	};
	str text = part(a, rendered(a, sample(a, 1)), "word/document.xml");
	for (size_t i = 0; i < COUNT(rules); i++) {
		size_t at = str_find(text, str_c(rules[i].text), 0);
		str rule = between(str_sub(text, at, text.n), "<w:pStyle w:val=\"RULE\"/>", "</w:pPr>");
		int left = number_in(rule, "w:left=\""), right = number_in(rule, "w:right=\""), long_ = rules[i].cell - left - right;
		struct style s = { .size = i ? 26 : 24 };
		int full = advance(str_c(rules[i].text), i == 2 ? 28 : s.size, BOLD, ROMAN);
		assert_int_equal(left, right);
		assert_in_range(long_ * 1000 / full, rules[i].least, rules[i].most);
	}
	assert_int_equal(times(text, "<w:pStyle w:val=\"RULE\"/>"), 4);
}

/* Widths that a ruler on a print of Word shows, in twips. */
static void test_advance(void **state)
{
	(void)state;
	assert_int_equal(advance(S("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 24, BOLD, ROMAN), 5007);
	assert_int_equal(advance(S("1,25"), 24, UPRIGHT, ROMAN), 420);
	assert_int_equal(advance(S("ư ơ đ Ư"), 24, UPRIGHT, ROMAN), advance(S("u o d U"), 24, UPRIGHT, ROMAN));
	assert_int_equal(advance_lines(S("a bbb cc"), 24, UPRIGHT, ROMAN, ADVANCE_ENDLESS).word, 360);
	struct advance_lines l = advance_lines(S("bbb bbb bbb"), 24, UPRIGHT, ROMAN, 800);
	assert_int_equal(l.n, 2);
	assert_int_equal(l.last, 360);
	assert_int_equal(advance_lines(S("bbb\nbb"), 24, UPRIGHT, ROMAN, 9000).last, 240);
	assert_int_equal(advance_lines(S("bbbbbbbb bb"), 24, UPRIGHT, ROMAN, 100).n, 2);
	assert_int_equal(advance_lines(S(""), 24, UPRIGHT, ROMAN, 100).n, 1);
}

/* -- there and back ---------------------------------------------------------------------------------- */

static void test_read_again(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = sample(a, CRITERIA);
	assert_same_blocks(a, root, reread(a, rendered(a, root)));
}

/* The marker in the tree, and whether a list makes it. */
static const struct { const char *marker; bool list; } markers[] = {
	{ "-", true },  { "+", true },   { "•", true },  { "1.", true },  { "2.", true },  { "3.", true },  { "1.", true },  { "a)", true },
	{ "b)", true }, { "đ)", false }, { "e)", true }, { "a.", true },  { "(1)", true }, { "(2)", true }, { "1.1.", false }, { "iv.", false },
	{ "", false },  { "I.", false }, { "01.", false }, { "%1", false }, { "7)", true }, { "9999.", true }, { "12345.", false }, { "1", false },
};

static void test_lists(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE);
	for (size_t i = 0; i < COUNT(markers); i++)
		item(a, root, 1, markers[i].marker, "việc phải làm");
	str bytes = rendered(a, root), text = part(a, bytes, "word/document.xml");
	const struct node *n = reread(a, bytes)->first;
	for (size_t i = 0; i < COUNT(markers); i++, n = n->next) {
		str p = between(text, "<w:p>", "</w:p>");
		text = str_sub(text, str_find(text, S("</w:p>"), 0) + 1, text.n);
		str line = str_fmt(a, "%.*s%s%.*s", SF(n->marker), n->marker.n ? " " : "", SF(node_text(a, n, NULL)));
		assert_string_equal(line.p, str_fmt(a, "%s%sviệc phải làm", markers[i].marker, *markers[i].marker ? " " : "").p);
		if (has(p, "<w:numPr>") != markers[i].list)
			fail_msg("%s: %.*s", markers[i].marker, SF(p));
	}
}

/* -- texts ------------------------------------------------------------------------------------------- */

static const struct { str text; const char *in_file, *read; } texts[] = {
	{ S("a & b < c > d \"e\""), "a &amp; b &lt; c &gt; d &quot;e&quot;", "a & b < c > d \"e\"" },
	{ S("]]></w:t><script>"), "]]&gt;&lt;/w:t&gt;&lt;script&gt;", "]]></w:t><script>" },
	{ S("một\x01\x02\x0B hai\x7F"), ">một hai<", "một hai" },
	{ S("một\xFF hai"), ">một\xEF\xBF\xBD hai<", NULL },
	{ S("một\xEF\xBF\xBE hai"), ">một hai<", "một hai" },
	{ S("hai  khoảng trống"), "<w:t xml:space=\"preserve\">hai  khoảng trống</w:t>", "hai  khoảng trống" },
	{ S("trước\tsau"), "<w:t xml:space=\"preserve\">trước</w:t><w:tab/><w:t xml:space=\"preserve\">sau</w:t>", "trước sau" },
	{ S("Điều\u00A05"), "Điều\u00A05", NULL },
	{ S("Ế Ự ỹ đ – “x” … ≥ 90%"), "Ế Ự ỹ đ – “x” … ≥ 90%", "Ế Ự ỹ đ – “x” … ≥ 90%" },
	{ S("=1+1"), ">=1+1<", "=1+1" },
};

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct node *root = node_new(a, NODE_DOC, NOWHERE);
		node_run(a, para(a, root, FORMAL_BODY, ""), texts[i].text, NOWHERE);
		root->title = texts[i].text;
		str bytes = rendered(a, root);
		if (!has(part(a, bytes, "word/document.xml"), texts[i].in_file))
			fail_msg("%s is not in %s", texts[i].in_file, part(a, bytes, "word/document.xml").p);
		const struct node *back = reread(a, bytes);
		if (texts[i].read)
			assert_string_equal(node_text(a, back, NULL).p, texts[i].read);
	}
}

static void test_lines(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE);
	para(a, root, FORMAL_BODY, "một\nhai\n");
	str text = part(a, rendered(a, root), "word/document.xml");
	assert_int_equal(times(text, "<w:br/>"), 2);
	assert_int_equal(times(text, "<w:p>"), 1);
}

/* -- the file ---------------------------------------------------------------------------------------- */

static void test_same_bytes(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str one = rendered(a, sample(a, CRITERIA));
	setenv("TZ", "Asia/Ho_Chi_Minh", 1);
	assert_true(str_eq(one, rendered(a, sample(a, CRITERIA))));
	unsetenv("TZ");
	str core = part(a, one, "docProps/core.xml");
	assert_true(has(core, "<dc:title>Kế hoạch khắc phục tồn tại, hạn chế năm 2025</dc:title>"));
	assert_false(has(core, "creator") || has(core, "created") || has(core, "modified"));
	assert_ptr_equal(renderer_find(S("ke-hoach.docx")), &render_docx);
}

static void test_chart(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str bytes = rendered(a, sample(a, 1)), chart = part(a, bytes, "word/charts/chart1.xml");
	assert_true(has(part(a, bytes, "word/document.xml"), "descr=\"Biểu đồ thanh: Điểm mất theo lĩnh vực (đơn vị: điểm)."));
	assert_true(has(chart, "<c:v>Tổ chức bộ máy &amp; biên chế</c:v>") && has(chart, "<c:v>1.25</c:v>") && has(chart, "<c:v>0.10</c:v>"));
	assert_int_equal(times(chart, "<c:ser>"), 2);
	assert_int_equal(times(chart, "<c:pt idx=\"2\">"), 3);                 /* two labels and one figure: the other is not known */
}

/* -- LibreOffice opens it, and nothing of the text is lost ------------------------------------------- */

static void test_libreoffice(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const char *const args[] = { "--headless", "--convert-to", "txt:Text (encoded):UTF8", "mau.docx", NULL };
	struct node *root = sample(a, CRITERIA);
	struct member file = { S("mau.docx"), rendered(a, root) };
	struct tool_result r = { 0 };
	struct err e = { 0 };
	if (!tool_here(&tool_soffice)) {
		print_message("LibreOffice is not installed\n");
		skip();
	}
	if (!tool_run(a, &tool_soffice, &(struct tool_call){ args, &file, 1, "mau.txt", ROOM / 8 }, &r, &e))
		fail_msg("%s %s", e.message, e.detail);
	assert_int_equal(r.files.n, 1);
	assert_texts_in(a, root, r.files.at[0].bytes);
	static const char *const numbered[] = { "d) Mỗi", "đ) Mỗi", "e) Mỗi", "g) Mỗi" };      /* its text has "•" for every bullet */
	for (size_t i = 0; i < COUNT(numbered); i++)
		assert_true(has(r.files.at[0].bytes, numbered[i]));
}

int docout_render_docx_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks), cmocka_unit_test(test_pages),      cmocka_unit_test(test_rules),
		cmocka_unit_test(test_lists), cmocka_unit_test(test_read_again), cmocka_unit_test(test_texts),
		cmocka_unit_test(test_chart), cmocka_unit_test(test_same_bytes), cmocka_unit_test(test_libreoffice),
		cmocka_unit_test(test_lines), cmocka_unit_test(test_advance),
	};
	return cmocka_run_group_tests_name("docout/render_docx", tests, NULL, NULL);
}
