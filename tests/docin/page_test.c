#include "docin/page.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20, LINE = 1380, LETTER = 600, SPACE = 300, LEFT = 8500, RIGHT = 53000 };

/* A page set with letters all 6 points wide, lines 13.8 apart; x and y in hundredths of a point. */
struct sheet { struct arena *a; pages p; };

static void page_add(struct sheet *s, int width, int height)
{
	struct page *p = vec_add(s->a, &s->p);
	p->width = width;
	p->height = height;
}

static int letters(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static int spaces(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n;
}

static int width(str s) { return (letters(s) - spaces(s)) * LETTER + spaces(s) * SPACE; }

static void set(struct sheet *s, int x, int y, const char *words, int space)
{
	str all = str_c(words);
	for (size_t at = 0; at < all.n;) {
		size_t end = str_find(all, S(" "), at);
		str one = str_sub(all, at, end);
		*vec_add(s->a, &s->p.at[s->p.n - 1].words) =
		    (struct page_word){ .x0 = x, .x1 = x + width(one), .y0 = y, .y1 = y + 1330, .text = one };
		x += width(one) + space;
		at = end + 1;
	}
}

static void print(struct sheet *s, int x, int y, const char *words) { set(s, x, y, words, SPACE); }

static void centred(struct sheet *s, int middle, int y, const char *words)
{
	print(s, middle - width(str_c(words)) / 2, y, words);
}

/* Set out to the right margin. */
static void full(struct sheet *s, int x, int y, const char *words)
{
	str all = str_c(words);
	set(s, x, y, words, SPACE + (RIGHT - x - width(all)) / spaces(all));
}

static struct sheet sheet_open(struct arena *a)
{
	struct sheet s = { .a = a };
	page_add(&s, 59500, 84200);
	return s;
}

static enum walk draw(void *ctx, const struct node *n, enum edge edge)
{
	static const char *const names[] = { "doc", "h", "p", "item", "table", "row", "cell", "line", "run" };
	struct buf *b = ctx;
	if (edge == LEAVE || n->kind == NODE_DOC)
		return WALK_ON;
	if (n->kind == NODE_RUN) {
		b->n -= b->n && b->p[b->n - 1] == '\n';
		buf_fmt(b, "{%.*s}\n", SF(n->text));
		return WALK_ON;
	}
	buf_fmt(b, "%s", names[n->kind]);
	if (n->kind == NODE_ITEM)
		buf_fmt(b, " %.*s", SF(n->marker));
	if (n->kind == NODE_ROW && n->header)
		buf_fmt(b, " head");
	if (n->colspan > 1 || n->rowspan > 1)
		buf_fmt(b, " %dx%d", n->colspan, n->rowspan);
	buf_put(b, S("\n"));
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

/* -- text ---------------------------------------------------------------------------------------------- */

static void test_letterhead(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	centred(&s, 17000, 6000, "UBND TỈNH SƠN LAM");
	centred(&s, 40000, 6000, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
	centred(&s, 17000, 6000 + LINE, "SỞ CÔNG THƯƠNG");
	centred(&s, 40000, 6000 + LINE, "Độc lập - Tự do - Hạnh phúc");
	centred(&s, 17000, 6000 + LINE * 2, "Số: 77/KH-SCT");
	centred(&s, 40000, 6000 + LINE * 2, "Sơn Lam, ngày 02 tháng 4 năm 2026");
	centred(&s, 30000, 6000 + LINE * 5, "KẾ HOẠCH");
	reads(&s, "p{UBND TỈNH SƠN LAM}\np{SỞ CÔNG THƯƠNG}\np{Số: 77/KH-SCT}\np{CỘNG HÒA XÃ HỘI CHỦ NGHĨA}\n"
	          "p{Độc lập - Tự do - Hạnh phúc}\np{Sơn Lam, ngày 02 tháng 4 năm 2026}\np{KẾ HOẠCH}\n");
	arena_free(a);
}

/* The right column begins a line higher than the left. */
static void test_uneven(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	centred(&s, 40000, 6000 - LINE / 2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
	centred(&s, 17000, 6000, "SỞ CÔNG THƯƠNG");
	centred(&s, 40000, 6000 + LINE / 2, "Độc lập - Tự do - Hạnh phúc");
	centred(&s, 17000, 6000 + LINE * 2, "Số: 77/KH-SCT");
	centred(&s, 40000, 6000 + LINE * 2, "Sơn Lam, ngày 02 tháng 4 năm 2026");
	reads(&s, "p{SỞ CÔNG THƯƠNG}\np{Số: 77/KH-SCT}\np{CỘNG HÒA XÃ HỘI CHỦ NGHĨA}\np{Độc lập - Tự do - Hạnh phúc}\n"
	          "p{Sơn Lam, ngày 02 tháng 4 năm 2026}\n");
	arena_free(a);
}

static void test_signature(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	print(&s, LEFT, 6000, "Nơi nhận:");
	centred(&s, 42000, 6000, "TM. ỦY BAN NHÂN DÂN");
	print(&s, LEFT, 6000 + LINE, "- UBND tỉnh;");
	centred(&s, 42000, 6000 + LINE, "CHỦ TỊCH");
	print(&s, LEFT, 6000 + LINE * 2, "- Các phòng, đơn vị thuộc xã, Trung");
	print(&s, LEFT, 6000 + LINE * 3, "tâm Phục vụ hành chính công;");
	print(&s, LEFT, 6000 + LINE * 4, "- Lưu: VT.");
	centred(&s, 42000, 6000 + LINE * 7, "Quàng Văn Yên");
	reads(&s, "p{Nơi nhận:}\nitem -{UBND tỉnh;}\nitem -{Các phòng, đơn vị thuộc xã, Trung tâm Phục vụ hành chính công;}\n"
	          "item -{Lưu: VT.}\np{TM. ỦY BAN NHÂN DÂN}\np{CHỦ TỊCH}\np{Quàng Văn Yên}\n");
	arena_free(a);
}

#define ONE "mười chữ cái một dòng đầy đủ đến hết lề bên phải của trang này và còn nữa"
#define TWO "chín chữ cái một dòng đầy đủ đến hết lề bên phải của trang"

static void test_paragraphs(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	int y = 10000;
	print(&s, LEFT, y, "I. MỤC ĐÍCH");
	full(&s, LEFT + 3600, y += LINE, "Đoạn một " TWO);
	full(&s, LEFT, y += LINE, ONE);
	print(&s, LEFT, y += LINE, "hết đoạn.");
	full(&s, LEFT + 3600, y += LINE, "Đoạn hai " TWO);
	full(&s, LEFT, y += LINE, "số " TWO " số 61/QĐ-");
	print(&s, LEFT, y += LINE, "UBND.");
	full(&s, LEFT + 3600, y += LINE, "- Mục một " TWO ";");
	print(&s, LEFT + 3600, y += LINE, "+ Mục hai.");
	reads(&s, "h{I. MỤC ĐÍCH}\np{Đoạn một " TWO " " ONE " hết đoạn.}\np{Đoạn hai " TWO " số " TWO " số 61/QĐ-UBND.}\n"
	          "item -{Mục một " TWO ";}\nitem +{Mục hai.}\n");
	arena_free(a);
}

/* Page numbers and what stands below each page go; the paragraph goes on. */
static void test_pages(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	static const char *const lines[] = { "Đoạn đầu " TWO, "đi tiếp " TWO, "cũng vậy " TWO };
	for (int i = 0; i < 3; i++) {
		if (i)
			page_add(&s, 59500, 84200);
		centred(&s, 30000, 3500, str_fmt(a, "%d", i + 1).p);
		print(&s, LEFT, 80500, "Kế hoạch số 77 - Trang này");
		full(&s, i ? LEFT : LEFT + 3600, 6000, lines[i]);
	}
	reads(&s, "p{Đoạn đầu " TWO " đi tiếp " TWO " cũng vậy " TWO "}\n");
	arena_free(a);
}

/* What begins two pages one after the other is a running head, but not a line of the text that stands there by chance. */
static void test_by_chance(void **state)
{
	(void)state;
	static const struct { const char *line; bool text; } cases[] = {
		{ "Kế hoạch số 77", false },          { "- Đơn vị chủ trì: Văn phòng.", true }, { "chéo trước khi gửi.", true },
		{ "Giải pháp khắc phục:", true },     { "3.3. Đối với tiêu chí ISO", true },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct sheet s = sheet_open(a);
		struct reading r = { .a = a };
		struct err e = { 0 };
		struct buf b = buf_open(a);
		for (int p = 0; p < 3; p++) {
			if (p)
				page_add(&s, 59500, 84200);
			print(&s, LEFT, 6000, p ? cases[i].line : "Mở đầu.");
			print(&s, LEFT, 6000 + LINE * 2, "Rà soát.");
			print(&s, LEFT, 6000 + LINE * 4, "Giải pháp khắc phục:");
			print(&s, LEFT, 6000 + LINE * 6, "Niêm yết.");
		}
		assert_true(pages_tree(&r, &s.p, &e));
		doc_walk(r.root, draw, &b);
		str said = buf_str(&b), first = str_c(strrchr(cases[i].line, ' ') + 1);
		int n = 0;
		for (size_t at = str_find(said, first, 0); at < said.n; at = str_find(said, first, at + 1))
			n++;
		if (n != (cases[i].text ? 2 : 0) + (i == 3 ? 3 : 0))
			fail_msg("%s: %d", cases[i].line, n);
	}
}

/* More white than lines of a paragraph have between them parts a full line from the next. */
static void test_apart(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	full(&s, LEFT, 10000, "Kết quả " TWO);
	full(&s, LEFT, 10000 + LINE * 3 / 2, "Thực hiện " TWO);
	print(&s, LEFT, 10000 + LINE * 5 / 2, "như sau:");
	full(&s, LEFT, 10000 + LINE * 4, "Báo cáo " TWO "./.");
	print(&s, LEFT, 10000 + LINE * 5, "Nơi nhận:");
	reads(&s, "p{Kết quả " TWO "}\np{Thực hiện " TWO " như sau:}\np{Báo cáo " TWO "./.}\np{Nơi nhận:}\n");
	arena_free(a);
}

/* One line reaches the margin: it is still the margin. */
static void test_margin(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	struct buf b = buf_open(a), want = buf_open(a);
	for (int i = 1; i <= 12; i++) {
		buf_fmt(&b, "%sChữ", i > 1 ? " " : "");
		print(&s, LEFT, 10000 + LINE * 6 / 5 * i, str_copy(a, buf_str(&b)).p);
		buf_fmt(&want, "p{%.*s}\n", SF(buf_str(&b)));
	}
	full(&s, LEFT, 10000 + LINE * 6 / 5 * 13, "Một dòng " TWO);
	buf_fmt(&want, "p{Một dòng " TWO "}\n");
	reads(&s, str_copy(a, buf_str(&want)).p);
	arena_free(a);
}

/* List items set with a tab are no columns; what begins with a dash and a figure is no item. */
static void test_tabs(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	for (int i = 0; i < 3; i++) {
		print(&s, LEFT, 10000 + LINE * i, "-");
		print(&s, LEFT + 3600, 10000 + LINE * i, i ? "Lưu: VT." : "Các phòng, đơn vị;");
	}
	print(&s, LEFT, 10000 + LINE * 3, "- 0,5");
	reads(&s, "item -{Các phòng, đơn vị;}\nitem -{Lưu: VT.}\nitem -{Lưu: VT.}\np{- 0,5}\n");
	arena_free(a);
}

/* -- tables --------------------------------------------------------------------------------------------- */

enum { C1 = 8500, C2 = 12500, C3 = 30500, C4 = 36500 };

static void heading(struct sheet *s, int y)
{
	print(s, C1, y, "TT");
	print(s, C2 + 3000, y, "Tiêu chí");
	print(s, C3 - 600, y, "Điểm");
	print(s, C4 + 3000, y, "Giải pháp");
}

#define HEAD "table\nrow head\ncell\np{TT}\ncell\np{Tiêu chí}\ncell\np{Điểm}\ncell\np{Giải pháp}\n"
#define ROW(code, name, points, remedy) "row\ncell\np{" code "}\ncell\np{" name "}\ncell\np{" points "}\ncell\np{" remedy "}\n"

/* Codes and figures at the top of their rows; no more room between rows than between lines, but for the rule. */
static void test_top(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 10000);
	int y = 10000 + LINE + 50;
	for (int i = 1; i <= 3; i++) {
		print(&s, C1, y, str_fmt(a, "1.%d", i).p);
		print(&s, C2, y, "Thực hiện kế hoạch cải cách");
		print(&s, C2, y + LINE, "hành chính");
		print(&s, C3, y, "0,5");
		print(&s, C4, y, "Lập sổ theo dõi, báo cáo hằng");
		print(&s, C4, y + LINE, "tuần tại giao ban, gửi Văn");
		print(&s, C4, y + LINE * 2, "phòng tổng hợp");
		y += LINE * 3 + 50;
	}
#define NAME "Thực hiện kế hoạch cải cách hành chính"
#define REMEDY "Lập sổ theo dõi, báo cáo hằng tuần tại giao ban, gửi Văn phòng tổng hợp"
	reads(&s, HEAD ROW("1.1", NAME, "0,5", REMEDY) ROW("1.2", NAME, "0,5", REMEDY) ROW("1.3", NAME, "0,5", REMEDY));
	arena_free(a);
}

/* Everything in the middle of its row: lines of neighbours stand half a line apart. */
static void middle_row(struct sheet *s, int y, const char *code)
{
	print(s, C1, y + LINE, code);
	print(s, C2, y + LINE / 2, "Thực hiện kế hoạch cải cách");
	print(s, C2, y + LINE / 2 + LINE, "hành chính");
	print(s, C3, y + LINE, "0,5");
	print(s, C4, y, "Lập sổ theo dõi, báo cáo hằng");
	print(s, C4, y + LINE, "tuần tại giao ban, gửi Văn");
	print(s, C4, y + LINE * 2, "phòng tổng hợp");
}

static void test_middle(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 10000);
	for (int i = 0; i < 3; i++)
		middle_row(&s, 10000 + LINE + 50 + i * (LINE * 3 + 50), str_fmt(a, "1.%d", i + 1).p);
	reads(&s, HEAD ROW("1.1", NAME, "0,5", REMEDY) ROW("1.2", NAME, "0,5", REMEDY) ROW("1.3", NAME, "0,5", REMEDY));
	arena_free(a);
}

/* Rows of a field over all columns, a total, an empty cell. */
static void test_fields(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	int y = 10000;
	heading(&s, y);
	for (int i = 1; i <= 3; i++) {
		print(&s, C1, y += LINE + 50, i == 1 ? "I. CẢI CÁCH THỂ CHẾ, XÂY DỰNG VÀ TỔ CHỨC THỰC HIỆN" : "II. CẢI CÁCH THỦ TỤC");
		print(&s, C1, y += LINE + 50, str_fmt(a, "%d.1", i).p);
		print(&s, C2, y, "Công khai thủ tục");
		print(&s, C3, y, "0,5");
		if (i != 2)
			print(&s, C4, y, "Giao một công chức");
	}
	print(&s, C1, y += LINE + 50, "Tổng cộng");
	print(&s, C3, y, "1,5");
	reads(&s, HEAD
	      "row\ncell 3x1\np{I. CẢI CÁCH THỂ CHẾ, XÂY DỰNG VÀ TỔ CHỨC THỰC HIỆN}\ncell\n" ROW("1.1", "Công khai thủ tục", "0,5", "Giao một công chức")
	      "row\ncell 2x1\np{II. CẢI CÁCH THỦ TỤC}\ncell\ncell\nrow\ncell\np{2.1}\ncell\np{Công khai thủ tục}\ncell\np{0,5}\ncell\n"
	      "row\ncell 2x1\np{II. CẢI CÁCH THỦ TỤC}\ncell\ncell\n" ROW("3.1", "Công khai thủ tục", "0,5", "Giao một công chức")
	      "row\ncell 2x1\np{Tổng cộng}\ncell\np{1,5}\ncell\n");
	arena_free(a);
}

/* The end of a page cuts a row; the heading comes again. */
static void test_over_page(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 70000);
	for (int i = 1; i <= 2; i++) {
		int y = 70000 + (LINE + 50) * i;
		print(&s, C1, y, str_fmt(a, "1.%d", i).p);
		print(&s, C2, y, "Công khai thủ tục hành chính");
		print(&s, C3, y, "0,5");
		print(&s, C4, y, i == 1 ? "Giao một công chức" : "Giao một công chức theo dõi,");
	}
	page_add(&s, 59500, 84200);
	centred(&s, 30000, 3500, "2");
	heading(&s, 6000);
	print(&s, C4, 6000 + LINE + 50, "nhắc việc hằng tháng");
	print(&s, C1, 6000 + LINE * 2 + 100, "1.3");
	print(&s, C2, 6000 + LINE * 2 + 100, "Công khai thủ tục hành chính");
	print(&s, C3, 6000 + LINE * 2 + 100, "0,5");
	print(&s, C4, 6000 + LINE * 2 + 100, "Giao một công chức");
	reads(&s, HEAD ROW("1.1", "Công khai thủ tục hành chính", "0,5", "Giao một công chức")
	      ROW("1.2", "Công khai thủ tục hành chính", "0,5", "Giao một công chức theo dõi, nhắc việc hằng tháng")
	      ROW("1.3", "Công khai thủ tục hành chính", "0,5", "Giao một công chức"));
	arena_free(a);
}

/* LibreOffice leaves white below the last paragraph of each cell: more between rows than between paragraphs. One row has no code. */
static void test_seams(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 10000);
	for (int i = 1, y = 10000 + LINE * 2 + 1000; i <= 4; i++, y += LINE * 4 + 1000) {
		if (i != 3)
			print(&s, C1, y, str_fmt(a, "%d", i).p);
		print(&s, C2, y, "Công khai thủ tục hành");
		print(&s, C2, y + LINE, "chính");
		print(&s, C3, y, "Đạt");
		print(&s, C4, y, "Lập sổ theo dõi hồ sơ, nhắc");
		print(&s, C4, y + LINE * 2, "việc từng tuần");
	}
#define ROW_OF_TWO "cell\np{Công khai thủ tục hành chính}\ncell\np{Đạt}\ncell\np{Lập sổ theo dõi hồ sơ, nhắc}\np{việc từng tuần}\n"
	reads(&s, HEAD "row\ncell\np{1}\n" ROW_OF_TWO "row\ncell\np{2}\n" ROW_OF_TWO "row\ncell\n" ROW_OF_TWO "row\ncell\np{4}\n" ROW_OF_TWO);
	arena_free(a);
}

