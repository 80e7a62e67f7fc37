#include "app/evidence.h"
#include "app/finding.h"
#include "app/plan.h"
#include "app/progress.h"
#include "app/remedy.h"
#include "app/request.h"
#include "work.h"

/* Each role × each operation × its own body and another one, as domain.md 1 has them. */

struct things { int64_t body, finding, remedy, evidence, request; };
static const struct things ours = { AT_BODY, 1, 1, 1, 1 }, others = { AT_OTHER, 3, 3, 3, 3 };
static int turn;

static const char *fresh(struct work *w) { return str_fmt(w->at.a, "Lần thứ %d", ++turn).p; }

static bool see(struct work *w, const struct things *t, struct err *e)
{
	struct plan p;
	struct finding_page f;
	return plan_open(&w->r, w->at.a, t->body, 2025, &p, e) && finding_open(&w->r, w->at.a, t->finding, &f, e);
}

static bool add_finding(struct work *w, const struct things *t, struct err *e)
{
	int64_t id;
	return finding_add(&w->r, w->at.a, t->body, 2025, &(struct finding_said){ .text = fresh(w) }, &id, e);
}

static bool edit_finding(struct work *w, const struct things *t, struct err *e)
{
	return finding_edit(&w->r, w->at.a, t->finding, 0, &(struct finding_said){ .cause = fresh(w) }, e);
}

static bool add_remedy(struct work *w, const struct things *t, struct err *e)
{
	int64_t id;
	strs told = { 0 };
	return remedy_add(&w->r, w->at.a, &t->finding, 1, &(struct remedy_said){ .text = fresh(w), .due = "30/6/2027" }, &id, &told, e);
}

static bool edit_remedy(struct work *w, const struct things *t, struct err *e)
{
	strs told = { 0 };
	return remedy_edit(&w->r, w->at.a, t->remedy, 0, NULL, 0, &(struct remedy_said){ .effort = fresh(w) }, &told, e);
}

static bool add_progress(struct work *w, const struct things *t, struct err *e)
{
	int64_t id;
	strs told = { 0 };
	return progress_add(&w->r, w->at.a, t->remedy, &(struct progress_said){ .state = "đang", .measure = "95%", .target = "95%" }, &id, &told, e);
}

static strs one(struct work *w, str s)
{
	strs list = { 0 };
	*vec_add(w->at.a, &list) = s;
	return list;
}

static bool add_evidence(struct work *w, const struct things *t, struct err *e)
{
	struct evidence_kept k;
	str path = work_file(w, str_fmt(w->at.a, "f%d", ++turn).p, fresh(w));
	struct evidence_said s = { .title = "Báo cáo", .targets = one(w, str_fmt(w->at.a, "G%lld", (long long)t->remedy)) };
	return evidence_add(&w->r, w->at.a, t->body, path.p, &s, &k, e);
}

static bool revise_evidence(struct work *w, const struct things *t, struct err *e)
{
	struct evidence_kept k;
	return evidence_revise(&w->r, w->at.a, t->evidence, 0, NULL, &(struct evidence_said){ .number = fresh(w) }, &k, e);
}

static bool add_request(struct work *w, const struct things *t, struct err *e)
{
	int64_t id;
	return request_add(&w->r, w->at.a, t->body, 2025, fresh(w), NULL, &id, e);
}

static bool answer(struct work *w, const struct things *t, struct err *e) { return request_answer(&w->r, w->at.a, t->request, "Đồng ý", NULL,
                                                                                                  NULL, e); }
static bool drop(struct work *w, const struct things *t, struct err *e) { return remedy_drop(&w->r, w->at.a, t->remedy, 0, NULL, e); }

static bool (*const operations[])(struct work *, const struct things *, struct err *) = {
	see, add_finding, edit_finding, add_remedy, edit_remedy, add_progress, add_evidence, revise_evidence, add_request, answer, drop,
};

