/* commit -- transactions of one change that are acknowledged, a second: by the product, and by a bare program on the same database engine
 *
 *     commit OURS BARE [ROUNDS [CHANGES]]     two records made alike by fill; rounds (9) of so many changes (300) on each in turn, the
 *                                             median round is told. On SQLite exit 1 where ours does less than 0.7 of bare.
 *
 * The change is that of bench/telling.h. Bare does the same to the same tables with prepared statements and nothing else: no rights,
 * no log, no index of words, no question about what was there before; and has the settings that make it last, WAL with FULL. */
#include "telling.h"
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

/* ?1: the remedy, its finding too; ?2: percent; ?3: words. PostgreSQL writes $ for ?. */
static const struct { const char *lite, *pg; int args; } bare[] = {
	{ "BEGIN IMMEDIATE", "BEGIN", 0 },
	{ "INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)"
	  " SELECT body_id, id, id, reviewed_on, 2, 'in_progress', ?2, ?3 FROM remedy WHERE id = ?1",
	  "INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)"
	  " SELECT body_id, id, id, reviewed_on, 2, 'in_progress', $2::bigint, $3 FROM remedy WHERE id = $1::bigint", 3 },
	{ "UPDATE remedy SET state = 'in_progress', percent = ?2 WHERE id = ?1",
	  "UPDATE remedy SET state = 'in_progress', percent = $2::bigint WHERE id = $1::bigint", 2 },
	{ "COMMIT", "COMMIT", 0 },
};
enum { STEPS = COUNT(bare) };

/* Asked for by SQLite; counted, then done. */
static int64_t syncs;
int fdatasync(int fd) { return syncs++, (int)syscall(SYS_fdatasync, fd); }
int fsync(int fd) { return syncs++, (int)syscall(SYS_fsync, fd); }

struct cost { double us, cpu; int64_t syncs, bytes; };
struct side {
	const char    *name;
	struct record *ours;
	sqlite3_stmt  *lite[STEPS];
	PGconn        *pg;
	struct cost    round[ROUNDS_MAX];
};

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

static void open_bare(struct side *s, str where)
{
	if (db_kind_of(where) == DB_POSTGRESQL) {
		s->pg = PQconnectdb(where.p);
		for (int i = 0; i < STEPS; i++)
			PQclear(PQprepare(s->pg, bare[i].lite, bare[i].pg, bare[i].args, NULL));
		return;
	}
	sqlite3 *h;
	if (sqlite3_open(where.p, &h) != SQLITE_OK || sqlite3_exec(h, SETTINGS, NULL, NULL, NULL) != SQLITE_OK)
		stop(where.p, sqlite3_errmsg(h));
	for (int i = 0; i < STEPS; i++)
		if (sqlite3_prepare_v3(h, bare[i].lite, -1, SQLITE_PREPARE_PERSISTENT, &s->lite[i], NULL) != SQLITE_OK)
			stop(bare[i].lite, sqlite3_errmsg(h));
}

static void change_bare(struct side *s, int i)
{
	char words[160], remedy[12], percent[8];
	telling_words(words, sizeof words, i);
	snprintf(remedy, sizeof remedy, "%d", 1 + i % TELLING_REMEDIES);
	snprintf(percent, sizeof percent, "%d", i / TELLING_REMEDIES % 100);
	const char *args[] = { remedy, percent, words };
	for (int k = 0; k < STEPS && s->pg; k++) {
		PGresult *r = PQexecPrepared(s->pg, bare[k].lite, bare[k].args, args, NULL, NULL, 0);
		if (PQresultStatus(r) != PGRES_COMMAND_OK)
			stop(bare[k].pg, PQerrorMessage(s->pg));
		PQclear(r);
	}
	for (int k = 0; k < STEPS && !s->pg; k++) {
		sqlite3_stmt *at = s->lite[k];
		if (bare[k].args) {
			sqlite3_bind_int(at, 1, atoi(remedy));
			sqlite3_bind_int(at, 2, atoi(percent));
		}
		if (bare[k].args > 2)
			sqlite3_bind_text(at, 3, words, -1, SQLITE_STATIC);
		if (sqlite3_step(at) != SQLITE_DONE || sqlite3_reset(at) != SQLITE_OK)
			stop(bare[k].lite, sqlite3_errmsg(sqlite3_db_handle(at)));
	}
}

/* -- rounds ------------------------------------------------------------------------------------------- */

static struct cost measure(struct side *s, int first, int changes)
{
	int64_t n = syncs, bytes = written();
	double from = us(CLOCK_MONOTONIC), cpu = us(CLOCK_PROCESS_CPUTIME_ID);
	for (int i = first; i < first + changes; i++)
		if (s->ours)
			told(s->ours, i);
		else
			change_bare(s, i);
	double took = us(CLOCK_MONOTONIC) - from, busy = us(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	return (struct cost){ took / changes, busy / changes, syncs - n, written() - bytes };
}

static int by_time(const void *x, const void *y)
{
	const struct cost *a = x, *b = y;
	return (a->us > b->us) - (a->us < b->us);
}

int main(int argc, char **argv)
{
	int rounds = argc > 3 ? atoi(argv[3]) : ROUNDS, changes = argc > 4 ? atoi(argv[4]) : CHANGES;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	static struct side s[2] = { { .name = "khacphuc" }, { .name = "bare" } };
	if (argc < 3 || rounds < 1 || rounds > ROUNDS_MAX || changes < 1)
		stop("usage", "commit OURS BARE [ROUNDS [CHANGES]]");
	s[0].ours = telling_open(a, argv[1]);
	struct record *other = telling_open(a, argv[2]);
	str where = other->where;
	record_close(&other);
	open_bare(&s[1], where);
	bool lite = db_kind_of(where) == DB_SQLITE;
	for (int r = -1; r < rounds; r++)                              /* the first round warms up */
		for (int k = 0; k < 2; k++)
			s[k].round[r < 0 ? 0 : r] = measure(&s[k], (r + 1) * changes, changes);
	int64_t ran = db_ran(s[0].ours->db);
	told(s[0].ours, 0);
	printf("%s: %d rounds of %d transactions, the median round\n%-12s %10s %10s %10s %12s %12s\n", lite ? "SQLite" : "PostgreSQL", rounds, changes, "",
	       "a second", "us each", "cpu us", "syncs each", "bytes each");
	for (int k = 0; k < 2; k++) {
		qsort(s[k].round, (size_t)rounds, sizeof *s[k].round, by_time);
		struct cost *c = &s[k].round[rounds / 2];
		printf("%-12s %10.0f %10.1f %10.1f %12.2f %12.0f\n", s[k].name, 1e6 / c->us, c->us, c->cpu, (double)c->syncs / changes,
		       (double)c->bytes / changes);
	}
	double share = 100 * s[1].round[rounds / 2].us / s[0].round[rounds / 2].us;
	printf("%lld statements each\n%-40s %8.2f   ", (long long)(db_ran(s[0].ours->db) - ran), "of what a bare program acknowledges", share / 100);
	if (lite)
		printf("goal: at least %.2f   %s\n", GOAL / 100.0, share >= GOAL ? "ok" : "missed");
	else
		puts("(no goal)");
	return lite && share < GOAL;
}
