/* cli/at.h -- the record a verb works on, and in whose name
 *
 * SHAPE    Verbs on a record have RECORD_OPTIONS among their options. Which record: --at, else KHACPHUC_AT, else ./hoso. Who: --as, else
 *          KHACPHUC_AS, else the name of the person logged in to this machine. Whoever can open the record's folder is believed:
 *          who has the file has all of it anyway.
 * UNITS    none
 * ERRORS   complained of; then cli_record gives NULL
 * MEMORY   arena; record_close by CLEANUP
 * SOURCE   issue 5
 */
#ifndef CLI_AT_H
#define CLI_AT_H
#include "app/record.h"
#include "cli/verb.h"
#include "core/date.h"

#define RECORD_OPTIONS \
	{ "--at", "THƯ-MỤC", "hồ sơ ở đâu; không ghi thì biến KHACPHUC_AT, rồi ./hoso", false }, \
	{ "--as", "TÊN", "làm với tên ai; không ghi thì biến KHACPHUC_AS, rồi người đang đăng nhập máy này", false }

const char    *cli_at(const struct call *c);
const char    *cli_as(const struct call *c);
struct record *cli_record(const struct call *c, struct arena *a);
int            cli_refused(const struct call *c, const struct err *e);       /* complains of it; EXIT_UNREADABLE */
bool           cli_day(const struct call *c, const char *option, struct date *ret);      /* all zero where it is not given */
bool           cli_year_said(const struct call *c, const char *said, int *ret);      /* false: complained of */
strs           cli_options(const struct call *c, struct arena *a, const char *name);     /* all its values */
str            cli_said(const struct call *c, const char *option);           /* its value as text; empty: not given */

#endif