/* y: done; D: denied; N: for this person there is no such thing. Those who may drop a remedy come last. */
static const struct { int64_t person; const struct things *on; const char *may; } rows[] = {
	{ WORK_LEADER, &ours, "yDDDDDDDDDD" },        { WORK_LEADER, &others, "NDNNNNDNDNN" },
	{ WORK_OWN, &ours, "yDDDDyyyDDD" },           { WORK_OWN, &others, "NDNNNNDNDNN" },
	{ WORK_ELSE, &ours, "yDDDDDDDDDD" },          { WORK_ELSE, &others, "NDNNNNDNDNN" },
	{ WORK_CHARGE, &ours, "yDDDDyyyDDD" },        { WORK_CHARGE, &others, "NDNNNNDNDNN" },
	{ WORK_APPRAISER, &ours, "yDDDDDDDDDD" },     { WORK_APPRAISER, &others, "NDNNNNDNDNN" },
	{ WORK_VIEWER, &ours, "yDDDDDDDDDD" },        { WORK_VIEWER, &others, "NDNNNNDNDNN" },
	{ WORK_ADMINISTRATOR, &ours, "NDNNNNDNDNN" }, { WORK_ADMINISTRATOR, &others, "NDNNNNDNDNN" },
	{ AT_ALL, &others, "yDDDDDDDDDD" },           { AT_OFFICE, &others, "NDNNNNDNDNN" },
	{ AT_STRANGER, &ours, "NDNNNNDNDNN" },        { 0, &ours, "NDNNNNDNDNN" },
	{ AT_OFFICE, &ours, "yyyyyyyyyyy" },          { AT_STRANGER, &others, "yyyyyyyyyyy" },
};

static void roles(struct work *w)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		work_as(w, rows[i].person);
		for (size_t k = 0; k < COUNT(operations); k++) {
			struct err e = { 0 };
			bool done = operations[k](w, rows[i].on, &e);
			char is = done ? 'y' : e.code == ERR_DENIED ? 'D' : e.code == ERR_NOT_FOUND ? 'N' : '?';
			if (is != rows[i].may[k])
				fail_msg("person %lld, row %zu, operation %zu: %c, not %c (%s %s)", (long long)rows[i].person, i, k, is, rows[i].may[k], e.message,
				         e.detail);
			if (!done && (!e.message[0] || w->at.db == NULL))
				fail_msg("no sentence");
		}
	}
}
WORK_BOTH(roles)

/* What a refused person tried has left nothing, and no list of others' bodies shows them anything. */
static void unseen(struct work *w)
{
	static const int64_t blind[] = { WORK_ADMINISTRATOR, 0, 99 };
	for (size_t i = 0; i < COUNT(blind); i++) {
		struct due_page d;
		struct evidence_page v;
		request_rows q = { 0 };
		work_as(w, blind[i]);
		OK(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .late = true }, &d, &w->at.e));
		OK(&w->at, evidence_list(&w->r, w->at.a, &(struct evidence_ask){ 0 }, &v, &w->at.e));
		OK(&w->at, request_list(&w->r, w->at.a, 0, 0, 1, &q, &w->at.e));
		assert_int_equal(d.total + (int64_t)d.rows.n + (int64_t)v.items.n + (int64_t)q.n, 0);
		OK(&w->at, evidence_missing(&w->r, w->at.a, 0, 0, 1, &v, &w->at.e));
		assert_int_equal(v.lacks.n, 0);
	}
	work_as(w, AT_STRANGER);
	struct due_page d;
	OK(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .late = true }, &d, &w->at.e));
	assert_int_equal(d.total, 1);
	assert_int_equal(d.rows.at[0].id, 3);
	OK(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .late = true, .body = AT_BODY }, &d, &w->at.e));
	assert_int_equal(d.total, 0);
}
WORK_BOTH(unseen)

int app_rights_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(roles), AT_ROWS(unseen) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
