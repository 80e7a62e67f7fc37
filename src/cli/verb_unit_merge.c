#include "app/unit.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row u;
	struct date on;
	strs from = { 0 };
	for (size_t i = 0; i < c->n; i++)
		*vec_add(a, &from) = str_c(c->args[i]);
	if (!cli_day(c, "--on", &on) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!unit_merge(r, a, &from, cli_said(c, "--into"), on, &u, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã gộp %zu đơn vị thành #%lld %.*s.\n", from.n, (long long)u.id, SF(u.name)), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--into", "TÊN", "tên đơn vị sau khi gộp", false },
	{ "--on", "NGÀY", "ngày có hiệu lực, như 01/07/2025; không ghi thì hôm nay", false },
};

const struct verb verb_unit_merge = {
	.name = "unit merge",
	.usage = "ĐƠN-VỊ ĐƠN-VỊ… --into TÊN [--on NGÀY]",
	.help = "Gộp các đơn vị thành một: đơn vị mới, hay một trong số đó.",
	.more = "Đơn vị bị gộp kết thúc cùng các phòng của nó; hồ sơ của nó còn nguyên. Tên sau --into trùng tên một đơn vị được gộp thì đơn vị ấy còn lại.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
