#include "at.h"
#include "app/examine.h"
#include "app/finding.h"
#include "app/import.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "base/file.h"
#include "base/sha256.h"
#include "core/points.h"
#include "store/db_driver.h"
#include "store/repo_import.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* -- a record in a folder of its own ----------------------------------------------------------------- */

static struct record *record_of(struct at *at, int64_t person)
{
	static char dir[64];
	struct record *r = make(at->a, struct record);
	if (person == AT_ALL || !*dir) {
		snprintf(dir, sizeof dir, "/tmp/khacphuc-import-XXXXXX");
		assert_non_null(mkdtemp(dir));
	}
	*r = (struct record){ .a = at->a, .dir = str_copy(at->a, str_c(dir)), .db = at->db, .who = at_who(person), .person_name = S("Người thử") };
	OK(at, blobs_open(at->a, r->dir.p, &r->blobs, &at->e));
	return r;
}

static void record_gone(struct record *r)
{
	char command[120];
	blobs_close(&r->blobs);
	snprintf(command, sizeof command, "rm -rf %s", r->dir.p);
	assert_int_equal(system(command), 0);
}

/* Rows of the log; what was not accepted adds none. */
static int64_t logged(struct at *at)
{
	int64_t n = 0;
	bool found;
	OK(at, db_int(at->db, Q(audit_head, 0), &n, &found, &at->e));
	return n;
}

static struct had had_of(struct at *at, int64_t cycle)
{
	struct had h;
	const struct had_of of = { at->db, at->a, AT_ALL, AT_BODY, cycle };
	OK(at, had_load(&of, &h, &at->e));
	return h;
}

/* -- documents of our own ---------------------------------------------------------------------------- */

static struct figure fig(const char *s) { return s ? figure_parse(str_c(s)) : (struct figure){ 0 }; }

static struct facts *document(struct at *at, const char *name, enum doc_kind kind, const char *number, struct date date)
{
	struct facts *f = make(at->a, struct facts);
	char *sum = make_n(at->a, char, 65);
	f->file.name = str_c(name);
	f->file.reader = "text";
	f->file.bytes = str_fmt(at->a, "bytes of %s", name);
	sha256_hex(f->file.bytes, sum);
	f->file.sha256 = sum;
	f->document.kind = kind;
	f->document.number = number ? str_c(number) : (str){ 0 };
	f->document.issuer = S("Sở Tư pháp");
	f->document.date = date;
	f->document.cycle_year = 2025;
	return f;
}

static struct criterion *lost(struct at *at, struct facts *f, const char *code, const char *name, const char *max, const char *got)
{
	struct criterion *c = vec_add(at->a, &f->criteria);
	*c = (struct criterion){ .code = str_c(code), .name = str_c(name), .max = fig(max), .points = fig(got), .leaf = true };
	c->source = (struct source){ .line = 10 * (int)f->criteria.n };
	return c;
}

static void mend(struct at *at, struct criterion *c, const char *remedy, const char *due, struct date to, const char *lead)
{
	*vec_add(at->a, &c->remedies) = str_c(remedy);
	c->due = (struct due){ str_c(due), DUE_QUARTER, { to.year, to.month - 2, 1 }, to, { 0 } };
	c->lead = str_c(lead);
}

static const struct date q2 = { 2026, 6, 30 }, q3 = { 2026, 9, 30 };

static struct facts *plan_of(struct at *at, const char *name, const char *number, struct date date)
{
	struct facts *f = document(at, name, DOC_PLAN, number, date);
	struct criterion *c = lost(at, f, "1.1", "Thực hiện kế hoạch CCHC", "2", "1,5");
	c->reason = S("Hai nhiệm vụ chậm");
	mend(at, c, "Rà soát nhiệm vụ hằng tháng", "Quý II/2026", q2, "Văn phòng");
	c = lost(at, f, "3.1.2", "Số hóa hồ sơ", "0.50", "0.272");
	mend(at, c, "Số hóa ngay khi tiếp nhận", "Quý III/2026", q3, "Phòng Hành chính");
	*vec_add(at->a, &c->support) = S("Các phòng");
	return f;
}

static struct proposal *taken(struct at *at, struct record *r, const struct facts *f, bool accept, const char *take)
{
	struct import_ask ask = { .unit = S("Sở Tư pháp"), .accept = accept };
	struct proposal *p = NULL;
	if (take)
		*vec_add(at->a, &ask.take) = str_c(take);
	OK(at, import_facts(r, at->a, f, &ask, &p, &at->e));
	return p;
}

static void refused(struct at *at, struct record *r, const struct facts *f, struct import_ask ask, enum err_code code, const char *says)
{
	struct proposal *p = NULL;
	int64_t before = logged(at);
	REFUSED(at, import_facts(r, at->a, f, &ask, &p, &at->e), code);
	if (!strstr(at->e.message, says) || !*at->e.hint)
		fail_msg("says “%s” / “%s”, wanted “%s”", at->e.message, at->e.hint, says);
	assert_int_equal(logged(at), before);
}

static const struct proposed_row *row_of(const struct proposal *p, enum proposed kind, const char *what, const char *field)
{
	for (size_t i = 0; i < p->rows.n; i++)
		if (p->rows.at[i].kind == kind && !strcmp(p->rows.at[i].what.p, what) && str_eq(p->rows.at[i].field, str_c(field)))
			return &p->rows.at[i];
	return NULL;
}

/* -- proposing, accepting, again --------------------------------------------------------------------- */

