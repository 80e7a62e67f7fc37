#include "base/file.h"
#include "base/sha256.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 20, CAP = 1024 };

struct place { char dir[64]; struct arena *a; };

static int set_up(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	snprintf(p->dir, sizeof p->dir, "/tmp/khacphuc-file-XXXXXX");
	p->a = arena_open(ROOM);
	*state = p;
	return mkdtemp(p->dir) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct place *p = *state;
	static const char *const names[] = { "whole", "empty", "large", "pipe" };
	for (size_t i = 0; i < COUNT(names); i++)
		unlink(str_fmt(p->a, "%s/%s", p->dir, names[i]).p);
	rmdir(p->dir);
	arena_free(p->a);
	free(p);
	return 0;
}

static const char *put(struct place *p, const char *name, str bytes)
{
	const char *path = str_fmt(p->a, "%s/%s", p->dir, name).p;
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
	fclose(f);
	return path;
}

static void test_whole(void **state)
{
	struct place *p = *state;
	struct err e = { 0 };
	str got = { 0 }, bytes = S("a\0b\xFF\n");
	assert_true(file_read(p->a, put(p, "whole", bytes), CAP, &got, &e));
	assert_true(str_eq(got, bytes));
	assert_int_equal(got.p[got.n], 0);
	assert_true(file_read(p->a, put(p, "whole", bytes), bytes.n, &got, &e));
}

static void refused(struct place *p, const char *path, enum err_code code, const char *says)
{
	struct err e = { 0 };
	str got = { 0 };
	assert_false(file_read(p->a, path, CAP, &got, &e));
	assert_int_equal(e.code, code);
	assert_non_null(strstr(e.message, says));
	assert_non_null(strstr(e.message, path));
	assert_true(e.hint[0]);
	assert_null(got.p);
}

static void test_refusals(void **state)
{
	struct place *p = *state;
	char large[CAP + 1] = { 'x' };
	const char *pipe = str_fmt(p->a, "%s/pipe", p->dir).p;
	assert_int_equal(mkfifo(pipe, 0600), 0);
	refused(p, str_fmt(p->a, "%s/none", p->dir).p, ERR_NOT_FOUND, "Không tìm thấy");
	refused(p, "/dev/null/none", ERR_NOT_FOUND, "Không tìm thấy");
	refused(p, p->dir, ERR_INPUT, "là thư mục");
	refused(p, put(p, "empty", S("")), ERR_INPUT, "rỗng");
	refused(p, put(p, "large", (str){ large, sizeof large }), ERR_LIMIT, "quá lớn");
	refused(p, pipe, ERR_INPUT, "không phải là tệp thường");
	refused(p, "/dev/zero", ERR_INPUT, "không phải là tệp thường");
}

static const struct { const char *text, *sum; } sums[] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
};

static void test_sha256(void **state)
{
	(void)state;
	char sum[65];
	for (size_t i = 0; i < COUNT(sums); i++) {
		sha256_hex(str_c(sums[i].text), sum);
		assert_string_equal(sum, sums[i].sum);
	}
	sha256_hex((str){ 0 }, sum);
	assert_string_equal(sum, sums[0].sum);
}

/* In pieces of any length it is the same: 1,000 times "khắc phục", by sha256sum. */
static void test_sha256_pieces(void **state)
{
	(void)state;
	static const char word[] = "khắc phục";
	for (size_t step = 1; step <= 300; step += 13) {
		struct sha256 s;
		char all[1000 * (sizeof word - 1)], sum[65];
		for (size_t i = 0; i < sizeof all; i++)
			all[i] = word[i % (sizeof word - 1)];
		sha256_open(&s);
		for (size_t n = 0; n < sizeof all; n += step)
			sha256_add(&s, str_sub((str){ all, sizeof all }, n, n + step));
		sha256_add(&s, (str){ 0 });
		sha256_close(&s, sum);
		assert_string_equal(sum, "72c771dac783af262c563e67e90743222321e06647bbc3c6768f811d5cb45f72");
	}
}

static void test_sha256_is(void **state)
{
	(void)state;
	static const struct { const char *text; bool is; } texts[] = {
		{ "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true },
		{ "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", false },
		{ "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550", false },
		{ "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false },
		{ "../../../../etc/passwd00000000000000000000000000000000000000000", false },
		{ "", false },
	};
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_int_equal(sha256_is(str_c(texts[i].text)), texts[i].is);
	assert_false(sha256_is((str){ 0 }));
	assert_false(sha256_is((str){ "e3b0c44298fc1c14\0afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 64 }));
}

int base_file_tests(void);
int base_file_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
		cmocka_unit_test(test_sha256),
		cmocka_unit_test(test_sha256_pieces),
		cmocka_unit_test(test_sha256_is),
	};
	return cmocka_run_group_tests_name("base/file", tests, NULL, NULL);
}
