#include "app/report_facts.h"
#include "report/report.h"
#include "store/db_driver.h"
#include "work.h"

static const struct report_kind plan = { .name = "theo-doi-thang", .title = "Kế hoạch", .symbol = "KH" },
                                told = { .name = "theo-doi-thang", .title = "Báo cáo", .symbol = "BC" };

static void script(struct work *w, const char *sql) { OK(&w->at, db_script(w->at.db, sql, &w->at.e)); }

static struct facts *facts_of(struct work *w, const struct report_kind *kind, const char *period, struct report_known *known)
{
	struct report_cut cut = { 0 };
	int64_t before = db_ran(w->at.db);
	assert_true(!period || report_cut_of(str_c(period), &cut));
	OK(&w->at, report_facts(&w->r, w->at.a, AT_BODY, 0, kind, &cut, known, &w->at.e));
	assert_true(db_ran(w->at.db) - before <= REPORT_FACTS_STATEMENTS + 2);
	return known->facts;
}

/* "a; b": what a list of texts says */
static const char *all(struct arena *a, const strs *list)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < list->n; i++)
		buf_fmt(&b, "%s%.*s", i ? "; " : "", SF(list->at[i]));
	return b.n ? buf_str(&b).p : "";
}

static void same(struct arena *a, struct figure f, const char *vi) { assert_string_equal(f.present ? figure_vi(a, f).p : "", vi); }

static void criteria(struct work *w)
{
	struct report_known k;
	struct arena *a = w->at.a;
	struct facts *f = facts_of(w, &plan, NULL, &k);
	assert_int_equal(k.year, 2025);
	assert_int_equal(f->criteria.n, 1);
	const struct criterion *c = &f->criteria.at[0];
	assert_string_equal(c->code.p, "3.2");
	assert_string_equal(c->field.p, "3");
	same(a, c->max, "1");
	same(a, c->points, "0,5");
	same(a, c->printed_lost, "0,5");
	assert_string_equal(c->reason.p, "Tỷ lệ đúng hạn đạt 91,94%");
	assert_string_equal(c->cause.p, "Chưa số hóa");
	assert_string_equal(all(a, &c->remedies), "Số hóa hồ sơ; Rà soát hồ sơ");
	assert_string_equal(c->lead.p, "Văn phòng Sở; Phòng Hộ tịch");
	assert_string_equal(all(a, &c->support), "Phòng Hộ tịch; Công an tỉnh");
	assert_string_equal(c->due.text.p, "Quý II/2026; Thường xuyên, hàng tháng");
	assert_int_equal(c->due.kind, DUE_QUARTER);
	assert_string_equal(date_iso(a, c->due.from).p, "2026-04-01");
	assert_string_equal(date_iso(a, c->due.to).p, "2026-06-30");
	assert_int_equal(c->measures.n, 1);
	same(a, c->measures.at[0].value, "91,94");
	assert_int_equal(f->findings.n, 1);
	assert_string_equal(f->findings.at[0].text.p, "Chưa đăng tải đủ thủ tục");
	assert_int_equal(f->requests.n, 1);
	same(a, f->result.points, "80");
	same(a, f->result.lost, "20");
	same(a, f->result.percent, "80,00");
	assert_int_equal(f->result.criteria_lost, 1);
	assert_int_equal(f->fields.n, 1);
	assert_string_equal(f->fields.at[0].name.p, "Cải cách TTHC");
	same(a, f->fields.at[0].lost, "0,5");
	assert_string_equal(all(a, &f->fields.at[0].remedies), "Số hóa hồ sơ; Rà soát hồ sơ");
}
WORK_BOTH(criteria)

/* Without a result of its own a field has what its criteria lost. */
static void sums(struct work *w)
{
	struct report_known k;
	script(w, "DELETE FROM field_result; DELETE FROM result");
	struct facts *f = facts_of(w, &plan, NULL, &k);
	assert_false(f->result.present);
	assert_int_equal(f->fields.n, 1);
	same(w->at.a, f->fields.at[0].max, "10");
	same(w->at.a, f->fields.at[0].lost, "0,5");
	same(w->at.a, f->fields.at[0].points, "9,5");
	script(w, "UPDATE finding SET lost = NULL, points = NULL WHERE id = 1");
	f = facts_of(w, &plan, NULL, &k);
	same(w->at.a, f->fields.at[0].lost, "");
}
WORK_BOTH(sums)

