/* docout/xml_put.h -- text on its way into XML: nothing else may put a text that is not ours between tags
 *
 * SHAPE    xml_put escapes for text and for attributes in quotes alike. What XML 1.0 forbids (control characters, U+FFFE, U+FFFF) is left
 *          out; line ends and tabs become spaces (who knows of them writes them as elements); what is no UTF-8 becomes U+FFFD.
 * UNITS    bytes
 * ERRORS   none
 * MEMORY   the buffer's
 * SOURCE   XML 1.0, 2.2 and 2.4
 */
#ifndef DOCOUT_XML_PUT_H
#define DOCOUT_XML_PUT_H
#include "base/str.h"

void xml_put(struct buf *b, str text);

#endif
