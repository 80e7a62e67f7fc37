#include "web/rights.h"
#include "base/file.h"
#include <stdlib.h>

enum { COLUMNS = 6, MOST = 1 << 20 };
static const char *const relations[RELATIONS] = { "own", "sub", "foreign" };

rights_rows rights_load(struct arena *a)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	struct err e = { 0 };
	rights_rows all = { 0 };
	str text;
	if (!file_read(a, str_fmt(a, "%s/tests/http/rights.tsv", root ? root : ".").p, MOST, &text, &e))
		fail_msg("%s", e.message);
	int line = 0;
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("\n"), from), n = 0;
		str row = str_sub(text, from, end), cell[COLUMNS] = { 0 };
		from = end + 1;
		line++;
		if (!row.n || row.p[0] == '#')
			continue;
		for (size_t at = 0; at <= row.n && n < COLUMNS; n++) {
			size_t stop = str_find(row, S("\t"), at);
			cell[n] = str_copy(a, str_sub(row, at, stop));
			at = stop + 1;
		}
		if (n < COLUMNS - 1)
			fail_msg("rights.tsv:%d: not five columns", line);
		*vec_add(a, &all) = (struct rights_row){ cell[0], cell[1], cell[2], cell[3], cell[5], atoi(cell[4].p), line };
	}
	return all;
}

static bool listed(str list, const char *word)
{
	for (size_t from = 0; from <= list.n;) {
		size_t end = str_find(list, S(","), from);
		str one = str_sub(list, from, end);
		if (str_eq(one, S("*")) || str_eq(one, str_c(word)))
			return true;
		from = end + 1;
	}
	return false;
}

const struct rights_row *rights_find(const rights_rows *all, const struct page *p, enum fixture_role role, enum relation r, size_t *n)
{
	const struct rights_row *found = NULL;
	*n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct rights_row *row = &all->at[i];
		if (str_eq(row->method, p->method == GET ? S("GET") : S("POST")) && str_eq(row->path, str_c(p->path)) &&
		    listed(row->roles, fixture_people[role].role) && listed(row->relations, relations[r])) {
			found = row;
			++*n;
		}
	}
	return found;
}

bool rights_asked(const struct page *p, enum relation r)
{
	return r == RELATION_OWN || p->of == PLACE_UNIT || (r == RELATION_FOREIGN && p->of != PLACE_NONE && p->of != PLACE_HIGHEST);
}

static int64_t id_of(const struct fixture *f, str name, enum relation r)
{
	const struct fixture_body *b = r == RELATION_FOREIGN ? &f->foreign : &f->own;
	const struct fixture_body *other = r == RELATION_FOREIGN ? &f->own : &f->foreign;
	const struct { const char *name; int64_t id; } named[] = {
		{ "finding", b->finding }, { "remedy", b->remedy }, { "evidence", b->evidence }, { "request", b->request }, { "document", b->document },
		{ "unit", r == RELATION_SUB ? b->room : b->body }, { "room", b->room }, { "year", 2025 }, { "set", f->set },
		{ "criterion", f->criterion }, { "job", b->job }, { "issued", b->issued },
		{ "person", b->person }, { "elsewhere", other->body }, { "foreign", f->foreign.body },
	};
	for (size_t i = 0; i < COUNT(named); i++)
		if (str_eq(name, str_c(named[i].name)))
			return named[i].id;
	fail_msg("the fixture has no %.*s", SF(name));
	return 0;
}

/* Each name between `open` and one of `close` becomes an id. */
static str filled(struct arena *a, const struct fixture *f, str s, char open, const char *close, enum relation r)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != open) {
			buf_put(&b, str_sub(s, i, i + 1));
			continue;
		}
		size_t n = strcspn(s.p + i + 1, close);
		buf_fmt(&b, "%lld", (long long)id_of(f, str_sub(s, i + 1, i + 1 + n), r));
		i += n + (open == '{');
	}
	return buf_str(&b);
}

const char *rights_address(struct arena *a, const struct fixture *f, const struct page *p, enum relation r)
{
	str path = filled(a, f, str_c(p->path), ':', "/", r);
	return p->of == PLACE_UNIT ? str_fmt(a, "%.*s?unit=%lld", SF(path), (long long)id_of(f, S("unit"), r)).p : path.p;
}

const char *rights_form(struct arena *a, const struct fixture *f, const struct rights_row *row, enum relation r)
{
	str s = filled(a, f, row->form, '{', "}", r);
	return str_eq(row->method, S("GET")) ? NULL : s.n ? s.p : "";
}
