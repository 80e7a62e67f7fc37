/* fuzz_wire -- any bytes as a tree of a reading child: refused, or a tree that is written and read again the same */
#include "doc/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static str written(struct arena *a, const struct node *n)
{
	struct buf b = buf_open(a);
	wire_put_tree(&b, n);
	return buf_str(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct wire w = { (const char *)data, (const char *)data + size, NULL };
	struct node *n = wire_tree(&w, a);
	if (!n != !!w.bad)
		__builtin_trap();
	if (n) {
		str once = written(a, n);
		struct wire again = { once.p, once.p + once.n, NULL };
		struct node *m = wire_tree(&again, a);
		if (!m || again.p != again.end || !str_eq(once, written(a, m)))
			__builtin_trap();
	}
	arena_free(a);
	return 0;
}
