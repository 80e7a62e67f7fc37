#include "at.h"
#include "store/audit.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every statement of the list means something to the database it runs on. */
static void all_prepare(struct at *at) { OK(at, db_check(at->db, &at->e)); }
AT_BOTH(all_prepare)

static int64_t count(struct at *at, enum query_id q, const struct arg *args)
{
	int64_t n = 0;
	bool found;
	OK(at, db_int(at->db, q, args, &n, &found, &at->e));
	return n;
}

static void logged(struct at *at)
{
	struct tx t;
	struct changed c = { 0 };
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
	OK(at, db_change(&t, Q(setting_add, .name = v_text(S("tên")), .value = v_text(S("một \"hai\"\n"))), &c, &at->e));
	assert_int_equal(c.rows, 1);
	assert_true(c.id > 0);
	OK(at, db_change(&t, Q(setting_change, .name = v_text(S("tên")), .value = v_text(S("ba"))), &c, &at->e));
	OK(at, db_change(&t, Q(setting_change, .name = v_text(S("tên")), .value = v_text(S("ba"))), &c, &at->e));     /* changes nothing */
	OK(at, db_change(&t, Q(setting_change, .name = v_text(S("không có")), .value = v_text(S("ba"))), &c, &at->e));
	assert_int_equal(c.rows, 0);
	OK(at, tx_commit(&t, &at->e));

	CLEANUP(rows_close) struct rows r = { 0 };
	char seal[65] = "";
	int n = 0;
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(10)), &r, &at->e));
	static const char *const before[] = { "", "{\"id\":%lld,\"name\":\"tên\",\"value\":\"một \\\"hai\\\"\\u000a\"}" };
	static const char *const after[] = { "{\"id\":%lld,\"name\":\"tên\",\"value\":\"một \\\"hai\\\"\\u000a\"}",
		                             "{\"id\":%lld,\"name\":\"tên\",\"value\":\"ba\"}" };
	for (; rows_next(&r); n++) {
		struct audit_row row = { col_int(&r, 0), col_int(&r, 11), col_int(&r, 2), col_int(&r, 5), col_int(&r, 7),
			                 col_text(&r, at->a, 1), col_text(&r, at->a, 3), col_text(&r, at->a, 4),
			                 col_text(&r, at->a, 6), col_text(&r, at->a, 8),
			                 col_text(&r, at->a, 9) };
		assert_in_range(n, 0, 1);
		assert_int_equal(row.id, n + 1);
		assert_int_equal(row.span, n ? 0 : 2);         /* of one transaction */
		assert_string_equal(row.entity.p, "setting");
		assert_string_equal(row.login.p, "tatca");
		char words[200];
		if (n) {
			snprintf(words, sizeof words, before[n], (long long)row.entity_id);
			assert_string_equal(row.before.p, words);
		} else
			assert_int_equal(row.before.n, 0);
		snprintf(words, sizeof words, after[n], (long long)row.entity_id);
		assert_string_equal(row.after.p, words);
		audit_seal(at->a, &row, str_c(seal), seal);
		assert_string_equal(col_text(&r, at->a, 10).p, seal);
	}
	assert_int_equal(n, 2);
}
AT_BOTH(logged)

/* What is not committed has not happened, log and all; a broken constraint says so and keeps nothing. */
static void taken_back(struct at *at)
{
	struct tx t;
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
	OK(at, db_change(&t, Q(setting_add, .name = v_text(S("a")), .value = v_text(S("1"))), NULL, &at->e));
	tx_close(&t);
	assert_int_equal(count(at, Q(setting_count, 0)), 0);
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
	OK(at, db_change(&t, Q(setting_add, .name = v_text(S("a")), .value = v_text(S("1"))), NULL, &at->e));
	REFUSED(at, db_change(&t, Q(setting_add, .name = v_text(S("a")), .value = v_text(S("2"))), NULL, &at->e), ERR_CONFLICT);
	tx_close(&t);
	assert_int_equal(count(at, Q(setting_count, 0)), 0);
	struct rows r = { 0 };
	REFUSED(at, db_change(&t, Q(setting_add, .name = v_text(S("a")), .value = v_text(S("2"))), NULL, &at->e),
	        ERR_SYSTEM);                               /* no transaction */
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
	REFUSED(at, db_query(at->db, Q(setting_add, .name = v_text(S("a"))), &r, &at->e), ERR_SYSTEM);      /* a parameter less */
	REFUSED(at, db_change(&t, Q(setting_add, .name = v_text(S("a\0b")), .value = v_text(S("2"))), NULL, &at->e), ERR_INPUT);
	struct tx second;
	REFUSED(at, tx_begin(at->db, at->a, &at->who, S("thử"), &second, &at->e), ERR_SYSTEM);
	tx_close(&t);
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
	OK(at, tx_commit(&t, &at->e));
}
AT_BOTH(taken_back)

