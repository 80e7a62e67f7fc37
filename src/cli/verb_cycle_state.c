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
	if (!cycle_state(r, a, year, str_c(c->args[1]), &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã đổi trạng thái kỳ đánh giá năm %d.\n", year), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_cycle_state = {
	.name = "cycle state",
	.usage = "NĂM TRẠNG-THÁI",
	.help = "Đổi trạng thái của một kỳ đánh giá: mở, công bố, đóng.",
	.more = "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
