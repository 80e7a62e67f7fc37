#include "app/job.h"
#include "web/page.h"

/* It is read apart, as every file is, and shown there before anything is written. */
static bool run(struct req *q, struct view *v, struct err *e)
{
	const struct upload *f = param_file(q, "file");
	int64_t id = 0;
	(void)v;
	return job_add(q->r, q->a, q->place.body, f->path.p, f->name, 0, &id, e) && req_go(q, "/nhap/%lld", (long long)id);
}

const struct page page_set_give = {
	.method = POST, .path = "/bo-tieu-chi", .title = "Xem bộ tiêu chí trước khi nhận",
	.help = "Đọc tệp và cho biết sẽ ghi gì; chưa ghi gì cho đến khi bạn nhận.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "file", "tệp bộ tiêu chí", PARAM_FILE, 0, JOB_FILE_MOST, .wanted = true } },
	.form = &page_sets,
	.example = "file=BỘ+TIÊU+CHÍ+NĂM+2026",
	.source = "issue 6 (10); app/job.h",
	.run = run,
};
