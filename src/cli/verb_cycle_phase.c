#include "app/cycle.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct date from, to;
	int year = 0;
	if (!cli_year_said(c, c->args[0], &year) || !cli_day(c, "--from", &from) || !cli_day(c, "--to", &to) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!cycle_phase(r, a, year, cli_said(c, "--phase"), from, to, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã đặt bước %s của kỳ đánh giá năm %d.\n", call_option(c, "--phase"), year), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--phase", "BƯỚC", "bước nào", false },
	{ "--from", "NGÀY", "ngày đầu", false },
	{ "--to", "NGÀY", "ngày cuối", false },
};

const struct verb verb_cycle_phase = {
	.name = "cycle phase",
	.usage = "NĂM --phase BƯỚC --from NGÀY --to NGÀY",
	.help = "Đặt hay đổi ngày đầu và ngày cuối của một bước của kỳ đánh giá.",
	.more = "Bước: tự chấm, thẩm định 1, giải trình, thẩm định 2, khảo sát, hội đồng, công bố, khắc phục. Cả hai ngày đều tính.\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
