#include "app/examine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

/* A little of everything, and of everything the awkward form. */
static struct facts *full(struct arena *a)
{
	struct facts *f = make(a, struct facts);
	struct source line = { .line = 7 }, page = { .page = 3, .table = 1, .row = 7 };
	f->file.name = S("a \"b\"\xFF.txt");
	f->file.sha256 = "00ff";
	f->file.reader = "text";
	f->document = (struct document){
		.kind = DOC_PLAN,
		.number = S("102/KH-SNgV"),
		.issuer = S("Sở Ngoại vụ"),
		.date = { 2026, 6, 0 },
		.cycle_year = 2025,
		.symbol = S("KH-SNgV"),
		.period_from = { 2023, 12, 15 },
		.period_to = { 2024, 6, 14 },
		.source = line,
	};
	f->document.attached_to.present = true;
	f->document.attached_to.kind = DOC_REPORT;
	f->document.signatory.present = true;
	f->document.signatory.title = S("GIÁM ĐỐC");
	*vec_add(a, &f->document.recipients) = S("UBND tỉnh (để b/c)");
	*vec_add(a, &f->document.recipients) = S("");
	*vec_add(a, &f->document.cites) = (struct cite){ .number = S("3031/SNV"), .role = CITE_EVIDENCE, .source = line };
	f->result = (struct result){ .present = true, .points = figure_parse(S("70.301")), .max = figure_parse(S("95.250")),
		.printed_lost = figure_parse(S("24,95")), .rank = 18, .group_size = 23, .criteria_lost = 40, .source = line };
	*vec_add(a, &f->fields) = (struct field){
		.code = S("1"), .name = S("Chỉ đạo"), .printed_lost = figure_parse(S("4.50")), .source = page
	};
	*vec_add(a, &f->fields.at[0].tasks) = (struct text_at){ S("việc"), line };
	struct criterion *c = vec_add(a, &f->criteria);
	*c = (struct criterion){
		.code = S("7a.3.3.3"),
		.field = S("7a"),
		.max = figure_parse(S("0.50")),
		.points = figure_parse(S("0,272")),
		.printed_lost = figure_parse(S("- 0,228")),
		.reason = S("dòng một\ndòng hai\x01"),
		.leaf = true,
		.due = { S("Quý II/2026"), DUE_QUARTER, { 2026, 4, 1 }, { 2026, 6, 30 }, line },
		.progress = { S("Đã xong"), STATUS_DONE, line },
		.source = line
	};
	*vec_add(a, &c->remedies) = S("x");
	*vec_add(a, &c->targets) = (struct target){ S("từ 95% trở lên"), OP_GE, figure_make(95, 0), UNIT_PERCENT, line };
	*vec_add(a, &c->measures) = (struct measure){ .text = S("90.63%"),
		                                      .value = figure_parse(S("90.63")),
		                                      .origin = ORIGIN_PROGRESS,
		                                      .source = line };
	*vec_add(a, &f->findings) = (struct finding){ FINDING_INSPECTION, S("thiếu"), { S("chưa"), STATUS_NOT_DONE, line }, line };
	*vec_add(a, &f->requests) = (struct text_at){ S("đề nghị"), line };
	*vec_add(a, &f->duties) = (struct duty){ S("Văn phòng"), S("theo dõi"), CADENCE_MONTHLY, S("UBND"), line };
	*vec_add(a, &f->aims) = (struct aim){ AIM_REQUIREMENT, S("kịp thời"), line };
	*vec_add(a, &f->remarks) = (struct text_at){ S("đã"), line };
	*vec_add(a, &f->checks) = (struct check_result){ "sum", S("total"), S("24.95"), S("24.949"), S("câu"), SEVERITY_ERROR, line };
	return f;
}

