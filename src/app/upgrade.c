#include "app/record_parts.h"
#include "base/fd.h"
#include "store/backup.h"
#include "store/migrate.h"
#include "store/search_index.h"
#include <errno.h>
#include <sys/file.h>
#include <sys/stat.h>

/* Held until the file is closed: of two programs that open an older record at once, the second waits and finds it done. */
static bool alone(struct record *r, int *ret, struct err *e)
{
	str path = str_fmt(r->a, "%.*s/" RECORD_CONF, SF(r->dir));
	*ret = open(path.p, O_RDONLY | O_CLOEXEC);
	while (*ret >= 0 && flock(*ret, LOCK_EX))
		if (errno != EINTR)
			fd_close(ret), *ret = -1;
	if (*ret >= 0)
		return true;
	fail(e, ERR_SYSTEM, "Không giữ riêng được hồ sơ “%.*s” để nâng cấp.", SF(r->dir));
	err_hint(e, "Kiểm tra quyền đọc tệp " RECORD_CONF " rồi mở lại.");
	return err_detail(e, "flock: %s", strerror(errno));
}

static str free_name(struct record *r, int version)
{
	struct stat st;
	str s = str_fmt(r->a, "%.*s/truoc-khi-nang-cap-%d", SF(r->dir), version);
	for (int i = 2; !lstat(s.p, &st); i++)
		s = str_fmt(r->a, "%.*s/truoc-khi-nang-cap-%d-%d", SF(r->dir), version, i);
	return s;
}

bool record_upgrade(struct record *r, struct migrations m, struct err *e)
{
	CLEANUP(fd_close) int lock = -1;
	struct manifest made;
	int version;
	if (!alone(r, &lock, e))
		return false;
	if (migrate_check(r->a, r->db, m, e) || e->code != ERR_CONFLICT)
		return e->code != ERR_FORMAT && e->code != ERR_SYSTEM;
	if (!migrate_version(r->db, &version, e))
		return false;
	str to = free_name(r, version);
	struct backup_of of = { r->db, r->blobs, m, S(KHACPHUC_VERSION), record_moment(r->a), NULL };
	if (!backup_make(r->a, &of, to.p, &made, e)) {
		struct err why = *e;
		fail(e, why.code, "Hồ sơ cần nâng cấp lược đồ từ %d lên %d, nhưng chưa sao lưu được nên chưa làm gì: %s", version, (int)m.n, why.message);
		return err_hint(e, "%s", why.hint), err_detail(e, "%s", why.detail);
	}
	if (migrate_to(r->db, m, (int)m.n, e))             /* a newer program may find more in the same rows */
		return migrate_check(r->a, r->db, m, e) && search_rebuild(r->db, e);
	struct err why = *e;
	fail(e, ERR_SYSTEM, "Không nâng cấp được lược đồ của hồ sơ từ %d lên %d; bước hỏng đã được trả lại như cũ.", version, (int)m.n);
	err_hint(e, "Dùng lại bản khacphuc cũ, hoặc báo người quản trị. Bản sao lưu trước khi nâng cấp ở “%s”.", to.p);
	return err_detail(e, "%s %s", why.message, why.detail);
}
