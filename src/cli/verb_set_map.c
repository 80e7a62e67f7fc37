#include "cli/index_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct criteria_set *was = NULL, *is = NULL;
	struct err e = { 0 };
	str bytes = { 0 };
	if (!cli_plain_set(c, a, c->args[0], &was) || !cli_plain_set(c, a, c->args[1], &is))
		return EXIT_UNREADABLE;
	pairs p = mapping_propose(a, was, is);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? mapping_json(a, was, is, &p) : mapping_text(a, was, is, &p, &y), EXIT_SOUND);
	bool ok = mapping_book(a, was, is, &p, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

const struct verb verb_set_map = {
	.name = "set map",
	.usage = "BỘ-CŨ BỘ-MỚI [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Đối chiếu hai bộ tiêu chí: tiêu chí nào giữ nguyên, đổi mã, sửa, mới, bỏ.",
	.more = "Đề xuất theo định danh, mã và tên; cột Giống cho biết chắc đến đâu, người dùng xác nhận.\n" INDEX_FILES
	        "Mã thoát: 0 đã đối chiếu, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (khacphuc set map); domain.md 3",
	.formats = true,
	.books = true,
	.least = 2,
	.most = 2,
	.run = run,
};
