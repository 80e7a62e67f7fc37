/* cli/named.h -- what verbs of plans are called with: numbered things, units, years, pages
 *
 * SHAPE    cli_thing: argument k is a finding "T12" (letter 'T'), a remedy "G7", evidence "M3", a request "K2"; a bare number will do.
 *          cli_number: the value
 *          of an option, 0 where it is not given. cli_place: the unit of --unit, body 0 where it is not given.
 * UNITS    numbers up to `most`
 * ERRORS   complained of; then false
 * MEMORY   arena
 * SOURCE   core/plan.h
 */
#ifndef CLI_NAMED_H
#define CLI_NAMED_H
#include "app/unit.h"
#include "cli/at.h"

#define WORK_UNIT { "--unit", "ĐƠN-VỊ", "đơn vị: tên, tên không dấu hoặc ký hiệu", false }
#define WORK_YEAR { "--year", "NĂM", "năm của Chỉ số; không ghi thì năm mới nhất", false }
#define WORK_PAGE { "--page", "SỐ", "trang thứ mấy; không ghi thì trang 1", false }
#define WORK_REVISION { "--revision", "SỐ", "bản mà bạn đã xem; người khác đã sửa sau đó thì không ghi đè", false }
#define WORK_STATUS "Mã thoát: 0 làm được, 2 không làm được.\n"

enum { YEAR_MOST = 2200, PAGE_MOST = 1000000, DAYS_MOST = 3660, REVISION_MOST = 999999999 };

bool cli_thing(const struct call *c, size_t k, char letter, const char *what, int64_t *ret);
bool cli_things(const struct call *c, const char *option, char letter, struct arena *a, int64_t **ret, size_t *n);
bool cli_number(const struct call *c, const char *option, int most, int *ret);
bool cli_place(const struct call *c, struct record *r, struct arena *a, bool must, struct unit_row *ret);
bool cli_few(const struct call *c, size_t most);        /* no more arguments than that */
void cli_notes(const struct call *c, const strs *told);

#endif
