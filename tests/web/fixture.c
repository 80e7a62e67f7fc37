#include "web/fixture.h"
#include "app/evidence.h"
#include "app/examine.h"
#include "app/finding.h"
#include "app/import.h"
#include "app/job_parts.h"
#include "app/person.h"
#include "app/progress.h"
#include "app/remedy.h"
#include "app/keep.h"
#include "app/request.h"
#include "app/session.h"
#include "app/sheet.h"
#include "app/unit.h"
#include "base/sha256.h"
#include "store/db_driver.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const struct fixture_person fixture_people[FIXTURE_ROLES] = {
	{ "nobody", "" }, { "administrator", "quantri" }, { "leader", "lanhdao" }, { "office", "vanphong" }, { "official", "canbo" },
	{ "appraiser", "thamdinh" }, { "viewer", "nguoixem" },
};

static const char plan[] =
	"# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
	"| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm bị trừ | Nguyên nhân | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
	"|---|---|---|---|---|---|---|---|---|\n"
	"| 1 | 1.1. Ban hành kế hoạch CCHC | 1 | 0,5 | 0,5 | Ban hành chậm | Ban hành trong tháng 01 | Văn phòng Sở | 31/01/2026 |\n"
	"| 2 | 2.1. Rà soát văn bản | 2 | 1,25 | 0,75 | Thiếu người | Rà soát hằng quý | Văn phòng Sở | Quý II/2026 |\n";

static const char set[] =
	"# Bộ của các sở\n\n## Bộ tiêu chí\n\n| Tên | Giá trị |\n|---|---|\n| Tên | Bộ tiêu chí của các sở |\n| Cấp | sở |\n| Năm | 2025 |\n"
	"| Số chữ số thập phân | 3 |\n\n## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Số liệu | Nguồn số liệu |\n|---|---|---|---|---|---|\n"
	"| 1 | Chỉ đạo, điều hành | 3 | | | |\n"
	"| 1.1 | Ban hành kế hoạch CCHC | 1 | Tỷ lệ việc xong × điểm tối đa | việc xong; việc trong kế hoạch | đơn vị |\n"
	"| 1.2 | Sáng kiến | 2 | Chấm từ 0 đến 2 điểm, bước 0,25 điểm | | đơn vị |\n"
	"| 2 | Thể chế | 2 | | | |\n| 2.1 | Rà soát văn bản | 2 | Chấm từ 0 đến 2 điểm | | đơn vị |\n";

static void as(struct fixture *f, int64_t person)
{
	f->r.who = at_who(person);
	f->r.person_name = f->r.who.login;
}

static void add_person(struct fixture *f, const char *login, const char *name, const char *unit, const char *role)
{
	struct person_new n = { .login = str_c(login), .name = str_c(name), .title = S("Chuyên viên"), .unit = str_c(unit) };
	*vec_add(f->at.a, &n.roles) = str_c(role);
	OK(&f->at, person_add(&f->r, f->at.a, &n, &f->at.e));
}

static int64_t add_unit(struct fixture *f, const char *name, const char *level, const char *under)
{
	struct unit_row u;
	struct unit_new n = { .name = str_c(name), .level = str_c(level), .under = str_c(under) };
	OK(&f->at, unit_add(&f->r, f->at.a, &n, &u, &f->at.e));
	return u.id;
}

static void people(struct fixture *f)
{
	strs own = { 0 };
	size_t n;
	*vec_add(f->at.a, &own) = S("Sở Tư pháp");
	add_person(f, "quantri", "Dương Quản Trị", "UBND tỉnh Trường Giang", "quản trị");
	add_person(f, "lanhdao", "Ngô Lãnh Đạo", "Sở Tư pháp", "lãnh đạo");
	add_person(f, "canbo", "Đỗ Cán Bộ", "Văn phòng Sở", "công chức");
	add_person(f, "nguoixem", "Hồ Xem", "Sở Tư pháp", "xem");
	add_person(f, "thamdinh", "Bùi Thẩm Định", "UBND tỉnh Trường Giang", "thẩm định");
	OK(&f->at, person_assign(&f->r, f->at.a, S("thamdinh"), &own, true, &n, &f->at.e));
	add_person(f, "nhanvien", "Mai Nhân Viên", "Sở Tư pháp", "xem");
	add_person(f, "nhanvienyt", "Tô Nhân Viên", "Sở Y tế", "xem");
	add_person(f, "vpxa", "Lê Văn Xã", "UBND xã Đông Hưng", "văn phòng");
}

