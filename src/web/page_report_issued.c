#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	str path, name;
	(void)v;
	return report_issued_file(q->r, q->a, param_id(q, "issued"), &path, &name, e) &&
	       req_send_file(q, path, "application/octet-stream", name);
}

const struct page page_report_issued = {
	.method = GET, .path = "/bao-cao/so/:issued", .title = "Tải văn bản đã phát hành",
	.help = "Tệp của một văn bản đã phát hành, đúng từng byte như khi phát hành.",
	.who = WHO_RIGHT, .area = "documents", .acts = "see", .of = PLACE_ISSUED, .id = "issued",
	.params = { { "issued", "văn bản", PARAM_ID } },
	.example = "/bao-cao/so/1", .source = "issue 7", .run = run,
};
