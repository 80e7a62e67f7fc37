#include "store/blobs.h"
#include "blobs_of.h"
#include "../nobody.h"
#include <errno.h>
#include <time.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { CAP = 1 << 20 };

static struct blobs *opened(struct place *p)
{
	struct blobs *b = NULL;
	struct err e = { 0 };
	if (!blobs_open(p->a, in_place(p, "record"), &b, &e))
		fail_msg("%s (%s)", e.message, e.detail);
	return b;
}

static struct blob kept(const struct blobs *b, str bytes)
{
	struct blob k = { 0 };
	struct err e = { 0 };
	if (!blobs_put_bytes(b, S("Quyết định 12.pdf"), bytes, &k, &e))
		fail_msg("%s (%s)", e.message, e.detail);
	return k;
}

static struct census census_of(const struct blobs *b)
{
	struct census c = { 0 };
	struct err e = { 0 };
	assert_true(blobs_check(b, count_blob, &c, &e));
	return c;
}

static void says(const struct err *e, enum err_code code, const char *what)
{
	if (e->code != code || !strstr(e->message, what) || !e->hint[0])
		fail_msg("%d “%s” / “%s” / %s, not %d “%s”", (int)e->code, e->message, e->hint, e->detail, (int)code, what);
}

/* -- in and out ---------------------------------------------------------------------------------------- */

