#include "app/upkeep.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct operated done;
	if (!upkeep_backup(q->r, q->a, &done, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã sao lưu %lld dòng và %lld tệp.", (long long)done.rows, (long long)done.files));
	return req_go(q, "/he-thong");
}

const struct page page_system_backup = {
	.method = POST, .path = "/he-thong/sao-luu", .title = "Sao lưu",
	.help = "Sao lưu cả hồ sơ vào một thư mục mới dưới thư mục hồ sơ; mọi người vẫn làm việc trong lúc ấy.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.form = &page_system, .example = "", .source = "issue 6 (10)", .run = run,
};
