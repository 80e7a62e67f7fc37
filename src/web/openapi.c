#include "app/json.h"
#include "app/said.h"
#include "web/openapi.h"

static json_t *text(const char *s) { return json_string_nocheck(s); }

static void say(json_t *o, const char *key, const char *s)
{
	if (s && *s)
		json_object_set_new(o, key, text(s));
}

/* -- what the page shows as an example ---------------------------------------------------------------- */

static str unescaped(struct arena *a, str s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++) {
		bool hex = s.p[i] == '%' && i + 2 < s.n && strchr(digits, s.p[i + 1]) && strchr(digits, s.p[i + 2]);
		char c = s.p[i] == '+' ? ' ' : s.p[i];
		if (hex)
			c = (char)((strchr(digits, s.p[i + 1]) - digits) << 4 | (strchr(digits, s.p[i + 2]) - digits));
		buf_put(&b, (str){ &c, 1 });
		i += hex ? 2 : 0;
	}
	return buf_str(&b);
}

/* "/ton-tai/7" under "/ton-tai/:finding": finding is "7". */
static str in_path(const struct page *p, str name)
{
	const char *want = p->path, *given = p->example;
	while (*want && *given && *given != '?') {
		size_t n = *want == ':' ? strcspn(++want, "/") : 0, len = n ? strcspn(given, "/?") : 0;
		if (n && str_eq((str){ want, n }, name))
			return (str){ given, len };
		want += n ? n : 1;
		given += n ? len : 1;
	}
	return (str){ 0 };
}

/* The first, or the one after *at, that the example gives for a parameter. */
static bool exemplified(struct arena *a, const struct page *p, const char *name, size_t *at, str *ret)
{
	str all = str_c(p->example);
	size_t query = p->method == GET ? str_find(all, S("?"), 0) + 1 : 0;
	if (p->method == GET && !*at && p->example && (*ret = in_path(p, str_c(name))).n)
		return *at = all.n + 1, true;
	for (size_t i = *at > query ? *at : query; i < all.n;) {
		size_t end = str_find(all, S("&"), i), is = str_find(all, S("="), i);
		str key = str_sub(all, i, is < end ? is : end);
		i = end + 1;
		*at = i;
		if (!str_eq(key, str_c(name)))
			continue;
		*ret = unescaped(a, str_sub(all, is + 1, end));
		return true;
	}
	return false;
}

static json_t *as_kind(const struct param *p, str s)
{
	bool number = p->kind == PARAM_ID || p->kind == PARAM_IDS || p->kind == PARAM_NUMBER;
	int64_t n = 0;
	for (size_t i = 0; number && i < s.n; i++)
		n = n * 10 + (s.p[i] - '0');
	return number ? json_integer(n) : json_stringn_nocheck(s.n ? s.p : "", s.n);
}

static json_t *example_of(struct arena *a, const struct page *page, const struct param *p)
{
	json_t *all = p->kind == PARAM_IDS || p->kind == PARAM_TEXTS ? json_array() : NULL, *one = NULL;
	str s;
	for (size_t at = 0; (all || !one) && exemplified(a, page, p->name, &at, &s);)
		all ? json_array_append_new(all, as_kind(p, s)) : (void)(one = as_kind(p, s));
	if (all && !json_array_size(all)) {
		json_decref(all);
		return NULL;
	}
	return all ? all : one;
}

/* -- parameters ----------------------------------------------------------------------------------------- */

/* Bytes bound characters from above; how many there are at least they do not say. */
static json_t *words(int64_t least, int64_t most)
{
	json_t *s = json_pack("{ss}", "type", "string");
	if (least)
		json_object_set_new(s, "minLength", json_integer(1));
	if (most)
		json_object_set_new(s, "maxLength", json_integer(most));
	return s;
}

