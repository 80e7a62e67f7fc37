#include "app/unit.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row u;
	struct date on;
	if (!cli_day(c, "--on", &on) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!unit_rename(r, a, str_c(c->args[0]), str_c(c->args[1]), on, &u, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "#%lld từ nay là %.*s.\n", (long long)u.id, SF(u.name)), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--on", "NGÀY", "ngày có hiệu lực, như 01/07/2025; không ghi thì hôm nay", false },
};

const struct verb verb_unit_rename = {
	.name = "unit rename",
	.usage = "ĐƠN-VỊ TÊN-MỚI [--on NGÀY]",
	.help = "Đổi tên một đơn vị; tên cũ vẫn tìm thấy được và có ngày cuối của nó.",
	.more = "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
