#include "app/criterion.h"
#include "app/record_of.h"
#include "store/db_driver.h"

/* Identities: 101 in 2023; 103 the same under another code in 2025 (also as documents tell) and 2026; 102 in 2023 and 2025. */
static const char sets[] =
	"INSERT INTO cycle (id, owner_id, year, name) VALUES (3, 1, 2023, 'Chỉ số 2023');"
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (31, 3, 'department', 0, 'a'), (11, 1, 'department', 1, 'b'),"
	" (12, 1, 'department', 2, 'b'), (10, 1, 'department', 0, 'b'), (21, 2, 'department', 1, 'c'), (22, 2, 'commune', 1, 'd');"
	"INSERT INTO identity (id, mark, name) VALUES (101, 'bao-cao', 'Báo cáo'), (102, 'ke-hoach', 'Kế hoạch'), (103, '2025-1.2-ab', 'Báo cáo đủ'),"
	" (104, 'moi', 'Mới'), (105, 'xa', 'Của xã'), (106, 'sai-ma', 'Sai mã');"
	"INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name) VALUES (1, 31, 1, '1.1', 101, 1, 'Báo cáo'),"
	" (2, 31, 2, '1.2', 102, 1, 'Kế hoạch'), (3, 12, 1, '1.2', 103, 1, 'Báo cáo đủ'), (4, 12, 2, '1.3', 102, 1, 'Kế hoạch năm'),"
	" (5, 10, 1, '1.2', 103, 1, 'Báo cáo đủ'), (6, 10, 2, '1.9', 106, 1, 'Sai mã'), (7, 21, 1, '1.4', 103, 1, 'Báo cáo đủ và đúng hạn'),"
	" (8, 21, 2, '1.5', 104, 1, 'Mới'), (9, 22, 1, '1.4', 105, 1, 'Của xã'), (10, 22, 2, '1.7', 105, 1, 'Chỉ xã'), (11, 11, 1, '1.6', 104, 1, 'Cũ');";

static struct record opened(struct at *at, int64_t person)
{
	static const char *const tables[] = { "cycle", "criteria_set", "identity", "criterion" };
	OK(at, db_script(at->db, sets, &at->e));
	for (size_t i = 0; db_kind(at->db) == DB_POSTGRESQL && i < COUNT(tables); i++)
		OK(at, db_script(at->db, str_fmt(at->a, "SELECT setval(pg_get_serial_sequence('%s', 'id'), 200)", tables[i]).p, &at->e));
	return record_of(at, person);
}

static bool same(struct at *at, struct record *r, const char *x, int x_year, const char *y, int y_year, const char *level,
                 struct criterion_said *ret)
{
	const char *const code[] = { x, y };
	const int year[] = { x_year, y_year };
	const struct criterion_in in = { .level = level };
	return criterion_same(r, at->a, code, year, &in, ret, &at->e);
}

static bool apart(struct at *at, struct record *r, const char *x, int year, const char *level, struct criterion_said *ret)
{
	const struct criterion_in in = { .level = level };
	return criterion_apart(r, at->a, x, year, &in, ret, &at->e);
}

/* How many rows the log has of a table. */
static int logged(struct at *at, const char *table)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	int n = 0;
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(100000)), &r, &at->e));
	while (rows_next(&r))
		n += str_eq(col_text(&r, at->a, 6), str_c(table));
	return n;
}

/* The lines of one level, each as "mark: code code …", oldest year first. */
static str lines(struct at *at, struct record *r, int year, const char *level)
{
	struct criterion_lines l;
	struct buf b = buf_open(at->a);
	OK(at, criterion_list(r, at->a, year, &(struct criterion_in){ .level = level }, &l, &at->e));
	for (size_t i = 0; i < l.lines.n; i++) {
		buf_fmt(&b, "%s%.*s:", i ? "; " : "", SF(l.lines.at[i].mark));
		for (size_t k = 0; k < l.years.n; k++)
			buf_fmt(&b, " %s", l.lines.at[i].code[k].n ? l.lines.at[i].code[k].p : "-");
	}
	return buf_str(&b);
}

