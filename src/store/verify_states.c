#include "store/verify.h"

static bool states(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_states, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str should = col_text(&r, a, 1), is = col_text(&r, a, 2);
		verify_say(v, (struct wrong){ .table = S("remedy"), .id = col_int(&r, 0), .column = S("state"), .expected = should, .there = is,
		                              .hint = "Ghi lại tiến độ của giải pháp ấy (khacphuc progress add)." },
		           "Giải pháp %lld ghi trạng thái %.*s, trong khi lần báo tiến độ cuối là %.*s.", (long long)col_int(&r, 0), SF(is), SF(should));
	}
	return rows_done(&r, e);
}

static bool versions(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_versions, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str table = col_text(&r, a, 0);
		verify_say(v, (struct wrong){ .table = table, .id = col_int(&r, 1), .hint = "Khôi phục từ bản sao lưu, hoặc báo người quản trị." },
		           "Bảng %.*s, dòng %lld: các bản không liền nhau, có %lld bản mà số lớn nhất là %lld.", SF(table), (long long)col_int(&r, 1),
		           (long long)col_int(&r, 2), (long long)col_int(&r, 3));
	}
	return rows_done(&r, e);
}

static bool run(struct verify *v, struct err *e) { return states(v, e) && versions(v, e); }

const struct verify_row verify_states = {
	.help = "Trạng thái giải pháp đúng như lần báo tiến độ cuối; các bản của kế hoạch, của minh chứng liền nhau từ 1.",
	.source = "store/sql/0001_record.sql (remedy.state, plan_version, evidence_file)",
	.run = run,
};
