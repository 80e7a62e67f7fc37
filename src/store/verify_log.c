#include "store/audit.h"
#include "store/verify.h"

static const char torn[] = "So với nhật ký trong các bản sao lưu (audit.jsonl) để biết dòng gốc; ai giữ tệp hồ sơ phải giải trình.";

struct chain { int64_t last; char seal[65]; };

static str text_at(struct rows *r, struct arena *a, const char *name) { return col_text(r, a, column_of(r, name)); }
static int64_t number_at(struct rows *r, const char *name) { return col_int(r, column_of(r, name)); }

static void link_of(struct verify *v, struct arena *a, struct rows *r, struct chain *c)
{
	char seal[65];
	struct audit_row row = { number_at(r, "id"), number_at(r, "span"), number_at(r, "person_id"), number_at(r, "body_id"), number_at(r, "entity_id"),
		                 text_at(r, a, "at"), text_at(r, a, "login"), text_at(r, a, "what"), text_at(r, a, "entity"),
		                 text_at(r, a, "before"), text_at(r, a, "after") };
	str is = text_at(r, a, "seal");
	if (row.id != c->last + 1)
		verify_say(v, (struct wrong){ .table = S("audit"), .id = c->last + 1, .hint = torn }, "Nhật ký thiếu dòng %lld đến %lld: đã bị xóa.",
		           (long long)c->last + 1, (long long)row.id - 1);
	audit_seal(a, &row, str_c(c->seal), seal);
	if (row.id == c->last + 1 && !str_eq(is, str_c(seal)))
		verify_say(v, (struct wrong){ .table = S("audit"), .id = row.id, .column = S("seal"), .expected = str_c(seal), .there = is,
		                              .hint = torn },
		           "Dòng nhật ký %lld (%.*s, %.*s, %.*s %lld) không khớp dấu niêm: dòng này, hoặc dòng trước nó, đã bị sửa.", (long long)row.id,
		           SF(row.at), SF(row.login), SF(row.entity), (long long)row.entity_id);
	c->last = row.id;
	memset(c->seal, 0, sizeof c->seal);
	memcpy(c->seal, is.p ? is.p : "", is.n < 64 ? is.n : 64);
}

static bool page(struct verify *v, struct chain *c, int64_t *got, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)512 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(v->db, S("audit"), *got < 0 ? INT64_MIN : c->last, VERIFY_PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got)
		link_of(v, a, &r, c);
	pace_tell(v->progress, "Đang kiểm tra nhật ký, dòng", c->last, 0);
	return rows_done(&r, e);
}

static bool head(struct verify *v, const struct chain *c, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_head, 0), &r, e))
		return false;
	bool there = rows_next(&r);
	int64_t last = there ? col_int(&r, 0) : 0;
	str seal = there ? col_text(&r, a, 1) : (str){ 0 };
	if (!rows_done(&r, e))
		return false;
	if (!there || last != c->last)
		verify_say(v, (struct wrong){ .table = S("audit_head"), .id = 1, .column = S("last"), .hint = torn },
		           last > c->last ? "Đuôi nhật ký bị cắt: dòng cuối phải là %lld, chỉ còn đến %lld."
		                          : "Đầu mối của nhật ký ghi dòng cuối là %lld, trong khi nhật ký có đến dòng %lld.",
		           (long long)last, (long long)c->last);
	else if (!str_eq(seal, str_c(c->seal)))
		verify_say(v, (struct wrong){ .table = S("audit_head"), .id = 1, .column = S("seal"), .expected = seal,
		                              .there = str_c(c->seal), .hint = torn },
		           "Dấu niêm của dòng nhật ký cuối (%lld) không phải là dấu đã ghi ở đầu mối.", (long long)last);
	return true;
}

static bool run(struct verify *v, struct err *e)
{
	struct chain c = { 0 };
	for (int64_t got = -1; got < 0 || got == VERIFY_PAGE;)
		if (!page(v, &c, &got, e))
			return false;
	return head(v, &c, e);
}

const struct verify_row verify_log = {
	.help = "Nhật ký liền mạch: không thiếu dòng, mỗi dòng khớp dấu niêm của nó và của dòng trước.",
	.source = "store/audit.h",
	.run = run,
};
