/* A small official document with all its parts: letterhead, body, chart beside its table, signature, an annex across. */
#include "doc/chart.h"
#include "doc/node.h"

#define SPEC(lit) { lit, sizeof(lit) - 1 }

static inline struct node *spec_block(struct arena *a, struct node *in, enum node_kind kind, enum formal part, const char *text)
{
	struct node *n = node_add(a, in, kind, (struct place){ 0 });
	n->formal = (unsigned char)part;
	node_run(a, n, str_c(text), (struct place){ 0 });
	return n;
}

static inline struct node *spec_item(struct arena *a, struct node *in, int level, const char *marker, const char *text)
{
	struct node *n = spec_block(a, in, NODE_ITEM, FORMAL_NONE, text);
	n->level = level;
	n->marker = str_c(marker);
	return n;
}

static inline struct node *spec_table(struct arena *a, struct node *in, bool plain, const int *widths, size_t n)
{
	struct node *t = node_add(a, in, NODE_TABLE, (struct place){ 0 });
	t->plain = plain;
	t->widths = (struct widths){ widths, n };
	return t;
}

static inline struct node *spec_row(struct arena *a, struct node *table, bool header)
{
	struct node *r = node_add(a, table, NODE_ROW, (struct place){ 0 });
	r->header = header;
	return r;
}

static inline struct node *spec_cell(struct arena *a, struct node *row, enum formal part, const char *text)
{
	struct node *c = node_add(a, row, NODE_CELL, (struct place){ 0 });
	c->number = part == FORMAL_CELL_NUMBER;
	if (*text)
		spec_block(a, c, NODE_PARA, part, text);
	return c;
}

/* A row of texts, parted by "|"; "#" before one: a figure. */
static inline void spec_cells(struct arena *a, struct node *table, bool header, const char *texts)
{
	struct node *r = spec_row(a, table, header);
	str all = str_c(texts);
	for (size_t at = 0, end; at <= all.n; at = end + 1) {
		end = str_find(all, S("|"), at);
		str one = str_copy(a, str_sub(all, at, end));
		bool figure = one.n && one.p[0] == '#';
		spec_cell(a, r, figure ? FORMAL_CELL_NUMBER : FORMAL_CELL, one.p + figure);
	}
}

