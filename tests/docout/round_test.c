/* What is written is read again as the same facts: samples -> tree -> file -> tree -> facts. */
#include "docin/read.h"
#include "docout/render.h"
#include "docout/specimen.h"
#include "extract/extract.h"
#include "facts_same.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

static const char *const samples[] = {
	"samples/baocao-nfd.md", "samples/baocao-tab.txt", "samples/kehoach-phuong-utf16.txt", "samples/kehoach-sotuphap.md", "samples/kehoach-vanxuoi.txt",
	"samples/kehoach-xa.txt", "samples/phuluc-6thang.txt", "tests/formats/word/baocao-nfd.letterhead.docx", "tests/formats/kehoach-sotuphap.docx",
	"tests/formats/baocao-tab.docx", "tests/formats/pages/baocao-nfd.letterhead.middle.pdf", "tests/formats/word/kehoach-xa.lists.docx", "tests/formats/word/kehoach-xa.typed.xlsx",
	"tests/formats/word/kehoach-sotuphap.changes.docx",
};

static struct node *tree_of(struct arena *a, const char *path)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_path(a, str_fmt(a, "%s/%s", root ? root : ".", path).p, &r, &e))
		fail_msg("%s: %s", path, e.message);
	return r.root;
}

static bool comes_back(struct arena *a, const char *path, const struct renderer *to, struct buf *said)
{
	struct node *tree = tree_of(a, path);
	struct facts *want = extract(a, tree_of(a, path));
	struct reading again = { 0 };
	struct err e = { 0 };
	str bytes;
	restore(a, tree);
	tree->first->begins = BEGINS_PORTRAIT;             /* a document, not a book of tables */
	if (!to->render(a, tree, &bytes, &e) || !read_bytes(a, bytes, &again, &e) || !again.root)
		fail_msg("%s: %s %s", path, e.message, e.detail);
	buf_fmt(said, "%s as %s:\n", path, to->name);
	return facts_same(a, want, extract(a, again.root), said);
}

static void all_come_back(const struct renderer *to)
{
	int differ = 0;
	for (size_t i = 0; i < COUNT(samples); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct buf said = buf_open(a);
		if (to == &render_xlsx && str_ends(str_c(samples[i]), S(".xlsx")))
			continue;                  /* a workbook without a title: the name of the tab would be taken for it */
		if (comes_back(a, samples[i], to, &said))
			continue;
		fwrite(said.p, 1, said.n, stdout);
		differ++;
	}
	assert_int_equal(differ, 0);
}

/* A document of ours, with all its parts. */
static void test_specimen(void **state)
{
	static const struct renderer *const to[] = { &render_md, &render_xlsx };
	(void)state;
	for (size_t i = 0; i < COUNT(to); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct facts *want = extract(a, specimen(a));
		struct reading again = { 0 };
		struct err e = { 0 };
		struct buf said = buf_open(a);
		str bytes;
		assert_int_equal(want->criteria.n, 2);
		assert_true(to[i]->render(a, specimen(a), &bytes, &e) && read_bytes(a, bytes, &again, &e));
		if (!facts_same(a, want, extract(a, again.root), &said))
			fail_msg("%s: %s", to[i]->name, said.p);
	}
}

static void test_md(void **state) { (void)state, all_come_back(&render_md); }
static void test_xlsx(void **state) { (void)state, all_come_back(&render_xlsx); }

int docout_round_tests(void);
int docout_round_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_specimen), cmocka_unit_test(test_md), cmocka_unit_test(test_xlsx) };
	return cmocka_run_group_tests_name("docout/round", tests, NULL, NULL);
}
