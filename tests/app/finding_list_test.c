#include "app/finding.h"
#include "app/finding_list.h"
#include "app/plan.h"
#include "app/remedy.h"
#include "store/db_driver.h"
#include "work.h"

enum { CYCLE = 1 };

static void script(struct work *w, const char *sql) { OK(&w->at, db_script(w->at.db, sql, &w->at.e)); }

/* Besides T1 (3.2) and T2: T20 of 3.10, T21 of 10.1, T22 of 3.1 with a late remedy that nobody leads and T23 of 3.1 that is mended. */
static const char more[] =
	"INSERT INTO identity (id, mark, name) VALUES (20, 'd', 'Mười'), (21, 'e', 'Lĩnh vực mười');"
	"INSERT INTO criterion (id, set_id, ord, code, parent_id, identity_id, leaf, name, max) VALUES (20, 1, 4, '3.10', 1, 20, 1, 'Mười', 10000),"
	" (21, 1, 5, '10.1', NULL, 21, 1, 'Một của mười', 10000);"
	"INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, ord, text, lost, state) VALUES"
	" (20, 2, 1, 'appraisal', 20, 'c20', 3, 'a', 2500, 'open'), (21, 2, 1, 'inspection', 21, 'c21', 4, 'b', NULL, 'open'),"
	" (22, 2, 1, 'appraisal', 2, 'c2', 5, 'c', 1000, 'open'), (23, 2, 1, 'self_check', 2, 'c2', 6, 'd', 1, 'mended');"
	"UPDATE finding SET place = (SELECT p.place FROM criterion_place p WHERE p.id = finding.criterion_id) WHERE criterion_id IS NOT NULL;"
	"INSERT INTO remedy (id, body_id, plan_id, mark, ord, text, state, due_to) VALUES (20, 2, 1, 'm20', 3, 'Mở lớp', 'in_progress', '2026-01-31'),"
	" (21, 2, 1, 'm21', 4, 'Đã thôi', 'unknown', NULL), (22, 2, 1, 'm22', 5, 'Còn xa', 'not_done', '2199-01-01');"
	"UPDATE remedy SET until_version = 1, until_why = 'trùng' WHERE id = 21;"
	"INSERT INTO remedy_finding (id, body_id, remedy_id, finding_id) VALUES (20, 2, 20, 22), (21, 2, 21, 20), (22, 2, 22, 21);";

static str found(struct work *w, const struct finding_ask *ask)
{
	struct finding_list l;
	struct finding_ask q = *ask;
	struct buf b = buf_open(w->at.a);
	q.body = q.body ? q.body : AT_BODY;
	q.cycle = CYCLE;
	q.level = S("department");
	int64_t before = db_ran(w->at.db);
	OK(&w->at, finding_list(&w->r, w->at.a, &q, &l, &w->at.e));
	assert_true(db_ran(w->at.db) - before <= FINDINGS_STATEMENTS + 2);
	assert_int_equal(l.total, l.at.n);
	for (size_t i = 0; i < l.at.n; i++)
		buf_fmt(&b, "%s%lld", i ? " " : "", (long long)l.at.at[i].id);
	return buf_str(&b);
}

