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
	int64_t id, *findings = make_n(a, int64_t, c->n + 1);
	for (size_t i = 0; i < c->n || !i; i++)
		if (!cli_thing(c, i, 'T', "tồn tại", &findings[i]))
			return EXIT_UNREADABLE;
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!remedy_add(r, a, findings, c->n, &s, &id, &told, &e))
		return cli_refused(c, &e);
	cli_notes(c, &told);
	return cli_put(c, str_fmt(a, "Đã thêm giải pháp G%lld.\n", (long long)id), EXIT_SOUND);
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
};

const struct verb verb_remedy_add = {
	.name = "remedy add",
	.usage = "T12 [T13 …] --text NỘI-DUNG [--lead ĐƠN-VỊ] [--support ĐƠN-VỊ]… [--due THỜI-HẠN] [--person TÊN] …",
	.help = "Thêm một giải pháp khắc phục một hay nhiều tồn tại của một đơn vị.",
	.more = "Thời hạn viết như trong văn bản: Quý II/2026; tháng 6/2026; năm 2026; 30/6/2026; 10 ngày làm việc kể từ 01/6/2026; thường xuyên, rà soát\n"
	        "hàng tháng (hàng tuần, hàng quý, 6 tháng, hàng năm). Văn phòng của đơn vị nhập.\n" WORK_STATUS,
	.source = "domain.md 2 (10); facts.md (due)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
