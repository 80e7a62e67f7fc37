#include "web/page.h"

/* Every part of a page once, with figures of nobody: what writers of pages copy from, and what the browser tests look at first. */

static const struct { const char *code, *text, *lead, *due, *due_state, *due_left, *state; points max, lost; } rows[] = {
	{ "3.2.4", "Tỷ lệ hồ sơ giải quyết đúng hạn mới đạt 96,4%; còn 27 hồ sơ quá hạn ở lĩnh vực đầu tư", "Văn phòng", "Quý I/2026", "late",
	  "quá hạn 234 ngày", "in_progress", 20000, 5000 },
	{ "1.7", "Chưa có sáng kiến cải cách hành chính được công nhận trong năm", "Phòng Tổng hợp", "27/11/2026", "soon", "còn 6 ngày", "not_done",
	  10000, 10000 },
	{ "7a.1.3.2", "Tỷ lệ hồ sơ nộp trực tuyến chưa đạt chỉ tiêu 60%", "Phòng Quản lý đầu tư", "Quý IV/2026", "ahead", "còn 40 ngày", "done", 15000,
	  2280 },
	{ "5.8", "Chưa nộp tài liệu kiểm chứng về thực hiện tự chủ tài chính", "Phòng Kế hoạch", "thường xuyên, rà soát hằng tháng", "today",
	  "hôm nay đến kỳ rà soát", NULL, 5000, 5000 },
};
static const struct { int level; const char *code, *name; points max, self, points, lost; } tree[] = {
	{ 0, "3", "Cải cách thủ tục hành chính", 145000, 140000, 132500, 12500 },
	{ 1, "3.2", "Giải quyết thủ tục hành chính", 80000, 75000, 70000, 10000 },
	{ 2, "3.2.4", "Tỷ lệ hồ sơ giải quyết đúng hạn", 20000, 20000, 15000, 5000 },
	{ 2, "3.2.5", "Chất lượng giải quyết hồ sơ", 30000, 30000, 25000, 5000 },
	{ 3, "3.2.5.1", "Hồ sơ đủ thành phần", 10000, 10000, 5000, 5000 },
	{ 0, "4", "Cải cách tổ chức bộ máy", 90000, 90000, 90000, 0 },
};
/* A letter a month: '.' nothing told, 'n' not done, 'd' in progress, 'l' late, 's' soon, 'x' done */
static const struct { const char *text, *months; } plan[] = {
	{ "Rà soát hồ sơ quá hạn từng tuần", ".ddddllx...." },
	{ "Đăng ký ít nhất một sáng kiến", "...nnndddds." },
	{ "Hướng dẫn nộp hồ sơ trực tuyến", "ddx........." },
};
static const struct { char letter; const char *state, *words; } months[] = {
	{ '.', "", "" }, { 'n', "not_done", "chưa" }, { 'd', "in_progress", "đang" }, { 'l', "late", "quá hạn" }, { 's', "soon", "sắp hạn" },
	{ 'x', "done", "xong" },
};
enum { HEADS = 4, LINES = 7 };
static const struct {
	const char *kind, *title, *unit, *first, *heads[HEADS];
	struct { const char *label, *cells[HEADS]; } lines[LINES];
} charts[] = {
	{ "bar", "Điểm bị trừ theo lĩnh vực", "điểm", "Lĩnh vực", { "Bị trừ", "Tối đa" },
	  { { "Chỉ đạo, điều hành", { "2,15", "9" } }, { "Cải cách thể chế", { "0,25", "10" } }, { "Cải cách thủ tục hành chính", { "1,25", "14,5" } },
	    { "Cải cách tổ chức bộ máy", { "0", "9" } }, { "Cải cách chế độ công vụ", { "1,5", "15" } }, { "Cải cách tài chính công", { "2", "12,5" } },
	    { "Xây dựng chính quyền điện tử, chính quyền số", { "3,728", "16" } } } },
	{ "line", "Chỉ số qua các năm", "%", "Năm", { "Chỉ số", "Trung bình khối" },
	  { { "2021", { "78,4", "81,2" } }, { "2022", { "81,15", "82,6" } }, { "2023", { "", "83,1" } }, { "2024", { "84,02", "84,9" } },
	    { "2025", { "86,42", "85,3" } } } },
	{ "stack", "Giải pháp theo tình trạng", "giải pháp", "Đơn vị", { "Đã hoàn thành", "Đang triển khai", "Chưa thực hiện", "Quá hạn" },
	  { { "Văn phòng", { "5", "3", "1", "2" } }, { "Phòng Tổng hợp", { "2", "4", "0", "0" } },
	    { "Phòng Quản lý đầu tư", { "7", "1", "2", "1" } } } },
};

