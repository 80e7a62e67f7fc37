#include "app/job.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	int64_t id = 0;
	size_t n = 0, refused = 0;
	(void)v;
	if (!right_has(&q->place, "imports", "change|propose") && !right_has(&q->place, "appraisals", "change")) {
		fail(e, ERR_DENIED, "Bạn không có quyền gửi tệp vào hồ sơ của %.*s.", SF(q->place.body_name));
		return err_hint(e, "Chọn đơn vị của bạn, hoặc nhờ người quản trị cấp quyền.");
	}
	for (size_t i = 0; i < q->files.n; i++) {
		const struct upload *u = &q->files.at[i];
		struct err why = { 0 };
		if (job_add(q->r, q->a, q->place.body, u->path.p, u->name, (int)param_id(q, "of_year"), &id, &why)) {
			n++;
			continue;
		}
		if (why.code == ERR_DENIED || why.code == ERR_SYSTEM)
			return *e = why, false;
		*e = why;
		refused++;
		req_tell(q, str_fmt(q->a, "Không nhận tệp “%.*s”: %s", SF(u->name), why.message));
	}
	if (!n)
		return refused ? false : (fail(e, ERR_INPUT, "Chưa có tệp nào."), err_hint(e, "Chọn tệp từ máy của bạn rồi bấm Gửi."));
	if (n == 1 && !refused)
		return req_go(q, "/nhap/%lld", (long long)id);
	req_tell(q, str_fmt(q->a, "Đã gửi %zu tệp; mở từng tệp để xem khi đọc xong.", n));
	return req_go(q, "/nhap?unit=%lld", (long long)q->place.body);
}

const struct page page_import_do = {
	.method = POST, .path = "/nhap", .title = "Gửi tệp", .help = "Nhận các tệp vào hàng chờ đọc; mỗi tệp là một lượt nhập.",
	.who = WHO_PERSON, .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "files", "tệp", PARAM_FILES, .max = JOB_FILE_MOST },
	            { "of_year", "năm của Chỉ số", PARAM_NUMBER, JOB_YEAR_LEAST, JOB_YEAR_MOST } },
	.form = &page_import,
	.example = "files=#+KẾ+HOẠCH%0A%0A##+Khắc+phục+các+tiêu+chí+bị+trừ+điểm+trong+Chỉ+số+cải+cách+hành+chính+năm+2025%0A%0A"
	           "|+STT+|+Tiêu+chí+|+Điểm+tối+đa+|+Điểm+thẩm+định+|+Điểm+bị+trừ+|+Nguyên+nhân+|+Giải+pháp+|+Đơn+vị+chủ+trì+|+Thời+hạn+|%0A"
	           "|---|---|---|---|---|---|---|---|---|%0A"
	           "|+1+|+1.1.+Ban+hành+kế+hoạch+|+1+|+0,5+|+0,5+|+Ban+hành+chậm+|+Ban+hành+trong+tháng+01+|+Văn+phòng+Sở+|+31/01/2026+|%0A&files=BÁO+CÁO%0AKết+quả+khắc+phục+năm+2025",
	.source = "issue 6 (3)", .run = run,
};
