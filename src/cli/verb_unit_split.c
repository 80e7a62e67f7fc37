#include "app/unit.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	units made = { 0 };
	struct date on;
	strs into = cli_options(c, a, "--into");
	struct buf b = buf_open(a);
	if (!cli_day(c, "--on", &on) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!unit_split(r, a, str_c(c->args[0]), &into, on, &made, &e))
		return cli_refused(c, &e);
	for (size_t i = 0; i < made.n; i++)
		buf_fmt(&b, "%s#%lld %.*s", i ? ", " : "Đã tách thành ", (long long)made.at[i].id, SF(made.at[i].name));
	buf_put(&b, S(".\n"));
	return cli_put(c, buf_str(&b), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--into", "TÊN", "tên một đơn vị sau khi tách", true },
	{ "--on", "NGÀY", "ngày có hiệu lực, như 01/07/2025; không ghi thì hôm nay", false },
};

const struct verb verb_unit_split = {
	.name = "unit split",
	.usage = "ĐƠN-VỊ --into TÊN --into TÊN… [--on NGÀY]",
	.help = "Tách một đơn vị thành nhiều đơn vị.",
	.more = "Tên sau --into trùng tên đơn vị bị tách thì đơn vị ấy còn lại; không thì nó kết thúc cùng các phòng của nó.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
