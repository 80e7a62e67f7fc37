#include "app/kept.h"
#include "cli/index_files.h"
#include "cli/keep_files.h"

/* The set of the record, and what the record has of the unit's sheet. */
static bool from_record(const struct call *c, struct arena *a, struct criteria_set **set, struct sheet **t)
{
	CLEANUP(record_close) struct record *r = NULL;
	struct kept_sheet kept;
	struct err e = { 0 }, none = { 0 };
	const char *unit = call_option(c, "--unit"), *level = call_option(c, "--level");
	int year;
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return false;
	if (!kept_set(r, a, unit, year, level, -1, set, &e)) {
		cli_complain(c->io, NULL, &e);
		return false;
	}
	if (unit && kept_sheet(r, a, unit, year, &kept, &none)) {
		*set = (struct criteria_set *)kept.scoring->set;
		*t = kept.sheet;
	}
	return true;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct criteria_set *set = NULL;
	struct sheet *t = NULL;
	struct err e = { 0 };
	str bytes = { 0 };
	const char *filled = call_option(c, "--sheet"), *unit = call_option(c, "--unit");
	if (c->n ? !cli_plain_set(c, a, c->args[0], &set) : !from_record(c, a, &set, &t))
		return EXIT_UNREADABLE;
	if (!filled)
		t = t ? t : sheet_new(a, set);
	else if (!cli_sheet(c, a, filled, set, &t))
		return EXIT_UNREADABLE;
	if (unit)
		t->unit = str_c(unit);
	if (c->format == FORMAT_JSON)
		return cli_put(c, sheet_json(a, set, t), EXIT_SOUND);
	bool ok = form_book(a, set, t, &bytes, &e);
	return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "không chỉ ra tệp: bộ tiêu chí của năm này trong hồ sơ", false },
	{ "--level", "CẤP", "… của cấp này: bộ, tỉnh, sở, huyện, xã", false },
	{ "--sheet", "PHIẾU", "điền sẵn những gì phiếu này đã có", false },
	{ "--unit", "TÊN", "điền sẵn tên đơn vị; của hồ sơ thì cả những gì hồ sơ đã có trong phiếu của đơn vị", false },
};

const struct verb verb_set_form = {
	.name = "set form",
	.usage = "BỘ | --year NĂM [--level CẤP] -o PHIẾU.xlsx [--unit TÊN] [--sheet PHIẾU] [--force]",
	.help = "Lập phiếu tự chấm điểm của bộ tiêu chí: tên, điểm tối đa, cách tính ở bên cạnh chỗ điền; mỗi số liệu điền một lần.",
	.more = "Tên tệp có đuôi .json thì ghi phiếu dạng JSON. " INDEX_FILES "Mã thoát: 0 đã ghi, 2 không đọc hay không ghi được.\n",
	.source = "issue 4 (khacphuc set form); issue 5; sets.md",
	.writes = true,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
