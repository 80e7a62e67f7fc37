#include "app/change.h"
#include "app/log_parts.h"
#include "app/record_parts.h"
#include "app/unit_parts.h"
#include "core/calendar.h"

enum { ZONE_HOURS = 7, HOURS = 24 };

/* A row of the page while it is put together; how many of its kind there are, where it is the first of them. */
struct line { size_t act; str entity; int64_t id, of_kind; json_t *was, *is; bool shown; str body; };
struct reading {
	struct record *r;
	struct arena *a;
	const struct log_asked *q;
	str entity;                                   /* asked for alone */
	int64_t body;
	struct log *l;
	struct names names;
	VEC(struct line) lines;
};

/* -- what is asked for --------------------------------------------------------------------------------- */

static bool which_entity(struct arena *a, str said, str *ret, struct err *e)
{
	const struct log_entity *x = said.n ? entity_asked(a, said) : NULL;
	*ret = str_c(x ? x->table : NULL);
	if (!said.n || x)
		return true;
	fail(e, ERR_INPUT, "Nhật ký không có loại “%.*s”.", SF(said));
	return err_hint(e, "Ghi như: đơn vị, người dùng, vai trò, văn bản, tồn tại, giải pháp, tiến độ, minh chứng.");
}

/* When a day begins in Vietnam, in UTC. */
static str begins(struct arena *a, struct date d)
{
	struct date day_before = date_add_days(d, -1);
	return day_before.year ? str_fmt(a, "%sT%02d:00:00Z", date_iso(a, day_before).p, HOURS - ZONE_HOURS) : (str){ 0 };
}

