#include "app/json.h"
#include "web/openapi.h"
#include "web/openapi_parts.h"

/* -- one operation -------------------------------------------------------------------------------------- */

static json_t *ref(const char *where) { return json_pack("{ss}", "$ref", where); }

static json_t *answers(const struct page *page)
{
	json_t *r = json_object();
	bool anybody = page->who == WHO_ANYBODY, post = page->method == POST;
	json_t *own = page->json ? json_loads(page->json, 0, NULL) : NULL;
	json_object_set_new(r, "200", own              ? json_pack("{ss s{s{so}}}", "description", "Dữ liệu.", "content", "application/json", "schema", own)
	                              : page->template ? ref("#/components/responses/View")
	                              : post           ? ref("#/components/responses/Done")
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

/* One of these is enough: a session of somebody who may, the right named as in "may" of every view; and the token with what is sent. */
static json_t *security(const struct page *page)
{
	json_t *any = json_array();
	bool right = page->who == WHO_RIGHT;
	if (page->method == GET && page->who == WHO_ANYBODY)
		return any;
	for (const char *act = right ? page->acts : ""; act; act = strchr(act, '|') ? strchr(act, '|') + 1 : NULL) {
		json_t *one = json_pack("{s[]}", "session");
		if (right)
			json_array_append_new(json_object_get(one, "session"), json_sprintf("%s_%.*s", page->area, (int)strcspn(act, "|"), act));
		if (page->method == POST)
			json_object_set_new(one, "form_token", json_array());
		json_array_append_new(any, one);
	}
	return any;
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
	json_t *o = json_pack("{ss% ss so s[s%]}", "operationId", id.p, id.n, "description", help.p, "parameters", openapi_parameters(a, page), "tags", tag.p,
	                      tag.n);
	json_t *body = page->method == POST ? openapi_body(a, page) : NULL;
	json_object_set_new(o, "summary", json_string_nocheck(page->title));
	if (body)
		json_object_set_new(o, "requestBody", body);
	json_object_set_new(o, "responses", answers(page));
	json_object_set_new(o, "security", security(page));
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
		openapi_help, "servers", "url", "/",
		"security", "session", "tags", tags, "paths", paths, "components", openapi_components()));
}