static json_t *schema_of(const struct param *p)
{
	json_t *s = NULL;
	switch (p->kind) {
	case PARAM_ID: return json_pack("{sssi}", "type", "integer", "minimum", 1);
	case PARAM_IDS: return json_pack("{ss s{sssi} sI}", "type", "array", "items", "type", "integer", "minimum", 1, "maxItems", (json_int_t)p->max);
	case PARAM_NUMBER:
		return p->min || p->max ? json_pack("{sssIsI}", "type", "integer", "minimum", (json_int_t)p->min, "maximum", (json_int_t)p->max)
		                        : json_pack("{sssi}", "type", "integer", "minimum", 0);
	case PARAM_TEXT:
	case PARAM_LINES: return words(p->wanted ? 1 : 0, p->max);
	case PARAM_TEXTS: return json_pack("{ss so sI}", "type", "array", "items", words(0, SAID_NAME), "maxItems", (json_int_t)p->max);
	case PARAM_CHOICE:
		s = json_pack("{ss s[]}", "type", "string", "enum");
		for (size_t i = 0; p->choices && p->choices[i]; i++)
			json_array_append_new(json_object_get(s, "enum"), text(p->choices[i]));
		if (!p->wanted)
			json_array_append_new(json_object_get(s, "enum"), text(""));
		return s;
	case PARAM_DAY: return json_pack("{ssss}", "type", "string", "pattern", "^$|^\\d{4}-\\d{2}-\\d{2}$|^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}$");
	case PARAM_YES: return words(0, SAID_NAME);
	case PARAM_SECRET: s = words(p->wanted ? 1 : 0, p->max); return say(s, "format", "password"), s;
	case PARAM_FILE: return json_pack("{ssss}", "type", "string", "contentMediaType", "application/octet-stream");
	case PARAM_FILES: return json_pack("{ss s{ssss}}", "type", "array", "items", "type", "string", "contentMediaType", "application/octet-stream");
	case PARAM_END: break;
	}
	return s;
}

/* What the schema cannot say. */
static void describe(struct arena *a, json_t *to, const struct param *p)
{
	const char *label = p->label ? p->label : p->name;
	switch (p->kind) {
	case PARAM_TEXT:
	case PARAM_LINES:
	case PARAM_SECRET:
		if (p->min > 1)
			label = str_fmt(a, "%s; từ %lld đến %lld byte", label, (long long)p->min, (long long)p->max).p;
		break;
	case PARAM_DAY: label = str_fmt(a, "%s; 2026-06-14 hoặc 14/06/2026", label).p; break;
	case PARAM_YES: label = str_fmt(a, "%s; có gửi là có", label).p; break;
	case PARAM_FILE:
	case PARAM_FILES: label = str_fmt(a, "%s; mỗi tệp nhiều nhất %lld byte", label, (long long)p->max).p; break;
	case PARAM_END:
	case PARAM_ID:
	case PARAM_IDS:
	case PARAM_NUMBER:
	case PARAM_TEXTS:
	case PARAM_CHOICE: break;
	}
	say(to, "description", label);
}

static bool stands_in_path(const struct page *page, const char *name)
{
	for (const char *c = page->path; (c = strchr(c, ':')); c++)
		if (strcspn(c + 1, "/") == strlen(name) && !strncmp(c + 1, name, strlen(name)))
			return true;
	return false;
}

/* What stands in the path of a POST is often only in the address of the page that has its form; else the first there can be. */
static json_t *example_in_path(struct arena *a, const struct page *page, const struct param *p)
{
	json_t *example = example_of(a, page, p);
	if (!example && page->form)
		example = example_of(a, page->form, p);
	return example ? example : json_integer(p->kind == PARAM_ID ? 1 : p->min);
}

static json_t *parameters(struct arena *a, const struct page *page)
{
	json_t *all = json_array();
	for (const struct param *p = page->params; p->kind != PARAM_END; p++) {
		bool path = stands_in_path(page, p->name);
		if (!path && page->method == POST)
			continue;
		json_t *one = json_pack("{ssss}", "name", p->name, "in", path ? "path" : "query");
		json_t *example = path ? example_in_path(a, page, p) : example_of(a, page, p);
		describe(a, one, p);
		if (path || p->wanted)
			json_object_set_new(one, "required", json_true());
		json_object_set_new(one, "schema", schema_of(p));
		if (example)
			json_object_set_new(one, "example", example);
		json_array_append_new(all, one);
	}
	return all;
}

