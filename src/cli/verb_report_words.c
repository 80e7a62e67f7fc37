#include "app/wording.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	struct err e = { 0 };
	struct unit_row unit;
	wordings w = { 0 };
	str kind = cli_said(c, "--kind"), name = cli_said(c, "--name");
	strs lines = cli_options(c, a, "--text");
	struct buf text = buf_open(a);
	for (size_t i = 0; i < lines.n; i++)
		buf_fmt(&text, "%.*s\n", SF(lines.at[i]));
	if (!cli_few(c, 0) || !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (name.n && !wording_put(r, a, unit.body, kind, name, buf_str(&text), &e))
		return cli_refused(c, &e);
	if (name.n)
		return cli_put(c, text.n ? S("Đã ghi lời văn.\n") : S("Đã bỏ lời văn; văn bản lại dùng lời mẫu.\n"), EXIT_SOUND);
	if (!wording_list(r, a, unit.body, kind, &w, &e))
		return cli_refused(c, &e);
	return cli_put(c, wording_text(a, &w, &y), EXIT_SOUND);
}

static void tell(const struct call *c)
{
	struct wording_names all = wording_names();
	fputs("\nCác mục dùng cho mọi loại văn bản:\n", c->io->out);
	for (size_t i = 0; i < all.n; i++)
		fprintf(c->io->out, "  %s\n      %s. %s\n", all.at[i].name, all.at[i].label, all.at[i].help);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	{ "--kind", "LOẠI", "chỉ cho loại văn bản này; không ghi thì mọi loại", false },
	{ "--name", "MỤC", "ghi mục lời văn này; không ghi thì in các lời văn đang có", false },
	{ "--text", "LỜI-VĂN", "lời văn, mỗi lần một dòng; không ghi thì bỏ mục ấy", true },
};

const struct verb verb_report_words = {
	.name = "report words",
	.usage = "--unit ĐƠN-VỊ [--kind LOẠI] [--name MỤC [--text LỜI-VĂN …]]",
	.help = "Lời văn riêng của đơn vị trong văn bản: căn cứ, nơi nhận, địa danh, người ký, các câu mẫu.",
	.more = WORK_STATUS,
	.source = "issue 7 (templates per unit)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
	.tell = tell,
};