static inline void spec_head(struct arena *a, struct node *doc)
{
	static const int halves[] = { 390, 610 };
	struct node *t = spec_table(a, doc, true, halves, 2), *r = spec_row(a, t, false), *left = spec_cell(a, r, FORMAL_PARENT, "UBND TỈNH TRƯỜNG GIANG");
	spec_block(a, left, NODE_PARA, FORMAL_ISSUER, "SỞ TƯ PHÁP");
	struct node *right = spec_cell(a, r, FORMAL_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	spec_block(a, right, NODE_PARA, FORMAL_MOTTO, "Độc lập - Tự do - Hạnh phúc");
	r = spec_row(a, t, false);
	spec_cell(a, r, FORMAL_NUMBER, "Số: 07/KH-STP");
	spec_cell(a, r, FORMAL_PLACE_DATE, "Trường Giang, ngày 05 tháng 02 năm 2026");
	spec_block(a, doc, NODE_PARA, FORMAL_TYPE, "KẾ HOẠCH");
	spec_block(a, doc, NODE_PARA, FORMAL_SUBJECT, "Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025");
}

static inline void spec_body(struct arena *a, struct node *doc)
{
	static const int64_t lost[] = { 700, 1250, 300 }, won[] = { 450, 1000, CHART_NONE };
	static const str fields[] = { SPEC("Chỉ đạo, điều hành"), SPEC("Cải cách thể chế"), SPEC("Thủ tục hành chính") };
	static const struct chart_series series[] = { { SPEC("Bị trừ"), lost }, { SPEC("Lấy lại được"), won } };
	static const int widths[] = { 100, 500, 200, 200 };
	struct chart *chart = make(a, struct chart);
	*chart = (struct chart){ CHART_BARS, S("Điểm theo lĩnh vực"), S("điểm"), S("Lĩnh vực"), 3, 3, 2, fields, series };
	spec_block(a, doc, NODE_PARA, FORMAL_BASIS, "Căn cứ Quyết định số 12/QĐ-UBND ngày 15/01/2026 của UBND tỉnh công bố Chỉ số cải cách hành chính năm 2025.");
	spec_block(a, doc, NODE_PARA, FORMAL_NONE, "Sở Tư pháp xây dựng Kế hoạch khắc phục các tiêu chí bị trừ điểm năm 2025 như sau:");
	spec_block(a, doc, NODE_HEADING, FORMAL_NONE, "I. MỤC ĐÍCH, YÊU CẦU")->level = 1;
	spec_item(a, doc, 1, "-", "Khắc phục triệt để các tiêu chí bị trừ điểm.");
	spec_item(a, doc, 2, "+", "Rõ người, rõ việc, rõ thời hạn.");
	spec_block(a, doc, NODE_HEADING, FORMAL_NONE, "II. KẾT QUẢ THEO LĨNH VỰC")->level = 1;
	spec_block(a, doc, NODE_PARA, FORMAL_CAPTION, "Bảng 1. Điểm bị trừ theo lĩnh vực");
	struct node *t = spec_table(a, doc, false, widths, 4);
	spec_cells(a, t, true, "TT|Lĩnh vực|Bị trừ|Lấy lại được");
	spec_cells(a, t, false, "#1|Chỉ đạo, điều hành|#0,7|#0,45");
	spec_cells(a, t, false, "#2|Cải cách thể chế|#1,25|#1");
	spec_cells(a, t, false, "#3|Thủ tục hành chính|#0,3|");
	node_add(a, doc, NODE_CHART, (struct place){ 0 })->chart = chart;
	spec_block(a, doc, NODE_PARA, FORMAL_NONE, "Trên đây là Kế hoạch của Sở Tư pháp./.");
}

static inline void spec_foot(struct arena *a, struct node *doc)
{
	static const int halves[] = { 500, 500 };
	struct node *r = spec_row(a, spec_table(a, doc, true, halves, 2), false), *left = spec_cell(a, r, FORMAL_RECIPIENTS, "Nơi nhận:");
	spec_block(a, left, NODE_PARA, FORMAL_RECIPIENT, "- UBND tỉnh (để b/c);");
	spec_block(a, left, NODE_PARA, FORMAL_RECIPIENT, "- Lưu: VT, VP.");
	struct node *right = spec_cell(a, r, FORMAL_SIGN_AUTHORITY, "KT. GIÁM ĐỐC");
	spec_block(a, right, NODE_PARA, FORMAL_SIGN_AUTHORITY, "PHÓ GIÁM ĐỐC");
	spec_block(a, right, NODE_PARA, FORMAL_SIGN_NAME, "Nông Văn Khải");
}

static inline void spec_annex(struct arena *a, struct node *doc)
{
	spec_block(a, doc, NODE_PARA, FORMAL_ANNEX_NO, "Phụ lục I")->begins = BEGINS_LANDSCAPE;
	spec_block(a, doc, NODE_PARA, FORMAL_ANNEX_TITLE, "NHIỆM VỤ, GIẢI PHÁP KHẮC PHỤC");
	spec_block(a, doc, NODE_PARA, FORMAL_ANNEX_REF, "(Kèm theo Kế hoạch số 07/KH-STP ngày 05 tháng 02 năm 2026 của Sở Tư pháp)");
	struct node *t = spec_table(a, doc, false, NULL, 0), *r = spec_row(a, t, true);
	const char *const heads[] = { "TT", "Tiêu chí", "Điểm", "Lý do", "Giải pháp", "Chủ trì", "Thời hạn" };
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct node *c = spec_cell(a, r, FORMAL_NONE, heads[i]);
		c->colspan = i == 2 ? 2 : 1;
		c->rowspan = i == 2 ? 1 : 2;
	}
	spec_cells(a, t, true, "Tối đa|Bị trừ");
	r = spec_row(a, t, false);
	spec_cell(a, r, FORMAL_NONE, "I")->first->first->bold = true;
	struct node *field = spec_cell(a, r, FORMAL_NONE, "Công tác chỉ đạo, điều hành");
	field->colspan = 7;
	field->first->first->bold = true;
	spec_cells(a, t, false, "#1|1.2. Mức độ thực hiện kế hoạch CCHC|#2|#0,2|Hoàn thành 18/20 nhiệm vụ|Lập nhóm theo dõi nhiệm vụ hằng tuần|Văn phòng|Tháng 6/2026");
	spec_cells(a, t, false, "#2|1.6. Sáng kiến cải cách hành chính|#1,5|#0,5|Chỉ có sáng kiến cấp cơ sở|Đặt hàng sáng kiến|Văn phòng|Quý III/2026");
}

static inline struct node *specimen(struct arena *a)
{
	struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
	doc->title = S("Kế hoạch 07/KH-STP");
	spec_head(a, doc);
	spec_body(a, doc);
	spec_foot(a, doc);
	spec_annex(a, doc);
	return doc;
}
