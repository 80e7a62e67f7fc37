#include "app/place.h"
#include "app/record_parts.h"
#include "base/fold.h"

bool place_find(struct record *r, struct arena *a, str typed, struct place_named *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(place_find, .folded = v_text(fold_plain(a, typed)), .symbol = v_text(typed)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found)
		*ret = (struct place_named){ col_int(&rows, 0), col_int(&rows, 1), col_text(&rows, a, 2) };
	return rows_done(&rows, e) && (found || fail(e, ERR_NOT_FOUND, "Không có đơn vị “%.*s”.", SF(typed)));
}

bool place_in(struct record *r, struct arena *a, str typed, int64_t body, struct place_named *ret, struct err *e)
{
	(void)body;
	*ret = (struct place_named){ 0 };
	if (!place_find(r, a, typed, ret, e) && e->code != ERR_NOT_FOUND)
		return false;
	*e = (struct err){ 0 };
	return true;
}
