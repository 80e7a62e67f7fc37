#include "report/report.h"
#include "report/tables.h"

/* Remedies down, months across; below it the four quarters, and a picture of what stands where by field. */

static const int widths[] = { 45, 75, 230, 110, 80, 38, 38, 38, 38, 38, 38, 38, 38, 39, 39, 39, 39 };
enum { COLUMNS_BEFORE = 5, COLUMNS_ALL = COLUMNS_BEFORE + MONTHS };

static const char *const marks[] = { [STATUS_NONE] = "", [STATUS_UNKNOWN] = "?", [STATUS_NOT_DONE] = "C", [STATUS_IN_PROGRESS] = "Đ",
	                             [STATUS_DONE] = "X" };
#define LEGEND "Ký hiệu: X đã hoàn thành; Đ đang triển khai (và tỷ lệ, %); C chưa thực hiện; ? chưa rõ; – không báo cáo; ! quá hạn; H tháng có thời hạn."

static str cell_of(struct arena *a, const struct month_cell *c)
{
	struct buf b = buf_open(a);
	if (c->kind == MONTH_TOLD)
		buf_fmt(&b, "%s", marks[c->state]);
	if (c->kind == MONTH_MISSING)
		buf_fmt(&b, "–");
	if (c->kind == MONTH_TOLD && c->state == STATUS_IN_PROGRESS && c->percent > 0)
		buf_fmt(&b, "\n%d", c->percent);
	if (c->late)
		buf_fmt(&b, "%s!", b.n ? "\n" : "");
	if (c->due.year)
		buf_fmt(&b, "%sH", b.n ? "\n" : "");
	return buf_str(&b);
}

static void heads(struct table_to *t)
{
	static const char *const before[] = { "TT", "Tiêu chí", "Giải pháp", "Chủ trì", "Thời hạn" };
	table_open(t, true);
	for (size_t i = 0; i < COUNT(before); i++)
		table_over(t, before[i], 1, 2);
	table_over(t, "Tiến độ trong tháng (kỳ báo cáo từ ngày 15 tháng trước đến ngày 14)", MONTHS, 1);
	table_open(t, true);
	for (int i = 1; i <= MONTHS; i++)
		table_over(t, str_fmt(t->a, "%d", i).p, 1, 1);
}

static void months_put(struct arena *a, struct node *root, const struct report_months *m)
{
	struct table_to t = table_begin(a, root, widths, COUNT(widths));
	int n = 0;
	heads(&t);
	for (size_t i = 0; i < m->fields.n; i++) {
		const struct report_months_field *f = &m->fields.at[i];
		table_open(&t, false);
		t.strong = true;
		table_wide(&t, f->code.n ? str_fmt(a, "%.*s. %.*s", SF(f->code), SF(f->name)) : S("Chưa gắn với tiêu chí nào"), COLUMNS_ALL);
		t.strong = false;
		for (size_t k = f->first; k < f->first + f->n; k++) {
			const struct report_months_row *r = &m->rows.at[k];
			table_open(&t, false);
			table_int(&t, ++n);
			table_text(&t, r->codes);
			table_text(&t, r->text);
			table_text(&t, r->lead);
			table_text(&t, r->due);
			for (int c = 0; c < MONTHS; c++) {
				t.strong = r->cell[c].late;
				table_centre(&t, cell_of(a, &r->cell[c]));
				t.strong = false;
			}
		}
	}
}

