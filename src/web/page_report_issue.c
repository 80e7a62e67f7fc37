#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct report_ask ask;
	struct report_made m;
	const struct renderer *as;
	str bytes;
	int64_t id;
	(void)v;
	if (!report_take(q, &ask, e) || !report_as(str_fmt(q->a, "x.%.*s", SF(param_text(q, "format"))), &as, e))
		return false;
	ask.number = param_id(q, "number");
	ask.on = param_day(q, "on");
	if (!report_make(q->r, q->a, &ask, &m, e) || !report_issue(q->r, q->a, &m, as, &id, &bytes, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã phát hành %.*s. Tệp nằm trong sổ văn bản ở dưới.", SF(m.number)));
	return req_go(q, "/bao-cao?%.*s#so", SF(report_asked(q)));
}

const struct page page_report_issue = {
	.method = POST, .path = "/bao-cao/phat-hanh", .title = "Phát hành",
	.help = "Lấy số tiếp theo trong sổ văn bản của đơn vị và giữ đúng tệp đã phát hành; số liệu chưa khớp thì không phát hành được.",
	.who = WHO_RIGHT, .area = "documents", .acts = "sign", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, REPORT_PARAMS, { "format", "dạng tệp", PARAM_CHOICE, .wanted = true, .choices = report_formats },
	            { "number", "số", PARAM_NUMBER, 1, 99999 }, { "on", "ngày ban hành", PARAM_DAY } },
	.form = &page_report, .example = "kind=ke-hoach-tieu-chi&year=2023&format=docx", .source = "issue 7; domain.md 7", .run = run,
};
