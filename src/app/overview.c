#include "app/overview.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "store/repo_plan.h"
#include <stdlib.h>

struct asking { struct db *db; struct arena *a; int64_t who, body, cycle; str today, soon, since; };

static bool head(const struct asking *k, struct overview *o, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_head, .who = v_int(k->who), .body_id = v_int(k->body), .cycle_id = v_int(k->cycle),
	                       .today = v_text(k->today)), &r, e))
		return false;
	bool found = rows_next(&r);
	if (found) {
		o->year = (int)col_int(&r, 0);
		o->points = col_points(&r, 1);
		o->max = col_points(&r, 2);
		o->lost = col_points(&r, 3);
		o->percent = col_null(&r, 4) ? -1 : col_int(&r, 4);
		o->rank = (int)col_int(&r, 5);
		o->group_size = (int)col_int(&r, 6);
		o->class = col_text(&r, k->a, 7);
		o->findings = (int)col_int(&r, 8);
		o->open = (int)col_int(&r, 9);
		o->no_evidence = (int)col_int(&r, 10);
		o->won_done = col_int(&r, 13);
		o->won_on_time = o->won_done + col_int(&r, 14);
		o->won_all = o->won_on_time + col_int(&r, 15);
		o->no_plan = col_int(&r, 16);
		o->no_remedy = (int)col_int(&r, 17);
		o->by_sheet = o->points == NO_POINTS && !col_null(&r, 11);
		if (o->by_sheet) {
			o->points = col_points(&r, 11);
			o->max = col_points(&r, 12);
		}
		if (o->percent < 0 && o->points != NO_POINTS && o->max != NO_POINTS && o->max > 0)
			o->percent = percent_of(o->points, o->max);
	}
	if (!rows_done(&r, e) || found)
		return found;
	fail(e, ERR_NOT_FOUND, "Chưa có kỳ đánh giá nào để xem.");
	return err_hint(e, "Nhờ người quản trị thêm kỳ đánh giá, rồi nhập tài liệu của đơn vị.");
}

static struct overview_field *field_at(struct overview *o, str code)
{
	for (size_t i = 0; i < o->fields.n; i++)
		if (str_eq(o->fields.at[i].code, code))
			return &o->fields.at[i];
	return NULL;
}

/* What the result of a body prints of a field stands; findings fill what it does not say. Without a result a printed field is only what
 * some plan says of it, and the plan may be wrong: then what is listed counts, so that this page and the list of findings say the same. */
static void lost_of_field(const struct asking *k, struct overview *o, bool listed, struct rows *r)
{
	str code = col_text(r, k->a, 0), name = col_text(r, k->a, 1);
	struct overview_field *f = field_at(o, code);
	if (!f)
		*(f = vec_add(k->a, &o->fields)) =
		    (struct overview_field){ .code = code, .max = NO_POINTS, .points = NO_POINTS, .lost = NO_POINTS };
	f->name = f->name.n ? f->name : name;
	f->max = f->max == NO_POINTS ? col_points(r, 2) : f->max;
	f->lost = listed || f->lost == NO_POINTS ? col_points(r, 4) : f->lost;
	f->findings = (int)col_int(r, 5);
}

static bool fields(const struct asking *k, struct overview *o, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_fields, .who = v_int(k->who), .body_id = v_int(k->body), .cycle_id = v_int(k->cycle)), &r, e))
		return false;
	bool listed = o->lost == NO_POINTS && (o->points == NO_POINTS || o->max == NO_POINTS);
	while (rows_next(&r))
		if (!col_null(&r, 5))
			lost_of_field(k, o, listed, &r);
		else
			*vec_add(k->a, &o->fields) = (struct overview_field){ .code = col_text(&r, k->a, 0), .name = col_text(&r, k->a, 1),
				.max = col_points(&r, 2), .points = col_points(&r, 3), .lost = col_points(&r, 4) };
	return rows_done(&r, e);
}

static bool leads(const struct asking *k, struct overview *o, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_leads, .who = v_int(k->who), .body_id = v_int(k->body), .cycle_id = v_int(k->cycle),
	                       .today = v_text(k->today), .soon = v_text(k->soon)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct overview_lead x = { col_text(&r, k->a, 0), col_int(&r, 1), (int)col_int(&r, 2), (int)col_int(&r, 3),
		    (int)col_int(&r, 4),
			                   (int)col_int(&r, 5), (int)col_int(&r, 6), (int)col_int(&r, 7), (int)col_int(&r, 8) };
		struct overview_lead *t = &o->remedies;
		*vec_add(k->a, &o->leads) = x;
		*t = (struct overview_lead){ .all = t->all + x.all, .done = t->done + x.done, .in_progress = t->in_progress + x.in_progress,
			                     .not_done = t->not_done + x.not_done, .untold = t->untold + x.untold, .late = t->late + x.late,
			                     .soon = t->soon + x.soon };
	}
	return rows_done(&r, e);
}

