/* docx_sample.h -- an official document by hand, with all that one can hold: letterhead, legal bases, headings, items, a chart with its
 * table, a signature, and an annex on wide pages whose table goes over two of them. Everything in it is made up. */
#ifndef TESTS_DOCX_SAMPLE_H
#define TESTS_DOCX_SAMPLE_H
#include "doc/chart.h"
#include "doc/node.h"

#define NOWHERE ((struct place){ 0 })

static inline struct node *says(struct arena *a, struct node *parent, enum node_kind kind, enum formal formal, const char *text)
{
	struct node *n = node_add(a, parent, kind, NOWHERE);
	n->formal = (unsigned char)formal;
	if (*text)
		node_run(a, n, str_c(text), NOWHERE);
	return n;
}

static inline struct node *para(struct arena *a, struct node *parent, enum formal f, const char *text)
{
	return says(a, parent, NODE_PARA, f, text);
}

static inline struct node *head(struct arena *a, struct node *parent, int level, const char *text)
{
	struct node *n = says(a, parent, NODE_HEADING, FORMAL_NONE, text);
	n->level = level;
	return n;
}

static inline struct node *item(struct arena *a, struct node *parent, int level, const char *marker, const char *text)
{
	struct node *n = says(a, parent, NODE_ITEM, FORMAL_NONE, text);
	n->level = level;
	n->marker = str_c(marker);
	return n;
}

static inline struct node *table(struct arena *a, struct node *parent, bool plain, const int *widths, size_t n)
{
	struct node *t = node_add(a, parent, NODE_TABLE, NOWHERE);
	t->plain = plain;
	t->widths = (struct widths){ widths, n };
	return t;
}

static inline struct node *row(struct arena *a, struct node *t, bool header)
{
	struct node *r = node_add(a, t, NODE_ROW, NOWHERE);
	r->header = header;
	return r;
}

static inline struct node *cell(struct arena *a, struct node *r, enum formal f, const char *text)
{
	struct node *c = node_add(a, r, NODE_CELL, NOWHERE);
	c->number = f == FORMAL_CELL_NUMBER;
	if (*text)
		para(a, c, f, text);
	return c;
}

static inline void sample_letterhead(struct arena *a, struct node *root)
{
	static const int widths[] = { 440, 560 };
	struct node *t = table(a, root, true, widths, 2), *r = row(a, t, false);
	para(a, cell(a, r, FORMAL_PARENT, "ỦY BAN NHÂN DÂN TỈNH AN SƠN"), FORMAL_ISSUER, "SỞ NỘI VỤ");
	para(a, cell(a, r, FORMAL_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), FORMAL_MOTTO, "Độc lập - Tự do - Hạnh phúc");
	r = row(a, t, false);
	struct node *left = cell(a, r, FORMAL_NUMBER, "Số:        /KH-SNV");
	cell(a, r, FORMAL_PLACE_DATE, "An Sơn, ngày 05 tháng 02 năm 2026");
	para(a, left, FORMAL_DRAFT, "DỰ THẢO");
}

static inline void sample_signature(struct arena *a, struct node *root)
{
	static const int widths[] = { 500, 500 };
	struct node *r = row(a, table(a, root, true, widths, 2), false);
	struct node *left = cell(a, r, FORMAL_RECIPIENTS, "Nơi nhận:"), *right = cell(a, r, FORMAL_SIGN_AUTHORITY, "KT. GIÁM ĐỐC");
	static const char *const to[] = { "UBND tỉnh (để báo cáo);", "Các phòng chuyên môn thuộc Sở;", "Lưu: VT, CCHC." };
	for (size_t i = 0; i < COUNT(to); i++) {
		struct node *n = item(a, left, 1, "-", to[i]);
		n->formal = FORMAL_RECIPIENT;
	}
	para(a, right, FORMAL_SIGN_AUTHORITY, "PHÓ GIÁM ĐỐC");
	para(a, right, FORMAL_SIGN_NAME, "Trần Thị Mẫu");
}

