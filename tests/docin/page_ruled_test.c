/* Tables whose rules are drawn. A page is given as its cells: each with the lines it stands on and its words. */
#include "docin/page.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20, LETTER = 600, SPACE = 300, LINE = 1380, PAD = 500, LINES = 8, WIDE = 59500, HIGH = 84200 };

static const int columns[] = { 8500, 12000, 30000, 34600, 52000 };      /* code, name, points, remedy */

struct sheet { struct arena *a; pages p; };

static struct page *page_add(struct sheet *s)
{
	struct page *p = vec_add(s->a, &s->p);
	*p = (struct page){ .width = WIDE, .height = HIGH };
	return p;
}

static struct page *page_last(struct sheet *s) { return &s->p.at[s->p.n - 1]; }

static int letters(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static void print(struct sheet *s, int x, int y, str line)
{
	for (size_t at = 0; at < line.n;) {
		size_t end = str_find(line, S(" "), at);
		str one = str_sub(line, at, end);
		int width = letters(one) * LETTER;
		*vec_add(s->a, &page_last(s)->words) = (struct page_word){ .x0 = x, .x1 = x + width, .y0 = y, .y1 = y + 1330, .text = one };
		x += width + SPACE;
		at = end + 1;
	}
}

static void across(struct sheet *s, int y, int from, int to)
{
	*vec_add(s->a, &page_last(s)->across) = (struct page_rule){ y, from, to };
}

static void down(struct sheet *s, int x, int from, int to)
{
	*vec_add(s->a, &page_last(s)->down) = (struct page_rule){ x, from, to };
}

/* A cell over columns [c0, c1] from y0 to y1, its lines parted by "/". */
static void cell(struct sheet *s, int c0, int c1, int y0, int y1, const char *lines)
{
	int x0 = columns[c0], x1 = columns[c1 + 1], y = y0 + 300;
	str all = str_c(lines);
	across(s, y0, x0, x1);
	across(s, y1, x0, x1);
	down(s, x0, y0, y1);
	down(s, x1, y0, y1);
	for (size_t at = 0; at < all.n; y += LINE) {
		size_t end = str_find(all, S("/"), at);
		print(s, x0 + PAD, y, str_sub(all, at, end));
		at = end + 1;
	}
}

static int row(struct sheet *s, int y, int high, const char *code, const char *name, const char *points, const char *remedy)
{
	const char *texts[] = { code, name, points, remedy };
	for (int c = 0; c < 4; c++)
		cell(s, c, c, y, y + high * LINE + 600, texts[c]);
	return y + high * LINE + 600;
}

static int heading(struct sheet *s, int y) { return row(s, y, 1, "TT", "Tiêu chí", "Điểm", "Giải pháp"); }

/* Cells parted by "|", rows by line ends, paragraphs of a cell by ";"; "<2>" a cell over two columns, "v2" over two rows. */
static enum walk draw(void *ctx, const struct node *n, enum edge edge)
{
	struct buf *b = ctx;
	if (edge == LEAVE) {
		if (n->kind == NODE_ROW || (n->kind == NODE_PARA && n->parent->kind == NODE_DOC))
			buf_put(b, S("\n"));
		return WALK_ON;
	}
	if (n->kind == NODE_TABLE)
		buf_put(b, S("table\n"));
	if (n->kind == NODE_ROW && n->header)
		buf_put(b, S("* "));
	if (n->kind == NODE_CELL && n != n->parent->first)
		buf_put(b, S("|"));
	if (n->kind == NODE_CELL && n->colspan > 1)
		buf_fmt(b, "<%d>", n->colspan);
	if (n->kind == NODE_CELL && n->rowspan > 1)
		buf_fmt(b, "v%d ", n->rowspan);
	if (n->kind == NODE_PARA && n->parent->kind == NODE_CELL && n != n->parent->first)
		buf_put(b, S(";"));
	if (n->kind == NODE_RUN)
		buf_put(b, n->text);
	return WALK_ON;
}

static void reads(const struct sheet *s, const char *tree)
{
	struct reading r = { .a = s->a };
	struct err e = { 0 };
	struct buf b = buf_open(s->a);
	assert_true(pages_tree(&r, &s->p, &e));
	doc_walk(r.root, draw, &b);
	assert_string_equal(b.p ? b.p : "", tree);
}

#define HEADING "* TT|Tiêu chí|Điểm|Giải pháp\n"
#define SHEET(s) \
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM); \
	struct sheet s = { .a = a }; \
	page_add(&s)

