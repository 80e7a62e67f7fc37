#include "kept.h"
#include "app/operate.h"
#include "app/record_parts.h"
#include "store/backup.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include "store/search_index.h"
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct bench { struct at at; const char *dir; struct record *r; };

static const char *in(struct bench *b, const char *name) { return str_fmt(b->at.a, "%s/%s", b->dir, name).p; }

static const char *empty_of(struct bench *b, enum db_kind kind) { return kind == DB_SQLITE ? NULL : at_empty(b->at.a, kind).p; }

static size_t matches(struct bench *b, const char *pattern)
{
	glob_t g = { 0 };
	glob(in(b, pattern), 0, NULL, &g);
	size_t n = g.gl_pathc;
	globfree(&g);
	return n;
}

static void bench_open(struct bench *b, enum db_kind kind)
{
	*b = (struct bench){ .at = { .a = arena_open((size_t)1 << 30) } };
	if (kind == DB_POSTGRESQL && !getenv("KHACPHUC_POSTGRESQL")) {
		arena_close(&b->at.a);
		skip();
	}
	struct record_start s = { empty_of(b, kind), "a", "Trần A", "UBND tỉnh Trường Giang", "province" };
	b->dir = at_room(b->at.a);
	OK(&b->at, record_init(b->at.a, in(b, "r"), &s, &b->r, &b->at.e));
	OK(&b->at, record_as(b->r, b->at.a, "a", &b->at.e));
	kept_fill(b->at.a, b->r->db, b->r->blobs);
}

static void bench_close(struct bench *b)
{
	record_close(&b->r);
	assert_int_equal(system(str_fmt(b->at.a, "rm -rf '%s'", b->dir).p), 0);
	arena_close(&b->at.a);
}

static void nothing(void *ctx, const struct wrong *w)
{
	(void)ctx;
	fail_msg("%s: %.*s", w->check, SF(w->says));
}

static void sound(struct bench *b, const char *dir)
{
	CLEANUP(record_close) struct record *r = NULL;
	OK(&b->at, record_open(b->at.a, dir, &r, &b->at.e));
	OK(&b->at, record_verify(r, NULL, nothing, NULL, &b->at.e));
	struct err e = { 0 };
	int64_t size;
	assert_true(blobs_stat(r->blobs, kept_sha(b->at.a, "hai"), &size, &e));
}

static void same_rows(struct bench *b, const char *one, const char *other)
{
	struct manifest m, n;
	OK(&b->at, manifest_read(b->at.a, one, &m, &b->at.e));
	OK(&b->at, manifest_read(b->at.a, other, &n, &b->at.e));
	assert_string_equal(m.mark.p, n.mark.p);
	assert_string_equal(m.log_seal.p, n.log_seal.p);
	assert_int_equal(m.rows.tables.n, n.rows.tables.n);
	for (size_t i = 0; i < m.rows.tables.n; i++) {
		assert_string_equal(m.rows.tables.at[i].table.p, n.rows.tables.at[i].table.p);
		assert_string_equal(m.rows.tables.at[i].sha, n.rows.tables.at[i].sha);
	}
}

/* -- there and back ------------------------------------------------------------------------------------- */

