/* commit -- transactions of one change that are acknowledged, a second: by the product, and by a bare program on the same database engine
 *
 *     commit OURS BARE [ROUNDS [CHANGES]]     two records made alike by fill; rounds (9) of so many changes (300) on each in turn, the
 *                                             median round is told. On SQLite exit 1 where ours does less than 0.7 of bare.
 *
 * The changes are those of bench/changes.h. Bare does the same to the same tables with prepared statements and nothing else: no rights,
 * no log, no index of words, no question about what was there before; and has the settings that make it last, WAL with FULL. */
#include "changes.h"
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 9, CHANGES = 300, ROUNDS_MAX = 99, GOAL = 70 };
#define SETTINGS "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768"

/* ?1: the row, ?2: the number it gets, ?3: words. */
struct step { const char *lite, *pg; int args; };
enum { STEPS = 4 };
static const struct kind {
	const char *name;
	void (*ours)(struct record *r, int i);
	int (*row)(int i);
	struct step step[STEPS];
} kinds[] = {
	{ "points of a leaf", change_points, change_score_id,
	  { { "UPDATE score SET points = ?2, document_id = NULL WHERE id = ?1",
	      "UPDATE score SET points = $2::bigint, document_id = NULL WHERE id = $1::bigint", 2 } } },
	{ "progress of a remedy", change_progress, change_remedy_id,
	  { { "BEGIN IMMEDIATE", "BEGIN", 0 },
	    { "INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)"
	      " SELECT body_id, id, id, reviewed_on, 2, 'in_progress', ?2, ?3 FROM remedy WHERE id = ?1",
	      "INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)"
	      " SELECT body_id, id, id, reviewed_on, 2, 'in_progress', $2::bigint, $3 FROM remedy WHERE id = $1::bigint", 3 },
	    { "UPDATE remedy SET state = 'in_progress', percent = ?2, reviewed_on = reviewed_on WHERE id = ?1",
	      "UPDATE remedy SET state = 'in_progress', percent = $2::bigint, reviewed_on = reviewed_on WHERE id = $1::bigint", 2 },
	    { "COMMIT", "COMMIT", 0 } } },
};

/* Asked for by SQLite; counted, then done. */
static int64_t syncs;
int fdatasync(int fd) { return syncs++, (int)syscall(SYS_fdatasync, fd); }
int fsync(int fd) { return syncs++, (int)syscall(SYS_fsync, fd); }

struct cost { double us, cpu; int64_t syncs, bytes; };
struct bare { sqlite3 *lite; PGconn *pg; sqlite3_stmt *ready[COUNT(kinds)][STEPS]; };

static _Noreturn void stop(const char *what, const char *why)
{
	fprintf(stderr, "commit: %s: %s\n", what, why);
	exit(2);
}

