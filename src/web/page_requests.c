#include "app/request.h"
#include "web/dispatch.h"
#include "web/work.h"

static void answering(struct req *q, struct view *row, int64_t id)
{
	static const char *const names[] = { "text", "number", "on" };
	bool here = q->method == POST && str_eq(q->path, str_fmt(q->a, "/kien-nghi/%lld/tra-loi", (long long)id));
	struct view *f = view_object(row, "reply");
	view_yes(f, "open", here);
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct given *g = here ? given_find(q, names[i]) : NULL;
		view_text(f, names[i], g ? given_text(q->a, g->value, true) : (str){ 0 });
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	request_rows rows = { 0 };
	int page = param_id(q, "page") ? (int)param_id(q, "page") : 1;
	if (!request_list(q->r, q->a, q->place.body, q->place.year, page, &rows, e))
		return false;
	struct view *form = view_object(v, "form");
	view_text(form, "text", (str){ 0 });
	view_text(form, "addressee", (str){ 0 });
	view_yes(v, "adding", q->method == POST && str_eq(q->path, S("/kien-nghi")));
	view_pages(q, v, page, rows.n == REQUEST_PAGE, -1, REQUEST_PAGE);
	view_rows(v, "requests");
	for (size_t i = 0; i < rows.n; i++) {
		const struct request_row *x = &rows.at[i];
		struct view *row = view_row(v, "requests");
		view_count(row, "request", x->id);
		view_text(row, "text", x->text);
		view_text(row, "addressee", x->addressee);
		view_count(row, "answers", x->answers);
		view_day(row, "answered", x->answered);
		view_text(row, "number", x->number);
		view_text(row, "answer", x->answer);
		answering(q, row, x->id);
	}
	return true;
}

const struct page page_requests = {
	.method = GET, .path = "/kien-nghi", .title = "Kiến nghị",
	.help = "Những gì đơn vị đề nghị cấp trên giải quyết để khắc phục tồn tại, và trả lời đã nhận.",
	.who = WHO_RIGHT, .area = "findings", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, PARAM_PAGE },
	.template = "requests", .example = "/kien-nghi", .source = "issue 6 (5)", .run = run,
};