static void there_and_back(enum db_kind from, enum db_kind to)
{
	struct bench b;
	struct operated o;
	bench_open(&b, from);
	OK(&b.at, db_script(b.r->db, "DELETE FROM found", &b.at.e));   /* it is not trusted: sound() looks whether it is made again */
	OK(&b.at, record_backup(b.r, b.at.a, in(&b, "s"), NULL, &o, &b.at.e));
	assert_int_equal(o.files, 4);                          /* two of evidence, record.db, audit.jsonl */
	const char *by_hand = "cd '%s' && sha256sum -c --quiet SHA256SUMS && test $(wc -l <audit.jsonl) = %lld";
	assert_int_equal(system(str_fmt(b.at.a, by_hand, in(&b, "s"), (long long)o.log).p), 0);
	OK(&b.at, record_restore(b.at.a, in(&b, "s"), in(&b, "r2"), empty_of(&b, to), NULL, &o, &b.at.e));
	assert_int_equal(o.files, 2);
	sound(&b, in(&b, "r2"));
	CLEANUP(record_close) struct record *again = NULL;
	OK(&b.at, record_open(b.at.a, in(&b, "r2"), &again, &b.at.e));
	OK(&b.at, record_as(again, b.at.a, "a", &b.at.e));
	OK(&b.at, record_backup(again, b.at.a, in(&b, "s2"), NULL, &o, &b.at.e));
	same_rows(&b, in(&b, "s"), in(&b, "s2"));
	OK(&b.at, record_copy(b.r, in(&b, "r3"), empty_of(&b, to), NULL, &o, &b.at.e));
	sound(&b, in(&b, "r3"));
	if (to == DB_POSTGRESQL) {                             /* the rows alone */
		CLEANUP(db_close) struct db *alone = NULL;
		const char *where = empty_of(&b, to);
		OK(&b.at, record_copy(b.r, NULL, where, NULL, &o, &b.at.e));
		OK(&b.at, db_open(b.at.a, str_c(where), DB_EXISTING, &alone, &b.at.e));
		OK(&b.at, search_check(alone, &b.at.e));
	}
	REFUSED(&b.at, record_backup(b.r, b.at.a, in(&b, "s"), NULL, &o, &b.at.e), ERR_INPUT);
	REFUSED(&b.at, record_restore(b.at.a, in(&b, "s"), in(&b, "r2"), NULL, NULL, &o, &b.at.e), ERR_INPUT);
	REFUSED(&b.at, record_copy(b.r, in(&b, "r"), NULL, NULL, &o, &b.at.e), ERR_INPUT);
	assert_int_equal(mkdir(in(&b, "empty"), 0700), 0);
	REFUSED(&b.at, record_restore(b.at.a, in(&b, "s"), in(&b, "empty"), NULL, NULL, &o, &b.at.e), ERR_INPUT);
	REFUSED(&b.at, record_restore(b.at.a, in(&b, "r"), in(&b, "r4"), NULL, NULL, &o, &b.at.e), ERR_NOT_FOUND);      /* no backup */
	assert_int_equal(matches(&b, "*.tmp-*"), 0);
	record_close(&again);
	bench_close(&b);
}
static void lite_to_lite(void **s) { (void)s, there_and_back(DB_SQLITE, DB_SQLITE); }
static void pg_to_pg(void **s) { (void)s, there_and_back(DB_POSTGRESQL, DB_POSTGRESQL); }
static void pg_to_lite(void **s) { (void)s, there_and_back(DB_POSTGRESQL, DB_SQLITE); }

/* -- totals -------------------------------------------------------------------------------------------- */

static const struct { enum table_id table; int64_t id; const char *sql; } sheet[] = {
	{ T_criteria_set, 1, "INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (1, 1, 'department', 1, 'Bộ của sở')" },
	{ T_identity, 1, "INSERT INTO identity (id, mark, name) VALUES (1, 'k', 'Kế hoạch')" },
	{ T_criterion, 1, "INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name, max) VALUES (1, 1, 1, '1', 1, 1, 'Kế hoạch', 20000)" },
	{ T_sheet, 1, "INSERT INTO sheet (id, body_id, set_id, points, max) VALUES (1, 2, 1, 15000, 20000)" },
	{ T_sheet_row, 1, "INSERT INTO sheet_row (id, body_id, sheet_id, criterion_id) VALUES (1, 2, 1, 1)" },
	{ T_score, 1, "INSERT INTO score (id, body_id, sheet_id, criterion_id, round, points) VALUES (1, 2, 1, 1, 0, 15000)" },
};

static const struct { const char *sql, *says; } harms[] = {
	{ "UPDATE sheet SET points = 16000", "ghi tổng 1,6/2 điểm, cộng các tiêu chí được 1,5/2" },
	{ "UPDATE sheet SET max = 30000", "ghi tổng 1,5/3 điểm, cộng các tiêu chí được 1,5/2" },
	{ "UPDATE score SET points = 20000", "ghi tổng 1,5/2 điểm, cộng các tiêu chí được 2/2" },
	{ "UPDATE criterion SET rule = 'Tỷ lệ điểm của các tiêu chí 9 × điểm tối đa'", "không chấm được" },
};

struct heard { const char *says; int totals, others; };

static void hear(void *ctx, const struct wrong *w)
{
	struct heard *h = ctx;
	bool total = !strcmp(w->check, "totals");
	if (total && (w->doubt || !*w->hint || str_find(w->says, str_c(h->says), 0) == w->says.n))
		fail_msg("%.*s", SF(w->says));
	h->totals += total;
	h->others += !total;
}

