#include "app/cycle.h"
#include "web/page.h"

static const char *const phases[] = { "self_score", "appraise_1", "explain", "appraise_2", "survey", "council", "publish", "mend", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int year = (int)param_id(q, "year");
	if (!cycle_phase(q->r, q->a, year, param_text(q, "phase"), param_day(q, "opens"), param_day(q, "closes"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã lưu một bước của kỳ năm %d.", year));
	return req_go(q, "/ky#nam-%d", year);
}

const struct page page_cycle_phase = {
	.method = POST, .path = "/ky/:year/giai-doan", .title = "Đặt ngày của một bước",
	.help = "Ngày đầu và ngày cuối của một bước trong kỳ.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "year", "năm", PARAM_NUMBER, 2000, 2200 }, { "phase", "bước", PARAM_CHOICE, .wanted = true, .choices = phases },
	            { "opens", "từ ngày", PARAM_DAY, .wanted = true }, { "closes", "đến hết ngày", PARAM_DAY, .wanted = true } },
	.form = &page_cycles, .typed = "phase", .example = "year=2024&phase=mend&opens=2025-02-01&closes=2025-12-14", .source = "issue 6 (10)", .run = run,
};
