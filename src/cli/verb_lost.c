#include "app/kept.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = cli_record(c, a);
	struct lost_over l;
	struct err e = { 0 };
	if (!r)
		return EXIT_UNREADABLE;
	if (!kept_lost(r, a, call_option(c, "--unit"), &l, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? lost_json(a, &l) : lost_text(a, &l, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "của đơn vị nào", false },
};

const struct verb verb_lost = {
	.name = "lost",
	.usage = "--unit TÊN [--format text|json]",
	.help = "Tiêu chí mà một đơn vị mất điểm hết năm này sang năm khác, theo hồ sơ, dù mã đã đổi.",
	.more = "Năm nào có phiếu thì theo phiếu; không có phiếu thì theo tồn tại mà các văn bản đã nêu. Các năm nối với nhau bằng định danh.\n"
	        "Mã thoát: 0 xong, 2 hồ sơ không có gì hay không được xem.\n",
	.source = "issue 5; domain.md 6",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