static void asked(struct work *w)
{
	const struct { struct finding_ask ask; const char *ids; } asks[] = {
		{ { 0 }, "22 23 1 20 21 2" },                                /* 3.1, 3.1, 3.2, 3.10, 10.1, none */
		{ { .field = S("3") }, "22 23 1 20" },
		{ { .field = S("10") }, "21" },
		{ { .field = S("1") }, "" },
		{ { .field = S("-") }, "2" },
		{ { .origin = S("appraisal") }, "22 1 20" },
		{ { .open = true }, "22 1 20 21 2" },
		{ { .mended = true }, "23" },
		{ { .state = STATUS_IN_PROGRESS }, "22" },
		{ { .state = STATUS_UNKNOWN }, "1 2" },                      /* G21 was dropped */
		{ { .lead = AT_ROOM }, "1 2" },
		{ { .lead = AT_ROOM, .state = STATUS_IN_PROGRESS }, "" },    /* one remedy has all of it */
		{ { .due = DUE_LATE }, "22 1 2" },
		{ { .due = DUE_LATE, .lead = WORK_ROOM }, "1" },
		{ { .due = DUE_SOON_ALONE }, "" },
		{ { .lack = LACK_REMEDY }, "23 20" },
		{ { .lack = LACK_LEAD }, "22 21" },
		{ { .lack = LACK_DUE }, "" },
		{ { .lack = LACK_EVIDENCE }, "22 23 20 21" },
		{ { .lack = LACK_EVIDENCE, .origin = S("appraisal"), .field = S("3") }, "22 20" },
		{ { .text = S("T20") }, "20" },
		{ { .text = S("g1") }, "1 2" },
		{ { .text = S("T3") }, "" },                               /* of another body */
		{ { .text = S("G3") }, "" },
		{ { .text = S("?!") }, "" },
		{ { .body = AT_OTHER }, "" },                                /* may not be seen */
	};
	script(w, more);
	for (size_t i = 0; i < COUNT(asks); i++) {
		str ids = found(w, &asks[i].ask);
		if (!str_eq(ids, str_c(asks[i].ids)))
			fail_msg("row %zu: %.*s, not %s", i, SF(ids), asks[i].ids);
	}
	work_as(w, WORK_VIEWER);
	assert_true(str_eq(found(w, &(struct finding_ask){ .origin = S("appraisal") }), S("22 1 20")));
	work_as(w, WORK_ADMINISTRATOR);
	assert_int_equal(found(w, &(struct finding_ask){ 0 }).n, 0);
}
WORK_BOTH(asked)

static void summed(struct work *w)
{
	struct finding_list l;
	struct finding_ask ask = { .body = AT_BODY, .cycle = CYCLE, .level = S("department") };
	script(w, more);
	OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
	assert_int_equal(l.total, 6);
	assert_int_equal(l.open, 5);
	assert_int_equal(l.lost, 5000 + 2500 + 1000 + 1);
	assert_int_equal(l.fields.n, 2);
	assert_true(str_eq(l.fields.at[0].code, S("3")) && str_eq(l.fields.at[0].name, S("Cải cách thủ tục")));
	assert_true(str_eq(l.fields.at[1].code, S("10")) && !l.fields.at[1].name.n);       /* its head is in no set */
	const struct plan_finding *f = &l.at.at[2];
	assert_int_equal(f->id, 1);
	assert_int_equal(f->evidence, 1);                                    /* of its remedy */
	assert_int_equal(f->remedies.n, 2);
	const struct plan_remedy *m = &l.remedies.at[f->remedies.at[0]];
	assert_int_equal(m->id, 1);
	assert_true(str_eq(m->lead, S("Văn phòng Sở")) && str_eq(m->person, S("Lý Phụ Trách")) && m->lead_id == AT_ROOM);
	assert_int_equal(m->deadline.state, DEADLINE_LATE);
	ask.lack = LACK_EVIDENCE;                                            /* the other statement sums the same */
	OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
	assert_int_equal(l.lost, 2500 + 1000 + 1);
	assert_int_equal(l.open, 3);
}
WORK_BOTH(summed)

static void paged(struct work *w)
{
	struct finding_list l;
	struct finding_ask ask = { .body = AT_BODY, .cycle = CYCLE, .level = S("department") };
	struct buf b = buf_open(w->at.a);
	for (int i = 100; i < 100 + FINDINGS_PAGE; i++)
		buf_fmt(&b, "INSERT INTO finding (id, body_id, cycle_id, origin, mark, text) VALUES (%d, 2, 1, 'inspection', 'x%d', 'x');", i, i);
	script(w, buf_str(&b).p);
	OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
	assert_int_equal(l.at.n, FINDINGS_PAGE);
	assert_true(l.more);
	ask.page = 2;
	OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
	assert_int_equal(l.at.n, 2);
	assert_int_equal(l.total, FINDINGS_PAGE + 2);
	assert_false(l.more);
	ask.page = 9;
	OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
	assert_int_equal(l.at.n, 0);
}
WORK_BOTH(paged)

