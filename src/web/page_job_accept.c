#include "app/job.h"
#include "web/page.h"

enum { ITEMS_MOST = 350 };

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct job j;
	struct job_accept how = { .clean = param_yes(q, "clean"), .force = param_yes(q, "force"), .take = param_texts(q, "take"),
	                          .leave = param_texts(q, "leave") };
	size_t rest = 0;
	(void)v;
	if (!job_load(q->r, q->a, param_id(q, "job"), &j, e) || !job_accept(q->r, q->a, &j, &how, &rest, e))
		return false;
	req_tell(q, rest ? str_fmt(q->a, "Đã nhận vào hồ sơ; còn %zu mục để lại chờ xem.", rest) : S("Đã nhận vào hồ sơ."));
	return req_go(q, "/nhap/%lld", (long long)j.id);
}

const struct page page_job_accept = {
	.method = POST, .path = "/nhap/:job/nhan", .title = "Nhận vào hồ sơ",
	.help = "Ghi vào hồ sơ những gì đọc được, trừ các mục để lại; chỗ khác với hồ sơ chỉ được thay khi chọn lấy theo văn bản.",
	.who = WHO_RIGHT, .area = "imports", .acts = "change", .of = PLACE_JOB, .id = "job",
	.params = {
		{ "job", "lượt nhập", PARAM_ID }, { "take", "lấy theo văn bản", PARAM_TEXTS, .max = ITEMS_MOST },
		{ "leave", "để lại", PARAM_TEXTS, .max = ITEMS_MOST }, { "clean", "chỉ nhận những mục không sai, không khác", PARAM_YES },
		{ "force", "nhận cả khi cơ quan khác ban hành", PARAM_YES },
	},
	.form = &page_job, .typed = "accepting", .example = "clean=1", .source = "issue 6 (3)", .run = run,
};
