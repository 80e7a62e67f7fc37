/* Any bytes as a letter; each of its members is read as what it is, except where a program would be asked. */
#include "docin/read.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct err e = { 0 };
	struct reading r = { .a = a };
	str bytes = { (const char *)data, size };
	reader_eml.sniff(bytes);
	if (!reader_eml.read(&r, bytes, &e) && !e.message[0])
		__builtin_trap();                  /* a refusal without a sentence */
	size_t all = 0;
	for (size_t i = 0; i < r.members.n; i++)
		all += r.members.at[i].bytes.n;
	if (all > 64 * size + 64)
		__builtin_trap();                  /* a letter cannot hold more than it is long, but for a table's markup */
	arena_free(a);
	return 0;
}