/* What is entered stands at its place at once, and is found by its words, with marks or without. */
static void entered(struct work *w)
{
	int64_t finding, remedy;
	strs told = { 0 };
	OK(&w->at, finding_add(&w->r, w->at.a, AT_BODY, 2025, &(struct finding_said){ .code = "3.1", .text = "Chưa công khai thủ tục mới" }, &finding, &w->at.e));
	OK(&w->at, remedy_add(&w->r, w->at.a, &finding, 1, &(struct remedy_said){ .text = "Niêm yết tại bộ phận một cửa" }, &remedy, &told, &w->at.e));
	script(w, "UPDATE finding SET place = '.03..02.' WHERE id = 1");
	str id = str_fmt(w->at.a, "%lld", (long long)finding), first = str_fmt(w->at.a, "%lld 1 2", (long long)finding);
	static const struct { const char *text; bool found; } words[] = {
		{ "thủ tục mới", true }, { "thu tuc moi", true }, { "niem yet", true }, { "một cử", true }, { "cấp phép", false },
	};
	assert_true(str_eq(found(w, &(struct finding_ask){ 0 }), first));
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq(found(w, &(struct finding_ask){ .text = str_c(words[i].text) }), id) != words[i].found)
			fail_msg("%s", words[i].text);
}
WORK_BOTH(entered)

static void chosen(struct work *w)
{
	struct finding_choices c;
	OK(&w->at, finding_choices(&w->r, w->at.a, AT_BODY, true, &c, &w->at.e));
	assert_int_equal(c.rooms.n, 3);                                      /* the body itself among them */
	assert_int_equal(c.bodies.n, 1);
	assert_true(str_eq(c.bodies.at[0].name, S("Sở Y tế")));
	assert_true(c.people.n > 3 && c.people.at[0].login.n);
	work_as(w, AT_STRANGER);
	OK(&w->at, finding_choices(&w->r, w->at.a, AT_BODY, false, &c, &w->at.e));
	assert_int_equal(c.people.n, 0);
	assert_int_equal(c.bodies.n, 0);
}
WORK_BOTH(chosen)

/* -- the same for many ---------------------------------------------------------------------------------- */

static struct plan_remedy remedy(struct work *w, int64_t finding, int64_t id)
{
	struct finding_page p;
	OK(&w->at, finding_open(&w->r, w->at.a, finding, &p, &w->at.e));
	for (size_t i = 0; i < p.remedies.n; i++)
		if (p.remedies.at[i].id == id)
			return p.remedies.at[i];
	fail_msg("no G%lld", (long long)id);
	return (struct plan_remedy){ 0 };
}

