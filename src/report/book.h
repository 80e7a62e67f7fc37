/* report/book.h -- sets, sheets and results as workbooks
 *
 * SHAPE    Each gives a tree (doc/node.h) for docout/render.h, with the sheets and headings of sets.md, so that extract/book.h reads
 *          what was written. Beside those columns stand others that make a sheet readable for the person who works in it.
 * UNITS    points with a comma
 * ERRORS   none
 * MEMORY   arena; texts are borrowed from what is printed
 * SOURCE   sets.md; issue 4
 */
#ifndef REPORT_BOOK_H
#define REPORT_BOOK_H
#include "core/forecast.h"
#include "core/history.h"
#include "core/standing.h"
#include "doc/node.h"

struct node *book_of_set(struct arena *a, const struct criteria_set *s);
/* The self-scoring form of one body; what the sheet has is filled in. sheet NULL: an empty one. */
struct node *book_of_form(struct arena *a, const struct criteria_set *s, const struct sheet *t);
/* Leaf by leaf with points and why, totals of fields and of all; then the sheet itself. */
struct node *book_of_score(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *scored);
struct node *book_of_ranking(struct arena *a, struct standing *const *at, size_t n);    /* ranked; one group after another */
/* The totals and notes; then the leaves in the order in which to work. */
struct node *book_of_forecast(struct arena *a, const struct criteria_set *s, const struct forecast *f);
/* The fields over the years with their trend; then the leaves that lost, most often first. */
struct node *book_of_history(struct arena *a, const struct history_year *years, const struct history *h);
struct node *book_of_mapping(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p);

/* Leaves that count and of which nothing is known: with any, the class is provisional. */
size_t leaves_unscored(const struct scoring *g, const struct scored *all);
/* The codes of leaves whose evidence is required and of which nobody said how much is attached; empty: none. */
str leaves_without_evidence(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *all, size_t *n);
/* A leaf that stands among the fields has its own points and maximum, which score_totals leaves out. */
void fill_top_leaves(const struct scoring *g, const struct scored *all, struct node_total *node);

const char *chance_vi(enum chance c);                          /* "đúng hạn" */
str trend_vi(struct arena *a, const struct history *h, const struct history_line *l);   /* "tăng 2,50 điểm phần trăm"; empty: one year only */
str value_vi(struct arena *a, const struct value *v);          /* as it was entered */

#endif
