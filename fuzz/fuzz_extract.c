/* The whole way of a document: any bytes are read, restored, searched, checked and printed in both forms. What is
 * printed as JSON must be read back. */
#include "app/examine.h"
#include "app/layout.h"
#include "core/check.h"
#include "docin/read.h"
#include "extract/extract.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct reading r = { 0 };
	struct err e = { 0 };
	struct layout l = { .columns = 80 };
	if (!read_bytes(a, (str){ (const char *)data, size }, &r, &e))
		return 0;
	struct facts *f = extract(a, r.root), *again;
	f->file.name = S("fuzz");
	f->file.sha256 = "00ff";
	f->file.reader = r.by->name;
	checks_run(a, f);
	if (!facts_parse(a, facts_json(a, f), &again, &e))
		abort();
	(void)facts_text(a, f, &l);
	return 0;
}
