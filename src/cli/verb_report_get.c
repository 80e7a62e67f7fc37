#include "app/report.h"
#include "base/file.h"
#include "cli/named.h"

enum { FILE_MOST = 512 << 20 };

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	str path, name, bytes;
	int64_t id;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'V', "văn bản đã phát hành", &id) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!report_issued_file(r, a, id, &path, &name, &e) || !file_read(a, path.p, FILE_MOST, &bytes, &e))
		return cli_refused(c, &e);
	return cli_put(c, bytes, EXIT_SOUND);
}

static const struct option options[] = { RECORD_OPTIONS };

const struct verb verb_report_get = {
	.name = "report get",
	.usage = "V3 -o TỆP",
	.help = "Lấy lại đúng tệp của một văn bản đã phát hành, sau khi kiểm nội dung còn nguyên.",
	.more = WORK_STATUS,
	.source = "issue 7 (the bytes that left are kept)",
	.writes = true,
	.any_ending = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
