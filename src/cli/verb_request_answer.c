#include "app/request.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	int64_t id;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'K', "kiến nghị", &id) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!request_answer(r, a, id, call_option(c, "--text"), call_option(c, "--number"), call_option(c, "--on"), &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã ghi trả lời cho kiến nghị K%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--text", "NỘI-DUNG", "trả lời thế nào", false },
	{ "--number", "SỐ", "số văn bản trả lời", false },
	{ "--on", "NGÀY", "ngày trả lời; không ghi thì hôm nay", false },
};

const struct verb verb_request_answer = {
	.name = "request answer",
	.usage = "K2 --text NỘI-DUNG [--number SỐ] [--on NGÀY]",
	.help = "Ghi trả lời của cấp trên cho một kiến nghị.",
	.more = WORK_STATUS,
	.source = "issue 5",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