/* The letterhead: what the office says stands before what can be concluded. */
static void letters(struct work *w)
{
	struct report_known k;
	struct document *d = &facts_of(w, &plan, NULL, &k)->document;
	assert_int_equal(d->kind, DOC_PLAN);
	assert_string_equal(d->issuer.p, "Sở Tư pháp");
	assert_string_equal(d->parent.p, "UBND tỉnh Trường Giang");
	assert_string_equal(d->place.p, "Trường Giang");
	assert_string_equal(d->signatory.title.p, "GIÁM ĐỐC");
	assert_int_equal(d->signatory.authority.n, 0);
	assert_int_equal(d->cites.n, 0);
	assert_int_equal(d->date.day, 0);
	static const struct { const char *name, *text; } words[] = {
		{ "symbol", "SốTP" }, { "place", "Đông Hưng" }, { "sign_authority", "KT. GIÁM ĐỐC" }, { "sign_title", "PHÓ GIÁM ĐỐC" },
		{ "sign_name", "Trần Văn Bình" }, { "recipients", "UBND tỉnh (để b/c)\nLưu: VT" }, { "purposes", "Nâng cao Chỉ số." },
		        { "parent", "-" },
	};
	for (size_t i = 0; i < COUNT(words); i++)
		OK(&w->at, wording_put(&w->r, w->at.a, AT_BODY, (str){ 0 }, str_c(words[i].name), str_c(words[i].text), &w->at.e));
	struct facts *f = facts_of(w, &told, NULL, &k);
	d = &f->document;
	assert_int_equal(d->kind, DOC_REPORT);
	assert_string_equal(d->symbol.p, "BC-SốTP");
	assert_string_equal(d->place.p, "Đông Hưng");
	assert_int_equal(d->parent.n, 0);
	assert_string_equal(d->signatory.authority.p, "KT. GIÁM ĐỐC");
	assert_string_equal(d->signatory.name.p, "Trần Văn Bình");
	assert_string_equal(all(w->at.a, &d->recipients), "UBND tỉnh (để b/c); Lưu: VT");
	assert_int_equal(f->aims.n, 1);
	assert_int_equal(d->cites.n, 1);                               /* a report names its plan */
	assert_string_equal(d->cites.at[0].number.p, "10/KH-STP");
	script(w, "UPDATE unit SET level = 'commune', name = 'UBND xã Đông Hưng' WHERE id = 2; DELETE FROM wording");
	d = &facts_of(w, &told, NULL, &k)->document;
	assert_string_equal(d->signatory.authority.p, "TM. ỦY BAN NHÂN DÂN");
	assert_string_equal(d->place.p, "Đông Hưng");
}
WORK_BOTH(letters)

static const char past[] =
	"INSERT INTO progress (id, body_id, finding_id, remedy_id, on_day, person_id, state, percent, text) VALUES"
	" (501, 2, 1, 1, '2026-03-14', 2, 'in_progress', 30, 'Số hóa 30%'), (502, 2, 1, 1, '2026-06-14', 2, 'in_progress', 50, 'Số hóa 50%'),"
	" (503, 2, 1, 1, '2026-06-15', 17, 'done', 100, 'Xong'), (504, 2, 1, 2, '2026-05-02', 2, 'not_done', NULL, NULL),"
	" (505, 2, 2, 2, '2026-05-03', 2, 'in_progress', 40, NULL), (506, 2, 1, NULL, '2026-09-01', 2, 'done', NULL, 'Đã khắc phục')";

/* How each stood on the last day of the period: the last of each remedy, told of the whole ends what was told before. */
static void periods(struct work *w)
{
	static const struct { const char *period, *to, *text; enum status status; } cuts[] = {
		{ "quy-1", "2026-03-14", "Số hóa 30%", STATUS_IN_PROGRESS },
		{ "6-thang", "2026-06-14", "Chưa thực hiện; Số hóa 50%", STATUS_NOT_DONE },
		{ "thang-7", "2026-07-14", "Chưa thực hiện; Xong", STATUS_NOT_DONE },
		{ "9-thang", "2026-09-14", "Đã khắc phục", STATUS_DONE },
	};
	struct report_known k;
	script(w, past);
	for (size_t i = 0; i < COUNT(cuts); i++) {
		struct facts *f = facts_of(w, &told, cuts[i].period, &k);
		const struct progress *p = &f->criteria.at[0].progress;
		if (strcmp(date_iso(w->at.a, f->document.period_to).p, cuts[i].to) || !str_eq(p->text, str_c(cuts[i].text)) ||
		    p->status != cuts[i].status || date_cmp(f->document.as_of, f->document.period_to))
			fail_msg("%s: %s, %.*s, %d", cuts[i].period, date_iso(w->at.a, f->document.period_to).p, SF(p->text), p->status);
	}
	struct facts *f = facts_of(w, &told, "6-thang", &k);
	assert_string_equal(date_iso(w->at.a, f->document.period_from).p, "2025-12-15");
	assert_string_equal(f->findings.at[0].progress.text.p, "Đang triển khai thực hiện, đạt 40% khối lượng");
	struct report_cut cut;
	static const char *const none[] = { "", "quy", "quy-", "quy-0", "quy-5", "quy-11", "thang-13", "6-thang-1", "12-thang", "năm",
	        "nam " };
	for (size_t i = 0; i < COUNT(none); i++)
		if (report_cut_of(str_c(none[i]), &cut))
			fail_msg("“%s” is a period", none[i]);
}
WORK_BOTH(periods)

