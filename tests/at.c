#include "at.h"
#include "core/calendar.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include <stdlib.h>
#include <unistd.h>

str at_empty(struct arena *a, enum db_kind kind)
{
	static int n;
	const char *server = getenv("KHACPHUC_POSTGRESQL");
	struct err e = { 0 };
	if (kind == DB_SQLITE)
		return S(":memory:");
	if (!server)
		return (str){ 0 };
	str name = str_fmt(a, "t%d_%d", (int)getpid(), n++);
	CLEANUP(db_close) struct db *db = NULL;
	if (!db_open(a, str_c(server), DB_EXISTING, &db, &e) || !db_script(db, str_fmt(a, "CREATE SCHEMA %.*s", SF(name)).p, &e))
		fail_msg("%s %s", e.message, e.detail);
	return str_fmt(a, "%s options=-csearch_path=%.*s", server, SF(name));
}

const char *at_room(struct arena *a)
{
	str dir = str_fmt(a, "%s/khacphuc-test-XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	char *room = make_n(a, char, dir.n + 1);
	memcpy(room, dir.p, dir.n + 1);
	assert_non_null(mkdtemp(room));
	return room;
}

struct actor at_who(int64_t person)
{
	static const str logins[] = { S("máy"), S("tatca"), S("vanphong"), S("khach") };
	return (struct actor){ person, logins[person <= 3 ? person : 0], S("2026-11-21T08:00:00Z") };
}

/* Rows that every test finds. */
static const char ground[] =
	"INSERT INTO unit (id, parent_id, body_id, level, ranking, name, folded, symbol) VALUES"
	" (1, NULL, 1, 'province', NULL, 'UBND tỉnh Trường Giang', 'ubnd tinh truong giang', 'UBND'),"
	" (2, 1, 2, 'department', 'Sở', 'Sở Tư pháp', 'so tu phap', 'STP'), (3, 1, 3, 'department', 'Sở', 'Sở Y tế', 'so y te', 'SYT'),"
	" (4, 2, 2, 'room', NULL, 'Văn phòng Sở', 'van phong so', NULL);"
	"INSERT INTO person (id, login, name, unit_id) VALUES (1, 'tatca', 'Trần Thị Tất Cả', 4), (2, 'vanphong', 'Lê Văn Phòng', 4),"
	" (3, 'khach', 'Phạm Khách', 3);"
	"INSERT INTO role_held (id, person_id, body_id, role) VALUES (1, 1, 1, 'administrator'), (2, 1, 2, 'leader'), (3, 1, 2, 'office'),"
	" (4, 1, 2, 'official'), (5, 1, 2, 'viewer'), (6, 1, 2, 'appraiser'), (7, 2, 2, 'office'), (8, 3, 3, 'office');"
	"INSERT INTO assignment (id, person_id, body_id) VALUES (1, 1, 2), (2, 1, 3);"
	"INSERT INTO cycle (id, owner_id, year, name) VALUES (1, 1, 2025, 'Chỉ số CCHC năm 2025'), (2, 1, 2026, 'Chỉ số CCHC năm 2026');";

/* What was put in by hand has taken its numbers: the next ones come behind. */
static const char numbers[] =
	"SELECT setval(pg_get_serial_sequence('unit', 'id'), 100), setval(pg_get_serial_sequence('person', 'id'), 100),"
	" setval(pg_get_serial_sequence('role_held', 'id'), 100), setval(pg_get_serial_sequence('assignment', 'id'), 100),"
	" setval(pg_get_serial_sequence('cycle', 'id'), 100)";

static const char *holidays(struct arena *a)
{
	const struct holidays *h = holidays_vn();
	struct buf b = buf_open(a);
	for (size_t i = 0; i < h->n; i++)
		buf_fmt(&b, "INSERT INTO holiday (on_day, name, works) VALUES ('%s', '%s', %d);", date_iso(a, h->at[i].on).p, h->at[i].name,
		        h->at[i].work);
	return b.p;
}

/* A schema of PostgreSQL takes longer to make than its files take to copy. The copy before the last is dropped: the server
 * may still be ending its last connection, and a drop would wait for that. *none: there is no such database to copy. */
static bool copy_of(struct at *at, const char *base, bool *none)
{
	static int n;
	const char *server = getenv("KHACPHUC_POSTGRESQL");
	CLEANUP(db_close) struct db *db = NULL;
	*none = false;
	if (!db_open(at->a, str_c(server), DB_EXISTING, &db, &at->e) ||
	    !db_script(db, str_fmt(at->a, "CREATE DATABASE c%d_%d TEMPLATE %s STRATEGY file_copy", (int)getpid(), n, base).p, &at->e)) {
		*none = strstr(at->e.detail, "3D000") != NULL;
		return false;
	}
	at->where = str_fmt(at->a, "%s dbname=c%d_%d", server, (int)getpid(), n);
	n++;
	return n < 3 || db_script(db, str_fmt(at->a, "DROP DATABASE c%d_%d WITH (FORCE)", (int)getpid(), n - 3).p, &at->e);
}

static void open_new(struct at *at, at_fill *fill)
{
	struct migrations m = migrations_all();
	OK(at, db_open(at->a, at->where, DB_EXISTING, &at->db, &at->e));
	OK(at, migrate_to(at->db, m, (int)m.n, &at->e));
	OK(at, fill(at->a, at->db, &at->e));
}

/* A pattern that was left half made has another name. */
static void make_pattern(struct at *at, const char *name, at_fill *fill)
{
	const char *server = getenv("KHACPHUC_POSTGRESQL");
	CLEANUP(db_close) struct db *db = NULL;
	at->e = (struct err){ 0 };
	OK(at, db_open(at->a, str_c(server), DB_EXISTING, &db, &at->e));
	OK(at, db_script(db, str_fmt(at->a, "CREATE DATABASE half_%s", name).p, &at->e));
	at->where = str_fmt(at->a, "%s dbname=half_%s", server, name);
	open_new(at, fill);
	db_close(&at->db);
	OK(at, db_script(db, str_fmt(at->a, "ALTER DATABASE half_%s RENAME TO %s", name, name).p, &at->e));
}

void at_filled(struct at *at, enum db_kind kind, const char *name, at_fill *fill)
{
	*at = (struct at){ .a = arena_open((size_t)1 << 30), .who = at_who(AT_ALL) };
	if (kind == DB_SQLITE) {
		at->where = S(":memory:");
		open_new(at, fill);
		return;
	}
	if (!getenv("KHACPHUC_POSTGRESQL")) {
		arena_close(&at->a);
		skip();
	}
	bool none;
	if (!copy_of(at, name, &none) && none) {
		make_pattern(at, name, fill);
		OK(at, copy_of(at, name, &none));
	} else
		OK(at, !at->e.code);
	OK(at, db_open(at->a, at->where, DB_EXISTING, &at->db, &at->e));
}

void at_keep(struct at *at, const char *name)
{
	CLEANUP(db_close) struct db *db = NULL;
	const char *own = strstr(at->where.p, "dbname=c") + strlen("dbname=");
	db_close(&at->db);                                 /* nobody may be in what is copied */
	OK(at, db_open(at->a, str_c(getenv("KHACPHUC_POSTGRESQL")), DB_EXISTING, &db, &at->e));
	OK(at, db_script(db, str_fmt(at->a, "CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, own).p, &at->e));
	OK(at, db_open(at->a, at->where, DB_EXISTING, &at->db, &at->e));
}

static bool fill(struct arena *a, struct db *db, struct err *e)
{
	return db_script(db, ground, e) && db_script(db, holidays(a), e) && (db_kind(db) == DB_SQLITE || db_script(db, numbers, e));
}

void at_open(struct at *at, enum db_kind kind) { at_filled(at, kind, "ground", fill); }

void at_close(struct at *at)
{
	db_close(&at->db);
	arena_close(&at->a);
}
