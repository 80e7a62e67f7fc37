#include "web/view.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void test_json(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct view *v = view_open(a);
	view_text(v, "text", S("a\"<&'\\\n"));
	view_text(v, "empty", S(""));
	view_text(v, "no_text", (str){ 0 });
	view_count(v, "count", 12345);
	view_count(v, "no_count", -1);
	view_points(v, "points", 2280);
	view_points(v, "minus", -5000);
	view_points(v, "no_points", INT64_MIN);
	view_percent(v, "percent", 8125);
	view_percent(v, "no_percent", -1);
	view_day(v, "day", (struct date){ 2026, 6, 14 });
	view_day(v, "month", (struct date){ 2026, 6, 0 });
	view_day(v, "year", (struct date){ 2026, 0, 0 });
	view_day(v, "no_day", (struct date){ 0 });
	view_moment(v, "moment", S("2026-11-21T20:05:08Z"));
	view_yes(v, "yes", true);
	view_yes(v, "no", false);
	view_link(v, "link", S("/ton-tai?year=2026"));
	view_link(v, "no_link", S("//host/"));
	view_text(view_object(v, "object"), "a", S("b"));
	view_text(view_object(v, "object"), "c", S("d"));
	view_rows(v, "no_rows");
	view_count(view_row(v, "rows"), "n", 0);
	view_row(v, "rows");
	view_text(v, "count", S("again"));
	assert_string_equal(view_json(a, v).p,
		"{\"text\":\"a\\\"<&'\\\\\\n\",\"empty\":null,\"no_text\":null,\"count\":\"again\",\"no_count\":null,\"points\":\"0.228\","
		"\"minus\":\"-0.5\",\"no_points\":null,\"percent\":\"81.25\",\"no_percent\":null,\"day\":\"2026-06-14\",\"month\":\"2026-06\","
		"\"year\":\"2026\",\"no_day\":null,\"moment\":\"2026-11-21T20:05:08Z\",\"yes\":true,\"no\":false,\"link\":\"/ton-tai?year=2026\","
		"\"no_link\":null,\"object\":{\"a\":\"b\",\"c\":\"d\"},\"no_rows\":[],\"rows\":[{\"n\":0},{}]}\n");
}

/* A name of another kind, put again, becomes what was put last; a name is the same wherever its letters stand. */
static void test_again(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct view *v = view_open(a);
	char name[] = "person";
	view_text(v, "person", (str){ 0 });
	view_text(view_object(v, name), "name", S("An"));
	view_object(v, "rows");
	view_row(v, "rows");
	view_row(v, "rows");
	assert_string_equal(view_json(a, v).p, "{\"person\":{\"name\":\"An\"},\"rows\":[{},{}]}\n");
	struct view *more = view_open(a);
	view_count(more, "n", 1);
	view_text(more, "person", S("khác"));
	view_take(more, v);
	assert_string_equal(view_json(a, more).p, "{\"n\":1,\"person\":{\"name\":\"An\"},\"rows\":[{},{}]}\n");
	assert_null(view_find(v, S("perso")));
	assert_null(view_find(v, S("persons")));
	assert_null(view_find(v, S("")));
	assert_int_equal(view_find(v, S("person"))->kind, VIEW_OBJECT);
}

static void test_words(void **state)
{
	static const struct { struct view_value v; const char *people, *programs; } rows[] = {
		{ { .kind = VIEW_POINTS, .n = 0 }, "0", "0" }, { { .kind = VIEW_POINTS, .n = 17780 }, "1,778", "1.778" },
		{ { .kind = VIEW_POINTS, .n = -5000 }, "−0,5", "-0.5" }, { { .kind = VIEW_POINTS, .n = INT64_MAX }, "922337203685477,5807", "922337203685477.5807" },
		{ { .kind = VIEW_PERCENT, .n = 8125 }, "81,25", "81.25" }, { { .kind = VIEW_PERCENT, .n = 10000 }, "100,00", "100.00" },
		{ { .kind = VIEW_PERCENT, .n = 5 }, "0,05", "0.05" }, { { .kind = VIEW_COUNT, .n = 0 }, "0", "0" },
		{ { .kind = VIEW_COUNT, .n = INT64_MAX }, "9223372036854775807", "9223372036854775807" },
		{ { .kind = VIEW_DAY, .day = { 2026, 6, 4 } }, "04/06/2026", "2026-06-04" },
		{ { .kind = VIEW_DAY, .day = { 2026, 6, 0 } }, "06/2026", "2026-06" }, { { .kind = VIEW_DAY, .day = { 2026, 0, 0 } }, "2026", "2026" },
		{ { .kind = VIEW_MOMENT, .text = S("2026-11-21T13:05:08Z") }, "20:05 21/11/2026", "2026-11-21T13:05:08Z" },
		{ { .kind = VIEW_MOMENT, .text = S("2026-11-30T17:00:00Z") }, "00:00 01/12/2026", "2026-11-30T17:00:00Z" },
		{ { .kind = VIEW_MOMENT, .text = S("2027-12-31T23:59:59Z") }, "06:59 01/01/2028", "2027-12-31T23:59:59Z" },
		{ { .kind = VIEW_MOMENT, .text = S("2028-02-28T20:05:00Z") }, "03:05 29/02/2028", "2028-02-28T20:05:00Z" },
		{ { .kind = VIEW_MOMENT, .text = S("hôm qua") }, "hôm qua", "hôm qua" },
		{ { .kind = VIEW_MOMENT, .text = S("2026-11-21") }, "2026-11-21", "2026-11-21" },
		{ { .kind = VIEW_YES, .n = 1 }, "có", "true" }, { { .kind = VIEW_YES }, "không", "false" },
		{ { .kind = VIEW_LINK, .text = S("/x") }, "/x", "/x" },
	};
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(rows); i++) {
		char room[VIEW_ROOM];
		assert_string_equal(str_copy(a, view_words(room, &rows[i].v, true)).p, rows[i].people);
		assert_string_equal(str_copy(a, view_words(room, &rows[i].v, false)).p, rows[i].programs);
	}
}

static void test_addresses(void **state)
{
	static const struct { str s; bool own; } addresses[] = {
		{ S("/"), true }, { S("/ton-tai?unit=1&year=2026#a"), true }, { S("/tìm?q=a"), true }, { S(""), false }, { S("ton-tai"), false },
		{ S("//host"), false }, { S("/\\host"), false }, { S("/\t/host"), false }, { S("/\n/host"), false }, { S(" /x"), false },
		{ S("\\\\host"), false }, { S("javascript:alert(1)"), false }, { S("JaVaScRiPt:x"), false }, { S("data:text/html,x"), false },
		{ S("https://host/"), false }, { S("#x"), false }, { S("?x"), false }, { S("/a\0b"), false },
		{ S("/a b"), false }, { S("/a\x7F"), false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(addresses); i++)
		if (view_is_address(addresses[i].s) != addresses[i].own)
			fail_msg("%s", addresses[i].s.p);
}

int web_view_tests(void);
int web_view_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_json), cmocka_unit_test(test_again), cmocka_unit_test(test_words),
		cmocka_unit_test(test_addresses) };
	return cmocka_run_group_tests_name("web/view", tests, NULL, NULL);
}