/* NULL: a form without a field. */
static json_t *body_of(struct arena *a, const struct page *page)
{
	json_t *fields = json_object(), *wanted = json_array(), *example = json_object();
	bool files = false;
	for (const struct param *p = page->params; p->kind != PARAM_END; p++) {
		if (stands_in_path(page, p->name))
			continue;
		files |= p->kind == PARAM_FILE || p->kind == PARAM_FILES;
		json_t *s = schema_of(p), *shown = example_of(a, page, p);
		describe(a, s, p);
		json_object_set_new(fields, p->name, s);
		if (shown)
			json_object_set_new(example, p->name, shown);
		if (p->wanted)
			json_array_append_new(wanted, text(p->name));
	}
	json_t *schema = json_pack("{ss so so}", "type", "object", "properties", fields, "required", wanted);
	json_t *media = json_pack("{so}", "schema", schema);
	if (json_object_size(example) && !files)
		json_object_set(media, "example", example);
	json_decref(example);
	if (json_object_size(fields))
		return json_pack("{s{so}}", "content", files ? "multipart/form-data" : "application/x-www-form-urlencoded", media);
	json_decref(media);
	return NULL;
}

/* -- one operation -------------------------------------------------------------------------------------- */

static json_t *ref(const char *where) { return json_pack("{ss}", "$ref", where); }

static json_t *answers(const struct page *page)
{
	json_t *r = json_object();
	bool anybody = page->who == WHO_ANYBODY, post = page->method == POST;
	json_object_set_new(r, "200", post             ? ref("#/components/responses/Done")
	                              : page->template ? ref("#/components/responses/View")
	                                               : ref("#/components/responses/Bytes"));
	if (post || !anybody)
		json_object_set_new(r, "303", ref(post ? "#/components/responses/Gone" : "#/components/responses/Login"));
	static const struct { const char *status; bool post, person; } problems[] = {
		{ "401", .person = true }, { "403" }, { "404" }, { "409", .post = true }, { "413", .post = true }, { "422" }, { "default" },
	};
	for (size_t i = 0; i < COUNT(problems); i++)
		if ((post || !problems[i].post) && (!anybody || !problems[i].person))
			json_object_set_new(r, problems[i].status, ref("#/components/responses/Problem"));
	return r;
}

static str word_of(const char *path)
{
	size_t n = strcspn(path + 1, "/");
	return n ? (str){ path + 1, n } : S("tong-quan");
}

static json_t *operation(struct arena *a, const struct page *page)
{
	str tag = word_of(page->path);
	struct buf id = buf_open(a), help = buf_open(a);
	buf_put(&id, page->method == POST ? S("post") : S("get"));
	for (const char *c = page->path; *c; c++)
		buf_put(&id, *c == '/' || *c == '-' ? S("_") : *c == ':' ? S("") : (str){ c, 1 });
	buf_put(&help, str_c(page->help));
	if (page->who == WHO_RIGHT)
		buf_fmt(&help, " Quyền cần có: %s %s.", page->area, page->acts);
	else
		buf_put(&help, page->who == WHO_PERSON ? S(" Ai đã đăng nhập cũng dùng được.") : S(" Ai cũng dùng được."));
	json_t *o = json_pack("{ss% ss so s[s%]}", "operationId", id.p, id.n, "description", help.p, "parameters", parameters(a, page), "tags", tag.p,
	                      tag.n);
	json_t *body = page->method == POST ? body_of(a, page) : NULL;
	say(o, "summary", page->title);
	if (body)
		json_object_set_new(o, "requestBody", body);
	json_object_set_new(o, "responses", answers(page));
	if (page->method == POST)
		json_object_set_new(o, "security", json_pack("[{s[]s[]}]", "session", "form_token"));
	else if (page->who == WHO_ANYBODY)
		json_object_set_new(o, "security", json_array());
	return o;
}

/* -- the whole ------------------------------------------------------------------------------------------ */

