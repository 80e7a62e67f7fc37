#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
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
