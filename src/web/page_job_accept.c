#include "app/job.h"
#include "web/page.h"
#include "web/set_levels.h"

enum { ITEMS_MOST = 350 };

/* To where it stands now. */
static bool book(struct req *q, const struct job *j, struct err *e)
{
	str level = param_text(q, "level"), all = S("all");
	struct job_book_ask ask = { .year = (int)param_id(q, "of_year"), .level = level.n ? level.p : NULL, .accept = true,
		                    .take = param_texts(q, "take") };
	struct job_book b;
	if (param_yes(q, "all"))
		*vec_add(q->a, &ask.take) = all;
	if (!job_book(q->r, q->a, j, &ask, &b, e))
		return false;
	size_t kept = b.p.count[PROPOSED_DIFFERENT] - b.p.taken;
	req_tell(q, b.p.known ? S("Hồ sơ đã có đúng như tệp; không ghi thêm gì.") :
	            str_fmt(q->a, "Đã ghi vào hồ sơ: %zu điều mới, %zu điều thay theo tệp.%s", b.p.count[PROPOSED_NEW], b.p.taken,
	                    kept ? str_fmt(q->a, " %zu chỗ khác được giữ như hồ sơ.", kept).p : ""));
	if (str_eq(j->kind, S("sheet")))
		return req_go(q, "/diem?unit=%lld&year=%d", (long long)j->body, b.p.year);
	return str_eq(j->kind, S("set")) ? req_go(q, "/bo-tieu-chi?year=%d", b.p.year) : req_go(q, "/ket-qua?year=%d", b.p.year);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct job j;
	struct job_accept how = { .clean = param_yes(q, "clean"), .force = param_yes(q, "force"), .take = param_texts(q, "take"),
	                          .leave = param_texts(q, "leave") };
	size_t rest = 0;
	(void)v;
	if (!job_load(q->r, q->a, param_id(q, "job"), &j, e))
		return false;
	if (job_is_book(&j))
		return book(q, &j, e);
	if (!job_accept(q->r, q->a, &j, &how, &rest, e))
		return false;
	req_tell(q, rest ? str_fmt(q->a, "Đã nhận vào hồ sơ; còn %zu mục để lại chờ xem.", rest) : S("Đã nhận vào hồ sơ."));
	return req_go(q, "/nhap/%lld", (long long)j.id);
}

const struct page page_job_accept = {
	.method = POST, .path = "/nhap/:job/nhan", .title = "Nhận vào hồ sơ",
	.help = "Ghi vào hồ sơ những gì đọc được, trừ các mục để lại; chỗ khác với hồ sơ chỉ được thay khi chọn lấy theo văn bản.",
	.who = WHO_PERSON, .of = PLACE_JOB, .id = "job",
	.params = {
		{ "job", "lượt nhập", PARAM_ID }, { "take", "lấy theo văn bản", PARAM_TEXTS, .max = ITEMS_MOST },
		{ "leave", "để lại", PARAM_TEXTS, .max = ITEMS_MOST }, { "clean", "chỉ nhận những mục không sai, không khác", PARAM_YES },
		{ "force", "nhận cả khi cơ quan khác ban hành", PARAM_YES },
		{ "all", "phiếu, bảng kết quả: chỗ nào khác cũng lấy theo tệp", PARAM_YES },
		{ "of_year", "năm của phiếu, bảng kết quả, bộ tiêu chí", PARAM_NUMBER, JOB_YEAR_LEAST, JOB_YEAR_MOST },
		{ "level", "cấp của bộ tiêu chí", PARAM_CHOICE, .choices = set_levels },
	},
	.form = &page_job, .typed = "accepting", .example = "clean=1", .source = "issue 6 (3)", .run = run,
};