static inline void sample_chart(struct arena *a, struct node *root)
{
	static const str labels[] = { S("Thể chế"), S("Thủ tục hành chính"), S("Tổ chức bộ máy & biên chế"), S("Chuyển đổi số") };
	static const int64_t lost[] = { 125, 50, CHART_NONE, 310 }, before[] = { 200, 75, 10, 290 };
	static const struct chart_series series[] = { { S("Năm 2025"), lost }, { S("Năm 2024"), before } };
	static const struct chart chart = { CHART_BARS, S("Điểm mất theo lĩnh vực"), S("điểm"), S("Lĩnh vực"), 2, COUNT(labels), COUNT(series), labels, series };
	node_add(a, root, NODE_CHART, NOWHERE)->chart = &chart;
	para(a, root, FORMAL_CAPTION, "Bảng 1. Điểm mất theo lĩnh vực");
	para(a, root, FORMAL_UNIT, "Đơn vị tính: điểm");
	struct node *t = table(a, root, false, NULL, 0), *r = row(a, t, true);
	cell(a, r, FORMAL_CELL, "Lĩnh vực");
	cell(a, r, FORMAL_CELL, "Năm 2025");
	cell(a, r, FORMAL_CELL, "Năm 2024");
	static const char *const figures[][3] = { { "Thể chế", "1,25", "2,00" }, { "Thủ tục hành chính", "0,50", "0,75" },
	                                          { "Tổ chức bộ máy & biên chế", "", "0,10" }, { "Chuyển đổi số", "3,10", "2,90" } };
	for (size_t i = 0; i < COUNT(figures); i++) {
		r = row(a, t, false);
		cell(a, r, FORMAL_CELL, figures[i][0]);
		cell(a, r, FORMAL_CELL_NUMBER, figures[i][1]);
		cell(a, r, FORMAL_CELL_NUMBER, figures[i][2]);
	}
}

static inline void sample_text(struct arena *a, struct node *root)
{
	struct node *type = says(a, root, NODE_HEADING, FORMAL_TYPE, "KẾ HOẠCH");
	type->level = 1;
	para(a, root, FORMAL_SUBJECT, "Khắc phục tồn tại, hạn chế trong công tác cải cách hành chính năm 2025 của Sở Nội vụ tỉnh An Sơn và các đơn vị trực thuộc");
	para(a, root, FORMAL_BASIS, "Căn cứ Quyết định số 123/QĐ-UBND ngày 15 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh An Sơn về việc công bố kết quả chỉ số cải cách hành chính năm 2025;");
	para(a, root, FORMAL_BASIS, "Căn cứ Kế hoạch số 45/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh An Sơn.");
	head(a, root, 2, "I. MỤC ĐÍCH, YÊU CẦU");
	head(a, root, 4, "1. Mục đích");
	item(a, root, 1, "-", "Khắc phục dứt điểm các tồn tại, hạn chế đã được chỉ ra; nâng điểm số và thứ hạng năm 2026 so với năm 2025.");
	item(a, root, 1, "-", "Phân công rõ người, rõ việc, rõ thời hạn:");
	item(a, root, 2, "+", "Phòng Cải cách hành chính là đầu mối;");
	item(a, root, 2, "+", "Văn phòng Sở tổng hợp.");
	head(a, root, 4, "2. Yêu cầu");
	static const char *const markers[] = { "a)", "b)", "c)", "d)", "đ)", "e)", "g)" };
	for (size_t i = 0; i < COUNT(markers); i++)
		item(a, root, 1, markers[i], "Mỗi tiêu chí mất điểm có nguyên nhân, giải pháp, đơn vị chủ trì, thời hạn và sản phẩm kiểm chứng được.");
	head(a, root, 2, "II. KẾT QUẢ VÀ ĐIỂM MẤT");
	struct node *p = para(a, root, FORMAL_BODY, "Năm 2025 đơn vị đạt ");
	node_run(a, p, S("86,15/100"), NOWHERE)->bold = true;
	node_run(a, p, S(" điểm, xếp "), NOWHERE);
	node_run(a, p, S("thứ 7/19"), NOWHERE)->italic = true;
	node_run(a, p, S(" sở, ngành; giảm 0,35 điểm so với năm 2024 (chi tiết tại Phụ lục I kèm theo)."), NOWHERE);
	sample_chart(a, root);
	head(a, root, 2, "III. TỔ CHỨC THỰC HIỆN");
	para(a, root, FORMAL_BODY, "Trên đây là Kế hoạch khắc phục tồn tại, hạn chế năm 2025 của Sở Nội vụ; trong quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Phòng Cải cách hành chính để tổng hợp, báo cáo Giám đốc Sở xem xét, quyết định./.");
}

