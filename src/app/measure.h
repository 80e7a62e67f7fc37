/* app/measure.h -- a figure that a person measured, or that is to be reached, as they type it
 *
 * SHAPE    "90,63%", "8/9", "3 ngày", "12"; a target may begin or end with "từ … trở lên", "≥", "dưới", "không quá", … (none: at least)
 * UNITS    value: exact decimal; percent, working days or count
 * ERRORS   false for what is no figure
 * MEMORY   texts borrow
 * SOURCE   facts.md (measures, targets)
 */
#ifndef APP_MEASURE_H
#define APP_MEASURE_H
#include "core/facts.h"

struct measured { str text; enum unit unit; struct figure value, done, total; enum target_op op; };

bool measure_typed(struct arena *a, str typed, struct measured *ret);
bool measure_reached(const struct measured *m, struct exact value);        /* m is a target */

#endif
