#include "report/report.h"
#include "report/tables.h"

/* Every criterion of the set with what the body gives itself and why; what appraisers said of it, once they did. */

/* Of all criteria: those that a survey or others score stand in no column of the body's own. */
static str rate(struct arena *a, const struct report_score *s)
{
	struct buf b = buf_open(a);
	points shown = s->appraised_any ? s->appraised : s->self;
	if (s->percent < 0)
		return (str){ 0 };
	if (shown != s->points)
		buf_put(&b, S("Tính cả điểm điều tra và điểm do người khác chấm: "));
	buf_fmt(&b, "%s/%s điểm, đạt %s%%", points_vi(a, s->points).p, points_vi(a, s->max).p, percent_vi(a, s->percent).p);
	if (s->class.n)
		buf_fmt(&b, ", xếp loại %.*s", SF(s->class));
	return buf_str(&b);
}

static void row_put(struct table_to *t, const struct report_score *s, const struct report_score_row *r)
{
	table_open(t, false);
	t->strong = !r->leaf;
	table_text(t, r->code);
	table_text(t, r->name);
	table_points(t, r->max);
	if (r->excluded) {
		table_wide(t, r->reason.n ? str_fmt(t->a, "Không áp dụng: %.*s", SF(r->reason)) : S("Không áp dụng"), s->appraised_any ? 5 : 3);
		return;
	}
	table_points(t, r->self);
	if (s->appraised_any)
		table_points(t, r->appraised);
	table_text(t, r->explanation);
	if (s->appraised_any)
		table_text(t, r->reason);
	table_centre(t, r->leaf && r->files >= 0 ? str_fmt(t->a, "%d", r->files) : (str){ 0 });
}

static void total_put(struct table_to *t, const struct report_score *s)
{
	table_open(t, false);
	t->strong = true;
	table_wide(t, S("TỔNG CỘNG"), 2);
	table_points(t, s->max);
	table_points(t, s->self);
	if (s->appraised_any)
		table_points(t, s->appraised);
	table_wide(t, rate(t->a, s), s->appraised_any ? 3 : 2);
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	static const int narrow[] = { 70, 370, 80, 80, 320, 80 }, wide[] = { 65, 270, 70, 70, 75, 200, 180, 70 };
	static const char *const own[] = { "STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Giải trình", "Số tài liệu" };
	static const char *const both[] = { "STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Giải trình", "Lý do / Ghi chú", "Số tài liệu" };
	const struct report_score *s = in->score;
	if (!s || !s->rows.n)
		return fail(e, ERR_NOT_FOUND, "Chưa có phiếu chấm điểm của năm này."), err_hint(e, "Mở trang Bảng điểm để nhập phiếu, hoặc nhờ người quản trị đưa bộ tiêu chí vào hồ sơ.");
	str title = str_fmt(a, "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d", s->year);
	struct node *root = table_part(a, in, title, s->set_name.n ? str_fmt(a, "(Theo %.*s)", SF(s->set_name)) : (str){ 0 }, BEGINS_LANDSCAPE);
	struct table_to t = s->appraised_any ? table_begin(a, root, wide, COUNT(wide)) : table_begin(a, root, narrow, COUNT(narrow));
	if (s->appraised_any)
		table_head(&t, both, COUNT(both));
	else
		table_head(&t, own, COUNT(own));
	for (size_t i = 0; i < s->rows.n; i++)
		row_put(&t, s, &s->rows.at[i]);
	total_put(&t, s);
	table_sign(a, root, in);
	*ret = root;
	return true;
}

const struct report_kind report_self_score = {
	.name = "bang-tu-cham", .title = "Bảng tự chấm điểm",
	.help = "Từng tiêu chí với điểm tự chấm và giải trình; có thẩm định rồi thì cả điểm thẩm định và lý do.",
	.source = "issue 7 (8); sets.md (Phiếu); domain.md 2 (3)", .symbol = "", .needs = NEEDS_SCORE, .build = build,
};
