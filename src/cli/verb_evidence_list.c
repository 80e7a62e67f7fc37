#include "app/evidence.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row unit;
	struct evidence_page p;
	int year, page;
	bool missing = call_option(c, "--missing") != NULL;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !cli_number(c, "--page", PAGE_MOST, &page) || !(r = cli_record(c, a)) ||
	    !cli_place(c, r, a, false, &unit))
		return EXIT_UNREADABLE;
	if (missing ? !evidence_missing(r, a, unit.body, year, page, &p, &e) : !evidence_list(r, a,
	    &(struct evidence_ask){ .body = unit.body, .page = page }, &p, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? evidence_json(a, &p) : evidence_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	{ "--missing", NULL, "tiêu chí bị trừ điểm mà chưa có minh chứng nào", false },
	WORK_YEAR,
	WORK_PAGE,
};

const struct verb verb_evidence_list = {
	.name = "evidence list",
	.usage = "[--unit ĐƠN-VỊ] [--missing [--year NĂM]] [--page SỐ] [--format text|json]",
	.help = "Các minh chứng và điều chúng chứng minh; hoặc những tiêu chí bị trừ điểm chưa có minh chứng.",
	.more = "Minh chứng hết hiệu lực, hay sắp hết trong 30 ngày, được nêu ra.\n" WORK_STATUS,
	.source = "issue 5; domain.md 6",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
