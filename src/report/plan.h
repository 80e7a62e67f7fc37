/* report/plan.h -- what plans have in common
 *
 * SHAPE    Each writes its sections where there is something to say, and counts them ("I.", "II."). plan_result: one sentence on what the
 *          index came to. plan_labels: lead, support, deadline and remedies of a field or a criterion, a label a line; what is not known
 *          has no line.
 * UNITS    figures as printed
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   seeds 001, 003, 004
 */
#ifndef REPORT_PLAN_H
#define REPORT_PLAN_H
#include "report/letter.h"

extern const struct letter plan_letter;

str  plan_section(struct writer *w, int *count, enum word_id title);          /* "II. NHIỆM VỤ VÀ GIẢI PHÁP" */
void plan_aims(struct writer *w, int *count);
void plan_duties(struct writer *w, int *count);
void plan_result(struct writer *w);

struct labels { str lead; strs support, remedies; struct due due; };
void plan_labels(struct writer *w, const struct labels *l);
void plan_label(struct writer *w, enum word_id label, str text);              /* nothing where there is no text */
void plan_named(struct writer *w, enum word_id label, str text);              /* … with a full stop */
void plan_remedies(struct writer *w, const strs *remedies);

#endif
