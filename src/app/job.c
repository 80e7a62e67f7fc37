#include "app/job_parts.h"
#include "app/said.h"

/* -- giving -------------------------------------------------------------------------------------------- */

static bool may_give(struct record *r, int64_t body, struct err *e)
{
	static const struct { const char *act, *area; } by[] = {
		{ "change", "imports" }, { "propose", "imports" }, { "change", "appraisals" }, { "change", "units" },
	};
	int64_t may = 0;
	bool found;
	for (size_t i = 0; i < COUNT(by) && !may; i++)
		if (!db_int(r->db, Q(sight_ask, .who = v_int(r->who.person), .act = v_text(str_c(by[i].act)),
		                     .area = v_text(str_c(by[i].area)), .body_id = v_int(body)), &may, &found, e))
			return false;
	return may || record_denied(r, e, JOB_DENIED);
}

bool job_add(struct record *r, struct arena *a, int64_t body, const char *path, str name, int year, int64_t *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct blob b = { 0 };
	struct changed done = { 0 };
	int64_t file = 0;
	if (!said(a, "tên tệp", SAID_NAME, &name, e) || !may_give(r, body, e))
		return false;
	name = name.n ? name : S("tệp không tên");
	if (!blobs_put_file(r->blobs, path, JOB_FILE_MOST, &b, e) || !record_tx(r, a, S("job add"), &t, e) || !record_blob(r, &t, &b, &file, e) ||
	    !db_change(&t, Q(job_add, .who = v_int(r->who.person), .body_id = v_int(body), .file_name = v_text(name),
	                     .file_id = v_int(file), .year = v_ref(year), .at = v_text(r->who.at)), &done, e))
		return false;
	*ret = done.id;
	return (done.rows || record_denied(r, e, JOB_DENIED)) && tx_commit(&t, e);
}

/* -- looking ------------------------------------------------------------------------------------------- */

static struct job_row row_of(struct rows *rows, struct arena *a)
{
	return (struct job_row){ col_int(rows, 0), col_text(rows, a, 1), col_text(rows, a, 2), col_text(rows, a, 3), col_text(rows, a, 4),
		                 col_text(rows, a, 5), (int)col_int(rows, 6), (int)col_int(rows, 7), (int)col_int(rows, 8),
		                 (int)col_int(rows, 9), (int)col_int(rows, 10), (int)col_int(rows, 11) };
}

