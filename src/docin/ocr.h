/* docin/ocr.h -- words out of pictures, by tesseract
 *
 * SHAPE    ocr_pdf and ocr_picture run in the parent, in boxes, and give what tesseract prints (TSV: a row a word with its place and
 *          percent; one text a page). ocr_tree reads that in the child and makes the tree.
 *          What offices scan is tables: their rules are taken away first (docin/ocr_rules.h). Looked at as sparse text,
 *          tesseract finds the words of cells but misses a digit that stands alone; looked at as one block it finds those and
 *          spoils others. So each page is looked at both ways; where both found a word the surer counts, and where both are
 *          sure of different figures neither is (40 percent).
 * UNITS    OCR_DPI dots an inch; OCR_PAGES_MAX pages; percent
 * ERRORS   those of docin/tool.h; ERR_LIMIT too many pages; ERR_FORMAT no word in any picture
 * MEMORY   arena
 * SOURCE   tesseract 5.3 (TSV); stack.md 7.6
 */
#ifndef DOCIN_OCR_H
#define DOCIN_OCR_H
#include "docin/read.h"

enum { OCR_DPI = 300, OCR_PAGES_MAX = 60 };

MUST_CHECK bool ocr_pdf(struct reading *r, str pdf, int n_pages, str *tsv, struct err *e);
MUST_CHECK bool ocr_picture(struct reading *r, const char *name, str picture, str *tsv, struct err *e);   /* name: "in.png" */

bool            ocr_is_tsv(str bytes);
MUST_CHECK bool ocr_tree(struct reading *r, str tsv, struct err *e);

#endif
