#include "cli/index_files.h"

static bool year_of(const struct call *c, struct arena *a, const char *arg, struct history_year *y)
{
	struct err e = { 0 };
	const char *equal = strchr(arg, '=');
	struct scoring *g = make(a, struct scoring);
	struct sheet *t;
	if (!equal || equal == arg || !equal[1]) {
		fail(&e, ERR_INPUT, "“%s” phải là BỘ=PHIẾU.", arg);
		err_hint(&e, "Viết tên tệp bộ tiêu chí, dấu =, rồi tên tệp phiếu của năm đó, như bo2024.xlsx=phieu2024.xlsx.");
		cli_complain(c->io, NULL, &e);
		return false;
	}
	if (!cli_set(c, a, str_copy(a, str_sub(str_c(arg), 0, (size_t)(equal - arg))).p, g) || !cli_sheet(c, a, equal + 1, g->set, &t))
		return false;
	*y = (struct history_year){ .scoring = g, .sheet = t, .scored = index_score(a, g, t).leaf };
	return true;
}

/* Oldest first, as core/history.h wants them; sets without a year stay where they were. */
static void order(struct history_year *years, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && years[k].scoring->set->year && years[k].scoring->set->year < years[k - 1].scoring->set->year; k--) {
			struct history_year y = years[k];
			years[k] = years[k - 1];
			years[k - 1] = y;
		}
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct history_year *years = make_n(a, struct history_year, c->n);
	struct err e = { 0 };
	str bytes = { 0 };
	for (size_t i = 0; i < c->n; i++)
		if (!year_of(c, a, c->args[i], &years[i]))
			return EXIT_UNREADABLE;
	order(years, c->n);
	for (size_t i = 1; i < c->n; i++)
		years[i].from_before = mapping_propose(a, years[i - 1].scoring->set, years[i].scoring->set);
	struct history h = history_make(a, years, c->n);
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format != FORMAT_XLSX)
		return cli_put(c, c->format == FORMAT_JSON ? history_json(a, years, &h) : history_text(a, years, &h, &y), EXIT_SOUND);
	bool ok = history_book(a, years, &h, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

const struct verb verb_history = {
	.name = "history",
	.usage = "BỘ=PHIẾU BỘ=PHIẾU… [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Một đơn vị qua các năm: tiêu chí nào mất điểm nhiều lần, mất bao nhiêu, dù mã đã đổi; xu hướng từng lĩnh vực.",
	.more = "Mỗi năm một cặp bộ tiêu chí và phiếu; các năm được nối với nhau như khacphuc set map đề xuất.\n" INDEX_FILES
	        "Mã thoát: 0 lập được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (history); domain.md 6",
	.formats = true,
	.books = true,
	.least = 1,
	.run = run,
};
