#include "cli/keep_files.h"

static int run(const struct call *c) { return cli_keep(c, keep_sheet); }

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "TÊN", "phiếu của đơn vị nào", false },
	{ "--year", "NĂM", "năm đánh giá", false },
	KEEP_OPTIONS,
};

const struct verb verb_sheet_save = {
	.name = "sheet save",
	.usage = "PHIẾU --unit TÊN --year NĂM [--take MÃ]… [--accept] [--format text|json]",
	.help = "Đưa phiếu của một đơn vị vào hồ sơ: điểm tự chấm, giải trình, số liệu, điểm thẩm định; chỗ khác với hồ sơ thì giữ của hồ sơ.",
	.more = "Điểm tự chấm do đơn vị ghi, điểm thẩm định do người thẩm định được giao đơn vị ấy ghi; phiếu đã chốt không nhận điểm tự chấm nữa.\n"
	        "Chỗ khác với hồ sơ được nêu cả hai bên và không bị ghi đè, trừ những mã nêu ở --take.\n"
	        "Mã thoát: 0 xong, 2 không đọc được hay không ghi được.\n",
	.source = "issue 5; domain.md 1, 2",
	.formats = true,
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
