#include "cli/keep_files.h"

static int run(const struct call *c) { return cli_keep(c, keep_results); }

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "năm đánh giá", false },
	{ "--unit", "TÊN", "kỳ đánh giá của ai, khi hồ sơ có nhiều kỳ trong năm", false },
	KEEP_OPTIONS,
};

const struct verb verb_result_save = {
	.name = "result save",
	.usage = "BẢNG --year NĂM [--unit TÊN] [--take ĐƠN-VỊ]… [--accept] [--format text|json]",
	.help = "Đưa bảng kết quả của các đơn vị vào hồ sơ; chưa công bố thì chỉ người thẩm định và đơn vị ấy xem được.",
	.more = "Đơn vị được nhận ra theo tên, tên cũ. Công bố bằng khacphuc result publish.\n"
	        "Mã thoát: 0 xong, 2 không đọc được hay không ghi được.\n",
	.source = "issue 5; sets.md (Kết quả)",
	.formats = true,
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
