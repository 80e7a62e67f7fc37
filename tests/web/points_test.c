#include "web/fixture.h"

/* Bảng điểm, one criterion, and the sets: what is shown, what is filled in, what is refused. */

enum { STATEMENTS = 12 };

/* "{c}" is criterion 1.1, "{h}" 1.2, "{s}" the set, "{u}" the own body. */
static const char *filled(struct arena *a, const struct fixture *f, const char *s)
{
	struct buf b = buf_open(a);
	for (; *s; s++) {
		int64_t id = s[0] != '{' ? 0 : s[1] == 'c' ? f->criterion : s[1] == 'h' ? f->by_hand : s[1] == 's' ? f->set : f->own.body;
		if (id) {
			buf_fmt(&b, "%lld", (long long)id);
			s += 2;
		} else {
			buf_put(&b, (str){ s, 1 });
		}
	}
	return buf_str(&b).p;
}

/* What cmocka has room to print. */
static str seen(const struct reply *r) { return str_sub(r->body, str_find(r->body, S("<div class=\"notices\""), 0), r->body.n); }

static const struct { const char *login, *address, *says, *silent; } looks[] = {
	{ "vanphong", "/diem", "Ban hành kế hoạch CCHC", "Phiếu chưa điền" },
	{ "vanphong", "/diem", "Chốt phiếu", "Công bố kết quả" },
	{ "vanphong", "/diem?lost=1", "Không có tiêu chí nào như vậy", "Sáng kiến" },
	{ "vanphong", "/diem?field=2", "Rà soát văn bản", "Sáng kiến</th>" },
	{ "nguoixem", "/diem", "Ban hành kế hoạch CCHC", "Chốt phiếu" },
	{ "thamdinh", "/diem?unit={u}", "Công bố kết quả", "Chốt phiếu" },
	{ "vanphong", "/diem/{c}", "Tỷ lệ việc xong", "Lưu điểm thẩm định" },
	{ "vanphong", "/diem/{c}", "name=\"figure\"", "name=\"points\"" },
	{ "vanphong", "/diem/{h}", "name=\"points\"", "name=\"figure\"" },
	{ "vanphong", "/diem/{c}", "ke-hoach.md", "Lưu điểm thẩm định" },                /* what the plan found */
	{ "canbo", "/diem/{c}", "Lưu và tính lại", "Lưu điểm thẩm định" },               /* a remedy of their room mends it */
	{ "canbo", "/diem/{h}", "Sáng kiến", "Lưu và tính lại" },
	{ "nguoixem", "/diem/{c}", "Tỷ lệ việc xong", "Lưu và tính lại" },
	{ "thamdinh", "/diem/{c}?unit={u}", "Lưu điểm thẩm định", "Lưu và tính lại" },
	{ "quantri", "/bo-tieu-chi?year=2025", "Bộ tiêu chí của các sở", "chưa có bộ tiêu chí" },
	{ "quantri", "/bo-tieu-chi?year=2025", "Xem trước", "chưa có bộ tiêu chí" },
	{ "vanphong", "/bo-tieu-chi?year=2025", "Bộ tiêu chí của các sở", "Xem trước" },
	{ "quantri", "/bo-tieu-chi/{s}", "Sở Tư pháp", "Mở lại" },
	{ "vanphong", "/bo-tieu-chi/{s}", "Chấm từ 0 đến 2 điểm, bước 0,25 điểm", "Mở lại" },
};

static void look(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(looks); i++) {
		int64_t before = db_ran(f->at.db);
		const struct reply *r = fixture_ask(f, looks[i].login, filled(f->at.a, f, looks[i].address), NULL);
		int64_t ran = db_ran(f->at.db) - before;
		if (r->status != 200 || r->missing || ran > STATEMENTS || !fixture_says(r, looks[i].says) ||
		    fixture_says(r, looks[i].silent))
			fail_msg("row %zu, %s %s: %d, missing %zu %.*s, %d statements\n%.*s", i, looks[i].login, looks[i].address, r->status, r->missing,
			         SF(r->missing_first), (int)ran, SF(seen(r)));
	}
}
FIXTURE_BOTH(look)

