#include "app/evidence.h"
#include "app/record_parts.h"
#include "base/file.h"
#include "core/calendar.h"
#include "core/day.h"
#include "store/db_driver.h"
#include "work.h"
#include <unistd.h>

static strs list(struct work *w, const char *x, const char *y)
{
	strs l = { 0 };
	*vec_add(w->at.a, &l) = str_c(x);
	if (y)
		*vec_add(w->at.a, &l) = str_c(y);
	return l;
}

static void kept_once(struct work *w)
{
	struct evidence_kept k, again;
	struct evidence_page p;
	str path = work_file(w, "bao-cao.txt", "đã số hóa xong\n"), out = str_fmt(w->at.a, "%.*s/ra.txt", SF(w->dir.path)), name, bytes;
	struct evidence_said s = { .title = "Báo cáo", .number = "12/BC-STP", .issued = "01/3/2026", .where = "trang 3", .targets = list(w, "G2", "3.2") };
	OK(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, path.p, &s, &k, &w->at.e));
	assert_false(k.again);
	s.targets = list(w, "#2", NULL);
	OK(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, path.p, &s, &again, &w->at.e));
	assert_true(again.again && str_eq(k.sha, again.sha) && k.id != again.id);
	OK(&w->at, evidence_get(&w->r, w->at.a, k.id, out.p, &name, &w->at.e));
	assert_string_equal(name.p, "bao-cao.txt");
	OK(&w->at, file_read(w->at.a, out.p, 100, &bytes, &w->at.e));
	assert_true(str_eq(bytes, S("đã số hóa xong\n")));
	REFUSED(&w->at, evidence_get(&w->r, w->at.a, k.id, out.p, &name, &w->at.e), ERR_INPUT);            /* never over another file */
	REFUSED(&w->at, evidence_get(&w->r, w->at.a, 99, out.p, &name, &w->at.e), ERR_NOT_FOUND);
	OK(&w->at, evidence_list(&w->r, w->at.a, &(struct evidence_ask){ .body = AT_BODY }, &p, &w->at.e));
	assert_int_equal(p.items.n, 3);
	assert_string_equal(p.items.at[1].proves.p, "G2, trang 3; 3.2 (2025), trang 3");
	assert_string_equal(p.items.at[0].proves.p, "T2, trang 3");

	/* a new file in its place: the old one stays, the new one is read */
	str second = work_file(w, "lan-2.txt", "bản hai\n"), out2 = str_fmt(w->at.a, "%.*s/ra2.txt", SF(w->dir.path));
	OK(&w->at, evidence_revise(&w->r, w->at.a, k.id, 1, &(struct evidence_file){ .path = second.p },
	    &(struct evidence_said){ .number = "15/BC-STP" }, &again, &w->at.e));
	OK(&w->at, evidence_get(&w->r, w->at.a, k.id, out2.p, &name, &w->at.e));
	assert_string_equal(name.p, "lan-2.txt");
	str sha = again.sha;
	work_as(w, AT_ALL);
	REFUSED(&w->at, evidence_revise(&w->r, w->at.a, k.id, 1, NULL, &(struct evidence_said){ .number = "16" }, &again, &w->at.e),
	        ERR_CONFLICT);
	assert_non_null(strstr(w->at.e.message, "12/BC-STP → 15/BC-STP"));

	/* what lies on the disk is not what was kept: it is not given out */
	str blob = str_fmt(w->at.a, "%.*s/evidence/%.2s/%.*s", SF(w->dir.path), sha.p, SF(sha)), out3 = str_fmt(w->at.a, "%.*s/ra3.txt", SF(w->dir.path));
	OK(&w->at, file_write(w->at.a, blob.p, S("giả mạo"), true, &w->at.e));
	REFUSED(&w->at, evidence_get(&w->r, w->at.a, k.id, out3.p, &name, &w->at.e), ERR_FORMAT);
	assert_int_not_equal(access(out3.p, F_OK), 0);
}
WORK_BOTH(kept_once)