/* Prose of documents is kept; what the office says itself stands instead. */
static void prose(struct work *w)
{
	static const char rows[] =
		"INSERT INTO document (id, body_id, cycle_id, kind, number, file_name, file_id, facts_id, reader) VALUES (900, 2, 1, 'plan', '10/KH-STP', 'a', 1, 1, 'text');"
		"INSERT INTO passage (id, body_id, document_id, kind, text, field, unit, cadence) VALUES (901, 2, 900, 'purpose', 'Mục đích một.', NULL, NULL, NULL),"
		" (902, 2, 900, 'requirement', 'Yêu cầu một.', NULL, NULL, NULL), (903, 2, 900, 'duty', 'báo cáo hằng tháng', NULL, 'Văn phòng Sở', 'monthly'),"
		" (904, 2, 900, 'task', 'Việc của lĩnh vực.', '3', NULL, NULL), (905, 2, 900, 'remark', 'Nhận xét.', NULL, NULL, NULL);"
		"INSERT INTO citation (id, body_id, document_id, number, issued_on, issuer, role) VALUES (906, 2, 900, '3031/QĐ-UBND', '2026-05-26', 'UBND tỉnh', 'basis'),"
		" (907, 2, 900, '8/KH-STP', NULL, NULL, 'plan')";
	struct report_known k;
	script(w, rows);
	struct facts *f = facts_of(w, &plan, NULL, &k);
	assert_int_equal(f->aims.n, 2);
	assert_int_equal(f->duties.n, 1);
	assert_int_equal(f->duties.at[0].cadence, CADENCE_MONTHLY);
	assert_int_equal(f->fields.at[0].tasks.n, 1);
	assert_int_equal(f->remarks.n, 1);
	assert_int_equal(f->document.cites.n, 1);
	assert_string_equal(f->document.cites.at[0].number.p, "3031/QĐ-UBND");
	OK(&w->at, wording_put(&w->r, w->at.a, AT_BODY, S("theo-doi-thang"), S("purposes"), S("Của văn phòng.\nHai."), &w->at.e));
	f = facts_of(w, &plan, NULL, &k);
	assert_int_equal(f->aims.n, 3);
	assert_string_equal(f->aims.at[0].text.p, "Của văn phòng.");
	assert_string_equal(f->aims.at[2].text.p, "Yêu cầu một.");
}
WORK_BOTH(prose)

static void rights(struct work *w)
{
	static const struct { int64_t who; bool sees, drafts, signs; } people[] = {
		{ AT_OFFICE, true, true, false }, { WORK_LEADER, true, false, true }, { WORK_VIEWER, true, false, false }, { WORK_OWN,
		        false, false, false },
		{ WORK_APPRAISER, false, false, false }, { WORK_ADMINISTRATOR, false, false, false }, { AT_STRANGER, false, false, false },
	};
	struct report_known k;
	for (size_t i = 0; i < COUNT(people); i++) {
		work_as(w, people[i].who);
		w->at.e = (struct err){ 0 };
		bool sees = report_facts(&w->r, w->at.a, AT_BODY, 2025, &plan, NULL, &k, &w->at.e);
		if (sees != people[i].sees || (sees && (k.body.drafts != people[i].drafts || k.body.signs != people[i].signs)) ||
		    (!sees && w->at.e.code != ERR_NOT_FOUND))
			fail_msg("person %lld: %d %d %d %s", (long long)people[i].who, sees, k.body.drafts, k.body.signs, w->at.e.message);
	}
	work_as(w, AT_OFFICE);
	REFUSED(&w->at, report_facts(&w->r, w->at.a, AT_BODY, 2031, &plan, NULL, &k, &w->at.e), ERR_NOT_FOUND);
	script(w, "DELETE FROM measure; DELETE FROM remedy_finding WHERE body_id = 2; DELETE FROM finding WHERE body_id = 2");
	REFUSED(&w->at, report_facts(&w->r, w->at.a, AT_BODY, 2025, &plan, NULL, &k, &w->at.e), ERR_NOT_FOUND);
}
WORK_BOTH(rights)

int app_report_facts_tests(void);
int app_report_facts_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(criteria), AT_ROWS(sums), AT_ROWS(letters), AT_ROWS(periods), AT_ROWS(prose),
	        AT_ROWS(rights) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