/* One after the other, on one sheet. The sheet's revision is 1 (added) + 1 (its totals) when it begins. */
static const struct { const char *login, *address, *form; int status; const char *says; } steps[] = {
	{ "vanphong", "/diem/{c}", "revision=2&figure=8&figure=10&explanation=Xong", 303, NULL },
	{ "vanphong", "/diem/{c}", "revision=2&figure=9&figure=10", 409, "Người khác vừa sửa phiếu này" },
	{ "vanphong", "/diem/{c}", "revision=2&figure=9&figure=10", 409, "value=\"9\"" },                   /* what was typed stays */
	{ "vanphong", "/diem/{c}", "revision=3&figure=11&figure=10", 422, "không được lớn hơn tổng số" },
	{ "vanphong", "/diem/{c}", "revision=3&figure=&figure=10", 422, "không xóa được" },
	{ "vanphong", "/diem/{c}", "revision=3&points=1", 422, "không tự chấm" },
	{ "vanphong", "/diem/{c}", "revision=3&applies=không", 422, "phải nói vì sao" },
	{ "vanphong", "/diem/{h}", "revision=3&points=2,5", 422, "nhiều nhất 2 điểm" },
	{ "vanphong", "/diem/{h}", "revision=3&points=-1", 422, "nhiều nhất 2 điểm" },
	{ "vanphong", "/diem/{h}", "revision=3&points=nhiều", 422, "không phải là số điểm" },
	{ "vanphong", "/diem/{h}", "revision=3&points=1,2345", 422, "3 chữ số" },
	{ "canbo", "/diem/{h}", "revision=3&points=1", 403, "không có quyền" },
	{ "nguoixem", "/diem/{h}", "revision=3&points=1", 403, "quyền" },
	{ "vanphong", "/diem/{h}", "revision=3&points=1,5", 303, NULL },
	{ "vanphong", "/diem/999999", "revision=4&points=1", 404, "không có tiêu chí ấy" },
	{ "thamdinh", "/diem/{h}/tham-dinh?unit={u}", "revision=4&round=1&appraised=1", 422, "chưa có lý do" },
	{ "thamdinh", "/diem/{h}/tham-dinh?unit={u}", "revision=4&round=2&appraised=1&reason=muộn", 422, "chưa có điểm thẩm định vòng 1" },
	{ "thamdinh", "/diem/{h}/tham-dinh?unit={u}", "revision=4&round=1&appraised=1&reason=muộn", 303, NULL },
	{ "vanphong", "/diem/{h}/tham-dinh", "revision=5&round=1&appraised=2", 403, "quyền" },
	{ "nguoixem", "/diem/trang-thai", "state=locked", 403, "không có quyền" },
	{ "lanhdao", "/diem/trang-thai", "state=locked", 303, NULL },
	{ "thamdinh", "/diem/trang-thai?unit={u}", "state=open", 403, "không có quyền" },
	{ "vanphong", "/diem/{h}", "revision=6&points=2", 409, "đã chốt" },
	{ "vanphong", "/diem/{h}", "revision=6&explanation2=Bổ+sung", 303, NULL },
	{ "thamdinh", "/diem/{h}/tham-dinh?unit={u}", "revision=7&round=2&appraised=1,25&reason=đã+xem+lại", 303, NULL },
	{ "thamdinh", "/diem/trang-thai?unit={u}", "state=published", 303, NULL },
	{ "thamdinh", "/diem/{h}/tham-dinh?unit={u}", "revision=9&round=2&appraised=2", 409, "đã công bố" },
	{ "vanphong", "/diem/{h}", "revision=9&explanation2=Nữa", 409, "đã công bố" },
	{ "quantri", "/diem/trang-thai?unit={u}", "state=open", 303, NULL },
	{ "vanphong", "/diem/{c}", "revision=10&applies=không&why_not=Không+có+việc", 303, NULL },
};

static void fill(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(steps); i++) {
		const struct reply *r = fixture_ask(f, steps[i].login, filled(f->at.a, f, steps[i].address), steps[i].form);
		if (r->status != steps[i].status || r->missing || (steps[i].says && !fixture_says(r, steps[i].says)))
			fail_msg("step %zu, %s %s %s: %d, missing %zu %.*s\n%.*s", i, steps[i].login, steps[i].address, steps[i].form, r->status, r->missing,
			         SF(r->missing_first), SF(seen(r)));
	}
	f->json = true;
	const struct reply *r = fixture_ask(f, "vanphong", "/diem", NULL);
	/* 1.1 does not apply; 1.2 has 1,25 of 2; 2.1 nothing yet, of 2 */
	if (!fixture_says(r, "\"points\":\"1.25\",\"max\":\"4\"") || !fixture_says(r, "\"percent\":\"31.25\"") || !fixture_says(r, "Không có việc"))
		fail_msg("%.*s", SF(seen(r)));
}
FIXTURE_BOTH(fill)

static void downloads(struct fixture *f)
{
	static const struct { const char *address, *name; } files[] = { { "/diem/tep", "Phiếu 2025 - Sở Tư pháp.xlsx" },
		                                                        { "/bo-tieu-chi/{s}/tep", "Bộ tiêu chí cấp sở năm 2025.xlsx" } };
	for (size_t i = 0; i < COUNT(files); i++) {
		const struct reply *r = fixture_ask(f, "vanphong", filled(f->at.a, f, files[i].address), NULL);
		assert_int_equal(r->status, 200);
		assert_true(r->kind == REPLY_BYTES && str_starts(r->body, S("PK")) && str_eq(r->name, str_c(files[i].name)));
	}
	assert_int_equal(fixture_ask(f, "vanphong", "/bo-tieu-chi/99/tep", NULL)->status, 404);
}
FIXTURE_BOTH(downloads)

int web_points_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(look), AT_ROWS(fill), AT_ROWS(downloads) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
