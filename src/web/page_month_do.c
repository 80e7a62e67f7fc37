#include "app/progress.h"
#include "core/kept.h"
#include "web/page_month.h"

static const char *const states[] = { "not_done", "in_progress", "done", "unknown", NULL };

/* What is given and empty was not said. */
static const char *said_of(const struct req *q, const char *name)
{
	const char *s = param_said(q, name);
	return s && *s ? s : NULL;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t remedy = param_id(q, "remedy"), id;
	strs told = { 0 };
	struct progress_said s = { .state = said_of(q, "state"), .percent = said_of(q, "percent"), .text = said_of(q, "text"), .on = said_of(q, "on") };
	if (!progress_add(q->r, q->a, remedy, &s, &id, &told, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã ghi tiến độ của G%lld: %s%s%s.", (long long)remedy, state_vi(state_of(param_text(q, "state"))),
	                    s.percent ? ", " : "", s.percent ? str_fmt(q->a, "%s%%", s.percent).p : ""));
	for (size_t i = 0; i < told.n; i++)
		req_tell(q, told.at[i]);
	str address = month_address(q, q->place.year);
	return req_go(q, "%.*s&saved=%lld#g%lld", SF(address), (long long)remedy, (long long)remedy);
}

const struct page page_month_do = {
	.method = POST, .path = "/theo-doi/:remedy/tien-do", .title = "Ghi tiến độ",
	.help = "Ghi thêm tiến độ của một giải pháp vào bảng theo dõi; tiến độ đã ghi trước đó vẫn còn.",
	.who = WHO_RIGHT, .area = "progress", .acts = "change|change_own", .of = PLACE_REMEDY, .id = "remedy",
	.params = { { "remedy", "giải pháp", PARAM_ID, .wanted = true }, PARAM_PLACE, MONTH_FILTERS, { "open", "giải pháp", PARAM_ID },
	            { "state", "trạng thái", PARAM_CHOICE, .wanted = true, .choices = states },
	            { "percent", "tỷ lệ hoàn thành", PARAM_NUMBER, 0, 100 },
	            { "text", "nội dung", PARAM_TEXT, 0, SAID_TEXT },
	            { "on", "ngày", PARAM_DAY } },
	.form = &page_month,
	.example = "state=in_progress&percent=60&text=%C4%90%C3%A3+s%E1%BB%91+h%C3%B3a+60%25&on=2026-06-14",
	.source = "issue 6 (6)",
	.run = run,
};
