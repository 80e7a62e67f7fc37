#include "kept.h"
#include "store/copy.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include <stdlib.h>
#include <unistd.h>

static struct db *empty_of(struct at *at, enum db_kind kind)
{
	struct db *db = NULL;
	str where = at_empty(at->a, kind);
	if (!where.n)
		skip();
	OK(at, db_open(at->a, where, DB_EXISTING, &db, &at->e));
	return db;
}

static struct db *source(struct at *at, enum db_kind kind)
{
	kept_open(at, kind);
	return at->db;
}

static void copy(struct at *at, struct db *from, struct db *to, struct copies *ret)
{
	OK(at, copy_database(at->a, from, to, migrations_all(), NULL, (struct copy_last){ 0 }, ret, &at->e));
}

static void equal(const struct copies *a, const struct copies *b)
{
	assert_int_equal(a->tables.n, b->tables.n);
	assert_int_equal(a->tables.n, TABLE_COUNT - 1);        /* all but found, which is made again */
	for (size_t i = 0; i < a->tables.n; i++) {
		assert_string_equal(a->tables.at[i].table.p, b->tables.at[i].table.p);
		assert_int_equal(a->tables.at[i].rows, b->tables.at[i].rows);
		assert_string_equal(a->tables.at[i].sha, b->tables.at[i].sha);
	}
}

/* There and back, every row the same; what comes after takes a new id. */
static void there_and_back(void **s)
{
	(void)s;
	struct at at;
	struct copies one, two, seen;
	struct tx t;
	struct changed c;
	struct actor who = at_who(0);
	if (!getenv("KHACPHUC_POSTGRESQL"))
		skip();
	struct db *lite = source(&at, DB_SQLITE);
	struct db *pg = empty_of(&at, DB_POSTGRESQL), *back = NULL;
	back = empty_of(&at, DB_SQLITE);
	copy(&at, lite, pg, &one);
	copy(&at, pg, back, &two);
	equal(&one, &two);
	OK(&at, copy_count(at.a, lite, NULL, &seen, &at.e));
	equal(&one, &seen);
	assert_int_equal(one.rows, two.rows);
	OK(&at, migrate_check(at.a, pg, migrations_all(), &at.e));
	OK(&at, migrate_check(at.a, back, migrations_all(), &at.e));
	OK(&at, tx_begin(pg, at.a, &who, S("thử"), &t, &at.e));
	OK(&at, db_change(&t, Q(first_unit, .level = v_text(S("province")), .name = v_text(S("x")), .folded = v_text(S("x"))), &c, &at.e));
	OK(&at, tx_commit(&t, &at.e));
	assert_true(c.id > 5);
	/* keys hold again */
	REFUSED(&at, db_script(pg, "INSERT INTO role_held (person_id, body_id, role) VALUES (1, 999, 'viewer')", &at.e), ERR_CONFLICT);
	db_close(&back);
	db_close(&pg);
	db_close(&lite);
	arena_close(&at.a);
}

static bool refuse(void *ctx, struct db *to, struct err *e)
{
	(void)to;
	*(int *)ctx += 1;
	return err_set(e, ERR_SYSTEM, __FILE__, __LINE__, "dừng ở đây");
}

/* Cut off at the very last, the target is as empty as before; one that is not empty is refused. */
static void all_or_nothing(enum db_kind kind)
{
	struct at at;
	struct copies c;
	strs names;
	int version = 7, asked = 0;
	if (kind == DB_POSTGRESQL && !getenv("KHACPHUC_POSTGRESQL"))
		skip();
	struct db *from = source(&at, DB_SQLITE);
	struct db *to = empty_of(&at, kind);
	REFUSED(&at, copy_database(at.a, from, to, migrations_all(), NULL, (struct copy_last){ refuse, &asked }, &c, &at.e), ERR_SYSTEM);
	assert_int_equal(asked, 1);
	OK(&at, tables_list(to, at.a, &names, &at.e));
	OK(&at, migrate_version(to, &version, &at.e));
	assert_int_equal(names.n + (size_t)version, 0);
	/* a source that breaks its own keys */
	OK(&at, db_script(from, "PRAGMA foreign_keys=OFF; INSERT INTO role_held (id, person_id, body_id, role) VALUES (9, 1, 99, 'viewer')", &at.e));
	REFUSED(&at, copy_database(at.a, from, to, migrations_all(), NULL, (struct copy_last){ 0 }, &c, &at.e), ERR_CONFLICT);
	assert_non_null(strstr(at.e.hint, "verify"));
	OK(&at, tables_list(to, at.a, &names, &at.e));
	assert_int_equal(names.n, 0);
	OK(&at, db_script(from, "DELETE FROM role_held WHERE id = 9", &at.e));
	/* a table that no migration made */
	OK(&at, db_script(from, "CREATE TABLE stranger (id INTEGER PRIMARY KEY)", &at.e));
	REFUSED(&at, copy_database(at.a, from, to, migrations_all(), NULL, (struct copy_last){ 0 }, &c, &at.e), ERR_FORMAT);
	assert_non_null(strstr(at.e.message, "stranger"));
	OK(&at, db_script(from, "DROP TABLE stranger", &at.e));
	copy(&at, from, to, &c);
	REFUSED(&at, copy_database(at.a, from, to, migrations_all(), NULL, (struct copy_last){ 0 }, &c, &at.e), ERR_INPUT);
	db_close(&to);
	to = empty_of(&at, kind);
	OK(&at, db_script(to, "CREATE TABLE other (id INTEGER PRIMARY KEY)", &at.e));
	REFUSED(&at, copy_database(at.a, from, to, migrations_all(), NULL, (struct copy_last){ 0 }, &c, &at.e), ERR_INPUT);
	db_close(&to);
	db_close(&from);
	arena_close(&at.a);
}
static void all_or_nothing_sqlite(void **s) { (void)s, all_or_nothing(DB_SQLITE); }
static void all_or_nothing_postgresql(void **s) { (void)s, all_or_nothing(DB_POSTGRESQL); }

/* A schema that is older comes over as it is; one that is newer is refused. */
static void older(void **s)
{
	(void)s;
	struct at at = { .a = arena_open((size_t)1 << 28) };
	struct migrations m = migrations_all(), fewer = { m.at, m.n - 1 };
	struct copies c;
	int version;
	struct db *from = empty_of(&at, DB_SQLITE), *to = NULL, *third = NULL;
	to = empty_of(&at, DB_SQLITE);
	third = empty_of(&at, DB_SQLITE);
	OK(&at, migrate_to(from, m, (int)fewer.n, &at.e));
	copy(&at, from, to, &c);
	OK(&at, migrate_version(to, &version, &at.e));
	assert_int_equal(version, fewer.n);
	assert_int_equal(c.version, fewer.n);
	OK(&at, migrate_to(from, m, (int)m.n, &at.e));
	REFUSED(&at, copy_database(at.a, from, third, fewer, NULL, (struct copy_last){ 0 }, &c, &at.e), ERR_FORMAT);
	db_close(&third);
	db_close(&to);
	db_close(&from);
	arena_close(&at.a);
}

int store_copy_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(there_and_back), cmocka_unit_test(all_or_nothing_sqlite),
		                            cmocka_unit_test(all_or_nothing_postgresql), cmocka_unit_test(older) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