static str templated(struct arena *a, const char *path)
{
	struct buf b = buf_open(a);
	for (size_t n; *path; path += n) {
		bool name = *path == ':';
		n = strcspn(path + 1, name ? "/" : ":") + 1;
		buf_put(&b, name ? S("{") : S(""));
		buf_put(&b, (str){ path + name, n - name });
		buf_put(&b, name ? S("}") : S(""));
	}
	return buf_str(&b);
}

static const char components[] =
	"{\"securitySchemes\":{"
	"\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"khacphuc\",\"description\":\"Có sau khi đăng nhập: POST /dang-nhap.\"},"
	"\"form_token\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Form-Token\","
	"\"description\":\"form_token mà mọi trang xem được cho biết; trình duyệt gửi nó trong trường token.\"}},"
	"\"schemas\":{"
	"\"View\":{\"type\":\"object\",\"description\":\"Mọi thứ trang này cho người xem, và khung quanh nó. Điểm và tỷ lệ là chuỗi (0.228), ngày là 2026-06-14.\","
	"\"properties\":{\"person\":{\"type\":[\"object\",\"null\"]},\"place\":{\"type\":[\"object\",\"null\"]},\"form_token\":{\"type\":\"string\"}}},"
	"\"Done\":{\"type\":\"object\",\"required\":[\"location\"],\"properties\":{\"location\":{\"type\":\"string\"},\"notices\":{\"type\":\"array\",\"items\":"
	"{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}}}}},"
	"\"Problem\":{\"type\":\"object\",\"required\":[\"problem\"],\"properties\":{\"problem\":{\"type\":\"object\",\"required\":[\"message\"],"
	"\"properties\":{\"message\":{\"type\":\"string\"},\"hint\":{\"type\":[\"string\",\"null\"]}}}}}},"
	"\"responses\":{"
	"\"View\":{\"description\":\"Trang; với Accept: application/json là dữ liệu của trang.\",\"content\":{\"text/html\":{\"schema\":{\"type\":\"string\"}},"
	"\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/View\"}}}},"
	"\"Done\":{\"description\":\"Đã làm (Accept: application/json).\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Done\"}}}},"
	"\"Bytes\":{\"description\":\"Tệp.\",\"content\":{\"*/*\":{}}},"
	"\"Gone\":{\"description\":\"Đã làm; xem tiếp ở địa chỉ này.\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}},"
	"\"Login\":{\"description\":\"Chưa đăng nhập (chương trình được 401).\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}},"
	"\"Problem\":{\"description\":\"Không làm được: vì sao, và nên làm gì.\",\"content\":{\"text/html\":{\"schema\":{\"type\":\"string\"}},"
	"\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}}}";

str openapi_of(struct arena *a, struct pages pages)
{
	json_t *paths = json_object(), *tags = json_array();
	str last = { 0 };
	for (size_t i = 0; i < pages.n; i++) {
		const struct page *p = pages.at[i];
		str path = templated(a, p->path), tag = word_of(p->path);
		json_t *item = json_object_get(paths, path.p);
		if (!item)
			json_object_set_new(paths, path.p, item = json_object());
		json_object_set_new(item, p->method == POST ? "post" : "get", operation(a, p));
		bool known = str_eq(tag, last);
		for (size_t k = 0; k < json_array_size(tags) && !known; k++)
			known = str_eq(str_c(json_string_value(json_object_get(json_array_get(tags, k), "name"))), tag);
		if (!known)
			json_array_append_new(tags, json_pack("{ss%}", "name", tag.p, tag.n));
		last = tag;
	}
	return json_done(a, json_pack("{ss s{ssss s{ssss} ss} s[{ss}] s[{s[]}] so so so}", "openapi", "3.1.1", "info", "title", "khacphuc", "version",
		KHACPHUC_VERSION, "license", "name", "Apache-2.0", "identifier", "Apache-2.0", "description",
		"Mỗi địa chỉ là một trang; chương trình hỏi với Accept: application/json được chính những gì người xem thấy.", "servers", "url", "/",
		"security", "session", "tags", tags, "paths", paths, "components", json_loads(components, 0, NULL)));
}
