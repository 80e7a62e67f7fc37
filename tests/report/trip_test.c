/* Facts into every kind of official document and out of it again: facts by chance, of our samples, and of the seeds where they are. */
#include "chance.h"
#include "trip.h"
#include "app/examine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)
enum { BY_CHANCE = 10 };

static void every_way(struct arena *a, const struct report_kind *kind, const struct facts *f, const char *what)
{
	const struct renderer *how[TRIP_WAYS];
	size_t n = trip_ways(how);
	for (size_t i = 0; i < n; i++) {
		struct buf said = buf_open(a);
		if (!trip(a, kind, f, how[i], &said))
			fail_msg("%s, %s, %s:\n%.*s", what, kind->name, how[i] ? how[i]->name : "tree", SF(buf_str(&said)));
	}
}

static void test_chance(void **state)
{
	(void)state;
	struct report_kinds kinds = reports_all();
	for (uint64_t seed = 1; seed <= BY_CHANCE; seed++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		const struct facts *f = chance_facts(a, seed);
		for (size_t i = 0; i < kinds.n; i++)
			if (kinds.at[i]->needs == NEEDS_FACTS)
				every_way(a, kinds.at[i], f, str_fmt(a, "seed %d", (int)seed).p);
	}
}

/* What each document was read as, and the kinds that its form fits. */
static const struct { const char *path; const struct report_kind *kinds[6]; } documents[] = {
	{ "samples/kehoach-sotuphap.md", { &report_plan_fields, &report_plan_criteria } },
	{ "samples/phuluc-6thang.txt", { &report_annex } },
	{ "samples/baocao-tab.txt", { &report_result, &report_periodic } },
	{ "samples/baocao-nfd.md", { &report_result, &report_periodic } },
	{ "samples/kehoach-xa.txt", { &report_plan_commune, &report_plan_fields } },
	{ "samples/kehoach-vanxuoi.txt", { &report_plan_criteria, &report_plan_fields } },
	{ "samples/kehoach-phuong-utf16.txt", { &report_plan_criteria, &report_plan_fields } },
	{ "../shared/seeds/000_bd83a99ce3ac08d5.txt", { &report_annex } },
	{ "../shared/seeds/001_b3b9bb36ea4a610c.txt", { &report_plan_fields, &report_plan_criteria } },
	{ "../shared/seeds/002_568b83442a8fbec4.txt", { &report_result } },
	{ "../shared/seeds/003_49f824e9cfbd54f1.txt", { &report_plan_commune } },
	{ "../shared/seeds/004_f3accc6a769a6063.txt", { &report_plan_criteria, &report_plan_fields } },
};

static void of_document(void *ctx, struct arena *a, str name, const struct facts *f, const struct err *e)
{
	const struct report_kind *const *kinds = ctx;
	if (!f)
		fail_msg("%.*s: %s", SF(name), e->message);
	for (size_t i = 0; kinds[i]; i++)
		every_way(a, kinds[i], f, str_copy(a, name).p);
}

static size_t of_documents(const char *folder)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	size_t n = 0;
	for (size_t i = 0; i < COUNT(documents); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		const char *path = str_fmt(a, "%s/%s", root ? root : ".", documents[i].path).p;
		if (!str_starts(str_c(documents[i].path), str_c(folder)) || access(path, R_OK))
			continue;
		examine(path, false, of_document, (void *)(uintptr_t)documents[i].kinds);
		n++;
	}
	return n;
}

static void test_samples(void **state)
{
	(void)state;
	assert_true(of_documents("samples/") >= 5);
}

/* They are not part of the project. Their sums are wrong, and come out as wrong as they are. */
static void test_seeds(void **state)
{
	(void)state;
	if (!of_documents("../shared/seeds/"))
		skip();
}

/* Drawn and read by the rules and words of its pages: each of these was once read otherwise. Line broken at the end of a page (3), letters
   in line with rules (8), blanks of a date (21), a total alone on its page (60), a line set wide on the page after a chart (928). */
static void test_pdf(void **state)
{
	static const uint64_t seeds[] = { 3, 8, 21, 60, 928 };
	struct report_kinds kinds = reports_all();
	(void)state;
	if (access("/usr/bin/pdftotext", X_OK) || access("/usr/bin/pdftoppm", X_OK))
		skip();
	for (size_t n = 0; n < COUNT(seeds) * kinds.n; n++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		const struct report_kind *kind = kinds.at[n % kinds.n];
		struct buf said = buf_open(a);
		if (kind->needs == NEEDS_FACTS && !trip(a, kind, chance_facts(a, seeds[n / kinds.n]), renderer_find(S("pdf")), &said))
			fail_msg("seed %d, %s:\n%.*s", (int)seeds[n / kinds.n], kind->name, SF(buf_str(&said)));
	}
}

int report_trip_tests(void);
int report_trip_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_chance), cmocka_unit_test(test_samples), cmocka_unit_test(test_seeds),
		                            cmocka_unit_test(test_pdf) };
	return cmocka_run_group_tests_name("report/trip", tests, NULL, NULL);
}
