/* app/said.h -- a short text that a person typed, as it is kept
 *
 * SHAPE    trimmed, NFC, on one line. what: what it is, for the sentence ("tên đơn vị"). said_or: what was typed becomes the text;
 *          NULL, nothing was typed: it stays as it was.
 * UNITS    most: bytes
 * ERRORS   ERR_INPUT no UTF-8, or control characters; ERR_LIMIT too long. An empty text is none of them.
 * MEMORY   arena
 * SOURCE   blueprint.md (NFC at the door)
 */
#ifndef APP_SAID_H
#define APP_SAID_H
#include "base/err.h"

enum { SAID_NAME = 300, SAID_TEXT = 8000 };
MUST_CHECK bool said(struct arena *a, const char *what, size_t most, str *text, struct err *e);
MUST_CHECK bool said_or(struct arena *a, const char *what, size_t most, const char *typed, str *text, struct err *e);

#endif
