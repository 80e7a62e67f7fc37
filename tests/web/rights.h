/* web/rights.h -- tests/http/rights.tsv, read
 *
 * SHAPE    rights_find: the row for a page, a role and a relation; *n says how many there are: it should be one. rights_address,
 *          rights_form: what to ask, with the ids of that relation.
 * ERRORS   a row that cannot be read fails the test
 */
#ifndef TESTS_WEB_RIGHTS_H
#define TESTS_WEB_RIGHTS_H
#include "web/fixture.h"

enum relation { RELATION_OWN, RELATION_SUB, RELATION_FOREIGN, RELATIONS };
struct rights_row { str method, path, roles, relations, form; int answer, line; };
typedef VEC(struct rights_row) rights_rows;

rights_rows rights_load(struct arena *a);
const struct rights_row *rights_find(const rights_rows *all, const struct page *p, enum fixture_role role, enum relation r, size_t *n);
bool        rights_asked(const struct page *p, enum relation r);       /* whether that relation means anything for the page */
const char *rights_address(struct arena *a, const struct fixture *f, const struct page *p, enum relation r);
const char *rights_form(struct arena *a, const struct fixture *f, const struct rights_row *row, enum relation r);

#endif
