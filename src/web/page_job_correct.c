#include "app/job.h"
#include "web/page.h"

static const char *const names[] = { "code", "name", "max", "points", "lost", "percent", "reason", "cause", "remedies", "lead", "due", "text" };

static bool year(struct req *q, const struct job *j, struct err *e)
{
	int n = (int)param_id(q, "of_year");
	if (!job_set_year(q->r, q->a, j, n, e))
		return false;
	req_tell(q, str_fmt(q->a, "Văn bản này được tính cho Chỉ số năm %d.", n));
	return req_go(q, "/nhap/%lld", (long long)j->id);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct job j;
	job_puts puts = { 0 };
	size_t n = 0;
	str item = param_text(q, "item");
	(void)v;
	if (!job_load(q->r, q->a, param_id(q, "job"), &j, e))
		return false;
	if (param_id(q, "of_year"))
		return year(q, &j, e);
	for (size_t i = 0; i < COUNT(names); i++)
		if (param_said(q, names[i]))
			*vec_add(q->a, &puts) = (struct job_put){ str_fmt(q->a, "%.*s/%s", SF(item), names[i]), param_text(q, names[i]) };
	if (!job_correct(q->r, q->a, &j, &puts, param_text(q, "why"), &n, e))
		return false;
	req_tell(q, n ? str_fmt(q->a, "Đã sửa %zu chỗ.", n) : S("Không có gì thay đổi."));
	return req_go(q, "/nhap/%lld#muc-%.*s", (long long)j.id, SF(item));
}

const struct page page_job_correct = {
	.method = POST, .path = "/nhap/:job/sua", .title = "Sửa một mục", .help = "Sửa điều đọc được ở một mục, kèm lý do; số in trong văn bản vẫn được lưu.",
	.who = WHO_RIGHT, .area = "imports", .acts = "change|propose", .of = PLACE_JOB, .id = "job",
	.params = {
		{ "job", "lượt nhập", PARAM_ID }, { "item", "mục", PARAM_TEXT, .max = 10 }, { "why", "lý do sửa", PARAM_TEXT, .max = 1000 },
		{ "of_year", "năm của Chỉ số", PARAM_NUMBER, JOB_YEAR_LEAST, JOB_YEAR_MOST },
		{ "code", "mã", PARAM_TEXT, .max = 30 }, { "name", "tên", PARAM_LINES, .max = 2000 }, { "max", "điểm tối đa", PARAM_TEXT, .max = 30 },
		{ "points", "điểm đạt", PARAM_TEXT, .max = 30 }, { "lost", "điểm bị trừ", PARAM_TEXT, .max = 30 },
		{ "percent", "tỷ lệ", PARAM_TEXT, .max = 30 }, { "reason", "lý do bị trừ", PARAM_LINES, .max = 8000 },
		{ "cause", "nguyên nhân", PARAM_LINES, .max = 8000 }, { "remedies", "giải pháp", PARAM_LINES, .max = 16000 },
		{ "lead", "đơn vị chủ trì", PARAM_TEXT, .max = 300 }, { "due", "thời hạn", PARAM_TEXT, .max = 300 },
		{ "text", "nội dung", PARAM_LINES, .max = 8000 },
	},
	.form = &page_job, .typed = "edit", .example = "item=c0&lost=0,5&why=v%C4%83n+b%E1%BA%A3n+in+nh%E1%BA%A7m", .source = "issue 6 (3)", .run = run,
};
