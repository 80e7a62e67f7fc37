#include "base/fd.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void fd_close(const int *fd)
{
	int why = errno;                               /* whoever leaves with an error still wants to say which */
	if (*fd >= 0)
		close(*fd);
	errno = why;
}

ssize_t fd_read(int fd, void *to, size_t cap)
{
	ssize_t got;
	do
		got = read(fd, to, cap);
	while (got < 0 && errno == EINTR);
	return got;
}

bool fd_write(int fd, str bytes)
{
	for (size_t n = 0; n < bytes.n;) {
		ssize_t put = write(fd, bytes.p + n, bytes.n - n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		n += (size_t)put;
	}
	return true;
}

bool fd_keep_name(struct arena *a, const char *path)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/')
		n--;
	while (n && path[n - 1] != '/')
		n--;
	str folder = n ? str_copy(a, (str){ path, n }) : S(".");
	CLEANUP(fd_close) int fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd >= 0 && !fsync(fd);
}
