#include "docin/read.h"
#include "docin/xlsx_number.h"
#include "pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM    ((size_t)1 << 30)
#define MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT  "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define REL(id, kind, target) "<Relationship Id='" id "' Type='" OFFICE "/" kind "' Target='" target "'/>"

static const char root_rels[] = "<Relationships xmlns='" PACKAGE "'>" REL("1", "officeDocument", "xl/workbook.xml") "</Relationships>";
static const char book_rels[] = "<Relationships xmlns='" PACKAGE "'>" REL("a", "worksheet", "worksheets/sheet1.xml")
                                REL("b", "worksheet", "/xl/worksheets/sheet2.xml") REL("s", "sharedStrings", "sharedStrings.xml")
                                REL("t", "styles", "styles.xml") "</Relationships>";
static const char one_sheet[] = "<sheet name='Sheet1' sheetId='1' r:id='a'/>";
/* s='1' percent, '2' date, '3' month, '4' time, '5' the hundredth shown, '6' a built-in date */
static const char styles[] = "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy;@'/>"
                             "<numFmt numFmtId='171' formatCode='mm/yyyy'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                             "<cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='20'/>"
                             "<xf numFmtId='2'/><xf numFmtId='14'/></cellXfs></styleSheet>";
static const char strings[] = "<sst xmlns='" MAIN "'><si><t>không</t></si><si><r><t>hai </t></r><r><rPr/><t>phần</t></r>"
                              "<rPh><t>đọc</t></rPh></si><si><t xml:space='preserve'> dòng một_x000d_&#10;dòng hai </t></si>"
                              "<si><t/></si><si><t>a_x0041_b_x</t></si><si><t>tie\xCC\x82\xCC\x81ng</t></si></sst>";

struct made { const char *sheets, *book, *rels, *sheet1, *sheet2, *extra; };

static str text_of(struct arena *a, const char *head, const char *body, const char *tail)
{
	return str_fmt(a, "%s%s%s", head, body, tail);
}

/* A workbook of these parts; what is NULL is the usual. extra: the name of one more part. */
static str workbook(struct arena *a, struct made m)
{
	static const char sheet[] = "<worksheet xmlns='" MAIN "'>";
	struct packed files[10] = {
		{ "[Content_Types].xml", S("<Types/>") }, { "_rels/.rels", str_c(root_rels) },
		{ "xl/workbook.xml", text_of(a, "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'>", m.book ? m.book : "",
		                             str_fmt(a, "<sheets>%s</sheets></workbook>", m.sheets ? m.sheets : one_sheet).p) },
		{ "xl/_rels/workbook.xml.rels", str_c(m.rels ? m.rels : book_rels) },
		{ "xl/styles.xml", str_c(styles) }, { "xl/sharedStrings.xml", str_c(strings) },
		{ "xl/worksheets/sheet1.xml", text_of(a, sheet, m.sheet1 ? m.sheet1 : "<sheetData/>", "</worksheet>") },
		{ "xl/worksheets/sheet2.xml", text_of(a, sheet, m.sheet2 ? m.sheet2 : "<sheetData/>", "</worksheet>") },
		{ m.extra, S("x") },
	};
	return pack(a, files);
}

/* A letter a kind of node; "(1 x)" a cell of one paragraph, its number before it, "*" after the "(" of wide and high ones. */
static enum walk draw(void *ctx, const struct node *n, enum edge edge)
{
	struct buf *b = ctx;
	bool in_cell = n->parent && n->parent->kind == NODE_CELL;
	if (edge == LEAVE) {
		buf_put(b, n->kind == NODE_CELL ? S(")") : n->kind == NODE_ROW || n->kind == NODE_TABLE ? S("\n") : S(""));
		if ((n->kind == NODE_PARA || n->kind == NODE_HEADING) && !in_cell)
			buf_put(b, S("\n"));
		return WALK_ON;
	}
	switch ((int)n->kind) {
	case NODE_HEADING: buf_fmt(b, "# %d ", n->from.line); break;
	case NODE_PARA: buf_fmt(b, "%s%d ", in_cell && n != n->parent->first ? " " : "", n->from.line); break;
	case NODE_TABLE: buf_fmt(b, "table %d\n", n->from.table); break;
	case NODE_ROW: buf_fmt(b, "%s", n->header ? "head " : ""); break;
	case NODE_CELL: buf_put(b, S("(")); break;
	case NODE_RUN: buf_put(b, n->text); break;
	}
	if (n->kind == NODE_CELL && (n->colspan > 1 || n->rowspan > 1))
		buf_fmt(b, "*%dx%d ", n->colspan, n->rowspan);
	return WALK_ON;
}

