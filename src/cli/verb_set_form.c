#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct criteria_set *set = NULL;
	struct sheet *t = NULL;
	struct err e = { 0 };
	str bytes = { 0 };
	const char *filled = call_option(c, "--sheet"), *unit = call_option(c, "--unit");
	if (!cli_plain_set(c, a, c->args[0], &set))
		return EXIT_UNREADABLE;
	if (!filled)
		t = sheet_new(a, set);
	else if (!cli_sheet(c, a, filled, set, &t))
		return EXIT_UNREADABLE;
	if (unit)
		t->unit = str_c(unit);
	if (c->format == FORMAT_JSON)
		return cli_put(c, sheet_json(a, set, t), EXIT_SOUND);
	bool ok = form_book(a, set, t, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static const struct option options[] = {
	{ "--sheet", "PHIẾU", "điền sẵn những gì phiếu này đã có", false },
	{ "--unit", "TÊN", "điền sẵn tên đơn vị", false },
};

const struct verb verb_set_form = {
	.name = "set form",
	.usage = "BỘ -o PHIẾU.xlsx [--unit TÊN] [--sheet PHIẾU] [--force]",
	.help = "Lập phiếu tự chấm điểm của bộ tiêu chí: tên, điểm tối đa, cách tính ở bên cạnh chỗ điền; mỗi số liệu điền một lần.",
	.more = "Tên tệp có đuôi .json thì ghi phiếu dạng JSON. " INDEX_FILES "Mã thoát: 0 đã ghi, 2 không đọc hay không ghi được.\n",
	.source = "issue 4 (khacphuc set form); sets.md",
	.writes = true,
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
