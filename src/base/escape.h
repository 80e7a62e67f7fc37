/* base/escape.h -- what may stand where, for HTML, addresses and JSON
 *
 * SHAPE    escape_html: for text and for values of quoted attributes. escape_piece: for one piece of an address, whatever it is.
 *          escape_json: inside a JSON string. Bytes that are no UTF-8, and characters that HTML does not allow, become U+FFFD (in an
 *          address: %XX).
 * UNITS    UTF-8
 * ERRORS   none
 * MEMORY   appends to the buffer
 * SOURCE   HTML Living Standard (13.3 serializing, 13.2.3.5 input stream); RFC 3986 2.3; RFC 8259 7
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H
#include "base/str.h"

void escape_html(struct buf *b, str s);
void escape_piece(struct buf *b, str s);
void escape_json(struct buf *b, str s);

#endif
