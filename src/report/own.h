/* report/own.h -- what a criterion has of its own, and what its field has for all of its criteria
 *
 * SHAPE    Reading gives a criterion the lead, support, deadline and remedies of its field (facts.md), so a document that prints them in
 *          the section of the field does not print them again beside the criterion. own_NAME: the criterion's, or nothing where it
 *          equals what its nearest field has. told: is there a section for fields? If not, all is the criterion's own.
 * UNITS    indexes into facts
 * ERRORS   NULL where no field is above
 * MEMORY   none
 * SOURCE   facts.md; extract/find_joined.c
 */
#ifndef REPORT_OWN_H
#define REPORT_OWN_H
#include "core/facts.h"

const struct field *field_of(const struct facts *f, str code);         /* the nearest above the code */
const struct field *field_over(const struct facts *f, const struct field *d);
bool field_lost_any(const struct facts *f, const struct field *d);     /* does a criterion stand below it? */

str        own_lead(const struct facts *f, const struct criterion *c, bool told);
strs       own_support(const struct facts *f, const struct criterion *c, bool told);
strs       own_remedies(const struct facts *f, const struct criterion *c, bool told);
struct due own_due(const struct facts *f, const struct criterion *c, bool told);

#endif