/* What is under way in a body; the person is of its office. */
static void work(struct fixture *f, int64_t person, const char *lead, struct fixture_body *b)
{
	struct arena *a = f->at.a;
	struct err *e = &f->at.e;
	struct evidence_kept kept;
	strs told = { 0 };
	int64_t id;
	str file = str_fmt(a, "minh-chung-%lld.txt", (long long)b->body), path = str_fmt(a, "%.*s/%.*s", SF(f->dir.path), SF(file));
	as(f, person);
	OK(&f->at, finding_add(&f->r, a, b->body, 2025, &(struct finding_said){ .text = "Hồ sơ trễ hạn còn 8%", .cause = "Thiếu người",
	        .lost = "0,5",
	                       .max = "1", .points = "0,5" }, &b->finding, e));
	OK(&f->at, remedy_add(&f->r, a, &b->finding, 1, &(struct remedy_said){ .text = "Số hóa hồ sơ đầu vào", .lead = lead,
	        .due = "30/6/2026" },
	                      &b->remedy, &told, e));
	OK(&f->at, progress_add(&f->r, a, b->remedy, &(struct progress_said){ .state = "đang", .percent = "40",
	        .text = "Đã số hóa 40%" }, &id,
	                        &told, e));
	OK(&f->at, folder_put(&f->dir, file, str_fmt(a, "Báo cáo của cơ quan %lld", (long long)b->body), e));
	struct evidence_said said = { .title = "Báo cáo số hóa", .number = "12/BC" };
	*vec_add(a, &said.targets) = str_fmt(a, "G%lld", (long long)b->remedy);
	OK(&f->at, evidence_add(&f->r, a, b->body, path.p, &said, &kept, e));
	b->evidence = kept.id;
	OK(&f->at, request_add(&f->r, a, b->body, 2025, "Cấp kinh phí số hóa", "UBND tỉnh", &b->request, e));
}

static void imported(void *ctx, struct arena *a, str name, const struct facts *facts, const struct err *e)
{
	struct fixture *f = ctx;
	struct proposal *p = NULL;
	bool own = f->r.who.person == AT_OFFICE;
	struct import_ask ask = { .unit = own ? S("STP") : S("Sở Y tế"), .year = 2025, .accept = true };
	(void)a;
	if (!facts)
		fail_msg("%.*s: %s", SF(name), e->message);
	OK(&f->at, import_facts(&f->r, f->at.a, facts, &ask, &p, &f->at.e));
	(own ? &f->own : &f->foreign)->document = p->document;
	f->facts = facts_kept_json(f->at.a, facts);
}

/* The same plan, given by a person and read, that waits for review. */
static void job(struct fixture *f, int64_t person, struct fixture_body *b)
{
	struct at *at = &f->at;
	struct tx t = { 0 };
	struct blob blob = { 0 };
	int64_t facts = 0;
	as(f, person);
	OK(at, job_add(&f->r, at->a, b->body, str_fmt(at->a, "%.*s/ke-hoach.md", SF(f->dir.path)).p, S("kế hoạch.md"), 0, &b->job, &at->e));
	OK(at, blobs_put_bytes(f->r.blobs, S("facts"), f->facts, &blob, &at->e));
	OK(at, record_tx(&f->r, at->a, S("job read"), &t, &at->e));
	OK(at, record_blob(&f->r, &t, &blob, &facts, &at->e));
	OK(at, db_change(&t, Q(job_take, .id = v_int(b->job), .tries = v_int(0)), NULL, &at->e));
	OK(at, db_change(&t, Q(job_read, .id = v_int(b->job), .state = v_text(S("ready")), .title = v_text(S("Kế hoạch")), .kind = v_null(),
	                       .errors = v_int(0),
	                       .warnings = v_int(0), .facts_id = v_int(facts), .tree_id = v_null(), .done = v_int(1), .total = v_int(1),
	                       .message = v_null(), .hint = v_null()), NULL, &at->e));
	OK(at, tx_commit(&t, &at->e));
}

