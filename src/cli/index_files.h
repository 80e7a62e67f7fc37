/* cli/index_files.h -- the files of the index's verbs, loaded or complained of
 *
 * SHAPE    Each loads one file for a verb; what was passed over is said, what is wrong is complained of
 * UNITS    none
 * ERRORS   false: said already
 * MEMORY   arena
 * SOURCE   sets.md
 */
#ifndef CLI_INDEX_FILES_H
#define CLI_INDEX_FILES_H
#include "app/index.h"
#include "cli/verb.h"

/* For the help of these verbs. */
#define INDEX_FILES "Bộ tiêu chí, phiếu và bảng kết quả là tệp .xlsx (hay văn bản nào có bảng với các cột ấy), hoặc .json.\n"

/* A set to score with: without errors, and prepared. */
MUST_CHECK bool cli_set(const struct call *c, struct arena *a, const char *path, struct scoring *ret);
/* A set to look at, whatever is wrong with its rules. */
MUST_CHECK bool cli_plain_set(const struct call *c, struct arena *a, const char *path, struct criteria_set **ret);
MUST_CHECK bool cli_sheet(const struct call *c, struct arena *a, const char *path, const struct criteria_set *s, struct sheet **ret);

/* One year of a history: "bo2024.xlsx=phieu2024.xlsx", scored. */
MUST_CHECK bool cli_year(const struct call *c, struct arena *a, const char *arg, struct history_year *ret);

/* The result of a writer of workbooks. */
int cli_put_book(const struct call *c, bool ok, str bytes, const struct err *e, int status);

#endif
