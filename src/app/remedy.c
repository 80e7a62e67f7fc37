#include "app/cycle.h"
#include "app/due.h"
#include "app/finding.h"
#include "app/unit.h"
#include "app/record_parts.h"
#include "app/remedy.h"
#include "app/said.h"
#include "core/mark.h"
#include "store/repo_remedy.h"

static struct arg v_day(struct arena *a, struct date d) { return v_text(date_iso(a, d)); }

/* -- what was typed ----------------------------------------------------------------------------------- */

static bool take_lead(struct record *r, struct arena *a, const char *typed, struct remedy_row *m, strs *told, struct err *e)
{
	if (!typed)
		return true;
	struct unit_row unit = { 0 };
	if (!said_or(a, "đơn vị chủ trì", SAID_NAME, typed, &m->lead_text, e))
		return false;
	if (m->lead_text.n && !unit_load_in(r, a, m->lead_text, m->body, &unit, e))
		return false;
	m->lead = unit.id;
	if (!m->lead && m->lead_text.n)
		*vec_add(a, told) = str_fmt(a, "Hồ sơ không có đơn vị “%.*s”; tên được giữ như đã gõ.", SF(m->lead_text));
	return true;
}

static bool take_person(struct record *r, const char *login, struct remedy_row *m, struct err *e)
{
	bool found = true;
	if (!login)
		return true;
	m->person = 0;
	if (*login && !db_int(r->db, Q(remedy_person, .who = v_int(r->who.person), .login = v_text(str_c(login)),
	                               .body_id = v_int(m->body)), &m->person,
	                      &found, e))
		return false;
	return found || (fail(e, ERR_NOT_FOUND, "Đơn vị này không có công chức “%s”.", login), err_hint(e, "Ghi tên đăng nhập của người thuộc đơn vị."));
}

static bool read_due(struct arena *a, str due, struct remedy_row *m, const struct holidays *h, struct err *e)
{
	struct date begins = m->reviewed.year ? m->reviewed : date_day_known(m->issued) ? m->issued : record_today();
	m->due = (struct due_kept){ 0 };
	return !due.n || due_kept_of(a, due, m->year + 1, begins, h, &m->due, e);
}

static void tell_due(struct arena *a, const struct remedy_row *m, strs *told)
{
	if (m->due.told.n)
		*vec_add(a, told) = m->due.told;
	if (m->due.to.year && m->issued.year && m->due.kind != DUE_ONGOING && date_cmp(m->due.to, m->issued) < 0)
		*vec_add(a, told) = S("Thời hạn này đứng trước ngày ban hành kế hoạch.");
}

static bool take_due(struct record *r, struct arena *a, const char *typed, struct remedy_row *m, strs *told, struct err *e)
{
	struct holidays h = { 0 };
	str due = str_c(typed);
	if (!typed)
		return true;
	if (!said(a, "thời hạn", SAID_NAME, &due, e) || (due.n && !holidays_load(r, a, &h, e)) || !read_due(a, due, m, &h, e))
		return false;
	tell_due(a, m, told);
	return true;
}

static bool take(struct record *r, struct arena *a, const struct remedy_said *s, struct remedy_row *m, strs *told, struct err *e)
{
	if (!said_or(a, "nội dung", SAID_TEXT, s->text, &m->text, e) || !said_or(a, "công sức", SAID_NAME, s->effort, &m->effort, e))
		return false;
	if (!m->text.n)
		return fail(e, ERR_INPUT, "Giải pháp cần nội dung (--text).");
	if (s->expected) {
		m->expected = NO_POINTS;
		if (*s->expected && !points_of_figure(figure_parse(str_c(s->expected)), &m->expected))
			return fail(e, ERR_INPUT, "Điểm dự kiến “%s” không phải là điểm.", s->expected), err_hint(e, "Viết như 0,5.");
	}
	return take_lead(r, a, s->lead, m, told, e) && take_person(r, s->person, m, e) && take_due(r, a, s->due, m, told, e);
}

/* -- writing ------------------------------------------------------------------------------------------ */

static bool put_findings(struct record *r, struct tx *t, int64_t remedy, const int64_t *findings, size_t n, bool must, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct changed done = { 0 };
		if (!db_change(t, Q(remedy_finding_add, .who = v_int(r->who.person), .remedy_id = v_int(remedy),
		                    .finding_id = v_int(findings[i])), &done, e))
			return false;
		if (must && !done.rows)
			return fail(e, ERR_INPUT, "Tồn tại T%lld không thuộc đơn vị và kỳ của giải pháp này, hoặc ghi hai lần.", (long long)findings[i]);
	}
	return true;
}

