#include "app/person.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	size_t lost = 0;
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_move(r, a, str_c(c->args[0]), str_c(c->args[1]), &lost, &e))
		return cli_refused(c, &e);
	return cli_put(c, lost ? str_fmt(a, "%s nay làm việc ở đơn vị mới; %zu vai trò ở cơ quan cũ đã thôi.\n", c->args[0], lost) :
	                         str_fmt(a, "%s nay làm việc ở đơn vị mới.\n", c->args[0]), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_user_move = {
	.name = "user move",
	.usage = "TÊN-ĐĂNG-NHẬP ĐƠN-VỊ",
	.help = "Chuyển một người sang đơn vị khác.",
	.more = "Sang cơ quan khác thì các vai trò giữ ở cơ quan cũ thôi theo, trừ quản trị; cấp vai trò mới bằng khacphuc user role.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 6 (đơn vị, người dùng)",
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
