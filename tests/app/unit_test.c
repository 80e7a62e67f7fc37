#include "app/unit_parts.h"
#include "app/record_of.h"
#include "core/day.h"

static struct date day(const char *s) { return day_read(str_c(s)); }

static struct unit_row add(struct at *at, struct record *r, const char *name, const char *level, const char *under)
{
	struct unit_new n = { .name = str_c(name), .level = str_c(level), .under = str_c(under) };
	struct unit_row u = { 0 };
	OK(at, unit_add(r, at->a, &n, &u, &at->e));
	return u;
}

static void refuse_add(struct at *at, struct record *r, const char *name, const char *level, const char *under, enum err_code c)
{
	struct unit_new n = { .name = str_c(name), .level = str_c(level), .under = str_c(under) };
	struct unit_row u;
	at->e = (struct err){ 0 };
	if (unit_add(r, at->a, &n, &u, &at->e) || at->e.code != c)
		fail_msg("%s (%s) under %s: %d %s", name, level, under, at->e.code, at->e.message);
	assert_true(at->e.message[0] && at->e.hint[0]);
}

/* text: which unit; several: negative, how many; 0: none */
static void finding(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	int64_t lap = add(at, &r, "UBND xã Tân Lập", "xã", "UBND tỉnh").id, trap = add(at, &r, "Xã Tân Lấp", "phường", "#1").id;
	add(at, &r, "Văn phòng", "phòng", "xã tân lập");
	add(at, &r, "Văn phòng", "phòng", "xã tân lấp");
	struct unit_row u;
	OK(at, unit_rename(&r, at->a, S("Sở Y tế"), S("Sở Y tế và Dân số"), day("01/03/2025"), &u, &at->e));
	const struct { const char *text, *on; int64_t is; } rows[] = {
		{ "Sở Tư pháp", "", AT_BODY }, { "so tu phap", "", AT_BODY }, { "SỞ TƯ PHÁP", "", AT_BODY }, { "  sở  tư pháp. ", "", AT_BODY },
		{ "#2", "", AT_BODY }, { "#999", "", 0 }, { "#", "", 0 }, { "", "", 0 }, { "Sở Tư", "", 0 },
		{ "ủy ban nhân dân tỉnh Trường Giang", "", AT_PROVINCE }, { "Uỷ ban nhân dân tỉnh trường giang", "", AT_PROVINCE },
		{ "tỉnh Trường Giang", "", AT_PROVINCE }, { "UBND tỉnh", "", AT_PROVINCE },
		{ "xã Tân Lập", "", lap }, { "Xã Tân Lấp", "", trap }, { "xa tan lap", "", -2 }, { "UBND xã Tân Lập", "", lap },
		{ "Sở Y tế và Dân số", "", AT_OTHER }, { "Sở Y tế", "", AT_OTHER }, { "Sở Y tế", "28/02/2025", AT_OTHER },
		{ "văn phòng", "", -2 }, { "Văn phòng Sở", "", AT_ROOM }, { "Sở Nội vụ", "", 0 },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		units found = { 0 };
		OK(at, unit_find(&r, at->a, str_c(rows[i].text), 0, day(rows[i].on), &found, &at->e));
		int64_t is = found.n > 1 ? -(int64_t)found.n : found.n ? found.at[0].id : 0;
		if (is != rows[i].is)
			fail_msg("row %zu (%s): %lld", i, rows[i].text, (long long)is);
	}
	units in_body = { 0 };
	OK(at, unit_find(&r, at->a, S("văn phòng"), lap, day(""), &in_body, &at->e));
	assert_int_equal(in_body.n, 1);
	assert_int_equal(in_body.at[0].body, lap);
	unit_names names = { 0 };
	OK(at, unit_names_load(&r, at->a, 0, &names, &at->e));
	assert_string_equal(unit_name_on(&names, AT_OTHER, S("2025-02-28")).p, "Sở Y tế");
	assert_string_equal(unit_name_on(&names, AT_OTHER, S("2025-03-01")).p, "Sở Y tế và Dân số");
	assert_int_equal(unit_name_on(&names, 999, S("2025-03-01")).n, 0);
	REFUSED(at, unit_load(&r, at->a, S("Sở Tư Phát"), &u, &at->e), ERR_NOT_FOUND);
	assert_non_null(strstr(at->e.hint, "“Sở Tư pháp”"));
	REFUSED(at, unit_load(&r, at->a, S("xa tan lap"), &u, &at->e), ERR_INPUT);
	assert_non_null(strstr(at->e.hint, "Xã Tân Lấp thuộc UBND tỉnh Trường Giang"));
	REFUSED(at, unit_load(&r, at->a, S(""), &u, &at->e), ERR_NOT_FOUND);

	/* Old names of two units: the one that is called so on that day comes first. */
	OK(at, unit_rename(&r, at->a, S("Xã Tân Lấp"), S("Phường Đông"), day("01/06/2025"), &u, &at->e));
	OK(at, unit_rename(&r, at->a, S("xã Tân Lập"), S("Xã Tân Lấp"), day("02/06/2025"), &u, &at->e));
	units now = { 0 }, then = { 0 };
	OK(at, unit_find(&r, at->a, S("Xã Tân Lấp"), 0, day(""), &now, &at->e));
	OK(at, unit_find(&r, at->a, S("Xã Tân Lấp"), 0, day("31/05/2025"), &then, &at->e));
	assert_int_equal(now.n, 1);
	assert_int_equal(now.at[0].id, lap);
	assert_int_equal(then.n, 1);
	assert_int_equal(then.at[0].id, trap);
}
AT_BOTH(finding)

