/* app/criterion.h -- which criteria of different years are one
 *
 * SHAPE    A person says what import and set save could not be sure of. criterion_same: the newer criterion, and every criterion that
 *          shares its identity, takes the identity of the older one. The identity that is left without a criterion is deleted: nothing
 *          may find it again and join to nothing; the log keeps it. criterion_apart: the criterion gets an identity of its own, in
 *          every version of that year's set. Both say .already where it is so. criterion_list: one line an identity, newest set first.
 *          A criterion is named by its code and year, as in the newest set, else as documents tell.
 * UNITS    years; level as in the record ("commune")
 * ERRORS   ERR_INPUT two criteria of one year, no such level, a code of several levels; ERR_NOT_FOUND no such cycle or criterion;
 *          ERR_CONFLICT both stand in one and the same set; ERR_DENIED the person may not change units of the owner of the cycle
 * MEMORY   arena
 * SOURCE   issue 5; domain.md 3 (codes are not stable)
 */
#ifndef APP_CRITERION_H
#define APP_CRITERION_H
#include "app/layout.h"
#include "app/record.h"

struct criterion_in { const char *unit, *level; };     /* whose cycles, which sets; NULL: where there is only one */
struct criterion_of { str code, name, level, mark; int year; int64_t identity, cycle; };
struct criterion_said { struct criterion_of older, newer; int64_t rows; bool already; };

MUST_CHECK bool criterion_same(struct record *r, struct arena *a, const char *const code[2], const int year[2],
                               const struct criterion_in *in, struct criterion_said *ret, struct err *e);
/* ret->newer: the criterion, with its new mark */
MUST_CHECK bool criterion_apart(struct record *r, struct arena *a, const char *code, int year, const struct criterion_in *in,
                                struct criterion_said *ret, struct err *e);

/* As the record has it; NULL: no text. */
MUST_CHECK bool criterion_level(struct arena *a, const char *typed, str *ret, struct err *e);

/* codes: one for each year, no text where it is not there; "1.3, 1.9" where documents call it otherwise than the set */
struct criterion_line { str level, mark, name; str *code; };
enum { CRITERION_YEARS = 8 };
struct criterion_lines { VEC(int) years; VEC(struct criterion_line) lines; };      /* oldest year first */
/* year 0: all; else those that stand in that year, and the years nearest to it */
MUST_CHECK bool criterion_list(struct record *r, struct arena *a, int year, const struct criterion_in *in, struct criterion_lines *ret,
                               struct err *e);
str criterion_list_text(struct arena *a, const struct criterion_lines *l, const struct layout *y);
str criterion_list_json(struct arena *a, const struct criterion_lines *l);

#endif
