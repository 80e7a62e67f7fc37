#include "app/log.h"
#include "record_of.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include "store/tables.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTITY(table, rank, vi, name) { #table, vi, name },
static const struct { const char *table, *vi, *name; } entities[] = {
#include "app/log.def"
};
#define LABEL(column, kind, vi) { #column, #kind, vi, NULL },
#define REFER(column, table, vi) { #column, "REF", vi, #table },
static const struct { const char *column, *kind, *vi, *of; } labels[] = {
#include "app/log.def"
};
#define WORD(column, value, vi) { #column, value, vi },
static const struct { const char *column, *value, *vi; } words[] = {
#include "app/log.def"
};
#define ACT(what, vi, table) { what, table },
static const struct { const char *what, *table; } acts[] = {
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
	/* What it is called is made of its columns. */
	for (const char *p = entities[k].name; *(p += strspn(p, " |")); p += strcspn(p, " |")) {
		str word = { p, strcspn(p, " |") };
		bool prose = str_starts(word, S("“"));
		str column = str_copy(at->a, prose ? str_sub(word, strlen("“"), word.n - strlen("”")) : word);
		if (column_of(&r, column.p) < 0)
			fail_msg("app/log.def: %s has no column %s to be called by", table.p, column.p);
	}
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
	{ "claim", "{\"id\":1,\"entity\":\"cycle\",\"entity_id\":1,\"field\":\"name\",\"held\":0}", "thêm điều văn bản ghi số 1 tên\n    nói về: kỳ đánh giá; hồ sơ lấy số này: không" },
	{ "passage", "{\"id\":1,\"kind\":\"task\",\"field\":\"2\",\"page_no\":3}", "loại: nhiệm vụ; lĩnh vực: 2; trang: 3" },
	{ "measure", "{\"id\":1,\"kind\":\"target\",\"op\":\"ge\",\"value\":\"95\",\"unit\":\"percent\"}",
	  "loại: mức phải đạt; so sánh: từ … trở lên; giá trị: 95; đơn vị tính: %" },
	{ "job", "{\"id\":1,\"file_name\":\"a.docx\",\"created_at\":\"2026-11-21T18:30:00Z\"}", "thêm lượt nhập a.docx\n    gửi lúc: 01:30 22/11/2026" },
	{ "person", "{\"id\":1,\"name\":\"Lê Hoa\",\"password\":\"ab12…\"}", "thêm người dùng Lê Hoa\n" },
	{ "thing", "{\"strange\":\"x\"}", "strange: x" },              /* of a newer program */
};

static void put(struct at *at, int id, int span, const char *what, int64_t body, const char *entity, int64_t entity_id, const char *before,
                const char *after)
{
	const char *quote[2] = { before ? "'" : "", after ? "'" : "" };
	str sql = str_fmt(at->a, "INSERT INTO audit (id, span, at, login, what, body_id, entity, entity_id, before, after, seal) VALUES (%d, %s,"
	                         " '2026-11-21T08:00:00Z', 'máy', '%s', %s, '%s', %lld, %s%s%s, %s%s%s, 'x')", id, span ? str_fmt(at->a, "%d", span).p : "NULL",
	                  what, body ? str_fmt(at->a, "%lld", (long long)body).p : "NULL", entity, (long long)entity_id, quote[0],
	                  before ? before : "NULL", quote[0], quote[1], after ? after : "NULL", quote[1]);
	OK(at, db_script(at->db, sql.p, &at->e));
}

static str text_of(struct at *at, int64_t person, const struct log_asked *q, struct log *l)
{
	struct layout y = { .columns = 300 };
	struct record r = record_of(at, person);
	OK(at, log_load(&r, at->a, q, l, &at->e));
	return log_text(at->a, l, &y);
}

static void says(str text, const char *what, bool there)
{
	if ((str_find(text, str_c(what), 0) < text.n) != there)
		fail_msg("“%s” %s in\n%s", what, there ? "is not" : "is", text.p);
}

static void read_as(struct at *at)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct log l;
		put(at, (int)i + 1, 1, "thử", 0, rows[i].entity, 1, NULL, rows[i].json);
		str text = text_of(at, AT_ALL, &(struct log_asked){ .page = 1 }, &l);
		says(text, rows[i].shown, true);
		says(text, "ab12", false);
	}
}
AT_BOTH(read_as)

