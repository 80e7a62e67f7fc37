#include "docin/read.h"
#include "docin/tool.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20 };

#define BOOK(inner) \
	"<?xml version=\"1.0\"?>\n<!DOCTYPE book PUBLIC \"-//OASIS//DTD DocBook XML V4.1.2//EN\"\n\t\"http://x/docbookx.dtd\">\n" \
	"<book lang='en_US'>\n<bookinfo>\n<date>1600-12-31</date>\n</bookinfo>\n<chapter>\n<title/>\n" inner "</chapter>\n</book>\n"

/* DocBook as antiword writes it, and the tree as it is printed. */
static const struct { const char *what, *book, *tree; } rows[] = {
	{ "paragraphs", BOOK("<para>\nMột\nhai\n</para>\n<para>ba &amp; bốn</para>"),
	  "dòng     2  đoạn      Một hai\ndòng     3  đoạn      ba & bốn\n" },
	{ "what is no text is left", BOOK("<beginpage/><para>Một</para>"), "dòng     2  đoạn      Một\n" },
	{ "headings", BOOK("<sect1><title>I. MỤC ĐÍCH</title><sect2><title>1. Chung</title><para>Một</para></sect2></sect1>"),
	  "dòng     2  đề mục 1  I. MỤC ĐÍCH\ndòng     3  đề mục 2    1. Chung\ndòng     4  đoạn      Một\n" },
	{ "lists", BOOK("<itemizedlist mark='bullet'><listitem><para>Một</para></listitem></itemizedlist>"
	                "<orderedlist><listitem><para>Hai</para></listitem><listitem><para>Ba</para></listitem></orderedlist><para>Bốn</para>"),
	  "dòng     2  mục       - Một\ndòng     3  mục       1. Hai\ndòng     4  mục       2. Ba\ndòng     5  đoạn      Bốn\n" },
	{ "a table stands in a paragraph, its cells hold text",
	  BOOK("<para>\n<informaltable><tgroup cols='2'><tbody><row><entry>\nSTT\n</entry><entry>Điểm</entry></row>"
	       "<row><entry><para>1</para></entry><entry>1,5</entry></row></tbody></tgroup></informaltable>\n</para><para>Sau</para>"),
	  "dòng     3  bảng 1: 2 hàng, 2 cột\ndòng     3    │ STT │ Điểm │\ndòng     5    │ 1   │ 1,5  │\n"
	  "dòng     8  đoạn      Sau\n" },
	{ "bold", BOOK("<para>Một <emphasis role='bold'>hai</emphasis></para>"), "dòng     2  đoạn      Một hai\n" },
};

static void test_docbook(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { .a = a };
		struct err e = { 0 };
		struct buf b = buf_open(a);
		if (!reader_doc.read(&r, str_c(rows[i].book), &e))
			fail_msg("%s: %s", rows[i].what, e.message);
		node_print(&b, r.root);
		if (!str_eq(buf_str(&b), str_c(rows[i].tree)))
			fail_msg("%s:\n%.*s", rows[i].what, SF(buf_str(&b)));
	}
}

static const char *const refused[] = { "", "<book>", "<book><para>a</book>", "<book>&x;</book>", "no book at all" };

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct reading r = { .a = a };
		struct err e = { 0 };
		assert_false(reader_doc.read(&r, str_c(refused[i]), &e));
		assert_true(e.message[0] && e.hint[0]);
	}
}

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define BYTES(lit) { lit, sizeof(lit) - 1 }

static void test_sniff(void **state)
{
	(void)state;
	static const struct { str bytes; bool ours; } kinds[] = {
		{ BYTES(OLE "....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), true }, { BYTES("{\\rtf1 a}"), true }, { BYTES(OLE "...."), false },
		{ BYTES(OLE "..W\0o\0r\0k\0b\0o\0o\0k\0"), false }, { BYTES("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), false }, { BYTES(""), false },
	};
	for (size_t i = 0; i < COUNT(kinds); i++)
		assert_int_equal(reader_doc.sniff(kinds[i].bytes) > 0, kinds[i].ours);
}

/* A file that LibreOffice wrote, by whichever program is here. */
static void test_file(void **state)
{
	(void)state;
	const char *root = getenv("KHACPHUC_SOURCE");
	if (!tool_here(&tool_antiword) && !tool_here(&tool_soffice))
		skip();
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)512 << 20);
	struct reading r = { .a = a };
	struct err e = { 0 };
	struct buf b = buf_open(a);
	if (!read_path(a, str_fmt(a, "%s/tests/docin/doc/mau.doc", root ? root : ".").p, &r, &e))
		fail_msg("%s / %s", e.message, e.detail);
	assert_string_equal(r.by->name, "doc");
	node_print(&b, r.root);
	static const char *const parts[] = { "Số: 12/KH-SCT", "1. Rà soát", "2. Báo cáo", "bảng 1: 2 hàng, 4 cột", "│ 1   │ 1.2. Công khai thủ tục │ 2" };
	for (size_t i = 0; i < COUNT(parts); i++)
		if (!strstr(buf_str(&b).p, parts[i]))
			fail_msg("%s is not in\n%.*s", parts[i], SF(buf_str(&b)));
}

int docin_read_doc_tests(void);
int docin_read_doc_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_docbook), cmocka_unit_test(test_refused), cmocka_unit_test(test_sniff), cmocka_unit_test(test_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
