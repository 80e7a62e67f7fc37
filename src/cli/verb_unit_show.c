#include "app/unit.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_life l;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!unit_life_load(r, a, str_c(c->args[0]), &l, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? unit_life_json(a, &l) : unit_life_text(a, &l, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_unit_show = {
	.name = "unit show",
	.usage = "ĐƠN-VỊ [--format text|json]",
	.help = "Cuộc đời của một đơn vị: tên trước đây, từ đơn vị nào mà thành, thành đơn vị nào.",
	.more = "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 in được, 2 không.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.formats = true,
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
