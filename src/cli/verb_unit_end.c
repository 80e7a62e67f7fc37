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
	if (!unit_end(r, a, str_c(c->args[0]), on, &u, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "#%lld %.*s không còn nữa.\n", (long long)u.id, SF(u.name)), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--on", "NGÀY", "ngày có hiệu lực, như 01/07/2025; không ghi thì hôm nay", false },
};

const struct verb verb_unit_end = {
	.name = "unit end",
	.usage = "ĐƠN-VỊ [--on NGÀY]",
	.help = "Ghi rằng một đơn vị không còn nữa (giải thể, bỏ).",
	.more = "Các phòng của nó kết thúc cùng nó; cơ quan trực thuộc nó chuyển lên đơn vị cấp trên của nó. Hồ sơ của nó còn nguyên.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
