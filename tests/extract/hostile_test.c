/* Inputs that no one means well, through the whole way of a document: none crashes, none goes unread or unprinted. */
#include "app/examine.h"
#include "app/layout.h"
#include "whole.h"

/* NULL: refused, with a sentence. */
static struct facts *through(struct arena *a, str bytes)
{
	struct reading *r = make(a, struct reading);
	struct err e = { 0 };
	if (!read_bytes(a, bytes, r, &e)) {
		assert_true(e.message[0]);
		return NULL;
	}
	restore(a, r->root);
	struct facts *f = extract(a, r->root), *again = NULL;
	f->file.name = S("hostile");
	f->file.sha256 = "00ff";
	f->file.reader = r->by->name;
	checks_run(a, f);
	struct layout l = { .columns = 80 };
	if (!facts_parse(a, facts_json(a, f), &again, &e))
		fail_msg("what is printed cannot be read back: %s", e.message);
	assert_int_equal(again->criteria.n, f->criteria.n);
	assert_true(facts_text(a, f, &l).n > 0);
	struct buf b = buf_open(a);
	node_print(&b, r->root);
	return f;
}

static const struct { const char *label, *text; size_t criteria, fields; } rows[] = {
	{ "header only, Markdown", "| STT | Tiêu chí | Điểm trừ |\n|---|---|---|\n", 0, 0 },
	{ "empty cells", "| STT | Tiêu chí | Điểm trừ |\n|---|---|---|\n| | | |\n| - | - | - |\n", 0, 0 },
	{ "an empty heading row", "| | | |\n|---|---|---|\n| | | |\n", 0, 0 },
	{ "header only, tabs", "STT\tTiêu chí\tĐiểm tối đa\tĐiểm đạt\tĐiểm trừ\n", 0, 0 },
	{ "header only, lines", "STT\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\nĐiểm trừ\nLý do\n", 0, 0 },
	{ "header and numbering", "STT\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\nLý do\n(1)\n(2)\n(3)\n(4)\n(5)\n", 0, 0 },
	{ "a header in the last line", "Văn bản\n\nTT", 0, 0 },
	{ "lone codes", "1.1\n1.2\n1.2.1\n7a.1\n7b\n2\n3.\n", 0, 0 },
	{ "lone words", "Tiêu chí\nTiêu chí 1\nTiêu chí 1.1\nTC 1.1\n", 0, 0 },
	{ "rows without a heading", "1\t1.2. A\t2\t1\n2\t1.3. B\t2\t1\n", 0, 0 },
	{ "ratios of nothing", "| STT | Tiêu chí | Điểm tối đa | Điểm đạt | Điểm trừ |\n|---|---|---|---|---|\n| 1 | 1.1. A đạt 0/0 điểm, đạt 0% | 0 | 0 | 0 |\n", 1, 0 },
	{ "figures as long as can be",
	  "| STT | Tiêu chí | Điểm tối đa | Điểm đạt | Điểm trừ |\n|---|---|---|---|---|\n"
	  "| 1 | 1.1. A | 999999999999999 | 1.123456789 | 999999999999999999999999 |\n| 2 | 1.2. B | 0,000000001 | -999999999999999 | - |\n", 2, 0 },
	{ "one code again and again",
	  "| STT | Tiêu chí | Điểm tối đa |\n|---|---|---|\n| 1 | 1.1. A | 1 |\n| 2 | 1.1. A | 1 |\n| 3 | 1.1. A | 1 |\n", 1, 0 },
	{ "deep numbering",
	  "| STT | Tiêu chí | Điểm tối đa |\n|---|---|---|\n| 1 | 1.1.1.1.1.1. A | 1 |\n| 2 | 1.1.1.1.1.1.1.1.1.1.1.1. B | 1 |\n", 1, 1 },        /* more than six parts are no code: the ordinal is left */
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(EXAMINE_MEMORY);
		struct facts *f = through(a, str_c(rows[i].text));
		if (!f || f->criteria.n != rows[i].criteria || f->fields.n != rows[i].fields)
			fail_msg("%s: %zu criteria, %zu fields", rows[i].label, f ? f->criteria.n : 0, f ? f->fields.n : 0);
		arena_free(a);
	}
}

