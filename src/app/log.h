/* app/log.h -- the audit log as a person reads it: who, when, what they did to which things, and what of these changed
 *
 * SHAPE    A row is one act: what was written at once (a transaction), newest first, a page at a time. words: "Nhập văn bản 118/BC-STP:
 *          7 tồn tại, 9 giải pháp". Things are called as people call them (a criterion by its code, a remedy by its text, a person by
 *          the name), also those that are gone: the log kept what they were. Of a thing that changed only the columns that differ,
 *          before → after; of a new one and of one that is gone what it held. LOG_FEW things of an act are shown; of one that is asked
 *          for by its number all, a page at a time. Words, labels and names: app/log.def. A person sees the log of the bodies in which
 *          they may; who sees that of every body also sees what belongs to none (people, holidays, cycles).
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

enum { LOG_PAGE = 30, LOG_FEW = 20, LOG_MANY = 100 };     /* acts of a page; things of an act; things of a page of one act */
struct log_asked { str body, entity, by; struct date from, to; int64_t act; int page; };  /* no text, no year, 0: any; entity: "remedy" or "giải pháp" */
struct log_change { const char *column; str label, before, after; };
struct log_thing {
	int64_t id;
	str     entity, entity_vi, name, body;        /* name no text: it has none, its number is all that is known */
	bool    added, gone;
	VEC(struct log_change) changes;
};
struct log_act {
	int64_t id;
	str     at, when, login, who, what, words, body;      /* body no text: of several, or of none */
	int     rest;                                 /* things that are not shown; they are with /nhat-ky?act=… */
	bool    named;                                /* its only thing is the one in words */
	VEC(struct log_thing) things;
};
struct log { VEC(struct log_act) acts; int page; bool more; };

MUST_CHECK bool log_load(struct record *r, struct arena *a, const struct log_asked *q, struct log *ret, struct err *e);
/* "điểm bị trừ" of ("finding", "lost"); the column itself where nobody has named it. */
const char     *log_entity(str table);                   /* "tồn tại" of "finding" */
const char     *log_label(str table, const char *column);
/* "kế hoạch" of ("kind", "plan"); the value itself where it has no word. */
str             log_word(const char *column, str value);
str             log_text(struct arena *a, const struct log *l, const struct layout *y);
str             log_json(struct arena *a, const struct log *l);

#endif
