#include "app/report.h"
#include "app/record_parts.h"
#include "core/check.h"
#include "docout/render.h"
#include "extract/extract.h"
#include "report/report.h"

/* -- making ------------------------------------------------------------------------------------------- */

/* What was not issued has no number and no day yet: that is no news. A table is read again for its figures; what a plan or report should say beside
 * them it has no place for. */
static bool news(const struct report_made *m, const struct check_result *c)
{
	switch (m->ask.kind->needs) {
	case NEEDS_FACTS:
		return m->number.n || strcmp(c->check, "blank");
	case NEEDS_SCORE:
	case NEEDS_RANKING:
		return c->severity == SEVERITY_ERROR;
	case NEEDS_MONTHS:
	case NEEDS_EVIDENCE:
		break;
	}
	return false;
}

static void put_checks(struct arena *a, struct report_made *m, const struct facts *f)
{
	m->checks.n = 0;
	m->errors = m->warnings = 0;
	for (size_t i = 0; i < f->checks.n; i++) {
		const struct check_result *c = &f->checks.at[i];
		if (!news(m, c))
			continue;
		*vec_add(a, &m->checks) = *c;
		*(c->severity == SEVERITY_ERROR ? &m->errors : &m->warnings) += 1;
	}
}

/* Read back what was built; recognising joins what a page parted, so it gets a tree of its own. */
static bool build(struct arena *a, struct report_made *m, struct err *e)
{
	struct node *tree = NULL, *again = NULL;
	if (!m->ask.kind->build(a, m->in, &tree, e) || !m->ask.kind->build(a, m->in, &again, e))
		return false;
	struct facts *f = extract(a, again);
	checks_run(a, f);
	put_checks(a, m, f);
	m->tree = tree;
	m->title = tree->title.n ? tree->title : str_fmt(a, "%s năm %d", m->ask.kind->title, m->known.year);
	return true;
}

bool report_make(struct record *r, struct arena *a, const struct report_ask *ask, struct report_made *ret, struct err *e)
{
	*ret = (struct report_made){ .ask = *ask, .in = make(a, struct report_in) };
	ret->in->without = ask->without & ask->kind->columns;
	ret->in->draft = ask->draft;
	return report_load(r, a, ask, &ret->known, ret->in, e) && build(a, ret, e);
}

/* -- files -------------------------------------------------------------------------------------------- */

static bool sound(struct record *r, const struct report_made *m, bool issues, struct err *e)
{
	const struct report_body *b = &m->known.body;
	if (issues ? !b->signs : !b->drafts && !b->signs) {
		const char *what = issues ? "phát hành văn bản của đơn vị này" : "lập văn bản của đơn vị này";
		if (r)
			return record_denied(r, e, what);
		return fail(e, ERR_DENIED, "Bạn không có quyền %s.", what), err_hint(e, "Việc này của văn phòng và lãnh đạo đơn vị.");
	}
	if (m->ask.draft || !m->errors)
		return true;
	fail(e, ERR_INPUT, "Văn bản chưa khớp số liệu (%d lỗi) nên chưa lập bản chính thức. %.*s", m->errors, SF(m->checks.at[0].message));
	return err_hint(e, "Sửa số liệu trong hồ sơ, hoặc lập bản có dấu dự thảo.");
}

bool report_file(struct arena *a, const struct report_made *m, const struct renderer *as, str *ret, struct err *e)
{
	return sound(NULL, m, false, e) && as->render(a, m->tree, ret, e);
}

bool report_preview(struct arena *a, const struct report_made *m, str *ret, struct err *e)
{
	const struct renderer *html = renderer_find(S("html"));
	if (!html || !m->ask.draft)
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: không xem trước được."), err_detail(e, "draft %d", m->ask.draft);
	return html->render(a, m->tree, ret, e);
}

str report_file_name(struct arena *a, const struct report_made *m, const struct renderer *as)
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "%s %d - %.*s", m->ask.kind->title, m->known.year, SF(m->known.body.name));
	if (m->number.n)
		buf_fmt(&b, " - %.*s", SF(m->number));
	if (m->ask.draft)
		buf_fmt(&b, " (dự thảo)");
	for (size_t i = 0; i < b.n; i++)
		b.p[i] = b.p[i] == '/' ? '-' : b.p[i];
	buf_fmt(&b, ".%s", as->ending);
	return buf_str(&b);
}

str report_checks_text(struct arena *a, const struct report_made *m)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < m->checks.n; i++) {
		const struct check_result *c = &m->checks.at[i];
		buf_fmt(&b, "%s: %.*s [%s]\n", c->severity == SEVERITY_ERROR ? "lỗi" : "xem lại", SF(c->message), c->check);
	}
	return buf_str(&b);
}

/* -- issuing ------------------------------------------------------------------------------------------ */

struct issuing { struct record *r; struct arena *a; struct report_made *m; const struct renderer *as; str type,
        bytes; struct date on; int64_t number; };