static void once_and_again(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	struct proposal *p = taken(at, r, f, false, NULL);
	assert_int_equal(p->count[PROPOSED_NEW], 5);                       /* two criteria, two remedies, the plan */
	assert_int_equal(p->count[PROPOSED_SAME] + p->count[PROPOSED_DIFFERENT] + p->count[PROPOSED_LEFT], 0);
	assert_int_equal(logged(at), 0);                                   /* only looked at */
	assert_int_equal(had_of(at, 1).findings.n, 0);

	p = taken(at, r, f, true, NULL);
	assert_true(p->accepted && !p->known && p->document > 0);
	struct had h = had_of(at, 1);
	assert_int_equal(h.findings.n, 2);
	assert_int_equal(h.remedies.n, 2);
	assert_int_equal(h.versions.n, 1);
	assert_int_equal(h.findings.at[1].points.n, 2720);
	assert_int_equal(h.findings.at[1].lost.n, 2280);
	assert_int_equal(h.remedies.at[0].lead_id, AT_ROOM);               /* "Văn phòng" is the room "Văn phòng Sở" */
	assert_int_equal(h.remedies.at[1].lead_id, 0);                     /* no room of that name: its words alone */
	assert_string_equal(h.remedies.at[1].lead.p, "Phòng Hành chính");
	assert_string_equal(h.remedies.at[1].due_to.p, "2026-09-30");

	int64_t before = logged(at);
	p = taken(at, r, f, true, NULL);
	assert_true(p->known);
	assert_int_equal(logged(at), before);

	/* the same in another file, written otherwise: a document and its claims, nothing else */
	struct facts *g = plan_of(at, "kehoach.docx", "12/KH-STP", (struct date){ 2026, 3, 2 });
	g->criteria.at[1].max = fig("0,5");
	g->criteria.at[0].reason = S("Hai nhiệm vụ  CHẬM.");
	p = taken(at, r, g, true, NULL);
	assert_int_equal(p->count[PROPOSED_NEW] + p->count[PROPOSED_DIFFERENT], 0);
	assert_true(p->count[PROPOSED_SAME] > 5);
	h = had_of(at, 1);
	assert_int_equal(h.findings.n, 2);
	assert_int_equal(h.remedies.n, 2);
	assert_int_equal(h.versions.n, 1);
	record_gone(r);
}
AT_BOTH(once_and_again)

/* -- what differs ------------------------------------------------------------------------------------ */

/* The plan and the page of the finding tell the n things that documents say otherwise, one of them in these words. */
static void shown_beside(struct at *at, struct record *r, size_t n, const char *words)
{
	struct finding_page f;
	struct plan p;
	const struct layout y = { .columns = 140 };
	OK(at, plan_open(r, at->a, AT_BODY, 2025, &p, &at->e));
	OK(at, finding_open(r, at->a, p.findings.at[1].id, &f, &at->e));
	assert_int_equal(p.otherwise.n, n);
	assert_int_equal(f.otherwise.n, n);
	str told[] = { plan_text(at->a, &p, &y), finding_text(at->a, &f, &y) };
	for (size_t i = 0; words && i < COUNT(told); i++)
		if (!strstr(told[i].p, words) || !strstr(told[i].p, "Văn bản ghi khác"))
			fail_msg("no “%s” in:\n%s", words, told[i].p);
	assert_int_equal(strstr(finding_json(at->a, &f).p, "\"place\"") != NULL, n > 0);
}

static void side_by_side(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	struct facts *f = document(at, "baocao.txt", DOC_REPORT, "40/BC-STP", (struct date){ 2026, 6, 14 });
	lost(at, f, "3.1.2", "Số hóa hồ sơ", "0.5", "0.3");
	lost(at, f, "1.1", "Thực hiện kế hoạch CCHC", "2", "1.50");
	struct proposal *p = taken(at, r, f, true, NULL);
	const struct proposed_row *row = row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", "điểm đạt");
	assert_non_null(row);
	assert_string_equal(row->stored.p, "0,272");
	assert_string_equal(row->stored_place.p, "12/KH-STP, dòng 20");
	assert_int_equal(row->found.n, 3);
	assert_string_equal(row->place.p, "dòng 10");
	assert_int_equal(p->count[PROPOSED_DIFFERENT], 2);                 /* the points, and what was lost */
	assert_int_equal(had_of(at, 1).findings.at[1].points.n, 2720);     /* nothing is overwritten */
	shown_beside(at, r, 2, "điểm đạt: 0.3 (40/BC-STP, dòng 10)");

	int64_t before = logged(at);
	p = taken(at, r, f, true, NULL);                                   /* accepted again: told again, and nothing written */
	assert_true(p->known && p->accepted);
	assert_int_equal(p->count[PROPOSED_DIFFERENT], 2);
	assert_int_equal(p->count[PROPOSED_NEW], 0);
	assert_int_equal(logged(at), before);
	p = taken(at, r, f, true, "9.9");
	assert_int_equal(p->taken, 0);
	assert_int_equal(p->notes.n, 1);
	p = taken(at, r, f, true, "3.1.2");                                /* the same file again, to take from it */
	assert_true(p->known);
	assert_int_equal(p->taken, 2);
	assert_int_equal(had_of(at, 1).findings.at[1].points.n, 3000);
	shown_beside(at, r, 2, "điểm đạt: 0.272 (12/KH-STP, dòng 20)");    /* as printed; now the plan says otherwise */
	p = taken(at, r, f, false, NULL);
	assert_int_equal(p->count[PROPOSED_DIFFERENT], 0);
	p = taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), false, NULL);
	row = row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", "điểm đạt"); /* now it is the plan that differs */
	assert_non_null(row);
	assert_string_equal(row->stored_place.p, "40/BC-STP, dòng 10");
	record_gone(r);
}
AT_BOTH(side_by_side)

