#include "app/remedy.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	strs told = { 0 };
	struct remedy_said s = { call_option(c, "--text"), call_option(c, "--lead"), call_option(c, "--due"), call_option(c, "--effort"), call_option(c, "--expected"),
		                 call_option(c, "--person"), call_option(c, "--support") != NULL, cli_options(c, a, "--support") };
	int64_t id, *findings;
	size_t n;
	int revision;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'G', "giải pháp", &id) || !cli_things(c, "--finding", 'T', a, &findings, &n) ||
	    !cli_number(c, "--revision", REVISION_MOST, &revision) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!remedy_edit(r, a, id, revision, findings, n, &s, &told, &e))
		return cli_refused(c, &e);
	cli_notes(c, &told);
	return cli_put(c, str_fmt(a, "Đã sửa giải pháp G%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--text", "NỘI-DUNG", "điều phải làm", false },
	{ "--lead", "ĐƠN-VỊ", "đơn vị chủ trì, chỉ một", false },
	{ "--support", "ĐƠN-VỊ", "đơn vị phối hợp; ghi nhiều lần được", true },
	{ "--due", "THỜI-HẠN", "như “Quý II/2026”, “30/6/2026”, “thường xuyên, rà soát hàng tháng”", false },
	{ "--person", "TÊN", "công chức phụ trách (tên đăng nhập)", false },
	{ "--effort", "CÔNG-SỨC", "công sức, nguồn lực", false },
	{ "--expected", "ĐIỂM", "điểm dự kiến lấy lại", false },
	{ "--finding", "T…", "gắn thêm tồn tại này; ghi nhiều lần được", true },
	WORK_REVISION,
};

const struct verb verb_remedy_edit = {
	.name = "remedy edit",
	.usage = "G7 [--text …] [--lead …] [--support …]… [--due …] [--person …] [--finding T12]… [--revision SỐ]",
	.help = "Sửa một giải pháp; phần không ghi thì giữ nguyên, ghi trống thì bỏ; --support thay cả danh sách phối hợp.",
	.more = "Thời hạn viết như trong văn bản: Quý II/2026; tháng 6/2026; năm 2026; 30/6/2026; 10 ngày làm việc kể từ 01/6/2026; thường xuyên, rà soát\n"
	        "hàng tháng (hàng tuần, hàng quý, 6 tháng, hàng năm). \n"
	        "Ghi --revision với số bản đã xem thì không ghi đè thay đổi của người khác.\n" WORK_STATUS,
	.source = "issue 5",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
