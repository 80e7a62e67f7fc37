/* tools/compose/compose.h -- documents of our own making whose truth is known
 *
 * SHAPE    compose() draws a body, a year, fields and lost criteria from a seed, computes the points so that
 *          everything agrees, and writes the document in one of five forms, the way a converter leaves
 *          such documents: figure by figure it remembers what was printed where, and which relations
 *          tie the printed figures together.
 * UNITS    points are thousandths; a printed figure's value is ten-thousandths; at: bytes; line: from 1
 * ERRORS   out of memory ends the program
 * MEMORY   everything in the composed; compose_close() gives it back
 * SOURCE   forms: seeds 000-004; scoring rules: domain.md 4 (R1-R5, R10). Uses nothing of src/, so that it
 *          stays an independent judge.
 *
 * Determined and undetermined. A figure is determined when a reader with nothing but the document at hand
 * could prove that some figure near it is wrong: that is, when the value put in its place breaks a
 * relation below. The relations of each kind:
 *
 *   points, maximum   max - points = deduction, where the three are printed; the lost points of a field's criteria add up
 *                     to what the field lost, where the field's total is printed; points = max·a/b or
 *                     max·p%, where the reason prints a ratio or a rate. Nothing else: form 000 prints no
 *                     totals, so there points without a ratio are undetermined.
 *   deduction         as points; the items of a section of the body add up to "tổng điểm bị trừ"
 *   field, total      max - points = lost in a row; the fields add up to the total; two places that print the same agree
 *   count             the rows can be counted
 *   year              the year of the index is printed in several places, which must agree; so must the year in
 *                     which the losses are mended; a year printed once is undetermined
 *   percent           of a/b printed beside it; a rate in a reason: max·p% = points; the rate of the whole index:
 *                     points/max; a rate without points and maximum of the index is undetermined
 *   part              a and b of a ratio in a reason: max·a/b = points
 *   formula           the arithmetic printed must hold
 *   due               in a plan, a year before its date; any later year is possible. In a report a deadline may be past.
 *
 * By chance: a printed figure is right if rounding half up, or cutting, the computed one to its decimals gives
 * it; so a changed digit that rounds the same breaks nothing. Points on a level that bands and deductions use
 * (quarters and tenths of the maximum, multiples of 0.25 and of 0.1) prove nothing about a ratio: a band
 * may have given them. Both are undetermined for that value.
 */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum compose_form { FORM_FLAT_ANNEX, FORM_MARKDOWN, FORM_STACKED, FORM_COMMUNE, FORM_PROSE, FORMS };
extern const char *const form_name[FORMS];                  /* "000" … "004" */

enum figure_kind {
	FIGURE_POINTS, FIGURE_MAX, FIGURE_LOST, FIGURE_FIELD_POINTS, FIGURE_FIELD_MAX, FIGURE_FIELD_LOST,
	FIGURE_TOTAL_POINTS, FIGURE_TOTAL_MAX, FIGURE_TOTAL_LOST, FIGURE_COUNT, FIGURE_YEAR, FIGURE_PERCENT, FIGURE_PART,
	FIGURE_FORMULA, FIGURE_DUE, FIGURE_CODE,
	FIGURE_KINDS
};
extern const char *const figure_kind_name[FIGURE_KINDS];

enum { FIGURE_CHARS = 16, RELATION_PARTS = 96, CODE_CHARS = 16 };

/* A figure as printed. A narrow column may break it over two lines, so each character has its place. */
struct figure {
	enum figure_kind kind;
	char   code[CODE_CHARS];                                 /* of its criterion or field; "total" */
	char   text[FIGURE_CHARS];
	size_t at[FIGURE_CHARS];
	int    n, line;
};

enum relation_kind {
	RELATION_SUM,            /* target = sum of sign·part                                    */
	RELATION_RATIO,          /* target = part0 · part1 / part2, unless target is on a level  */
	RELATION_RATE,           /* target = part0 · part1 %, unless target is on a level        */
	RELATION_PERCENT,        /* target % = part0 / part1                                     */
	RELATION_SAME,           /* target is what it was: a count, a year                       */
	RELATION_NOT_BEFORE      /* target is at least part0 (a number, not a figure)            */
};
struct relation {
	enum relation_kind kind;
	int    target, scale_with;                               /* figure; figure whose decimals count too, or -1 */
	int    n, part[RELATION_PARTS], sign[RELATION_PARTS];
};

/* The truth, in the words of the tables in expected/. "-": not printed. "?": not judged. */
struct true_criterion { char code[CODE_CHARS], max[24], points[24], lost[24], due[24], status[24], lead[96]; int line; };
struct true_field     { char code[CODE_CHARS], max[24], points[24], lost[24], printed_lost[24]; };
struct true_document  { char kind[16], number[24], issuer[128], place[48], date[40], year[16], percent[16], rank[16], size[16]; };
struct true_finding   { const char *what, *origin; char begins[96]; };

struct composed {
	enum compose_form form;
	char  *text;
	size_t n;
	struct figure         *figures;    size_t figures_n;
	struct relation       *relations;  size_t relations_n;
	struct true_criterion *criteria;   size_t criteria_n;
	struct true_field     *fields;     size_t fields_n;
	struct true_finding   *findings;   size_t findings_n;
	struct true_document   document;
	bool   blank;                                            /* number or day was left open on purpose */
};

struct composed *compose(enum compose_form form, uint64_t seed);
void compose_close(struct composed *c);

/* Whether the relation holds when `figure` reads `text` in place of what was printed (-1: as printed). */
bool relation_holds(const struct composed *c, const struct relation *r, int figure, const char *text);
bool relation_names(const struct relation *r, int figure);

/* A small generator, so that a seed gives the same documents everywhere. */
struct dice { uint64_t state; };
uint64_t dice_roll(struct dice *d);
int      dice_pick(struct dice *d, int n);                   /* 0 … n-1 */

#endif
