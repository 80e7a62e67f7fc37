#include "app/evidence.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct evidence_said s = { call_option(c, "--title"), call_option(c, "--number"), call_option(c, "--issuer"), call_option(c, "--date"),
		                   call_option(c, "--expires"), call_option(c, "--where"), 0, cli_options(c, a, "--for") };
	struct unit_row unit;
	struct evidence_kept k;
	if (!c->n) {
		fail(&e, ERR_INPUT, "Lệnh evidence add cần tên tệp.");
		err_hint(&e, "Cách dùng: khacphuc evidence add %s", c->verb->usage);
		return cli_refused(c, &e);
	}
	if (!cli_few(c, 1) || !cli_number(c, "--year", YEAR_MOST, &s.year) || !(r = cli_record(c, a)) || !cli_place(c, r, a, true, &unit))
		return EXIT_UNREADABLE;
	if (!evidence_add(r, a, unit.body, c->args[0], &s, &k, &e))
		return cli_refused(c, &e);
	cli_notes(c, &k.told);
	return cli_put(c, str_fmt(a, "Đã lưu minh chứng M%lld (%lld byte%s).\n", (long long)k.id, (long long)k.size, k.again ? ", tệp này đã có sẵn trong hồ sơ" : ""), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	WORK_YEAR,
	{ "--title", "TÊN", "tên tài liệu", false },
	{ "--number", "SỐ", "số, ký hiệu văn bản", false },
	{ "--date", "NGÀY", "ngày ban hành", false },
	{ "--issuer", "CƠ-QUAN", "cơ quan ban hành", false },
	{ "--expires", "NGÀY", "ngày hết hiệu lực", false },
	{ "--for", "ĐIỀU", "tiêu chí (3.1.2), tồn tại (T12) hay giải pháp (G7); ghi nhiều lần được", true },
	{ "--where", "CHỖ", "chỗ trong tài liệu, như “trang 3”, “mục II.1”", false },
};

const struct verb verb_evidence_add = {
	.name = "evidence add",
	.usage = "TỆP --unit ĐƠN-VỊ --title TÊN --for ĐIỀU… [--number SỐ] [--date NGÀY] [--issuer CƠ-QUAN] [--expires NGÀY] [--where CHỖ] [--year NĂM]",
	.help = "Lưu một tệp làm minh chứng cho tiêu chí, tồn tại hay giải pháp.",
	.more = "Tệp được giữ theo nội dung (SHA-256): cùng một tệp chỉ giữ một lần, được đọc lại và so trước khi báo đã lưu. Văn phòng lưu mọi minh chứng của\n"
	        "đơn vị; công chức lưu cho giải pháp mình phụ trách hoặc phòng mình chủ trì. Ghi vào cơ sở dữ liệu không được thì tệp đã chép nằm lại\n"
	        "vô hại; khacphuc verify nêu tên nó.\n" WORK_STATUS,
	.source = "issue 5 (evidence)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
