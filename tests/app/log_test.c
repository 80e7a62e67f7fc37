#include "app/log.h"
#include "record_of.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include <string.h>

#define ENTITY(table, vi) { #table, vi },
#define LABEL(column, kind, vi)
#define WORD(column, value, vi)
static const struct { const char *table, *vi; } entities[] = {
#include "app/log.def"
};
#undef ENTITY
#undef LABEL
#define ENTITY(table, vi)
#define LABEL(column, kind, vi) { #column, #kind, vi },
static const struct { const char *column, *kind, *vi; } labels[] = {
#include "app/log.def"
};
#undef LABEL
#undef WORD
#define LABEL(column, kind, vi)
#define WORD(column, value, vi) { #column, value, vi },
static const struct { const char *column, *value, *vi; } words[] = {
#include "app/log.def"
};

/* The log does not tell of itself. */
static bool told(const char *table) { return strcmp(table, "audit") && strcmp(table, "audit_head"); }

static bool is_of(const char *label, const char *table, const char *column)
{
	size_t n = strlen(table);
	return !strcmp(label, column) || (!strncmp(label, table, n) && label[n] == '.' && !strcmp(label + n + 1, column));
}

/* -- every column --------------------------------------------------------------------------------------- */

static void check_columns(struct at *at, str table, bool *used)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	OK(at, table_page(at->db, table, 0, 1, &r, &at->e));
	size_t k = 0;
	while (k < COUNT(entities) && strcmp(entities[k].table, table.p))
		k++;
	if (k == COUNT(entities))
		fail_msg("app/log.def: no ENTITY(%s, …)", table.p);
	for (int i = 0; i < rows_columns(&r); i++) {
		bool found = false;
		for (size_t n = 0; n < COUNT(labels); n++) {
			bool is = is_of(labels[n].column, table.p, col_name(&r, i));
			found |= is && (!strcmp(labels[n].kind, "SKIP") || *labels[n].vi);
			used[n] |= is;
		}
		if (!found)
			fail_msg("app/log.def: no LABEL(%s, …) for %s", col_name(&r, i), table.p);
	}
}

/* … has a label, and every label a column. */
static void columns(struct at *at)
{
	bool used[COUNT(labels)] = { 0 };
	strs names;
	OK(at, tables_list(at->db, at->a, &names, &at->e));
	assert_true(names.n > COUNT(entities));
	for (size_t i = 0; i < names.n; i++)
		if (told(names.at[i].p))
			check_columns(at, names.at[i], used);
	for (size_t n = 0; n < COUNT(labels); n++)
		if (!used[n])
			fail_msg("app/log.def: no table has a column %s", labels[n].column);
}
AT_BOTH(columns)

/* -- every word ----------------------------------------------------------------------------------------- */

static size_t check_values(const char *column, size_t n, const char *p, const char *end)
{
	size_t seen = 0;
	str name = { column, n };
	for (; (p = strchr(p, '\'')) && p < end; p = strchr(p + 1, '\'') + 1, seen++) {
		size_t len = strcspn(p + 1, "'"), k = 0;
		while (k < COUNT(words) && (!str_eq(str_c(words[k].column), name) || !str_eq(str_c(words[k].value), (str){ p + 1, len })))
			k++;
		if (k == COUNT(words))
			fail_msg("app/log.def: no WORD(%.*s, \"%.*s\", …)", (int)n, column, (int)len, p + 1);
	}
	return seen;
}

/* … that the schema allows: CHECK (column IN ('one', 'other')). */
static void values(void **s)
{
	static const char check[] = "CHECK (", in[] = " IN (";
	struct migrations m = migrations_all();
	size_t seen = 0;
	(void)s;
	for (size_t i = 0; i < m.n; i++)
		for (const char *p = m.at[i].lite; (p = strstr(p, check));) {
			p += strlen(check);
			size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz_0123456789");
			if (!strncmp(p + n, in, strlen(in)))
				seen += check_values(p, n, p + n, strchr(p, ')'));
		}
	assert_true(seen > 100);
}

/* -- as it is read -------------------------------------------------------------------------------------- */

static const struct { const char *entity, *json, *shown; } rows[] = {
	{ "result", "{\"id\":1,\"percent\":9063,\"published\":1}", "phần trăm: 90,63; đã công bố: có" },
	{ "remedy", "{\"id\":1,\"percent\":50,\"due_kind\":\"quarter\",\"expected\":5000}", "phần trăm: 50; loại thời hạn: quý; điểm dự kiến lấy lại: 0,5" },
	{ "set_class", "{\"id\":1,\"ord\":1,\"bound\":8000}", "từ mức (%): 80" },
	{ "claim", "{\"id\":1,\"entity\":\"finding\",\"entity_id\":7,\"field\":\"points\",\"held\":0}", "nói về: tồn tại; dòng ấy: #7; mục: điểm; hồ sơ lấy số này: không" },
	{ "passage", "{\"id\":1,\"kind\":\"task\",\"field\":\"2\",\"page_no\":3}", "loại: nhiệm vụ; lĩnh vực: 2; trang: 3" },
	{ "measure", "{\"id\":1,\"kind\":\"target\",\"op\":\"ge\",\"value\":\"95\",\"unit\":\"percent\"}",
	  "loại: mức phải đạt; so sánh: từ … trở lên; giá trị: 95; đơn vị tính: %" },
	{ "thing", "{\"strange\":\"x\"}", "strange: x" },              /* of a newer program */
};

static void read_as(struct at *at)
{
	struct layout y = { .columns = 200 };
	struct record r = record_of(at, AT_ALL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct log l;
		str sql = str_fmt(at->a, "INSERT INTO audit (id, at, login, what, entity, entity_id, after, seal) VALUES (%zu,"
		                         " '2026-11-21T08:00:00Z', 'máy', 'thử', '%s', 1, '%s', 'x')", i + 1, rows[i].entity, rows[i].json);
		OK(at, db_script(at->db, sql.p, &at->e));
		OK(at, log_load(&r, at->a, &(struct log_asked){ .page = 1 }, &l, &at->e));
		str text = log_text(at->a, &l, &y);
		if (str_find(text, str_c(rows[i].shown), 0) == text.n)
			fail_msg("“%s” is not in\n%s", rows[i].shown, text.p);
	}
}
AT_BOTH(read_as)

int app_log_tests(void);
int app_log_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(columns), cmocka_unit_test(values), AT_ROWS(read_as) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
