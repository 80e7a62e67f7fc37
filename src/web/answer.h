/* web/answer.h -- a reply as it goes out: status, headers, bytes; with a socket or without
 *
 * SHAPE    Every answer has the headers that close a page (Content-Security-Policy and its like). What is shown of the record is never kept
 *          by a browser; a file may be, but is asked for again each time (ETag), and a part of it may be asked for (Range). A file of
 *          /tep/ asked for by its hash is kept for ever.
 *          answer_reply: of what a page replied. answer_asset: of a file compiled in. answer_refusal: a sentence instead of a page, where
 *          none was reached.
 * UNITS    bytes
 * ERRORS   a file that is not there any more is 404, one that cannot be read 503
 * MEMORY   arena; .fd is the caller's, -1: the bytes are .body
 * SOURCE   RFC 9110 (13 conditions, 14 ranges), RFC 6266 and 8187 (names of downloads), CSP 3; WEB.md of issue 6
 */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H
#include "web/page.h"

struct header { const char *name; str value; };
struct answer {
	int  status;
	VEC(struct header) headers;
	str  body;
	int  fd;
	uint64_t from, size;                   /* of the file */
};

/* What was asked for besides the page; no text: the header was not sent. */
struct asked_for { str if_none_match, if_range, range, accept_encoding; };

void answer_reply(struct arena *a, const struct reply *r, const struct asked_for *f, struct answer *ret);
/* name: behind /tep/, with its query */
void answer_asset(struct arena *a, str name, const struct asked_for *f, struct answer *ret);
void answer_refusal(struct arena *a, int status, const char *sentence, bool json, struct answer *ret);
void answer_header(struct arena *a, struct answer *ret, const char *name, str value);      /* no text: none */
const char *answer_words(int status);                      /* "Not Found" */

#endif