static void put_chart(struct view *v, size_t i)
{
	struct view *c = view_object(v, "chart");
	view_text(c, "kind", str_c(charts[i].kind));
	view_text(c, "title", str_c(charts[i].title));
	view_text(c, "unit", str_c(charts[i].unit));
	view_text(c, "first", str_c(charts[i].first));
	for (size_t h = 0; h < HEADS && charts[i].heads[h]; h++)
		view_text(view_row(c, "heads"), "text", str_c(charts[i].heads[h]));
	for (size_t l = 0; l < LINES && charts[i].lines[l].label; l++) {
		struct view *row = view_row(c, "rows");
		view_text(row, "label", str_c(charts[i].lines[l].label));
		for (size_t h = 0; h < HEADS && charts[i].lines[l].cells[h]; h++)
			view_text(view_row(row, "cells"), "value", str_c(charts[i].lines[l].cells[h]));
	}
}

static void put_months(struct view *v)
{
	for (int m = 1; m <= 12; m++)
		view_count(view_row(v, "months"), "month", m);
	for (size_t i = 0; i < COUNT(plan); i++) {
		struct view *row = view_row(v, "plan");
		view_text(row, "text", str_c(plan[i].text));
		for (const char *m = plan[i].months; *m; m++)
			for (size_t j = 0; j < COUNT(months); j++)
				if (months[j].letter == *m) {
					struct view *cell = view_row(row, "cells");
					view_text(cell, "state", str_c(months[j].state));
					view_text(cell, "words", str_c(months[j].words));
				}
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)e;
	points max = 0, lost = 0;
	view_percent(v, "percent", 8642);
	view_points(v, "points", 820990);
	view_points(v, "max", 950000);
	static const char *const states[] = { "not_done", "in_progress", "done", "unknown", NULL };
	for (size_t i = 0; i < COUNT(states); i++)
		view_text(view_row(v, "states"), "state", str_c(states[i]));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct view *row = view_row(v, "rows");
		view_count(row, "id", (int64_t)i + 1);
		view_text(row, "code", str_c(rows[i].code));
		view_text(row, "text", str_c(rows[i].text));
		view_text(row, "lead", str_c(rows[i].lead));
		view_points(row, "max", rows[i].max);
		view_points(row, "lost", rows[i].lost);
		view_text(row, "due", str_c(rows[i].due));
		view_text(row, "due_state", str_c(rows[i].due_state));
		view_text(row, "due_left", str_c(rows[i].due_left));
		view_text(row, "state", str_c(rows[i].state));
		max += rows[i].max;
		lost += rows[i].lost;
	}
	view_points(v, "rows_max", max);
	view_points(v, "rows_lost", lost);
	view_pages(q, v, 2, true, 47, 20);
	put_months(v);
	for (size_t i = 0; i < COUNT(tree); i++) {
		struct view *row = view_row(v, "tree");
		view_count(row, "level", tree[i].level);
		view_text(row, "code", str_c(tree[i].code));
		view_text(row, "name", str_c(tree[i].name));
		view_points(row, "max", tree[i].max);
		view_points(row, "self", tree[i].self);
		view_points(row, "points", tree[i].points);
		view_points(row, "lost", tree[i].lost);
	}
	for (size_t i = 0; i < COUNT(charts); i++)
		put_chart(view_row(v, "charts"), i);
	view_text(v, "empty", S("Chưa có minh chứng nào cho năm 2025."));
	view_link(v, "empty_path", S("/minh-chung"));
	view_text(v, "empty_label", S("Tải minh chứng lên"));
	return true;
}

const struct page page_style = {
	.method = GET, .path = "/mau-giao-dien", .title = "Mẫu giao diện", .help = "Mọi thành phần của một trang, để người viết trang tham khảo.",
	.who = WHO_PERSON, .params = { PARAM_PAGE, { "text", "nội dung tìm", PARAM_TEXT, 0, 200 } }, .template = "style",
	.example = "/mau-giao-dien", .source = "issue 6", .run = run,
};
