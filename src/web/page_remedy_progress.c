#include "app/progress.h"
#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct progress_said s = { .state = param_full(q, "state"), .percent = param_full(q, "percent"), .measure = param_full(q, "measure"),
		                   .target = param_full(q, "target"), .text = param_full(q, "text"), .on = param_full(q, "on") };
	int64_t remedy = param_id(q, "remedy"), id = 0;
	strs told = { 0 };
	if (!progress_add(q->r, q->a, remedy, &s, &id, &told, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã ghi tiến độ của giải pháp G%lld.", (long long)remedy));
	return work_said(q, &told, 0, e) && work_back(q, remedy);
}

const struct page page_remedy_progress = {
	.method = POST, .path = "/giai-phap/:remedy/tien-do", .title = "Báo tiến độ",
	.help = "Báo một giải pháp đã đến đâu. Lần báo trước vẫn giữ; tình trạng theo ngày muộn nhất.",
	.who = WHO_RIGHT, .area = "progress", .acts = "change|change_own", .of = PLACE_REMEDY, .id = "remedy",
	.params = { { "remedy", "giải pháp", PARAM_ID, .wanted = true }, { "finding", "tồn tại", PARAM_ID },
	            { "state", "tình trạng", PARAM_CHOICE, .choices = work_states, .wanted = true }, { "percent", "tỷ lệ hoàn thành", PARAM_TEXT, 0, 8 },
	            { "measure", "số liệu đo được", PARAM_TEXT, 0, 300 }, { "target", "mức cần đạt", PARAM_TEXT, 0, 300 },
	            { "text", "đã làm gì", PARAM_LINES, 0, 8000 }, { "on", "ngày", PARAM_TEXT, 0, 40 } },
	.form = &page_finding, .typed = "typed", .example = "remedy=1&finding=1&state=in_progress&percent=40", .source = "issue 6 (5)", .run = run,
};
