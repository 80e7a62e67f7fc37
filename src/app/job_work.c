#include "app/apart.h"
#include "app/examine.h"
#include "app/job_parts.h"
#include "base/folder.h"
#include "core/check.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define LOCKS "jobs.lock"

/* -- who reads what ------------------------------------------------------------------------------------ */

/* Who reads job n holds byte n of one file. The system lets go of it when the process ends, however it ends; no clock is asked. */
static int lock_job(struct record *r, struct arena *a, int64_t id, bool *busy, struct err *e)
{
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = id, .l_len = 1 };
	int fd = open(str_fmt(a, "%.*s/" LOCKS, SF(r->dir)).p, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0 && !fcntl(fd, F_OFD_SETLK, &l))
		return fd;
	*busy = fd >= 0 && (errno == EAGAIN || errno == EACCES);
	if (!*busy)
		fail(e, ERR_SYSTEM, "Không đặt được khóa của lượt nhập."), err_detail(e, LOCKS ": %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

static void unlock(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

/* -- one job ------------------------------------------------------------------------------------------- */

struct doing {
	struct record *r;
	struct arena  *a;
	int64_t        id, person, tries;
	str            login, name, sha;
	int            done, total;
	bool           whole;                  /* the file is one document, and it is written */
	bool           imports;                /* who gave it may give documents */
	struct err     e;
};

struct outcome { str state, title, kind, message, hint; int64_t facts, tree, file, errors, warnings; };

static str title_of(struct arena *a, const struct facts *f)
{
	const struct document *d = &f->document;
	str name = str_c(document_kind_vi(d->kind));
	if (f->file.book.n)
		return str_eq(f->file.book, S("set")) ? S("Bộ tiêu chí") : str_eq(f->file.book, S("sheet")) ? S("Phiếu chấm điểm") : S("Bảng kết quả");
	return str_fmt(a, "%.*s%s%.*s%s%.*s", SF(name), d->number.n ? " " : "", SF(d->number), d->title.n ? ": " : "", SF(d->title));
}

static bool keep_bytes(struct doing *x, struct tx *t, str name, str bytes, int64_t *ret, struct err *e)
{
	struct blob b = { 0 };
	return blobs_put_bytes(x->r->blobs, name, bytes, &b, e) && record_blob(x->r, t, &b, ret, e);
}

/* What is read well and yet nothing for the record. */
static bool refused(const struct doing *x, const struct apart *d, const struct facts *f, struct err *e)
{
	if (!f->file.book.n && !x->imports) {
		fail(e, ERR_INPUT, "Không nhận ra bộ tiêu chí, phiếu chấm điểm hay bảng kết quả trong tệp này.");
		err_hint(e, "Đặt tên sheet là Bộ tiêu chí, Tiêu chí, Phiếu hoặc Kết quả, với các cột như tệp mẫu. "
		            "Văn bản khác thì văn phòng của đơn vị nhập.");
	} else if (f->file.book.n && f->file.macros) {
		fail(e, ERR_INPUT, "Tệp có macro (chương trình kèm theo), không đưa vào hồ sơ được.");
		err_hint(e, "Trong Excel chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi gửi tệp mới.");
	} else if (f->file.book.n && (d->tree.n > JOB_BOOK_MOST || d->facts.n > JOB_BOOK_MOST)) {
		fail(e, ERR_LIMIT, "Bảng tính này có quá nhiều ô.");
		err_hint(e, "Xóa những sheet và hàng thừa, lưu lại rồi gửi lại.");
	}
	return e->code;
}

static bool find_outcome(struct doing *x, struct arena *a, struct tx *t, const struct apart *d, struct outcome *o, struct err *e)
{
	struct facts *f;
	if (d->e) {
		*o = (struct outcome){ .state = S("failed"), .message = str_c(d->e->message), .hint = str_c(d->e->hint) };
		return true;
	}
	struct err why = { 0 };
	if (!facts_parse(a, d->facts, &f, e))
		return false;
	if (refused(x, d, f, &why)) {
		*o = (struct outcome){ .state = S("failed"), .message = str_copy(a, str_c(why.message)), .hint = str_copy(a, str_c(why.hint)) };
		return true;
	}
	if (!keep_bytes(x, t, d->name, d->facts, &o->facts, e) ||
	    !keep_bytes(x, t, d->name, d->tree, &o->tree, e))
		return false;
	o->state = S("ready");
	o->title = title_of(a, f);
	o->kind = f->file.book.n ? f->file.book : S("document");
	for (size_t i = 0; !f->file.book.n && i < f->checks.n; i++)
		*(f->checks.at[i].severity == SEVERITY_ERROR ? &o->errors : &o->warnings) += 1;
	return true;
}

static bool write_job(struct doing *x, struct tx *t, const struct outcome *o, struct err *e)
{
	return db_change(t, Q(job_read, .id = v_int(x->id), .state = v_text(o->state), .title = v_text(o->title),
	                      .kind = v_text(o->kind), .errors = v_int(o->errors), .warnings = v_int(o->warnings),
	                      .facts_id = v_ref(o->facts),
	                          .tree_id = v_ref(o->tree),
	                      .done = v_int(x->done), .total = v_int(x->total), .message = v_text(o->message), .hint = v_text(o->hint)),
	                          NULL, e);
}

/* When it is read again, a part that is there already stays. */
static bool write_part(struct doing *x, struct arena *a, struct tx *t, const struct apart *d, struct outcome *o, struct err *e)
{
	int64_t there = 0;
	bool found = false;
	(void)a;
	if (!db_int(x->r->db, Q(job_part_find, .part_of = v_int(x->id), .file_name = v_text(d->name)), &there, &found, e))
		return false;
	if (!found && d->bytes.n && !keep_bytes(x, t, d->name, d->bytes, &o->file, e))
		return false;
	return (found || db_change(t, Q(job_part_add, .part_of = v_int(x->id), .file_name = v_text(d->name), .file_id = v_ref(o->file),
	                                .state = v_text(o->state), .title = v_text(o->title), .kind = v_text(o->kind),
	                                .errors = v_int(o->errors), .warnings = v_int(o->warnings), .facts_id = v_ref(o->facts),
	                                .tree_id = v_ref(o->tree), .message = v_text(o->message), .hint = v_text(o->hint)), NULL, e)) &&
	       db_change(t, Q(job_progress, .id = v_int(x->id), .done = v_int(x->done), .total = v_int(x->total)), NULL, e);
}

static bool heard(void *ctx, struct arena *a, const struct apart *d, size_t total)
{
	struct doing *x = ctx;
	CLEANUP(tx_close) struct tx t = { 0 };
	struct outcome o = { 0 };
	bool part = d->name.n > x->name.n;
	x->done++;
	x->total = (int)total > x->done ? (int)total : x->done;
	x->whole |= !part;
	return record_tx(x->r, a, S("job read"), &t, &x->e) && find_outcome(x, a, &t, d, &o, &x->e) &&
	       (part ? write_part(x, a, &t, d, &o, &x->e) : write_job(x, &t, &o, &x->e)) && tx_commit(&t, &x->e);
}

static bool finish(struct doing *x, str state, const struct err *why, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct outcome o = { .state = state };
	if (why) {
		o.message = str_c(why->message);
		o.hint = str_c(why->hint);
	}
	return record_tx(x->r, x->a, S("job read"), &t, e) && write_job(x, &t, &o, e) && tx_commit(&t, e);
}

static bool take(struct doing *x, bool *taken, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	if (!record_tx(x->r, x->a, S("job read"), &t, e) ||
	    !db_change(&t, Q(job_take, .id = v_int(x->id), .tries = v_int(x->tries)), &done, e))
		return false;
	*taken = done.rows;
	return tx_commit(&t, e);
}

static void leave(struct folder *f) { folder_remove(f); }

static bool read_it(struct doing *x, struct err *e)
{
	CLEANUP(leave) struct folder f = { .fd = -1 };
	struct err why = { 0 };
	if (x->tries >= JOB_TRIES) {
		fail(&why, ERR_FORMAT, "Đã đọc tệp này %d lần mà lần nào cũng bị dừng giữa chừng.", JOB_TRIES);
		err_hint(&why, "Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi gửi lại; nếu vẫn vậy, báo cho người quản trị.");
		return finish(x, S("failed"), &why, e);
	}
	if (!folder_open(x->a, &f, e))
		return false;
	str path = str_fmt(x->a, "%.*s/tep", SF(f.path));
	if (!blobs_copy_out(x->a, x->r->blobs, x->sha, path.p, &why) || !examine_apart(path.p, x->name, JOB_SECONDS, heard, x, &why))
		return why.code == ERR_SYSTEM ? *e = why, false : finish(x, S("failed"), &why, e);      /* stopped: it is read again */
	if (x->e.code)
		return *e = x->e, false;
	return x->whole || finish(x, S("parts"), NULL, e);
}

static bool work_on(struct doing *x, bool *worked, struct err *e)
{
	bool busy = false;
	CLEANUP(unlock) int lock = lock_job(x->r, x->a, x->id, &busy, e);
	if (lock < 0)
		return busy;
	x->r->who = (struct actor){ .person = x->person, .login = x->login };
	x->r->person_name = x->login;
	return take(x, worked, e) && (!*worked || read_it(x, e));
}

bool job_work(struct record *r, struct arena *a, bool *worked, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	VEC(struct doing) open = { 0 };
	bool ok = true;
	*worked = false;
	if (!db_query(r->db, Q(job_next, 0), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &open) = (struct doing){ .r = r, .a = a, .id = col_int(&rows, 0), .person = col_int(&rows, 1),
			                             .login = col_text(&rows, a, 2), .name = col_text(&rows, a, 3),
			                             .sha = col_text(&rows, a, 4), .tries = col_int(&rows, 5),
			                             .imports = col_int(&rows, 6) };
	if (!rows_done(&rows, e))
		return false;
	rows_close(&rows);
	for (size_t i = 0; ok && !*worked && i < open.n; i++)
		ok = work_on(&open.at[i], worked, e);
	record_nobody(r);
	return ok;
}