static void assigned(struct work *w)
{
	const struct remedy_said due = { .due = "30/9/2026" }, all = { .lead = "Phòng Hộ tịch", .person = "canbo", .due = "thường xuyên, hàng quý" };
	struct remedy_pick both[] = { { 1, 1 }, { 2, 1 } }, stale[] = { { 2, 2 }, { 1, 9 } }, foreign[] = { { 1, 0 }, { 3, 0 } };
	strs told = { 0 };
	struct err *e = &w->at.e;
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, both, 0, &due, &told, e), ERR_INPUT);
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, both, 2, &(struct remedy_said){ 0 }, &told, e), ERR_INPUT);
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, both, 2, &(struct remedy_said){ .due = "sớm" }, &told, e), ERR_INPUT);
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, both, 2, &(struct remedy_said){ .person = "khongco" }, &told, e), ERR_NOT_FOUND);
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, foreign, 2, &due, &told, e), ERR_NOT_FOUND);
	assert_true(str_eq(remedy(w, 1, 1).due_text, S("Quý II/2026")));
	*e = (struct err){ 0 };
	OK(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, both, 2, &all, &told, e));
	struct plan_remedy m = remedy(w, 1, 2);
	assert_true(str_eq(m.lead, S("Phòng Hộ tịch")) && str_eq(m.login, S("canbo")) && str_eq(m.due_text, S("thường xuyên, hàng quý")));
	assert_true(str_eq(m.text, S("Rà soát hồ sơ")));
	assert_int_equal(m.revision, 2);
	assert_true(str_eq(remedy(w, 1, 1).login, S("canbo")));
	REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, stale, 2, &due, &told, e), ERR_CONFLICT);
	assert_true(str_eq(remedy(w, 1, 2).due_text, S("thường xuyên, hàng quý")));       /* not half of it */
	static const int64_t others[] = { WORK_LEADER, WORK_OWN, WORK_CHARGE, WORK_APPRAISER, WORK_VIEWER };
	for (size_t i = 0; i < COUNT(others); i++) {
		work_as(w, others[i]);
		REFUSED(&w->at, remedy_assign(&w->r, w->at.a, AT_BODY, (struct remedy_pick[]){ { 2, 2 } }, 1, &due, &told, e), ERR_DENIED);
	}
}
WORK_BOTH(assigned)

/* A remedy that was dropped is told of, with why; and a document that says otherwise. */
static void everything(struct work *w)
{
	struct finding_page p;
	str due = { 0 };
	OK(&w->at, remedy_drop(&w->r, w->at.a, 2, 1, "Trùng G1", &w->at.e));
	script(w, "INSERT INTO document (id, body_id, cycle_id, kind, number, file_name, file_id, facts_id, reader) VALUES (1, 2, 1, 'plan', '10/KH', 'a.md', 1, 1, 'md');"
	          "INSERT INTO claim (id, body_id, document_id, entity, entity_id, field, printed, held, line_no) VALUES"
	          " (1, 2, 1, 'finding', 1, 'lost', '0,5', 1, 7), (2, 2, 1, 'finding', 1, 'max', '2', 0, 8), (3, 2, 1, 'remedy', 1, 'due_text', 'Quý II/2026', 0, 9),"
	          " (4, 2, 1, 'criterion', 3, 'name', 'Hồ sơ quá hạn', 0, 10), (5, 2, 1, 'finding', 2, 'text', 'khác', 0, 11), (6, 2, 1, 'remedy', 2, 'text', 'x', 0, 12)");
	OK(&w->at, finding_open(&w->r, w->at.a, 1, &p, &w->at.e));
	assert_int_equal(p.remedies.n, 1);
	assert_int_equal(p.dropped.n, 1);
	assert_true(str_eq(p.dropped.at[0].told, S("Trùng G1")));
	assert_int_equal(p.measures.n, 1);
	assert_int_equal(p.said.n, 5);                                       /* four, and the figure that lost the points */
	assert_int_equal(p.otherwise.n, 2);                                  /* the due was set right since */
	assert_true(str_eq(p.otherwise.at[0].field, S("max")) && str_eq(p.otherwise.at[1].field, S("name")));
	OK(&w->at, remedy_due(&w->r, w->at.a, 1, &due, &w->at.e));
	assert_string_equal(due.p, "Thời hạn “Quý II/2026”: hết ngày 30/06/2026.");
	work_as(w, WORK_ELSE);
	OK(&w->at, finding_open(&w->r, w->at.a, 1, &p, &w->at.e));
	assert_false(p.remedies.at[0].own);
	work_as(w, WORK_CHARGE);
	OK(&w->at, finding_open(&w->r, w->at.a, 1, &p, &w->at.e));
	assert_true(p.remedies.at[0].own);
}
WORK_BOTH(everything)

int app_finding_list_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(asked), AT_ROWS(summed), AT_ROWS(paged), AT_ROWS(entered), AT_ROWS(chosen),
		                            AT_ROWS(assigned), AT_ROWS(everything) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
