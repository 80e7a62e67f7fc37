#include "app/batch.h"
#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	str path, name;
	(void)v;
	return batch_file(q->r, q->a, &path, &name, e) && req_send_file(q, path, "application/zip", name);
}

const struct page page_report_archive = {
	.method = GET, .path = "/bao-cao/hang-loat/tep", .title = "Tải văn bản của các đơn vị",
	.help = "Tệp nén của lượt lập văn bản gần nhất mà chính bạn yêu cầu.",
	.who = WHO_RIGHT, .area = "documents", .acts = "draft|sign", .of = PLACE_UNIT,
	.params = { PARAM_PLACE },
	.example = "/bao-cao/hang-loat/tep", .source = "issue 7", .run = run,
};
