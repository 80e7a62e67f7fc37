/* web/body.h -- what a POST brings: fields into memory, files to the disk, both bounded by what its page declares
 *
 * SHAPE    body_open says by the type what is coming; then its bytes: body_text for "a=1&b=2"; of multipart/form-data (web/parts.h)
 *          body_part where a part begins (file no text: a field), body_bytes for what it holds. A file that the page declares goes to
 *          a new file in `folder` as it comes, whatever its size; fields stay in memory, at most REQ_FORM_MOST together. Parts
 *          that the page does not declare are passed over. body_end puts all into q->given and q->files. body_close deletes the files that
 *          the page did not take.
 * UNITS    bytes; UPLOADS_MOST files a request, each at most .max of its parameter
 * ERRORS   the first is kept, its files are deleted at once, and the rest of the body is passed over: ERR_LIMIT too large, too many;
 *          ERR_INPUT of no such type; ERR_SYSTEM the disk is full
 * MEMORY   q->a: the fields. Of files nothing
 * SOURCE   RFC 7578; WHATWG URL (urlencoded); issue 6
 */
#ifndef WEB_BODY_H
#define WEB_BODY_H
#include "web/page.h"

enum { UPLOADS_MOST = 50 };
enum body_kind { BODY_NONE, BODY_FIELDS, BODY_PARTS };

struct body {
	struct req          *q;
	const struct page   *page;
	const char          *folder;
	enum body_kind       kind;
	struct buf           text;             /* of the urlencoded body, or of the part that is coming */
	struct given        *field;            /* the part that is coming; NULL: it is passed over */
	const struct param  *param;            /* … of a file */
	size_t               texts;            /* all fields so far */
	int                  fd;
	struct err           e;
};

/* length: what was announced, -1: nothing */
bool body_open(struct body *b, struct req *q, const struct page *page, const char *folder, str type, int64_t length);
void body_text(struct body *b, str bytes);
void body_part(struct body *b, str name, str file);
void body_bytes(struct body *b, str bytes);
void body_broken(struct body *b);                          /* it cannot be taken apart */
MUST_CHECK bool body_end(struct body *b, struct err *e);
void body_close(struct body *b);
int64_t body_most(const struct page *page);                /* a body of this page can have */

#endif