/* Neither codes nor any white between rows: three cells that had ended begin again at one height. */
static void test_no_codes(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 10000);
	print(&s, 50000, 10000, "Thời hạn");
	for (int i = 0, y = 10000 + LINE + 50; i < 3; i++, y += LINE * 3) {
		print(&s, C2, y, "Tiêu chí về công khai thủ tục");
		print(&s, C2, y + LINE, "hành chính tại Bộ phận một cửa");
		print(&s, C2, y + LINE * 2, "đạt thấp");
		print(&s, C3, y, "Đạt");
		print(&s, C4, y, "Lập sổ theo dõi");
		print(&s, C4, y + LINE, "hằng tuần");
		print(&s, 50000, y, "Quý III");
	}
#define NO_CODE \
	"row\ncell\ncell\np{Tiêu chí về công khai thủ tục hành chính tại Bộ phận một cửa đạt thấp}\ncell\np{Đạt}\ncell\n" \
	"p{Lập sổ theo dõi hằng tuần}\ncell\np{Quý III}\n"
	reads(&s, HEAD "cell\np{Thời hạn}\n" NO_CODE NO_CODE NO_CODE);
	arena_free(a);
}

/* A code and a date wider than their cells; a code that the end of the page cut. */
static void test_cut_words(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	heading(&s, 70000);
	for (int i = 1; i <= 2; i++) {
		int y = 70000 + LINE + 50 + (i - 1) * (LINE * 2 + 50);
		print(&s, C1, y, str_fmt(a, "7a.%d.", i).p);
		print(&s, C2, y, "Công khai thủ tục hành");
		print(&s, C3, y, "0,5");
		print(&s, C4, y, "30/5/202");
		if (i == 2)
			break;
		print(&s, C1, y + LINE, "1");
		print(&s, C2, y + LINE, "chính");
		print(&s, C4, y + LINE, "6");
	}
	page_add(&s, 59500, 84200);
	heading(&s, 6000);
	print(&s, C1, 6000 + LINE + 50, "1");
	print(&s, C2, 6000 + LINE + 50, "chính");
	print(&s, C4, 6000 + LINE + 50, "6");
	reads(&s, HEAD ROW("7a.1.1", "Công khai thủ tục hành chính", "0,5", "30/5/2026")
		      ROW("7a.2.1", "Công khai thủ tục hành chính", "0,5", "30/5/2026"));
	arena_free(a);
}

