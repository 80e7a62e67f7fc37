#include "app/years.h"
#include "cli/index_files.h"
#include <time.h>

/* "30/6/2026" or "2026-06-30"; not given: today. */
static bool read_today(const struct call *c, struct date *ret)
{
	const char *said = call_option(c, "--today");
	struct err e = { 0 };
	int end = 0;
	if (!said) {
		time_t now = time(NULL);
		struct tm t;
		localtime_r(&now, &t);
		*ret = (struct date){ t.tm_year + 1900, t.tm_mon + 1, t.tm_mday };
		return true;
	}
	bool read = (sscanf(said, "%2d/%2d/%4d%n", &ret->day, &ret->month, &ret->year, &end) == 3 && !said[end]) ||
	            (sscanf(said, "%4d-%2d-%2d%n", &ret->year, &ret->month, &ret->day, &end) == 3 && !said[end]);
	if (read && ret->day > 0 && ret->month > 0 && ret->year > 0 && date_valid(*ret))
		return true;
	fail(&e, ERR_INPUT, "“%s” không phải là một ngày.", said);
	err_hint(&e, "Ghi như 30/6/2026.");
	cli_complain(c->io, NULL, &e);
	return false;
}

typedef VEC(struct assumption) assumptions;

static bool read_assumptions(const struct call *c, struct arena *a, const struct criteria_set *s, assumptions *ret)
{
	struct err e = { 0 };
	for (size_t i = 0; i < c->given.n; i++) {
		if (strcmp(c->given.at[i].option->name, "--assume"))
			continue;
		struct assumption one;
		if (!assumption_parse(a, s, str_c(c->given.at[i].value), &one, &e))
			return cli_complain(c->io, NULL, &e), false;
		*vec_add(a, ret) = one;
	}
	return true;
}

static size_t values_of(const struct call *c, const char *option, const char **ret)
{
	size_t n = 0;
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, option))
			ret[n++] = c->given.at[i].value;
	return n;
}

/* The years before, whose sets and sheets are given in one order, oldest first; then the year of the sheet. */
static bool read_times(const struct call *c, struct arena *a, const struct scoring *g, const struct sheet *t, const int **ret)
{
	const char **sets = make_n(a, const char *, c->given.n + 1), **sheets = make_n(a, const char *, c->given.n + 1);
	size_t n = values_of(c, "--old-set", sets);
	struct history_year *years = make_n(a, struct history_year, n + 1);
	struct err e = { 0 };
	if (values_of(c, "--old-sheet", sheets) != n) {
		fail(&e, ERR_INPUT, "--old-set và --old-sheet phải đi từng đôi.");
		err_hint(&e, "Ví dụ: --old-set bo-2024.xlsx --old-sheet phieu-2024.xlsx");
		return cli_complain(c->io, NULL, &e), false;
	}
	for (size_t i = 0; i < n; i++) {
		struct scoring *old = make(a, struct scoring);
		struct sheet *sheet = NULL;
		if (!cli_set(c, a, sets[i], old) || !cli_sheet(c, a, sheets[i], old->set, &sheet))
			return false;
		years[i] = history_year_of(a, old, sheet, i ? &years[i - 1] : NULL);
	}
	years[n] = history_year_of(a, g, t, n ? &years[n - 1] : NULL);
	*ret = history_lost_before(a, years, n + 1);
	return true;
}

static int put_forecast(const struct call *c, struct arena *a, const struct criteria_set *s, const struct forecast *f, struct date today)
{
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	struct err e = { 0 };
	str bytes = { 0 };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? forecast_json(a, s, f, today) : forecast_text(a, s, f, &y), EXIT_SOUND);
	bool ok = forecast_book(a, s, f, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct scoring g;
	struct sheet *t = NULL;
	struct facts *plan = NULL;
	struct date today;
	struct err e = { 0 };
	const int *times = NULL;
	assumptions assume = { 0 };
	struct forecast f;
	if (!read_today(c, &today) || !cli_set(c, a, c->args[0], &g) || !cli_sheet(c, a, c->args[1], g.set, &t))
		return EXIT_UNREADABLE;
	if (!read_assumptions(c, a, g.set, &assume) || !read_times(c, a, &g, t, &times))
		return EXIT_UNREADABLE;
	if (c->n > 2 && !index_plan(a, c->args[2], &plan, &e))
		return cli_complain(c->io, c->args[2], &e), EXIT_UNREADABLE;
	if (!forecast_make(a, &g, t, plan, today, assume.at, assume.n, times, &f, &e))
		return cli_complain(c->io, NULL, &e), EXIT_UNREADABLE;
	return put_forecast(c, a, g.set, &f, today);
}

static const struct option options[] = {
	{ "--assume", "MÃ=GIÁ-TRỊ", "nếu tiêu chí này đạt giá trị này, ví dụ 3.2.2=95%", true },
	{ "--today", "NGÀY", "ngày để xét đúng hạn; không ghi thì là hôm nay", false },
	{ "--old-set", "BỘ", "bộ tiêu chí của một năm trước, để biết tiêu chí nào mất điểm nhiều năm; cũ nhất trước", true },
	{ "--old-sheet", "PHIẾU", "phiếu của năm đó", true },
};

const struct verb verb_forecast = {
	.name = "forecast",
	.usage = "BỘ PHIẾU [KẾ-HOẠCH] [--assume MÃ=GIÁ-TRỊ]… [--today NGÀY] [--old-set BỘ --old-sheet PHIẾU]… [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Dự báo Chỉ số khi kế hoạch khắc phục được thực hiện, và nên làm tiêu chí nào trước.",
	.more = "Ba tổng điểm: chỉ tính việc đã xong, tính thêm việc đúng hạn, tính tất cả. Kế hoạch là văn bản mà extract đọc được (kế hoạch, báo cáo "
	        "tiến độ), hoặc JSON của extract.\n" INDEX_FILES "Mã thoát: 0 dự báo được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (forecast, --assume); domain.md 2 (steps 10, 11)",
	.formats = true,
	.books = true,
	.least = 2,
	.most = 3,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