/* -- cells ------------------------------------------------------------------------------------------------- */

static void test_merged(void **state)
{
	(void)state;
	SHEET(s);
	int y = heading(&s, 8000), high = LINE + 600;
	cell(&s, 0, 3, y, y + high, "I. CẢI CÁCH THỂ CHẾ");
	y += high;
	for (int i = 0; i < 2; i++) {
		cell(&s, 0, 0, y + i * high, y + (i + 1) * high, i ? "1.2" : "1.1");
		cell(&s, 1, 1, y + i * high, y + (i + 1) * high, "Theo dõi thi hành");
		cell(&s, 2, 2, y + i * high, y + (i + 1) * high, "0,5");
	}
	cell(&s, 3, 3, y, y + 2 * high, "Văn phòng");
	reads(&s, "table\n" HEADING "<4>I. CẢI CÁCH THỂ CHẾ\n1.1|Theo dõi thi hành|0,5|v2 Văn phòng\n1.2|Theo dõi thi hành|0,5\n");
}

/* No words stand in whole columns: rules tell that they are there. */
static void test_empty(void **state)
{
	(void)state;
	SHEET(s);
	int y = heading(&s, 8000);
	y = row(&s, y, 1, "1", "Theo dõi thi hành", "", "");
	row(&s, y, 1, "2", "Rà soát văn bản", "", "");
	reads(&s, "table\n" HEADING "1|Theo dõi thi hành||\n2|Rà soát văn bản||\n");
}

/* Two tables with other columns, set right below each other. */
static void test_stacked(void **state)
{
	(void)state;
	SHEET(s);
	int y = heading(&s, 8000), high = LINE + 600;
	y = row(&s, y, 1, "1", "Theo dõi thi hành", "0,5", "Rà soát");
	static const int x[] = { 8500, 10000, 24000, 52000 };
	static const char *const texts[] = { "2", "Công khai thủ tục", "Niêm yết" };
	across(&s, y, x[0], x[3]);
	across(&s, y + high, x[0], x[3]);
	for (int c = 0; c < 4; c++)
		down(&s, x[c], y, y + high);
	for (int c = 0; c < 3; c++)
		print(&s, x[c] + PAD, y + 300, str_c(texts[c]));
	reads(&s, "table\n" HEADING "1|Theo dõi thi hành|0,5|Rà soát\ntable\n2|Công khai thủ tục|Niêm yết\n");
}

/* Neither a frame around a text is a table, nor a rule below a heading; a bracket that meets two rules is no rule. */
static void test_no_tables(void **state)
{
	(void)state;
	SHEET(s);
	cell(&s, 0, 3, 8000, 8000 + LINE + 600, "Tổng hợp kết quả");
	print(&s, 20000, 16000, S("KẾ HOẠCH"));
	across(&s, 18000, 21000, 24000);
	int y = heading(&s, 30000), low = 1500;
	static const char *const texts[] = { "1", "Theo dõi (nếu có) việc", "0,5", "Rà soát" };
	for (int c = 0; c < 4; c++) {
		cell(&s, c, c, y, y + low, "");
		print(&s, columns[c] + PAD, y + 90, str_c(texts[c]));
	}
	down(&s, columns[1] + PAD + 7 * LETTER + 2 * SPACE + LETTER / 2, y + 120, y + low - 120);
	reads(&s, "Tổng hợp kết quả\nKẾ HOẠCH\ntable\n" HEADING "1|Theo dõi (nếu có) việc|0,5|Rà soát\n");
}

