/* extract/entry.h -- one criterion as a sentence tells it
 *
 * SHAPE    "Tiêu chí 1.2: <name> [Đoàn thẩm định đánh giá] đạt a/b điểm[, đạt p%] (do|Lý do:) <reason>" and its kin:
 *          "được 0,5/2 điểm", "đạt 1,5 điểm trên 2 điểm", "điểm tối đa 2, đạt 1,5, trừ 0,5", "bị trừ 0,25 điểm",
 *          "(-0,25 điểm)". entries_find gives where each criterion of a text begins; entry_parse takes one apart.
 * UNITS    offsets in characters of the folded text
 * ERRORS   what is not printed is absent
 * MEMORY   arena
 * SOURCE   seeds 000, 001, 002, 004
 */
#ifndef EXTRACT_ENTRY_H
#define EXTRACT_ENTRY_H
#include "extract/cx.h"

struct entry {
	str code, name, reason;
	struct figure points, max, printed_lost, percent;
	struct source source, reason_source, points_source;
	bool heads;                     /* what follows are parts of it: "bị trừ các tiêu chí sau" */
	int count;                      /* "bị trừ 03 tiêu chí như sau"; 0: not printed */
	struct source count_source;
};

struct entry_at { size_t from, code_from, code_to, text; };     /* text: behind the code and its colon */
typedef VEC(struct entry_at) entries;

void entries_find(struct cx *x, const struct flow *w, entries *out);
struct entry entry_parse(struct cx *x, const struct flow *w, const struct entry_at *at, size_t end);
/* Points, maximum, deduction, percent and reason out of a text without a code; *name_end: where they begin. */
void entry_points(struct cx *x, const struct flow *w, size_t from, size_t end, struct entry *e, size_t *name_end);

struct figure figure_in(const struct flow *w, size_t from, size_t to);

#endif
