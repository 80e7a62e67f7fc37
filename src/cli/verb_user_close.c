#include "app/person.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_open(r, a, str_c(c->args[0]), false, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Tài khoản %s nay đã khóa.\n", c->args[0]), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_user_close = {
	.name = "user close",
	.usage = "TÊN-ĐĂNG-NHẬP",
	.help = "Khóa một tài khoản: người ấy không làm được gì nữa trong hồ sơ.",
	.more = "Người quản trị cuối cùng không khóa được. Việc người ấy đã làm còn nguyên.\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