/* A row of one cell: the stems of its letters stand where other rows have rules. */
static void test_stems(void **state)
{
	(void)state;
	SHEET(s);
	int y = heading(&s, 8000), high = LINE + 300;
	cell(&s, 0, 3, y, y + high, "I Cải cách thể chế: đạt 18,08 trên 20 điểm, bị trừ 1,92 điểm, xếp thứ ba trong khối");
	for (int c = 1; c < 4; c++)
		down(&s, columns[c], 8000, y + high - (c == 2 ? 0 : 200));
	row(&s, y + high, 1, "1", "Theo dõi", "0,5", "Rà soát");
	reads(&s, "table\n" HEADING "<4>I Cải cách thể chế: đạt 18,08 trên 20 điểm, bị trừ 1,92 điểm, xếp thứ ba trong khối\n"
	          "1|Theo dõi|0,5|Rà soát\n");
}

/* Rules across alone, as many tables have them: the columns are found by the words. */
static void test_open_sides(void **state)
{
	(void)state;
	SHEET(s);
	int y = 8000, high = LINE + 600;
	static const char *const texts[3][4] = { { "TT", "Tiêu chí", "Điểm", "Giải pháp" }, { "1", "Theo dõi", "0,5", "Rà soát" },
	                                         { "2", "Công khai", "0,5", "Niêm yết" } };
	for (int r = 0; r < 3; r++) {
		for (int c = 0; c < 4; c++)
			print(&s, columns[c] + PAD, y + 300, str_c(texts[r][c]));
		across(&s, y, columns[0], columns[4]);
		across(&s, y += high, columns[0], columns[4]);
	}
	for (int c = 1; c < 4; c++)
		down(&s, columns[c], 8000, y);
	reads(&s, "table\n" HEADING "1|Theo dõi|0,5|Rà soát\n2|Công khai|0,5|Niêm yết\n");
}

/* -- over the end of a page -------------------------------------------------------------------------------- */

/* What stands in the row above and in the first below; joined: what the tree has of both. */
static const struct { const char *what, *up[4]; int high; const char *below[4], *tree; } over[] = {
	{ "one column goes on", { "1.1", "Theo dõi thi hành/pháp luật", "0,5", "Rà soát" }, 2, { "", "năm 2025", "", "" },
	  "1.1|Theo dõi thi hành pháp luật năm 2025|0,5|Rà soát\n" },
	{ "a paragraph goes on", { "1.1", "Theo dõi thi hành/pháp luật", "0,5", "Rà soát" }, 2, { "", "Hội đồng chấm đạt", "", "" },
	  "1.1|Theo dõi thi hành pháp luật;Hội đồng chấm đạt|0,5|Rà soát\n" },
	{ "the cell above had room", { "1.1", "Theo dõi", "0,5", "Một hai/ba bốn/năm sáu/bảy tám/chín mười/mười một" }, 6,
	  { "", "Tổng cộng", "", "" },
	  "1.1|Theo dõi|0,5|Một hai ba bốn năm sáu bảy tám chín mười mười một\n|Tổng cộng||\n" },
	{ "a code", { "1.1", "Theo dõi", "0,5", "Rà soát" }, 1, { "1.2", "năm 2025", "", "" }, "1.1|Theo dõi|0,5|Rà soát\n1.2|năm 2025||\n" },
	{ "figures below figures", { "1.1", "Theo dõi", "0,5", "Rà soát" }, 1, { "", "Tổng cộng", "0,5", "" },
	  "1.1|Theo dõi|0,5|Rà soát\n|Tổng cộng|0,5|\n" },
	{ "a figure below nothing", { "1.1", "Theo dõi", "", "Rà soát" }, 1, { "", "Tổng cộng", "0,5", "" },
	  "1.1|Theo dõi||Rà soát\n|Tổng cộng|0,5|\n" },
	{ "a code that was cut", { "7.2.", "Theo dõi", "0,5", "Rà soát" }, 1, { "1", "năm 2025", "", "" },
	  "7.2.1|Theo dõi năm 2025|0,5|Rà soát\n" },
};

#define ABOVE "1|Tuyên truyền văn bản quy phạm pháp luật|1|Phát tờ rơi\n"

