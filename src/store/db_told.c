#include "store/db_driver.h"

/* $1 … is understood by both. %1 the table, %2 the second one. */
static const char *const texts[] = {
	[TOLD_PAGE] = "SELECT * FROM %1 WHERE id > $1 ORDER BY id LIMIT $2",
	[TOLD_ASTRAY] = ("SELECT c.id, c.entity_id FROM %1 c WHERE c.id > $1 AND c.entity = $3 AND NOT EXISTS"
	                 " (SELECT 1 FROM %2 t WHERE t.id = c.entity_id) ORDER BY c.id LIMIT $2"),
	[TOLD_CLEAR] = "DELETE FROM %1",
};

void told_quote(struct buf *b, str name)
{
	buf_put(b, S("\""));
	for (size_t i = 0; i < name.n; i++) {
		buf_put(b, str_sub(name, i, i + 1));
		if (name.p[i] == '"')
			buf_put(b, S("\""));
	}
	buf_put(b, S("\""));
}

str told_text(struct arena *a, enum told_kind kind, str one, str two)
{
	struct buf b = buf_open(a);
	for (const char *p = texts[kind]; *p; p++)
		if (*p != '%')
			buf_put(&b, (str){ p, 1 });
		else
			told_quote(&b, *++p == '1' ? one : two);
	return buf_str(&b);
}

/* ("id","name",…) of the columns of the rows */
void told_columns(struct buf *b, struct rows *like)
{
	for (int i = 0, n = rows_columns(like); i < n; i++) {
		buf_put(b, i ? S(",") : S("("));
		told_quote(b, str_c(col_name(like, i)));
	}
	buf_put(b, S(")"));
}
