#include "store/copy.h"
#include "store/db_driver.h"
#include "store/migrate.h"

enum { PAGE = 1000 };

static bool empty(struct arena *a, struct db *to, struct err *e)
{
	strs there;
	int version = 0;
	if (!tables_list(to, a, &there, e) || !migrate_version(to, &version, e))
		return false;
	if (!there.n && !version)
		return true;
	fail(e, ERR_INPUT, "Nơi nhận không trống: cơ sở dữ liệu ấy đã có %s.", version ? "hồ sơ" : "bảng khác");
	return err_hint(e, "Chỉ ra một cơ sở dữ liệu trống; không gì bị ghi đè.");
}

static bool same_tables(struct arena *a, struct db *to, const strs *from, struct err *e)
{
	strs there;
	if (!tables_list(to, a, &there, e))
		return false;
	for (size_t i = 0; i < from->n || i < there.n; i++) {
		str one = i < from->n ? from->at[i] : (str){ 0 }, other = i < there.n ? there.at[i] : (str){ 0 };
		if (str_eq(one, other))
			continue;
		bool more = one.n && (!other.n || memcmp(one.p, other.p, one.n < other.n ? one.n : other.n) < 0);
		str name = more ? one : other;
		fail(e, ERR_FORMAT, "Hồ sơ %s bảng “%.*s”, khác với lược đồ của nó.", more ? "có thêm" : "thiếu", SF(name));
		return err_hint(e, "Có người đã đổi cơ sở dữ liệu ngoài chương trình; chạy khacphuc verify, hoặc khôi phục từ bản sao lưu.");
	}
	return true;
}

static bool copy_page(struct db *from, struct put *put, str table, int64_t *after, int64_t *got, struct db *to, struct sha256 *s,
                      struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(from, table, *after, PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got) {
		if (!put->db && !put_open(to, table, &r, put, e))
			return false;
		if (!put_row(put, &r, e))
			return false;
		row_hash(&r, s);
		*after = col_int(&r, 0);
	}
	return rows_done(&r, e);
}

static bool copy_table(struct db *from, struct db *to, str table, const struct pace *p, int64_t before, struct copied *ret, struct err *e)
{
	CLEANUP(put_close) struct put put = { 0 };
	struct sha256 s;
	char back[65];
	int64_t n = 0;
	*ret = (struct copied){ .table = table };
	sha256_open(&s);
	if (!table_clear(to, table, e))                    /* what the migrations put there comes with the rows */
		return false;
	for (int64_t after = INT64_MIN, got = PAGE; got == PAGE; ret->rows += got) {
		if (!copy_page(from, &put, table, &after, &got, to, &s, e))
			return false;
		pace_tell(p, "Đang chép dữ liệu, số dòng", before + ret->rows + got, 0);
	}
	if (put.db && !put_done(&put, e))
		return false;
	sha256_close(&s, ret->sha);
	if (!table_hash(to, table, back, &n, e))
		return false;
	if (n == ret->rows && !strcmp(back, ret->sha))
		return true;
	fail(e, ERR_SYSTEM, "Bảng “%.*s” chép sang không giống bản gốc: %lld dòng thành %lld.", SF(table), (long long)ret->rows, (long long)n);
	return err_hint(e, "Nơi nhận được trả lại như cũ. Kiểm tra đĩa của nơi nhận rồi làm lại.");
}

static bool fill(struct arena *a, struct db *from, struct db *to, const strs *tables, struct migrations m, const struct pace *p,
                 struct copy_last last, struct copies *ret, struct err *e)
{
	if (!migrate_within(to, m, ret->version, e) || !same_tables(a, to, tables, e) || !db_script(to, to->driver->loosen, e))
		return false;
	for (size_t i = 0; i < tables->n; i++) {
		struct copied *c = vec_add(a, &ret->tables);
		if (!copy_table(from, to, tables->at[i], p, ret->rows, c, e))
			return false;
		ret->rows += c->rows;
	}
	return db_script(to, to->driver->fasten, e) && (!last.run || last.run(last.ctx, to, e)) && db_script(to, "COMMIT", e);
}

