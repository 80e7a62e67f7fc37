#include "app/request.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row unit;
	request_rows rows = { 0 };
	int year, page;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !cli_number(c, "--page", PAGE_MOST, &page) || !(r = cli_record(c, a)) ||
	    !cli_place(c, r, a, false, &unit))
		return EXIT_UNREADABLE;
	if (!request_list(r, a, unit.body, year, page, &rows, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? request_json(a, &rows) : request_text(a, &rows, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	WORK_YEAR,
	WORK_PAGE,
};

const struct verb verb_request_list = {
	.name = "request list",
	.usage = "[--unit ĐƠN-VỊ] [--year NĂM] [--page SỐ] [--format text|json]",
	.help = "Các kiến nghị với cấp trên và trả lời mới nhất.",
	.more = WORK_STATUS,
	.source = "issue 5",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
