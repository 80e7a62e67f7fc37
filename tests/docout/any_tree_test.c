/* Trees by chance: whatever a builder may make is either refused with a sentence, or a file in order that is read again. */
#include "base/archive.h"
#include "docin/read.h"
#include "docout/docx_sample.h"
#include "docout/render.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>
#include "docout/docx_order.h"

#define ROOM ((size_t)1 << 30)

enum { TREES = 300 };

struct dice { uint64_t state; };

static int roll(struct dice *d, int below)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (int)((d->state >> 33) % (unsigned)below);
}

static str some_text(struct dice *d)
{
	static const str texts[] = { S(""), S(" "), S("Ủy ban nhân dân"), S("0,158"), S("a\tb\nc"), S("\xF0\x9F\x93\x8E"), S("\x01<&>\xFF"), S("]]>"),
		                     S("một câu dài hơn một dòng của một ô trong bảng, để phải xuống dòng ở một chỗ nào đó trong câu ấy") };
	return texts[roll(d, COUNT(texts))];
}

static str some_marker(struct dice *d)
{
	static const str marks[] = { S(""), S("-"), S("+"), S("a)"), S("b)"), S("1."), S("2."), S("đ)"), S("%"), S("\xFF"), S("(3)"), S("<") };
	return marks[roll(d, COUNT(marks))];
}

static void add_some(struct arena *a, struct dice *d, struct node *parent, int depth);

static void add_table(struct arena *a, struct dice *d, struct node *t, int depth)
{
	static const int widths[] = { 300, 0, 500, 900 };
	t->plain = roll(d, 2);
	t->widths = (struct widths){ widths, (size_t)roll(d, 5) };
	for (int rows = roll(d, 4); rows; rows--) {
		struct node *r = row(a, t, roll(d, 2));
		for (int cells = roll(d, 5); cells; cells--) {
			struct node *c = node_add(a, r, NODE_CELL, NOWHERE);
			c->colspan = roll(d, 20) ? roll(d, 4) : 1 << 14;
			c->rowspan = roll(d, 4);
			add_some(a, d, c, depth + 1);
		}
	}
}

static const struct chart *some_chart(struct arena *a, struct dice *d)
{
	struct chart *c = make(a, struct chart);
	struct chart_series *of = make_n(a, struct chart_series, CHART_SERIES_MAX);
	str *labels = make_n(a, str, CHART_LABELS_MAX);
	*c = (struct chart){ .kind = roll(d, 2) ? CHART_BARS : CHART_STACKED, .decimals = roll(d, 5), .label = labels, .of = of };
	c->title = some_text(d);
	c->unit = some_text(d);
	c->first = some_text(d);
	c->labels = (size_t)roll(d, 9);
	c->series = (size_t)roll(d, CHART_SERIES_MAX + 1);
	for (size_t i = 0; i < c->labels; i++)
		labels[i] = some_text(d);
	for (size_t i = 0; i < c->series; i++) {
		int64_t *values = make_n(a, int64_t, c->labels + 1);
		for (size_t k = 0; k < c->labels; k++)
			values[k] = roll(d, 3) ? roll(d, 5000) - 100 : CHART_NONE;
		of[i] = (struct chart_series){ some_text(d), values };
	}
	return c;
}

static void add_some(struct arena *a, struct dice *d, struct node *parent, int depth)
{
	static const enum node_kind kinds[] = { NODE_HEADING, NODE_PARA, NODE_ITEM, NODE_TABLE, NODE_LINE, NODE_CHART };
	for (int n = roll(d, depth > 3 ? 2 : 6); n; n--) {
		struct node *b = node_add(a, parent, kinds[roll(d, parent->kind == NODE_DOC ? 6 : 4)], NOWHERE);
		b->begins = parent->kind == NODE_DOC && !roll(d, 6) ? (unsigned char)roll(d, 3) : BEGINS_NOTHING;
		if (b->kind == NODE_TABLE) {
			add_table(a, d, b, depth);
			continue;
		}
		if (b->kind == NODE_CHART) {
			b->chart = some_chart(a, d);
			continue;
		}
		b->formal = b->kind == NODE_LINE ? FORMAL_NONE : (unsigned char)roll(d, FORMALS);
		if (b->kind == NODE_HEADING || b->kind == NODE_ITEM)
			b->level = roll(d, 12);
		if (b->kind == NODE_ITEM)
			b->marker = some_marker(d);
		for (int runs = roll(d, 3); runs; runs--)
			node_run(a, b, some_text(d), NOWHERE)->bold = roll(d, 2);
	}
}

static void test_any_tree(void **state)
{
	(void)state;
	struct dice d = { 2026 };
	int written = 0;
	for (int i = 0; i < TREES; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		CLEANUP(archive_close) struct archive *z = NULL;
		struct node *root = node_new(a, NODE_DOC, NOWHERE);
		struct err e = { 0 };
		struct reading r = { 0 };
		str bytes, xml;
		add_some(a, &d, root, 0);
		if (!render_docx.render(a, root, &bytes, &e)) {
			assert_true(e.code == ERR_LIMIT && *e.message && *e.hint);
			continue;
		}
		written++;
		assert_true(archive_open(a, bytes, &z, &e));
		for (size_t k = 0; k < archive_count(z); k++) {
			str name = archive_entry(z, k).name;
			assert_true(archive_read(z, k, a, ROOM / 8, &xml, &e));
			if (!str_ends(name, S(".rels")) && !str_starts(name, S("[")))
				assert_int_equal(wrong_in(a, name.p, xml), 0);
		}
		if (!read_bytes(a, bytes, &r, &e) && e.code != ERR_INPUT)          /* nothing to read in it */
			fail_msg("%d: %s %s", i, e.message, e.detail);
		e = (struct err){ 0 };
		if (!render_odt.render(a, root, &bytes, &e) || (!read_bytes(a, bytes, &r, &e) && e.code != ERR_INPUT))
			fail_msg("%d: odt: %s %s", i, e.message, e.detail);
	}
	assert_true(written > TREES / 2);
}

int docout_any_tree_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_any_tree) };
	return cmocka_run_group_tests_name("docout/any_tree", tests, NULL, NULL);
}
