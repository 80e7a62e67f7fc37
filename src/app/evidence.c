#include "app/evidence.h"
#include "app/finding.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "core/day.h"

struct kept_row { int64_t id, body; str title, number, issuer, name, sha, where; struct date issued, expires; int revision; };

/* -- what was typed ----------------------------------------------------------------------------------- */

static bool take_day(const char *typed, const char *what, struct date *ret, struct err *e)
{
	if (!typed)
		return true;
	*ret = *typed ? day_read(str_c(typed)) : (struct date){ 0 };
	return !*typed || ret->year || (fail(e, ERR_INPUT, "Không hiểu %s “%s”.", what, typed), err_hint(e, "Viết như 30/6/2026."));
}

static bool take(struct arena *a, const struct evidence_said *s, struct kept_row *k, struct err *e)
{
	if (!said_or(a, "tên", SAID_TEXT, s->title, &k->title, e) || !said_or(a, "số", SAID_NAME, s->number, &k->number, e) ||
	    !said_or(a, "nơi ban hành", SAID_NAME, s->issuer, &k->issuer, e) ||
	    !said_or(a, "chỗ trong minh chứng", SAID_NAME, s->where, &k->where, e))
		return false;
	if (!k->title.n)
		return fail(e, ERR_INPUT, "Minh chứng cần có tên.");
	if (!take_day(s->issued, "ngày ban hành", &k->issued, e) || !take_day(s->expires, "ngày hết hiệu lực", &k->expires, e))
		return false;
	return !k->issued.year || !k->expires.year || days_between(k->issued, k->expires) >= 0 ||
	       fail(e, ERR_INPUT, "Ngày hết hiệu lực “%s” đứng trước ngày ban hành.", s->expires ? s->expires : "");
}

str evidence_age(struct arena *a, struct date expires, struct date today)
{
	if (!date_day_known(expires))
		return S("");
	int left = days_between(today, expires);
	return left < 0 ? str_fmt(a, "đã hết hiệu lực %d ngày", -left) : left <= EVIDENCE_SOON ? str_fmt(a, "còn hiệu lực %d ngày",
	        left) : S("");
}

static void tell_age(struct arena *a, const struct kept_row *k, strs *told)
{
	str age = evidence_age(a, k->expires, record_today());
	if (age.n)
		*vec_add(a, told) = str_fmt(a, "Minh chứng này %.*s.", SF(age));
}

/* -- what it proves ----------------------------------------------------------------------------------- */

struct aim_at { int64_t finding, remedy, criterion, cycle; };

static bool no_such(str name, struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Không có “%.*s” trong hồ sơ của đơn vị này, hoặc bạn không được xem.", SF(name));
	return err_hint(e, "Ghi mã tiêu chí (3.1.2), tồn tại (T12) hoặc giải pháp (G7).");
}

