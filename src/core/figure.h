/* core/figure.h -- a number as a document prints it, and exact arithmetic on such numbers
 *
 * SHAPE    figure: digits / 10^scale, so that trailing zeros survive ("1.50" is 150, scale 2), with the
 *          words it was printed in. exact: a fraction, for what is computed.
 * UNITS    digits at most 15, scale at most 9: what is longer is not a figure. No floating point.
 * ERRORS   figure_parse gives .present = false for what is no figure
 * MEMORY   .printed is borrowed from the text it was read from
 * SOURCE   facts.md ("A printed figure is held as digits and scale")
 */
#ifndef CORE_FIGURE_H
#define CORE_FIGURE_H
#include "base/str.h"
#include <stdint.h>

struct figure {
	int64_t digits;         /* signed */
	int     scale;          /* decimals printed */
	bool    present, comma; /* comma: the decimal mark was a comma */
	str     printed;        /* as it stands in the document, sign and all */
};

struct exact { __int128 num, den; };                   /* den > 0; {0,0} is undefined */

/* Reads "12.5", "14,5", "-0.25", "- 0,012", "05". A leading zero before a digit ("05") is kept in
 * .printed and reads as 5. Spaces after the sign are allowed; anything else around is not. */
struct figure figure_parse(str text);
bool          has_digit(str text);                     /* without one no figure stands in it: most texts are told so at once */
struct figure figure_make(int64_t digits, int scale);  /* present, printed empty */

struct exact  exact_of(struct figure f);
static inline struct exact exact_int(int64_t n) { return (struct exact){ n, 1 }; }
struct exact  exact_add(struct exact a, struct exact b);
struct exact  exact_sub(struct exact a, struct exact b);
struct exact  exact_mul(struct exact a, struct exact b);
struct exact  exact_div(struct exact a, struct exact b);   /* by zero: undefined */
static inline bool exact_defined(struct exact a) { return a.den > 0; }   /* overflow makes undefined too */
int           exact_cmp(struct exact a, struct exact b);

struct figure exact_round(struct exact a, int decimals);   /* half up, away from zero: the one rounding function */
struct figure exact_cut(struct exact a, int decimals);
struct figure exact_figure(struct exact a);                /* exact decimal when there is one in 9 places, else rounded to 3 */

/* A printed figure stands for a computed value if rounding half up, or cutting, to its printed
 * decimals gives it. */
bool          figure_is(struct figure printed, struct exact computed);
bool          figure_same(struct figure a, struct figure b);   /* same value, whatever the zeros */

str           figure_dot(struct arena *a, struct figure f);    /* "1.50": for JSON; "" when absent */
str           figure_vi(struct arena *a, struct figure f);     /* "1,50": for sentences and screens */
enum { FIGURE_ROOM = 64 };
str           figure_in_dot(char room[FIGURE_ROOM], struct figure f);      /* the same in the caller's room: a page shows many */
str           figure_in_vi(char room[FIGURE_ROOM], struct figure f);

#endif
