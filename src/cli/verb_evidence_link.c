#include "app/evidence.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct evidence_said s = { .where = call_option(c, "--where"), .targets = cli_options(c, a, "--for") };
	int64_t id;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'M', "minh chứng", &id) || !cli_number(c, "--year", YEAR_MOST, &s.year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!evidence_link(r, a, id, &s, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã gắn minh chứng M%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--for", "ĐIỀU", "tiêu chí (3.1.2), tồn tại (T12) hay giải pháp (G7); ghi nhiều lần được", true },
	{ "--where", "CHỖ", "chỗ trong tài liệu, như “trang 3”, “mục II.1”", false },
	WORK_YEAR,
};

const struct verb verb_evidence_link = {
	.name = "evidence link",
	.usage = "M3 --for ĐIỀU… [--where CHỖ] [--year NĂM]",
	.help = "Gắn một minh chứng đã lưu với thêm tiêu chí, tồn tại, giải pháp.",
	.more = WORK_STATUS,
	.source = "issue 5 (linked to many criteria, remedies, years)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
