/* faults.so -- makes the n-th call that changes the disk fail, fall short or kill: LD_PRELOAD=faults.so PROGRAM
 *
 * FAULT_CALL    which calls: write fsync rename truncate unlink mkdir, several with commas; the default is all of them.
 *               write: write pwrite writev pwritev copy_file_range fallocate posix_fallocate; truncate: ftruncate;
 *               fsync: fsync fdatasync sync_file_range syncfs; rename: rename link and their kin
 * FAULT_AT      n, from 1; without it nothing fails
 * FAULT_KIND    fail   it fails and does nothing (the default)
 *               short  a write does its first half and says so, the next of these calls fails; calls that are no writes just fail
 *               flip   a write says it is done, but a bit of its first byte is wrong (write, pwrite); all others are done
 *               kill   SIGKILL before it          after  SIGKILL when it is done
 *               torn   SIGKILL after the first half of a write (before, where there is no half)
 * FAULT_ERRNO   EIO (the default) ENOSPC EDQUOT EROFS EACCES EPERM EMFILE
 * FAULT_STICKY  1: so do all later ones; a full disk stays full. Unlinking and truncating need no room: they go on with ENOSPC, EDQUOT.
 * FAULT_PATH    only calls on a file whose path holds this; without it: on any file outside /dev and /proc. Pipes, sockets never.
 * FAULT_COUNT   a file that gets a line "n call path" for each call that was counted, with " FAULT" behind where one was made:
 *               walk n = 1, 2, … until no line has it.
 *
 * Each process counts for itself; a child goes on from where its parent stood. Threads share one count. A process that is
 * killed loses nothing that it wrote: only a power cut does that, which this cannot play.
 * Calls go to the kernel directly. What the C library does within itself (fwrite) is not seen, nor io_uring and mmap.
 */
#undef _FILE_OFFSET_BITS        /* or pwrite and pwrite64 would be one name here; both are called */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum family { WRITE, FSYNC, RENAME, TRUNCATE, UNLINK, MKDIR, FAMILIES };
enum kind { FAIL, SHORT, KILL, AFTER, TORN, FLIP, GO };

static const char *const families[] = { "write", "fsync", "rename", "truncate", "unlink", "mkdir", NULL };
static const char *const kinds[] = { "fail", "short", "kill", "after", "torn", "flip", NULL };
static const char *const errors[] = { "EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", NULL };
static const int numbers[] = { EIO, ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EMFILE };

static struct {
	bool        on, sticky, chosen[FAMILIES];
	long        at;
	enum kind   kind;
	int         error, log;
	const char *path;
} set;

static atomic_long met;
static atomic_bool halved;                             /* a write fell short */

/* -- what is asked for: a word that is not known ends the program, or a test would pass that tests nothing --------------- */

static size_t word(const char *name, const char *value, size_t n, const char *const *known)
{
	size_t i = 0;
	while (known[i] && (strlen(known[i]) != n || strncmp(known[i], value, n) != 0))
		i++;
	if (!known[i]) {
		fprintf(stderr, "faults: %s does not know “%.*s”\n", name, (int)n, value);
		_exit(2);
	}
	return i;
}

static const char *asked(const char *name, const char *other)
{
	const char *value = getenv(name);
	return value && *value ? value : other;
}