static bool find_target(struct record *r, struct arena *a, int64_t body, str name, int year, struct aim_at *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	const char *z = str_copy(a, str_trim(name)).p;
	bool code = *z >= '0' && *z <= '9';
	*ret = (struct aim_at){ .finding = code ? 0 : named_id(z, 'T'), .remedy = code ? 0 : named_id(z, 'G') };
	if (ret->finding && ret->remedy)
		ret->remedy = 0;                           /* "#12" */
	if (code ? !db_query(r->db, Q(finding_criterion, .who = v_int(r->who.person), .body_id = v_int(body), .code = v_text(str_c(z)),
	                              .year = v_int(year)), &rows, e)
	         : !db_query(r->db, Q(evidence_target, .who = v_int(r->who.person), .finding_id = v_int(ret->finding),
	                              .remedy_id = v_int(ret->remedy)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found && code) {
		ret->criterion = col_int(&rows, 0);
		ret->cycle = col_int(&rows, 3);
	} else if (found)
		found = col_int(&rows, 0) == body;
	return rows_done(&rows, e) && (found || no_such(name, e));
}

static bool put_link(struct record *r, struct tx *t, int64_t evidence, const struct aim_at *g, str where, struct changed *done,
                     struct err *e)
{
	struct arg me = v_int(r->who.person), id = v_int(evidence), pointer = v_text(where);
	if (g->criterion)
		return db_change(t, Q(evidence_link_criterion, .who = me, .evidence_id = id, .cycle_id = v_int(g->cycle),
		                      .criterion_id = v_int(g->criterion),
		                      .pointer = pointer), done, e);
	if (g->finding)
		return db_change(t, Q(evidence_link_finding, .who = me, .evidence_id = id, .finding_id = v_int(g->finding),
		                      .pointer = pointer), done, e);
	return db_change(t, Q(evidence_link_remedy, .who = me, .evidence_id = id, .remedy_id = v_int(g->remedy), .pointer = pointer), done,
	                 e);
}

static bool denied(struct record *r, struct err *e)
{
	record_denied(r, e, "nhập minh chứng này");
	return err_hint(e,
	        "Văn phòng nhập mọi minh chứng của đơn vị; công chức nhập cho giải pháp mình phụ trách hoặc phòng mình chủ trì.");
}

static bool put_links(struct record *r, struct tx *t, int64_t evidence, const struct aim_at *g, size_t n, str where, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct changed done = { 0 };
		if (!put_link(r, t, evidence, &g[i], where, &done, e))
			return false;
		if (!done.rows)
			return denied(r, e);
	}
	return true;
}

static bool find_targets(struct record *r, struct arena *a, int64_t body, const struct evidence_said *s, struct aim_at **ret, struct err *e)
{
	*ret = make_n(a, struct aim_at, s->targets.n + 1);
	if (!s->targets.n)
		return fail(e, ERR_INPUT, "Chưa nói minh chứng này chứng minh cho điều gì."),
		       err_hint(e, "Ghi mã tiêu chí (3.1.2), tồn tại (T12) hoặc giải pháp (G7); trên dòng lệnh là --for.");
	for (size_t i = 0; i < s->targets.n; i++)
		if (!find_target(r, a, body, s->targets.at[i], s->year, &(*ret)[i], e))
			return false;
	return true;
}

/* -- files -------------------------------------------------------------------------------------------- */

static str name_of(const struct evidence_file *f)
{
	const char *slash = strrchr(f->path, '/');
	return f->name.n ? f->name : str_c(slash ? slash + 1 : f->path);
}

/* "Báo cáo quý I.pdf" is called "Báo cáo quý I". */
static str titled_by(str name)
{
	size_t end = name.n;
	for (size_t i = 1; i < name.n; i++)
		end = name.p[i] == '.' ? i : end;
	return str_sub(name, 0, end);
}

static bool put_file(struct record *r, struct tx *t, int64_t evidence, const struct blob *b, const struct evidence_file *f, struct err *e)
{
	int64_t blob = 0;
	struct changed done = { 0 };
	return record_blob(r, t, b, &blob, e) &&
	       db_change(t, Q(evidence_file_add, .who = v_int(r->who.person), .evidence_id = v_int(evidence), .blob_id = v_int(blob),
	                      .name = v_text(name_of(f))),
	                 &done, e) && (done.rows || denied(r, e));
}

static bool may_keep(struct record *r, int64_t body, struct err *e)
{
	int64_t may = 0;
	bool found;
	if (!db_int(r->db, Q(evidence_may, .who = v_int(r->who.person), .body_id = v_int(body)), &may, &found, e))
		return false;
	return may || denied(r, e);
}

/* What is told of bytes that were kept before: where else they are. */
static bool tell_known(struct record *r, struct arena *a, const struct blob *b, struct evidence_kept *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!b->there)
		return true;
	if (!db_query(r->db, Q(evidence_same_file, .who = v_int(r->who.person), .sha256 = v_text(str_c(b->sha))), &rows, e))
		return false;
	if (rows_next(&rows)) {
		ret->known = col_int(&rows, 0);
		ret->known_title = col_text(&rows, a, 1);
	}
	return rows_done(&rows, e);
}

