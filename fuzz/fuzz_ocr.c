/* What tesseract might print; a first byte 'P': what pdftoppm might draw. */
#include "docin/ocr.h"
#include "docin/ocr_rules.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct err e = { 0 };
	struct reading r = { .a = a };
	str bytes = { (const char *)data, size }, bare;
	struct buf b = buf_open(a);
	if (size && data[0] == 'P') {
		if (ocr_without_rules(a, bytes, &bare) && bare.n != size)
			__builtin_trap();
	} else if (!ocr_tree(&r, bytes, &e) && !e.message[0]) {
		__builtin_trap();                  /* a refusal without a sentence */
	}
	if (r.root)
		node_print(&b, r.root);
	arena_free(a);
	return 0;
}
