#include "cli/verb.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct err e = { 0 };
	str s = tree_text(a, c->args[0], &e);
	if (e.code != ERR_NONE) {
		cli_complain(c->io, c->args[0], &e);
		return EXIT_UNREADABLE;
	}
	fwrite(s.p, 1, s.n, c->io->out);
	return EXIT_SOUND;
}

const struct verb verb_show = {
	.name = "show",
	.usage = "TỆP",
	.help = "In văn bản như chương trình hiểu: đề mục, đoạn, bảng, mỗi phần kèm trang và số dòng (hay số đoạn).",
	.more = "Dùng khi kết quả của extract khác với điều mắt thấy: xem bảng nào được dựng lại thế nào.\n"
	        "Mã thoát: 0 đọc được, 2 không đọc được.\n",
	.source = "issue 2 (khacphuc show)",
	.least = 1,
	.most = 1,
	.run = run,
};
