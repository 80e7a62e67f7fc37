#include "app/due_count.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "core/calendar.h"

struct counting { struct db *db; struct arena *a; struct arg who, body, today, soon, to, limit; };

static struct due_group group(struct counting *k, struct rows *r)
{
	return (struct due_group){ .name = col_text(r, k->a, 1), .unit = col_text(r, k->a, 2), .late = (int)col_int(r, 3),
		                   .soon = (int)col_int(r, 4), .later = (int)col_int(r, 5) };
}

static bool leads(struct counting *k, struct due_counts *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(due_leads, .who = k->who, .body_id = k->body, .today = k->today, .soon = k->soon, .to = k->to,
	                       .limit = k->limit), &r, e))
		return false;
	while (rows_next(&r)) {
		struct due_group *g = vec_add(k->a, &ret->leads);
		*g = group(k, &r);
		g->lead = col_int(&r, 0);
	}
	return rows_done(&r, e);
}

static bool people(struct counting *k, struct due_counts *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(due_people, .who = k->who, .body_id = k->body, .today = k->today, .soon = k->soon, .to = k->to,
	                       .limit = k->limit), &r, e))
		return false;
	while (rows_next(&r)) {
		struct due_group *g = vec_add(k->a, &ret->people);
		*g = group(k, &r);
		g->login = col_text(&r, k->a, 0);
	}
	return rows_done(&r, e);
}

bool due_count(struct record *r, struct arena *a, int64_t body, struct due_counts *ret, struct err *e)
{
	struct date today = record_today();
	struct counting k = { r->db, a, v_int(r->who.person), v_int(body), v_text(date_iso(a, today)),
		              v_text(date_iso(a, date_add_days(today, DUE_SOON))), v_text(date_iso(a, date_add_days(today, DUE_AHEAD))),
		              v_int(DUE_GROUPS) };
	*ret = (struct due_counts){ 0 };
	return leads(&k, ret, e) && people(&k, ret, e);
}
