#include "extract/unsure.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static const struct { int sure; const char *text, *left; bool noted; } rows[] = {
	{ 0, "0,25", "0,25", false },                        /* read as text */
	{ 96, "0,25", "0,25", false },
	{ UNSURE_LEAST, "0,25", "0,25", false },
	{ UNSURE_LEAST - 1, "0,25", "□,□□", true },
	{ 1, "Quý4/2026", "Quý□/□□□□", true },
	{ 40, "giải pháp", "giải pháp", false },             /* words are read as they are */
	{ 40, "", "", false },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(1 << 20);
		struct facts *f = make(a, struct facts);
		struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
		struct node *p = node_add(a, doc, NODE_PARA, (struct place){ .page = 2 });
		struct node *r = node_run(a, p, str_c(rows[i].text), (struct place){ .page = 2, .sure = rows[i].sure });
		set_unsure_aside(a, doc, f);
		assert_true(str_eq(r->text, str_c(rows[i].left)));
		assert_int_equal(f->unsure.n, rows[i].noted);
		assert_int_equal(f->file.ocr, rows[i].sure > 0);
		assert_int_equal(doc->from.sure, rows[i].sure);
		if (rows[i].noted) {
			assert_true(str_eq(f->unsure.at[0].text, str_c(rows[i].text)));
			assert_int_equal(f->unsure.at[0].source.page, 2);
			assert_int_equal(f->unsure.at[0].source.sure, rows[i].sure);
		}
		arena_free(a);
	}
}

static void test_the_least_sure_word_counts(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	struct facts *f = make(a, struct facts);
	struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
	static const int sure[] = { 91, 85, 99 };
	struct node *p = NULL;
	for (size_t i = 0; i < COUNT(sure); i++) {
		p = node_add(a, doc, NODE_PARA, (struct place){ 0 });
		node_run(a, p, S("một"), (struct place){ .sure = sure[i] });
		node_run(a, p, S("hai"), (struct place){ .sure = 97 });
	}
	set_unsure_aside(a, doc, f);
	assert_int_equal(doc->from.sure, 85);
	assert_int_equal(p->from.sure, 97);
	assert_int_equal(f->unsure.n, 0);
	arena_free(a);
}

int extract_unsure_tests(void);
int extract_unsure_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_the_least_sure_word_counts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