static bool next_number(struct issuing *k, int64_t *ret, struct err *e)
{
	bool found;
	return db_int(k->r->db, Q(issued_next, .who = v_int(k->r->who.person), .body_id = v_int(k->m->ask.body), .year = v_int(k->on.year),
	                          .type = v_text(k->type)), ret, &found, e);
}

static bool taken(const struct issuing *k, struct err *e)
{
	*e = (struct err){ 0 };
	fail(e, ERR_CONFLICT, "Số %.*s đã được phát hành trong năm %d.", SF(k->m->number), k->on.year);
	return err_hint(e, "Chọn số khác, hoặc để trống để lấy số tiếp theo trong sổ.");
}

/* Whole, with its number and day: what will leave. */
static bool write_out(struct issuing *k, struct err *e)
{
	struct document *d = &k->m->known.facts->document;
	d->number = k->m->number = report_number(k->a, k->number, d->symbol);
	d->date = k->on;
	return build(k->a, k->m, e) && sound(k->r, k->m, true, e) && k->as->render(k->a, k->m->tree, &k->bytes, e);
}

static bool add(struct issuing *k, struct tx *t, struct changed *done, struct err *e)
{
	const struct report_made *m = k->m;
	const struct document *d = &m->known.facts->document;
	str name = report_file_name(k->a, m, k->as);
	struct arg who = v_int(k->r->who.person), body = v_int(m->ask.body), cycle = v_int(m->known.body.cycle),
	        on = v_text(date_iso(k->a, k->on)),
	           number = v_text(m->number), title = v_text(m->title);
	struct changed version;
	struct blob blob = { 0 };
	int64_t file = 0;
	return blobs_put_bytes(k->r->blobs, name, k->bytes, &blob, e) && record_blob(k->r, t, &blob, &file, e) &&
	       db_change(t, Q(issued_add, .who = who, .body_id = body, .cycle_id = cycle, .kind = v_text(str_c(m->ask.kind->name)),
	                      .type = v_text(k->type), .year = v_int(k->on.year), .number = v_int(k->number), .printed = number,
	                      .title = title,
	                      .period_from = v_text(date_iso(k->a, d->period_from)), .period_to = v_text(date_iso(k->a, d->period_to)),
	                      .issued_on = on, .warnings = v_int(m->warnings), .file_name = v_text(name), .file_id = v_int(file),
	                      .at = v_text(k->r->who.at)), done, e) &&
	       (!done->rows || d->kind != DOC_PLAN ||
	        db_change(t, Q(issued_plan_version, .who = who, .body_id = body, .cycle_id = cycle, .number = number, .title = title,
	                       .issued_on = on), &version, e));
}

/* *again: somebody else got that number first. */
static bool try_once(struct issuing *k, int64_t *ret, bool *again, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	int64_t next = 0;
	bool own = k->m->ask.number > 0;
	if ((!own && !next_number(k, &k->number, e)) || !write_out(k, e) || !record_tx(k->r, k->a, S("report issue"), &t, e) ||
	    !next_number(k, &next, e))
		return false;
	*again = !own && next != k->number;
	if (*again)
		return true;
	if (!add(k, &t, &done, e) || !done.rows) {
		bool lost = done.rows ? false : e->code == ERR_CONFLICT || !e->code;
		*again = lost && !own;
		return *again ? (*e = (struct err){ 0 }, true) : lost ? taken(k, e) : false;
	}
	*ret = done.id;
	return tx_commit(&t, e);
}

static bool may_issue(struct issuing *k, struct err *e)
{
	struct date today = record_today();
	if (!k->type.n) {
		fail(e, ERR_INPUT, "%s không có số riêng: nó ban hành kèm theo văn bản khác.", k->m->ask.kind->title);
		return err_hint(e, "Lập tệp không lấy số, rồi đính kèm kế hoạch hoặc báo cáo.");
	}
	if (k->m->ask.draft)
		return fail(e, ERR_INPUT, "Bản dự thảo không lấy số."), err_hint(e, "Bỏ dấu dự thảo rồi phát hành.");
	k->on = k->m->ask.on.year ? k->m->ask.on : today;
	if (!k->on.day || days_between(today, k->on) > 0)
		return fail(e, ERR_INPUT, "Ngày ban hành phải là một ngày, hôm nay hoặc trước đó."), err_hint(e, "Viết như 30/6/2026.");
	return sound(k->r, k->m, true, e);
}

bool report_issue(struct record *r, struct arena *a, struct report_made *m, const struct renderer *as, int64_t *ret_id, str *ret_bytes,
                  struct err *e)
{
	struct issuing k = { .r = r, .a = a, .m = m, .as = as, .type = report_type(m->ask.kind), .number = m->ask.number };
	bool again = true;
	if (!may_issue(&k, e))
		return false;
	for (int i = 0; i < ISSUE_TRIES && again; i++)
		if (!try_once(&k, ret_id, &again, e))
			return false;
	*ret_bytes = k.bytes;
	return !again || (fail(e, ERR_CONFLICT, "Nhiều người cùng lấy số một lúc; chưa lấy được số nào."), err_hint(e, "Thử lại."));
}
