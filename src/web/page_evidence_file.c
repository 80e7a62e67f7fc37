#include "web/evidence_view.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct evidence_bytes x;
	if (!evidence_open(q->r, q->a, param_id(q, "evidence"), (int)param_id(q, "ord"), &x, e))
		return false;
	return req_send_file(q, x.path, "application/octet-stream", x.name);
}

const struct page page_evidence_file = {
	.method = GET, .path = "/minh-chung/:evidence/tep", .title = "Tải tệp của minh chứng",
	.help = "Tệp của một minh chứng, đúng từng byte như khi lưu; ord: bản thứ mấy, không có là bản mới nhất.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_EVIDENCE, .id = "evidence",
	.params = { { "evidence", "minh chứng", PARAM_ID }, { "ord", "bản", PARAM_NUMBER, 1, 1000000 } },
	.example = "/minh-chung/1/tep", .source = "issue 6 (7); RFC 6266", .run = run,
};
