#include "app/plan.h"
#include "cli/named.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct unit_row unit = { 0 }, lead = { 0 };
	struct due_want w = { .person = call_option(c, "--person"), .late = call_option(c, "--late") != NULL };
	struct due_page p;
	const char *lead_said = call_option(c, "--lead");
	if (!cli_few(c, 0) || !cli_number(c, "--soon", DAYS_MOST, &w.soon) || !cli_number(c, "--page", PAGE_MOST, &w.page) || !(r = cli_record(c, a)) ||
	    !cli_place(c, r, a, false, &unit))
		return EXIT_UNREADABLE;
	if (lead_said && unit.body && !unit_load_in(r, a, str_c(lead_said), unit.body, &lead, &e))
		return cli_refused(c, &e);
	if (lead_said && !lead.id && !unit_load(r, a, str_c(lead_said), &lead, &e))
		return cli_refused(c, &e);
	w.body = unit.body;
	w.lead = lead.id ? lead.id : unit.id == unit.body ? 0 : unit.id;       /* a room: what it leads */
	if (!due_open(r, a, &w, &p, &e))
		return cli_refused(c, &e);
	struct layout y = { c->io->columns, c->io->colour, { 0 } };
	return cli_put(c, c->format == FORMAT_JSON ? due_json(a, &p) : due_text(a, &p, &y), EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	WORK_UNIT,
	{ "--lead", "ĐƠN-VỊ", "chỉ những gì đơn vị này chủ trì", false },
	{ "--person", "TÊN", "chỉ những gì người này phụ trách (tên đăng nhập)", false },
	{ "--late", NULL, "chỉ những gì đã quá hạn", false },
	{ "--soon", "SỐ-NGÀY", "chỉ những gì đến hạn trong chừng ấy ngày tới", false },
	WORK_PAGE,
};

const struct verb verb_due = {
	.name = "due",
	.usage = "[--unit ĐƠN-VỊ] [--lead ĐƠN-VỊ | --person TÊN] [--late | --soon SỐ-NGÀY] [--page SỐ] [--format text|json]",
	.help = "Giải pháp chưa xong đã quá hạn hay sắp đến hạn, của mọi đơn vị mà bạn được xem; hạn gần nhất trước.",
	.more = "Không ghi gì thêm thì gồm đã quá hạn và đến hạn trong 30 ngày tới. Mỗi trang 20 giải pháp, có tổng số. Giải pháp thường xuyên đến hạn vào\n"
	        "ngày rà soát kế tiếp, tính từ lần báo tiến độ gần nhất.\n" WORK_STATUS,
	.source = "issue 5 (overdue remedies); domain.md 2 (11)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
