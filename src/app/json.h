/* app/json.h -- the few ways in which the index's JSON is written
 *
 * SHAPE    Texts, points and numbers; what is absent is null. print gives one line and lets go of the object.
 * UNITS    points as decimal strings with a dot
 * ERRORS   none: texts come from trees and from files that were checked, so they are UTF-8
 * MEMORY   jansson's own, until print; then the arena
 * SOURCE   sets.md (JSON)
 */
#ifndef APP_JSON_H
#define APP_JSON_H
#include "core/points.h"
#include <jansson.h>

static inline json_t *text(str s) { return s.n ? json_stringn_nocheck(s.p, s.n) : json_null(); }
static inline json_t *at_points(struct arena *a, points p) { return text(points_dot(a, p)); }

static inline int put(const char *p, size_t n, void *buf)
{
	buf_put(buf, (str){ p, n });
	return 0;
}

static inline str print(struct arena *a, json_t *j)
{
	struct buf b = buf_open(a);
	json_dump_callback(j, put, &b, 0);
	json_decref(j);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

#endif
