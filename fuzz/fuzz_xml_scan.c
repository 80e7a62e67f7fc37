/* Any bytes as XML: what expat takes, the scanner takes too, and says the same of it, whole or in pieces. The scanner may take
 * more: it does not look at a few things (base/xml_scan.h). The first byte says how long the pieces are. */
#include "base/xml_scan.h"
#include <expat.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct said { struct buf b; };

static void put_name(struct said *s, const char *mark, const char *name)
{
	buf_put(&s->b, str_c(mark));
	buf_put(&s->b, str_c(name));
	buf_put(&s->b, S("\n"));
}

static void on_open(void *ctx, const char *name, const char **attrs)
{
	put_name(ctx, "\n<", name);
	for (; *attrs; attrs++)
		put_name(ctx, "=", *attrs);
}

static void on_close(void *ctx, const char *name) { put_name(ctx, "\n/", name); }
static void on_text(void *ctx, const char *p, int n) { buf_put(&((struct said *)ctx)->b, (str){ p, (size_t)n }); }

static bool scan(struct arena *a, str text, size_t piece, struct said *s)
{
	static const struct xml_scan_calls calls = { on_open, on_close, on_text };
	bool stop = false;
	*s = (struct said){ buf_open(a) };
	struct xml_scan *x = xml_scan_open(a, &calls, s, &stop);
	for (size_t at = 0; at < text.n; at += piece)
		if (xml_scan_feed(x, str_sub(text, at, at + piece)) != XML_SCAN_MORE)
			return false;
	return xml_scan_feed(x, (str){ 0 }) == XML_SCAN_MORE;
}

static bool expat(struct arena *a, str text, struct said *s)
{
	XML_Parser p = XML_ParserCreate("UTF-8");
	*s = (struct said){ buf_open(a) };
	XML_SetUserData(p, s);
	XML_SetElementHandler(p, on_open, on_close);
	XML_SetCharacterDataHandler(p, on_text);
	bool ok = XML_Parse(p, text.p, (int)text.n, 1) == XML_STATUS_OK;
	XML_ParserFree(p);
	return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	struct arena *a = arena_open((size_t)256 << 20);
	str text = str_sub((str){ (const char *)data, size }, 1, size);
	struct said whole, pieces, judge;
	bool one = scan(a, text, text.n + 1, &whole), many = scan(a, text, data[0] % 16 + 1, &pieces);
	if (one != many || (one && !str_eq(buf_str(&whole.b), buf_str(&pieces.b))))
		__builtin_trap();
	/* a byte order mark is taken off before the scanner; a document type is refused */
	bool mark = str_starts(text, S("\xEF\xBB\xBF")), type = str_find(text, S("<!DOCTYPE"), 0) < text.n;
	if (!mark && !type && expat(a, text, &judge) && (!one || !str_eq(buf_str(&whole.b), buf_str(&judge.b))))
		__builtin_trap();
	arena_free(a);
	return 0;
}
