/* web/page_month.h -- what the table of months and its form have in common
 *
 * SHAPE    month_address: the table as it is being looked at, with its filters and without a form, year of the cycle: "/theo-doi?unit=2&year=2025&lead=…"
 * ERRORS   none
 * MEMORY   arena of the request
 * SOURCE   issue 6 (6)
 */
#ifndef WEB_PAGE_MONTH_H
#define WEB_PAGE_MONTH_H
#include "app/said.h"
#include "web/page.h"

extern const char *const month_statuses[];
#define MONTH_FILTERS { "lead", "đơn vị chủ trì", PARAM_TEXT, 0, SAID_NAME }, { "status", "trạng thái", PARAM_CHOICE, .choices = month_statuses }, \
	              { "untold", "chưa báo kỳ này", PARAM_YES }
str month_address(struct req *q, int year);

#endif
