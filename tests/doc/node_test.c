#include "doc/node.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20 };

static struct place line(int n) { return (struct place){ .line = n }; }

static struct node *cell(struct arena *a, struct node *row, const char *text)
{
	struct node *c = node_add(a, row, NODE_CELL, row->from);
	node_run(a, node_add(a, c, NODE_PARA, row->from), str_c(text), row->from);
	return c;
}

/* A heading, an item of two runs, a table with a spanning cell, a blank line and an empty one. */
static struct node *sample(struct arena *a)
{
	struct node *d = node_new(a, NODE_DOC, line(1)), *n = node_add(a, d, NODE_HEADING, line(3));
	n->level = 2;
	node_run(a, n, S("KẾ HOẠCH"), line(3));
	n = node_add(a, d, NODE_ITEM, line(5));
	n->level = 1;
	n->marker = S("-");
	node_run(a, n, S("Đơn vị chủ trì: "), line(5));
	node_run(a, n, S("Văn phòng Sở."), line(6));
	struct node *t = node_add(a, d, NODE_TABLE, (struct place){ .line = 8, .table = 1 });
	struct node *r = node_add(a, t, NODE_ROW, line(8));
	r->header = true;
	cell(a, r, "STT");
	cell(a, r, "Tồn tại");
	r = node_add(a, t, NODE_ROW, line(10));
	struct node *c = cell(a, r, "1");
	c->rowspan = 2;
	c = cell(a, r, "Tiêu chí 1.1");
	node_run(a, node_add(a, c, NODE_PARA, line(10)), S("Tiêu chí 1.2"), line(10));
	r = node_add(a, t, NODE_ROW, line(11));
	cell(a, r, "dưới");
	r = node_add(a, t, NODE_ROW, line(12));
	cell(a, r, "cả hai cột")->colspan = 2;
	n = node_add(a, d, NODE_LINE, line(14));
	n->gap = 1;
	n->lead = S("\t");
	node_run(a, n, S("dòng\x1B[31m đỏ"), line(14));
	return d;
}

static void test_shape(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct node *d = sample(a);
	assert_int_equal(d->first->kind, NODE_HEADING);
	assert_int_equal(d->last->kind, NODE_LINE);
	assert_ptr_equal(d->first->next->parent, d);
	assert_null(d->last->next);
	assert_int_equal(d->first->colspan, 1);
	assert_int_equal(d->first->rowspan, 1);
	arena_free(a);
}

static void test_text_and_marks(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct node *d = sample(a), *item = d->first->next;
	text_marks marks = { 0 };
	str s = node_text(a, item, &marks);
	assert_true(str_eq(s, S("Đơn vị chủ trì: Văn phòng Sở.")));
	assert_int_equal(marks.n, 2);
	assert_int_equal(marks.at[1].from.line, 6);
	assert_true(str_starts(str_sub(s, marks.at[1].at, s.n), S("Văn phòng")));
	text_marks one = { 0 };
	assert_true(str_eq(node_text(a, d->first, &one), S("KẾ HOẠCH")));
	assert_int_equal(one.n, 1);
	assert_int_equal(one.at[0].from.line, 3);
	assert_true(str_eq(node_text(a, item->next, NULL),
	                   S("STT\nTồn tại\n1\nTiêu chí 1.1\nTiêu chí 1.2\ndưới\ncả hai cột")));
	assert_int_equal(node_text(a, node_new(a, NODE_PARA, line(1)), NULL).n, 0);
	assert_true(str_eq(node_text(a, d->first->first, NULL), S("KẾ HOẠCH")));
	arena_free(a);
}

static const char printed[] =
	"dòng     3  đề mục 2    KẾ HOẠCH\n"
	"dòng     5  mục       - Đơn vị chủ trì: Văn phòng Sở.\n"
	"dòng     8  bảng 1: 4 hàng, 2 cột\n"
	"dòng     8    │ STT │ Tồn tại                     │\n"
	"              ├─────┼─────────────────────────────┤\n"
	"dòng    10    │ 1   │ Tiêu chí 1.1 ¶ Tiêu chí 1.2 │\n"
	"dòng    11    │     │ dưới                        │\n"
	"dòng    12    │ cả hai cột                        │\n"
	"\n"
	"dòng    14  →   dòng [31m đỏ\n";

static void test_print(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	node_print(&b, sample(a));
	assert_string_equal(b.p, printed);
	arena_free(a);
}

/* A table of any size and shape is drawn within bounds. */
static void test_print_wide(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	struct node *t = node_new(a, NODE_TABLE, line(1));
	for (int i = 0; i < 3; i++) {
		struct node *r = node_add(a, t, NODE_ROW, line(2 + i));
		for (int k = 0; k < 100; k++) {
			struct node *c = cell(a, r, "một ô có chữ dài hơn chỗ của nó rất nhiều, nhiều lần, quá nhiều");
			c->colspan = k % 7 == 3 ? 100 : 1;
			c->rowspan = k % 5 ? 1 : 100;
		}
	}
	node_print(&b, t);
	assert_true(b.n < 4096);
	assert_non_null(strstr(b.p, "…"));
	arena_free(a);
}

struct seen { int entered, left; };

static enum walk count(void *ctx, const struct node *n, enum edge edge)
{
	struct seen *s = ctx;
	s->entered += edge == ENTER;
	s->left += edge == LEAVE;
	return n->kind == NODE_TABLE ? WALK_SKIP : WALK_ON;
}

static void test_walk(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct seen s = { 0 };
	doc_walk(sample(a), count, &s);
	assert_int_equal(s.entered, 9);                    /* doc, heading, item, table, line and four runs */
	assert_int_equal(s.left, 5);                       /* runs are not left */
	struct node *root = node_new(a, NODE_DOC, line(1)), *n = root;
	for (int i = 0; i < 200 * 1000; i++)
		n = node_add(a, n, NODE_CELL, line(1));
	node_run(a, n, S("đáy"), line(7));
	assert_true(str_eq(node_text(a, root, NULL), S("đáy")));   /* no recursion */
	arena_free(a);
}

int doc_node_tests(void);
int doc_node_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shape), cmocka_unit_test(test_text_and_marks), cmocka_unit_test(test_print),
		cmocka_unit_test(test_print_wide), cmocka_unit_test(test_walk),
	};
	return cmocka_run_group_tests_name("doc/node", tests, NULL, NULL);
}
