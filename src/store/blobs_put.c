#include "base/file.h"
#include "store/blobs_parts.h"
#include <errno.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is put, from one of the two; .path where a failing read can be told by it. */
struct source { str name, bytes; int fd; const char *path; size_t cap; };

/* -- sentences: the reason first, for a long name may be cut ------------------------------------------- */

static bool not_kept(const struct blobs *b, const struct source *from, const char *step, struct err *e)
{
	static const struct { int why; const char *says, *hint; } reasons[] = {
		{ ENOSPC, "Đĩa đầy", "Giải phóng chỗ trên đĩa chứa hồ sơ rồi nộp lại tệp này." },
		{ EDQUOT, "Hết dung lượng được cấp trên đĩa", "Giải phóng chỗ hoặc xin thêm dung lượng rồi nộp lại tệp này." },
		{ EFBIG, "Đĩa không nhận tệp lớn như vậy", "Tách tệp thành nhiều phần rồi nộp lại." },
		{ EACCES, "Không có quyền ghi vào thư mục minh chứng", "Nhờ người quản trị máy cấp quyền rồi nộp lại tệp này." },
		{ EPERM, "Không có quyền ghi vào thư mục minh chứng", "Nhờ người quản trị máy cấp quyền rồi nộp lại tệp này." },
		{ EROFS, "Đĩa chỉ cho đọc", "Nhờ người quản trị máy kiểm tra đĩa rồi nộp lại tệp này." },
		{ EIO, "Đĩa báo lỗi", "Giữ tệp gốc; nhờ người quản trị máy kiểm tra đĩa rồi nộp lại tệp này." },
		{ 0, "Máy báo lỗi", "Giữ tệp gốc và thử lại; nếu vẫn lỗi, báo cho người quản trị máy." },
	};
	int why = errno;
	size_t i = 0;
	while (reasons[i].why && reasons[i].why != why)
		i++;
	fail(e, ERR_SYSTEM, "%s nên chưa lưu được tệp minh chứng “%.*s”.", reasons[i].says, SF(from->name));
	err_hint(e, "%s", reasons[i].hint);
	return err_detail(e, "%.*s: %s: %s", SF(b->path), step, strerror(why));
}

static bool differs(const struct blobs *b, const struct source *from, struct err *e)
{
	fail(e, ERR_SYSTEM, "Đọc lại từ đĩa không giống tệp gốc nên chưa lưu được tệp minh chứng “%.*s”.", SF(from->name));
	err_hint(e, "Giữ tệp gốc; nhờ người quản trị máy kiểm tra đĩa rồi nộp lại tệp này.");
	return err_detail(e, "%.*s: read back", SF(b->path));
}

static bool unreadable(const struct source *from, struct err *e)
{
	if (from->path)
		return file_broken(from->path, e);
	int why = errno;
	fail(e, ERR_SYSTEM, "Việc nhận tệp “%.*s” bị đứt giữa chừng.", SF(from->name));
	err_hint(e, "Hãy gửi lại tệp.");
	return err_detail(e, "read: %s", strerror(why));
}

static bool acceptable(const struct source *from, int64_t size, struct err *e)
{
	if ((uint64_t)size > from->cap) {
		fail(e, ERR_LIMIT, "Tệp “%.*s” quá lớn: chỉ nhận đến %zu MB.", SF(from->name), from->cap >> 20);
		return err_hint(e, "Hãy tách tệp thành nhiều phần.");
	}
	if (!size) {
		fail(e, ERR_INPUT, "Tệp “%.*s” rỗng.", SF(from->name));
		return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
	}
	return true;
}

/* -- into tmp ------------------------------------------------------------------------------------------ */

/* Closed to writing from the start; the descriptor that made it may. */
static int tmp_make(const struct blobs *b, char ret[static TMP_NAME + 1])
{
	uint64_t r[2];
	if (getrandom(r, sizeof r, 0) != sizeof r)
		return -1;
	snprintf(ret, TMP_NAME + 1, "%016llx%016llx", (unsigned long long)r[0], (unsigned long long)r[1]);
	return openat(b->tmp, ret, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400);
}

