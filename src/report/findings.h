/* report/findings.h -- annexes: what was found, what is done about it, criterion by criterion
 *
 * SHAPE    write_findings: a row a criterion, which tells name, points and reason in one cell (seeds 000-002); above the criteria of a
 *          field a row of the field. One criterion a row, though seeds 001 and 002 stack a field's in one: what belongs together then
 *          stands beside each other. Fields of which no criterion is listed have no row.
 *          write_deductions: the same with a column each for name, maximum, points, reason and deduction (seed 003).
 *          told: the fields' own lead, support, deadline and remedies stand in the body.
 * UNITS    figures as printed
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   seeds 000-003
 */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H
#include "report/columns.h"

enum { FINDINGS_MAY = 1 << COLUMN_CAUSE | 1 << COLUMN_REMEDY | 1 << COLUMN_LEAD | 1 << COLUMN_SUPPORT | 1 << COLUMN_DUE |
                      1 << COLUMN_PROGRESS | 1 << COLUMN_NOTE };

void write_findings(struct writer *w, unsigned always, bool told);
void write_deductions(struct writer *w);

#endif