static bool load_acts(struct reading *x, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	const struct log_asked *q = x->q;
	int64_t skip = q->act ? 0 : (int64_t)(x->l->page - 1) * LOG_PAGE;
	if (!db_query(x->r->db, Q(log_acts, .act = v_ref(q->act), .body_id = v_ref(x->body), .entity = v_text(x->entity),
	                          .by_login = v_text(q->by), .from_at = v_text(begins(x->a, q->from)),
	                          .to_at = v_text(begins(x->a, date_add_days(q->to, 1))),
	                          .limit = v_int(LOG_PAGE + 1), .skip = v_int(skip), .who = v_int(x->r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows) && x->l->acts.n < LOG_PAGE) {
		struct log_act *act = vec_add(x->a, &x->l->acts);
		*act = (struct log_act){ .id = col_int(&rows, 0), .at = col_text(&rows, x->a, 1), .login = col_text(&rows, x->a, 2),
			                 .who = col_text(&rows, x->a, 3), .what = col_text(&rows, x->a, 4) };
		act->when = change_when(x->a, act->at);
		x->l->more = x->l->acts.n == LOG_PAGE && rows_next(&rows);
	}
	return rows_done(&rows, e);
}

/* -- the things of the acts ---------------------------------------------------------------------------- */

static json_t *json_at(struct rows *rows, struct arena *a, int col)
{
	str s = col_text(rows, a, col);
	return s.n ? json_loadb(s.p, s.n, 0, NULL) : NULL;
}

/* Traces are shown to who asks for them or for the whole act. */
static bool is_trace(const struct reading *x, str entity)
{
	const struct log_entity *of = entity_of(entity);
	return of && of->rank == TRACE && !x->entity.n && !x->q->act;
}

static bool load_lines(struct reading *x, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct log *l = x->l;
	int64_t most = x->q->act ? LOG_MANY : LOG_FEW, skip = x->q->act ? (l->page - 1) * most : 0;
	size_t act = 0;
	if (!db_query(x->r->db, Q(log_things, .oldest = v_int(l->acts.at[l->acts.n - 1].id), .newest = v_int(l->acts.at[0].id),
	                          .body_id = v_ref(x->body), .entity = v_text(x->entity), .by_login = v_text(x->q->by),
	                          .who = v_int(x->r->who.person),
	                          .parts = v_text(entities_of(x->a, PART)), .traces = v_text(entities_of(x->a, TRACE)),
	                          .skip = v_int(skip), .most = v_int(most)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		while (act < l->acts.n && l->acts.at[act].id > col_int(&rows, 0))
			act++;
		if (act == l->acts.n || l->acts.at[act].id != col_int(&rows, 0))       /* written in between: not on this page */
			continue;
		int64_t nth = col_int(&rows, 6);
		struct line *one = vec_add(x->a, &x->lines);
		*one = (struct line){ .act = act, .entity = col_text(&rows, x->a, 1), .id = col_int(&rows, 2),
			              .was = json_at(&rows, x->a, 3), .is = json_at(&rows, x->a, 4), .body = col_text(&rows, x->a, 5),
			              .shown = nth > skip && nth <= skip + most,
			              .of_kind = col_int(&rows, 7) == 1 ? col_int(&rows, 8) : 0 };
	}
	return rows_done(&rows, e);
}

static const char *how_of(const struct line *one) { return !one->was ? "" : !one->is ? "bỏ " : "đổi "; }
static json_t *row_of(const struct line *one) { return one->is ? one->is : one->was; }

static void add_change(struct reading *x, struct log_thing *t, const struct line *one, const char *column)
{
	const json_t *was = json_object_get(one->was, column), *is = json_object_get(one->is, column);
	struct log_label label = label_of(t->entity, column);
	bool blank = (!was || json_is_null(was)) && (!is || json_is_null(is));
	if (label.kind == SKIP || blank || (was && is && json_equal(was, is)))
		return;
	struct log_change c = { str_copy(x->a, str_c(column)).p, str_c(label.vi), log_value(&x->names, t->entity, &label, column, one->was),
		                log_value(&x->names, t->entity, &label, column, one->is) };
	str all = one->was ? c.before : c.after;
	/* Of what is new or gone the name says some already, and the body stands beside it. */
	if ((!one->was || !one->is) && (!strcmp(column, "body_id") || str_find(t->name, all, 0) < t->name.n))
		return;
	*vec_add(x->a, &t->changes) = c;
}

static void add_thing(struct reading *x, struct log_act *act, const struct line *one)
{
	struct log_thing *t = vec_add(x->a, &act->things);
	const struct log_entity *of = entity_of(one->entity);
	const char *column;
	json_t *v;
	*t = (struct log_thing){ .id = one->id, .entity = one->entity, .entity_vi = of ? str_c(of->vi) : one->entity, .body = one->body,
		                 .name = name_of(&x->names, one->entity, row_of(one), false), .added = !one->was, .gone = !one->is };
	json_object_foreach(row_of(one), column, v)
		add_change(x, t, one, column);
}

/* "Nhập văn bản 118/BC-STP: 7 tồn tại, 9 giải pháp, đổi 2 tiến độ": what it is about, and what else came of it. */
static void say(struct reading *x, struct log_act *act, const struct line *at, size_t n)
{
	const struct log_verb *verb = act_of(act->what);
	const struct line *about = NULL;
	int64_t abouts = 0;
	bool main = false;
	struct buf b = buf_open(x->a);
	for (size_t i = 0; i < n; i++) {
		const struct log_entity *of = entity_of(at[i].entity);
		bool is = verb && str_eq(at[i].entity, str_c(verb->table));
		abouts += is ? at[i].of_kind : 0;
		about = is && !about ? &at[i] : about;
		main |= of && of->rank == MAIN;
	}
	buf_put(&b, verb ? str_c(verb->vi) : act->what);
	str name = abouts == 1 ? name_of(&x->names, about->entity, row_of(about), false) : (str){ 0 };
	buf_fmt(&b, "%s%.*s", name.n ? " " : "", SF(name));
	size_t head = b.n;
	for (size_t i = 0; i < n; i++) {
		const struct log_entity *of = entity_of(at[i].entity);
		if (at[i].of_kind && (abouts != 1 || &at[i] != about) && (!main || (of && of->rank == MAIN)))
			buf_fmt(&b, "%s%s%lld %s", b.n == head ? ": " : ", ", how_of(&at[i]), (long long)at[i].of_kind, log_entity(at[i].entity));
	}
	act->named = abouts == 1 && n == 1;
	act->words = buf_str(&b);
}

static void put_act(struct reading *x, struct log_act *act, const struct line *at, size_t n)
{
	int64_t all = 0;
	bool only_traces = n && is_trace(x, at[0].entity), several = false;
	say(x, act, at, n);
	for (size_t i = 0; i < n; i++) {
		all += at[i].of_kind;
		several |= act->body.n && at[i].body.n && !str_eq(act->body, at[i].body);
		act->body = at[i].body.n ? at[i].body : act->body;
		if (at[i].shown && (only_traces || !is_trace(x, at[i].entity)))
			add_thing(x, act, &at[i]);
	}
	act->body = several ? (str){ 0 } : act->body;
	act->rest = (int)(all - (int64_t)act->things.n);
	if (x->q->act)
		x->l->more = (int64_t)x->l->page * LOG_MANY < all;
}

static bool load_things(struct reading *x, struct err *e)
{
	if (!x->l->acts.n)
		return true;
	if (!load_lines(x, e))
		return false;
	for (size_t i = 0; i < x->lines.n; i++) {
		names_ask(&x->names, x->lines.at[i].entity, x->lines.at[i].was);
		names_ask(&x->names, x->lines.at[i].entity, x->lines.at[i].is);
	}
	if (!names_load(&x->names, e))
		return false;
	for (size_t i = 0, from = 0; i < x->l->acts.n; i++) {
		size_t n = 0;
		while (from + n < x->lines.n && x->lines.at[from + n].act == i)
			n++;
		put_act(x, &x->l->acts.at[i], x->lines.at + from, n);
		from += n;
	}
	return true;
}

bool log_load(struct record *r, struct arena *a, const struct log_asked *q, struct log *ret, struct err *e)
{
	struct unit_row body = { 0 };
	struct reading x = { .r = r, .a = a, .q = q, .l = ret, .names = { .r = r, .a = a } };
	*ret = (struct log){ .page = q->page < 1 ? 1 : q->page };
	if (!which_entity(a, q->entity, &x.entity, e) || (q->body.n && !unit_load(r, a, q->body, &body, e)))
		return false;
	x.body = body.body;
	bool ok = load_acts(&x, e) && load_things(&x, e);
	for (size_t i = 0; i < x.lines.n; i++) {
		json_decref(x.lines.at[i].was);
		json_decref(x.lines.at[i].is);
	}
	names_close(&x.names);
	return ok;
}
