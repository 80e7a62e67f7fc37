/* The reading child under attack: the children here enter the box as the real one does and then do what a file that took
 * over a reader would. They exist in the test program only. */
#include "docin/child.h"
#include "base/file.h"
#include "doc/wire.h"
#include "../nobody.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

int escape_child(const char *how);

/* -- the children ------------------------------------------------------------------------------------ */

static void open_file(void) { open("/etc/passwd", O_RDONLY); }
static void open_network(void) { socket(AF_INET, SOCK_STREAM, 0); }
static void start_process(void) { fork(); }
static void start_program(void) { execl("/bin/true", "true", NULL); }
static void kill_others(void) { kill(0, 0); }
static void new_code(void) { mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
static void silence(void) { signal(SIGSYS, SIG_IGN); }

static void eat(void)
{
	struct arena *a = arena_open(CHILD_MEMORY * 8);
	for (;;)
		make_n(a, char, 1 << 20)[0] = 1;
}

static void burn(void)
{
	for (volatile unsigned i = 0;; i++)
		;
}

static void pour(void)
{
	static const char much[1 << 20];
	while (write(1, much, sizeof much) > 0)
		;
}

static void rest(void)
{
	for (;;)
		read(0, NULL, 0);
}

static void crash(void) { raise(SIGSEGV); }
static void chatter(void) { (void)!write(1, "not an answer", 13); }

static const struct { const char *how; void (*act)(void); enum err_code code; const char *says, *detail; } attempts[] = {
	{ "open", open_file, ERR_FORMAT, "cố mở một tệp khác; đã chặn", "system call" },
	{ "socket", open_network, ERR_FORMAT, "cố nối ra mạng; đã chặn", "system call" },
	{ "fork", start_process, ERR_FORMAT, "cố chạy thêm một chương trình; đã chặn", "system call" },
	{ "exec", start_program, ERR_FORMAT, "cố chạy một chương trình khác; đã chặn", "system call" },
	{ "kill", kill_others, ERR_FORMAT, "cố dừng chương trình khác; đã chặn", "system call" },
	{ "code", new_code, ERR_FORMAT, "cố làm một việc không được phép; đã chặn", "system call" },
	{ "silence", silence, ERR_FORMAT, "cố làm một việc không được phép; đã chặn", "system call" },
	{ "eat", eat, ERR_LIMIT, "cần quá nhiều bộ nhớ", "" },
	{ "burn", burn, ERR_LIMIT, "mà chưa xong nên đã dừng", "" },
	{ "pour", pour, ERR_LIMIT, "quá lớn", "" },
	{ "rest", rest, ERR_LIMIT, "mà chưa xong nên đã dừng", "" },
	{ "crash", crash, ERR_FORMAT, "bị hỏng giữa chừng", "signal 11" },
	{ "abort", abort, ERR_FORMAT, "bị hỏng giữa chừng", "signal 6" },
	{ "chatter", chatter, ERR_FORMAT, "kết quả không hợp lệ", "wire" },
	{ "nothing", NULL, ERR_FORMAT, "kết quả không hợp lệ", "wire" },
};

/* The real child may use ten seconds of the processor and 256 MB of answer: here less, which stays when it is stricter. */
int escape_child(const char *how)
{
	struct rlimit second = { 1, 2 }, megabytes = { 4 << 20, 4 << 20 };
	setrlimit(RLIMIT_CPU, &second);
	setrlimit(RLIMIT_FSIZE, &megabytes);
	if (!read_child_enter())
		return 98;
	for (size_t i = 0; i < COUNT(attempts); i++)
		if (!strcmp(attempts[i].how, how) && attempts[i].act)
			attempts[i].act();
	_exit(0);
}

/* -- what the parent says ---------------------------------------------------------------------------- */

static bool asan(void)
{
#if defined(__SANITIZE_ADDRESS__)
	return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#endif
#endif
	return false;
}

static int attempt(void *ctx)
{
	size_t i = *(size_t *)ctx;
	struct arena *a = arena_open(ROOM);
	struct reading r = { .a = a };
	struct err e = { 0 };
	char name[40];
	snprintf(name, sizeof name, "escape-%s", attempts[i].how);
	bool read = read_child_as(&r, name, 3, S("a file"), &e);
	bool right = !read && e.code == attempts[i].code && strstr(e.message, attempts[i].says) && strstr(e.detail, attempts[i].detail) &&
	             e.hint[0];
	if (!right)
		fprintf(stderr, "%s: %s / %s / %s\n", attempts[i].how, e.message, e.hint, e.detail);
	arena_free(a);
	return !right;
}

static void attempt_all(bool nobody)
{
	for (size_t i = 0; i < COUNT(attempts); i++)
		/* ASan keeps terabytes of address space, so there is no such limit; and it makes a report of its own of a crash. */
		if (!asan() || (strcmp(attempts[i].how, "eat") && strcmp(attempts[i].how, "crash")))
			assert_int_equal(in_process(nobody, attempt, &i), 0);
}

static void test_as_we_are(void **state)
{
	(void)state;
	attempt_all(false);
}

static void test_as_nobody(void **state)
{
	(void)state;
	if (getuid())
		skip();
	attempt_all(true);
}

/* -- and a file that does nothing of the kind ---------------------------------------------------------- */

static str all_of(struct arena *a, const struct reading *r)
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "%s %s\n", r->by->name, r->root ? "tree" : "members");
	for (size_t i = 0; i < r->notes.n; i++)
		wire_put_text(&b, r->notes.at[i]);
	for (size_t i = 0; i < r->members.n; i++) {
		wire_put_text(&b, r->members.at[i].name);
		wire_put_text(&b, r->members.at[i].bytes);
	}
	if (r->root)
		wire_put_tree(&b, r->root);
	return buf_str(&b);
}

