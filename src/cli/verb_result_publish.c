#include "app/kept.h"
#include "cli/keep_files.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	bool withdraw = false;
	int64_t n = 0;
	int year;
	for (size_t i = 0; i < c->given.n; i++)
		withdraw |= !strcmp(c->given.at[i].option->name, "--withdraw");
	if (!cli_year_option(c, &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!kept_publish(r, a, call_option(c, "--unit"), year, !withdraw, &n, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, str_fmt(a, "%s kết quả năm %d của %lld đơn vị.\n", withdraw ? "Đã rút" : "Đã công bố", year, (long long)n), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--year", "NĂM", "năm đánh giá", false },
	{ "--unit", "TÊN", "kỳ đánh giá của ai, khi hồ sơ có nhiều kỳ trong năm", false },
	{ "--withdraw", NULL, "rút lại, không công bố nữa", false },
};

const struct verb verb_result_publish = {
	.name = "result publish",
	.usage = "--year NĂM [--unit TÊN] [--withdraw]",
	.help = "Công bố kết quả năm của các đơn vị mà bạn được giao thẩm định: từ đó ai cũng xem được.",
	.more = "Mã thoát: 0 xong (cả khi không còn gì để công bố), 2 không làm được, như khi bạn không thẩm định đơn vị nào.\n",
	.source = "issue 5; domain.md 2 (bước 8)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
