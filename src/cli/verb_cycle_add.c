#include "app/cycle.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	int year = 0;
	if (!cli_year_said(c, c->args[0], &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!cycle_add(r, a, year, cli_said(c, "--name"), &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã mở kỳ đánh giá năm %d.\n", year), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--name", "TÊN", "tên; không ghi thì “Chỉ số CCHC năm …”", false },
};

const struct verb verb_cycle_add = {
	.name = "cycle add",
	.usage = "NĂM [--name TÊN]",
	.help = "Mở kỳ đánh giá của một năm.",
	.more = "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
