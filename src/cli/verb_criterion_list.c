#include "cli/criteria.h"
#include "cli/keep_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct criterion_lines l;
	struct err e = { 0 };
	const struct criterion_in in = criterion_in(c);
	int year = 0;
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!criterion_list(r, a, year, &in, &l, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? criterion_list_json(a, &l) : criterion_list_text(a, &l, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	CRITERION_OPTIONS,
	{ "--year", "NĂM", "chỉ tiêu chí có trong năm này, cạnh các năm gần nó nhất", false },
};

const struct verb verb_criterion_list = {
	.name = "criterion list",
	.usage = "[--level CẤP] [--year NĂM] [--unit TÊN] [--format text|json]",
	.help = "Mã của mỗi tiêu chí qua các năm, mỗi tiêu chí một dòng.",
	.more = "Nhiều nhất tám năm: gần nhất, hay gần năm của --year nhất. Hai dòng là một tiêu chí thì nối bằng khacphuc criterion same; một dòng gồm hai tiêu chí\n"
	        "thì tách bằng khacphuc criterion apart. Mã thoát: 0 xong, 2 hồ sơ chưa có tiêu chí nào như vậy.\n",
	.source = "issue 5; domain.md 3 (codes are not stable)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