static void refused(struct work *w)
{
	struct evidence_kept k;
	str path = work_file(w, "a.txt", "a");
	static const struct { const char *title, *issued, *expires, *on; enum err_code code; } rows[] = {
		{ "", NULL, NULL, "G1", ERR_INPUT },             { "x", "hôm qua", NULL, "G1", ERR_INPUT },    { "x", "02/3/2026", "01/3/2026", "G1", ERR_INPUT },
		{ "x", NULL, NULL, NULL, ERR_INPUT },            { "x", NULL, NULL, "G3", ERR_NOT_FOUND },
		    { "x", NULL, NULL, "T3", ERR_NOT_FOUND },
		{ "x", NULL, NULL, "9.9", ERR_NOT_FOUND },       { "x", NULL, NULL, "gì đó", ERR_NOT_FOUND },
		{ "a\nb", NULL, NULL, "G1", ERR_INPUT },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct evidence_said s = { .title = rows[i].title, .issued = rows[i].issued, .expires = rows[i].expires };
		if (rows[i].on)
			s.targets = list(w, rows[i].on, NULL);
		w->at.e = (struct err){ 0 };
		if (evidence_add(&w->r, w->at.a, AT_BODY, path.p, &s, &k, &w->at.e) || w->at.e.code != rows[i].code)
			fail_msg("row %zu: %s", i, w->at.e.message);
	}
	struct evidence_said s = { .title = "x", .targets = list(w, "G1", "T1") };
	REFUSED(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, "/không/có.txt", &s, &k, &w->at.e), ERR_NOT_FOUND);
	work_as(w, WORK_OWN);                              /* G1 is theirs, 3.1 is not: nothing of it is kept */
	s.targets = list(w, "G1", "3.1");
	REFUSED(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, path.p, &s, &k, &w->at.e), ERR_DENIED);
	struct evidence_page p;
	OK(&w->at, evidence_list(&w->r, w->at.a, &(struct evidence_ask){ 0 }, &p, &w->at.e));
	assert_int_equal(p.items.n, 1);
	s.targets = list(w, "3.2", "T2");                  /* a criterion and a finding that G1 mends */
	OK(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, path.p, &s, &k, &w->at.e));
}
WORK_BOTH(refused)

static void lacking(struct work *w)
{
	struct evidence_page p;
	struct evidence_kept k;
	OK(&w->at, evidence_missing(&w->r, w->at.a, AT_BODY, 2025, 1, &p, &w->at.e));
	assert_int_equal(p.lacks.n, 0);                    /* G1 mends T1 and has one */
	OK(&w->at, db_script(w->at.db, "INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, lost) VALUES (50, 2, 1, 'appraisal', 2, 'c2', 500)",
	                     &w->at.e));
	OK(&w->at, evidence_missing(&w->r, w->at.a, 0, 0, 1, &p, &w->at.e));
	assert_int_equal(p.lacks.n, 1);
	assert_string_equal(p.lacks.at[0].code.p, "3.1");
	struct evidence_said s = { .title = "Ảnh", .targets = list(w, "3.1", NULL) };
	OK(&w->at, evidence_add(&w->r, w->at.a, AT_BODY, work_file(w, "b", "b").p, &s, &k, &w->at.e));
	OK(&w->at, evidence_missing(&w->r, w->at.a, 0, 0, 1, &p, &w->at.e));
	assert_int_equal(p.lacks.n, 0);
	OK(&w->at, evidence_link(&w->r, w->at.a, k.id, &(struct evidence_said){ .targets = list(w, "T2", "G1") }, &w->at.e));
	OK(&w->at, evidence_list(&w->r, w->at.a, &(struct evidence_ask){ .body = AT_BODY }, &p, &w->at.e));
	assert_string_equal(p.items.at[0].proves.p, "3.1 (2025); T2; G1");
}
WORK_BOTH(lacking)

static void ages(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 20);
	struct date today = { 2026, 11, 21 };
	static const struct { int days; const char *told; } rows[] = {
		{ -1, "đã hết hiệu lực 1 ngày" }, { 0, "còn hiệu lực 0 ngày" }, { 30, "còn hiệu lực 30 ngày" }, { 31, "" },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(str_eq(evidence_age(a, date_add_days(today, rows[i].days), today), str_c(rows[i].told)));
	assert_int_equal(evidence_age(a, (struct date){ 0 }, today).n, 0);
}

int app_evidence_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(kept_once), AT_ROWS(refused), AT_ROWS(lacking), cmocka_unit_test(ages) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
