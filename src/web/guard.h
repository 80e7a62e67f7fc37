/* web/guard.h -- which requests are let in at all: what two servers in a row could read in two ways is let in by neither
 *
 * SHAPE    guard_see is shown every header as it came, then guard_status says 0 (let in) or the status to refuse with. Refused are: a name
 *          of a header with space in it or control characters in a value, more than one Content-Length or Host or none of the latter, a
 *          Content-Length that is not digits, Transfer-Encoding other than one "chunked", both lengths at once, a body
 *          of GET and HEAD, an address that is no path ("http://…", "//…") or has other than printable ASCII.
 * UNITS    status of HTTP
 * ERRORS   400; 405 a method that we do not have; 411 a POST without a length; 505
 * MEMORY   none
 * SOURCE   RFC 9112 2.2, 3.2, 5.1, 6.3; stack.md 2.3 (what libmicrohttpd 0.9.75 lets through)
 */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H
#include "base/str.h"

struct guard { int lengths, encodings, hosts; bool bad, body; };

void guard_see(struct guard *g, str name, str value);
int  guard_status(const struct guard *g, const char *method, str target, const char *version);      /* target: path and query */

#endif
