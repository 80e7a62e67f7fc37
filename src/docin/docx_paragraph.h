/* docin/docx_paragraph.h -- a gathered paragraph of a Word file joins the tree
 *
 * SHAPE    Its runs are decoded from the fonts they are in and brought to NFC; its number or bullet comes before
 *          them; it is a heading by its style, or where it looks like one: bold or in capitals, short, and begun as headings
 *          of official documents begin.
 * UNITS    HEADING_MAX bytes
 * ERRORS   of docin/encoding.h and build.h: then .b.failed
 * MEMORY   arena
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I; restore_paragraph of extract/, which sees lines
 */
#ifndef DOCIN_DOCX_PARAGRAPH_H
#define DOCIN_DOCX_PARAGRAPH_H
#include "docin/docx_text.h"

void docx_paragraph_build(struct docx_text *d, struct docx_paragraph *p);

#endif
