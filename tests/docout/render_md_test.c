#include "docin/read.h"
#include "docout/render.h"
#include "docout/specimen.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

static str rendered(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str bytes;
	assert_true(render_md.render(a, root, &bytes, &e));
	return bytes;
}

/* -- what is written --------------------------------------------------------------------------------- */

static const struct { enum node_kind kind; int level; const char *marker, *text, *md; } rows[] = {
	{ NODE_PARA, 0, "", "Sở Tư pháp xây dựng Kế hoạch:", "Sở Tư pháp xây dựng Kế hoạch:\n" },
	{ NODE_PARA, 0, "", "1. Mục đích", "1\\. Mục đích\n" },
	{ NODE_PARA, 0, "", "12) Mục đích", "12\\) Mục đích\n" },
	{ NODE_PARA, 0, "", "1,5 điểm", "1,5 điểm\n" },
	{ NODE_PARA, 0, "", "1.2. Mức độ", "1.2. Mức độ\n" },
	{ NODE_PARA, 0, "", "-5 điểm; +84", "-5 điểm; +84\n" },
	{ NODE_HEADING, 2, "", "1. Mục đích", "## 1. Mục đích\n" },
	{ NODE_PARA, 0, "", "---", "\\---\n" },
	{ NODE_PARA, 0, "", "> a", "\\> a\n" },
	{ NODE_PARA, 0, "", "# a | b * c_d `e` [f](g) <h> &amp; ~~i~~ \\", "\\# a \\| b \\* c\\_d \\`e\\` \\[f](g) \\<h> \\&amp; \\~\\~i\\~\\~ \\\\\n" },
	{ NODE_PARA, 0, "", "<script>alert(1)</script>", "\\<script>alert(1)\\</script>\n" },
	{ NODE_PARA, 0, "", "a\tb\x01\x7F\xFF", "a b\uFFFD\uFFFD\uFFFD\n" },
	{ NODE_PARA, 0, "", "- Lưu: VT.", "- Lưu: VT.\n" },
	{ NODE_HEADING, 2, "", "I. MỤC ĐÍCH #", "## I. MỤC ĐÍCH \\#\n" },
	{ NODE_HEADING, 9, "", "a", "###### a\n" },
	{ NODE_ITEM, 1, "-", "- a", "- \\- a\n" },
	{ NODE_ITEM, 1, "3.", "a", "3. a\n" },
	{ NODE_ITEM, 1, "a)", "b", "a) b\n" },
	{ NODE_ITEM, 1, "*", "b", "\\* b\n" },
	{ NODE_ITEM, 1, "•", "b", "• b\n" },
	{ NODE_ITEM, 1, "", "b", "b\n" },
};

static void test_blocks(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
		struct node *n = spec_block(a, doc, rows[i].kind, FORMAL_NONE, rows[i].text);
		n->level = rows[i].level;
		if (*rows[i].marker)
			n->marker = str_c(rows[i].marker);
		assert_string_equal(rendered(a, doc).p, rows[i].md);
	}
}

static const struct { const char *md; const char *runs[4]; int look[4]; } styles[] = {
	{ "**a**\n", { "a" }, { 2 } },
	{ "*a* b\n", { "a", " b" }, { 1, 0 } },
	{ "x **a** b\n", { "x", " a ", "b" }, { 0, 2, 0 } },
	{ "x<b>a</b>b\n", { "x", "a", "b" }, { 0, 2, 0 } },
	{ "**Nơi nhận:** abc\n", { "Nơi nhận: ", "abc" }, { 2, 0 } },
	{ "<b>Nơi nhận:</b>abc\n", { "Nơi nhận:", "abc" }, { 2, 0 } },
	{ "<b><i>a</i></b>b\n", { "a", "b" }, { 3, 0 } },
	{ "a  b\n", { "a", "  ", "b" }, { 0, 2, 0 } },
};

static void test_runs(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(styles); i++) {
		struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 }), *n = node_add(a, doc, NODE_PARA, (struct place){ 0 });
		for (size_t k = 0; k < 4 && styles[i].runs[k]; k++) {
			struct node *r = node_run(a, n, str_c(styles[i].runs[k]), (struct place){ 0 });
			r->bold = styles[i].look[k] & 2;
			r->italic = styles[i].look[k] & 1;
		}
		assert_string_equal(rendered(a, doc).p, styles[i].md);
	}
}

