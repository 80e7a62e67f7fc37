#include "app/finding.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "app/request.h"
#include "app/said.h"
#include "core/day.h"
#include "core/mark.h"

bool request_add(struct record *r, struct arena *a, int64_t body, int year, const char *text, const char *addressee, int64_t *ret,
                 struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	int64_t cycle = 0;
	bool found = false;
	str words = { 0 }, to = { 0 };
	if (!said_or(a, "nội dung", SAID_TEXT, text, &words, e) || !said_or(a, "nơi nhận", SAID_NAME, addressee, &to, e))
		return false;
	if (!words.n)
		return fail(e, ERR_INPUT, "Kiến nghị cần nội dung (--text).");
	if (!db_int(r->db, Q(finding_cycle, .year = v_int(year)), &cycle, &found, e))
		return false;
	if (!found)
		return fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá ấy."), err_hint(e, "Người quản trị mở kỳ bằng khacphuc cycle add.");
	if (!record_tx(r, a, S("request add"), &t, e))
		return false;
	if (!db_change(&t, Q(request_add, .who = v_int(r->who.person), .body_id = v_int(body), .cycle_id = v_int(cycle),
	                     .mark = v_text(text_mark(a, "", text_key(a, words))),
	                     .text = v_text(words), .addressee = v_text(to)), &done, e))
		return e->code == ERR_CONFLICT ? (*e = (struct err){ 0 }, fail(e, ERR_CONFLICT, "Kiến nghị với nội dung này đã có trong hồ sơ.")) : false;
	*ret = done.id;
	return done.rows ? tx_commit(&t, e) : record_denied(r, e, "nhập kiến nghị của đơn vị này");
}

bool request_answer(struct record *r, struct arena *a, int64_t id, const char *text, const char *number, const char *on, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	int64_t there = 0;
	bool found = false;
	str words = { 0 }, of = { 0 };
	struct date day = on ? day_read(str_c(on)) : record_today();
	if (!said_or(a, "nội dung", SAID_TEXT, text, &words, e) || !said_or(a, "số văn bản", SAID_NAME, number, &of, e))
		return false;
	if (!words.n)
		return fail(e, ERR_INPUT, "Trả lời cần nội dung (--text).");
	if (!day.year)
		return fail(e, ERR_INPUT, "Không hiểu ngày “%s”.", on), err_hint(e, "Viết như 30/6/2026.");
	if (!db_int(r->db, Q(request_load, .who = v_int(r->who.person), .id = v_int(id)), &there, &found, e))
		return false;
	if (!found)
		return fail(e, ERR_NOT_FOUND, "Không có kiến nghị K%lld, hoặc bạn không được xem.", (long long)id);
	return record_tx(r, a, S("request answer"), &t, e) &&
	       db_change(&t, Q(answer_add, .who = v_int(r->who.person), .request_id = v_int(id), .on_day = v_text(date_iso(a, day)),
	                       .number = v_text(of),
	                       .text = v_text(words)), &done, e) &&
	       (done.rows ? tx_commit(&t, e) : record_denied(r, e, "nhập trả lời cho kiến nghị của đơn vị này"));
}

bool request_list(struct record *r, struct arena *a, int64_t body, int year, int page, request_rows *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(request_page, .who = v_int(r->who.person), .body_id = v_int(body), .year = v_int(year),
	                       .limit = v_int(REQUEST_PAGE),
	                       .skip = v_int((int64_t)(page < 1 ? 0 : page - 1) * REQUEST_PAGE)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct request_row){ .id = col_int(&rows, 0), .unit = col_text(&rows, a, 1), .year = (int)col_int(&rows,
		   2),
			.text = col_text(&rows, a, 3), .addressee = col_text(&rows, a, 4), .answered = day_iso(col_text(&rows, a, 5)),
			.number = col_text(&rows, a, 6), .answer = col_text(&rows, a, 7), .answers = (int)col_int(&rows, 8) };
	return rows_done(&rows, e);
}

str request_text(struct arena *a, const request_rows *rows, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Đơn vị", false, 1 }, { "Năm", false, 0 }, { "Kiến nghị", false, 3 }, { "Gửi", false, 1 },
		                                 { "Trả lời", false, 3 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < rows->n; i++) {
		const struct request_row *q = &rows->at[i];
		str on = day_vi(a, q->answered), more = q->answers > 1 ? str_fmt(a, " (%d lần trả lời)", q->answers) : S("");
		str answer = q->answers ? str_fmt(a, "%.*s%s%.*s: %.*s%.*s", SF(on), q->number.n ? ", " : "", SF(q->number), SF(q->answer), SF(more)) : S("chưa có");
		const str cells[COUNT(columns)] = { str_fmt(a, "K%lld", (long long)q->id), q->unit, str_fmt(a, "%d", q->year), q->text,
		                                    q->addressee, answer };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (!rows->n)
		return S("Không có kiến nghị nào.\n");
	layout_table(&b, y, &t);
	return buf_str(&b);
}

str request_json(struct arena *a, const request_rows *rows)
{
	json_t *list = json_array();
	for (size_t i = 0; i < rows->n; i++) {
		const struct request_row *q = &rows->at[i];
		json_t *j = json_object(), *answer = q->answers ? json_object() : json_null();
		json_object_set_new(j, "id", json_integer(q->id));
		json_object_set_new(j, "unit", j_text(q->unit));
		json_object_set_new(j, "year", json_integer(q->year));
		json_object_set_new(j, "text", j_text(q->text));
		json_object_set_new(j, "addressee", j_text(q->addressee));
		if (q->answers) {
			json_object_set_new(answer, "day", j_day(a, q->answered));
			json_object_set_new(answer, "number", j_text(q->number));
			json_object_set_new(answer, "text", j_text(q->answer));
		}
		json_object_set_new(j, "answer", answer);
		json_array_append_new(list, j);
	}
	return json_done(a, list);
}
