#include "web/openapi.h"
#include "web/render.h"
#include "web/web.h"
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static const char *const states[] = { "done", "late", NULL };
static const struct page list = {
	.method = GET, .path = "/ton-tai", .title = "Tồn tại", .help = "Danh sách.", .who = WHO_RIGHT, .area = "findings", .acts = "see",
	.params = { PARAM_PLACE, { "state", "trạng thái", PARAM_CHOICE, .choices = states }, { "q", "lời \"tìm\"", PARAM_TEXT, 2, 200 },
	            { "from", "từ ngày", PARAM_DAY }, { "ids", "các mục", PARAM_IDS, 0, 50 }, PARAM_PAGE },
	.template = "findings", .example = "/ton-tai?unit=2&year=2026&state=late&q=h%E1%BB%93+s%C6%A1&ids=1&ids=2&from=2026-06-14&page=1",
};
static const struct page one = {
	.method = GET, .path = "/ton-tai/:finding/tep/:evidence", .title = "Tệp", .help = "Tải về.", .who = WHO_PERSON,
	.params = { { "finding", "tồn tại", PARAM_ID }, { "evidence", "minh chứng", PARAM_ID } }, .example = "/ton-tai/7/tep/12",
};
static const struct page change = {
	.method = POST, .path = "/ton-tai/:finding", .title = "Ghi", .help = "Sửa một tồn tại.", .who = WHO_RIGHT, .area = "findings",
	.acts = "change|propose",
	.params = { { "finding", "tồn tại", PARAM_ID }, { "cause", "nguyên nhân", PARAM_LINES, 3, 2000, .wanted = true },
	            { "percent", "tỷ lệ", PARAM_NUMBER, 0, 100 }, { "tags", "nhãn", PARAM_TEXTS, 0, 9 }, { "sure", "chắc chắn", PARAM_YES },
	            { "state", "trạng thái", PARAM_CHOICE, .wanted = true, .choices = states }, { "key", "mật khẩu", PARAM_SECRET, 12, 200 } },
	.example = "finding=7&cause=Ch%E1%BA%ADm+%26+thi%E1%BA%BFu%0A%22&state=done&percent=5&tags=a&tags=b",
};
static const struct page upload = {
	.method = POST, .path = "/minh-chung", .title = "Tải lên", .help = "Thêm minh chứng.", .who = WHO_PERSON,
	.params = { { "files", "tệp", PARAM_FILES, 1, 1 << 20, .wanted = true }, { "file", "một tệp", PARAM_FILE, 1, 9 } },
	.template = "evidence", .example = "files=a%0Ab&files=c",
};
static const struct page asked = {
	.method = GET, .path = "/trang-thai", .title = "Trạng thái", .help = "Ngắn.", .who = WHO_ANYBODY, .example = "/trang-thai",
	.json = "{\"type\":\"object\"}",
};
static const struct page login = {
	.method = GET, .path = "/dang-nhap", .title = "Đăng nhập", .help = "Vào.", .who = WHO_ANYBODY, .template = "login", .example = "/dang-nhap",
};
static const struct page first = {
	.method = GET, .path = "/", .title = "Tổng quan", .help = "Đầu.", .who = WHO_PERSON, .template = "overview", .example = "/",
};
static const struct page leave = { .method = POST, .path = "/dang-xuat", .title = "Đăng xuất", .help = "Ra.", .who = WHO_ANYBODY, .example = "" };
static const struct page *const pages[] = { &first, &list, &one, &change, &upload, &asked, &login, &leave };

static str described(struct arena *a) { return openapi_of(a, (struct pages){ pages, COUNT(pages) }); }

