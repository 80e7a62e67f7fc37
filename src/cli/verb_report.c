#include "app/report.h"
#include "cli/named.h"

static bool has(const struct call *c, const char *option)
{
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, option))
			return true;
	return false;
}

static bool take(const struct call *c, struct report_ask *ask, const struct renderer **as, struct err *e)
{
	const char *period = call_option(c, "--period");
	int number;
	if (!c->n)
		return fail(e, ERR_INPUT, "Lệnh report cần loại văn bản."), err_hint(e, "Gõ “khacphuc help report” để xem các loại.");
	if (!report_named(str_c(c->args[0]), &ask->kind, e) || !report_as(str_c(c->out), as, e))
		return false;
	if (period && !report_cut_of(str_c(period), &ask->cut))
		return fail(e, ERR_INPUT, "Không có kỳ báo cáo “%s”.", period), err_hint(e, "Kỳ: quy-1 … quy-4, 6-thang, 9-thang, nam.");
	ask->draft = has(c, "--draft");
	if (ask->draft && has(c, "--issue"))
		return fail(e, ERR_INPUT, "Bản dự thảo không lấy số."), err_hint(e, "Chọn một: --draft hoặc --issue.");
	if (!cli_number(c, "--number", 99999, &number) || !cli_day(c, "--on", &ask->on))
		return false;
	ask->number = number;
	return true;
}

static int write_it(const struct call *c, struct record *r, struct arena *a, struct report_made *m, const struct renderer *as)
{
	struct err e = { 0 };
	str bytes;
	int64_t id;
	bool issue = has(c, "--issue");
	str checks;
	bool ok = issue ? report_issue(r, a, m, as, &id, &bytes, &e) : report_file(a, m, as, &bytes, &e);
	checks = report_checks_text(a, m);
	fwrite(checks.p, 1, checks.n, c->io->err);
	if (!ok) {
		int status = cli_refused(c, &e);
		return m->errors && !m->ask.draft ? EXIT_ERRORS : status;
	}
	if (cli_put(c, bytes, EXIT_SOUND) != EXIT_SOUND) {
		if (issue)
			fprintf(c->io->err, "  Số %.*s đã vào sổ; lấy lại tệp bằng khacphuc report get V%lld -o TỆP.\n", SF(m->number), (long long)id);
		return EXIT_UNREADABLE;
	}
	if (issue)
		fprintf(c->io->out, "Đã phát hành %.*s (V%lld): %s.\n", SF(m->number), (long long)id, c->out);
	else
		fprintf(c->io->out, "Đã ghi %s%s.\n", c->out, m->ask.draft ? " (dự thảo)" : "");
	return EXIT_SOUND;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	const struct renderer *as = NULL;
	struct report_ask ask = { 0 };
	struct report_made m;
	struct err e = { 0 };
	struct unit_row unit;
	if (!cli_few(c, 1) || !cli_number(c, "--cycle", YEAR_MOST, &ask.year))
		return EXIT_UNREADABLE;
	if (!take(c, &ask, &as, &e))
		return e.code ? cli_refused(c, &e) : EXIT_UNREADABLE;
	if (!(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	ask.body = unit.body;
	if (!report_make(r, a, &ask, &m, &e))
		return cli_refused(c, &e);
	return write_it(c, r, a, &m, as);
}

static void tell(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	str s = report_kinds_text(a, &y);
	fprintf(c->io->out, "\nCác loại văn bản:\n%.*s", SF(s));
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	{ "--cycle", "NĂM", "năm của Chỉ số; không ghi thì năm mới nhất", false },
	{ "--period", "KỲ", "kỳ báo cáo: quy-1 … quy-4, 6-thang, 9-thang, nam (chốt ngày 14)", false },
	{ "--draft", NULL, "bản dự thảo: có dấu dự thảo, số và ngày để trống; số liệu chưa khớp vẫn lập được", false },
	{ "--issue", NULL, "phát hành: lấy số tiếp theo trong sổ văn bản và giữ đúng tệp đã ghi ra", false },
	{ "--number", "SỐ", "phát hành với số này, khi văn thư đã cho số ở sổ khác", false },
	{ "--on", "NGÀY", "ngày ban hành; không ghi thì hôm nay", false },
};

const struct verb verb_report = {
	.name = "report",
	.usage = "LOẠI --unit ĐƠN-VỊ --cycle NĂM [--period KỲ] [--draft | --issue [--number SỐ] [--on NGÀY]] -o TỆP",
	.help = "Lập văn bản hành chính từ hồ sơ: kế hoạch, báo cáo, phụ lục, bảng theo dõi, bảng tự chấm, danh mục minh chứng, bảng xếp hạng.",
	.more = "Số liệu được đọc lại từ chính văn bản và kiểm tra; có lỗi thì bản chính thức dừng lại, chỉ lập được bản dự thảo.\n"
	        "Không có --draft và --issue: bản chính thức để trống số, ngày, cho văn thư điền.\n"
	        "Mã thoát: 0 lập được, 1 số liệu chưa khớp, 2 không lập được.\n",
	.source = "issue 7; domain.md 5, 7",
	.writes = true,
	.any_ending = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
	.tell = tell,
};
