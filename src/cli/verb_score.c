#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct scoring g;
	struct sheet *t = NULL;
	struct err e = { 0 };
	str bytes = { 0 };
	if (!cli_set(c, a, c->args[0], &g) || !cli_sheet(c, a, c->args[1], g.set, &t))
		return EXIT_UNREADABLE;
	struct index_scored s = index_score(a, &g, t);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format == FORMAT_XLSX) {
		bool ok = score_book(a, &s, &bytes, &e);
		return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
	}
	return cli_put(c, c->format == FORMAT_JSON ? score_json(a, &s) : score_text(a, &s, &y), EXIT_SOUND);
}

const struct verb verb_score = {
	.name = "score",
	.usage = "BỘ PHIẾU [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Chấm một phiếu: điểm từng tiêu chí và vì sao, điểm từng lĩnh vực, tổng điểm, tỷ lệ, xếp loại.",
	.more = "Ý kiến thẩm định vòng sau đứng trước vòng trước và điểm tự chấm; không có ý kiến nào thì lấy điểm của cách tính.\n" INDEX_FILES
	        "Mã thoát: 0 chấm được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (khacphuc score); sets.md (score)",
	.formats = true,
	.books = true,
	.least = 2,
	.most = 2,
	.run = run,
};
