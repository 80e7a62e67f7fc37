#include "app/finding.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct finding_said s = { call_option(c, "--origin"), call_option(c, "--code"), call_option(c, "--text"), call_option(c, "--cause"), call_option(c, "--note"),
		                  call_option(c, "--max"), call_option(c, "--points"), call_option(c, "--lost"), call_option(c, "--state") };
	int64_t id;
	int revision;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'T', "tồn tại", &id) || !cli_number(c, "--revision", REVISION_MOST, &revision) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!finding_edit(r, a, id, revision, &s, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã sửa tồn tại T%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--text", "NỘI-DUNG", "tồn tại, hạn chế, hay lý do bị trừ điểm", false },
	{ "--cause", "NGUYÊN-NHÂN", "nguyên nhân", false },
	{ "--max", "ĐIỂM", "điểm tối đa", false },
	{ "--points", "ĐIỂM", "điểm đạt", false },
	{ "--lost", "ĐIỂM", "điểm bị trừ", false },
	{ "--note", "GHI-CHÚ", "ghi chú", false },
	{ "--state", "TRẠNG-THÁI", "đã khắc phục hay chưa khắc phục", false },
	WORK_REVISION,
};

const struct verb verb_finding_edit = {
	.name = "finding edit",
	.usage = "T12 [--text …] [--cause …] [--points …] [--lost …] [--note …] [--state TRẠNG-THÁI] [--revision SỐ]",
	.help = "Sửa một tồn tại; phần không ghi thì giữ nguyên, ghi trống (\"\") thì bỏ.",
	.more = "Ghi --revision với số bản đã xem (khacphuc finding show) thì không ghi đè thay đổi của người khác.\n" WORK_STATUS,
	.source = "issue 5",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
