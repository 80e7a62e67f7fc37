/* The same document gives the same facts whatever file it came in. Each sample of samples/ stands here in other formats, made
 * by tests/formats/make (word/: by Word's conventions, made by make_word; pages/: on other pages, made by make_pages); what the
 * program prints of them as JSON is compared with what it prints of the sample, all but positions. A spreadsheet holds the tables
 * alone: its criteria and fields are compared with those of the tables of the sample (tables/, Markdown). text/ holds tables of
 * other forms as LibreOffice writes them into a text: they are compared with the .docx beside them. */
#include "base/str.h"
#include <dirent.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { PIECE = 4096, DIFFERENCES = 1000 };

/* What a file is known to say otherwise than the sample, and why: a row ends with "*" where all below the path differs. A row that
 * meets no difference fails: take it out. */
static const struct known { const char *file, *path, *why; } known[] = {
#include "known.def"
	{ NULL, NULL, NULL },
};

struct comparison {
	const char *file;
	bool        tables;                    /* only criteria and fields */
	bool        met[COUNT(known)];
	int         differences;
	struct buf  said;
};

/* -- which parts count ---------------------------------------------------------------------------- */

static bool counts(const struct comparison *c, const char *path, const char *key)
{
	if (!strcmp(key, "source") || (!*path && !strcmp(key, "file")))
		return false;
	return !c->tables || *path || !strcmp(key, "criteria") || !strcmp(key, "fields");
}

/* -- two trees ------------------------------------------------------------------------------------ */

static bool is_known(struct comparison *c, const char *path)
{
	bool found = false;
	for (size_t i = 0; known[i].file; i++) {
		size_t n = strlen(known[i].path);
		bool below = n && known[i].path[n - 1] == '*';
		if (!strcmp(known[i].file, c->file) && (below ? !strncmp(known[i].path, path, n - 1) : !strcmp(known[i].path, path)))
			found = c->met[i] = true;
	}
	return found;
}

static void differs(struct comparison *c, const char *path, const json_t *want, const json_t *have)
{
	if (is_known(c, path) || ++c->differences > DIFFERENCES)
		return;
	char *w = want ? json_dumps(want, JSON_ENCODE_ANY) : NULL, *h = have ? json_dumps(have, JSON_ENCODE_ANY) : NULL;
	buf_fmt(&c->said, "%s: %s\n  sample %s\n  here   %s\n", c->file, path, w ? w : "(absent)", h ? h : "(absent)");
	free(w);
	free(h);
}

static void same(struct comparison *c, const char *path, const json_t *want, const json_t *have);

static const char *below(const struct comparison *c, const char *path, const char *key)
{
	return str_fmt(c->said.a, "%s%s%s", path, *path ? "/" : "", key).p;
}

static void same_objects(struct comparison *c, const char *path, const json_t *want, const json_t *have)
{
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)want, key, value)
		if (counts(c, path, key))
			same(c, below(c, path, key), value, json_object_get(have, key));
	json_object_foreach((json_t *)have, key, value)
		if (counts(c, path, key) && !json_object_get(want, key))
			differs(c, below(c, path, key), NULL, value);
}

/* What an element is called: the code of a criterion, the name and place of a check, else where it stands in the list. So one
 * element too many is one difference, not one in each that follows. */
static const char *name_of(struct arena *a, const json_t *list, size_t i)
{
	const json_t *e = json_array_get(list, i);
	const char *code = json_string_value(json_object_get(e, "code")), *check = json_string_value(json_object_get(e, "check")),
		   *where = json_string_value(json_object_get(e, "where"));
	return code ? code : check ? str_fmt(a, "%s:%s", check, where ? where : "").p : str_fmt(a, "%zu", i).p;
}

/* How many of the first `end` elements have that name; *nth (may be NULL) gets the one that `skip` others of the name precede. */
static int count_named(struct arena *a, const json_t *list, size_t end, const char *name, int skip, const json_t **nth)
{
	int n = 0;
	for (size_t i = 0; i < end; i++) {
		if (strcmp(name_of(a, list, i), name))
			continue;
		if (nth && n == skip)
			*nth = json_array_get(list, i);
		n++;
	}
	return n;
}

/* The element of `other` that goes with the ith of `list`: several criteria may carry one code. */
static const json_t *partner(struct arena *a, const json_t *list, size_t i, const json_t *other)
{
	const json_t *found = NULL;
	const char *name = name_of(a, list, i);
	count_named(a, other, json_array_size(other), name, count_named(a, list, i, name, 0, NULL), &found);
	return found;
}

static void same_lists(struct comparison *c, const char *path, const json_t *want, const json_t *have)
{
	struct arena *a = c->said.a;
	for (size_t i = 0; i < json_array_size(want); i++)
		same(c, below(c, path, name_of(a, want, i)), json_array_get(want, i), partner(a, want, i, have));
	for (size_t i = 0; i < json_array_size(have); i++)
		if (!partner(a, have, i, want))
			differs(c, below(c, path, name_of(a, have, i)), NULL, json_array_get(have, i));
}

static void same(struct comparison *c, const char *path, const json_t *want, const json_t *have)
{
	if (json_is_object(want) && json_is_object(have))
		same_objects(c, path, want, have);
	else if (json_is_array(want) && json_is_array(have))
		same_lists(c, path, want, have);
	else if (!have || !json_equal(want, have))
		differs(c, path, want, have);
}