/* Of a heading of two lines only the first comes again. */
static void test_half_heading(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	for (int k = 0; k < 2; k++) {
		int y = k ? 6000 : 70000;
		if (k)
			page_add(&s, 59500, 84200);
		heading(&s, y);
		if (!k)
			print(&s, C2 + 3000, y += LINE, "thành phần");
		for (int i = 1; i <= 2; i++) {
			print(&s, C1, y += LINE + 50, str_fmt(a, "1.%d", i + k * 2).p);
			print(&s, C2, y, "Công khai thủ tục hành chính");
			print(&s, C3, y, "0,5");
			print(&s, C4, y, "Giao một công chức");
		}
	}
#define OPEN(code) ROW(code, "Công khai thủ tục hành chính", "0,5", "Giao một công chức")
	reads(&s, "table\nrow head\ncell\np{TT}\ncell\np{Tiêu chí thành phần}\ncell\np{Điểm}\ncell\np{Giải pháp}\n" OPEN("1.1")
	          OPEN("1.2") OPEN("1.3") OPEN("1.4"));
	arena_free(a);
}

/* The heading of the next section has words on both sides of the white between two columns. */
static void test_below_table(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = sheet_open(a);
	int y = 10000;
	print(&s, C1, y, "TT");
	print(&s, C2, y, "Lĩnh vực");
	print(&s, C3, y, "Tối đa");
	print(&s, C4, y, "Đạt");
	for (int i = 1; i <= 2; i++) {
		print(&s, C1, y += LINE + 50, str_fmt(a, "%d", i).p);
		print(&s, C2, y, "Cải cách thể chế");
		print(&s, C3, y, "10");
		print(&s, C4, y, "9,5");
	}
	print(&s, 22500, y + LINE * 2 + 500, "III. NHIỆM VỤ");
	reads(&s, "table\nrow head\ncell\np{TT}\ncell\np{Lĩnh vực}\ncell\np{Tối đa}\ncell\np{Đạt}\n" ROW("1", "Cải cách thể chế", "10", "9,5")
		      ROW("2", "Cải cách thể chế", "10", "9,5") "h{III. NHIỆM VỤ}\n");
	arena_free(a);
}

