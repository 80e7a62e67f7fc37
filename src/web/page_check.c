#include "core/check.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)q, (void)e;
	struct checks all = checks_all();
	view_rows(v, "checks");
	for (size_t i = 0; i < all.n; i++) {
		struct view *row = view_row(v, "checks");
		view_text(row, "name", str_c(all.at[i]->name));
		view_text(row, "help", str_c(all.at[i]->help));
	}
	return true;
}

const struct page page_check = {
	.method = GET, .path = "/kiem-tra", .title = "Kiểm tra văn bản",
	.help = "Chọn một tệp để xem trong đó có chỗ nào cộng sai, trừ sai hay thiếu không. Không lưu lại gì.",
	.who = WHO_PERSON, .template = "check", .example = "/kiem-tra", .source = "issue 6 (8)", .run = run,
};
