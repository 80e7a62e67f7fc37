#include "app/document.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct document_file f;
	return document_open(q->r, q->a, param_id(q, "document"), &f, e) && req_send_file(q, f.path, "application/octet-stream", f.name);
}

const struct page page_document_file = {
	.method = GET, .path = "/van-ban/:document/tep", .title = "Tải tệp của văn bản",
	.help = "Tệp của một văn bản đã nhập, đúng từng byte như khi nhập.",
	.who = WHO_RIGHT, .area = "imports", .acts = "see", .of = PLACE_DOCUMENT, .id = "document",
	.params = { { "document", "văn bản", PARAM_ID } },
	.example = "/van-ban/1/tep", .source = "issue 6 (3, 7); RFC 6266", .run = run,
};
