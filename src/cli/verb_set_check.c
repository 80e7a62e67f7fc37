#include "cli/index_files.h"

static bool has_errors(const lints *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].severity == SEVERITY_ERROR)
			return true;
	return false;
}

/* Cells that cannot be read are errors of the set as much as rules that cannot be: all are told in one run. */
static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct told t = { 0 };
	struct err e = { 0 };
	struct criteria_set *s = NULL;
	bool ok = index_set(a, c->args[0], false, &s, &t, &e);
	cli_told(c->io, c->args[0], &t);
	if (!s) {
		cli_complain(c->io, c->args[0], &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour, str_c(c->args[0]) };
	lints l = set_lint(a, s);
	str said = c->format == FORMAT_JSON ? lints_json(a, s, &l, &t) : set_text(a, s, &l, &y);
	fwrite(said.p, 1, said.n, c->io->out);
	if (!ok)
		cli_complain(c->io, c->args[0], &e);
	return ok && !has_errors(&l) ? EXIT_SOUND : EXIT_ERRORS;
}

const struct verb verb_set_check = {
	.name = "set check",
	.usage = "BỘ [--format text|json]",
	.help = "Soát bộ tiêu chí: điểm cộng không khớp, mã trùng, cách tính điểm mơ hồ, hở hay chồng, thiếu tài liệu kiểm chứng, …",
	.more = "Chỗ sai trong cách tính điểm được chỉ bằng dấu ^, kèm cách viết nên dùng.\n" INDEX_FILES
	        "Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được tệp.\n",
	.source = "issue 4 (khacphuc set check); sets.md",
	.formats = true,
	.least = 1,
	.most = 1,
	.run = run,
};
