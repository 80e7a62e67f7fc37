#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_fd(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

static bool cannot_open(const char *path, int why, struct err *e)
{
	if (why == ENOENT || why == ENOTDIR) {
		fail(e, ERR_NOT_FOUND, "Không tìm thấy tệp “%s”.", path);
		err_hint(e, "Kiểm tra lại tên tệp và thư mục.");
	} else if (why == EACCES || why == EPERM) {
		fail(e, ERR_INPUT, "Không có quyền đọc tệp “%s”.", path);
		err_hint(e, "Hãy xin quyền đọc tệp này, hoặc chép nó vào thư mục của mình.");
	} else {
		fail(e, ERR_SYSTEM, "Không mở được tệp “%s”.", path);
		err_hint(e, "Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị máy.");
	}
	return err_detail(e, "open: %s", strerror(why));
}

static bool acceptable(const char *path, const struct stat *st, size_t cap, struct err *e)
{
	if (S_ISDIR(st->st_mode)) {
		fail(e, ERR_INPUT, "“%s” là thư mục, không phải tệp.", path);
		return err_hint(e, "Hãy chỉ ra một tệp ở trong thư mục đó.");
	}
	if (!S_ISREG(st->st_mode)) {
		fail(e, ERR_INPUT, "“%s” không phải là tệp thường nên không đọc.", path);
		return err_hint(e, "Hãy lưu nội dung ra một tệp rồi đọc tệp đó.");
	}
	if (st->st_size == 0) {
		fail(e, ERR_INPUT, "Tệp “%s” rỗng.", path);
		return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
	}
	if ((unsigned long long)st->st_size > cap) {
		fail(e, ERR_LIMIT, "Tệp “%s” quá lớn: %lld MB, trong khi chỉ nhận đến %zu MB.", path,
		     (long long)(st->st_size + (1 << 20) - 1) >> 20, cap >> 20);
		return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
	}
	return true;
}

bool file_read(struct arena *a, const char *path, size_t cap, str *ret, struct err *e)
{
	/* O_NONBLOCK: opening a pipe that nobody writes to must not wait for ever */
	CLEANUP(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) < 0)
		return cannot_open(path, errno, e);
	if (!acceptable(path, &st, cap, e))
		return false;
	size_t size = (size_t)st.st_size, n = 0;
	char *p = make_n(a, char, size + 1);
	while (n < size) {
		ssize_t got = read(fd, p + n, size - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			fail(e, ERR_SYSTEM, "Đọc tệp “%s” bị lỗi giữa chừng.", path);
			err_hint(e, "Hãy chép tệp sang chỗ khác rồi thử lại.");
			return err_detail(e, "read: %s", strerror(errno));
		}
		if (!got)
			break;
		n += (size_t)got;
	}
	p[n] = 0;
	*ret = (str){ p, n };
	return true;
}

/* -- writing ------------------------------------------------------------------------------------------ */

static bool cannot_write(const char *path, int why, struct err *e)
{
	if (why == EEXIST) {
		fail(e, ERR_INPUT, "Tệp “%s” đã có; không ghi đè.", path);
		err_hint(e, "Đặt tên khác, hoặc thêm --force để ghi đè.");
	} else if (why == ENOENT || why == ENOTDIR) {
		fail(e, ERR_INPUT, "Không ghi được tệp “%s”: không có thư mục đó.", path);
		err_hint(e, "Tạo thư mục trước, hoặc chỉ ra thư mục khác.");
	} else if (why == EISDIR) {
		fail(e, ERR_INPUT, "“%s” là thư mục, không phải tệp.", path);
		err_hint(e, "Hãy ghi cả tên tệp, như phieu.xlsx.");
	} else if (why == EACCES || why == EPERM || why == EROFS) {
		fail(e, ERR_INPUT, "Không có quyền ghi tệp “%s”.", path);
		err_hint(e, "Hãy ghi vào thư mục của mình.");
	} else {
		fail(e, ERR_SYSTEM, "Không ghi được tệp “%s”.", path);
		err_hint(e, "Kiểm tra chỗ trống trên đĩa rồi chạy lại.");
	}
	return err_detail(e, "write: %s", strerror(why));
}

static bool put_all(int fd, str bytes)
{
	for (size_t n = 0; n < bytes.n;) {
		ssize_t put = write(fd, bytes.p + n, bytes.n - n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		n += (size_t)put;
	}
	return !fsync(fd);
}

/* Under a name of its own first: a file that is half written never has the name that was asked for. */
bool file_write(struct arena *a, const char *path, str bytes, bool replace, struct err *e)
{
	struct stat st;
	if (!stat(path, &st) && (S_ISDIR(st.st_mode) || !replace))
		return cannot_write(path, S_ISDIR(st.st_mode) ? EISDIR : EEXIST, e);
	char *name = (char *)str_fmt(a, "%s.XXXXXX", path).p;
	CLEANUP(close_fd) int fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		return cannot_write(path, errno, e);
	mode_t mask = umask(0);
	umask(mask);
	bool ok = put_all(fd, bytes) && !fchmod(fd, 0666 & ~mask) && (replace ? !rename(name, path) : !link(name, path));
	int why = errno;
	if (!ok || !replace)
		unlink(name);
	return ok || cannot_write(path, why, e);
}
