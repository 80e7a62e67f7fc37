/* app/job_parts.h -- what the files of app/job share
 *
 * SHAPE    job_decided: writes how a job was decided, in a transaction that is open; no row changed: why
 * UNITS    none
 * ERRORS   as app/job.h
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef APP_JOB_PARTS_H
#define APP_JOB_PARTS_H
#include "app/job.h"
#include "app/record_parts.h"

#define JOB_DENIED "nhập văn bản vào hồ sơ này"
MUST_CHECK bool job_decided(struct record *r, struct tx *t, const struct job *j, str state, int64_t document, struct err *e);

#endif
