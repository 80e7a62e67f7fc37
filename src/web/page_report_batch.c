#include "app/batch.h"
#include "web/page_report.h"

static const char *const levels[] = { "xã", "sở", "huyện", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct report_ask ask;
	(void)v;
	if (!report_take(q, &ask, e) ||
	    !batch_add(q->r, q->a, ask.kind, q->place.year, param_text(q, "period"), param_text(q, "level"), e))
		return false;
	req_tell(q, S("Đã nhận: văn bản của từng đơn vị đang được lập, xong thì tải ở dưới."));
	return req_go(q, "/bao-cao?%.*s#hang-loat", SF(report_asked(q)));
}

const struct page page_report_batch = {
	.method = POST, .path = "/bao-cao/hang-loat", .title = "Lập cho tất cả các đơn vị",
	.help = "Văn bản này của mọi đơn vị một cấp mà bạn được lập, mỗi đơn vị một tệp Word và một tệp PDF, trong một tệp nén.",
	.who = WHO_RIGHT, .area = "documents", .acts = "draft|sign", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, REPORT_PARAMS, { "level", "cấp", PARAM_CHOICE, .wanted = true, .choices = levels } },
	.form = &page_report, .example = REPORT_EXAMPLE "&level=s%E1%BB%9F", .source = "issue 7", .run = run,
};