static const char *tree_of(struct arena *a, const struct reading *r)
{
	struct buf b = buf_open(a);
	doc_walk(r->root, draw, &b);
	return b.p;
}

/* A text of one cell of a row, in the form that libraries write. */
#define ROW(n, cells) "<row r='" #n "'>" cells "</row>"
#define C(ref, text)  "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"
#define N(ref, value) "<c r='" ref "'><v>" value "</v></c>"
#define K(ref, style, value) "<c r='" ref "' s='" style "'><v>" value "</v></c>"
#define SHEET(rows)   "<sheetData>" rows "</sheetData>"

static const struct { const char *what, *sheet, *tree; } sheets[] = {
	{ "shared strings", SHEET(ROW(1, "<c r='A1' t='s'><v>0</v></c>") ROW(2, "<c r='A2' t='s'><v>1</v></c>")
	                          ROW(3, "<c r='A3' t='s'><v>2</v></c>") ROW(4, "<c r='A4' t='s'><v>3</v></c>")
	                          ROW(5, "<c r='A5' t='s'><v>4</v></c>") ROW(6, "<c r='A6' t='s'><v>5</v></c>")),
	  "1 không\n2 hai phần\n3 dòng một\n4 dòng hai\n5 aAb_x\n6 tiếng\n" },
	{ "other values", SHEET(ROW(1, "<c t='str'><f>A2</f><v>công thức</v></c><c t='b'><v>1</v></c><c t='e'><v>#DIV/0!</v></c>")
	                        ROW(2, "<c t='d'><v>2026-06-30T00:00:00</v></c><c t='b'><v>0</v></c><c t='inlineStr'><is><r><t>a</t></r>"
	                               "<r><t>b</t></r><rPh><t>c</t></rPh></is></c>")),
	  "table 1\nhead (1 công thức)(2 TRUE)(3 #DIV/0!)\n(4 30/06/2026)(5 FALSE)(6 ab)\n\n" },
	{ "numbers", SHEET(ROW(1, N("A1", "0.27200000000000002") N("B1", "1.5") N("C1", "45"))
	                   ROW(2, K("A2", "1", "0.9") K("B2", "5", "1.1000000000000001") K("C2", "6", "46203"))
	                   ROW(3, K("A3", "2", "46203") K("B3", "3", "46203") K("C3", "4", "0.5"))),
	  "table 1\n(1 0.272)(2 1.5)(3 45)\n(4 90%)(5 1.1)(6 30/06/2026)\n(7 30/06/2026)(8 06/2026)(9 12:00)\n\n" },
	{ "no references", SHEET("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c/><c><v>6</v></c></row>"),
	  "table 1\n(1 1)(2 2)(3 3)\n(4 4)()(5 6)\n\n" },
	{ "no row numbers", SHEET("<row>" N("A7", "1") N("B7", "2") N("C7", "3") "</row><row>" N("A9", "4") N("B9", "5") N("C9", "6") "</row>"),
	  "table 1\n(1 1)(2 2)(3 3)\n(4 4)(5 5)(6 6)\n\n" },
	{ "out of order", SHEET(ROW(2, N("C2", "6") N("A2", "4") N("B2", "5")) ROW(1, N("B1", "2") N("A1", "1") N("C1", "3"))),
	  "table 1\n(1 1)(2 2)(3 3)\n(4 4)(5 5)(6 6)\n\n" },
	{ "the same cell twice", SHEET(ROW(1, N("A1", "1") N("A1", "2") N("B1", "3") N("C1", "4"))), "table 1\n(1 1)(2 3)(3 4)\n\n" },
	{ "only styles", SHEET(ROW(1, "<c r='A1' s='5'/>") ROW(2, C("B2", "chữ") "<c r='ZZ2' s='1'/>") ROW(900, "<c r='A900' s='1'/>")),
	  "1 chữ\n" },
	{ "columns nobody uses", SHEET(ROW(1, C("B1", "TT") C("D1", "Tên") C("H1", "Điểm")) ROW(2, N("B2", "1") C("D2", "a"))),
	  "table 1\nhead (1 TT)(2 Tên)(3 Điểm)\n(4 1)(5 a)()\n\n" },
	{ "merged cells",
	  SHEET(ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm") "<c r='D1' s='1'/>" C("E1", "Ghi chú"))
	        ROW(2, C("B2", "nằm dưới ô gộp") C("C2", "Tối đa") C("D2", "Đạt")) ROW(3, N("A3", "1") C("B3", "a") N("C3", "2") N("D3", "1.5")))
	  "<mergeCells><mergeCell ref='C1:D1'/><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/><mergeCell ref='E1:E2'/></mergeCells>",
	  "table 1\nhead (*1x2 1 TT)(*1x2 2 Tên)(*2x1 3 Điểm)(*1x2 4 Ghi chú)\n(5 Tối đa)(6 Đạt)\n(7 1)(8 a)(9 2)(10 1.5)()\n\n" },
	{ "a merge over rows without text",
	  SHEET(ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm")) ROW(2, N("A2", "1") C("B2", "a") N("C2", "2"))
	        ROW(5, C("B5", "b") N("C5", "3")) ROW(6, N("A6", "2") C("B6", "c") N("C6", "4")))
	  "<mergeCells><mergeCell ref='A2:A5'/></mergeCells>",
	  "table 1\nhead (1 TT)(2 Tên)(3 Điểm)\n(*1x2 4 1)(5 a)(6 2)\n(7 b)(8 3)\n(9 2)(10 c)(11 4)\n\n" },
	{ "a merge without a filled cell", SHEET(ROW(1, C("A1", "a") C("B1", "b") C("C1", "c")) ROW(2, N("A2", "1") N("C2", "2")))
	  "<mergeCells><mergeCell ref='B2:C2'/><mergeCell ref='X9'/><mergeCell/></mergeCells>", "table 1\nhead (1 a)(2 b)(3 c)\n(4 1)()(5 2)\n\n" },
	{ "letterhead, title, table, remarks, signature",
	  SHEET(ROW(1, C("A1", "UBND TỈNH A") C("D1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) ROW(2, C("A2", "SỞ B") C("D2", "Độc lập - Tự do - Hạnh phúc"))
	        ROW(3, C("A3", "Số: 1/BC-SB")) ROW(5, C("A5", "BÁO CÁO")) ROW(6, C("A6", "TT") C("B6", "Tên") C("C6", "Điểm"))
	        ROW(7, N("A7", "1") C("B7", "a") N("C7", "2")) ROW(8, C("A8", "Ghi chú: không")) ROW(10, C("A10", "Nơi nhận:") C("C10", "GIÁM ĐỐC"))
	        ROW(11, C("A11", "- Như trên;")) ROW(12, C("C12", "Nguyễn Văn A"))),
	  "1 UBND TỈNH A\n2 SỞ B\n3 Số: 1/BC-SB\n4 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n5 Độc lập - Tự do - Hạnh phúc\n6 BÁO CÁO\n"
	  "table 1\nhead (7 TT)(8 Tên)(9 Điểm)\n(10 1)(11 a)(12 2)\n\n"
	  "13 Ghi chú: không\n14 Nơi nhận:\n15 - Như trên;\n16 GIÁM ĐỐC\n17 Nguyễn Văn A\n" },
	{ "names and values", SHEET(ROW(1, C("A1", "Đơn vị:") C("B1", "Sở B")) ROW(2, C("A2", "Năm:") N("B2", "2025"))), "1 Đơn vị: Sở B\n2 Năm: 2025\n" },
	{ "two columns", SHEET(ROW(1, C("A1", "Nội dung") C("B1", "Điểm")) ROW(2, C("A2", "a") N("B2", "1"))),
	  "table 1\nhead (1 Nội dung)(2 Điểm)\n(3 a)(4 1)\n\n" },
	{ "an empty row within a table", SHEET(ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm")) ROW(2, N("A2", "1") C("B2", "a") N("C2", "2"))
	                                       ROW(4, C("A4", "II. Lĩnh vực")) ROW(5, N("A5", "2") C("B5", "b") N("C5", "3"))),
	  "table 1\nhead (1 TT)(2 Tên)(3 Điểm)\n(4 1)(5 a)(6 2)\n(7 II. Lĩnh vực)()()\n(8 2)(9 b)(10 3)\n\n" },
	{ "two tables", SHEET(ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm")) ROW(2, N("A2", "1") C("B2", "a") N("C2", "2"))
	                      ROW(4, C("A4", "Mã") C("B4", "Đơn vị") C("C4", "Hạn")) ROW(5, N("A5", "2") C("B5", "b") C("C5", "Quý I"))),
	  "table 1\nhead (1 TT)(2 Tên)(3 Điểm)\n(4 1)(5 a)(6 2)\n\ntable 2\nhead (7 Mã)(8 Đơn vị)(9 Hạn)\n(10 2)(11 b)(12 Quý I)\n\n" },
	{ "two tables without a row between", SHEET(ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm")) ROW(2, N("A2", "1") C("B2", "a") N("C2", "2"))
	                                            ROW(3, C("A3", "STT") C("B3", "Tên") C("C3", "Hạn")) ROW(4, N("A4", "1") C("B4", "b") C("C4", "Quý I"))),
	  "table 1\nhead (1 TT)(2 Tên)(3 Điểm)\n(4 1)(5 a)(6 2)\n\ntable 2\nhead (7 STT)(8 Tên)(9 Hạn)\n(10 1)(11 b)(12 Quý I)\n\n" },
	{ "line breaks within cells", SHEET(ROW(1, C("A1", "TT") C("B1", "Tên&#10;\n&#10;tiêu chí") C("C1", "Điểm"))),
	  "table 1\nhead (1 TT)(2 Tên 3 tiêu chí)(4 Điểm)\n\n" },
	{ "a namespace of others", "<x:sheetData xmlns:x='urn:x'/>" SHEET(ROW(1, "<x:c xmlns:x='urn:x'><v>9</v></x:c>" N("A1", "1"))), "1 1\n" },
};

static void test_sheets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sheets); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		bool ok = read_bytes(a, workbook(a, (struct made){ .sheet1 = sheets[i].sheet }), &r, &e);
		if (!ok || strcmp(tree_of(a, &r), sheets[i].tree) != 0)
			print_message("%s: %s %s\n%s", sheets[i].what, e.message, e.detail, ok ? tree_of(a, &r) : "");
		assert_true(ok);
		assert_string_equal(r.by->name, "xlsx");
		assert_string_equal(tree_of(a, &r), sheets[i].tree);
	}
}

