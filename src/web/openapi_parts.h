/* web/openapi_parts.h -- what the description at /api is put together from
 *
 * SHAPE    Of one page: openapi_parameters, in its path and query; openapi_body, NULL: a form without a field. Of all at once:
 *          openapi_help, the words at the beginning: how a program works with us; openapi_components: sessions, schemas, answers.
 * UNITS    JSON
 * ERRORS   none
 * MEMORY   the caller's reference
 * SOURCE   OpenAPI Specification 3.1.1; web/dispatch.c (what stands in every view)
 */
#ifndef WEB_OPENAPI_PARTS_H
#define WEB_OPENAPI_PARTS_H
#include "web/page.h"
#include <jansson.h>

extern const char openapi_help[];
json_t *openapi_parameters(struct arena *a, const struct page *page);
json_t *openapi_body(struct arena *a, const struct page *page);
json_t *openapi_components(void);

#endif