static void joined(struct at *at)
{
	struct record r = opened(at, AT_ALL);
	struct criterion_said s;
	assert_string_equal(lines(at, &r, 0, "sở").p, "2025-1.2-ab: - 1.2 1.4; moi: - - 1.5; ke-hoach: 1.2 1.3 -; sai-ma: - 1.9 -; bao-cao: 1.1 - -");
	OK(at, same(at, &r, "1.2.", 2025, "1.1", 2023, NULL, &s));                       /* the level that both have */
	assert_int_equal(s.rows, 3);                                                     /* 2025 twice, and 2026 */
	assert_false(s.already);
	assert_string_equal(s.older.mark.p, "bao-cao");
	assert_string_equal(lines(at, &r, 0, "sở").p, "bao-cao: 1.1 1.2 1.4; moi: - - 1.5; ke-hoach: 1.2 1.3 -; sai-ma: - 1.9 -");
	assert_int_equal(logged(at, "criterion"), 3);
	assert_int_equal(logged(at, "identity"), 1);                                     /* the one that nothing has any more */
	OK(at, same(at, &r, "1.1", 2023, "1.4", 2026, "sở", &s));
	assert_true(s.already);
	assert_int_equal(logged(at, "criterion"), 3);
	assert_string_equal(lines(at, &r, 2023, "sở").p, "bao-cao: 1.1 1.2 1.4; ke-hoach: 1.2 1.3 -");
}
AT_BOTH(joined)

static void parted(struct at *at)
{
	struct record r = opened(at, AT_ALL);
	struct criterion_said s;
	OK(at, same(at, &r, "1.1", 2023, "1.2", 2025, "sở", &s));                         /* in either order */
	REFUSED(at, apart(at, &r, "1.4", 2026, NULL, &s), ERR_INPUT);                    /* of two levels */
	OK(at, apart(at, &r, "1.2", 2025, "sở", &s));
	assert_int_equal(s.rows, 2);                                                     /* the set, and what documents tell */
	assert_string_equal(s.newer.mark.p, "bao-cao-2025");
	assert_string_equal(lines(at, &r, 0, "sở").p, "bao-cao: 1.1 - 1.4; moi: - - 1.5; bao-cao-2025: - 1.2 -; ke-hoach: 1.2 1.3 -; sai-ma: - 1.9 -");
	OK(at, apart(at, &r, "1.2", 2025, "sở", &s));
	assert_true(s.already);
	OK(at, same(at, &r, "1.2", 2025, "1.1", 2023, "sở", &s));                         /* and back, and apart again: the mark is free again */
	OK(at, apart(at, &r, "1.2", 2025, "sở", &s));
	assert_string_equal(s.newer.mark.p, "bao-cao-2025");
	OK(at, db_script(at->db, "INSERT INTO identity (id, mark, name) VALUES (190, 'bao-cao-2026', 'x')", &at->e));
	OK(at, apart(at, &r, "1.4", 2026, "sở", &s));
	assert_string_equal(s.newer.mark.p, "bao-cao-2026-2");
}
AT_BOTH(parted)

