/* tests/docout/pdf_sample.h -- trees of official documents for tests, built by hand: short ways to write one, and a whole plan with
 * letterhead, legal bases, headings, items, a table, a chart, a signature and a landscape annex of six columns with merged cells. Own
 * words. */
#ifndef TESTS_DOCOUT_PDF_SAMPLE_H
#define TESTS_DOCOUT_PDF_SAMPLE_H
#include "doc/chart.h"
#include "doc/node.h"

#define NOWHERE ((struct place){ 0 })

static inline struct node *paper_block(struct arena *a, struct node *in, enum node_kind kind, enum formal formal, str text)
{
	struct node *n = node_add(a, in, kind, NOWHERE);
	n->formal = (unsigned char)formal;
	if (text.n)
		node_run(a, n, text, NOWHERE);
	return n;
}

static inline struct node *paper_para(struct arena *a, struct node *in, enum formal formal, const char *text)
{
	return paper_block(a, in, NODE_PARA, formal, str_c(text));
}

static inline struct node *paper_heading(struct arena *a, struct node *in, int level, const char *text)
{
	struct node *n = paper_block(a, in, NODE_HEADING, FORMAL_NONE, str_c(text));
	n->level = level;
	return n;
}

static inline struct node *paper_item(struct arena *a, struct node *in, enum formal formal, const char *marker, const char *text)
{
	struct node *n = paper_block(a, in, NODE_ITEM, formal, str_c(text));
	n->level = 1;
	n->marker = str_c(marker);
	return n;
}

static inline struct node *paper_table(struct arena *a, struct node *in, bool plain, const int *widths, size_t n)
{
	struct node *t = node_add(a, in, NODE_TABLE, NOWHERE);
	t->plain = plain;
	t->widths = (struct widths){ widths, n };
	return t;
}

static inline struct node *paper_row(struct arena *a, struct node *table, bool header)
{
	struct node *r = node_add(a, table, NODE_ROW, NOWHERE);
	r->header = header;
	return r;
}

static inline struct node *paper_cell(struct arena *a, struct node *row, int wide, int high, enum formal formal, const char *text)
{
	struct node *c = node_add(a, row, NODE_CELL, NOWHERE);
	c->colspan = wide;
	c->rowspan = high;
	if (*text)
		paper_para(a, c, formal, text);
	return c;
}

/* -- the plan ---------------------------------------------------------------------------------------- */

