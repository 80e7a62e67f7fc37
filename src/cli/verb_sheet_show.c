#include "app/kept.h"
#include "cli/at.h"
#include "cli/index_files.h"
#include "cli/keep_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct kept_sheet k;
	struct err e = { 0 };
	str bytes = { 0 };
	int year;
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!kept_sheet(r, a, call_option(c, "--unit"), year, &k, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	struct index_scored s = index_score(a, k.scoring, k.sheet);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format == FORMAT_XLSX) {
		bool ok = score_book(a, &s, &bytes, &e);
		return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
	}
	return cli_put(c, c->format == FORMAT_JSON ? score_json(a, &s) : score_text(a, &s, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "phiếu của đơn vị nào", false },
	{ "--year", "NĂM", "năm đánh giá", false },
};

const struct verb verb_sheet_show = {
	.name = "sheet show",
	.usage = "--unit TÊN --year NĂM [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Chấm phiếu của một đơn vị trong hồ sơ: điểm từng tiêu chí và vì sao, tổng điểm, tỷ lệ, xếp loại; như khacphuc score.",
	.more = "Ai chưa được xem điểm thẩm định thì thấy điểm khi chưa thẩm định.\nMã thoát: 0 xong, 2 không có phiếu hay không được xem.\n",
	.source = "issue 5; sets.md (score)",
	.formats = true,
	.books = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
