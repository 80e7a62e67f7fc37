/* report/report.h -- official documents: what is known, in; a document tree, out
 *
 * SHAPE    A kind is one row of report/reports.def and one file report_NAME.c. The tree is that of doc/node.h with .formal, so that every
 *          docout renderer writes it and every recogniser of extract/ reads the same facts out of it again.
 *          needs: what of report_in has to be filled. words: sentences of the office's own instead of the fixed ones of
 *          report/words.def, by name; {year} and the like are filled in.
 *          draft: the number and the day are left blank where they are not known, and the mark of a draft stands on the first page.
 * UNITS    figures as core/figure.h: printed as they came, with a comma
 * ERRORS   ERR_NOT_FOUND what the kind cannot do without is not there ("Chưa có …"), told in Vietnamese with what to do
 * MEMORY   arena; texts are borrowed from what comes in
 * SOURCE   issue 7; domain.md 3, 7; Nghị định 30/2020/NĐ-CP
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H
#include "core/facts.h"
#include "doc/node.h"

enum report_needs { NEEDS_FACTS, NEEDS_MONTHS, NEEDS_SCORE, NEEDS_EVIDENCE, NEEDS_RANKING };

/* Columns of annexes that may be left out; each kind knows which it can have. */
enum report_column { COLUMN_MAX, COLUMN_POINTS, COLUMN_LOST, COLUMN_REASON, COLUMN_CAUSE, COLUMN_REMEDY, COLUMN_LEAD, COLUMN_SUPPORT,
                     COLUMN_DUE, COLUMN_PROGRESS, COLUMN_NOTE, COLUMNS };

struct report_word { str name, text; };

struct report_in {
	const struct facts *facts;                      /* NEEDS_FACTS; of the others: only the document, for letterhead and signature */
	VEC(struct report_word) words;                  /* the office's own */
	unsigned without;                               /* bits of enum report_column */
	bool     draft;
	/* what the kinds that are tables need stands in headers of their own, core/ or report/ */
	const struct report_months   *months;
	const struct report_score    *score;
	const struct report_evidence *evidence;
	const struct report_ranking  *ranking;
};

struct report_kind {
	const char *name, *title, *help, *source;       /* name: of the command line; title: "Kế hoạch theo lĩnh vực" */
	const char *symbol;                             /* "KH"; empty: it is attached to others, or a table */
	enum report_needs needs;
	unsigned columns;                               /* bits of those that may be left out */
	bool (*build)(struct arena *a, const struct report_in *in, struct node **ret, struct err *e);
};

#define REPORT(id) extern const struct report_kind report_##id;
#include "report/reports.def"
#undef REPORT

struct report_kinds { const struct report_kind *const *at; size_t n; };
struct report_kinds       reports_all(void);
const struct report_kind *report_find(str name);        /* NULL: none */

#endif
