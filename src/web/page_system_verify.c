#include "app/upkeep.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t wrong = 0;
	if (!upkeep_verify(q->r, q->a, &wrong, e))
		return false;
	req_tell(q, wrong ? str_fmt(q->a, "Đã kiểm tra: hồ sơ có %lld chỗ sai, xem ở dưới.", (long long)wrong) : S("Đã kiểm tra: hồ sơ nguyên vẹn."));
	return req_go(q, "/he-thong");
}

const struct page page_system_verify = {
	.method = POST, .path = "/he-thong/kiem-tra", .title = "Kiểm tra hồ sơ",
	.help = "Nhật ký có liền mạch không, dữ liệu có đúng như nhật ký ghi không, tệp minh chứng còn nguyên không.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.form = &page_system, .example = "", .source = "issue 6 (10)", .run = run,
};
