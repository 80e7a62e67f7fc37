/* commit -- transactions of one change that are acknowledged, a second: through src/store, and by a bare program on the same database engine
 *
 *     commit FOLDER [ROUNDS [CHANGES]]     rounds (9) of so many changes (300) each, ours and bare in turn; the median round is told.
 *                                          Exit 1 where ours is less than 0.7 of bare SQLite.
 *
 * Bare: the same change of the same schema, one prepared statement a transaction, in a file of its own beside ours (a schema of its own on
 * PostgreSQL), with the settings that make it last: WAL and synchronous=FULL. No log, no rights, no index of words. PostgreSQL is measured
 * where KHACPHUC_POSTGRESQL is set, and has no goal. Instructions are those of this process outside the kernel. */
#include "store/db_driver.h"
#include "store/migrate.h"
#include <libpq-fe.h>
#include <linux/perf_event.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 9, CHANGES = 300, ROUNDS_MAX = 99, KEYS = 64, GOAL = 70 };
#define CHANGE_LITE "UPDATE setting SET value = ?1 WHERE name = ?2"
#define CHANGE_PG   "UPDATE setting SET value = $1 WHERE name = $2"
#define BARE        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"

/* Asked for by SQLite; counted, then done. */
static int64_t syncs;
int fdatasync(int fd) { return syncs++, (int)syscall(SYS_fdatasync, fd); }
int fsync(int fd) { return syncs++, (int)syscall(SYS_fsync, fd); }

struct cost { double us, cpu; int64_t syncs, bytes, instructions; };
struct side { const char *name; void (*change)(void *at, int i); void *at; struct cost round[ROUNDS_MAX]; };
struct ours { struct db *db; struct arena *a; };

static _Noreturn void stop(const char *what, const char *why)
{
	fprintf(stderr, "commit: %s: %s\n", what, why);
	exit(2);
}

