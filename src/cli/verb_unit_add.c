#include "app/unit.h"
#include "cli/at.h"

static int add_table(const struct call *c, struct arena *a, struct record *r, const char *path)
{
	struct told t = { 0 };
	struct err e = { 0 };
	units made = { 0 };
	bool ok = unit_add_file(r, a, path, &made, &t, &e);
	cli_told(c->io, path, &t);
	return ok ? cli_put(c, str_fmt(a, "Đã thêm %zu đơn vị.\n", made.n), EXIT_SOUND) : cli_refused(c, &e);
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_new n = { .level = cli_said(c, "--level"), .under = cli_said(c, "--under"), .ranking = cli_said(c, "--group"),
		              .symbol = cli_said(c, "--symbol") };
	struct unit_row u;
	const char *from = call_option(c, "--from");
	if (!from == !c->n) {
		fail(&e, ERR_INPUT, "Ghi tên một đơn vị, hoặc --from và tên tệp.");
		err_hint(&e, "Cách dùng: khacphuc %s %s", c->verb->name, c->verb->usage);
		return cli_refused(c, &e);
	}
	if (!cli_day(c, "--founded", &n.founded) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (from)
		return add_table(c, a, r, from);
	n.name = str_c(c->args[0]);
	if (!unit_add(r, a, &n, &u, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã thêm #%lld %.*s (%s).\n", (long long)u.id, SF(u.name), unit_level_vi(u.level)), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--under", "ĐƠN-VỊ", "đơn vị cấp trên", false },
	{ "--level", "CẤP", "bộ, tỉnh, sở, huyện, xã hay phòng", false },
	{ "--group", "NHÓM", "nhóm được xếp hạng cùng, như “Sở”, “Xã”", false },
	{ "--symbol", "KÝ-HIỆU", "ký hiệu trong số văn bản, như STP", false },
	{ "--founded", "NGÀY", "ngày thành lập", false },
	{ "--from", "TỆP", "bảng các đơn vị", false },
};

const struct verb verb_unit_add = {
	.name = "unit add",
	.usage = "TÊN --under ĐƠN-VỊ --level CẤP [--group NHÓM] [--symbol KÝ-HIỆU] [--founded NGÀY] | --from TỆP",
	.help = "Thêm một đơn vị dưới một đơn vị đã có, hay cả một bảng đơn vị.",
	.more = "Cấp: bộ, tỉnh, sở, huyện, xã, phòng. Sở, huyện, xã thuộc tỉnh; phòng thuộc một cơ quan hay một phòng lớn hơn.\n"
	        "Bảng (.xlsx, .ods, .docx, .md …) có các cột Tên, Cấp, Thuộc, Nhóm, Ký hiệu; dòng sau được thuộc đơn vị của dòng trước. Một dòng sai thì\n"
	        "không thêm dòng nào.\n"
	        "Đơn vị viết bằng tên, có dấu hay không dấu, tên cũ cũng được; hoặc bằng số như “#12” (khacphuc unit list).\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
