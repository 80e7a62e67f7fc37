/* core/formula.h -- arithmetic that a document prints: "(90.0*1.5)/100= 1.39", "8/9 × 2 = 1,778"
 *
 * SHAPE    An expression, '=', a figure (or the figure first). Signs: + - – − x × * / : ÷ ( ) %;
 *          decimals with comma or dot; "điểm", "hồ sơ" and the like after a number are passed over.
 * UNITS    a percentage counts as hundredths or as it stands: whichever makes the formula true
 * ERRORS   what is not wholly arithmetic (dates, numbers of documents, codes, bands "80-90 = 0,5",
 *          words in the expression) is no formula
 * MEMORY   text is borrowed from the text scanned
 * SOURCE   seed 002 (1.2, 7.1.1.4)
 */
#ifndef CORE_FORMULA_H
#define CORE_FORMULA_H
#include "core/scan.h"

struct formula {
	str           text;                  /* from its first to its last character, as printed */
	struct figure printed;
	bool          percent;               /* the printed figure carries % */
	struct exact  computed;              /* in the unit of the printed figure */
	bool          holds;
	int           addends;               /* of a plain sum "10+4+8"; else 0 */
};

/* The next formula at or after token *at, which is moved behind its '='; max (may be absent): the
 * criterion's maximum, for "24/25 = 0,96 điểm" that leaves out "× 1". */
bool formula_next(const struct scan *s, size_t *at, struct figure max, struct formula *ret);

/* The first formula of a text that is false; scratch memory is its own. */
bool formula_false(str text, struct figure max, struct formula *ret);

#endif
