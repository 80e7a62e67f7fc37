#include "app/incoming.h"
#include "app/record_parts.h"
#include "base/file.h"
#include "work.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OTHER = AT_OFFICE };

static int64_t sent(struct work *w, str id, int64_t at, const char *name, const char *bytes)
{
	struct incoming x;
	OK(&w->at, incoming_piece(&w->r, w->at.a, id, at, work_file(w, name, bytes).p, &x, &w->at.e));
	return x.have;
}

/* In pieces, one of them twice, one too early; then it is whole. */
static void pieces(struct work *w)
{
	struct incoming x, y;
	str bytes;
	work_as(w, AT_ALL);
	OK(&w->at, incoming_begin(&w->r, w->at.a, S("C:\\thư mục\\Báo cáo.pdf"), 10, &x, &w->at.e));
	assert_int_equal(x.have, 0);
	assert_string_equal(x.name.p, "Báo cáo.pdf");
	assert_int_equal(sent(w, x.id, 0, "p1", "0123"), 4);
	assert_int_equal(sent(w, x.id, 0, "p2", "0123"), 4);           /* it came again: nothing is written twice */
	assert_int_equal(sent(w, x.id, 8, "p3", "89"), 4);             /* a hole is not left */
	REFUSED(&w->at, incoming_taken(&w->r, w->at.a, x.id, &y, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, incoming_piece(&w->r, w->at.a, x.id, 4, work_file(w, "p4", "4567890").p, &y, &w->at.e), ERR_INPUT);
	assert_int_equal(sent(w, x.id, 4, "p5", "456789"), 10);
	OK(&w->at, incoming_taken(&w->r, w->at.a, x.id, &y, &w->at.e));
	OK(&w->at, file_read(w->at.a, y.path.p, 100, &bytes, &w->at.e));
	assert_true(str_eq(bytes, S("0123456789")));
	incoming_drop(&w->r, w->at.a, x.id);
	REFUSED(&w->at, incoming_find(&w->r, w->at.a, x.id, &y, &w->at.e), ERR_NOT_FOUND);
	assert_int_not_equal(access(y.path.p, F_OK), 0);
}
WORK_BOTH(pieces)

/* What is no id is no path; another person's is not there. */
static void foreign(struct work *w)
{
	static const char *const ids[] = { "", "../../record.db", "0123456789abcdef0123456789abcde", "0123456789ABCDEF0123456789ABCDEF",
		                           "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef.name" };
	struct incoming x, y;
	work_as(w, AT_ALL);
	for (size_t i = 0; i < COUNT(ids); i++)
		REFUSED(&w->at, incoming_find(&w->r, w->at.a, str_c(ids[i]), &x, &w->at.e), ERR_NOT_FOUND);
	OK(&w->at, incoming_begin(&w->r, w->at.a, S("a"), 3, &x, &w->at.e));
	work_as(w, OTHER);
	REFUSED(&w->at, incoming_find(&w->r, w->at.a, x.id, &y, &w->at.e), ERR_NOT_FOUND);
	REFUSED(&w->at, incoming_piece(&w->r, w->at.a, x.id, 0, work_file(w, "q", "abc").p, &y, &w->at.e), ERR_NOT_FOUND);
	incoming_drop(&w->r, w->at.a, x.id);
	work_as(w, AT_ALL);
	OK(&w->at, incoming_find(&w->r, w->at.a, x.id, &y, &w->at.e));
}
WORK_BOTH(foreign)

/* A person has so much under way at once; what nobody goes on with makes room again. */
static void bounded(struct work *w)
{
	struct incoming x, first = { 0 };
	work_as(w, AT_ALL);
	REFUSED(&w->at, incoming_begin(&w->r, w->at.a, S("trống"), 0, &x, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, incoming_begin(&w->r, w->at.a, S("lớn"), INCOMING_QUOTA + 1, &x, &w->at.e), ERR_LIMIT);
	OK(&w->at, incoming_begin(&w->r, w->at.a, S("lớn"), INCOMING_QUOTA, &first, &w->at.e));
	REFUSED(&w->at, incoming_begin(&w->r, w->at.a, S("nữa"), 1, &x, &w->at.e), ERR_LIMIT);
	work_as(w, OTHER);
	OK(&w->at, incoming_begin(&w->r, w->at.a, S("của người khác"), 1, &x, &w->at.e));
	time_t old = time(NULL) - (INCOMING_HOURS + 1) * 3600;
	struct timespec times[2] = { { old, 0 }, { old, 0 } };
	assert_int_equal(utimensat(AT_FDCWD, str_fmt(w->at.a, "%.*s.name", SF(first.path)).p, times, 0), 0);
	OK(&w->at, incoming_begin(&w->r, w->at.a, S("nữa"), 1, &x, &w->at.e));
	work_as(w, AT_ALL);
	REFUSED(&w->at, incoming_find(&w->r, w->at.a, first.id, &x, &w->at.e), ERR_NOT_FOUND);
	for (int i = 0; i < INCOMING_FILES; i++)
		OK(&w->at, incoming_begin(&w->r, w->at.a, S("nhỏ"), 1, &x, &w->at.e));
	REFUSED(&w->at, incoming_begin(&w->r, w->at.a, S("nhỏ"), 1, &x, &w->at.e), ERR_LIMIT);
	struct stat st;
	assert_int_equal(stat(str_fmt(w->at.a, "%.*s/incoming", SF(w->r.dir)).p, &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
}
WORK_BOTH(bounded)

int app_incoming_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(pieces), AT_ROWS(foreign), AT_ROWS(bounded) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