static bool told(const struct asking *k, struct overview *o, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_told, .who = v_int(k->who), .body_id = v_int(k->body), .cycle_id = v_int(k->cycle),
	                       .since = v_text(k->since), .limit = v_int(OVERVIEW_TOLD)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(k->a, &o->told) = (struct overview_told){ .remedy = col_int(&r, 0), .finding = col_int(&r, 1),
			.on = col_day(&r, k->a, 2), .who = col_text(&r, k->a, 3), .unit = col_text(&r, k->a, 4),
			    .code = col_text(&r, k->a, 5),
			.text = col_text(&r, k->a, 6), .state = state_of(col_text(&r, k->a, 7)),
			.percent = col_null(&r, 8) ? -1 : (int)col_int(&r, 8) };
	return rows_done(&r, e);
}

static bool again(const struct asking *k, struct overview *o, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_again, .who = v_int(k->who), .body_id = v_int(k->body), .year = v_int(o->year),
	                       .limit = v_int(OVERVIEW_AGAIN)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(k->a, &o->again) = (struct overview_again){ .name = col_text(&r, k->a, 0), .code = col_text(&r, k->a, 1),
			.times = (int)col_int(&r, 2), .lost = col_int(&r, 3),
			.years = str_fmt(k->a, "%d–%d", (int)col_int(&r, 4), (int)col_int(&r, 5)) };
	return rows_done(&r, e);
}

static int most_lost(const void *a, const void *b)
{
	const struct overview_field *x = a, *y = b;
	return x->lost != y->lost ? (x->lost < y->lost ? 1 : -1) : (int)x->code.n - (int)y->code.n;
}

static bool ask_all(const struct asking *k, struct overview *o, struct err *e)
{
	if (!head(k, o, e) || !fields(k, o, e) || !leads(k, o, e) || !told(k, o, e) || !again(k, o, e))
		return false;
	if (o->fields.n)
		qsort(o->fields.at, o->fields.n, sizeof *o->fields.at, most_lost);
	if (o->lost == NO_POINTS && o->points != NO_POINTS && o->max != NO_POINTS)
		o->lost = o->max - o->points;
	o->by_findings = o->lost == NO_POINTS && o->fields.n;
	for (size_t i = 0; o->by_findings && i < o->fields.n; i++)
		if (o->fields.at[i].lost != NO_POINTS)
			o->lost = (o->lost == NO_POINTS ? 0 : o->lost) + o->fields.at[i].lost;
	return true;
}

/* Two people who may see the same of a body see the same overview. */
static bool key_of(const struct asking *k, struct arena *a, str *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->db, Q(overview_key, .who = v_int(k->who), .body_id = v_int(k->body)), &r, e))
		return false;
	struct buf b = buf_open(a);
	buf_fmt(&b, "overview %lld %lld %.*s", (long long)k->body, (long long)k->cycle, SF(k->today));
	if (rows_next(&r)) {
		buf_fmt(&b, " %lld ", (long long)col_int(&r, 0));
		buf_put(&b, col_text(&r, a, 1));
		for (int i = 2; i < 6; i++)
			buf_fmt(&b, " %d", (int)col_int(&r, i));
	}
	*ret = buf_str(&b);
	return rows_done(&r, e);
}

bool overview_open(struct record *r, struct arena *a, int64_t body, int64_t cycle, const struct overview **ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	struct date today = record_today();
	struct asking k = { r->db, a, r->who.person, body, cycle, date_iso(a, today), date_iso(a, date_add_days(today, DUE_AHEAD)),
		            date_iso(a, date_add_days(today, -OVERVIEW_DAYS)) };
	str key;
	if (!tx_look(r->db, &look, e) || !key_of(&k, a, &key, e))
		return false;
	if ((*ret = recall_find(r->recall, key)))
		return true;
	k.a = recall_begin(&r->recall);
	struct overview *o = make(k.a, struct overview);
	o->today = today;
	if (!ask_all(&k, o, e))
		return false;
	recall_keep(r->recall, key, o);
	*ret = o;
	return true;
}
