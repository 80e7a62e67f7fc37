#include "base/zip_out.h"
#include "base/archive.h"
#include <setjmp.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>

/* What was written is what libzip reads; the same name twice are two. */
static void written(void **state)
{
	static const struct { const char *name, *text, *is; } files[] = {
		{ "Sở Tư pháp.docx", "một", "Sở Tư pháp.docx" }, { "Sở Tư pháp.docx", "hai", "Sở Tư pháp (2).docx" }, { "trống", "",
		        "trống" },
		{ "Sở Tư pháp.docx", "ba", "Sở Tư pháp (3).docx" }, { "trống", "x", "trống (2)" },
	};
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct zip_out out;
	struct err e = { 0 };
	char *bytes = make_n(a, char, 4096);
	int fd = memfd_create("zip", MFD_CLOEXEC);
	(void)state;
	zip_out_begin(a, &out, fd);
	for (size_t i = 0; i < COUNT(files); i++)
		assert_true(zip_out_add(&out, str_c(files[i].name), str_c(files[i].text), &e));
	assert_false(zip_out_add(&out, (str){ 0 }, S("x"), &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_true(zip_out_end(&out, &e));
	ssize_t n = pread(fd, bytes, 4096, 0);
	assert_int_equal(n, out.at);
	assert_true(archive_open(a, (str){ bytes, (size_t)n }, &z, &e));
	assert_int_equal(archive_count(z), COUNT(files));
	for (size_t i = 0; i < COUNT(files); i++) {
		size_t at;
		str text;
		assert_true(archive_find(z, files[i].is, &at));
		assert_int_equal(at, i);
		assert_true(archive_read(z, at, a, 1024, &text, &e));
		assert_true(str_eq(text, str_c(files[i].text)));
	}
	close(fd);
	zip_out_begin(a, &out, -1);                                    /* nowhere to write */
	assert_false(zip_out_add(&out, S("a"), S("x"), &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_int_equal(out.entries.n, 0);
}

int base_zip_out_tests(void);
int base_zip_out_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(written) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