static inline void sample_annex(struct arena *a, struct node *root, int criteria)
{
	static const int widths[] = { 50, 220, 90, 240, 240, 160 };
	static const char *const heads[] = { "TT", "Tiêu chí", "Điểm", "Nguyên nhân", "Giải pháp", "Chủ trì; thời hạn" };
	para(a, root, FORMAL_ANNEX_NO, "Phụ lục I")->begins = BEGINS_LANDSCAPE;
	para(a, root, FORMAL_ANNEX_TITLE, "BẢNG TỔNG HỢP TIÊU CHÍ MẤT ĐIỂM VÀ GIẢI PHÁP KHẮC PHỤC");
	para(a, root, FORMAL_ANNEX_REF, "(Kèm theo Kế hoạch số      /KH-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ)");
	struct node *t = table(a, root, false, widths, COUNT(widths)), *r = row(a, t, true);
	for (size_t i = 0; i < COUNT(heads); i++)
		cell(a, r, FORMAL_CELL, heads[i]);
	r = row(a, t, true);
	for (size_t i = 0; i < COUNT(heads); i++)
		cell(a, r, FORMAL_CELL_CENTRE, str_fmt(a, "(%zu)", i + 1).p);
	for (int i = 0; i < criteria; i++) {
		if (i % 6 == 0) {
			r = row(a, t, false);
			struct node *c = cell(a, r, FORMAL_CELL, "");
			c->colspan = 6;
			node_run(a, para(a, c, FORMAL_CELL, ""), str_fmt(a, "%d. Lĩnh vực thứ %d", i / 6 + 1, i / 6 + 1), NOWHERE)->bold = true;
		}
		r = row(a, t, false);
		cell(a, r, FORMAL_CELL_CENTRE, str_fmt(a, "%d.%d", i / 6 + 1, i % 6 + 1).p);
		cell(a, r, FORMAL_CELL, "Thực hiện chế độ báo cáo định kỳ về cải cách hành chính đúng thời hạn, đầy đủ nội dung");
		cell(a, r, FORMAL_CELL_NUMBER, i % 2 ? "0,50" : "1,25");
		cell(a, r, FORMAL_CELL, "Báo cáo quý III gửi chậm 02 ngày; phụ lục số liệu chưa khớp với hệ thống");
		struct node *c = cell(a, r, FORMAL_NONE, "");
		item(a, c, 1, "-", "Giao đầu mối theo dõi thời hạn;");
		item(a, c, 1, "-", "Đối chiếu số liệu trước khi trình ký.");
		if (i % 2 == 0 && i + 1 < criteria && (i + 1) % 6) {
			cell(a, r, FORMAL_CELL, "Phòng Cải cách hành chính; trước ngày 15 tháng cuối quý")->rowspan = 2;
		} else if (i % 2 == 0) {
			cell(a, r, FORMAL_CELL, "Văn phòng Sở; 30/6/2026");
		}
	}
}

static inline struct node *sample(struct arena *a, int criteria)
{
	struct node *root = node_new(a, NODE_DOC, NOWHERE);
	root->title = S("Kế hoạch khắc phục tồn tại, hạn chế năm 2025");
	sample_letterhead(a, root);
	sample_text(a, root);
	sample_signature(a, root);
	sample_annex(a, root, criteria);
	return root;
}

#endif
