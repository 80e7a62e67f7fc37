#include "app/evidence.h"
#include "app/change.h"
#include "app/finding.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "base/fold.h"
#include "core/calendar.h"
#include "core/day.h"
#include "store/repo_plan.h"

static int64_t skip_of(int page) { return (int64_t)(page < 1 ? 0 : page - 1) * EVIDENCE_PAGE; }

static str proves(struct arena *a, const struct evidence_aim *x)
{
	str comma = x->pointer.n ? S(", ") : S("");
	if (x->finding || x->remedy)
		return str_fmt(a, "%s%lld%.*s%.*s", x->finding ? "T" : "G", (long long)(x->finding ? x->finding : x->remedy), SF(comma),
		        SF(x->pointer));
	return str_fmt(a, "%.*s (%d)%.*s%.*s", SF(x->code), x->year, SF(comma), SF(x->pointer));
}

static bool load_links(struct record *r, struct arena *a, int64_t body, struct evidence_item *items, size_t n, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!n)
		return true;
	if (!db_query(r->db, Q(evidence_page_links, .who = v_int(r->who.person), .body_id = v_int(body), .first = v_int(items[n - 1].id),
	                       .last = v_int(items[0].id)), &rows, e))
		return false;
	while (rows_next(&rows))
		for (size_t i = 0; i < n; i++)
			if (items[i].id == col_int(&rows, 0)) {
				struct evidence_aim *x = vec_add(a, &items[i].aims);
				*x = (struct evidence_aim){ .code = col_text(&rows, a, 1), .year = (int)col_int(&rows, 2),
				        .finding = col_int(&rows, 3),
					                    .remedy = col_int(&rows, 4), .pointer = col_text(&rows, a, 5),
					                    .what = col_text(&rows, a, 6), .at = col_int(&rows, 7) };
				str more = proves(a, x), so_far = items[i].proves;
				items[i].proves = so_far.n ? str_fmt(a, "%.*s; %.*s", SF(so_far), SF(more)) : more;
			}
	return rows_done(&rows, e);
}

static struct evidence_item item_of(struct arena *a, struct rows *r)
{
	return (struct evidence_item){ .id = col_int(r, 0), .title = col_text(r, a, 1), .number = col_text(r, a, 2),
	        .issuer = col_text(r, a, 3),
		                       .issued = col_day(r, a, 4), .expires = col_day(r, a, 5), .unit = col_text(r, a, 6),
		                       .files = (int)col_int(r, 7) };
}

/* Every word stands in it, whatever their order. */
static bool has_words(struct arena *a, const struct evidence_item *v, str folded)
{
	str all = fold_plain(a, str_fmt(a, "%.*s %.*s %.*s", SF(v->title), SF(v->number), SF(v->issuer)));
	for (size_t from = 0; from < folded.n;) {
		size_t end = str_find(folded, S(" "), from);
		if (str_find(all, str_sub(folded, from, end), 0) >= all.n)
			return false;
		from = end + 1;
	}
	return true;
}

/* Texts are compared here, without their marks: then more is asked for than is shown. */
bool evidence_list(struct record *r, struct arena *a, const struct evidence_ask *q, struct evidence_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_page){ .today = record_today() };
	str words = fold_plain(a, q->words), of = str_trim(q->of);
	const char *named = str_copy(a, of).p;
	bool code = of.n && *named >= '0' && *named <= '9';
	str until = q->expiring ? date_iso(a, date_add_days(ret->today, EVIDENCE_SOON)) : (str){ 0 };
	int64_t skip = words.n ? skip_of(q->page) : 0, seen = 0;
	if (!db_query(r->db, Q(evidence_page, .who = v_int(r->who.person), .body_id = v_int(q->body), .until_day = v_text(until),
	                       .unlinked = v_int(q->unlinked), .any_of = v_int(of.n > 0), .code = code ? v_text(of) : v_null(),
	                       .finding_id = v_int(code || !of.n ? 0 : named_id(named, 'T')), .remedy_id = v_int(code ||
	                       !of.n ? 0 : named_id(named, 'G')),
	                       .limit = v_int(words.n ? EVIDENCE_WALK : EVIDENCE_PAGE + 1),
	                       .skip = v_int(words.n ? 0 : skip_of(q->page))), &rows, e))
		return false;
	while (rows_next(&rows) && !ret->more) {
		struct evidence_item v = item_of(a, &rows);
		if ((words.n && !has_words(a, &v, words)) || seen++ < skip)
			continue;
		ret->more = ret->items.n == EVIDENCE_PAGE;
		if (!ret->more)
			*vec_add(a, &ret->items) = v;
	}
	return rows_done(&rows, e) && load_links(r, a, q->body, ret->items.at, ret->items.n, e);
}

