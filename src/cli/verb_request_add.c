#include "app/request.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row unit;
	int64_t id;
	int year;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (!request_add(r, a, unit.body, year, call_option(c, "--text"), call_option(c, "--to"), &id, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã thêm kiến nghị K%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	WORK_YEAR,
	{ "--text", "NỘI-DUNG", "kiến nghị điều gì", false },
	{ "--to", "CƠ-QUAN", "gửi cơ quan nào", false },
};

const struct verb verb_request_add = {
	.name = "request add",
	.usage = "--unit ĐƠN-VỊ [--year NĂM] --text NỘI-DUNG [--to CƠ-QUAN]",
	.help = "Thêm một kiến nghị của đơn vị với cấp trên.",
	.more = WORK_STATUS,
	.source = "issue 5; seed 002",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
