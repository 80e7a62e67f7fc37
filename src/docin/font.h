/* docin/font.h -- what a font makes of the characters it is given
 *
 * SHAPE    Office files keep the characters that were typed and name the font that draws them. Fonts of before Unicode
 *          (.VnTime, VNI-Times) draw Vietnamese for Latin-1; symbol fonts (Symbol, Wingdings) draw signs for letters,
 *          and programs write these as U+F020 .. U+F0FF. font_of tells the kind by the font's name, font_text gives the
 *          text as it is seen. A run in an old font whose words are Vietnamese as they stand was typed in Unicode and
 *          stays.
 * UNITS    unknown: how many signs were left out because no table has them
 * ERRORS   none
 * MEMORY   arena; where nothing has to change the result is the input itself
 * SOURCE   names of ABC and VNI fonts; Adobe Symbol encoding; Microsoft's tables of Wingdings
 */
#ifndef DOCIN_FONT_H
#define DOCIN_FONT_H
#include "base/str.h"
#include <stdint.h>

enum font { FONT_UNSAID, FONT_UNICODE, FONT_TCVN3, FONT_TCVN3_CAPITALS, FONT_VNI, FONT_SYMBOL, FONT_WINGDINGS, FONT_WINGDINGS_2,
	    FONT_WINGDINGS_3 };

enum font font_of(str name);
str       font_text(struct arena *a, enum font f, str utf8, size_t *unknown);
uint32_t  font_sign(enum font f, uint32_t c);            /* one sign of a symbol font; 0: not known */
str       font_capitals(struct arena *a, str utf8);      /* as "all capitals" shows it */

#endif
