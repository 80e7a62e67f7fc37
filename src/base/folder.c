#include "base/folder.h"
#include "base/fd.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 16, FILES_MAX = 10 * 1000 };
#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

static bool broken(const char *what, struct err *e)
{
	int why = errno;
	fail(e, ERR_SYSTEM, "Không tạo được thư mục tạm để đọc tệp này.");
	err_hint(e, "Hãy kiểm tra chỗ trống và quyền ghi của thư mục tạm (/tmp).");
	return err_detail(e, "%s: %s", what, strerror(why));
}

/* -- going through ----------------------------------------------------------------------------------- */

struct listing { DIR *dir; };

static struct listing list_open(int folder)
{
	int fd = openat(folder, ".", OPEN_FOLDER);
	struct listing l = { fd < 0 ? NULL : fdopendir(fd) };
	if (!l.dir && fd >= 0)
		close(fd);
	return l;
}

static void list_close(const struct listing *l)
{
	if (l->dir)
		closedir(l->dir);
}

static const char *list_next(const struct listing *l)
{
	struct dirent *d;
	while (l->dir && (d = readdir(l->dir)))
		if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
			return d->d_name;
	return NULL;
}

/* -- making, filling --------------------------------------------------------------------------------- */

bool folder_open(struct arena *a, struct folder *ret, struct err *e)
{
	const char *below = getenv("TMPDIR");
	char *path = (char *)(uintptr_t)str_fmt(a, "%s/khacphuc-XXXXXX", below && below[0] == '/' ? below : "/tmp").p;
	ret->fd = -1;
	if (!mkdtemp(path))
		return broken("mkdtemp", e);
	ret->path = str_c(path);
	ret->fd = open(path, OPEN_FOLDER);
	if (ret->fd >= 0)
		return true;
	broken("open", e);
	rmdir(path);
	return false;
}

bool folder_put(const struct folder *f, str name, str bytes, struct err *e)
{
	CLEANUP(fd_close) int fd = openat(f->fd, name.p, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return broken("open", e);
	return fd_write(fd, bytes) || broken("write", e);
}

/* -- taking ------------------------------------------------------------------------------------------ */

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct folder_file *)a)->name.p, ((const struct folder_file *)b)->name.p);
}

static bool too_much(size_t most, struct err *e)
{
	fail(e, ERR_LIMIT, "Chương trình phụ cho ra quá nhiều dữ liệu (hơn %zu MB).", (most + (1 << 20) - 1) >> 20);
	return err_hint(e, "Hãy tách tệp thành nhiều phần nhỏ hơn.");
}

/* A file that is no ordinary one, or has a second name (perhaps outside), is passed over. */
static bool take(struct arena *a, int folder, const char *name, size_t most, folder_files *ret, struct err *e)
{
	CLEANUP(fd_close) int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_nlink != 1)
		return true;
	if ((unsigned long long)st.st_size > most || ret->n >= FILES_MAX)
		return too_much(most, e);
	size_t size = (size_t)st.st_size, n = 0;
	char *p = make_n(a, char, size + 1);
	for (ssize_t got; n < size && (got = fd_read(fd, p + n, size - n)) > 0;)
		n += (size_t)got;
	*vec_add(a, ret) = (struct folder_file){ str_copy(a, str_c(name)), { p, n } };
	return true;
}

bool folder_take(struct arena *a, const struct folder *f, str begins, size_t most, folder_files *ret, struct err *e)
{
	CLEANUP(list_close) struct listing l = list_open(f->fd);
	size_t taken = 0;
	for (const char *name; (name = list_next(&l));) {
		if (!str_starts(str_c(name), begins))
			continue;
		size_t before = ret->n;
		if (!take(a, f->fd, name, most - taken, ret, e))
			return too_much(most, e);
		taken += ret->n > before ? ret->at[before].bytes.n : 0;
	}
	if (ret->n)
		qsort(ret->at, ret->n, sizeof *ret->at, by_name);
	return true;
}

/* -- weighing ---------------------------------------------------------------------------------------- */

static size_t weight(int folder, int depth)
{
	CLEANUP(list_close) struct listing l = list_open(folder);
	size_t sum = 0;
	for (const char *name; (name = list_next(&l));) {
		struct stat st;
		if (fstatat(dirfd(l.dir), name, &st, AT_SYMLINK_NOFOLLOW))
			continue;                              /* gone meanwhile */
		size_t here = (size_t)st.st_blocks * 512 + 512;
		if (S_ISDIR(st.st_mode)) {
			CLEANUP(fd_close) int fd = openat(dirfd(l.dir), name, OPEN_FOLDER);
			here = depth >= DEPTH_MAX ? SIZE_MAX : fd < 0 ? 0 : weight(fd, depth + 1);
		}
		sum = here > SIZE_MAX - sum ? SIZE_MAX : sum + here;
	}
	return sum;
}

size_t folder_weight(const struct folder *f) { return weight(f->fd, 1); }

/* -- removing ---------------------------------------------------------------------------------------- */

/* Deletes what is in the folder `name` but folders: these move up, so that nothing ever lies deeper than two. */
static void lift_all(int top, const char *name, size_t *nth)
{
	fchmodat(top, name, 0700, 0);
	CLEANUP(fd_close) int fd = openat(top, name, OPEN_FOLDER);
	if (fd < 0)
		return;
	CLEANUP(list_close) struct listing l = list_open(fd);
	for (const char *inner; (inner = list_next(&l));) {
		char up[40];
		if (!unlinkat(fd, inner, 0) || !unlinkat(fd, inner, AT_REMOVEDIR))
			continue;
		fchmodat(fd, inner, 0700, 0);                  /* a folder that moves must be writable itself */
		do
			snprintf(up, sizeof up, "%zu", (*nth)++);
		while (renameat(fd, inner, top, up) && (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR));
	}
}

void folder_remove(struct folder *f)
{
	if (f->fd < 0)
		return;
	size_t nth = 0;
	for (bool again = true; again;) {
		CLEANUP(list_close) struct listing l = list_open(f->fd);
		again = false;
		for (const char *name; (name = list_next(&l));) {
			if (!unlinkat(f->fd, name, 0))
				continue;
			lift_all(f->fd, name, &nth);
			again |= !unlinkat(f->fd, name, AT_REMOVEDIR);
		}
	}
	close(f->fd);
	rmdir(f->path.p);
	f->fd = -1;
}