static const char *const parts[] = {
	"{\"file\": {\"name\": \"a \\\"b\\\"\xEF\xBF\xBD.txt\", \"sha256\": \"00ff\", \"reader\": \"text\", \"ocr\": false, \"notes\": []}, \"document\": {\"kind\": \"plan\", ",
	"\"number\": \"102/KH-SNgV\", \"issuer\": \"Sở Ngoại vụ\", \"parent\": null, \"place\": null, \"date\": \"2026-06\", ",
	"\"cycle_year\": 2025, ",
	"\"role\": \"evidence\", \"criterion\": null, \"source\": {\"line\": 7}}",
	"\"as_of\": null, \"period\": {\"from\": \"2023-12-15\", \"to\": \"2024-06-14\"}, ",
	"\"attached_to\": {\"kind\": \"report\", \"symbol\": null, \"date\": null}, ",
	"\"signatory\": {\"authority\": null, \"title\": \"GIÁM ĐỐC\", \"name\": null}, \"recipients\": [\"UBND tỉnh (để b/c)\", \"\"]",
	"\"result\": {\"points\": \"70.301\", \"max\": \"95.250\", \"lost\": \"24.949\", \"printed_lost\": \"24.95\", \"percent\": null, ",
	"\"rank\": 18, \"group_size\": 23, \"criteria_lost\": 40, \"source\": {\"line\": 7}}",
	"\"lost\": null, \"lead\": null, \"support\": [], \"due\": null, ",
	"\"printed_lost\": \"4.50\", \"source\": {\"page\": 3, \"table\": 1, \"row\": 7}}",
	"\"max\": \"0.50\", \"points\": \"0.272\", \"lost\": \"0.228\", \"printed_lost\": \"0.228\", \"reason\": \"dòng một\\ndòng hai\\u0001\", \"cause\": null, \"remedies\": [\"x\"]",
	"\"due\": {\"text\": \"Quý II/2026\", \"kind\": \"quarter\", \"from\": \"2026-04-01\", \"to\": \"2026-06-30\", ",
	"\"progress\": {\"text\": \"Đã xong\", \"status\": \"done\", ",
	"\"leaf\": true, \"note\": null, ",
	"\"op\": \"ge\", \"value\": \"95\", \"unit\": \"percent\", ",
	"\"value\": \"90.63\", \"unit\": \"percent\", \"done\": null, \"of\": null, \"from\": null, \"to\": null, \"origin\": \"progress\"",
	"\"findings\": [{\"origin\": \"inspection\", \"text\": \"thiếu\", \"progress\": {\"text\": \"chưa\", \"status\": \"not_done\"",
	"\"requests\": [{\"text\": \"đề nghị\", ",
	"\"duties\": [{\"unit\": \"Văn phòng\", \"text\": \"theo dõi\", \"cadence\": \"monthly\", \"report_to\": \"UBND\"",
	"\"aims\": [{\"kind\": \"requirement\", ",
	"\"remarks\": [{\"text\": \"đã\"",
	"\"checks\": [{\"check\": \"sum\", \"where\": \"total\", \"printed\": \"24.95\", \"computed\": \"24.949\", \"severity\": \"error\", \"message\": \"câu\", \"source\": {\"line\": 7}}]}\n",
};

static void test_print(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	str json = facts_json(a, full(a));
	for (size_t i = 0; i < COUNT(parts); i++)
		if (str_find(json, str_c(parts[i]), 0) == json.n)
			fail_msg("not printed: %s\nin: %s", parts[i], json.p);
	assert_int_equal(str_find(json, S("\n"), 0), json.n - 1);
	arena_free(a);
}

static void test_round_trip(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	struct facts *empty = make(a, struct facts), *all[] = { full(a), empty };
	for (size_t i = 0; i < COUNT(all); i++) {
		struct facts *back = NULL;
		struct err e = { 0 };
		str json = facts_json(a, all[i]);
		if (!facts_parse(a, json, &back, &e))
			fail_msg("%s", e.message);
		assert_true(str_eq(facts_json(a, back), json));
	}
	assert_true(str_find(facts_json(a, empty), S("\"result\": null, \"fields\": [], "), 0) < facts_json(a, empty).n);
	arena_free(a);
}

