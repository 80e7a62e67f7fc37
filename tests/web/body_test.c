#include "web/body.h"
#include "base/file.h"
#include "base/folder.h"
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20, MOST = 1000 };

static const struct page page = {
	.method = POST, .path = "/thu",
	.params = { { "title", "tên", PARAM_TEXT, 0, 100 }, { "files", "tệp", PARAM_FILES, 0, MOST }, { "one", "một tệp", PARAM_FILE, 0, MOST } },
};
static const struct page plain = { .method = POST, .path = "/chu", .params = { { "title", "tên", PARAM_TEXT, 0, 100 } } };

struct try { struct arena *a; struct folder dir; struct req q; struct body b; struct err e; };

static void begin(struct try *t, const struct page *p, str type, int64_t length)
{
	*t = (struct try){ .a = arena_open(ROOM) };
	assert_true(folder_open(t->a, &t->dir, &t->e));
	t->q.a = t->a;
	body_open(&t->b, &t->q, p, t->dir.path.p, type, length);
}

static bool left(const struct try *t)
{
	folder_files f = { 0 };
	struct err e = { 0 };
	assert_true(folder_take(t->a, &t->dir, S(""), ROOM / 2, &f, &e));
	return f.n;
}

static void end(struct try *t)
{
	body_close(&t->b);
	assert_false(left(t));
	folder_remove(&t->dir);
	arena_free(t->a);
}

static void part(struct try *t, const char *name, const char *file, str bytes)
{
	body_part(&t->b, str_c(name), str_c(file));
	body_bytes(&t->b, bytes);
}

#define PARTS S("multipart/form-data; boundary=x")
#define FORM  S("application/x-www-form-urlencoded")

static str value(const struct try *t, const char *name)
{
	for (size_t i = 0; i < t->q.given.n; i++)
		if (str_eq(t->q.given.at[i].name, str_c(name)))
			return t->q.given.at[i].value;
	return (str){ 0 };
}

static void fields(void **state)
{
	(void)state;
	struct try t;
	begin(&t, &plain, S("Application/X-WWW-form-urlencoded; charset=UTF-8"), 20);
	body_text(&t.b, S("title=S%C6%A1+k"));
	body_text(&t.b, S("%E1%BA%BFt&token=ab"));
	assert_true(body_end(&t.b, &t.e));
	assert_true(str_eq(value(&t, "title"), S("Sơ kết")));
	assert_true(str_eq(value(&t, "token"), S("ab")));
	end(&t);
}

static void parts(void **state)
{
	(void)state;
	struct try t;
	str was;
	begin(&t, &page, PARTS, -1);
	part(&t, "title", NULL, S("Báo"));
	body_bytes(&t.b, S(" cáo"));
	part(&t, "files", "C:\\Hồ sơ\\Báo cáo.docx", S("mot"));
	body_bytes(&t.b, S("hai"));
	part(&t, "files", "../../e\xcc\x82\x01\xff.txt", S("ba"));
	part(&t, "one", "", S(""));               /* nothing was chosen */
	part(&t, "khac", "x.bin", S("undeclared"));
	part(&t, "khac", NULL, S("undeclared"));
	part(&t, "title", "x.bin", S("a file for a text"));
	part(&t, "one", NULL, S("a text for a file"));
	part(&t, "token", NULL, S("ab"));
	assert_true(body_end(&t.b, &t.e));
	assert_true(str_eq(value(&t, "title"), S("Báo cáo")));
	assert_true(str_eq(value(&t, "token"), S("ab")));
	assert_int_equal(t.q.given.n, 2);
	assert_int_equal(t.q.files.n, 2);
	assert_true(str_eq(t.q.files.at[0].name, S("Báo cáo.docx")));
	assert_true(str_eq(t.q.files.at[1].name, S("ê__.txt")));
	assert_int_equal(t.q.files.at[0].size, 6);
	assert_true(file_read(t.a, t.q.files.at[0].path.p, 100, &was, &t.e) && str_eq(was, S("mothai")));
	struct stat st;
	assert_true(!stat(t.q.files.at[0].path.p, &st) && (st.st_mode & 0777) == 0600);
	assert_int_equal(unlink(t.q.files.at[1].path.p), 0);   /* taken by the page */
	end(&t);
}

static void names(void **state)
{
	(void)state;
	struct try t;
	char longest[400];
	memset(longest, 'a', sizeof longest);
	memcpy(longest + 254, "\xe1\xba\xbf", 3);                /* ế would be cut in two */
	longest[399] = 0;
	begin(&t, &page, PARTS, -1);
	part(&t, "files", longest, S("x"));
	assert_true(body_end(&t.b, &t.e));
	assert_int_equal(t.q.files.at[0].name.n, 254);
	end(&t);
}

/* Each refused; then what follows is passed over, and nothing stays on the disk. */
static void refused(void **state)
{
	(void)state;
	static char big[REQ_FORM_MOST + 1];
	struct try t;
	memset(big, 'a', sizeof big);

	begin(&t, &plain, FORM, REQ_FORM_MOST + 1);
	assert_int_equal(t.b.e.code, ERR_LIMIT);
	end(&t);

	begin(&t, &plain, FORM, -1);
	body_text(&t.b, (str){ big, sizeof big });
	body_text(&t.b, S("title=a"));
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_LIMIT);
	end(&t);

	begin(&t, &plain, PARTS, -1);
	part(&t, "title", NULL, (str){ big, REQ_FORM_MOST - 1 });
	part(&t, "token", NULL, S("ab"));           /* both together */
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_LIMIT);
	end(&t);

	begin(&t, &page, PARTS, -1);
	part(&t, "files", "vua.txt", (str){ big, MOST });
	assert_int_equal(t.b.e.code, ERR_NONE);
	part(&t, "one", "lon.txt", (str){ big, MOST });
	body_bytes(&t.b, S("a"));
	assert_int_equal(t.b.e.code, ERR_LIMIT);
	assert_non_null(strstr(t.b.e.message, "lon.txt"));
	assert_false(left(&t));                                /* at once, not when the request ends */
	part(&t, "files", "sau.txt", S("a"));
	assert_false(body_end(&t.b, &t.e));
	end(&t);

	begin(&t, &page, PARTS, -1);
	for (int i = 0; i <= UPLOADS_MOST; i++)
		part(&t, "files", "nhieu.txt", S("a"));
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_LIMIT);
	end(&t);

	begin(&t, &plain, PARTS, -1);
	for (int i = 0; i <= REQ_GIVEN; i++)
		part(&t, "title", NULL, S("a"));
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_LIMIT);
	end(&t);

	begin(&t, &plain, S("application/json"), 2);
	assert_int_equal(t.b.e.code, ERR_INPUT);
	assert_non_null(strstr(t.b.e.message, "application/json"));
	end(&t);

	begin(&t, &page, PARTS, -1);
	part(&t, "files", "a.txt", S("a"));
	body_broken(&t.b);
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_INPUT);
	end(&t);

	begin(&t, &page, PARTS, -1);
	t.b.folder = "/nowhere";
	part(&t, "files", "a.txt", S("a"));
	assert_false(body_end(&t.b, &t.e));
	assert_int_equal(t.e.code, ERR_SYSTEM);
	end(&t);
}

int web_body_tests(void);
int web_body_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields), cmocka_unit_test(parts), cmocka_unit_test(names), cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