static const char *const document =
	"UBND TỈNH TRƯỜNG GIANG\n\n**SỞ TƯ PHÁP**\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n**Độc lập - Tự do - Hạnh phúc**\n\n"
	"Số: 07/KH-STP\n\n*Trường Giang, ngày 05 tháng 02 năm 2026*\n\n**KẾ HOẠCH**\n\n"
	"**Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025**\n\n"
	"*Căn cứ Quyết định số 12/QĐ-UBND ngày 15/01/2026 của UBND tỉnh công bố Chỉ số cải cách hành chính năm 2025.*\n\n"
	"Sở Tư pháp xây dựng Kế hoạch khắc phục các tiêu chí bị trừ điểm năm 2025 như sau:\n\n# I. MỤC ĐÍCH, YÊU CẦU\n\n"
	"- Khắc phục triệt để các tiêu chí bị trừ điểm.\n   + Rõ người, rõ việc, rõ thời hạn.\n\n# II. KẾT QUẢ THEO LĨNH VỰC\n\n"
	"**Bảng 1. Điểm bị trừ theo lĩnh vực**\n\n| TT | Lĩnh vực | Bị trừ | Lấy lại được |\n|---|---|---|---|\n"
	"| 1 | Chỉ đạo, điều hành | 0,7 | 0,45 |\n| 2 | Cải cách thể chế | 1,25 | 1 |\n| 3 | Thủ tục hành chính | 0,3 | |\n\n"
	"Trên đây là Kế hoạch của Sở Tư pháp./.\n\n***Nơi nhận:***\n\n- UBND tỉnh (để b/c);\n- Lưu: VT, VP.\n\n**KT. GIÁM ĐỐC**\n\n"
	"**PHÓ GIÁM ĐỐC**\n\n**Nông Văn Khải**\n\n---\n\n**Phụ lục I**\n\n**NHIỆM VỤ, GIẢI PHÁP KHẮC PHỤC**\n\n"
	"*(Kèm theo Kế hoạch số 07/KH-STP ngày 05 tháng 02 năm 2026 của Sở Tư pháp)*\n\n"
	"| TT | Tiêu chí | Điểm | | Lý do | Giải pháp | Chủ trì | Thời hạn |\n|---|---|---|---|---|---|---|---|\n| | | Tối đa | Bị trừ | | | | |\n"
	"| **I** | **Công tác chỉ đạo, điều hành** | | | | | | |\n"
	"| 1 | 1.2. Mức độ thực hiện kế hoạch CCHC | 2 | 0,2 | Hoàn thành 18/20 nhiệm vụ | Lập nhóm theo dõi nhiệm vụ hằng tuần | Văn phòng | Tháng 6/2026 |\n"
	"| 2 | 1.6. Sáng kiến cải cách hành chính | 1,5 | 0,5 | Chỉ có sáng kiến cấp cơ sở | Đặt hàng sáng kiến | Văn phòng | Quý III/2026 |\n";

static void test_document(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	assert_string_equal(rendered(a, specimen(a)).p, document);
}

/* A merged cell of the body is HTML: its lines hold no empty one, which would end it. */
static void test_reaches_down(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 }), *t = spec_table(a, doc, false, NULL, 0);
	spec_cells(a, t, true, "TT|Tiêu chí|Chủ trì");
	spec_cells(a, t, false, "1|a\n\nb <c>|Văn phòng");
	t->last->last->rowspan = 2;
	spec_cells(a, t, false, "2|d");
	str md = rendered(a, doc);
	assert_int_equal(str_find(md, S("\n\n"), 0), md.n);
	struct reading again = { 0 };
	struct err e = { 0 };
	assert_true(read_bytes(a, md, &again, &e));
	struct buf b = buf_open(a);
	node_print(&b, again.root);
	assert_true(str_find(buf_str(&b), S("bảng 1: 3 hàng, 3 cột"), 0) < b.n);
	assert_true(str_find(buf_str(&b), S("a ¶ b <c>"), 0) < b.n);
	assert_int_equal(again.root->first->first->next->last->rowspan, 2);
}

/* -- every text comes back --------------------------------------------------------------------------- */

