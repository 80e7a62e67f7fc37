#include "app/plan.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row unit;
	struct plan p;
	int year;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (!plan_open(r, a, unit.body, year, &p, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? plan_json(a, &p) : plan_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	WORK_YEAR,
};

const struct verb verb_plan = {
	.name = "plan",
	.usage = "--unit ĐƠN-VỊ [--year NĂM] [--format text|json]",
	.help = "Mở kế hoạch khắc phục của một đơn vị: tồn tại, nguyên nhân, giải pháp, thời hạn, tiến độ, minh chứng.",
	.more = "Tồn tại xếp theo lĩnh vực và mã tiêu chí; số hiệu T… là tồn tại, G… là giải pháp, dùng cho các lệnh finding, remedy, progress, evidence.\n"
	        "Thời hạn in như văn bản, bên cạnh là tình trạng hôm nay; hạn tính theo ngày làm việc trừ ngày nghỉ lễ của hồ sơ.\n" WORK_STATUS,
	.source = "issue 5; domain.md 2 (10, 11)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
