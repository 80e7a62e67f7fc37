#include "web/evidence_view.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	evidence_files files;
	struct evidence_kept k;
	int64_t id = param_id(q, "evidence");
	if (!evidence_files_of(q, &files, e))
		return false;
	if (files.n > 1)
		return fail(e, ERR_INPUT, "Thay một minh chứng thì chỉ nhận một tệp."), err_hint(e, "Lưu các tệp khác thành minh chứng riêng.");
	struct evidence_said s = evidence_said_of(q);
	if (!evidence_revise(q->r, q->a, id, (int)param_id(q, "revision"), files.n ? &files.at[0] : NULL, &s, &k, e))
		return false;
	evidence_files_kept(q);
	req_tell(q, files.n ? S("Đã lưu bản mới của tệp; bản cũ vẫn còn.") : S("Đã lưu."));
	evidence_tell_kept(q, &k);
	return req_go(q, "/minh-chung/%lld", (long long)id);
}

const struct page page_evidence_revise = {
	.method = POST, .path = "/minh-chung/:evidence", .title = "Sửa minh chứng",
	.help = "Sửa tên, số, ngày của một minh chứng, hay thay tệp bằng bản mới; bản cũ vẫn còn.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "change|change_own", .of = PLACE_EVIDENCE, .id = "evidence",
	.params = { { "evidence", "minh chứng", PARAM_ID }, { "revision", "bản đang sửa", PARAM_NUMBER, 1, 1000000000, .wanted = true },
	            PARAM_EVIDENCE_WORDS, PARAM_EVIDENCE_FILES },
	.form = &page_evidence_one, .example = "revision=1&title=B%C3%A1o+c%C3%A1o", .source = "issue 6 (7)", .run = run,
};