/* Texts of paragraphs, items and cells, one a line, white space as one space. */
static enum walk gather(void *ctx, const struct node *n, enum edge edge)
{
	struct buf *b = ctx;
	if (edge == LEAVE || !n->first || n->first->kind != NODE_RUN)
		return WALK_ON;
	str t = node_text(b->a, n, NULL);
	if (n->kind == NODE_ITEM && n->marker.n)
		t = str_fmt(b->a, "%.*s %.*s", SF(n->marker), SF(t));
	t = str_trim(t);
	for (size_t i = 0; i < t.n; i++)
		if (t.p[i] != ' ' || t.p[i - 1] != ' ')
			buf_put(b, str_sub(t, i, i + 1));
	buf_put(b, t.n ? S("\n") : S(""));
	return WALK_SKIP;
}

/* A row of "---" alone is a border to the reader (docin/build.h). */
static const char *const pieces[] = {
	"a", "Điểm", "1.", "2)", "-", "+", "*", "**", "_", "__", "#", "##", "|", "\\", "\\|", "`", "```", "~~~", "<", ">", "<b>", "</td>", "<table>", "<!--",
	"<script>", "&", "&amp;", "&#124;", "[x](y)", "![x](y)", "[a]: b", "http://a.vn", "<http://a.vn>", "--- x", "===", "|---|", ":-:", "(", ")", "!", "\"", "'",
	"1,5", "ệ", "…", " ", " ", " ", " ",
};

static str any_text(struct arena *a, unsigned *seed)
{
	struct buf b = buf_open(a);
	for (int n = 1 + rand_r(seed) % 7; n > 0; n--)
		buf_put(&b, str_c(pieces[(size_t)rand_r(seed) % COUNT(pieces)]));
	str t = str_trim(buf_str(&b));
	return t.n ? t : S("x");
}

static void any_runs(struct arena *a, struct node *n, unsigned *seed)
{
	for (int k = 1 + rand_r(seed) % 3; k > 0; k--) {
		struct node *r = node_run(a, n, any_text(a, seed), (struct place){ 0 });
		r->bold = rand_r(seed) % 3 == 0;
		r->italic = rand_r(seed) % 4 == 0;
	}
}

static struct node *any_tree(struct arena *a, unsigned *seed)
{
	static const char *const markers[] = { "-", "+", "1.", "7)", "a)", "•", "" };
	struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
	spec_block(a, doc, NODE_HEADING, FORMAL_NONE, "I. MỘT")->level = 1;
	spec_block(a, doc, NODE_HEADING, FORMAL_NONE, "II. HAI")->level = 1;
	for (int i = 0; i < 6; i++) {
		static const enum node_kind kinds[] = { NODE_PARA, NODE_ITEM, NODE_HEADING, NODE_TABLE };
		struct node *n = node_add(a, doc, kinds[rand_r(seed) % 4], (struct place){ 0 });
		if (n->kind != NODE_TABLE) {
			n->level = n->kind == NODE_PARA ? 0 : 1 + rand_r(seed) % 3;
			if (n->kind == NODE_ITEM)
				n->marker = str_c(markers[(size_t)rand_r(seed) % COUNT(markers)]);
			any_runs(a, n, seed);
			continue;
		}
		for (int r = 0; r < 3; r++)
			for (int c = 0, first = !spec_row(a, n, !r && rand_r(seed) % 2); c < 3 + first; c++) {
				struct node *cell = spec_cell(a, n->last, FORMAL_NONE, "");
				for (int k = rand_r(seed) % 3; k > 0; k--)
					any_runs(a, node_add(a, cell, NODE_PARA, (struct place){ 0 }), seed);
			}
	}
	return doc;
}

static void test_every_text(void **state)
{
	(void)state;
	for (unsigned i = 1; i <= 3000; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		unsigned seed = i;
		struct node *doc = any_tree(a, &seed);
		str md = rendered(a, doc);
		struct reading again = { 0 };
		struct err e = { 0 };
		struct buf want = buf_open(a), have = buf_open(a);
		assert_true(read_bytes(a, md, &again, &e));
		doc_walk(doc, gather, &want);
		doc_walk(again.root, gather, &have);
		if (strcmp(want.p, have.p))
			fail_msg("%u:\n%s\nis\n%s\nout of\n%s", i, want.p, have.p, md.p);
	}
}

int docout_render_md_tests(void);
int docout_render_md_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks), cmocka_unit_test(test_runs), cmocka_unit_test(test_document),
		cmocka_unit_test(test_reaches_down), cmocka_unit_test(test_every_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