/* -- limits ----------------------------------------------------------------------------------------------- */

/* The rest of a row that stands alone on its page is no table; that is told. A letterhead and prose are not told of. */
static void test_unseen_row_is_told(void **state)
{
	(void)state;
	static const struct { const char *what; int columns; bool told; } cases[] = {
		{ "a line of prose", 1, false }, { "a letterhead", 2, false }, { "three columns", 3, true },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct sheet s = sheet_open(a);
		struct reading r = { .a = a };
		struct err e = { 0 };
		for (int c = 0; c < cases[i].columns; c++)
			print(&s, LEFT + c * 16000, 8000, "phần còn lại");
		assert_true(pages_tree(&r, &s.p, &e));
		if ((r.notes.n > 0) != cases[i].told)
			fail_msg("%s: %zu notes", cases[i].what, r.notes.n);
		if (cases[i].told)
			assert_non_null(strstr(r.notes.at[0].p, "Trang 1: "));
	}
}

static void test_limits(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = { .a = a };
	struct reading r = { .a = a };
	struct err e = { 0 };
	for (int i = 0; i <= PAGES_MAX; i++)
		page_add(&s, 59500, 84200);
	assert_false(pages_tree(&r, &s.p, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "2001 trang"));
	s.p.n = 1;
	for (int i = 0; i <= PAGE_WORDS_MAX; i++)
		*vec_add(a, &s.p.at[0].words) = (struct page_word){ .text = S("x") };
	assert_false(pages_tree(&r, &s.p, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "1000001 từ"));
	arena_free(a);
}

