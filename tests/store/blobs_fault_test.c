/* Evidence on a disk that fails: at every call that changes it, in every way; full; and with many who put at once. */
#include "store/blobs.h"
#include "blobs_of.h"
#include "../faulty.h"
#include "../nobody.h"
#include <errno.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { CAP = 1 << 20, SIZE = 200 * 1000, CALLS_LEAST = 12, CALLS_MOST = 100 };

int blobs_child(char **argv);

/* argv: DIR FILE. Says "kept SHA", or why not. */
int blobs_child(char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	CLEANUP(blobs_close) struct blobs *b = NULL;
	struct err e = { 0 };
	struct blob k = { 0 };
	if (blobs_open(a, argv[0], &b, &e) && blobs_put_file(b, argv[1], CAP, &k, &e))
		printf("kept %s\n", k.sha);
	else
		printf("%s|%s|%s\n", e.message, e.hint, e.detail);
	return 0;
}

/* -- every call ----------------------------------------------------------------------------------------- */

/* How many refusals at least: an error that nobody noticed would show here. A wrong bit in each of the four writes. */
static const struct { struct fault f; long refused; } walks[] = {
	{ { .error = "EIO" }, 12 },
	{ { .error = "ENOSPC" }, 12 },
	{ { .error = "ENOSPC", .sticky = true }, 12 },
	{ { .error = "ENOSPC", .kind = "short" }, 12 },
	{ { .error = "ENOSPC", .kind = "short", .sticky = true }, 12 },
	{ { .kind = "kill" }, 0 },
	{ { .kind = "after" }, 0 },
	{ { .kind = "torn" }, 0 },
	{ { .kind = "flip" }, 4 },
};

struct trial { struct place *p; const char *dir, *source, *log; char sha[65]; long refused; };

static void check_after(struct trial *t, const struct fault *f, int status, const char *said)
{
	struct err e = { 0 };
	struct census c = { 0 };
	struct blob again = { 0 };
	CLEANUP(blobs_close) struct blobs *b = NULL;
	size_t swept;
	bool acked = !strncmp(said, "kept ", 5), dies = f->kind && strstr("kill after torn", f->kind);
	t->refused += !acked && !status;
	const char *kind = f->kind ? f->kind : "fail", *error = f->error ? f->error : "", *sticky = f->sticky ? " sticky" : "";
	const char *where = str_fmt(t->p->a, "%s %s%s at %ld: %d “%s”", kind, error, sticky, f->at, status, said).p;
	if (status != 0 && !(dies && status == 128 + SIGKILL))
		fail_msg("%s: ended", where);
	if (acked ? strncmp(said + 5, t->sha, 64) != 0 : !status && !strstr(said, "minh chứng") && !strstr(said, t->dir))
		fail_msg("%s: the words", where);
	if (!blobs_open(t->p->a, t->dir, &b, &e) || !blobs_check(b, count_blob, &c, &e))
		fail_msg("%s: %s (%s)", where, e.message, e.detail);
	if (c.n[BLOB_CHANGED] || c.n[BLOB_FOREIGN] || c.n[BLOB_UNREADABLE])
		fail_msg("%s: half a file has a name", where);
	if (acked ? c.n[BLOB_SOUND] != 1 : !status && c.n[BLOB_SOUND])
		fail_msg("%s: %zu files have names", where, c.n[BLOB_SOUND]);
	if (c.n[BLOB_LEFT] > 1)
		fail_msg("%s: %zu left", where, c.n[BLOB_LEFT]);
	/* The next one finds nothing in its way. */
	bool was = c.n[BLOB_SOUND];
	if (!blobs_put_file(b, t->source, CAP, &again, &e) || again.there != was || strcmp(again.sha, t->sha) != 0)
		fail_msg("%s: then %s (%s)", where, e.message, e.detail);
	assert_true(blobs_sweep_tmp(b, 0, &swept, &e));
	assert_int_equal(swept, c.n[BLOB_LEFT]);
}

static void test_walk(void **state)
{
	struct place *p = *state;
	struct trial t = { p, NULL, in_place(p, "source"), in_place(p, "log"), "", 0 };
	str bytes = bytes_of(p->a, SIZE, 3);
	sha256_hex(bytes, t.sha);
	file_of(t.source, bytes);
	for (size_t i = 0; i < COUNT(walks); i++) {
		bool fired = true;
		long n = 0;
		t.refused = 0;
		while (fired && n < CALLS_MOST) {
			char said[1400];
			struct fault f = walks[i].f;
			t.dir = str_fmt(p->a, "%s/%zu-%ld", p->dir, i, ++n).p;
			f.path = p->dir;
			f.count = t.log;
			f.at = n;
			unlink(t.log);
			int status = run_faulty(&f, (const char *const[]){ "tests", "blobs-put", t.dir, t.source, NULL }, said, sizeof said);
			faults_counted(t.log, &fired);
			check_after(&t, &f, status, said);
		}
		if (n < CALLS_LEAST || fired || t.refused < walks[i].refused)
			fail_msg("walk %zu: %ld calls, %ld refused", i, n - 1, t.refused);
		printf("walk %zu: %ld calls, %ld refused\n", i, n - 1, t.refused);
	}
}

