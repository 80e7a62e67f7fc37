/* Any bytes, as the markdown reader gets them: decoded, unless that refuses them. */
#include "docin/encoding.h"
#include "docin/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)512 << 20);
	struct err e = { 0 };
	struct reading r = { 0 };
	struct reading one = { .a = a };
	str bytes = { (const char *)data, size }, text;
	struct buf b = buf_open(a);
	if (encoding_decode(a, bytes, &text, &e) && text.n && reader_markdown.read(&one, text, &e)) {
		node_text(a, one.root, &(text_marks){ 0 });
		node_print(&b, one.root);
	} else if (text.n && !e.message[0] && size) {
		__builtin_trap();                  /* a refusal without a sentence */
	}
	e = (struct err){ 0 };
	if (!read_bytes(a, bytes, &r, &e) && !e.message[0])
		__builtin_trap();
	arena_free(a);
	return 0;
}
