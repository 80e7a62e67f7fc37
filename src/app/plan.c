#include "app/cycle.h"
#include "app/change.h"
#include "app/due.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "store/repo_plan.h"

struct deadline deadline_of(struct term t, struct date kept, struct date issued, struct date today, const struct holidays *h)
{
	bool review = t.kind == DUE_ONGOING;
	if (review && kept.year)
		t = (struct term){ .kind = DUE_DATE, .to = kept };
	else if (review && !t.reviewed.year)
		t.reviewed = issued;
	struct deadline d = deadline_on(&t, today, DUE_SOON, h);
	if (review)
		d.kind = DUE_ONGOING;
	return d;
}

static bool counts_days(const struct plan_remedy *m, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (m[i].term.kind == DUE_WORKING_DAYS)
			return true;
	return false;
}

bool plan_settle(struct record *r, struct arena *a, struct plan_remedy *m, size_t n, struct date issued, struct date today, int *doubt,
                 struct err *e)
{
	struct holidays h = *holidays_vn();
	if (counts_days(m, n) && !holidays_load(r, a, &h, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		m[i].deadline = deadline_of(m[i].term, m[i].due, issued, today, &h);
		*doubt = *doubt ? *doubt : m[i].deadline.doubt;
	}
	return true;
}

static bool open_plan(struct record *r, struct arena *a, int64_t body, int year, struct plan *p, struct err *e)
{
	if (!plan_load(r->db, a, r->who.person, body, year, p, e))
		return false;
	p->today = record_today();
	return plan_settle(r, a, p->remedies.at, p->remedies.n, p->issued, p->today, &p->doubt, e);
}

bool plan_open(struct record *r, struct arena *a, int64_t body, int year, struct plan *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	return tx_look(r->db, &look, e) && open_plan(r, a, body, year, ret, e);
}

bool finding_open(struct record *r, struct arena *a, int64_t id, struct finding_page *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	if (!tx_look(r->db, &look, e) || !finding_load(r->db, a, r->who.person, id, ret, e) ||
	    !plan_settle(r, a, ret->remedies.at, ret->remedies.n, (struct date){ 0 }, record_today(), &ret->doubt, e))
		return false;
	for (size_t i = 0; i < ret->history.n; i++)
		ret->history.at[i].words = change_words(a, ret->history.at[i].before, ret->history.at[i].after);
	return true;
}

/* -- what is due -------------------------------------------------------------------------------------- */

static bool person_of(struct record *r, const char *login, int64_t *ret, struct err *e)
{
	bool found;
	if (!db_int(r->db, Q(person_login, .login = v_text(str_c(login))), ret, &found, e))
		return false;
	return found || (fail(e, ERR_NOT_FOUND, "Hồ sơ này không có người dùng “%s”.", login), err_hint(e, "Xem lại tên đăng nhập."));
}

bool due_open(struct record *r, struct arena *a, const struct due_want *w, struct due_page *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	static const struct date begin = { 1900, 1, 1 };
	struct date today = record_today();
	struct due_ask ask = { .body = w->body, .lead = w->lead, .from = w->soon ? today : begin, .page = w->page < 1 ? 1 : w->page,
	                       .today = today,
		               .to = date_add_days(today, w->late ? -1 : w->soon ? w->soon : DUE_AHEAD) };
	if (w->late && w->soon)
		return fail(e, ERR_INPUT, "Chọn một: đã quá hạn (--late) hay sắp đến hạn (--soon).");
	if (w->person && (w->lead || w->body))
		return fail(e, ERR_INPUT, "Chọn một: theo người phụ trách (--person) hay theo đơn vị (--unit, --lead).");
	if (!tx_look(r->db, &look, e) || (w->person && !person_of(r, w->person, &ask.person, e)))
		return false;
	if (!due_load(r->db, a, r->who.person, &ask, ret, e))
		return false;
	ret->today = today;
	for (size_t i = 0; i < ret->rows.n; i++) {
		struct due_row *d = &ret->rows.at[i];
		d->deadline = deadline_of((struct term){ .kind = d->deadline.kind == DUE_ONGOING ? DUE_ONGOING : DUE_DATE, .to = d->due },
		                          d->due,
		                          today, today, holidays_vn());
	}
	return true;
}
