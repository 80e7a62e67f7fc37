#include "base/fold.h"
#include "core/calendar.h"
#include "core/day.h"
#include "store/repo_otherwise.h"
#include "store/repo_plan.h"
#include <stdlib.h>
#include <string.h>

points col_points(struct rows *r, int col) { return col_null(r, col) ? NO_POINTS : col_int(r, col); }
struct date col_day(struct rows *r, struct arena *a, int col) { return day_iso(col_text(r, a, col)); }
static int percent_at(struct rows *r, int col) { return col_null(r, col) ? -1 : (int)col_int(r, col); }
static enum status state_at(struct rows *r, struct arena *a, int col) { return state_of(col_text(r, a, col)); }

static bool nothing(struct err *e, const char *what)
{
	fail(e, ERR_NOT_FOUND, "Không có %s, hoặc bạn không được xem.", what);
	return err_hint(e, "Xem lại số hiệu và đơn vị; khacphuc plan --unit … in ra các số hiệu.");
}

/* The unit's name; as printed where that says something else, as two units. One word is its symbol. */
static str lead_at(struct rows *r, struct arena *a, int unit, int printed)
{
	str name = col_text(r, a, unit), words = col_text(r, a, printed);
	bool same = !words.n || !memchr(words.p, ' ', words.n) || str_eq(fold_plain(a, name), fold_plain(a, words));
	return name.n && same ? name : words;
}

struct plan_remedy remedy_columns(struct rows *r, struct arena *a, int at)
{
	struct plan_remedy m = { .id = col_int(r, at), .revision = (int)col_int(r, at + 1), .text = col_text(r, a, at + 2),
		                 .lead = lead_at(r, a, at + 3, at + 18), .person = col_text(r, a, at + 4),
		                 .due_text = col_text(r, a, at + 6), .due = col_day(r, a, at + 7), .effort = col_text(r, a, at + 11),
		                 .expected = col_points(r, at + 12),
		                 .state = state_at(r, a, at + 13), .percent = percent_at(r, at + 14), .reviewed = col_day(r, a, at + 15),
		                 .told = col_text(r, a, at + 16), .evidence = (int)col_int(r, at + 17), .lead_id = col_int(r, at + 19),
		                 .login = col_text(r, a, at + 20) };
	m.term = (struct term){ .kind = due_of(col_text(r, a, at + 5)), .to = m.due, .rhythm = rhythm_of(col_text(r, a, at + 8)),
	                        .event = col_day(r, a, at + 9), .days = (int)col_int(r, at + 10), .reviewed = m.reviewed };
	return m;
}

/* -- a plan ------------------------------------------------------------------------------------------- */

static bool load_head(struct db *db, struct arena *a, int64_t who, int64_t body, int year, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(plan_head, .who = v_int(who), .body_id = v_int(body), .year = v_int(year)), &r, e))
		return false;
	bool found = rows_next(&r);
	if (found)
		*p = (struct plan){ .body = body, .unit = col_text(&r, a, 0), .cycle = col_int(&r, 1), .year = (int)col_int(&r, 2),
			            .cycle_name = col_text(&r, a, 3), .id = col_int(&r, 4), .version = (int)col_int(&r, 5),
			                .number = col_text(&r, a, 6),
			            .title = col_text(&r, a, 7), .issued = col_day(&r, a, 8), .points = col_points(&r, 9),
			                .max = col_points(&r, 10),
			            .lost = col_points(&r, 11), .rank = (int)col_int(&r, 12), .group_size = (int)col_int(&r, 13),
			            .ended = col_day(&r, a, 14) };
	return rows_done(&r, e) && (found || nothing(e, "tồn tại hay kế hoạch khắc phục nào của đơn vị này"));
}