static const struct { const char *label; const char *bytes; size_t n; } refused[] = {
	{ "nothing", "", 0 },
	{ "blanks", " \n\t\n \r\n", 7 },
	{ "NULs", "\0\0\0\0\0\0\0\0", 8 },
	{ "a program", "\x7f" "ELF\x02\x01\x01\0\0\0\0\0", 12 },
	{ "an archive", "PK\x03\x04\x14\0\x08\0", 8 },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(EXAMINE_MEMORY);
		if (through(a, (str){ refused[i].bytes, refused[i].n }))
			fail_msg("%s: taken", refused[i].label);
		arena_free(a);
	}
}

static void repeat(struct buf *b, const char *what, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_put(b, str_c(what));
}

/* What is large in one direction. */
static void test_large(void **state)
{
	(void)state;
	static const struct { const char *label, *head, *again; size_t n; const char *tail; } larges[] = {
		{ "columns", "STT\tTiêu chí\tĐiểm tối đa\tĐiểm trừ", "\tĐiểm đạt", 10000, "\n1\t1.2. A\t2\t1\n" },
		{ "tabs", "STT\tTiêu chí\tĐiểm tối đa\tĐiểm trừ\n1\t1.2. A\t2\t1", "\t", 10000, "\n" },
		{ "tabs alone", "", "\t", 10000, "x\n" },
		{ "columns of Markdown", "| STT | Tiêu chí | Điểm trừ |", " Điểm |", 2000, "\n" },
		{ "headings without a body", "", "STT\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\n", 500, "" },
		{ "small tables, a line a cell", "", "Mã số\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\nĐiểm trừ\n1.1\nA\n2\n1\n1\n1.2\nB\n1\n1\n0\n", 500, "" },
		{ "tables that are none after all", "", "Mã số\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\nLý do\n1.1\nA\n2\n1\nMột hai\nba bốn\n", 500, "" },
		{ "empty lines in a table", "STT\nTiêu chí\nLý do\n1\nA\n", "\n", 200000, "B\n" },
		{ "rows of empty cells", "STT\nTiêu chí\nLý do\n", "1\n\n\n", 20000, "" },
		{ "numbering rows", "STT Tiêu chí Điểm trừ Lý do\n", "(1) (2) (3) (4)\n", 500, "" },
		{ "a code of many parts", "Tiêu chí 1", ".1", 5000, ": A đạt 1/2 điểm\n" },
		{ "sections in sections", "", "I. A\n\n1. B\n\n1.1. C\n\n1.1.1. D\n\na) E\n\n", 300, "" },
		{ "criteria in one cell", "| TT | Tồn tại, hạn chế | Giải pháp |\n|---|---|---|\n| 1 | ", "Tiêu chí 1.1: A đạt 0/1 điểm<br>", 300, "| Làm |\n" },
		{ "one long word", "Tiêu chí 1.1: ", "dài", 20000, "\n" },
		{ "one long line", "Tiêu chí 1.1: A đạt 0/1 điểm do ", "chậm, ", 8000, "\n" },
		{ "brackets", "KẾ HOẠCH\n\n", "(((([[[[", 3000, "\n" },
		{ "ratios", "Tiêu chí 1.1: A ", "1/2 ", 3000, "\n" },
		{ "dates", "KẾ HOẠCH\n\nĐến ", "ngày 1/1/2025 ", 2000, "\n" },
		{ "recipients", "KẾ HOẠCH\n\nNơi nhận:\n", "- Sở Nội vụ;\n", 1000, "" },
		{ "citations", "KẾ HOẠCH\n\nCăn cứ ", "Quyết định số 1/QĐ-UBND ngày 1/1/2025; ", 800, "\n" },
	};
	for (size_t i = 0; i < COUNT(larges); i++) {
		struct arena *a = arena_open(EXAMINE_MEMORY);
		struct buf b = buf_open(a);
		buf_put(&b, str_c(larges[i].head));
		repeat(&b, larges[i].again, larges[i].n);
		buf_put(&b, str_c(larges[i].tail));
		if (!through(a, buf_str(&b)))
			fail_msg("%s: refused", larges[i].label);
		arena_free(a);
	}
}

/* A row of three million words goes undivided into one column: dealing them out would take more memory than a row may have. */
static void test_one_huge_row(void **state)
{
	(void)state;
	enum { WORDS = 16, LINES = 200 * 1000 };
	struct arena *a = arena_open((size_t)2 << 30);
	struct buf b = buf_open(a);
	buf_put(&b, S("TT\n\nCác tồn tại\n\nGiải pháp\n\nThời hạn\n\n(1) (2) (3) (4)\n Tiêu chí 1.1 Báo cáo đạt 1/2 điểm do chậm\n"));
	for (size_t i = 0; i < LINES; i++) {
		for (size_t k = 0; k < WORDS; k++)
			buf_put(&b, S("a "));
		buf_put(&b, S("\n"));
	}
	struct facts *f = through(a, buf_str(&b));
	assert_non_null(f);
	assert_int_equal(f->criteria.n, 1);
	arena_free(a);
}