static bool copy(const struct blobs *b, const struct source *from, int to, struct blob *ret, struct err *e)
{
	char chunk[BLOB_CHUNK];
	struct sha256 s;
	sha256_open(&s);
	for (;;) {
		str part = str_sub(from->bytes, (size_t)ret->size, (size_t)ret->size + BLOB_CHUNK);
		if (from->fd >= 0) {
			ssize_t got = fd_read(from->fd, chunk, sizeof chunk);
			if (got < 0)
				return unreadable(from, e);
			part = (str){ chunk, (size_t)got };
		}
		if (!part.n)
			break;
		ret->size += (int64_t)part.n;
		if ((uint64_t)ret->size > from->cap)
			break;
		sha256_add(&s, part);
		if (!fd_write(to, part))
			return not_kept(b, from, "write", e);
	}
	sha256_close(&s, ret->sha);
	return acceptable(from, ret->size, e);
}

/* Synced, thrown out of memory as far as the system lets us, and read again. */
static bool verified(const struct blobs *b, const struct source *from, int fd, const struct blob *kept, struct err *e)
{
	char again[65];
	int64_t size;
	if (fsync(fd))
		return not_kept(b, from, "fsync", e);
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	if (lseek(fd, 0, SEEK_SET) || !blob_hash(fd, again, &size))
		return not_kept(b, from, "read back", e);
	return (size == kept->size && !strcmp(again, kept->sha)) || differs(b, from, e);
}

/* -- its name ------------------------------------------------------------------------------------------ */

/* Whoever put it may have been cut off before its name was sure: that is made good before it is used. */
static bool there_already(const struct blobs *b, const struct source *from, int folder, const struct blob *kept, struct err *e)
{
	char sha[65];
	int64_t size;
	CLEANUP(fd_close) int fd = openat(folder, kept->sha, OPEN_BLOB);
	if (fd < 0)
		return errno == ELOOP ? blob_changed(b, kept->sha, e) : not_kept(b, from, "open", e);
	if (!blob_hash(fd, sha, &size))
		return not_kept(b, from, "read", e);
	if (strcmp(sha, kept->sha) != 0)
		return blob_changed(b, kept->sha, e);
	return (!fsync(fd) && !fsync(folder) && !fsync(b->top)) || not_kept(b, from, "fsync", e);
}

/* Under a lock: a name that cannot be made sure is taken back, and nobody may have relied on it meanwhile. The lock goes
 * with the descriptor, also when the process is killed. */
static bool name(const struct blobs *b, const struct source *from, const char *tmp, struct blob *kept, struct err *e)
{
	struct pair pair = blob_pair(kept->sha);
	if (mkdirat(b->top, pair.at, 0700) && errno != EEXIST)
		return not_kept(b, from, "mkdir", e);
	CLEANUP(fd_close) int folder = openat(b->top, pair.at, OPEN_FOLDER);
	if (folder < 0)
		return not_kept(b, from, "open folder", e);
	while (flock(folder, LOCK_EX))
		if (errno != EINTR)
			return not_kept(b, from, "flock", e);
	if (!linkat(b->tmp, tmp, folder, kept->sha, 0)) {
		if (!fsync(folder) && !fsync(b->top))
			return true;
		not_kept(b, from, "fsync folder", e);
		unlinkat(folder, kept->sha, 0);
		return false;
	}
	kept->there = errno == EEXIST;
	return kept->there ? there_already(b, from, folder, kept, e) : not_kept(b, from, "link", e);
}

static bool put(const struct blobs *b, const struct source *from, struct blob *ret, struct err *e)
{
	char tmp[TMP_NAME + 1];
	struct blob kept = { 0 };
	CLEANUP(fd_close) int fd = tmp_make(b, tmp);
	if (fd < 0)
		return not_kept(b, from, "tmp", e);
	bool ok = copy(b, from, fd, &kept, e) && verified(b, from, fd, &kept, e) && name(b, from, tmp, &kept, e);
	unlinkat(b->tmp, tmp, 0);                      /* if that fails, it is swept one day */
	if (ok)
		*ret = kept;
	return ok;
}

bool blobs_put_bytes(const struct blobs *b, str name, str bytes, struct blob *ret, struct err *e)
{
	return put(b, &(struct source){ .name = name, .bytes = bytes, .fd = -1, .cap = bytes.n }, ret, e);
}

bool blobs_put_fd(const struct blobs *b, str name, int fd, size_t cap, struct blob *ret, struct err *e)
{
	return put(b, &(struct source){ .name = name, .fd = fd, .cap = cap }, ret, e);
}

bool blobs_put_file(const struct blobs *b, const char *path, size_t cap, struct blob *ret, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	size_t size;
	return file_open(path, cap, &fd, &size, e) &&
	       put(b, &(struct source){ .name = str_c(path), .path = path, .fd = fd, .cap = cap }, ret, e);
}
