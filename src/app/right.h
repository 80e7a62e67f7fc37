/* app/right.h -- who is here, where they are, and what they may do there: asked once a request, before anything is shown
 *
 * SHAPE    The statements of the store check every right again by themselves (SEES, MAY); this is for deciding early and for not showing
 *          what may not be pressed. person_here: the person as the head of a page has them. place: the body a page is about, with
 *          its cycle.
 *          rights: what the person may do with that body: right_has(&rights, "findings", "change|propose").
 *          PLACE_UNIT with id 0: the person's own body, else the first they have the right in. PLACE_HIGHEST: who may see in any body may
 *          see there. area NULL: any right will do. year 0: of the newest cycle in which the body has findings or a
 *          sheet, else of the newest; of a row (finding …): its own. Three statements.
 * UNITS    ids
 * ERRORS   right_place: ERR_NOT_FOUND there is no such unit, finding …, or no cycle of that year; ERR_DENIED it is there and the person
 *          has none of the acts. A finding … of a body in which the person has no right at all is not there for them.
 * MEMORY   arena
 * SOURCE   domain.md 1 (table of rights); src/store/sql/0002_rights.sql
 */
#ifndef APP_RIGHT_H
#define APP_RIGHT_H
#include "app/record.h"

enum place_of { PLACE_NONE, PLACE_UNIT, PLACE_HIGHEST, PLACE_FINDING, PLACE_REMEDY, PLACE_EVIDENCE, PLACE_DOCUMENT, PLACE_REQUEST,
                PLACE_JOB, PLACE_PERSON, PLACE_ISSUED };

struct person_here { int64_t id, unit; str login, name, title, unit_name; };
struct right { str area, act; };
struct place {
	int64_t unit, body, cycle;             /* unit: what was asked for, perhaps a room of body */
	int     year;                          /* 0: there is no cycle yet */
	str     unit_name, body_name, level, symbol;
	VEC(int) years;                        /* newest first */
	VEC(struct right) rights;
};

MUST_CHECK bool right_place(struct record *r, struct arena *a, enum place_of of, int64_t id, int year, const char *area, const char *acts,
                            struct place *ret, struct err *e);
bool            right_has(const struct place *p, const char *area, const char *acts);

/* Bodies in which the person has one of the acts and whose name has the words (none: all), at most `most`: for choosing another place. */
struct place_choice { int64_t body; str name; };
typedef VEC(struct place_choice) place_choices;
MUST_CHECK bool right_places(struct record *r, struct arena *a, const char *area, const char *acts, str words, int most,
                             place_choices *ret, struct err *e);

#endif
