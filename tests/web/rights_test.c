#include "web/rights.h"

/* Every page × every role × own, sub- and foreign unit: the answers written by hand in tests/http/rights.tsv. */
static void answers(struct fixture *f)
{
	struct pages all = pages_all();
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	rights_rows table = rights_load(a);
	int asked = 0;
	for (size_t i = 0; i < all.n; i++)
		for (enum fixture_role role = 0; role < FIXTURE_ROLES; role++)
			for (enum relation r = 0; r < RELATIONS; r++) {
				const struct page *p = all.at[i];
				size_t n;
				if (!rights_asked(p, r))
					continue;
				const struct rights_row *row = rights_find(&table, p, role, r, &n);
				if (n != 1)
					fail_msg("%s %s, %s, relation %d: %zu rows in tests/http/rights.tsv, not one; write it from domain.md 1",
					         p->method == GET ? "GET" : "POST", p->path, fixture_people[role].role, r, n);
				const char *form = rights_form(a, f, row, r), *address = rights_address(a, f, p, r);
				const struct reply *ret = fixture_ask(f, fixture_people[role].login, address, form);
				bool out = role == FIXTURE_NOBODY && row->answer == 303;
				if (ret->status != row->answer || (out && !str_starts(ret->location, S("/dang-nhap"))) || ret->missing)
					fail_msg("rights.tsv:%d: %s %s as %s: %d %.*s (missing %zu %.*s)\n%.*s", row->line,
					         form ? "POST" : "GET", address,
					         fixture_people[role].role, ret->status, SF(ret->location), ret->missing,
					         SF(ret->missing_first), SF(ret->body));
				asked++;
				/* What was done is undone: the next one finds things as the table means them. */
				if (form && ret->status == 303 && role != FIXTURE_NOBODY) {
					enum db_kind kind = db_kind(f->at.db);
					fixture_close(f);
					fixture_open(f, kind);
				}
			}
	assert_true(asked >= (int)all.n * FIXTURE_ROLES);
}
FIXTURE_BOTH(answers)

/* A page that says nothing of who may ask for it is closed, and one that declares little is still whole. */
static void pages(void **state)
{
	(void)state;
	struct pages all = pages_all();
	for (size_t i = 0; i < all.n; i++) {
		const struct page *p = all.at[i];
		bool has_id = !p->id;
		for (const struct param *x = p->params; x->kind != PARAM_END; x++) {
			has_id = has_id || !strcmp(x->name, p->id);
			if (!x->label || ((x->kind == PARAM_TEXT || x->kind == PARAM_LINES || x->kind == PARAM_SECRET) && x->max <= 0))
				fail_msg("%s: parameter %s has no label or no bound", p->path, x->name);
		}
		if (p->who == WHO_UNSAID || !p->title || !p->help || !p->example || !p->source || !p->run || !has_id)
			fail_msg("%s: who, title, help, example, source, run or the parameter .id is missing", p->path);
		if (p->who == WHO_RIGHT && (!p->area || !p->acts || p->of == PLACE_NONE))
			fail_msg("%s: a right without an area, acts or a place", p->path);
		if (p->of > PLACE_HIGHEST && !p->id)
			fail_msg("%s: of a row, but of which?", p->path);
		if (p->method == POST && p->form && p->form->method != GET)
			fail_msg("%s: its form is not shown by a GET page", p->path);
		for (size_t k = 0; k < i; k++)
			if (all.at[k]->method == p->method && !strcmp(all.at[k]->path, p->path))
				fail_msg("%s is there twice", p->path);
	}
}

int web_rights_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pages), AT_ROWS(answers) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
