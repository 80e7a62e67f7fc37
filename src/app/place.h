/* app/place.h -- where a thing stands, as a person reads it
 *
 * SHAPE    place_vi: "dòng 812", "trang 3, bảng 1, hàng 7"; no text where nothing is known. place_in: with the document before it,
 *          "102/KH-STP, dòng 40"; number: its official number, else the name of its file. place_for: where to look in the file that a
 *          reader read: of a text its line, of any other its page, row of a table or paragraph.
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   facts.md (source)
 */
#ifndef APP_PLACE_H
#define APP_PLACE_H
#include "base/arena.h"
#include "core/facts.h"

str place_vi(struct arena *a, struct source at);
str place_in(struct arena *a, str number, str file, struct source at);
str place_for(struct arena *a, const char *reader, struct source at);

#endif
