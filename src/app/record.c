#include "app/record_parts.h"
#include "app/unit.h"
#include "base/file.h"
#include "base/fold.h"
#include "store/migrate.h"
#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CONF_MAX = 4096, ZONE = 7 * 3600 };             /* Asia/Ho_Chi_Minh has no summer time */
#define CONF     RECORD_CONF
#define DATABASE RECORD_DATABASE
#define KEY      "database = "

static str path_in(struct arena *a, str dir, const char *name) { return str_fmt(a, "%.*s/%s", SF(dir), name); }

static str moment(struct arena *a, time_t t)
{
	struct tm tm;
	gmtime_r(&t, &tm);
	return str_fmt(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

str record_moment(struct arena *a) { return moment(a, time(NULL)); }
str record_moment_after(struct arena *a, int seconds) { return moment(a, time(NULL) + seconds); }

struct date record_today(void)
{
	time_t t = time(NULL) + ZONE;
	struct tm tm;
	gmtime_r(&t, &tm);
	return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

str record_day(struct arena *a) { return date_iso(a, record_today()); }

bool record_tx(struct record *r, struct arena *a, str what, struct tx *ret, struct err *e)
{
	r->who.at = moment(a, time(NULL));
	return tx_begin(r->db, a, &r->who, what, ret, e);
}

bool record_denied(struct record *r, struct err *e, const char *what)
{
	fail(e, ERR_DENIED, "%.*s không có quyền %s.", SF(r->person_name.n ? r->person_name : r->who.login), what);
	return err_hint(e, "Nhờ người có quyền làm việc này, hoặc nhờ người quản trị cấp quyền (khacphuc user role).");
}

bool record_spare(struct record *r, struct err *e) { return db_spare(r->db, e); }
bool record_lost(const struct record *r) { return db_lost(r->db); }
int64_t record_ran(const struct record *r) { return db_ran(r->db); }
str record_dir(const struct record *r) { return r->dir; }
str record_login(const struct record *r) { return r->who.login; }

void record_close(struct record **r)
{
	if (!*r)
		return;
	recall_close(&(*r)->recall);
	blobs_close(&(*r)->blobs);
	db_close(&(*r)->db);
	*r = NULL;
}

/* -- a new one ---------------------------------------------------------------------------------------- */

static bool empty_folder(const char *dir, struct err *e)
{
	if (mkdir(dir, 0700) && errno != EEXIST) {
		fail(e, ERR_INPUT, "Không tạo được thư mục hồ sơ “%s”.", dir);
		return err_hint(e, "Kiểm tra thư mục chứa nó có sẵn chưa và có quyền ghi không."), err_detail(e, "mkdir: %s", strerror(errno));
	}
	DIR *d = opendir(dir);
	int n = 0;
	for (struct dirent *x; d && (x = readdir(d));)
		n += strcmp(x->d_name, ".") && strcmp(x->d_name, "..");
	if (d)
		closedir(d);
	if (d && !n)
		return true;
	fail(e, ERR_INPUT, "Thư mục “%s” không trống; hồ sơ mới cần một thư mục trống.", dir);
	return err_hint(e, "Chỉ ra một thư mục khác. Hồ sơ đã có thì dùng luôn, không phải lập lại.");
}

/* The highest unit and its administrator: who may everything with units and people, and nothing with what belongs to bodies. */
static bool first_rows(struct record *r, const struct record_start *s, enum unit_level level, struct err *e)
{
	struct tx t = { 0 };
	struct changed unit = { 0 }, person = { 0 };
	str name = str_c(s->unit), login = str_c(s->admin);
	r->who = (struct actor){ .login = login };
	bool ok = record_tx(r, r->a, S("init"), &t, e) &&
	          db_change(&t, Q(first_unit, .level = v_text(str_c(unit_level_name(level))), .name = v_text(name),
	                           .folded = v_text(fold_plain(r->a, name))), &unit, e) &&
	          db_change(&t, Q(first_unit_body, .id = v_int(unit.id)), NULL, e) &&
	          db_change(&t, Q(first_person, .login = v_text(login), .name = v_text(str_c(s->admin_name)),
	                          .unit_id = v_int(unit.id)), &person, e) &&
	          db_change(&t, Q(first_role, .person_id = v_int(person.id), .body_id = v_int(unit.id)), NULL, e) &&
	          db_change(&t, Q(setting_add, .name = v_text(S("made")), .value = v_text(r->who.at)), NULL, e) &&
	          record_seed_holidays(r, &t, e) &&
	          tx_commit(&t, e);
	tx_close(&t);
	return ok;
}

bool record_conf(struct arena *a, const char *dir, const char *database, struct err *e)
{
	return file_write(a, path_in(a, str_c(dir), CONF).p, str_fmt(a, KEY "%s\n", database ? database : DATABASE), false, e);
}

/* A record that could not be finished leaves nothing behind that would be in the way of the next try. */
static void unmake(struct record *r)
{
	static const char *const made[] = { DATABASE "-wal", DATABASE "-shm", DATABASE, CONF };
	db_close(&r->db);
	blobs_close(&r->blobs);
	for (size_t i = 0; i < COUNT(made); i++)
		unlink(path_in(r->a, r->dir, made[i]).p);
	rmdir(path_in(r->a, r->dir, "evidence/tmp").p);
	rmdir(path_in(r->a, r->dir, "evidence").p);
}

bool record_init(struct arena *a, const char *dir, const struct record_start *s, struct record **ret, struct err *e)
{
	CLEANUP(record_close) struct record *r = make(a, struct record);
	struct migrations m = migrations_all();
	enum unit_level level;
	int version = 0;
	if (!unit_level_of(a, str_c(s->level), &level) || level == LEVEL_ROOM) {
		fail(e, ERR_INPUT, "Đơn vị cao nhất của hồ sơ không thể ở cấp “%s”.", s->level);
		return err_hint(e, "Cấp là một trong: bộ, tỉnh, sở, huyện, xã.");
	}
	if (!fold_plain(a, str_c(s->unit)).n || !fold_plain(a, str_c(s->admin)).n || !fold_plain(a, str_c(s->admin_name)).n) {
		fail(e, ERR_INPUT, "Hồ sơ mới cần tên đơn vị cao nhất và người quản trị đầu tiên.");
		return err_hint(e, "Ghi như --unit \"UBND tỉnh Trường Giang\" --as quantri --name \"Trần Quản Trị\".");
	}
	r->a = a;
	r->dir = str_copy(a, str_c(dir));
	r->where = s->database ? str_copy(a, str_c(s->database)) : path_in(a, r->dir, DATABASE);
	if (!empty_folder(dir, e))
		return false;
	bool ok = db_open(a, r->where, DB_NEW, &r->db, e) && migrate_version(r->db, &version, e);
	if (ok && version) {
		ok = fail(e, ERR_INPUT, "Cơ sở dữ liệu này đã có hồ sơ.");
		err_hint(e, "Chỉ ra một cơ sở dữ liệu trống.");
	}
	if (!ok || !migrate_to(r->db, m, (int)m.n, e) || !first_rows(r, s, level, e) || !blobs_open(a, dir, &r->blobs, e) ||
	    !record_conf(a, dir, s->database, e)) {
		unmake(r);
		return false;
	}
	*ret = r;
	r = NULL;
	return true;
}

/* -- one that is there -------------------------------------------------------------------------------- */

static bool read_conf(struct record *r, struct err *e)
{
	str text, key = S(KEY);
	struct err why = { 0 };
	if (!file_read(r->a, path_in(r->a, r->dir, CONF).p, CONF_MAX, &text, &why)) {
		fail(e, ERR_NOT_FOUND, "Thư mục “%.*s” không có hồ sơ khacphuc.", SF(r->dir));
		err_hint(e, "Chỉ ra thư mục hồ sơ bằng --at THƯ-MỤC hay biến KHACPHUC_AT; lập hồ sơ mới bằng khacphuc init.");
		return err_detail(e, "%s %s", why.message, why.detail);
	}
	size_t at = str_find(text, key, 0), end = str_find(text, S("\n"), at);
	str value = at < text.n ? str_trim(str_sub(text, at + key.n, end)) : (str){ 0 };
	if (!value.n)
		return fail(e, ERR_FORMAT, "Tệp %.*s/" CONF " không ghi cơ sở dữ liệu ở đâu.", SF(r->dir)),
		       err_hint(e, "Ghi một dòng “" KEY DATABASE "”, hoặc chuỗi kết nối PostgreSQL.");
	bool path = db_kind_of(value) == DB_SQLITE && value.p[0] != '/';
	r->where = path ? path_in(r->a, r->dir, str_copy(r->a, value).p) : str_copy(r->a, value);
	return true;
}

bool record_open(struct arena *a, const char *dir, struct record **ret, struct err *e)
{
	return record_open_with(a, dir, migrations_all(), ret, e);
}

bool record_open_with(struct arena *a, const char *dir, struct migrations m, struct record **ret, struct err *e)
{
	CLEANUP(record_close) struct record *r = make(a, struct record);
	r->a = a;
	r->dir = str_copy(a, str_c(dir));
	if (!read_conf(r, e) || !db_open(a, r->where, DB_EXISTING, &r->db, e))
		return false;
	bool newest = migrate_check(a, r->db, m, e);
	if ((!newest && e->code != ERR_CONFLICT) || !blobs_open(a, dir, &r->blobs, e) || (!newest && !record_upgrade(r, m, e)))
		return false;
	*ret = r;
	r = NULL;
	return true;
}

void record_nobody(struct record *r)
{
	r->who = (struct actor){ 0 };
	r->person_name = (str){ 0 };
}

bool record_as(struct record *r, struct arena *a, const char *login, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(person_login, .login = v_text(str_c(login))), &rows, e))
		return false;
	bool found = rows_next(&rows), active = found && col_int(&rows, 2);
	if (found) {
		r->who = (struct actor){ .person = col_int(&rows, 0), .login = str_copy(a, str_c(login)) };
		r->person_name = col_text(&rows, a, 1);
	}
	if (!rows_done(&rows, e))
		return false;
	if (!found) {
		fail(e, ERR_NOT_FOUND, "Hồ sơ này không có người dùng “%s”.", login);
		return err_hint(e, "Chỉ ra người dùng bằng --as TÊN hay biến KHACPHUC_AS; người quản trị thêm người bằng khacphuc user add.");
	}
	return active || (fail(e, ERR_DENIED, "Tài khoản “%s” đã khóa.", login), err_hint(e, "Nhờ người quản trị mở lại (khacphuc user open)."));
}
