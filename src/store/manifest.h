/* store/manifest.h -- what a backup says of itself: MANIFEST.json and SHA256SUMS
 *
 * SHAPE    MANIFEST.json: which record (mark), by which program and schema, when; the rows of each table and their SHA-256
 *          (store/tables.h), the head of the log, and how many files SHA256SUMS names, their bytes and its own SHA-256.
 *          SHA256SUMS: a line a file, as sha256sum(1) writes and checks it ("sha256sum -c SHA256SUMS"), so that a backup can be trusted without this program.
 * UNITS    made: UTC; bytes
 * ERRORS   manifest_read: ERR_NOT_FOUND no backup there; ERR_FORMAT damaged
 * MEMORY   arena
 * SOURCE   issue 5 (backup with a manifest of hashes)
 */
#ifndef STORE_MANIFEST_H
#define STORE_MANIFEST_H
#include "store/copy.h"

#define MANIFEST_NAME "MANIFEST.json"
#define SUMS_NAME     "SHA256SUMS"

struct manifest {
	str           program, mark, made;
	int64_t       log_last, files, bytes;
	str           log_seal, sums;
	struct copies rows;                    /* .version: of the schema */
};

str             manifest_text(struct arena *a, const struct manifest *m);
MUST_CHECK bool manifest_read(struct arena *a, const char *dir, struct manifest *ret, struct err *e);

#endif