static bool load_files(struct record *r, struct arena *a, int64_t id, struct evidence_one *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(evidence_files, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &ret->files) = (struct evidence_bytes){ .ord = (int)col_int(&rows, 0), .name = col_text(&rows, a, 1),
			                                            .sha = col_text(&rows, a, 2), .size = col_int(&rows, 3) };
	return rows_done(&rows, e);
}

static bool load_history(struct record *r, struct arena *a, int64_t id, struct evidence_one *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(evidence_history, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct change_row *c = vec_add(a, &ret->history);
		*c = (struct change_row){ .at = col_text(&rows, a, 0), .who = col_text(&rows, a, 1), .what = col_text(&rows, a, 2),
			                  .entity = col_text(&rows, a, 3), .id = col_int(&rows, 4), .before = col_text(&rows, a, 5),
			                  .after = col_text(&rows, a, 6) };
		c->words = change_words(a, c->before, c->after);
	}
	return rows_done(&rows, e);
}

bool evidence_show(struct record *r, struct arena *a, int64_t id, struct evidence_one *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_one){ .today = record_today() };
	if (!db_query(r->db, Q(evidence_one, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	if (rows_next(&rows)) {
		ret->item = item_of(a, &rows);
		ret->body = col_int(&rows, 8);
		ret->revision = (int)col_int(&rows, 9);
	}
	if (!rows_done(&rows, e))
		return false;
	if (!ret->body)
		return fail(e, ERR_NOT_FOUND, "Không có minh chứng M%lld, hoặc bạn không được xem.", (long long)id);
	rows_close(&rows);
	return load_files(r, a, id, ret, e) && load_links(r, a, ret->body, &ret->item, 1, e) && load_history(r, a, id, ret, e);
}

bool evidence_missing(struct record *r, struct arena *a, int64_t body, int year, int page, struct evidence_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct evidence_page){ .today = record_today() };
	if (!db_query(r->db, Q(evidence_missing, .who = v_int(r->who.person), .body_id = v_int(body), .year = v_int(year),
	                       .limit = v_int(EVIDENCE_PAGE + 1),
	                       .skip = v_int(skip_of(page))), &rows, e))
		return false;
	while (rows_next(&rows) && !(ret->more = ret->lacks.n == EVIDENCE_PAGE))
		*vec_add(a, &ret->lacks) = (struct evidence_lack){ .finding = col_int(&rows, 0), .unit = col_text(&rows, a, 1), .year =
		   (int)col_int(&rows, 2),
			.code = col_text(&rows, a, 3), .name = col_text(&rows, a, 4), .lost = col_points(&rows, 5) };
	return rows_done(&rows, e);
}

static void put_lacks(struct arena *a, struct buf *b, const struct evidence_page *p, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Đơn vị", false, 1 }, { "Năm", false, 0 }, { "TC", false, 0 },
	        { "Tiêu chí", false, 3 },
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
	static const struct column columns[] = { { "", false, 0 }, { "Tên", false, 3 }, { "Số", false, 0 }, { "Ngày", false, 0 },
	        { "Cơ quan", false, 1 },
		                                 { "Đơn vị", false, 1 }, { "Chứng minh cho", false, 2 }, { "Hiệu lực", false, 1 },
		                                 { "Bản", true, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	for (size_t i = 0; i < p->items.n; i++) {
		const struct evidence_item *v = &p->items.at[i];
		str age = evidence_age(a, v->expires, p->today), until = v->expires.year ? str_fmt(a, "đến %s", day_vi(a,
		        v->expires).p) : S("");
		const str cells[COUNT(columns)] = { str_fmt(a, "M%lld", (long long)v->id), v->title, v->number, day_vi(a, v->issued),
		        v->issuer,
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