static double us(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int64_t written(void)
{
	long long n = 0;
	FILE *f = fopen("/proc/self/io", "r");
	if (!f || fscanf(f, "rchar: %*d wchar: %lld", &n) != 1)
		stop("/proc/self/io", "cannot be read");
	fclose(f);
	return n;
}

/* -- bare --------------------------------------------------------------------------------------------- */

static void open_bare(struct bare *b, str where)
{
	bool pg = db_kind_of(where) == DB_POSTGRESQL;
	if (pg)
		b->pg = PQconnectdb(where.p);
	else if (sqlite3_open(where.p, &b->lite) != SQLITE_OK || sqlite3_exec(b->lite, SETTINGS, NULL, NULL, NULL) != SQLITE_OK)
		stop(where.p, sqlite3_errmsg(b->lite));
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (int i = 0; i < STEPS && kinds[k].step[i].lite; i++) {
			const struct step *s = &kinds[k].step[i];
			if (pg)
				PQclear(PQprepare(b->pg, s->pg, s->pg, s->args, NULL));
			else if (sqlite3_prepare_v3(b->lite, s->lite, -1, SQLITE_PREPARE_PERSISTENT, &b->ready[k][i], NULL) != SQLITE_OK)
				stop(s->lite, sqlite3_errmsg(b->lite));
		}
}

static void step_libpq(struct bare *b, const struct step *s, const char *const *args)
{
	PGresult *r = PQexecPrepared(b->pg, s->pg, s->args, args, NULL, NULL, 0);
	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		stop(s->pg, PQerrorMessage(b->pg));
	PQclear(r);
}

static void step_sqlite(struct bare *b, const struct step *s, sqlite3_stmt *at, int row, int to, const char *words)
{
	if (s->args) {
		sqlite3_bind_int(at, 1, row);
		sqlite3_bind_int(at, 2, to);
	}
	if (s->args > 2)
		sqlite3_bind_text(at, 3, words, -1, SQLITE_STATIC);
	if (sqlite3_step(at) != SQLITE_DONE || sqlite3_reset(at) != SQLITE_OK)
		stop(s->lite, sqlite3_errmsg(b->lite));
}

static void change_bare(struct bare *b, size_t kind, int i)
{
	const struct kind *k = &kinds[kind];
	char words[160], row[12], to[12];
	change_words(words, sizeof words, i);
	snprintf(row, sizeof row, "%d", k->row(i));
	snprintf(to, sizeof to, "%d", change_to(i));
	for (int n = 0; n < STEPS && k->step[n].lite; n++)
		if (b->pg)
			step_libpq(b, &k->step[n], (const char *const[]){ row, to, words });
		else
			step_sqlite(b, &k->step[n], b->ready[kind][n], k->row(i), change_to(i), words);
}

/* -- rounds ------------------------------------------------------------------------------------------- */

static struct cost measure(struct record *ours, struct bare *b, size_t kind, int first, int changes)
{
	int64_t n = syncs, bytes = written();
	double from = us(CLOCK_MONOTONIC), cpu = us(CLOCK_PROCESS_CPUTIME_ID);
	for (int i = first; i < first + changes; i++)
		if (ours)
			kinds[kind].ours(ours, i);
		else
			change_bare(b, kind, i);
	double took = us(CLOCK_MONOTONIC) - from, busy = us(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	return (struct cost){ took / changes, busy / changes, syncs - n, written() - bytes };
}

static int by_time(const void *x, const void *y)
{
	const struct cost *a = x, *b = y;
	return (a->us > b->us) - (a->us < b->us);
}

static struct cost print(const char *name, struct cost *round, int rounds, int changes)
{
	qsort(round, (size_t)rounds, sizeof *round, by_time);
	struct cost c = round[rounds / 2];
	printf("%-12s %10.0f %10.1f %10.1f %12.2f %12.0f\n", name, 1e6 / c.us, c.us, c.cpu, (double)c.syncs / changes, (double)c.bytes / changes);
	return c;
}

/* Ours and bare in turn, so that what the disk is busy with meets both; the first round of each warms up. */
static bool compare(struct record *ours, struct bare *b, size_t kind, int rounds, int changes)
{
	static struct cost round[2][ROUNDS_MAX];
	int64_t ran = 0;
	for (int r = -1; r < rounds; r++) {
		ran = db_ran(ours->db);
		round[0][r < 0 ? 0 : r] = measure(ours, NULL, kind, (r + 1) * changes, changes);
		ran = db_ran(ours->db) - ran;
		round[1][r < 0 ? 0 : r] = measure(NULL, b, kind, (r + 1) * changes, changes);
	}
	printf("%s on %s: %d rounds of %d, the median; %.0f statements each\n%-12s %10s %10s %10s %12s %12s\n", kinds[kind].name,
	       b->lite ? "SQLite" : "PostgreSQL", rounds, changes, (double)ran / changes, "", "a second", "us each", "cpu us", "syncs each", "bytes each");
	struct cost we = print("khacphuc", round[0], rounds, changes), they = print("bare", round[1], rounds, changes);
	double share = they.us / we.us;
	bool ok = share * 100 >= GOAL;
	printf("%-40s %8.2f   ", "of what a bare program acknowledges", share);
	if (b->lite)
		printf("goal: at least %.2f   %s\n", GOAL / 100.0, ok ? "ok" : "missed");
	else
		puts("(no goal)");
	return ok || !b->lite;
}

int main(int argc, char **argv)
{
	int rounds = argc > 3 ? atoi(argv[3]) : ROUNDS, changes = argc > 4 ? atoi(argv[4]) : CHANGES, bad = 0;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	struct bare b = { 0 };
	if (argc < 3 || rounds < 1 || rounds > ROUNDS_MAX || changes < 1)
		stop("usage", "commit OURS BARE [ROUNDS [CHANGES]]");
	struct record *ours = changes_open(a, argv[1]), *other = changes_open(a, argv[2]);
	open_bare(&b, other->where);
	record_close(&other);
	for (size_t k = 0; k < COUNT(kinds); k++)
		bad += !compare(ours, &b, k, rounds, changes);
	record_close(&ours);
	return bad > 0;
}
