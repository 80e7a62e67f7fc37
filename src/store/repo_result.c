#include "store/repo_result.h"

static void take_result(struct rows *r, struct arena *a, stored_results *ret)
{
	struct stored_result *x = vec_add(a, ret);
	*x = (struct stored_result){
		.id = col_int(r, 0), .body = col_int(r, 1), .level = col_text(r, a, 3), .published = col_int(r, 13),
		.at = { .name = col_text(r, a, 2), .group = col_text(r, a, 4),
			.points = col_int(r, 5), .max = col_int(r, 6), .survey = col_int(r, 7),
			.printed_rank = (int)col_int(r, 9), .printed_class = col_text(r, a, 10), .head = col_text(r, a, 11),
			.head_reason = col_text(r, a, 12) },
	};
	x->known = !col_null(r, 5);
	if (!col_null(r, 8))
		x->at.printed_percent = figure_parse(percent_dot(a, col_int(r, 8)));
}

bool repo_results(struct db *db, struct arena *a, int64_t who, int64_t cycle, stored_results *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(result_list, .cycle_id = v_int(cycle), .who = v_int(who), .limit = v_int(RESULTS_MAX)), &r, e))
		return false;
	while (rows_next(&r))
		take_result(&r, a, ret);
	return rows_done(&r, e);
}

static struct arg number(int64_t n) { return n ? v_int(n) : v_null(); }

static int64_t percent_printed(const struct standing *s)
{
	points p;
	return s->printed_percent.present && points_of_figure(s->printed_percent, &p) ? p / (POINT / 100) : -1;
}

bool repo_result_put(struct tx *t, int64_t cycle, struct stored_result *r, bool *may, struct err *e)
{
	const struct standing *s = &r->at;
	struct changed done;
	int64_t percent = percent_printed(s);
	struct arg printed = percent < 0 ? v_null() : v_int(percent), lost = s->max >= s->points ? v_int(s->max - s->points) : v_null();
	bool ok = r->id ? db_change(t, Q(result_change, .id = v_int(r->id), .points = v_int(s->points), .max = v_int(s->max), .lost = lost,
	                                 .survey = number(s->survey), .percent = printed, .rank = number(s->printed_rank),
	                                 .group_size = number(r->group_size), .class = v_text(s->printed_class), .head = v_text(s->head),
	                                 .published = v_int(r->published), .who = v_int(t->who.person)), &done, e) :
	                  db_change(t, Q(result_add, .body_id = v_int(r->body), .cycle_id = v_int(cycle), .points = v_int(s->points),
	                                 .max = v_int(s->max), .lost = lost, .survey = number(s->survey), .percent = printed,
	                                 .rank = number(s->printed_rank), .group_size = number(r->group_size),
	                                 .class = v_text(s->printed_class), .head = v_text(s->head), .published = v_int(r->published),
	                                 .who = v_int(t->who.person)), &done, e);
	*may = ok && done.rows == 1;
	if (*may)
		r->id = done.id;
	return ok;
}

bool repo_results_publish(struct tx *t, int64_t cycle, bool published, int64_t *n, struct err *e)
{
	struct changed done;
	if (!db_change(t, Q(result_publish, .cycle_id = v_int(cycle), .published = v_int(published), .who = v_int(t->who.person)),
	               &done, e))
		return false;
	*n = done.rows;
	return true;
}

/* -- the names of bodies ----------------------------------------------------------------------------- */

static bool take_rights(struct db *db, int64_t who, body_names *names, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(result_may, .who = v_int(who), .limit = v_int(RESULTS_MAX)), &r, e))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < names->n; i++)
			names->at[i].may |= names->at[i].body == col_int(&r, 0);
	return rows_done(&r, e);
}

bool repo_body_names(struct db *db, struct arena *a, int64_t who, body_names *ret, struct err *e)
{
	{
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!db_query(db, Q(result_units, .limit = v_int(RESULTS_MAX)), &r, e))
			return false;
		while (rows_next(&r))
			*vec_add(a, ret) = (struct body_name){ .body = col_int(&r, 0), .folded = col_text(&r, a, 1),
				                               .name = col_text(&r, a, 2), .level = col_text(&r, a, 3) };
		if (!rows_done(&r, e))
			return false;
	}
	return take_rights(db, who, ret, e);
}

/* -- what was lost ----------------------------------------------------------------------------------- */

enum { LOST_MAX = 100000 };

bool repo_lost(struct db *db, struct arena *a, int64_t who, int64_t body, lost_cells *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(lost_findings, .body_id = v_int(body), .who = v_int(who), .limit = v_int(LOST_MAX)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct lost_cell c = { (int)col_int(&r, 0), col_text(&r, a, 1), col_text(&r, a, 2), col_text(&r, a, 3), col_text(&r, a, 4),
			               col_int(&r, 5), col_int(&r, 6), col_int(&r, 7) };
		if (!col_null(&r, 5) && !col_null(&r, 6) && col_null(&r, 7))
			c.lost = c.max - c.points;
		if (col_null(&r, 6))                       /* a document may tell only what was lost */
			c.points = c.max > c.lost ? c.max - c.lost : 0;
		*vec_add(a, ret) = c;
	}
	return rows_done(&r, e);
}
