/* What pdftotext might print, or words anywhere on pages. A first byte 'P': the rest is words of eight bytes each. */
#include <stdint.h>
#include "docin/page.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int pair(const uint8_t *p) { return (p[0] << 8 | p[1]) * 3; }

static void read_words(struct reading *r, const uint8_t *data, size_t size, struct err *e)
{
	static const str texts[] = { S("TT"), S("1.1"), S("0,5"), S("chữ"), S("-"), S("I."), S("(1)"), S("Tổng") };
	pages p = { 0 };
	for (size_t i = 0; i + 8 <= size; i += 8) {
		const uint8_t *w = data + i;
		if (!p.n || w[7] >= 0xF8)
			*vec_add(r->a, &p) = (struct page){ .width = w[6] & 1 ? 59500 : 84200, .height = w[6] & 1 ? 84200 : 59500 };
		*vec_add(r->a, &p.at[p.n - 1].words) = (struct page_word){
			.x0 = pair(w), .y0 = pair(w + 2), .x1 = pair(w) + w[4] * 20, .y1 = pair(w + 2) + w[5] * 10,
			.sure = w[6] & 2 ? 80 : 0, .text = texts[w[7] % COUNT(texts)] };
	}
	if (!pages_tree(r, &p, e) && !e->message[0])
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct err e = { 0 };
	struct reading r = { .a = a, .by = &reader_pdf };
	struct buf b = buf_open(a);
	if (size && data[0] == 'P')
		read_words(&r, data + 1, size - 1, &e);
	else if (!reader_pdf.read(&r, (str){ (const char *)data, size }, &e) && !e.message[0])
		__builtin_trap();                  /* a refusal without a sentence */
	if (r.root)
		node_print(&b, r.root);
	arena_free(a);
	return 0;
}