static bool put_supports(struct record *r, struct tx *t, int64_t remedy, int64_t body, const strs *list, struct err *e)
{
	for (size_t i = 0; i < list->n; i++) {
		struct unit_row unit = { 0 };
		str name = list->at[i];
		if (!said(t->a, "đơn vị phối hợp", SAID_NAME, &name, e))
			return false;
		if (name.n && (!unit_load_in(r, t->a, name, body, &unit, e) ||
		               !db_change(t, Q(remedy_support_add, .who = v_int(r->who.person), .remedy_id = v_int(remedy),
		                               .ord = v_int((int64_t)i + 1),
		                               .unit_id = v_ref(unit.id), .text = v_text(name)), NULL, e)))
			return false;
	}
	return true;
}

static bool denied(struct record *r, struct err *e)
{
	record_denied(r, e, "lập giải pháp cho đơn vị này");
	return err_hint(e, "Công chức đề xuất với Văn phòng; Văn phòng của đơn vị nhập vào hồ sơ.");
}

/* The same words, due and lead, typed or imported. */
static str remedy_mark(struct arena *a, const struct remedy_row *m)
{
	str text = text_key(a, m->text), lead = text_key(a, m->lead_text), day = date_iso(a, m->due.to);
	str kind = str_c(due_kept(m->due.kind)), due = day.n ? day : text_key(a, m->due.text);
	return text_mark(a, "", str_fmt(a, "%.*s\n%.*s %.*s\n%.*s", SF(text), SF(kind), SF(due), SF(lead)));
}

static bool insert(struct record *r, struct arena *a, struct tx *t, const struct remedy_row *m, struct changed *done, struct err *e)
{
	str mark = remedy_mark(a, m);
	bool ok = db_change(t, Q(plan_add, .who = v_int(r->who.person), .body_id = v_int(m->body), .cycle_id = v_int(m->cycle)), NULL, e) &&
	          db_change(t, Q(remedy_add, .who = v_int(r->who.person), .body_id = v_int(m->body), .cycle_id = v_int(m->cycle),
	                         .mark = v_text(mark),
	                         .text = v_text(m->text), .lead_id = v_ref(m->lead), .lead_text = v_text(m->lead_text),
	                             .person_id = v_ref(m->person),
	                         .due_kind = v_text(str_c(due_kept(m->due.kind))), .due_text = v_text(m->due.text),
	                             .due_from = v_day(a, m->due.from),
	                         .due_to = v_day(a, m->due.to), .review = v_text(str_c(rhythm_kept(m->due.review))),
	                             .event_on = v_day(a, m->due.event),
	                         .event_days = v_ref(m->due.days), .effort = v_text(m->effort),
	                         .expected = m->expected == NO_POINTS ? v_null() : v_int(m->expected)), done, e);
	if (ok || e->code != ERR_CONFLICT)
		return ok;
	*e = (struct err){ 0 };
	return fail(e, ERR_CONFLICT, "Kế hoạch này đã có giải pháp với nội dung và thời hạn ấy."), err_hint(e, "Sửa giải pháp ấy bằng khacphuc remedy edit.");
}

bool remedy_add(struct record *r, struct arena *a, const int64_t *findings, size_t n, const struct remedy_said *s, int64_t *ret,
                strs *told, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct remedy_row m = { .expected = NO_POINTS };
	struct changed done = { 0 };
	if (!n)
		return fail(e, ERR_INPUT, "Giải pháp phải khắc phục một tồn tại: ghi số hiệu của nó, như T12.");
	if (!remedy_start(r->db, a, r->who.person, findings[0], &m, e) || !take(r, a, s, &m, told, e) || !record_tx(r, a, S("remedy add"), &t, e) ||
	    !insert(r, a, &t, &m, &done, e))
		return false;
	*ret = done.id;
	return done.rows ? put_findings(r, &t, done.id, findings, n, true, e) && put_supports(r, &t, done.id, m.body, &s->supports, e) &&
	       tx_commit(&t, e) :
	                   denied(r, e);
}

static bool update(struct record *r, struct arena *a, struct tx *t, const struct remedy_row *m, int revision, bool due,
                   struct changed *done, struct err *e)
{
	return db_change(t, Q(remedy_edit, .who = v_int(r->who.person), .id = v_int(m->id),
	                      .revision = v_int(revision ? revision : m->revision), .text = v_text(m->text), .lead_id = v_ref(m->lead),
	                      .lead_text = v_text(m->lead_text), .person_id = v_ref(m->person),
	                      .due_kind = v_text(str_c(due_kept(m->due.kind))), .due_text = v_text(m->due.text),
	                      .due_from = v_day(a, m->due.from), .due_said = v_int(due), .due_to = v_day(a, m->due.to),
	                      .review = v_text(str_c(rhythm_kept(m->due.review))), .event_on = v_day(a, m->due.event),
	                          .event_days = v_ref(m->due.days), .effort = v_text(m->effort),
	                      .expected = m->expected == NO_POINTS ? v_null() : v_int(m->expected)), done, e);
}

