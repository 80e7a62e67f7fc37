/* docin/ocr_rules.h -- a grey picture of a page without the rules of its tables
 *
 * SHAPE    Recognition looks for lines of letters and takes a rule beside a word for a letter of it, or a whole ruled row for a picture.
 *          A rule is a straight run of dark dots, longer than a letter is high or wide and thin; what is dark on both its sides is
 *          a dark area and stays. Runs go along rows and columns of dots: a sheet that lies askew by a degree has such runs, too.
 * UNITS    dots, at OCR_DPI an inch
 * ERRORS   false: the bytes are not a binary PGM of 8 bits that is as long as its head says
 * MEMORY   arena: a copy
 * SOURCE   PGM as pdftoppm writes it
 */
#ifndef DOCIN_OCR_RULES_H
#define DOCIN_OCR_RULES_H
#include "base/err.h"
#include "base/str.h"

MUST_CHECK bool ocr_without_rules(struct arena *a, str pgm, str *ret);

#endif