/* What a person changed stands in no document, until it is again what one prints. */
static void by_hand(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = plan_of(at, "kehoach.txt", "45/KH-STP", (struct date){ 2026, 3, 10 });
	taken(at, r, f, true, NULL);
	int64_t id = had_of(at, 1).findings.at[1].id;
	struct finding_said edit = { .points = "0,3" }, back = { .points = "0,272" };
	OK(at, finding_edit(r, at->a, id, 0, &edit, &at->e));
	struct proposal *p = taken(at, r, f, false, NULL);
	static const char *const fields[] = { "điểm đạt", "điểm bị trừ" };
	for (size_t i = 0; i < COUNT(fields); i++) {
		const struct proposed_row *row = row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", fields[i]);
		assert_non_null(row);
		if (!strstr(row->stored_place.p, " sửa tay ") || strstr(row->stored_place.p, "45/KH"))
			fail_msg("%s: “%s”", fields[i], row->stored_place.p);
	}
	OK(at, finding_edit(r, at->a, id, 0, &back, &at->e));
	shown_beside(at, r, 0, NULL);
	struct facts *g = document(at, "baocao.txt", DOC_REPORT, "60/BC", (struct date){ 2026, 6, 1 });
	lost(at, g, "3.1.2", "Số hóa hồ sơ", "0,5", "0,4");
	p = taken(at, r, g, false, NULL);
	assert_string_equal(row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", "điểm đạt")->stored_place.p, "45/KH-STP, dòng 20");
	record_gone(r);
}
AT_BOTH(by_hand)

static void totals(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	f->result.present = true;
	f->result.points = fig("70,301");
	f->result.max = fig("95.25");
	f->result.percent = fig("73,81");
	f->result.rank = 18;
	*vec_add(at->a, &f->fields) = (struct field){ .code = S("1"), .name = S("Chỉ đạo"), .max = fig("11"), .points = fig("6,505"),
		                                      .printed_lost = fig("- 4,4") };
	taken(at, r, f, true, NULL);
	struct had h = had_of(at, 1);
	assert_int_equal(h.result.lost.n, 249490);
	assert_int_equal(h.result.percent.n, 7381);
	assert_false(h.result.group_size.there);
	assert_int_equal(h.fields.at[0].lost.n, 44950);                    /* as it is worked out; what is printed is a claim */

	struct facts *g = plan_of(at, "ketqua.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	g->result = f->result;
	g->result.rank = 17;
	g->result.group_size = 23;
	g->result.percent = fig("73.810");
	struct proposal *p = taken(at, r, g, true, NULL);
	const struct proposed_row *row = row_of(p, PROPOSED_DIFFERENT, "Kết quả chung", "xếp hạng");
	assert_non_null(row);
	assert_string_equal(row->stored.p, "18");
	assert_non_null(row_of(p, PROPOSED_NEW, "Kết quả chung", "số đơn vị xếp hạng"));
	h = had_of(at, 1);
	assert_int_equal(h.result.rank.n, 18);
	assert_int_equal(h.result.group_size.n, 23);
	assert_int_equal(taken(at, r, g, true, "tong")->taken, 1);
	assert_int_equal(had_of(at, 1).result.rank.n, 17);
	record_gone(r);
}
AT_BOTH(totals)

/* A figure out of a picture is written when a person has named it. */
static void from_a_picture(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = document(at, "scan.pdf", DOC_REPORT, NULL, (struct date){ 2026, 6, 14 });
	lost(at, f, "3.1.2", "Số hóa hồ sơ", "0.5", "0.3")->source.sure = 71;
	struct proposal *p = taken(at, r, f, true, NULL);
	assert_int_equal(p->count[PROPOSED_LEFT], 3);
	assert_false(had_of(at, 1).findings.at[0].points.there);
	taken(at, r, f, true, "3.1.2");
	assert_int_equal(had_of(at, 1).findings.at[0].points.n, 3000);
	record_gone(r);
}
AT_BOTH(from_a_picture)

/* -- a plan, its report, its next version ------------------------------------------------------------ */

static void plan_then_report(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	struct facts *f = document(at, "baocao.txt", DOC_REPORT, "40/BC-STP", (struct date){ 2026, 6, 16 });
	f->document.as_of = (struct date){ 2026, 6, 14 };
	struct criterion *c = lost(at, f, "3.1.2", "Số hóa hồ sơ", "0.5", "0.272");
	*vec_add(at->a, &c->remedies) = S("Số hóa ngay khi tiếp nhận");    /* a report does not repeat due and lead */
	c->progress = (struct progress){ S("Đang triển khai, đạt 90,63%"), STATUS_IN_PROGRESS, { .line = 44 } };
	*vec_add(at->a, &c->measures) = (struct measure){ .text = S("90,63%"), .value = fig("90.63"), .unit = UNIT_PERCENT };
	c->measures.at[0].origin = ORIGIN_PROGRESS;
	*vec_add(at->a, &f->requests) = (struct text_at){ S("Đề nghị Sở Nội vụ tập huấn"), { .line = 60 } };
	*vec_add(at->a, &f->findings) = (struct finding){ .text = S("Chưa lập hồ sơ công việc"), .source = { .line = 50 } };
	struct proposal *p = taken(at, r, f, true, NULL);
	assert_int_equal(p->count[PROPOSED_NEW], 4);                       /* progress, measure, request, finding */
	struct had h = had_of(at, 1);
	assert_int_equal(h.remedies.n, 2);
	assert_int_equal(h.progress.n, 1);
	assert_string_equal(h.progress.at[0].on_day.p, "2026-06-14");
	assert_int_equal(h.progress.at[0].remedy, h.remedies.at[1].id);
	assert_string_equal(h.remedies.at[1].state.p, "in_progress");
	assert_string_equal(h.remedies.at[1].reviewed_on.p, "2026-06-14");
	assert_string_equal(h.remedies.at[0].state.p, "unknown");
	assert_int_equal(h.measures.n, 1);
	assert_string_equal(h.measures.at[0].value.p, "90.63");
	assert_int_equal(h.requests.n, 1);

	/* the next report says the same of another day: told again */
	f->file.sha256 = "0000000000000000000000000000000000000000000000000000000000000001";
	f->file.bytes = S("another");
	f->document.as_of = (struct date){ 2026, 9, 14 };
	p = taken(at, r, f, true, NULL);
	assert_int_equal(p->count[PROPOSED_NEW], 1);
	h = had_of(at, 1);
	assert_int_equal(h.progress.n, 2);
	assert_string_equal(h.remedies.at[1].reviewed_on.p, "2026-09-14");
	record_gone(r);
}
AT_BOTH(plan_then_report)

/* What goes on is looked at in its rhythm, first counted from the plan and then from its progress. */
static void rhythms(struct at *at)
{
	static const struct { const char *due, *review, *first, *then; } rows[] = {
		{ "Hằng quý", "quarterly", "2026-06-02", "2026-09-14" },
		{ "Thường xuyên, hằng tháng", "monthly", "2026-04-02", "2026-07-14" },
		{ "Thường xuyên", "", "", "" },
	};
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = document(at, "kehoach.txt", DOC_PLAN, "12/KH-STP", (struct date){ 2026, 3, 2 });
	struct facts *g = document(at, "baocao.txt", DOC_REPORT, "40/BC-STP", (struct date){ 2026, 6, 14 });
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *code = str_fmt(at->a, "1.%zu", i + 1).p, *remedy = str_fmt(at->a, "Rà soát việc số %zu", i + 1).p;
		struct criterion *c = lost(at, f, code, "Tên", "1", "0,5");
		*vec_add(at->a, &c->remedies) = str_c(remedy);
		c->due = (struct due){ .text = str_c(rows[i].due), .kind = DUE_ONGOING };
		c = lost(at, g, code, "Tên", "1", "0,5");
		*vec_add(at->a, &c->remedies) = str_c(remedy);
		c->due = (struct due){ .text = S("Hằng quý"), .kind = DUE_ONGOING };
		c->progress = (struct progress){ S("Đang làm"), STATUS_IN_PROGRESS, { .line = 9 } };
	}
	taken(at, r, f, true, NULL);
	for (int told = 0; told < 2; told++) {
		struct had h = had_of(at, 1);
		assert_int_equal(h.remedies.n, 3);
		for (size_t i = 0; i < COUNT(rows); i++) {
			str day = str_c(told ? rows[i].then : rows[i].first);
			if (!str_eq(h.remedies.at[i].review, str_c(rows[i].review)) || !str_eq(h.remedies.at[i].due_to, day))
				fail_msg("%s: %s %s", rows[i].due, h.remedies.at[i].review.p, h.remedies.at[i].due_to.p);
		}
		if (!told)
			assert_int_equal(taken(at, r, g, true, NULL)->count[PROPOSED_DIFFERENT], 2);      /* another rhythm */
	}
	record_gone(r);
}
AT_BOTH(rhythms)

/* A report says the plan's remedies in fewer words: it is them, and the words are told side by side. */
static void shortened(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = document(at, "kehoach.txt", DOC_PLAN, "12/KH-STP", (struct date){ 2026, 3, 2 });
	struct criterion *c = lost(at, f, "1.1", "Thực hiện kế hoạch CCHC", "2", "1,5");
	mend(at, c, "Rà soát tiến độ nhiệm vụ hằng tháng và báo cáo lãnh đạo Sở", "Quý II/2026", q2, "Văn phòng");
	*vec_add(at->a, &c->remedies) = S("Họp giao ban hằng tuần");
	taken(at, r, f, true, NULL);
	struct facts *g = document(at, "baocao.txt", DOC_REPORT, "40/BC-STP", (struct date){ 2026, 6, 14 });
	c = lost(at, g, "1.1", "Thực hiện kế hoạch CCHC", "2", "1,5");
	*vec_add(at->a, &c->remedies) = S("Rà soát tiến độ nhiệm vụ hằng tháng");
	*vec_add(at->a, &c->remedies) = S("Họp giao ban hằng tuần");
	struct proposal *p = taken(at, r, g, true, NULL);
	const struct proposed_row *row = row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 1.1", "giải pháp");
	assert_non_null(row);
	assert_string_equal(row->stored_place.p, "12/KH-STP, dòng 10");
	struct had h = had_of(at, 1);
	assert_int_equal(h.remedies.n, 2);
	assert_int_equal(h.remedies.at[0].text.n, strlen("Rà soát tiến độ nhiệm vụ hằng tháng và báo cáo lãnh đạo Sở"));
	taken(at, r, g, true, "1.1");
	assert_string_equal(had_of(at, 1).remedies.at[0].text.p, "Rà soát tiến độ nhiệm vụ hằng tháng");

	/* two remedies of one document are two, however alike */
	struct facts *k = document(at, "kehoach2.txt", DOC_PLAN, "20/KH-STP", (struct date){ 2026, 7, 2 });
	c = lost(at, k, "1.2", "Báo cáo", "2", "1,5");
	mend(at, c, "Gửi báo cáo đúng hạn", "Quý III/2026", q3, "Văn phòng");
	*vec_add(at->a, &c->remedies) = S("Gửi báo cáo đúng hạn cho Sở Nội vụ");
	taken(at, r, k, true, NULL);
	assert_int_equal(had_of(at, 1).remedies.n, 4);
	record_gone(r);
}
AT_BOTH(shortened)

/* While no set is entered, a code is called as the body's own documents call it; what another body calls it makes no difference. */
static void own_names(struct at *at)
{
	struct record *r = record_of(at, AT_ALL), *s = record_of(at, AT_STRANGER);
	struct import_ask ask = { .unit = S("Sở Y tế"), .accept = true };
	struct proposal *p = NULL;
	struct finding_page page;
	struct plan plan;
	struct facts *f = document(at, "khac.txt", DOC_PLAN, "9/KH-SYT", (struct date){ 2026, 2, 1 });
	f->document.issuer = S("Sở Y tế");
	lost(at, f, "3.1.2", "Giải ngân vốn đầu tư", "1", "0,5");
	OK(at, import_facts(s, at->a, f, &ask, &p, &at->e));
	p = taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	assert_null(row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", "tên"));
	OK(at, plan_open(r, at->a, AT_BODY, 2025, &plan, &at->e));
	assert_string_equal(plan.findings.at[1].name.p, "Số hóa hồ sơ");
	assert_int_equal(plan.otherwise.n, 0);
	OK(at, finding_open(r, at->a, plan.findings.at[1].id, &page, &at->e));
	assert_string_equal(page.finding.name.p, "Số hóa hồ sơ");
	OK(at, plan_open(s, at->a, AT_OTHER, 2025, &plan, &at->e));
	assert_string_equal(plan.findings.at[0].name.p, "Giải ngân vốn đầu tư");

	/* the body's own documents still differ from each other */
	f = document(at, "baocao.txt", DOC_REPORT, "40/BC-STP", (struct date){ 2026, 6, 14 });
	lost(at, f, "3.1.2", "Kết nối hệ thống", "0.5", "0.272");
	p = taken(at, r, f, true, NULL);
	const struct proposed_row *row = row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 3.1.2", "tên");
	assert_non_null(row);
	assert_string_equal(row->stored.p, "Số hóa hồ sơ");
	shown_beside(at, r, 1, "tên: Kết nối hệ thống (40/BC-STP, dòng 10)");
	record_gone(r);
	blobs_close(&s->blobs);
}
AT_BOTH(own_names)

static void next_version(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	struct facts *f = document(at, "kehoach2.txt", DOC_PLAN, "31/KH-STP", (struct date){ 2026, 5, 4 });
	struct criterion *c = lost(at, f, "1.1", "Thực hiện kế hoạch CCHC", "2", "1,5");
	mend(at, c, "Rà soát nhiệm vụ hằng tháng", "Quý III/2026", q3, "Văn phòng Sở");
	*vec_add(at->a, &c->remedies) = S("Họp giao ban hằng tuần");
	struct proposal *p = taken(at, r, f, true, NULL);
	assert_non_null(row_of(p, PROPOSED_DIFFERENT, "Tiêu chí 1.1", "thời hạn"));
	assert_non_null(row_of(p, PROPOSED_NEW, "Tiêu chí 1.1", "giải pháp"));
	assert_non_null(row_of(p, PROPOSED_NEW, "Kế hoạch", "giải pháp thôi từ lần này"));
	struct had h = had_of(at, 1);
	assert_int_equal(h.versions.n, 2);
	assert_int_equal(h.remedies.n, 3);
	assert_int_equal(h.remedies.at[0].until, 0);
	assert_string_equal(h.remedies.at[0].due_to.p, "2026-06-30");
	assert_int_equal(h.remedies.at[1].until, 1);
	assert_int_equal(h.remedies.at[2].since, 2);
	taken(at, r, f, true, "1.1");
	h = had_of(at, 1);
	assert_string_equal(h.remedies.at[0].due_to.p, "2026-09-30");
	assert_int_equal(h.versions.n, 2);

	/* the first one once more, from another file: an old version ends nothing */
	p = taken(at, r, plan_of(at, "kehoach.pdf", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	h = had_of(at, 1);
	assert_int_equal(h.versions.n, 2);
	assert_int_equal(h.remedies.n, 3);
	assert_int_equal(h.remedies.at[2].until, 0);
	record_gone(r);
}
AT_BOTH(next_version)

static struct facts *of_one(struct at *at, const char *number, struct date date, const char *remedy, const char *more)
{
	struct facts *f = document(at, str_fmt(at->a, "%s.txt", number).p, DOC_PLAN, number, date);
	mend(at, lost(at, f, "1.1", "Thực hiện kế hoạch CCHC", "2", "1,5"), remedy, "Quý II/2026", q2, "Văn phòng");
	if (more)
		mend(at, lost(at, f, "3.1.2", "Số hóa hồ sơ", "0,5", "0,3"), more, "Quý III/2026", q3, "Văn phòng");
	return f;
}

static bool noted(const struct proposal *p, const char *words)
{
	for (size_t i = 0; i < p->notes.n; i++)
		if (strstr(p->notes.at[i].p, words))
			return true;
	return false;
}

static int64_t until_of(const struct had *h, const char *text)
{
	for (size_t i = 0; i < h->remedies.n; i++)
		if (str_eq(h->remedies.at[i].text, str_c(text)))
			return h->remedies.at[i].until;
	fail_msg("no remedy “%s”", text);
	return 0;
}

/* The older plan comes last: it is a version, and ends and revives nothing. */
static void older_version(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, of_one(at, "45/KH", (struct date){ 2026, 3, 10 }, "Họp hằng tháng", "Mua máy quét"), true, NULL);
	struct facts *f = document(at, "baocao.txt", DOC_REPORT, "60/BC", (struct date){ 2026, 4, 1 });
	struct criterion *c = lost(at, f, "3.1.2", "Số hóa hồ sơ", "0,5", "0,3");
	c->progress = (struct progress){ S("Đã mua hai máy"), STATUS_IN_PROGRESS, { .line = 4 } };
	taken(at, r, f, true, NULL);
	struct proposal *p = taken(at, r, of_one(at, "52/KH", (struct date){ 2026, 4, 20 }, "Họp hằng tuần", NULL), true, NULL);
	assert_true(noted(p, "không còn giải pháp “Mua máy quét”, đã có tiến độ đến 01/04/2026"));
	assert_false(noted(p, "Họp hằng tháng"));                          /* of which nothing was told */

	struct facts *old = of_one(at, "40/KH", (struct date){ 2026, 2, 5 }, "Họp hằng tháng", "Thuê người quét");
	assert_true(noted(taken(at, r, old, false, NULL), "Kế hoạch này (40/KH, 05/02/2026) cũ hơn kế hoạch đang có (52/KH, 20/04/2026)"));
	p = taken(at, r, old, true, NULL);
	assert_null(row_of(p, PROPOSED_NEW, "Kế hoạch", "giải pháp thôi từ lần này"));
	assert_null(row_of(p, PROPOSED_NEW, "Tiêu chí 1.1", "giải pháp có lại"));
	struct had h = had_of(at, 1);
	assert_int_equal(h.versions.n, 3);
	assert_string_equal(h.versions.at[2].number.p, "40/KH");
	assert_int_equal(until_of(&h, "Họp hằng tuần"), 0);
	assert_int_equal(until_of(&h, "Họp hằng tháng"), 1);
	assert_int_equal(until_of(&h, "Mua máy quét"), 1);
	assert_int_equal(until_of(&h, "Thuê người quét"), 3);              /* of that plan alone */
	struct plan open;
	OK(at, plan_open(r, at->a, AT_BODY, 2025, &open, &at->e));
	assert_string_equal(open.number.p, "52/KH");
	assert_int_equal(open.remedies.n, 1);

	/* the next one goes on from 52/KH; of the same month as it, but no day: not older */
	p = taken(at, r, of_one(at, "70/KH", (struct date){ 2026, 4, 0 }, "Họp hằng tháng", NULL), true, NULL);
	assert_false(noted(p, "cũ hơn"));
	h = had_of(at, 1);
	assert_int_equal(until_of(&h, "Họp hằng tuần"), 2);
	assert_int_equal(until_of(&h, "Họp hằng tháng"), 0);
	OK(at, plan_open(r, at->a, AT_BODY, 2025, &open, &at->e));
	assert_string_equal(open.number.p, "70/KH");
	record_gone(r);
}
AT_BOTH(older_version)

/* A remedy of a field stands once and serves all of its criteria; one with another lead is another. */
static void shared_remedy(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = document(at, "kehoach.txt", DOC_PLAN, "12/KH-STP", (struct date){ 2026, 3, 2 });
	const char *const codes[] = { "3.1", "3.2", "3.3" };
	for (size_t i = 0; i < COUNT(codes); i++)
		mend(at, lost(at, f, codes[i], codes[i], "1", "0,5"), "Kiểm tra hằng quý", "Quý II/2026", q2, i == 2 ? "Thanh tra" : "Văn phòng");
	struct field *field = vec_add(at->a, &f->fields);
	*field = (struct field){ .code = S("4"), .name = S("Tổ chức bộ máy"), .lead = S("Văn phòng") };
	*vec_add(at->a, &field->remedies) = S("Sắp xếp lại các phòng");
	taken(at, r, f, true, NULL);
	struct had h = had_of(at, 1);
	assert_int_equal(h.remedies.n, 3);
	assert_int_equal(h.remedies.at[0].findings.n, 2);
	assert_int_equal(h.remedies.at[1].findings.n, 1);
	assert_int_equal(h.remedies.at[2].findings.n, 0);                  /* of a field in which no criterion is known */
	struct proposal *p = taken(at, r, f, false, NULL);
	assert_int_equal(p->count[PROPOSED_NEW] + p->count[PROPOSED_DIFFERENT], 0);
	record_gone(r);
}
AT_BOTH(shared_remedy)

/* -- years ------------------------------------------------------------------------------------------- */

static void two_years(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, plan_of(at, "2025.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	struct facts *f = document(at, "2026.txt", DOC_PLAN, "9/KH-STP", (struct date){ 2027, 3, 2 });
	f->document.cycle_year = 2026;
	lost(at, f, "3.6.1", "Số hoá hồ sơ", "1", "0.5");
	lost(at, f, "3.1.2", "Công khai thủ tục hành chính", "1", "0.5");
	taken(at, r, f, true, NULL);
	had_criteria was = { 0 }, is = { 0 };
	OK(at, had_load_criteria(at->db, at->a, 1, S("department"), &was, &at->e));
	OK(at, had_load_criteria(at->db, at->a, 2, S("department"), &is, &at->e));
	assert_int_equal(was.n, 2);
	assert_int_equal(is.n, 2);
	for (size_t i = 0; i < 2; i++) {
		bool moved = str_eq(is.at[i].code, S("3.6.1"));
		bool joined = is.at[i].identity == was.at[0].identity || is.at[i].identity == was.at[1].identity;
		assert_int_equal(joined, moved);
	}
	record_gone(r);
}
AT_BOTH(two_years)

/* -- what is refused --------------------------------------------------------------------------------- */

static void not_taken(struct at *at)
{
	struct record *r = record_of(at, AT_ALL), *stranger = record_of(at, AT_STRANGER);
	struct facts *f = plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	refused(at, r, f, (struct import_ask){ .unit = S("Sở Không Có"), .accept = true }, ERR_NOT_FOUND, "Không có đơn vị nào tên");
	refused(at, r, f, (struct import_ask){ .unit = S("STP"), .year = 2019, .accept = true }, ERR_NOT_FOUND, "chưa có kỳ đánh giá năm 2019");
	refused(at, stranger, f, (struct import_ask){ .unit = S("STP"), .accept = true }, ERR_NOT_FOUND, "trong phạm vi của bạn");
	refused(at, stranger, f, (struct import_ask){ .unit = S("STP") }, ERR_NOT_FOUND, "trong phạm vi của bạn");
	refused(at, stranger, f, (struct import_ask){ .unit = S("Sở Y tế"), .accept = true }, ERR_CONFLICT, "Sở Tư pháp ban hành, không phải Sở Y tế");
	struct proposal *p = NULL;
	struct import_ask force = { .unit = S("Sở Y tế"), .force = true };
	OK(at, import_facts(stranger, at->a, f, &force, &p, &at->e));
	assert_int_equal(p->notes.n, 1);
	f->document.cycle_year = 0;
	refused(at, r, f, (struct import_ask){ .unit = S("STP"), .accept = true }, ERR_INPUT, "của năm nào");
	f->document.issuer = S("Chi cục Nào Đó");
	struct import_ask ask = { .unit = S("so tu phap"), .year = 2025 };
	OK(at, import_facts(r, at->a, f, &ask, &p, &at->e));
	assert_int_equal(p->notes.n, 1);                                   /* a name that nobody knows: a person must look */
	struct facts *none = document(at, "thuc-don.txt", DOC_UNKNOWN, NULL, (struct date){ 0 });
	none->document.cycle_year = 0;
	refused(at, r, none, (struct import_ask){ .unit = S("STP"), .accept = true }, ERR_INPUT, "Không tìm thấy gì");
	f->file.book = S("sheet");
	refused(at, r, f, (struct import_ask){ .unit = S("STP"), .accept = true }, ERR_INPUT, "bộ tiêu chí");
	record_gone(r);
}
AT_BOTH(not_taken)

/* Whoever sees a body need not import for it; a body is found by its names of before and by its rooms too. */
static void for_whom(struct at *at)
{
	struct proposal *p = NULL;
	struct facts *f = plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	OK(at, db_script(at->db, "INSERT INTO person (id, login, name, unit_id) VALUES (9, 'xem', 'Người Xem', 2);"
	                         "INSERT INTO role_held (id, person_id, body_id, role) VALUES (90, 9, 2, 'viewer');"
	                         "INSERT INTO unit_name (id, unit_id, name, folded, until_on) VALUES (9, 2, 'Ban Pháp chế', 'ban phap che', '2001-01-01');", &at->e));
	struct record *r = record_of(at, AT_ALL), *viewer = record_of(at, 9);
	refused(at, viewer, f, (struct import_ask){ .unit = S("STP"), .accept = true }, ERR_DENIED, "không có quyền");
	refused(at, viewer, f, (struct import_ask){ .unit = S("STP") }, ERR_DENIED, "không có quyền");
	REFUSED(at, import_facts(r, at->a, f, &(struct import_ask){ .unit = S("Sở Tư phạm") }, &p, &at->e), ERR_NOT_FOUND);
	assert_non_null(strstr(at->e.hint, "Sở Tư pháp"));
	const char *const names[] = { "ban pháp chế", "Văn phòng Sở", "#2" };
	for (size_t i = 0; i < COUNT(names); i++) {
		OK(at, import_facts(r, at->a, f, &(struct import_ask){ .unit = str_c(names[i]) }, &p, &at->e));
		assert_string_equal(p->unit.p, "Sở Tư pháp");
	}
	record_gone(r);
}
AT_BOTH(for_whom)

/* The statements ask again who it is, whatever the program before them let pass. */
static void scoped(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	taken(at, r, plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 }), true, NULL);
	struct had h;
	const struct had_of of = { at->db, at->a, AT_STRANGER, AT_BODY, 1 };
	OK(at, had_load(&of, &h, &at->e));
	assert_int_equal(h.findings.n + h.remedies.n + h.versions.n + (size_t)h.plan, 0);
	int64_t finding = had_of(at, 1).findings.at[0].id;
	struct actor stranger = at_who(AT_STRANGER);
	struct tx t;
	struct changed c = { 0 };
	OK(at, tx_begin(at->db, at->a, &stranger, S("import"), &t, &at->e));
	OK(at, db_change(&t, Q(import_plan_add, .body_id = v_int(AT_BODY), .who = v_int(AT_STRANGER), .cycle_id = v_int(2)), &c, &at->e));
	assert_int_equal(c.rows, 0);
	OK(at, db_change(&t, Q(import_finding_set, .id = v_int(finding), .who = v_int(AT_STRANGER), .text = v_null(), .cause = v_null(),
	                       .max = v_null(), .points = v_null(), .lost = v_null(), .note = v_null()), &c, &at->e));
	assert_int_equal(c.rows, 0);
	OK(at, tx_commit(&t, &at->e));
	record_gone(r);
}
AT_BOTH(scoped)

/* What fails near the end takes everything back. */
static void all_or_nothing(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = plan_of(at, "kehoach.txt", "12/KH-STP", (struct date){ 2026, 3, 2 });
	struct import_ask ask = { .unit = S("STP"), .accept = true };
	struct proposal *p = NULL;
	f->criteria.at[1].reason = S("hỏng\0giữa chừng");
	REFUSED(at, import_facts(r, at->a, f, &ask, &p, &at->e), ERR_INPUT);
	had_criteria none = { 0 };
	OK(at, had_load_criteria(at->db, at->a, 1, S("department"), &none, &at->e));
	struct had h = had_of(at, 1);
	assert_int_equal(none.n + h.findings.n + h.remedies.n + (size_t)h.plan, 0);
	assert_int_equal(logged(at), 0);
	f->criteria.at[1].reason = S("được");
	taken(at, r, f, true, NULL);
	assert_int_equal(had_of(at, 1).findings.n, 2);
	record_gone(r);
}
AT_BOTH(all_or_nothing)

/* -- how many statements ----------------------------------------------------------------------------- */

enum { MANY = 40, TO_PROPOSE = 24, TO_ACCEPT = 30 };             /* the second for each criterion, with log and search */

static void bounded(struct at *at)
{
	struct record *r = record_of(at, AT_ALL);
	struct facts *f = document(at, "kehoach.txt", DOC_PLAN, "12/KH-STP", (struct date){ 2026, 3, 2 });
	for (int i = 0; i < MANY; i++) {
		const char *name = str_fmt(at->a, "Tiêu chí thử số %d", i).p;
		mend(at, lost(at, f, str_fmt(at->a, "%d.%d", i / 10 + 1, i % 10 + 1).p, name, "1", "0,5"), name, "Quý II/2026", q2, "Văn phòng");
	}
	int64_t before = db_ran(at->db);
	taken(at, r, f, false, NULL);
	assert_in_range(db_ran(at->db) - before, 1, TO_PROPOSE);
	before = db_ran(at->db);
	taken(at, r, f, true, NULL);
	assert_in_range(db_ran(at->db) - before, MANY, MANY * TO_ACCEPT);
	print_message("accepting %d criteria: %d statements\n", MANY, (int)(db_ran(at->db) - before));
	before = db_ran(at->db);
	taken(at, r, f, true, NULL);
	assert_in_range(db_ran(at->db) - before, 1, TO_PROPOSE);
	before = db_ran(at->db);
	taken(at, r, f, false, NULL);
	assert_in_range(db_ran(at->db) - before, 1, TO_PROPOSE);
	record_gone(r);
}
AT_BOTH(bounded)

/* -- the samples, in every form ---------------------------------------------------------------------- */

struct sample { struct at *at; struct record *r; bool accept; const struct facts *seen; struct proposal *p; struct import_ask ask; };

static void texts_equal(const char *file, str code, const char *what, str want, str have)
{
	if (!str_eq(want, have))
		fail_msg("%s %.*s, %s: “%.*s”, in the record “%.*s”", file, SF(code), what, SF(want), SF(have));
}

/* What the record has of a document gives its criteria back. */
static void gives_back(struct at *at, const struct facts *f, int64_t who)
{
	had_criteria criteria = { 0 };
	struct had h;
	const struct had_of of = { at->db, at->a, who, AT_BODY, 1 };
	OK(at, had_load(&of, &h, &at->e));
	OK(at, had_load_criteria(at->db, at->a, 1, S("department"), &criteria, &at->e));
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		const struct had_finding *x = NULL;
		size_t at_finding = 0, n = 0;
		for (size_t k = 0; k < h.findings.n; k++)
			for (size_t j = 0; j < criteria.n; j++)
				if (criteria.at[j].id == h.findings.at[k].criterion && str_eq(criteria.at[j].code, c->code)) {
					x = &h.findings.at[k];
					at_finding = k;
				}
		if (!x)
			fail_msg("%s: %.*s is not in the record", f->file.name.p, SF(c->code));
		points p = 0;
		assert_int_equal(c->points.present, x->points.there);
		assert_true(!c->points.present || (points_of_figure(c->points, &p) && p == x->points.n));
		assert_true(!c->max.present || (points_of_figure(c->max, &p) && p == x->max.n));
		texts_equal(f->file.name.p, c->code, "reason", c->reason, x->text);
		for (size_t k = 0; k < c->remedies.n; k++) {
			bool found = false;
			for (size_t j = 0; j < h.remedies.n && !found; j++) {
				const struct had_remedy *y = &h.remedies.at[j];
				for (size_t l = 0; l < y->findings.n && !found; l++)
					found = y->findings.at[l] == at_finding && str_eq(y->text, c->remedies.at[k]) &&
					str_eq(y->lead, c->lead) &&
					        str_eq(y->due_text, c->due.text) && str_eq(y->due_to, date_iso(at->a, c->due.to));
			}
			if (!found)
				fail_msg("%s: %.*s has lost “%.*s”", f->file.name.p, SF(c->code), SF(c->remedies.at[k]));
			n++;
		}
		for (size_t j = 0; j < h.remedies.n; j++)
			for (size_t l = 0; l < h.remedies.at[j].findings.n; l++)
				n -= h.remedies.at[j].findings.at[l] == at_finding;
		if (n)
			fail_msg("%s: %.*s has other remedies", f->file.name.p, SF(c->code));
	}
}

static void examined(void *ctx, struct arena *a, str name, const struct facts *f, const struct err *e)
{
	struct sample *s = ctx;
	struct proposal *p = NULL;
	(void)a;
	if (!f)
		fail_msg("%.*s: %s", SF(name), e->message);
	OK(s->at, import_facts(s->r, s->at->a, f, &s->ask, &p, &s->at->e));
	s->p = p;
	if (s->accept)
		gives_back(s->at, f, AT_ALL);
}

/* Out of a real table: what points cannot hold is told, with its place, and the rest of the row is taken. */
static void too_fine(struct at *at)
{
	static const char text[] = "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
	                           "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Giải pháp |\n|---|---|---|---|---|\n"
	                           "| 1 | 1.1. Ban hành kế hoạch CCHC | 1 | 0,12345 | Ban hành sớm |\n";
	struct sample s = { .at = at, .r = record_of(at, AT_ALL) };
	const char *path = str_fmt(at->a, "%.*s/min.md", SF(s.r->dir)).p;
	s.ask = (struct import_ask){ .unit = S("STP"), .accept = true };
	OK(at, file_write(at->a, path, str_c(text), true, &at->e));
	examine(path, true, examined, &s);
	const struct proposed_row *row = row_of(s.p, PROPOSED_LEFT, "Tiêu chí 1.1", "điểm đạt");
	assert_non_null(row);
	assert_string_equal(row->place.p, "dòng 7, bảng 1, hàng 2");
	assert_non_null(strstr(row->note.p, "quá bốn chữ số thập phân"));
	struct had h = had_of(at, 1);
	assert_int_equal(h.findings.at[0].max.n, 10000);
	assert_false(h.findings.at[0].points.there);
	record_gone(s.r);
}
AT_BOTH(too_fine)

static const char *source(struct at *at, const char *path)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	return str_fmt(at->a, "%s/%s", root ? root : ".", path).p;
}