static bool same(struct arena *a, str bytes)
{
	struct reading boxed = { 0 }, here = { 0 };
	struct err e = { 0 };
	if (!read_boxed_bytes(a, bytes, &boxed, &e) || !read_bytes(a, bytes, &here, &e))
		return fprintf(stderr, "%s / %s\n", e.message, e.detail) < 0;
	return str_eq(all_of(a, &boxed), all_of(a, &here));
}

/* Without notes and with them. Read before we are nobody, who may not see our folder. */
static const char *const honest_files[] = { "tests/formats/word/kehoach-sotuphap.changes.docx", "tests/formats/kehoach-xa.odt" };
struct honest { struct arena *a; str bytes[COUNT(honest_files) + 1]; };

static int honest(void *ctx)
{
	const struct honest *h = ctx;
	bool ok = true;
	for (size_t i = 0; i < COUNT(h->bytes); i++)
		ok = same(h->a, h->bytes[i]) && ok;
	return !ok;
}

static void test_honest(void **state)
{
	(void)state;
	struct honest h = { arena_open(ROOM), { S("# KẾ HOẠCH\n\n- một\n\n| a | b |\n|---|---|\n| 1 | **2** |\n") } };
	const char *source = getenv("KHACPHUC_SOURCE");
	for (size_t i = 0; i < COUNT(honest_files); i++) {
		struct err e = { 0 };
		if (!file_read(h.a, str_fmt(h.a, "%s/%s", source ? source : ".", honest_files[i]).p, FILE_MAX, &h.bytes[i + 1], &e))
			fail_msg("%s", e.message);
	}
	assert_int_equal(in_process(false, honest, &h), 0);
	assert_int_equal(in_process(true, honest, &h), 0);
	arena_free(h.a);
}

static void test_refusals_come_through(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct reading boxed = { 0 }, here = { 0 };
	struct err e = { 0 }, f = { 0 };
	(void)state;
	assert_false(read_boxed_bytes(a, S("\x7F" "ELF and so on"), &boxed, &e));
	assert_false(read_bytes(a, S("\x7F" "ELF and so on"), &here, &f));
	assert_int_equal(e.code, f.code);
	assert_string_equal(e.message, f.message);
	assert_string_equal(e.hint, f.hint);
	assert_false(read_boxed(a, "/nowhere/at/all", &boxed, &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	arena_free(a);
}

int docin_escape_tests(void);
int docin_escape_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_we_are),
		cmocka_unit_test(test_as_nobody),
		cmocka_unit_test(test_honest),
		cmocka_unit_test(test_refusals_come_through),
	};
	return cmocka_run_group_tests_name("docin/escape", tests, NULL, NULL);
}
