/* What is read from whole documents, as tests/golden/NAME.json holds it: one file a sample of samples/, looked at before it
 * was accepted. To accept what has changed, and then to look at it with git diff (what open_lines names must be put right
 * again by hand):
 *
 *     KHACPHUC_GOLDEN=write KHACPHUC_SOURCE=$PWD build/tests extract_golden
 */
#include "app/examine.h"
#include "app/layout.h"
#include "whole.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>

static const char *const golden[] = { "kehoach-sotuphap.md", "phuluc-6thang.txt", "kehoach-phuong-utf16.txt" };

/* What is still read wrong: the line as it comes out, and as the golden file has it. When one comes out right its test says so:
 * take it out here. */
static const struct { const char *name, *have, *want; } open_lines[] = {
	/* below the end of the page the last line goes on with the remedy */
	{ "phuluc-6thang.txt", "\"reason\": \"do hồ sơ kiểm tra ngẫu nhiên thiếu phiếu kiểm soát kiểm tra chéo giữa các phòng\",",
	  "\"reason\": \"do hồ sơ kiểm tra ngẫu nhiên thiếu phiếu kiểm soát\"," },
	{ "phuluc-6thang.txt", "\"Bổ sung phiếu kiểm soát vào mẫu hồ sơ;\"", "\"Bổ sung phiếu kiểm soát vào mẫu hồ sơ; kiểm tra chéo giữa các phòng\"" },
};

static const char *source_root(void)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	return root ? root : ".";
}

/* Indented, so that a change is a line. */
static char *pretty(str line)
{
	json_error_t e;
	json_t *j = json_loadb(line.p, line.n, 0, &e);
	if (!j)
		fail_msg("what is printed is no JSON: %s", e.text);
	char *text = json_dumps(j, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	json_decref(j);
	return text;
}

static bool open_line(const char *name, str have, str want, bool *met)
{
	for (size_t i = 0; i < COUNT(open_lines); i++)
		if (!strcmp(open_lines[i].name, name) && str_eq(str_trim(have), str_c(open_lines[i].have)) &&
		    str_eq(str_trim(want), str_c(open_lines[i].want)))
			return met[i] = true;
	return false;
}

static void same_lines(const char *name, const char *have, const char *want)
{
	bool met[COUNT(open_lines)] = { false };
	for (int line = 1; *have || *want; line++) {
		str h = { have, strcspn(have, "\n") }, w = { want, strcspn(want, "\n") };
		if (!str_eq(h, w) && !open_line(name, h, w, met))
			fail_msg("tests/golden/%s.json:%d:\n  have %.*s\n  want %.*s", name, line, SF(h), SF(w));
		have += h.n + (have[h.n] == '\n');
		want += w.n + (want[w.n] == '\n');
	}
	for (size_t i = 0; i < COUNT(open_lines); i++)
		if (!strcmp(open_lines[i].name, name) && !met[i])
			fail_msg("%s: comes out right now, or the golden file is not right: %s", name, open_lines[i].want);
}

static void golden_one(void *ctx, struct arena *a, str path, const struct facts *f, const struct err *e)
{
	const char *name = ctx, *mode = getenv("KHACPHUC_GOLDEN");
	bool write = mode && !strcmp(mode, "write");
	if (!f)
		fail_msg("%.*s: %s", SF(path), e->message);
	char *have = pretty(facts_json(a, f));
	const char *golden_path = str_fmt(a, "%s/tests/golden/%s.json", source_root(), name).p;
	FILE *file = fopen(golden_path, write ? "w" : "r");
	if (!file)
		fail_msg("%s cannot be opened", golden_path);
	if (write) {
		fprintf(file, "%s\n", have);
	} else {
		static char want[1 << 20];
		want[fread(want, 1, sizeof want - 1, file)] = 0;
		same_lines(name, have, want);
	}
	fclose(file);
	free(have);
}

static void test_golden(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(golden); i++) {
		char path[4096], name[256];
		snprintf(path, sizeof path, "%s/samples/%s", source_root(), golden[i]);
		snprintf(name, sizeof name, "%s", golden[i]);
		examine(path, true, golden_one, name);
	}
}

/* Every document of ours through everything: each pattern that can be reached is compiled (a bad one aborts), and what is
 * printed as JSON is read back and printed the same. */
static void through_everything(void *ctx, struct arena *a, str path, const struct facts *f, const struct err *why)
{
	(void)ctx;
	struct facts *again = NULL;
	struct err err = { 0 };
	struct layout l = { .columns = 100 };
	if (!f)
		fail_msg("%.*s: %s", SF(path), why->message);
	str json = facts_json(a, f);
	if (!facts_parse(a, json, &again, &err))
		fail_msg("%.*s: %s", SF(path), err.message);
	if (!str_eq(json, facts_json(a, again)))
		fail_msg("%.*s: read back, it prints differently", SF(path));
	if (f->criteria.n < 3)
		fail_msg("%.*s: %zu criteria", SF(path), f->criteria.n);
	assert_true(facts_text(a, f, &l).n > 0 && f->document.kind != DOC_UNKNOWN);
}

static size_t read_folder(const char *folder)
{
	size_t n = 0;
	char path[4096];
	DIR *d = opendir(folder);
	if (!d)
		fail_msg("%s cannot be opened", folder);
	for (struct dirent *e; (e = readdir(d));) {
		size_t len = strlen(e->d_name);
		if (len < 4 || e->d_name[0] == '.' || !strcmp(e->d_name, "README.md") ||
		    (strcmp(e->d_name + len - 4, ".txt") && strcmp(e->d_name + len - 3, ".md")))
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
		examine(path, true, through_everything, NULL);
		n++;
	}
	closedir(d);
	return n;
}

static void test_all_documents(void **state)
{
	(void)state;
	char folder[4096];
	snprintf(folder, sizeof folder, "%s/samples", source_root());
	assert_true(read_folder(folder) >= 7);
	snprintf(folder, sizeof folder, "%s/tests/reference/documents", source_root());
	assert_true(read_folder(folder) >= 18);
}

int extract_golden_tests(void);
int extract_golden_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_golden), cmocka_unit_test(test_all_documents) };
	return cmocka_run_group_tests_name("extract/golden", tests, NULL, NULL);
}
