#include "docin/read.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20 };

/* A line as "line.page gap/hard [lead] text"; tabs as > */
static str drawn(struct arena *a, const struct node *root)
{
	struct buf b = buf_open(a);
	for (const struct node *n = root->first; n; n = n->next) {
		assert_int_equal(n->kind, NODE_LINE);
		buf_fmt(&b, "%d.%d %d/%d [", n->from.line, n->from.page, n->gap, n->hard);
		for (size_t i = 0; i < n->lead.n; i++)
			buf_put(&b, n->lead.p[i] == '\t' ? S(">") : S("_"));
		buf_fmt(&b, "] %.*s\n", SF(node_text(a, n, NULL)));
		if (n->first) {
			assert_null(n->first->next);
			assert_int_equal(n->first->from.line, n->from.line);
		}
	}
	return buf_str(&b);
}

static const struct { const char *text, *lines; } rows[] = {
	{ "a\nb\n\n\nc", "1.0 0/0 [] a\n2.0 0/0 [] b\n5.0 2/2 [] c\n" },
	{ "\n\n  a  b \t\n", "3.0 2/2 [__] a  b\n" },
	{ "a\n \n\nb", "1.0 0/0 [] a\n4.0 2/1 [] b\n" },
	{ "a\n\n \nb", "1.0 0/0 [] a\n4.0 2/0 [] b\n" },
	{ "\t1\n\t\n\t \n \t(2)\n", "1.0 0/0 [>] 1\n2.0 0/0 [>] \n3.0 0/0 [>_] \n4.0 0/0 [_>] (2)\n" },
	{ "a\r\n\r\nb\r\n", "1.0 0/0 [] a\n3.0 1/1 [] b\n" },
	{ "a\rb", "1.0 0/0 [] a\n2.0 0/0 [] b\n" },
	{ "a\n\fb\nc\fd\n\f\ne", "1.1 0/0 [] a\n2.2 0/0 [] b\n3.2 0/0 [] c\n3.3 0/0 [] d\n5.4 1/0 [] e\n" },
	{ "a\u00A0\u00A0b", "1.0 0/0 [] a  b\n" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		assert_true(read_bytes(a, str_c(rows[i].text), &r, &e));
		assert_string_equal(r.by->name, "text");
		assert_string_equal(drawn(a, r.root).p, rows[i].lines);
		arena_free(a);
	}
}

/* The tree borrows nothing: what the input becomes later does not matter. */
static void test_owns(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	char text[] = "\tSở Nội vụ\n";
	assert_true(read_bytes(a, str_c(text), &r, &e));
	memset(text, 'x', sizeof text - 1);
	assert_true(str_eq(node_text(a, r.root->first, NULL), S("Sở Nội vụ")));
	assert_true(str_eq(r.root->first->lead, S("\t")));
	arena_free(a);
}

int docin_read_text_tests(void);
int docin_read_text_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_owns) };
	return cmocka_run_group_tests_name("docin/read_text", tests, NULL, NULL);
}
