#include "app/unit.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_tree t;
	struct date on;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	if (!cli_day(c, "--on", &on) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!unit_tree_load(r, a, c->n ? str_c(c->args[0]) : (str){ 0 }, on, call_option(c, "--all") != NULL, &t, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? unit_tree_json(a, &t) : unit_tree_text(a, &t, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--on", "NGÀY", "vào ngày này, như 30/06/2025; không ghi thì hôm nay", false },
	{ "--all", NULL, "kể cả đơn vị đã kết thúc", false },
};

const struct verb verb_unit_list = {
	.name = "unit list",
	.usage = "[ĐƠN-VỊ] [--on NGÀY] [--all] [--format text|json]",
	.help = "Các đơn vị thành cây.",
	.more = "--on: các đơn vị và tên của chúng vào ngày ấy.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 in được, 2 không.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.formats = true,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
