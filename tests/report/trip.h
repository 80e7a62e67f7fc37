/* tests/report/trip.h -- facts into a document and out of it again
 *
 * SHAPE    trip builds a kind from facts, as a tree or as the bytes of a renderer, reads that and compares what was read with what went
 *          in: as JSON, without places, checks and the file, and of that only what the kind keeps (keeps.def). What is no difference:
 *            - white space; the order of fields (a table is read before the text)
 *            - "Lưu: VT" where nobody said what is kept: the law wants it
 *            - targets of remedies that a criterion has from its field: they are read only where it has them of its own
 *            - a space after "/" in a PDF, for a line may end there
 *            - trailing zeros in a workbook, whose figures are numbers
 *            - the deduction of a field, where only its maximum and points are known and the kind prints what is between them
 * UNITS    none
 * ERRORS   false: said tells where they first differ
 * MEMORY   arena
 * SOURCE   issue 7 ("Round trip")
 */
#ifndef TESTS_REPORT_TRIP_H
#define TESTS_REPORT_TRIP_H
#include "docout/render.h"
#include "report/report.h"

/* how NULL: the tree itself */
bool trip(struct arena *a, const struct report_kind *kind, const struct facts *f, const struct renderer *how, struct buf *said);
/* The tree (NULL) and the formats whose text can be read back as it was written. */
enum { TRIP_WAYS = 8 };
size_t trip_ways(const struct renderer **how);
bool   trip_keeps(const struct report_kind *kind, const char *path);

#endif