static inline void paper_letterhead(struct arena *a, struct node *doc)
{
	static const int widths[] = { 420, 580 };
	struct node *t = paper_table(a, doc, true, widths, 2), *r = paper_row(a, t, false);
	struct node *left = paper_cell(a, r, 1, 1, FORMAL_PARENT, "UBND TỈNH TRƯỜNG GIANG");
	struct node *right = paper_cell(a, r, 1, 1, FORMAL_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	paper_para(a, left, FORMAL_ISSUER, "SỞ CÔNG THƯƠNG");
	paper_para(a, right, FORMAL_MOTTO, "Độc lập - Tự do - Hạnh phúc");
	r = paper_row(a, t, false);
	paper_cell(a, r, 1, 1, FORMAL_NUMBER, "Số: 07/KH-SCT");
	paper_cell(a, r, 1, 1, FORMAL_PLACE_DATE, "Trường Giang, ngày 09 tháng 02 năm 2026");
}

static inline void paper_opening(struct arena *a, struct node *doc)
{
	paper_para(a, doc, FORMAL_TYPE, "KẾ HOẠCH");
	paper_para(a, doc, FORMAL_SUBJECT, "Khắc phục tồn tại, hạn chế trong công tác cải cách hành chính năm 2025 của Sở Công Thương");
	paper_para(a, doc, FORMAL_BASIS,
	           "Căn cứ Quyết định số 112/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về việc công bố Chỉ số cải cách "
	           "hành chính năm 2025 của các sở, ban, ngành;");
	paper_para(a, doc, FORMAL_BASIS, "Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026.");
	paper_para(a, doc, FORMAL_BODY,
	           "Sở Công Thương ban hành Kế hoạch khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025 như sau:");
	paper_heading(a, doc, 1, "I. MỤC ĐÍCH, YÊU CẦU");
	paper_heading(a, doc, 2, "1. Mục đích");
	struct node *n = paper_para(a, doc, FORMAL_BODY, "Xác định rõ nguyên nhân của từng tiêu chí bị trừ điểm, ");
	node_run(a, n, S("giao rõ đơn vị chủ trì"), NOWHERE)->bold = true;
	node_run(a, n, S(" và thời hạn hoàn thành; không để "), NOWHERE);
	node_run(a, n, S("cùng một tiêu chí"), NOWHERE)->italic = true;
	node_run(a, n, S(" bị trừ điểm hai năm liên tiếp."), NOWHERE);
	paper_heading(a, doc, 2, "2. Yêu cầu");
	paper_item(a, doc, FORMAL_BODY, "-", "Mỗi tồn tại có ít nhất một giải pháp, một đơn vị chủ trì và một thời hạn không trước ngày ban hành.");
	paper_item(a, doc, FORMAL_BODY, "-", "Kết quả được theo dõi hằng tháng, báo cáo Giám đốc Sở trước ngày 14 của tháng cuối quý.");
}

static inline const struct chart *paper_chart(struct arena *a)
{
	static const str labels[] = { S("Công tác chỉ đạo, điều hành cải cách hành chính"), S("Cải cách thể chế"), S("Cải cách thủ tục hành chính"),
		S("Cải cách tổ chức bộ máy"), S("Xây dựng chính quyền điện tử, chính quyền số") };
	static const int64_t lost[] = { 1750, 250, 908, CHART_NONE, 3000 }, before[] = { 1500, 0, 1200, 500, 2125 };
	static const struct chart_series of[] = { { S("Năm 2025"), lost }, { S("Năm 2024"), before } };
	struct chart *c = make(a, struct chart);
	*c = (struct chart){ CHART_BARS, S("Điểm bị trừ theo lĩnh vực"), S("điểm"), S("Lĩnh vực"), 3, COUNT(labels), COUNT(of), labels, of };
	return c;
}

static inline const struct chart *paper_states(struct arena *a)
{
	static const str labels[] = { S("Văn phòng"), S("Phòng Quản lý thương mại"), S("Phòng Kỹ thuật an toàn và Môi trường") };
	static const int64_t done[] = { 4, 7, 0 }, doing[] = { 3, 2, 5 }, late[] = { 1, 0, 2 };
	static const struct chart_series of[] = { { S("Hoàn thành"), done }, { S("Đang thực hiện"), doing }, { S("Quá hạn"), late } };
	struct chart *c = make(a, struct chart);
	*c = (struct chart){ CHART_STACKED, S("Tiến độ theo đơn vị"), S("giải pháp"), S("Đơn vị"), 0, COUNT(labels), COUNT(of), labels, of };
	return c;
}

static inline void paper_body(struct arena *a, struct node *doc, int items)
{
	paper_heading(a, doc, 1, "II. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025");
	paper_para(a, doc, FORMAL_BODY, "Sở đạt 81,013 điểm trên 96 điểm tối đa, xếp hạng 9/20; bị trừ 5,908 điểm ở bốn lĩnh vực.");
	node_add(a, doc, NODE_CHART, NOWHERE)->chart = paper_chart(a);
	paper_heading(a, doc, 1, "III. NHIỆM VỤ, GIẢI PHÁP");
	for (int i = 1; i <= items; i++) {
		paper_heading(a, doc, 2, str_fmt(a, "%d. Tiêu chí %d.%d", i, 1 + i / 5, 1 + i % 5).p);
		static const char lost[] = "Tồn tại: hồ sơ thứ %d trong 24 hồ sơ được kiểm tra ngẫu nhiên chưa được số hóa khi tiếp nhận, tỷ lệ đạt 76,4%%, "
		                           "thấp hơn mức 80%% mà Bộ tiêu chí yêu cầu; nguyên nhân là phần mềm một cửa chưa bắt buộc đính kèm tệp.";
		paper_para(a, doc, FORMAL_BODY, str_fmt(a, lost, i).p);
		paper_item(a, doc, FORMAL_BODY, "-", "Giải pháp: bổ sung bước kiểm tra tệp đính kèm trước khi chuyển hồ sơ; Văn phòng Sở chủ trì.");
		paper_item(a, doc, FORMAL_BODY, "+", "Thời hạn: trước ngày 30 tháng 6 năm 2026.");
	}
	paper_heading(a, doc, 1, "IV. TỔ CHỨC THỰC HIỆN");
	node_add(a, doc, NODE_CHART, NOWHERE)->chart = paper_states(a);
	paper_para(a, doc, FORMAL_BODY,
	           "Trong quá trình thực hiện, nếu có vướng mắc, các phòng, đơn vị báo cáo về Văn phòng Sở để tổng hợp, trình Giám đốc Sở xem xét, quyết định./.");
}

static inline void paper_signature(struct arena *a, struct node *doc)
{
	static const int widths[] = { 500, 500 };
	struct node *r = paper_row(a, paper_table(a, doc, true, widths, 2), false);
	struct node *left = paper_cell(a, r, 1, 1, FORMAL_RECIPIENTS, "Nơi nhận:"), *right = paper_cell(a, r, 1, 1, FORMAL_SIGN_AUTHORITY, "KT. GIÁM ĐỐC");
	paper_item(a, left, FORMAL_RECIPIENT, "-", "UBND tỉnh (để báo cáo);");
	paper_item(a, left, FORMAL_RECIPIENT, "-", "Sở Nội vụ;");
	paper_item(a, left, FORMAL_RECIPIENT, "-", "Các phòng, đơn vị thuộc Sở;");
	paper_item(a, left, FORMAL_RECIPIENT, "-", "Lưu: VT, VP.");
	paper_para(a, right, FORMAL_SIGN_AUTHORITY, "PHÓ GIÁM ĐỐC");
	paper_para(a, right, FORMAL_SIGN_NAME, "Nguyễn Thị Hồng Ánh");
}

static inline void paper_annex(struct arena *a, struct node *doc, int rows)
{
	static const char *const heads[] = { "TT", "Tồn tại, hạn chế", "Giải pháp", "Thời hạn", "Tiến độ thực hiện", "Ghi chú" };
	static const char *const numbers[] = { "(1)", "(2)", "(3)", "(4)", "(5)", "(6)" };
	paper_para(a, doc, FORMAL_ANNEX_NO, "Phụ lục I")->begins = BEGINS_LANDSCAPE;
	paper_para(a, doc, FORMAL_ANNEX_TITLE, "KẾT QUẢ KHẮC PHỤC TỒN TẠI, HẠN CHẾ");
	paper_para(a, doc, FORMAL_ANNEX_REF, "(Kèm theo Kế hoạch số 07/KH-SCT ngày 09 tháng 02 năm 2026 của Sở Công Thương)");
	struct node *t = paper_table(a, doc, false, NULL, 0), *r = paper_row(a, t, true);
	for (int i = 0; i < 6; i++)
		paper_cell(a, r, 1, 1, FORMAL_CELL_CENTRE, heads[i]);
	r = paper_row(a, t, true);
	for (int i = 0; i < 6; i++)
		paper_cell(a, r, 1, 1, FORMAL_CELL_CENTRE, numbers[i]);
	for (int i = 0; i < rows; i++) {
		if (i % 5 == 0) {
			r = paper_row(a, t, false);
			paper_cell(a, r, 1, 1, FORMAL_CELL_CENTRE, str_fmt(a, "%d", i / 5 + 1).p);
			struct node *c = paper_cell(a, r, 5, 1, FORMAL_NONE, str_fmt(a, "Lĩnh vực %d: Cải cách thủ tục hành chính", i / 5 + 1).p);
			c->first->first->bold = true;
		}
		r = paper_row(a, t, false);
		paper_cell(a, r, 1, 1, FORMAL_CELL_CENTRE, str_fmt(a, "%d.%d", i / 5 + 1, i % 5 + 1).p);
		paper_cell(a, r, 1, 1, FORMAL_NONE,
		           "Tỷ lệ hồ sơ trả đúng hạn đạt 24/25 (0,96/1 điểm): một hồ sơ cấp phép kinh doanh khí trả chậm 02 ngày do chờ ý kiến của cơ quan phối hợp.");
		struct node *c = paper_cell(a, r, 1, 1, FORMAL_NONE, "");
		paper_item(a, c, FORMAL_NONE, "-", "Ký quy chế phối hợp với Công an tỉnh, trong đó ấn định thời gian trả lời là 03 ngày làm việc;");
		paper_item(a, c, FORMAL_NONE, "-", "Cảnh báo trên phần mềm một cửa trước khi đến hạn 02 ngày.");
		if (i % 5 == 0)
			paper_cell(a, r, 1, rows - i < 5 ? rows - i : 5, FORMAL_CELL_CENTRE, "Quý II năm 2026");
		paper_cell(a, r, 1, 1, FORMAL_NONE, i % 2 ? "Đã hoàn thành (Quy chế số 31/QC-SCT-CAT)" : "Đang thực hiện");
		paper_cell(a, r, 1, 1, FORMAL_NONE, "");
	}
}

static inline struct node *paper_plan(struct arena *a, int items, int rows)
{
	struct node *doc = node_new(a, NODE_DOC, NOWHERE);
	doc->title = S("Kế hoạch khắc phục tồn tại, hạn chế năm 2025 của Sở Công Thương");
	paper_letterhead(a, doc);
	paper_opening(a, doc);
	paper_body(a, doc, items);
	paper_signature(a, doc);
	paper_annex(a, doc, rows);
	return doc;
}

#endif
