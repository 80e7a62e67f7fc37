#include "store/db_driver.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* verify, backup, restore, copy: what they end with, and that they say what is wrong. */
static const struct { const char *words; int status; const char *says; } rows[] = {
	{ "init r --as a", 0, "Đã lập hồ sơ" },
	{ "verify --at r", 0, "Hồ sơ nguyên vẹn." },
	{ "verify --at r --format json", 0, "\"sound\": true" },
	{ "verify --at nothing", 2, "không có hồ sơ" },
	{ "user add bb --name B --unit 'UBND tỉnh' --role 'lãnh đạo' --at r --as a", 0, "" },
	{ "backup s --at r --as bb", 2, "B không có quyền sao lưu hồ sơ" },
	{ "backup s --at r --as ai", 2, "không có người dùng “ai”" },
	{ "copy --from r --to r9 --as bb", 2, "B không có quyền chép cả hồ sơ" },
	{ "copy --from r --to r9 --as ai", 2, "không có người dùng “ai”" },
	{ "verify --at r --as ai", 0, "Hồ sơ nguyên vẹn." },
	{ "backup s --at r --as a", 0, "Đã sao lưu vào s" },
	{ "backup s --at r --as a", 2, "đã có" },
	{ "backup", 2, "backup" },
	{ "restore s r2", 0, "Đã kiểm tra: nguyên vẹn." },
	{ "restore s r2", 2, "đã có" },
	{ "restore r r9", 2, "không phải là một bản sao lưu" },
	{ "restore s r9 --database 'host=/nowhere'", 2, "PostgreSQL" },
	{ "copy --from r --to r3 --as a", 0, "giống nhau" },
	{ "copy --from r --to r3 --as a", 2, "đã có" },
	{ "copy --from r", 2, "Chưa nói chép tới đâu" },
	{ "copy --from 'host=nowhere' --to r9", 2, "--from là thư mục hồ sơ" },
	{ "verify --at r3", 0, "Hồ sơ nguyên vẹn." },
	{ "verify --at r9", 2, "không có hồ sơ" },
	{ NULL },                                              /* here r is tampered with */
	{ "verify --at r", 1, "Bảng person, dòng 1, cột name: nhật ký ghi" },
	{ "verify --at r --format json", 1, "\"column\": \"name\"" },
	{ "backup s2 --at r --as a", 0, "Đã sao lưu" },               /* what is wrong is saved as it is … */
	{ "restore s2 r4", 1, "có chỗ sai từ khi được sao lưu" },      /* … and told when it comes back */
};

static void tamper(void)
{
	struct arena *a = arena_open((size_t)1 << 26);
	struct err e = { 0 };
	struct db *db = NULL;
	assert_true(db_open(a, S("r/record.db"), DB_EXISTING, &db, &e));
	assert_true(db_script(db, "UPDATE person SET name = 'Khác'", &e));
	db_close(&db);
	arena_close(&a);
}

static void verbs(void **state)
{
	char dir[] = "/tmp/khacphuc-verbs-XXXXXX", line[1000], said[4000];
	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (!rows[i].words) {
			tamper();
			continue;
		}
		snprintf(line, sizeof line, "\"$KHACPHUC_PROGRAM\" %s >said 2>&1", rows[i].words);
		int status = system(line);
		FILE *f = fopen("said", "r");
		assert_non_null(f);
		said[fread(said, 1, sizeof said - 1, f)] = 0;
		fclose(f);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != rows[i].status || !strstr(said, rows[i].says))
			fail_msg("%s: %d: %s", rows[i].words, WEXITSTATUS(status), said);
	}
	assert_int_equal(access("r9", F_OK), -1);
	assert_int_equal(chdir("/"), 0);
	snprintf(line, sizeof line, "rm -rf '%s'", dir);
	assert_int_equal(system(line), 0);
}

int cli_operate_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(verbs) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
