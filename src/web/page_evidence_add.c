#include "web/evidence_view.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	evidence_files files;
	if (!evidence_files_of(q, &files, e))
		return false;
	if (files.n > EVIDENCE_FILES)
		return fail(e, ERR_LIMIT, "Một lần chỉ nhận %d tệp.", EVIDENCE_FILES), err_hint(e, "Gửi làm nhiều lần.");
	struct evidence_said s = evidence_said_of(q);
	struct evidence_kept *kept = make_n(q->a, struct evidence_kept, files.n + 1);
	if (!evidence_add_all(q->r, q->a, q->place.body, files.at, files.n, &s, kept, e))
		return false;
	evidence_files_kept(q);
	if (files.n == 1)
		req_tell(q, str_fmt(q->a, "Đã lưu minh chứng M%lld; tệp đã được đọc lại và còn nguyên.", (long long)kept[0].id));
	else
		req_tell(q, str_fmt(q->a, "Đã lưu %zu minh chứng, M%lld đến M%lld; các tệp đã được đọc lại và còn nguyên.", files.n, (long long)kept[0].id,
		                    (long long)kept[files.n - 1].id));
	for (size_t i = 0; i < files.n; i++)
		evidence_tell_kept(q, &kept[i]);
	if (files.n == 1)
		return req_go(q, "/minh-chung/%lld", (long long)kept[0].id);
	return req_go(q, "/minh-chung?unit=%lld&year=%d", (long long)q->place.unit, q->place.year);
}

const struct page page_evidence_add = {
	.method = POST, .path = "/minh-chung", .title = "Lưu minh chứng",
	.help = "Lưu một hay nhiều tệp làm minh chứng; mỗi tệp được đọc lại và so SHA-256 trước khi báo đã lưu.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "change|change_own", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, PARAM_EVIDENCE_FILES, PARAM_EVIDENCE_WORDS, PARAM_EVIDENCE_TARGETS },
	.form = &page_evidence, .example = "files=Báo+cáo+kết+quả+số+hóa+hồ+sơ.&title=Báo+cáo&targets=T1", .source = "issue 6 (7)", .run = run,
};