/* -- acts ----------------------------------------------------------------------------------------------- */

/* An import of two findings and what they speak of; another body's; a remedy that was there and is gone. */
static void fill(struct at *at)
{
	put(at, 1, 8, "import", 0, "criterion", 5, NULL, "{\"id\":5,\"code\":\"1.2.1\",\"name\":\"Số hóa\"}");
	put(at, 2, 0, "import", 2, "document", 3, NULL, "{\"id\":3,\"body_id\":2,\"number\":\"118/BC-STP\",\"file_name\":\"a.docx\"}");
	put(at, 3, 0, "import", 2, "finding", 7, NULL, "{\"id\":7,\"body_id\":2,\"criterion_id\":5,\"text\":\"Chưa đạt tỷ lệ\",\"lost\":5000}");
	put(at, 4, 0, "import", 2, "finding", 8, NULL, "{\"id\":8,\"body_id\":2,\"criterion_id\":5,\"text\":null,\"lost\":2500}");
	put(at, 5, 0, "import", 2, "remedy", 9, NULL, "{\"id\":9,\"body_id\":2,\"text\":\"Rà soát\",\"lead_id\":4}");
	put(at, 6, 0, "import", 2, "remedy_finding", 1, NULL, "{\"id\":1,\"body_id\":2,\"remedy_id\":9,\"finding_id\":7}");
	put(at, 7, 0, "import", 2, "claim", 1, NULL, "{\"id\":1,\"body_id\":2,\"entity\":\"finding\",\"entity_id\":7,\"field\":\"lost\",\"printed\":\"0,5\"}");
	put(at, 8, 0, "import", 2, "finding", 8, "{\"id\":8,\"lost\":2500}", "{\"id\":8,\"body_id\":2,\"criterion_id\":5,\"text\":null,\"lost\":3000}");
	put(at, 9, 1, "evidence link", 2, "evidence_link", 1, NULL, "{\"id\":1,\"body_id\":2,\"evidence_id\":44,\"finding_id\":7,\"remedy_id\":9}");
	put(at, 10, 1, "finding add", 3, "finding", 20, NULL, "{\"id\":20,\"body_id\":3,\"criterion_id\":null,\"text\":\"Việc riêng\"}");
	put(at, 11, 2, "progress add", 2, "progress", 1, NULL, "{\"id\":1,\"body_id\":2,\"finding_id\":20,\"state\":\"done\"}");
	put(at, 12, 0, "progress add", 2, "remedy", 9, "{\"id\":9,\"text\":\"Rà soát\",\"lead_id\":4}", NULL);
}

static void folded(struct at *at)
{
	static const struct { int64_t person; const char *says; bool there; } shown[] = {
		{ AT_ALL, "Nhập văn bản 118/BC-STP: 1 tiêu chí, 2 tồn tại, 1 giải pháp\n  Từng dòng: --act 1", true },
		{ AT_OFFICE, "Nhập văn bản 118/BC-STP: 2 tồn tại, 1 giải pháp\n", true },       /* sets are of no body */
		{ AT_ALL, "điều văn bản ghi", false },
		{ AT_ALL, "Liên kết minh chứng", true },
		{ AT_ALL, "tồn tại: 1.2.1; giải pháp: “Rà soát” (đã bỏ)", true },
		{ AT_ALL, "bỏ giải pháp “Rà soát”", true },
		{ AT_ALL, "Thêm tồn tại “Việc riêng”", true },
		{ AT_OFFICE, "Việc riêng", false },                       /* of another body, also where a row of one's own speaks of it */
		{ AT_OFFICE, "Báo tiến độ số 20: bỏ 1 giải pháp", true },
		{ AT_ALL, "Báo tiến độ “Việc riêng”: bỏ 1 giải pháp", true },
		{ AT_STRANGER, "118/BC", false },
	};
	struct log l;
	fill(at);
	for (size_t i = 0; i < COUNT(shown); i++)
		says(text_of(at, shown[i].person, &(struct log_asked){ .page = 1 }, &l), shown[i].says, shown[i].there);
	str whole = text_of(at, AT_ALL, &(struct log_asked){ .act = 1 }, &l);
	assert_int_equal(l.acts.n, 1);
	assert_int_equal(l.acts.at[0].rest, 0);
	static const char *const all[] = { "thêm tồn tại 1.2.1 “Chưa đạt tỷ lệ”", "thêm tồn tại 1.2.1 “Số hóa”\n    điểm bị trừ: 0,3\n",
		                           "đơn vị chủ trì: số 4", "thêm giải pháp cho tồn tại “Rà soát” (đã bỏ) 1.2.1",
		                           "thêm điều văn bản ghi 1.2.1 điểm bị trừ" };
	for (size_t i = 0; i < COUNT(all); i++)
		says(whole, all[i], true);
	says(text_of(at, AT_ALL, &(struct log_asked){ .entity = S("claim") }, &l), "thêm điều văn bản ghi 1.2.1 điểm bị trừ", true);
	assert_int_equal(l.acts.n, 1);
	text_of(at, AT_OFFICE, &(struct log_asked){ .act = 10 }, &l);              /* not theirs, though they know its number */
	assert_int_equal(l.acts.n, 0);
	text_of(at, AT_ALL, &(struct log_asked){ .act = 2 }, &l);                  /* not the first row of an act */
	assert_int_equal(l.acts.n, 0);
}
AT_BOTH(folded)

