#include "cli/verb.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* -- a folder of our own with documents whose errors are known ------------------------------------- */

enum { ARGS = 8 };

static const char sound[] =
    "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
    "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Lý do trừ điểm | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
    "| 1 | 1.2. Kế hoạch cải cách hành chính | 2 | 1,5 | 0,5 | Ban hành chậm | Ban hành sớm | Văn phòng | Quý I/2026 |\n";
static const char wrong[] =
    "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
    "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Lý do trừ điểm | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
    "| 1 | 1.2. Kế hoạch cải cách hành chính | 2 | 1,5 | 0,7 | Ban hành chậm | Ban hành sớm | Văn phòng | Quý I/2026 |\n";

static const struct { const char *name, *text; size_t n; } files[] = {
	{ "sound.md", sound, sizeof sound - 1 },
	{ "wrong.md", wrong, sizeof wrong - 1 },
	{ "empty.txt", "", 0 },
	{ "noise.bin", "\x7F" "ELF\0\1\2\3\0\0\0\0\xFF\xFE\xFD", 16 },
	{ "docs/b.md", wrong, sizeof wrong - 1 },
	{ "docs/a.md", sound, sizeof sound - 1 },
	{ "docs/sub/c.md", sound, sizeof sound - 1 },
	{ "docs/.hidden.md", wrong, sizeof wrong - 1 },
	{ "mixed/a.md", sound, sizeof sound - 1 },
	{ "mixed/b.txt", "", 0 },
	{ "sound/a.md", sound, sizeof sound - 1 },
	{ "strange/\033[31m\n.md", "", 0 },
};
static const char *const folders[] = { "docs", "docs/sub", "mixed", "sound", "strange", "nothing" };

struct place { char path[64]; };

static int open_place(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	strcpy(p->path, "/tmp/khacphuc-test-XXXXXX");
	if (!p || !mkdtemp(p->path) || chdir(p->path))
		return -1;
	for (size_t i = 0; i < COUNT(folders); i++)
		if (mkdir(folders[i], 0777))
			return -1;
	for (size_t i = 0; i < COUNT(files); i++) {
		FILE *f = fopen(files[i].name, "wb");
		if (!f || fwrite(files[i].text, 1, files[i].n, f) != files[i].n || fclose(f))
			return -1;
	}
	if (symlink("..", "docs/sub/loop"))
		return -1;
	*state = p;
	return 0;
}

static int close_place(void **state)
{
	struct place *p = *state;
	unlink("docs/sub/loop");
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(files[i].name);
	for (size_t i = COUNT(folders); i--;)
		rmdir(folders[i]);
	int failed = chdir("/") || rmdir(p->path);
	free(p);
	return failed;
}

/* -- one run -------------------------------------------------------------------------------------- */

struct run { int status; char *out, *err; size_t out_n, err_n; };

static struct run run_with(struct cli io, const char *const *args)
{
	struct run r = { 0 };
	char *argv[ARGS + 2] = { (char[]){ "khacphuc" } };
	int argc = 1;
	for (; argc <= ARGS && args[argc - 1]; argc++)
		argv[argc] = strdup(args[argc - 1]);
	io.out = open_memstream(&r.out, &r.out_n);
	io.err = open_memstream(&r.err, &r.err_n);
	r.status = cli_run(&io, argc, argv);
	fclose(io.out);
	fclose(io.err);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return r;
}

static struct run run(const char *const *args) { return run_with((struct cli){ .columns = 100 }, args); }

static void close_run(const struct run *r)
{
	free(r->out);
	free(r->err);
}

#define RUN(...) run((const char *const[ARGS + 1]){ __VA_ARGS__ })

static size_t lines_of(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += *text == '\n';
	return n;
}

static void assert_holds(const char *label, const char *text, const char *part)
{
	if (part && !strstr(text, part))
		fail_msg("%s: «%s» is not in:\n%s", label, part, text);
}

/* -- exit status and what is said ----------------------------------------------------------------- */

