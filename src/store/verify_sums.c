#include "store/verify.h"

static bool run(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_sums, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str table = col_text(&r, a, 0), column = col_text(&r, a, 2);
		int64_t id = col_int(&r, 1), should = col_int(&r, 3), is = col_int(&r, 4);
		bool printed = col_int(&r, 5);
		struct wrong w = { .doubt = printed, .table = table, .id = id, .column = column,
			           .expected = str_fmt(a, "%lld", (long long)should), .there = str_fmt(a, "%lld", (long long)is),
			           .hint = printed ? "Văn bản in như vậy; xem mục kiểm tra của văn bản ấy (khacphuc audit)."
			                           : "Nhập lại số đúng bằng chương trình, theo văn bản gốc." };
		verify_say(v, w, "Bảng %.*s, dòng %lld, cột %.*s: %s %lld phần vạn điểm, cộng lại là %lld.", SF(table), (long long)id, SF(column),
		           printed ? "văn bản in" : "ghi", (long long)is, (long long)should);
	}
	return rows_done(&r, e);
}

const struct verify_row verify_sums = {
	.help = "Điểm khớp nhau: tối đa − đạt = mất; kết quả = tổng các lĩnh vực.",
	.source = "domain.md 6",
	.run = run,
};
