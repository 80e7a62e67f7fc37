#include "store/repo_plan.h"
#include "store/repo_remedy.h"

static bool take_row(struct rows *r, struct arena *a, struct remedy_row *m)
{
	if (!rows_next(r))
		return false;
	*m = (struct remedy_row){
		.id = col_int(r, 0), .body = col_int(r, 1), .unit = col_text(r, a, 2), .plan = col_int(r, 3), .cycle = col_int(r, 4),
		    .year = (int)col_int(r, 5),
		.text = col_text(r, a, 6), .lead = col_int(r, 7), .lead_name = col_text(r, a, 8), .person = col_int(r, 9),
		.due = { .kind = due_of(col_text(r, a, 11)), .text = col_text(r, a, 12), .from = col_day(r, a, 13), .to = col_day(r, a, 14),
		         .review = rhythm_of(col_text(r, a, 15)), .event = col_day(r, a, 16), .days = (int)col_int(r, 17) },
		.effort = col_text(r, a, 18), .expected = col_points(r, 19), .state = state_of(col_text(r, a, 20)),
		.percent = col_null(r, 21) ? -1 : (int)col_int(r, 21), .reviewed = col_day(r, a, 22), .revision = (int)col_int(r, 23),
		    .finding = col_int(r, 24),
		.issued = col_day(r, a, 25), .lead_text = col_text(r, a, 27),
	};
	return col_null(r, 26);
}

bool remedy_load(struct db *db, struct arena *a, int64_t who, int64_t id, struct remedy_row *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(remedy_load, .who = v_int(who), .id = v_int(id)), &r, e))
		return false;
	bool found = take_row(&r, a, ret);
	if (!rows_done(&r, e))
		return false;
	if (found)
		return true;
	fail(e, ERR_NOT_FOUND, "Không có giải pháp G%lld, giải pháp đã thôi thực hiện, hoặc bạn không được xem.", (long long)id);
	return err_hint(e, "Xem lại số hiệu; khacphuc plan --unit … in ra các số hiệu.");
}

bool remedy_start(struct db *db, struct arena *a, int64_t who, int64_t finding, struct remedy_row *ret, struct err *e)
{
	struct finding_page p = { 0 };
	if (!finding_head(db, a, who, finding, &p, e))
		return false;
	*ret = (struct remedy_row){ .body = p.body, .cycle = p.cycle, .year = p.year, .unit = p.unit, .finding = finding, .expected =
	   NO_POINTS, .percent = -1 };
	return true;
}
