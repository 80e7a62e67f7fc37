/* store/blobs.h -- files kept by their content: the ground of evidence
 *
 * SHAPE    DIR/evidence/ab/abcdef…: the file whose SHA-256 is abcdef… (64 digits), once, never written again. DIR/evidence/tmp/: what is on
 *          its way in. A put copies into tmp, syncs, reads back and hashes again; only then the file gets its name and the folders are
 *          synced. So what a put has acknowledged is there, whole, after a crash; what failed has no name. Any number of threads
 *          and processes may put, get and check at once. What a caller names a file by (its title, its path) is for sentences only.
 * UNITS    bytes; ages in seconds
 * ERRORS   ERR_INPUT empty, a folder, not ours to read; blobs_open: others may enter the folder. ERR_LIMIT larger than cap.
 *          ERR_NOT_FOUND no such content. ERR_FORMAT what lies on the disk under that name has another content: it is never returned,
 *          used or replaced. ERR_SYSTEM the disk is full, broken, closed to us. Nothing is acknowledged with an
 *          error, and nothing new has a name (only where the disk refuses to take that back too: then it is whole and verified).
 * MEMORY   arena: blobs_open, and the bytes of blobs_get. All else is streamed through 64 KiB of stack.
 * SOURCE   issue "The living record": by content, once, verified before it is acknowledged and whenever it is read
 */
#ifndef STORE_BLOBS_H
#define STORE_BLOBS_H
#include "base/err.h"
#include "base/sha256.h"

struct blobs;

struct blob {
	char    sha[65];
	int64_t size;
	bool    there;         /* it was kept before */
};

/* Makes what is missing of DIR, DIR/evidence and DIR/evidence/tmp, mode 0700; DIR's own parent must be there. */
MUST_CHECK bool blobs_open(struct arena *a, const char *dir, struct blobs **ret, struct err *e);
void            blobs_close(struct blobs **b);

MUST_CHECK bool blobs_put_bytes(const struct blobs *b, str name, str bytes, struct blob *ret, struct err *e);
MUST_CHECK bool blobs_put_file(const struct blobs *b, const char *path, size_t cap, struct blob *ret, struct err *e);
/* From where fd stands to its end; it may be a pipe, and stays open. */
MUST_CHECK bool blobs_put_fd(const struct blobs *b, str name, int fd, size_t cap, struct blob *ret, struct err *e);

/* sha may come from outside: what is no SHA-256 is ERR_INPUT before any path is made of it. */
MUST_CHECK bool blobs_get(struct arena *a, const struct blobs *b, str sha, size_t cap, str *ret, struct err *e);
/* A new file, synced with its folder; one that is there stays. */
MUST_CHECK bool blobs_copy_out(struct arena *a, const struct blobs *b, str sha, const char *path, struct err *e);
/* Where the bytes lie, after all of them were read and found whole: to be sent from there. */
MUST_CHECK bool blobs_whole(struct arena *a, const struct blobs *b, str sha, str *ret_path, struct err *e);
MUST_CHECK bool blobs_stat(const struct blobs *b, str sha, int64_t *ret_size, struct err *e);       /* does not read it */

/* What lies in DIR/evidence, each file once, in no order. */
enum blob_state {
	BLOB_SOUND,        /* its name is its hash */
	BLOB_CHANGED,      /* has a hash for a name, of another content */
	BLOB_UNREADABLE,   /* a file, or a folder of them; .why is the errno */
	BLOB_FOREIGN,      /* not put here by us: another kind of name or folder, a link, a device; not looked into */
	BLOB_LEFT,         /* in tmp: being put at this moment, or left by a put that was cut off */
};

struct blob_found {
	enum blob_state state;
	const char     *path;          /* below DIR/evidence; good until the call returns */
	int64_t         size, age;     /* of its last change */
	int             why;
};

typedef void blob_tell(void *ctx, const struct blob_found *f);

MUST_CHECK bool blobs_check(const struct blobs *b, blob_tell *tell, void *ctx, struct err *e);      /* reads every byte */
/* Deletes what was left in tmp and has not changed for so long; a put under way changes its file all the time. */
MUST_CHECK bool blobs_sweep_tmp(const struct blobs *b, int64_t age, size_t *ret_swept, struct err *e);

#endif
