/* docin/mime.h -- what a letter is made of: fields, parameters, encodings
 *
 * SHAPE    mime_field takes one header field at a time, unfolded. mime_param gives a parameter of a field's value, put together
 *          from its pieces ("filename*0*=…") and decoded. mime_body undoes base64 and quoted-printable; mime_utf8 brings
 *          the few charsets to UTF-8 whose bytes cannot be told by themselves. No iconv: it loads a library for each charset,
 *          which a boxed reader may not.
 * UNITS    bytes; damaged: characters that base64 does not have
 * ERRORS   none: what makes no sense stays as it is
 * MEMORY   arena; a body that is not encoded is borrowed
 * SOURCE   RFC 5322, 2045, 2047, 2231; Windows-1258
 */
#ifndef DOCIN_MIME_H
#define DOCIN_MIME_H
#include "base/str.h"

struct mime_field { str name, value; };

bool mime_field(struct arena *a, str head, size_t *at, struct mime_field *ret);     /* false at the end */
bool mime_is(str s, const char *what);                   /* the same, whatever the case */
str  mime_value(str value);                              /* "text/plain; charset=x" -> "text/plain" */
str  mime_param(struct arena *a, str value, const char *name);
str  mime_words(struct arena *a, str s);                 /* "=?utf-8?B?…?=" */
str  mime_body(struct arena *a, str body, str encoding, size_t *damaged);
str  mime_utf8(struct arena *a, str charset, str bytes);

#endif
