/* web/parts.h -- multipart/form-data taken apart as it comes, wherever the network has cut it
 *
 * SHAPE    parts_open reads the boundary out of Content-Type, parts_take gives every part to the body: body_part where it begins,
 *          body_bytes for its bytes, of which there may be none. parts_end: the last boundary has come. What stands before the first
 *          boundary and behind the last one is passed over; of the headers of a part only name and filename are looked at.
 *          libmicrohttpd has a post processor, but says the same twice where a part is cut within four bytes of its beginning, so that
 *          a value is lost or a file comes twice.
 * UNITS    bytes; headers of a part at most PARTS_HELD
 * ERRORS   body_broken: no boundary, one that is too long, a part without end of its headers, no last boundary
 * MEMORY   struct parts alone
 * SOURCE   RFC 7578; RFC 2046 5.1.1
 */
#ifndef WEB_PARTS_H
#define WEB_PARTS_H
#include "web/body.h"

enum { PARTS_HELD = 16 << 10, PARTS_BOUNDARY = 70 };
enum parts_at { PARTS_BEFORE, PARTS_LINE, PARTS_HEAD, PARTS_VALUE, PARTS_OVER };
struct parts {
	struct body  *to;
	enum parts_at at;
	size_t        mark_n, n;
	char          mark[PARTS_BOUNDARY + 4], held[PARTS_HELD];      /* mark: CRLF, "--", boundary */
};

void parts_open(struct parts *p, struct body *to, str type);
void parts_take(struct parts *p, str bytes);
void parts_end(struct parts *p);

#endif