static bool edit_refused(struct record *r, struct arena *a, const struct remedy_row *m, struct err *e)
{
	return change_refused(r, a, "findings", m->body, "remedy", m->id, str_fmt(a, "Giải pháp G%lld", (long long)m->id), "sửa giải pháp của đơn vị này", e);
}

bool remedy_edit(struct record *r, struct arena *a, int64_t id, int revision, const int64_t *findings, size_t n,
                 const struct remedy_said *s, strs *told,
                 struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct remedy_row m = { 0 };
	struct changed done = { 0 };
	if (!remedy_load(r->db, a, r->who.person, id, &m, e) || !take(r, a, s, &m, told, e) || !record_tx(r, a, S("remedy edit"), &t, e) ||
	    !update(r, a, &t, &m, revision, s->due, &done, e))
		return false;
	if (!done.rows) {
		tx_close(&t);
		return edit_refused(r, a, &m, e);
	}
	if (s->supports_said && (!db_change(&t, Q(remedy_supports_delete, .who = v_int(r->who.person), .remedy_id = v_int(id)), NULL, e) ||
	                         !put_supports(r, &t, id, m.body, &s->supports, e)))
		return false;
	return put_findings(r, &t, id, findings, n, true, e) && tx_commit(&t, e);
}

bool remedy_drop(struct record *r, struct arena *a, int64_t id, int revision, const char *why, struct err *e)
{
	str reason = { 0 };
	CLEANUP(tx_close) struct tx t = { 0 };
	struct remedy_row m = { 0 };
	struct changed done = { 0 };
	if (!said_or(a, "lý do thôi", SAID_TEXT, why, &reason, e) || !remedy_load(r->db, a, r->who.person, id, &m, e) ||
	    !record_tx(r, a, S("remedy drop"), &t, e) ||
	    !db_change(&t, Q(remedy_drop, .who = v_int(r->who.person), .id = v_int(id), .why = v_text(reason),
	                     .revision = v_int(revision ? revision : m.revision)), &done, e))
		return false;
	if (done.rows)
		return tx_commit(&t, e);
	tx_close(&t);
	return change_refused(r, a, "findings", m.body, "remedy", id, str_fmt(a, "Giải pháp G%lld", (long long)id), "thôi giải pháp của đơn vị này", e);
}

bool remedy_due(struct record *r, struct arena *a, int64_t id, str *ret, struct err *e)
{
	struct remedy_row m = { 0 };
	if (!remedy_load(r->db, a, r->who.person, id, &m, e))
		return false;
	*ret = due_understood(a, &m.due);
	return true;
}

/* -- the same for many -------------------------------------------------------------------------------- */

static bool load_picked(struct record *r, struct arena *a, int64_t body, const struct remedy_pick *picks, size_t n, struct remedy_row *m,
                        struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		if (!remedy_load(r->db, a, r->who.person, picks[i].id, &m[i], e))
			return false;
		if (m[i].body != body)
			return fail(e, ERR_INPUT, "Giải pháp G%lld là của đơn vị khác.", (long long)picks[i].id), err_hint(e, "Giao việc cho từng đơn vị một.");
	}
	return true;
}

bool remedy_assign(struct record *r, struct arena *a, int64_t body, const struct remedy_pick *picks, size_t n, const struct remedy_said *s,
                   strs *told, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct remedy_row *m = make_n(a, struct remedy_row, n + 1);
	struct holidays h = { 0 };
	str due = str_c(s->due);
	if (!n)
		return fail(e, ERR_INPUT, "Chưa chọn giải pháp nào."), err_hint(e, "Đánh dấu những giải pháp cần giao rồi bấm lại.");
	if (!s->lead && !s->person && !s->due)
		return fail(e, ERR_INPUT, "Chưa nói giao cho ai, hay đến bao giờ."), err_hint(e, "Chọn đơn vị chủ trì, người phụ trách hoặc thời hạn.");
	if (!load_picked(r, a, body, picks, n, m, e) || !take_lead(r, a, s->lead, &m[0], told, e) || !take_person(r, s->person, &m[0], e) ||
	    (s->due && (!said(a, "thời hạn", SAID_NAME, &due, e) || !holidays_load(r, a, &h, e))) || !record_tx(r, a, S("remedy assign"), &t, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct changed done = { 0 };
		if (s->lead) {
			m[i].lead = m[0].lead;
			m[i].lead_text = m[0].lead_text;
		}
		m[i].person = s->person ? m[0].person : m[i].person;
		if ((s->due && !read_due(a, due, &m[i], &h, e)) || !update(r, a, &t, &m[i], picks[i].revision, s->due, &done, e))
			return false;
		if (!done.rows) {
			tx_close(&t);
			return edit_refused(r, a, &m[i], e);
		}
	}
	if (s->due)
		tell_due(a, &m[0], told);
	return tx_commit(&t, e);
}
