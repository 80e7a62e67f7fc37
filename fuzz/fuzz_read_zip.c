/* Any bytes as an archive, and as a spreadsheet of LibreOffice where it is one XML file. */
#include "docin/read.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_by(const struct reader *by, struct arena *a, str bytes)
{
	struct err e = { 0 };
	struct reading r = { .a = a };
	struct buf b = buf_open(a);
	by->sniff(bytes);
	if (!by->read(&r, bytes, &e) && !e.message[0])
		__builtin_trap();                  /* a refusal without a sentence */
	if (r.root)
		node_print(&b, r.root);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	str bytes = { (const char *)data, size };
	if (str_starts(bytes, S("PK")))
		read_by(&reader_zip, a, bytes);
	else
		read_by(&reader_ods, a, bytes);
	arena_free(a);
	return 0;
}
