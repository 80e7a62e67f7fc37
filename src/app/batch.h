/* app/batch.h -- the documents of many bodies at once: asked for, written by the job process into one archive, fetched
 *
 * SHAPE    batch_add asks for one kind of document of every body of a level whose documents the person may write; batch_work (of the job
 *          process) does it: a .docx and a .pdf of each, drafts where a check is an error, into DIR/viec/bao-cao-N.zip, a few bodies in
 *          memory at a time; what could not be written is said in .message, body by body. batch_seen: the last one of the person;
 *          batch_file: where its archive lies. A person has one at a time; the archive of the one before is deleted.
 * UNITS    done, total, failed: bodies; BATCH_MOST of them
 * ERRORS   batch_add: ERR_CONFLICT one is under way; ERR_DENIED, ERR_INPUT. batch_file: ERR_NOT_FOUND
 * MEMORY   arena; each body has an arena of its own
 * SOURCE   issue 7 (a zip of all communes); domain.md 1
 */
#ifndef APP_BATCH_H
#define APP_BATCH_H
#include "app/report.h"

enum { BATCH_MOST = 5000, BATCH_TOLD = 20 };

/* id 0: none yet */
struct batch { int64_t id, size; str kind, title, period, level, state, message, at; int year, done, total, failed; };

MUST_CHECK bool batch_add(struct record *r, struct arena *a, const struct report_kind *kind, int year, str period, str level,
                          struct err *e);
MUST_CHECK bool batch_seen(struct record *r, struct arena *a, struct batch *ret, struct err *e);
MUST_CHECK bool batch_file(struct record *r, struct arena *a, str *ret_path, str *ret_name, struct err *e);
/* r is nobody's before and after. *worked: there was one. over: asked between two bodies whether to stop; it is begun again then */
MUST_CHECK bool batch_work(struct record *r, struct arena *a, bool (*over)(void), bool *worked, struct err *e);

#endif
