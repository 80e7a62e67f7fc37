/* Sentences with places and brackets; days, deadlines, states and periods in words. */
#include "report/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 26)

static void same(str have, const char *want)
{
	if (!str_eq(have, str_c(want)))
		fail_msg("have [%.*s]\nwant [%s]", SF(have), want);
}

/* -- sentences ----------------------------------------------------------------------------------------- */

/* The office's own wording of plan_intro, and what it says of a body that is known and a year that is not. */
static const struct { const char *own, *want; } sentences[] = {
	{ "{issuer} lập kế hoạch", "Sở A lập kế hoạch" },
	{ "Kế hoạch[ năm {year}] của {issuer}", "Kế hoạch của Sở A" },
	{ "[{issuer}[, năm {year}],] lập", "Sở A, lập" },
	{ "[[{year}]]x", "x" },
	{ "{none}{unknown}", "" },
	{ "x]y", "x]y" },
	{ "x]]y[", "x]]y" },
	{ "[x", "x" },
	{ "{issuer", "Sở A" },
	{ "{", "" },
	{ "", "" },
};

static void test_sentences(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts f = { .document = { .issuer = S("Sở A") } };
	for (size_t i = 0; i < COUNT(sentences); i++) {
		struct report_in in = { .facts = &f };
		*vec_add(a, &in.words) = (struct report_word){ S("plan_intro"), str_c(sentences[i].own) };
		struct writer w = writer_open(a, &in);
		same(sentence(&w, WORD_plan_intro), sentences[i].want);
	}
}

/* Each of ours, with nothing known and with all: no bracket or place is left. */
static void test_ours(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts none = { 0 }, all = { .document = { .issuer = S("Sở A"), .parent = S("UBND tỉnh"), .cycle_year = 2025, .as_of = { 2026, 6, 14 },
		                                         .period_from = { 2025, 12, 15 }, .period_to = { 2026, 6, 14 } } };
	for (int k = 0; k < 2; k++) {
		struct report_in in = { .facts = k ? &all : &none };
		struct writer w = writer_open(a, &in);
		for (enum word_id id = 0; id < WORDS; id++) {
			str s = sentence(&w, id);
			assert_true(word_at(id).name.n > 0);
			for (size_t i = 0; i < s.n; i++)
				if (strchr("[]{}", s.p[i]))
					fail_msg("%.*s: [%.*s]", SF(word_at(id).name), SF(s));
		}
	}
}

static void test_lines(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct report_in in = { 0 };
	*vec_add(a, &in.words) = (struct report_word){ S("basis"), S("Căn cứ A;\n\n  Căn cứ B \n") };
	struct writer w = writer_open(a, &in);
	strs lines = sentence_lines(&w, WORD_basis);
	assert_int_equal(lines.n, 2);
	same(lines.at[0], "Căn cứ A;");
	same(lines.at[1], "Căn cứ B");
	assert_int_equal(sentence_lines(&w, WORD_purposes).n, 0);
}

/* -- days, deadlines, states, periods ------------------------------------------------------------------ */

static void test_dates(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	same(word_date(a, (struct date){ 2026, 1, 5 }), "ngày 05 tháng 01 năm 2026");
	same(word_date(a, (struct date){ 2026, 3, 10 }), "ngày 10 tháng 3 năm 2026");
	same(word_date(a, (struct date){ 2026, 6, 0 }), "ngày      tháng 6 năm 2026");
	same(word_date(a, (struct date){ 0 }), "ngày      tháng      năm         ");
}

static const struct { struct due due; const char *want; } dues[] = {
	{ { .text = S("Quý II"), .kind = DUE_QUARTER }, "Quý II" },
	{ { .kind = DUE_ONGOING }, "Thường xuyên" },
	{ { .kind = DUE_YEAR, .to = { 2026, 12, 31 } }, "Năm 2026" },
	{ { .kind = DUE_QUARTER, .to = { 2026, 9, 30 } }, "Quý III/2026" },
	{ { .kind = DUE_QUARTER }, "" },
	{ { .kind = DUE_MONTH, .to = { 2026, 6, 30 } }, "Tháng 6/2026" },
	{ { .kind = DUE_DATE, .to = { 2026, 9, 30 } }, "Trước ngày 30/09/2026" },
	{ { .kind = DUE_DATE }, "" },
	{ { .kind = DUE_NONE }, "" },
};

static void test_dues(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(dues); i++)
		same(word_due(a, &dues[i].due), dues[i].want);
}

static void test_states(void **state)
{
	(void)state;
	same(word_progress(&(struct progress){ .status = STATUS_NONE }), "");
	same(word_progress(&(struct progress){ .status = STATUS_UNKNOWN }), "");
	same(word_progress(&(struct progress){ .status = STATUS_NOT_DONE }), "Chưa thực hiện");
	same(word_progress(&(struct progress){ .status = STATUS_IN_PROGRESS }), "Đang triển khai thực hiện");
	same(word_progress(&(struct progress){ .status = STATUS_DONE }), "Đã hoàn thành");
	same(word_progress(&(struct progress){ .text = S("Xong"), .status = STATUS_DONE }), "Xong");
}

static const struct { struct date from, to; const char *want; } periods[] = {
	{ { 2025, 12, 15 }, { 2026, 3, 14 }, "quý I năm 2026" },
	{ { 2026, 9, 15 }, { 2026, 12, 14 }, "quý IV năm 2026" },
	{ { 2025, 12, 15 }, { 2026, 6, 14 }, "6 tháng đầu năm 2026" },
	{ { 2025, 12, 15 }, { 2026, 9, 14 }, "9 tháng đầu năm 2026" },
	{ { 2025, 12, 15 }, { 2026, 12, 14 }, "cả năm 2026" },
	{ { 2026, 4, 15 }, { 2026, 5, 14 }, "tháng 5 năm 2026" },
	{ { 2026, 1, 1 }, { 2026, 5, 14 }, "" },
	{ { 0 }, { 2026, 5, 14 }, "" },
};

static void test_periods(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(periods); i++)
		same(word_period(a, periods[i].from, periods[i].to), periods[i].want);
}

int report_words_tests(void);
int report_words_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences), cmocka_unit_test(test_ours), cmocka_unit_test(test_lines), cmocka_unit_test(test_dates),
		cmocka_unit_test(test_dues), cmocka_unit_test(test_states), cmocka_unit_test(test_periods),
	};
	return cmocka_run_group_tests_name("report/words", tests, NULL, NULL);
}
