/* app/log.h -- the audit log as a person reads it: who, when, what, which thing, and what of it changed
 *
 * SHAPE    Newest first, a page at a time. Of a row that changed only the columns that differ, before → after; of a new one and of one
 *          that is gone what it held. Words and labels: app/log.def. A person sees the log of the bodies in which they may; who sees
 *          that of every body also sees what belongs to none (people, holidays, cycles).
 * UNITS    days and hours of Vietnam; page: from 1
 * ERRORS   ERR_INPUT no such kind of thing; as app/unit.h for the body
 * MEMORY   arena
 * SOURCE   issue 5 (audit log); domain.md 1; store/audit.h
 */
#ifndef APP_LOG_H
#define APP_LOG_H
#include "app/layout.h"
#include "app/record.h"
#include "core/date.h"

enum { LOG_PAGE = 50 };
struct log_asked { str body, entity, by; struct date from, to; int page; };      /* no text, no year: any; entity: "remedy" or "giải pháp" */
struct log_change { const char *column; str label, before, after; };
struct log_row {
	int64_t id, entity_id;
	str     at, when, login, who, what, entity, entity_vi, name, body;
	bool    added, gone;
	VEC(struct log_change) changes;
};
struct log { VEC(struct log_row) rows; int page; bool more; };

MUST_CHECK bool log_load(struct record *r, struct arena *a, const struct log_asked *q, struct log *ret, struct err *e);
/* "điểm bị trừ" of ("finding", "lost"); the column itself where nobody has named it. */
const char     *log_entity(str table);                   /* "tồn tại" of "finding" */
const char     *log_label(str table, const char *column);
/* "kế hoạch" of ("kind", "plan"); the value itself where it has no word. */
str             log_word(const char *column, str value);
str             log_text(struct arena *a, const struct log *l, const struct layout *y);
str             log_json(struct arena *a, const struct log *l);

#endif
