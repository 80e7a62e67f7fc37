/* docin/sheets.h -- the sheets of a workbook as one tree, and what there is to say of them
 *
 * SHAPE    Sheets in the order of their tabs. Each is a heading with its name (unless it is the only one and has the name that the
 *          program gave it) and its blocks (xlsx_blocks.h). Hidden sheets, rows and columns are read and told.
 * UNITS    rows and columns from 1; .from.line: paragraphs from 1
 * ERRORS   of the builder
 * MEMORY   arena of the reading
 * SOURCE   none
 */
#ifndef DOCIN_SHEETS_H
#define DOCIN_SHEETS_H
#include "docin/read.h"
#include "docin/xlsx_sheet.h"

struct sheet { str name; bool hidden; struct xlsx_sheet cells; };
typedef VEC(struct sheet) sheets;

size_t          sheets_filled(const sheets *s);
MUST_CHECK bool sheets_tree(struct reading *r, const sheets *s, struct err *e);
void            sheets_note(struct reading *r, const sheets *s);

#endif
