#include "app/operate.h"
#include "store/audit.h"

str wrong_text(struct arena *a, const struct wrong *w, const struct layout *y)
{
	struct buf b = buf_open(a);
	layout_ink(&b, y, w->doubt ? INK_WARNING : INK_ERROR, w->doubt ? S("lưu ý  ") : S("sai    "));
	layout_para(&b, y, layout_safe(a, w->says), 7, 7);
	if (w->hint && *w->hint) {
		buf_put(&b, S("       "));
		layout_para(&b, y, str_c(w->hint), 7, 7);
	}
	return buf_str(&b);
}

static void member(struct buf *b, const char *key, str s)
{
	buf_fmt(b, ", \"%s\": ", key);
	if (s.n)
		audit_quote(b, s);
	else
		buf_put(b, S("null"));
}

str wrong_json(struct arena *a, const struct wrong *w)
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "{\"check\": \"%s\", \"doubt\": %s", w->check, w->doubt ? "true" : "false");
	member(&b, "table", w->table);
	if (w->id)
		buf_fmt(&b, ", \"id\": %lld", (long long)w->id);
	else
		buf_put(&b, S(", \"id\": null"));
	member(&b, "column", w->column);
	member(&b, "expected", w->expected);
	member(&b, "there", w->there);
	member(&b, "message", w->says);
	member(&b, "hint", str_c(w->hint));
	buf_put(&b, S("}"));
	return buf_str(&b);
}
