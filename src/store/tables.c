#include "store/db_driver.h"
#include "store/tables.h"
#include <stdio.h>
#include <stdlib.h>

enum { PAGE = 1000 };

bool tables_list(struct db *db, struct arena *a, strs *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	*ret = (strs){ 0 };
	if (!db_query(db, Q(tables_there, 0), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = col_text(&r, a, 0);
	return rows_done(&r, e);
}

bool table_page(struct db *db, str table, int64_t after, int64_t limit, struct rows *ret, struct err *e)
{
	db->ran++;
	return db->driver->told(db, TOLD_PAGE, table, (str){ 0 }, (struct arg[]){ v_int(after), v_int(limit) }, 2, ret, e);
}

bool table_astray(struct db *db, str table, str entity, int64_t after, int64_t limit, struct rows *ret, struct err *e)
{
	db->ran++;
	return db->driver->told(db, TOLD_ASTRAY, table, entity, (struct arg[]){ v_int(after), v_int(limit), v_text(entity) }, 3, ret, e);
}

bool table_clear(struct db *db, str table, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	db->ran++;
	if (!db->driver->told(db, TOLD_CLEAR, table, (str){ 0 }, NULL, 0, &r, e))
		return false;
	rows_next(&r);
	return rows_done(&r, e);
}

int column_of(struct rows *r, const char *name)
{
	int i = rows_columns(r) - 1;
	while (i >= 0 && strcmp(col_name(r, i), name) != 0)
		i--;
	return i;
}

static void piece(struct sha256 *s, char kind, str bytes)
{
	char head[32];
	sha256_add(s, (str){ head, (size_t)snprintf(head, sizeof head, "%c%zu:", kind, bytes.n) });
	sha256_add(s, bytes);
}

void row_hash(struct rows *r, struct sha256 *s)
{
	char number[24];
	for (int i = 0, n = rows_columns(r); i < n; i++) {
		piece(s, 'c', str_c(col_name(r, i)));
		if (col_null(r, i))
			piece(s, 'n', S(""));
		else if (r->db->driver->is_int(r, i))
			piece(s, 'i', (str){ number, (size_t)snprintf(number, sizeof number, "%lld", (long long)col_int(r, i)) });
		else
			piece(s, 't', r->db->driver->text(r, i));
	}
	piece(s, 'r', S(""));
}

bool table_hash(struct db *db, str table, char ret[static 65], int64_t *ret_rows, struct err *e)
{
	struct sha256 s;
	int64_t n = 0;
	sha256_open(&s);
	for (int64_t after = INT64_MIN, got = PAGE; got == PAGE; n += got) {
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!table_page(db, table, after, PAGE, &r, e))
			return false;
		for (got = 0; rows_next(&r); got++) {
			row_hash(&r, &s);
			after = col_int(&r, 0);
		}
		if (!rows_done(&r, e))
			return false;
	}
	sha256_close(&s, ret);
	*ret_rows = n;
	return true;
}

bool put_open(struct db *db, str table, struct rows *like, struct put *ret, struct err *e)
{
	*ret = (struct put){ .db = db };
	return db->driver->put_open(ret, table, like, e);
}

bool put_row(struct put *p, struct rows *from, struct err *e) { return p->db->driver->put_row(p, from, e); }
bool put_done(struct put *p, struct err *e) { return p->db->driver->put_done(p, e); }

void put_close(struct put *p)
{
	if (p->db)
		p->db->driver->put_close(p);
	free(p->line);
	*p = (struct put){ 0 };
}
