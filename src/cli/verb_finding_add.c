#include "app/finding.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct finding_said s = { call_option(c, "--origin"), call_option(c, "--code"), call_option(c, "--text"), call_option(c, "--cause"), call_option(c, "--note"),
		                  call_option(c, "--max"), call_option(c, "--points"), call_option(c, "--lost"), call_option(c, "--state") };
	struct unit_row unit;
	int64_t id;
	int year;
	if (!cli_few(c, 0) || !cli_number(c, "--year", YEAR_MOST, &year) || !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (!finding_add(r, a, unit.body, year, &s, &id, &e))
		return cli_refused(c, &e);
	return cli_put(c, str_fmt(a, "Đã thêm tồn tại T%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	WORK_YEAR,
	{ "--code", "MÃ", "mã tiêu chí bị trừ điểm", false },
	{ "--origin", "NGUỒN", "thẩm định, tự kiểm tra hay đoàn kiểm tra", false },
	{ "--text", "NỘI-DUNG", "tồn tại, hạn chế, hay lý do bị trừ điểm", false },
	{ "--cause", "NGUYÊN-NHÂN", "nguyên nhân", false },
	{ "--max", "ĐIỂM", "điểm tối đa", false },
	{ "--points", "ĐIỂM", "điểm đạt", false },
	{ "--lost", "ĐIỂM", "điểm bị trừ", false },
	{ "--note", "GHI-CHÚ", "ghi chú", false },
};

const struct verb verb_finding_add = {
	.name = "finding add",
	.usage = "--unit ĐƠN-VỊ [--code MÃ] [--origin NGUỒN] [--text NỘI-DUNG] [--cause NGUYÊN-NHÂN] [--points ĐIỂM] [--lost ĐIỂM] …",
	.help = "Thêm một tồn tại của đơn vị: tiêu chí bị trừ điểm, hay điều mà tự kiểm tra, đoàn kiểm tra thấy.",
	.more = "Văn phòng của đơn vị nhập; công chức đề xuất với Văn phòng. Điểm tối đa lấy từ bộ tiêu chí, điểm bị trừ tính ra nếu không ghi.\n" WORK_STATUS,
	.source = "domain.md 1, 2",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
