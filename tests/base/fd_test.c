#include "base/fd.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static void test_whole(void **state)
{
	(void)state;
	int ends[2];
	char got[8];
	assert_int_equal(pipe(ends), 0);
	assert_true(fd_write(ends[1], S("a\0b")));
	assert_int_equal(fd_read(ends[0], got, sizeof got), 3);
	assert_memory_equal(got, "a\0b", 3);
	fd_close(&ends[1]);
	assert_int_equal(fd_read(ends[0], got, sizeof got), 0);
	assert_false(fd_write(ends[0], S("x")));       /* the end that is read */
	assert_int_equal(errno, EBADF);
	fd_close(&ends[0]);
	assert_int_equal(errno, EBADF);                /* closing leaves it alone */
	assert_int_equal(fd_read(ends[0], got, sizeof got), -1);
}

static void test_keep_name(void **state)
{
	(void)state;
	static const struct { const char *path; bool kept; } names[] = {
		{ "here", true }, { "/tmp", true }, { "/", true }, { "/tmp/none", true }, { "/tmp/none/", true }, { "/tmp/", true },
		{ "/tmp/none/none", false }, { "/dev/null/none", false },
	};
	struct arena *a = arena_open(1 << 16);
	for (size_t i = 0; i < COUNT(names); i++)
		if (fd_keep_name(a, names[i].path) != names[i].kept)
			fail_msg("%s: %s", names[i].path, strerror(errno));
	arena_free(a);
}

int base_fd_tests(void);
int base_fd_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_keep_name),
	};
	return cmocka_run_group_tests_name("base/fd", tests, NULL, NULL);
}
