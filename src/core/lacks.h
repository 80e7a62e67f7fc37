/* core/lacks.h -- which field a criterion belongs to, for the four checks of what is missing
 *
 * SHAPE    A criterion takes what is given for its field only; a field's section is named once.
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   facts.md ("A form that has no column for a thing is not missing it")
 */
#ifndef CORE_LACKS_H
#define CORE_LACKS_H
#include "core/check.h"
#include "core/sums.h"

struct lack {
	const struct check *check;
	const char         *what;                                   /* "giải pháp khắc phục" */
	bool (*criterion_asked)(const struct criterion *c);        /* the form has a place for it */
	bool (*criterion_has)(const struct criterion *c);
	bool (*field_asked)(const struct field *d);                /* NULL: fields do not carry it */
	bool (*field_has)(const struct field *d);
};
void report_lacks(struct arena *a, struct facts *f, const struct lack *l);

#endif
