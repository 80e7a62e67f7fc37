/* app/unit.h -- units: tỉnh → sở, xã → phòng, with a life
 *
 * SHAPE    A unit is named by its name as people write it (with or without marks, "UBND" or "Ủy ban nhân dân" or neither, names of
 *          before too), by its symbol ("STP") or by "#12". unit_names loads every name of the units that the person works with, in
 *          one statement; unit_pick looks one up in it: those that live on that day and are called so then, else those that live then,
 *          else the others; what has the same marks before what has not. So none, one or several come back.
 *          Bodies hang under the province, rooms under a body or a room. A unit that ended takes its rooms with it; bodies that hung under
 *          it hang under what took its place, else under what was above it. Under one unit no two that live are called the same.
 * UNITS    days ISO ("2026-06-30"), no text where not known: founded is the first day; ended the first day on which it is no more;
 *          until the first day on which it is called otherwise
 *          on: all zero for today
 * ERRORS   ERR_NOT_FOUND nothing is called so (with names that are near); ERR_INPUT several are, or it may not be; ERR_CONFLICT the name
 *          is taken; ERR_DENIED the person may not change units
 * MEMORY   arena
 * SOURCE   issue 5 (units with a life); domain.md 1
 */
#ifndef APP_UNIT_H
#define APP_UNIT_H
#include "app/layout.h"
#include "app/record.h"
#include "core/date.h"
#include "core/told.h"

enum unit_level { LEVEL_MINISTRY, LEVEL_PROVINCE, LEVEL_DEPARTMENT, LEVEL_DISTRICT, LEVEL_COMMUNE, LEVEL_ROOM, UNIT_LEVELS };
bool        unit_level_of(struct arena *a, str word, enum unit_level *ret);      /* "sở", "phường", "department" */
const char *unit_level_name(enum unit_level l);                                  /* "department" */
const char *unit_level_vi(enum unit_level l);
const char *unit_how_vi(str how);                                                /* of ended_how: "gộp", "tách", "bỏ" */
bool        unit_may_hang(enum unit_level l, enum unit_level under);             /* which levels may stand under which */

struct unit_row {
	int64_t         id, parent, body;      /* 0: none */
	enum unit_level level;
	str             name, ranking, symbol, founded, ended, ended_how;
};
typedef VEC(struct unit_row) units;

/* -- finding ----------------------------------------------------------------------------------------- */

struct unit_called { struct unit_row unit; str name, until, key; };     /* until: no text, it is called so now; key: for unit_pick */
typedef VEC(struct unit_called) unit_names;

/* body: only that body and its rooms; 0: every unit. */
MUST_CHECK bool unit_names_load(struct record *r, struct arena *a, int64_t body, unit_names *ret, struct err *e);
units           unit_pick(struct arena *a, const unit_names *names, str text, struct date on);
MUST_CHECK bool unit_pick_one(struct arena *a, const unit_names *names, str text, struct date on, struct unit_row *ret, struct err *e);
str             unit_name_on(const unit_names *names, int64_t id, str day);      /* what it was called then */

/* Both of them, for one name. */
MUST_CHECK bool unit_find(struct record *r, struct arena *a, str text, int64_t body, struct date on, units *ret, struct err *e);
MUST_CHECK bool unit_load(struct record *r, struct arena *a, str text, struct unit_row *ret, struct err *e);     /* today */

/* The one that a text of a body means: one of its own, else one of all. .id 0: none, or more than one. */
MUST_CHECK bool unit_load_in(struct record *r, struct arena *a, str text, int64_t body, struct unit_row *ret, struct err *e);

/* -- changing ---------------------------------------------------------------------------------------- */

struct unit_new { str name, level, under, ranking, symbol; struct date founded; };      /* level, under: as the person wrote them */
MUST_CHECK bool unit_add(struct record *r, struct arena *a, const struct unit_new *n, struct unit_row *ret, struct err *e);
/* A table of a file with the columns Tên, Cấp, Thuộc, Nhóm, Ký hiệu: all of it or nothing. */
MUST_CHECK bool unit_add_file(struct record *r, struct arena *a, const char *path, units *ret, struct told *t, struct err *e);
MUST_CHECK bool unit_rename(struct record *r, struct arena *a, str unit, str name, struct date on, struct unit_row *ret, struct err *e);
/* into: a new name, or the name of one of them, which lives on. */
MUST_CHECK bool unit_merge(struct record *r, struct arena *a, const strs *from, str into, struct date on, struct unit_row *ret,
                struct err *e);
MUST_CHECK bool unit_split(struct record *r, struct arena *a, str unit, const strs *into, struct date on, units *ret, struct err *e);
MUST_CHECK bool unit_end(struct record *r, struct arena *a, str unit, struct date on, struct unit_row *ret, struct err *e);

/* What ends or moves with a unit, to be said before it is done: its rooms, the bodies under it, the people who work there. */
struct unit_with { int rooms, bodies; int64_t people; };
MUST_CHECK bool unit_with_load(struct record *r, const unit_names *names, int64_t id, struct unit_with *ret, struct err *e);
struct unit_with unit_with_of(const unit_names *names, int64_t id);             /* without the people */
const struct unit_row *unit_named(struct arena *a, const units *among, str name);      /* NULL: none of them is called so, marks and all */
const struct unit_row *unit_by_id(const unit_names *names, int64_t id);         /* NULL: not among them */

/* -- looking ----------------------------------------------------------------------------------------- */

/* of: the unit whose tree it is, no text: all. on: no year: today */
struct unit_tree { unit_names names; str day; bool all; int64_t top; };      /* day: whose names; all: also units that do not live then */
MUST_CHECK bool unit_tree_load(struct record *r, struct arena *a, str of, struct date on, bool all, struct unit_tree *ret, struct err *e);
/* Every unit once, as it hangs; one whose parent is not to be seen begins a tree. */
struct unit_branch { const struct unit_row *unit; str name; int depth; };
typedef VEC(struct unit_branch) unit_branches;
unit_branches   unit_tree_branches(struct arena *a, const struct unit_tree *t);
str             unit_tree_text(struct arena *a, const struct unit_tree *t, const struct layout *y);
str             unit_tree_json(struct arena *a, const struct unit_tree *t);

struct unit_origin { int64_t unit, from; str unit_name, from_name, how, day; };
struct unit_life { struct unit_row unit; unit_names names; VEC(struct unit_origin) origins; };
MUST_CHECK bool unit_life_load(struct record *r, struct arena *a, str unit, struct unit_life *ret, struct err *e);
str             unit_life_text(struct arena *a, const struct unit_life *l, const struct layout *y);
str             unit_life_json(struct arena *a, const struct unit_life *l);

#endif
