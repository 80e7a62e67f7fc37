/* web/job_view.h -- jobs as views: lists of them, the document that was read, and what was found in it
 *
 * SHAPE    job_rows_put: a list. job_review_put: "blocks", the document as paragraphs and tables, and "items", what was found. A block or
 *          row at which something was found has a "mark", the number that links it with the items ("at").
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   issue 6 (3)
 */
#ifndef WEB_JOB_VIEW_H
#define WEB_JOB_VIEW_H
#include "app/job.h"
#include "web/view.h"

void job_rows_put(struct view *v, const char *name, const job_rows *rows);
/* What taking in a set, a sheet or results would write; the view borrows from b. */
void job_book_put(struct view *v, const struct job *j, const struct job_book *b);
void job_review_put(struct view *v, const struct job_review *r, str editing);      /* editing: "c12", of which a form is shown */

#endif
