/* crash -- a writer is killed, its disk fails or fills, and nothing that it acknowledged may be lost, nothing half may be there
 *
 *     build/crash [--kills N] [--walk STEP] [--seed S] [--program PATH]
 *
 * kills   N times (500): a writer (this program again) changes a record and tells each change that was committed through a pipe; at
 *         a random moment it gets kill -9. Then every change told so far must be there whole, what was not told may be there whole or
 *         not at all, and `khacphuc verify` must be clean. The record is the same all the time.
 * walk    the n-th write, fsync and rename of a writer fails, falls short, kills; n = 1, 1 + STEP, … until there are no more.
 * full    a disk of 6 MB (tmpfs) fills up: the writer is refused with a sentence, what it told is there; with room again it goes on.
 * The judge reads the database by SQL of its own and not through the code that wrote it. Ends with "N passed, N failed, N skipped".
 */
#include "app/evidence.h"
#include "app/progress.h"
#include "app/remedy.h"
#include "faulty.h"
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdint.h>
#include <sys/mount.h>
#include <time.h>

enum { REMEDY = 1, BODY = 2, TOLD_MOST = 400000, WALK_CHANGES = 6 };

static const char *program;
static char        room[64], self[4096];
static int         passed, failed, skipped;
static char        told[TOLD_MOST];                    /* by number of the change: 'P' progress, 'E' evidence, 'R' remedy */
static long        told_last;

static uint64_t random_of(uint64_t *s)
{
	*s ^= *s << 13, *s ^= *s >> 7, *s ^= *s << 17;
	return *s;
}

/* -- the writer --------------------------------------------------------------------------------------- */

static bool change(struct record *r, struct arena *a, long n, char kind, struct err *e)
{
	str number = str_fmt(a, "%ld", n), file = str_fmt(a, "%s/tep-%d", room, (int)getpid());
	strs words = { 0 };
	int64_t id;
	if (kind == 'P') {
		struct progress_said s = { .state = n % 2 ? "đang triển khai" : "chưa thực hiện", .measure = str_fmt(a, "%ld,5%%", n % 90).p,
		                           .text = str_fmt(a, "lần %ld", n).p };
		return progress_add(r, a, REMEDY, &s, &id, &words, e);
	}
	if (kind == 'R') {
		struct remedy_said s = { .effort = str_fmt(a, "công %ld", n).p };
		return remedy_edit(r, a, REMEDY, 0, NULL, 0, &s, &words, e);
	}
	FILE *f = fopen(file.p, "w");
	for (long i = 0; f && i < 200 + n % 3000; i++)
		fprintf(f, "%ld dòng %ld của một minh chứng\n", n, i);
	if (!f || fclose(f))
		return fail(e, ERR_SYSTEM, "tệp tạm");
	struct evidence_said s = { .title = str_fmt(a, "minh chứng %ld", n).p, .number = number.p };
	*vec_add(a, &s.targets) = S("T1");
	struct evidence_kept kept;
	bool ok = evidence_add(r, a, BODY, file.p, &s, &kept, e);
	unlink(file.p);
	return ok;
}

/* Changes from number `first` on, `most` of them; tells each on standard output: "P 12", or "! 12 sentence" where it was refused. */
static int writer(const char *dir, long first, long most, uint64_t seed)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct record *r = NULL;
	struct err e = { 0 };
	if (!record_open(a, dir, &r, &e) || !record_as(r, a, "vanphong", &e)) {
		dprintf(1, "! 0 %s | %s\n", e.message, e.detail);
		return 2;
	}
	for (long n = first; n < first + most; n++) {
		char kind = "PPRE"[random_of(&seed) % 4];
		struct arena *b = arena_open((size_t)1 << 28);
		e = (struct err){ 0 };
		if (change(r, b, n, kind, &e))
			dprintf(1, "%c %ld\n", kind, n);
		else
			dprintf(1, "! %ld %s | %s\n", n, e.message, e.detail);
		arena_free(b);
	}
	record_close(&r);
	arena_free(a);
	return 0;
}

/* -- the judge ---------------------------------------------------------------------------------------- */

