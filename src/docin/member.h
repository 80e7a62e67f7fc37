/* docin/member.h -- the files within an archive or a letter
 *
 * SHAPE    member_add keeps one under a name that is safe to print and to compare: NFC, no control characters, parts joined by
 *          "/", none of them "..". member_is_system tells what programs leave behind and no person sent.
 * UNITS    at most MEMBERS_MAX files; MEMBER_NAME_MAX bytes of a name
 * ERRORS   ERR_LIMIT too many
 * MEMORY   arena of the reading; the bytes are borrowed
 * SOURCE   none
 */
#ifndef DOCIN_MEMBER_H
#define DOCIN_MEMBER_H
#include "docin/read.h"

enum { MEMBERS_MAX = 1000, MEMBER_NAME_MAX = 200 };

MUST_CHECK bool member_add(struct reading *r, str name, str bytes, struct err *e);
str             member_name(struct arena *a, str name);
bool            member_is_system(str name);

#endif