static void test_over_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(over); i++)
		for (int again = 0; again < 2; again++) {
			SHEET(s);
			int y = heading(&s, 60000);
			y = row(&s, y, 2, "1", "Tuyên truyền văn bản/quy phạm pháp luật", "1", "Phát tờ rơi");
			row(&s, y, over[i].high, over[i].up[0], over[i].up[1], over[i].up[2], over[i].up[3]);
			page_add(&s);
			y = again ? heading(&s, 6000) : 6000;
			y = row(&s, y, 1, over[i].below[0], over[i].below[1], over[i].below[2], over[i].below[3]);
			row(&s, y, 1, "9", "Việc khác", "1", "Rà soát");
			print_message("%s%s\n", over[i].what, again ? ", below the heading" : "");
			str tree = str_fmt(s.a, "table\n" HEADING ABOVE "%s9|Việc khác|1|Rà soát\n", over[i].tree);
			reads(&s, tree.p);
		}
}

/* A row alone on the next page, which has one column of words: nothing is lost. Other columns: another table. */
static void test_alone(void **state)
{
	(void)state;
	for (int other = 0; other < 2; other++) {
		SHEET(s);
		int y = heading(&s, 60000);
		y = row(&s, y, 1, "1", "Tuyên truyền", "1", "Phát tờ rơi");
		row(&s, y, 2, "2", "Theo dõi thi hành/pháp luật", "1", "Rà soát");
		page_add(&s);
		if (!other)
			row(&s, 6000, 1, "", "năm 2025", "", "");
		else
			cell(&s, 0, 3, 6000, 6000 + LINE + 600, "Nơi nhận");
		reads(&s, other ? "table\n" HEADING "1|Tuyên truyền|1|Phát tờ rơi\n2|Theo dõi thi hành pháp luật|1|Rà soát\nNơi nhận\n"
		                : "table\n" HEADING "1|Tuyên truyền|1|Phát tờ rơi\n2|Theo dõi thi hành pháp luật năm 2025|1|Rà soát\n");
	}
}

/* -- words that their cell cuts ----------------------------------------------------------------------------- */

/* The column of points has room for six letters. */
static void test_cut_words(void **state)
{
	(void)state;
	static const struct { const char *lines, *text; } cases[] = {
		{ "nghiên/g", "nghiêng" },        { "Thường/xuyên", "Thường xuyên" }, { "Tháng/6", "Tháng 6" },
		{ "nghi/êm", "nghi êm" },
		{ "5-2026/)", "5-2026)" },        { "61-QBQ/T", "61-QBQ T" },         { "0,25/0,5", "0,25 0,5" },
		{ "0,2500/5", "0,2500 5" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		SHEET(s);
		int y = heading(&s, 8000);
		y = row(&s, y, 2, "1", "Theo dõi", cases[i].lines, "Rà soát");
		row(&s, y, 1, "2", "Theo dõi", "nghiêm", "Rà soát");
		print_message("%s\n", cases[i].lines);
		reads(&s, str_fmt(s.a, "table\n" HEADING "1|Theo dõi|%s|Rà soát\n2|Theo dõi|nghiêm|Rà soát\n", cases[i].text).p);
	}
}

/* -- hostile ------------------------------------------------------------------------------------------------ */

static void test_hostile(void **state)
{
	(void)state;
	SHEET(s);
	struct reading r = { .a = a };
	struct err e = { 0 };
	unsigned x = 7;
	for (int i = 0; i < 400; i++) {
		int at[3];
		for (int k = 0; k < 3; k++, x = x * 1103515245 + 12345)
			at[k] = (int)(x >> 8 & 0xFFFF);
		across(&s, at[0], at[1], at[1] + at[2]);
		down(&s, at[2], at[0], at[0] + at[1]);
		print(&s, at[1], at[2], S("1.1"));
	}
	assert_true(pages_tree(&r, &s.p, &e));
}

int docin_page_ruled_tests(void);
int docin_page_ruled_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_merged), cmocka_unit_test(test_empty), cmocka_unit_test(test_stacked),
		cmocka_unit_test(test_no_tables), cmocka_unit_test(test_stems),
		cmocka_unit_test(test_open_sides), cmocka_unit_test(test_over_page),
		cmocka_unit_test(test_alone), cmocka_unit_test(test_cut_words), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests_name("docin/page_ruled", tests, NULL, NULL);
}
