#include "app/progress.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	strs told = { 0 };
	struct progress_said s = { call_option(c, "--state"), call_option(c, "--percent"), call_option(c, "--measure"), call_option(c, "--target"),
		                   call_option(c, "--text"), call_option(c, "--on") };
	int64_t id, progress;
	if (!cli_few(c, 1) || !cli_thing(c, 0, 'G', "giải pháp", &id) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!progress_add(r, a, id, &s, &progress, &told, &e))
		return cli_refused(c, &e);
	cli_notes(c, &told);
	return cli_put(c, str_fmt(a, "Đã ghi tiến độ của giải pháp G%lld.\n", (long long)id), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--state", "TRẠNG-THÁI", "chưa thực hiện, đang triển khai, đã hoàn thành, chưa rõ", false },
	{ "--percent", "SỐ", "tỷ lệ hoàn thành, 0 đến 100", false },
	{ "--measure", "SỐ-LIỆU", "số liệu đo được, như “90,63%”, “8/9”", false },
	{ "--target", "MỨC", "mức cần đạt, như “từ 95% trở lên”", false },
	{ "--text", "NỘI-DUNG", "đã làm gì", false },
	{ "--on", "NGÀY", "ngày của tiến độ; không ghi thì hôm nay", false },
};

const struct verb verb_progress_add = {
	.name = "progress add",
	.usage = "G7 --state TRẠNG-THÁI [--percent SỐ] [--measure SỐ-LIỆU] [--target MỨC] [--text NỘI-DUNG] [--on NGÀY]",
	.help = "Ghi tiến độ của một giải pháp; tiến độ chỉ thêm, không sửa, không xóa.",
	.more = "Văn phòng ghi được mọi giải pháp của đơn vị; công chức ghi giải pháp mình phụ trách hoặc phòng mình chủ trì. Tỷ lệ thấp hơn mức đã bị trừ\n"
	        "điểm, ngày trước khi ban hành kế hoạch … được nhắc.\n" WORK_STATUS,
	.source = "issue 5; domain.md 1, 5",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
