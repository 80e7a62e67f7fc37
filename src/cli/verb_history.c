#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct history_year *years = make_n(a, struct history_year, c->n);
	struct err e = { 0 };
	str bytes = { 0 };
	for (size_t i = 0; i < c->n; i++)
		if (!cli_year(c, a, c->args[i], &years[i]))
			return EXIT_UNREADABLE;
	index_years(a, years, c->n);
	struct history h = history_make(a, years, c->n);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? history_json(a, years, &h) : history_text(a, years, &h, &y), EXIT_SOUND);
	bool ok = history_book(a, years, &h, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

const struct verb verb_history = {
	.name = "history",
	.usage = "BỘ=PHIẾU BỘ=PHIẾU… [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Một đơn vị qua các năm: tiêu chí nào mất điểm nhiều lần, mất bao nhiêu, dù mã đã đổi; xu hướng từng lĩnh vực.",
	.more = "Mỗi năm một cặp bộ tiêu chí và phiếu; các năm được nối với nhau như khacphuc set map đề xuất.\n" INDEX_FILES
	        "Mã thoát: 0 lập được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (history); domain.md 6",
	.formats = true,
	.books = true,
	.least = 1,
	.run = run,
};