__attribute__((constructor)) static void begin(void)
{
	const char *count = asked("FAULT_COUNT", NULL), *at = asked("FAULT_AT", "0");
	const char *kind = asked("FAULT_KIND", kinds[0]), *error = asked("FAULT_ERRNO", errors[0]);
	char *end;
	set.at = strtol(at, &end, 10);
	if (*end || set.at < 0) {
		fprintf(stderr, "faults: FAULT_AT is no number: “%s”\n", at);
		_exit(2);
	}
	set.kind = (enum kind)word("FAULT_KIND", kind, strlen(kind), kinds);
	set.error = numbers[word("FAULT_ERRNO", error, strlen(error), errors)];
	for (const char *c = asked("FAULT_CALL", "write,fsync,rename,truncate,unlink,mkdir"); *c;) {
		size_t n = strcspn(c, ",");
		set.chosen[word("FAULT_CALL", c, n, families)] = true;
		c += n + (c[n] == ',');
	}
	set.sticky = !strcmp(asked("FAULT_STICKY", "0"), "1");
	set.path = asked("FAULT_PATH", NULL);
	set.log = count ? open(count, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
	if (count && set.log < 0) {
		fprintf(stderr, "faults: cannot write FAULT_COUNT %s\n", count);
		_exit(2);
	}
	set.on = set.at || count;
}

/* -- which call, and what becomes of it ------------------------------------------------------------------------------------ */

struct where { int fd; const char *name; };            /* name NULL: the file fd itself; else a name below the folder fd */

static void path_of(struct where w, char ret[static 2 * PATH_MAX])
{
	char link[64];
	ssize_t n = 0;
	if (!w.name || w.name[0] != '/') {
		snprintf(link, sizeof link, w.fd == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", w.fd);
		n = readlink(link, ret, PATH_MAX - 1);
		n = n < 0 ? 0 : n;
	}
	snprintf(ret + n, (size_t)(2 * PATH_MAX - n), "%s%s", w.name && n ? "/" : "", w.name ? w.name : "");
}

static bool is_meant(const char *path)
{
	if (path[0] != '/')
		return false;
	return set.path ? strstr(path, set.path) != NULL : strncmp(path, "/dev/", 5) != 0 && strncmp(path, "/proc/", 6) != 0;
}

static enum kind fate(enum family f, long n)
{
	bool free_of_room = (f == UNLINK || f == TRUNCATE) && (set.error == ENOSPC || set.error == EDQUOT);
	if (!set.at || n < set.at)
		return GO;
	if (n == set.at)
		return f != WRITE && set.kind == TORN ? KILL : set.kind;
	if (atomic_load(&halved) && n == set.at + 1)
		return FAIL;
	return set.sticky && !free_of_room ? FAIL : GO;
}

static enum kind meet(enum family f, const char *call, struct where a, struct where b)
{
	char path[2 * PATH_MAX];
	int before = errno;
	if (!set.on || !set.chosen[f])
		return GO;
	path_of(a, path);
	if (!is_meant(path) && b.name)
		path_of(b, path);
	enum kind k = GO;
	if (is_meant(path)) {
		long n = atomic_fetch_add(&met, 1) + 1;
		k = fate(f, n);
		char line[2 * PATH_MAX + 64];
		int size = snprintf(line, sizeof line, "%ld %s %s%s\n", n, call, path, k == GO ? "" : " FAULT");
		if (set.log >= 0)
			syscall(SYS_write, set.log, line, size);
	}
	if (k == KILL)
		kill(getpid(), SIGKILL);
	errno = k == FAIL || k == SHORT ? set.error : before;
	return k;
}

/* With SHORT and TORN the call has done its first half already. */
static long done(enum kind k, long result)
{
	if (k == AFTER || k == TORN)
		kill(getpid(), SIGKILL);
	return result;
}

static struct where at_name(int fd, const char *name) { return (struct where){ fd, name }; }

static const struct where none;

#define SELF(fd) at_name((fd), NULL), none
#define NAMED(fd, name) at_name((fd), (name)), none
#define TWO(f, a, t, b) at_name((f), (a)), at_name((t), (b))
#define CUT(k, n) ((k) == SHORT || (k) == TORN ? (n) / 2 : (n))

/* A write of one byte has no half. */
static enum kind meet_write(const char *call, int fd, size_t n)
{
	enum kind k = meet(WRITE, call, SELF(fd));
	if (k == SHORT && n < 2)
		return FAIL;
	if (k == SHORT)
		atomic_store(&halved, true);
	return k;
}

/* -- writes ---------------------------------------------------------------------------------------------------------------- */

static ssize_t flipped(int fd, const char *p, size_t n, off_t at)
{
	char wrong = (char)(n ? p[0] ^ 1 : 0);
	const struct iovec v[] = { { &wrong, n ? 1 : 0 }, { (char *)(uintptr_t)p + 1, n ? n - 1 : 0 } };
	return at < 0 ? syscall(SYS_writev, fd, v, 2) : syscall(SYS_pwritev, fd, v, 2, at, 0);
}

ssize_t write(int fd, const void *p, size_t n)
{
	enum kind k = meet_write("write", fd, n);
	if (k == FLIP)
		return flipped(fd, p, n, -1);
	return k == FAIL ? -1 : done(k, syscall(SYS_write, fd, p, CUT(k, n)));
}

static ssize_t put_at(int fd, const void *p, size_t n, off_t at)
{
	enum kind k = meet_write("pwrite", fd, n);
	if (k == FLIP)
		return flipped(fd, p, n, at);
	return k == FAIL ? -1 : done(k, syscall(SYS_pwrite64, fd, p, CUT(k, n), at));
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at) { return put_at(fd, p, n, at); }
ssize_t pwrite64(int fd, const void *p, size_t n, off64_t at) { return put_at(fd, p, n, at); }

/* Half of several pieces: half of the pieces, or of the only one. */
static ssize_t put_pieces(const char *call, int fd, const struct iovec *v, int n, off_t at)
{
	enum kind k = meet_write(call, fd, n > 1 ? (size_t)n : n ? v[0].iov_len : 0);
	bool cut = k == SHORT || k == TORN;
	struct iovec first = n ? v[0] : (struct iovec){ 0 };
	if (k == FAIL)
		return -1;
	if (cut && n == 1) {
		first.iov_len /= 2;
		v = &first;
	}
	int pieces = cut && n > 1 ? n / 2 : n;
	return done(k, at < 0 ? syscall(SYS_writev, fd, v, pieces) : syscall(SYS_pwritev, fd, v, pieces, at, 0));
}

ssize_t writev(int fd, const struct iovec *v, int n) { return put_pieces("writev", fd, v, n, -1); }
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t at) { return put_pieces("pwritev", fd, v, n, at); }
ssize_t pwritev64(int fd, const struct iovec *v, int n, off64_t at) { return put_pieces("pwritev", fd, v, n, at); }

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t n, unsigned flags)
{
	enum kind k = meet_write("copy_file_range", out, n);
	return k == FAIL ? -1 : done(k, syscall(SYS_copy_file_range, in, from, out, to, CUT(k, n), flags));
}