static bool load_heirs(struct db *db, struct arena *a, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!p->ended.year)
		return true;
	if (!db_query(db, Q(unit_heirs, .id = v_int(p->body)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, &p->heirs) = col_text(&r, a, 0);
	return rows_done(&r, e);
}

static bool load_fields(struct db *db, struct arena *a, int64_t who, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(plan_fields, .who = v_int(who), .body_id = v_int(p->body), .cycle_id = v_int(p->cycle)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct plan_field f = { col_text(&r, a, 1), col_text(&r, a, 2), col_points(&r, 3), col_points(&r, 4), col_points(&r, 5),
			                        col_int(&r, 6) },
		    *there = NULL;
		for (size_t i = 0; i < p->fields.n && !there; i++)
			there = str_eq(p->fields.at[i].code, f.code) ? &p->fields.at[i] : NULL;
		if (!there)
			*vec_add(a, &p->fields) = f;
		else if (!there->name.n)
			there->name = f.name;
	}
	return rows_done(&r, e);
}

static int in_order(const void *a, const void *b)
{
	const struct plan_finding *x = a, *y = b;
	if (!x->code.n || !y->code.n)
		return x->code.n || y->code.n ? (x->code.n ? -1 : 1) : (x->id > y->id) - (x->id < y->id);
	int c = code_cmp(x->code, y->code);
	return c ? c : (x->id > y->id) - (x->id < y->id);
}

static bool load_findings(struct db *db, struct arena *a, int64_t who, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(plan_findings, .who = v_int(who), .body_id = v_int(p->body), .cycle_id = v_int(p->cycle)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, &p->findings) = (struct plan_finding){
			.id = col_int(&r, 0), .origin = col_text(&r, a, 1), .code = col_text(&r, a, 2), .name = col_text(&r, a, 3),
			    .text = col_text(&r, a, 4),
			.cause = col_text(&r, a, 5), .max = col_points(&r, 6), .points = col_points(&r, 7), .lost = col_points(&r, 8),
			.note = col_text(&r, a, 9), .mended = str_eq(col_text(&r, a, 10), S("mended")), .revision = (int)col_int(&r, 11),
			.evidence = (int)col_int(&r, 12), .state = state_at(&r, a, 13), .told_on = col_day(&r, a, 14),
			    .told = col_text(&r, a, 15),
		};
	if (!rows_done(&r, e))
		return false;
	if (p->findings.n)
		qsort(p->findings.at, p->findings.n, sizeof *p->findings.at, in_order);
	return true;
}

static bool load_remedies(struct db *db, struct arena *a, int64_t who, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(plan_remedies, .who = v_int(who), .plan_id = v_int(p->id)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, &p->remedies) = remedy_columns(&r, a, 0);
	return rows_done(&r, e);
}

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

struct place_of { int64_t id; size_t at; };

static size_t place(const struct place_of *list, size_t n, int64_t id)
{
	const struct place_of *x = n ? bsearch(&id, list, n, sizeof *list, by_id) : NULL;
	return x ? x->at : SIZE_MAX;
}

static bool load_links(struct db *db, struct arena *a, int64_t who, struct plan *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct place_of *remedies = make_n(a, struct place_of, p->remedies.n + 1),
	    *findings = make_n(a, struct place_of, p->findings.n + 1);
	for (size_t i = 0; i < p->remedies.n; i++)
		remedies[i] = (struct place_of){ p->remedies.at[i].id, i };
	for (size_t i = 0; i < p->findings.n; i++)
		findings[i] = (struct place_of){ p->findings.at[i].id, i };
	qsort(remedies, p->remedies.n, sizeof *remedies, by_id);
	qsort(findings, p->findings.n, sizeof *findings, by_id);
	if (!db_query(db, Q(plan_links, .who = v_int(who), .plan_id = v_int(p->id)), &r, e))
		return false;
	while (rows_next(&r)) {
		size_t m = place(remedies, p->remedies.n, col_int(&r, 0)), f = place(findings, p->findings.n, col_int(&r, 1));
		if (m == SIZE_MAX)
			continue;
		if (col_null(&r, 1))
			*vec_add(a, &p->remedies.at[m].supports) = col_text(&r, a, 2);
		else {
			*vec_add(a, &p->remedies.at[m].findings) = col_int(&r, 1);
			if (f != SIZE_MAX)
				*vec_add(a, &p->findings.at[f].remedies) = m;
		}
	}
	return rows_done(&r, e);
}

bool plan_load(struct db *db, struct arena *a, int64_t who, int64_t body, int year, struct plan *ret, struct err *e)
{
	*ret = (struct plan){ 0 };
	return load_head(db, a, who, body, year, ret, e) && load_heirs(db, a, ret, e) &&
	       load_fields(db, a, who, ret, e) && load_findings(db, a, who, ret, e) &&
	       (!ret->id || (load_remedies(db, a, who, ret, e) && load_links(db, a, who, ret, e))) &&
	       otherwise_load(db, a, who, body, ret->cycle, &ret->otherwise, e);
}

/* -- one finding -------------------------------------------------------------------------------------- */

bool finding_head(struct db *db, struct arena *a, int64_t who, int64_t id, struct finding_page *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(finding_load, .who = v_int(who), .id = v_int(id)), &r, e))
		return false;
	bool found = rows_next(&r);
	if (found)
		*p = (struct finding_page){
			.body = col_int(&r, 1), .unit = col_text(&r, a, 2), .cycle = col_int(&r, 3), .year = (int)col_int(&r, 4),
			.finding = { .id = id, .origin = col_text(&r, a, 5), .code = col_text(&r, a, 6), .name = col_text(&r, a, 7),
			             .text = col_text(&r, a, 8),
			             .cause = col_text(&r, a, 9), .max = col_points(&r, 10), .points = col_points(&r, 11),
			                 .lost = col_points(&r, 12),
			             .note = col_text(&r, a, 13), .mended = str_eq(col_text(&r, a, 14), S("mended")),
			                 .revision = (int)col_int(&r, 15) },
		};
	return rows_done(&r, e) && (found || nothing(e, str_fmt(a, "tồn tại T%lld", (long long)id).p));
}

