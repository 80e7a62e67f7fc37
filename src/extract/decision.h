/* extract/decision.h -- a criteria set out of the decision that issues it
 *
 * SHAPE    The head (number, date, issuer, level, year, classes, decimals) from the facts and paragraphs; the criteria from its
 *          tables: one for all or one a field, going on after a page, with codes in a column of their own, in the ordinal's or before
 *          the name, fields as numbers, Roman numerals, letters or the heading above their table. A row without a code below a
 *          criterion is a step of its rule ("Từ 90% trở lên | 1"). Where codes count anew in each field they get the field's before
 *          them ("II.1"). Rules: extract/reword.h. A rule that is not read keeps its words, with .guessed and .rule_error: a
 *          person decides. One that was put another way is printed canonical, with .guessed too; .doubt says what the decision
 *          says. Inputs are proposed names, each criterion its own: nobody said that two figures are one.
 *          notes: how many rules are read, marked, left; then rows that were passed over, totals, and each rule put another way.
 * UNITS    as core/set.h
 * ERRORS   ERR_INPUT: no table with criteria and points
 * MEMORY   arena; borrows from the tree
 * SOURCE   domain.md 3 (criteria sheets seen); sets.md; Nghị định 30/2020/NĐ-CP (head)
 */
#ifndef EXTRACT_DECISION_H
#define EXTRACT_DECISION_H
#include "core/set.h"
#include "doc/node.h"

/* root: as docin gives it; it is restored. */
MUST_CHECK bool decision_read(struct arena *a, struct node *root, struct criteria_set **ret, lints *notes, struct err *e);

#endif
