#include "cli/index_files.h"
#include <stdio.h>
#include <time.h>

static struct date today_of(void)
{
	time_t now = time(NULL);
	struct tm t;
	localtime_r(&now, &t);
	return (struct date){ t.tm_year + 1900, t.tm_mon + 1, t.tm_mday };
}

/* "30/6/2026" or "2026-06-30" */
static bool is_day(const char *said, struct date *ret)
{
	char rest;
	if (sscanf(said, "%2d/%2d/%4d%c", &ret->day, &ret->month, &ret->year, &rest) != 3 &&
	    sscanf(said, "%4d-%2d-%2d%c", &ret->year, &ret->month, &ret->day, &rest) != 3)
		return false;
	return ret->year > 0 && ret->month > 0 && ret->day > 0 && date_valid(*ret);
}

static bool parse_today(const char *said, struct date *ret, struct err *e)
{
	if (!said)
		*ret = today_of();
	if (!said || is_day(said, ret))
		return true;
	fail(e, ERR_INPUT, "“%s” không phải là ngày.", said);
	return err_hint(e, "Viết --today như 30/6/2026.");
}

struct asked {
	struct scoring g;
	struct sheet  *sheet;
	struct facts  *plan;
	struct date    today;
	VEC(struct assumption) assume;
	int           *times_lost;
};

/* The years of --before, and this one behind them. */
static bool read_before(const struct call *c, struct arena *a, struct asked *r)
{
	struct history_year *years = make_n(a, struct history_year, c->given.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, "--before") && !cli_year(c, a, c->given.at[i].value, &years[n++]))
			return false;
	index_years(a, years, n);
	years[n] = (struct history_year){ .scoring = &r->g, .sheet = r->sheet, .scored = index_score(a, &r->g, r->sheet).leaf };
	if (n)
		years[n].from_before = mapping_propose(a, years[n - 1].scoring->set, r->g.set);
	r->times_lost = history_lost_before(a, years, n + 1);
	return true;
}

static bool read_all(const struct call *c, struct arena *a, struct asked *r)
{
	struct err e = { 0 };
	const char *plan = c->n > 2 ? c->args[2] : NULL;
	if (!parse_today(call_option(c, "--today"), &r->today, &e)) {
		cli_complain(c->io, NULL, &e);
		return false;
	}
	if (!cli_set(c, a, c->args[0], &r->g) || !cli_sheet(c, a, c->args[1], r->g.set, &r->sheet))
		return false;
	if (plan && !index_plan(a, plan, &r->plan, &e)) {
		cli_complain(c->io, plan, &e);
		return false;
	}
	if (!read_before(c, a, r))
		return false;
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, "--assume") &&
		    !assumption_parse(a, r->g.set, str_c(c->given.at[i].value), vec_add(a, &r->assume), &e)) {
			cli_complain(c->io, NULL, &e);
			return false;
		}
	return true;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct asked r = { .sheet = NULL };
	struct forecast f = { 0 };
	struct err e = { 0 };
	str bytes = { 0 };
	if (!read_all(c, a, &r))
		return EXIT_UNREADABLE;
	if (!forecast_make(a, &r.g, r.sheet, r.plan, r.today, r.assume.at, r.assume.n, r.times_lost, &f, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? forecast_json(a, r.g.set, &f) : forecast_text(a, r.g.set, &f, &y), EXIT_SOUND);
	bool ok = forecast_book(a, r.g.set, &f, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static const struct option options[] = {
	{ "--assume", "MÃ=GIÁ-TRỊ", "giả sử tiêu chí đạt giá trị này, như 3.2.2=95%", true },
	{ "--today", "NGÀY", "tính thời hạn như hôm nay là ngày này, như 30/6/2026", false },
	{ "--before", "BỘ=PHIẾU", "một năm trước đó, để biết tiêu chí nào mất điểm nhiều năm", true },
};

const struct verb verb_forecast = {
	.name = "forecast",
	.usage = "BỘ PHIẾU [KẾ-HOẠCH] [--assume MÃ=GIÁ-TRỊ]… [--today NGÀY] [--before BỘ=PHIẾU]… [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Dự báo điểm: tính việc đã xong, thêm việc đúng hạn, tất cả; điểm nào lấy lại được và nên làm theo thứ tự nào.",
	.more = "Kế hoạch (hay báo cáo) khắc phục là văn bản mà khacphuc extract đọc được; không có thì chỉ tính điểm đã mất và các giả sử.\n" INDEX_FILES
	        "Mã thoát: 0 dự báo được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (forecast); domain.md 2 (steps 10, 11)",
	.formats = true,
	.books = true,
	.least = 2,
	.most = 3,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
