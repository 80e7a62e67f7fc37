/* app/index.h -- the index itself: load sets, sheets and results, score, rank, check, and put it into files
 *
 * SHAPE    A file is a workbook, any other document whose tables have the columns of sets.md, or JSON; which, its content says. index_set,
 *          index_sheet, index_results read one; struct told says everything that is wrong or was passed over. index_scored holds one
 *          scored body. JSON out exactly as sets.md; text laid out for a person; workbooks as report/book.h.
 * UNITS    points
 * ERRORS   ERR_INPUT with .message for the first complaint and told for all; else those of docin/read.h and base/file.h
 * MEMORY   arena
 * SOURCE   sets.md; issue 4
 */
#ifndef APP_INDEX_H
#define APP_INDEX_H
#include "app/layout.h"
#include "base/err.h"
#include "core/forecast.h"
#include "core/history.h"
#include "core/score.h"
#include "core/standing.h"
#include "core/told.h"

/* -- files ------------------------------------------------------------------------------------------- */

/* A file as it was read; root NULL: it is JSON. name: what sentences call it. */
struct node;
struct index_file { const char *name; str json; struct node *root; };
MUST_CHECK bool index_load(struct arena *a, const char *path, struct index_file *ret, struct told *t, struct err *e);
/* The tree of a file whose tables somebody else reads. */
MUST_CHECK bool index_root(struct arena *a, const char *path, struct node **ret, struct told *t, struct err *e);
/* Which of them a file is, by the names of its pages or of its parts: a plan that happens to have such columns is none. */
enum index_kind { INDEX_OTHER, INDEX_SET, INDEX_SHEET, INDEX_RESULTS };
enum index_kind index_kind_in(struct arena *a, const struct index_file *f);
/* linted: errors of the set (core/set.h) are told too, as it cannot be scored with them. */
MUST_CHECK bool index_set(struct arena *a, const char *path, bool linted, struct criteria_set **ret, struct told *t, struct err *e);
MUST_CHECK bool index_set_in(struct arena *a, const struct index_file *f, bool linted, struct criteria_set **ret, struct told *t,
                             struct err *e);
MUST_CHECK bool index_sheet(struct arena *a, const char *path, const struct criteria_set *s, struct sheet **ret, struct told *t,
                            struct err *e);
MUST_CHECK bool index_sheet_in(struct arena *a, const struct index_file *f, const struct criteria_set *s, struct sheet **ret,
                               struct told *t, struct err *e);
/* A set as it is, or out of the decision that issues it; notes: what a person should look at. */
MUST_CHECK bool index_decision(struct arena *a, const char *path, struct criteria_set **ret, lints *notes, struct told *t, struct err *e);
/* A plan, or report, with its remedies and progress; or what extract printed of it as JSON. */
MUST_CHECK bool index_plan(struct arena *a, const char *path, struct facts **ret, struct err *e);
/* Of a set only what ranks need: its settings and classes; criteria may be missing. */
MUST_CHECK bool index_settings(struct arena *a, const char *path, struct criteria_set **ret, struct told *t, struct err *e);
/* *set: the settings and criteria that stand in the same file; NULL where there are none. */
MUST_CHECK bool index_results(struct arena *a, const char *path, standings *ret, struct criteria_set **set, struct told *t, struct err *e);
MUST_CHECK bool index_results_in(struct arena *a, const struct index_file *f, standings *ret, struct criteria_set **set, struct told *t,
                                 struct err *e);

/* -- scoring ----------------------------------------------------------------------------------------- */

struct index_scored {
	const struct scoring *scoring;
	const struct sheet   *sheet;
	struct scored        *leaf;
	struct node_total    *node;
	struct total          total;
};

struct index_scored index_score(struct arena *a, const struct scoring *g, const struct sheet *t);

/* The best of each group in the figures that R26 compares is found among these sheets; then all are scored. */
void index_score_all(struct arena *a, const struct scoring *g, struct sheet **sheets, size_t n, struct index_scored *ret);

/* Puts scored years in order, oldest first, and proposes how the sets of each two go together. */
void index_years(struct arena *a, struct history_year *years, size_t n);

/* Percents, classes (s may be NULL), groups in the order of their first body, ranks. at: n places, sorted. */
void index_rank(struct arena *a, const struct criteria_set *s, standings *all, struct standing **at);

/* What was printed elsewhere and is not what comes out, a sentence for each body: "Xã A: bảng ghi tỷ lệ 74,00, tính ra 73,81." */
strs ranking_notes(struct arena *a, struct standing *const *at, size_t n);

/* -- as JSON ----------------------------------------------------------------------------------------- */

str             set_json(struct arena *a, const struct criteria_set *s);
str             sheet_json(struct arena *a, const struct criteria_set *s, const struct sheet *t);
str             score_json(struct arena *a, const struct index_scored *s);
str             ranking_json(struct arena *a, struct standing *const *at, size_t n);
str             lints_json(struct arena *a, const struct criteria_set *s, const lints *l, const struct told *t);
str             mapping_json(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p);
str             forecast_json(struct arena *a, const struct criteria_set *s, const struct forecast *f);
str             history_json(struct arena *a, const struct history_year *years, const struct history *h);
enum index_kind json_kind(str json);
MUST_CHECK bool set_parse(struct arena *a, str json, struct criteria_set **ret, struct told *t);
MUST_CHECK bool sheet_parse(struct arena *a, str json, const struct criteria_set *s, struct sheet **ret, struct told *t);
MUST_CHECK bool ranking_parse(struct arena *a, str json, standings *ret, struct told *t);

/* -- for a person ------------------------------------------------------------------------------------ */

str set_text(struct arena *a, const struct criteria_set *s, const lints *l, const struct layout *y);
str score_text(struct arena *a, const struct index_scored *s, const struct layout *y);
str mapping_text(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p, const struct layout *y);
str forecast_text(struct arena *a, const struct criteria_set *s, const struct forecast *f, const struct layout *y);
str history_text(struct arena *a, const struct history_year *years, const struct history *h, const struct layout *y);
str ranking_text(struct arena *a, struct standing *const *at, size_t n, const struct layout *y);

/* -- as workbooks ------------------------------------------------------------------------------------ */

MUST_CHECK bool set_book(struct arena *a, const struct criteria_set *s, str *ret, struct err *e);
MUST_CHECK bool form_book(struct arena *a, const struct criteria_set *s, const struct sheet *t, str *ret, struct err *e);
MUST_CHECK bool score_book(struct arena *a, const struct index_scored *s, str *ret, struct err *e);
MUST_CHECK bool ranking_book(struct arena *a, struct standing *const *at, size_t n, str *ret, struct err *e);
MUST_CHECK bool mapping_book(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p, str *ret,
                             struct err *e);
MUST_CHECK bool forecast_book(struct arena *a, const struct criteria_set *s, const struct forecast *f, str *ret, struct err *e);
MUST_CHECK bool history_book(struct arena *a, const struct history_year *years, const struct history *h, str *ret, struct err *e);

#endif