/* Three thousand criteria, as tables of each kind: all are found. */
static void test_many_criteria(void **state)
{
	(void)state;
	enum { N = 3000 };
	static const struct { const char *head, *row; } forms[] = {
		{ "| STT | Tiêu chí | Điểm tối đa | Điểm đạt | Điểm trừ | Lý do |\n|---|---|---|---|---|---|\n", "| %d | %d.%d.%d. Tiêu chí thử | 2 | 1,5 | 0,5 | Chưa làm |\n" },
		{ "STT\tTiêu chí\tĐiểm tối đa\tĐiểm đạt\tĐiểm trừ\tLý do\n", "%d\t%d.%d.%d. Tiêu chí thử\t2\t1,5\t0,5\tChưa làm\n" },
		{ "STT\nTiêu chí\nĐiểm tối đa\nĐiểm đạt\nĐiểm trừ\nLý do\n", "%d\nTiêu chí %d.%d.%d: Tiêu chí thử\n2\n1,5\n0,5\nChưa làm\n" },
	};
	for (size_t k = 0; k < COUNT(forms); k++) {
		struct arena *a = arena_open(EXAMINE_MEMORY);
		struct buf b = buf_open(a);
		buf_put(&b, str_c(forms[k].head));
		for (int i = 0; i < N; i++)
			buf_fmt(&b, forms[k].row, i + 1, 1 + i / 400, 1 + i / 20 % 20, 1 + i % 20);
		struct facts *f = through(a, buf_str(&b));
		assert_non_null(f);
		if (f->criteria.n != N)
			fail_msg("form %zu: %zu criteria", k, f->criteria.n);
		for (size_t i = 0; i < N; i++) {
			const struct criterion *c = &f->criteria.at[i];
			assert_true(c->max.present && c->points.present && c->printed_lost.present);
		}
		arena_free(a);
	}
}

static uint32_t next(uint32_t *seed) { return (*seed = *seed * 1664525u + 1013904223u) >> 8; }

/* Bytes, and pieces of what such documents are made of, thrown together. The seeds are fixed. */
static void test_random(void **state)
{
	(void)state;
	static const char *const bits[] = {
		"\n", "\n\n", "\t", " ", " | ", "|---|---|---|\n", "<br>", "\f", "STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Điểm trừ", "Lý do", "Giải pháp",
		"Thời hạn", "1.2", "7a.1.2.", "Tiêu chí 3.1:", "đạt 1,5/2 điểm", "(-0,25 điểm)", "do", "Quý II/2026", "Thường xuyên", "trước 31/12", "KẾ HOẠCH",
		"I. MỤC ĐÍCH", "1. Văn phòng", "- ", "a) ", "Đơn vị chủ trì:", "Nơi nhận:", "PHỤ LỤC", "Tổng cộng", "0,5", "-", "95%", "chưa", "# ", "<table><tr><td>",
		"</td></tr>", "số 12/KH-UBND ngày 1/1/2025", "\xC3", "\xE2\x80", "e\xCC\x81", "\xEF\xBB\xBF", "năm 2025",
	};
	size_t taken = 0;
	for (uint32_t round = 0; round < 200; round++) {
		uint32_t seed = round * 2654435761u + 1;
		struct arena *a = arena_open(EXAMINE_MEMORY);
		struct buf b = buf_open(a);
		size_t n = 20 + next(&seed) % 400;
		for (size_t i = 0; i < n; i++) {
			char byte = (char)(next(&seed) & 255);
			if (round % 4 == 0)
				buf_put(&b, (str){ &byte, 1 });
			else if (round % 4 == 1)
				buf_fmt(&b, "%c", 32 + (byte & 127) % 95);
			else
				buf_put(&b, str_c(bits[next(&seed) % COUNT(bits)]));
		}
		taken += through(a, buf_str(&b)) != NULL;
		arena_free(a);
	}
	assert_true(taken >= 50);               /* else what is thrown together tests only the reader */
}

int extract_hostile_tests(void);
int extract_hostile_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_one_huge_row),
		cmocka_unit_test(test_many_criteria),
		cmocka_unit_test(test_random),
	};
	return cmocka_run_group_tests_name("extract/hostile", tests, NULL, NULL);
}
