#include "store/blobs_parts.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static bool is_hex(const char *s, size_t n) { return strspn(s, "0123456789abcdef") == n && !s[n]; }

/* -- one folder ---------------------------------------------------------------------------------------- */

struct listing { DIR *dir; };

static bool list_open(int folder, struct listing *ret)
{
	int fd = openat(folder, ".", OPEN_FOLDER);     /* its own place in the folder */
	ret->dir = fd < 0 ? NULL : fdopendir(fd);
	if (!ret->dir)
		fd_close(&fd);
	return ret->dir;
}

static void list_close(const struct listing *l)
{
	if (l->dir)
		closedir(l->dir);
}

/* NULL with errno 0 at the end. What is gone since it was listed is passed over. */
static const char *list_next(const struct listing *l, struct stat *st)
{
	struct dirent *d;
	while ((errno = 0, d = readdir(l->dir))) {
		if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, ".."))
			continue;
		if (!fstatat(dirfd(l->dir), d->d_name, st, AT_SYMLINK_NOFOLLOW))
			return d->d_name;
		if (errno != ENOENT)
			return NULL;
	}
	return NULL;
}

/* -- checking ------------------------------------------------------------------------------------------ */

struct check { blob_tell *tell; void *ctx; time_t now; };

static void told(const struct check *c, enum blob_state state, const char *folder, const char *name, const struct stat *st, int why)
{
	char path[NAME_MAX * 2 + 2];
	snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
	c->tell(c->ctx, &(struct blob_found){ state, path, st->st_size, c->now - st->st_mtime, why });
}

static void check_blob(const struct check *c, int folder, const char *pair, const char *name, const struct stat *st)
{
	char sha[65];
	int64_t size;
	if (!S_ISREG(st->st_mode) || !is_hex(name, 64) || strncmp(name, pair, 2) != 0) {
		told(c, BLOB_FOREIGN, pair, name, st, 0);
		return;
	}
	CLEANUP(fd_close) int fd = openat(folder, name, OPEN_BLOB);
	if (fd < 0 || !blob_hash(fd, sha, &size))
		told(c, BLOB_UNREADABLE, pair, name, st, errno);
	else
		told(c, strcmp(sha, name) != 0 ? BLOB_CHANGED : BLOB_SOUND, pair, name, st, 0);
}

static void check_folder(const struct blobs *b, const struct check *c, const char *pair, const struct stat *top)
{
	CLEANUP(fd_close) int folder = openat(b->top, pair, OPEN_FOLDER);
	CLEANUP(list_close) struct listing l = { 0 };
	struct stat st;
	bool open = folder >= 0 && list_open(folder, &l);
	for (const char *name; open && (name = list_next(&l, &st));)
		check_blob(c, folder, pair, name, &st);
	if (errno)
		told(c, BLOB_UNREADABLE, "", pair, top, errno);
}

static bool is_left(const char *name, const struct stat *st) { return S_ISREG(st->st_mode) && is_hex(name, TMP_NAME); }

static bool check_tmp(const struct blobs *b, const struct check *c, struct err *e)
{
	CLEANUP(list_close) struct listing l = { 0 };
	struct stat st;
	if (!list_open(b->tmp, &l))
		return folders_broken(b, "tmp", e);
	for (const char *name; (name = list_next(&l, &st));)
		told(c, is_left(name, &st) ? BLOB_LEFT : BLOB_FOREIGN, "tmp", name, &st, 0);
	return !errno || folders_broken(b, "tmp", e);
}

bool blobs_check(const struct blobs *b, blob_tell *tell, void *ctx, struct err *e)
{
	struct check c = { tell, ctx, time(NULL) };
	CLEANUP(list_close) struct listing l = { 0 };
	struct stat st;
	if (!list_open(b->top, &l))
		return folders_broken(b, "open", e);
	for (const char *name; (name = list_next(&l, &st));) {
		if (S_ISDIR(st.st_mode) && is_hex(name, 2))
			check_folder(b, &c, name, &st);
		else if (strcmp(name, "tmp") != 0)
			told(&c, BLOB_FOREIGN, "", name, &st, 0);
	}
	return errno ? folders_broken(b, "read", e) : check_tmp(b, &c, e);
}

bool blobs_sweep_tmp(const struct blobs *b, int64_t age, size_t *ret_swept, struct err *e)
{
	CLEANUP(list_close) struct listing l = { 0 };
	struct stat st;
	time_t now = time(NULL);
	*ret_swept = 0;
	if (!list_open(b->tmp, &l))
		return folders_broken(b, "tmp", e);
	for (const char *name; (name = list_next(&l, &st));)
		if (is_left(name, &st) && now - st.st_mtime >= age)
			*ret_swept += !unlinkat(b->tmp, name, 0);
	return !errno || folders_broken(b, "tmp", e);
}
