/* store/audit.h -- the log of all changes, each row sealed with the one before
 *
 * SHAPE    A row's seal is the SHA-256 of the text [id,span,at,person,login,what,body,entity,entity_id,before,after,seal before]; the row
 *          changed stands in before and after as JSON (row_json). span: of the first row of a transaction how many rows it wrote, else 0:
 *          so what was done at once is known again. Nobody but tx_commit appends.
 * UNITS    seal: 64 lower-case hexadecimal digits
 * ERRORS   as store/db.h
 * MEMORY   arena of the transaction
 * SOURCE   issue 5 (audit log)
 */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H
#include "store/db.h"

struct audit_row { int64_t id, span, person, body, entity_id; str at, login, what, entity, before, after; };

MUST_CHECK bool audit_append(struct tx *t, struct err *e);
void            audit_seal(struct arena *a, const struct audit_row *r, str seal_before, char ret[static 65]);
void            audit_quote(struct buf *b, str s);            /* as a JSON string */

#endif
