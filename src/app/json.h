/* app/json.h -- small words for JSON that a program prints of the record
 *
 * SHAPE    an empty text, a day or points that are not known are null; points are strings ("1.778")
 * UNITS    none
 * ERRORS   none
 * MEMORY   json_done frees the tree and gives its text, with a line end
 * SOURCE   facts.md (points travel as strings)
 */
#ifndef APP_JSON_H
#define APP_JSON_H
#include "core/date.h"
#include "core/points.h"
#include <jansson.h>

json_t *j_text(str s);
json_t *j_word(const char *s);                    /* NULL: null */
json_t *j_day(struct arena *a, struct date d);
json_t *j_points(struct arena *a, points p);      /* INT64_MIN: null */
json_t *j_count(int64_t n);                       /* negative: null */
json_t *j_id(int64_t id);                         /* 0: null */
str     json_done(struct arena *a, json_t *j);

#endif
