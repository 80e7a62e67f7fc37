#include "app/set_list.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "core/level.h"
#include "store/repo_set.h"

enum { SETS_LISTED = 100, SHEETS_LISTED = 4000 };

bool set_list(struct record *r, struct arena *a, int64_t cycle, set_lines *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(set_list, .cycle_id = v_int(cycle), .limit = v_int(SETS_LISTED)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct set_line){ .id = col_int(&rows, 0), .level = level_words(col_text(&rows, a, 1)),
			.version = (int)col_int(&rows, 2), .name = col_text(&rows, a, 3), .number = col_text(&rows, a, 4),
			.issuer = col_text(&rows, a, 5), .issued = day_read(col_text(&rows, a, 6)), .leaves = (int)col_int(&rows, 7),
			.doubts = (int)col_int(&rows, 8) };
	return rows_done(&rows, e);
}

bool set_open(struct record *r, struct arena *a, int64_t id, struct set_here *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct stored_set s = { 0 };
	*ret = (struct set_here){ 0 };
	if (!repo_set_load(r->db, a, id, &s, e) ||
	    !db_query(r->db, Q(set_sheets, .set_id = v_int(id), .who = v_int(r->who.person), .limit = v_int(SHEETS_LISTED)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &ret->sheets) = (struct set_sheet){ col_int(&rows, 0), col_text(&rows, a, 1), col_text(&rows, a, 2) };
	ret->set = s.set;
	ret->lints = set_lint(a, s.set);
	return rows_done(&rows, e);
}
