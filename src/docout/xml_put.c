#include "docout/xml_put.h"
#include "base/fold.h"

/* What stands in the file instead of the character; no text: the character itself. */
static str instead(uint32_t c, bool *gone)
{
	*gone = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || c == 0xFFFE || c == 0xFFFF;
	switch (c) {
	case '&':    return S("&amp;");
	case '<':    return S("&lt;");
	case '>':    return S("&gt;");
	case '"':    return S("&quot;");
	case '\t':
	case '\n':
	case '\r':   return S(" ");
	case 0xFFFD: return S("\xEF\xBF\xBD");
	default:     return (str){ 0 };
	}
}

void xml_put(struct buf *b, str text)
{
	size_t from = 0;                           /* of what goes over as it is */
	for (size_t at = 0, here = 0; at < text.n; here = at) {
		bool gone;
		uint32_t c = utf8_next(text, &at);
		str s = instead(c, &gone);
		if (!s.n && !gone)
			continue;
		buf_put(b, str_sub(text, from, here));
		buf_put(b, s);
		from = at;
	}
	buf_put(b, str_sub(text, from, text.n));
}
