#include "doc/wire.h"
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)
enum { TREES = 300, FLIPS = 4000 };

/* -- trees by chance -------------------------------------------------------------------------------- */

struct dice { uint64_t state; };

static unsigned roll(struct dice *d, unsigned below)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(d->state >> 33) % below;
}

static str word(struct dice *d)
{
	static const str words[] = { S(""), S("Ủy ban nhân dân"), S("0,158"), S("a\tb"), S("\xF0\x9F\x93\x8E"), S("e\xCC\x81"), S("dài dài") };
	return words[roll(d, COUNT(words))];
}

static struct place somewhere(struct dice *d)
{
	struct place p = { (int)roll(d, 5000), (int)roll(d, 3), (int)roll(d, 3), (int)roll(d, 300), (int)roll(d, 9), (int)roll(d, 101) };
	return p;
}

static void add_runs(struct arena *a, struct dice *d, struct node *block)
{
	for (unsigned n = roll(d, 4); n; n--) {
		struct node *r = node_run(a, block, word(d), somewhere(d));
		r->bold = roll(d, 2);
		r->italic = roll(d, 2);
	}
}

static void add_blocks(struct arena *a, struct dice *d, struct node *parent, int depth);

static void add_table(struct arena *a, struct dice *d, struct node *table, int depth)
{
	for (unsigned rows = roll(d, 4); rows; rows--) {
		struct node *row = node_add(a, table, NODE_ROW, somewhere(d));
		row->header = roll(d, 2);
		for (unsigned cells = roll(d, 4); cells; cells--) {
			struct node *cell = node_add(a, row, NODE_CELL, somewhere(d));
			cell->colspan = 1 + (int)roll(d, 3);
			cell->rowspan = 1 + (int)roll(d, 3);
			cell->number = roll(d, 2);
			add_blocks(a, d, cell, depth + 1);
		}
	}
}

static void add_blocks(struct arena *a, struct dice *d, struct node *parent, int depth)
{
	static const enum node_kind kinds[] = { NODE_HEADING, NODE_PARA, NODE_ITEM, NODE_TABLE, NODE_LINE };
	for (unsigned n = roll(d, depth > 3 ? 2 : 6); n; n--) {
		struct node *b = node_add(a, parent, kinds[roll(d, parent->kind == NODE_DOC ? 5 : 4)], somewhere(d));
		if (b->kind == NODE_HEADING || b->kind == NODE_ITEM)
			b->level = (int)roll(d, 7);
		if (b->kind == NODE_ITEM)
			b->marker = word(d);
		if (b->kind == NODE_LINE) {
			b->gap = (int)roll(d, 9);
			b->hard = (int)roll(d, (unsigned)b->gap + 1);
			b->lead = word(d);
		}
		if (b->kind == NODE_TABLE)
			add_table(a, d, b, depth);
		else
			add_runs(a, d, b);
	}
}

static struct node *tree(struct arena *a, struct dice *d)
{
	struct node *root = node_new(a, NODE_DOC, (struct place){ .line = 1 });
	add_blocks(a, d, root, 0);
	return root;
}

/* -- comparing -------------------------------------------------------------------------------------- */

static bool same_node(const struct node *x, const struct node *y)
{
	return x->kind == y->kind && x->level == y->level && x->colspan == y->colspan && x->rowspan == y->rowspan &&
	       x->header == y->header && x->number == y->number && x->bold == y->bold &&
	       x->italic == y->italic && x->gap == y->gap && x->hard == y->hard &&
	       str_eq(x->lead, y->lead) && str_eq(x->marker, y->marker) && str_eq(x->text, y->text) &&
	       !memcmp(&x->from, &y->from, sizeof x->from);
}

static bool same(const struct node *x, const struct node *y)
{
	if (!same_node(x, y))
		return false;
	for (x = x->first, y = y->first; x && y; x = x->next, y = y->next)
		if (!same(x, y))
			return false;
	return !x && !y;
}

static struct node *read_back(struct arena *a, str bytes, const char **bad)
{
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	struct node *n = wire_tree(&w, a);
	assert_int_equal(n == NULL, w.bad != NULL);
	if (n && w.p != w.end)
		w.bad = "more";
	if (bad)
		*bad = w.bad;
	return w.bad ? NULL : n;
}

static str written(struct arena *a, const struct node *root)
{
	struct buf b = buf_open(a);
	wire_put_tree(&b, root);
	return buf_str(&b);
}

static void test_round_trip(void **state)
{
	(void)state;
	for (uint64_t i = 0; i < TREES; i++) {
		struct arena *a = arena_open(ROOM);
		struct dice d = { i };
		struct node *root = tree(a, &d), *back = read_back(a, written(a, root), NULL);
		if (!back || !same(root, back))
			fail_msg("tree %d", (int)i);
		arena_free(a);
	}
}

