#include "app/cycle.h"
#include "cli/at.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	cycles all = { 0 };
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	int year = 0;
	if ((c->n && !cli_year_said(c, c->args[0], &year)) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!cycle_list(r, a, year, &all, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? cycles_json(a, &all) : cycles_text(a, &all, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_cycle_list = {
	.name = "cycle list",
	.usage = "[NĂM] [--format text|json]",
	.help = "Các kỳ đánh giá và các bước của chúng.",
	.more = "Mã thoát: 0 in được, 2 không.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.formats = true,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