static void adding(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	static const struct { const char *name, *level, *under; enum err_code c; } rows[] = {
		{ "Sở Tư pháp", "sở", "#1", ERR_CONFLICT }, { "SỞ TƯ PHÁP", "sở", "#1", ERR_CONFLICT }, { "Sở X", "tổ", "#1", ERR_INPUT },
		{ "Sở X", "", "#1", ERR_INPUT }, { "Sở X", "sở", "Tỉnh khác", ERR_NOT_FOUND }, { "Sở X", "sở", "", ERR_NOT_FOUND },
		{ "Sở X", "sở", "Sở Tư pháp", ERR_INPUT }, { "Sở X", "sở", "Văn phòng Sở", ERR_INPUT }, { "Xã X", "xã", "Sở Tư pháp", ERR_INPUT },
		{ "Tỉnh X", "tỉnh", "#1", ERR_INPUT }, { "Bộ X", "bộ", "#1", ERR_INPUT }, { "", "sở", "#1", ERR_INPUT }, { "  ", "sở", "#1", ERR_INPUT },
		{ "#7", "sở", "#1", ERR_INPUT }, { "Sở\nX", "sở", "#1", ERR_INPUT }, { "Sở \xFF", "sở", "#1", ERR_INPUT },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		refuse_add(at, &r, rows[i].name, rows[i].level, rows[i].under, rows[i].c);
	struct unit_row desk = add(at, &r, "Tổ Một cửa", "phòng", "Văn phòng Sở");
	assert_int_equal(desk.body, AT_BODY);
	struct unit_row x = add(at, &r, "Sở No\xCC\xA3̂i vụ", "department", "#1");       /* NFD */
	assert_string_equal(x.name.p, "Sở Nội vụ");
	assert_int_equal(x.body, x.id);
	struct unit_row same = add(at, &r, "Văn phòng Sở", "phòng", "Sở Nội vụ");          /* under another unit it is another */
	assert_int_equal(same.body, x.id);
	OK(at, unit_end(&r, at->a, S("Sở Nội vụ"), day("01/03/2026"), &x, &at->e));
	refuse_add(at, &r, "Phòng A", "phòng", "Sở Nội vụ", ERR_INPUT);
	add(at, &r, "Sở Nội vụ", "sở", "#1");                                              /* the name is free again */
	struct unit_new before = { .name = S("Phòng B"), .level = S("phòng"), .under = S("#1"), .founded = { 2999, 1, 1 } };
	REFUSED(at, unit_add(&r, at->a, &before, &x, &at->e), ERR_INPUT);
	char bad[400];
	memset(bad, 'a', sizeof bad - 1);
	bad[sizeof bad - 1] = 0;
	refuse_add(at, &r, bad, "sở", "#1", ERR_LIMIT);
}
AT_BOTH(adding)

static const struct unit_row *here(struct at *at, struct record *r, int64_t id)
{
	unit_names *names = make(at->a, unit_names);
	OK(at, unit_names_load(r, at->a, 0, names, &at->e));
	const struct unit_row *u = unit_of(names, id);
	assert_non_null(u);
	return u;
}

static void lives(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct unit_row u, a = add(at, &r, "Xã A", "xã", "#1"), b = add(at, &r, "Xã B", "xã", "#1"), room = add(at, &r, "Văn phòng", "phòng", "Xã A");
	struct unit_row inner = add(at, &r, "Tổ", "phòng", "#1");
	strs both = { 0 };
	*vec_add(at->a, &both) = S("xã a");
	REFUSED(at, unit_merge(&r, at->a, &both, S("Xã C"), day("01/07/2025"), &u, &at->e), ERR_INPUT);        /* one alone */
	*vec_add(at->a, &both) = S("xã b");
	REFUSED(at, unit_merge(&r, at->a, &both, S(""), day("01/07/2025"), &u, &at->e), ERR_INPUT);
	REFUSED(at, unit_merge(&r, at->a, &both, S("Sở Y tế"), day("01/07/2025"), &u, &at->e), ERR_CONFLICT);
	REFUSED(at, unit_merge(&r, at->a, &both, S("Xã C"), day("01/07/2999"), &u, &at->e), ERR_INPUT);
	assert_int_equal(here(at, &r, a.id)->ended.n, 0);                                                       /* nothing of it happened */
	OK(at, unit_merge(&r, at->a, &both, S("Xã C"), day("01/07/2025"), &u, &at->e));
	assert_string_equal(here(at, &r, a.id)->ended.p, "2025-07-01");
	assert_string_equal(here(at, &r, room.id)->ended_how.p, "merged");
	assert_int_equal(here(at, &r, inner.id)->ended.n, 0);
	assert_string_equal(here(at, &r, u.id)->founded.p, "2025-07-01");
	REFUSED(at, unit_merge(&r, at->a, &both, S("Xã D"), day("02/07/2025"), &u, &at->e), ERR_INPUT);        /* they have ended */
	REFUSED(at, unit_rename(&r, at->a, S("Xã A"), S("Xã E"), day("02/07/2025"), &u, &at->e), ERR_INPUT);

	struct unit_life l;
	OK(at, unit_life_load(&r, at->a, S("Xã C"), &l, &at->e));
	assert_int_equal(l.origins.n, 2);
	assert_int_equal(l.origins.at[0].from, a.id);
	str words = unit_life_text(at->a, &l, &(struct layout){ .columns = 100 });
	assert_true(str_find(words, S("Xã A (#"), 0) < words.n && str_find(words, S("gộp 01/07/2025); Xã B (#"), 0) < words.n);
	OK(at, unit_life_load(&r, at->a, S("Xã B"), &l, &at->e));
	assert_int_equal(l.origins.n, 1);
	assert_int_equal(l.unit.id, b.id);
	words = unit_life_text(at->a, &l, &(struct layout){ .columns = 100 });
	assert_true(str_find(words, S("Thành: Xã C (#"), 0) < words.n && str_find(words, S("Kết thúc: 01/07/2025 (gộp)"), 0) < words.n);

	/* One of them lives on. */
	struct unit_row d = add(at, &r, "Xã D", "xã", "#1");
	strs cd = { 0 };
	*vec_add(at->a, &cd) = S("Xã C");
	*vec_add(at->a, &cd) = S("Xã D");
	REFUSED(at, unit_merge(&r, at->a, &cd, S("xã c"), day("30/06/2025"), &u, &at->e), ERR_INPUT);          /* before C was there */
	OK(at, unit_merge(&r, at->a, &cd, S("Xã d"), day("01/08/2025"), &u, &at->e));
	assert_int_equal(u.id, d.id);
	assert_int_equal(here(at, &r, d.id)->ended.n, 0);

	/* Split: into new ones, or some of it goes. */
	units parts = { 0 };
	strs ef = { 0 }, again = { 0 };
	*vec_add(at->a, &ef) = S("Xã E");
	REFUSED(at, unit_split(&r, at->a, S("Xã D"), &ef, day("01/09/2025"), &parts, &at->e), ERR_INPUT);
	*vec_add(at->a, &ef) = S("Xã E");
	parts.n = 0;
	REFUSED(at, unit_split(&r, at->a, S("Xã D"), &ef, day("01/09/2025"), &parts, &at->e), ERR_CONFLICT);
	ef.at[1] = S("Xã D");
	parts.n = 0;
	OK(at, unit_split(&r, at->a, S("Xã D"), &ef, day("01/09/2025"), &parts, &at->e));
	assert_int_equal(parts.n, 2);
	assert_int_equal(parts.at[1].id, d.id);
	assert_int_equal(here(at, &r, d.id)->ended.n, 0);
	*vec_add(at->a, &again) = S("Xã F");
	*vec_add(at->a, &again) = S("Xã G");
	parts.n = 0;
	OK(at, unit_split(&r, at->a, S("Xã D"), &again, day("02/09/2025"), &parts, &at->e));
	assert_string_equal(here(at, &r, d.id)->ended_how.p, "split");

	/* The highest unit stays; rooms and bodies are not one. */
	REFUSED(at, unit_end(&r, at->a, S("#1"), day("02/09/2025"), &u, &at->e), ERR_INPUT);
	strs mixed = { 0 };
	*vec_add(at->a, &mixed) = S("Sở Y tế");
	*vec_add(at->a, &mixed) = S("Văn phòng Sở");
	REFUSED(at, unit_merge(&r, at->a, &mixed, S("Sở Y"), day("02/09/2025"), &u, &at->e), ERR_INPUT);
	mixed.at[1] = S("so y te");
	REFUSED(at, unit_merge(&r, at->a, &mixed, S("Sở Y"), day("02/09/2025"), &u, &at->e), ERR_INPUT);
}
AT_BOTH(lives)

/* 2025: huyện is no more, its communes belong to the province; its rooms end with it. */
static void ending(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct unit_row h = add(at, &r, "Huyện H", "huyện", "#1"), x = add(at, &r, "Xã X", "xã", "Huyện H"), p = add(at, &r, "Phòng P", "phòng", "Huyện H"), u;
	struct unit_row inner = add(at, &r, "Tổ T", "phòng", "Phòng P");
	OK(at, unit_end(&r, at->a, S("huyen h"), day("01/07/2025"), &u, &at->e));
	assert_int_equal(here(at, &r, x.id)->parent, AT_PROVINCE);
	assert_int_equal(here(at, &r, x.id)->ended.n, 0);
	assert_string_equal(here(at, &r, p.id)->ended_how.p, "abolished");
	assert_string_equal(here(at, &r, inner.id)->ended.p, "2025-07-01");
	assert_int_equal(here(at, &r, h.id)->parent, AT_PROVINCE);
	REFUSED(at, unit_end(&r, at->a, S("Huyện H"), day("02/07/2025"), &u, &at->e), ERR_INPUT);

	struct unit_tree t;
	OK(at, unit_tree_load(&r, at->a, S(""), day("30/06/2025"), false, &t, &at->e));
	str then = unit_tree_text(at->a, &t, &(struct layout){ .columns = 100 });
	assert_true(str_find(then, S("Phòng P"), 0) < then.n);
	OK(at, unit_tree_load(&r, at->a, S(""), day("01/07/2025"), false, &t, &at->e));
	str now = unit_tree_text(at->a, &t, &(struct layout){ .columns = 100 });
	assert_true(str_find(now, S("Phòng P"), 0) == now.n && str_find(now, S("Xã X"), 0) < now.n);
	t.all = true;
	now = unit_tree_text(at->a, &t, &(struct layout){ .columns = 100 });
	assert_true(str_find(now, S("bỏ 01/07/2025"), 0) < now.n);
}
AT_BOTH(ending)

static void renaming(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct unit_row u;
	static const struct { const char *unit, *name, *on; enum err_code c; } rows[] = {
		{ "Sở Y tế", "Sở Y tế", "01/01/2025", ERR_INPUT }, { "Sở Y tế", "Sở Tư pháp", "01/01/2025", ERR_CONFLICT },
		{ "Sở Y tế", "", "01/01/2025", ERR_INPUT }, { "Sở Z", "Sở Y", "01/01/2025", ERR_NOT_FOUND },
		{ "Sở Y tế", "Sở Y", "01/01/2999", ERR_INPUT },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		REFUSED(at, unit_rename(&r, at->a, str_c(rows[i].unit), str_c(rows[i].name), day(rows[i].on), &u, &at->e), rows[i].c);
	OK(at, unit_rename(&r, at->a, S("Sở Y tế"), S("Sở Y"), day("01/01/2025"), &u, &at->e));
	REFUSED(at, unit_rename(&r, at->a, S("Sở Y"), S("Sở Y 2"), day("01/01/2025"), &u, &at->e), ERR_INPUT);     /* not before the last time */
	OK(at, unit_rename(&r, at->a, S("Sở Y tế"), S("SỞ Y"), day("02/01/2025"), &u, &at->e));                   /* by its old name; letters alone */
	assert_string_equal(here(at, &r, AT_OTHER)->name.p, "SỞ Y");
}
AT_BOTH(renaming)

/* A province: 190 units entered at once, and what is asked of the database to show them. */
static void counted(struct at *at)
{
	enum { MANY = 190 };
	struct record r = record_of(at, AT_ALL);
	struct unit_new *n = make_n(at->a, struct unit_new, MANY);
	int row[MANY];
	struct told told = { 0 };
	units made = { 0 };
	for (int i = 0; i < MANY; i++) {
		row[i] = i + 2;
		n[i] = (struct unit_new){ .name = str_fmt(at->a, "Xã số %d", i / 2), .level = S("xã"), .under = S("tỉnh") };
		if (i % 2)
			n[i] = (struct unit_new){ .name = S("Văn phòng"), .level = S("phòng"), .under = n[i - 1].name };
	}
	int64_t ran = db_ran(at->db);
	OK(at, unit_add_rows(&r, at->a, n, row, MANY, &made, &told, &at->e));
	assert_int_equal(made.n, MANY);
	assert_in_range(db_ran(at->db) - ran, 1, MANY * 4);        /* insert, own body and what it was before; the log */
	struct unit_tree t;
	ran = db_ran(at->db);
	OK(at, unit_tree_load(&r, at->a, S(""), day(""), true, &t, &at->e));
	assert_int_equal(db_ran(at->db) - ran, 1);
	assert_int_equal(t.names.n, MANY + 4);
	struct unit_life l;
	ran = db_ran(at->db);
	OK(at, unit_life_load(&r, at->a, S("Xã số 7"), &l, &at->e));
	assert_int_equal(db_ran(at->db) - ran, 2);

	/* One row is wrong, so none is added, and each wrong one is told. */
	for (int i = 0; i < MANY; i++)
		n[i].name = str_fmt(at->a, "Xã mới %d", i), n[i].under = S("tỉnh"), n[i].level = S("xã");
	n[3].level = S("tổ");
	n[5].name = n[4].name;
	made.n = 0;
	at->e = (struct err){ 0 };
	assert_false(unit_add_rows(&r, at->a, n, row, MANY, &made, &told, &at->e));
	assert_int_equal(told.wrong_n, 2);
	assert_non_null(strstr(told.wrong.at[0].p, "Dòng 5: "));
	OK(at, unit_tree_load(&r, at->a, S(""), day(""), true, &t, &at->e));
	assert_int_equal(t.names.n, MANY + 4);
}
AT_BOTH(counted)

int app_unit_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(finding), AT_ROWS(adding), AT_ROWS(lives), AT_ROWS(ending), AT_ROWS(renaming),
	    AT_ROWS(counted) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
