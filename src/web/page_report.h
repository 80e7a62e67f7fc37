/* web/page_report.h -- what the pages of official documents share
 *
 * SHAPE    report_take: parameters kind, period, columns of a request to what is asked of app/report.h. report_address: the page with them.
 *          REPORT_PARAMS: those parameters. Columns are given as those that stand, none given: all.
 * UNITS    none
 * ERRORS   as app/report.h
 * MEMORY   q->a
 * SOURCE   issue 7
 */
#ifndef WEB_PAGE_REPORT_H
#define WEB_PAGE_REPORT_H
#include "app/report.h"
#include "web/page.h"

extern const char *const report_periods[], *const report_formats[];
#define REPORT_PARAMS { "kind", "loại văn bản", PARAM_TEXT, 1, 40 }, { "period", "kỳ báo cáo", PARAM_CHOICE, .choices = report_periods }, \
	{ "columns", "cột của phụ lục", PARAM_TEXTS, 0, 20 }
#define REPORT_EXAMPLE "kind=theo-doi-thang"

MUST_CHECK bool report_take(struct req *q, struct report_ask *ret, struct err *e);
/* "unit=2&year=2025&kind=result&period=6-thang" */
str report_asked(struct req *q);

#endif
