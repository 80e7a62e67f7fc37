#include "report/report.h"
#include "report/tables.h"

/* Bodies by rank within their groups. */

static bool any_survey(const struct report_ranking *k)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->at[i]->survey)
			return true;
	return false;
}

static int size_of(const struct report_ranking *k, str group)
{
	int n = 0;
	for (size_t i = 0; i < k->n; i++)
		n += str_eq(k->at[i]->group, group);
	return n;
}

static void row_put(struct table_to *t, const struct report_ranking *k, const struct standing *s, int n, bool survey)
{
	str class = s->printed_class.n ? s->printed_class : s->class ? s->class->name : (str){ 0 };
	table_open(t, false);
	table_int(t, n);
	table_text(t, s->name);
	table_points(t, s->max);
	table_points(t, survey ? s->points - s->survey : s->points);
	if (survey) {
		table_points(t, s->survey);
		table_points(t, s->points);
	}
	table_centre(t, s->percent < 0 ? (str){ 0 } : str_fmt(t->a, "%s%%", percent_vi(t->a, s->percent).p));
	table_centre(t, s->rank ? str_fmt(t->a, "%d/%d", s->rank, size_of(k, s->group)) : (str){ 0 });
	table_centre(t, class);
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	static const int narrow[] = { 50, 390, 110, 120, 110, 110, 110 }, wide[] = { 45, 305, 95, 105, 95, 95, 90, 85, 85 };
	static const char *const plain[] = { "STT", "Tên cơ quan", "Điểm tối đa", "Điểm thẩm định", "Tỷ lệ", "Xếp hạng", "Xếp loại" };
	static const char *const surveyed[] = { "STT", "Tên cơ quan", "Điểm tối đa", "Điểm thẩm định", "Điểm XHH", "Tổng điểm", "Tỷ lệ", "Xếp hạng", "Xếp loại" };
	const struct report_ranking *k = in->ranking;
	if (!k || !k->n)
		return fail(e, ERR_NOT_FOUND, "Chưa có kết quả của đơn vị nào trong năm này."), err_hint(e, "Đưa bảng kết quả vào hồ sơ ở trang Nhập tài liệu.");
	bool survey = any_survey(k);
	size_t columns = survey ? COUNT(wide) : COUNT(narrow);
	str title = str_fmt(a, "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d", k->year);
	struct node *root = table_part(a, in, title, report_word_or(in, "with", (str){ 0 }), BEGINS_LANDSCAPE);
	struct table_to t = survey ? table_begin(a, root, wide, columns) : table_begin(a, root, narrow, columns);
	table_head(&t, survey ? surveyed : plain, columns);
	int n = 0;
	for (size_t i = 0; i < k->n; i++) {
		const struct standing *s = k->at[i];
		bool new_group = !i || !str_eq(s->group, k->at[i - 1]->group);
		if (new_group && (s->group.n || i)) {
			table_open(&t, false);
			t.strong = true;
			table_wide(&t, str_fmt(a, "%.*s (%d đơn vị)", SF(s->group), size_of(k, s->group)), (int)columns);
			t.strong = false;
		}
		n = new_group ? 1 : n + 1;
		row_put(&t, k, s, n, survey);
	}
	table_sign(a, root, in);
	*ret = root;
	return true;
}

const struct report_kind report_ranking = {
	.name = "bang-xep-hang", .title = "Bảng kết quả, xếp hạng các đơn vị",
	.help = "Điểm, tỷ lệ, hạng trong nhóm và xếp loại của từng đơn vị, theo nhóm.",
	.source = "issue 7 (10); sets.md (Kết quả); domain.md 4", .symbol = "", .needs = NEEDS_RANKING, .build = build,
};
