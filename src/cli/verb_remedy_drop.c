#include "app/remedy.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	int64_t id;
	int revision;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'G', "giải pháp", &id) || !cli_number(c, "--revision", REVISION_MOST, &revision) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!remedy_drop(r, a, id, revision, call_option(c, "--reason"), &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Giải pháp G%lld thôi thực hiện từ bản kế hoạch sau.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_REVISION,
	{ "--reason", "LÝ-DO", "vì sao thôi; giữ trong lịch sử", false },
};

const struct verb verb_remedy_drop = {
	.name = "remedy drop",
	.usage = "G7 [--reason LÝ-DO] [--revision SỐ]",
	.help = "Thôi một giải pháp: các bản kế hoạch sau không còn nó; điều đã làm vẫn giữ.",
	.more = WORK_STATUS,
	.source = "issue 5",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
