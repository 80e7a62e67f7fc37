/* docin/xlsx_book.h -- what the sheets of a workbook share: names, strings, formats of numbers
 *
 * SHAPE    xlsx_book_read follows the relations from the root of the package to the workbook, and from there to its parts. The
 *          sheets are in the order of their tabs; .strings are plain text (runs joined, readings aside left out, tidied unless
 *          .old_fonts: what they say then depends on the font of the cell).
 * UNITS    .entry: index in the archive, XLSX_NO_PART where there is none
 * ERRORS   ERR_FORMAT a part is missing or damaged, the binary kind (.xlsb); ERR_LIMIT too many strings or too much text
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1, 18.2 (workbook), 18.4 (strings), 18.8 (styles), part 2 (relations); strict and transitional
 */
#ifndef DOCIN_XLSX_BOOK_H
#define DOCIN_XLSX_BOOK_H
#include "base/archive.h"
#include "base/xml.h"
#include "docin/font.h"
#include "docin/read.h"

enum { XLSX_SHEETS_MAX = 256, XLSX_STRINGS_MAX = 1000 * 1000, XLSX_TEXT_MAX = 64 << 20, XLSX_CELL_MAX = 256 * 1024 };
#define XLSX_NO_PART ((size_t)-1)

struct xlsx_style { unsigned shows; enum font font; };       /* shows: enum xlsx_shows */
struct xlsx_tab { str name, relation; bool hidden; size_t entry; };

struct xlsx_book {
	struct arena        *a;
	struct archive      *z;
	VEC(struct xlsx_tab) tabs;
	strs                 strings;
	VEC(struct xlsx_style) styles;             /* those a cell may have */
	bool                 from_1904, linked;    /* linked: it takes values from other files */
	bool                 old_fonts;            /* some style has a font of before Unicode: strings are kept as they stand */
};

MUST_CHECK bool xlsx_book_read(struct xlsx_book *b, struct err *e);
/* "_x000a_" is a character; then what the font makes of it; then as encoding_tidy. */
MUST_CHECK bool xlsx_text(struct arena *a, enum font font, str text, str *ret, struct err *e);

extern const struct xml_space xlsx_spaces[4];

#endif