static bool put_one(struct record *r, struct arena *a, struct tx *t, int64_t body, const struct evidence_file *f, const struct blob *b,
                    const struct kept_row *k, struct evidence_kept *ret, struct err *e)
{
	struct changed done = { 0 };
	if (!db_change(t, Q(evidence_add, .who = v_int(r->who.person), .body_id = v_int(body), .title = v_text(k->title),
	                    .number = v_text(k->number), .issuer = v_text(k->issuer), .issued_on = v_text(date_iso(a, k->issued)),
	                    .expires_on = v_text(date_iso(a, k->expires))), &done, e))
		return false;
	if (!done.rows)
		return denied(r, e);
	*ret = (struct evidence_kept){ .id = done.id, .size = b->size, .again = b->there, .name = name_of(f), .sha = str_copy(a,
	        str_c(b->sha)) };
	return put_file(r, t, done.id, b, f, e);
}

bool evidence_add_all(struct record *r, struct arena *a, int64_t body, const struct evidence_file *files, size_t n,
        const struct evidence_said *s,
                      struct evidence_kept *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct kept_row k = { 0 };
	struct aim_at *g;
	struct blob *b = make_n(a, struct blob, n + 1);
	struct evidence_said named = *s;
	if (!n)
		return fail(e, ERR_INPUT, "Chưa có tệp nào."), err_hint(e, "Chọn tệp từ máy của bạn.");
	if (!s->title)
		named.title = str_copy(a, titled_by(name_of(&files[0]))).p;
	if (!take(a, &named, &k, e) || !may_keep(r, body, e) || !find_targets(r, a, body, s, &g, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!blobs_put_file(r->blobs, files[i].path, EVIDENCE_MOST, &b[i], e))
			return false;
	if (!record_tx(r, a, S("evidence add"), &t, e))
		return false;
	str title = k.title;
	for (size_t i = 0; i < n; i++) {
		str own = titled_by(name_of(&files[i]));
		k.title = n == 1 ? title : s->title ? str_fmt(a, "%.*s – %.*s", SF(title), SF(own)) : own;
		if (!put_one(r, a, &t, body, &files[i], &b[i], &k, &ret[i], e) || !tell_known(r, a, &b[i], &ret[i], e) ||
		    !put_links(r, &t, ret[i].id, g, s->targets.n, k.where, e))
			return false;
		tell_age(a, &k, &ret[i].told);
	}
	return tx_commit(&t, e);
}

bool evidence_add(struct record *r, struct arena *a, int64_t body, const char *path, const struct evidence_said *s,
                  struct evidence_kept *ret, struct err *e)
{
	*ret = (struct evidence_kept){ 0 };
	return evidence_add_all(r, a, body, &(struct evidence_file){ .path = path }, 1, s, ret, e);
}

static bool load(struct record *r, struct arena *a, int64_t id, struct kept_row *k, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(evidence_load, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found)
		*k = (struct kept_row){ .id = id, .body = col_int(&rows, 1), .title = col_text(&rows, a, 2), .number = col_text(&rows, a,
		   3),
			                .issuer = col_text(&rows, a, 4), .issued = day_iso(col_text(&rows, a, 5)),
			                    .expires = day_iso(col_text(&rows, a, 6)),
			                .revision = (int)col_int(&rows, 7), .name = col_text(&rows, a, 8), .sha = col_text(&rows, a, 9) };
	return rows_done(&rows, e) && (found || fail(e, ERR_NOT_FOUND, "Không có minh chứng M%lld, hoặc bạn không được xem.",
	        (long long)id));
}

bool evidence_revise(struct record *r, struct arena *a, int64_t id, int revision, const struct evidence_file *file,
                     const struct evidence_said *s, struct evidence_kept *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct kept_row k = { 0 };
	struct blob b = { 0 };
	struct changed done = { 0 };
	*ret = (struct evidence_kept){ 0 };
	if (!load(r, a, id, &k, e) || !take(a, s, &k, e) || !may_keep(r, k.body, e) ||
	    (file && !blobs_put_file(r->blobs, file->path, EVIDENCE_MOST, &b, e)) || !tell_known(r, a, &b, ret, e) ||
	    !record_tx(r, a, S("evidence revise"), &t, e) ||
	    !db_change(&t, Q(evidence_revise, .who = v_int(r->who.person), .id = v_int(id),
	                     .revision = v_int(revision ? revision : k.revision), .title = v_text(k.title),
	                     .number = v_text(k.number), .issuer = v_text(k.issuer), .issued_on = v_text(date_iso(a, k.issued)),
	                     .expires_on = v_text(date_iso(a, k.expires))), &done, e))
		return false;
	if (!done.rows) {
		tx_close(&t);
		return revision && revision != k.revision ? change_refused(r, a, "sheets", k.body, "evidence", id, str_fmt(a,
		        "Minh chứng M%lld", (long long)id),
		                                                           "sửa minh chứng này", e) : denied(r, e);
	}
	if ((file && !put_file(r, &t, id, &b, file, e)) || !tx_commit(&t, e))
		return false;
	ret->id = id;
	ret->size = b.size;
	ret->again = b.there;
	ret->name = file ? name_of(file) : k.name;
	ret->sha = file ? str_copy(a, str_c(b.sha)) : k.sha;
	tell_age(a, &k, &ret->told);
	return true;
}

bool evidence_link(struct record *r, struct arena *a, int64_t id, const struct evidence_said *s, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct kept_row k = { 0 };
	struct aim_at *g;
	return load(r, a, id, &k, e) && said_or(a, "chỗ trong minh chứng", SAID_NAME, s->where, &k.where, e) &&
	       find_targets(r, a, k.body, s, &g, e) && record_tx(r, a, S("evidence link"), &t, e) &&
	       put_links(r, &t, id, g, s->targets.n, k.where, e) && tx_commit(&t, e);
}

bool evidence_get(struct record *r, struct arena *a, int64_t id, const char *path, str *ret_name, struct err *e)
{
	struct kept_row k = { 0 };
	if (!load(r, a, id, &k, e))
		return false;
	*ret_name = k.name;
	return blobs_copy_out(a, r->blobs, k.sha, path, e);
}

bool evidence_open(struct record *r, struct arena *a, int64_t id, int ord, struct evidence_bytes *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_bytes){ 0 };
	if (!db_query(r->db, Q(evidence_file_at, .who = v_int(r->who.person), .id = v_int(id), .ord = v_int(ord)), &rows, e))
		return false;
	if (rows_next(&rows))
		*ret = (struct evidence_bytes){ .ord = (int)col_int(&rows, 0), .name = col_text(&rows, a, 1), .sha = col_text(&rows, a, 2),
			                        .size = col_int(&rows, 3) };
	if (!rows_done(&rows, e))
		return false;
	if (!ret->ord)
		return fail(e, ERR_NOT_FOUND, "Không có tệp ấy của minh chứng M%lld, hoặc bạn không được xem.", (long long)id),
		       err_hint(e, "Mở lại từ danh sách minh chứng.");
	return blobs_whole(a, r->blobs, ret->sha, &ret->path, e);
}

/* "3.1.2, T12; G7": codes have no spaces. */
strs evidence_targets(struct arena *a, str typed)
{
	strs list = { 0 };
	for (size_t from = 0; from < typed.n;) {
		size_t end = from;
		while (end < typed.n && !strchr(",; \n", typed.p[end]))
			end++;
		if (end > from)
			*vec_add(a, &list) = str_sub(typed, from, end);
		from = end + 1;
	}
	return list;
}
