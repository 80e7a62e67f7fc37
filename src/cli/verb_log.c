#include "app/log.h"
#include "cli/at.h"
#include <stdlib.h>

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct log l;
	struct log_asked q = { .body = cli_said(c, "--body"), .entity = cli_said(c, "--entity"), .by = cli_said(c, "--by") };
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	const char *page = call_option(c, "--page"), *act = call_option(c, "--act");
	q.act = act ? strtol(act, NULL, 10) : 0;
	q.page = page ? (int)strtol(page, NULL, 10) : 1;
	if (!cli_day(c, "--from", &q.from) || !cli_day(c, "--to", &q.to) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!log_load(r, a, &q, &l, &e))
		return cli_refused(c, &e);
	return cli_put(c, c->format == FORMAT_JSON ? log_json(a, &l) : log_text(a, &l, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--body", "ĐƠN-VỊ", "chỉ của cơ quan này", false },
	{ "--entity", "LOẠI", "chỉ loại này, như “giải pháp”", false },
	{ "--by", "TÊN", "chỉ của người này", false },
	{ "--from", "NGÀY", "từ ngày này", false },
	{ "--to", "NGÀY", "đến hết ngày này", false },
	{ "--act", "N", "chỉ lần lưu này, đủ các dòng", false },
	{ "--page", "N", "trang", false },
};

const struct verb verb_log = {
	.name = "log",
	.usage = "[--body ĐƠN-VỊ] [--entity LOẠI] [--by TÊN] [--from NGÀY] [--to NGÀY] [--act N] [--page N] [--format text|json]",
	.help = "Nhật ký: ai, lúc nào, làm gì, điều gì đã đổi.",
	.more = "Mỗi lần lưu là một đoạn: ai, lúc nào, việc gì, với những gì; mới nhất trước, mỗi trang 30 lần, giờ Việt Nam. Lần lưu đổi nhiều dòng\n"
	        "chỉ đếm; --act cho xem từng dòng. Chỉ thấy nhật ký của cơ quan trong phạm vi của mình.\n"
	        "Mã thoát: 0 in được, 2 không.\n",
	.source = "issue 5 (audit log); domain.md 1",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
