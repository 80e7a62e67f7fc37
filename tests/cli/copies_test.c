#include "at.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A record with something of everything goes from SQLite to PostgreSQL and back, is saved and comes back, and stays the same record. */

#define AS " --as vp "
static const struct row { const char *words; int status; const char *says; } made[] = {
	{ "init lite --unit 'UBND tỉnh Trường Giang' --as qt", 0, "Đã lập hồ sơ" },
	{ "unit add 'Ban Quản lý Khu kinh tế' --under 'UBND tỉnh Trường Giang' --level sở --symbol BQLKKT --at lite --as qt", 0, "" },
	{ "unit add 'Văn phòng' --under BQLKKT --level phòng --at lite --as qt", 0, "" },
	{ "user add vp --name 'Lê Văn Phòng' --unit BQLKKT --role 'văn phòng' --at lite --as qt", 0, "vp" },
	{ "cycle add 2025 --at lite --as qt", 0, "2025" },
	{ "import \"$KHACPHUC_SOURCE/samples/baocao-nfd.md\" --unit BQLKKT --accept --at lite" AS, 1, "27 mới" },
	{ "finding add --unit BQLKKT --year 2025 --text 'Niêm yết \"thiếu\"' --points 1,5 --origin 'tự kiểm tra' --at lite" AS, 0, "T8" },
	{ "remedy add T8 --text 'Niêm yết lại' --lead 'Văn phòng' --due 'Quý II/2026' --at lite" AS, 0, "G8" },
	{ "progress add G8 --state đang --percent 40 --on 01/10/2026 --at lite" AS, 0, "G8" },
	{ "evidence add mc.txt --unit BQLKKT --year 2025 --title 'Báo cáo' --for G8 --at lite" AS, 0, "M1" },
	{ "verify --at lite", 0, "Hồ sơ nguyên vẹn" },
};

/* $ONE, $TWO: empty databases of PostgreSQL */
static const struct row carried[] = {
	{ "copy --from lite --to pg --database \"$ONE\" --as qt", 0, "giống nhau" },
	{ "copy --from lite --to pg9 --database \"$ONE\" --as qt", 2, "không trống" },
	{ "copy --from pg --to back --as qt", 0, "giống nhau" },
	{ "backup saved --at pg --as qt", 0, "Đã sao lưu" },
	{ "restore saved restored", 0, "nguyên vẹn" },
	{ "restore saved pg2 --database \"$TWO\"", 0, "nguyên vẹn" },
};

static const char *const places[] = { "lite", "pg", "back", "restored", "pg2" };
static const char *const shown[] = {
	"plan --unit BQLKKT --year 2025", "plan --unit BQLKKT --year 2025 --format json", "lost --unit BQLKKT --format json", "log --as qt",
	"log --body BQLKKT --format json", "search niem yet", "search 'kê khai tài sản' --format json", "evidence list --unit BQLKKT --year 2025",
	"progress list G8", "unit list", "due --unit BQLKKT",
};

static void run(const struct row *r)
{
	char line[1000], said[8000];
	snprintf(line, sizeof line, "\"$KHACPHUC_PROGRAM\" %s >said 2>&1", r->words);
	int status = system(line);
	FILE *f = fopen("said", "r");
	assert_non_null(f);
	said[fread(said, 1, sizeof said - 1, f)] = 0;
	fclose(f);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != r->status || !strstr(said, r->says))
		fail_msg("%s: %d: %s", r->words, WEXITSTATUS(status), said);
}

static void run_all(const struct row *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		run(&r[i]);
}

static void same(const char *verb)
{
	char line[1000];
	for (size_t i = 0; i < COUNT(places); i++) {
		const char *who = strstr(verb, "--as") ? "" : AS;
		snprintf(line, sizeof line, "\"$KHACPHUC_PROGRAM\" %s --at %s%s >%s 2>&1 && test -s %s && cmp %s first", verb, places[i], who,
		         i ? "other" : "first", i ? "other" : "first", i ? "other" : "first");
		if (system(line))
			fail_msg("%s: not as in %s", line, places[0]);
	}
}

/* What was carried is worked on: its numbers go on where they were. */
static void goes_on(void)
{
	char line[300];
	for (size_t i = 0; i < COUNT(places); i++) {
		snprintf(line, sizeof line, "verify --at %s", places[i]);
		run(&(struct row){ line, 0, "Hồ sơ nguyên vẹn" });
		snprintf(line, sizeof line, "finding add --unit BQLKKT --year 2025 --text 'Thêm sau' --at %s" AS, places[i]);
		run(&(struct row){ line, 0, "T9" });
		snprintf(line, sizeof line, "verify --at %s", places[i]);
		run(&(struct row){ line, 0, "Hồ sơ nguyên vẹn" });
	}
}

static void carry(void **state)
{
	char dir[] = "/tmp/khacphuc-copies-XXXXXX", line[100];
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 20);
	(void)state;
	str one = at_empty(a, DB_POSTGRESQL);
	if (!one.n)
		skip();
	setenv("ONE", one.p, 1);
	setenv("TWO", at_empty(a, DB_POSTGRESQL).p, 1);
	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	assert_int_equal(system("echo xong >mc.txt"), 0);
	run_all(made, COUNT(made));
	run_all(carried, COUNT(carried));
	for (size_t i = 0; i < COUNT(shown); i++)
		same(shown[i]);
	goes_on();
	assert_int_equal(chdir("/"), 0);
	snprintf(line, sizeof line, "rm -rf '%s'", dir);
	assert_int_equal(system(line), 0);
}

int cli_copies_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(carry) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
