#include "app/cycle.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct holidays h;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	struct date add, drop;
	const char *said = call_option(c, "--year");
	int year = 0;
	if (!cli_day(c, "--add", &add) || !cli_day(c, "--remove", &drop) || (said && !cli_year_said(c, said, &year)) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (add.year)
		return holiday_add(r, a, add, c->n ? str_c(c->args[0]) : (str){ 0 }, call_option(c, "--works") != NULL, &e) ?
		           cli_put(c, S("Đã thêm.\n"), EXIT_SOUND) : cli_refused(c, &e);
	if (drop.year)
		return holiday_remove(r, a, drop, &e) ? cli_put(c, S("Đã bỏ.\n"), EXIT_SOUND) : cli_refused(c, &e);
	if (!holidays_load(r, a, &h, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? holidays_json(a, &h, year) : holidays_text(a, &h, year, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "chỉ năm này", false },
	{ "--add", "NGÀY", "thêm ngày này, với tên của nó", false },
	{ "--works", NULL, "ngày cuối tuần ấy phải làm bù", false },
	{ "--remove", "NGÀY", "bỏ ngày này", false },
};

const struct verb verb_cycle_holidays = {
	.name = "cycle holidays",
	.usage = "[--year NĂM] [--format text|json] | --add NGÀY TÊN [--works] | --remove NGÀY",
	.help = "Ngày nghỉ lễ và ngày cuối tuần làm bù, để tính hạn theo ngày làm việc.",
	.more = "Hồ sơ mới có sẵn các ngày đã có thông báo; thông báo mới thì thêm vào.\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.formats = true,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