bool job_list(struct record *r, struct arena *a, int64_t body, int page, job_rows *ret, bool *ret_more, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (job_rows){ 0 };
	if (!db_query(r->db, Q(job_page, .who = v_int(r->who.person), .body_id = v_int(body), .limit = v_int(JOB_PAGE + 1),
	                       .skip = v_int((int64_t)(page > 1 ? page - 1 : 0) * JOB_PAGE)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = row_of(&rows, a);
	*ret_more = ret->n > JOB_PAGE;
	ret->n -= *ret_more;
	return rows_done(&rows, e);
}

static bool load_parts(struct record *r, struct arena *a, struct job *j, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(job_parts, .who = v_int(r->who.person), .part_of = v_int(j->id)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &j->parts) = row_of(&rows, a);
	return rows_done(&rows, e);
}

static bool load_corrections(struct record *r, struct arena *a, struct job *j, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(correction_list, .who = v_int(r->who.person), .job_id = v_int(j->id)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &j->corrections) = (struct correction){ col_text(&rows, a, 0), col_text(&rows, a, 1), col_text(&rows, a, 2),
			                                            col_text(&rows, a, 3), col_text(&rows, a, 4), col_text(&rows, a, 5) };
	return rows_done(&rows, e);
}

static bool load_row(struct record *r, struct arena *a, int64_t id, struct job *j, struct err *e)
{
	CLEANUP(rows_close) struct rows x = { 0 };
	*j = (struct job){ 0 };
	if (!db_query(r->db, Q(job_load, .who = v_int(r->who.person), .id = v_int(id)), &x, e))
		return false;
	if (rows_next(&x)) {
		*j = (struct job){ .id = col_int(&x, 0), .body = col_int(&x, 1), .person = col_int(&x, 2), .part_of = col_int(&x, 3),
			           .file_name = col_text(&x, a, 4), .year = (int)col_int(&x, 5), .state = col_text(&x, a, 6),
			           .done = (int)col_int(&x, 7), .total = (int)col_int(&x, 8), .message = col_text(&x, a, 9),
			           .hint = col_text(&x, a, 10), .title = col_text(&x, a, 11), .errors = (int)col_int(&x, 12),
			           .warnings = (int)col_int(&x, 13), .document = col_int(&x, 14), .created_at = col_text(&x, a, 15),
			           .person_name = col_text(&x, a, 16), .file = col_text(&x, a, 17), .facts = col_text(&x, a, 18),
			           .tree = col_text(&x, a, 19), .decided_by = col_text(&x, a, 20), .decided_at = col_text(&x, a, 21),
			           .kind = col_text(&x, a, 22) };
	}
	return rows_done(&x, e);
}

bool job_load(struct record *r, struct arena *a, int64_t id, struct job *ret, struct err *e)
{
	if (!load_row(r, a, id, ret, e))
		return false;
	if (ret->id && job_is_book(ret))
		return true;
	if (ret->id)
		return str_eq(ret->state, S("parts")) ? load_parts(r, a, ret, e) : load_corrections(r, a, ret, e);
	fail(e, ERR_NOT_FOUND, "Không có lượt nhập số %lld.", (long long)id);
	return err_hint(e, "Có thể địa chỉ đã cũ; mở lại từ danh sách Nhập tài liệu.");
}

/* -- deciding ------------------------------------------------------------------------------------------ */

static bool too_late(struct record *r, struct arena *a, const struct job *j, struct err *e)
{
	struct job now;
	if (!load_row(r, a, j->id, &now, e))
		return false;
	if (!now.id || str_eq(now.state, S("ready")))
		return record_denied(r, e, JOB_DENIED);
	fail(e, ERR_CONFLICT, "“%.*s” không còn chờ xem: %.*s.", SF(j->file_name),
	     SF(str_eq(now.state, S("accepted")) ? S("đã được nhận vào hồ sơ") : str_eq(now.state, S("left")) ? S("đã để lại") : S("chưa đọc xong")));
	return err_hint(e, "Mở lại trang để xem.");
}

bool job_decided(struct record *r, struct tx *t, const struct job *j, str state, int64_t document, struct err *e)
{
	struct changed done = { 0 };
	return db_change(t, Q(job_decide, .who = v_int(r->who.person), .id = v_int(j->id), .state = v_text(state),
	                      .document_id = v_ref(document), .at = v_text(r->who.at)), &done, e) && (done.rows || too_late(r, t->a, j, e));
}

bool job_leave(struct record *r, struct arena *a, const struct job *j, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	return record_tx(r, a, S("job leave"), &t, e) && job_decided(r, &t, j, S("left"), 0, e) && tx_commit(&t, e);
}

bool job_set_year(struct record *r, struct arena *a, const struct job *j, int year, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	return record_tx(r, a, S("job correct"), &t, e) &&
	       db_change(&t, Q(job_year, .who = v_int(r->who.person), .id = v_int(j->id), .year = v_ref(year)), &done, e) &&
	       (done.rows || too_late(r, a, j, e)) && tx_commit(&t, e);
}

static bool put_one(struct record *r, struct tx *t, const struct job *j, const struct correctable *was, str text, str reason, struct err *e)
{
	struct changed done = { 0 };
	return db_change(t, Q(correction_add, .who = v_int(r->who.person), .job_id = v_int(j->id), .what = v_text(was->what),
	                      .printed = v_text(was->value), .corrected = v_text(text), .reason = v_text(reason),
	                      .at = v_text(r->who.at)), &done, e) &&
	       (done.rows || too_late(r, t->a, j, e));
}

bool job_correct(struct record *r, struct arena *a, const struct job *j, const job_puts *puts, str reason, size_t *n, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct job_review v;
	correctables values = { 0 };
	*n = 0;
	if (!said(a, "lý do", SAID_TEXT, &reason, e) || !job_review(r, a, j, &v, e) || !record_tx(r, a, S("job correct"), &t, e))
		return false;
	for (size_t i = 0; i < puts->n; i++) {
		struct proposed_item item = { 0 };
		str name, what = puts->at[i].what, text = str_trim(puts->at[i].text);
		const struct correctable *was = NULL;
		values = (correctables){ 0 };
		if (correct_item(what, &item, &name))
			correct_values(a, v.facts, item, &values);
		for (size_t k = 0; k < values.n; k++)
			was = str_eq(values.at[k].what, what) ? &values.at[k] : was;
		if (was && str_eq(str_trim(was->value), text))
			continue;
		if (!reason.n)
			return fail(e, ERR_INPUT, "Chưa ghi lý do sửa."), err_hint(e, "Ghi ngắn gọn vì sao, như “văn bản cộng nhầm”.");
		if (!correct_put(r, a, v.facts, what, text, e) || !put_one(r, &t, j, was, text, reason, e))
			return false;
		++*n;
	}
	for (size_t i = 0; *n && i < puts->n; i++) {
		struct proposed_item item;
		str name;
		if (correct_item(puts->at[i].what, &item, &name) && !correct_check(a, v.facts, item, e))
			return false;
	}
	return !*n || tx_commit(&t, e);
}
