#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct unit_row u;
	ids from = param_ids(q, "from");
	strs names = { 0 };
	for (size_t i = 0; i < from.n; i++)
		*vec_add(q->a, &names) = unit_id_text(q->a, from.at[i]);
	if (!unit_merge(q->r, q->a, &names, param_text(q, "into"), param_day(q, "on"), &u, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã gộp %zu đơn vị thành %.*s.", from.n, SF(u.name)));
	return req_go(q, "/don-vi/%lld", (long long)u.id);
}

const struct page page_unit_merge_do = {
	.method = POST, .path = "/don-vi/gop", .title = "Gộp đơn vị",
	.help = "Các đơn vị được gộp kết thúc; một đơn vị mới, hay một trong số ấy, nhận việc của chúng.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "from", "các đơn vị được gộp", PARAM_IDS, .max = 64, .wanted = true },
	            { "into", "tên sau khi gộp", PARAM_TEXT, .max = 300, .wanted = true }, { "on", "từ ngày", PARAM_DAY, .wanted = true } },
	.form = &page_unit_merge, .example = "from=4&from=5&into=Sở+Mới&on=2026-01-02", .source = "issue 6 (10)", .run = run,
};
