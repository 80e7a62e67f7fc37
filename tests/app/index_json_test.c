#include "app/index.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

/* As sets.md has it. */
#define SET "\"set\": {\"name\": \"Bộ A\", \"level\": \"xã\", \"year\": 2025, \"version\": 1, \"decision\": {\"number\": \"1/QĐ\", \"date\": \"2025-06-30\", " \
	    "\"issuer\": \"UBND\"}, \"decimals\": 3, \"rank\": \"competition\", \"not_applicable\": \"rescale\", \"bonus_max\": \"1\", \"penalty_max\": \"0\", " \
	    "\"compare\": \"exact\", \"classes\": [{\"name\": \"Tốt\", \"from\": \"80\", \"head\": null}, {\"name\": \"Kém\", \"from\": \"0\", \"head\": \"Yếu\"}]}"
#define FIELD "{\"code\": \"1\", \"parent\": null, \"name\": \"Lĩnh vực\", \"max\": null, \"rule\": null, \"inputs\": [], \"source\": null, " \
	      "\"none_arose\": null, \"evidence\": {\"text\": null, \"required\": false}, \"appraiser\": null, \"id\": null}"
#define LEAF "{\"code\": \"1.1\", \"parent\": \"1\", \"name\": \"Kế hoạch\", \"max\": \"1.5\", \"rule\": \"Có: điểm tối đa; không: 0 điểm\", " \
	     "\"inputs\": [\"có kế hoạch\"], \"source\": \"survey\", \"none_arose\": \"full\", \"evidence\": {\"text\": \"Kế hoạch\", \"required\": true}, " \
	     "\"appraiser\": \"Sở Nội vụ\", \"id\": \"k\"}"
#define WHOLE "{" SET ", \"criteria\": [" FIELD ", " LEAF "]}\n"
#define SHEET(unit, inputs, rows) "{\"sheet\": {\"unit\": " unit ", \"group\": null, \"inputs\": {" inputs "}, \"rows\": [" rows "]}}\n"
#define ROW "{\"code\": \"1.1\", \"applies\": true, \"why_not\": null, \"files\": 2, \"self\": \"1.5\", \"round1\": \"1.2\", \"reason1\": \"Chậm\", " \
	    "\"round2\": null, \"reason2\": null, \"explanation\": null, \"explanation2\": null}"

static struct criteria_set *set_of(struct arena *a)
{
	struct criteria_set *s;
	struct told t = { 0 };
	assert_true(set_parse(a, S(WHOLE), &s, &t));
	return s;
}

static void test_set(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct criteria_set *s = set_of(a);
	assert_string_equal(set_json(a, s).p, WHOLE);
	assert_int_equal(s->criteria.at[0].max, 15000);
	assert_int_equal(s->rank, RANK_COMPETITION);
	assert_non_null(s->criteria.at[1].rule);
}

static void test_sheet(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const struct criteria_set *s = set_of(a);
	struct sheet *t = NULL;
	struct told told = { 0 };
	static const char text[] = SHEET("\"Sở A\"", "\"có kế hoạch\": \"có\"", ROW);
	assert_true(sheet_parse(a, str_c(text), s, &t, &told));
	assert_string_equal(sheet_json(a, s, t).p, text);
	assert_int_equal(told.notes.n, 0);
	assert_true(sheet_parse(a, S(SHEET("null", "\"lạ\": \"3\"", "{\"code\": \"9\"}")), s, &t, &told));
	assert_int_equal(told.notes.n, 2);
	assert_int_equal(t->unknown.n, 2);
}

static void test_score(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const struct criteria_set *s = set_of(a);
	struct sheet *t = NULL;
	struct told told = { 0 };
	struct scoring g;
	struct err e = { 0 };
	assert_true(sheet_parse(a, S(SHEET("\"Sở A\"", "\"có kế hoạch\": \"có\"", ROW)), s, &t, &told) && score_prepare(a, s, &g, &e));
	struct index_scored scored = index_score(a, &g, t);
	str j = score_json(a, &scored);
	static const char *const parts[] = { "{\"score\": {\"unit\": \"Sở A\", \"total\": {\"points\": \"1.2\", \"max\": \"1.5\", \"full_max\": \"1.5\"",
		                             "\"percent\": \"80.00\", \"class\": \"Tốt\"", "\"fields\": [{\"code\": \"1\", \"points\": \"1.2\", \"max\": \"1.5\"}]",
		                             "{\"code\": \"1.1\", \"max\": \"1.5\", \"points\": \"1.2\", \"by\": \"round1\", \"why\": \"", "\"excluded\": false}" };
	for (size_t i = 0; i < COUNT(parts); i++) {
		if (!strstr(j.p, parts[i]))
			print_message("%s", j.p);
		assert_non_null(strstr(j.p, parts[i]));
	}
}

