/* docin/xlsx_number.h -- numbers and dates of a spreadsheet as text
 *
 * SHAPE    A cell keeps a number as the shortest or the longest decimal of a double ("0.27200000000000002"); it means the
 *          shortest one that reads back as the same double (0.272), never more decimals than that, whatever its format
 *          shows. A percent format prints it a hundred times and with "%"; a format of dates prints dd/mm/yyyy
 *          (mm/yyyy where it shows no day; 5, not 05, where the format says "d", "m"), one of times HH:MM.
 * UNITS    a format is a set of enum xlsx_shows; days count from 30/12/1899 (29/02/1900 is day 60, as Excel has it) or,
 *          in files that say so, from 01/01/1904
 * ERRORS   what is no number comes back as it is
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1: 18.8.30 (built-in formats), 18.17.4 (dates)
 */
#ifndef DOCIN_XLSX_NUMBER_H
#define DOCIN_XLSX_NUMBER_H
#include "base/str.h"

enum xlsx_shows {
	XLSX_PLAIN = 0, XLSX_PERCENT = 1, XLSX_DAY = 2, XLSX_MONTH = 4, XLSX_YEAR = 8, XLSX_TIME = 16, XLSX_ELAPSED = 32,
	XLSX_BARE_DAY = 64, XLSX_BARE_MONTH = 128      /* "d", "m": 5, not 05 */
};

unsigned xlsx_format(str code);                  /* "dd/mm/yyyy;@" */
unsigned xlsx_format_known(int id);              /* those that a file need not spell out */
str      xlsx_number(struct arena *a, str text, unsigned format, bool from_1904);
str      xlsx_date(struct arena *a, str iso);    /* "2026-06-30T00:00:00" */

#endif
