#include "doc/chart.h"
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

struct dice { uint64_t state; bool built; };               /* built: with what only builders of documents add */

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

static const struct chart *chart(struct arena *a, struct dice *d)
{
	struct chart *c = make(a, struct chart);
	*c = (struct chart){ (enum chart_kind)roll(d, 2), word(d), word(d), word(d), (int)roll(d, 5), roll(d, 5), roll(d, 4), NULL, NULL };
	str *label = make_n(a, str, c->labels + 1);
	struct chart_series *of = make_n(a, struct chart_series, c->series + 1);
	for (size_t i = 0; i < c->labels; i++)
		label[i] = word(d);
	for (size_t i = 0; i < c->series; i++) {
		int64_t *values = make_n(a, int64_t, c->labels + 1);
		for (size_t k = 0; k < c->labels; k++)
			values[k] = roll(d, 4) ? ((int64_t)roll(d, 2000) - 1000) * roll(d, 1 << 20) : CHART_NONE;
		of[i] = (struct chart_series){ word(d), values };
	}
	c->label = label;
	c->of = of;
	return c;
}

static void add_built(struct arena *a, struct dice *d, struct node *n)
{
	if (n->kind == NODE_HEADING || n->kind == NODE_PARA || n->kind == NODE_ITEM)
		n->formal = (unsigned char)roll(d, FORMALS);
	if (n->parent && n->parent->kind == NODE_DOC && n->kind != NODE_LINE)
		n->begins = (unsigned char)roll(d, 3);
	if (n->kind == NODE_TABLE) {
		int *at = make_n(a, int, 4);
		n->plain = roll(d, 2);
		n->widths = (struct widths){ at, roll(d, 5) };
		for (size_t i = 0; i < n->widths.n; i++)
			at[i] = (int)roll(d, 1001);
	}
	if (n->kind == NODE_DOC)
		n->title = word(d);
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
		if (d->built)
			add_built(a, d, b);
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
	if (d->built) {
		add_built(a, d, root);
		node_add(a, root, NODE_CHART, somewhere(d))->chart = chart(a, d);
	}
	return root;
}

/* -- comparing -------------------------------------------------------------------------------------- */

static bool same_chart(const struct chart *x, const struct chart *y)
{
	bool ok = x->kind == y->kind && str_eq(x->title, y->title) && str_eq(x->unit, y->unit) && str_eq(x->first, y->first) &&
	          x->decimals == y->decimals && x->labels == y->labels && x->series == y->series;
	for (size_t i = 0; ok && i < x->labels; i++)
		ok = str_eq(x->label[i], y->label[i]);
	for (size_t i = 0; ok && i < x->series; i++)
		ok = str_eq(x->of[i].name, y->of[i].name) && !memcmp(x->of[i].values, y->of[i].values, x->labels * sizeof(int64_t));
	return ok;
}

static bool same_own(const struct node *x, const struct node *y)
{
	if (x->kind == NODE_CHART)
		return same_chart(x->chart, y->chart);
	if (x->kind == NODE_TABLE)
		return x->widths.n == y->widths.n &&
		       (!x->widths.n || !memcmp(x->widths.at, y->widths.at, x->widths.n * sizeof *x->widths.at));
	return str_eq(x->text, y->text);
}

