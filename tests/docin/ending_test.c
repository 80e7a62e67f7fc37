#include "docin/ending.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static const struct { const char *name, *reader, *words; } rows[] = {
	{ "Kế hoạch.pdf", "docx", ".pdf nhưng nội dung là tệp Word (.docx)" },
	{ "thu muc.zip/KEHOACH.DOCX", "pdf", ".docx nhưng nội dung là tệp PDF" },
	{ "a.zip!b.doc", "docx", ".doc nhưng nội dung là tệp Word (.docx)" },
	{ "a.xlsx", "ods", ".xlsx nhưng nội dung là bảng tính OpenDocument" },
	{ "a.docx", "text", ".docx nhưng nội dung là văn bản thuần" },
	{ "a.docx", "docx", NULL },                     /* it is what it says */
	{ "a.docm", "docx", NULL },
	{ "a.JPEG", "image", NULL },
	{ "a.txt", "markdown", NULL },                  /* the same to people */
	{ "a.rtf", "doc", NULL },
	{ "a", "docx", NULL },                          /* says nothing */
	{ "a.", "docx", NULL },
	{ "", "docx", NULL },
	{ "so 12.2026", "docx", NULL },
	{ "a.pdf/b", "docx", NULL },
	{ "a.p", "docx", NULL },                        /* part of an ending is none */
	{ "a.averylongending", "docx", NULL },
};

static void test_endings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
		struct reading r = { .a = a, .by = reader_find(str_c(rows[i].reader)) };
		assert_non_null(r.by);
		ending_note(&r, str_c(rows[i].name));
		if (r.notes.n != (rows[i].words ? 1U : 0U))
			fail_msg("%s read by %s: %zu notes", rows[i].name, rows[i].reader, r.notes.n);
		if (rows[i].words && str_find(r.notes.at[0], str_c(rows[i].words), 0) == r.notes.at[0].n)
			fail_msg("%s: %.*s", rows[i].name, SF(r.notes.at[0]));
	}
}

/* Each reader, also one that comes later, has a row: its own name with its own ending is never wrong, and a foreign one is. */
static void test_every_reader(void **state)
{
	(void)state;
	struct readers all = readers_all();
	for (size_t i = 0; i < all.n; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
		struct reading r = { .a = a, .by = all.at[i] };
		ending_note(&r, strcmp(all.at[i]->name, "pdf") ? S("a.pdf") : S("a.docx"));
		if (r.notes.n != 1)
			fail_msg("%s has no row in docin/ending.c", all.at[i]->name);
	}
}

int docin_ending_tests(void);
int docin_ending_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_endings), cmocka_unit_test(test_every_reader) };
	return cmocka_run_group_tests_name("docin/ending", tests, NULL, NULL);
}
