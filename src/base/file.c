#include "base/file.h"
#include "base/fd.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool file_open(const char *path, size_t cap, int *ret, size_t *ret_size, struct err *e)
{
	/* O_NONBLOCK: opening a pipe that nobody writes to must not wait for ever */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st = { 0 };
	bool ok = fd >= 0 && !fstat(fd, &st) ? acceptable(path, &st, cap, e) : cannot_open(path, errno, e);
	if (!ok) {
		fd_close(&fd);
		return false;
	}
	*ret = fd;
	*ret_size = (size_t)st.st_size;
	return true;
}

bool file_broken(const char *path, struct err *e)
{
	int why = errno;
	fail(e, ERR_SYSTEM, "Đọc tệp “%s” bị lỗi giữa chừng.", path);
	err_hint(e, "Hãy chép tệp sang chỗ khác rồi thử lại.");
	return err_detail(e, "read: %s", strerror(why));
}

bool file_read(struct arena *a, const char *path, size_t cap, str *ret, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	size_t size, n = 0;
	if (!file_open(path, cap, &fd, &size, e))
		return false;
	char *p = make_n(a, char, size + 1);
	for (ssize_t got = 1; n < size && got; n += (size_t)got)
		if ((got = fd_read(fd, p + n, size - n)) < 0)
			return file_broken(path, e);
	p[n] = 0;
	*ret = (str){ p, n };
	return true;
}

/* -- writing ------------------------------------------------------------------------------------------ */

bool file_unwritten(const char *path, struct err *e)
{
	int why = errno;
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
	} else if (why == ENOSPC || why == EDQUOT) {
		fail(e, ERR_SYSTEM, "Đĩa đầy nên không ghi được tệp “%s”.", path);
		err_hint(e, "Giải phóng chỗ trên đĩa rồi chạy lại.");
	} else {
		fail(e, ERR_SYSTEM, "Không ghi được tệp “%s”.", path);
		err_hint(e, "Kiểm tra chỗ trống trên đĩa rồi chạy lại.");
	}
	return err_detail(e, "write: %s", strerror(why));
}

/* It can only be asked by setting it: never by two threads at once. */
static mode_t mask_of(void)
{
	static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
	pthread_mutex_lock(&one);
	mode_t mask = umask(077);
	umask(mask);
	pthread_mutex_unlock(&one);
	return mask;
}

/* Under a name of its own first: a file that is half written never has the name that was asked for. */
bool file_write(struct arena *a, const char *path, str bytes, bool replace, struct err *e)
{
	struct stat st;
	if (!stat(path, &st) && (S_ISDIR(st.st_mode) || !replace))
		return errno = S_ISDIR(st.st_mode) ? EISDIR : EEXIST, file_unwritten(path, e);
	char *name = (char *)str_fmt(a, "%s.XXXXXX", path).p;
	CLEANUP(fd_close) int fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		return file_unwritten(path, e);
	mode_t mask = mask_of();
	bool ok = fd_write(fd, bytes) && !fsync(fd) && !fchmod(fd, 0666 & ~mask) && (replace ? !rename(name, path) : !link(name, path));
	int why = errno;
	if (!ok || !replace)
		unlink(name);
	errno = why;
	return ok || file_unwritten(path, e);
}
