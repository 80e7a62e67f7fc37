/* app/report_facts.h -- what the record knows of a body in a cycle, as the facts of a document that is to be written
 *
 * SHAPE    The same struct facts that reading a document yields: result, fields, criteria with reason, cause, remedies, lead, support,
 *          due and how they stand on the last day of the period (or today); findings without points, requests, duties, aims, remarks. So
 *          what was imported comes out as it went in, and what people changed since as they changed it. Prose of documents that
 *          were imported is kept; aims that the office wrote itself (app/wording.h) take its place.
 *          A field has the remedies, leads and dues of its findings, each once. A field that nothing prints the points of has those of
 *          its findings. A plan has no progress.
 *          REPORT_FACTS_STATEMENTS statements and one each to begin and to end, however much there is.
 * UNITS    points with as few decimals as hold them, and a comma; year: of the index
 * ERRORS   ERR_NOT_FOUND nothing was found in that year, or the person sees none of it; ERR_INPUT there is no such period
 * MEMORY   arena
 * SOURCE   issue 7; facts.md; domain.md 2 (11)
 */
#ifndef APP_REPORT_FACTS_H
#define APP_REPORT_FACTS_H
#include "app/report_letter.h"
#include "core/deadline.h"

enum { REPORT_FACTS_STATEMENTS = 12 };

/* cut: for that period of the year in which the plan is carried out; else up to today */
struct report_cut { bool cut; enum period period; int part; };
struct report_known { struct facts *facts; struct report_body body; int year; };

MUST_CHECK bool report_facts(struct record *r, struct arena *a, int64_t body, int year, const struct report_kind *kind,
                             const struct report_cut *cut, struct report_known *ret, struct err *e);
bool            report_cut_of(str word, struct report_cut *ret);       /* "6-thang", "quy-2", "thang-11", "nam" */

#endif
