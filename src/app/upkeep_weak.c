#include "app/record_parts.h"
#include "app/upkeep_parts.h"
#include "core/calendar.h"
#include "core/day.h"
#include "docin/tool.h"
#include <linux/magic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>

enum { BACKUP_DAYS = 7, VERIFY_DAYS = 30, ADMINISTRATORS_MOST = 3, ACCOUNTS_MOST = 500, NAMES_SHOWN = 5 };
#define CIFS_MAGIC  0xFF534D42u
#define SMB2_MAGIC  0xFE534D42u

struct looking { struct record *r; struct arena *a; struct upkeep *u; };

static void say(struct looking *l, const char *what, str says, const char *todo, const char *path)
{
	*vec_add(l->a, &l->u->weak) = (struct weak){ what, says, str_c(todo), str_c(path) };
}

/* -- people -------------------------------------------------------------------------------------------- */

struct group { int64_t n; str names; };

/* Accounts by why they are told: how many, and the first names. */
static bool accounts(struct looking *l, const char *const *why, size_t n, struct group *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(l->r->db, Q(upkeep_accounts, .limit = v_int(ACCOUNTS_MOST), .who = v_int(l->r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		str is = col_text(&rows, l->a, 0);
		for (size_t i = 0; i < n; i++) {
			if (!str_eq(is, str_c(why[i])))
				continue;
			struct group *g = &ret[i];
			if (++g->n <= NAMES_SHOWN)
				g->names = str_fmt(l->a, "%.*s%s%.*s", SF(g->names), g->n > 1 ? ", " : "", SF(col_text(&rows, l->a, 2)));
		}
	}
	return rows_done(&rows, e);
}

static str names_of(struct looking *l, const struct group *g)
{
	return g->n > NAMES_SHOWN ? str_fmt(l->a, "%.*s và %lld người nữa", SF(g->names), (long long)g->n - NAMES_SHOWN) : g->names;
}

static bool people(struct looking *l, struct err *e)
{
	enum { NO_PASSWORD, NOT_ASSIGNED, NO_ROLE, UNIT_ENDED, ADMINISTRATOR, WHYS };
	static const char *const why[WHYS] = { "no_password", "not_assigned", "no_role", "unit_ended", "administrator" };
	static const struct { const char *says, *todo; } rows[WHYS] = {
		[NO_PASSWORD] = { "%lld tài khoản đang mở chưa có mật khẩu: %.*s.", "Đặt mật khẩu cho người cần làm việc; khóa tài khoản không dùng." },
		[NOT_ASSIGNED] = { "%lld người có vai trò thẩm định mà chưa được phân công cơ quan nào: %.*s.", "Phân công cơ quan, hoặc thôi vai trò." },
		[NO_ROLE] = { "%lld tài khoản đang mở không có vai trò nào: %.*s.", "Cấp vai trò, hoặc khóa tài khoản." },
		[UNIT_ENDED] = { "%lld người đang mở tài khoản làm việc ở đơn vị đã kết thúc: %.*s.", "Chuyển họ sang đơn vị mới, hoặc khóa tài khoản." },
	};
	struct group g[WHYS] = { 0 };
	if (!accounts(l, why, WHYS, g, e))
		return false;
	for (size_t i = 0; i < ADMINISTRATOR; i++)
		if (g[i].n)
			say(l, why[i], str_fmt(l->a, rows[i].says, (long long)g[i].n, SF(names_of(l, &g[i]))), rows[i].todo, "/nguoi-dung");
	if (g[ADMINISTRATOR].n > ADMINISTRATORS_MOST)
		say(l, "administrators", str_fmt(l->a, "Có %lld người quản trị: %.*s.", (long long)g[ADMINISTRATOR].n, SF(names_of(l, &g[ADMINISTRATOR]))),
		    "Mỗi người quản trị đổi được mọi thứ; giữ hai hoặc ba người.", "/nguoi-dung");
	if (g[ADMINISTRATOR].n == 1)
		say(l, "administrators", str_fmt(l->a, "Chỉ có một người quản trị: %.*s.", SF(g[ADMINISTRATOR].names)),
		    "Nếu người ấy mất mật khẩu hay nghỉ việc thì không ai đổi được gì; cấp vai trò quản trị cho một người nữa.", "/nguoi-dung");
	return true;
}

/* -- backups, soundness -------------------------------------------------------------------------------- */

static int days_since(str at) { return days_between(day_iso(str_sub(at, 0, 10)), record_today()); }

static void saved(struct looking *l)
{
	const struct upkeep *u = l->u;
	str last = u->backups.n ? u->backups.at[0].made : (str){ 0 };
	int days = last.n ? days_since(last) : 0;
	if (!last.n)
		say(l, "no_backup", S("Trong hồ sơ chưa có bản sao lưu nào."),
		    "Bấm Sao lưu ngay ở dưới; nếu đã sao lưu bằng khacphuc backup ra nơi khác thì không cần.", NULL);
	else if (days > BACKUP_DAYS)
		say(l, "old_backup", str_fmt(l->a, "Bản sao lưu mới nhất đã %d ngày.", days), "Bấm Sao lưu ngay ở dưới, và chép bản ấy sang máy khác.", NULL);
	if (u->verify.state == CHORE_FAILED)
		say(l, "not_sound", S("Lần kiểm tra gần nhất thấy hồ sơ có chỗ sai."), "Đọc kết quả ở dưới và làm theo từng dòng.", NULL);
	else if (u->verify.state == CHORE_NEVER || (u->verify.at.n && days_since(u->verify.at) > VERIFY_DAYS))
		say(l, "not_verified", S("Hồ sơ chưa được kiểm tra trong 30 ngày qua."), "Bấm Kiểm tra hồ sơ ở dưới.", NULL);
	if (u->schema != u->newest)
		say(l, "schema", str_fmt(l->a, "Cấu trúc dữ liệu ở bản %d, chương trình cần bản %d.", u->schema, u->newest),
		    "Khởi động lại khacphuc để nâng cấp.", NULL);
}

/* -- the machine --------------------------------------------------------------------------------------- */

static bool local(str host)
{
	static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };
	for (size_t i = 0; i < COUNT(names); i++) {
		size_t n = strlen(names[i]);
		if (str_starts(host, str_c(names[i])) && (host.n == n || host.p[n] == ':'))
			return true;
	}
	return !host.n;
}

static void readable(struct looking *l, const char *what, str path, const char *vi)
{
	struct stat st;
	if (!stat(path.p, &st) && (st.st_mode & (S_IRWXG | S_IRWXO)))
		say(l, what, str_fmt(l->a, "%s mở cho người khác trên máy này: %.*s.", vi, SF(path)),
		    "Chạy chmod go= trên thư mục ấy, với người dùng chạy khacphuc.", NULL);
}

static void machine(struct looking *l, const struct upkeep_seen *seen)
{
	struct statfs fs;
	if (!local(seen->host) && !seen->secure)
		say(l, "not_secure", str_fmt(l->a, "Trang này đang mở qua http không mã hóa (%.*s): người ở giữa đường đọc được mật khẩu.", SF(seen->host)),
		    "Đặt sau một máy chủ có https, gửi kèm X-Forwarded-Proto: https; hoặc chỉ nghe ở 127.0.0.1.", NULL);
	readable(l, "folder_open", str_fmt(l->a, "%.*s", SF(l->u->dir)), "Thư mục hồ sơ");
	readable(l, "evidence_open", str_fmt(l->a, "%.*s/evidence", SF(l->u->dir)), "Thư mục minh chứng");
	if (db_kind(l->r->db) == DB_SQLITE && !statfs(str_fmt(l->a, "%.*s", SF(l->u->dir)).p, &fs)) {
		unsigned type = (unsigned)fs.f_type;
		if (type == NFS_SUPER_MAGIC || type == SMB_SUPER_MAGIC || type == CIFS_MAGIC || type == SMB2_MAGIC)
			say(l, "network_drive", S("Cơ sở dữ liệu SQLite nằm trên ổ mạng: khóa tệp ở đó không chắc chắn, dữ liệu có thể hỏng."),
			    "Chuyển hồ sơ về đĩa của máy này (khacphuc copy), hoặc dùng PostgreSQL.", NULL);
	}
	struct tools all = tools_all();
	for (size_t i = 0; i < all.n; i++)
		if (!tool_here(all.at[i]))
			say(l, "missing_program", str_fmt(l->a, "Thiếu chương trình %s: %s.", all.at[i]->program, all.at[i]->purpose),
			    str_fmt(l->a, "Cài bằng: apt install %s", all.at[i]->package).p, NULL);
}

bool weak_find(struct record *r, struct arena *a, const struct upkeep_seen *seen, struct upkeep *ret, struct err *e)
{
	struct looking l = { r, a, ret };
	saved(&l);
	machine(&l, seen);
	return people(&l, e);
}