/* What stands at "paths/ton-tai get parameters 2" of it, on one line. Words are parted by one blank; the path has none. */
static void test_rows(void **state)
{
	static const struct { const char *at, *want; } rows[] = {
		{ "openapi", "\"3.1.1\"" },
		{ "paths / get operationId", "\"get_\"" }, { "paths / get tags", "[\"tong-quan\"]" },
		{ "paths /ton-tai get summary", "\"Tồn tại\"" }, { "paths /ton-tai get description", "\"Danh sách. Quyền cần có: findings see.\"" },
		{ "paths /ton-tai get parameters 0", "{\"description\":\"đơn vị\",\"example\":2,\"in\":\"query\",\"name\":\"unit\","
		                                     "\"schema\":{\"minimum\":1,\"type\":\"integer\"}}" },
		{ "paths /ton-tai get parameters 1 schema", "{\"maximum\":2200,\"minimum\":2000,\"type\":\"integer\"}" },
		{ "paths /ton-tai get parameters 2 schema", "{\"enum\":[\"done\",\"late\",\"\"],\"type\":\"string\"}" },
		{ "paths /ton-tai get parameters 3 description", "\"lời \\\"tìm\\\"; từ 2 đến 200 byte\"" },
		{ "paths /ton-tai get parameters 3 example", "\"hồ sơ\"" }, { "paths /ton-tai get parameters 5 example", "[1,2]" },
		{ "paths /ton-tai get responses 200 $ref", "\"#/components/responses/View\"" },
		{ "paths /ton-tai get security", "[{\"session\":[\"findings_see\"]}]" },
		{ "paths / get security", "[{\"session\":[]}]" },
		{ "security", "[{\"session\":[]}]" },
		{ "paths /ton-tai/{finding}/tep/{evidence} get operationId", "\"get_ton_tai_finding_tep_evidence\"" },
		{ "paths /ton-tai/{finding}/tep/{evidence} get parameters 0 example", "7" },
		{ "paths /ton-tai/{finding}/tep/{evidence} get parameters 1 example", "12" },
		{ "paths /ton-tai/{finding}/tep/{evidence} get parameters 1 required", "true" },
		{ "paths /ton-tai/{finding}/tep/{evidence} get responses 200 $ref", "\"#/components/responses/Bytes\"" },
		{ "paths /ton-tai/{finding} post parameters 0 in", "\"path\"" }, { "paths /ton-tai/{finding} post parameters 0 example", "7" },
		{ "paths /ton-tai/{finding} post parameters 1", "" },
		{ "paths /ton-tai/{finding} post security",
		  "[{\"form_token\":[],\"session\":[\"findings_change\"]},{\"form_token\":[],\"session\":[\"findings_propose\"]}]" },
		{ "paths /ton-tai/{finding} post requestBody content application/x-www-form-urlencoded example",
		  "{\"cause\":\"Chậm & thiếu\\n\\\"\",\"percent\":5,\"state\":\"done\",\"tags\":[\"a\",\"b\"]}" },
		{ "paths /ton-tai/{finding} post requestBody content application/x-www-form-urlencoded schema required", "[\"cause\",\"state\"]" },
		{ "paths /ton-tai/{finding} post requestBody content application/x-www-form-urlencoded schema properties state enum", "[\"done\",\"late\"]" },
		{ "paths /minh-chung post requestBody content multipart/form-data schema properties files items contentMediaType",
		  "\"application/octet-stream\"" },
		{ "paths /minh-chung post requestBody content multipart/form-data schema properties files examples", "[[\"a\\nb\",\"c\"]]" },
		{ "paths /minh-chung post requestBody content multipart/form-data schema properties file examples", "" },
		{ "paths /minh-chung post requestBody content multipart/form-data example", "" },
		{ "paths /minh-chung post responses 200 $ref", "\"#/components/responses/View\"" },
		{ "paths /ton-tai/{finding} post responses 200 $ref", "\"#/components/responses/Done\"" },
		{ "paths /trang-thai get responses 200 content application/json schema", "{\"type\":\"object\"}" },
		{ "components schemas May properties findings_see", "{\"type\":\"boolean\"}" },
		{ "paths /dang-nhap get security", "[]" }, { "paths /dang-nhap get responses 303", "" },
		{ "paths /dang-nhap get responses 401", "" }, { "paths /ton-tai get responses 401 $ref", "\"#/components/responses/Problem\"" },
		{ "paths /ton-tai get responses 409", "" }, { "paths /ton-tai/{finding} post responses 409 $ref", "\"#/components/responses/Problem\"" },
		{ "paths /dang-xuat post requestBody", "" }, { "paths /dang-xuat post responses 303 $ref", "\"#/components/responses/Gone\"" },
	};
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 22);
	json_t *all = json_loads(described(a).p, 0, NULL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		json_t *j = all;
		for (char *word = strtok(strcpy(make_n(a, char, strlen(rows[i].at) + 1), rows[i].at), " "); word; word = strtok(NULL, " "))
			j = json_is_array(j) ? json_array_get(j, (size_t)atoi(word)) : json_object_get(j, word);
		char *got = j ? json_dumps(j, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY) : strdup("");
		if (strcmp(got, rows[i].want))
			fail_msg("%s: %s", rows[i].at, got);
		free(got);
	}
	json_decref(all);
}

/* tests/http/openapi.mjs: a validator that is not ours. What it should refuse is given to it too. */
static const char *source(void)
{
	const char *at = getenv("KHACPHUC_SOURCE");
	return at ? at : ".";
}

static int validated(struct arena *a, str api)
{
	char path[] = "/tmp/khacphuc-openapi-XXXXXX";
	int fd = mkstemp(path);
	assert_int_equal(write(fd, api.p, api.n), api.n);
	close(fd);
	int status = system(str_fmt(a, "node '%s/tests/http/openapi.mjs' <%s", source(), path).p);
	unlink(path);
	return status;
}

static void test_validates(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 22);
	if (access(str_fmt(a, "%s/tests/http/node_modules/ajv", source()).p, R_OK))
		fail_msg("the validator is not there: run tools/third tests/http");
	assert_int_equal(validated(a, described(a)), 0);
	struct page wrong = change;
	wrong.params[0].name = "other";                               /* the path has a name that is not declared */
	const struct page *all[] = { &wrong };
	assert_int_not_equal(validated(a, openapi_of(a, (struct pages){ all, 1 })), 0);
	wrong = change;
	wrong.example = "finding=7&cause=x&state=none";
	assert_int_not_equal(validated(a, openapi_of(a, (struct pages){ all, 1 })), 0);
	assert_int_not_equal(validated(a, S("{\"openapi\":\"3.1.1\",\"paths\":{}}")), 0);
}

/* The pages that there are: described, each with a template that is there, and /api is what it says. */
static void test_pages(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 22);
	struct pages all = pages_all();
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i]->template && !template_find(all.at[i]->template))
			fail_msg("%s: no template %s", all.at[i]->path, all.at[i]->template);
	assert_int_equal(validated(a, web_openapi(a)), 0);

	struct reply reply = { 0 };
	struct req q = { .a = a, .page = &page_api, .reply = &reply };
	struct err e = { 0 };
	assert_true(page_api.run(&q, view_open(a), &e));
	assert_int_equal(reply.kind, REPLY_BYTES);
	assert_true(str_eq(reply.body, web_openapi(a)));
}

int web_openapi_tests(void);
int web_openapi_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_validates), cmocka_unit_test(test_pages) };
	return cmocka_run_group_tests_name("web/openapi", tests, NULL, NULL);
}
