#include "base/sha256.h"
#include "store/db_driver.h"
#include "store/migrate.h"

static const char ledger[] =
	"CREATE TABLE IF NOT EXISTS schema_version (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)";

static const char *text_of(const struct db *db, const struct migration *m) { return db_kind(db) == DB_SQLITE ? m->lite : m->pg; }

bool migrate_version(struct db *db, int *ret, struct err *e)
{
	int64_t n = 0;
	bool found;
	if (!db_int(db, Q(schema_there, 0), &n, &found, e) || (n && !db_int(db, Q(schema_count, 0), &n, &found, e)))
		return false;
	*ret = (int)n;
	return true;
}

bool migrate_check(struct arena *a, struct db *db, struct migrations m, struct err *e)
{
	int version = 0;
	if (!migrate_version(db, &version, e))
		return false;
	if (version == 0)
		return fail(e, ERR_NOT_FOUND, "Cơ sở dữ liệu này chưa có hồ sơ nào."), err_hint(e, "Lập hồ sơ bằng khacphuc init.");
	if ((size_t)version > m.n) {
		fail(e, ERR_FORMAT, "Hồ sơ này do bản khacphuc mới hơn lập (lược đồ %d, bản này chỉ biết đến %d).", version, (int)m.n);
		return err_hint(e, "Cài bản khacphuc mới hơn rồi mở lại; bản này không đụng vào hồ sơ.");
	}
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(schema_list, 0), &r, e))
		return false;
	for (int i = 0; rows_next(&r); i++) {
		char sum[65];
		sha256_hex(str_c(text_of(db, &m.at[i])), sum);
		if (str_eq(col_text(&r, a, 0), str_c(m.at[i].name)) && str_eq(col_text(&r, a, 1), str_c(sum)))
			continue;
		fail(e, ERR_FORMAT, "Lược đồ của hồ sơ không phải do bản khacphuc này lập: bước %d khác.", i + 1);
		err_hint(e, "Mở hồ sơ bằng đúng bản đã lập nó, hoặc báo người quản trị.");
		return err_detail(e, "%s", m.at[i].name);
	}
	if (!rows_done(&r, e))
		return false;
	if ((size_t)version < m.n)
		return fail(e, ERR_CONFLICT, "Hồ sơ còn ở lược đồ %d, bản này cần %d.", version, (int)m.n);
	return true;
}

static bool step(struct db *db, const struct migration *m, int number, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	char sum[65];
	int version;
	sha256_hex(str_c(text_of(db, m)), sum);
	if (!migrate_version(db, &version, e))
		return false;
	if (version >= number)
		return true;                               /* another process was faster */
	if (!db_script(db, text_of(db, m), e))
		return false;
	if (!db_query(db, Q(schema_done, .id = v_int(number), .name = v_text(str_c(m->name)), .sha256 = v_text(str_c(sum))), &r, e))
		return false;
	rows_next(&r);
	return rows_done(&r, e);
}

bool migrate_within(struct db *db, struct migrations m, int version, struct err *e)
{
	if (!db_script(db, ledger, e))
		return false;
	for (int i = 0; i < version && (size_t)i < m.n; i++)
		if (!step(db, &m.at[i], i + 1, e))
			return false;
	return true;
}

bool migrate_to(struct db *db, struct migrations m, int version, struct err *e)
{
	struct err ignored = { 0 };
	int from = 0;
	if (!db_script(db, ledger, e) || !migrate_version(db, &from, e))
		return false;
	for (int i = from; i < version && (size_t)i < m.n; i++) {
		if (db_script(db, db_kind(db) == DB_SQLITE ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE schema_version", e) &&
		    step(db, &m.at[i], i + 1, e) && db_script(db, "COMMIT", e))
			continue;
		(void)db_script(db, "ROLLBACK", &ignored);
		return false;
	}
	return true;
}