static const struct {
	const char *args[ARGS];
	int         status;
	const char *out, *err;         /* a part of each; NULL: nothing at all is said */
} rows[] = {
	{ { "--version" }, 0, "khacphuc ", NULL },
	{ { "help" }, 0, "khacphuc extract TỆP… [--format text|json]", NULL },
	{ { "--help" }, 0, "khacphuc audit TỆP…", NULL },
	{ { "help", "extract" }, 0, "mỗi tài liệu một dòng", NULL },
	{ { "help", "audit" }, 0, "difference", NULL },
	{ { "help", "show" }, 0, "khacphuc show TỆP\n", NULL },
	{ { "selfcheck" }, 0, "có  tiến trình đọc tệp", NULL },
	{ { "selfcheck" }, 0, "pdftotext", NULL },
	{ { "help", "help" }, 0, "[LỆNH]", NULL },
	{ { "audit", "--help" }, 0, "Những điều được kiểm tra", NULL },
	{ { "help", "nothing" }, 2, NULL, "Không có lệnh “nothing”." },
	{ { "help", "show", "audit" }, 2, NULL, "Không có lệnh “show audit”" },

	{ { NULL }, 2, NULL, "Cần một lệnh." },
	{ { "nothing" }, 2, NULL, "Không có lệnh “nothing”." },
	{ { "--nothing" }, 2, NULL, "Không có tùy chọn “--nothing”." },
	{ { "extract" }, 2, NULL, "Lệnh extract cần tên tệp." },
	{ { "audit", "--format", "json" }, 2, NULL, "Lệnh audit cần tên tệp." },
	{ { "extract", "--nothing", "sound.md" }, 2, NULL, "Lệnh extract không có tùy chọn “--nothing”." },
	{ { "show", "--format", "json", "sound.md" }, 2, NULL, "Lệnh show không có tùy chọn “--format”." },
	{ { "extract", "sound.md", "--format" }, 2, NULL, "Sau --format phải là text hoặc json." },
	{ { "extract", "sound.md", "--format", "xml" }, 2, NULL, "Không có dạng in “xml”" },
	{ { "extract", "sound.md", "--format=" }, 2, NULL, "Không có dạng in “”" },
	{ { "show", "sound.md", "wrong.md" }, 2, NULL, "chỉ nhận 1 tên" },

	{ { "extract", "sound.md" }, 0, "Tiêu chí bị trừ điểm (1)", NULL },
	{ { "extract", "wrong.md" }, 0, "wrong.md:7: lỗi: ", NULL },
	{ { "extract", "--", "sound.md" }, 0, "Kế hoạch: ", NULL },
	{ { "extract", "--format=json", "sound.md" }, 0, "\"code\": \"1.2\"", NULL },
	{ { "extract", "--", "--format" }, 2, NULL, "Không tìm thấy tệp “--format”." },
	{ { "show", "sound.md" }, 0, "bảng", NULL },
	{ { "show", "docs" }, 2, NULL, "“docs” là thư mục" },
	{ { "show", "empty.txt" }, 2, NULL, "empty.txt" },

	{ { "audit", "sound.md" }, 0, "sound.md: không thấy chỗ nào không khớp.", NULL },
	{ { "audit", "wrong.md" }, 1, "wrong.md:7: lỗi: ", NULL },
	{ { "audit", "wrong.md", "sound.md" }, 1, "Đã xem 2 tài liệu: 1 lỗi,", NULL },
	{ { "audit", "nowhere.md" }, 2, NULL, "khacphuc: Không tìm thấy tệp “nowhere.md”." },
	{ { "audit", "empty.txt" }, 2, NULL, "Tệp “empty.txt” rỗng." },
	{ { "audit", "noise.bin" }, 2, NULL, "khacphuc: noise.bin: Tệp là chương trình máy tính" },
	{ { "audit", "empty.txt", "wrong.md" }, 2, "wrong.md:7: lỗi: ", "empty.txt" },
	{ { "audit", "nothing" }, 2, NULL, "Thư mục “nothing” không có tệp nào." },
	{ { "audit", "sound" }, 0, "sound/a.md: không thấy", NULL },
	{ { "audit", "docs" }, 1, "docs/b.md:7: lỗi: ", NULL },
	{ { "audit", "docs/" }, 1, "docs/b.md:7: lỗi: ", NULL },
	{ { "audit", "mixed" }, 2, "mixed/a.md: không thấy", "Tệp “mixed/b.txt” rỗng." },
	{ { "audit", "wrong.md", "--format", "json" }, 1, "\"check\": \"difference\"", NULL },
	{ { "audit", "/dev/null" }, 2, NULL, "/dev/null" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct run r = run(rows[i].args);
		const char *label = rows[i].args[0] ? rows[i].args[0] : "(no verb)";
		if (r.status != rows[i].status)
			fail_msg("row %zu (%s): status %d, not %d\n%s%s", i, label, r.status, rows[i].status, r.out, r.err);
		assert_holds(label, r.out, rows[i].out);
		assert_holds(label, r.err, rows[i].err);
		if ((!rows[i].out && r.out_n) || (!rows[i].err && r.err_n))
			fail_msg("row %zu (%s): said too much:\n%s%s", i, label, r.out, r.err);
		close_run(&r);
	}
}

static void test_every_verb_has_help(void **state)
{
	(void)state;
	struct verbs all = verbs_all();
	struct run list = RUN("help");
	for (size_t i = 0; i < all.n; i++) {
		char words[2][40] = { "", "" };                /* "set check" is two */
		sscanf(all.at[i]->name, "%39s %39s", words[0], words[1]);
		struct run one = RUN("help", words[0], *words[1] ? words[1] : NULL);
		assert_int_equal(one.status, 0);
		assert_holds(all.at[i]->name, list.out, all.at[i]->help);
		assert_holds(all.at[i]->name, one.out, all.at[i]->help);
		close_run(&one);
	}
	close_run(&list);
}

