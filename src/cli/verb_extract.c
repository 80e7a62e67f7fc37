#include "app/layout.h"
#include "cli/each.h"

static struct tally print(const struct call *c, const struct each *at, const struct facts *f)
{
	struct layout l = { c->io->columns, c->io->colour, at->name };
	str s = c->format == FORMAT_JSON ? facts_json(at->a, f) : facts_text(at->a, f, &l);
	if (c->format == FORMAT_TEXT && !at->first)
		fputc('\n', c->io->out);
	fwrite(s.p, 1, s.n, c->io->out);
	return (struct tally){ .status = EXIT_SOUND, .documents = 1 };
}

static int run(const struct call *c) { return each_file(c, print).status; }

const struct verb verb_extract = {
	.name = "extract",
	.usage = "TỆP… [--format text|json]",
	.help = "Đọc văn bản, in ra những gì tìm thấy: tiêu chí bị trừ điểm, lý do, giải pháp, thời hạn, …",
	.more = "Dạng text xếp thành bảng cho người đọc; dạng json in mỗi tài liệu một dòng cho chương trình khác.\n"
	        FILE_KINDS
	        "Mã thoát: 0 đọc được, 2 có tệp không đọc được.\n",
	.source = "facts.md (khacphuc extract)",
	.formats = true,
	.least = 1,
	.run = run,
};
