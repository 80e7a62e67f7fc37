#include "app/evidence.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "store/repo_plan.h"

static int64_t skip_of(int page) { return (int64_t)(page < 1 ? 0 : page - 1) * EVIDENCE_PAGE; }

static str proves(struct arena *a, struct rows *r)
{
	str where = col_text(r, a, 5), code = col_text(r, a, 1), comma = where.n ? S(", ") : S("");
	if (!col_null(r, 3))
		return str_fmt(a, "T%lld%.*s%.*s", (long long)col_int(r, 3), SF(comma), SF(where));
	if (!col_null(r, 4))
		return str_fmt(a, "G%lld%.*s%.*s", (long long)col_int(r, 4), SF(comma), SF(where));
	return str_fmt(a, "%.*s (%d)%.*s%.*s", SF(code), (int)col_int(r, 2), SF(comma), SF(where));
}

static bool load_links(struct record *r, struct arena *a, int64_t body, struct evidence_page *p, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!p->items.n)
		return true;
	if (!db_query(r->db, Q(evidence_page_links, .who = v_int(r->who.person), .body_id = v_int(body),
	                       .first = v_int(p->items.at[p->items.n - 1].id),
	                       .last = v_int(p->items.at[0].id)), &rows, e))
		return false;
	while (rows_next(&rows))
		for (size_t i = 0; i < p->items.n; i++)
			if (p->items.at[i].id == col_int(&rows, 0)) {
				str more = proves(a, &rows), so_far = p->items.at[i].proves;
				p->items.at[i].proves = so_far.n ? str_fmt(a, "%.*s; %.*s", SF(so_far), SF(more)) : more;
			}
	return rows_done(&rows, e);
}

bool evidence_list(struct record *r, struct arena *a, int64_t body, int page, struct evidence_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_page){ .today = record_today() };
	if (!db_query(r->db, Q(evidence_page, .who = v_int(r->who.person), .body_id = v_int(body), .limit = v_int(EVIDENCE_PAGE),
	                       .skip = v_int(skip_of(page))), &rows,
	              e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &ret->items) = (struct evidence_item){ .id = col_int(&rows, 0), .title = col_text(&rows, a, 1), .number =
			col_text(&rows, a, 2),
			.issuer = col_text(&rows, a, 3), .issued = col_day(&rows, a, 4), .expires = col_day(&rows, a, 5),
			    .unit = col_text(&rows, a, 6),
			.files = (int)col_int(&rows, 7) };
	return rows_done(&rows, e) && load_links(r, a, body, ret, e);
}

bool evidence_missing(struct record *r, struct arena *a, int64_t body, int year, int page, struct evidence_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_page){ .today = record_today() };
	if (!db_query(r->db, Q(evidence_missing, .who = v_int(r->who.person), .body_id = v_int(body), .year = v_int(year),
	                       .limit = v_int(EVIDENCE_PAGE),
	                       .skip = v_int(skip_of(page))), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &ret->lacks) = (struct evidence_lack){ .finding = col_int(&rows, 0), .unit = col_text(&rows, a, 1), .year =
		   (int)col_int(&rows, 2),
			.code = col_text(&rows, a, 3), .name = col_text(&rows, a, 4), .lost = col_points(&rows, 5) };
	return rows_done(&rows, e);
}

static void put_lacks(struct arena *a, struct buf *b, const struct evidence_page *p, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Đơn vị", false, 1 }, { "Năm", false, 0 }, { "TC", false, 0 }, { "Tiêu chí", false, 3 },
		                                 { "Điểm bị trừ", true, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	for (size_t i = 0; i < p->lacks.n; i++) {
		const struct evidence_lack *l = &p->lacks.at[i];
		const str cells[COUNT(columns)] = { str_fmt(a, "T%lld", (long long)l->finding), l->unit, str_fmt(a, "%d", l->year), l->code,
		                                    l->name,
			                            points_vi(a, l->lost) };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	layout_table(b, y, &t);
}

static void put_items(struct arena *a, struct buf *b, const struct evidence_page *p, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Tên", false, 3 }, { "Số", false, 0 }, { "Ngày", false, 0 }, { "Cơ quan", false, 1 },
		                                 { "Đơn vị", false, 1 }, { "Chứng minh cho", false, 2 }, { "Hiệu lực", false, 1 }, { "Bản", true, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	for (size_t i = 0; i < p->items.n; i++) {
		const struct evidence_item *v = &p->items.at[i];
		str age = evidence_age(a, v->expires, p->today), until = v->expires.year ? str_fmt(a, "đến %s", day_vi(a, v->expires).p) : S("");
		const str cells[COUNT(columns)] = { str_fmt(a, "M%lld", (long long)v->id), v->title, v->number, day_vi(a, v->issued), v->issuer,
		                                    v->unit, v->proves,
			                            age.n ? age : until, str_fmt(a, "%d", v->files) };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	layout_table(b, y, &t);
}

str evidence_text(struct arena *a, const struct evidence_page *p, const struct layout *y)
{
	struct buf b = buf_open(a);
	if (p->lacks.n)
		put_lacks(a, &b, p, y);
	if (p->items.n)
		put_items(a, &b, p, y);
	return b.n ? buf_str(&b) : S("Không có gì.\n");
}

str evidence_json(struct arena *a, const struct evidence_page *p)
{
	json_t *top = json_object(), *items = json_array(), *lacks = json_array();
	for (size_t i = 0; i < p->items.n; i++) {
		const struct evidence_item *v = &p->items.at[i];
		json_t *j = json_object();
		json_object_set_new(j, "id", json_integer(v->id));
		json_object_set_new(j, "title", j_text(v->title));
		json_object_set_new(j, "number", j_text(v->number));
		json_object_set_new(j, "issuer", j_text(v->issuer));
		json_object_set_new(j, "unit", j_text(v->unit));
		json_object_set_new(j, "issued", j_day(a, v->issued));
		json_object_set_new(j, "expires", j_day(a, v->expires));
		json_object_set_new(j, "proves", j_text(v->proves));
		json_object_set_new(j, "files", json_integer(v->files));
		json_array_append_new(items, j);
	}
	for (size_t i = 0; i < p->lacks.n; i++) {
		const struct evidence_lack *l = &p->lacks.at[i];
		json_t *j = json_object();
		json_object_set_new(j, "finding", json_integer(l->finding));
		json_object_set_new(j, "unit", j_text(l->unit));
		json_object_set_new(j, "year", json_integer(l->year));
		json_object_set_new(j, "code", j_text(l->code));
		json_object_set_new(j, "name", j_text(l->name));
		json_object_set_new(j, "lost", j_points(a, l->lost));
		json_array_append_new(lacks, j);
	}
	json_object_set_new(top, "evidence", items);
	json_object_set_new(top, "missing", lacks);
	return json_done(a, top);
}