static void test_strict(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	str zip = pack(a, (struct packed[]){
	        { "_rels/.rels", S("<Relationships xmlns='" PACKAGE "'><Relationship Id='1' Target='/Xl/Book.xml' "
	                           "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>") },
	        { "xl/workbook.xml", S("another") },
	        { "xl/book.xml", S("<x:workbook xmlns:x='" STRICT "' xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
	                           "<x:sheets><x:sheet name='Phụ lục' q:id='a'/></x:sheets></x:workbook>") },
	        { "xl/_rels/book.xml.rels", S("<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Target='../xl/./s.xml' "
	                                      "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'/></Relationships>") },
	        { "xl/./s.xml", S("<worksheet xmlns='" STRICT "'><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>") },
	        { 0 } });
	assert_true(read_bytes(a, zip, &r, &e));
	assert_string_equal(tree_of(a, &r), "# 1 Phụ lục\n2 7\n");
}

static void test_several(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	struct made m = { .sheets = "<sheet name='Sheet2' r:id='b'/><sheet name='Phụ &amp; lục' r:id='a' state='hidden'/>",
		          .book = "<workbookPr date1904='1'/>", .sheet1 = SHEET(ROW(1, K("A1", "2", "44741"))), .sheet2 = SHEET(ROW(1, C("A1", "chữ"))) };
	assert_true(read_bytes(a, workbook(a, m), &r, &e));
	assert_string_equal(tree_of(a, &r), "# 1 Sheet2\n2 chữ\n# 3 Phụ & lục\n4 30/06/2026\n");
	assert_int_equal(r.notes.n, 1);
	assert_string_equal(r.notes.at[0].p, "Trang tính “Phụ & lục” đang bị ẩn; nội dung của nó vẫn được đọc.");
}

