#include "core/points.h"
#include "store/verify.h"

/* Columns of the statement. */
enum { TABLE, ID, COLUMN, SHOULD, IS, PRINTED, BY_FIELDS, UNIT, YEAR, CODE, NAME };

/* "Kết quả lĩnh vực 3 Cải cách thủ tục của Sở Tư pháp, năm 2025" */
static str row_of(struct rows *r, struct arena *a)
{
	str table = col_text(r, a, TABLE), code = col_text(r, a, CODE), name = col_text(r, a, NAME), unit = col_text(r, a, UNIT);
	struct buf b = buf_open(a);
	if (str_eq(table, S("finding")))
		buf_fmt(&b, "Tồn tại T%lld%s%.*s", (long long)col_int(r, ID), code.n ? ", tiêu chí " : "", SF(code));
	else if (str_eq(table, S("field_result")))
		buf_fmt(&b, "Kết quả lĩnh vực %.*s%s%.*s", SF(code), name.n ? " " : "", SF(name));
	else
		buf_put(&b, S("Kết quả chung"));
	buf_fmt(&b, " của %.*s", SF(unit.n ? unit : S("một đơn vị không có trong hồ sơ")));
	if (!col_null(r, YEAR))
		buf_fmt(&b, ", năm %lld", (long long)col_int(r, YEAR));
	return buf_str(&b);
}

static const char *verb_of(str column)
{
	return str_eq(column, S("lost")) ? "mất" : str_eq(column, S("max")) ? "tối đa" : "đạt";
}

static bool run(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_sums, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str row = row_of(&r, a), column = col_text(&r, a, COLUMN);
		points should = col_int(&r, SHOULD), is = col_int(&r, IS);
		bool printed = col_int(&r, PRINTED);
		struct wrong w = { .doubt = printed, .table = col_text(&r, a, TABLE), .id = col_int(&r, ID), .column = column,
			           .expected = str_fmt(a, "%lld", (long long)should), .there = str_fmt(a, "%lld", (long long)is),
			           .hint = printed ? "Văn bản in như vậy; xem mục kiểm tra của văn bản ấy (khacphuc audit)."
			                           : "Nhập lại số đúng bằng chương trình, theo văn bản gốc." };
		verify_say(v, w, "%.*s: %s %s %s điểm, %s là %s điểm.", SF(row), printed ? "văn bản in" : "hồ sơ ghi", verb_of(column),
		           points_vi(a, is).p, col_int(&r, BY_FIELDS) ? "các lĩnh vực cộng lại" : "điểm tối đa trừ điểm đạt", points_vi(a, should).p);
	}
	return rows_done(&r, e);
}

const struct verify_row verify_sums = {
	.help = "Điểm khớp nhau: tối đa − đạt = mất; kết quả = tổng các lĩnh vực.",
	.source = "domain.md 6",
	.run = run,
};
