#include "app/kept.h"
#include "cli/index_files.h"
#include "cli/keep_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct standing **at;
	struct err e = { 0 };
	str bytes = { 0 };
	size_t n;
	int year;
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!kept_results(r, a, call_option(c, "--unit"), year, call_option(c, "--group"), &at, &n, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format == FORMAT_XLSX) {
		bool ok = ranking_book(a, at, n, &bytes, &e);
		return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
	}
	return cli_put(c, c->format == FORMAT_JSON ? ranking_json(a, at, n) : ranking_text(a, at, n, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "năm đánh giá", false },
	{ "--group", "NHÓM", "chỉ nhóm này", false },
	{ "--unit", "TÊN", "kỳ đánh giá của ai, khi hồ sơ có nhiều kỳ trong năm", false },
};

const struct verb verb_result_list = {
	.name = "result list",
	.usage = "--year NĂM [--group NHÓM] [--unit TÊN] [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Xếp hạng các đơn vị theo kết quả trong hồ sơ, từng nhóm; như khacphuc rank.",
	.more = "Cách xếp hạng và các mức xếp loại lấy từ bộ tiêu chí của từng cấp trong hồ sơ. Kết quả chưa công bố thì chỉ người thẩm định và\n"
	        "đơn vị ấy thấy.\nMã thoát: 0 xong, 2 không có kết quả nào.\n",
	.source = "issue 5; sets.md (ranking)",
	.formats = true,
	.books = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
