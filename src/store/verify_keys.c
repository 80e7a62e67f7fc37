#include "store/verify.h"

static const char missing[] = "Khôi phục dòng bị thiếu từ bản sao lưu, hoặc báo người quản trị.";

static bool keys(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_keys, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str table = col_text(&r, a, 0), column = col_text(&r, a, 2), parent = col_text(&r, a, 3);
		int64_t id = col_int(&r, 1);
		verify_say(v, (struct wrong){ .table = table, .id = id, .column = column, .hint = missing },
		           "Bảng %.*s, dòng %lld, cột %.*s trỏ tới một dòng không có của bảng %.*s.", SF(table), (long long)id, SF(column), SF(parent));
	}
	return rows_done(&r, e);
}

static bool astray(struct verify *v, str table, str entity, struct err *e)
{
	for (int64_t after = INT64_MIN, got = VERIFY_PAGE; got == VERIFY_PAGE;) {
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!table_astray(v->db, table, entity, after, VERIFY_PAGE, &r, e))
			return false;
		for (got = 0; rows_next(&r); got++) {
			after = col_int(&r, 0);
			verify_say(v, (struct wrong){ .table = table, .id = after, .column = S("entity_id"), .hint = missing },
			           "Bảng %.*s, dòng %lld nói về dòng %lld của bảng %.*s, là dòng không có.", SF(table), (long long)after, (long long)col_int(&r, 1),
			           SF(entity));
		}
		if (!rows_done(&r, e))
			return false;
	}
	return true;
}

static bool run(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	struct pair { str table, entity; };
	VEC(struct pair) pairs = { 0 };
	strs known;
	if (!keys(v, e) || !tables_list(v->db, a, &known, e))
		return false;
	{
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!db_query(v->db, Q(verify_entities, 0), &r, e))
			return false;
		while (rows_next(&r)) {
			struct pair *p = vec_add(a, &pairs);
			p->table = col_text(&r, a, 0);
			p->entity = col_text(&r, a, 1);
		}
		if (!rows_done(&r, e))
			return false;
	}
	for (size_t i = 0; i < pairs.n; i++) {
		const struct pair *p = &pairs.at[i];
		bool is = false;
		for (size_t k = 0; k < known.n; k++)
			is |= str_eq(known.at[k], p->entity);
		if (!is)
			verify_say(v, (struct wrong){ .table = p->table, .column = S("entity"), .there = p->entity, .hint = missing },
			           "Bảng %.*s nói về bảng “%.*s”, là bảng không có.", SF(p->table), SF(p->entity));
		else if (!astray(v, p->table, p->entity, e))
			return false;
	}
	return true;
}

const struct verify_row verify_keys = {
	.help = "Mỗi dòng trỏ tới dòng khác đều có dòng ấy.",
	.source = "store/sql/0001_record.sql (REFERENCES; claim.entity)",
	.run = run,
};
