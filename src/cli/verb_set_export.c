#include "app/kept.h"
#include "cli/index_files.h"
#include "cli/keep_files.h"
#include <stdlib.h>

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct criteria_set *set;
	struct err e = { 0 };
	str bytes = { 0 };
	const char *version = call_option(c, "--version");
	int year;
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!kept_set(r, a, call_option(c, "--unit"), year, call_option(c, "--level"), version ? atoi(version) : -1, &set, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	if (c->format == FORMAT_JSON)
		return cli_put(c, set_json(a, set), EXIT_SOUND);
	bool ok = set_book(a, set, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "năm đánh giá", false },
	{ "--level", "CẤP", "cấp của bộ tiêu chí: bộ, tỉnh, sở, huyện, xã", false },
	{ "--unit", "TÊN", "bộ mà đơn vị này được chấm theo, thay cho --level", false },
	{ "--version", "SỐ", "phiên bản; không ghi thì bộ mới nhất", false },
};

const struct verb verb_set_export = {
	.name = "set export",
	.usage = "--year NĂM --level CẤP|--unit TÊN [--version SỐ] -o BỘ.xlsx|BỘ.json [--force]",
	.help = "Ghi bộ tiêu chí trong hồ sơ ra tệp, có định danh của từng tiêu chí.",
	.more = "Tên tệp có đuôi .json thì ghi dạng JSON. Mã thoát: 0 đã ghi, 2 không có bộ ấy hay không ghi được.\n",
	.source = "issue 5; sets.md",
	.writes = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
