#include "web/page_report.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	str kind = param_text(q, "kind"), name = param_text(q, "name"), text = param_text(q, "text");
	(void)v;
	if (!wording_put(q->r, q->a, q->place.body, kind, name, text, e))
		return false;
	req_tell(q, text.n ? S("Đã ghi lời văn.") : S("Đã bỏ lời văn; văn bản lại dùng lời mẫu."));
	return req_go(q, kind.n ? "/bao-cao?unit=%lld&year=%d&kind=%.*s#loi-van" : "/bao-cao?unit=%lld&year=%d%.*s#loi-van",
	        (long long)q->place.unit,
	              q->place.year, SF(kind));
}

const struct page page_report_words = {
	.method = POST, .path = "/bao-cao/loi-van", .title = "Ghi lời văn",
	.help = "Lời văn riêng của đơn vị trong văn bản: căn cứ, nơi nhận, địa danh, người ký, các câu mẫu; để trống là bỏ.",
	.who = WHO_RIGHT, .area = "documents", .acts = "draft|sign", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "kind", "loại văn bản", PARAM_TEXT, 0, 40 }, { "name", "mục", PARAM_TEXT, 1, WORDING_NAME,
	        .wanted = true },
	            { "text", "lời văn", PARAM_LINES, 0, WORDING_TEXT } },
	.form = &page_report, .example = "name=place&text=Tr%C6%B0%E1%BB%9Dng+Giang", .source = "issue 7", .run = run,
};
