#include "app/json.h"

json_t *j_text(str s) { return s.n ? json_stringn_nocheck(s.p, s.n) : json_null(); }
json_t *j_word(const char *s) { return s && *s ? json_string_nocheck(s) : json_null(); }
json_t *j_day(struct arena *a, struct date d) { return j_text(date_iso(a, d)); }
json_t *j_points(struct arena *a, points p) { return p == INT64_MIN ? json_null() : j_text(points_dot(a, p)); }
json_t *j_count(int64_t n) { return n < 0 ? json_null() : json_integer(n); }
json_t *j_id(int64_t id) { return id ? json_integer(id) : json_null(); }

static int put(const char *bytes, size_t n, void *to)
{
	buf_put(to, (str){ bytes, n });
	return 0;
}

str json_done(struct arena *a, json_t *j)
{
	struct buf b = buf_open(a);
	json_dump_callback(j, put, &b, JSON_INDENT(1));
	json_decref(j);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}
