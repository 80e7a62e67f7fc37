#include "base/file.h"
#include "store/blobs_parts.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_read(const struct blobs *b, const char *sha, const char *step, struct err *e)
{
	int why = errno;
	if (why == ENOENT) {
		fail(e, ERR_NOT_FOUND, "Không có tệp minh chứng %.12s… trên đĩa.", sha);
		err_hint(e, "Khôi phục tệp này từ bản sao lưu, hoặc nộp lại tệp gốc.");
	} else if (why == ELOOP || why == ENOTDIR || why == ENXIO) {
		return blob_changed(b, sha, e);
	} else {
		fail(e, ERR_SYSTEM, "Không đọc được tệp minh chứng %.12s… trên đĩa.", sha);
		err_hint(e, "Nhờ người quản trị máy kiểm tra quyền đọc và tình trạng đĩa.");
	}
	return err_detail(e, "%.*s/%.2s/%s: %s: %s", SF(b->path), sha, sha, step, strerror(why));
}

static bool open_blob(const struct blobs *b, str sha, char hex[static 65], int *ret, struct stat *st, struct err *e)
{
	if (!sha256_is(sha)) {
		fail(e, ERR_INPUT, "“%.*s” không phải là mã của một tệp minh chứng.", (int)(sha.n > 80 ? 80 : sha.n), sha.p ? sha.p : "");
		return err_hint(e, "Mã SHA-256 gồm 64 chữ số 0-9, a-f viết thường.");
	}
	memcpy(hex, sha.p, 64);
	hex[64] = 0;
	struct pair pair = blob_pair(hex);
	CLEANUP(fd_close) int folder = openat(b->top, pair.at, OPEN_FOLDER);
	CLEANUP(fd_close) int fd = folder < 0 ? -1 : openat(folder, hex, OPEN_BLOB);
	if (fd < 0 || fstat(fd, st))
		return cannot_read(b, hex, "open", e);
	if (!S_ISREG(st->st_mode))
		return blob_changed(b, hex, e);
	*ret = fd;
	fd = -1;
	return true;
}

bool blobs_stat(const struct blobs *b, str sha, int64_t *ret_size, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	struct stat st;
	char hex[65];
	if (!open_blob(b, sha, hex, &fd, &st, e))
		return false;
	*ret_size = st.st_size;
	return true;
}

bool blobs_get(struct arena *a, const struct blobs *b, str sha, size_t cap, str *ret, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	struct stat st;
	char hex[65], is[65];
	if (!open_blob(b, sha, hex, &fd, &st, e))
		return false;
	if ((uint64_t)st.st_size > cap) {
		fail(e, ERR_LIMIT, "Tệp minh chứng %.12s… quá lớn: %lld MB, trong khi chỉ mở đến %zu MB.", hex,
		     (long long)(st.st_size + (1 << 20) - 1) >> 20, cap >> 20);
		return err_hint(e, "Hãy tải tệp về rồi mở bằng chương trình khác.");
	}
	size_t size = (size_t)st.st_size, n = 0;
	char *p = make_n(a, char, size + 1);
	for (ssize_t got = 1; n < size && got; n += (size_t)got)
		if ((got = fd_read(fd, p + n, size - n)) < 0)
			return cannot_read(b, hex, "read", e);
	sha256_hex((str){ p, n }, is);
	if (strcmp(is, hex) != 0)
		return blob_changed(b, hex, e);
	*ret = (str){ p, n };
	return true;
}

bool blobs_whole(struct arena *a, const struct blobs *b, str sha, str *ret_path, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	struct stat st;
	char hex[65], is[65];
	int64_t size;
	if (!open_blob(b, sha, hex, &fd, &st, e))
		return false;
	if (!blob_hash(fd, is, &size))
		return cannot_read(b, hex, "read", e);
	if (strcmp(is, hex) != 0)
		return blob_changed(b, hex, e);
	*ret_path = str_fmt(a, "%.*s/%.2s/%s", SF(b->path), hex, hex);
	return true;
}

/* -- out ----------------------------------------------------------------------------------------------- */

static bool copy(const struct blobs *b, const char *hex, int from, int to, const char *path, struct err *e)
{
	char chunk[BLOB_CHUNK], is[65];
	struct sha256 s;
	ssize_t got;
	sha256_open(&s);
	while ((got = fd_read(from, chunk, sizeof chunk)) > 0) {
		sha256_add(&s, (str){ chunk, (size_t)got });
		if (!fd_write(to, (str){ chunk, (size_t)got }))
			return file_unwritten(path, e);
	}
	if (got < 0)
		return cannot_read(b, hex, "read", e);
	sha256_close(&s, is);
	return !strcmp(is, hex) || blob_changed(b, hex, e);
}

bool blobs_copy_out(struct arena *a, const struct blobs *b, str sha, const char *path, struct err *e)
{
	CLEANUP(fd_close) int from = -1;
	struct stat st;
	char hex[65];
	if (!open_blob(b, sha, hex, &from, &st, e))
		return false;
	errno = EEXIST;
	if (!lstat(path, &st))
		return file_unwritten(path, e);
	char *beside = (char *)str_fmt(a, "%s.XXXXXX", path).p;
	CLEANUP(fd_close) int to = mkostemp(beside, O_CLOEXEC);
	if (to < 0)
		return file_unwritten(path, e);
	bool ok = copy(b, hex, from, to, path, e);
	if (ok && (fsync(to) || link(beside, path)))
		ok = file_unwritten(path, e);
	unlink(beside);
	if (ok && !fd_keep_name(a, path)) {
		ok = file_unwritten(path, e);
		unlink(path);
	}
	return ok;
}