/* Of one moment: the caller has a transaction open that looks. */
static bool known(struct arena *a, struct db *from, struct migrations m, strs *tables, int *version, struct err *e)
{
	bool ours = migrate_check(a, from, m, e) || e->code == ERR_CONFLICT;
	return ours && migrate_version(from, version, e) && tables_list(from, a, tables, e);
}

bool copy_database(struct arena *a, struct db *from, struct db *to, struct migrations m, const struct pace *p,
                   struct copy_last last, struct copies *ret,
                       struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	struct err ignored = { 0 };
	strs tables = { 0 };
	*ret = (struct copies){ 0 };
	if (!empty(a, to, e) || !tx_look(from, &look, e) || !known(a, from, m, &tables, &ret->version, e) ||
	    !db_script(to, db_kind(to) == DB_SQLITE ? "BEGIN IMMEDIATE" : "BEGIN", e))
		return false;
	if (fill(a, from, to, &tables, m, p, last, ret, e))
		return true;
	(void)db_script(to, "ROLLBACK", &ignored);
	if (e->code == ERR_CONFLICT) {
		fail(e, ERR_CONFLICT, "Hồ sơ gốc có dòng trỏ tới điều không có, nên không chép được.");
		return err_hint(e, "Chạy khacphuc verify trên hồ sơ gốc để biết dòng nào; nơi nhận còn trống như trước.");
	}
	return false;
}

bool copy_count(struct arena *a, struct db *db, const struct pace *p, struct copies *ret, struct err *e)
{
	strs names;
	*ret = (struct copies){ 0 };
	if (!migrate_version(db, &ret->version, e) || !tables_list(db, a, &names, e))
		return false;
	for (size_t i = 0; i < names.n; i++) {
		struct copied *c = vec_add(a, &ret->tables);
		c->table = names.at[i];
		if (!table_hash(db, c->table, c->sha, &c->rows, e))
			return false;
		ret->rows += c->rows;
		pace_tell(p, "Đang kiểm tra bản sao dữ liệu, số dòng", ret->rows, 0);
	}
	return true;
}

static bool log_head(struct arena *a, struct db *db, str *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(audit_head, 0), &r, e))
		return false;
	*ret = rows_next(&r) ? str_fmt(a, "%lld %.*s", (long long)col_int(&r, 0), SF(col_text(&r, a, 1))) : (str){ 0 };
	return rows_done(&r, e);
}

/* The pages of one moment, held by a transaction that reads. It ends with the last page: while it lasts the journal of those who write
 * grows, and who finds it long at last waits for it; so it is emptied here too. What arrived is hashed in the copy, and must end with the
 * same row of the log. */
static bool copy_pages(struct arena *a, struct db *from, str where, const struct pace *p, struct copy_last last, struct copies *ret,
                       struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	CLEANUP(db_close) struct db *to = NULL;
	str head, arrived;
	int version;
	bool ok = tx_look(from, &look, e) && migrate_version(from, &version, e) && log_head(a, from, &head, e) &&
	          from->driver->snapshot(from, where.p, p, e);
	tx_close(&look);
	if (!ok || !db_script(from, "PRAGMA wal_checkpoint(PASSIVE)", e) || !db_open(a, where, DB_READ, &to, e) ||
	    !copy_count(a, to, p, ret, e) || !log_head(a, to, &arrived, e))
		return false;
	if (ret->version == version && str_eq(head, arrived))
		return !last.run || last.run(last.ctx, to, e);
	fail(e, ERR_SYSTEM, "Bản chép của cơ sở dữ liệu không giống bản gốc.");
	return err_hint(e, "Kiểm tra đĩa của nơi nhận rồi làm lại.");
}

bool copy_into(struct arena *a, struct db *from, str where, struct migrations m, const struct pace *p, struct copy_last last,
               struct copies *ret, struct err *e)
{
	CLEANUP(db_close) struct db *to = NULL;
	bool file = db_kind_of(where) == DB_SQLITE;
	if (file && from->driver->snapshot)
		return copy_pages(a, from, where, p, last, ret, e);
	return db_open(a, where, DB_NEW, &to, e) && copy_database(a, from, to, m, p, last, ret, e) &&
	       (!file || db_script(to, "PRAGMA journal_mode=DELETE", e));
}