/* A set of the year, and a sheet of the own body in which one thing is said. */
static void sheet(struct fixture *f)
{
	struct arena *a = f->at.a;
	struct proposal said;
	struct sheet_page p;
	as(f, AT_ALL);
	OK(&f->at, folder_put(&f->dir, S("bo.md"), str_c(set), &f->at.e));
	OK(&f->at, keep_set(&f->r, a, str_fmt(a, "%.*s/bo.md", SF(f->dir.path)).p, &(struct keep){ .accept = true }, &said, &f->at.e));
	as(f, AT_OFFICE);
	OK(&f->at, sheet_open(&f->r, a, f->own.body, 1, 2025, &p, &f->at.e));
	f->set = p.set;
	for (size_t i = 0; i < p.lines.n; i++) {
		f->criterion = str_eq(p.lines.at[i].code, S("1.1")) ? p.lines.at[i].criterion : f->criterion;
		f->by_hand = str_eq(p.lines.at[i].code, S("1.2")) ? p.lines.at[i].criterion : f->by_hand;
	}
	OK(&f->at, sheet_put(&f->r, a, f->own.body, 1, 2025, f->criterion, 0, &(struct sheet_said){ .explanation = "Đã ban hành" },
	        &f->at.e));
}

/* A document that it issued; the bytes are those of the plan. */
static void issued(struct fixture *f, struct fixture_body *b, int64_t id)
{
	str row = str_fmt(f->at.a,
	        "INSERT INTO issued (id, body_id, cycle_id, kind, type, year, number, printed, title, issued_on, file_name, file_id, person_id, at)"
	                  " SELECT %lld, body_id, 1, 'tracking', 'BC', 2026, 1, '01/BC-STP', 'Báo cáo sáu tháng', '2026-06-15', 'báo cáo.docx', file_id, 2,"
	                  " '2026-06-15T08:00:00Z' FROM document WHERE id = %lld", (long long)id, (long long)b->document);
	OK(&f->at, db_script(f->at.db, row.p, &f->at.e));
	b->issued = id;
}

static void sessions(struct fixture *f)
{
	static const char *const logins[] = { "quantri", "lanhdao", "vanphong", "canbo", "nguoixem", "thamdinh", "vpxa", "khach", "tatca" };
	for (size_t i = 0; i < COUNT(logins); i++) {
		char sum[65];
		sha256_hex(fixture_cookie(f->at.a, logins[i]), sum);
		str row = str_fmt(f->at.a, "INSERT INTO session (secret_sha256, person_id, began_at, until_at) SELECT '%s', id, "
		                  "'2026-01-01T00:00:00Z', '2999-01-01T00:00:00Z' FROM person WHERE login = '%s'", sum, logins[i]);
		OK(&f->at, db_script(f->at.db, row.p, &f->at.e));
	}
}

static void fill(struct fixture *f)
{
	struct at *at = &f->at;
	as(f, AT_ALL);
	f->own = (struct fixture_body){ .body = AT_BODY, .room = AT_ROOM };
	f->foreign = (struct fixture_body){ .body = AT_OTHER, .room = add_unit(f, "Phòng Nghiệp vụ Y", "phòng", "Sở Y tế") };
	f->commune.body = add_unit(f, "UBND xã Đông Hưng", "xã", "UBND tỉnh Trường Giang");
	f->commune.room = add_unit(f, "Phòng Kinh tế", "phòng", "UBND xã Đông Hưng");
	people(f);
	OK(at, folder_put(&f->dir, S("ke-hoach.md"), str_c(plan), &at->e));
	as(f, AT_OFFICE);
	examine(str_fmt(at->a, "%.*s/ke-hoach.md", SF(f->dir.path)).p, true, imported, f);
	sheet(f);
	work(f, AT_OFFICE, "Văn phòng Sở", &f->own);
	work(f, AT_STRANGER, "Phòng Nghiệp vụ Y", &f->foreign);
	job(f, AT_OFFICE, &f->own);
	job(f, AT_STRANGER, &f->foreign);
	as(f, AT_STRANGER);
	examine(str_fmt(at->a, "%.*s/ke-hoach.md", SF(f->dir.path)).p, true, imported, f);
	issued(f, &f->own, 901);
	issued(f, &f->foreign, 902);
	sessions(f);
	struct person_here clerk;
	OK(at, session_find(&f->r, at->a, fixture_cookie(at->a, "vpxa"), &clerk, &at->e));
	work(f, clerk.id, "Phòng Kinh tế", &f->commune);
	struct people some;
	as(f, AT_ALL);
	OK(at, person_list(&f->r, at->a, (str){ 0 }, S("nhanvien"), 1, &some, &at->e));
	f->own.person = some.at.at[0].id;
	f->foreign.person = some.at.at[1].id;
	record_nobody(&f->r);
}

