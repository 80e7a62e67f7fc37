/* docx_file.h -- a document as a .docx, its parts, what is in them, and read again. After cmocka.h. */
#ifndef TESTS_DOCX_FILE_H
#define TESTS_DOCX_FILE_H
#include "base/archive.h"
#include "docin/read.h"
#include "docout/render.h"
#include <stdlib.h>

#define ROOM ((size_t)2 << 30)

static inline str rendered(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str bytes;
	if (!render_docx.render(a, root, &bytes, &e))
		fail_msg("%s %s", e.message, e.detail);
	return bytes;
}

static inline str part(struct arena *a, str bytes, const char *name)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	size_t i;
	str ret = { 0 };
	assert_true(archive_open(a, bytes, &z, &e));
	assert_true(archive_find(z, name, &i));
	assert_true(archive_read(z, i, a, ROOM / 8, &ret, &e));
	return ret;
}

static inline size_t times(str s, const char *what)
{
	size_t n = 0;
	for (size_t at = 0; (at = str_find(s, str_c(what), at)) < s.n; at++)
		n++;
	return n;
}

static inline struct node *reread(struct arena *a, str bytes)
{
	struct reading *r = make(a, struct reading);
	struct err e = { 0 };
	if (!read_bytes(a, bytes, r, &e))
		fail_msg("%s %s", e.message, e.detail);
	assert_string_equal(r->by->name, "docx");
	return r->root;
}

static inline str between(str s, const char *from, const char *to)
{
	size_t at = str_find(s, str_c(from), 0) + strlen(from);
	return str_sub(s, at, str_find(s, str_c(to), at));
}

static inline int number_in(str s, const char *from) { return atoi(between(s, from, "\"").p); }
static inline bool has(str s, const char *what) { return str_find(s, str_c(what), 0) < s.n; }

#endif