static void must(bool ok, const struct err *e)
{
	if (!ok)
		stop(e->message, e->detail);
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

static int counter = -1;

static void count_instructions(void)
{
	struct perf_event_attr p = { .type = PERF_TYPE_HARDWARE, .size = sizeof p, .config = PERF_COUNT_HW_INSTRUCTIONS, .exclude_kernel = 1, .exclude_hv = 1 };
	counter = (int)syscall(SYS_perf_event_open, &p, 0, -1, -1, 0);
}

static int64_t instructions(void)
{
	int64_t n = 0;
	return counter >= 0 && read(counter, &n, sizeof n) == sizeof n ? n : 0;
}

static void words(char *ret, size_t size, int i) { snprintf(ret, size, "Đã công khai %d trong %d thủ tục tại bộ phận một cửa", i, KEYS); }
static void key(char *ret, size_t size, int i) { snprintf(ret, size, "muc %02d", i % KEYS); }

/* -- ours --------------------------------------------------------------------------------------------- */

static void change_ours(void *at, int i)
{
	struct ours *o = at;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct err e = { 0 };
	struct tx t;
	struct actor who = { 1, S("vanphong"), S("2026-11-21T20:05:08Z") };
	char value[120], name[16];
	words(value, sizeof value, i);
	key(name, sizeof name, i);
	must(tx_begin(o->db, a, &who, S("progress add"), &t, &e) &&
	     db_change(&t, Q(setting_change, .name = v_text(str_c(name)), .value = v_text(str_c(value))), NULL, &e) && tx_commit(&t, &e), &e);
}

static struct ours *open_ours(struct arena *a, str where)
{
	struct ours *o = make(a, struct ours);
	struct migrations m = migrations_all();
	struct err e = { 0 };
	must(db_open(a, where, db_kind_of(where) == DB_SQLITE ? DB_NEW : DB_EXISTING, &o->db, &e) && migrate_to(o->db, m, (int)m.n, &e), &e);
	for (int i = 0; i < KEYS; i++) {
		struct tx t;
		struct actor who = { .login = S("máy"), .at = S("2026-11-21T20:05:08Z") };
		char name[16];
		key(name, sizeof name, i);
		must(tx_begin(o->db, a, &who, S("init"), &t, &e) &&
		     db_change(&t, Q(setting_add, .name = v_text(str_c(name)), .value = v_text(S("-"))), NULL, &e) && tx_commit(&t, &e), &e);
	}
	return o;
}

/* -- bare --------------------------------------------------------------------------------------------- */

static void change_sqlite(void *at, int i)
{
	sqlite3_stmt *s = at;
	char value[120], name[16];
	words(value, sizeof value, i);
	key(name, sizeof name, i);
	sqlite3_bind_text(s, 1, value, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, name, -1, SQLITE_STATIC);
	if (sqlite3_step(s) != SQLITE_DONE)
		stop(CHANGE_LITE, sqlite3_errmsg(sqlite3_db_handle(s)));
	sqlite3_reset(s);
}

static void *open_sqlite(struct arena *a, str path)
{
	CLEANUP(db_close) struct db *made = open_ours(a, path)->db;
	db_close(&made);
	sqlite3 *h;
	sqlite3_stmt *s;
	if (sqlite3_open(path.p, &h) != SQLITE_OK || sqlite3_exec(h, BARE, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v3(h, CHANGE_LITE, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK)
		stop(path.p, sqlite3_errmsg(h));
	return s;
}

static void change_libpq(void *at, int i)
{
	char value[120], name[16];
	words(value, sizeof value, i);
	key(name, sizeof name, i);
	const char *args[] = { value, name };
	PGresult *r = PQexecPrepared(at, "change", 2, args, NULL, NULL, 0);
	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		stop(CHANGE_PG, PQerrorMessage(at));
	PQclear(r);
}

static void *open_libpq(struct arena *a, str where)
{
	CLEANUP(db_close) struct db *made = open_ours(a, where)->db;
	db_close(&made);
	PGconn *c = PQconnectdb(where.p);
	PQclear(PQprepare(c, "change", CHANGE_PG, 2, NULL));
	return c;
}

/* A schema of its own on the server. */
static str schema(struct arena *a, const char *server, const char *name)
{
	CLEANUP(db_close) struct db *db = NULL;
	struct err e = { 0 };
	char sql[99];
	snprintf(sql, sizeof sql, "CREATE SCHEMA %s", name);
	must(db_open(a, str_c(server), DB_EXISTING, &db, &e) && db_script(db, sql, &e), &e);
	return str_fmt(a, "%s options=-csearch_path=%s", server, name);
}

/* -- rounds ------------------------------------------------------------------------------------------- */

static struct cost measure(struct side *s, int first, int changes)
{
	int64_t n = syncs, bytes = written(), ins = instructions();
	double from = us(CLOCK_MONOTONIC), cpu = us(CLOCK_PROCESS_CPUTIME_ID);
	for (int i = 0; i < changes; i++)
		s->change(s->at, first + i);
	return (struct cost){ (us(CLOCK_MONOTONIC) - from) / changes, (us(CLOCK_PROCESS_CPUTIME_ID) - cpu) / changes, syncs - n, written() - bytes,
		              instructions() - ins };
}

static int by_time(const void *x, const void *y)
{
	const struct cost *a = x, *b = y;
	return (a->us > b->us) - (a->us < b->us);
}

/* Ours and bare in turn, so that what the disk is busy with meets both. Returns what ours does a second, in hundredths of bare. */
static double compare(const char *engine, struct side *s, int rounds, int changes)
{
	for (int r = -1; r < rounds; r++)                              /* the first round warms up */
		for (int k = 0; k < 2; k++)
			s[k].round[r < 0 ? 0 : r] = measure(&s[k], (r + 1) * changes, changes);
	printf("\n%s: %d rounds of %d transactions of one change, the median round\n%-12s %10s %10s %10s %12s %14s\n", engine, rounds, changes, "",
	       "a second", "us each", "cpu us", "syncs each", "bytes each");
	for (int k = 0; k < 2; k++) {
		qsort(s[k].round, (size_t)rounds, sizeof *s[k].round, by_time);
		struct cost *c = &s[k].round[rounds / 2];
		printf("%-12s %10.0f %10.1f %10.1f %12.2f %14.0f", s[k].name, 1e6 / c->us, c->us, c->cpu, (double)c->syncs / changes, (double)c->bytes / changes);
		if (counter >= 0)
			printf("   %.0f instructions each", (double)c->instructions / changes);
		putchar('\n');
	}
	return 100 * s[1].round[rounds / 2].us / s[0].round[rounds / 2].us;
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[2]) : ROUNDS, changes = argc > 3 ? atoi(argv[3]) : CHANGES;
	const char *server = getenv("KHACPHUC_POSTGRESQL");
	if (argc < 2 || rounds < 1 || rounds > ROUNDS_MAX || changes < 1)
		stop("usage", "commit FOLDER [ROUNDS [CHANGES]]");
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	count_instructions();
	struct side lite[2] = { { "khacphuc", change_ours, open_ours(a, str_fmt(a, "%s/ours.db", argv[1])), { { 0 } } },
		                { "bare", change_sqlite, open_sqlite(a, str_fmt(a, "%s/bare.db", argv[1])), { { 0 } } } };
	double share = compare("SQLite", lite, rounds, changes);
	printf("%-40s %8.2f   goal: at least %.2f   %s\n", "of what bare SQLite acknowledges", share / 100, GOAL / 100.0, share >= GOAL ? "ok" : "missed");
	if (server) {
		struct side pg[2] = { { "khacphuc", change_ours, open_ours(a, schema(a, server, "ours")), { { 0 } } },
			              { "bare", change_libpq, open_libpq(a, schema(a, server, "bare")), { { 0 } } } };
		printf("%-40s %8.2f   (no goal)\n", "of what bare libpq acknowledges", compare("PostgreSQL", pg, rounds, changes) / 100);
	}
	return share < GOAL;
}
