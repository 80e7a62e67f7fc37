/* web/document_view.h -- an imported document as pages show it
 *
 * SHAPE    document_put: document, link, kind, kind_label, number, symbol, name, issuer, issued, file, of_year, errors, warnings,
 *          not_taken (what
 *          it says otherwise than the record), at, who
 * ERRORS   none
 * MEMORY   of the view
 * SOURCE   issue 6 (3)
 */
#ifndef WEB_DOCUMENT_VIEW_H
#define WEB_DOCUMENT_VIEW_H
#include "app/document.h"
#include "app/log.h"
#include "web/page.h"

void document_put(struct view *v, const struct document_row *x);

#endif