/* A total that is not that of its leaves is told, beside the row that is not what the log says. */
static void totals(enum db_kind kind)
{
	struct bench b;
	bench_open(&b, kind);
	for (size_t i = 0; i < COUNT(sheet); i++)
		kept_add(b.at.a, b.r->db, sheet[i].table, sheet[i].id, sheet[i].sql);
	OK(&b.at, record_verify(b.r, NULL, nothing, NULL, &b.at.e));
	for (size_t i = 0; i < COUNT(harms); i++) {
		struct heard h = { harms[i].says, 0, 0 };
		OK(&b.at, db_script(b.r->db, harms[i].sql, &b.at.e));
		OK(&b.at, record_verify(b.r, NULL, hear, &h, &b.at.e));
		if (h.totals != 1 || h.others != 1)
			fail_msg("%s: %d and %d", harms[i].sql, h.totals, h.others);
		OK(&b.at, db_script(b.r->db, "UPDATE sheet SET points = 15000, max = 20000; UPDATE score SET points = 15000", &b.at.e));
	}
	bench_close(&b);
}
static void totals_sqlite(void **s) { (void)s, totals(DB_SQLITE); }
static void totals_postgresql(void **s) { (void)s, totals(DB_POSTGRESQL); }

/* -- a backup that is not what it was ----------------------------------------------------------------- */

static void changed(void **s)
{
	(void)s;
	static const struct { const char *how, *names; enum err_code code; } rows[] = {
		{ "printf x | dd of=record.db bs=1 seek=5000 conv=notrunc status=none", "record.db", ERR_FORMAT },
		{ "sed -i s/Phong/phong/ audit.jsonl; echo >>audit.jsonl", "audit.jsonl", ERR_FORMAT },
		{ "rm audit.jsonl", "audit.jsonl", ERR_FORMAT },
		{ "for f in evidence/*/*; do echo >>$f; done", "evidence/", ERR_FORMAT },
		{ "rm -r evidence/*", "evidence/", ERR_FORMAT },
		{ "rm SHA256SUMS", "SHA256SUMS", ERR_FORMAT },
		{ "sed -i 1d SHA256SUMS", "SHA256SUMS", ERR_FORMAT },
		{ "rm MANIFEST.json", "MANIFEST.json", ERR_NOT_FOUND },
		{ "echo '{' >MANIFEST.json", "MANIFEST.json", ERR_FORMAT },
		{ "sed -i 's/\"finding\": {\"rows\": 2/\"finding\": {\"rows\": 1/' MANIFEST.json", "MANIFEST.json", ERR_FORMAT },
		{ "sed -i 's/\"schema\": [0-9]*/\"schema\": 99/' MANIFEST.json", "mới hơn", ERR_FORMAT },
		{ "sed -i 's/\"schema\": [0-9]*/\"schema\": 1/' MANIFEST.json", "MANIFEST.json", ERR_FORMAT },
		{ "sed -i 's/\"files\": [0-9]*/\"files\": 3/' MANIFEST.json", "MANIFEST.json", ERR_FORMAT },
	};
	struct bench b;
	struct operated o;
	bench_open(&b, DB_SQLITE);
	OK(&b.at, record_backup(b.r, b.at.a, in(&b, "s"), NULL, &o, &b.at.e));
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(system(str_fmt(b.at.a, "cd '%s' && rm -rf t && cp -a s t && cd t && chmod -R u+w . && { %s; }", b.dir, rows[i].how).p), 0);
		b.at.e = (struct err){ 0 };
		if (record_restore(b.at.a, in(&b, "t"), in(&b, "r2"), NULL, NULL, &o, &b.at.e) || b.at.e.code != rows[i].code ||
		    !strstr(b.at.e.message, rows[i].names))
			fail_msg("%s: %s %s", rows[i].how, b.at.e.message, b.at.e.detail);
		assert_int_equal(matches(&b, "r2*"), 0);
	}
	bench_close(&b);
}

/* Evidence that is gone: no backup that looks whole. */
static void lacking(void **s)
{
	(void)s;
	struct bench b;
	struct operated o;
	bench_open(&b, DB_SQLITE);
	assert_int_equal(system(str_fmt(b.at.a, "rm -r '%s'/r/evidence/%.2s", b.dir, kept_sha(b.at.a, "hai").p).p), 0);
	REFUSED(&b.at, record_backup(b.r, b.at.a, in(&b, "s"), NULL, &o, &b.at.e), ERR_NOT_FOUND);
	REFUSED(&b.at, record_copy(b.r, in(&b, "r2"), NULL, NULL, &o, &b.at.e), ERR_NOT_FOUND);
	assert_int_equal(matches(&b, "s*"), 0);
	assert_int_equal(matches(&b, "r2*"), 0);
	bench_close(&b);
}

/* -- while others write --------------------------------------------------------------------------------- */

