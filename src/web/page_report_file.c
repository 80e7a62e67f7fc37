#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct report_ask ask;
	struct report_made m;
	const struct renderer *as;
	str bytes;
	(void)v;
	str format = param_text(q, "format").n ? param_text(q, "format") : S("docx");
	if (!report_take(q, &ask, e) || !report_as(str_fmt(q->a, "x.%.*s", SF(format)), &as, e))
		return false;
	ask.draft = param_yes(q, "draft");
	return report_make(q->r, q->a, &ask, &m, e) && report_file(q->a, &m, as, &bytes, e) &&
	       req_send(q, bytes, "application/octet-stream", report_file_name(q->a, &m, as));
}

const struct page page_report_file = {
	.method = GET, .path = "/bao-cao/tep", .title = "Tải văn bản",
	.help = "Văn bản thành tệp: bản dự thảo, hoặc bản chính thức để trống số và ngày; số liệu chưa khớp thì chỉ có bản dự thảo.",
	.who = WHO_RIGHT, .area = "documents", .acts = "draft|sign", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, REPORT_PARAMS, { "format", "dạng tệp", PARAM_CHOICE, .choices = report_formats },
	            { "draft", "dự thảo", PARAM_YES } },
	.example = "/bao-cao/tep?" REPORT_EXAMPLE "&format=xlsx&draft=1", .source = "issue 7", .run = run,
};