static void test_put_get(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	struct err e = { 0 };
	struct stat st;
	int64_t size = 0;
	str got = { 0 };
	struct blob k = kept(b, S("abc"));
	assert_string_equal(k.sha, ABC);
	assert_int_equal(k.size, 3);
	assert_false(k.there);
	assert_true(kept(b, S("abc")).there);
	assert_int_equal(lstat(in_place(p, "record/evidence/ba/" ABC), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0400);
	assert_int_equal(st.st_nlink, 1);
	assert_true(blobs_get(p->a, b, S(ABC), CAP, &got, &e));
	assert_true(str_eq(got, S("abc")));
	assert_int_equal(got.p[3], 0);
	assert_true(blobs_stat(b, S(ABC), &size, &e));
	assert_int_equal(size, 3);
	assert_int_equal(stat(in_place(p, "record/evidence"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);

	blobs_close(&b);                               /* and it is there for the next who comes */
	b = opened(p);
	assert_true(kept(b, S("abc")).there);
	struct census c = census_of(b);
	assert_int_equal(c.n[BLOB_SOUND], 1);
	assert_int_equal(c.n[BLOB_LEFT] + c.n[BLOB_CHANGED] + c.n[BLOB_FOREIGN] + c.n[BLOB_UNREADABLE], 0);
}

/* Lengths about the chunk of 64 KiB, from bytes, from a file, through a pipe: one content. */
static void test_lengths(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	static const size_t lengths[] = { 1, 65535, 65536, 65537, 131072, 300001 };
	const char *path = in_place(p, "source");
	for (size_t i = 0; i < COUNT(lengths); i++) {
		str bytes = bytes_of(p->a, lengths[i], (unsigned)i), got = { 0 };
		struct err e = { 0 };
		struct blob by_file = { 0 }, by_pipe = { 0 };
		char sha[65];
		sha256_hex(bytes, sha);
		file_of(path, bytes);
		if (!blobs_put_file(b, path, lengths[i], &by_file, &e))
			fail_msg("%zu: %s (%s)", lengths[i], e.message, e.detail);
		assert_string_equal(by_file.sha, sha);
		assert_int_equal(by_file.size, lengths[i]);
		assert_false(by_file.there);
		assert_true(kept(b, bytes).there);
		FILE *pipe = popen(str_fmt(p->a, "cat '%s'", path).p, "r");
		assert_true(blobs_put_fd(b, S("gửi lên"), fileno(pipe), CAP, &by_pipe, &e));
		pclose(pipe);
		assert_string_equal(by_pipe.sha, sha);
		assert_true(by_pipe.there);
		assert_true(blobs_get(p->a, b, str_c(sha), lengths[i], &got, &e));
		assert_true(str_eq(got, bytes));
		assert_false(blobs_get(p->a, b, str_c(sha), lengths[i] - 1, &got, &e));
		says(&e, ERR_LIMIT, "quá lớn");
	}
	struct census c = census_of(b);
	assert_int_equal(c.n[BLOB_SOUND], COUNT(lengths));
	assert_int_equal(c.bytes, 1 + 65535 + 65536 + 65537 + 131072 + 300001);
	assert_int_equal(c.n[BLOB_LEFT], 0);
}

static void test_copy_out(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	str bytes = bytes_of(p->a, 200000, 7);
	struct blob k = kept(b, bytes);
	struct err e = { 0 };
	const char *out = in_place(p, "out.pdf");
	char cmp[300];
	assert_true(blobs_copy_out(p->a, b, str_c(k.sha), out, &e));
	snprintf(cmp, sizeof cmp, "cmp -s '%s' '%s/record/evidence/%.2s/%s'", out, p->dir, k.sha, k.sha);
	assert_int_equal(system(cmp), 0);
	file_of(out, S("của người khác"));
	assert_false(blobs_copy_out(p->a, b, str_c(k.sha), out, &e));
	says(&e, ERR_INPUT, "đã có; không ghi đè");
	assert_false(blobs_copy_out(p->a, b, str_c(k.sha), in_place(p, "none/out.pdf"), &e));
	says(&e, ERR_INPUT, "không có thư mục đó");
	assert_false(blobs_copy_out(p->a, b, S(ABC), in_place(p, "abc"), &e));
	says(&e, ERR_NOT_FOUND, "Không có tệp minh chứng ba7816bf8f01…");
	assert_int_equal(access(in_place(p, "abc"), F_OK), -1);
	snprintf(cmp, sizeof cmp, "ls '%s' | grep -vxE 'record|out.pdf'", p->dir);
	assert_int_not_equal(system(cmp), 0);          /* nothing of ours beside it */
}

/* -- what is refused ------------------------------------------------------------------------------------ */

static void test_put_refused(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	struct err e = { 0 };
	struct blob k = { 0 };
	const char *path = in_place(p, "source");
	file_of(path, bytes_of(p->a, 70000, 1));
	assert_false(blobs_put_file(b, in_place(p, "none"), CAP, &k, &e));
	says(&e, ERR_NOT_FOUND, in_place(p, "none"));
	assert_false(blobs_put_file(b, p->dir, CAP, &k, &e));
	says(&e, ERR_INPUT, "là thư mục");
	assert_false(blobs_put_file(b, "/dev/zero", CAP, &k, &e));
	says(&e, ERR_INPUT, "không phải là tệp thường");
	assert_false(blobs_put_file(b, path, 69999, &k, &e));
	says(&e, ERR_LIMIT, "quá lớn");
	int fd = open(path, O_RDONLY), write_only = open(path, O_WRONLY);
	assert_false(blobs_put_fd(b, S("bản quét.pdf"), fd, 69999, &k, &e));
	says(&e, ERR_LIMIT, "“bản quét.pdf” quá lớn");
	assert_int_equal(lseek(fd, 0, SEEK_END), 70000);
	assert_false(blobs_put_fd(b, S("bản quét.pdf"), fd, CAP, &k, &e));
	says(&e, ERR_INPUT, "“bản quét.pdf” rỗng");
	assert_false(blobs_put_fd(b, S("bản quét.pdf"), write_only, CAP, &k, &e));
	says(&e, ERR_SYSTEM, "“bản quét.pdf” bị đứt giữa chừng");
	close(fd);
	close(write_only);
	assert_false(blobs_put_bytes(b, S("trống.txt"), S(""), &k, &e));
	says(&e, ERR_INPUT, "“trống.txt” rỗng");
	assert_int_equal(k.size, 0);
	struct census c = census_of(b);
	assert_int_equal(c.n[BLOB_SOUND] + c.n[BLOB_LEFT] + c.n[BLOB_CHANGED], 0);
}

static const char *const no_hashes[] = {
	"", "abc", "../../../../../../etc/passwd", "BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	"ba/../ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f2", ABC "0",
};

static void test_names(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	kept(b, S("abc"));
	for (size_t i = 0; i < COUNT(no_hashes); i++) {
		struct err e = { 0 };
		str got = { 0 };
		int64_t size = -1;
		assert_false(blobs_get(p->a, b, str_c(no_hashes[i]), CAP, &got, &e));
		says(&e, ERR_INPUT, "không phải là mã của một tệp minh chứng");
		assert_false(blobs_stat(b, str_c(no_hashes[i]), &size, &e));
		assert_false(blobs_copy_out(p->a, b, str_c(no_hashes[i]), in_place(p, "out"), &e));
		assert_null(got.p);
	}
}

/* -- what somebody did to the folder ---------------------------------------------------------------------- */

#define AT "record/evidence/ba/" ABC

static void altered(struct place *p) { chmod(in_place(p, AT), 0600), file_of(in_place(p, AT), S("abd")); }
static void cut(struct place *p) { assert_int_equal(truncate(in_place(p, AT), 2), 0); }
static void longer(struct place *p) { chmod(in_place(p, AT), 0600), file_of(in_place(p, AT), S("abc\n")); }

static void linked(struct place *p)
{
	file_of(in_place(p, "elsewhere"), S("abc"));   /* even the right content: it is not ours to keep */
	unlink(in_place(p, AT));
	assert_int_equal(symlink(in_place(p, "elsewhere"), in_place(p, AT)), 0);
}

static void folder_linked(struct place *p)
{
	assert_int_equal(rename(in_place(p, "record/evidence/ba"), in_place(p, "ba")), 0);
	assert_int_equal(symlink(in_place(p, "ba"), in_place(p, "record/evidence/ba")), 0);
}

static void a_folder(struct place *p) { unlink(in_place(p, AT)), mkdir(in_place(p, AT), 0700); }
static void a_pipe(struct place *p) { unlink(in_place(p, AT)), mkfifo(in_place(p, AT), 0600); }
static void gone(struct place *p) { unlink(in_place(p, AT)); }

static const struct { const char *what; void (*act)(struct place *); enum err_code code; enum blob_state state; } damages[] = {
	{ "altered", altered, ERR_FORMAT, BLOB_CHANGED },
	{ "cut", cut, ERR_FORMAT, BLOB_CHANGED },
	{ "longer", longer, ERR_FORMAT, BLOB_CHANGED },
	{ "a link", linked, ERR_FORMAT, BLOB_FOREIGN },
	{ "its folder a link", folder_linked, ERR_FORMAT, BLOB_FOREIGN },
	{ "a folder", a_folder, ERR_FORMAT, BLOB_FOREIGN },
	{ "a pipe", a_pipe, ERR_FORMAT, BLOB_FOREIGN },
	{ "gone", gone, ERR_NOT_FOUND, BLOB_SOUND },
};

static void test_damages(void **state)
{
	struct place *p = *state;
	for (size_t i = 0; i < COUNT(damages); i++) {
		CLEANUP(blobs_close) struct blobs *b = opened(p);
		struct err e = { 0 };
		str got = { 0 };
		struct blob k = { 0 };
		const char *words = damages[i].code == ERR_FORMAT ? "ba7816bf8f01… trên đĩa đã bị thay đổi" : "Không có tệp minh chứng";
		kept(b, S("abc"));
		damages[i].act(p);
		bool read = blobs_get(p->a, b, S(ABC), CAP, &got, &e);
		if (read || got.p)
			fail_msg("%s: read", damages[i].what);
		says(&e, damages[i].code, words);
		assert_false(blobs_copy_out(p->a, b, S(ABC), in_place(p, "out"), &e));
		says(&e, damages[i].code, words);
		assert_int_equal(access(in_place(p, "out"), F_OK), -1);
		struct census c = census_of(b);
		if (damages[i].act != gone && (c.n[damages[i].state] != 1 || c.n[BLOB_SOUND]))
			fail_msg("%s: not told by the check", damages[i].what);
		/* What is there is never replaced; what is gone may be put again. */
		if (blobs_put_bytes(b, S("tệp"), S("abc"), &k, &e) != (damages[i].act == gone))
			fail_msg("%s: put over it", damages[i].what);
		assert_int_equal(census_of(b).n[BLOB_LEFT], 0);
		blobs_close(&b);
		assert_int_equal(system(str_fmt(p->a, "rm -rf '%s'/*", p->dir).p), 0);
	}
}

static void test_check(void **state)
{
	struct place *p = *state;
	CLEANUP(blobs_close) struct blobs *b = opened(p);
	struct err e = { 0 };
	size_t swept = 9;
	const char *left = in_place(p, "record/evidence/tmp/0123456789abcdef0123456789abcdef");
	const struct timespec long_ago[2] = { { time(NULL) - 7200, 0 }, { time(NULL) - 7200, 0 } };
	kept(b, S("abc"));
	file_of(left, S("nửa"));
	assert_int_equal(utimensat(AT_FDCWD, left, long_ago, 0), 0);
	file_of(in_place(p, "record/evidence/tmp/ghi chú.txt"), S("x"));
	file_of(in_place(p, "record/evidence/ba/Thumbs.db"), S("x"));
	file_of(in_place(p, "record/evidence/ba/" "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), S("x"));
	file_of(in_place(p, "record/evidence/cd"), S("x"));
	assert_int_equal(mkdir(in_place(p, "record/evidence/lost+found"), 0700), 0);
	assert_int_equal(mkdir(in_place(p, "record/evidence/e3"), 0700), 0);
	struct census c = census_of(b);
	assert_int_equal(c.n[BLOB_SOUND], 1);
	assert_string_equal(c.path[BLOB_SOUND], "ba/" ABC);
	assert_int_equal(c.n[BLOB_FOREIGN], 5);
	assert_int_equal(c.n[BLOB_CHANGED], 0);
	assert_int_equal(c.n[BLOB_LEFT], 1);
	assert_string_equal(c.path[BLOB_LEFT], "tmp/0123456789abcdef0123456789abcdef");
	assert_in_range(c.age, 7200, 7260);
	assert_true(blobs_sweep_tmp(b, 7300, &swept, &e));
	assert_int_equal(swept, 0);
	assert_true(blobs_sweep_tmp(b, 3600, &swept, &e));
	assert_int_equal(swept, 1);
	c = census_of(b);
	assert_int_equal(c.n[BLOB_LEFT], 0);
	assert_int_equal(c.n[BLOB_FOREIGN], 5);        /* what is not ours stays */
}

/* -- opening ----------------------------------------------------------------------------------------------- */

static void refused(struct place *p, const char *dir, enum err_code code, const char *what)
{
	struct blobs *b = NULL;
	struct err e = { 0 };
	assert_false(blobs_open(p->a, dir, &b, &e));
	says(&e, code, what);
	assert_null(b);
}

static void test_open(void **state)
{
	struct place *p = *state;
	blobs_close(&(struct blobs *){ opened(p) });
	assert_int_equal(chmod(in_place(p, "record/evidence"), 0750), 0);
	refused(p, in_place(p, "record"), ERR_INPUT, "Người khác trên máy này vào được");
	assert_int_equal(chmod(in_place(p, "record/evidence"), 0700), 0);
	refused(p, in_place(p, "none/record"), ERR_NOT_FOUND, "Không có thư mục chứa");
	file_of(in_place(p, "file"), S("x"));
	refused(p, in_place(p, "file"), ERR_INPUT, "không phải là thư mục");
	assert_int_equal(mkdir(in_place(p, "other"), 0700), 0);
	assert_int_equal(symlink(in_place(p, "record/evidence"), in_place(p, "other/evidence")), 0);
	refused(p, in_place(p, "other"), ERR_INPUT, "không phải là thư mục");
	unlink(in_place(p, "other/evidence"));
	refused(p, "/proc", ERR_NOT_FOUND, "Không có thư mục chứa “/proc/evidence”");
	blobs_close(&(struct blobs *){ opened(p) });
}

/* As nobody: root may write anywhere. */
static int closed(void *ctx)
{
	struct place *p = ctx;
	struct blobs *b = NULL;
	struct err e = { 0 };
	struct blob k = { 0 };
	if (!blobs_open(p->a, in_place(p, "record"), &b, &e))
		return fprintf(stderr, "%s (%s)\n", e.message, e.detail), 1;
	chmod(in_place(p, "record/evidence/tmp"), 0500);
	if (blobs_put_bytes(b, S("Kế hoạch.docx"), S("abc"), &k, &e))
		return 2;
	fprintf(stderr, "%s (%s)\n", e.message, e.detail);
	if (!strstr(e.message, "Không có quyền ghi") || !strstr(e.message, "“Kế hoạch.docx”"))
		return 3;
	chmod(in_place(p, "record/evidence/tmp"), 0700);
	if (!blobs_put_bytes(b, S("Kế hoạch.docx"), S("abc"), &k, &e))
		return 4;
	chmod(in_place(p, "record/evidence/ba"), 0);
	struct census c = { 0 };
	if (!blobs_check(b, count_blob, &c, &e) || c.n[BLOB_UNREADABLE] != 1 || c.why != EACCES)
		return 5;
	str got = { 0 };
	if (blobs_get(p->a, b, S(ABC), CAP, &got, &e) || e.code != ERR_SYSTEM)
		return 6;
	blobs_close(&b);
	return 0;
}

static void test_closed(void **state)
{
	struct place *p = *state;
	assert_int_equal(chmod(p->dir, 0777), 0);
	assert_int_equal(in_process(true, closed, p), 0);
}

#define IN_PLACE(name) cmocka_unit_test_setup_teardown(name, place_set_up, place_tear_down)

int store_blobs_tests(void);
int store_blobs_tests(void)
{
	const struct CMUnitTest tests[] = {
		IN_PLACE(test_put_get), IN_PLACE(test_lengths), IN_PLACE(test_copy_out), IN_PLACE(test_put_refused), IN_PLACE(test_names),
		IN_PLACE(test_damages), IN_PLACE(test_check), IN_PLACE(test_open), IN_PLACE(test_closed),
	};
	return cmocka_run_group_tests_name("store/blobs", tests, NULL, NULL);
}
