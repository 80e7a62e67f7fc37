/* That the parts of a .docx are in the order of the schema, and each is the one of tests/golden/docx/, which was looked at. After a change
 * that is meant:
 *     KHACPHUC_GOLDEN=write KHACPHUC_SOURCE=$PWD build/tests docout_docx_order */
#include "base/archive.h"
#include "docout/docx_sample.h"
#include "docout/render.h"
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>
#include "docout/docx_order.h"

#define ROOM ((size_t)1 << 30)

/* The checker itself: what it must not let pass. */
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
static const struct { const char *xml; size_t wrong; } checked[] = {
	{ "<w:p " W "><w:pPr><w:pStyle/><w:jc/></w:pPr><w:r/><w:r/></w:p>", 0 },
	{ "<w:p " W "><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>", 1 },
	{ "<w:p " W "><w:r/><w:pPr/></w:p>", 1 },
	{ "<w:tc " W "><w:tcPr/><w:p/><w:tbl/><w:p/></w:tc>", 0 },
	{ "<w:tc " W "><w:tcPr><w:tr/></w:tcPr></w:tc>", 1 },
};

static void test_checker(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(checked); i++)
		assert_int_equal(wrong_in(a, "checker", str_c(checked[i].xml)), checked[i].wrong);
}

/* -- the parts --------------------------------------------------------------------------------------- */

static const char *const parts[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml",
	                             "word/header2.xml", "word/charts/chart1.xml", "docProps/core.xml" };

/* A line for each element, so that what differs is seen. */
static str in_lines(struct arena *a, str xml)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < xml.n; i++) {
		buf_put(&b, str_sub(xml, i, i + 1));
		if (xml.p[i] == '>' && i + 1 < xml.n && xml.p[i + 1] == '<')
			buf_put(&b, S("\n"));
	}
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

static const char *source_root(void)
{
	const char *s = getenv("KHACPHUC_SOURCE");
	return s ? s : ".";
}

static void golden(struct arena *a, const char *part, str have)
{
	const char *mode = getenv("KHACPHUC_GOLDEN"), *slash = strrchr(part, '/');
	const char *path = str_fmt(a, "%s/tests/golden/docx/%s", source_root(), slash + 1).p;
	FILE *f = fopen(path, mode && !strcmp(mode, "write") ? "w" : "r");
	if (!f)
		fail_msg("%s cannot be opened", path);
	if (mode && !strcmp(mode, "write")) {
		assert_int_equal(fwrite(have.p, 1, have.n, f), have.n);
		fclose(f);
		return;
	}
	char *want = make_n(a, char, have.n + 1);
	size_t n = fread(want, 1, have.n + 1, f), same = 0, line = 1;
	fclose(f);
	for (; same < n && same < have.n && want[same] == have.p[same]; same++)
		line += want[same] == '\n';
	if (same < n || same < have.n)
		fail_msg("%s:%zu: is now %.*s", path, line, (int)(have.n - same > 200 ? 200 : have.n - same), have.p + same);
}

static void test_parts(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	str bytes, xml;
	assert_true(render_docx.render(a, sample(a, 2), &bytes, &e));
	assert_true(archive_open(a, bytes, &z, &e));
	assert_int_equal(archive_count(z), COUNT(parts) + 3);          /* the types, two lists of relations */
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t at;
		assert_true(archive_find(z, parts[i], &at));
		assert_true(archive_read(z, at, a, ROOM / 8, &xml, &e));
		assert_int_equal(wrong_in(a, parts[i], xml), 0);
		golden(a, parts[i], in_lines(a, xml));
	}
}

int docout_docx_order_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_checker), cmocka_unit_test(test_parts) };
	return cmocka_run_group_tests_name("docout/docx_order", tests, NULL, NULL);
}
