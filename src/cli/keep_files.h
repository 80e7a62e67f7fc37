/* cli/keep_files.h -- files that go into the record, and years that come out of it
 *
 * SHAPE    KEEP_OPTIONS beside RECORD_OPTIONS are the options of a verb that saves. cli_keep runs it: shows what would be written, and
 *          with --accept writes it.
 * UNITS    none
 * ERRORS   complained of
 * MEMORY   arena
 * SOURCE   issue 5
 */
#ifndef CLI_KEEP_FILES_H
#define CLI_KEEP_FILES_H
#include "app/keep.h"
#include "cli/at.h"

#define KEEP_OPTIONS \
	{ "--take", "MÃ", "chỗ khác với hồ sơ ở mã này (số liệu, đơn vị này) thì lấy theo tệp; all: lấy hết", true }, \
	{ "--accept", NULL, "ghi vào hồ sơ; không có thì chỉ cho xem sẽ ghi gì", false }

typedef bool (*keep_fn)(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e);
int cli_keep(const struct call *c, keep_fn save);

/* --year. false: complained of; 0: not given */
MUST_CHECK bool cli_year_option(const struct call *c, int *ret);

#endif