/* On PostgreSQL all that takes ten times as long as a copy of it: the first of a process is kept, its database and its folder. */
static struct { struct fixture f; char name[40], *facts; pid_t of; } first;

static void forget(void)
{
	if (first.of == getpid())
		folder_remove(&first.f.dir);
}

static void copy_folder(struct at *at, const struct folder *from, const struct folder *to)
{
	assert_int_equal(system(str_fmt(at->a, "cp -a '%.*s/.' '%.*s'", SF(from->path), SF(to->path)).p), 0);
}

static void keep_first(struct fixture *f)
{
	static struct arena *own;
	first.f = *f;
	first.of = getpid();
	first.facts = strndup(f->facts.p, f->facts.n);
	snprintf(first.name, sizeof first.name, "fixture_%d", (int)first.of);
	own = arena_open(1 << 20);
	OK(&f->at, folder_open(own, &first.f.dir, &f->at.e));
	copy_folder(&f->at, &f->dir, &first.f.dir);
	atexit(forget);
	at_keep(&f->at, first.name);
	f->r.db = f->at.db;
}

void fixture_open(struct fixture *f, enum db_kind kind)
{
	bool copy = kind == DB_POSTGRESQL && first.of == getpid();
	*f = copy ? first.f : (struct fixture){ 0 };
	if (copy)
		at_filled(&f->at, kind, first.name, NULL);
	else
		at_open(&f->at, kind);
	struct at *at = &f->at;
	OK(at, folder_open(at->a, &f->dir, &at->e));
	if (copy)
		copy_folder(at, &first.f.dir, &f->dir);
	f->r = (struct record){ .a = at->a, .dir = f->dir.path, .where = at->where, .db = at->db };
	OK(at, blobs_open(at->a, f->dir.path.p, &f->r.blobs, &at->e));
	if (copy)
		f->facts = str_copy(at->a, str_c(first.facts));
	else
		fill(f);
	if (kind == DB_POSTGRESQL && !copy)
		keep_first(f);
}

void fixture_close(struct fixture *f)
{
	arena_close(&f->a);
	recall_close(&f->r.recall);
	blobs_close(&f->r.blobs);
	folder_remove(&f->dir);
	at_close(&f->at);
}

void fixture_password(struct fixture *f, const char *login)
{
	as(f, AT_ALL);
	OK(&f->at, person_set_password(&f->r, f->at.a, str_c(login), S(FIXTURE_PASSWORD), &f->at.e));
	record_nobody(&f->r);
}

/* A secret as good as any, which the test can make again. */
str fixture_cookie(struct arena *a, const char *login)
{
	char sum[65];
	sha256_hex(str_c(login), sum);
	return str_copy(a, str_c(sum));
}

const struct reply *fixture_ask_as(struct fixture *f, str cookie, bool token, const char *address, const char *form)
{
	struct err e = { 0 };
	const char *mark = strchr(address, '?');
	char *kept = cookie.n ? strndup(cookie.p, cookie.n) : NULL;        /* it may stand in the arena that ends now */
	arena_close(&f->a);
	f->a = arena_open((size_t)1 << 28);
	struct arena *a = f->a;
	str path = { address, mark ? (size_t)(mark - address) : strlen(address) };
	f->q = (struct req){ .r = &f->r, .a = a, .method = form ? POST : GET, .path = path, .query = str_c(mark ? mark + 1 : NULL),
		             .address = S("192.0.2.7"), .host = S("khacphuc.test"), .json = f->json,
		             .origin = str_c(f->origin), .cookie = str_copy(a, str_c(kept)), .slow = f->slow,
		             .few = f->few };
	free(kept);
	if (form && !req_fields(&f->q, str_c(form), &e))
		fail_msg("%s", e.message);
	if (form && f->file.path.n)
		*vec_add(a, &f->q.files) = f->file;
	if (form && token)
		f->q.token = form_token(a, f->q.cookie);
	web_dispatch(&f->q, &f->ret);
	return &f->ret;
}

const struct reply *fixture_ask(struct fixture *f, const char *login, const char *address, const char *form)
{
	return fixture_ask_as(f, *login ? fixture_cookie(f->at.a, login) : (str){ 0 }, true, address, form);
}

bool fixture_says(const struct reply *r, const char *words) { return str_find(r->body, str_c(words), 0) < r->body.n; }