/* Old files: the characters of Latin-1 that the fonts .VnTime, .VnTimeH and VNI-Times draw Vietnamese for. */
static void test_old_fonts(void **state)
{
	(void)state;
	static const char old[] = "<styleSheet xmlns='" MAIN "'><fonts><font><name val='Arial'/></font><font><name val='.VnTime'/></font>"
	                          "<font><name val='.VnTimeH'/></font><font><name val='VNI-Times'/></font></fonts><cellXfs><xf/>"
	                          "<xf fontId='1'/><xf fontId='2'/><xf fontId='3'/></cellXfs></styleSheet>";
	static const char texts[] = "<sst xmlns='" MAIN "'><si><t>C¶i c¸ch hµnh chÝnh n­íc</t></si><si><t>Cải cách</t></si>"
	                            "<si><r><rPr><rFont val='.VnTime'/></rPr><t>C¶i c¸ch</t></r><r><t> 2025</t></r></si></sst>";
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	str sheet = S("<worksheet xmlns='" MAIN "'>" SHEET(ROW(1, "<c r='A1' s='1' t='s'><v>0</v></c>") ROW(2, "<c r='A2' s='2' t='s'><v>0</v></c>")
	              ROW(3, "<c r='A3' s='1' t='s'><v>1</v></c>") ROW(4, "<c r='A4' s='0' t='s'><v>2</v></c>")
	              ROW(5, "<c r='A5' s='3' t='inlineStr'><is><t>Caûi caùch</t></is></c>")) "</worksheet>");
	str book = str_fmt(a, "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets>%s</sheets></workbook>", one_sheet);
	str zip = pack(a, (struct packed[]){ { "_rels/.rels", str_c(root_rels) }, { "xl/workbook.xml", book },
	                                     { "xl/_rels/workbook.xml.rels", str_c(book_rels) }, { "xl/styles.xml", str_c(old) },
	                                     { "xl/sharedStrings.xml", str_c(texts) }, { "xl/worksheets/sheet1.xml", sheet }, { 0 } });
	assert_true(read_bytes(a, zip, &r, &e));
	assert_string_equal(tree_of(a, &r), "1 Cải cách hành chính nước\n2 CẢI CÁCH HÀNH CHÍNH NƯỚC\n3 Cải cách\n4 Cải cách 2025\n5 Cải cách\n");
}

