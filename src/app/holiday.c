#include "app/cycle.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "core/day.h"

static bool denied(struct record *r, struct err *e) { return record_denied(r, e, "thêm hay bỏ ngày nghỉ"); }

/* -- for counting working days ----------------------------------------------------------------------- */

static void year_span(const struct holidays *h, int year, size_t *from, size_t *to)
{
	for (*from = 0; *from < h->n && h->at[*from].on.year < year; ++*from)
		;
	for (*to = *from; *to < h->n && h->at[*to].on.year == year; ++*to)
		;
}

static bool same_year(const struct holidays *x, const struct holidays *y, int year)
{
	size_t i, i_end, k, k_end;
	year_span(x, year, &i, &i_end);
	year_span(y, year, &k, &k_end);
	bool same = i_end - i == k_end - k;
	for (; same && i < i_end; i++, k++)
		same = !date_cmp(x->at[i].on, y->at[k].on) && x->at[i].work == y->at[k].work;
	return same;
}

bool holidays_load(struct record *r, struct arena *a, struct holidays *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	VEC(struct holiday) all = { 0 };
	VEC(struct holidays_of) years = { 0 };
	const struct holidays *came = holidays_vn();
	if (!db_query(r->db, Q(holiday_list, .from_day = v_text(S("0001-01-01")), .to_day = v_text(S("9999-12-31"))), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct holiday *h = vec_add(a, &all);
		*h = (struct holiday){ day_iso(col_text(&rows, a, 0)), col_int(&rows, 2), col_text(&rows, a, 1).p };
		if (!years.n || years.at[years.n - 1].year != h->on.year)
			*vec_add(a, &years) = (struct holidays_of){ h->on.year, HOLIDAYS_ANNOUNCED };
	}
	*ret = (struct holidays){ all.at, all.n, years.at, years.n };
	for (size_t i = 0; i < years.n; i++)
		if (same_year(ret, came, years.at[i].year))
			years.at[i].known = holidays_known(came, years.at[i].year);
	return rows_done(&rows, e);
}

bool record_seed_holidays(struct record *r, struct tx *t, struct err *e)
{
	const struct holidays *h = holidays_vn();
	for (size_t i = 0; i < h->n; i++)
		if (!db_change(t, Q(holiday_seed, .on_day = v_text(date_iso(r->a, h->at[i].on)), .name = v_text(str_c(h->at[i].name)),
		                    .works = v_int(h->at[i].work)), NULL, e))
			return false;
	return true;
}

/* -- changing ---------------------------------------------------------------------------------------- */

bool holiday_add(struct record *r, struct arena *a, struct date on, str name, bool works, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct holidays h;
	struct changed c = { 0 };
	if (!date_day_known(on))
		return fail(e, ERR_INPUT, "Ngày nghỉ phải là một ngày đủ ngày, tháng, năm."), err_hint(e, "Ghi như --add 02/09/2028 \"Quốc khánh\".");
	if (!said(a, "tên ngày nghỉ", SAID_NAME, &name, e) || !record_tx(r, a, S("cycle holidays"), &t, e) || !holidays_load(r, a, &h, e))
		return false;
	if (!name.n)
		return fail(e, ERR_INPUT, "Chưa ghi tên của ngày %s.", day_vi(a, on).p), err_hint(e, "Ghi như --add 02/09/2028 \"Quốc khánh\".");
	if (works && date_weekday(on) < 6) {
		fail(e, ERR_INPUT, "Ngày %s không phải thứ Bảy hay Chủ nhật, vốn là ngày làm việc.", day_vi(a, on).p);
		return err_hint(e, "Chỉ ngày cuối tuần mới là ngày làm bù được.");
	}
	const struct holiday *there = holiday_on(&h, on);
	if (there)
		return fail(e, ERR_CONFLICT, "Ngày %s đã có: %s.", day_vi(a, on).p, there->name), err_hint(e, "Bỏ ngày ấy rồi thêm lại.");
	return db_change(&t, Q(holiday_add, .on_day = v_text(date_iso(a, on)), .name = v_text(name), .works = v_int(works),
	                 .who = v_int(r->who.person)),
	                 &c, e) && (c.rows || denied(r, e)) && tx_commit(&t, e);
}

bool holiday_remove(struct record *r, struct arena *a, struct date on, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct holidays h;
	struct changed c = { 0 };
	if (!record_tx(r, a, S("cycle holidays"), &t, e) || !holidays_load(r, a, &h, e))
		return false;
	if (!date_day_known(on) || !holiday_on(&h, on)) {
		fail(e, ERR_NOT_FOUND, "Ngày %s không có trong danh sách ngày nghỉ.", date_day_known(on) ? day_vi(a, on).p : "ấy");
		return err_hint(e, "Xem danh sách bằng khacphuc cycle holidays.");
	}
	return db_change(&t, Q(holiday_remove, .on_day = v_text(date_iso(a, on)), .who = v_int(r->who.person)), &c, e) &&
	       (c.rows || denied(r, e)) && tx_commit(&t, e);
}

/* -- printing ---------------------------------------------------------------------------------------- */

static const char *weekday_vi(struct date d)
{
	static const char *const names[] = { "", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật" };
	return names[date_weekday(d)];
}

str holidays_text(struct arena *a, const struct holidays *h, int year, const struct layout *y)
{
	static const struct column columns[] = { { "Ngày", false, 0 }, { "Thứ", false, 0 }, { "Tên", false, 1 }, { "Làm việc", false, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < h->n; i++) {
		const struct holiday *x = &h->at[i];
		if (year && x->on.year != year)
			continue;
		str cells[] = { day_vi(a, x->on), str_c(weekday_vi(x->on)), str_c(x->name), x->work ? S("làm bù") : (str){ 0 } };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (t.cells.n)
		layout_table(&b, y, &t);
	str doubt = year ? holidays_doubt_vi(a, h, year) : (str){ 0 };
	if (doubt.n)
		buf_fmt(&b, "Lưu ý: %.*s.\n", SF(doubt));
	return buf_str(&b);
}

str holidays_json(struct arena *a, const struct holidays *h, int year)
{
	json_t *list = json_array(), *j = json_object();
	for (size_t i = 0; i < h->n; i++)
		if (!year || h->at[i].on.year == year)
			json_array_append_new(list, json_pack("{s:o, s:s, s:b}", "on", j_day(a, h->at[i].on), "name", h->at[i].name, "works", (int)h->at[i].work));
	json_object_set_new(j, "holidays", list);
	return json_done(a, j);
}
