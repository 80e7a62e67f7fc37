/* web/openapi.h -- what programs may ask for, printed from the table of pages
 *
 * SHAPE    OpenAPI 3.1: one operation a page, with its parameters, their bounds and the page's own example. Nothing is written twice: what
 *          the dispatcher refuses stands here as it stands in the page.
 * UNITS    JSON
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   issue 6; OpenAPI Specification 3.1.1; JSON Schema 2020-12
 */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H
#include "web/page.h"

str openapi_of(struct arena *a, struct pages pages);

#endif