static bool same_node(const struct node *x, const struct node *y)
{
	return x->kind == y->kind && same_own(x, y) && x->formal == y->formal && x->begins == y->begins && x->plain == y->plain &&
	       x->level == y->level && x->colspan == y->colspan && x->rowspan == y->rowspan &&
	       x->header == y->header && x->number == y->number && x->bold == y->bold &&
	       x->italic == y->italic && x->gap == y->gap && x->hard == y->hard &&
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

typedef struct node *reading(struct wire *w, struct arena *a);

static struct node *read_by(reading *by, struct arena *a, str bytes, const char **bad)
{
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	struct node *n = by(&w, a);
	assert_int_equal(n == NULL, w.bad != NULL);
	if (n && w.p != w.end)
		w.bad = "more";
	if (bad)
		*bad = w.bad;
	return w.bad ? NULL : n;
}

static struct node *read_back(struct arena *a, str bytes, const char **bad) { return read_by(wire_tree, a, bytes, bad); }

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

/* What only builders of documents add comes back too, but not from a reader of files. */
static void test_built(void **state)
{
	(void)state;
	for (uint64_t i = 0; i < TREES; i++) {
		struct arena *a = arena_open(ROOM);
		struct dice d = { i, true };
		const char *bad = NULL;
		struct node *root = tree(a, &d), *back = read_by(wire_document, a, written(a, root), NULL);
		if (!back || !same(root, back))
			fail_msg("tree %d", (int)i);
		assert_null(read_back(a, written(a, root), &bad));
		assert_non_null(bad);
		arena_free(a);
	}
}

/* Each thing alone is refused from a reader: none of them slips through beside another. */
static void test_readers_never(void **state)
{
	struct arena *a = arena_open(ROOM);
	static const int widths[] = { 400, 600 };
	static const struct chart empty;
	(void)state;
	for (int i = 0; i < 6; i++) {
		struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
		struct node *n = node_add(a, root, i < 2 ? NODE_PARA : i == 5 ? NODE_CHART : NODE_TABLE, (struct place){ 0 });
		switch (i) {
		case 0:  n->formal = FORMAL_BASIS; break;
		case 1:  n->begins = BEGINS_LANDSCAPE; break;
		case 2:  n->plain = true; break;
		case 3:  n->widths = (struct widths){ widths, 2 }; break;
		case 4:  root->title = S("Kế hoạch"); break;
		default: n->chart = &empty; break;
		}
		const char *bad = NULL;
		assert_non_null(read_by(wire_document, a, written(a, root), NULL));
		assert_null(read_back(a, written(a, root), &bad));
		if (!strstr(bad, i == 5 ? "none of its kind" : "flag"))
			fail_msg("%d: %s", i, bad);
	}
	arena_free(a);
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

#define B(text) S("\x41\0" text)                                       /* a built document, without formal and beginning */
static const struct { str bytes; const char *bad; } hostile_built[] = {
	{ B("\1\0\0\0\0"), "formal where" },                                /* a document that is part of a heading */
	{ B("\0\1\0\0\0"), "formal where" },                                /* begins in nothing */
	{ B("\0\0\1\0\0"), "formal where" },                                /* a plain document */
	{ B("\0\0\0\2\xC3\x28\0"), "not UTF-8" },
	{ S(DOC "\x43\0\x7F\0\0\0\0"), "out of range" },                    /* a formal part that there is not */
	{ S(DOC "\x43\0\0\3\0\0\0"), "out of range" },                      /* a third way to begin */
	{ S(DOC "\x43\0\0\0\1\0\0"), "formal where" },                      /* a plain paragraph */
	{ S(DOC "\x45\0\0\0\0\1\xE9\7\0\0"), "out of range" },             /* a column of 1001 per mille */
	{ S(DOC "\x45\0\0\0\0\xE9\7"), "out of range" },                    /* 1001 columns */
	{ S(DOC "\x45\0\0\0\0\3\1"), "cut off" },
	{ S(DOC "\x46\0\0\0\0"), "none of its kind" },                      /* a row of its own, built */
	{ S(DOC "\5\0\x46\0\0\0\0"), "flag" },
	{ S(DOC "\x48\0\0\0\0\0\0\0"), "flag" },                           /* a line, built */
	{ S(DOC "\x0A\0\0\0"), "flag" },                                     /* a chart without one */
	{ S(DOC "\x4A\0\0\0\0\2"), "out of range" },                         /* of a third kind */
	{ S(DOC "\x4A\0\0\0\0\0\0\0\0\5"), "out of range" },                 /* five decimals */
	{ S(DOC "\x4A\0\0\0\0\0\0\0\0\0\x65"), "out of range" },            /* 101 labels */
	{ S(DOC "\x4A\0\0\0\0\0\0\0\0\0\0\x9"), "out of range" },          /* 9 series */
	{ S(DOC "\x4A\0\0\0\0\0\0\0\0\0\1\1\0\0\1\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"), "out of range" },
	{ S(DOC "\5\0\6\0\7\0\1\1\x4A\0\0\0\0"), "none of its kind" },      /* a chart in a cell */
};

static void test_hostile_built(void **state)
{
	struct arena *a = arena_open(ROOM);
	(void)state;
	for (size_t i = 0; i < COUNT(hostile_built); i++) {
		const char *bad = NULL;
		read_by(wire_document, a, hostile_built[i].bytes, &bad);
		if (!bad || !strstr(bad, hostile_built[i].bad))
			fail_msg("%d: %s, not %s", (int)i, bad ? bad : "fine", hostile_built[i].bad);
	}
	assert_non_null(read_by(wire_document, a, B("\0\0\0\0\0"), NULL));
	arena_free(a);
}

static void test_errors(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	struct err e = { 0 }, back = { 0 };
	(void)state;
	err_set(&e, ERR_LIMIT, __FILE__, __LINE__, "Bảng có quá nhiều cột.");
	err_hint(&e, "Hãy chia bảng.");
	err_detail(&e, "%d", 7);
	wire_put_error(&b, &e);
	struct wire w = { b.p, b.p + b.n, NULL };
	assert_true(wire_error(&w, &back) && w.p == w.end);
	assert_int_equal(back.code, ERR_LIMIT);
	assert_string_equal(back.message, e.message);
	assert_string_equal(back.hint, e.hint);
	assert_string_equal(back.detail, "7");
	static const str none[] = { S(""), S("\0\0\0\0"), S("\5\0\0\0"), S("\6\0\0\0"), S("\x7F\0\0\0"), S("\3\1\xFF\0\0"), S("\3\5a") };
	for (size_t i = 0; i < COUNT(none); i++) {
		struct wire of = { none[i].p, none[i].p + none[i].n, NULL };
		if (wire_error(&of, &back) != (i == 2))            /* ERR_SYSTEM without words is one */
			fail_msg("%d", (int)i);
	}
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
static void damage(reading *by, bool built)
{
	struct arena *a = arena_open(ROOM);
	struct dice d = { 7, built };
	str whole = written(a, tree(a, &d));
	while (whole.n < 300)
		whole = written(a, tree(a, &d));
	for (size_t n = 0; n < whole.n; n++)
		assert_null(read_by(by, a, str_sub(whole, 0, n), NULL));
	for (int i = 0; i < FLIPS; i++) {
		char *p = malloc(whole.n);                     /* so that ASan sees one byte too far */
		memcpy(p, whole.p, whole.n);
		for (unsigned n = 1 + roll(&d, 3); n; n--)
			p[roll(&d, (unsigned)whole.n)] = (char)roll(&d, 256);
		struct node *n = read_by(by, a, (str){ p, whole.n }, NULL);
		if (n)
			assert_true(same(n, read_by(by, a, written(a, n), NULL)));
		free(p);
	}
	arena_free(a);
}

static void test_damage(void **state)
{
	(void)state;
	damage(wire_tree, false);
	damage(wire_document, true);
}

int doc_wire_tests(void);
int doc_wire_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_built),
		cmocka_unit_test(test_readers_never),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_hostile_built),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_damage),
	};
	return cmocka_run_group_tests_name("doc/wire", tests, NULL, NULL);
}