static bool load_own_remedies(struct db *db, struct arena *a, int64_t who, struct finding_page *p, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 }, s = { 0 };
	if (!db_query(db, Q(finding_remedies, .who = v_int(who), .id = v_int(p->finding.id)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct plan_remedy m = remedy_columns(&r, a, 0);
		bool dropped = !col_null(&r, 21);
		m.told = dropped ? col_text(&r, a, 22) : m.told;
		m.own = col_int(&r, 23);
		*(dropped ? vec_add(a, &p->dropped) : vec_add(a, &p->remedies)) = m;
	}
	if (!rows_done(&r, e) || !db_query(db, Q(finding_supports, .who = v_int(who), .id = v_int(p->finding.id)), &s, e))
		return false;
	while (rows_next(&s))
		for (size_t i = 0; i < p->remedies.n; i++)
			if (p->remedies.at[i].id == col_int(&s, 0))
				*vec_add(a, &p->remedies.at[i].supports) = col_text(&s, a, 2);
	return rows_done(&s, e);
}

bool progress_load(struct db *db, struct arena *a, int64_t who, int64_t remedy, int64_t finding, int limit, int skip,
                   struct finding_page *ret,
                   struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(progress_page, .who = v_int(who), .remedy_id = v_int(remedy), .finding_id = v_int(finding),
	                    .limit = v_int(limit),
	                    .skip = v_int(skip)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, &ret->progress) = (struct progress_row){ .id = col_int(&r, 0), .on = col_day(&r, a, 1), .who = col_text(&r, a,
		   2),
			.state = state_at(&r, a, 3), .percent = percent_at(&r, 4), .text = col_text(&r, a, 5), .remedy = col_int(&r, 6),
			.measure = col_text(&r, a, 7) };
	return rows_done(&r, e);
}

static bool load_rest(struct db *db, struct arena *a, int64_t who, struct finding_page *p, struct err *e)
{
	CLEANUP(rows_close) struct rows v = { 0 }, h = { 0 };
	struct arg id = v_int(p->finding.id), me = v_int(who);
	if (!db_query(db, Q(finding_evidence, .who = me, .id = id), &v, e))
		return false;
	while (rows_next(&v))
		*vec_add(a, &p->evidence) = (struct evidence_row){ col_int(&v, 0), col_text(&v, a, 1), col_text(&v, a, 2), col_text(&v, a,
		   5),
			                                           col_day(&v, a, 3), col_day(&v, a, 4) };
	p->finding.evidence = (int)p->evidence.n;
	if (!rows_done(&v, e) || !db_query(db, Q(finding_history, .who = me, .id = id), &h, e))
		return false;
	while (rows_next(&h))
		*vec_add(a, &p->history) = (struct change_row){ .at = col_text(&h, a, 0), .who = col_text(&h, a, 1), .what = col_text(&h, a,
		   2),
			.entity = col_text(&h, a, 3), .id = col_int(&h, 4), .before = col_text(&h, a, 5), .after = col_text(&h, a, 6) };
	return rows_done(&h, e);
}

static bool load_said(struct db *db, struct arena *a, int64_t who, struct finding_page *p, struct err *e)
{
	if (!said_load(db, a, who, p->finding.id, &p->said, e))
		return false;
	for (size_t i = 0; i < p->said.n; i++) {
		const struct otherwise *o = &p->said.at[i];
		if (str_eq(o->of, S("measure")))
			*vec_add(a, &p->measures) = str_fmt(a, "%s: %.*s", str_eq(o->field, S("target")) ? "cần đạt" : "khi bị trừ điểm", SF(o->printed));
		else if (!o->held)
			*vec_add(a, &p->otherwise) = *o;
	}
	return true;
}

bool finding_load(struct db *db, struct arena *a, int64_t who, int64_t id, struct finding_page *ret, struct err *e)
{
	enum { TOLD = 50 };
	return finding_head(db, a, who, id, ret, e) && load_own_remedies(db, a, who, ret, e) &&
	       progress_load(db, a, who, 0, id, TOLD, 0, ret, e) && load_rest(db, a, who, ret, e) &&
	       load_said(db, a, who, ret, e);
}

/* -- what is due -------------------------------------------------------------------------------------- */

static bool ask_page(struct db *db, struct arena *a, int64_t who, const struct due_ask *q, struct rows *r, struct err *e)
{
	struct arg me = v_int(who), from = v_text(date_iso(a, q->from)), to = v_text(date_iso(a, q->to)), limit = v_int(DUE_PAGE),
	             skip = v_int((int64_t)(q->page - 1) * DUE_PAGE);
	if (q->person)
		return db_query(db, Q(due_person_page, .who = me, .person_id = v_int(q->person), .from = from, .to = to, .limit = limit,
		                      .skip = skip), r, e);
	if (q->lead)
		return db_query(db, Q(due_lead_page, .who = me, .lead_id = v_int(q->lead), .from = from, .to = to, .limit = limit,
		                      .skip = skip), r, e);
	return db_query(db, Q(due_page, .who = me, .body_id = v_int(q->body), .from = from, .to = to, .limit = limit, .skip = skip), r, e);
}

static bool ask_total(struct db *db, struct arena *a, int64_t who, const struct due_ask *q, struct rows *r, struct err *e)
{
	struct arg me = v_int(who), from = v_text(date_iso(a, q->from)), to = v_text(date_iso(a, q->to)),
	    today = v_text(date_iso(a, q->today));
	if (q->person)
		return db_query(db, Q(due_person_total, .who = me, .person_id = v_int(q->person), .from = from, .to = to, .today = today),
		                r, e);
	if (q->lead)
		return db_query(db, Q(due_lead_total, .who = me, .lead_id = v_int(q->lead), .from = from, .to = to, .today = today), r, e);
	struct date before = date_add_days(q->today, -1);
	struct arg late_to = v_text(date_iso(a, date_cmp(before, q->to) < 0 ? before : q->to)),
	           rest_from = v_text(date_iso(a, date_cmp(q->today, q->from) > 0 ? q->today : q->from));
	return db_query(db, Q(due_total, .who = me, .body_id = v_int(q->body), .from = from, .late_to = late_to, .rest_from = rest_from,
	                      .to = to), r, e);
}

static bool load_total(struct db *db, struct arena *a, int64_t who, const struct due_ask *q, struct due_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!ask_total(db, a, who, q, &r, e))
		return false;
	if (rows_next(&r)) {
		ret->late = col_int(&r, 0);
		ret->total = ret->late + col_int(&r, 1);
	}
	return rows_done(&r, e);
}

bool due_load(struct db *db, struct arena *a, int64_t who, const struct due_ask *ask, struct due_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	*ret = (struct due_page){ .page = ask->page };
	if (!load_total(db, a, who, ask, ret, e) || !ask_page(db, a, who, ask, &r, e))
		return false;
	while (rows_next(&r)) {
		struct due_row d = { .id = col_int(&r, 0), .due = col_day(&r, a, 1), .due_text = col_text(&r, a, 3),
		                     .text = col_text(&r, a, 4),
			             .lead = lead_at(&r, a, 5, 12), .person = col_text(&r, a, 6), .unit = col_text(&r, a, 7),
			                 .state = state_at(&r, a, 8),
			             .percent = percent_at(&r, 9), .code = col_text(&r, a, 11), .finding = col_int(&r, 13) };
		d.deadline.kind = due_of(col_text(&r, a, 2));
		*vec_add(a, &ret->rows) = d;
	}
	return rows_done(&r, e);
}