/* -- in which order: no test without a power cut can see that a sync is missing, so it is read off the calls -------------- */

static const char first_put[] =
    "mkdir R|fsync P|mkdir R/evidence|fsync R|mkdir R/evidence/tmp|fsync R/evidence|"
    "write T|fsync T|mkdir R/evidence/ba|link T|fsync R/evidence/ba|fsync R/evidence|unlink T|";
static const char second_put[] =
    "mkdir R|mkdir R/evidence|fsync R|mkdir R/evidence/tmp|fsync R/evidence|"
    "write T|fsync T|mkdir R/evidence/ba|link T|fsync R/evidence/ba/" ABC "|fsync R/evidence/ba|fsync R/evidence|unlink T|";

/* The log without numbers; R the record, P its parent, T the file in tmp. */
static const char *calls_of(struct place *p, const char *log)
{
	struct buf b = buf_open(p->a);
	char line[9000], call[40], path[8000];
	FILE *f = fopen(log, "r");
	assert_non_null(f);
	size_t parent = strlen(p->dir);
	while (fgets(line, sizeof line, f)) {
		assert_int_equal(sscanf(line, "%*d %39s %7999s", call, path), 2);
		const char *below = strstr(path, "/evidence/tmp/") ? "T" : path[parent] ? str_fmt(p->a, "R%s", path + parent + 7).p : "P";
		buf_fmt(&b, "%s %s|", call, below);
	}
	fclose(f);
	return buf_str(&b).p;
}

static void test_order(void **state)
{
	struct place *p = *state;
	const char *dir = in_place(p, "record"), *source = in_place(p, "source"), *log = in_place(p, "log");
	const struct fault f = { .path = p->dir, .count = log };
	file_of(source, S("abc"));
	for (size_t i = 0; i < 2; i++) {
		char said[1400];
		unlink(log);
		assert_int_equal(run_faulty(&f, (const char *const[]){ "tests", "blobs-put", dir, source, NULL }, said, sizeof said), 0);
		assert_string_equal(said, "kept " ABC "\n");
		assert_string_equal(calls_of(p, log), i ? second_put : first_put);
	}
}

/* -- a disk that is full ----------------------------------------------------------------------------------- */

enum { NO_MOUNT = 77 };

/* In a mount namespace of its own: the small disk is gone with the process. */
static int fill(void *ctx)
{
	struct place *p = ctx;
	struct blobs *b = NULL;
	struct err e = { 0 };
	struct blob k = { 0 };
	const char *disk = in_place(p, "disk");
	if (mkdir(disk, 0700) || unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
	    mount("tmpfs", disk, "tmpfs", 0, "size=1M"))
		return NO_MOUNT;
	if (!blobs_open(p->a, disk, &b, &e))
		return 1;
	char kept[64][65];
	size_t n = 0, failed = 0;
	/* Ever smaller ones, so that it is the end of a file, its middle or its first byte for which there is no room. */
	for (size_t size = 300000, i = 0; i < 40; i++, size = failed ? size / 2 + 1 : size) {
		if (blobs_put_bytes(b, S("Báo cáo quý.pdf"), bytes_of(p->a, size, (unsigned)i + 1), &k, &e)) {
			memcpy(kept[n++], k.sha, 65);
			continue;
		}
		failed++;
		if (e.code != ERR_SYSTEM || !strstr(e.message, "Đĩa đầy nên chưa lưu được tệp minh chứng “Báo cáo quý.pdf”"))
			return fprintf(stderr, "%s (%s)\n", e.message, e.detail), 2;
	}
	struct census c = { 0 };
	if (failed < 5 || n < 3 || !blobs_check(b, count_blob, &c, &e))
		return fprintf(stderr, "%zu kept, %zu failed\n", n, failed), 3;
	if (c.n[BLOB_SOUND] != n || c.n[BLOB_LEFT] || c.n[BLOB_CHANGED])
		return 4;
	for (size_t i = 0; i < n; i++) {
		str got;
		if (!blobs_get(p->a, b, str_c(kept[i]), CAP, &got, &e))
			return 5;
	}
	if (!blobs_put_bytes(b, S("tệp cũ"), bytes_of(p->a, 300000, 1), &k, &e) && e.code != ERR_SYSTEM)
		return 6;
	printf("full disk: %zu kept, %zu refused\n", n, failed);
	fflush(stdout);
	return 0;
}

static void test_full(void **state)
{
	int got = in_process(false, fill, *state);
	if (got == NO_MOUNT) {
		print_message("skipped: no disk may be mounted here, so none could be filled\n");
		skip();
	}
	assert_int_equal(got, 0);
}

/* -- many at once --------------------------------------------------------------------------------------------- */

enum { CROWD = 8, ROUNDS = 10 };