static void versions(struct at *at)
{
	struct migrations m = migrations_all(), fewer = { m.at, m.n - 1 };
	int version = 0;
	OK(at, migrate_version(at->db, &version, &at->e));
	assert_int_equal(version, m.n);
	OK(at, migrate_check(at->a, at->db, m, &at->e));
	OK(at, migrate_to(at->db, m, (int)m.n, &at->e));                   /* again: nothing to do */
	REFUSED(at, migrate_check(at->a, at->db, fewer, &at->e), ERR_FORMAT);  /* a program older than the record */
	assert_non_null(strstr(at->e.message, "mới hơn"));

	struct migration more[16], other[16];
	memcpy(more, m.at, m.n * sizeof *more);
	more[m.n] = (struct migration){ "0099_bad.sql", "CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER)",
		                        "CREATE TABLE half (id bigint); CREATE TABLE half (id bigint)" };
	struct migrations bad = { more, m.n + 1 };
	REFUSED(at, migrate_check(at->a, at->db, bad, &at->e), ERR_CONFLICT);
	at->e = (struct err){ 0 };
	assert_false(migrate_to(at->db, bad, (int)bad.n, &at->e));
	OK(at, migrate_check(at->a, at->db, m, &at->e));                       /* it is as it was */
	more[m.n].lite = more[m.n].pg = "CREATE TABLE half (id INTEGER)";      /* … and the table is not there */
	OK(at, migrate_to(at->db, bad, (int)bad.n, &at->e));

	memcpy(other, more, sizeof other);
	other[1].lite = other[1].pg = "SELECT 1";
	REFUSED(at, migrate_check(at->a, at->db, (struct migrations){ other, m.n + 1 }, &at->e), ERR_FORMAT);
}
AT_BOTH(versions)

/* Who sees which body: the table of rights (domain.md 1). */
static void rights(struct at *at)
{
	static const struct { int64_t person; const char *act, *area; int64_t body; bool may; } rows[] = {
		{ AT_OFFICE, "see", "findings", AT_BODY, true },      { AT_OFFICE, "see", "findings", AT_OTHER, false },
		{ AT_OFFICE, "change", "findings", AT_BODY, true },   { AT_OFFICE, "change", "units", AT_BODY, false },
		{ AT_OFFICE, "see", "findings", AT_PROVINCE, false }, { AT_STRANGER, "see", "findings", AT_BODY, false },
		{ AT_STRANGER, "change", "imports", AT_OTHER, true }, { AT_ALL, "change", "units", AT_OTHER, true },
		{ AT_ALL, "change", "appraisals", AT_OTHER, true },   { AT_OFFICE, "change", "appraisals", AT_BODY, false },
		{ AT_ALL, "approve", "findings", AT_BODY, true },     { AT_ALL, "approve", "findings", AT_OTHER, false },
		{ 77, "see", "units", AT_BODY, false },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t n = count(at, Q(sight_ask, .who = v_int(rows[i].person), .act = v_text(str_c(rows[i].act)),
		                        .area = v_text(str_c(rows[i].area)), .body_id = v_int(rows[i].body)));
		if (n != rows[i].may)
			fail_msg("row %zu", i);
	}
}
AT_BOTH(rights)

/* A copy is no WAL file yet; many who open it at the same moment all get it. */
static void opened_at_once(void **state)
{
	(void)state;
	enum { TIMES = 60, MANY = 4 };
	struct at at;
	at_open(&at, DB_SQLITE);
	const char *room = at_room(at.a);
	str where = str_fmt(at.a, "%s/copy.db", room);
	for (int t = 0; t < TIMES; t++) {
		int go[2];
		pid_t pids[MANY];
		char go_on;
		OK(&at, db_script(at.db, str_fmt(at.a, "VACUUM INTO '%.*s'", SF(where)).p, &at.e));
		assert_false(pipe(go));
		for (int i = 0; i < MANY; i++)
			if (!(pids[i] = fork())) {
				struct db *db;
				close(go[1]);
				(void)!read(go[0], &go_on, 1);
				bool ok = db_open(at.a, where, DB_EXISTING, &db, &at.e);
				if (!ok)
					fprintf(stderr, "%s %s\n", at.e.message, at.e.detail);
				_exit(!ok);
			}
		close(go[0]);
		close(go[1]);
		for (int i = 0; i < MANY; i++) {
			int status;
			assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
			assert_true(WIFEXITED(status) && !WEXITSTATUS(status));
		}
		static const char *const made[] = { "", "-wal", "-shm" };
		for (size_t i = 0; i < COUNT(made); i++)
			unlink(str_fmt(at.a, "%.*s%s", SF(where), made[i]).p);
	}
	assert_false(rmdir(room));
	at_close(&at);
}

int store_db_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(all_prepare), AT_ROWS(logged), AT_ROWS(taken_back),
		                              AT_ROWS(versions), AT_ROWS(rights), cmocka_unit_test(opened_at_once) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
