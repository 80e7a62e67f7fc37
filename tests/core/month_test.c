#include "core/month.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 20, YEAR = 2026, MOST = 4 };

static const struct date june_20 = { 2026, 6, 20 };      /* the period of month 7 runs */

/* A cell as a letter: d i n u told, - missing, o open, > ahead, . free. Then the months that are late, and the one of the due. */
#define D STATUS_DONE
#define I STATUS_IN_PROGRESS
#define N STATUS_NOT_DONE
#define U STATUS_UNKNOWN
static const struct { const char *what; struct date begins, due; struct month_telling told[MOST]; const char *cells, *late; int due_in;
                      const char *checks; } rows[] = {
	{ "nothing told", { 2026, 2, 10 }, { 2026, 3, 31 }, { { { 0 } } }, ".-----o>>>>>", "...xxxx.....", 3, "1000 1001 1001 ----" },
	{ "told within the period", { 2026, 1, 5 }, { 2026, 12, 31 }, { { { 2026, 2, 14 }, I, 10 } }, "-i----o>>>>>", "............", 12, "1100 1000 1000 ----" },
	{ "told on the 15th: the next month", { 2026, 1, 5 }, { 0 }, { { { 2026, 2, 15 }, I, 10 } }, "--i---o>>>>>", "............", 0, "1100 1000 1000 ----" },
	{ "of two in a month the later", { 2026, 1, 5 }, { 0 }, { { { 2026, 2, 1 }, I, 10 }, { { 2026, 2, 3 }, N, 0 } }, "-n----o>>>>>", "............", 0,
	  "1100 1000 1000 ----" },
	{ "done: nobody is asked any more", { 2026, 1, 5 }, { 2026, 3, 31 }, { { { 2026, 1, 20 }, I, 50 }, { { 2026, 3, 30 }, D, 100 } }, "-i-d........",
	  "............", 3, "1100 1110 1010 ----" },
	{ "done on its last day is not late", { 2026, 4, 1 }, { 2026, 5, 14 }, { { { 2026, 5, 14 }, D, 100 } }, "...-d.......", "............", 5,
	  "---- 1110 1010 ----" },
	{ "done a day late within the period is not late at its end", { 2026, 4, 1 }, { 2026, 5, 13 }, { { { 2026, 5, 14 }, D, 100 } }, "...-d.......",
	  "............", 5, "---- 1110 1010 ----" },
	{ "done too late", { 2026, 3, 20 }, { 2026, 3, 31 }, { { { 2026, 4, 10 }, I, 50 }, { { 2026, 5, 20 }, D, 100 } }, "...i-d......", "...xx.......", 3,
	  "---- 1110 1010 ----" },
	{ "opened again", { 2026, 1, 5 }, { 2026, 3, 31 }, { { { 2026, 3, 10 }, D, 100 }, { { 2026, 5, 10 }, I, 80 } }, "--d.i-o>>>>>", "....xxx.....", 3,
	  "1110 1101 1001 ----" },
	{ "told before the plan was issued", { 2026, 4, 20 }, { 0 }, { { { 2026, 2, 1 }, U, -1 } }, ".u..--o>>>>>", "............", 0, "---- 1000 1000 ----" },
	{ "told in the last year: it stands, no month of this one", { 0 }, { 2026, 1, 31 }, { { { 2025, 12, 14 }, D, 100 } }, "............",
	  "............", 1, "1010 1010 1010 ----" },
	{ "issued in a month without a day: by its end", { 2026, 2, 0 }, { 0 }, { { { 0 } } }, "..----o>>>>>", "............", 0, "1000 1000 1000 ----" },
	{ "due today is not late", { 2026, 6, 1 }, { 2026, 6, 20 }, { { { 0 } } }, ".....-o>>>>>", "............", 6, "---- 1000 1000 ----" },
	{ "due yesterday", { 2026, 6, 1 }, { 2026, 6, 19 }, { { { 0 } } }, ".....-o>>>>>", "......x.....", 6, "---- 1000 1001 ----" },
	{ "due in another year", { 2026, 6, 1 }, { 2027, 6, 19 }, { { { 0 } } }, ".....-o>>>>>", "............", 0, "---- 1000 1000 ----" },
	{ "told in the period that runs", { 2026, 6, 1 }, { 0 }, { { { 2026, 6, 15 }, I, 5 } }, ".....-i>>>>>", "............", 0, "---- 1000 1100 ----" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct month_line l = { .begins = rows[i].begins, .due = rows[i].due, .told = rows[i].told };
		struct month_cell c[MONTHS];
		struct month_check q[QUARTERS];
		char cells[MONTHS + 1] = "", late[MONTHS + 1] = "", checks[20] = "";
		int due_in = 0;
		while (l.n < MOST && l.told[l.n].on.year)
			l.n++;
		month_cells(&l, YEAR, june_20, c);
		for (int k = 0; k < MONTHS; k++) {
			cells[k] = c[k].kind == MONTH_TOLD ? ".unid"[c[k].state] : ".?-o>"[c[k].kind];
			late[k] = c[k].late ? 'x' : '.';
			due_in = c[k].due.year ? k + 1 : due_in;
		}
		month_checks_open(YEAR, june_20, q);
		for (int k = 0; k < QUARTERS; k++) {
			month_check(&l, june_20, &q[k]);
			assert_int_equal(q[k].untold, q[k].all && !q[k].told && !q[k].done);
			snprintf(checks + 5 * k, sizeof checks - 5 * (size_t)k, q[k].all ? "%d%d%d%d " : "----",
			         q[k].all, q[k].told, q[k].done, q[k].late);
			if (!q[k].all && k < QUARTERS - 1)
				checks[5 * k + 4] = ' ';
		}
		if (strcmp(cells, rows[i].cells) || strcmp(late, rows[i].late) || due_in != rows[i].due_in ||
		    strcmp(checks, rows[i].checks))
			fail_msg("%s:\n%s\n%s due %d\n%s", rows[i].what, cells, late, due_in, checks);
	}
}

static const struct { struct date today; int now, begun, over; } days[] = {
	{ { 2025, 12, 14 }, -1, 0, 0 }, { { 2025, 12, 15 }, 0, 1, 0 }, { { 2026, 1, 14 }, 0, 1, 0 }, { { 2026, 1, 15 }, 1, 1, 0 },
	{ { 2026, 3, 14 }, 2, 1, 0 }, { { 2026, 3, 15 }, 3, 2, 1 }, { { 2026, 12, 14 }, 11, 4, 3 },
	{ { 2026, 12, 15 }, -1, 4, 4 }, { { 0 }, -1, 0, 0 },
};

static void test_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct month_check q[QUARTERS];
		int begun = 0, over = 0;
		month_checks_open(YEAR, days[i].today, q);
		for (int k = 0; k < QUARTERS; k++) {
			begun += q[k].begun;
			over += q[k].over;
		}
		if (month_now(YEAR, days[i].today) != days[i].now || begun != days[i].begun || over != days[i].over)
			fail_msg("row %zu: %d %d %d", i, month_now(YEAR, days[i].today), begun, over);
	}
}

int core_month_tests(void);
int core_month_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_days) };
	return cmocka_run_group_tests_name("core_month", tests, NULL, NULL);
}
