/* report/tables.h -- what the kinds of document that are tables are made of (report_in.months, .score, .evidence, .ranking)
 *
 * SHAPE    report_months: a year of a plan, remedy by remedy, with its four quarters. report_score: a sheet as a tree, parents before
 *          children, level 0 a field. report_evidence: the same tree with what proves each leaf. report_ranking: bodies, group by group,
 *          as core/standing.h ranked them. Each is told for the body whose letterhead is in report_in.facts.
 * UNITS    points; NO_FIGURE: not known
 * ERRORS   none
 * MEMORY   of who fills them
 * SOURCE   issue 7 (6, 8, 9, 10); sets.md; core/month.h
 */
#ifndef REPORT_TABLES_H
#define REPORT_TABLES_H
#include "core/month.h"
#include "core/standing.h"
#include "doc/chart.h"
#include "report/table.h"

struct report_months_row { str codes, text, lead, due; enum status state; struct month_cell cell[MONTHS]; };
struct report_months_field { str code, name; size_t first, n; };               /* rows first … first + n - 1 */
struct report_months {
	int year, cycle_year;
	VEC(struct report_months_row) rows;
	VEC(struct report_months_field) fields;
	struct month_check quarter[QUARTERS];
};

struct report_score_row { int level; bool leaf, excluded; str code, name, explanation, reason; points max, self, appraised,
        points; int files; };
struct report_score {
	int year;
	str set_name, class;
	VEC(struct report_score_row) rows;
	points max, self, appraised, points;
	int64_t percent;                       /* hundredths; -1: not known */
	bool appraised_any;                    /* somebody has appraised it: then those columns are shown */
};

struct report_proof { str number, title, issuer, pointer; struct date issued; };
struct report_evidence_row { int level; bool leaf; str code, name; VEC(struct report_proof) proofs; };
struct report_evidence { int year; VEC(struct report_evidence_row) rows; int proofs, without; };      /* without: leaves that have none */

struct report_ranking { int year; struct standing *const *at; size_t n; };

/* A table that stands by itself, on paper of its own: letterhead without a number, mark of a draft, title, what it goes with; who signs. */
struct report_in;
struct node *table_part(struct arena *a, const struct report_in *in, str title, str with, enum begins begins);
void         table_sign(struct arena *a, struct node *root, const struct report_in *in);
str          report_word_or(const struct report_in *in, const char *name, str fixed);

#endif
