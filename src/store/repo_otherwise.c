#include "store/repo_otherwise.h"
#include "core/mark.h"

/* A deduction is printed with or without its sign. */
static bool says(struct arena *a, str printed, struct rows *r)
{
	enum { FIGURE = 11, TEXT };
	struct figure f = figure_parse(printed);
	points p = 0;
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	if (!col_null(r, FIGURE))
		return points_of_figure(f, &p) && p == col_int(r, FIGURE);
	return !col_null(r, TEXT) && same_text(a, col_text(r, a, TEXT), printed);
}

static struct otherwise row_of(struct rows *r, struct arena *a)
{
	struct otherwise o = { .of = col_text(r, a, 0), .id = col_int(r, 1), .field = col_text(r, a, 2), .printed = col_text(r, a, 3),
		               .number = col_text(r, a, 4), .file = col_text(r, a, 5) };
	o.at = (struct source){ (int)col_int(r, 6), (int)col_int(r, 7), (int)col_int(r, 8), (int)col_int(r, 9), 0 };
	return o;
}

bool otherwise_load(struct db *db, struct arena *a, int64_t who, int64_t body, int64_t cycle, otherwises *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(plan_otherwise, .who = v_int(who), .body_id = v_int(body), .cycle_id = v_int(cycle)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct otherwise o = row_of(&r, a);
		if (!says(a, o.printed, &r))
			*vec_add(a, ret) = o;
	}
	return rows_done(&r, e);
}

bool said_load(struct db *db, struct arena *a, int64_t who, int64_t finding, otherwises *ret, struct err *e)
{
	enum { HELD = 13 };
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(finding_said, .who = v_int(who), .id = v_int(finding)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct otherwise o = row_of(&r, a);
		o.held = col_int(&r, HELD) || says(a, o.printed, &r);
		*vec_add(a, ret) = o;
	}
	return rows_done(&r, e);
}
