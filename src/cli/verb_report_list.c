#include "app/report.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	issued_rows rows = { 0 };
	struct err e = { 0 };
	struct unit_row unit;
	int year, page;
	bool more;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !cli_number(c, "--page", PAGE_MOST, &page) ||
	    !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (!report_issued(r, a, unit.body, year, page, &rows, &more, &e))
		return cli_refused(c, &e);
	str text = report_issued_text(a, &rows, &y);
	return cli_put(c, more ? str_fmt(a, "%.*s… còn nữa: --page %d\n", SF(text), (page ? page : 1) + 1) : text, EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	{ "--year", "NĂM", "năm của số văn bản; không ghi thì mọi năm", false },
	WORK_PAGE,
};

const struct verb verb_report_list = {
	.name = "report list",
	.usage = "--unit ĐƠN-VỊ [--year NĂM] [--page SỐ]",
	.help = "Sổ văn bản đã phát hành của một đơn vị: số, ngày, trích yếu, ai phát hành, lúc nào, SHA-256 của tệp.",
	.more = WORK_STATUS,
	.source = "issue 7 (the register of issued documents)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
