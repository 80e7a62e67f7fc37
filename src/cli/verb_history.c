#include "app/kept.h"
#include "cli/at.h"
#include "cli/index_files.h"

static bool from_files(const struct call *c, struct arena *a, struct history_year **years, size_t *n)
{
	*n = c->n;
	*years = make_n(a, struct history_year, c->n);
	for (size_t i = 0; i < c->n; i++)
		if (!cli_year(c, a, c->args[i], &(*years)[i]))
			return false;
	index_years(a, *years, c->n);
	return true;
}

static bool from_record(const struct call *c, struct arena *a, struct history_year **years, size_t *n)
{
	CLEANUP(record_close) struct record *r = cli_record(c, a);
	struct err e = { 0 };
	if (!r)
		return false;
	if (kept_history(r, a, call_option(c, "--unit"), years, n, &e))
		return true;
	cli_complain(c->io, NULL, &e);
	return false;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct history_year *years;
	struct err e = { 0 };
	str bytes = { 0 };
	size_t n;
	if (!(c->n ? from_files : from_record)(c, a, &years, &n))
		return EXIT_UNREADABLE;
	struct history h = history_make(a, years, n);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? history_json(a, years, &h) : history_text(a, years, &h, &y), EXIT_SOUND);
	bool ok = history_book(a, years, &h, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "không chỉ ra tệp: các phiếu của đơn vị này trong hồ sơ", false },
};

const struct verb verb_history = {
	.name = "history",
	.usage = "BỘ=PHIẾU BỘ=PHIẾU… | --unit TÊN [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Một đơn vị qua các năm: tiêu chí nào mất điểm nhiều lần, mất bao nhiêu, dù mã đã đổi; xu hướng từng lĩnh vực.",
	.more = "Mỗi năm một cặp bộ tiêu chí và phiếu; các năm được nối với nhau như khacphuc set map đề xuất.\n"
	        "Từ hồ sơ thì các năm được nối bằng định danh. " INDEX_FILES
	        "Mã thoát: 0 lập được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (history); issue 5; domain.md 6",
	.formats = true,
	.books = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
