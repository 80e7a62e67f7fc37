/* app/due.h -- a due as a person types it or a document prints it, as the record keeps it
 *
 * SHAPE    due_kept_of reads "Quý II/2026", "tháng 6/2026", "30/6/2026", "10 ngày làm việc kể từ 01/6/2026", "thường xuyên, rà soát hàng tháng".
 *          to: the last day; of an ongoing one the day of its next review after `begins`; of working days by the calendar of the record.
 * UNITS    days
 * ERRORS   due_kept_of: ERR_INPUT no due is named in it. A due without a day (no year, no rhythm) has no .to, and .told says so
 * MEMORY   arena
 * SOURCE   facts.md (due); core/deadline.h; core/calendar.h
 */
#ifndef APP_DUE_H
#define APP_DUE_H
#include "app/record.h"
#include "core/plan.h"

/* "hằng quý": of an ongoing one, how often it is looked at. */
enum rhythm     rhythm_said(struct arena *a, str text);
MUST_CHECK bool due_kept_of(struct arena *a, str text, int year, struct date begins, const struct holidays *h, struct due_kept *ret,
                            struct err *e);

/* What was understood: "Thời hạn “Quý II/2026”: hết ngày 30/06/2026."; of a due without a day .told, else no text. */
str             due_understood(struct arena *a, const struct due_kept *k);

#endif
