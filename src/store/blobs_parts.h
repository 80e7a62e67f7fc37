/* store/blobs_parts.h -- what the files blobs*.c share; the contract is blobs.h
 *
 * SHAPE    Folders are open descriptors: no path is walked twice, and no link is followed below DIR.
 * UNITS    bytes
 * ERRORS   errno with -1 or false; blob_changed and folders_broken write the sentence and give false
 * MEMORY   none
 * SOURCE   none
 */
#ifndef STORE_BLOBS_PARTS_H
#define STORE_BLOBS_PARTS_H
#include "base/fd.h"
#include "store/blobs.h"
#include <fcntl.h>

enum { BLOB_CHUNK = 64 << 10, TMP_NAME = 32 };

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define OPEN_BLOB   (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

struct blobs { str path; int top, tmp; };          /* DIR/evidence and what is in it */

/* The two digits that name the folder of a blob. */
struct pair { char at[3]; };
static inline struct pair blob_pair(const char *sha) { return (struct pair){ { sha[0], sha[1], 0 } }; }

bool blob_hash(int fd, char ret[static 65], int64_t *ret_size);        /* from where it stands to its end */
bool blob_changed(const struct blobs *b, const char *sha, struct err *e);
bool folders_broken(const struct blobs *b, const char *step, struct err *e);

#endif
