/* A set, a sheet and results out of a hostile document or JSON; what is accepted as JSON is printed, and what was printed is read
 * again as the same. */
#include "app/index.h"
#include "docin/read.h"
#include "extract/book.h"
#include "extract/extract.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ROOM ((size_t)1 << 30)

static void json(struct arena *a, str bytes)
{
	struct told t = { 0 }, again = { 0 };
	struct criteria_set *s, *same;
	struct sheet *sheet;
	standings all = { 0 };
	if (!set_parse(a, bytes, &s, &t)) {
		if (ranking_parse(a, bytes, &all, &again))
			ranking_json(a, make_n(a, struct standing *, 1), 0);
		return;
	}
	str once = set_json(a, s);
	if (!set_parse(a, once, &same, &again) || !str_eq(once, set_json(a, same)))
		fprintf(stderr, "%.*s", SF(once)), abort();
	if (sheet_parse(a, bytes, s, &sheet, &again))
		sheet_json(a, s, sheet);
}

static void document(struct arena *a, str bytes)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	struct told t = { 0 };
	struct criteria_set *s = NULL;
	struct sheet *sheet;
	standings all = { 0 };
	if (!read_bytes(a, bytes, &r, &e) || !r.root)
		return;
	restore(a, r.root);
	bool set = book_set(a, r.root, false, &s, &t), filled = book_sheet(a, r.root, s, &sheet, &t);
	if (set != filled || !book_results(a, r.root, &all, &t))
		set_json(a, s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str bytes = { (const char *)data, size };
	if (size && data[0] == '{')
		json(a, bytes);
	else
		document(a, bytes);
	return 0;
}
