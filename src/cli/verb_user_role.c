#include "app/person.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	const char *give = call_option(c, "--give"), *take = call_option(c, "--take");
	if (!give == !take) {
		fail(&e, ERR_INPUT, "Ghi --give hoặc --take, và vai trò.");
		err_hint(&e, "Cách dùng: khacphuc %s %s", c->verb->name, c->verb->usage);
		return cli_refused(c, &e);
	}
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_role(r, a, str_c(c->args[0]), str_c(give ? give : take), cli_said(c, "--unit"), give != NULL, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, give ? "Đã cấp vai trò %s cho %s.\n" : "Đã rút vai trò %s của %s.\n", give ? give : take, c->args[0]), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--give", "VAI-TRÒ", "cấp vai trò này", false },
	{ "--take", "VAI-TRÒ", "rút vai trò này", false },
	{ "--unit", "CƠ-QUAN", "ở cơ quan nào", false },
};

const struct verb verb_user_role = {
	.name = "user role",
	.usage = "TÊN-ĐĂNG-NHẬP --give VAI-TRÒ | --take VAI-TRÒ [--unit CƠ-QUAN]",
	.help = "Cấp hay rút một vai trò ở một cơ quan.",
	.more = "Vai trò: quản trị, lãnh đạo, văn phòng, công chức, thẩm định, xem. Mỗi vai trò giữ ở một cơ quan; quản trị là của cả hồ sơ.\n"
	        "Không ghi --unit thì là cơ quan nơi người ấy làm việc. Người quản trị cuối cùng không rút được.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