/* -- all others are done or not -------------------------------------------------------------------------------------------- */

#define ONCE(family, call, places, ...) \
	enum kind k = meet(family, call, places); \
	return k == FAIL || k == SHORT ? -1 : (int)done(k, syscall(__VA_ARGS__))

int fsync(int fd) { ONCE(FSYNC, "fsync", SELF(fd), SYS_fsync, fd); }
int fdatasync(int fd) { ONCE(FSYNC, "fdatasync", SELF(fd), SYS_fdatasync, fd); }
int syncfs(int fd) { ONCE(FSYNC, "syncfs", SELF(fd), SYS_syncfs, fd); }

int sync_file_range(int fd, off64_t at, off64_t n, unsigned flags)
{
	ONCE(FSYNC, "sync_file_range", SELF(fd), SYS_sync_file_range, fd, at, n, flags);
}

static int truncated(int fd, off_t n) { ONCE(TRUNCATE, "ftruncate", SELF(fd), SYS_ftruncate, fd, n); }
int ftruncate(int fd, off_t n) { return truncated(fd, n); }
int ftruncate64(int fd, off64_t n) { return truncated(fd, n); }

static int given(int fd, int mode, off_t at, off_t n) { ONCE(WRITE, "fallocate", SELF(fd), SYS_fallocate, fd, mode, at, n); }
int fallocate(int fd, int mode, off_t at, off_t n) { return given(fd, mode, at, n); }
int fallocate64(int fd, int mode, off64_t at, off64_t n) { return given(fd, mode, at, n); }
int posix_fallocate(int fd, off_t at, off_t n) { return given(fd, 0, at, n) ? errno : 0; }
int posix_fallocate64(int fd, off64_t at, off64_t n) { return given(fd, 0, at, n) ? errno : 0; }

int renameat2(int f, const char *a, int t, const char *b, unsigned flags)
{
	ONCE(RENAME, "rename", TWO(f, a, t, b), SYS_renameat2, f, a, t, b, flags);
}

int renameat(int f, const char *a, int t, const char *b) { return renameat2(f, a, t, b, 0); }
int rename(const char *a, const char *b) { return renameat2(AT_FDCWD, a, AT_FDCWD, b, 0); }

int linkat(int f, const char *a, int t, const char *b, int flags)
{
	ONCE(RENAME, "link", TWO(f, a, t, b), SYS_linkat, f, a, t, b, flags);
}

int link(const char *a, const char *b) { return linkat(AT_FDCWD, a, AT_FDCWD, b, 0); }

int unlinkat(int f, const char *name, int flags) { ONCE(UNLINK, "unlink", NAMED(f, name), SYS_unlinkat, f, name, flags); }
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int mkdirat(int f, const char *name, mode_t mode) { ONCE(MKDIR, "mkdir", NAMED(f, name), SYS_mkdirat, f, name, mode); }
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