/* -- several files -------------------------------------------------------------------------------- */

static void test_json_is_a_line_a_document(void **state)
{
	(void)state;
	struct run r = RUN("extract", "docs", "sound.md", "--format", "json");
	assert_int_equal(r.status, 0);
	assert_int_equal(lines_of(r.out), 4);
	const char *at = r.out;
	static const char *const names[] = { "a.md", "b.md", "c.md", "sound.md" };      /* folders: in the order of names */
	for (size_t i = 0; i < COUNT(names); i++) {
		char want[64];
		snprintf(want, sizeof want, "\"name\": \"%s\"", names[i]);
		assert_holds("order", at, want);
		at = strchr(at, '\n') + 1;
	}
	assert_null(strstr(r.out, ".hidden"));
	close_run(&r);
}

static void test_one_unreadable_file_stops_no_other(void **state)
{
	(void)state;
	struct run r = RUN("extract", "empty.txt", "sound.md", "nowhere", "wrong.md", "--format", "json");
	assert_int_equal(r.status, 2);
	assert_int_equal(lines_of(r.out), 2);
	assert_holds("empty", r.err, "empty.txt");
	assert_holds("nowhere", r.err, "nowhere");
	close_run(&r);
}

static void test_progress_only_on_a_terminal(void **state)
{
	(void)state;
	static const char *const args[] = { "audit", "docs", NULL };
	struct run on = run_with((struct cli){ .columns = 100, .progress = true }, args);
	struct run off = run_with((struct cli){ .columns = 100 }, args);
	assert_holds("progress", on.err, "Đang đọc 2/3: docs/b.md");
	assert_string_equal(off.err, "");
	assert_string_equal(on.out, off.out);
	close_run(&on);
	close_run(&off);
}

static void test_colours_only_where_wanted(void **state)
{
	(void)state;
	static const char *const args[] = { "extract", "wrong.md", NULL };
	struct run on = run_with((struct cli){ .columns = 100, .colour = true }, args);
	struct run off = run_with((struct cli){ .columns = 100 }, args);
	assert_holds("colour", on.out, "\033[1;31mlỗi:\033[0m");
	assert_null(strchr(off.out, '\033'));
	close_run(&on);
	close_run(&off);
}

static void test_names_cannot_steer_the_terminal(void **state)
{
	(void)state;
	struct run r = RUN("audit", "strange");
	assert_int_equal(r.status, 2);
	assert_null(strchr(r.err, '\033'));
	assert_holds("name", r.err, "strange/ [31m");
	close_run(&r);
}

static void test_full_disk_is_said(void **state)
{
	(void)state;
	char *err = NULL;
	size_t n = 0;
	struct cli io = { .out = fopen("/dev/full", "w"), .err = open_memstream(&err, &n), .columns = 100 };
	assert_non_null(io.out);
	char *argv[] = { (char[]){ "khacphuc" }, (char[]){ "help" }, NULL };
	assert_int_equal(cli_run(&io, 2, argv), 2);
	fclose(io.out);
	fclose(io.err);
	assert_holds("full", err, "Không ghi được kết quả ra");
	free(err);
}

/* -- the program itself --------------------------------------------------------------------------- */

/* That main hands the status and both streams on; all else is tested above. */
static void test_program(void **state)
{
	(void)state;
	const char *program = getenv("KHACPHUC_PROGRAM");
	if (!program)
		skip();
	static const struct { const char *args; int status; } runs[] = {
		{ "--version", 0 }, { "audit sound.md", 0 }, { "audit wrong.md", 1 }, { "audit empty.txt", 2 }, { "", 2 },
	};
	for (size_t i = 0; i < COUNT(runs); i++) {
		char command[512];
		snprintf(command, sizeof command, "'%s' %s >out.log 2>err.log", program, runs[i].args);
		int status = system(command);
		struct stat out, err;
		assert_int_equal(stat("out.log", &out) | stat("err.log", &err), 0);
		unlink("out.log");
		unlink("err.log");
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), runs[i].status);
		assert_int_equal(out.st_size > 0, runs[i].status < 2);
		assert_int_equal(err.st_size > 0, runs[i].status == 2);
	}
}

int cli_cli_tests(void);
int cli_cli_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_every_verb_has_help),
		cmocka_unit_test(test_json_is_a_line_a_document),
		cmocka_unit_test(test_one_unreadable_file_stops_no_other),
		cmocka_unit_test(test_progress_only_on_a_terminal),
		cmocka_unit_test(test_colours_only_where_wanted),
		cmocka_unit_test(test_names_cannot_steer_the_terminal),
		cmocka_unit_test(test_full_disk_is_said),
		cmocka_unit_test(test_program),
	};
	return cmocka_run_group_tests_name("cli/cli", tests, open_place, close_place);
}
