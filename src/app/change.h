/* app/change.h -- what a change in the log says to a person, and who was faster
 *
 * SHAPE    change_words: "thời hạn: Quý I/2026 → Quý II/2026; nội dung đã sửa", out of the row before and after. change_faster: the sentence for
 *          who edits what somebody else has edited since they looked at it (always false).
 * UNITS    none
 * ERRORS   ERR_CONFLICT
 * MEMORY   arena
 * SOURCE   store/audit.h
 */
#ifndef APP_CHANGE_H
#define APP_CHANGE_H
#include "app/record.h"

str  change_words(struct arena *a, str before, str after);
str  change_when(struct arena *a, str at);                      /* "20:05 21/11/2026", in Vietnam */
bool change_faster(struct record *r, struct arena *a, const char *entity, int64_t id, str name, struct err *e);

#endif