static void test_hostile(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct sheet s = { .a = a };
	struct reading r = { .a = a };
	struct err e = { 0 };
	reads(&s, "");
	page_add(&s, 0, 0);
	reads(&s, "");
	srand(7);
	for (int i = 0; i < 20000; i++) {              /* words anywhere, on each other, of no size */
		int x = rand() % 60000, y = rand() % (i < 10000 ? 80000 : 2000);
		*vec_add(a, &s.p.at[0].words) = (struct page_word){ .x0 = x, .y0 = y, .x1 = x + rand() % 3000, .y1 = y + rand() % 1500,
		                                                    .text = i % 3 ? S("1.1") : S("chữ") };
	}
	assert_true(pages_tree(&r, &s.p, &e));
	arena_free(a);
}

int docin_page_tests(void);
int docin_page_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letterhead), cmocka_unit_test(test_uneven), cmocka_unit_test(test_signature),
		cmocka_unit_test(test_paragraphs), cmocka_unit_test(test_pages), cmocka_unit_test(test_top), cmocka_unit_test(test_middle),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_over_page), cmocka_unit_test(test_seams), cmocka_unit_test(test_no_codes),
		cmocka_unit_test(test_cut_words),
		cmocka_unit_test(test_half_heading), cmocka_unit_test(test_below_table), cmocka_unit_test(test_apart),
		cmocka_unit_test(test_by_chance),
		cmocka_unit_test(test_margin), cmocka_unit_test(test_tabs), cmocka_unit_test(test_unseen_row_is_told),
		cmocka_unit_test(test_limits), cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests_name("docin/page", tests, NULL, NULL);
}