struct writer { struct bench *b; struct db *db; int n; };

/* Whoever waited for the backup here would wait for ever: it does not go on before this returns. */
static void write_meanwhile(void *ctx, const char *what, int64_t done, int64_t all)
{
	struct writer *w = ctx;
	struct at *at = &w->b->at;
	struct tx t;
	(void)what, (void)done, (void)all;
	OK(at, tx_begin(w->db, at->a, &(struct actor){ 1, S("a"), S("2026-11-21T08:00:00Z") }, S("thử"), &t, &at->e));
	OK(at, db_change(&t, Q(setting_add, .name = v_text(str_fmt(at->a, "n%d", w->n++)), .value = v_text(S("x"))), NULL, &at->e));
	OK(at, tx_commit(&t, &at->e));
}

static void online(enum db_kind kind)
{
	struct bench b;
	struct operated o;
	bench_open(&b, kind);
	struct writer w = { .b = &b };
	int64_t before, after;
	bool found;
	OK(&b.at, db_open(b.at.a, b.r->where, DB_EXISTING, &w.db, &b.at.e));
	OK(&b.at, db_int(b.r->db, Q(verify_head, 0), &before, &found, &b.at.e));
	struct pace p = { write_meanwhile, &w };
	OK(&b.at, record_backup(b.r, b.at.a, in(&b, "s"), &p, &o, &b.at.e));
	OK(&b.at, db_int(b.r->db, Q(verify_head, 0), &after, &found, &b.at.e));
	assert_true(w.n > 3);
	assert_int_equal(after, before + w.n);
	assert_int_equal(o.log, before);                       /* as it was when the backup began */
	OK(&b.at, record_restore(b.at.a, in(&b, "s"), in(&b, "r2"), NULL, NULL, &o, &b.at.e));
	sound(&b, in(&b, "r2"));
	sound(&b, in(&b, "r"));
	db_close(&w.db);
	bench_close(&b);
}
static void online_sqlite(void **s) { (void)s, online(DB_SQLITE); }
static void online_postgresql(void **s) { (void)s, online(DB_POSTGRESQL); }

/* -- a newer program ------------------------------------------------------------------------------------ */

static struct migrations one_more(struct bench *b, const char *sql)
{
	struct migrations m = migrations_all();
	struct migration *more = make_n(b->at.a, struct migration, m.n + 1);
	memcpy(more, m.at, m.n * sizeof *more);
	more[m.n] = (struct migration){ "0099_more.sql", sql, sql };
	return (struct migrations){ more, m.n + 1 };
}

static int version_of(struct bench *b, struct record *r)
{
	int v = 0;
	OK(&b->at, migrate_version(r->db, &v, &b->at.e));
	return v;
}

static void upgrade(enum db_kind kind)
{
	struct bench b;
	struct manifest made;
	bench_open(&b, kind);
	int n = (int)migrations_all().n;
	const char *kept = str_fmt(b.at.a, "r/truoc-khi-nang-cap-%d", n).p;
	record_close(&b.r);
	struct migrations bad = one_more(&b, "CREATE TABLE half (id INTEGER PRIMARY KEY); UPDATE finding SET points = 5; INSERT INTO nothing VALUES (1)");
	struct migrations good = one_more(&b, "ALTER TABLE finding ADD COLUMN more TEXT");
	REFUSED(&b.at, record_open_with(b.at.a, in(&b, "r"), bad, &b.r, &b.at.e), ERR_SYSTEM);
	assert_non_null(strstr(b.at.e.hint, kept));            /* where the backup is */
	OK(&b.at, backup_check(b.at.a, in(&b, kept), migrations_all(), NULL, &made, &b.at.e));
	sound(&b, in(&b, "r"));                                /* as it was, for the program it was made with */
	OK(&b.at, record_open_with(b.at.a, in(&b, "r"), good, &b.r, &b.at.e));
	assert_int_equal(version_of(&b, b.r), n + 1);
	assert_int_equal(matches(&b, "r/truoc-khi-nang-cap-*"), 2);
	record_close(&b.r);
	OK(&b.at, record_open_with(b.at.a, in(&b, "r"), good, &b.r, &b.at.e));
	assert_int_equal(matches(&b, "r/truoc-khi-nang-cap-*"), 2);
	record_close(&b.r);
	REFUSED(&b.at, record_open(b.at.a, in(&b, "r"), &b.r, &b.at.e), ERR_FORMAT);
	assert_non_null(strstr(b.at.e.message, "mới hơn"));
	bench_close(&b);
}
static void upgrade_sqlite(void **s) { (void)s, upgrade(DB_SQLITE); }
static void upgrade_postgresql(void **s) { (void)s, upgrade(DB_POSTGRESQL); }