static void test_read_back(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	struct facts *f = NULL;
	struct err e = { 0 };
	assert_true(facts_parse(a, facts_json(a, full(a)), &f, &e));
	struct criterion *c = facts_criterion(f, S("7a.3.3.3"));
	assert_non_null(c);
	assert_int_equal(c->max.digits, 50);
	assert_int_equal(c->max.scale, 2);
	assert_int_equal(c->due.kind, DUE_QUARTER);
	assert_int_equal(c->due.to.day, 30);
	assert_int_equal(c->progress.status, STATUS_DONE);
	assert_int_equal(c->source.line, 7);
	assert_true(f->result.present && f->document.attached_to.present && c->leaf);
	assert_int_equal(f->checks.at[0].severity, SEVERITY_ERROR);
	assert_int_equal(f->document.period_to.month, 6);
	arena_free(a);
}

static const struct { const char *json, *says; } refused[] = {
	{ "", "dòng" },
	{ "{", "dòng" },
	{ "[]", "facts" },
	{ "{\"fields\": {}}", "fields" },
	{ "{\"fields\": [1]}", "fields" },
	{ "{\"criteria\": [{\"max\": 1.5}]}", "max" },
	{ "{\"criteria\": [{\"max\": \"1.5 điểm\"}]}", "max" },
	{ "{\"criteria\": [{\"leaf\": 1}]}", "leaf" },
	{ "{\"criteria\": [{\"remedies\": [1]}]}", "remedies" },
	{ "{\"document\": {\"kind\": \"poem\"}}", "kind" },
	{ "{\"document\": {\"date\": \"2026-13\"}}", "date" },
	{ "{\"document\": {\"date\": \"14/6/2024\"}}", "date" },
	{ "{\"document\": {\"date\": \"2026-6-1\"}}", "date" },
	{ "{\"document\": {\"date\": \"\"}}", "date" },
	{ "{\"document\": {\"cycle_year\": \"2025\"}}", "cycle_year" },
	{ "{\"result\": {\"rank\": -1}}", "rank" },
	{ "{\"result\": {\"source\": {\"line\": 99999999999}}}", "source" },
	{ "{\"file\": \"x\"}", "file" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(16 << 20);
		struct facts *f = NULL;
		struct err e = { 0 };
		if (facts_parse(a, str_c(refused[i].json), &f, &e))
			fail_msg("accepted: %s", refused[i].json);
		assert_null(f);
		assert_int_equal(e.code, ERR_FORMAT);
		assert_non_null(strstr(e.message, refused[i].says));
		arena_free(a);
	}
}

/* Names that a later version adds are passed over; those that are missing are absent. */
static void test_other_versions(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	struct facts *f = NULL;
	struct err e = { 0 };
	assert_true(facts_parse(a, S("{\"later\": {\"x\": [1]}, \"criteria\": [{\"code\": \"1.1\", \"colour\": \"red\"}]}"), &f, &e));
	assert_int_equal(f->criteria.n, 1);
	assert_false(f->criteria.at[0].max.present);
	arena_free(a);
}

static void test_checks(void **state)
{
	(void)state;
	struct arena *a = arena_open(16 << 20);
	str json = checks_json(a, full(a));
	assert_true(str_starts(json, S("{\"file\": {\"name\": ")));
	assert_true(str_find(json, S(", \"checks\": [{\"check\": \"sum\", "), 0) < json.n);
	assert_int_equal(str_find(json, S("criteria"), 0), json.n);
	arena_free(a);
}

int app_facts_json_tests(void);
int app_facts_json_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_print),          cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_read_back),      cmocka_unit_test(test_refused),
		cmocka_unit_test(test_other_versions), cmocka_unit_test(test_checks),
	};
	return cmocka_run_group_tests_name("app/facts_json", tests, NULL, NULL);
}
