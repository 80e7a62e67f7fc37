#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	const char *unit = call_option(c, "--unit"), *name = call_option(c, "--name"), *level = call_option(c, "--level");
	struct record_start s = { call_option(c, "--database"), cli_as(c), name ? name : cli_as(c), unit ? unit : "UBND tỉnh", level ? level : "tỉnh" };
	const char *dir = c->n ? c->args[0] : cli_at(c);
	if (!record_init(a, dir, &s, &r, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, str_fmt(a, "Đã lập hồ sơ %s của %s; người quản trị: %s.\n", dir, s.unit, s.admin), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "đơn vị cao nhất của hồ sơ, như “UBND tỉnh Trường Giang”", false },
	{ "--level", "CẤP", "cấp của đơn vị ấy: bộ, tỉnh, sở, huyện hay xã; không ghi thì tỉnh", false },
	{ "--name", "HỌ-TÊN", "họ tên người quản trị", false },
	{ "--database", "CHUỖI", "chuỗi kết nối PostgreSQL, thay cho SQLite trong thư mục hồ sơ", false },
};

const struct verb verb_init = {
	.name = "init",
	.usage = "[THƯ-MỤC] [--unit TÊN] [--level CẤP] [--as TÊN] [--name HỌ-TÊN] [--database CHUỖI]",
	.help = "Lập một hồ sơ mới trong một thư mục trống, với đơn vị cao nhất và người quản trị đầu tiên.",
	.more = "Hồ sơ là một thư mục: khacphuc.conf, record.db (SQLite; hoặc một cơ sở dữ liệu PostgreSQL), evidence/ (các tệp minh chứng).\n"
	        "Mã thoát: 0 đã lập, 2 không lập được.\n",
	.source = "issue 5 (khacphuc init)",
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
