#include "app/month.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "store/repo_plan.h"
#include <stdlib.h>

struct line { struct month_row row; VEC(struct month_telling) told; strs codes; };
struct months {
	struct db *db; struct arena *a; int64_t who, body, cycle, plan; const struct month_want *w; struct month_table *t;
	VEC(struct line) lines;
};

/* -- what the record has ------------------------------------------------------------------------------ */

static bool head(struct months *m, int year, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct month_table *t = m->t;
	if (!db_query(m->db, Q(month_head, .who = v_int(m->who), .body_id = v_int(m->body), .year = v_int(year)), &r, e))
		return false;
	if (rows_next(&r)) {
		t->unit = col_text(&r, m->a, 0);
		m->cycle = col_int(&r, 1);
		t->cycle_year = (int)col_int(&r, 2);
		m->plan = col_int(&r, 3);
		t->version = (int)col_int(&r, 4);
		t->number = col_text(&r, m->a, 5);
		t->title = col_text(&r, m->a, 6);
		t->issued = col_day(&r, m->a, 7);
		t->year = t->issued.year > t->cycle_year ? t->issued.year : t->cycle_year + 1;
	}
	return rows_done(&r, e);
}

static bool remedies(struct months *m, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(m->db, Q(month_remedies, .who = v_int(m->who), .plan_id = v_int(m->plan)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct month_row x = { .id = col_int(&r, 0), .text = col_text(&r, m->a, 1), .lead = col_text(&r, m->a, 2),
			               .person = col_text(&r, m->a, 3), .due_text = col_text(&r, m->a, 5),
			               .state = state_of(col_text(&r, m->a, 8)),
			               .percent = col_null(&r, 9) ? -1 : (int)col_int(&r, 9), .told_on = col_day(&r, m->a, 10),
			               .may = col_int(&r, 11) };
		struct date kept = col_day(&r, m->a, 6);
		bool ongoing = due_of(col_text(&r, m->a, 4)) == DUE_ONGOING;
		struct term term = { .kind = ongoing ? DUE_ONGOING : DUE_DATE, .to = kept, .rhythm = rhythm_of(col_text(&r, m->a, 7)),
			             .reviewed = x.told_on };
		x.deadline = deadline_of(term, kept, m->t->issued, m->t->today, holidays_vn());
		*vec_add(m->a, &m->lines) = (struct line){ .row = x };
	}
	return rows_done(&r, e);
}

static int by_id(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	return (x->row.id > y->row.id) - (x->row.id < y->row.id);
}

static struct line *line_of(struct months *m, int64_t id)
{
	return m->lines.n ? bsearch(&(struct line){ .row.id = id }, m->lines.at, m->lines.n, sizeof *m->lines.at, by_id) : NULL;
}

static bool codes(struct months *m, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(m->db, Q(month_codes, .who = v_int(m->who), .plan_id = v_int(m->plan)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct line *l = line_of(m, col_int(&r, 0));
		str code = col_text(&r, m->a, 2);
		if (!l)
			continue;
		l->row.finding = l->row.finding ? l->row.finding : col_int(&r, 1);
		if (code.n)
			*vec_add(m->a, &l->codes) = code;
	}
	return rows_done(&r, e);
}

static bool told(struct months *m, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct date from = m->t->month[0].from, to = m->t->month[MONTHS - 1].to;
	if (!db_query(m->db, Q(month_told, .who = v_int(m->who), .plan_id = v_int(m->plan), .open = v_int(m->w->open),
	                       .to = v_text(date_iso(m->a, to))), &r, e))
		return false;
	while (rows_next(&r)) {
		struct line *l = line_of(m, col_int(&r, 0));
		struct month_said s = { .on = date_end(col_day(&r, m->a, 1)), .state = state_of(col_text(&r, m->a, 2)),
			                .percent = col_null(&r, 3) ? -1 : (int)col_int(&r, 3), .text = col_text(&r, m->a, 4),
			                .who = col_text(&r, m->a, 5) };
		if (!l || !date_day_known(s.on))
			continue;
		*vec_add(m->a, &l->told) = (struct month_telling){ s.on, s.state, s.percent };
		if (l->row.id == m->w->open && days_between(from, s.on) >= 0)
			*vec_add(m->a, &l->row.said) = s;
	}
	return rows_done(&r, e);
}

/* Names of fields: the result's, else those of the criteria set. */
static bool names(struct months *m, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct month_table *t = m->t;
	if (!db_query(m->db, Q(plan_fields, .who = v_int(m->who), .body_id = v_int(m->body), .cycle_id = v_int(m->cycle)), &r, e))
		return false;
	while (rows_next(&r)) {
		str code = col_text(&r, m->a, 1), name = col_text(&r, m->a, 2);
		for (size_t i = 0; i < t->fields.n; i++)
			if (!t->fields.at[i].name.n && str_eq(t->fields.at[i].code, code))
				t->fields.at[i].name = name;
	}
	return rows_done(&r, e);
}

/* -- in order, and what is wanted --------------------------------------------------------------------- */

static int by_code(const void *a, const void *b) { return code_cmp(*(const str *)a, *(const str *)b); }

static void put_codes(struct arena *a, struct line *l)
{
	struct buf b = buf_open(a);
	if (!l->codes.n)
		return;
	qsort(l->codes.at, l->codes.n, sizeof *l->codes.at, by_code);
	for (size_t i = 0; i < l->codes.n; i++)
		if (!i || !str_eq(l->codes.at[i], l->codes.at[i - 1])) {
			buf_put(&b, i ? S(", ") : S(""));
			buf_put(&b, l->codes.at[i]);
		}
	l->row.code = l->codes.at[0];
	l->row.codes = buf_str(&b);
}

static int in_order(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int c = 0;
	if (!x->row.code.n || !y->row.code.n)
		c = x->row.code.n || y->row.code.n ? (x->row.code.n ? -1 : 1) : 0;
	else
		c = code_cmp(x->row.code, y->row.code);
	return c ? c : by_id(a, b);
}

static str field_of(str code) { return str_sub(code, 0, str_find(code, S("."), 0)); }

static void add_lead(struct months *m, str lead)
{
	m->t->unled |= !lead.n;
	for (size_t i = 0; i < m->t->leads.n; i++)
		if (str_eq(m->t->leads.at[i], lead))
			return;
	if (lead.n)
		*vec_add(m->a, &m->t->leads) = lead;
}

static bool wanted(const struct months *m, const struct month_row *x)
{
	const struct month_want *w = m->w;
	str state = str_c(w->state);
	if (w->lead && !(strcmp(w->lead, "-") ? str_eq(x->lead, str_c(w->lead)) : !x->lead.n))
		return false;
	bool late = x->deadline.state == DEADLINE_LATE && x->state != STATUS_DONE;
	if (state.n && !(str_eq(state, S("late")) ? late : x->state == state_of(state)))
		return false;
	return !w->untold || (m->t->now >= 0 && x->cell[m->t->now].kind == MONTH_OPEN);
}

static void put_row(struct months *m, const struct month_row *x, const struct month_line *l)
{
	struct month_table *t = m->t;
	str code = field_of(x->code);
	struct month_field *f = t->fields.n ? &t->fields.at[t->fields.n - 1] : NULL;
	if (!f || !str_eq(f->code, code)) {
		f = vec_add(m->a, &t->fields);
		*f = (struct month_field){ .code = code, .first = t->rows.n };
	}
	f->n++;
	*vec_add(m->a, &t->rows) = *x;
	for (int i = 0; i < MONTHS; i++) {
		t->month[i].told += x->cell[i].kind == MONTH_TOLD;
		t->month[i].asked += x->cell[i].kind == MONTH_TOLD || x->cell[i].kind == MONTH_MISSING || x->cell[i].kind == MONTH_OPEN;
	}
	for (int i = 0; i < QUARTERS; i++)
		month_check(l, t->today, &t->quarter[i]);
}

static void turn(struct month_row *x)
{
	for (size_t i = 0, k = x->said.n; i + 1 < k; i++) {
		struct month_said s = x->said.at[i];
		x->said.at[i] = x->said.at[--k];
		x->said.at[k] = s;
	}
}

static void put_all(struct months *m)
{
	struct month_table *t = m->t;
	for (size_t i = 0; i < m->lines.n; i++)
		put_codes(m->a, &m->lines.at[i]);
	if (m->lines.n)
		qsort(m->lines.at, m->lines.n, sizeof *m->lines.at, in_order);
	t->all = m->lines.n;
	for (size_t i = 0; i < m->lines.n; i++) {
		struct line *at = &m->lines.at[i];
		struct month_line l = { .begins = t->issued, .due = at->row.deadline.last, .told = at->told.at, .n = at->told.n };
		month_cells(&l, t->year, t->today, at->row.cell);
		turn(&at->row);
		add_lead(m, at->row.lead);
		if (wanted(m, &at->row))
			put_row(m, &at->row, &l);
	}
}

bool month_open(struct record *r, struct arena *a, int64_t body, int year, const struct month_want *w, struct month_table *ret,
                struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	struct months m = { .db = r->db, .a = a, .who = r->who.person, .body = body, .w = w, .t = ret };
	*ret = (struct month_table){ .today = record_today(), .now = -1 };
	if (!tx_look(r->db, &look, e) || !head(&m, year, e))
		return false;
	if (!m.plan)
		return true;
	for (int i = 0; i < MONTHS; i++)
		if (!report_period(PERIOD_MONTH, ret->year, i + 1, &ret->month[i].from, &ret->month[i].to))
			return fail(e, ERR_INPUT, "Không có bảng theo dõi của năm %d.", ret->year), err_hint(e, "Chọn một kỳ đánh giá khác.");
	ret->now = month_now(ret->year, ret->today);
	month_checks_open(ret->year, ret->today, ret->quarter);
	if (!remedies(&m, e) || !codes(&m, e) || !told(&m, e))
		return false;
	put_all(&m);
	return names(&m, e);
}
