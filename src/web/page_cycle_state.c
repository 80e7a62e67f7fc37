#include "app/cycle.h"
#include "web/page.h"

static const char *const states[] = { "open", "published", "closed", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int year = (int)param_id(q, "year");
	if (!cycle_state(q->r, q->a, year, param_text(q, "state"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã đổi trạng thái của kỳ năm %d.", year));
	return req_go(q, "/ky#nam-%d", year);
}

const struct page page_cycle_state = {
	.method = POST, .path = "/ky/:year/trang-thai", .title = "Đổi trạng thái của kỳ",
	.help = "Đang mở, đã công bố, đã đóng.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "year", "năm", PARAM_NUMBER, 2000, 2200 }, { "state", "trạng thái", PARAM_CHOICE, .wanted = true, .choices = states } },
	.form = &page_cycles, .typed = "state_form", .example = "year=2024&state=closed", .source = "issue 6 (10)", .run = run,
};
