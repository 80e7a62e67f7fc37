/* app/request.h -- what a body asks of those above it, and their answers
 *
 * SHAPE    entered by the office of the body, both of them; each request with its newest answer
 * UNITS    days as typed
 * ERRORS   ERR_INPUT; ERR_NOT_FOUND; ERR_DENIED; ERR_CONFLICT the same words stand there already
 * MEMORY   arena
 * SOURCE   issue 5 (requests to higher bodies with answers); seed 002 (kiến nghị)
 */
#ifndef APP_REQUEST_H
#define APP_REQUEST_H
#include "app/layout.h"
#include "app/record.h"
#include "core/date.h"

enum { REQUEST_PAGE = 20 };
struct request_row { int64_t id; str unit, text, addressee, number, answer; struct date answered; int year, answers; };
typedef VEC(struct request_row) request_rows;

MUST_CHECK bool request_add(struct record *r, struct arena *a, int64_t body, int year, const char *text, const char *addressee,
                            int64_t *ret, struct err *e);
MUST_CHECK bool request_answer(struct record *r, struct arena *a, int64_t id, const char *text, const char *number, const char *on,
                               struct err *e);
MUST_CHECK bool request_list(struct record *r, struct arena *a, int64_t body, int year, int page, request_rows *ret, struct err *e);
str request_text(struct arena *a, const request_rows *rows, const struct layout *y);
str request_json(struct arena *a, const request_rows *rows);

#endif
