/* draw/pdf.h -- a document as the bytes of a PDF
 *
 * SHAPE    PDF 1.5, fonts embedded, text that can be copied and searched, title, language (vi), outline. The same tree gives the same
 *          bytes: no date, no name.
 * UNITS    bytes
 * ERRORS   ERR_LIMIT those of document_fits; ERR_SYSTEM cairo could not
 * MEMORY   g_byte_array_unref
 * SOURCE   Nghị định 30/2020/NĐ-CP: PDF from 1.4; ISO 32000-1, 7.7.2 (Lang)
 */
#ifndef DRAW_PDF_H
#define DRAW_PDF_H
#include "draw/face.h"

GByteArray *pdf_of(const struct face *f, const struct node *root, struct err *e);      /* NULL: refused */

#endif
