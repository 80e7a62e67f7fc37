/* fuzz_wire -- any bytes as a tree of a reading child, and as a document to be drawn: refused, or a tree that is written and read
 * again the same. What a reader may say, a document may be. */
#include "doc/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static str written(struct arena *a, const struct node *n)
{
	struct buf b = buf_open(a);
	wire_put_tree(&b, n);
	return buf_str(&b);
}

typedef struct node *reading(struct wire *w, struct arena *a);

static bool try(struct arena *a, reading *read, str bytes)
{
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	struct node *n = read(&w, a);
	if (!n != !!w.bad)
		__builtin_trap();
	if (!n)
		return false;
	str once = written(a, n);
	struct wire again = { once.p, once.p + once.n, NULL };
	struct node *m = read(&again, a);
	if (!m || again.p != again.end || !str_eq(once, written(a, m)))
		__builtin_trap();
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	str bytes = { (const char *)data, size };
	bool read = try(a, wire_tree, bytes), document = try(a, wire_document, bytes);
	if (read && !document)
		__builtin_trap();
	arena_free(a);
	return 0;
}