/* All put the same; one in two has a folder that cannot be synced and must take its name back, but never another's. */
static void test_crowd(void **state)
{
	struct place *p = *state;
	const char *dir = in_place(p, "record"), *source = in_place(p, "source");
	for (unsigned round = 0; round < ROUNDS; round++) {
		str bytes = bytes_of(p->a, SIZE, round + 1);
		char sha[65], said[1400];
		pid_t crowd[CROWD];
		size_t acked = 0;
		sha256_hex(bytes, sha);
		file_of(source, bytes);
		/* 1, 2: blobs_open's own; 3: of the file; 4: of the folder */
		const struct fault f = { .call = "fsync", .path = dir, .at = 4 };
		for (size_t i = 0; i < CROWD; i++) {
			if ((crowd[i] = fork()))
				continue;
			run_faulty(i % 2 ? &f : NULL, (const char *const[]){ "tests", "blobs-put", dir, source, NULL }, said, sizeof said);
			_exit(!strncmp(said, "kept ", 5) ? 0 : strstr(said, "Đĩa báo lỗi") ? 1 : 2);
		}
		for (size_t i = 0; i < CROWD; i++) {
			int status = 0;
			assert_int_equal(waitpid(crowd[i], &status, 0), crowd[i]);
			assert_true(WIFEXITED(status));
			if (WEXITSTATUS(status) == 2 || (WEXITSTATUS(status) == 1 && i % 2 == 0))
				fail_msg("round %u, put %zu: %d", round, i, WEXITSTATUS(status));
			acked += !WEXITSTATUS(status);
		}
		CLEANUP(blobs_close) struct blobs *b = NULL;
		struct err e = { 0 };
		str got = { 0 };
		assert_true(blobs_open(p->a, dir, &b, &e));
		if (!blobs_get(p->a, b, str_c(sha), CAP, &got, &e))
			fail_msg("round %u: %zu acknowledged, and %s", round, acked, e.message);
		assert_true(str_eq(got, bytes));
		assert_in_range(acked, CROWD / 2, CROWD);
	}
}

/* Nobody gives or takes back a name while another is making it sure. */
static void test_lock(void **state)
{
	struct place *p = *state;
	const char *dir = in_place(p, "record"), *source = in_place(p, "source");
	char said[1400];
	int status = -1;
	file_of(source, S("abc"));
	assert_int_equal(system(str_fmt(p->a, "mkdir -p -m 700 '%s/evidence/ba' && chmod 700 '%s/evidence'", dir, dir).p), 0);
	int held = open(in_place(p, "record/evidence/ba"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_int_equal(flock(held, LOCK_EX), 0);
	pid_t pid = fork();
	if (!pid) {
		close(held);
		_exit(run_faulty(NULL, (const char *const[]){ "tests", "blobs-put", dir, source, NULL }, said, sizeof said));
	}
	usleep(300 * 1000);
	assert_int_equal(waitpid(pid, &status, WNOHANG), 0);
	assert_int_equal(access(in_place(p, "record/evidence/ba/" ABC), F_OK), -1);
	close(held);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(access(in_place(p, "record/evidence/ba/" ABC), F_OK), 0);
}

/* Of all who put the same, exactly one is told that it was new. */
static int putting(void *ctx)
{
	struct place *p = ctx;
	struct blobs *b = NULL;
	struct err e = { 0 };
	struct blob k = { 0 };
	if (!blobs_open(p->a, in_place(p, "record"), &b, &e))
		return 2;
	for (unsigned i = 0; i < 20; i++) {
		if (!blobs_put_bytes(b, S("tệp"), bytes_of(p->a, 5000, i), &k, &e))
			return 3;
		if (!k.there && write(STDOUT_FILENO, "1", 1) != 1)
			return 4;
	}
	blobs_close(&b);
	return 0;
}

static void test_first(void **state)
{
	struct place *p = *state;
	pid_t crowd[CROWD];
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	for (size_t i = 0; i < CROWD; i++)
		if (!(crowd[i] = fork())) {
			dup2(ends[1], 1);
			_exit(putting(p));
		}
	for (size_t i = 0; i < CROWD; i++) {
		int status = -1;
		waitpid(crowd[i], &status, 0);
		assert_int_equal(status, 0);
	}
	close(ends[1]);
	char firsts[400];
	assert_int_equal(read(ends[0], firsts, sizeof firsts), 20);
	close(ends[0]);
}

#define IN_PLACE(name) cmocka_unit_test_setup_teardown(name, place_set_up, place_tear_down)

int store_blobs_fault_tests(void);
int store_blobs_fault_tests(void)
{
	const struct CMUnitTest tests[] = {
		IN_PLACE(test_walk), IN_PLACE(test_order), IN_PLACE(test_full),
		IN_PLACE(test_crowd), IN_PLACE(test_lock), IN_PLACE(test_first),
	};
	return cmocka_run_group_tests_name("store/blobs_fault", tests, NULL, NULL);
}
