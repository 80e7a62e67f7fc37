#include "app/evidence.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	int64_t id;
	str name;
	const char *to = call_option(c, "-o");
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'M', "minh chứng", &id))
		return EXIT_UNREADABLE;
	if (!to) {
		fail(&e, ERR_INPUT, "Lệnh evidence get cần -o và tên tệp để ghi.");
		return cli_refused(c, &e);
	}
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!evidence_get(r, a, id, to, &name, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã ghi %s (tệp gốc: %.*s).\n", to, SF(name)), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "-o", "TỆP", "ghi vào tệp mới này", false },
};

const struct verb verb_evidence_get = {
	.name = "evidence get",
	.usage = "M3 -o TỆP",
	.help = "Lấy tệp của một minh chứng ra, sau khi kiểm nội dung còn nguyên.",
	.more = "Không ghi đè tệp đã có.\n" WORK_STATUS,
	.source = "issue 5 (verified whenever it is read)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