static void refused(struct at *at)
{
	struct record r = opened(at, AT_ALL), office = record_of(at, AT_OFFICE);
	struct criterion_said s;
	static const struct {
		const char   *x;
		int           x_year;
		const char   *y;
		int           y_year;
		const char   *level;
		enum err_code code;
		const char   *says;
	} rows[] = {
		{ "1.2", 2025, "1.3", 2025, NULL, ERR_INPUT, "cùng năm 2025" },
		{ "1.2", 2025, "9.9", 2023, NULL, ERR_NOT_FOUND, "Năm 2023 không có tiêu chí 9.9" },
		{ "1.6", 2025, "1.1", 2023, NULL, ERR_NOT_FOUND, "Năm 2025 không có tiêu chí 1.6" },      /* of a version that counts no more */
		{ "1.4", 2026, "1.1", 2023, "xã", ERR_NOT_FOUND, "cấp xã" },
		{ "1.7", 2026, "1.1", 2023, NULL, ERR_INPUT, "không cùng cấp" },
		{ "1.2", 2025, "1.1", 2019, NULL, ERR_NOT_FOUND, "kỳ đánh giá năm 2019" },
		{ "1.2", 2025, "1.1", 2023, "thôn", ERR_INPUT, "Không có cấp “thôn”" },
		{ "1.3", 2025, "1.1", 2023, NULL, ERR_CONFLICT, "1.1 và 1.2 cùng năm 2023" },             /* 102 stands beside 101 in 2023 */
		{ "1.2", 2025, "1.2", 2023, NULL, ERR_CONFLICT, "1.3 và 1.2 cùng năm 2025" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		at->e = (struct err){ 0 };
		if (same(at, &r, rows[i].x, rows[i].x_year, rows[i].y, rows[i].y_year, rows[i].level, &s) || at->e.code != rows[i].code ||
		    !strstr(at->e.message, rows[i].says))
			fail_msg("row %zu: %d %s", i, at->e.code, at->e.message);
	}
	REFUSED(at, apart(at, &r, "1.9", 2024, NULL, &s), ERR_NOT_FOUND);
	REFUSED(at, same(at, &office, "1.2", 2025, "1.1", 2023, NULL, &s), ERR_DENIED);
	REFUSED(at, apart(at, &office, "1.2", 2025, NULL, &s), ERR_DENIED);
	assert_int_equal(logged(at, "criterion") + logged(at, "identity"), 0);

	OK(at, same(at, &r, "1.2", 2025, "1.1", 2023, NULL, &s));
	REFUSED(at, same(at, &r, "1.9", 2025, "1.1", 2023, NULL, &s), ERR_CONFLICT);      /* what documents tell, beside the set */
}
AT_BOTH(refused)

/* Everybody may read it, in as many statements as there are. */
static void listed(struct at *at)
{
	struct record r = opened(at, AT_STRANGER);
	struct criterion_lines l;
	int64_t ran = db_ran(at->db);
	OK(at, criterion_list(&r, at->a, 0, &(struct criterion_in){ 0 }, &l, &at->e));
	assert_int_equal(db_ran(at->db) - ran, 2);
	assert_int_equal(l.years.n, 3);
	assert_int_equal(l.lines.n, 6);
	assert_string_equal(l.lines.at[0].level.p, "commune");
	assert_string_equal(l.lines.at[0].code[2].p, "1.4, 1.7");
	assert_string_equal(l.lines.at[1].name.p, "Báo cáo đủ và đúng hạn");             /* as it is called last */
	struct layout y = { .columns = 100 };
	str text = criterion_list_text(at->a, &l, &y), json = criterion_list_json(at->a, &l);
	assert_non_null(strstr(text.p, "Tiêu chí cấp xã qua các năm"));
	assert_non_null(strstr(text.p, "Tiêu chí cấp sở qua các năm"));
	assert_non_null(strstr(json.p, "\"codes\""));
	REFUSED(at, criterion_list(&r, at->a, 2019, &(struct criterion_in){ 0 }, &l, &at->e), ERR_NOT_FOUND);
	REFUSED(at, criterion_list(&r, at->a, 0, &(struct criterion_in){ .level = "tỉnh" }, &l, &at->e), ERR_NOT_FOUND);
	OK(at, db_script(at->db, "INSERT INTO cycle (id, owner_id, year, name) VALUES (9, 3, 2024, 'Của Sở Y tế')", &at->e));
	REFUSED(at, criterion_list(&r, at->a, 0, &(struct criterion_in){ 0 }, &l, &at->e), ERR_INPUT);
	OK(at, criterion_list(&r, at->a, 0, &(struct criterion_in){ .unit = "Sở Tư pháp" }, &l, &at->e));
	assert_int_equal(l.lines.n, 6);
}
AT_BOTH(listed)

int app_criterion_tests(void);
int app_criterion_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(joined), AT_ROWS(parted), AT_ROWS(refused), AT_ROWS(listed) };
	return cmocka_run_group_tests_name("app/criterion", tests, NULL, NULL);
}
