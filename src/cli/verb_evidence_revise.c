#include "app/evidence.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct evidence_said s = { call_option(c, "--title"), call_option(c, "--number"), call_option(c, "--issuer"), call_option(c, "--date"),
		                   call_option(c, "--expires"), NULL, 0, { 0 } };
	struct evidence_kept k;
	int64_t id;
	int revision;
	if (!cli_few(c, 2) || !cli_thing(c, 0, 'M', "minh chứng", &id) || !cli_number(c, "--revision", REVISION_MOST, &revision) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!evidence_revise(r, a, id, revision, c->n > 1 ? &(struct evidence_file){ .path = c->args[1] } : NULL, &s, &k, &e))
		return cli_refused(c, &e);
	cli_notes(c, &k.told);
	return cli_put(c, str_fmt(a, "Đã sửa minh chứng M%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--title", "TÊN", "tên tài liệu", false },
	{ "--number", "SỐ", "số, ký hiệu văn bản", false },
	{ "--date", "NGÀY", "ngày ban hành", false },
	{ "--issuer", "CƠ-QUAN", "cơ quan ban hành", false },
	{ "--expires", "NGÀY", "ngày hết hiệu lực", false },
	WORK_REVISION,
};

const struct verb verb_evidence_revise = {
	.name = "evidence revise",
	.usage = "M3 [TỆP] [--title TÊN] [--number SỐ] [--date NGÀY] [--issuer CƠ-QUAN] [--expires NGÀY] [--revision SỐ]",
	.help = "Sửa một minh chứng, hay thay tệp của nó; tệp cũ vẫn giữ.",
	.more = WORK_STATUS,
	.source = "issue 5 (revisions)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