#define HEAD ROW(1, C("A1", "TT") C("B1", "Tên") C("C1", "Điểm"))

static const struct { const char *what; struct made made; const char *note; } notes[] = {
	{ "nothing", { .sheet1 = SHEET(HEAD "<row r='2' hidden='0'>" N("A2", "1") "</row><row r='3' hidden='1'/>") }, NULL },
	{ "hidden rows", { .sheet1 = SHEET(HEAD "<row r='2' hidden='1'>" N("A2", "1") "</row><row r='3' hidden='true'>" N("A3", "2") "</row>"
	                                   "<row r='4'>" N("A4", "3") "</row><row r='5' hidden='1'>" N("A5", "4") "</row>") },
	  "Trang tính “Sheet1” có 3 hàng bị ẩn (hàng 2–3, 5); các hàng đó vẫn được đọc." },
	{ "hidden columns", { .sheet1 = "<cols><col min='2' max='16384' hidden='1'/></cols>" SHEET(HEAD) },
	  "Trang tính “Sheet1” có 2 cột bị ẩn (cột B–C); các cột đó vẫn được đọc." },
	{ "errors", { .sheet1 = SHEET(HEAD ROW(2, N("A2", "1") "<c r='AB2' t='e'><v>#REF!</v></c><c r='AC2' t='e'><v>#N/A</v></c>")) },
	  "Trang tính “Sheet1” có 2 ô mà công thức báo lỗi, ô đầu tiên là AB2 (#REF!): hãy sửa công thức." },
	{ "formulas without values", { .sheet1 = SHEET(HEAD ROW(2, N("A2", "1") "<c r='B2'><f>A2+1</f></c>")) },
	  "Trang tính “Sheet1” có 1 ô công thức chưa được tính, ô đầu tiên là B2: hãy mở tệp bằng Excel rồi lưu lại." },
	{ "macros", { .sheet1 = SHEET(HEAD), .extra = "xl/vbaProject.bin" }, "Tệp có macro; macro bị bỏ qua và không bao giờ được chạy." },
	{ "pictures", { .sheet1 = SHEET(HEAD), .extra = "xl/media/image1.png" }, "Tệp có 1 hình ảnh; chữ trong hình không được đọc." },
	{ "comments", { .sheet1 = SHEET(HEAD), .extra = "xl/comments1.xml" },
	  "Tệp có nhận xét (comment) gắn vào ô; nhận xét không được đọc." },
	{ "links", { .sheet1 = SHEET(HEAD), .rels = "<Relationships xmlns='" PACKAGE "'>" REL("a", "worksheet", "worksheets/sheet1.xml")
	             "<Relationship Id='x' TargetMode='External' Type='x/y' Target='file:///etc/passwd'/></Relationships>" },
	  "Tệp lấy số liệu từ tệp hoặc nguồn khác; không mở nguồn đó, chỉ dùng số liệu đã lưu sẵn trong tệp." },
};