static void test_ranking(void **state)
{
	(void)state;
	static const char text[] = "{\"ranking\": [{\"group\": \"Sở\", \"size\": 2, \"rows\": [{\"name\": \"A\", \"max\": \"71.5\", \"points\": \"69.25\", "
	                           "\"percent\": \"96.85\", \"rank\": 1, \"class\": \"Tốt\", \"head\": \"Tốt\"}, {\"name\": \"B\", \"max\": \"100\", "
	                           "\"points\": \"80\", \"percent\": \"80.00\", \"rank\": 2, \"class\": \"Tốt\", \"head\": \"Khá\"}]}]}\n";
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	standings all = { 0 };
	struct told t = { 0 };
	assert_true(ranking_parse(a, str_c(text), &all, &t));
	struct standing **at = make_n(a, struct standing *, all.n + 1);
	index_rank(a, set_of(a), &all, at);
	assert_string_equal(ranking_json(a, at, all.n).p, text);
}

static const struct { const char *what, *text, *wrong; } wrong_sets[] = {
	{ "broken", "{\"set\": ", "Không đọc được JSON: sai từ dòng 1" },
	{ "twice", "{\"set\": {}, \"set\": {}}", "Không đọc được JSON" },
	{ "something else", "{\"sheet\": {}}", "không có “set”" },
	{ "no criteria", "{" SET "}", "“criteria” phải có từ 1 đến" },
	{ "decimals", "{\"set\": {\"decimals\": 7}, \"criteria\": [" LEAF "]}", "set.decimals: phải là số nguyên từ 0 đến 4" },
	{ "a float", "{\"set\": {}, \"criteria\": [{\"code\": \"1\", \"max\": 1.5}]}", "criteria[0].max: phải là số điểm" },
	{ "a wrong maximum", "{\"set\": {}, \"criteria\": [{\"code\": \"1\", \"max\": \"x\"}]}", "criteria[0].max: “x” không phải là số điểm" },
	{ "no code", "{\"set\": {}, \"criteria\": [{\"max\": \"1\"}]}", "criteria[0]: thiếu mã" },
	{ "a parent after its child", "{\"set\": {}, \"criteria\": [{\"code\": \"1.1\", \"parent\": \"1\"}, {\"code\": \"1\"}]}", "criteria[0].parent: “1” không phải là mã" },
	{ "a choice", "{\"set\": {\"rank\": \"best\"}, \"criteria\": [" FIELD "]}", "set.rank: “best”" },
	{ "a date", "{\"set\": {\"decision\": {\"date\": \"2025-13-01\"}}, \"criteria\": [" FIELD "]}", "decision.date: “2025-13-01”" },
	{ "a name", "{\"set\": {\"name\": 3}, \"criteria\": [" FIELD "]}", "set.name: phải là chuỗi" },
};

static bool says(const strs *list, const char *what)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_find(list->at[i], str_c(what), 0) < list->at[i].n)
			return true;
	for (size_t i = 0; i < list->n; i++)
		print_message("  %.*s\n", SF(list->at[i]));
	return false;
}

static void test_wrong_sets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong_sets); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct told t = { 0 };
		struct criteria_set *s;
		if (set_parse(a, str_c(wrong_sets[i].text), &s, &t) || !says(&t.wrong, wrong_sets[i].wrong))
			print_message("%s\n", wrong_sets[i].what);
		assert_true(t.wrong_n && says(&t.wrong, wrong_sets[i].wrong));
	}
}

static const struct { const char *what, *text, *wrong; } wrong_sheets[] = {
	{ "above", SHEET("null", "", "{\"code\": \"1.1\", \"self\": \"2\"}"), "rows[0].self: 2 lớn hơn điểm tối đa 1,5 của tiêu chí 1.1" },
	{ "negative", SHEET("null", "", "{\"code\": \"1.1\", \"self\": \"-1\"}"), "rows[0].self: “-1”" },
	{ "twice", SHEET("null", "", "{\"code\": \"1.1\"}, {\"code\": \"1.1\"}"), "rows[1]: mã 1.1 có hai lần" },
	{ "no reason", SHEET("null", "", "{\"code\": \"1.1\", \"applies\": false}"), "phải có lý do" },
	{ "applies", SHEET("null", "", "{\"code\": \"1.1\", \"applies\": \"x\"}"), "rows[0].applies: “x” không phải là true hoặc false" },
	{ "files", SHEET("null", "", "{\"code\": \"1.1\", \"files\": -1}"), "rows[0].files" },
	{ "an input", SHEET("null", "\"có kế hoạch\": true", ""), "sheet.inputs.có kế hoạch: phải là chuỗi" },
};

static void test_wrong_sheets(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong_sheets); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		const struct criteria_set *s = set_of(a);
		struct told t = { 0 };
		struct sheet *sheet;
		if (sheet_parse(a, str_c(wrong_sheets[i].text), s, &sheet, &t) || !says(&t.wrong, wrong_sheets[i].wrong))
			print_message("%s\n", wrong_sheets[i].what);
		assert_true(t.wrong_n && says(&t.wrong, wrong_sheets[i].wrong));
	}
}

int app_index_json_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set), cmocka_unit_test(test_sheet), cmocka_unit_test(test_score), cmocka_unit_test(test_ranking),
		cmocka_unit_test(test_wrong_sets), cmocka_unit_test(test_wrong_sheets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