/* No backup, no migration. */
static void unsaved(void **s)
{
	(void)s;
	struct bench b;
	bench_open(&b, DB_SQLITE);
	assert_int_equal(system(str_fmt(b.at.a, "rm -r '%s'/r/evidence/%.2s", b.dir, kept_sha(b.at.a, "hai").p).p), 0);
	record_close(&b.r);
	struct migrations m = one_more(&b, "CREATE TABLE more (id INTEGER PRIMARY KEY)");
	REFUSED(&b.at, record_open_with(b.at.a, in(&b, "r"), m, &b.r, &b.at.e), ERR_NOT_FOUND);
	assert_non_null(strstr(b.at.e.message, "chưa sao lưu được"));
	OK(&b.at, record_open(b.at.a, in(&b, "r"), &b.r, &b.at.e));
	bench_close(&b);
}

/* Several programs open it at once: one upgrades, all work. */
static void together(enum db_kind kind)
{
	enum { PROCESSES = 4 };
	struct bench b;
	bench_open(&b, kind);
	record_close(&b.r);
	struct migrations m = one_more(&b, "CREATE TABLE more (id INTEGER PRIMARY KEY)");
	pid_t child[PROCESSES];
	for (int i = 0; i < PROCESSES; i++)
		if (!(child[i] = fork())) {
			struct err e = { 0 };
			bool ok = record_open_with(b.at.a, in(&b, "r"), m, &b.r, &e);
			if (!ok)
				fprintf(stderr, "%s %s\n", e.message, e.detail);
			_exit(ok ? 0 : 1);
		}
	for (int i = 0; i < PROCESSES; i++) {
		int status = -1;
		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(matches(&b, "r/truoc-khi-nang-cap-*"), 1);
	OK(&b.at, record_open_with(b.at.a, in(&b, "r"), m, &b.r, &b.at.e));
	bench_close(&b);
}
static void together_sqlite(void **s) { (void)s, together(DB_SQLITE); }
static void together_postgresql(void **s) { (void)s, together(DB_POSTGRESQL); }

/* A backup of an older program comes back with the schema of this one. */
static void older(enum db_kind kind)
{
	struct bench b;
	struct manifest made;
	struct operated o;
	bench_open(&b, kind);
	struct migrations all = migrations_all(), fewer = { all.at, 1 };
	CLEANUP(db_close) struct db *db = NULL;
	const char *where = kind == DB_SQLITE ? ":memory:" : empty_of(&b, kind);
	OK(&b.at, db_open(b.at.a, str_c(where), DB_EXISTING, &db, &b.at.e));
	OK(&b.at, migrate_to(db, all, 1, &b.at.e));
	struct backup_of of = { db, b.r->blobs, fewer, S("0.0.1"), S("2026-01-01T00:00:00Z"), NULL };
	OK(&b.at, backup_make(b.at.a, &of, in(&b, "s"), &made, &b.at.e));
	assert_int_equal(made.rows.version, 1);
	OK(&b.at, record_restore(b.at.a, in(&b, "s"), in(&b, "r2"), empty_of(&b, kind), NULL, &o, &b.at.e));
	CLEANUP(record_close) struct record *r = NULL;
	OK(&b.at, record_open(b.at.a, in(&b, "r2"), &r, &b.at.e));
	assert_int_equal(version_of(&b, r), all.n);
	OK(&b.at, record_verify(r, NULL, nothing, NULL, &b.at.e));
	record_close(&r);
	db_close(&db);
	bench_close(&b);
}
static void older_sqlite(void **s) { (void)s, older(DB_SQLITE); }
static void older_postgresql(void **s) { (void)s, older(DB_POSTGRESQL); }

int app_operate_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lite_to_lite), cmocka_unit_test(pg_to_pg), cmocka_unit_test(pg_to_lite),
		cmocka_unit_test(totals_sqlite), cmocka_unit_test(totals_postgresql),
		cmocka_unit_test(changed), cmocka_unit_test(lacking), cmocka_unit_test(online_sqlite),
		cmocka_unit_test(online_postgresql), cmocka_unit_test(upgrade_sqlite), cmocka_unit_test(upgrade_postgresql),
		cmocka_unit_test(unsaved), cmocka_unit_test(together_sqlite), cmocka_unit_test(together_postgresql),
		cmocka_unit_test(older_sqlite), cmocka_unit_test(older_postgresql),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
