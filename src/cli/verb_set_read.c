#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct told t = { 0 };
	struct err e = { 0 };
	struct criteria_set *s = NULL;
	str bytes = { 0 };
	lints notes = { 0 };
	bool ok = index_decision(a, c->args[0], &s, &notes, &t, &e);
	cli_told(c->io, c->args[0], &t);
	if (!ok) {
		cli_complain(c->io, c->args[0], &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	str said = set_text(a, s, &notes, &y);
	ok = c->format == FORMAT_JSON ? (bytes = set_json(a, s), true) : set_book(a, s, &bytes, &e);
	int status = cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
	if (status == EXIT_SOUND)
		fwrite(said.p, 1, said.n, c->io->out);
	return status;
}

const struct verb verb_set_read = {
	.name = "set read",
	.usage = "QUYẾT-ĐỊNH -o BỘ.xlsx [--force]",
	.help = "Lấy bộ tiêu chí ra khỏi quyết định ban hành (.docx, .pdf, .xlsx, …), hay đổi bộ tiêu chí sang .xlsx hoặc .json.",
	.more = "Cách tính điểm được nhận ra thì viết lại theo một lối; chỗ người dùng phải quyết định được nêu ra. Soát lại bằng khacphuc set check.\n"
	        "Mã thoát: 0 đã ghi, 2 không đọc hay không ghi được.\n",
	.source = "issue 4 (khacphuc set read); sets.md",
	.writes = true,
	.least = 1,
	.most = 1,
	.run = run,
};
