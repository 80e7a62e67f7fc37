/* core/value.h -- what a person enters for one input of a criterion
 *
 * SHAPE    NUMBER "12", "0,5"; RATE "8/9", "37,5/46" (num/den as given, not reduced: 0/0 is kept); PERCENT "90,63%" (num/100);
 *          YES, NO; NOT_ARISEN ("không phát sinh"); WORDS: the wording of an option. NONE: nothing was entered.
 * UNITS    num, den: exact decimals as entered; .printed as entered
 * ERRORS   value_parse takes every text: what is neither figure nor yes nor no is WORDS
 * MEMORY   borrows the text
 * SOURCE   sets.md (sheet Số liệu, column Giá trị)
 */
#ifndef CORE_VALUE_H
#define CORE_VALUE_H
#include "core/figure.h"

enum value_kind { VALUE_NONE, VALUE_NUMBER, VALUE_RATE, VALUE_PERCENT, VALUE_YES, VALUE_NO, VALUE_NOT_ARISEN, VALUE_WORDS };

struct value {
	enum value_kind kind;
	struct figure   num, den;          /* den: RATE only */
	str             words;             /* as entered, folded, without marks, for comparing; of every kind but NONE */
	str             printed;
};

struct value value_parse(struct arena *a, str text);
struct exact value_exact(const struct value *v);       /* NUMBER as it is; RATE num/den; PERCENT num/100; else, and x/0: undefined */

#endif
