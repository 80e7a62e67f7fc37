#include "app/change.h"
#include "app/record_parts.h"
#include "core/calendar.h"
#include "core/day.h"
#include "core/kept.h"
#include "core/points.h"
#include <jansson.h>

enum { LONG = 60, HOURS = 24, ZONE_HOURS = 7, DAY_LETTERS = 10, HOUR_AT = 11, MINUTE_AT = 13, MINUTE_END = 16 };

/* Columns that people know; what is a long text is only said to have changed. */
static const struct { const char *column, *vi; enum { WORDS, POINTS, STATE, DAY } kind; } known[] = {
	{ "text", "nội dung", WORDS },     { "cause", "nguyên nhân", WORDS },   { "note", "ghi chú", WORDS },       { "title", "tên", WORDS },
	{ "due_text", "thời hạn", WORDS }, { "lead_text", "chủ trì", WORDS },   { "effort", "công sức", WORDS },    { "lost", "điểm bị trừ", POINTS },
	{ "points", "điểm đạt", POINTS },  { "max", "điểm tối đa", POINTS },    { "expected", "điểm dự kiến", POINTS }, { "state", "trạng thái", STATE },
	{ "person_id", "người phụ trách", WORDS }, { "lead_id", "đơn vị chủ trì", WORDS }, { "number", "số", WORDS }, { "expires_on", "ngày hết hiệu lực", DAY },
	{ "issuer", "nơi ban hành", WORDS }, { "issued_on", "ngày ban hành", DAY },
	{ "percent", "tỷ lệ hoàn thành", WORDS }, { "until_version", "thôi thực hiện", WORDS },
	{ "until_why", "lý do thôi", WORDS },
};

static str value_of(struct arena *a, const json_t *v, int kind)
{
	if (json_is_integer(v))
		return kind == POINTS ? points_vi(a, json_integer_value(v)) : str_fmt(a, "%lld", (long long)json_integer_value(v));
	str s = json_is_string(v) ? str_copy(a, (str){ json_string_value(v), json_string_length(v) }) : (str){ 0 };
	if (kind == DAY && s.n)
		return day_vi(a, day_iso(s));
	enum status state = kind == STATE ? state_of(s) : STATUS_NONE;
	return state ? str_c(state_vi(state)) : kind == STATE ? (str_eq(s, S("mended")) ? S("đã khắc phục") : S("chưa khắc phục")) : s;
}

static void put_change(struct arena *a, struct buf *b, size_t i, const json_t *was, const json_t *is)
{
	str x = value_of(a, was, (int)known[i].kind), y = value_of(a, is, (int)known[i].kind);
	bool id = strstr(known[i].column, "_id") || !strcmp(known[i].column, "until_version");
	buf_fmt(b, "%s%s", b->n ? "; " : "", known[i].vi);
	if (id || x.n > LONG || y.n > LONG)
		buf_put(b, id && !strcmp(known[i].column, "until_version") ? S("") : S(" đã sửa"));
	else
		buf_fmt(b, ": %.*s → %.*s", SF(x.n ? x : S("(trống)")), SF(y.n ? y : S("(trống)")));
}

str change_words(struct arena *a, str before, str after)
{
	if (!before.n || !after.n)
		return before.n ? S("đã xóa") : S("mới");
	json_t *was = json_loadb(before.p, before.n, 0, NULL), *is = json_loadb(after.p, after.n, 0, NULL);
	struct buf b = buf_open(a);
	for (size_t i = 0; was && is && i < COUNT(known); i++) {
		const json_t *x = json_object_get(was, known[i].column), *y = json_object_get(is, known[i].column);
		if (x && y && !json_equal(x, y))
			put_change(a, &b, i, x, y);
	}
	json_decref(was);
	json_decref(is);
	return b.n ? buf_str(&b) : S("đã sửa");
}

str change_when(struct arena *a, str at)
{
	struct date d = day_iso(str_sub(at, 0, DAY_LETTERS));
	if (!d.year || at.n < MINUTE_END)
		return at;
	int hour = (at.p[HOUR_AT] - '0') * 10 + (at.p[HOUR_AT + 1] - '0') + ZONE_HOURS;
	d = hour >= HOURS ? date_add_days(d, 1) : d;
	return str_fmt(a, "%02d%.*s %s", hour % HOURS, MINUTE_END - MINUTE_AT, at.p + MINUTE_AT, day_vi(a, d).p);
}

bool change_faster(struct record *r, struct arena *a, const char *entity, int64_t id, str name, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(change_last, .who = v_int(r->who.person), .entity = v_text(str_c(entity)), .id = v_int(id)), &rows, e))
		return false;
	bool known_change = rows_next(&rows);
	str at = known_change ? change_when(a, col_text(&rows, a, 0)) : S(""), who = known_change ? col_text(&rows, a, 1) : S("");
	str words = known_change ? change_words(a, col_text(&rows, a, 2), col_text(&rows, a, 3)) : S("");
	if (!rows_done(&rows, e))
		return false;
	if (known_change)
		fail(e, ERR_CONFLICT, "%.*s đã được %.*s sửa lúc %.*s (%.*s), sau khi bạn xem; thay đổi của bạn chưa được lưu.", SF(name), SF(who), SF(at), SF(words));
	else
		fail(e, ERR_CONFLICT, "%.*s đã được sửa sau khi bạn xem; thay đổi của bạn chưa được lưu.", SF(name));
	return err_hint(e, "Xem lại rồi sửa tiếp trên bản mới.");
}
