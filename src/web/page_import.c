#include "app/job.h"
#include "web/job_view.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	job_rows rows;
	bool more;
	int page = (int)param_id(q, "page");
	if (!job_list(q->r, q->a, q->place.body, page, &rows, &more, e))
		return false;
	view_yes(v, "may_give", right_has(&q->place, "imports", "change|propose") || right_has(&q->place, "appraisals", "change"));
	view_yes(v, "documents", right_has(&q->place, "imports", "change|propose"));
	view_yes(v, "accepts", right_has(&q->place, "imports", "change"));
	job_rows_put(v, "jobs", &rows);
	view_yes(v, "jobs_any", rows.n);
	view_object(v, "form");
	view_text(view_object(v, "form"), "of_year", param_id(q, "of_year") ? str_fmt(q->a, "%lld", (long long)param_id(q, "of_year")) : (str){ 0 });
	view_text(v, "empty", S("Chưa có tệp nào được gửi. Kéo tệp kế hoạch, báo cáo hay phụ lục vào ô trên để bắt đầu."));
	view_text(v, "empty_path", (str){ 0 });
	view_text(v, "empty_label", (str){ 0 });
	view_pages(q, v, page > 1 ? page : 1, more, -1, JOB_PAGE);
	view_yes(v, "pages_any", page > 1 || more);
	return true;
}

const struct page page_import = {
	.method = GET, .path = "/nhap", .title = "Nhập tài liệu",
	.help = "Gửi tệp lên, xem phần mềm đọc được gì và chỗ nào sai, rồi nhận vào hồ sơ.",
	.who = WHO_RIGHT, .area = "imports", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, PARAM_PAGE, { "of_year", "năm của Chỉ số", PARAM_NUMBER, JOB_YEAR_LEAST, JOB_YEAR_MOST } },
	.template = "import", .example = "/nhap", .source = "issue 6 (3)", .run = run,
};
