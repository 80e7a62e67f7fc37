/* app/upkeep.h -- the record as its administrator looks after it: what it is, how large, is it saved, is it sound, what is weak
 *
 * SHAPE    upkeep_load: figures, the backups that lie under the record (DIR/sao-luu, newest first), how the last backup and the last
 *          verification went (app/chore.h), and what is weak, each in a sentence with what to do. upkeep_backup saves into a new
 *          folder there; upkeep_verify runs record_verify and keeps what it found. Others work on meanwhile.
 * UNITS    bytes; made: UTC
 * ERRORS   ERR_DENIED no administrator; ERR_CONFLICT the same is under way
 * MEMORY   arena
 * SOURCE   issue 6 (10: backup and self-check page that names weak settings)
 */
#ifndef APP_UPKEEP_H
#define APP_UPKEEP_H
#include "app/chore.h"
#include "app/operate.h"

struct upkeep_backup { str name, made, path; int64_t rows, files, bytes; };
struct weak { const char *what; str says, todo, path; };       /* what: a word for programs; path: where it is done, or no text */
struct upkeep {
	str     database, dir;                 /* "SQLite", "PostgreSQL" */
	int64_t bytes, people, units, log, files, file_bytes;
	int     schema, newest;
	VEC(struct upkeep_backup) backups;
	VEC(struct weak) weak;
	struct chore_seen backup, verify;
};
struct upkeep_seen { str host; bool secure; };                 /* how the browser came here */

MUST_CHECK bool upkeep_load(struct record *r, struct arena *a, const struct upkeep_seen *seen, struct upkeep *ret, struct err *e);
MUST_CHECK bool upkeep_backup(struct record *r, struct arena *a, struct operated *ret, struct err *e);
MUST_CHECK bool upkeep_verify(struct record *r, struct arena *a, int64_t *ret_wrong, struct err *e);

#endif