static int quietly(const char *fmt, const char *dir)
{
	char line[9000], words[300];
	snprintf(words, sizeof words, fmt, dir);
	snprintf(line, sizeof line, "KHACPHUC_AT=%s KHACPHUC_AS=vanphong %s %s >%s/said 2>&1", dir, program, words, room);
	int status = system(line);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void show(const char *name)
{
	char path[200], line[1000];
	snprintf(path, sizeof path, "%s/%s", room, name);
	FILE *f = fopen(path, "r");
	for (int i = 0; f && i < 20 && fgets(line, sizeof line, f); i++)
		printf("    %s", line);
	if (f)
		fclose(f);
}

/* How much of each change is there: 0 nothing, 1 all of it, -1 a part, -2 more than once. */
static signed char here[3][TOLD_MOST];

static bool look(sqlite3 *h, int kind, const char *sql)
{
	sqlite3_stmt *s = NULL;
	memset(here[kind], 0, sizeof here[kind]);
	int rc = sqlite3_prepare_v2(h, sql, -1, &s, NULL);
	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		long n = (long)sqlite3_column_int64(s, 0);
		if (n > 0 && n < TOLD_MOST)
			here[kind][n] = here[kind][n] && kind < 2 ? -2 : sqlite3_column_int64(s, 1) ? 1 : -1;
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE;
}

/* A progress has its measure; a piece of evidence its file and its link; the edit of a remedy stands in the log. */
static bool look_all(sqlite3 *h)
{
	return look(h, 0, "SELECT substr(p.text, 5), (SELECT count(*) FROM measure m WHERE m.progress_id = p.id) = 1 FROM progress p") &&
	       look(h, 1, "SELECT substr(e.title, 12), (SELECT count(*) FROM evidence_file f WHERE f.evidence_id = e.id) = 1 AND"
	                  " (SELECT count(*) FROM evidence_link l WHERE l.evidence_id = e.id) = 1 FROM evidence e") &&
	       look(h, 2, "SELECT substr(json_extract(after, '$.effort'), 6), 1 FROM audit WHERE entity = 'remedy' AND before IS NOT NULL");
}

/* All that was told is there, no change is there by half, and verify finds nothing. from: of the changes to look at. */
static bool sound(const char *dir, long from, long last, const char *when)
{
	char path[200];
	snprintf(path, sizeof path, "%s/record.db", dir);
	sqlite3 *h = NULL;
	bool ok = sqlite3_open_v2(path, &h, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
	          sqlite3_busy_timeout(h, 5000) == SQLITE_OK && look_all(h);
	if (!ok)
		printf("  %s: the database cannot be read: %s\n", when, sqlite3_errmsg(h));
	for (long n = from; ok && n <= last; n++)
		for (int k = 0; k < 3; k++)
			if (here[k][n] < 0 || (told[n] == "PER"[k] && here[k][n] != 1)) {
				printf("  %s: change %ld (%c) is %s\n", when, n, "PER"[k], !here[k][n] ? "lost though it was told" :
				       here[k][n] == -1 ? "there by half" : "there twice");
				ok = false;
			}
	sqlite3_close(h);
	int status = quietly("verify", dir);
	if (status) {
		printf("  %s: verify ends with %d\n", when, status);
		show("said");
	}
	return ok && !status;
}

static void hear(const char *line)
{
	long n = 0;
	char kind = 0;
	if (sscanf(line, "%c %ld", &kind, &n) != 2 || n <= 0 || n >= TOLD_MOST)
		return;
	if (kind != '!')
		told[n] = kind;
	told_last = n > told_last ? n : told_last;
}

static void hear_all(char *text)
{
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		hear(line);
}

static bool make_record(const char *dir)
{
	static const char *const steps[] = {
		"init %s --unit 'UBND tỉnh Trường Giang' --as quantri", "unit add 'Sở Tư pháp' --under 'UBND tỉnh Trường Giang' --level sở --as quantri",
		"user add vanphong --name 'Lê Văn Phòng' --unit 'Sở Tư pháp' --role 'văn phòng' --as quantri", "cycle add 2025 --as quantri",
		"finding add --unit 'Sở Tư pháp' --year 2025 --origin 'tự kiểm tra' --text 'Báo cáo gửi chậm'",
		"remedy add T1 --text 'Gửi sớm hơn' --due 31/12/2030",
	};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (quietly(steps[i], dir)) {
			printf("  %s\n", steps[i]);
			show("said");
			return false;
		}
	memset(told, 0, sizeof told);
	told_last = 0;
	return true;
}

static void report(bool ok, const char *what)
{
	printf("%s %s\n", ok ? "ok    " : "FAILED", what);
	fflush(stdout);
	*(ok ? &passed : &failed) += 1;
}

/* -- kill -9 ------------------------------------------------------------------------------------------- */

static pid_t start(const char *dir, long first, uint64_t seed, int *ret)
{
	int ends[2];
	char from[24], s[24];
	if (pipe(ends))
		return -1;
	pid_t pid = fork();
	if (!pid) {
		dup2(ends[1], 1);
		close(ends[0]);
		close(ends[1]);
		snprintf(from, sizeof from, "%ld", first);
		snprintf(s, sizeof s, "%llu", (unsigned long long)seed);
		execl(self, self, "--writer", dir, from, "1000000", s, room, (char *)NULL);
		_exit(99);
	}
	close(ends[1]);
	*ret = ends[0];
	return pid;
}

static void kills(int times, uint64_t seed)
{
	char dir[100], what[200];
	snprintf(dir, sizeof dir, "%s/kills", room);
	bool ok = make_record(dir);
	long changes = 0, silent = 0, last = 0;
	for (int i = 0; ok && i < times; i++) {
		long first = last + 1;                     /* what was done and not told keeps its number */
		int from = -1;
		uint64_t s = random_of(&seed);
		pid_t pid = start(dir, first, s, &from);
		FILE *f = fdopen(from, "r");
		char line[1000];
		struct timespec wait = { 0, (long)(random_of(&seed) % 60) * 1000000 };
		if (i % 5 && f && fgets(line, sizeof line, f))         /* the fifth also while it opens */
			hear(line);
		nanosleep(&wait, NULL);
		kill(pid, SIGKILL);
		while (f && fgets(line, sizeof line, f))
			hear(line);
		if (f)
			fclose(f);
		waitpid(pid, NULL, 0);
		last = told_last < first ? first : told_last + 1;      /* the one it was at */
		silent += told_last < first;
		for (long n = first; n <= told_last; n++)
			changes += told[n] != 0;
		snprintf(what, sizeof what, "after kill %d", i + 1);
		ok = sound(dir, first, last, what);
		if (i % 25 == 24) {
			printf("       %d kills, %ld changes told, %ld writers killed before their first\n", i + 1, changes, silent);
			fflush(stdout);
		}
	}
	ok = ok && sound(dir, 1, last, "at the end, all changes");
	snprintf(what, sizeof what, "kill -9 at random moments: %d times, %ld changes told, none lost, none by half, verify clean", times, changes);
	report(ok && changes > times, what);
}

/* -- the n-th call fails ------------------------------------------------------------------------------- */

static void copy_record(const char *from, const char *to)
{
	char line[400];
	snprintf(line, sizeof line, "rm -rf %s && cp -a %s %s", to, from, to);
	if (system(line))
		exit(2);
}

static void walk(long step, const char *call, const char *kind, const char *error, bool sticky)
{
	char base[100], dir[100], count[100], what[300], out[1 << 14], first[24], changes[24];
	snprintf(base, sizeof base, "%s/base", room);
	snprintf(dir, sizeof dir, "%s/walk", room);
	snprintf(count, sizeof count, "%s/count", room);
	bool ok = access(base, F_OK) == 0 || make_record(base), fired = true;
	long n = 1, refused = 0, tried = 0;
	for (; ok && fired; n += step) {
		copy_record(base, dir);
		memset(told, 0, sizeof told);
		told_last = 0;
		unlink(count);
		snprintf(first, sizeof first, "%d", 1);
		snprintf(changes, sizeof changes, "%d", WALK_CHANGES);
		const char *argv[] = { self, "--writer", dir, first, changes, "7", room, NULL };
		struct fault f = { call, kind, error, dir, count, sticky, n };
		run_faulty(&f, argv, out, sizeof out);
		faults_counted(count, &fired);
		refused += strchr(out, '!') != NULL;
		tried++;
		hear_all(out);
		snprintf(what, sizeof what, "%s %s at call %ld", kind, call, n);
		ok = sound(dir, 1, WALK_CHANGES, what);
	}
	snprintf(what, sizeof what, "%s of each %ld. %s%s%s: %ld runs, %ld with a refusal, none lost, none by half, verify clean", kind, step, call,
	         error ? " " : "", error ? error : "", tried, refused);
	report(ok && tried > 1, what);
}

/* -- a full disk --------------------------------------------------------------------------------------- */

static void full_disk(void)
{
	char place[100], dir[100], ballast[100], line[300], first[24], out[1 << 16];
	snprintf(place, sizeof place, "%s/small", room);
	snprintf(dir, sizeof dir, "%s/small/record", room);
	snprintf(ballast, sizeof ballast, "%s/small/ballast", room);
	snprintf(line, sizeof line, "mkdir %s", place);
	if (system(line) || mount("none", place, "tmpfs", 0, "size=6m")) {
		printf("skipped a full disk: mounting is not permitted here (%s)\n", strerror(errno));
		skipped++;
		return;
	}
	bool ok = make_record(dir);
	snprintf(line, sizeof line, "head -c 1500000 /dev/zero >%s", ballast);
	ok = ok && !system(line);
	const char *argv[] = { self, "--writer", dir, "1", "400", "11", room, NULL };
	run_faulty(NULL, argv, out, sizeof out);
	bool said = strstr(out, "đầy") != NULL;
	hear_all(out);
	long last = told_last;
	unlink(ballast);                               /* verify, too, wants a little room */
	ok = ok && said && sound(dir, 1, last, "on the full disk");
	if (!said)
		printf("  nobody was told that the disk is full\n");
	snprintf(first, sizeof first, "%ld", last + 2);
	const char *again[] = { self, "--writer", dir, first, "3", "5", room, NULL };
	run_faulty(NULL, again, out, sizeof out);
	bool goes_on = strchr(out, '!') == NULL;
	hear_all(out);
	ok = ok && goes_on && sound(dir, 1, told_last, "with room again");
	umount2(place, MNT_DETACH);
	report(ok, "a full disk: refused with a sentence, nothing told is lost, with room again it goes on");
}

int main(int argc, char **argv)
{
	int times = 500;
	long step = 1;
	uint64_t seed = 20261121;
	char beside[4200];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	self[n > 0 ? n : 0] = 0;
	if (argc == 7 && !strcmp(argv[1], "--writer")) {
		snprintf(room, sizeof room, "%s", argv[6]);
		return writer(argv[2], atol(argv[3]), atol(argv[4]), strtoull(argv[5], NULL, 10));
	}
	snprintf(beside, sizeof beside, "%.*s/khacphuc", (int)(strrchr(self, '/') - self), self);
	program = beside;
	for (int i = 1; i + 1 < argc; i += 2) {
		times = strcmp(argv[i], "--kills") ? times : atoi(argv[i + 1]);
		step = strcmp(argv[i], "--walk") ? step : atol(argv[i + 1]);
		seed = strcmp(argv[i], "--seed") ? seed : strtoull(argv[i + 1], NULL, 10);
		program = strcmp(argv[i], "--program") ? program : argv[i + 1];
	}
	strcpy(room, "/tmp/khacphuc-crash-XXXXXX");
	if (!mkdtemp(room))
		return 2;
	static const struct { const char *call, *kind, *error; bool sticky; } walks[] = {
		{ "write", "fail", "EIO", false }, { "write", "fail", "ENOSPC", true }, { "write", "short", "EIO", false }, { "write", "torn", NULL, false },
		{ "fsync", "fail", "EIO", false }, { "fsync", "kill", NULL, false },     { "rename", "fail", "EIO", false }, { "rename", "kill", NULL, false },
		{ "unlink,truncate,mkdir", "fail", "EIO", false },
	};
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++)
		walk(step, walks[i].call, walks[i].kind, walks[i].error, walks[i].sticky);
	full_disk();
	kills(times, seed);
	char line[200];
	snprintf(line, sizeof line, "rm -rf %s", room);
	if (system(line))
		failed++;
	printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped);
	return failed != 0;
}