/* The forms that a plan or a report has, each in its text; then as Word and Markdown: all that is the same is the same. */
static void samples(struct at *at)
{
	static const char *const names[] = { "kehoach-sotuphap", "kehoach-xa", "kehoach-vanxuoi", "phuluc-6thang", "baocao-tab", "kehoach-phuong-utf16" };
	static const char *const forms[] = { "txt", "docx", "odt" };
	for (size_t i = 0; i < COUNT(names); i++) {
		struct at one;
		at_open(&one, db_kind(at->db));
		struct sample s = { .at = &one, .r = record_of(&one, AT_ALL), .accept = true };
		s.ask = (struct import_ask){ .unit = S("STP"), .year = 2025, .accept = true, .force = true };
		for (size_t k = 0; k < COUNT(forms); k++) {
			examine(source(&one, str_fmt(one.a, "tests/formats/%s.%s", names[i], forms[k]).p), true, examined, &s);
			assert_non_null(s.p);
			if (k && (s.p->count[PROPOSED_DIFFERENT] || (s.p->count[PROPOSED_NEW] && i != 0)))
				fail_msg("%s.%s: %zu new, %zu different", names[i], forms[k], s.p->count[PROPOSED_NEW], s.p->count[PROPOSED_DIFFERENT]);
			s.accept = false;
		}
		record_gone(s.r);
		at_close(&one);
	}
}
AT_BOTH(samples)

