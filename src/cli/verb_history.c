#include "app/years.h"
#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct history_year *years = make_n(a, struct history_year, c->n / 2 + 1);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	struct err e = { 0 };
	str bytes = { 0 };
	if (c->n % 2) {
		fail(&e, ERR_INPUT, "Mỗi năm cần một bộ tiêu chí và một phiếu.");
		err_hint(&e, "Ví dụ: khacphuc history bo-2024.xlsx phieu-2024.xlsx bo-2025.xlsx phieu-2025.xlsx");
		return cli_complain(c->io, NULL, &e), EXIT_UNREADABLE;
	}
	for (size_t i = 0; i < c->n / 2; i++) {
		struct scoring *g = make(a, struct scoring);
		struct sheet *t = NULL;
		if (!cli_set(c, a, c->args[2 * i], g) || !cli_sheet(c, a, c->args[2 * i + 1], g->set, &t))
			return EXIT_UNREADABLE;
		years[i] = history_year_of(a, g, t, i ? &years[i - 1] : NULL);
	}
	struct history h = history_make(a, years, c->n / 2);
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? history_json(a, years, &h) : history_text(a, years, &h, &y), EXIT_SOUND);
	bool ok = history_book(a, years, &h, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

const struct verb verb_history = {
	.name = "history",
	.usage = "BỘ PHIẾU BỘ PHIẾU… [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Xem các năm: lĩnh vực tăng hay giảm, tiêu chí nào mất điểm mấy năm và bao nhiêu, dù mã đã đổi.",
	.more = "Ghi các năm từ cũ đến mới, mỗi năm một bộ tiêu chí và một phiếu. Tiêu chí của các năm được nối với nhau như set map đề xuất; cùng "
	        "Định danh thì chắc chắn là một.\n" INDEX_FILES "Mã thoát: 0 xem được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (history); domain.md 3, 6",
	.formats = true,
	.books = true,
	.least = 4,
	.most = 0,
	.run = run,
};
