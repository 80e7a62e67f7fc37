#include "work.h"
#include "store/db_driver.h"

static const char rows[] =
	"INSERT INTO unit (id, parent_id, body_id, level, name, folded) VALUES (5, 2, 2, 'room', 'Phòng Hộ tịch', 'phong ho tich');"
	"INSERT INTO person (id, login, name, unit_id) VALUES (11, 'giamdoc', 'Ngô Giám Đốc', 2), (12, 'canbo', 'Đỗ Cán Bộ', 4), (13, 'canbokhac', 'Vũ Khác', 5),"
	" (14, 'thamdinh', 'Bùi Thẩm Định', 1), (15, 'xem', 'Hồ Xem', 4), (16, 'quantri', 'Dương Quản Trị', 1), (17, 'phutrach', 'Lý Phụ Trách', 5);"
	"INSERT INTO role_held (id, person_id, body_id, role) VALUES (21, 11, 2, 'leader'), (22, 12, 2, 'official'), (23, 13, 2, 'official'),"
	" (24, 14, 1, 'appraiser'), (25, 15, 2, 'viewer'), (26, 16, 1, 'administrator'), (27, 17, 2, 'official');"
	"INSERT INTO assignment (id, person_id, body_id) VALUES (3, 14, 2);"
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (1, 1, 'department', 0, 'Bộ tiêu chí 2025');"
	"INSERT INTO identity (id, mark, name) VALUES (1, 'a', 'Cải cách thủ tục'), (2, 'b', 'Công khai'), (3, 'c', 'Đúng hạn');"
	"INSERT INTO criterion (id, set_id, ord, code, parent_id, identity_id, leaf, name, max) VALUES (1, 1, 1, '3', NULL, 1, 0, 'Cải cách thủ tục', 100000),"
	" (2, 1, 2, '3.1', 1, 2, 1, 'Công khai thủ tục', 20000), (3, 1, 3, '3.2', 1, 3, 1, 'Hồ sơ đúng hạn', 10000);"
	"INSERT INTO result (id, body_id, cycle_id, points, max, lost) VALUES (1, 2, 1, 800000, 1000000, 200000);"
	"INSERT INTO field_result (id, body_id, result_id, code, name, max, points, lost) VALUES (1, 2, 1, '3', 'Cải cách TTHC', 100000, 95000, 5000);"
	"INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, ord, text, cause, max, points, lost) VALUES"
	" (1, 2, 1, 'appraisal', 3, 'c3', 1, 'Tỷ lệ đúng hạn đạt 91,94%', 'Chưa số hóa', 10000, 5000, 5000),"
	" (2, 2, 1, 'self_check', NULL, 't1', 2, 'Chưa đăng tải đủ thủ tục', NULL, NULL, NULL, NULL),"
	" (3, 3, 1, 'self_check', NULL, 't1', 1, 'Thiếu bảng niêm yết', NULL, NULL, NULL, NULL);"
	"INSERT INTO measure (id, body_id, finding_id, kind, value, unit, text) VALUES (1, 2, 1, 'appraisal', '91.94', 'percent', '91,94%');"
	"INSERT INTO plan (id, body_id, cycle_id) VALUES (1, 2, 1), (2, 3, 1);"
	"INSERT INTO plan_version (id, body_id, plan_id, version, number, title, issued_on) VALUES (1, 2, 1, 1, '10/KH-STP', 'Khắc phục', '2026-02-10');"
	"INSERT INTO remedy (id, body_id, plan_id, mark, ord, text, lead_id, person_id, due_kind, due_text, due_from, due_to, review) VALUES"
	" (1, 2, 1, 'm1', 1, 'Số hóa hồ sơ', 4, 17, 'quarter', 'Quý II/2026', '2026-04-01', '2026-06-30', NULL),"
	" (2, 2, 1, 'm2', 2, 'Rà soát hồ sơ', 5, NULL, 'ongoing', 'Thường xuyên, hàng tháng', '2026-02-10', '2026-03-10', 'monthly'),"
	" (3, 3, 2, 'm3', 1, 'Niêm yết lại', NULL, NULL, 'date', '30/9/2026', NULL, '2026-09-30', NULL);"
	"INSERT INTO remedy_finding (id, body_id, remedy_id, finding_id) VALUES (1, 2, 1, 1), (2, 2, 1, 2), (3, 2, 2, 1), (4, 3, 3, 3);"
	"INSERT INTO remedy_support (id, body_id, remedy_id, ord, unit_id, text) VALUES (1, 2, 1, 1, 5, 'Phòng Hộ tịch'), (2, 2, 1, 2, NULL, 'Công an tỉnh');"
	"INSERT INTO blob (id, sha256, size) VALUES (1, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 3);"
	"INSERT INTO evidence (id, body_id, title) VALUES (1, 2, 'Báo cáo số hóa'), (3, 3, 'Ảnh niêm yết');"
	"INSERT INTO evidence_file (id, body_id, evidence_id, ord, blob_id, name) VALUES (1, 2, 1, 1, 1, 'a.txt'), (3, 3, 3, 1, 1, 'b.txt');"
	"INSERT INTO evidence_link (id, body_id, evidence_id, cycle_id, remedy_id) VALUES (1, 2, 1, 1, 1), (3, 3, 3, 1, 3);"
	"INSERT INTO request (id, body_id, cycle_id, mark, text) VALUES (1, 2, 1, 'q', 'Cấp kinh phí'), (3, 3, 1, 'q', 'Thêm biên chế');";

/* PostgreSQL counts on from here. */
static const char *const tables[] = { "unit", "person", "role_held", "assignment", "criteria_set", "identity", "criterion", "result", "field_result", "finding",
	                              "measure", "plan", "plan_version", "remedy", "remedy_finding", "remedy_support", "blob", "evidence", "evidence_file",
	                              "evidence_link", "request" };

void work_open(struct work *w, enum db_kind kind)
{
	*w = (struct work){ 0 };
	at_open(&w->at, kind);
	struct at *at = &w->at;
	OK(at, db_script(at->db, rows, &at->e));
	for (size_t i = 0; kind == DB_POSTGRESQL && i < COUNT(tables); i++)
		OK(at, db_script(at->db, str_fmt(at->a, "SELECT setval(pg_get_serial_sequence('%s', 'id'), 100)", tables[i]).p, &at->e));
	OK(at, folder_open(at->a, &w->dir, &at->e));
	w->r = (struct record){ .a = at->a, .dir = w->dir.path, .where = at->where, .db = at->db };
	OK(at, blobs_open(at->a, w->dir.path.p, &w->r.blobs, &at->e));
	work_as(w, AT_OFFICE);
}

void work_close(struct work *w)
{
	recall_close(&w->r.recall);
	blobs_close(&w->r.blobs);
	folder_remove(&w->dir);
	at_close(&w->at);
}

void work_as(struct work *w, int64_t person)
{
	w->r.who = (struct actor){ person, str_fmt(w->at.a, "người%lld", (long long)person), S("2026-11-21T08:00:00Z") };
	w->r.person_name = str_fmt(w->at.a, "Người %lld", (long long)person);
}

str work_file(struct work *w, const char *name, const char *text)
{
	OK(&w->at, folder_put(&w->dir, str_c(name), str_c(text), &w->at.e));
	return str_fmt(w->at.a, "%s/%s", w->dir.path.p, name);
}

int64_t work_count(struct work *w, enum query_id q, const struct arg *args)
{
	int64_t n = 0;
	bool found;
	OK(&w->at, db_int(w->at.db, q, args, &n, &found, &w->at.e));
	return found ? n : -1;
}
