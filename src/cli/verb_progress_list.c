#include "app/finding.h"
#include "app/progress.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct finding_page p;
	int64_t remedy = c->n ? named_id(c->args[0], 'G') : 0, finding = c->n && !remedy ? named_id(c->args[0], 'T') : 0;
	int page;
	if (!cli_few(c, 1) || !cli_number(c, "--page", PAGE_MOST, &page) || (!remedy && !finding && !cli_thing(c, 0, 'G', "giải pháp", &remedy)) ||
	    !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!progress_list(r, a, remedy, finding, page, &p, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? progress_json(a, &p) : progress_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_PAGE,
};

const struct verb verb_progress_list = {
	.name = "progress list",
	.usage = "G7|T12 [--page SỐ] [--format text|json]",
	.help = "Tiến độ của một giải pháp, hay của cả một tồn tại; mới nhất trước.",
	.more = WORK_STATUS,
	.source = "issue 5",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