static void test_notes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(notes); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		assert_true(read_bytes(a, workbook(a, notes[i].made), &r, &e));
		if (r.notes.n != (notes[i].note != NULL))
			print_message("%s\n", notes[i].what);
		assert_int_equal(r.notes.n, notes[i].note != NULL);
		if (notes[i].note)
			assert_string_equal(r.notes.at[0].p, notes[i].note);
	}
}

static const struct { const char *what; struct made made; enum err_code code; const char *says; } refused[] = {
	{ "no cells", { 0 }, ERR_INPUT, "không có ô nào có chữ" },
	{ "only formulas without values", { .sheet1 = SHEET(ROW(1, "<c r='A1'><f>1+1</f></c>")) }, ERR_INPUT, "chưa được tính" },
	{ "a string that is not there", { .sheet1 = SHEET(ROW(3, "<c r='B3' t='s'><v>6</v></c>")) }, ERR_FORMAT, "ô B3, trang tính “Sheet1”" },
	{ "a string of a wrong number", { .sheet1 = SHEET(ROW(3, "<c r='B3' t='s'><v>x</v></c>")) }, ERR_FORMAT, "ô B3" },
	{ "a part that is no sheet", { .sheet1 = "<x/>" }, ERR_FORMAT, "không phải là trang tính" },
	{ "broken XML", { .sheet1 = "<sheetData><row></sheetData>" }, ERR_FORMAT, "sai cú pháp" },
	{ "a doctype in the midst", { .sheet1 = "<!DOCTYPE a><sheetData/>" }, ERR_FORMAT, "sai cú pháp" },
	{ "a sheet without its part", { .sheets = "<sheet name='S' r:id='zz'/>" }, ERR_FORMAT, "trang tính S" },
	{ "too far right", { .sheet1 = SHEET(ROW(1, N("XFE1", "1"))) }, ERR_LIMIT, "quá cột thứ 16384" },
	{ "no reference", { .sheet1 = SHEET(ROW(1, N("1A", "1"))) }, ERR_LIMIT, "quá cột thứ 16384" },
	{ "too far down", { .sheet1 = SHEET(ROW(1048577, N("A1048577", "1"))) }, ERR_FORMAT, "hàng cuối cùng" },
	{ "a row of a wrong number", { .sheet1 = SHEET(ROW(0, N("A1", "1"))) }, ERR_FORMAT, "hàng cuối cùng" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		bool ok = read_bytes(a, workbook(a, refused[i].made), &r, &e);
		if (ok || e.code != refused[i].code || !strstr(e.message, refused[i].says))
			print_message("%s: %s %s\n", refused[i].what, e.message, e.detail);
		assert_false(ok);
		assert_int_equal(e.code, refused[i].code);
		assert_non_null(strstr(e.message, refused[i].says));
		assert_true(e.hint[0]);
	}
}