/* -- files ---------------------------------------------------------------------------------------- */

static const char *root(void)
{
	const char *path = getenv("KHACPHUC_SOURCE");
	return path ? path : ".";
}

/* What the program prints of a file; NULL, with what it said instead, where it cannot read it. */
static json_t *facts_of(const char *path, struct buf *said)
{
	const char *program = getenv("KHACPHUC_PROGRAM");
	str command = str_fmt(said->a, "'%s' extract --format json '%s' 2>&1", program ? program : "build/khacphuc", path);
	struct buf all = buf_open(said->a);
	char piece[PIECE];
	json_error_t e;
	FILE *f = popen(command.p, "r");
	if (!f)
		fail_msg("%s cannot be run", command.p);
	for (size_t n; (n = fread(piece, 1, sizeof piece, f));)
		buf_put(&all, (str){ piece, n });
	int status = pclose(f);
	json_t *facts = status ? NULL : json_loadb(all.p, all.n, 0, &e);
	if (!facts)
		buf_fmt(said, "%s: status %d: %.*s\n", path, WEXITSTATUS(status), SF(buf_str(&all)));
	return facts;
}

static const char *sample_of(struct arena *a, const char *folder, const char *name)
{
	const char *stem = str_copy(a, (str){ name, strcspn(name, ".") }).p;
	if (!strcmp(folder, "text/"))
		return str_fmt(a, "%s/tests/formats/text/%s.docx", root(), stem).p;
	if (str_ends(str_c(name), S(".xlsx")))
		return str_fmt(a, "%s/tests/formats/tables/%s.md", root(), stem).p;
	for (size_t i = 0; i < 2; i++) {
		const char *path = str_fmt(a, "%s/samples/%s%s", root(), stem, i ? ".txt" : ".md").p;
		if (!access(path, R_OK))
			return path;
	}
	fail_msg("there is no sample of %s", name);
	return NULL;
}

static int compare(struct arena *a, const char *folder, const char *name, struct buf *said)
{
	const char *file = str_fmt(a, "%s%s", folder, name).p, *path = str_fmt(a, "%s/tests/formats/%s", root(), file).p;
	struct comparison c = { .file = file, .tables = str_ends(str_c(name), S(".xlsx")), .said = buf_open(a) };
	json_t *want = facts_of(sample_of(a, folder, name), said), *have = facts_of(path, said);
	if (want && have)
		same(&c, "", want, have);
	for (size_t i = 0; want && have && known[i].file; i++)
		if (!strcmp(known[i].file, file) && !c.met[i])
			buf_fmt(&c.said, "%s: %s: comes out right now, take it out of known.def\n", file, known[i].path), c.differences++;
	buf_put(said, buf_str(&c.said));
	int different = c.differences + !want + !have;
	json_decref(want);
	json_decref(have);
	return different;
}

/* -- a test a format ------------------------------------------------------------------------------ */

/* Every file in the folder with that ending. */
static void compare_all(const char *folder, const char *ending, int least)
{
	CLEANUP(arena_close) struct arena *a = arena_open(64 << 20);
	struct buf said = buf_open(a);
	int n = 0, differences = 0;
	DIR *d = opendir(str_fmt(a, "%s/tests/formats/%s", root(), folder).p);
	if (!d)
		fail_msg("tests/formats/%s cannot be opened", folder);
	for (struct dirent *e; (e = readdir(d));)
		if (str_ends(str_c(e->d_name), str_c(ending)) && ++n)
			differences += compare(a, folder, e->d_name, &said);
	closedir(d);
	if (differences)
		fwrite(said.p, 1, said.n, stdout);                 /* print_message cuts at 1 KB */
	if (differences || n < least)
		fail_msg("%d differences in %d files of %s*%s (at least %d files)", differences, n, folder, ending, least);
}

#define SAME(id, folder, ending, least) \
	static void test_##id(void **state) { (void)state; compare_all(folder, ending, least); }
SAME(markdown, "", ".md", 7)
SAME(text, "", ".txt", 7)
SAME(docx, "", ".docx", 7)
SAME(odt, "", ".odt", 7)
SAME(pdf, "", ".pdf", 7)
SAME(xlsx, "", ".xlsx", 5)
SAME(text_forms, "text/", ".txt", 6)
SAME(word, "word/", ".docx", 7)
SAME(word_odt, "word/", ".odt", 6)
SAME(word_pdf, "word/", ".pdf", 2)
SAME(pages, "pages/", ".pdf", 12)
SAME(excel, "word/", ".xlsx", 3)

int formats_equal_tests(void);
int formats_equal_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_markdown), cmocka_unit_test(test_text), cmocka_unit_test(test_docx), cmocka_unit_test(test_odt),
		cmocka_unit_test(test_pdf), cmocka_unit_test(test_xlsx), cmocka_unit_test(test_text_forms),
		cmocka_unit_test(test_word), cmocka_unit_test(test_word_odt), cmocka_unit_test(test_word_pdf),
		cmocka_unit_test(test_pages), cmocka_unit_test(test_excel),
	};
	return cmocka_run_group_tests_name("formats/equal", tests, NULL, NULL);
}
