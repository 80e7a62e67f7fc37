/* web/view.h -- what a page has to say: a small tree of named values
 *
 * SHAPE    A view is an object of named values, in the order in which they were put. A page's run fills one; a browser gets the page's
 *          template walked over it (web/render.h), a program the same as JSON (view_json): so whatever a person can see, a program can
 *          have. Every name that a template asks for is always put, also when there is nothing to say: then it is null. A name is put
 *          once; put again it replaces. view_row: a new last object of a list; view_rows: the list, empty until rows come.
 * UNITS    Names are lower-case English with "_". JSON: points and percents as strings with a dot ("0.228", "81.25"), days ISO, moments
 *          UTC, counts as numbers. For people: "0,228", "81,25", "14/06/2026", "20:05 21/11/2026" in Vietnam. percent: hundredths
 * ERRORS   none; view_link with what is no address of ours puts null
 * MEMORY   arena of the view; names are literals; texts borrow
 * SOURCE   blueprint.md (a page's function fills one view); facts.md (points travel as strings)
 */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H
#include "base/str.h"
#include "core/date.h"
#include "core/points.h"

enum view_kind { VIEW_NOTHING, VIEW_TEXT, VIEW_COUNT, VIEW_POINTS, VIEW_PERCENT, VIEW_DAY, VIEW_MOMENT, VIEW_YES, VIEW_LINK, VIEW_OBJECT,
                 VIEW_LIST };

struct view;
struct view_list { VEC(struct view *) at; };
struct view_value {
	const char    *name;
	uint32_t       mark;                         /* of the name: what most others have not */
	enum view_kind kind;
	union {
		str               text;              /* TEXT, MOMENT ("2026-11-21T20:05:08Z"), LINK */
		int64_t           n;                 /* COUNT, POINTS, PERCENT, YES */
		struct date       day;
		struct view      *object;
		struct view_list *list;
	};
};
struct view { struct arena *a; VEC(struct view_value) at; };

struct view *view_open(struct arena *a);
void         view_text(struct view *v, const char *name, str text);          /* no text: null */
void         view_count(struct view *v, const char *name, int64_t n);        /* negative: null */
void         view_points(struct view *v, const char *name, points p);        /* INT64_MIN: null */
void         view_percent(struct view *v, const char *name, int64_t p);      /* negative: null */
void         view_day(struct view *v, const char *name, struct date d);      /* no year: null; "2026-06" and "2026" are days too */
void         view_moment(struct view *v, const char *name, str at);
void         view_yes(struct view *v, const char *name, bool yes);
/* An address of ours; begins with one '/'. Only such a value may stand first in href, src, action and hx-get of a template. */
void         view_link(struct view *v, const char *name, str address);
struct view *view_object(struct view *v, const char *name);                  /* the one that is there, else a new one */
struct view_list *view_rows(struct view *v, const char *name);               /* likewise */
struct view *view_row(struct view *v, const char *name);
void         view_take(struct view *v, const struct view *from);             /* all that stands there, as if put here */

const struct view_value *view_find(const struct view *v, str name);          /* NULL: never put */

/* A value that is no object and no list, as words: for people, or as programs have it. Borrows, or stands in room; no text: null. */
enum { VIEW_ROOM = FIGURE_ROOM };
str          view_words(char room[VIEW_ROOM], const struct view_value *v, bool people);
bool         view_is_address(str s);               /* one '/' first, no second, no white space: it cannot name another host */
str          view_json(struct arena *a, const struct view *v);               /* one object, one line, "\n" */

#endif
