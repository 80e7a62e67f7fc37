#include "app/search.h"
#include "app/record_parts.h"
#include "at.h"
#include "store/db_driver.h"
#include "store/search_index.h"
#include <jansson.h>

static const char rows[] =
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (1, 1, 'department', 1, 'Bộ');"
	"INSERT INTO identity (id, mark, name) VALUES (1, 'm', 'x');"
	"INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name) VALUES (1, 1, 1, '3.1.2', 1, 1, 'Thủ tục hành chính');"
	"INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, text) VALUES"
	" (1, 2, 1, 'appraisal', 1, 'c1', 'Chậm giải quyết\033[31m hồ sơ, cham han');";

static struct record open_record(struct at *at, int64_t person)
{
	return (struct record){ .a = at->a, .db = at->db, .who = at_who(person), .person_name = S("Lê Văn Phòng") };
}

static void fill(struct at *at)
{
	OK(at, db_script(at->db, rows, &at->e));
	OK(at, search_rebuild(at->db, &at->e));
}

/* What cannot be searched for gets a sentence. */
static void refused(struct at *at)
{
	static const struct { struct search_asked q; enum err_code code; const char *says; } bad[] = {
		{ { .words = S("") }, ERR_INPUT, "Chưa có từ nào" },
		{ { .words = S(" \"?! - ") }, ERR_INPUT, "không có chữ hay số nào" },
		{ { .words = S("\xff\xfe") }, ERR_INPUT, "không có chữ hay số nào" },
		{ { .words = S("hồ sơ"), .kind = "tồn tại" }, ERR_INPUT, "Không có loại “tồn tại”" },
		{ { .words = S("hồ sơ"), .kind = "unit" }, ERR_INPUT, "Không có loại “unit”" },
		{ { .words = S("hồ sơ"), .unit = "Sở Y tế" }, ERR_INPUT, "“Sở Y tế”" },
		{ { .words = S("hồ sơ"), .unit = "S\xff" }, ERR_INPUT, "“?”" },
		{ { .words = S("hồ sơ"), .page = 2 }, ERR_INPUT, "Không có trang 2: kết quả tìm chỉ có 1 trang" },
		{ { .words = S("hồ sơ"), .page = 90 }, ERR_INPUT, "Không có trang 90: kết quả tìm chỉ có 1 trang" },
	};
	struct record r = open_record(at, AT_OFFICE);
	struct search_result s;
	fill(at);
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct search_asked q = bad[i].q;
		q.page = q.page ? q.page : 1;
		at->e = (struct err){ 0 };
		assert_false(record_search(&r, at->a, &q, &s, &at->e));
		if (at->e.code != bad[i].code || !strstr(at->e.message, bad[i].says) || !*at->e.hint)
			fail_msg("row %zu: %s | %s", i, at->e.message, at->e.hint);
	}
	REFUSED(at, record_search_rebuild(&r, &at->e), ERR_DENIED);
	r.who = at_who(AT_ALL);
	OK(at, record_search_rebuild(&r, &at->e));
}
AT_BOTH(refused)

static str shown(struct at *at, int64_t person, const char *words, int columns, bool colour, bool json)
{
	struct record r = open_record(at, person);
	struct search_asked q = { .words = str_c(words), .page = 1, .width = 60 };
	struct search_result s;
	struct layout y = { columns, colour, { 0 } };
	OK(at, record_search(&r, at->a, &q, &s, &at->e));
	return json ? search_json(at->a, &s) : search_text(at->a, &s, &y);
}

static void told(struct at *at)
{
	fill(at);
	assert_string_equal(shown(at, AT_OFFICE, "cham thủ tục", 80, true, false).p,
	                    "1. Tồn tại 3.1.2 của Sở Tư pháp, năm 2025\n   3.1.2 \033[1mThủ\033[0m \033[1mtục\033[0m hành chính\n"
	                    "   \033[1mChậm\033[0m giải quyết [31m hồ sơ, \033[1mcham\033[0m han\n1–1 trong 1 kết quả.\n");
	assert_non_null(strstr(shown(at, AT_OFFICE, "a b c d e f g h i k l m n o p q hồ", 80, false, false).p, "chỉ tìm theo 16 từ đầu"));
	str open = shown(at, AT_OFFICE, "\"giải quyết", 80, false, false);
	assert_true(str_starts(open, S("Một dấu ngoặc kép không có dấu đóng")));
	assert_non_null(strstr(open.p, "1. Tồn tại 3.1.2"));
	assert_null(strstr(shown(at, AT_OFFICE, "\"giải quyết\"", 80, false, false).p, "ngoặc kép"));
	str nothing = shown(at, AT_STRANGER, "chậm \"giải quyết\"", 80, false, false);
	assert_true(str_starts(nothing, S("Không tìm thấy gì")));
	assert_non_null(strstr(nothing.p, "Bỏ bớt từ"));
	assert_non_null(strstr(nothing.p, "Bỏ dấu ngoặc kép"));
	assert_null(strstr(shown(at, AT_STRANGER, "chậm", 80, false, false).p, "Bỏ bớt từ"));
}
AT_BOTH(told)

static void for_programs(struct at *at)
{
	fill(at);
	str text = shown(at, AT_OFFICE, "giải quyết", 80, false, true);
	json_t *j = json_loadb(text.p, text.n, 0, NULL), *line = json_array_get(json_object_get(j, "found"), 0);
	json_t *part = json_object_get(line, "text");
	assert_non_null(j);
	assert_int_equal(json_integer_value(json_object_get(j, "total")), 1);
	assert_true(json_is_false(json_object_get(j, "more")));
	assert_string_equal(json_string_value(json_object_get(line, "kind")), "finding");
	assert_string_equal(json_string_value(json_object_get(line, "code")), "3.1.2");
	assert_int_equal(json_integer_value(json_object_get(json_object_get(line, "unit"), "id")), AT_BODY);
	json_t *range = json_array_get(json_object_get(part, "marks"), 0);
	assert_int_equal(json_integer_value(json_array_get(range, 0)), 5);         /* "Chậm " is five characters and seven bytes */
	assert_int_equal(json_integer_value(json_array_get(range, 1)), 9);
	json_decref(j);
}
AT_BOTH(for_programs)

int app_search_tests(void);
int app_search_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(refused), AT_ROWS(told), AT_ROWS(for_programs) };
	return cmocka_run_group_tests_name("app/search", tests, NULL, NULL);
}
