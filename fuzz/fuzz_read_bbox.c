/* What pdftotext might print and pdftoppm draw, or words and rules anywhere on pages. A first byte 'P': the rest is words of eight bytes
 * each; 'R': some of them are rules. */
#include <stdint.h>
#include "docin/page_rules.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int pair(const uint8_t *p) { return (p[0] << 8 | p[1]) * 3; }

static void read_words(struct reading *r, const uint8_t *data, size_t size, bool rules, struct err *e)
{
	static const str texts[] = { S("TT"), S("1.1"), S("0,5"), S("chữ"), S("-"), S("I."), S("(1)"), S("Tổng") };
	pages p = { 0 };
	for (size_t i = 0; i + 8 <= size; i += 8) {
		const uint8_t *w = data + i;
		if (!p.n || w[7] >= 0xF8)
			*vec_add(r->a, &p) = (struct page){ .width = w[6] & 1 ? 59500 : 84200, .height = w[6] & 1 ? 84200 : 59500 };
		struct page *on = &p.at[p.n - 1];
		if (rules && w[6] & 4) {
			page_rules *to = w[6] & 8 ? &on->across : &on->down;
			if (to->n < RULES_MAX)
				*vec_add(r->a, to) = (struct page_rule){ pair(w), pair(w + 2), pair(w + 2) + (w[4] + 1) * 200 };
			continue;
		}
		*vec_add(r->a, &on->words) = (struct page_word){
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
	if (size && (data[0] == 'P' || data[0] == 'R'))
		read_words(&r, data + 1, size - 1, data[0] == 'R', &e);
	else if (!reader_pdf.read(&r, (str){ (const char *)data, size }, &e) && !e.message[0])
		__builtin_trap();                  /* a refusal without a sentence */
	if (r.root)
		node_print(&b, r.root);
	arena_free(a);
	return 0;
}
