#include "app/layout.h"
#include "cli/each.h"
#include "core/check.h"

static struct tally print(const struct call *c, const struct each *at, const struct facts *f)
{
	struct tally t = { .documents = 1 };
	struct layout l = { c->io->columns, c->io->colour, at->name };
	str s = c->format == FORMAT_JSON ? checks_json(at->a, f) : checks_text(at->a, f, &l);
	for (size_t i = 0; i < f->checks.n; i++)
		t.errors += f->checks.at[i].severity == SEVERITY_ERROR;
	t.warnings = f->checks.n - t.errors;
	t.status = t.errors ? EXIT_ERRORS : EXIT_SOUND;
	fwrite(s.p, 1, s.n, c->io->out);
	return t;
}

static int run(const struct call *c)
{
	struct tally t = each_file(c, print);
	if (c->format == FORMAT_TEXT && t.documents > 1)
		fprintf(c->io->out, "\nĐã xem %zu tài liệu: %zu lỗi, %zu điều cần xem lại.\n", t.documents, t.errors, t.warnings);
	return t.status;
}

static void tell(const struct call *c)
{
	struct checks all = checks_all();
	fputs("\nNhững điều được kiểm tra:\n", c->io->out);
	for (size_t i = 0; i < all.n; i++)
		fprintf(c->io->out, "  %-18s %s\n", all.at[i]->name, all.at[i]->help);
}

const struct verb verb_audit = {
	.name = "audit",
	.usage = "TỆP… [--format text|json]",
	.help = "Tìm những chỗ không khớp trong văn bản: cộng sai, trừ sai, thiếu giải pháp, thiếu thời hạn, …",
	.more = "Mỗi dòng nêu tệp, chỗ (số dòng của tệp chữ; trang, bảng, hàng của tệp khác) và điều không khớp; lỗi đứng trước,\n"
	        "điều cần xem lại đứng sau. " FILE_KINDS
	        "Mã thoát: 0 không có lỗi, 1 có lỗi, 2 có tệp không đọc được.\n",
	.source = "facts.md (khacphuc audit); domain.md 5",
	.formats = true,
	.least = 1,
	.run = run,
	.tell = tell,
};
