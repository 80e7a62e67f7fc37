#include "cli/keep_files.h"

static int run(const struct call *c) { return cli_keep(c, keep_set); }

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "năm đánh giá, nếu tệp không ghi", false },
	{ "--level", "CẤP", "cấp của bộ tiêu chí (bộ, tỉnh, sở, huyện, xã), nếu tệp không ghi", false },
	{ "--unit", "TÊN", "kỳ đánh giá của ai, khi hồ sơ có nhiều kỳ trong năm", false },
	{ "--accept", NULL, "ghi vào hồ sơ; không có thì chỉ cho xem sẽ ghi gì", false },
};

const struct verb verb_set_save = {
	.name = "set save",
	.usage = "BỘ [--year NĂM] [--level CẤP] [--unit TÊN] [--accept] [--format text|json]",
	.help = "Đưa bộ tiêu chí vào hồ sơ thành một phiên bản mới, mỗi tiêu chí có một định danh để nối với các năm khác.",
	.more = "Định danh lấy từ cột Định danh; không ghi thì từ bộ của cùng năm và năm trước khi chắc chắn là một tiêu chí, không thì đặt mới.\n"
	        "Bộ giống hệt bộ đã có thì không ghi gì. Tồn tại và minh chứng của các bộ trước trong năm chuyển sang bộ mới.\n"
	        "Mã thoát: 0 xong, 2 không đọc được hay không ghi được.\n",
	.source = "issue 5; sets.md (Định danh)",
	.formats = true,
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
