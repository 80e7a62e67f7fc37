#include "web/openapi.h"
#include "web/web.h"

str web_openapi(struct arena *a) { return openapi_of(a, pages_all()); }

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v, (void)e;
	return req_send(q, web_openapi(q->a), "application/json", (str){ 0 });
}

const struct page page_api = {
	.method = GET, .path = "/api", .title = "Dành cho phần mềm khác",
	.help = "Bản mô tả OpenAPI của mọi địa chỉ: phần mềm khác đọc được những gì người xem thấy, và làm được những gì người làm được.",
	.who = WHO_PERSON,
	.example = "/api",
	.json = "{\"type\":\"object\",\"required\":[\"openapi\",\"paths\"]}",
	.source = "issue 6; OpenAPI 3.1.1",
	.run = run,
};
