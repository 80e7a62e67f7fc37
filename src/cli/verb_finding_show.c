#include "app/plan.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct finding_page p;
	int64_t id;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'T', "tồn tại", &id) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!finding_open(r, a, id, &p, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? finding_json(a, &p) : finding_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
};

const struct verb verb_finding_show = {
	.name = "finding show",
	.usage = "T12 [--format text|json]",
	.help = "Mọi điều hồ sơ biết về một tồn tại: điểm, nguyên nhân, giải pháp, tiến độ, minh chứng, lịch sử.",
	.more = "Lịch sử lấy từ nhật ký, chỉ hiện với người được xem nhật ký của đơn vị.\n" WORK_STATUS,
	.source = "issue 5",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
