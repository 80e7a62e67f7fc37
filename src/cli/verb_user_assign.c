#include "app/person.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	bool remove = call_option(c, "--remove") != NULL;
	strs bodies = { 0 };
	size_t n = 0;
	for (size_t i = 1; i < c->n; i++)
		*vec_add(a, &bodies) = str_c(c->args[i]);
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!person_assign(r, a, str_c(c->args[0]), &bodies, !remove, &n, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, remove ? "Đã thôi phân công %zu cơ quan.\n" : "Đã phân công thêm %zu cơ quan.\n", n), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--remove", NULL, "thôi phân công", false },
};

const struct verb verb_user_assign = {
	.name = "user assign",
	.usage = "TÊN-ĐĂNG-NHẬP CƠ-QUAN… [--remove]",
	.help = "Phân công một người thẩm định các cơ quan, hay thôi phân công.",
	.more = "Người ấy phải có vai trò thẩm định.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
