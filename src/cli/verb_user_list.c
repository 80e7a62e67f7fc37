#include "app/person.h"
#include "cli/at.h"
#include <stdlib.h>

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct people p;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	const char *page = call_option(c, "--page");
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_list(r, a, cli_said(c, "--unit"), (str){ 0 }, page ? (int)strtol(page, NULL, 10) : 1, &p, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? people_json(a, &p) : people_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "ĐƠN-VỊ", "chỉ người của đơn vị này", false },
	{ "--page", "N", "trang", false },
};

const struct verb verb_user_list = {
	.name = "user list",
	.usage = "[--unit ĐƠN-VỊ] [--page N] [--format text|json]",
	.help = "Người dùng và vai trò của họ, mỗi trang 50 người.",
	.more = "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 in được, 2 không.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
