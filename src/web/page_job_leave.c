#include "app/job.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct job j;
	(void)v;
	if (!job_load(q->r, q->a, param_id(q, "job"), &j, e) || !job_leave(q->r, q->a, &j, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã để lại “%.*s”; hồ sơ không thay đổi.", SF(j.file_name)));
	return right_has(&q->place, "imports", "see") ? req_go(q, "/nhap?unit=%lld", (long long)j.body) : req_go(q, "/bo-tieu-chi");
}

const struct page page_job_leave = {
	.method = POST, .path = "/nhap/:job/bo", .title = "Để lại văn bản", .help = "Không nhận văn bản này; tệp và những gì đã sửa vẫn được lưu.",
	.who = WHO_PERSON, .of = PLACE_JOB, .id = "job",
	.params = { { "job", "lượt nhập", PARAM_ID } }, .form = &page_job, .example = "job=2", .source = "issue 6 (3)", .run = run,
};
