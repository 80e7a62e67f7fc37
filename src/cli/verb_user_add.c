#include "app/person.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct person_new n = { str_c(c->args[0]), cli_said(c, "--name"), cli_said(c, "--title"), cli_said(c, "--unit"), cli_options(c, a, "--role") };
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_add(r, a, &n, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã thêm người dùng %s.\n", c->args[0]), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--name", "HỌ-TÊN", "họ tên", false },
	{ "--unit", "ĐƠN-VỊ", "phòng hay cơ quan nơi làm việc", false },
	{ "--title", "CHỨC-VỤ", "chức vụ", false },
	{ "--role", "VAI-TRÒ", "một vai trò", true },
};

const struct verb verb_user_add = {
	.name = "user add",
	.usage = "TÊN-ĐĂNG-NHẬP --name HỌ-TÊN --unit ĐƠN-VỊ [--title CHỨC-VỤ] [--role VAI-TRÒ]…",
	.help = "Thêm một người dùng, với các vai trò ở cơ quan của người ấy.",
	.more = "Vai trò: quản trị, lãnh đạo, văn phòng, công chức, thẩm định, xem. Mỗi vai trò giữ ở một cơ quan; quản trị là của cả hồ sơ.\n"
	        "Chưa có mật khẩu thì chưa đăng nhập được: khacphuc user password.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
