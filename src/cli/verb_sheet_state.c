#include "app/kept.h"
#include "cli/keep_files.h"

static const struct { const char *said; str state; const char *done; } states[] = {
	{ "open", S("open"), "đang mở" }, { "locked", S("locked"), "đã chốt" }, { "published", S("published"), "đã công bố" },
};

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	size_t i = 0;
	int year;
	while (i < COUNT(states) && strcmp(c->args[0], states[i].said))
		i++;
	if (i == COUNT(states)) {
		fail(&e, ERR_INPUT, "“%s” không phải là trạng thái của phiếu.", c->args[0]);
		err_hint(&e, "Viết open (mở), locked (chốt) hoặc published (công bố).");
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!kept_sheet_state(r, a, call_option(c, "--unit"), year, states[i].state, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, str_fmt(a, "Phiếu năm %d của %s %s.\n", year, call_option(c, "--unit"), states[i].done), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "phiếu của đơn vị nào", false },
	{ "--year", "NĂM", "năm đánh giá", false },
};

const struct verb verb_sheet_state = {
	.name = "sheet state",
	.usage = "open|locked|published --unit TÊN --year NĂM",
	.help = "Chốt điểm tự chấm của một phiếu (locked), mở lại (open) hoặc công bố (published).",
	.more = "Lãnh đạo hay văn phòng của đơn vị chốt, người quản trị mở lại, người thẩm định được giao đơn vị ấy công bố.\n"
	        "Mã thoát: 0 xong, 2 không có phiếu hay không có quyền.\n",
	.source = "issue 5; domain.md 2 (bước 4)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
