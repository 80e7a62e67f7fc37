#include "app/wording.h"
#include "work.h"

static void put(struct work *w, const char *kind, const char *name, const char *text)
{
	OK(&w->at, wording_put(&w->r, w->at.a, AT_BODY, str_c(kind), str_c(name), str_c(text), &w->at.e));
}

static const char *said(struct work *w, const char *kind, const char *name)
{
	wordings all = { 0 };
	OK(&w->at, wording_list(&w->r, w->at.a, AT_BODY, str_c(kind), &all, &w->at.e));
	str s = wording_of(&all, name);
	return s.n ? s.p : "";
}

/* What is said for one kind stands before what is said for all; what is taken away leaves the other. */
static void kinds(struct work *w)
{
	put(w, "", "place", "  Trường Giang ");
	put(w, "theo-doi-thang", "place", "Đông Hưng");
	assert_string_equal(said(w, "theo-doi-thang", "place"), "Đông Hưng");
	assert_string_equal(said(w, "danh-muc-minh-chung", "place"), "Trường Giang");
	put(w, "theo-doi-thang", "place", "");
	assert_string_equal(said(w, "theo-doi-thang", "place"), "Trường Giang");
	put(w, "*", "place", "Thành phố Trường Giang");
	assert_string_equal(said(w, "", "place"), "Thành phố Trường Giang");
	put(w, "", "basis", "Căn cứ A;\n\n  Căn cứ B.\r\n");
	assert_string_equal(said(w, "bang-xep-hang", "basis"), "Căn cứ A;\nCăn cứ B.");
	assert_string_equal(said(w, "bang-xep-hang", "recipients"), "");
}
WORK_BOTH(kinds)

static void refused(struct work *w)
{
	static const struct { int64_t who; const char *kind, *name, *text; enum err_code code; } rows[] = {
		{ AT_OFFICE, "lạ", "place", "x", ERR_INPUT },       { AT_OFFICE, "", "Place", "x", ERR_INPUT },
		{ AT_OFFICE, "", "a b", "x", ERR_INPUT },           { AT_OFFICE, "", "", "x", ERR_INPUT },
		{ AT_OFFICE, "", "place", "\xff", ERR_INPUT },      { AT_OFFICE, "", "place", "", ERR_NOT_FOUND },
		{ WORK_OWN, "", "place", "x", ERR_DENIED },         { WORK_VIEWER, "", "place", "x", ERR_DENIED },
		{ WORK_APPRAISER, "", "place", "x", ERR_DENIED },   { WORK_ADMINISTRATOR, "", "place", "x", ERR_DENIED },
		{ AT_STRANGER, "", "place", "x", ERR_DENIED },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		work_as(w, rows[i].who);
		w->at.e = (struct err){ 0 };
		bool ok = wording_put(&w->r, w->at.a, AT_BODY, str_c(rows[i].kind), str_c(rows[i].name), str_c(rows[i].text), &w->at.e);
		if (ok || w->at.e.code != rows[i].code)
			fail_msg("row %zu: %d, %s", i, w->at.e.code, w->at.e.message);
	}
	char *much = make_n(w->at.a, char, WORDING_TEXT + 2);
	memset(much, 'x', WORDING_TEXT + 1);
	work_as(w, AT_OFFICE);
	REFUSED(&w->at, wording_put(&w->r, w->at.a, AT_BODY, (str){ 0 }, S("place"), str_c(much), &w->at.e), ERR_LIMIT);
	work_as(w, WORK_LEADER);
	put(w, "", "place", "Trường Giang");
	work_as(w, WORK_VIEWER);
	assert_string_equal(said(w, "", "place"), "Trường Giang");
	REFUSED(&w->at, wording_put(&w->r, w->at.a, AT_BODY, (str){ 0 }, S("place"), (str){ 0 }, &w->at.e), ERR_DENIED);
	work_as(w, AT_STRANGER);
	assert_string_equal(said(w, "", "place"), "");
}
WORK_BOTH(refused)

int app_wording_tests(void);
int app_wording_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(kinds), AT_ROWS(refused) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