static void quarters_put(struct arena *a, struct node *root, const struct report_months *m)
{
	static const int wide[] = { 100, 260, 128, 128, 128, 128, 128 };
	static const char *const names[] = { "Quý", "Kỳ kiểm tra", "Giải pháp", "Có báo cáo", "Chưa báo cáo", "Hoàn thành", "Quá hạn" };
	bool any = false;
	for (int i = 0; i < QUARTERS; i++)
		any |= m->quarter[i].begun;
	if (!any)
		return;
	part_say(a, root, FORMAL_CAPTION, S("Kiểm tra theo quý"));
	struct table_to t = table_begin(a, root, wide, COUNT(wide));
	table_head(&t, names, COUNT(names));
	for (int i = 0; i < QUARTERS; i++) {
		const struct month_check *c = &m->quarter[i];
		if (!c->begun)
			continue;
		table_open(&t, false);
		table_centre(&t, str_fmt(a, "%s%s", (const char *const[]){ "I", "II", "III", "IV" }[i], c->over ? "" : " (đang diễn ra)"));
		table_centre(&t, str_fmt(a, "%02d/%02d/%d – %02d/%02d/%d", c->from.day, c->from.month, c->from.year, c->to.day, c->to.month, c->to.year));
		const int counts[] = { c->all, c->told, c->untold, c->done, c->late };
		for (size_t k = 0; k < COUNT(counts); k++)
			table_int(&t, counts[k]);
	}
}

static void chart_put(struct arena *a, struct node *root, const struct report_months *m)
{
	static const enum status of[] = { STATUS_DONE, STATUS_IN_PROGRESS, STATUS_NOT_DONE, STATUS_UNKNOWN };
	static const char *const names[] = { "Đã hoàn thành", "Đang triển khai", "Chưa thực hiện", "Chưa rõ" };
	size_t n = m->fields.n < CHART_LABELS_MAX ? m->fields.n : CHART_LABELS_MAX;
	str *labels = make_n(a, str, n + 1);
	struct chart_series *series = make_n(a, struct chart_series, COUNT(of));
	for (size_t s = 0; s < COUNT(of); s++) {
		int64_t *values = make_n(a, int64_t, n + 1);
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < m->fields.at[i].n; k++) {
				enum status state = m->rows.at[m->fields.at[i].first + k].state;
				values[i] += (state == STATUS_NONE ? STATUS_UNKNOWN : state) == of[s];
			}
		series[s] = (struct chart_series){ str_c(names[s]), values };
	}
	for (size_t i = 0; i < n; i++)
		labels[i] = m->fields.at[i].code.n ? m->fields.at[i].name : S("Khác");
	struct chart *c = make(a, struct chart);
	*c = (struct chart){ .kind = CHART_STACKED, .title = S("Giải pháp theo lĩnh vực và trạng thái"), .unit = S("giải pháp"), .first = S("Lĩnh vực"),
		             .labels = n, .series = COUNT(of), .label = labels, .of = series };
	node_add(a, root, NODE_CHART, (struct place){ 0 })->chart = c;
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	const struct report_months *m = in->months;
	if (!m || !m->rows.n)
		return fail(e, ERR_NOT_FOUND, "Chưa có giải pháp nào để lập bảng theo dõi."), err_hint(e, "Nhập kế hoạch khắc phục, hoặc thêm giải pháp cho từng tồn tại.");
	str title = str_fmt(a, "BẢNG THEO DÕI THỰC HIỆN KẾ HOẠCH KHẮC PHỤC TỒN TẠI, HẠN CHẾ TRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM %d", m->year);
	struct node *root = table_part(a, in, title, report_word_or(in, "with", str_fmt(a, "(Kế hoạch khắc phục của Chỉ số cải cách hành chính năm %d)", m->cycle_year)),
	                               BEGINS_LANDSCAPE);
	part_say(a, root, FORMAL_UNIT, S(LEGEND));
	months_put(a, root, m);
	quarters_put(a, root, m);
	table_sign(a, root, in);
	chart_put(a, root, m);
	*ret = root;
	return true;
}

const struct report_kind report_tracking = {
	.name = "theo-doi-thang", .title = "Bảng theo dõi tháng",
	.help = "Mỗi giải pháp một dòng, mười hai tháng một cột: đã báo gì, tháng nào thiếu, việc nào quá hạn; bên dưới là kiểm tra từng quý.",
	.source = "issue 7 (6); seed 001; domain.md 2", .symbol = "", .needs = NEEDS_MONTHS, .build = build,
};