/* -- the seeds, where they are ----------------------------------------------------------------------- */

static size_t rows_of(const char *table, const char *seed)
{
	char line[4096], path[80];
	size_t n = 0;
	snprintf(path, sizeof path, "/work/shared/expected/%s.tsv", table);
	FILE *f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f))
		n += !strncmp(line, seed, 3) && line[3] == '\t';
	if (f)
		fclose(f);
	return n;
}

static void seeds(struct at *at)
{
	DIR *d = opendir("/work/shared/seeds");
	if (!d) {
		print_message("no seeds here\n");
		at_close(at);
		skip();
	}
	for (struct dirent *x; (x = readdir(d));) {
		if (x->d_name[0] == '.')
			continue;
		struct at one;
		at_open(&one, db_kind(at->db));
		struct sample s = { .at = &one, .r = record_of(&one, AT_ALL), .accept = true };
		s.ask = (struct import_ask){ .unit = S("STP"), .year = 2025, .accept = true, .force = true };
		examine(str_fmt(one.a, "/work/shared/seeds/%s", x->d_name).p, true, examined, &s);
		struct had h = had_of(&one, 1);
		size_t appraised = 0;
		for (size_t i = 0; i < h.findings.n; i++)
			appraised += str_eq(h.findings.at[i].origin, S("appraisal"));
		if (appraised != rows_of("criteria", x->d_name) || h.findings.n - appraised + h.requests.n < rows_of("findings", x->d_name))
			fail_msg("%s: %zu findings, %zu of them of the appraisal, %zu requests", x->d_name, h.findings.n, appraised, h.requests.n);
		record_gone(s.r);
		at_close(&one);
	}
	closedir(d);
}
AT_BOTH(seeds)

int app_import_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(once_and_again), AT_ROWS(side_by_side), AT_ROWS(by_hand), AT_ROWS(too_fine),
	                                    AT_ROWS(from_a_picture), AT_ROWS(totals),
	                                    AT_ROWS(scoped),
	                                    AT_ROWS(plan_then_report), AT_ROWS(rhythms), AT_ROWS(shortened), AT_ROWS(own_names),
		                            AT_ROWS(next_version), AT_ROWS(older_version), AT_ROWS(shared_remedy), AT_ROWS(two_years),
		                            AT_ROWS(not_taken), AT_ROWS(for_whom),
		                            AT_ROWS(all_or_nothing), AT_ROWS(bounded), AT_ROWS(samples), AT_ROWS(seeds) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
