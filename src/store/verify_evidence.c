#include "store/verify.h"
#include <stdio.h>

static const char again[] = "Khôi phục tệp này từ bản sao lưu, hoặc nộp lại tệp gốc.";

struct looking { struct verify *v; int64_t done; bool ok; struct err *e; };

/* What the file is to people: titles of documents and evidence, file names. */
static bool used(struct verify *v, struct arena *a, str sha, str *ret, int64_t *size, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct buf b = buf_open(a);
	*size = -1;
	if (!db_query(v->db, Q(verify_blob, .sha256 = v_text(sha)), &r, e))
		return false;
	while (rows_next(&r)) {
		*size = col_int(&r, 0);
		if (col_null(&r, 1))
			continue;
		str name = col_text(&r, a, 1);
		buf_fmt(&b, "%s“%.*s”", b.n ? ", " : "", SF(name));
	}
	*ret = buf_str(&b);
	return rows_done(&r, e);
}

static void found(void *ctx, const struct blob_found *f)
{
	struct looking *l = ctx;
	struct verify *v = l->v;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	str path = str_c(f->path), sha = path.n > 3 ? str_sub(path, 3, path.n) : path, of = { 0 };
	int64_t size = -1;
	bool blob = f->state == BLOB_SOUND || f->state == BLOB_CHANGED;
	if (!l->ok || (blob && !(l->ok = used(v, a, sha, &of, &size, l->e))))
		return;
	struct wrong w = { .table = S("blob"), .expected = sha, .hint = again };
	const char *how = of.n ? " của " : "";
	pace_tell(v->progress, "Đang đọc lại các tệp minh chứng", ++l->done, 0);
	switch (f->state) {
	case BLOB_SOUND:
		if (size >= 0 && size != f->size)
			verify_say(v, w, "Tệp minh chứng evidence/%s%s%.*s dài %lld byte, trong bảng ghi %lld.", f->path, how, SF(of), (long long)f->size, (long long)size);
		else if (size < 0)
			verify_say(v, (struct wrong){ .doubt = true, .there = path, .hint = "Không hại gì: một lần nộp bị ngắt giữa chừng để lại; có thể giữ nguyên." },
			           "Tệp evidence/%s không thuộc dòng nào của hồ sơ.", f->path);
		break;
	case BLOB_CHANGED: verify_say(v, w, "Tệp minh chứng evidence/%s%s%.*s đã bị thay đổi, không còn là tệp đã nộp.", f->path, how, SF(of)); break;
	case BLOB_UNREADABLE: verify_say(v, w, "Không đọc được evidence/%s: %s.", f->path, strerror(f->why)); break;
	case BLOB_FOREIGN:
		verify_say(v, (struct wrong){ .doubt = true, .there = path, .hint = "Chuyển nó ra chỗ khác: thư mục này chỉ để chương trình ghi." },
		           "evidence/%s không do chương trình đặt vào.", f->path);
		break;
	case BLOB_LEFT:
		verify_say(v, (struct wrong){ .doubt = true, .there = path, .hint = "Đang được nộp, hoặc một lần nộp bị ngắt để lại; xóa được khi không ai đang nộp." },
		           "evidence/%s là tệp nộp dở.", f->path);
		break;
	}
}

static bool rows_page(struct verify *v, int64_t *after, int64_t *got, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(v->db, S("blob"), *after, VERIFY_PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got) {
		struct err why = { 0 };
		int64_t size;
		str sha = col_text(&r, a, column_of(&r, "sha256")), of = { 0 };
		*after = col_int(&r, 0);
		if (blobs_stat(v->blobs, sha, &size, &why) || (why.code != ERR_NOT_FOUND && why.code != ERR_INPUT))
			continue;                          /* what is there is read anyway */
		if (!used(v, a, sha, &of, &size, e))
			return false;
		verify_say(v, (struct wrong){ .table = S("blob"), .id = *after, .expected = sha, .hint = again },
		           "Mất tệp minh chứng %.*s%s%.*s.", SF(sha), of.n ? " của " : "", SF(of));
	}
	return rows_done(&r, e);
}

static bool run(struct verify *v, struct err *e)
{
	struct looking l = { .v = v, .ok = true, .e = e };
	for (int64_t after = INT64_MIN, got = VERIFY_PAGE; got == VERIFY_PAGE;)
		if (!rows_page(v, &after, &got, e))
			return false;
	return !v->blobs || (blobs_check(v->blobs, found, &l, e) && l.ok);
}

const struct verify_row verify_evidence = {
	.help = "Mỗi tệp minh chứng còn đó và đúng là tệp đã nộp; không tệp lạ.",
	.source = "store/blobs.h",
	.run = run,
};
