#include "core/codes.h"
#include <stdint.h>

/* slots: a power of two, at most half of them taken. */
struct code_slot { str code; size_t index; };

enum { SLOTS_MIN = 64 };

/* FNV-1a */
static size_t hash(str code)
{
	uint64_t h = 0xcbf29ce484222325U;
	for (size_t i = 0; i < code.n; i++)
		h = (h ^ (unsigned char)code.p[i]) * 0x100000001b3U;
	return (size_t)(h ^ h >> 32);
}

static struct code_slot *slot_of(const struct codes *c, str code)
{
	size_t i = hash(code) & (c->slots - 1);
	while (c->slot[i].code.n && !str_eq(c->slot[i].code, code))
		i = (i + 1) & (c->slots - 1);
	return &c->slot[i];
}

static void widen(struct arena *a, struct codes *c)
{
	struct codes wide = { .n = c->n, .slots = c->slots ? c->slots * 2 : SLOTS_MIN };
	wide.slot = make_n(a, struct code_slot, wide.slots);
	for (size_t i = 0; i < c->slots; i++)
		if (c->slot[i].code.n)
			*slot_of(&wide, c->slot[i].code) = c->slot[i];
	*c = wide;
}

void codes_add(struct arena *a, struct codes *c, str code, size_t index)
{
	if (c->n * 2 >= c->slots)
		widen(a, c);
	struct code_slot *s = slot_of(c, code);
	if (!code.n || s->code.n)
		return;
	*s = (struct code_slot){ code, index };
	c->n++;
}

size_t codes_find(const struct codes *c, str code)
{
	if (!c->n || !code.n)
		return NO_INDEX;
	const struct code_slot *s = slot_of(c, code);
	return s->code.n ? s->index : NO_INDEX;
}

str code_plain(struct arena *a, str code)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] != ' ')
			buf_put(&b, str_sub(code, i, i + 1));
	str s = buf_str(&b);
	while (s.n && s.p[s.n - 1] == '.')
		s.n--;
	return s;
}