static void test_kinds(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	static const char rels[] = "<Relationships xmlns='" PACKAGE "'>" REL("1", "officeDocument", "xl/workbook.bin") "</Relationships>";
	str xlsb = pack(a, (struct packed[]){ { "_rels/.rels", S("") }, { "xl/workbook.bin", S("x") }, { 0 } });
	assert_false(read_bytes(a, xlsb, &r, &e));
	xlsb = pack(a, (struct packed[]){ { "_rels/.rels", str_c(rels) }, { "xl/workbook.bin", S("x") }, { 0 } });
	assert_false(read_bytes(a, xlsb, &r, &e));
	assert_non_null(strstr(e.message, ".xlsb"));
	assert_false(read_bytes(a, S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b\0o\0o\0k\0..."), &r, &e));
	assert_non_null(strstr(e.message, ".xls"));
	assert_non_null(strstr(e.hint, ".xlsx"));
}

/* n times `piece`, with the number in place of each %d */
static str repeated(struct arena *a, const char *before, const char *piece, int n, const char *after)
{
	struct buf b = buf_open(a);
	buf_put(&b, str_c(before));
	for (int i = 1; i <= n; i++) {
		const char *p = piece;
		for (const char *at; (at = strchr(p, '%')); p = at + 1) {
			buf_put(&b, (str){ p, (size_t)(at - p) });
			buf_fmt(&b, "%d", i);
		}
		buf_put(&b, str_c(p));
	}
	buf_put(&b, str_c(after));
	return buf_str(&b);
}

static const struct { const char *what, *before, *piece; int n; const char *after, *says; } limits[] = {
	{ "rows", "<sheetData>", "<row r='%'><c r='A%'><v>1</v></c></row>", 100001, "</sheetData>", "hàng có chữ (hơn 100000)" },
	{ "cells", "<sheetData>", "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>", 80001, "</sheetData>", "ô có chữ (hơn 320000)" },
	{ "styled cells", "<sheetData><row>", "</row><row><c s='%'/><c/><c/><c/><c/><c/><c/><c/><c/><c/>", 400001, "</row></sheetData>", "ô trống có định dạng" },
	{ "merges", "<sheetData/><mergeCells>", "<mergeCell ref='A%:B%'/>", 65537, "</mergeCells>", "ô gộp (hơn 65536)" },
	{ "wide rows", "<sheetData>", "<row r='%'><c r='A%'><v>1</v></c><c r='B%'><v>1</v></c><c r='XFD%'><v>1</v></c></row>"
	  "<row r='%0000'><c r='C%0000'><v>2</v></c></row>", 3, "</sheetData>", NULL },
};

static void test_limits(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(limits); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		str sheet = repeated(a, limits[i].before, limits[i].piece, limits[i].n, limits[i].after);
		bool ok = read_bytes(a, workbook(a, (struct made){ .sheet1 = sheet.p }), &r, &e);
		if (ok != !limits[i].says || (!ok && !strstr(e.message, limits[i].says)))
			print_message("%s: %s\n", limits[i].what, e.message);
		assert_int_equal(ok, !limits[i].says);
		if (!ok)
			assert_non_null(strstr(e.message, limits[i].says));
	}
}

static void test_empty_rows(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	str sheet = repeated(a, "<sheetData>", "<row r='%'/>", 1000 * 1000, "<row r='1048576'><c r='A1048576'><v>1</v></c></row></sheetData>");
	assert_true(read_bytes(a, workbook(a, (struct made){ .sheet1 = sheet.p }), &r, &e));
	assert_string_equal(tree_of(a, &r), "1 1\n");
}

static const struct { const char *text; unsigned format; const char *shown; } numbers[] = {
	{ "0.27200000000000002", 0, "0.272" }, { "1.5", 0, "1.5" }, { "1.50", 0, "1.5" }, { "2.0", 0, "2" }, { "007", 0, "7" },
	{ "0", 0, "0" }, { "-0", 0, "0" }, { "-0.25", 0, "-0.25" }, { "0.1", 0, "0.1" }, { "1E-3", 0, "0.001" }, { "1.2E+3", 0, "1200" },
	{ "0.30000000000000004", 0, "0.30000000000000004" }, { "1.1000000000000001", 0, "1.1" }, { "123456789012345678", 0, "123456789012345680" },
	{ "1E+20", 0, "100000000000000000000" }, { "1.25E+300", 0, "1.25E+300" }, { ".5", 0, "0.5" }, { "5.", 0, "5" },
	{ "99.949999999999989", 0, "99.94999999999999" }, { "78.352000000000004", 0, "78.352" },
	{ "chữ", 0, "chữ" }, { "", 0, "" }, { "1,5", 0, "1,5" }, { "NaN", 0, "NaN" }, { "1e999", 0, "1e999" }, { "0x10", 0, "0x10" }, { "-", 0, "-" },
	{ "0.9", XLSX_PERCENT, "90%" }, { "0.27200000000000002", XLSX_PERCENT, "27.2%" }, { "1", XLSX_PERCENT, "100%" }, { "0", XLSX_PERCENT, "0%" },
	{ "0.91249999999999998", XLSX_PERCENT, "91.25%" }, { "-0.005", XLSX_PERCENT, "-0.5%" },
	{ "1", XLSX_DAY, "01/01/1900" }, { "59", XLSX_DAY, "28/02/1900" }, { "60", XLSX_DAY, "29/02/1900" }, { "61", XLSX_DAY, "01/03/1900" },
	{ "36525", XLSX_DAY, "31/12/1999" }, { "36585", XLSX_DAY, "29/02/2000" },
	{ "2958465", XLSX_DAY, "31/12/9999" }, { "2958466", XLSX_DAY, "2958466" },
	{ "-1", XLSX_DAY, "-1" }, { "46203", XLSX_DAY | XLSX_MONTH | XLSX_YEAR, "30/06/2026" }, { "46203", XLSX_YEAR, "2026" },
	{ "46203", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_BARE_DAY | XLSX_BARE_MONTH, "30/6/2026" },
	{ "46178", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_BARE_DAY, "5/06/2026" }, { "46178", XLSX_MONTH | XLSX_YEAR | XLSX_BARE_MONTH, "6/2026" },
	{ "46178", XLSX_DAY | XLSX_MONTH | XLSX_YEAR, "05/06/2026" },
	{ "46203.75", XLSX_DAY | XLSX_TIME, "30/06/2026 18:00" }, { "46203.999999999", XLSX_DAY | XLSX_TIME, "01/07/2026 00:00" },
	{ "0.50001157407407411", XLSX_TIME, "12:00:01" }, { "1.5", XLSX_TIME, "12:00" }, { "1.5", XLSX_TIME | XLSX_ELAPSED, "36:00" },
};

static const struct { const char *code; unsigned shows; } formats[] = {
	{ "General", XLSX_PLAIN }, { "0.00", XLSX_PLAIN }, { "0%", XLSX_PERCENT }, { "0.00%;[Red]-0.00%", XLSX_PERCENT }, { "#,##0.00\" điểm\"", XLSX_PLAIN },
	{ "0\\%", XLSX_PLAIN }, { "0\"%\"", XLSX_PLAIN }, { "dd/mm/yyyy", XLSX_DAY | XLSX_MONTH | XLSX_YEAR }, { "mm/yyyy;@", XLSX_MONTH | XLSX_YEAR },
	{ "d/m/yyyy", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_BARE_DAY | XLSX_BARE_MONTH },
	{ "D/MM/YYYY", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_BARE_DAY },
	{ "d/mm/yyyy h:m", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_TIME | XLSX_BARE_DAY }, { "h:m", XLSX_TIME },
	{ "m/yyyy", XLSX_MONTH | XLSX_YEAR | XLSX_BARE_MONTH },
	{ "[$-42A]dd\\/mm", XLSX_DAY | XLSX_MONTH }, { "h:mm", XLSX_TIME }, { "[h]:mm:ss", XLSX_TIME | XLSX_ELAPSED }, { "mm:ss.0", XLSX_TIME },
	{ "[Red]0.0", XLSX_PLAIN },
	{ "_(* #,##0_);_(* \\(#,##0\\)", XLSX_PLAIN }, { "0.00E+00", XLSX_PLAIN }, { "\"ngày\" 0", XLSX_PLAIN }, { "\"d", XLSX_PLAIN },
	{ "[d", XLSX_PLAIN }, { "\\", XLSX_PLAIN }, { "", XLSX_PLAIN }, { "0;yyyy", XLSX_PLAIN },
	{ "dd/mm/yyyy h:mm", XLSX_DAY | XLSX_MONTH | XLSX_YEAR | XLSX_TIME },
};

static void test_numbers(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(numbers); i++)
		assert_string_equal(xlsx_number(a, str_c(numbers[i].text), numbers[i].format, false).p, numbers[i].shown);
	assert_string_equal(xlsx_number(a, S("0"), XLSX_DAY, true).p, "01/01/1904");
	assert_string_equal(xlsx_number(a, S("44741"), XLSX_DAY, true).p, "30/06/2026");
	assert_string_equal(xlsx_date(a, S("2026-06-30T14:30:00")).p, "30/06/2026 14:30");
	assert_string_equal(xlsx_date(a, S("hôm qua")).p, "hôm qua");
	for (size_t i = 0; i < COUNT(formats); i++) {
		if (xlsx_format(str_c(formats[i].code)) != formats[i].shows)
			print_message("format %zu\n", i);
		assert_int_equal(xlsx_format(str_c(formats[i].code)), formats[i].shows);
	}
}

int docin_read_xlsx_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sheets), cmocka_unit_test(test_strict), cmocka_unit_test(test_several), cmocka_unit_test(test_notes),
		cmocka_unit_test(test_refused), cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_limits), cmocka_unit_test(test_empty_rows),
		cmocka_unit_test(test_numbers), cmocka_unit_test(test_old_fonts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