static void test_numbers(void **state)
{
	static const uint64_t numbers[] = { 0, 1, 127, 128, 300, 1u << 31, (uint64_t)1 << 62 };
	struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++)
		wire_put_number(&b, numbers[i]);
	wire_put_text(&b, S("chữ"));
	struct wire w = { b.p, b.p + b.n, NULL };
	for (size_t i = 0; i < COUNT(numbers); i++)
		assert_int_equal(wire_number(&w, UINT64_MAX), numbers[i]);
	assert_true(str_eq(wire_text(&w), S("chữ")));
	assert_null(w.bad);
	assert_int_equal(wire_number(&w, 9), 0);
	assert_string_equal(w.bad, "cut off");
	arena_free(a);
}

/* -- hostile ---------------------------------------------------------------------------------------- */

#define DOC "\1\0"
static const struct { str bytes; const char *bad; } hostile[] = {
	{ S(""), "cut off" },
	{ S("\0"), "none of its kind" },
	{ S("\1"), "cut off" },
	{ S(DOC), "cut off" },
	{ S(DOC "\1\0\0\0"), "none of its kind" },                         /* a document in a document */
	{ S("\3\0\0"), "none of its kind" },                               /* a paragraph on its own */
	{ S(DOC "\x0B"), "none of its kind" },
	{ S(DOC "\x0F"), "none of its kind" },
	{ S(DOC "\x9\0\1x\0"), "none of its kind" },                       /* a run right in the document */
	{ S(DOC "\6\0\0\0"), "none of its kind" },                         /* a row without its table */
	{ S(DOC "\3\0\x9\0\5abcd"), "cut off" },                           /* a text longer than what is left */
	{ S(DOC "\3\0\x9\0\2\xC3\x28\0\0"), "not UTF-8" },
	{ S(DOC "\3\0\x9\0\3\xED\xA0\x80\0\0"), "not UTF-8" },             /* a surrogate */
	{ S(DOC "\3\x40\0\0\0"), "place unknown" },
	{ S(DOC "\3\1\3\0\0"), "place out of range" },                     /* line -1 */
	{ S(DOC "\3\1\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\1\0\0"), "out of range" },
	{ S(DOC "\3\x20\xCA\1\0\0"), "surer" },                            /* 101 percent */
	{ S(DOC "\x13\0\0\0"), "flag" },
	{ S(DOC "\2\0\x41\0\0"), "out of range" },                         /* level 65 */
	{ S(DOC "\5\0\6\0\7\0\0\1\0\0\0\0"), "out of range" },             /* no columns wide */
	{ S(DOC "\5\0\6\0\7\0\1\x81\x80\4\0\0\0\0"), "out of range" },     /* 65,537 rows high */
	{ S(DOC "\x8\0\1\2\0\0\0"), "out of range" },                      /* more hard lines than lines */
	{ S(DOC "\0\0"), "more" },
};

static void test_hostile(void **state)
{
	struct arena *a = arena_open(ROOM);
	const char *bad;
	(void)state;
	for (size_t i = 0; i < COUNT(hostile); i++) {
		bad = NULL;
		read_back(a, hostile[i].bytes, &bad);
		if (!bad || !strstr(bad, hostile[i].bad))
			fail_msg("%d: %s, not %s", (int)i, bad ? bad : "fine", hostile[i].bad);
	}
	assert_non_null(read_back(a, S(DOC "\0"), NULL));
	arena_free(a);
}

static void test_depth(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	const char *bad = NULL;
	(void)state;
	buf_put(&b, S(DOC));
	for (int i = 0; i < 100; i++)
		buf_put(&b, S("\5\0\6\0\7\0\1\1"));
	read_back(a, buf_str(&b), &bad);
	assert_non_null(bad);
	assert_non_null(strstr(bad, "too deep"));
	b.n = 0;
	buf_put(&b, S(DOC));
	for (int i = 0; i < DOC_NODES_MAX + 10; i++)
		buf_put(&b, S("\3\0\0"));
	read_back(a, buf_str(&b), &bad);
	assert_non_null(strstr(bad, "too many"));
	arena_free(a);
}

/* Cut anywhere it is bad; with bytes changed it is bad or a tree that can be written again. */
static void test_damage(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct dice d = { 7 };
	str whole = written(a, tree(a, &d));
	while (whole.n < 300)
		whole = written(a, tree(a, &d));
	for (size_t n = 0; n < whole.n; n++)
		assert_null(read_back(a, str_sub(whole, 0, n), NULL));
	for (int i = 0; i < FLIPS; i++) {
		char *p = malloc(whole.n);                     /* so that ASan sees one byte too far */
		memcpy(p, whole.p, whole.n);
		for (unsigned n = 1 + roll(&d, 3); n; n--)
			p[roll(&d, (unsigned)whole.n)] = (char)roll(&d, 256);
		struct node *n = read_back(a, (str){ p, whole.n }, NULL);
		if (n)
			assert_true(same(n, read_back(a, written(a, n), NULL)));
		free(p);
	}
	arena_free(a);
}

int doc_wire_tests(void);
int doc_wire_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_damage),
	};
	return cmocka_run_group_tests_name("doc/wire", tests, NULL, NULL);
}
