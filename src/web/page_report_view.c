#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct report_ask ask;
	struct report_made m;
	str bytes;
	(void)v;
	if (!report_take(q, &ask, e))
		return false;
	ask.draft = true;
	return report_make(q->r, q->a, &ask, &m, e) && report_preview(q->a, &m, &bytes, e) &&
	       req_send(q, bytes, "text/html; charset=utf-8", (str){ 0 });
}

const struct page page_report_view = {
	.method = GET, .path = "/bao-cao/xem", .title = "Xem trước văn bản",
	.help = "Văn bản như khi in ra, có dấu dự thảo.",
	.who = WHO_RIGHT, .area = "documents", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, REPORT_PARAMS },
	.example = "/bao-cao/xem?" REPORT_EXAMPLE, .source = "issue 7", .run = run,
};