/* Of a large act some things are shown, of the act alone all, a page at a time. */
static void large(struct at *at)
{
	enum { ALL = LOG_MANY + 5 };
	struct log l;
	for (int i = 1; i <= ALL; i++)
		put(at, i, i == 1 ? ALL : 0, "unit add", 2, "unit", 100 + i, NULL, str_fmt(at->a, "{\"id\":%d,\"name\":\"Phòng %d\"}", 100 + i, i).p);
	says(text_of(at, AT_ALL, &(struct log_asked){ .page = 1 }, &l), "Thêm đơn vị: 105 đơn vị", true);
	assert_int_equal(l.acts.at[0].things.n, LOG_FEW);
	assert_int_equal(l.acts.at[0].rest, ALL - LOG_FEW);
	text_of(at, AT_ALL, &(struct log_asked){ .act = 1, .page = 1 }, &l);
	assert_int_equal(l.acts.at[0].things.n, LOG_MANY);
	assert_true(l.more);
	says(text_of(at, AT_ALL, &(struct log_asked){ .act = 1, .page = 2 }, &l), "thêm đơn vị Phòng 105", true);
	assert_int_equal(l.acts.at[0].things.n, ALL - LOG_MANY);
	assert_false(l.more);
}
AT_BOTH(large)

/* Every transaction of app/ has its words. */
static void verbs(void **s)
{
	const char *source = getenv("KHACPHUC_SOURCE");
	char command[500], what[100];
	int seen = 0;
	(void)s;
	if (!source)
		skip();
	snprintf(command, sizeof command, "grep -rhoE 'record_tx\\([^\";]*S\\(\"[^\"]*' '%s/src/app' | sed 's/.*\"//'", source);
	FILE *f = popen(command, "r");
	assert_non_null(f);
	for (; fgets(what, sizeof what, f); seen++) {
		size_t k = 0;
		what[strcspn(what, "\n")] = 0;
		while (k < COUNT(acts) && strcmp(acts[k].what, what))
			k++;
		if (k == COUNT(acts))
			fail_msg("app/log.def: no ACT(\"%s\", …)", what);
	}
	assert_int_equal(pclose(f), 0);
	assert_true(seen > 40);
	for (size_t i = 0; i < COUNT(acts) + COUNT(labels); i++) {
		const char *table = i < COUNT(acts) ? acts[i].table : labels[i - COUNT(acts)].of;
		size_t k = 0;
		while (table && *table && k < COUNT(entities) && strcmp(entities[k].table, table))
			k++;
		if (k == COUNT(entities) && strcmp(table, "same") && strcmp(table, "entity"))
			fail_msg("app/log.def: no ENTITY(%s, …)", table);
	}
}

int app_log_tests(void);
int app_log_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(columns), cmocka_unit_test(values), AT_ROWS(read_as), AT_ROWS(folded), AT_ROWS(large),
		                            cmocka_unit_test(verbs) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
